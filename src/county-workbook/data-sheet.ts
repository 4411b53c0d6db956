/** 单位数据 and 上年数据: a row per unit, a column per line, the county's totals below. */
import { formatOf } from "../template/number-formats";
import type { FormLine } from "../consolidation/contributions";
import type { Form, Template } from "../template/template";
import { LINE_CODE } from "../template/line-code";
import { WORDS } from "../template/words";
import { quoteSheetName } from "../workbook/address";
import { cellsOf, cellsOfRow, lastRow } from "../workbook/cells";
import type { CellStyle, PlanCell, SheetPlan } from "../workbook/plan";
import { headerText } from "../workbook/typed-text";
import type { Cell, CellValue, Sheet } from "../workbook/workbook";
import { DATA_COLUMNS, DATA_ROWS, type DataLayout } from "../county-layout/data-layout";
import type { Say } from "../findings/say";
import { SheetBuilder } from "../workbook/sheet-builder";
import { SHEETS } from "../county-layout/sheet-names";
import {
  BLOCKED,
  CENTERED,
  CODE_LINK,
  codeLines,
  HEADER,
  LINK,
  NOTE,
  pages,
  TEXT,
  TITLE,
  TOTAL_LABEL,
  valueStyle,
} from "../workbook/styles";

/** A unit's row before its values. */
export interface UnitHead {
  readonly name: string;
  readonly type: string;
  readonly status: string;
  /** Where a click on the name leads. */
  readonly link?: string;
}

export interface UnitValue {
  readonly value: number | string | boolean;
  /** 约数: shown in italics. */
  readonly approximate?: boolean;
  /** Without `=`; absent for a value as it was reported. */
  readonly formula?: string;
}

export interface TotalCell {
  readonly value: PlanCell["value"];
  /** Without `=`; absent where the total is known but not how it came about. */
  readonly formula?: string;
}

/** What the sheet says. */
export interface DataContent {
  readonly title: string;
  readonly note: string;
  readonly units: readonly UnitHead[];
  /** Undefined where nothing is reported. */
  valueOf(unit: string, line: FormLine): UnitValue | undefined;
  /** May the unit report the line? */
  applies(unit: string, line: FormLine): boolean;
  /** What the county adds or takes off; null for a line that cannot be adjusted. */
  adjustmentOf?(line: FormLine): TotalCell | null;
  totalOf(line: FormLine): TotalCell | null;
  /** The total of the units alone with which this year is compared. */
  comparedOf?(line: FormLine): TotalCell | null;
  /** Where a click on the line's code leads. */
  linkOf(line: FormLine): string | undefined;
}

const CODE_HEAD: CellStyle = { ...CODE_LINK, wrap: true };
const STATUS: CellStyle = { ...CENTERED, wrap: true };
/** Points. */
const ROW_HEIGHT = 18;
const LINE_HEIGHT = 13;
const STATUS_WIDTH = 9;
const LINE_WIDTH = 10;
const TEXT_WIDTH = 24;
/** Lines that one page of A4 across takes beside the units' names. */
const LINES_PER_PAGE = 13;
const ROWS_PER_PAGE = 36;

export function writeDataSheet(
  template: Template,
  layout: DataLayout,
  content: DataContent,
  say: Say,
): SheetPlan {
  const sheet = new SheetBuilder(layout.sheet);
  const last = DATA_COLUMNS.firstLine + layout.lines.length - 1;
  sheet.put(DATA_ROWS.title, 0, content.title, TITLE);
  sheet.put(DATA_ROWS.note, 0, content.note, NOTE);
  putHeads(sheet, template, layout, content, say);
  content.units.forEach((unit) => putUnit(sheet, layout, unit, content));
  putAdjustments(sheet, layout, content, say);
  putTotals(sheet, layout.totalRow, say("report.total"), layout, (line) => content.totalOf(line));
  if (layout.comparedRow !== null) {
    const label = say("report.compared.total");
    putTotals(sheet, layout.comparedRow, label, layout, (line) => content.comparedOf?.(line) ?? null);
  }
  sheet.widths([
    16,
    7,
    STATUS_WIDTH,
    ...layout.lines.map(({ indicator }) => (indicator.kind === "text" ? TEXT_WIDTH : LINE_WIDTH)),
  ]);
  sheet.height(DATA_ROWS.title, 28);
  const codes = layout.lines.map(({ indicator }) => indicator.code);
  const lines = codeLines(codes, LINE_WIDTH);
  if (lines > 1) sheet.height(DATA_ROWS.code, Math.min(8, lines) * LINE_HEIGHT + 4);
  sheet.height(DATA_ROWS.name, 54);
  return sheet.build({
    freeze: { rows: DATA_ROWS.firstUnit, columns: DATA_COLUMNS.firstLine },
    print: pages(say("report.page", { sheet: headerText(layout.sheet) }), {
      landscape: true,
      fitWidth: Math.max(1, Math.ceil(layout.lines.length / LINES_PER_PAGE)),
      fitHeight: Math.max(1, Math.ceil(layout.units.length / ROWS_PER_PAGE)),
      titleRows: { first: 0, last: DATA_ROWS.measure },
      titleColumns: { first: 0, last: DATA_COLUMNS.status },
      area: { top: 0, left: 0, bottom: layout.lastRow, right: last },
    }),
  });
}

function putHeads(
  sheet: SheetBuilder,
  template: Template,
  layout: DataLayout,
  content: DataContent,
  say: Say,
): void {
  const { form, code, name, measure } = DATA_ROWS;
  const stubs = ["report.head.unit", "report.head.type", "report.head.status"];
  stubs.forEach((key, column) => {
    // The codes' row keeps a cell of its own in the first column: reading the workbook again begins at it.
    sheet.put(form, column, null, HEADER);
    sheet.put(code, column, column === 0 ? say("report.head.code") : null, HEADER);
    sheet.merge({ top: name, left: column, bottom: measure, right: column }, say(key), HEADER);
  });
  for (const each of template.forms.filter((f) => f.layout !== "cover" && f.indicators.length > 0)) {
    const { first, last } = layout.columnsOf(each);
    sheet.merge({ top: form, left: first, bottom: form, right: last }, formHead(each), HEADER);
  }
  for (const line of layout.lines) {
    const column = layout.column(line.indicator.code);
    sheet.put(code, column, line.indicator.code, CODE_HEAD, content.linkOf(line));
    sheet.put(name, column, line.indicator.name, HEADER);
    sheet.put(measure, column, line.indicator.measure || "—", HEADER);
  }
}

/** An office's own form is called as its sheet. */
function formHead({ id, title }: Form): string {
  return id === title || title === "" ? id : `${id} ${title}`;
}

function putUnit(sheet: SheetBuilder, layout: DataLayout, unit: UnitHead, content: DataContent): void {
  const row = layout.row(unit.name)!;
  const texts = layout.lines.map((line) => content.valueOf(unit.name, line)?.value);
  const statusLines = Math.ceil((unit.status.length * 2) / STATUS_WIDTH);
  const lines = Math.max(
    statusLines,
    ...texts.map((text) => (typeof text === "string" ? Math.ceil((text.length * 2) / TEXT_WIDTH) : 1)),
  );
  sheet.height(row, Math.max(ROW_HEIGHT, lines * LINE_HEIGHT + 4));
  sheet.put(row, DATA_COLUMNS.unit, unit.name, unit.link ? LINK : TEXT, unit.link);
  sheet.put(row, DATA_COLUMNS.type, unit.type, CENTERED);
  sheet.put(row, DATA_COLUMNS.status, unit.status, STATUS);
  for (const line of layout.lines) {
    const column = layout.column(line.indicator.code);
    const { kind, measure } = line.indicator;
    const entry = content.valueOf(unit.name, line);
    if (!entry && !content.applies(unit.name, line)) sheet.put(row, column, null, BLOCKED);
    else {
      const style = valueStyle(formatOf(kind, measure), { approximate: entry?.approximate === true });
      if (entry?.formula === undefined) sheet.put(row, column, shown(entry?.value), style);
      else sheet.formula(row, column, entry.formula, shown(entry.value), style);
    }
  }
}

function putTotals(
  sheet: SheetBuilder,
  row: number,
  label: string,
  layout: DataLayout,
  totalOf: DataContent["totalOf"],
): void {
  sheet.height(row, ROW_HEIGHT);
  putLabel(sheet, row, label);
  for (const line of layout.lines) {
    const { kind, measure } = line.indicator;
    const format = kind === "yesNo" ? "#,##0" : kind === "text" ? "General" : formatOf(kind, measure);
    putTotal(sheet, row, layout, line, totalOf(line), format);
  }
}

/** Nothing adjusted shows nothing. */
function putAdjustments(sheet: SheetBuilder, layout: DataLayout, content: DataContent, say: Say): void {
  const row = layout.adjustmentRow;
  if (row === null) return;
  sheet.height(row, ROW_HEIGHT);
  putLabel(sheet, row, say("report.adjustment"), `${quoteSheetName(SHEETS.adjustments)}!A1`);
  for (const line of layout.lines) {
    const adjustment = content.adjustmentOf?.(line) ?? null;
    const format = formatOf(line.indicator.kind, line.indicator.measure);
    putTotal(sheet, row, layout, line, adjustment, adjustment ? `+${format};-${format};;` : "General");
  }
}

function putLabel(sheet: SheetBuilder, row: number, label: string, link?: string): void {
  sheet.put(row, DATA_COLUMNS.unit, label, TOTAL_LABEL, link);
  sheet.put(row, DATA_COLUMNS.type, null, TOTAL_LABEL);
  sheet.put(row, DATA_COLUMNS.status, null, TOTAL_LABEL);
}

function putTotal(
  sheet: SheetBuilder,
  row: number,
  layout: DataLayout,
  { indicator }: FormLine,
  total: TotalCell | null,
  format: string,
): void {
  const style = valueStyle(format, { total: true });
  const column = layout.column(indicator.code);
  if (total?.formula !== undefined) sheet.formula(row, column, total.formula, total.value, style);
  else sheet.put(row, column, total?.value ?? null, style);
}

/** 是 and 否 are words, as in the forms; COUNTIF counts them. */
export function shown(value: UnitValue["value"] | undefined): PlanCell["value"] {
  if (typeof value === "boolean") return value ? WORDS.yes : WORDS.no;
  return value ?? null;
}

/** The sheet read again: lines by the codes in the header, units by their names, never by address. */
export interface UnitTable {
  readonly sheet: Sheet;
  /** By the name in the units' column; of two rows with one name the first counts. */
  readonly rows: ReadonlyMap<string, UnitRow>;
  /** Column by code. */
  readonly columns: ReadonlyMap<string, number>;
}

export interface UnitRow {
  readonly row: number;
  /** By code; what is empty is left out. */
  readonly values: ReadonlyMap<string, CellValue>;
  /** Codes of formulas that were saved without their result, as programs do that do not calculate. */
  readonly unsaved: readonly string[];
}

/**
 * The table whose header row begins with the label of the codes; null where there is none. `known`: the template's codes,
 * which may be of any shape in an office's own forms.
 */
export function readDataSheet(
  sheet: Sheet,
  codeLabel: string,
  known: ReadonlySet<string> = new Set(),
): UnitTable | null {
  for (const cell of cellsOf(sheet)) {
    if (cell.value !== codeLabel) continue;
    const right = cellsOfRow(sheet, cell.row).filter(({ column }) => column > cell.column);
    const codes = new Map(
      right
        .filter(({ value }) => known.has(String(value)) || LINE_CODE.test(String(value)))
        .map(({ column, value }) => [column, String(value)]),
    );
    if (codes.size === 0) continue;
    return {
      sheet,
      rows: unitRows(sheet, cell.row, cell.column, codes),
      columns: new Map([...codes].map(([column, code]) => [code, column])),
    };
  }
  return null;
}

function unitRows(
  sheet: Sheet,
  headerRow: number,
  unitColumn: number,
  codes: ReadonlyMap<number, string>,
): Map<string, UnitRow> {
  const rows = new Map<string, UnitRow>();
  for (let row = headerRow + 1; row <= lastRow(sheet); row++) {
    const cells = cellsOfRow(sheet, row);
    const name = String(cells.find(({ column }) => column === unitColumn)?.value ?? "").trim();
    if (name === "" || rows.has(name)) continue;
    const values = cells.flatMap(({ column, value }): [string, CellValue][] => {
      const code = codes.get(column);
      return code === undefined || value === null || value === "" ? [] : [[code, value]];
    });
    const unsaved = cells.filter(isUnsaved).flatMap(({ column }) => codes.get(column) ?? []);
    rows.set(name, { row, values: new Map(values), unsaved });
  }
  return rows;
}

export function isUnsaved({ value, formula }: Cell): boolean {
  return value === null && formula !== undefined;
}

/** The row's numbers; 是 and 否 as 1 and 0, other texts left out. */
export function numbersOf({ values }: UnitRow): Map<string, number> {
  return new Map(
    [...values].flatMap(([code, value]): [string, number][] => {
      if (typeof value === "number") return [[code, value]];
      if (typeof value === "boolean") return [[code, value ? 1 : 0]];
      return value === WORDS.yes ? [[code, 1]] : value === WORDS.no ? [[code, 0]] : [];
    }),
  );
}
