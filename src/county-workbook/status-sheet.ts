/** 上报情况: every unit of the register, what it sent and what became of it; then the files that belong to no unit. */
import type { Consolidation, Reported } from "../consolidation/consolidation";
import type { RuleClass } from "../rules/rule";
import { quoteSheetName, toA1 } from "../workbook/address";
import { weightOf } from "../findings/severity";
import type { SheetPlan } from "../workbook/plan";
import { type CountyContext, reportedNote } from "./county-context";
import { someNames } from "./fit";
import { periodText } from "../findings/say";
import { leftOutNotes, lookAtNotes } from "./reported-notes";
import { groupBy } from "../workbook/group-by";
import { SheetBuilder } from "../workbook/sheet-builder";
import { SHEETS } from "../county-layout/sheet-names";
import { reportedBy, returnedText, statusText } from "./status-text";
import {
  CENTERED,
  HEADER,
  LINK,
  pages,
  SECTION,
  TEXT,
  TITLE,
  valueStyle,
  WARNING,
  WRAPPED,
} from "../workbook/styles";

const HEADER_ROW = 3;
/** Where the units' states are, for the formulas that count them. */
export const STATUS_ROWS = { firstUnit: HEADER_ROW + 1, typeColumn: 2, statusColumn: 3 } as const;
const CLASSES: readonly RuleClass[] = ["mustFix", "explain", "note"];
const COLUMNS = [
  ["report.head.ordinal", 6],
  ["report.head.unit", 18],
  ["report.head.type", 8],
  ["report.head.status", 10],
  ["finding.class.mustFix", 8],
  ["finding.class.explain", 8],
  ["finding.class.note", 8],
  ["report.head.counted", 10],
  ["report.head.file", 34],
  ["report.head.returned", 34],
] as const;
const RIGHT = COLUMNS.length - 1;
/** 是（下属 21/22） */
const WIDTH_WITH_UNITS = 18;

export function statusSheet(context: CountyContext): SheetPlan {
  const { consolidation, say } = context;
  const { template, period } = consolidation;
  const sheet = new SheetBuilder(SHEETS.status);
  const right = RIGHT;
  sheet.put(0, 0, say("report.status.title", { period: periodText(period, say) }), TITLE);
  sheet.height(0, 28);
  sheet.merge({ top: 1, left: 0, bottom: 1, right }, reportedNote(context), SECTION);
  putNotes(sheet, context);
  COLUMNS.forEach(([key], column) => sheet.put(HEADER_ROW, column, say(key), HEADER));
  const findings = groupBy(consolidation.findings, ({ unit }) => unit ?? "");
  const inTotals = new Set(consolidation.submissions.map((submission) => submission.unit?.name));
  template.units.forEach((unit, i) => {
    const row = HEADER_ROW + 1 + i;
    const weights = (findings.get(unit.name) ?? []).map(weightOf);
    const files = reportedBy(consolidation, unit.name).flatMap((reported) => reported.file ?? []);
    sheet.put(row, 0, i + 1, CENTERED);
    const at = context.data.row(unit.name);
    const link = at === undefined ? undefined : `${quoteSheetName(SHEETS.unitData)}!${toA1(at, 0)}`;
    sheet.put(row, 1, unit.name, link ? LINK : TEXT, link);
    sheet.put(row, 2, unit.type, CENTERED);
    sheet.put(row, 3, statusText(consolidation, unit.name, say), CENTERED);
    CLASSES.forEach((c, k) =>
      sheet.put(row, 4 + k, weights.filter((weight) => weight === c).length, valueStyle("0;-0;;@")),
    );
    const counted = say(inTotals.has(unit.name) ? "report.yes" : "report.no");
    const of = ofUnit(consolidation, unit.name);
    sheet.put(row, 7, of ? say("report.status.of", { counted, ...of }) : counted, CENTERED);
    sheet.put(row, 8, someNames(files, say), WRAPPED);
    const back = consolidation.returned?.find((each) => each.unit === unit.name);
    sheet.height(row, back ? 36 : 20);
    sheet.put(row, RIGHT, back ? returnedText(back, say) : null, WRAPPED);
  });
  putStrays(sheet, context, HEADER_ROW + 2 + template.units.length);
  const isHigher = consolidation.reported.some(({ of }) => of !== undefined);
  sheet.widths(COLUMNS.map(([, width], column) => (column === 7 && isHigher ? WIDTH_WITH_UNITS : width)));
  return sheet.build({
    freeze: { rows: HEADER_ROW + 1, columns: 2 },
    autoFilter: { top: HEADER_ROW, left: 0, bottom: HEADER_ROW + template.units.length, right: RIGHT },
    print: pages(say("report.page", { sheet: SHEETS.status }), {
      landscape: true,
      titleRows: { first: HEADER_ROW, last: HEADER_ROW },
    }),
  });
}

/** The county's own n/N, one level up. */
function ofUnit(consolidation: Consolidation, unit: string): Reported["of"] {
  return reportedBy(consolidation, unit).find(({ of }) => of !== undefined)?.of;
}

/** Who is missing, who does not count and why, and who needs a look. */
function putNotes(sheet: SheetBuilder, context: CountyContext): void {
  const notes = [...leftOutNotes(context), ...lookAtNotes(context)];
  if (notes.length === 0) return;
  const lines = notes.map(({ length }) => Math.ceil((length + 4) / 48));
  sheet.merge({ top: 2, left: 0, bottom: 2, right: RIGHT }, notes.join("\n"), WARNING);
  sheet.height(2, 16 * lines.reduce((sum, count) => sum + count, 0) + 8);
}

/** Files of which nobody knows whose they are: named, so that none is lost. */
function putStrays(sheet: SheetBuilder, { consolidation, say }: CountyContext, top: number): void {
  const register = new Set(consolidation.template.units.map((unit) => unit.name));
  const strays = consolidation.reported.filter(({ unit }: Reported) => unit === null || !register.has(unit));
  if (strays.length === 0) return;
  sheet.put(top, 0, say("report.status.strays"), SECTION);
  const across = (row: number, left: number, right: number) => ({ top: row, left, bottom: row, right });
  sheet.height(top, 24);
  sheet.put(top + 1, 0, say("report.head.ordinal"), HEADER);
  sheet.merge(across(top + 1, 1, 2), say("report.head.unit"), HEADER);
  sheet.put(top + 1, 3, say("report.head.status"), HEADER);
  sheet.merge(across(top + 1, 4, RIGHT), say("report.head.file"), HEADER);
  strays.forEach(({ unit, file, status }, i) => {
    const row = top + 2 + i;
    sheet.put(row, 0, i + 1, CENTERED);
    sheet.merge(across(row, 1, 2), unit ?? say("report.unknownUnit"), TEXT);
    sheet.put(row, 3, say(`report.status.${status}`), CENTERED);
    sheet.merge(across(row, 4, RIGHT), file ?? say("report.openWorkbook"), WRAPPED);
  });
}
