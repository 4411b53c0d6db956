/** Several sheets for one form or list: which one counts, which are copies (D18), which carry a list on (D30). */
import { listSheetName } from "../../template/list-sheet";
import { CELL_KINDS } from "../../workbook/workbook";
import type { Finding } from "../finding";
import { shapeFinding } from "../findings";
import { sheetPlace } from "../grid";
import { compact } from "../normalise/clean";
import type { KnownSheet } from "../recognise/known-sheet";
import type { AlignContext } from "./context";
import type { Target } from "../template-words";

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

/** D18: several tables stand on the sheet; said once, with the first of them. */
function together({ grid, together: titles = [] }: KnownSheet, target: Target): Finding[] {
  if (titles[0] !== target.title) return [];
  const params = { variant: "together", titles: titles.join("、"), count: titles.length };
  return [shapeFinding("D18", "note", sheetPlace(grid), params)];
}

/** Sheets that are no form, no list and none of ours: D25 a hidden one that holds something, D18 one with numbers. */
export function extraSheets(sheets: readonly KnownSheet[]): Finding[] {
  return sheets
    .filter(({ target, identity }) => !target && !identity)
    .flatMap(({ grid }) => {
      const { name: which, visibility, cells } = grid.sheet;
      const where = sheetPlace(grid);
      if (visibility === "visible")
        return cells.kinds.includes(NUMBER)
          ? [shapeFinding("D18", "note", where, { variant: "extra", which })]
          : [];
      return cells.count > 0 ? [shapeFinding("D25", "explain", where, { variant: "sheet", which })] : [];
    });
}

const NUMBER = CELL_KINDS.indexOf("number");
