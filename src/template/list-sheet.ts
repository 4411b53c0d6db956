/** A detail list as a sheet: one row per record. */
import type { CellStyle, SheetPlan } from "../workbook/plan";
import { identityText, type Identity } from "./identity";
import { sheetNameOf } from "./sheet-name";
import { SheetBuilder } from "../workbook/sheet-builder";
import { textLines } from "../workbook/text-lines";
import { STYLES, valueStyle } from "./form-styles";
import type { DetailList, ListColumn, Template } from "./template";
import { columnValidation } from "./validations";
import { periodText, WORDS } from "./words";

/** A record by column name; dates as serials of the 1900 system, 是/否 as boolean or text. */
export type ListRecord = Readonly<Record<string, number | string | boolean | null>>;

export interface ListFill {
  readonly reporter: string;
  readonly period: string;
  readonly identity: Identity | null;
  readonly records: readonly ListRecord[];
  readonly readOnly?: boolean;
  /** The sheet's name; {@link listSheetName} if absent. */
  readonly sheet?: string;
}

const HEADER_ROW = 2;
/** `2020 年上半年`. */
const PERIOD_WIDTH = 16;
/** Below the records there is always room for some more. */
const SPARE_ROWS = 10;

/** Where a list's parts stand; rows and columns count from 0. */
export interface ListLayout {
  readonly headerRow: number;
  readonly firstRow: number;
  /** By column name; the first column of the sheet counts the rows. */
  readonly columns: ReadonlyMap<string, number>;
  readonly identityColumn: number;
}

export function layoutList(list: DetailList): ListLayout {
  return {
    headerRow: HEADER_ROW,
    firstRow: HEADER_ROW + 1,
    columns: new Map(list.columns.map((column, i) => [column.name, i + 1])),
    identityColumn: list.columns.length + 1,
  };
}

/** `L2捐助`. */
export function listSheetName(list: Pick<DetailList, "id" | "title">): string {
  return sheetNameOf(`${list.id}${list.title}`);
}

/** The sheet of a list, with the records and room for more. */
export function listSheet(template: Template, list: DetailList, fill: ListFill): SheetPlan {
  const layout = layoutList(list);
  const sheet = new SheetBuilder(fill.sheet ?? listSheetName(list));
  const right = list.columns.length;
  putHead(sheet, template, list, layout, fill);
  const rows = fill.readOnly
    ? fill.records.length
    : Math.max(list.blankRows, fill.records.length + SPARE_ROWS);
  for (let i = 0; i < rows; i++) putRecord(sheet, list, layout, i, fill);
  const bottom = layout.firstRow + Math.max(rows, 1) - 1;
  sheet.widths([6, ...list.columns.map(widthOf)]);
  sheet.hide(layout.identityColumn, 4);
  return sheet.build({
    freeze: { rows: layout.firstRow, columns: 2 },
    print: {
      landscape: totalWidth(list) > 100,
      fitWidth: 1,
      fitHeight: 0,
      titleRows: { first: 0, last: layout.headerRow },
      area: { top: 0, left: 0, bottom, right },
      footer: WORDS.page,
    },
    validations: fill.readOnly
      ? []
      : list.columns
          .filter((column) => column.kind !== "text")
          .map((column) => {
            const at = layout.columns.get(column.name)!;
            return columnValidation({ top: layout.firstRow, left: at, bottom, right: at }, column);
          }),
    protected: true,
  });
}

function putHead(
  sheet: SheetBuilder,
  template: Template,
  list: DetailList,
  layout: ListLayout,
  fill: ListFill,
): void {
  const right = list.columns.length;
  const title = `${template.county}${template.name}${WORDS.list} ${list.id} ${list.title}`;
  sheet.merge({ top: 0, left: 0, bottom: 0, right }, title, STYLES.title);
  sheet.height(0, 34);
  putCaption(sheet, list, fill);
  sheet.height(1, 22);
  sheet.put(layout.headerRow, 0, WORDS.ordinal, STYLES.head);
  for (const column of list.columns) {
    sheet.put(layout.headerRow, layout.columns.get(column.name)!, heading(column), STYLES.head);
  }
  sheet.height(layout.headerRow, 32);
  if (fill.identity) sheet.put(0, layout.identityColumn, identityText(fill.identity), STYLES.identity);
}

/** Unit on the left, period on the right; a list of a single column has room for both in one. */
function putCaption(sheet: SheetBuilder, list: DetailList, { reporter, period }: ListFill): void {
  const right = list.columns.length;
  const unit = WORDS.reporter + reporter;
  if (right < 2) {
    const both = `${unit}　${periodText(period)}`;
    return sheet.merge({ top: 1, left: 0, bottom: 1, right }, both, STYLES.captionLeft);
  }
  const split = periodColumn(list);
  sheet.merge({ top: 1, left: 0, bottom: 1, right: split - 1 }, unit, STYLES.captionLeft);
  sheet.merge({ top: 1, left: split, bottom: 1, right }, periodText(period), STYLES.captionRight);
}

/** The period takes no more columns from the right than it needs, or a long name of a unit would be cut off. */
function periodColumn({ columns }: DetailList): number {
  let first = columns.length;
  for (let width = widthOf(columns[first - 1]!); width < PERIOD_WIDTH && first > 2;) {
    first--;
    width += widthOf(columns[first - 1]!);
  }
  return first;
}

function putRecord(
  sheet: SheetBuilder,
  list: DetailList,
  layout: ListLayout,
  i: number,
  fill: ListFill,
): void {
  const row = layout.firstRow + i;
  const record = fill.records[i];
  sheet.put(row, 0, i + 1, STYLES.stub);
  for (const column of list.columns) {
    sheet.put(
      row,
      layout.columns.get(column.name)!,
      { value: record?.[column.name] ?? null },
      recordStyle(column, fill.readOnly === true),
    );
  }
  const lines = list.columns.map((column) => textLines(String(record?.[column.name] ?? ""), widthOf(column)));
  sheet.height(row, Math.max(20, Math.max(...lines) * 14 + 4));
}

function recordStyle(column: ListColumn, readOnly: boolean): CellStyle {
  return valueStyle(column.kind, readOnly ? "plain" : "open");
}

/** Amounts say their measure in the heading. */
function heading(column: ListColumn): string {
  return column.kind === "amount" ? `${column.name}（元）` : column.name;
}

function widthOf(column: ListColumn): number {
  return column.width ?? 14;
}

function totalWidth(list: DetailList): number {
  return list.columns.reduce((sum, column) => sum + widthOf(column), 6);
}
