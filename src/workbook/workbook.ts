/**
 * The neutral grid that every reader yields: what is in a workbook, as plain data that a worker can post.
 * It knows nothing of Excel or of files.
 */
import type { Area, Span } from "./address";

export type CellKind = "empty" | "number" | "text" | "boolean" | "error";

/** Order gives the code that `CellTable.kinds` holds. */
export const CELL_KINDS: readonly CellKind[] = ["empty", "number", "text", "boolean", "error"];

export type CellValue = number | string | boolean | null;

/**
 * One cell that holds a value or a formula.
 * `value` is the number (dates are serials), text, truth value, or error text such as `#REF!`;
 * null (kind `empty`) is a formula without a cached value.
 */
export interface Cell {
  readonly row: number;
  readonly column: number;
  readonly kind: CellKind;
  readonly value: CellValue;
  /** Without the leading `=`, in English A1 notation. */
  readonly formula?: string;
  /** Number format code; absent for General. */
  readonly format?: string;
  /** The text bears the prefix ' that makes Excel keep a number as text. Only in an opened grid. */
  readonly quoted?: boolean;
}

/**
 * A sheet's cells as columns of plain arrays, one entry per cell, in row-major order, no address twice.
 * Made by {@link CellTableBuilder}; read through `cells.ts`.
 */
export interface CellTable {
  readonly count: number;
  readonly rows: Uint32Array;
  readonly columns: Uint16Array;
  /** Index in {@link CELL_KINDS}. */
  readonly kinds: Uint8Array;
  /** The number, 0 or 1 for a boolean, else the index in `strings` of a text or an error. */
  readonly numbers: Float64Array;
  /** Index in `formulas`; -1 for none. */
  readonly formulaIndex: Int32Array;
  /** Index in `formats`; 0 is General. */
  readonly formatIndex: Uint16Array;
  readonly strings: readonly string[];
  readonly formulas: readonly string[];
  readonly formats: readonly string[];
}

export type Visibility = "visible" | "hidden" | "veryHidden";

export interface Comment {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export type SymbolFont = "wingdings" | "wingdings 2" | "webdings";

/**
 * A cell that a person sees otherwise than it is stored; what is stored stays in the table.
 * `runs`: a text of which parts are struck out, raised or lowered. `struckOut`: the whole cell is struck out.
 * `picture`: a picture in the cell itself, which is neither text nor number. `quoted`: a text with the prefix '.
 * The others are texts in a symbol font.
 */
export interface ShownCell {
  readonly row: number;
  readonly column: number;
  readonly kind: "runs" | "struckOut" | "picture" | "quoted" | SymbolFont;
  /** Of `runs`, what is seen: without what is struck out, raised and lowered digits as Unicode writes them (`4²`). */
  readonly text?: string;
  /** Of `runs`, what is struck out; empty where nothing is. */
  readonly struckOut?: string;
}

/** A text that lies over the cells instead of in one. */
export interface TextBox {
  /** The cells that it covers. */
  readonly area: Area;
  /** The cell under its middle. */
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export interface DataValidation {
  readonly areas: readonly Area[];
  /** ECMA-376 ST_DataValidationType: `whole`, `decimal`, `list` … */
  readonly type: string;
  readonly formula1?: string;
  readonly formula2?: string;
}

export interface Sheet {
  readonly name: string;
  readonly visibility: Visibility;
  readonly protected: boolean;
  readonly cells: CellTable;
  readonly merges: readonly Area[];
  readonly hiddenRows: readonly Span[];
  readonly hiddenColumns: readonly Span[];
  readonly comments: readonly Comment[];
  /** In the order of the cells; absent where every cell is seen as it is stored. */
  readonly shown?: readonly ShownCell[];
  /** Absent where there are none. */
  readonly textBoxes?: readonly TextBox[];
  /** Only where the reader was asked for them. */
  readonly validations?: readonly DataValidation[];
  /** The range of a filter on the sheet, hiding rows or not. */
  readonly autoFilter?: Area;
  /** Widths in characters and heights in points that differ from the usual; only of formats other than .xlsx. */
  readonly sizes?: { readonly columns: readonly LineSize[]; readonly rows: readonly LineSize[] };
}

export interface LineSize {
  readonly index: number;
  readonly size: number;
}

export interface DefinedName {
  readonly name: string;
  /** The sheet it belongs to; null for the whole workbook. */
  readonly sheet: string | null;
  /** Without `=`. */
  readonly refersTo: string;
}

export type FileFormat = "xlsx" | "xls" | "ods" | "csv" | "html" | "xml2003" | "open";

/**
 * What of a file could not be read while the rest was: a sheet whose part is missing (`noSheet`) or damaged (`sheet`),
 * a cell whose place or text the file does not have, one that is there twice (the later counts), a part of no weight.
 */
export interface Loss {
  readonly what: "noSheet" | "sheet" | "cell" | "twice" | "part";
  readonly sheet: string | null;
  /** A1 address, or what the file says in its place; null where it is not about a cell. */
  readonly cell: string | null;
  /** Name of the part of the file, for whoever looks into it. */
  readonly part: string | null;
  /** How many more of this kind there are on the sheet, which are not listed. */
  readonly more: number;
}

export interface Workbook {
  /** What it was read from; `open` is the workbook that is open in Excel. */
  readonly format: FileFormat;
  readonly date1904: boolean;
  readonly sheets: readonly Sheet[];
  readonly names: readonly DefinedName[];
  readonly externalLinks: number;
  /** The workbook's structure is protected (sheets cannot be added, moved or renamed). */
  readonly structureProtected: boolean;
  /** Absent where everything was read. */
  readonly losses?: readonly Loss[];
}
