/** F23: a line is blank, and beside it a number is where none belongs: in 计量单位, 增减, 说明 or right of the table. */
import type { Cell } from "../../workbook/workbook";
import type { Finding } from "../../findings/finding";
import { shapeFinding } from "../findings";
import { place, textAt, type Grid } from "../grid";
import { clean, rawText } from "../normalise/clean";
import type { Line } from "../submission";
import type { Anchor } from "./anchors";
import type { FormColumns } from "./form-columns";

const NUMERIC: ReadonlySet<string> = new Set(["whole", "decimal", "amount", "percent"]);

export function numbersBeside(
  grid: Grid,
  anchors: readonly Anchor[],
  columns: FormColumns,
  lines: ReadonlyMap<string, Line>,
): Finding[] {
  const proper = new Set(
    (["ordinal", "name", "code", "value", "lastYear"] as const).map((name) => columns.at.get(name)),
  );
  // Under the head of a column of its own a number is at home, though not in this form: D20 says so.
  const headed = new Set(columns.strange.filter(({ heading }) => heading !== "").map(({ column }) => column));
  return anchors.flatMap(({ row, indicator }) => {
    const line = lines.get(indicator.code);
    if (!NUMERIC.has(indicator.kind) || indicator.formula !== undefined) return [];
    if (line?.current.state !== "blank" || line.current.steps.length > 0) return [];
    const stray = (grid.rows.get(row) ?? []).find(
      (cell) => !proper.has(cell.column) && !headed.has(cell.column) && isTypedNumber(cell),
    );
    if (stray === undefined) return [];
    const heading = [...columns.at].find(([, column]) => column === stray.column)?.[0];
    const at = heading === undefined ? undefined : columns.headings.get(heading);
    const params = {
      name: indicator.name,
      raw: textAt(grid, row, stray.column),
      target: line.current.place.cell,
      ...(at === undefined ? {} : { variant: "column", heading: at.text }),
    };
    return [
      shapeFinding(
        "F23",
        indicator.required ? "mustFix" : "explain",
        place(grid, row, stray.column),
        params,
        indicator.code,
      ),
    ];
  });
}

/** Longer ones are telephone numbers. */
const MOST_DIGITS = 9;

function isTypedNumber(cell: Cell): boolean {
  const { text } = clean(rawText(cell));
  const isNumber = cell.formula === undefined && /^\d+(?:,\d{3})*(?:\.\d+)?$/.test(text);
  return isNumber && text.replace(/\D/g, "").length <= MOST_DIGITS;
}
