/** Where everything stands in a form: one place for those who write it, read it and point into it. */
import { toA1, type Area, type Span } from "../workbook/address";
import type { Form, Template } from "./template";

export type FormColumn =
  "ordinal" | "name" | "code" | "measure" | "current" | "lastYear" | "change" | "changePercent" | "reason";

/** Rows and columns count from 0. */
export interface FormLayout {
  readonly form: string;
  /** The sheet's name. */
  readonly sheet: string;
  /** Where each column stands; a cover has name, code, current and reason (its hint) only. */
  readonly columns: Readonly<Partial<Record<FormColumn, number>>>;
  readonly captionRow: number;
  readonly headerRows: Span;
  /** 栏次; null on a cover. */
  readonly markRow: number | null;
  /** By code. */
  readonly rows: ReadonlyMap<string, number>;
  readonly table: Area;
  readonly signatureRow: number;
  readonly notesRow: number;
  /** The hidden column right of the table; the identity stands in its first row. */
  readonly identityColumn: number;
}

const TABLE_COLUMNS = {
  ordinal: 0,
  name: 1,
  code: 2,
  measure: 3,
  current: 4,
  lastYear: 5,
  change: 6,
  changePercent: 7,
  reason: 8,
} as const;

const COVER_COLUMNS = { ordinal: 0, name: 1, code: 2, current: 3, reason: 4 } as const;

/** Widths in characters, in the order of the columns; together one page of A4 upright at full size. */
export const FORM_WIDTHS: Readonly<Record<FormColumn, number>> = {
  ordinal: 5,
  name: 27,
  code: 6.5,
  measure: 9,
  current: 11,
  lastYear: 10.5,
  change: 9.5,
  changePercent: 8,
  reason: 16,
};

const TABLE_FIRST_ROW = 6;
const COVER_FIRST_ROW = 4;

/** The layout that {@link formSheet} writes; the form must be of the template. */
export function layoutForm(_template: Template, form: Form): FormLayout {
  const cover = form.layout === "cover";
  const columns = cover ? COVER_COLUMNS : TABLE_COLUMNS;
  const first = cover ? COVER_FIRST_ROW : TABLE_FIRST_ROW;
  const last = first + form.indicators.length - 1;
  return {
    form: form.id,
    sheet: form.id,
    columns,
    captionRow: 2,
    headerRows: cover ? { first: 3, last: 3 } : { first: 3, last: 4 },
    markRow: cover ? null : 5,
    rows: new Map(form.indicators.map((indicator, i) => [indicator.code, first + i])),
    table: { top: 3, left: 0, bottom: last, right: columns.reason },
    signatureRow: last + 1,
    notesRow: last + 2,
    identityColumn: columns.reason + 1,
  };
}

/** The A1 address of a line's cell, `E7`; null where the form has no such line or column. */
export function cellOf(layout: FormLayout, code: string, column: FormColumn): string | null {
  const row = layout.rows.get(code);
  const at = layout.columns[column];
  return row === undefined || at === undefined ? null : toA1(row, at);
}
