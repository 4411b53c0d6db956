/** D27: rows of totals on an office's own sheet that do not come to what the records above them do. */
import type { Finding } from "../../findings/finding";
import { exactSum } from "../../workbook/exact-sum";
import { shapeFinding } from "../findings";
import { at, place, type Grid } from "../grid";
import { inOneLine } from "../labels";
import { rawText } from "../normalise/clean";
import type { ListRow } from "../submission";
import type { Head } from "./list-head";
import type { ListColumnLayout } from "./list-layout";

/** What was read below one head. */
export interface ReadPart {
  readonly head: Head;
  readonly rows: readonly ListRow[];
  /** Rows of totals. */
  readonly totals: readonly number[];
}

/** A total may be of all records, of those so far, of its page, or of those since the one before. */
export function unequalTotals(
  grid: Grid,
  columns: readonly ListColumnLayout[],
  parts: readonly ReadPart[],
): Finding[] {
  const summed = columns.filter(({ item }) => item !== undefined);
  const all = parts.flatMap(({ rows }) => rows);
  return parts.flatMap(({ head, rows, totals }) =>
    totals.flatMap((row, i) =>
      summed.flatMap(({ name, heading }): Finding[] => {
        const column = head.at.get(name);
        const cell = column === undefined ? undefined : at(grid, row, column);
        // A zero is what the blank has where nothing was added up.
        if (column === undefined || typeof cell?.value !== "number" || cell.value === 0) return [];
        const isAbove = (record: ListRow): boolean => record.row < row;
        const since = rows.filter((record) => isAbove(record) && record.row > (totals[i - 1] ?? -1));
        const possible = [all, all.filter(isAbove), rows, since].map((records) => sumOf(records, name));
        if (possible.some((sum) => Math.abs(sum - (cell.value as number)) < NOISE)) return [];
        const params = {
          variant: "unequal",
          heading: inOneLine(heading),
          raw: rawText(cell),
          expected: since.length > 0 && totals.length > 1 ? possible[3]! : possible[0]!,
        };
        return [shapeFinding("D27", "explain", place(grid, row, column), params)];
      }),
    ),
  );
}

const NOISE = 1e-6;

function sumOf(records: readonly ListRow[], name: string): number {
  return exactSum(
    records.flatMap(({ cells }) => {
      const value = cells.get(name)?.value;
      return typeof value === "number" ? [value] : [];
    }),
  );
}
