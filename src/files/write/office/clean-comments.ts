/** Notes of an office's sheet: what they say of the form stays, who wrote them does not. */
import { unescapeXml } from "../../read/xml-text";
import { parseA1 } from "../../../workbook/address";
import type { ForeignPackage } from "../patch/foreign-package";
import { attributeOf, childOf, childrenOf, contentOf, Edits, rootOf } from "../patch/xml-edit";

/** Conversations go, and all notes of a sheet that a unit filled in. */
export function cleanComments(store: ForeignPackage, path: string, filled: boolean): void {
  const related = store.relationshipsNow(path);
  const part = related.find(({ type }) => type === "comments")?.target;
  const boxes = related.filter(({ type }) => type === "vmlDrawing").map(({ target }) => target);
  store.unrelate(path, ({ type }) => type === "threadedComment" || (filled && type === "comments"));
  const gone = part === undefined || filled ? [] : anonymise(store, part);
  for (const box of boxes) cleanBoxes(store, box, filled, gone);
}

/** Gives the cells of conversations: their notes are gone with them. */
function anonymise(store: ForeignPackage, part: string): string[] {
  const xml = store.text(part);
  if (xml === null) return [];
  const root = rootOf(xml);
  const authorList = childOf(xml, root, "authors");
  const list = childOf(xml, root, "commentList");
  const authorElements = authorList ? childrenOf(xml, authorList) : [];
  const authors = authorElements.map((author) => unescapeXml(contentOf(xml, author)));
  const edits = new Edits(xml);
  for (const { tag, contentEnd } of authorElements) edits.replace(tag.end, contentEnd, "");
  const gone: string[] = [];
  for (const comment of list ? childrenOf(xml, list) : []) {
    const author = authors[Number(attributeOf(xml, comment.tag, "authorId") ?? 0)] ?? "";
    if (author.startsWith("tc=")) {
      gone.push(attributeOf(xml, comment.tag, "ref") ?? "");
      edits.replace(comment.tag.start, comment.end, "");
    } else dropSignature(xml, comment.tag.end, comment.contentEnd, author, edits);
  }
  store.replace(part, edits.apply());
  return gone;
}

/** Excel begins a note with its author's name and a colon. */
function dropSignature(xml: string, from: number, to: number, author: string, edits: Edits): void {
  if (author === "") return;
  const first = /<(?:[\w.-]+:)?t(?:\s[^>]*)?>([^<]*)</.exec(xml.slice(from, to));
  if (!first) return;
  const text = unescapeXml(first[1]!);
  if (!text.startsWith(`${author}:`) && !text.startsWith(`${author}：`)) return;
  const start = from + first.index + first[0].indexOf(">") + 1;
  // What is left is plain: it was read from here.
  const signature =
    xml.slice(start).indexOf(text.includes("：") && !text.startsWith(`${author}:`) ? "：" : ":") + 1;
  edits.replace(start, start + signature, "");
}

/** VML need not be well-formed XML, so it is handled as text. Buttons and similar go, and the boxes of notes that went. */
function cleanBoxes(store: ForeignPackage, part: string, filled: boolean, gone: readonly string[]): void {
  const vml = store.text(part);
  if (vml === null) return;
  const cells = new Set(gone);
  const cleaned = vml.replace(/<v:shape\b[\s\S]*?<\/v:shape>/g, (shape) => {
    const type = /ObjectType\s*=\s*["'](\w+)["']/.exec(shape)?.[1];
    if (type === undefined) return shape;
    if (type !== "Note" || filled) return "";
    const at = (name: string): number => Number(new RegExp(`<x:${name}>\\s*(\\d+)`).exec(shape)?.[1] ?? -1);
    const isGone = [...cells].some((cell) => {
      const place = parseA1(cell);
      return place?.row === at("Row") && place.column === at("Column");
    });
    return isGone ? "" : shape;
  });
  if (cleaned !== vml) store.replace(part, cleaned);
}
