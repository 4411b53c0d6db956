/** The signs that say in the template workbook what each cell of an own sheet is for. */
import type { OfficeCell } from "../../workbook/plan";
import { fold } from "../../workbook/fold";
import type { CellUse, OwnCell, OwnSheet } from "../own-sheet";
import { isFurtherFill } from "../cell-fill";
import { withEveryLine } from "../unit-lines";

export const SIGNS: Readonly<Record<CellUse, string>> = {
  sum: "∑",
  computed: "＝",
  text: "文",
  lastYear: "上",
  unused: "－",
};

/** As people type them. */
const OTHER_SPELLINGS: Readonly<Record<CellUse, RegExp>> = {
  sum: /^(?:[∑Σ⅀σ?+]|合计|汇总|求和)$/,
  computed: /^(?:=|计算)$/,
  text: /^(?:文字?|字|不汇总)$/,
  lastYear: /^(?:上年?|去年?)$/,
  unused: /^(?:[-—–−]{1,2}|不用|无)$/,
};

/** The use that the text stands for; null for any other text. */
export function useMeant(text: string): CellUse | null {
  const word = fold(text).replace(/\s/g, "");
  const uses = Object.keys(SIGNS) as CellUse[];
  return uses.find((use) => SIGNS[use] === text.trim() || OTHER_SPELLINGS[use].test(word)) ?? null;
}

/** A cell that shows a label of the blank keeps it: it is not used, and needs no sign. */
export function bearsSign(cell: OwnCell): boolean {
  const { use, holds } = cell;
  if (isFurtherFill(cell)) return false;
  return use !== "unused" || typeof holds !== "string" || holds.startsWith("=");
}

/** The signs of the sheet's cells. */
export function signCells(own: OwnSheet): OfficeCell[] {
  return cellsOf(own)
    .filter(bearsSign)
    .map(({ row, column, use }) => ({ row, column, value: SIGNS[use] }));
}

/** The same cells as the blank has them. */
export function blankCells(own: OwnSheet): OfficeCell[] {
  return cellsOf(own)
    .filter(bearsSign)
    .map(({ row, column, formula, holds }): OfficeCell => {
      if (formula !== undefined) return { row, column, value: null, formula };
      if (typeof holds === "string" && holds.startsWith("="))
        return { row, column, value: null, formula: holds.slice(1) };
      return { row, column, value: holds ?? null };
    });
}

function cellsOf(own: OwnSheet): readonly OwnCell[] {
  return own.tables.flatMap((table) => withEveryLine(table).cells);
}
