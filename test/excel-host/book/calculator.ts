import type { GridValue } from "./grid";

/** The cells of a sheet that a formula engine must know. */
export interface CalculatorSheet {
  readonly name: string;
  /** Row, column, value, and formula (with `=`) where there is one. */
  cells(): Iterable<readonly [row: number, column: number, value: GridValue, formula: string | undefined]>;
}

export interface CalculatorName {
  readonly name: string;
  /** The index of the sheet it belongs to; null for the whole workbook. */
  readonly sheet: number | null;
  /** With its `=`. */
  readonly formula: string;
}

/** Computes a workbook. The simulated Excel calls it only when somebody looks at values. */
export interface Calculator {
  /** Calls `put` for every cell that holds a formula, with its result; an error is its text, `#DIV/0!`. */
  calculate(
    sheets: readonly CalculatorSheet[],
    names: readonly CalculatorName[],
    put: (sheet: number, row: number, column: number, value: GridValue) => void,
  ): void;
}
