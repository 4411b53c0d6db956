/** Where several reports of one unit differ, line by line. */
import type { Entry, Submission } from "../intake/submission";
import type { Template } from "../template/template";

export interface Difference {
  /** `关工02`, `L1`. */
  readonly part: string;
  /** The line's code or the list's row, counted from 1. */
  readonly line: string;
  /** The line's or column's name. */
  readonly name: string;
  /** One for each report, in their order; null where nothing stands. A refused cell is the text that is in it. */
  readonly values: readonly Entry["value"][];
}

/** What differs, in the template's order. Personal lists and columns, and the cover, are left alone. */
export function compareReports(reports: readonly Submission[], template: Template): readonly Difference[] {
  const rows = [...linesOf(template), ...cellsOf(reports, template)];
  return rows
    .map(({ entryOf, ...row }) => ({ ...row, values: reports.map((report) => valueOf(entryOf(report))) }))
    .filter(({ values }) => values.some((value) => value !== values[0]));
}

interface Row extends Omit<Difference, "values"> {
  readonly entryOf: (report: Submission) => Entry | undefined;
}

function linesOf({ forms }: Template): Row[] {
  return forms
    .filter(({ layout }) => layout !== "cover")
    .flatMap(({ id, indicators }) =>
      indicators.map(({ code, name }) => ({
        part: id,
        line: code,
        name,
        entryOf: (report: Submission) => report.forms.get(id)?.lines.get(code)?.current,
      })),
    );
}

function cellsOf(reports: readonly Submission[], { lists }: Template): Row[] {
  return lists
    .filter(({ personal }) => !personal)
    .flatMap(({ id, columns }) => {
      const length = Math.max(0, ...reports.map((report) => report.lists.get(id)?.rows.length ?? 0));
      const open = columns.filter(({ personal }) => !personal);
      return Array.from({ length }, (_, row) =>
        open.map(({ name }) => ({
          part: id,
          line: String(row + 1),
          name,
          entryOf: (report: Submission) => report.lists.get(id)?.rows[row]?.cells.get(name),
        })),
      ).flat();
    });
}

function valueOf(entry: Entry | undefined): Entry["value"] {
  if (entry === undefined) return null;
  return entry.state === "refused" ? entry.raw : entry.value;
}
