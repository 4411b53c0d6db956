import { areaToA1, columnName, toA1, type Span } from "../workbook/address";
import { cellsOf } from "../workbook/cells";
import type { Cell, CellKind, FileFormat, Sheet, Visibility, Workbook } from "../workbook/workbook";

/** What a workbook holds, cell by cell, as the command line prints it. Fields and their order are a contract with other programs. */
export interface DumpDocument {
  readonly format: FileFormat;
  readonly date1904: boolean;
  readonly sheets: readonly DumpSheet[];
  readonly names: readonly {
    readonly name: string;
    readonly sheet: string | null;
    readonly refers: string;
  }[];
  readonly externalLinks: number;
}

export interface DumpSheet {
  readonly name: string;
  readonly visibility: Visibility;
  readonly protected: boolean;
  /** By A1 address, row by row. */
  readonly cells: Readonly<Record<string, DumpCell>>;
  readonly merges: readonly string[];
  /** `"3"` or `"8:12"`, counted from 1. */
  readonly hiddenRows: readonly string[];
  /** `"B"` or `"D:XFD"`. */
  readonly hiddenColumns: readonly string[];
  /** By A1 address. */
  readonly comments: Readonly<Record<string, string>>;
}

export interface DumpCell {
  /** Absent for a formula without a cached value. */
  readonly v?: number | string | boolean;
  readonly t?: Exclude<CellKind, "empty">;
  /** Formula without `=`. */
  readonly f?: string;
  /** Number format; absent for General. */
  readonly z?: string;
}

/** The whole workbook as plain data for JSON. */
export function dumpWorkbook(workbook: Workbook): DumpDocument {
  return {
    format: workbook.format,
    date1904: workbook.date1904,
    sheets: workbook.sheets.map(dumpSheet),
    names: workbook.names.map(({ name, sheet, refersTo }) => ({ name, sheet, refers: refersTo })),
    externalLinks: workbook.externalLinks,
  };
}

function dumpSheet(sheet: Sheet): DumpSheet {
  const cells: Record<string, DumpCell> = {};
  for (const cell of cellsOf(sheet)) cells[toA1(cell.row, cell.column)] = dumpCell(cell);
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    protected: sheet.protected,
    cells,
    merges: sheet.merges.map(areaToA1),
    hiddenRows: sheet.hiddenRows.map((span) => spanText(span, (row) => String(row + 1))),
    hiddenColumns: sheet.hiddenColumns.map((span) => spanText(span, columnName)),
    comments: Object.fromEntries(sheet.comments.map(({ row, column, text }) => [toA1(row, column), text])),
  };
}

function dumpCell({ kind, value, formula, format }: Cell): DumpCell {
  return {
    ...(value === null || kind === "empty" ? {} : { v: value, t: kind }),
    ...(formula === undefined ? {} : { f: formula }),
    ...(format === undefined ? {} : { z: format }),
  };
}

function spanText({ first, last }: Span, say: (index: number) => string): string {
  return first === last ? say(first) : `${say(first)}:${say(last)}`;
}
