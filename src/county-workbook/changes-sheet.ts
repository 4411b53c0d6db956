/** 主要变化: what changed most since last year, in which units, and how they explain it. */
import { changeFormat } from "../template/number-formats";
import { largestChanges, type Change, type UnitChange } from "../consolidation/changes";
import { shownChange, shownDecimals } from "../template/defaults";
import type { CellStyle, SheetPlan } from "../workbook/plan";
import { differenceFormula, fixed, rounded } from "../workbook/rounding";
import { changeFormatOf, comparedNote, lastYearHead, incomparableNote } from "./compared";
import { type CountyContext, lastYearCell, reportedNote } from "./county-context";
import type { FormPlaces } from "../county-layout/form-places";
import { periodText, type Say } from "../findings/say";
import { nameWithWhole } from "../template/line-name";
import { textLines } from "../workbook/text-lines";
import { SheetBuilder } from "../workbook/sheet-builder";
import {
  CENTERED,
  CODE_LINK,
  codeWidth,
  HEADER,
  NOTE_WRAPPED,
  pages,
  TITLE,
  valueStyle,
  WRAPPED,
} from "../workbook/styles";

const HEADER_ROW = 2;
const COLUMNS = [
  ["code", 7],
  ["indicator", 26],
  ["measure", 9],
  ["thisYear", 11],
  ["lastYear", 11],
  ["change", 16],
  ["changePercent", 9],
  ["movers", 24],
  ["reason", 40],
] as const;

const WIDTHS = COLUMNS.map(([, width]) => width);
/** The column of figures before it ends where this one begins. */
const BESIDE_FIGURE: CellStyle = { ...WRAPPED, indent: 1 };
const REASONS_SHOWN = 5;
/** Points of a line in 10 points, with room for fonts that replace 宋体. */
const LINE_HEIGHT = 15;
/** Texts are set in 10 points, widths are counted in 11. */
const SMALL_TYPE = 1.05;
/** Points; half-width characters across all columns. */
const NOTE_LINE = 14;
const NOTE_WIDTH = 150;

/** Null where last year is not known. */
export function changesSheet(context: CountyContext, places: FormPlaces): SheetPlan | null {
  const { consolidation, say } = context;
  if (!consolidation.lastYear) return null;
  const changes = largestChanges(consolidation);
  const sheet = new SheetBuilder(context.changes);
  const { period, lastYear, template } = consolidation;
  const params = { period: periodText(period, say), lastYear: periodText(lastYear.period, say) };
  sheet.put(0, 0, say("report.changes.title", params), TITLE);
  sheet.height(0, 28);
  const { changeLimit, rateJump } = template.settings;
  const note = changes.length === 0 ? "report.changes.none" : "report.changes.note";
  const notes = [
    `${reportedNote(context)}　${say(note, { limit: changeLimit, points: rateJump })}`,
    comparedNote(context),
    incomparableNote(context),
  ].join("");
  sheet.merge({ top: 1, left: 0, bottom: 1, right: COLUMNS.length - 1 }, notes, NOTE_WRAPPED);
  sheet.height(1, NOTE_LINE * Math.ceil((notes.length * 2) / NOTE_WIDTH) + 4);
  COLUMNS.forEach(([key], column) => {
    const head = key === "lastYear" ? lastYearHead(context) : say(`report.head.${key}`);
    sheet.put(HEADER_ROW, column, head, HEADER);
  });
  changes.forEach((change, i) => putChange(sheet, HEADER_ROW + 1 + i, change, places, context));
  const codes = changes.map(({ indicator }) => indicator.code);
  sheet.widths(COLUMNS.map(([key, width]) => (key === "code" ? codeWidth(codes, width) : width)));
  return sheet.build({
    freeze: { rows: HEADER_ROW + 1, columns: 2 },
    print: pages(say("report.page", { sheet: context.changes }), {
      landscape: true,
      titleRows: { first: HEADER_ROW, last: HEADER_ROW },
    }),
  });
}

function putChange(
  sheet: SheetBuilder,
  row: number,
  change: Change,
  places: FormPlaces,
  context: CountyContext,
): void {
  const { say } = context;
  const { indicator, form, value, lastYear, units, explained } = change;
  const { code, kind, measure } = indicator;
  const format = kind === "yesNo" ? "#,##0" : context.formatOf(indicator);
  const [now, before] = [places.total(code), lastYearCell(context, places, code)!];
  sheet.put(row, 0, code, CODE_LINK, places.total(code));
  const name = nameWithWhole(form, indicator);
  sheet.put(row, 1, name, WRAPPED);
  sheet.put(row, 2, measure || say("report.form.units"), CENTERED);
  sheet.formula(row, 3, now, value, valueStyle(format));
  sheet.formula(row, 4, before, lastYear, valueStyle(format));
  sheet.formula(
    row,
    5,
    differenceFormula(now, before, shownDecimals(indicator)),
    shownChange(indicator, value, lastYear),
    valueStyle(changeFormatOf(kind, format, say)),
  );
  const percent = lastYear === 0 || kind === "percent" ? null : ((value - lastYear) / lastYear) * 100;
  const share = kind === "percent" ? null : `IFERROR((${now}-${before})/${before}*100,"")`;
  if (share === null) sheet.put(row, 6, null, valueStyle("0.0"));
  else sheet.formula(row, 6, share, percent, valueStyle(changeFormat("0.0")));
  const movers = units.map((unit) => `${unit.unit} ${signed(unit.difference, kind)}`).join("\n");
  sheet.put(row, 7, movers, BESIDE_FIGURE);
  const reasons = reasonsText(explained, say);
  sheet.put(row, 8, reasons || null, WRAPPED);
  const lines = [name, movers, reasons].map((text, i) =>
    textLines(text, WIDTHS[[1, 7, 8][i]!]! * SMALL_TYPE),
  );
  sheet.height(row, Math.max(...lines) * LINE_HEIGHT + 8);
}

/** As many as a row can hold; then how many more there are. */
function reasonsText(explained: readonly UnitChange[], say: Say): string {
  const shown = explained.slice(0, REASONS_SHOWN).map(({ unit, reason }) => `${unit}：${reason}`);
  const more = explained.length - shown.length;
  return [...shown, ...(more > 0 ? [say("report.changes.more", { count: more })] : [])].join("\n");
}

function signed(difference: number, kind: string): string {
  const digits = kind === "percent" ? fixed(difference, 1) : thousands(String(rounded(difference, 3)));
  return difference > 0 ? `+${digits}` : digits;
}

/** `12,480.5`, as the figures beside it are written. */
function thousands(digits: string): string {
  return digits.replace(/^-?\d+/, (whole) => whole.replace(/\B(?=(?:\d{3})+$)/g, ","));
}
