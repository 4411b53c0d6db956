/** 填报告工作簿: the report workbook that an office already has, with today's figures. */
import { fillReport, type ReportNote } from "../annual-report/office-report/fill-report";
import type { Consolidation } from "../consolidation/consolidation";
import { withoutNumbers } from "../county-workbook/privacy";
import type { FileError, FillOutcome } from "../ports/ports";
import { indicatorsOf } from "../template/template-index";
import type { Template } from "../template/template";
import { productOf, type Product } from "../template/product-signatures";
import type { GivenFile } from "./given-file";
import type { ReportItem } from "./report-keys";
import { bytesOf, sourceFile } from "./originals";
import type { SessionTools } from "./session-tools";

export type OfficeReport =
  | {
      readonly ok: true;
      readonly bytes: Uint8Array;
      /** Cells that hold today's figures. */
      readonly filled: number;
      readonly notes: readonly ReportNote[];
    }
  | { readonly ok: false; readonly reason: "unreadable"; readonly error: FileError }
  /** A workbook that the program wrote itself. */
  | { readonly ok: false; readonly reason: "product"; readonly product: Product }
  /** No cell has a key; `notes` name what is in braces. */
  | { readonly ok: false; readonly reason: "noKeys"; readonly notes: readonly ReportNote[] }
  | Extract<FillOutcome, { ok: false }>;

/** Those with a total first: they are what a report can show today. */
export function reportItems(template: Template, consolidation: Consolidation | null): ReportItem[] {
  const items = indicatorsOf(template).map(({ code: key, name }) => ({ key, name }));
  const hasTotal = ({ key }: ReportItem): boolean => consolidation?.totals.has(key) ?? false;
  return [...items.filter(hasTotal), ...items.filter((item) => !hasTotal(item))];
}

export async function fillOfficeReport(
  file: GivenFile,
  consolidation: Consolidation,
  tools: Pick<SessionTools, "reader" | "filler" | "say">,
): Promise<OfficeReport> {
  const [result] = await tools.reader.read([sourceFile(file)]);
  if (!result?.ok) return { ok: false, reason: "unreadable", error: result!.error };
  const product = productOf(result.workbook);
  if (product) return { ok: false, reason: "product", product };
  const { sheets, added, filled, notes } = fillReport(result.workbook, consolidation, (text) =>
    withoutNumbers(text, tools.say("zh-CN")),
  );
  const isStrange = filled === 0 && notes.every(({ code }) => code === "unknownKey");
  if (isStrange && sheets.length === 0) return { ok: false, reason: "noKeys", notes };
  const outcome = tools.filler.fill(await bytesOf(file.content), { sheets, added });
  return outcome.ok ? { ...outcome, filled, notes } : outcome;
}
