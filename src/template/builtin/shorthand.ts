/** Short ways to write down forms and lines; what is left out follows from the aggregation and the measure. */
import { isNumber, isUsuallyCarried, isUsuallyRequired, usualFloor, usualKind } from "../defaults";
import { COVER_COLUMNS, TABLE_COLUMNS } from "./form-columns";
import type { Aggregation, Form, Indicator, ListColumn, UnitKind } from "../template";

export const EVERYONE: readonly UnitKind[] = ["T", "D", "H"];

/** A line before its form is known: who fills it is the form's matter unless said here. */
export type LineDraft = Omit<Indicator, "fills"> & { readonly fills?: readonly UnitKind[] };

type More = Partial<Omit<Indicator, "code" | "name" | "measure" | "aggregation">>;

/**
 * One line of a form. Numbers must be given and are not negative, last year's value is beside them; lines with
 * a formula are filled by it; texts may stay empty. `more` says what differs.
 */
export function line(
  code: string,
  name: string,
  measure: string,
  aggregation: Aggregation,
  more: More = {},
): LineDraft {
  const kind = more.kind ?? usualKind(aggregation, measure);
  const floor = more.floor ?? usualFloor(kind, measure);
  return {
    code,
    name,
    measure,
    kind,
    aggregation,
    required: isUsuallyRequired(kind, more.formula),
    indent: 0,
    carried: isUsuallyCarried(kind),
    ...(isNumber(kind) ? { min: 0 } : {}),
    ...(floor === undefined ? {} : { floor }),
    ...more,
  };
}

/** A line that may be below zero: a difference. */
export function difference(
  code: string,
  name: string,
  measure: string,
  formula: string,
  more: More,
): LineDraft {
  const { min: _atLeastZero, ...draft } = line(code, name, measure, "computed", { formula, ...more });
  return draft;
}

export function form(
  id: string,
  title: string,
  fills: readonly UnitKind[],
  lines: readonly LineDraft[],
  more: { readonly layout?: Form["layout"]; readonly notes?: readonly string[] } = {},
): Form {
  return {
    id,
    code: id.slice(-2),
    title,
    fills,
    layout: more.layout ?? "table",
    columns: more.layout === "cover" ? COVER_COLUMNS : TABLE_COLUMNS,
    indicators: lines.map((draft) => ({ ...draft, fills: draft.fills ?? fills })),
    notes: more.notes ?? [],
  };
}

export function column(
  name: string,
  kind: ListColumn["kind"],
  width: number,
  more: Partial<Pick<ListColumn, "choices" | "required" | "personal">> = {},
): ListColumn {
  return { name, kind, width, required: false, personal: false, ...more };
}
