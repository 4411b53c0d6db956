/** After cells were changed: results of formulas that rest on them, and what charts over them keep of their points. */
import { contains, toA1, type Area } from "../../../workbook/address";
import { cellAt, cellsOf } from "../../../workbook/cells";
import type { Sheet, Workbook } from "../../../workbook/workbook";
import { browserInflate } from "../../read/browser-inflate";
import { readXlsx } from "../../read/xlsx";
import { compileFormula, type Reference } from "./evaluate";
import type { Result } from "./formula-values";
import { ForeignPackage } from "./foreign-package";
import { sheetsOf } from "./foreign-workbook";
import type { PatchOptions } from "./patch-xlsx";
import { refreshCharts } from "./refresh-charts";
import { writeResults, type NewResult } from "./write-results";

/** So many looks at references are made; where more would be needed, results are left to Excel. */
const MOST_LOOKS = 4_000_000;

interface Changed {
  readonly sheet: string;
  readonly cells: readonly { readonly row: number; readonly column: number }[];
}

/** The workbook with what follows from the changes that were made in it. */
export function refreshed(bytes: Uint8Array, changes: readonly Changed[], options: PatchOptions): Uint8Array {
  const inflate = options.inflate ?? browserInflate;
  const workbook = readXlsx(bytes, { inflate });
  const state = new Recalculation(workbook, changes);
  const store = new ForeignPackage(bytes, inflate);
  const sheets = sheetsOf(store);
  let any = false;
  for (const [sheet, results] of state.results()) {
    const path = sheets.find(({ name }) => name === sheet)?.path ?? null;
    if (path === null) continue;
    const before = store.need(path);
    const after = writeResults(before, results);
    if (after === before) continue;
    any = true;
    store.replace(path, after);
  }
  const charts = refreshCharts(store, (reference) =>
    state.isTouched(reference) ? state.values(reference) : null,
  );
  return any || charts ? store.build(options.deflate) : bytes;
}

interface FormulaCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly formula: ReturnType<typeof compileFormula>;
}

class Recalculation {
  private readonly sheets: ReadonlyMap<string, Sheet>;
  private readonly formulas: readonly FormulaCell[];
  private readonly places: ReadonlyMap<string, FormulaCell>;
  /** Cells that were changed, and formulas that rest on them. */
  private readonly touched = new Map<string, Set<string>>();
  private readonly computed = new Map<string, Result | undefined>();
  private readonly underWay = new Set<string>();

  constructor(workbook: Workbook, changes: readonly Changed[]) {
    this.sheets = new Map(workbook.sheets.map((sheet) => [sheet.name.toLowerCase(), sheet]));
    const compiled = new Map<string, ReturnType<typeof compileFormula>>();
    const compile = (text: string): ReturnType<typeof compileFormula> => {
      const known = compiled.get(text) ?? compileFormula(text);
      compiled.set(text, known);
      return known;
    };
    this.formulas = workbook.sheets.flatMap((sheet) =>
      [...cellsOf(sheet)].flatMap(({ row, column, formula }) =>
        formula === undefined ? [] : [{ sheet: sheet.name, row, column, formula: compile(formula) }],
      ),
    );
    this.places = new Map(this.formulas.map((cell) => [keyOf(cell.sheet, cell.row, cell.column), cell]));
    for (const { sheet, cells } of changes)
      for (const { row, column } of cells) this.touch(sheet, row, column);
    this.spread();
  }

  private touch(sheet: string, row: number, column: number): void {
    const key = sheet.toLowerCase();
    const cells = this.touched.get(key) ?? new Set();
    cells.add(`${row} ${column}`);
    this.touched.set(key, cells);
  }

  /** Formulas that rest on touched cells are touched themselves, until no more are. */
  private spread(): void {
    let open = this.formulas.filter(
      ({ sheet, row, column }) => !this.touched.get(sheet.toLowerCase())?.has(`${row} ${column}`),
    );
    let looks = 0;
    for (let found = true; found;) {
      found = false;
      open = open.filter((cell) => {
        const { references, isOpen } = cell.formula;
        looks += references.length * this.touchedCount;
        const isTouched =
          isOpen || looks > MOST_LOOKS || references.some((each) => this.isTouched(each, cell.sheet));
        if (!isTouched) return true;
        this.touch(cell.sheet, cell.row, cell.column);
        found = true;
        return false;
      });
    }
  }

  private get touchedCount(): number {
    return [...this.touched.values()].reduce((sum, { size }) => sum + size, 0);
  }

  isTouched({ sheet, area }: Reference, own = ""): boolean {
    const cells = this.touched.get((sheet ?? own).toLowerCase());
    if (!cells) return false;
    for (const cell of cells) {
      const [row, column] = cell.split(" ").map(Number) as [number, number];
      if (contains(area, row, column)) return true;
    }
    return false;
  }

  /** New results by sheet, of touched formulas alone; undefined where none is known. */
  results(): Map<string, NewResult[]> {
    const results = new Map<string, NewResult[]>();
    for (const { sheet, row, column } of this.formulas) {
      if (!this.touched.get(sheet.toLowerCase())?.has(`${row} ${column}`)) continue;
      const result = this.compute(sheet, row, column);
      results.set(sheet, [...(results.get(sheet) ?? []), { row, column, result }]);
    }
    return results;
  }

  /** Null where one of them is not known. */
  values({ sheet, area }: Reference): readonly Result[] | null {
    const found = cellsIn(area).map(([row, column]) => this.valueAt(sheet ?? "", row, column));
    return found.every((value) => value !== undefined) ? found : null;
  }

  private compute(sheet: string, row: number, column: number): Result | undefined {
    const key = keyOf(sheet, row, column);
    if (this.computed.has(key)) return this.computed.get(key);
    // A formula that rests on itself.
    if (this.underWay.has(key)) return undefined;
    this.underWay.add(key);
    let isKnown = true;
    const outcome = this.places.get(key)!.formula.evaluate((reference) =>
      cellsIn(reference.area).map(([r, c]) => {
        const value = this.valueAt(reference.sheet ?? sheet, r, c);
        if (value === undefined) isKnown = false;
        return value ?? null;
      }),
    );
    this.underWay.delete(key);
    const result = isKnown && outcome ? outcome.result : undefined;
    this.computed.set(key, result);
    return result;
  }

  private valueAt(name: string, row: number, column: number): Result | undefined {
    const sheet = this.sheets.get(name.toLowerCase());
    if (!sheet) return undefined;
    const isTouched = this.touched.get(name.toLowerCase())?.has(`${row} ${column}`) ?? false;
    if (isTouched && this.places.has(keyOf(sheet.name, row, column)))
      return this.compute(sheet.name, row, column);
    const cell = cellAt(sheet, row, column);
    if (!cell) return null;
    if (cell.kind === "error") return { error: String(cell.value) };
    return cell.kind === "empty" && cell.formula !== undefined ? undefined : cell.value;
  }
}

function cellsIn({ top, left, bottom, right }: Area): [number, number][] {
  const cells: [number, number][] = [];
  for (let row = top; row <= bottom; row++)
    for (let column = left; column <= right; column++) cells.push([row, column]);
  return cells;
}

function keyOf(sheet: string, row: number, column: number): string {
  return `${sheet.toLowerCase()}!${toA1(row, column)}`;
}
