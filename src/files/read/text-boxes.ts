/**
 * Texts that lie over the cells of a sheet: shapes of DrawingML (ECMA-376 part 1, 20.5) and of the older VML
 * (part 4, 19.1). Pictures, charts and the boxes of comments are none.
 */
import { MAX_COLUMNS, MAX_ROWS } from "../../workbook/address";
import type { TextBox } from "../../workbook/workbook";
import { overLimit } from "./errors";
import type { Losses } from "./losses";
import type { Package, Relationship } from "./package";
import type { XmlReader } from "./xml-reader";

/** English Metric Units; a usual row and column in them, as the sheet's own sizes do not matter so much. */
const EMU_OF_ROW = 182_880;
const EMU_OF_COLUMN = 609_600;
const PIXELS_OF_ROW = 19;
const PIXELS_OF_COLUMN = 64;
const MOST_BOXES = 1000;
const LONGEST = 32_767;

/** A corner in rows and columns, with fractions. */
interface Corner {
  row: number;
  column: number;
}

/** The boxes of a sheet, in the order of their places. A damaged drawing is a loss, never an error. */
export function readTextBoxes(
  parts: Package,
  relationships: readonly Relationship[],
  sheet: string,
  losses: Losses,
): readonly TextBox[] {
  const boxes = new Map<string, TextBox>();
  for (const { type, target } of relationships) {
    const read = type === "drawing" ? readDrawing : type === "vmlDrawing" ? readVml : null;
    if (!read || !parts.has(target)) continue;
    const found = losses.optional(sheet, target, [], () => read(parts.xml(target)!));
    // A control is in both, once for each generation of Excel.
    for (const box of found) boxes.set(`${box.row} ${box.column} ${box.text}`, box);
  }
  return [...boxes.values()].sort((a, b) => a.row - b.row || a.column - b.column);
}

const ANCHORS = ["twoCellAnchor", "oneCellAnchor", "absoluteAnchor"];

function readDrawing(xml: XmlReader): TextBox[] {
  const boxes: TextBox[] = [];
  while (xml.nextOf(ANCHORS)) {
    const anchor = ANCHORS.find((name) => xml.is(name))!;
    if (!xml.isEmpty) add(boxes, readAnchor(xml, anchor));
  }
  return boxes;
}

interface Anchored {
  readonly from: Corner;
  readonly to: Corner;
  readonly text: string;
}

/** From the anchor's start tag to its end tag. */
function readAnchor(xml: XmlReader, anchor: string): Anchored {
  const from: Corner = { row: 0, column: 0 };
  const to: Corner = { row: 0, column: 0 };
  let corner = from;
  let depth = 0;
  const text = new Paragraphs();
  while (xml.next() && !(xml.isEnd && xml.is(anchor))) {
    if (xml.is("txBody")) depth += xml.isEnd ? -1 : xml.isEmpty ? 0 : 1;
    else if (xml.isEnd) {
      if (depth > 0 && xml.is("p")) text.end();
    } else if (xml.is("Fallback")) xml.skip();
    else if (depth > 0) {
      if (xml.is("t")) text.add(xml.text());
      else if (xml.is("br")) text.end();
    } else if (xml.is("from")) corner = from;
    else if (xml.is("to")) corner = to;
    else if (xml.is("ext") && to.row === 0 && to.column === 0 && xml.attribute("cx") !== undefined)
      extend(from, to, Number(xml.attribute("cx")), Number(xml.attribute("cy")));
    else if (xml.is("pos"))
      extend({ row: 0, column: 0 }, from, Number(xml.attribute("x")), Number(xml.attribute("y")));
    else if (xml.is("row")) corner.row += Number(xml.text());
    else if (xml.is("col")) corner.column += Number(xml.text());
    else if (xml.is("rowOff")) corner.row += fraction(Number(xml.text()) / EMU_OF_ROW);
    else if (xml.is("colOff")) corner.column += fraction(Number(xml.text()) / EMU_OF_COLUMN);
  }
  return { from, to, text: text.finish() };
}

function extend(from: Corner, to: Corner, width: number, height: number): void {
  to.row = from.row + height / EMU_OF_ROW;
  to.column = from.column + width / EMU_OF_COLUMN;
}

/** An offset lies within its own row or column, whatever their sizes. */
function fraction(part: number): number {
  return Math.min(0.99, Math.max(0, part));
}

function readVml(xml: XmlReader): TextBox[] {
  const boxes: TextBox[] = [];
  while (xml.nextOf(["shape", "rect", "roundrect", "oval"])) {
    if (xml.isEmpty) continue;
    const name = ["shape", "rect", "roundrect", "oval"].find((each) => xml.is(each))!;
    const shape = readShape(xml, name);
    if (shape) add(boxes, shape);
  }
  return boxes;
}

/** Null for the box of a comment. */
function readShape(xml: XmlReader, name: string): Anchored | null {
  let anchor: number[] = [];
  let isComment = false;
  let depth = 0;
  const text = new Paragraphs();
  while (xml.next() && !(xml.isEnd && xml.is(name))) {
    if (xml.is("textbox")) {
      depth += xml.isEnd ? -1 : xml.isEmpty ? 0 : 1;
      if (depth > 0) text.add(xml.text().trim());
    } else if (depth > 0) {
      if (xml.isEnd && xml.is("div")) text.end();
      // HTML within: the text may follow any tag, and a picture of a letter is none.
      if (!xml.isEmpty) text.add(xml.text().replace(/\s+/g, " "));
    } else if (xml.isEnd) continue;
    else if (xml.is("ClientData")) isComment = xml.attribute("ObjectType") === "Note";
    else if (xml.is("Anchor")) anchor = xml.text().split(",").map(Number);
  }
  const [
    left = 0,
    leftPixels = 0,
    top = 0,
    topPixels = 0,
    right = left,
    rightPixels = 0,
    bottom = top,
    bottomPixels = 0,
  ] = anchor;
  if (isComment || anchor.length === 0) return null;
  return {
    from: {
      row: top + fraction(topPixels / PIXELS_OF_ROW),
      column: left + fraction(leftPixels / PIXELS_OF_COLUMN),
    },
    to: {
      row: bottom + fraction(bottomPixels / PIXELS_OF_ROW),
      column: right + fraction(rightPixels / PIXELS_OF_COLUMN),
    },
    text: text.finish(),
  };
}

function add(boxes: TextBox[], { from, to, text }: Anchored): void {
  if (text === "" || ![from.row, from.column, to.row, to.column].every(Number.isFinite)) return;
  if (boxes.length >= MOST_BOXES) throw overLimit("textBoxes", boxes.length + 1, MOST_BOXES);
  const row = (index: number): number => Math.min(MAX_ROWS - 1, Math.max(0, Math.floor(index)));
  const column = (index: number): number => Math.min(MAX_COLUMNS - 1, Math.max(0, Math.floor(index)));
  const area = {
    top: row(from.row),
    left: column(from.column),
    bottom: row(Math.max(from.row, to.row)),
    right: column(Math.max(from.column, to.column)),
  };
  boxes.push({
    area,
    row: row((from.row + Math.max(from.row, to.row)) / 2),
    column: column((from.column + Math.max(from.column, to.column)) / 2),
    text,
  });
}

/** The lines of a shape's text. */
class Paragraphs {
  private readonly lines: string[] = [];
  private line = "";
  private length = 0;

  add(text: string): void {
    this.length += text.length;
    if (this.length > LONGEST) throw overLimit("textLength", this.length, LONGEST);
    this.line += text;
  }

  end(): void {
    this.lines.push(this.line);
    this.line = "";
  }

  finish(): string {
    return [...this.lines, this.line].join("\n").trim();
  }
}
