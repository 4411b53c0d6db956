/** A plan in, the bytes of an .xlsx file out. Pure: equal plans give equal bytes. */
import type { WorkbookWriter } from "../../ports/ports";
import type { FilePlan } from "../../workbook/plan";
import { checkPlan } from "./check-plan";
import { CONTENT_TYPES, PackageBuilder } from "./package";
import { writeOffice } from "./office/write-office";
import { SharedStrings } from "./shared-strings";
import { SheetParts } from "./sheet-parts";
import { StyleTable } from "./styles";
import { workbookXml } from "./workbook-part";
import { addTitle } from "./write-title";
import type { Deflate } from "./zip";

export interface WriteOptions {
  /** Raw deflate; in Node `nodeDeflate` takes half the time of the default and little memory. */
  readonly deflate?: Deflate;
}

const WORKBOOK = "xl/workbook.xml";

/** Throws a `PlanError` for a plan that Excel could not open or would change silently. */
export function writeXlsx(plan: FilePlan, options: WriteOptions = {}): Uint8Array {
  if (plan.office) return writeOffice(plan, plan.office, options);
  checkPlan(plan);
  const builder = new PackageBuilder(options.deflate);
  builder.relate("", "officeDocument", WORKBOOK);
  const styles = new StyleTable();
  const texts = new SharedStrings();
  const active = activeIndex(plan);
  const parts = new SheetParts(builder, WORKBOOK, plan.sheets, { styles, texts });
  const ids = plan.sheets.map((sheet, index) => parts.add(sheet, index === active));
  builder.add(WORKBOOK, workbookXml(plan, ids, active), CONTENT_TYPES.workbook);
  builder.relate(WORKBOOK, "styles", "xl/styles.xml");
  builder.add("xl/styles.xml", styles.xml(), CONTENT_TYPES.styles);
  builder.relate(WORKBOOK, "sharedStrings", "xl/sharedStrings.xml");
  builder.add("xl/sharedStrings.xml", texts.xml(), CONTENT_TYPES.sharedStrings);
  if (plan.title !== undefined) addTitle(builder, plan.title);
  return builder.build();
}

/** The writer as a session knows it. */
export const xlsxWriter: WorkbookWriter = xlsxWriterWith();

export function xlsxWriterWith(options: WriteOptions = {}): WorkbookWriter {
  return { write: (plan) => writeXlsx(plan, options) };
}

function activeIndex({ sheets, activeSheet }: FilePlan): number {
  return sheets.findIndex(({ name, visibility }) =>
    activeSheet === undefined ? (visibility ?? "visible") === "visible" : name === activeSheet,
  );
}
