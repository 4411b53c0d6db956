/** D19: rows that the template does not have. What they hold is listed in 模板外, and never counted. */
import type { Cell } from "../../workbook/workbook";
import type { Finding } from "../../findings/finding";
import { shapeFinding } from "../findings";
import { at, carries, place, textAt, type Grid } from "../grid";
import { rawText } from "../normalise/clean";
import { columnOfHeading, isColumnNumberRow } from "../columns";
import type { OffTemplate } from "../submission";
import type { Anchors } from "./anchors";
import type { FormColumns } from "./form-columns";
import { isUncalculated, isYear, rangesOf, uncaptionedFigures } from "./figures";
import { rowTexts } from "./form-columns";
import type { Remains } from "./context";

/** Signatures and footnotes: a row that begins so is no row of a table. */
export const FOOT =
  /^(?:单位负责人|负责人|审核人|审核关系|填表人|制表人|联系电话|报出日期|填表日期|说明|注|备注|附注)\s*[:：]/;

export function extraRows(grid: Grid, anchors: Anchors, columns: FormColumns): Remains {
  const anchored = new Set(anchors.rows.map(({ row }) => row));
  const head = new Set(columns.headRows);
  const top = Math.max(...head, head.size > 0 ? -1 : (anchors.rows[0]?.row ?? 0) - 1);
  const bottom = anchors.rows.at(-1)?.row ?? -1;
  const known = new Set(columns.at.values());
  const aside: Cell[] = [];
  const outside: Cell[] = [];
  const findings: Finding[] = [];
  for (const [row, cells] of grid.rows) {
    if (anchored.has(row) || head.has(row)) continue;
    const [first] = row > top && !isNoRecord(grid, row, columns) ? figuresOf(grid, row, columns) : [];
    if (first === undefined) {
      const isWithin = row > top && row < bottom && !isNoRecord(grid, row, columns);
      const figures = figuresOutside(cells, row < top);
      outside.push(...figures);
      if (isWithin)
        aside.push(
          ...cells.filter((cell) => carries(cell) && !known.has(cell.column) && !figures.includes(cell)),
        );
      continue;
    }
    aside.push(...cells.filter(carries));
    const params = extraRow(labelOf(grid, row, anchors, columns), textAt(grid, row, first));
    findings.push(shapeFinding("D19", "explain", place(grid, row, first), params));
  }
  return {
    offTemplate: [...aside, ...outside].map((cell) => offTemplate(grid, cell)),
    findings: [...findings, ...outsideFinding(grid, outside)],
  };
}

/** A figure in a row that the template does not have; the row may have no name. */
export function extraRow(label: string, raw: string): Finding["params"] {
  return label === "" ? { variant: "unnamed", raw } : { label, raw };
}

/** Figures among titles, captions, signatures and notes. */
function figuresOutside(cells: readonly Cell[], above: boolean): Cell[] {
  if (isColumnNumberRow(cells.map(rawText))) return [];
  return uncaptionedFigures(cells).filter((cell) => !above || !isYear(cell));
}

export function offTemplate(grid: Grid, cell: Cell): OffTemplate {
  const raw = isUncalculated(cell) ? `=${cell.formula}` : rawText(cell);
  return { place: place(grid, cell.row, cell.column), raw };
}

/** D19, as a note: figures above, below or between what the template has. Said once for a sheet. */
export function outsideFinding(grid: Grid, figures: readonly Cell[]): Finding[] {
  const [first] = figures;
  if (first === undefined) return [];
  const params = { variant: "outside", cells: rangesOf(figures), count: figures.length };
  return [shapeFinding("D19", "note", place(grid, first.row, first.column), params)];
}

/** A head repeated on the next page, 栏次, signatures, notes. */
function isNoRecord(grid: Grid, row: number, { ofForm }: FormColumns): boolean {
  const texts = rowTexts(grid, row);
  const first = texts.find((text) => text.trim() !== "") ?? "";
  if (FOOT.test(first.trim()) || isColumnNumberRow(texts)) return true;
  return texts.filter((text) => columnOfHeading(text, ofForm, null) !== null).length >= 2;
}

/** The columns of figures and explanations in which something stands; a merged note across the sheet is none. */
function figuresOf(grid: Grid, row: number, columns: FormColumns): number[] {
  return (["value", "lastYear", "note"] as const)
    .flatMap((name) => columns.at.get(name) ?? [])
    .filter((column) => {
      const cell = at(grid, row, column);
      return cell !== undefined && carries(cell);
    });
}

function labelOf(grid: Grid, row: number, anchors: Anchors, columns: FormColumns): string {
  const column = anchors.nameColumn ?? columns.at.get("name");
  const named = column === undefined ? "" : textAt(grid, row, column);
  const any = (grid.rows.get(row) ?? []).find((cell) => cell.kind === "text" && carries(cell));
  return named || (any ? rawText(any).trim() : "");
}
