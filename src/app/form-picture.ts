/** A form of an office's own as a sheet to be looked at: a sign and a tint in every cell say what becomes of it. */
import { drawnOwnSheet } from "../template/workbook/drawn-own-sheet";
import { withRecordCells } from "../template/own-lists";
import type { CellUse } from "../template/own-sheet";
import type { Template } from "../template/template";
import { toA1 } from "../workbook/address";
import type { CellStyle, ColumnPlan, PlanCell, SheetPlan } from "../workbook/plan";
import { halfWidths } from "../workbook/text-lines";
import { VIEW_PREFIX, viewName } from "./source-view-plan";

const TINTS: Readonly<Record<CellUse, string>> = {
  sum: "DCEBFA",
  computed: "E2F0E0",
  text: "FFF6D0",
  lastYear: "F3E1F3",
  unused: "EBEBEB",
};

const LABEL: CellStyle = { vertical: "center" };
const NARROWEST = 6;
const WIDEST = 28;

/** Null where the template has no such form. */
export function formPicture({ forms, lists }: Template, id: string): SheetPlan | null {
  const form = forms.find((each) => each.id === id);
  const own = form && withRecordCells(form, lists);
  if (!own) return null;
  const drawn = drawnOwnSheet(own, "");
  const uses = new Map(
    own.tables.flatMap(({ cells }) => cells.map((cell) => [toA1(cell.row, cell.column), cell.use])),
  );
  const cells = drawn.cells.map((cell): PlanCell => {
    const use = uses.get(toA1(cell.row, cell.column));
    return { ...cell, style: use ? { ...cell.style, fill: TINTS[use] } : LABEL };
  });
  const merges = drawn.merges ?? [];
  return {
    ...drawn,
    name: viewName("", own.sheet).replace(`${VIEW_PREFIX} `, VIEW_PREFIX),
    tabColor: "8A6D3B",
    cells,
    columns: widthsOf(
      cells,
      new Set(merges.filter(({ left, right }) => right > left).map(({ top, left }) => toA1(top, left))),
    ),
    protected: true,
  };
}

function widthsOf(cells: readonly PlanCell[], merged: ReadonlySet<string>): ColumnPlan[] {
  const widths = new Map<number, number>();
  const counts = new Map<number, number>();
  for (const { row } of cells) counts.set(row, (counts.get(row) ?? 0) + 1);
  for (const { row, column, value } of cells) {
    // Titles and notes run on over the empty cells beside them.
    const isAlone = counts.get(row)! < 3 || merged.has(toA1(row, column));
    const width = isAlone ? NARROWEST : Math.min(WIDEST, halfWidths(String(value ?? "")) + 2);
    widths.set(column, Math.max(widths.get(column) ?? NARROWEST, width));
  }
  return [...widths].sort(([a], [b]) => a - b).map(([column, width]) => ({ column, width }));
}
