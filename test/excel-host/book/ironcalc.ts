import type { Model } from "@ironcalc/wasm";
import { MAX_COLUMNS } from "../../../src/workbook/address";
import type { Calculator, CalculatorName, CalculatorSheet } from "./calculator";
import type { GridValue } from "./grid";
import { mapNames, mapReferences, sameName, sheetOf } from "./references";

/** The part of `@ironcalc/wasm` that we use; a loader (Node or browser) hands it over. */
export interface IronCalc {
  readonly Model: new (name: string, locale: string, timezone: string, language: string) => Model;
}

/** `Model.getCellType`: the values are those of Excel's TYPE function. */
const NUMBER_TYPE = 1;
const BOOLEAN_TYPE = 4;

/**
 * The binding yields formatted text only. With this format a number arrives with 15 significant digits, the precision
 * that Excel shows; scientific formats cut digits off (315 → 314.999999999999).
 */
const FULL_PRECISION = `0.${"0".repeat(40)}`;

/** IronCalc (MIT/Apache-2.0) as the formula engine of the simulated Excel. */
export function createIronCalculator(library: IronCalc): Calculator {
  let current: Model | undefined;
  let structure = "";
  let inputs: Map<number, string>[] = [];

  /** Sheets and names are set up once; later calls pass on only the cells that changed. */
  function modelFor(sheets: readonly CalculatorSheet[], names: readonly CalculatorName[]): Model {
    const wanted = JSON.stringify([sheets.map((sheet) => sheet.name), names]);
    if (current && wanted === structure) return current;
    current?.free();
    current = createModel(library, sheets, names);
    structure = wanted;
    inputs = sheets.map(() => new Map<number, string>());
    return current;
  }

  return {
    calculate(sheets, names, put) {
      const formulas = allFormulas(sheets, names);
      if (formulas === "") return;
      const model = modelFor(sheets, names);
      const alias = aliases(sheets, names);
      model.pauseEvaluation();
      const results = sheets.map((sheet, i) =>
        isMeant(sheet, formulas) ? passOn(model, i, sheet, inputs[i]!, alias) : [],
      );
      model.resumeEvaluation();
      model.evaluate();
      results.forEach((cells, i) => {
        for (const [row, column] of cells) put(i, row, column, readResult(model, i, row, column));
      });
    },
  };
}

/** The formulas of all cells and names as one text in small letters; empty where no cell has one. */
function allFormulas(sheets: readonly CalculatorSheet[], names: readonly CalculatorName[]): string {
  const texts: string[] = [];
  for (const sheet of sheets) {
    let hasOwn = false;
    for (const [, , , formula] of sheet.cells()) {
      if (formula === undefined) continue;
      texts.push(formula);
      hasOwn = true;
    }
    // A formula's own sheet is meant where it names none.
    if (hasOwn) texts.push(`${sheet.name}!`);
  }
  if (texts.length === 0) return "";
  return [...texts, ...names.map(({ formula }) => formula)].join("\n").toLowerCase();
}

/** Could a formula read the sheet? Handing over the cells of one that none names would take longer than to calculate. */
function isMeant({ name }: CalculatorSheet, formulas: string): boolean {
  const quoted = name.toLowerCase().replace(/'/g, "''");
  return formulas.includes(quoted) || formulas.includes("indirect(");
}

function createModel(
  library: IronCalc,
  sheets: readonly CalculatorSheet[],
  names: readonly CalculatorName[],
): Model {
  const model = new library.Model("workbook", "en", "UTC", "en");
  const alias = aliases(sheets, names);
  sheets.forEach((_, i) => {
    if (i > 0) model.newSheet();
    model.renameSheet(i, sheetAlias(i));
  });
  names.forEach((name, i) => {
    const refersTo = alias(name.formula).slice(1);
    // Broken names (#REF!) and constants are refused by IronCalc; formulas that use them give #NAME? there.
    if (/![$A-Z]/.test(refersTo)) model.newDefinedName(nameAlias(i), name.sheet, refersTo);
  });
  return model;
}

function sheetAlias(index: number): string {
  return `S${index}_`;
}

function nameAlias(index: number): string {
  return `N_${index}_`;
}

/** IronCalc refuses Chinese names, so sheets and names go by ASCII aliases inside the engine. */
function aliases(
  sheets: readonly CalculatorSheet[],
  names: readonly CalculatorName[],
): (formula: string) => string {
  const sheetIndex = (name: string): number => sheets.findIndex((sheet) => sameName(sheet.name, name));
  return (formula) => {
    const withSheets = mapReferences(formula, (reference) => {
      const sheet = sheetOf(reference);
      if (sheet === undefined) return reference;
      const index = sheet === null ? -1 : sheetIndex(sheet);
      return index < 0 ? null : { ...reference, context: [sheetAlias(index)] };
    });
    if (names.length === 0) return withSheets;
    return mapNames(withSheets, (name) => {
      const index = names.findIndex((known) => sameName(known.name, name));
      return index < 0 ? name : nameAlias(index);
    });
  };
}

type Address = readonly [row: number, column: number];

/** Hands the changed cells of a sheet to the engine. @returns the cells that hold formulas. */
function passOn(
  model: Model,
  index: number,
  sheet: CalculatorSheet,
  known: Map<number, string>,
  alias: (formula: string) => string,
): Address[] {
  const stale = new Set(known.keys());
  const formulas: Address[] = [];
  const changed: Address[] = [];
  for (const [row, column, value, formula] of sheet.cells()) {
    const input = formula ?? literal(value);
    if (input === "") continue;
    if (formula !== undefined) formulas.push([row, column]);
    const key = row * MAX_COLUMNS + column;
    stale.delete(key);
    if (known.get(key) === input) continue;
    known.set(key, input);
    model.setUserInput(index, row + 1, column + 1, formula === undefined ? input : alias(formula));
    if (formula !== undefined) changed.push([row, column]);
  }
  for (const key of stale) {
    known.delete(key);
    const [row, column] = [Math.floor(key / MAX_COLUMNS) + 1, (key % MAX_COLUMNS) + 1];
    model.setUserInput(index, row, column, "");
  }
  setFullPrecision(model, index, changed);
  return formulas;
}

/** Formats cells in runs down their columns: one call a cell would take longer than the calculation. */
function setFullPrecision(model: Model, sheet: number, cells: readonly Address[]): void {
  const sorted = [...cells].sort(([rowA, columnA], [rowB, columnB]) => columnA - columnB || rowA - rowB);
  for (let start = 0, end = 1; start < sorted.length; start = end++) {
    const [row, column] = sorted[start]!;
    while (end < sorted.length && sorted[end]![1] === column && sorted[end]![0] === row + end - start) end++;
    const area = { sheet, row: row + 1, column: column + 1, width: 1, height: end - start };
    model.updateRangeStyle(area, "num_fmt", FULL_PRECISION);
  }
}

/** A value as IronCalc takes input: texts with the apostrophe that keeps them texts. */
function literal(value: GridValue): string {
  if (typeof value === "string") return value === "" ? "" : `'${value}`;
  return String(value).toUpperCase();
}

function readResult(model: Model, sheet: number, row: number, column: number): GridValue {
  const text = model.getFormattedCellValue(sheet, row + 1, column + 1);
  const type = model.getCellType(sheet, row + 1, column + 1);
  if (type === NUMBER_TYPE) return Number(text);
  return type === BOOLEAN_TYPE ? text === "TRUE" : text;
}
