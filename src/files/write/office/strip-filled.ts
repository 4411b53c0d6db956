/** A sheet that a unit filled in, without what its cells do not show: results, pictures, headers, filters. */
import type { ForeignPackage } from "../patch/foreign-package";
import { cellsOf, rowsOf } from "../patch/sheet-cells";
import { attributeOf, childOf, childrenOf, contentOf, Edits, rootOf } from "../patch/xml-edit";

const OF_PICTURES = new Set(["drawing", "legacyDrawing", "legacyDrawingHF", "picture"]);

/** Gives whether there were pictures, charts or text boxes: a seal or a signature may be one. */
export function stripFilled(store: ForeignPackage, path: string): boolean {
  const hasPictures = store.relationshipsNow(path).some(({ type }) => /^(?:drawing|image)$/.test(type));
  store.unrelate(path, ({ type }) => type !== "table");
  const xml = store.need(path);
  const edits = new Edits(xml);
  for (const child of childrenOf(xml, rootOf(xml))) {
    const { name, start, end } = child.tag;
    if (OF_PICTURES.has(name)) edits.replace(start, child.end, "");
    else if (name === "headerFooter" && !isPageNumber(contentOf(xml, child)))
      edits.replace(start, child.end, "");
    else if (name === "autoFilter") edits.replace(end, child.contentEnd, "");
  }
  dropResults(xml, edits);
  store.replace(path, edits.apply());
  for (const { target } of store.relationshipsNow(path)) dropFilters(store, target);
  return hasPictures;
}

/** `第 &P 页，共 &N 页` and nothing else. */
function isPageNumber(content: string): boolean {
  const text = content.replace(/<[^>]*>/g, " ").replace(/&amp;(?:"[^"]*"|&quot;.*?&quot;|[A-Z]|\d+)/gi, " ");
  return !/[^\s\d第页共,，、/—–-]/.test(text);
}

function dropResults(xml: string, edits: Edits): void {
  const sheetData = childOf(xml, rootOf(xml), "sheetData");
  if (!sheetData) return;
  for (const { element: row } of rowsOf(xml, sheetData))
    for (const { element: cell } of cellsOf(xml, row)) {
      const children = childrenOf(xml, cell);
      if (!children.some(({ tag }) => tag.name === "f")) continue;
      for (const { tag, end } of children) if (tag.name !== "f") edits.replace(tag.start, end, "");
      if (attributeOf(xml, cell.tag, "t") === undefined) continue;
      const text = xml.slice(cell.tag.start, cell.tag.end);
      edits.replace(cell.tag.start, cell.tag.end, text.replace(/\st\s*=\s*(?:"[^"]*"|'[^']*')/, ""));
    }
}

/** What somebody chose in the filter of a table. */
function dropFilters(store: ForeignPackage, part: string): void {
  const xml = store.text(part);
  if (xml === null) return;
  const edits = new Edits(xml);
  for (const child of childrenOf(xml, rootOf(xml)))
    if (child.tag.name === "autoFilter") edits.replace(child.tag.end, child.contentEnd, "");
  store.replace(part, edits.apply());
}

/** Names of values: a name of cells says nothing of what somebody wrote. */
export function stripNames(store: ForeignPackage): void {
  const xml = store.need(store.workbook);
  const list = childOf(xml, rootOf(xml), "definedNames");
  if (!list) return;
  const edits = new Edits(xml);
  for (const name of childrenOf(xml, list))
    if (!/!/.test(contentOf(xml, name))) edits.replace(name.tag.start, name.end, "");
  const left = childrenOf(xml, list).filter((name) => /!/.test(contentOf(xml, name)));
  if (left.length === 0) store.replace(store.workbook, xml.slice(0, list.tag.start) + xml.slice(list.end));
  else store.replace(store.workbook, edits.apply());
}
