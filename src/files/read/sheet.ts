import { MAX_ROWS, type Span } from "../../workbook/address";
import type { CellTable } from "../../workbook/workbook";
import { CellScanner } from "./cell-scanner";
import { damaged, overLimit } from "./errors";
import type { ReadLimits } from "./limits";
import { normaliseXml } from "./normalise-xml";
import { SheetCells, type BookContext } from "./sheet-cells";
import { emptyFrame, readFrame, type SheetFrame } from "./sheet-frame";
import { XmlReader } from "./xml-reader";
import { toUtf8 } from "./xml-text";

export interface SheetContent {
  readonly frame: SheetFrame;
  readonly cells: CellTable;
  readonly hiddenRows: readonly Span[];
}

/** Reads a worksheet part. Its `<dimension>` is not asked: it is often wrong. Throws {@link FileReadError}. */
export function readSheet(bytes: Uint8Array, part: string, book: BookContext): SheetContent {
  const utf8 = toUtf8(bytes, part);
  const budget = { ...book.budget };
  const content = scanSheet(utf8, part, book, false);
  if (content) return content;
  Object.assign(book.budget, budget);
  book.formulas.finish();
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
  const xml = new XmlReader(bytes, part, limits.tagLength);
  const cells = new SheetCells(bytes, book, part, frame);
  let around = 0;
  while (readFrame(xml, frame, book)) {
    if (xml.isPrefixed && !normalised) return null;
    if (xml.isPrefixed || xml.isEmpty) continue;
    checkAround(xml.position - around, limits);
    const end = new CellScanner(bytes, cells, normalised).scan(xml.position);
    if (end < 0) return null;
    xml.moveTo(end);
    around = end;
  }
  checkAround(bytes.length - around, limits);
  const hiddenRows = frame.rowsHiddenByDefault ? complement(cells.shownRows) : cells.hiddenRows;
  return { frame, cells: cells.finish(), hiddenRows };
}

/** How much stands before or after the cells. */
function checkAround(length: number, { smallPartBytes }: ReadLimits): void {
  if (length > smallPartBytes) throw overLimit("smallPartBytes", length, smallPartBytes);
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
