/** D34: a unit of measure that was changed on the form: 万元 for 元. The figures are read as the template counts them. */
import { WORDS } from "../../template/words";
import type { Finding } from "../../findings/finding";
import { shapeFinding } from "../findings";
import { place, textAt, type Grid } from "../grid";
import { bareUnit, parseMeasure } from "../normalise/measures";
import { clean, compact, rawText } from "../normalise/clean";
import type { Anchor } from "./anchors";
import type { FormColumns } from "./form-columns";

export function changedMeasures(grid: Grid, anchors: readonly Anchor[], columns: FormColumns): Finding[] {
  const column = columns.at.get("measure");
  const lines = anchors.flatMap(({ row, indicator }) => {
    const found = column === undefined ? "" : textAt(grid, row, column);
    if (column === undefined || !isRescaled(found, indicator.measure)) return [];
    const params = { name: indicator.name, found, expected: indicator.measure };
    return [shapeFinding("D34", "explain", place(grid, row, column), params, indicator.code)];
  });
  return lines.length > 0 ? lines : changedCaption(grid, anchors, columns);
}

/** 计量单位：万元 above a table whose lines count in 元. */
function changedCaption(grid: Grid, anchors: readonly Anchor[], columns: FormColumns): Finding[] {
  const first = columns.headRows[0] ?? anchors[0]?.row ?? 0;
  for (const [row, cells] of grid.rows) {
    if (row >= first) break;
    for (const cell of cells) {
      const caption = compact(rawText(cell));
      if (!caption.startsWith(CAPTION)) continue;
      const found = caption.slice(CAPTION.length);
      const line = anchors.find(({ indicator }) => isRescaled(found, indicator.measure));
      if (line === undefined) continue;
      const params = { variant: "caption", found, expected: line.indicator.measure };
      return [shapeFinding("D34", "explain", place(grid, row, cell.column), params)];
    }
  }
  return [];
}

const CAPTION = compact(WORDS.measure);

/** The same base by ten thousand or a hundred million more, or less. */
export function isRescaled(found: string, measure: string): boolean {
  if (found === "" || measure === "") return false;
  const [said, wanted] = [parseMeasure(bareUnit(clean(found).text)), parseMeasure(measure)];
  return said.scale !== wanted.scale && wanted.words.has(said.base);
}
