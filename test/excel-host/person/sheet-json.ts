import { areaToA1, parseA1, parseArea, toA1, type Area } from "../../../src/workbook/address";
import { ChartState } from "../book/chart-state";
import type { Grid, GridCell, GridValue, LineSize } from "../book/grid";
import { addName } from "../book/name-state";
import { PropertyBag } from "../book/property-bag";
import { RuleState } from "../book/rule-state";
import type { Sheet, SheetProtection } from "../book/sheet";
import { shared, type Style } from "../book/style";
import type { Json, JsonObject } from "../protocol/messages";
import { addressOf, placeAt } from "../model/place";
import { exportName, type NameJson } from "./book-json";

export interface CellJson {
  readonly value: GridValue;
  readonly formula?: string;
  readonly style?: Style;
}

export interface SeriesJson {
  readonly name: string;
  readonly values: string | null;
  readonly categories: string | null;
  readonly format: Json;
}

export interface ChartJson {
  readonly name: string;
  readonly type: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly plotBy: "Rows" | "Columns";
  readonly series: readonly SeriesJson[];
  readonly format: Json;
}

/** A sheet as plain JSON. Cells and areas by A1 address, rows and columns by index. */
export interface SheetJson {
  readonly name: string;
  readonly visibility: Sheet["visibility"];
  readonly tabColor: string;
  readonly selection: string;
  readonly protection: SheetProtection | null;
  readonly frozen: Sheet["frozen"];
  readonly autoFilter: { readonly area: string; readonly criteria: JsonObject } | null;
  readonly cells: Readonly<Record<string, CellJson>>;
  readonly sheetStyle: Style;
  readonly rowStyles: Readonly<Record<string, Style>>;
  readonly columnStyles: Readonly<Record<string, Style>>;
  readonly rowSizes: Readonly<Record<string, LineSize>>;
  readonly columnSizes: Readonly<Record<string, LineSize>>;
  readonly merges: readonly string[];
  readonly names: readonly NameJson[];
  readonly charts: readonly ChartJson[];
  readonly tables: readonly { readonly name: string; readonly area: string; readonly format: Json }[];
  readonly rules: readonly Json[];
  readonly validations: readonly Json[];
  readonly comments: Readonly<Record<string, { readonly content: string; readonly resolved: boolean }>>;
  readonly links: Readonly<Record<string, JsonObject>>;
  readonly view: Json;
  readonly page: Json;
  readonly customProperties: Readonly<Record<string, string>>;
}

export function exportSheet(sheet: Sheet): SheetJson {
  const { grid, book } = sheet;
  const comments = book.comments.filter((comment) => comment.sheet === sheet);
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    tabColor: sheet.tabColor,
    selection: addressOf(sheet.selection),
    protection: sheet.protection,
    frozen: sheet.frozen,
    autoFilter: sheet.autoFilter && { ...sheet.autoFilter, area: areaToA1(sheet.autoFilter.area) },
    cells: exportCells(grid),
    sheetStyle: grid.sheetStyle,
    rowStyles: Object.fromEntries(grid.rowStyles),
    columnStyles: Object.fromEntries(grid.columnStyles),
    rowSizes: exportSizes(grid.rowSizes),
    columnSizes: exportSizes(grid.columnSizes),
    merges: sheet.merges.map(areaToA1).sort(),
    names: sheet.names.map(exportName),
    charts: sheet.charts.map(exportChart),
    tables: sheet.tables.map(({ name, area, bag }) => ({ name, area: areaToA1(area), format: bag.toJson() })),
    rules: sheet.rules.map(exportRule),
    validations: sheet.validations.map(({ area, ...rest }) => ({ ...rest, area: addressOf(area) })),
    comments: Object.fromEntries(
      comments.map(({ row, column, content, resolved }) => [toA1(row, column), { content, resolved }]),
    ),
    links: Object.fromEntries([...sheet.links].map(([key, link]) => [linkAddress(key), link])),
    view: sheet.view.toJson(),
    page: sheet.page.toJson(),
    customProperties: Object.fromEntries(sheet.customProperties),
  };
}

/** Cells that hold something or look different from their row and column. */
function exportCells(grid: Grid): Record<string, CellJson> {
  const cells = [...grid.allCells()].sort(
    ([rowA, columnA], [rowB, columnB]) => rowA - rowB || columnA - columnB,
  );
  const json: Record<string, CellJson> = {};
  for (const [row, column, cell] of cells) {
    const inherited = grid.rowStyles.get(row) ?? grid.columnStyles.get(column) ?? grid.sheetStyle;
    const style = cell.style === inherited ? undefined : cell.style;
    if (cell.value === "" && cell.formula === undefined && style === undefined) continue;
    json[toA1(row, column)] = exportCell(cell, style);
  }
  return json;
}

function exportCell({ value, formula }: GridCell, style: Style | undefined): CellJson {
  return { value, ...(formula === undefined ? {} : { formula }), ...(style === undefined ? {} : { style }) };
}

function exportSizes(sizes: ReadonlyMap<number, LineSize>): Record<string, LineSize> {
  const entries = [...sizes].map(([line, { size, hidden }]): [string, LineSize] => [
    String(line),
    { ...(size === undefined ? {} : { size }), ...(hidden ? { hidden } : {}) },
  ]);
  return Object.fromEntries(entries.filter(([, size]) => Object.keys(size).length > 0));
}

export function exportChart(chart: ChartState): ChartJson {
  const { name, type, left, top, width, height, plotBy } = chart;
  const series = chart.series.map(({ name: title, values, categories, bag }) => ({
    name: title,
    values,
    categories,
    format: bag.toJson(),
  }));
  return { name, type, left, top, width, height, plotBy, series, format: chart.bag.toJson() };
}

interface RuleJson extends JsonObject {
  readonly type: string;
  readonly areas: readonly string[];
  readonly formula: string;
  readonly stopIfTrue: boolean;
  readonly format: Json;
}

function exportRule({ type, areas, formula, stopIfTrue, bag }: RuleState): RuleJson {
  return { type, areas: areas.map(addressOf), formula, stopIfTrue, format: bag.toJson() };
}

/** Fills an empty sheet. */
export function importSheet(sheet: Sheet, json: SheetJson): void {
  const area = (address: string): Area => placeAt(sheet, address).area;
  importGrid(sheet.grid, json);
  sheet.visibility = json.visibility;
  sheet.tabColor = json.tabColor;
  sheet.selection = area(json.selection);
  sheet.protection = json.protection;
  sheet.frozen = json.frozen;
  sheet.autoFilter = json.autoFilter && { ...json.autoFilter, area: area(json.autoFilter.area) };
  sheet.merges.push(...json.merges.map((address) => parseArea(address)!));
  sheet.view.fill(json.view);
  sheet.page.fill(json.page);
  for (const name of json.names)
    addName(sheet.book, sheet, name.name, name.formula, name.comment).visible = name.visible;
  for (const chart of json.charts) importChart(sheet, chart);
  for (const table of json.tables) importTable(sheet, table);
  for (const rule of json.rules) importRule(sheet, rule as RuleJson);
  for (const validation of json.validations) {
    const { area: address, ...rest } = validation as JsonObject;
    sheet.validations.push({
      ...(rest as Omit<Sheet["validations"][number], "area">),
      area: area(String(address)),
    });
  }
  for (const [address, comment] of Object.entries(json.comments)) {
    sheet.book.comments.push({ id: sheet.book.newId(), sheet, ...parseA1(address)!, ...comment });
  }
  for (const [address, link] of Object.entries(json.links)) sheet.links.set(linkKey(address), link);
  for (const [key, value] of Object.entries(json.customProperties)) sheet.customProperties.set(key, value);
}

function importGrid(grid: Grid, json: SheetJson): void {
  for (const [address, { value, formula, style }] of Object.entries(json.cells)) {
    const { row, column } = parseA1(address)!;
    const cell = grid.touch(row, column);
    cell.value = value;
    if (formula !== undefined) cell.formula = formula;
    if (style !== undefined) cell.style = shared(style);
  }
  grid.sheetStyle = shared(json.sheetStyle);
  for (const [row, style] of Object.entries(json.rowStyles)) grid.rowStyles.set(Number(row), shared(style));
  for (const [column, style] of Object.entries(json.columnStyles))
    grid.columnStyles.set(Number(column), shared(style));
  for (const [row, size] of Object.entries(json.rowSizes)) grid.rowSizes.set(Number(row), size);
  for (const [column, size] of Object.entries(json.columnSizes)) grid.columnSizes.set(Number(column), size);
}

function importChart(sheet: Sheet, json: ChartJson): void {
  const chart = new ChartState(sheet, sheet.book.newId(), json.name, json.type);
  const { left, top, width, height, plotBy } = json;
  Object.assign(chart, { left, top, width, height, plotBy });
  chart.bag.fill(json.format);
  for (const { name, values, categories, format } of json.series) {
    chart.addSeries(name, values, categories).bag.fill(format);
  }
  sheet.charts.push(chart);
}

function importTable(sheet: Sheet, { name, area, format }: SheetJson["tables"][number]): void {
  const bag = new PropertyBag();
  bag.fill(format);
  sheet.tables.push({ id: sheet.book.newId(), sheet, name, area: parseArea(area)!, bag });
}

function importRule(sheet: Sheet, json: RuleJson): void {
  const rule = new RuleState(
    sheet.book.newId(),
    json.type,
    json.areas.map((address) => placeAt(sheet, address).area),
  );
  rule.formula = json.formula;
  rule.stopIfTrue = json.stopIfTrue;
  rule.bag.fill(json.format);
  sheet.rules.push(rule);
}

function linkAddress(key: string): string {
  const [row = 0, column = 0] = key.split(",").map(Number);
  return toA1(row, column);
}

function linkKey(address: string): string {
  const { row, column } = parseA1(address)!;
  return `${row},${column}`;
}
