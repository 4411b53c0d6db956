import { absoluteReference, areaToA1, parseA1, parseArea, type Area } from "../../../src/workbook/address";
import type { Book } from "../book/book";
import type { ChartState, SeriesState } from "../book/chart-state";
import type { GridValue } from "../book/grid";
import type { BookListener } from "../book/events";
import type { Sheet } from "../book/sheet";
import { styleProperty } from "../book/style";
import { exportSheet, type SheetJson } from "./sheet-json";
import { formatValue } from "../model/values";
import type { Json } from "../protocol/messages";

/** The open workbook as a person sees and touches it. Sheets are named as on their tabs. */
export class WorkbookView {
  constructor(private readonly book: Book) {}

  get name(): string {
    return this.book.name;
  }

  /** Names of all sheets in the order of their tabs, hidden ones too. */
  get sheetNames(): readonly string[] {
    return this.book.sheets.map((sheet) => sheet.name);
  }

  get visibleSheetNames(): readonly string[] {
    return this.book.sheets.filter((sheet) => sheet.visibility === "Visible").map((sheet) => sheet.name);
  }

  get calculationMode(): Book["calculationMode"] {
    return this.book.calculationMode;
  }

  get activeSheet(): string {
    return this.book.activeSheet.name;
  }

  /** `'关工02'!E7:E9`. */
  get selection(): string {
    const { sheet, area } = this.book.selection;
    return `'${sheet.name}'!${areaToA1(area)}`;
  }

  /** Defined names of the workbook and what they refer to, with `=`. */
  get names(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.book.names.map(({ name, formula }) => [name, formula]));
  }

  /** Throws where there is no such sheet. */
  sheet(name: string): SheetView {
    const sheet = this.book.sheet(name);
    if (!sheet) throw new Error(`There is no sheet ${name}; there are ${this.sheetNames.join(", ")}.`);
    return new SheetView(sheet);
  }

  hasSheet(name: string): boolean {
    return this.book.sheet(name) !== undefined;
  }

  addSheet(name: string): SheetView {
    return new SheetView(this.book.addSheet(name));
  }

  deleteSheet(name: string): void {
    this.book.deleteSheet(this.existing(name));
  }

  renameSheet(name: string, to: string): void {
    this.book.renameSheet(this.existing(name), to);
  }

  /** The person goes to a place, `'关工02'!E7`, by a link or the name box; false where there is none. */
  goTo(reference: string): boolean {
    const place = this.book.locate(reference, this.book.activeSheet);
    if (!place || place.sheet.visibility !== "Visible") return false;
    this.book.select(place.sheet, place.area);
    return true;
  }

  /** The person opens the sheet by its tab. */
  activate(name: string): void {
    this.book.activate(this.existing(name));
  }

  /** The person opens a chart sheet, which has no cells, until another sheet is shown. */
  openChartSheet(): void {
    this.book.chartSheetIsActive = true;
  }

  /** The person clicks into another workbook, or back into this one. */
  set hasFocus(has: boolean) {
    this.book.otherWorkbookHasFocus = !has;
  }

  /** The person presses Ctrl+Z. @returns false where there is nothing to take back */
  undo(): boolean {
    return this.book.undoStack.undo();
  }

  /** Calls back after every change that an event of Excel would report. @returns a function that ends it. */
  listen(listener: BookListener): () => void {
    return this.book.events.listen(listener);
  }

  private existing(name: string): Sheet {
    const sheet = this.book.sheet(name);
    if (!sheet) throw new Error(`There is no sheet ${name}.`);
    return sheet;
  }
}

/** One sheet as a person sees and touches it. Addresses are A1. */
export class SheetView {
  constructor(private readonly state: Sheet) {}

  get name(): string {
    return this.state.name;
  }

  get visibility(): Sheet["visibility"] {
    return this.state.visibility;
  }

  /** `#RRGGBB`, empty for none. */
  get tabColor(): string {
    return this.state.tabColor;
  }

  /** Everything on the sheet as plain data, after calculation where that is due. */
  snapshot(): SheetJson {
    this.state.book.calculate();
    return exportSheet(this.state);
  }

  get isProtected(): boolean {
    return this.state.protection !== null;
  }

  /** `A1:G30`, the area that holds values; undefined for an empty sheet. */
  get usedArea(): string | undefined {
    const area = this.state.grid.usedArea(true);
    return area && areaToA1(area);
  }

  get merges(): readonly string[] {
    return this.state.merges.map(areaToA1);
  }

  /** Comments by address. */
  get comments(): Readonly<Record<string, string>> {
    const own = this.state.book.comments.filter((comment) => comment.sheet === this.state);
    return Object.fromEntries(
      own.map(({ row, column, content }) => [
        areaToA1({ top: row, left: column, bottom: row, right: column }),
        content,
      ]),
    );
  }

  /** What the cell shows. */
  text(address: string): string {
    const { date1904 } = this.state.book;
    return formatValue(this.value(address), String(this.format(address, "numberFormat")), date1904);
  }

  value(address: string): GridValue {
    const { row, column } = cellAddress(address);
    return this.state.value(row, column);
  }

  /** Rows and columns count from 0. */
  valueAt(row: number, column: number): GridValue {
    return this.state.value(row, column);
  }

  /** The values of an area, `C5:C26`, row by row. */
  values(address: string): GridValue[][] {
    const area = areaAddress(address);
    return Array.from({ length: area.bottom - area.top + 1 }, (_, i) =>
      Array.from({ length: area.right - area.left + 1 }, (_unused, j) =>
        this.state.value(area.top + i, area.left + j),
      ),
    );
  }

  /** With its `=`; undefined where none stands. */
  formula(address: string): string | undefined {
    const { row, column } = cellAddress(address);
    return this.state.grid.cell(row, column)?.formula;
  }

  /** The place in the workbook that a click on the cell leads to, `'关工02'!E7`. */
  link(address: string): string | undefined {
    const { row, column } = cellAddress(address);
    const reference = this.state.links.get(`${row},${column}`)?.["documentReference"];
    return typeof reference === "string" ? reference : undefined;
  }

  /** A property of the cell's format: `numberFormat`, `fill.color`, `font.bold`, `borders.EdgeTop.style`. */
  format(address: string, property: string): Json {
    const { row, column } = cellAddress(address);
    return styleProperty(this.state.grid.style(row, column), property) ?? null;
  }

  /** Types into a cell as a person does: Excel reads the input, recalculates and tells the add-ins. */
  type(address: string, input: number | string | boolean): void {
    const { row, column } = cellAddress(address);
    const area = { top: row, left: column, bottom: row, right: column };
    this.state.assertWritable(area);
    const before = this.state.value(row, column);
    this.state.input(row, column, input);
    this.state.announceChange(area, { before, after: this.state.value(row, column) });
  }

  /** Selects cells and shows the sheet. */
  select(address: string): void {
    this.state.book.select(this.state, areaAddress(address));
  }

  protect(password?: string): void {
    this.state.protect({}, password ?? null);
  }

  unprotect(): void {
    this.state.protection = null;
  }

  get charts(): readonly ChartView[] {
    return this.state.charts.map((chart) => new ChartView(chart));
  }

  /** Throws where there is no such chart. */
  chart(name: string): ChartView {
    const chart = this.charts.find((candidate) => candidate.name === name);
    if (!chart) throw new Error(`There is no chart ${name} on ${this.name}.`);
    return chart;
  }
}

/** A chart as a person sees it: its values are those that are in the cells now. */
export class ChartView {
  constructor(private readonly state: ChartState) {}

  /** Stays the same as long as the chart is there. */
  get id(): string {
    return this.state.id;
  }

  get name(): string {
    return this.state.name;
  }

  get type(): string {
    return this.state.type;
  }

  /** The title above the chart; undefined where none is shown. */
  get title(): string | undefined {
    const bag = this.state.bag.child("title");
    const text = bag.values.get("text");
    return bag.values.get("visible") === false || typeof text !== "string" ? undefined : text;
  }

  /** Position and size in points. */
  get box(): { left: number; top: number; width: number; height: number } {
    const { left, top, width, height } = this.state;
    return { left, top, width, height };
  }

  /** Everything that was set: legend, axes, labels, colours. Names as in the API, parts with a slash at the end. */
  get format(): Json {
    return this.state.bag.toJson();
  }

  get series(): readonly SeriesView[] {
    return this.state.series.map((series) => seriesView(this.state, series));
  }
}

export interface SeriesView {
  readonly name: string;
  readonly type: string;
  readonly values: readonly GridValue[];
  readonly categories: readonly GridValue[];
  /** Where the values come from, `'图表数据'!$B$2:$B$9`; null where they come from nowhere. */
  readonly source: string | null;
  readonly format: Json;
}

function seriesView(chart: ChartState, series: SeriesState): SeriesView {
  return {
    name: chart.seriesName(series),
    type: String(series.bag.values.get("chartType") ?? chart.type),
    values: chart.read(series.values),
    categories: chart.categories(series),
    source: normalised(chart, series.values),
    format: series.bag.toJson(),
  };
}

/** References as our plans write them, whatever way Excel was given them. */
function normalised(chart: ChartState, reference: string | null): string | null {
  if (reference === null) return null;
  const place = chart.sheet.book.locate(reference, chart.sheet);
  return place ? absoluteReference(place.sheet.name, place.area) : reference;
}

function cellAddress(address: string): { row: number; column: number } {
  const cell = parseA1(address);
  if (!cell) throw new Error(`${address} is no cell.`);
  return cell;
}

function areaAddress(address: string): Area {
  const area = parseArea(address);
  if (!area) throw new Error(`${address} is no area.`);
  return area;
}
