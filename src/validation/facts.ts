/** What is in one unit's forms and lists, as the rule language asks for it. */
import type { Submission } from "../intake/submission";
import type { Facts, Operand } from "../rules";
import type { IndexedIndicator } from "../template/template-index";
import type { LastYear } from "./last-year";

type Rows = ReadonlyArray<ReadonlyMap<string, Operand>>;

/**
 * Facts of a submission. Only what is filled in counts: blank, 不适用 and refused cells are missing. Last year's value
 * is the carried one, else what is in the form's own 上年 column.
 */
export function factsOf(
  submission: Submission,
  indicators: ReadonlyMap<string, IndexedIndicator>,
  lastYear: LastYear | null,
): Facts {
  const carried = carriedValues(submission, lastYear);
  const rows = new Map<string, Rows>();
  return {
    current: (code) =>
      lineOf(submission, indicators, code)?.current.value ?? submission.cover.get(code)?.value ?? null,
    lastYear(code) {
      const value = carried?.get(code);
      if (value !== undefined) return indicators.get(code)?.indicator.kind === "yesNo" ? value !== 0 : value;
      return lineOf(submission, indicators, code)?.lastYear?.value ?? null;
    },
    rows(list) {
      const reading = submission.lists.get(list);
      if (reading === undefined) return null;
      const known = rows.get(list) ?? reading.rows.map((row) => valuesOf(row.cells));
      rows.set(list, known);
      return known;
    },
  };
}

function valuesOf(cells: ReadonlyMap<string, { readonly value: Operand }>): ReadonlyMap<string, Operand> {
  return new Map([...cells].map(([column, entry]) => [column, entry.value]));
}

export function lineOf(
  submission: Submission,
  indicators: ReadonlyMap<string, IndexedIndicator>,
  code: string,
) {
  const form = indicators.get(code)?.form.id;
  return form === undefined ? undefined : submission.forms.get(form)?.lines.get(code);
}

/** The unit's values of last year, by its name now or by one that it had; null where last year is not known. */
export function carriedValues(
  { unit }: Submission,
  lastYear: LastYear | null,
): ReadonlyMap<string, number> | null {
  if (unit === null || lastYear === null) return null;
  for (const name of [unit.name, ...unit.aliases]) {
    const values = lastYear.units.get(name);
    if (values !== undefined) return values;
  }
  return null;
}
