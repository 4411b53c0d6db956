/** Where everything is in 单位数据 and 上年数据: one place for the sheets and for the formulas that point into them. */
import type { Consolidation } from "../consolidation/consolidation";
import { type FormLine, countyLines } from "../consolidation/contributions";
import type { Form, Template } from "../template/template";
import { WORDS } from "../template/words";
import { type Area, absoluteReference, areaToA1, quoteSheetName, toA1 } from "../workbook/address";
import type { LastYear } from "../validation/last-year";
import { LIMITS } from "../workbook/limits";
import { SHEETS } from "./sheet-names";

/** Rows and columns count from 0. */
export const DATA_ROWS = { title: 0, note: 1, form: 2, code: 3, name: 4, measure: 5, firstUnit: 6 } as const;
export const DATA_COLUMNS = { unit: 0, type: 1, status: 2, firstLine: 3 } as const;

/** So many ranges make a formula that a person can read. */
const FEW_RANGES = 12;

export class DataLayout {
  readonly lines: readonly FormLine[];
  /** 调整, above the totals; null on a sheet without. */
  readonly adjustmentRow: number | null;
  readonly totalRow: number;
  /** Totals of the units alone with which this year is compared; null where that is the whole county. */
  readonly comparedRow: number | null;
  private readonly columns: ReadonlyMap<string, number>;
  private readonly rows: ReadonlyMap<string, number>;

  /** `units`: the names in the order of their rows. */
  constructor(
    readonly sheet: string,
    template: Template,
    readonly units: readonly string[],
    { adjusted = false, compared = false }: { readonly adjusted?: boolean; readonly compared?: boolean } = {},
  ) {
    this.lines = countyLines(template);
    this.columns = new Map(
      this.lines.map(({ indicator }, i) => [indicator.code, DATA_COLUMNS.firstLine + i]),
    );
    this.rows = new Map(units.map((unit, i) => [unit, DATA_ROWS.firstUnit + i]));
    const below = DATA_ROWS.firstUnit + units.length;
    this.adjustmentRow = adjusted ? below : null;
    this.totalRow = adjusted ? below + 1 : below;
    this.comparedRow = compared ? this.totalRow + 1 : null;
  }

  /** The column of a line; the code must be one of a table of the template. */
  column(code: string): number {
    const column = this.columns.get(code);
    if (column === undefined) throw new RangeError(`no column for line ${code}`);
    return column;
  }

  /** Undefined where the unit has no row. */
  row(unit: string): number | undefined {
    return this.rows.get(unit);
  }

  /** The columns of a form's lines. */
  columnsOf(form: Form): { readonly first: number; readonly last: number } {
    const own = this.lines.flatMap((line) => (line.form === form ? [this.column(line.indicator.code)] : []));
    return { first: Math.min(...own), last: Math.max(...own) };
  }

  /** The units' cells of a line, as a formula names them: `'单位数据'!$E$7:$E$28`. */
  range(code: string): string {
    return absoluteReference(this.sheet, this.area(code));
  }

  /** All that a total adds up: the units' cells, and 调整 where there is one. */
  summed(code: string): string {
    return absoluteReference(this.sheet, { ...this.area(code), bottom: this.totalRow - 1 });
  }

  /**
   * What some units come to, `SUM('单位数据'!E7:E21)`, or all without the others where that is shorter; of a line of yes and no
   * how many say yes.
   */
  sum(units: readonly string[], code: string): string {
    const own = new Set(units);
    const ranges = this.ranges(units, code);
    if (ranges.length <= FEW_RANGES) return this.added(ranges, code);
    const others = this.ranges(
      this.units.filter((unit) => !own.has(unit)),
      code,
    );
    if (others.length >= ranges.length) return this.added(ranges, code);
    return `(${this.added([this.range(code)], code)}-${this.added(others, code)})`;
  }

  private added(ranges: readonly string[], code: string): string {
    if (ranges.length === 0) return "0";
    if (this.isYesNo(code)) return `(${ranges.map(countYes).join("+")})`;
    const groups = Array.from({ length: Math.ceil(ranges.length / LIMITS.arguments) }, (_, i) =>
      ranges.slice(i * LIMITS.arguments, (i + 1) * LIMITS.arguments),
    );
    const sums = groups.map((group) => `SUM(${group.join(",")})`);
    return sums.length === 1 ? sums[0]! : `(${sums.join("+")})`;
  }

  isYesNo(code: string): boolean {
    return this.lines.some(({ indicator }) => indicator.code === code && indicator.kind === "yesNo");
  }

  /** The cells of some units: those that are below each other in one range, `'单位数据'!E7:E21`. */
  private ranges(units: readonly string[], code: string): string[] {
    const column = this.column(code);
    const rows = units.flatMap((unit) => this.row(unit) ?? []).sort((a, b) => a - b);
    const runs: { first: number; last: number }[] = [];
    for (const row of rows) {
      const run = runs.at(-1);
      if (run && row === run.last + 1) run.last = row;
      else runs.push({ first: row, last: row });
    }
    return runs.map(({ first, last }) => {
      const area = { top: first, left: column, bottom: last, right: column };
      return `${quoteSheetName(this.sheet)}!${areaToA1(area)}`;
    });
  }

  /** One unit's cell, as a formula names it: `'单位数据'!E7`. */
  cell(unit: string, code: string): string {
    const row = this.row(unit);
    if (row === undefined) throw new RangeError(`no row for unit ${unit}`);
    return this.reference(row, this.column(code));
  }

  /** The total's cell, seen from another sheet. */
  total(code: string): string {
    return this.reference(this.totalRow, this.column(code));
  }

  /** The cell of the total that is compared with, seen from another sheet. */
  compared(code: string): string {
    return this.reference(this.lastRow, this.column(code));
  }

  /** The total's cell, seen from this sheet. */
  ownTotal(code: string): string {
    return toA1(this.totalRow, this.column(code));
  }

  /** The cell of the total that is compared with, seen from this sheet. */
  ownCompared(code: string): string {
    return toA1(this.lastRow, this.column(code));
  }

  get lastRow(): number {
    return this.comparedRow ?? this.totalRow;
  }

  /** The cell that a link to the line leads to. */
  head(code: string): string {
    return this.reference(DATA_ROWS.code, this.column(code));
  }

  private area(code: string): Area {
    const column = this.column(code);
    return { top: DATA_ROWS.firstUnit, left: column, bottom: this.lastUnitRow, right: column };
  }

  private get lastUnitRow(): number {
    return DATA_ROWS.firstUnit + this.units.length - 1;
  }

  private reference(row: number, column: number): string {
    return `${quoteSheetName(this.sheet)}!${toA1(row, column)}`;
  }
}

/** Of one cell a plain question: not every program counts in a range of one. */
export function countYes(range: string): string {
  return range.includes(":") ? `COUNTIF(${range},"${WORDS.yes}")` : `IF(${range}="${WORDS.yes}",1,0)`;
}

/** Where the values are in the county workbook that the consolidation makes. */
export function layoutsOf({ template, lastYear, lastPeriod = null }: Consolidation): {
  readonly data: DataLayout;
  readonly before: DataLayout | null;
  readonly lastPeriod: DataLayout | null;
} {
  const units = template.units.map((unit) => unit.name);
  const earlier = (sheet: string, known: LastYear | null): DataLayout | null => {
    if (!known) return null;
    const former = [...known.units.keys()].filter((unit) => !units.includes(unit));
    return new DataLayout(sheet, template, [...units, ...former], { compared: known.whole !== undefined });
  };
  return {
    data: new DataLayout(SHEETS.unitData, template, units, { adjusted: true }),
    before: earlier(SHEETS.lastYearData, lastYear),
    lastPeriod: earlier(SHEETS.lastPeriodData, lastPeriod),
  };
}
