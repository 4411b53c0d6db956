/** 汇总说明: whose totals these are, on how many units they rest, the figures wanted first, and where to find the rest. */
import { countyLines } from "../consolidation/contributions";
import type { Indicator, Template } from "../template/template";
import { quoteSheetName } from "../workbook/address";
import type { CellStyle, SheetPlan } from "../workbook/plan";
import { changeFormatOf, comparedNote, lastYearHead } from "./compared";
import { type CountyContext, lastYearCell, reportedNote, totalOf } from "./county-context";
import { someNames } from "./fit";
import type { FormPlaces } from "../county-layout/form-places";
import { periodText } from "../findings/say";
import { leftOutNotes, lookAtNotes } from "./reported-notes";
import { SheetBuilder } from "../workbook/sheet-builder";
import { shownChange, shownDecimals } from "../template/defaults";
import { differenceFormula } from "../workbook/rounding";
import { SHEETS } from "../county-layout/sheet-names";
import {
  CENTERED,
  HEADER,
  LINK,
  NOTE,
  pages,
  SECTION,
  TEXT,
  TITLE_CENTERED,
  valueStyle,
  WARNING,
} from "../workbook/styles";

const WIDTHS = [26, 12, 12, 16, 10, 11] as const;
const RIGHT = WIDTHS.length - 1;
const STEP: CellStyle = { size: 10, wrap: true, vertical: "center" };

/** A sheet of the workbook and what it holds. */
export interface ContentsLine {
  readonly sheet: string;
  readonly what: string;
}

export function coverSheet(
  context: CountyContext,
  places: FormPlaces,
  contents: readonly ContentsLine[],
): SheetPlan {
  const { say, consolidation } = context;
  const { template, period } = consolidation;
  const sheet = new SheetBuilder(SHEETS.cover);
  const across = (row: number, left = 0) => ({ top: row, left, bottom: row, right: RIGHT });
  sheet.merge(
    across(0),
    say("report.cover.title", { county: template.county, name: template.name }),
    TITLE_CENTERED,
  );
  sheet.height(0, 40);
  const subtitle = say("report.cover.subtitle", {
    committee: template.committee,
    period: periodText(period, say),
    standing: reportedNote(context),
  });
  sheet.merge(across(1), subtitle, { ...NOTE, size: 11, horizontal: "center" });
  sheet.height(1, 24);
  let row = putWarning(sheet, context, 2);
  row = putFigures(sheet, context, places, row + 1);
  sheet.merge(across(row), say("report.cover.contents"), SECTION);
  sheet.height(row, 26);
  contents.forEach((line, i) => {
    sheet.put(row + 1 + i, 0, line.sheet, LINK, `${quoteSheetName(line.sheet)}!A1`);
    sheet.merge(across(row + 1 + i, 1), line.what, TEXT);
    sheet.height(row + 1 + i, 18);
  });
  row += contents.length + 2;
  sheet.merge(across(row), say("report.cover.howTo"), SECTION);
  sheet.height(row, 26);
  const isOwn = template.forms.some(({ layout }) => layout === "own");
  [isOwn ? "ownTotal" : "total", "unit", "source", "formula"].forEach((step, i) => {
    sheet.merge(across(row + 1 + i), say(`report.cover.howTo.${step}`), STEP);
    sheet.height(row + 1 + i, 32);
  });
  row += 6;
  sheet.merge(across(row), say("report.cover.print"), SECTION);
  sheet.height(row, 26);
  sheet.merge(across(row + 1), say("report.cover.print.how"), STEP);
  sheet.height(row + 1, 46);
  sheet.widths(WIDTHS);
  return sheet.build({ print: pages(say("report.page", { sheet: SHEETS.cover }), { fitHeight: 1 }) });
}

/** Says where the totals or last year's are incomplete, and which units need a look. Gives the next free row. */
function putWarning(sheet: SheetBuilder, context: CountyContext, row: number): number {
  const notes = [...leftOutNotes(context), ...lookAtNotes(context)].map((note) => `\u3000${note}`);
  const text = (incompleteNote(context) + comparedNote(context) + notes.join("")).trim();
  if (text === "") return row;
  sheet.merge({ top: row, left: 0, bottom: row, right: RIGHT }, text, WARNING);
  sheet.height(row, 16 * Math.ceil((text.length * 2) / 84) + 8);
  return row + 1;
}

function incompleteNote({ say, consolidation, counted, expected }: CountyContext): string {
  if (counted === expected) return "";
  const inTotals = new Set(consolidation.submissions.map((submission) => submission.unit?.name));
  const absent = consolidation.template.units
    .filter((unit) => !inTotals.has(unit.name))
    .map((unit) => unit.name);
  return say("report.cover.incomplete", { counted, expected, units: someNames(absent, say) });
}

/** The figures that a reader wants first, each a link to its form. Gives the next free row. */
function putFigures(sheet: SheetBuilder, context: CountyContext, places: FormPlaces, top: number): number {
  const { say } = context;
  const heads = ["indicator", "thisYear", "lastYear", "change", "measure", "unitsCounted"];
  sheet.merge({ top, left: 0, bottom: top, right: RIGHT }, say("report.cover.figures"), SECTION);
  sheet.height(top, 26);
  sheet.putRow(
    top + 1,
    0,
    heads.map((head) => (head === "lastYear" ? lastYearHead(context) : say(`report.head.${head}`))),
    HEADER,
  );
  const figures = headlines(context.consolidation.template);
  figures.forEach((indicator, i) => putFigure(sheet, context, places, indicator, top + 2 + i));
  return top + 2 + figures.length + 1;
}

function putFigure(
  sheet: SheetBuilder,
  context: CountyContext,
  places: FormPlaces,
  indicator: Indicator,
  row: number,
): void {
  const { code, name, kind, measure, aggregation } = indicator;
  const total = totalOf(context, code);
  const format = aggregation === "count" ? "#,##0" : context.formatOf(indicator);
  sheet.height(row, 20);
  sheet.put(row, 0, name, LINK, places.total(code));
  const { value, lastYear } = total;
  const [now, before] = [places.total(code), lastYearCell(context, places, code)];
  sheet.formula(row, 1, unlessEmpty(now), value, { ...valueStyle(format), bold: true });
  if (before === null) sheet.put(row, 2, null, valueStyle(format));
  else sheet.formula(row, 2, unlessEmpty(before), lastYear, valueStyle(format));
  const change =
    typeof value === "number" && lastYear !== null ? shownChange(indicator, value, lastYear) : null;
  const changeStyle = valueStyle(changeFormatOf(kind, format, context.say));
  const changed = changeFormula(places.cell(code, "change"), now, before, indicator);
  if (changed === null) sheet.put(row, 3, null, changeStyle);
  else sheet.formula(row, 3, changed, change, changeStyle);
  sheet.put(row, 4, measure, CENTERED);
  sheet.put(row, 5, `${total.units}/${total.expected}`, CENTERED);
}

/** A cell that refers to an empty one gives 0; asking for the text keeps it empty. */
function unlessEmpty(cell: string): string {
  return `IF(${cell}="","",${cell})`;
}

/** The form's own cell for the change, else the difference. */
function changeFormula(
  cell: string | null,
  now: string,
  before: string | null,
  indicator: Indicator,
): string | null {
  if (cell !== null) return unlessEmpty(cell);
  if (before === null) return null;
  return `IF(OR(${now}="",${before}=""),"",${differenceFormula(now, before, shownDecimals(indicator))})`;
}

/** Those that the template marks; else, in a template that marks none, the first number of each form. */
function headlines(template: Template): Indicator[] {
  const numbers = countyLines(template).filter(
    ({ indicator: { kind } }) => kind !== "text" && kind !== "date",
  );
  const marked = numbers.filter(({ indicator }) => indicator.headline);
  const firsts = numbers.filter((line, i) => i === 0 || numbers[i - 1]!.form !== line.form);
  return (marked.length > 0 ? marked : firsts).map(({ indicator }) => indicator);
}
