/** The open workbook as the neutral grid, read in blocks that stay within Excel's limits. */
import { OpenWorkbookError } from "../ports/ports";
import { parseArea, type Area, type Span } from "../workbook/address";
import { CellTableBuilder } from "../workbook/cells";
import type { CellKind, DefinedName, Sheet, Visibility, Workbook } from "../workbook/workbook";
import { isJournalSheet } from "../workbook/write-journal-name";
import { calculateNow } from "./calculation";
import { countsFrom1904 } from "./date-system";
import { askMerges, mergeArea, mergesOf } from "./merged-areas";
import { isTooLarge } from "./run";
import { askUsed, usedArea } from "./sheet-area";
import { askView, VIEW_NAME, viewedSheet } from "./source-view";
import { refuseUnfinished } from "./undo";

/**
 * Cells per request: with values, formulas, formats and types some 60 bytes each, well below 5 MB; where texts are
 * long it is tried with fewer.
 * https://learn.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization
 */
const CELLS_AT_ONCE = 40_000;

/** A sheet with what is known of it before its cells are read. */
interface Outline {
  readonly sheet: Excel.Worksheet;
  /** What has values, and what has formats too. */
  readonly used: Excel.Range;
  readonly formatted: Excel.Range;
  readonly filter: Excel.Range;
}

export async function readOpenWorkbook(
  context: Excel.RequestContext,
  signal?: AbortSignal,
): Promise<Workbook> {
  const { workbook } = context;
  workbook.worksheets.load("items/name,items/visibility");
  workbook.names.load("items/name,items/formula,items/scope");
  workbook.protection.load("protected");
  workbook.application.load("calculationMode,calculationState");
  const view = askView(context);
  await context.sync();
  refuseUnfinished(workbook.worksheets.items.map(({ name }) => name));
  const shown = viewedSheet(view);
  // What we put there for a person to look at, or for undo, is no part of the workbook.
  const theirs = ({ name }: Excel.Worksheet): boolean => name !== shown && !isJournalSheet(name);
  calculateNow(workbook.application);
  const outlines = workbook.worksheets.items.filter(theirs).map(outline);
  await context.sync();
  const merges = outlines.map(({ sheet, used, formatted }) => {
    const area = usedArea(used);
    return area ? askMerges(sheet, mergeArea(area, usedArea(formatted) ?? area)) : [];
  });
  await context.sync();
  const sheets: Sheet[] = [];
  for (const [i, each] of outlines.entries()) {
    signal?.throwIfAborted();
    sheets.push({ ...(await readSheet(context, each, signal)), merges: mergesOf(merges[i]!) });
  }
  return {
    format: "open",
    date1904: await countsFrom1904(context, sheets),
    sheets,
    names: workbook.names.items.filter(({ name }) => name !== VIEW_NAME).map(definedName),
    externalLinks: 0,
    structureProtected: workbook.protection.protected,
  };
}

function outline(sheet: Excel.Worksheet): Outline {
  const [used, formatted] = [askUsed(sheet, true), askUsed(sheet)];
  const filter = sheet.autoFilter.getRangeOrNullObject();
  filter.load("address");
  sheet.protection.load("protected");
  return { sheet, used, formatted, filter };
}

async function readSheet(
  context: Excel.RequestContext,
  { sheet, used, filter }: Outline,
  signal?: AbortSignal,
): Promise<Omit<Sheet, "merges">> {
  const cells = new CellTableBuilder();
  const empty = { hiddenRows: [], hiddenColumns: [] };
  const hidden = used.isNullObject ? empty : await readCells(context, sheet, used, cells, signal);
  const autoFilter = filter.isNullObject ? null : areaOf(filter.address);
  return {
    name: sheet.name,
    visibility: VISIBILITY[sheet.visibility],
    protected: sheet.protection.protected,
    cells: cells.build(),
    ...hidden,
    comments: [],
    ...(autoFilter ? { autoFilter } : {}),
  };
}

const VISIBILITY: Record<Excel.SheetVisibility | "Visible" | "Hidden" | "VeryHidden", Visibility> = {
  Visible: "visible",
  Hidden: "hidden",
  VeryHidden: "veryHidden",
};

/** Fills the table block by block; which rows and columns of the used range are hidden. */
async function readCells(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  used: Excel.Range,
  cells: CellTableBuilder,
  signal?: AbortSignal,
): Promise<Pick<Sheet, "hiddenRows" | "hiddenColumns">> {
  const { rowIndex, columnIndex, rowCount, columnCount } = used;
  const rowHidden: boolean[] = [];
  let columnHidden: boolean[] = [];
  let step = Math.max(1, Math.floor(CELLS_AT_ONCE / columnCount));
  for (let offset = 0; offset < rowCount;) {
    signal?.throwIfAborted();
    const count = Math.min(step, rowCount - offset);
    const range = sheet.getRangeByIndexes(rowIndex + offset, columnIndex, count, columnCount);
    const block = await readBlock(context, range);
    if (block === "tooLarge" && count > 1) {
      step = Math.ceil(count / 2);
      continue;
    }
    if (block === "tooLarge") throw new OpenWorkbookError({ code: "H03", params: { sheet: sheet.name } });
    addBlock(cells, range, rowIndex + offset, columnIndex);
    for (const row of block.rows.value) rowHidden.push(row.rowHidden === true);
    columnHidden = block.columns.value.map((column) => column.columnHidden === true);
    offset += count;
  }
  return { hiddenRows: spans(rowHidden, rowIndex), hiddenColumns: spans(columnHidden, columnIndex) };
}

/** Long texts may make a block more than Excel on the web gives at once. */
async function readBlock(context: Excel.RequestContext, range: Excel.Range) {
  range.load("values,formulas,numberFormat,valueTypes");
  const rows = range.getRowProperties({ rowHidden: true });
  const columns = range.getColumnProperties({ columnHidden: true });
  try {
    await context.sync();
    return { rows, columns };
  } catch (error) {
    if (isTooLarge(error)) return "tooLarge";
    throw error;
  }
}

function addBlock(cells: CellTableBuilder, block: Excel.Range, top: number, left: number): void {
  block.valueTypes.forEach((types, r) =>
    types.forEach((type, c) => {
      const value: unknown = block.values[r]?.[c];
      const formula = formulaOf(block.formulas[r]?.[c], value);
      if (value === "" && formula === undefined) return;
      const kind = kindOf(type);
      const format = String(block.numberFormat[r]?.[c] ?? "General");
      cells.add(top + r, left + c, {
        kind,
        value: kind === "number" ? Number(value) : kind === "boolean" ? value === true : String(value),
        ...(formula === undefined ? {} : { formula }),
        ...(format === "General" ? {} : { format }),
      });
    }),
  );
}

/** Text that begins with `=` comes back as its own "formula"; only what differs from the value is one. */
function formulaOf(formula: unknown, value: unknown): string | undefined {
  return typeof formula === "string" && formula.startsWith("=") && formula !== value
    ? formula.slice(1)
    : undefined;
}

function kindOf(type: string): CellKind {
  if (type === "Error") return "error";
  if (type === "Boolean") return "boolean";
  return type === "Double" || type === "Integer" ? "number" : "text";
}

function definedName(item: Excel.NamedItem): DefinedName {
  return { name: item.name, sheet: null, refersTo: String(item.formula).replace(/^=/, "") };
}

function spans(hidden: readonly boolean[], offset: number): Span[] {
  const found: { first: number; last: number }[] = [];
  hidden.forEach((isHidden, i) => {
    if (!isHidden) return;
    const last = found.at(-1);
    if (last && last.last === offset + i - 1) last.last = offset + i;
    else found.push({ first: offset + i, last: offset + i });
  });
  return found;
}

/** `'关工02'!A1:C3` → the area. */
function areaOf(address: string): Area | null {
  return parseArea(address.slice(address.lastIndexOf("!") + 1));
}
