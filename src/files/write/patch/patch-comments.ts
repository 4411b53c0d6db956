/** Adds notes to a sheet that may have some: text to the comments part, boxes to the VML drawing. */
import { toA1 } from "../../../workbook/address";
import type { CommentPlan } from "../../../workbook/plan";
import { DEFAULT_LIMITS } from "../../read/limits";
import { readRichText } from "../../read/shared-strings";
import { Texts } from "../../read/texts";
import { XmlReader } from "../../read/xml-reader";
import { unescapeXstring } from "../../read/xml-text";
import {
  commentsXml,
  noteAnchor,
  notesVml,
  noteShape,
  NOTE_SHAPE_TYPE,
  commentXml,
  runXml,
} from "../comments";
import type { SheetGeometry } from "../geometry";
import { CONTENT_TYPES } from "../package";
import { drawingNumber } from "../sheet-parts";
import { element, NAMESPACES } from "../xml";
import type { ForeignPackage } from "./foreign-package";
import { PatchError } from "./patch-error";
import { SHEET_ORDER } from "./sheet-order";
import {
  attributeOf,
  childOf,
  childrenOf,
  contentOf,
  Edits,
  prefixFor,
  rootOf,
  withPrefix,
  type XmlElement,
} from "./xml-edit";

/** `path` is the sheet's part. New notes; of a cell that has one, `text` is what it says with the addition. */
export function patchComments(
  store: ForeignPackage,
  path: string,
  sheet: string,
  comments: readonly CommentPlan[],
  geometry: SheetGeometry,
): void {
  if (comments.length === 0) return;
  checkThreads(store, path, sheet, comments);
  const part = store.relationships(path).find(({ type }) => type === "comments")?.target;
  const { fresh, longer } =
    part === undefined ? addPart(store, path, comments) : extendPart(store, part, comments);
  patchBoxes(store, path, fresh, longer, geometry);
}

interface Written {
  /** Cells that had no note. */
  readonly fresh: readonly CommentPlan[];
  /** Cells whose note has grown, with its whole text. */
  readonly longer: readonly CommentPlan[];
}

function checkThreads(
  store: ForeignPackage,
  path: string,
  sheet: string,
  comments: readonly CommentPlan[],
): void {
  for (const { type, target } of store.relationships(path)) {
    const xml = type === "threadedComment" ? store.text(target) : null;
    if (xml === null) continue;
    const threads = new Set(childrenOf(xml, rootOf(xml)).map(({ tag }) => attributeOf(xml, tag, "ref")));
    const taken = comments
      .map(({ row, column }) => toA1(row, column))
      .find((address) => threads.has(address));
    if (taken !== undefined) throw new PatchError("threadedComment", `${sheet}!${taken}`);
  }
}

function addPart(store: ForeignPackage, path: string, comments: readonly CommentPlan[]): Written {
  const part = store.freePath("xl/comments#.xml");
  store.add(part, commentsXml(comments), CONTENT_TYPES.comments);
  store.relate(path, "comments", part);
  return { fresh: comments, longer: [] };
}

function extendPart(store: ForeignPackage, part: string, comments: readonly CommentPlan[]): Written {
  const xml = store.need(part);
  const root = rootOf(xml);
  const { prefix } = root.tag;
  const edits = new Edits(xml);
  const list = childOf(xml, root, "commentList");
  const known = new Map(
    (list ? childrenOf(xml, list) : []).map((one) => [attributeOf(xml, one.tag, "ref") ?? "", one]),
  );
  const fresh = comments.filter(({ row, column }) => !known.has(toA1(row, column)));
  const longer = comments.flatMap((comment) => {
    const old = known.get(toA1(comment.row, comment.column));
    return old ? [{ ...comment, text: lengthen(xml, old, comment, edits) }] : [];
  });
  if (fresh.length > 0) {
    const author = addAuthor(xml, root, edits);
    const text = withPrefix(fresh.map((comment) => commentXml(comment, author)).join(""), prefix);
    if (list) edits.append(list, text);
    else edits.append(root, `<${prefix}commentList>${text}</${prefix}commentList>`);
  }
  store.replace(part, edits.apply());
  return { fresh, longer };
}

/** Adds a paragraph to a note and gives the whole text. Plain text must become a run before another can follow. */
function lengthen(xml: string, comment: XmlElement, { text }: CommentPlan, edits: Edits): string {
  const { prefix } = comment.tag;
  const body = childOf(xml, comment, "text");
  const run = withPrefix(runXml(`\n${text}`), prefix);
  if (!body) {
    edits.append(comment, `<${prefix}text>${run}</${prefix}text>`);
    return text;
  }
  const parts = childrenOf(xml, body);
  const plain = parts.find(({ tag }) => tag.name === "t");
  if (plain) {
    edits.insert(plain.tag.start, `<${prefix}r>`);
    edits.insert(plain.end, `</${prefix}r>`);
  }
  const phonetic = parts.find(({ tag }) => tag.name === "rPh" || tag.name === "phoneticPr");
  if (phonetic) edits.insert(phonetic.tag.start, run);
  else edits.append(body, run);
  const bytes = new TextEncoder().encode(xml.slice(comment.tag.start, comment.end));
  const reader = new XmlReader(bytes, "comments");
  const before = new Texts(DEFAULT_LIMITS);
  reader.next();
  readRichText(reader, "comment", "comments", before);
  return `${unescapeXstring(before.take())}\n${text}`;
}

/** Our notes name no author; gives the number of the one without a name. */
function addAuthor(xml: string, root: XmlElement, edits: Edits): number {
  const { prefix } = root.tag;
  const authors = childOf(xml, root, "authors");
  const names = authors ? childrenOf(xml, authors).map((author) => contentOf(xml, author)) : [];
  const nameless = names.indexOf("");
  if (nameless >= 0) return nameless;
  const author = `<${prefix}author></${prefix}author>`;
  if (authors) edits.append(authors, author);
  else
    edits.insertInOrder(
      root,
      ["authors", "commentList"],
      "authors",
      `<${prefix}authors>${author}</${prefix}authors>`,
    );
  return names.length;
}

function patchBoxes(
  store: ForeignPackage,
  path: string,
  fresh: readonly CommentPlan[],
  longer: readonly CommentPlan[],
  geometry: SheetGeometry,
): void {
  const xml = store.need(path);
  const legacy = childOf(xml, rootOf(xml), "legacyDrawing");
  const id = legacy && attributeOf(xml, legacy.tag, "id");
  const part = store.relationships(path).find((one) => one.id === id)?.target;
  if (part === undefined) return addBoxes(store, path, [...fresh, ...longer], geometry);
  const vml = longer.reduce((text, comment) => resize(text, comment, geometry), store.need(part));
  store.replace(part, fresh.length === 0 ? vml : appendShapes(vml, fresh, geometry));
}

function addBoxes(
  store: ForeignPackage,
  path: string,
  comments: readonly CommentPlan[],
  geometry: SheetGeometry,
): void {
  const part = store.freePath("xl/drawings/vmlDrawing#.vml");
  store.add(part, notesVml(comments, geometry, drawingNumber(part)));
  const id = store.relate(path, "vmlDrawing", part);
  const xml = store.need(path);
  const root = rootOf(xml);
  const namespace = store.strict
    ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
    : NAMESPACES.relationship;
  const prefix = prefixFor(xml, root.tag, namespace);
  const attributes = prefix === undefined ? { "xmlns:r": namespace, "r:id": id } : { [`${prefix}id`]: id };
  const edits = new Edits(xml);
  const text = withPrefix(element("legacyDrawing", attributes), root.tag.prefix);
  edits.insertInOrder(root, SHEET_ORDER, "legacyDrawing", text);
  store.replace(path, edits.apply());
}

/** VML need not be well-formed XML, so it is handled as text. */
function appendShapes(vml: string, comments: readonly CommentPlan[], geometry: SheetGeometry): string {
  const ids = [...vml.matchAll(/\bid\s*=\s*["']_x0000_s(\d+)["']/g)].map((match) => Number(match[1]));
  const first = ids.reduce((most, id) => Math.max(most, id), 1024) + 1;
  const type = /id\s*=\s*["']_x0000_t202["']/.test(vml) ? "" : NOTE_SHAPE_TYPE;
  const shapes = comments.map((comment, index) => noteShape(comment, geometry, first + index));
  const end = vml.lastIndexOf("</xml");
  return `${vml.slice(0, end)}${type}${shapes.join("")}${vml.slice(end)}`;
}

/** Makes the box of a note that has grown large enough for its text. */
function resize(vml: string, comment: CommentPlan, geometry: SheetGeometry): string {
  const has = (shape: string, name: string, value: number): boolean =>
    new RegExp(`<x:${name}>\\s*${value}\\s*</x:${name}>`).test(shape);
  return vml.replace(/<v:shape\b[\s\S]*?<\/v:shape>/g, (shape) =>
    has(shape, "Row", comment.row) && has(shape, "Column", comment.column)
      ? shape.replace(/(<x:Anchor>)[^<]*/, (_, start: string) => start + noteAnchor(comment, geometry))
      : shape,
  );
}
