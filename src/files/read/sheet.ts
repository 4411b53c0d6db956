import { MAX_COLUMNS, MAX_ROWS, type Span } from "../../workbook/address";
import type { CellTable, ShownCell } from "../../workbook/workbook";
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
  readonly shown: readonly ShownCell[];
}

/** Reads the part of a worksheet. Its `<dimension>` is not asked: it is often wrong. Throws {@link FileReadError}. */
export function readSheet(bytes: Uint8Array, part: string, name: string, book: BookContext): SheetContent {
  const utf8 = toUtf8(bytes, part);
  const budget = { ...book.budget };
  const content = scanSheet(utf8, { part, name, normalised: false }, book);
  if (content) return content;
  Object.assign(book.budget, budget);
  book.formulas.finish();
  const again = scanSheet(normaliseXml(utf8), { part, name, normalised: true }, book);
  if (!again) throw damaged("xml", part);
  return again;
}

/** Null where the bytes must be normalised first. */
function scanSheet(
  bytes: Uint8Array,
  { part, name, normalised }: { part: string; name: string; normalised: boolean },
  book: BookContext,
): SheetContent | null {
  const frame = emptyFrame();
  const { limits } = book;
  const xml = new XmlReader(bytes, part, limits.tagLength);
  const cells = new SheetCells(bytes, book, part, frame, name);
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
  const hiddenRows = frame.rowsHiddenByDefault ? complement(cells.shownRows, MAX_ROWS) : cells.hiddenRows;
  if (frame.columnsHiddenByDefault) frame.hiddenColumns.splice(0, Infinity, ...unlistedColumns(frame));
  return { frame, cells: cells.finish(), hiddenRows, shown: inOrder(cells.shown) };
}

/** Row by row, of two of one address the later, as the cells themselves. */
function inOrder(shown: readonly ShownCell[]): readonly ShownCell[] {
  const byPlace = new Map(shown.map((each) => [each.row * 65536 + each.column, each]));
  return [...byPlace.values()].sort((a, b) => a.row - b.row || a.column - b.column);
}

/** How much is before or after the cells. */
function checkAround(length: number, { smallPartBytes }: ReadLimits): void {
  if (length > smallPartBytes) throw overLimit("smallPartBytes", length, smallPartBytes);
}

function unlistedColumns({ shownColumns }: SheetFrame): Span[] {
  const shown = shownColumns.flatMap(({ first, last }) =>
    Array.from({ length: last - first + 1 }, (_, i) => first + i),
  );
  return complement(shown, MAX_COLUMNS);
}

/** The spans between the rows or columns given, over the whole sheet. */
function complement(listed: readonly number[], most: number): Span[] {
  const spans: Span[] = [];
  let first = 0;
  for (const index of [...listed].sort((a, b) => a - b)) {
    if (index > first) spans.push({ first, last: index - 1 });
    first = Math.max(first, index + 1);
  }
  if (first < most) spans.push({ first, last: most - 1 });
  return spans;
}
