import { contains, type Area } from "../../../src/workbook/address";
import { accessDenied, invalidOperation } from "../protocol/errors";
import type { Json, JsonObject } from "../protocol/messages";
import type { Book } from "./book";
import type { ChartState } from "./chart-state";
import { addressOf } from "./area";
import { Grid, type GridCell, type GridValue } from "./grid";
import { readInput } from "./input";
import type { NameState } from "./name-state";
import { PropertyBag } from "./property-bag";
import { assertFormula } from "./formula-check";
import { styleProperty, withProperty } from "./style";
import { rewriteFormulasIn, type RuleState, type ValidationState } from "./rule-state";
import type { TableState } from "./table-state";

export type SheetVisibility = "Visible" | "Hidden" | "VeryHidden";

export interface SheetProtection {
  readonly options: JsonObject;
  readonly password: string | null;
}

/** One worksheet of an open workbook. */
export class Sheet {
  deleted = false;
  visibility: SheetVisibility = "Visible";
  /** `#RRGGBB`, empty for none. */
  tabColor = "";
  selection: Area = { top: 0, left: 0, bottom: 0, right: 0 };
  protection: SheetProtection | null = null;
  /** Rows and columns that stay in view. */
  frozen: { readonly rows: number; readonly columns: number } | null = null;
  autoFilter: { readonly area: Area; readonly criteria: JsonObject } | null = null;
  readonly grid = new Grid();
  readonly merges: Area[] = [];
  readonly names: NameState[] = [];
  readonly charts: ChartState[] = [];
  readonly tables: TableState[] = [];
  readonly rules: RuleState[] = [];
  readonly validations: ValidationState[] = [];
  /** By `row,column`. */
  readonly links = new Map<string, JsonObject>();
  /** `showGridlines` and similar. */
  readonly view = new PropertyBag();
  readonly page = new PropertyBag();
  readonly customProperties = new Map<string, string>();

  constructor(
    readonly book: Book,
    public name: string,
    readonly id: string,
  ) {}

  /** Writes as an add-in or a person does; no event. `null` leaves the cell alone. */
  input(row: number, column: number, input: Json): void {
    if (input === null) return;
    const style = this.grid.style(row, column);
    const read = readInput(input, styleProperty(style, "numberFormat") === "@");
    if (read.formula !== undefined) assertFormula(this.book, read.formula);
    const cell = this.grid.touch(row, column);
    if (this.book.undoStack.isOn) this.rememberCell(row, column, { ...cell });
    cell.value = read.value;
    if (read.formula === undefined) delete cell.formula;
    else cell.formula = read.formula;
    if (read.format !== undefined && styleProperty(style, "numberFormat") === "General") {
      cell.style = withProperty(style, "numberFormat", read.format);
    }
    this.book.touch();
  }

  private rememberCell(row: number, column: number, before: GridCell): void {
    this.book.undoStack.record(() => {
      if (this.deleted) return;
      const cell = this.grid.touch(row, column);
      delete cell.formula;
      delete cell.style;
      Object.assign(cell, before);
      this.book.touch();
    });
  }

  /** The value as Excel shows it, after calculation where that is due. */
  value(row: number, column: number): GridValue {
    this.book.calculate();
    return this.grid.cell(row, column)?.value ?? "";
  }

  /** Tells the listeners that the cells of the area were edited. */
  announceChange(area: Area, details?: { before: Json; after: Json }, changeType = "RangeEdited"): void {
    this.book.events.emit({
      kind: "changed",
      sheet: this.id,
      address: addressOf(area),
      changeType,
      ...(details === undefined ? {} : { details }),
    });
  }

  setVisibility(visibility: SheetVisibility): void {
    this.book.assertStructure();
    if (visibility !== "Visible" && this.visibility === "Visible") this.book.assertAnotherVisible();
    const wasActive = this.book.activeSheet === this;
    const before = this.visibility;
    this.book.undoable(() => this.setVisibility(before));
    this.visibility = visibility;
    if (wasActive && visibility !== "Visible") {
      this.book.activate(this.book.sheets.find((sheet) => sheet.visibility === "Visible")!);
    }
  }

  protect(options: JsonObject, password: string | null): void {
    if (this.protection) throw invalidOperation("the worksheet is already protected");
    this.protection = { options, password };
    this.book.clearUndo();
  }

  /** Refuses a change of cells of which one is locked, and of formats unless they were allowed. */
  assertWritable(area: Area, what: "values" | "format" = "values"): void {
    if (this.book.readOnly) throw accessDenied();
    if (!this.protection) return;
    if (what === "format") {
      if (this.protection.options["allowFormatCells"] !== true) throw accessDenied();
    } else if (this.hasLockedCell(area)) throw accessDenied();
  }

  /** For changes that protection forbids altogether: charts, rows, rules. */
  assertUnprotected(): void {
    if (this.book.readOnly || this.protection) throw accessDenied();
  }

  /** What the sheet uses: values, and unless these alone are asked for, formats and merged cells too. */
  usedArea(valuesOnly: boolean): Area | undefined {
    const used = this.grid.usedArea(valuesOnly);
    if (valuesOnly || this.merges.length === 0) return used;
    const all = used ? [used, ...this.merges] : this.merges;
    const edge = (side: keyof Area, pick: (a: number, b: number) => number): number =>
      all.map((area) => area[side]).reduce((a, b) => pick(a, b));
    return {
      top: edge("top", Math.min),
      left: edge("left", Math.min),
      bottom: edge("bottom", Math.max),
      right: edge("right", Math.max),
    };
  }

  mergeAt(row: number, column: number): Area | undefined {
    return this.merges.find((merge) => contains(merge, row, column));
  }

  rewriteFormulas(change: (formula: string) => string): void {
    for (const line of this.grid.rows.values()) for (const cell of line.values()) rewrite(cell, change);
    for (const name of this.names) name.formula = change(name.formula);
    for (const rule of this.rules) rule.rewriteFormulas(change);
    for (const validation of this.validations) validation.rule = rewriteFormulasIn(validation.rule, change);
    for (const chart of this.charts) chart.rewriteReferences(change);
  }

  private hasLockedCell(area: Area): boolean {
    for (const style of this.grid.stylesIn(area)) {
      if (styleProperty(style, "protection.locked") !== false) return true;
    }
    return false;
  }
}

function rewrite(cell: GridCell, change: (formula: string) => string): void {
  if (cell.formula !== undefined) cell.formula = change(cell.formula);
}
