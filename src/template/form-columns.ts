/** The columns of our own forms: data of the template; where it has none, those of the built-in forms. */
import { COVER_COLUMNS, TABLE_COLUMNS } from "./builtin/form-columns";
import type { Form, FormColumn, FormColumnRole, Template } from "./template";

/** From left to right. An office's own sheet has its columns in its tables. */
export function columnsOf({ columns, layout }: Pick<Form, "columns" | "layout">): readonly FormColumn[] {
  return columns ?? usualColumns(layout);
}

/** The column of this role; null where the form has none. */
export function columnWithRole(columns: readonly FormColumn[], role: FormColumnRole): FormColumn | null {
  return columns.find((column) => column.role === role) ?? null;
}

/** A template as parsed from a workbook or store, also of an older version: every form of ours has its columns. */
export function withColumns(template: Template): Template {
  return { ...template, forms: template.forms.map(withOwnColumns) };
}

function withOwnColumns(form: Form): Form {
  if (form.layout === "own") return form;
  const usual = usualColumns(form.layout);
  return { ...form, columns: areColumns(form.columns, usual) ? form.columns : usual };
}

/** What is written into workbooks and compared: the usual columns are left out, as older versions do. */
export function withoutUsualColumns<T extends Pick<Form, "columns" | "layout">>(form: T): T {
  const { columns, ...rest } = form;
  const isUsual = columns !== undefined && isSame(columns, usualColumns(form.layout));
  return isUsual ? (rest as T) : form;
}

function usualColumns(layout: Form["layout"]): readonly FormColumn[] {
  return layout === "cover" ? COVER_COLUMNS : TABLE_COLUMNS;
}

function isSame(a: readonly FormColumn[], b: readonly FormColumn[]): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** Files are untrusted: columns that lack a role, have one twice or are damaged are not used. */
function areColumns(value: unknown, usual: readonly FormColumn[]): value is readonly FormColumn[] {
  if (!Array.isArray(value) || value.length !== usual.length || !value.every(isColumn)) return false;
  return usual.every(({ role }) => columnWithRole(value, role) !== null);
}

function isColumn(value: unknown): value is FormColumn {
  if (typeof value !== "object" || value === null) return false;
  const { heading, otherHeadings, group = "", width } = value as Readonly<Record<string, unknown>>;
  return (
    isHeading(heading) &&
    Array.isArray(otherHeadings) &&
    otherHeadings.every(isHeading) &&
    typeof group === "string" &&
    typeof width === "number" &&
    width > 0 &&
    width <= WIDEST
  );
}

/** Excel's widest column. */
const WIDEST = 255;

function isHeading(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}
