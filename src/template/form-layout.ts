/** Where everything is in a form: one place for those who write it, read it and point into it. */
import { toA1, type Area, type Span } from "../workbook/address";
import { columnsOf } from "./form-columns";
import type { Form, FormColumnRole, Template } from "./template";

/** Rows and columns count from 0. */
export interface FormLayout {
  readonly form: string;
  /** The sheet's name. */
  readonly sheet: string;
  /** Where each column is: in the order of the form's columns. A cover lacks some. */
  readonly columns: Readonly<Partial<Record<FormColumnRole, number>>>;
  readonly captionRow: number;
  readonly headerRows: Span;
  /** 栏次; null on a cover. */
  readonly markRow: number | null;
  /** By code. */
  readonly rows: ReadonlyMap<string, number>;
  readonly table: Area;
  readonly signatureRow: number;
  readonly notesRow: number;
  /** The hidden column right of the table; the identity is in its first row. */
  readonly identityColumn: number;
}

const TABLE_FIRST_ROW = 6;
const COVER_FIRST_ROW = 4;

/** The layout that {@link formSheet} writes; the form must be of the template. */
export function layoutForm(_template: Template, form: Form): FormLayout {
  const cover = form.layout === "cover";
  const columns = columnsOf(form);
  const first = cover ? COVER_FIRST_ROW : TABLE_FIRST_ROW;
  const last = first + form.indicators.length - 1;
  return {
    form: form.id,
    sheet: form.id,
    columns: Object.fromEntries(columns.map(({ role }, i) => [role, i])),
    captionRow: 2,
    headerRows: cover ? { first: 3, last: 3 } : { first: 3, last: 4 },
    markRow: cover ? null : 5,
    rows: new Map(form.indicators.map((indicator, i) => [indicator.code, first + i])),
    table: { top: 3, left: 0, bottom: last, right: columns.length - 1 },
    signatureRow: last + 1,
    notesRow: last + 2,
    identityColumn: columns.length,
  };
}

/** The A1 address of a line's cell, `E7`; null where the form has no such line or column. */
export function cellOf(layout: FormLayout, code: string, column: FormColumnRole): string | null {
  const row = layout.rows.get(code);
  const at = layout.columns[column];
  return row === undefined || at === undefined ? null : toA1(row, at);
}
