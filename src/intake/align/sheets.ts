/** Several sheets for one form or list: which one counts, which are copies (D18), which carry a list on (D30). */
import { listSheetName } from "../../template/list-sheet";
import type { Template } from "../../template/template";
import { sheetHash } from "../../workbook/content-hash";
import type { Cell } from "../../workbook/workbook";
import type { Finding } from "../../findings/finding";
import { shapeFinding } from "../findings";
import { place, sheetPlace, type Grid } from "../grid";
import { compact } from "../normalise/clean";
import type { KnownSheet } from "../recognise/known-sheet";
import type { AlignContext, Remains } from "./context";
import { offTemplate } from "./extra-rows";
import { allFigures, rangesOf } from "./figures";
import type { Target } from "../template-vocabulary";

export interface TargetSheets {
  readonly target: Target;
  /** The sheet that bears the form's own name, else the first. */
  readonly main: KnownSheet;
  readonly others: readonly KnownSheet[];
}

export function byTarget(sheets: readonly KnownSheet[]): TargetSheets[] {
  const groups = new Map<string, { target: Target; sheets: KnownSheet[] }>();
  for (const sheet of sheets) {
    if (!sheet.target) continue;
    const group = groups.get(sheet.target.id) ?? { target: sheet.target, sheets: [] };
    group.sheets.push(sheet);
    groups.set(sheet.target.id, group);
  }
  return [...groups.values()].map(({ target, sheets: own }) => {
    const main = own.find((sheet) => sheet.grid.sheet.name === expectedName(target)) ?? own[0]!;
    return { target, main, others: own.filter((sheet) => sheet !== main) };
  });
}

/** `关工02`, `L2捐助`. */
export function expectedName(target: Target): string {
  if (target.kind === "own") return target.layout.sheet.sheet;
  return target.kind === "form" ? target.id : listSheetName(target.list);
}

/** D18: the sheet was renamed; D25: it was hidden. The template does neither. */
export function sheetFindings({ target, main }: TargetSheets, { several }: AlignContext): Finding[] {
  const { sheet } = main.grid;
  const expected = expectedName(target);
  const where = sheetPlace(main.grid);
  const about = { title: target.title, id: target.id };
  return [
    ...(main.together ? together(main, target) : []),
    ...(several || main.together || compact(sheet.name) === compact(expected)
      ? []
      : [shapeFinding("D18", "note", where, { ...about, variant: "renamed", expected })]),
    ...(sheet.visibility === "visible"
      ? []
      : [shapeFinding("D25", "explain", where, { ...about, variant: "sheet", which: sheet.name })]),
  ];
}

/** D18: several tables are on the sheet; said once, with the first of them. */
function together({ grid, together: titles = [] }: KnownSheet, target: Target): Finding[] {
  if (titles[0] !== target.title) return [];
  const params = { variant: "together", titles: titles.join("、"), count: titles.length };
  return [shapeFinding("D18", "note", sheetPlace(grid), params)];
}

/** Sheets that are no form, no list, none of ours, and not as they are in the office's blank. */
export function extraSheets(sheets: readonly KnownSheet[], { otherSheets = [] }: Template): Remains {
  const remains = sheets
    .filter(({ target, identity }) => !target && !identity)
    .filter(({ grid }) => otherSheets.length === 0 || !otherSheets.includes(sheetHash(grid.sheet)))
    .map(({ grid }) => ({ grid, figures: allFigures(grid) }));
  return {
    offTemplate: remains.flatMap(({ grid, figures }) => figures.map((cell) => offTemplate(grid, cell))),
    findings: remains.flatMap(({ grid, figures }) => extraSheet(grid, figures)),
  };
}

/** D25: a hidden sheet that holds something; D18: a visible one with figures, at the first of them. */
function extraSheet(grid: Grid, figures: readonly Cell[]): Finding[] {
  const { name: which, visibility, cells } = grid.sheet;
  const [first] = figures;
  const where = first ? place(grid, first.row, first.column) : sheetPlace(grid);
  const listed: Finding["params"] = first ? { cells: rangesOf(figures), count: figures.length } : {};
  if (visibility === "visible")
    return first ? [shapeFinding("D18", "note", where, { variant: "extra", which, ...listed })] : [];
  if (cells.count === 0) return [];
  const variant = first ? "extraSheet" : "sheet";
  return [shapeFinding("D25", "explain", where, { variant, which, ...listed })];
}
