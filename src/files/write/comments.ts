/** Notes: their text in a comments part, their boxes in a VML drawing, as every Excel since 2007 reads them. */
import { halfWidths } from "../../workbook/text-lines";
import { MAX_COLUMNS, MAX_ROWS, toA1 } from "../../workbook/address";
import type { CommentPlan } from "../../workbook/plan";
import { walk, type SheetGeometry } from "./geometry";
import { element, escapeXstring, NAMESPACES, spaceAttribute } from "./xml";

/** Points; 9 is what Excel takes for notes. */
const FONT_SIZE = 9;
const LINE_PIXELS = 16;
const HALF_WIDTH_PIXELS = 6.2;
const BOX_PADDING = 14;
const MIN_WIDTH = 140;
const MAX_WIDTH = 300;
const MIN_HEIGHT = 40;
const MAX_HEIGHT = 480;

/** A piece of a note's text in the font of notes. */
export function runXml(text: string): string {
  const font = `<rPr><sz val="${FONT_SIZE}"/><rFont val="宋体"/><charset val="134"/></rPr>`;
  return `<r>${font}<t${spaceAttribute(text)}>${escapeXstring(text)}</t></r>`;
}

/** `author` is the author's number in the part. */
export function commentXml({ row, column, text }: CommentPlan, author: number): string {
  return element("comment", { ref: toA1(row, column), authorId: author }, `<text>${runXml(text)}</text>`);
}

/** The comments must be in the order of their cells. */
export function commentsXml(comments: readonly CommentPlan[]): string {
  return element(
    "comments",
    { xmlns: NAMESPACES.sheet },
    "<authors><author></author></authors>",
    element("commentList", {}, ...comments.map((comment) => commentXml(comment, 0))),
  );
}

/** `drawingId` numbers the sheet's drawing in the workbook from 1; it keeps the ids of shapes apart. */
export function notesVml(
  comments: readonly CommentPlan[],
  geometry: SheetGeometry,
  drawingId: number,
): string {
  const shapes = comments.map((comment, index) => noteShape(comment, geometry, drawingId * 1024 + index + 1));
  return (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" ' +
    'xmlns:x="urn:schemas-microsoft-com:office:excel">' +
    `<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${drawingId}"/></o:shapelayout>` +
    `${NOTE_SHAPE_TYPE}${shapes.join("")}</xml>`
  );
}

/** The kind of shape that all notes are. */
export const NOTE_SHAPE_TYPE =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">' +
  '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';

/** A hidden box beside the cell, large enough for its text. `shapeId` must be unique in the workbook. */
export function noteShape(comment: CommentPlan, geometry: SheetGeometry, shapeId: number): string {
  const { width, height } = boxSize(comment.text);
  const points = (pixels: number): number => Math.round(pixels * 0.75);
  const style = `position:absolute;margin-left:0;margin-top:0;width:${points(width)}pt;height:${points(height)}pt;visibility:hidden`;
  return (
    `<v:shape id="_x0000_s${shapeId}" type="#_x0000_t202" style="${style}" fillcolor="#ffffe1" o:insetmode="auto">` +
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>' +
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>' +
    `<x:Anchor>${noteAnchor(comment, geometry)}</x:Anchor><x:AutoFill>False</x:AutoFill>` +
    `<x:Row>${comment.row}</x:Row><x:Column>${comment.column}</x:Column></x:ClientData></v:shape>`
  );
}

/** In pixels. */
function boxSize(text: string): { width: number; height: number } {
  const lines = text.split(/\r\n|\r|\n/).map((line) => halfWidths(line) * HALF_WIDTH_PIXELS);
  const longest = lines.reduce((most, line) => Math.max(most, line), 0);
  const width = Math.ceil(Math.min(Math.max(longest + BOX_PADDING, MIN_WIDTH), MAX_WIDTH));
  const wrapped = lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(line / (width - BOX_PADDING))), 0);
  const height = Math.min(Math.max(wrapped * LINE_PIXELS + BOX_PADDING, MIN_HEIGHT), MAX_HEIGHT);
  return { width, height };
}

/** A box that holds the text: left column and offset, top row and offset, right …, bottom … (VML, `x:Anchor`). */
export function noteAnchor({ row, column, text }: CommentPlan, geometry: SheetGeometry): string {
  const { width, height } = boxSize(text);
  const left = Math.min(column + 1, MAX_COLUMNS - 1);
  const top = Math.max(row - 1, 0);
  const inset = 8;
  const right = walk((index) => geometry.width(index), left, inset + width, MAX_COLUMNS - 1);
  const bottom = walk((index) => geometry.height(index), top, inset + height, MAX_ROWS - 1);
  return [left, inset, top, inset, right.index, right.offset, bottom.index, bottom.offset].join(", ");
}
