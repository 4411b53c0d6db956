import type { Area } from "../../workbook/address";
import type { CellTable } from "../../workbook/workbook";
import { CellColumns, EMPTY } from "./cell-columns";
import { overLimit } from "./errors";
import { compileShift, type ShiftFormula } from "./formula-shift";
import type { ReadLimits } from "./limits";
import type { Texts } from "./texts";

/** What is left of the limits that the sheets of a workbook share. */
export interface Budget {
  cells: number;
  arrayCells: number;
  formulas: number;
  formulaCharacters: number;
}

interface Master {
  readonly slot: number;
  readonly row: number;
  readonly column: number;
}

interface Follower {
  readonly slot: number;
  readonly group: number;
  /** Undefined where it is still to come. */
  readonly master: Master | undefined;
  readonly row: number;
  readonly column: number;
}

/** The formulas of one sheet, each written out for its own cell. */
export class SheetFormulas {
  private readonly masters = new Map<number, Master>();
  private readonly followers: Follower[] = [];
  private readonly arrays: { readonly area: Area; readonly slot: number }[] = [];

  constructor(
    private readonly limits: ReadLimits,
    private readonly budget: Budget,
    /** Empty; it is emptied again when the sheet is finished. */
    private readonly texts: Texts,
  ) {}

  /** A formula that is in UTF-8 `bytes[from..to)`; gives its index. */
  add(bytes: Uint8Array, from: number, to: number, part: string): number {
    this.texts.append(bytes, from, to, part);
    return this.close();
  }

  /** What `add` gave is the first cell of a shared formula: the others of its group follow it. */
  lead(slot: number, group: number, row: number, column: number): number {
    this.masters.set(group, { slot, row, column });
    return slot;
  }

  /** Another cell of the group; its master may still be to come. */
  follow(group: number, row: number, column: number): number {
    const slot = this.close();
    this.followers.push({ slot, group, master: this.masters.get(group), row, column });
    return slot;
  }

  /** What `add` gave is an array formula: every cell of the area has this text. */
  spreadOver(area: Area, slot: number): number {
    if (area.top < area.bottom || area.left < area.right) this.arrays.push({ area, slot });
    return slot;
  }

  addDataTable(text: string, area: Area): number {
    this.texts.appendString(text);
    return this.spreadOver(area, this.close());
  }

  /** Completes the columns: array formulas go to all their cells, a follower without master has none. */
  finish(columns: CellColumns, lists: Pick<CellTable, "strings" | "formats">): CellTable {
    const formulas = this.texts.finish();
    this.writeOut(formulas);
    const table = columns.finish({ ...lists, formulas });
    if (this.followers.length > 0) dropEmptyFormulas(table);
    return this.arrays.length > 0 ? this.spread(table) : table;
  }

  private close(): number {
    if (--this.budget.formulas < 0)
      throw overLimit("formulas", this.limits.formulas + 1, this.limits.formulas);
    this.charge(this.texts.openLength);
    return this.texts.close();
  }

  /** Takes the characters from what is left for all. */
  private charge(length: number): void {
    const { budget, limits } = this;
    if (length > limits.formulaLength) throw overLimit("formulaLength", length, limits.formulaLength);
    budget.formulaCharacters -= length;
    if (budget.formulaCharacters < 0)
      throw overLimit("formulaCharacters", limits.formulaCharacters + 1, limits.formulaCharacters);
  }

  private writeOut(formulas: string[]): void {
    if (this.followers.length === 0) return;
    const shifts = new Map<number, ShiftFormula>();
    for (const { slot, group, master = this.masters.get(group), row, column } of this.followers) {
      if (!master) continue;
      const shift = shifts.get(master.slot) ?? compileShift(formulas[master.slot]!);
      shifts.set(master.slot, shift);
      formulas[slot] = shift(row - master.row, column - master.column);
      this.charge(formulas[slot].length);
    }
  }

  /** Rebuilds the table with the arrays' cells before the file's: what is in both keeps the file's value. */
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
