import type { Area } from "../../workbook/address";
import type { CellTable } from "../../workbook/workbook";
import { CellColumns, EMPTY } from "./cell-columns";
import { overLimit } from "./errors";
import { compileShift, type ShiftFormula } from "./formula-shift";
import type { ReadLimits } from "./limits";

/** What is left of the limits that the sheets of a workbook share. */
export interface Budget {
  cells: number;
  arrayCells: number;
  formulas: number;
  formulaCharacters: number;
}

interface Master {
  readonly row: number;
  readonly column: number;
  readonly shifted: ShiftFormula;
}

interface Follower {
  readonly slot: number;
  readonly group: number;
  readonly row: number;
  readonly column: number;
}

/** The formulas of one sheet, each written out for its own cell. */
export class SheetFormulas {
  readonly list: string[] = [];
  private readonly masters = new Map<number, Master>();
  private readonly waiting: Follower[] = [];
  private readonly arrays: { readonly area: Area; readonly slot: number }[] = [];

  constructor(
    private readonly limits: ReadLimits,
    private readonly budget: Budget,
  ) {}

  /** An ordinary formula; gives its index. */
  add(text: string): number {
    const { limits } = this;
    if (--this.budget.formulas < 0) throw overLimit("formulas", limits.formulas + 1, limits.formulas);
    return this.list.push(this.charged(text)) - 1;
  }

  /** The first cell of a shared formula: the others of its group follow it. */
  addShared(text: string, group: number, row: number, column: number): number {
    const slot = this.add(text);
    this.masters.set(group, { row, column, shifted: compileShift(text) });
    return slot;
  }

  /** Another cell of the group; its master may still be to come. */
  follow(group: number, row: number, column: number): number {
    const master = this.masters.get(group);
    if (master) return this.add(master.shifted(row - master.row, column - master.column));
    const slot = this.add("");
    this.waiting.push({ slot, group, row, column });
    return slot;
  }

  /** An array formula: every cell of the area has this text. */
  addArray(text: string, area: Area): number {
    const slot = this.add(text);
    if (area.top < area.bottom || area.left < area.right) this.arrays.push({ area, slot });
    return slot;
  }

  /** Completes the columns: array formulas go to all their cells, a follower without master has none. */
  finish(columns: CellColumns, lists: Pick<CellTable, "strings" | "formats">): CellTable {
    for (const follower of this.waiting) this.list[follower.slot] = this.charged(this.resolve(follower));
    const table = columns.finish({ ...lists, formulas: this.list });
    if (this.waiting.length > 0) dropEmptyFormulas(table);
    return this.arrays.length > 0 ? this.spread(table) : table;
  }

  /** The text, taken from what is left for all. */
  private charged(text: string): string {
    const { budget, limits } = this;
    if (text.length > limits.formulaLength)
      throw overLimit("formulaLength", text.length, limits.formulaLength);
    budget.formulaCharacters -= text.length;
    if (budget.formulaCharacters < 0)
      throw overLimit("formulaCharacters", limits.formulaCharacters + 1, limits.formulaCharacters);
    return text;
  }

  private resolve({ group, row, column }: Follower): string {
    const master = this.masters.get(group);
    return master ? master.shifted(row - master.row, column - master.column) : "";
  }

  /** Rebuilds the table with the arrays' cells before the file's: what stands in both keeps the file's value. */
  private spread(table: CellTable): CellTable {
    const formulaAt = new Map<number, number>();
    for (const { area, slot } of this.arrays) {
      this.budget.arrayCells -= (area.bottom - area.top + 1) * (area.right - area.left + 1);
      if (this.budget.arrayCells < 0)
        throw overLimit("arrayCells", this.limits.arrayCells + 1, this.limits.arrayCells);
      for (let row = area.top; row <= area.bottom; row++) {
        for (let column = area.left; column <= area.right; column++)
          formulaAt.set(row * 65536 + column, slot);
      }
    }
    const spread = new CellColumns();
    for (const [key, slot] of formulaAt) spread.add(Math.floor(key / 65536), key % 65536, EMPTY, 0, slot, 0);
    for (let i = 0; i < table.count; i++) {
      const [row, column] = [table.rows[i]!, table.columns[i]!];
      const own = table.formulaIndex[i]!;
      const formula = own >= 0 ? own : (formulaAt.get(row * 65536 + column) ?? -1);
      spread.add(row, column, table.kinds[i]!, table.numbers[i]!, formula, table.formatIndex[i]!);
    }
    return spread.finish(table);
  }
}

function dropEmptyFormulas(table: CellTable): void {
  table.formulaIndex.forEach((slot, i) => {
    if (slot >= 0 && table.formulas[slot] === "") table.formulaIndex[i] = -1;
  });
}
