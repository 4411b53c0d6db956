import { MAX_ROWS, type Span } from "../../workbook/address";
import type { CellTable } from "../../workbook/workbook";
import * as bytesOfXml from "./bytes";
import { CellScanner } from "./cell-scanner";
import { damaged, overLimit } from "./errors";
import { normaliseXml } from "./normalise-xml";
import { SheetCells, type BookContext } from "./sheet-cells";
import { emptyFrame, readFrame, type SheetFrame } from "./sheet-frame";
import { XmlReader } from "./xml-reader";
import { decodeUtf8, toUtf8 } from "./xml-text";

// Taken out of the module once: as tsx runs it, every use of an import calls a getter, and here each byte counts.
const { BANG, colonOfName, endsName, find, GT, LT, matches, QUESTION, SLASH } = bytesOfXml;

export type SheetContent = Omit<SheetFrame, "rowsHiddenByDefault" | "validationAreas"> & {
  readonly cells: CellTable;
  readonly hiddenRows: readonly Span[];
};

/** Reads a worksheet part. Its `<dimension>` is not asked: it is often wrong. Throws {@link FileReadError}. */
export function readSheet(bytes: Uint8Array, part: string, book: BookContext): SheetContent {
  const utf8 = toUtf8(bytes, part);
  const budget = { ...book.budget };
  const content = scanSheet(utf8, part, book, false);
  if (content) return content;
  Object.assign(book.budget, budget);
  const again = scanSheet(normaliseXml(utf8), part, book, true);
  if (!again) throw damaged("xml", part);
  return again;
}

/** Null where the bytes must be normalised first. */
function scanSheet(
  bytes: Uint8Array,
  part: string,
  book: BookContext,
  normalised: boolean,
): SheetContent | null {
  const frame = emptyFrame();
  const { limits } = book;
  const readAround = (from: number, to: number): void => {
    if (to - from > limits.smallPartBytes)
      throw overLimit("smallPartBytes", to - from, limits.smallPartBytes);
    const xml = decodeUtf8(bytes.subarray(from, to), part);
    readFrame(new XmlReader(xml, part, limits.tagLength), frame, limits);
  };
  const cells = new SheetCells(bytes, book, part);
  const start = findSheetData(bytes);
  if (start < 0) return null;
  const open = find(bytes, GT, start);
  readAround(0, Math.min(start, bytes.length));
  if (open < bytes.length && bytes[open - 1] !== SLASH) {
    const end = new CellScanner(bytes, cells, normalised).scan(open + 1);
    if (end < 0) return null;
    readAround(end, bytes.length);
  } else readAround(open, bytes.length);
  const { rowsHiddenByDefault, validationAreas: _, ...around } = frame;
  return {
    ...around,
    cells: cells.finish(),
    hiddenRows: rowsHiddenByDefault ? complement(cells.shownRows) : cells.hiddenRows,
  };
}

/** The position of `<sheetData`; the length where there is none; -1 where a prefix hides it. */
function findSheetData(bytes: Uint8Array): number {
  for (let at = find(bytes, LT, 0); at < bytes.length; at = find(bytes, LT, at + 1)) {
    const first = bytes[at + 1];
    if (first === BANG || (first === QUESTION && at > 3)) return -1;
    if (matches(bytes, at + 1, "sheetData") && endsName(bytes[at + 10])) return at;
    if (hasMainPrefix(bytes, at + 1)) return -1;
  }
  return bytes.length;
}

function hasMainPrefix(bytes: Uint8Array, from: number): boolean {
  const colon = colonOfName(bytes, from);
  return colon >= 0 && (matches(bytes, colon + 1, "worksheet") || matches(bytes, colon + 1, "sheetData"));
}

/** The spans between the rows given, over the whole sheet. */
function complement(rows: readonly number[]): Span[] {
  const spans: Span[] = [];
  let first = 0;
  for (const row of [...rows].sort((a, b) => a - b)) {
    if (row > first) spans.push({ first, last: row - 1 });
    first = Math.max(first, row + 1);
  }
  if (first < MAX_ROWS) spans.push({ first, last: MAX_ROWS - 1 });
  return spans;
}
