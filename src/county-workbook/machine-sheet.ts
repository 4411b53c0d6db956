/**
 * 机读信息: what the program must know to read the workbook again, on a sheet that Excel does not list. Each row is a
 * key and its values. Keys are English and never change; labels are those in which the workbook was written.
 */
import { PRODUCT_MARKS } from "../template/product-signatures";
import { toBase64 } from "../workbook/base64";
import type { SheetPlan } from "../workbook/plan";
import { ADJUSTMENT_COLUMNS } from "./adjustments-sheet";
import { chunks } from "../workbook/text-chunks";
import type { CountyContext } from "./county-context";
import { dataWithoutNumbers, withoutNumbers } from "./privacy";
import { OFF_TEMPLATE_COLUMNS } from "./off-template-sheet";
import { SheetBuilder } from "../workbook/sheet-builder";
import { SHEETS } from "../county-layout/sheet-names";
import { SOURCE_COLUMNS } from "./source-sheet";

/** Stands in the first cell of the first row. */
export const MARKER = PRODUCT_MARKS.countyWorkbook;
/** Counts up when a reader of before could no longer read what is written. */
export const FORMAT_VERSION = 1;

type Row = readonly [key: string, ...values: (string | number)[]];

/** `sheets`: the names of all other sheets of the workbook. */
export function machineSheet(context: CountyContext, sheets: readonly string[]): SheetPlan {
  const { say, consolidation } = context;
  const { office, ...template } = consolidation.template;
  // A number in a file's name; the texts of other rows are the program's own.
  const clean = (file: string): string => withoutNumbers(file, say);
  const rows = [
    ...factsOf(context),
    ...[...sheets, SHEETS.machine].map((name): Row => ["sheet", name]),
    ...consolidation.reported.map(({ unit, file, status }): Row => [
      "reported",
      unit ?? "",
      clean(file ?? ""),
      status,
    ]),
    ...[...(consolidation.marks ?? [])].map(([file, mark]): Row => ["mark", clean(file), mark]),
    ...[...(consolidation.lastYear?.former ?? [])].flatMap(([unit, names]) =>
      names.map((name): Row => ["former", unit, name]),
    ),
    ...(consolidation.lastYear?.incomparable ?? []).map((code): Row => ["incomparable", code]),
    ...chunks(JSON.stringify(dataWithoutNumbers(template, say))).map((chunk): Row => ["template", chunk]),
    // The office's own workbook: with it the forms can be written again next week and next year.
    ...(office ? chunks(toBase64(office.bytes)).map((chunk): Row => ["office", office.from, chunk]) : []),
  ];
  const sheet = new SheetBuilder(SHEETS.machine);
  rows.forEach((row, i) =>
    row.forEach((value, column) =>
      sheet.put(i, column, value, { format: typeof value === "string" ? "@" : "0" }),
    ),
  );
  sheet.widths([50, 30, 30, 20]);
  return sheet.build({ visibility: "veryHidden" });
}

function factsOf({ consolidation, say, counted, expected }: CountyContext): Row[] {
  const { template, period, lastYear } = consolidation;
  return [
    [MARKER, FORMAT_VERSION],
    ["templateId", template.id],
    ["templateVersion", template.version],
    ["templateName", template.name],
    ["county", template.county],
    ["period", period ?? ""],
    ["lastYearPeriod", lastYear?.period ?? ""],
    ["unitsCounted", counted],
    ["unitsExpected", expected],
    ["codeLabel", say("report.head.code")],
    ["totalLabel", say("report.total")],
    ["comparedRowLabel", say("report.compared.total")],
    ["adjustmentRowLabel", say("report.adjustment")],
    ...ADJUSTMENT_COLUMNS.map(([key]): Row => ["adjustmentLabel", key, say(`report.head.${key}`)]),
    ["unitLabel", say("report.head.unit")],
    ["listSourceLabel", say("report.head.source")],
    ["openWorkbookLabel", say("report.openWorkbook")],
    ...OFF_TEMPLATE_COLUMNS.map(([key]): Row => ["offTemplateLabel", key, say(`report.head.${key}`)]),
    ...SOURCE_COLUMNS.map(([key]): Row => ["sourceLabel", key, say(`report.head.${key}`)]),
  ];
}
