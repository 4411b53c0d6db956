import { absoluteReference, type Area } from "../../../src/workbook/address";
import type { GridValue } from "./grid";
import { PropertyBag } from "./property-bag";
import type { Sheet } from "./sheet";

/**
 * Where the points of a series come from: a reference such as `'图表数据'!$B$2:$B$9`, read from the grid whenever
 * somebody looks. `null` where there is none (categories that were never given: 1, 2, 3 …).
 */
export type SourceReference = string | null;

/** One series of a chart. */
export interface SeriesState {
  /** A text, or `=` and the reference of the cell that holds it. */
  name: string;
  values: SourceReference;
  categories: SourceReference;
  readonly bag: PropertyBag;
}

/** A chart on a sheet. It keeps references, never copies of values. */
export class ChartState {
  readonly series: SeriesState[] = [];
  readonly bag = new PropertyBag();
  /** Position and size in points, as a person would see them. */
  left = 0;
  top = 0;
  width = 360;
  height = 216;
  plotBy: "Rows" | "Columns" = "Columns";

  constructor(
    readonly sheet: Sheet,
    readonly id: string,
    public name: string,
    public type: string,
  ) {}

  addSeries(
    name: string,
    values: SourceReference,
    categories: SourceReference,
    at = this.series.length,
  ): SeriesState {
    const series = { name, values, categories, bag: new PropertyBag() };
    this.series.splice(at, 0, series);
    return series;
  }

  /** Replaces all series by what is in the area. */
  setData(source: { sheet: Sheet; area: Area }, by: "Rows" | "Columns"): void {
    this.plotBy = by;
    this.series.length = 0;
    const layout = detectLayout(source.sheet, source.area, by);
    for (const { name, values } of layout.series) this.addSeries(name, values, layout.categories);
  }

  rewriteReferences(change: (formula: string) => string): void {
    for (const series of this.series) {
      if (series.name.startsWith("=")) series.name = change(series.name);
      series.values = changeReference(series.values, change);
      series.categories = changeReference(series.categories, change);
    }
  }

  /** The values of a reference as they are in the grid now; a lost reference has none. */
  read(reference: SourceReference): GridValue[] {
    if (reference === null) return [];
    return cellsOf(this.sheet, reference).map(({ sheet, row, column }) => sheet.value(row, column));
  }

  seriesName(series: SeriesState): string {
    if (!series.name.startsWith("=")) return series.name;
    return String(this.read(series.name.slice(1))[0] ?? "");
  }

  /** Categories as numbered by Excel where none were given. */
  categories(series: SeriesState): GridValue[] {
    if (series.categories !== null) return this.read(series.categories);
    return this.read(series.values).map((_, i) => i + 1);
  }
}

/** The cells of a reference in reading order. */
export function cellsOf(own: Sheet, reference: string): { sheet: Sheet; row: number; column: number }[] {
  const place = own.book.locate(reference, own);
  if (!place) return [];
  const { sheet, area } = place;
  const cells = [];
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) cells.push({ sheet, row, column });
  }
  return cells;
}

function changeReference(reference: SourceReference, change: (formula: string) => string): SourceReference {
  return reference === null ? null : change(`=${reference}`).slice(1);
}

interface Layout {
  readonly categories: SourceReference;
  readonly series: readonly { readonly name: string; readonly values: SourceReference }[];
}

/**
 * How Excel reads a block of cells: texts in the first line are the series' names, texts in the first line across
 * are the categories. https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-charts shows both.
 */
function detectLayout(sheet: Sheet, area: Area, by: "Rows" | "Columns"): Layout {
  const lines = splitLines(area, by);
  const isLabel = (row: number, column: number): boolean => typeof sheet.value(row, column) === "string";
  const hasNames =
    lines.length > 0 && length(lines[0]!) > 1 && lines.every((line) => isLabel(line.top, line.left));
  const bodies = hasNames ? lines.map((line) => withoutFirst(line, by)) : lines;
  const first = bodies[0]!;
  const hasCategories = lines.length > 1 && everyCell(first, isLabel);
  const reference = (part: Area): string => absoluteReference(sheet.name, part);
  return {
    categories: hasCategories ? reference(first) : null,
    series: bodies.slice(hasCategories ? 1 : 0).map((body, i) => ({
      name: hasNames ? `=${reference(firstCell(lines[i + (hasCategories ? 1 : 0)]!))}` : `Series${i + 1}`,
      values: reference(body),
    })),
  };
}

function splitLines(area: Area, by: "Rows" | "Columns"): Area[] {
  const lines: Area[] = [];
  if (by === "Columns") {
    for (let column = area.left; column <= area.right; column++)
      lines.push({ ...area, left: column, right: column });
  } else {
    for (let row = area.top; row <= area.bottom; row++) lines.push({ ...area, top: row, bottom: row });
  }
  return lines;
}

function firstCell(line: Area): Area {
  return { ...line, bottom: line.top, right: line.left };
}

function withoutFirst(line: Area, by: "Rows" | "Columns"): Area {
  return by === "Columns" ? { ...line, top: line.top + 1 } : { ...line, left: line.left + 1 };
}

function length(line: Area): number {
  return Math.max(line.bottom - line.top, line.right - line.left) + 1;
}

function everyCell(area: Area, test: (row: number, column: number) => boolean): boolean {
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) if (!test(row, column)) return false;
  }
  return true;
}
