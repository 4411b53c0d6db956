import type { CellObject, ColInfo, DenseWorkSheet, Range, RowInfo, WorkBook } from "@e965/xlsx";
import { MAX_COLUMNS, MAX_ROWS, type Area, type Span } from "../../workbook/address";
import { CellTableBuilder, type CellContent } from "../../workbook/cells";
import type {
  CellTable,
  Comment,
  FileFormat,
  LineSize,
  Sheet,
  ShownCell,
  Workbook,
} from "../../workbook/workbook";
import { parseReference } from "./areas";
import { damaged, overLimit } from "./errors";
import type { ReadLimits } from "./limits";
import { unmark } from "./markup-runs";
import type { Runs } from "./runs";

/** Error codes of BIFF, [MS-XLS] 2.5.10 BErr. */
const ERRORS: ReadonlyMap<number, string> = new Map([
  [0x00, "#NULL!"],
  [0x07, "#DIV/0!"],
  [0x0f, "#VALUE!"],
  [0x17, "#REF!"],
  [0x1d, "#NAME?"],
  [0x24, "#NUM!"],
  [0x2a, "#N/A"],
  [0x2b, "#GETTING_DATA"],
]);
const VISIBILITY = ["visible", "hidden", "veryHidden"] as const;

/** Turns the library's workbook into the neutral grid. Throws F03 beyond a limit. */
export function fromLibrary(book: WorkBook, format: FileFormat, limits: ReadLimits): Workbook {
  if (book.SheetNames.length > limits.sheets)
    throw overLimit("sheets", book.SheetNames.length, limits.sheets);
  const budget = { cells: limits.cells };
  return {
    format,
    date1904: book.Workbook?.WBProps?.date1904 === true,
    sheets: book.SheetNames.map((name, i) => convertSheet(book, name, i, { format, limits, budget })),
    names: (book.Workbook?.Names ?? []).map(({ Name, Ref, Sheet: sheet }) => ({
      name: Name,
      sheet: sheet === undefined ? null : (book.SheetNames[sheet] ?? null),
      refersTo: Ref,
    })),
    externalLinks: 0,
    structureProtected: false,
  };
}

interface Context {
  readonly format: FileFormat;
  readonly limits: ReadLimits;
  readonly budget: { cells: number };
}

function convertSheet(book: WorkBook, name: string, index: number, context: Context): Sheet {
  // A plain object holds the sheets: one named __proto__ is not in it.
  if (!Object.hasOwn(book.Sheets, name)) throw damaged("missingSheet", name);
  const sheet = book.Sheets[name] as DenseWorkSheet;
  const autoFilter = sheet["!autofilter"] ? parseReference(sheet["!autofilter"].ref) : null;
  const comments: Comment[] = [];
  const shown: ShownCell[] = [];
  const cells = convertCells(sheet, context, comments, shown);
  return {
    name,
    visibility: VISIBILITY[book.Workbook?.Sheets?.[index]?.Hidden ?? 0] ?? "visible",
    protected: Boolean(sheet["!protect"]),
    cells,
    merges: convertMerges(sheet, context.limits),
    hiddenRows: hiddenSpans(sheet["!rows"], MAX_ROWS),
    hiddenColumns: hiddenSpans(sheet["!cols"], MAX_COLUMNS),
    comments,
    ...(shown.length > 0 ? { shown } : {}),
    ...(autoFilter ? { autoFilter } : {}),
    sizes: {
      columns: sizesOf(sheet["!cols"], MAX_COLUMNS, ({ wch, width }: ColInfo) => wch ?? width),
      rows: sizesOf(sheet["!rows"], MAX_ROWS, ({ hpt }: RowInfo) => hpt),
    },
  };
}

/** Excel's own limits (support page "Excel specifications and limits"). */
const WIDEST = 255;
const HIGHEST = 409;

function sizesOf<Entry>(
  entries: readonly (Entry | undefined)[] | undefined,
  most: number,
  sizeOf: (entry: Entry) => number | undefined,
): LineSize[] {
  const limit = most === MAX_ROWS ? HIGHEST : WIDEST;
  return (entries ?? []).slice(0, most).flatMap((entry, index) => {
    const size = entry && sizeOf(entry);
    return typeof size === "number" && size >= 0 && size <= limit ? [{ index, size }] : [];
  });
}

function convertCells(
  sheet: DenseWorkSheet,
  context: Context,
  comments: Comment[],
  shown: ShownCell[],
): CellTable {
  const builder = new CellTableBuilder();
  const arrays = arrayFormulas(sheet);
  sheet["!data"].forEach((cells, row) => {
    cells?.forEach((cell, column) => {
      if (--context.budget.cells < 0)
        throw overLimit("cells", context.limits.cells + 1, context.limits.cells);
      if (cell.c?.length) comments.push({ row, column, text: commentText(cell.c) });
      const marked = typeof cell.v === "string" ? unmark(cell.v) : null;
      if (marked) shown.push(...lookAt(row, column, marked.runs));
      const content = convertCell(
        marked ? { ...cell, v: marked.text } : cell,
        cell.F === undefined ? undefined : arrays.get(cell.F),
        context.format,
      );
      if (content) builder.add(row, column, content);
    });
  });
  return builder.build();
}

function lookAt(row: number, column: number, runs: Runs | null): ShownCell[] {
  if (!runs) return [];
  return [{ row, column, ...(runs.text.trim() === "" ? { kind: "struckOut" } : { kind: "runs", ...runs }) }];
}

/** The library reads a little beyond the end of a comment of .xls, where a zero is. */
function commentText(comments: readonly { t?: string }[]): string {
  return comments.map(({ t }) => (t ?? "").replace(/\0[^]*$/, "")).join("\n");
}

/** Only the first cell of an array formula has its text. */
function arrayFormulas(sheet: DenseWorkSheet): Map<string, string> {
  const formulas = new Map<string, string>();
  for (const row of sheet["!data"]) {
    row?.forEach((cell) => {
      if (cell.F !== undefined && cell.f) formulas.set(cell.F, cell.f);
    });
  }
  return formulas;
}

function convertCell(
  cell: CellObject,
  arrayFormula: string | undefined,
  format: FileFormat,
): CellContent | null {
  const formula = (cell.f || arrayFormula)?.replace(/^=/, "");
  const numberFormat = typeof cell.z === "string" && !/^general$/i.test(cell.z) ? cell.z : undefined;
  const extras = {
    ...(formula ? { formula } : {}),
    ...(numberFormat && cell.t !== "z" ? { format: numberFormat } : {}),
  };
  const value = valueOf(cell, format);
  return value.kind === "empty" && !formula ? null : { ...value, ...extras };
}

function valueOf(cell: CellObject, format: FileFormat): CellContent {
  if (cell.t === "e") return { kind: "error", value: ERRORS.get(Number(cell.v)) ?? cell.w ?? "#N/A" };
  if (typeof cell.v === "boolean") return { kind: "boolean", value: cell.v };
  if (typeof cell.v === "number" && Number.isFinite(cell.v)) return { kind: "number", value: cell.v };
  if (typeof cell.v !== "string") return { kind: "empty", value: null };
  return format === "html" ? htmlValue(cell.v) : { kind: "text", value: cell.v };
}

/** A number that a double holds digit by digit becomes one; `007`, an identity number, `1,234` stay the text they are. */
function htmlValue(text: string): CellContent {
  const isNumber = /^-?(0|[1-9]\d*)(\.\d+)?$/.test(text) && text.replace(/\D/g, "").length <= 15;
  return isNumber ? { kind: "number", value: Number(text) } : { kind: "text", value: text };
}

function convertMerges(sheet: DenseWorkSheet, limits: ReadLimits): Area[] {
  const merges: readonly Range[] = sheet["!merges"] ?? [];
  if (merges.length > limits.areas) throw overLimit("merges", merges.length, limits.areas);
  return merges
    .map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c }))
    .filter((area) => area.top < area.bottom || area.left < area.right);
}

function hiddenSpans(
  entries: readonly ({ hidden?: boolean } | undefined)[] | undefined,
  most: number,
): Span[] {
  const spans: { first: number; last: number }[] = [];
  entries?.slice(0, most).forEach((entry, i) => {
    if (!entry?.hidden) return;
    const last = spans.at(-1);
    if (last?.last === i - 1) last.last = i;
    else spans.push({ first: i, last: i });
  });
  return spans;
}
