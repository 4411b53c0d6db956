/** A row of the table in `trust.test.ts`: what was sent, and what the command line must answer. */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { SessionDocument } from "../../src/cli/document";
import { createNodeReader } from "../../src/files/node-reader";
import { nodeDeflate } from "../../src/files/write/node-deflate";
import { writeXlsx } from "../../src/files/write/write-xlsx";
import { editSheet, withCell, type Typed } from "../fixtures/planters/edit";
import { parseA1 } from "../../src/workbook/address";
import type { WorkbookPlan } from "../../src/workbook/plan";
import type { Workbook } from "../../src/workbook/workbook";
import { call, type Said } from "../cli/call";
import { submissionOf } from "../samples/made-once";

export interface Row {
  /** The condition as a person would name it. */
  readonly title: string;
  /** Runs the condition in an empty folder of its own; throws, by `expect`, where the answer is wrong. */
  readonly holds: (folder: string) => Promise<void>;
}

export type Files = Readonly<Record<string, Uint8Array | WorkbookPlan>>;

export interface Answer extends Omit<Said, "json"> {
  readonly document: SessionDocument;
  /** The county workbook that was written. */
  readonly county: () => Promise<Workbook>;
}

/** The sample submission of a unit of 2020: `plan("台上镇")`. */
export const plan = (unit: string): WorkbookPlan => submissionOf(unit);

/** The plan with cells typed over: `typed(plan("台上镇"), "关工02", { E7: "41（估）" })`. */
export function typed(
  before: WorkbookPlan,
  sheet: string,
  cells: Readonly<Record<string, Typed["value"] | Typed>>,
): WorkbookPlan {
  if (!before.sheets.some(({ name }) => name === sheet)) throw new Error(`no sheet ${sheet}`);
  return Object.entries(cells).reduce((plan, [address, content]) => {
    const change = typeof content === "object" && content !== null ? content : { value: content };
    return editSheet(plan, sheet, (each) => withCell(each, parseA1(address)!, change));
  }, before);
}

/** The plan as a file, with the XML of one sheet changed; a change that changes nothing is a mistake of the row. */
export function withSheetXml(
  before: WorkbookPlan,
  sheet: string,
  change: (xml: string) => string,
): Uint8Array {
  const at = before.sheets.findIndex(({ name }) => name === sheet) + 1;
  return withPart(writeXlsx(before), `xl/worksheets/sheet${at}.xml`, change);
}

/** The package with one part changed. */
export function withPart(bytes: Uint8Array, name: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  const xml = strFromU8(parts[name]!);
  const changed = change(xml);
  if (changed === xml) throw new Error(`${name} is as it was`);
  return zipSync({ ...parts, [name]: strToU8(changed) });
}

const bytesOf = (plan: WorkbookPlan): Uint8Array => writeXlsx(plan, { deflate: nodeDeflate });

/** Writes the files into the folder, each below its name. */
export async function write(folder: string, files: Files): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content instanceof Uint8Array ? content : bytesOf(content));
  }
}

/** What `consolidate` answers to these files; further words of the call come behind. */
export async function consolidated(folder: string, files: Files, ...words: string[]): Promise<Answer> {
  const sent = join(folder, "sent");
  const out = join(folder, "county.xlsx");
  await write(sent, files);
  const said = await call("consolidate", sent, "--out", out, "--json", ...words);
  return {
    exit: said.exit,
    out: said.out,
    err: said.err,
    document: said.json,
    county: () => readWorkbook(out),
  };
}

/** A workbook as our own reader sees it. */
export async function readWorkbook(path: string): Promise<Workbook> {
  const { readFile } = await import("node:fs/promises");
  const reader = createNodeReader();
  try {
    const [result] = await reader.read([{ name: path, bytes: async () => readFile(path) }]);
    if (!result?.ok) throw new Error(`cannot be read: ${result?.error.code ?? path}`);
    return result.workbook;
  } finally {
    await reader.close();
  }
}

/** The findings at a cell, as `code` alone: `codesAt(document, "关工02", "E7")`. */
export function codesAt({ findings }: SessionDocument, sheet: string | null, cell: string | null): string[] {
  return findings.filter((each) => each.sheet === sheet && each.cell === cell).map(({ code }) => code);
}
