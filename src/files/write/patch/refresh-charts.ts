/** The points that charts keep of the cells they show (ECMA-376 part 1, 21.2.2: numCache and strCache). */
import type { ForeignPackage } from "./foreign-package";
import { referenceIn, type Reference } from "./evaluate";
import type { Result } from "./formula-values";
import {
  attributeOf,
  childrenOf,
  Edits,
  elementOf,
  tagsOf,
  textOf,
  withPrefix,
  type XmlElement,
} from "./xml-edit";
import { escapeXstring } from "../xml";

/** @param values of a reference to changed cells; null for every other. @returns whether any chart changed */
export function refreshCharts(
  store: ForeignPackage,
  values: (reference: Reference) => readonly Result[] | null,
): boolean {
  let any = false;
  for (const path of chartParts(store)) {
    const before = store.text(path);
    if (before === null) continue;
    const after = refreshedChart(before, values);
    if (after === before) continue;
    store.replace(path, after);
    any = true;
  }
  return any;
}

/** Sheets lead to drawings, drawings to charts. */
function chartParts(store: ForeignPackage): string[] {
  const sheets = store.relationships(store.workbook).map(({ target }) => target);
  const drawings = sheets.flatMap((sheet) => targetsOf(store, sheet, "drawing"));
  return [...new Set(drawings.flatMap((drawing) => targetsOf(store, drawing, "chart")))];
}

function targetsOf(store: ForeignPackage, path: string, type: string): string[] {
  if (path === "") return [];
  return store
    .relationships(path)
    .flatMap((each) => (each.type === type && each.target !== "" ? [each.target] : []));
}

function refreshedChart(xml: string, values: (reference: Reference) => readonly Result[] | null): string {
  const edits = new Edits(xml);
  for (const tag of tagsOf(xml)) {
    if (tag.kind !== "open" || (tag.name !== "numRef" && tag.name !== "strRef")) continue;
    const children = childrenOf(xml, elementOf(xml, tag));
    const formula = children.find((child) => child.tag.name === "f");
    const cache = children.find((child) => /^(?:num|str)Cache$/.test(child.tag.name));
    const reference = formula && referenceIn(textOf(xml, formula).trim());
    const found = reference?.sheet ? values(reference) : null;
    if (cache && found) replacePoints(xml, cache, found, edits);
  }
  return edits.apply();
}

function replacePoints(xml: string, cache: XmlElement, values: readonly Result[], edits: Edits): void {
  if (cache.tag.kind === "empty") return;
  const isNumber = cache.tag.name === "numCache";
  const points = values.flatMap((value, i) => {
    const text = isNumber ? (typeof value === "number" ? String(value) : null) : wordsOf(value);
    return text === null ? [] : [`<pt idx="${i}"><v>${escapeXstring(text)}</v></pt>`];
  });
  const children = childrenOf(xml, cache);
  const old = children.filter(({ tag }) => tag.name === "pt");
  // What a point of its own number format says stays with it.
  if (old.some(({ tag }) => attributeOf(xml, tag, "formatCode") !== undefined))
    return replaceValues(xml, old, values, edits);
  for (const { tag, end } of old) edits.replace(tag.start, end, "");
  const count = children.find(({ tag }) => tag.name === "ptCount");
  if (count)
    edits.replace(
      count.tag.start,
      count.end,
      withPrefix(`<ptCount val="${values.length}"/>`, cache.tag.prefix),
    );
  edits.insert(count?.end ?? cache.tag.end, withPrefix(points.join(""), cache.tag.prefix));
}

function replaceValues(
  xml: string,
  points: readonly XmlElement[],
  values: readonly Result[],
  edits: Edits,
): void {
  for (const point of points) {
    const value = values[Number(attributeOf(xml, point.tag, "idx"))];
    const held = childrenOf(xml, point).find(({ tag }) => tag.name === "v");
    if (typeof value === "number" && held)
      edits.replace(held.tag.start, held.end, withPrefix(`<v>${String(value)}</v>`, held.tag.prefix));
    else edits.replace(point.tag.start, point.end, "");
  }
}

function wordsOf(value: Result): string | null {
  if (value === null) return null;
  return typeof value === "object" ? value.error : String(value);
}
