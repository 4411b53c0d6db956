/** Slips that a plan cannot show, put into the grid: D07, D14, D17. */
import type { Expected } from "../../fixtures/planters";
import { pick, type Random } from "../../../src/samples/random";
import { toA1 } from "../../../src/workbook/address";
import { cellsOf } from "../../../src/workbook/cells";
import type { Cell, Workbook } from "../../../src/workbook/workbook";
import { withCells } from "./grid";

export interface GridPlanter {
  readonly defect: string;
  readonly plant: (workbook: Workbook, random: Random) => { workbook: Workbook; expected: Expected } | null;
}

const structureProtected: GridPlanter = {
  defect: "D07",
  plant: (workbook) => ({
    workbook: { ...workbook, structureProtected: true },
    expected: { code: "D07", sheet: null, cell: null },
  }),
};

/** 本年 of a form. */
const isFigure = ({ column, kind }: Cell): boolean => column === 4 && kind === "number";

/** A figure, or a result, takes its value from another file. */
const externalLink = onCell(
  "D14",
  (cell) => isFigure(cell) && cell.formula === undefined,
  (cell) => ({ ...cell, formula: `[1]Sheet1!$B$${cell.row + 1}` }),
);

/** A formula that nobody calculated: written by a program, never opened in Excel. */
const notCalculated = onCell(
  "D17",
  (cell) => isFigure(cell) && cell.formula !== undefined,
  (cell) => ({ ...cell, kind: "empty", value: null }),
);

/** The same for a unit's own simple sum in a field. */
const ownSum = onCell(
  "D17",
  (cell) => isFigure(cell) && cell.formula === undefined && Number(cell.value) > 1,
  (cell) => ({ ...cell, kind: "empty", value: null, formula: `${Number(cell.value) - 1}+1` }),
);

function onCell(defect: string, fits: (cell: Cell) => boolean, change: (cell: Cell) => Cell): GridPlanter {
  return {
    defect,
    plant(workbook, random) {
      const forms = workbook.sheets.filter(({ name }) => /^关工(?!00)/.test(name));
      const places = forms.flatMap((sheet) =>
        [...cellsOf(sheet)].filter(fits).map((cell) => ({ sheet, cell })),
      );
      if (places.length === 0) return null;
      const { sheet, cell } = pick(random, places);
      const changed = withCells(sheet, (each) =>
        each.row === cell.row && each.column === cell.column ? change(each) : each,
      );
      return {
        workbook: { ...workbook, sheets: workbook.sheets.map((each) => (each === sheet ? changed : each)) },
        expected: { code: defect, sheet: sheet.name, cell: toA1(cell.row, cell.column) },
      };
    },
  };
}

export const GRID_PLANTERS: readonly GridPlanter[] = [
  structureProtected,
  externalLink,
  notCalculated,
  ownSum,
];
