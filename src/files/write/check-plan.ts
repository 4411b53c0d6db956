/** Finds in a plan what Excel would refuse, repair or drop, before a byte is written. */
import {
  absoluteReference,
  areaToA1,
  contains,
  MAX_COLUMNS,
  MAX_ROWS,
  toA1,
  type Area,
} from "../../workbook/address";
import type { FilePlan, FileSheetPlan, NamePlan, PlanCell } from "../../workbook/plan";
import { canDropDown, LIMITS } from "../../workbook/limits";
import { checkChart } from "./check-chart";
import { PlanError, type PlanErrorCode } from "./plan-error";

/** Throws a `PlanError` for the first mistake. Colours are checked as they are written. */
export function checkPlan(plan: FilePlan): void {
  checkSheetNames(plan);
  checkNames(plan.names);
  plan.sheets.forEach(checkSheet);
  const charts = plan.sheets.flatMap((sheet) => sheet.charts ?? []);
  unique(
    charts,
    ({ name }) => name.toLowerCase(),
    "chartNameTwice",
    ({ name }) => name,
  );
  charts.forEach(checkChart);
}

/** Throws unless no two of the things have the same key. */
function unique<T>(
  things: readonly T[],
  key: (thing: T) => string | number,
  code: PlanErrorCode,
  place: (thing: T) => string,
): void {
  const seen = new Set<string | number>();
  for (const thing of things) {
    const one = key(thing);
    if (seen.has(one)) throw new PlanError(code, place(thing));
    seen.add(one);
  }
}

function checkSheetNames({ sheets, activeSheet }: FilePlan): void {
  for (const { name } of sheets) checkSheetName(name);
  unique(
    sheets,
    ({ name }) => name.toLowerCase(),
    "sheetNameTwice",
    ({ name }) => name,
  );
  const visible = sheets.filter(({ visibility }) => (visibility ?? "visible") === "visible");
  if (visible.length === 0) throw new PlanError("noVisibleSheet", "workbook");
  if (activeSheet !== undefined && !visible.some(({ name }) => name === activeSheet)) {
    throw new PlanError("unknownSheet", activeSheet);
  }
}

/** Excel's rules for sheet names (support page "Rename a worksheet"); `History` is its own. */
export function checkSheetName(name: string): void {
  const wrong =
    name.length === 0 || name.length > 31 || /[[\]:*?/\\\0-\x1f]|^'|'$/.test(name) || /^history$/i.test(name);
  if (wrong) throw new PlanError("sheetName", name);
}

function checkNames(names: readonly NamePlan[]): void {
  for (const { name, refersTo } of names) {
    const shape = /^[\p{L}_\\][\p{L}\p{N}_.?\\]*$/u.test(name) && name.length <= 255;
    const address = /^([a-z]{1,3}\d+|[rc]|r\d*c\d*)$/i.test(name);
    if (!shape || address || refersTo === "") throw new PlanError("definedName", name);
  }
  unique(
    names,
    ({ name }) => name.toLowerCase(),
    "definedNameTwice",
    ({ name }) => name,
  );
}

/** Everything on one sheet but its name, its charts and its records. */
export function checkSheet(sheet: FileSheetPlan): void {
  const at = (row: number, column: number): string => `${sheet.name}!${toA1(row, column)}`;
  for (const cell of sheet.cells) checkCell(cell, () => at(cell.row, cell.column));
  unique(sheet.cells, addressKey, "cellTwice", ({ row, column }) => at(row, column));
  const comments = sheet.comments ?? [];
  for (const { row, column, text } of comments) {
    checkAddress(row, column, () => at(row, column));
    checkLength(text, LIMITS.text, () => at(row, column));
  }
  unique(comments, addressKey, "commentTwice", ({ row, column }) => at(row, column));
  checkSizes(sheet);
  checkAreas(sheet);
  checkMerges(sheet);
  checkChoices(sheet);
  if (sheet.cells.filter(({ link }) => link !== undefined).length > LIMITS.links) {
    throw new PlanError("tooManyLinks", sheet.name);
  }
  checkLength(sheet.print?.header ?? "", LIMITS.header, () => `${sheet.name} header`);
  checkLength(sheet.print?.footer ?? "", LIMITS.header, () => `${sheet.name} footer`);
}

/**
 * The rows of records as they are written. `last`: the last row above them, -1 where there is none.
 * @throws {PlanError} what `checkPlan` throws; `records` where they are not as `RecordsPlan` says
 */
export function* checkedRecords(
  { name, records }: FileSheetPlan,
  last: number,
): Generator<readonly [PlanCell, ...PlanCell[]]> {
  if (!records) return;
  let expected = records.top;
  for (const row of records.rows()) {
    let before = -1;
    for (const cell of row) {
      const place = (): string => `${name}!${toA1(cell.row, cell.column)}`;
      const isInOrder = cell.row === expected && cell.row > last && cell.column > before;
      if (!isInOrder || cell.formula !== undefined || cell.link !== undefined)
        throw new PlanError("records", place());
      checkCell(cell, place);
      before = cell.column;
    }
    expected++;
    if (row.length > 0) yield row as [PlanCell, ...PlanCell[]];
  }
  if (expected !== records.top + records.count) throw new PlanError("records", name);
}

function addressKey({ row, column }: { row: number; column: number }): number {
  return row * MAX_COLUMNS + column;
}

function checkCell({ row, column, value, formula }: PlanCell, place: () => string): void {
  checkAddress(row, column, place);
  if (typeof value === "number" && !Number.isFinite(value)) throw new PlanError("notFinite", place());
  if (typeof value === "string") checkLength(value, LIMITS.text, place);
  if (formula !== undefined) checkLength(formula, LIMITS.formula, place);
}

/** @param place said only of what is wrong: a county has hundreds of thousands of cells */
function checkAddress(row: number, column: number, place: () => string): void {
  if (!isInside(row, MAX_ROWS) || !isInside(column, MAX_COLUMNS))
    throw new PlanError("outsideSheet", place());
}

function isInside(index: number, limit: number): boolean {
  return Number.isInteger(index) && index >= 0 && index < limit;
}

function checkLength(text: string, limit: number, place: () => string): void {
  if (text.length > limit) throw new PlanError("textTooLong", place());
}

function checkSizes({ name, columns = [], rows = [] }: FileSheetPlan): void {
  unique(
    columns,
    ({ column }) => column,
    "columnTwice",
    ({ column }) => `${name}!${toA1(0, column)}`,
  );
  unique(
    rows,
    ({ row }) => row,
    "rowTwice",
    ({ row }) => `${name}!${toA1(row, 0)}`,
  );
  for (const { column, width = 0 } of columns) {
    checkAddress(0, column, () => name);
    if (!(width >= 0 && width <= LIMITS.width)) throw new PlanError("size", `${name}!${toA1(0, column)}`);
  }
  for (const { row, height = 0 } of rows) {
    checkAddress(row, 0, () => name);
    if (!(height >= 0 && height <= LIMITS.height)) throw new PlanError("size", `${name}!${toA1(row, 0)}`);
  }
}

function checkAreas(sheet: FileSheetPlan): void {
  const ruled = [...(sheet.validations ?? []), ...(sheet.conditionalFormats ?? [])].map(({ area }) => area);
  const single = [sheet.autoFilter, sheet.print?.area].filter((area) => area !== undefined);
  for (const area of [...(sheet.merges ?? []), ...ruled, ...single]) {
    const place = (): string => absoluteReference(sheet.name, area);
    checkAddress(area.top, area.left, place);
    checkAddress(area.bottom, area.right, place);
    if (area.top > area.bottom || area.left > area.right) throw new PlanError("outsideSheet", place());
  }
}

function checkMerges({ name, merges = [], cells }: FileSheetPlan): void {
  const sorted = [...merges].sort((a, b) => a.top - b.top);
  let open: Area[] = [];
  for (const area of sorted) {
    open = open.filter(({ bottom }) => bottom >= area.top);
    if (open.some(({ left, right }) => left <= area.right && right >= area.left)) {
      throw new PlanError("mergesOverlap", `${name}!${areaToA1(area)}`);
    }
    open.push(area);
  }
  if (merges.length > 0) checkUnderMerges(name, sorted, cells);
}

function checkChoices({ name, validations = [] }: FileSheetPlan): void {
  for (const { area, choices } of validations) {
    if (choices && (choices.length === 0 || !canDropDown(choices))) {
      throw new PlanError("choices", `${name}!${areaToA1(area)}`);
    }
  }
}

/** Only the first cell of a merged area may hold something. Merges come by their first row; both are walked downwards. */
function checkUnderMerges(name: string, merges: readonly Area[], cells: readonly PlanCell[]): void {
  const filled = cells.filter(({ value, formula }) => value !== null || formula !== undefined);
  let open: Area[] = [];
  let next = 0;
  for (const { row, column } of filled.sort((a, b) => a.row - b.row)) {
    while (next < merges.length && merges[next]!.top <= row) open.push(merges[next++]!);
    open = open.filter(({ bottom }) => bottom >= row);
    const merge = open.find((area) => contains(area, row, column));
    if (merge && (merge.top !== row || merge.left !== column)) {
      throw new PlanError("valueUnderMerge", `${name}!${toA1(row, column)}`);
    }
  }
}
