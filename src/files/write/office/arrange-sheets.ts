/** The workbook part of an office's package after its sheets were left out, renamed and put among ours. */
import type { NamePlan, FileSheetPlan } from "../../../workbook/plan";
import { damaged } from "../../read/errors";
import type { ForeignPackage } from "../patch/foreign-package";
import { WORKBOOK_ORDER } from "../patch/sheet-order";
import {
  attributeOf,
  childOf,
  childrenOf,
  Edits,
  prefixFor,
  rootOf,
  textOf,
  withAttribute,
  withoutAttribute,
  withPrefix,
  type XmlElement,
} from "../patch/xml-edit";
import { nameXml, sheetNames } from "../workbook-part";
import { element, escapeXstring, NAMESPACES } from "../xml";
import { isSafeFormula } from "./safe-formula";
import { withNewNames, type NewNames } from "../../../workbook/sheet-references";

/** A sheet of the workbook to be written: one of the package, by its place there, or one of ours. */
export type ArrangedSheet =
  | { readonly from: number; readonly name: string }
  /** `relationship`: the workbook's to the part. */
  | { readonly plan: FileSheetPlan; readonly relationship: string };

export interface Arrangement {
  readonly sheets: readonly ArrangedSheet[];
  readonly names: readonly NamePlan[];
  /** Index in `sheets`. */
  readonly active: number;
}

const STRICT_RELATIONSHIPS = "http://purl.oclc.org/ooxml/officeDocument/relationships";
/**
 * What belongs to the file as it was, not to its sheets: who reserved it and in whose folder it was (a choice of
 * alternatives holds the path), views, other workbooks, pivot data.
 */
const LEFT_OUT = new Set([
  "AlternateContent",
  "revisionPtr",
  "fileSharing",
  "workbookProtection",
  "externalReferences",
  "customWorkbookViews",
  "pivotCaches",
  "webPublishing",
  "webPublishObjects",
  "smartTagPr",
  "smartTagTypes",
  "fileRecoveryPr",
]);

export function arrangeSheets(store: ForeignPackage, arrangement: Arrangement): void {
  const xml = store.need(store.workbook);
  const root = rootOf(xml);
  const edits = new Edits(xml);
  const list = childOf(xml, root, "sheets");
  if (!list) throw damaged("missingSheets");
  const known = childrenOf(xml, list);
  const entries = arrangement.sheets.map(sheetEntry(store, xml, root, known));
  edits.replace(list.tag.end, list.contentEnd, entries.join(""));
  arrangeNames(xml, root, known, arrangement, edits);
  arrangeViews(xml, root, arrangement.active, edits);
  recalculateOnLoad(xml, root, edits);
  for (const { tag, end } of childrenOf(xml, root)) {
    if (LEFT_OUT.has(tag.name)) edits.replace(tag.start, end, "");
  }
  store.replace(store.workbook, edits.apply());
  store.unrelate(store.workbook, ({ type }) =>
    /^(?:calcChain|externalLink|pivotCacheDefinition)$/.test(type),
  );
}

function sheetEntry(
  store: ForeignPackage,
  xml: string,
  root: XmlElement,
  known: readonly XmlElement[],
): (sheet: ArrangedSheet) => string {
  let nextId = known.reduce(
    (next, { tag }) => Math.max(next, Number(attributeOf(xml, tag, "sheetId")) + 1),
    1,
  );
  const namespace = store.strict ? STRICT_RELATIONSHIPS : NAMESPACES.relationship;
  const prefix = prefixFor(xml, root.tag, namespace);
  return (sheet) => {
    if ("plan" in sheet) {
      const { name, visibility } = sheet.plan;
      const state = visibility === "visible" ? undefined : visibility;
      const id =
        prefix === undefined
          ? { "xmlns:r": namespace, "r:id": sheet.relationship }
          : { [`${prefix}id`]: sheet.relationship };
      return withPrefix(element("sheet", { name, sheetId: nextId++, state, ...id }), root.tag.prefix);
    }
    const { tag, end } = known[sheet.from]!;
    const own = attributeOf(xml, tag, "name");
    if (own === sheet.name) return xml.slice(tag.start, end);
    const escaped = element("x", { name: sheet.name }).slice('<x name="'.length, -'"/>'.length);
    return withAttribute(xml.slice(tag.start, tag.end), "name", escaped);
  };
}

/** By their names in small letters, the new names of the package's sheets. */
export function newNamesOf(before: readonly string[], sheets: readonly ArrangedSheet[]): NewNames {
  return new Map(
    sheets.flatMap((sheet): [string, string][] => {
      if ("plan" in sheet) return [];
      const old = before[sheet.from]!;
      return old === sheet.name ? [] : [[old.toLowerCase(), sheet.name]];
    }),
  );
}

/** Names of sheets that are gone go; names that refer to what we do not know to be harmless go too. */
function arrangeNames(
  xml: string,
  root: XmlElement,
  known: readonly XmlElement[],
  { sheets, names }: Arrangement,
  edits: Edits,
): void {
  const before = known.map(({ tag }) => attributeOf(xml, tag, "name") ?? "");
  const places = new Map(sheets.flatMap((sheet, index) => ("plan" in sheet ? [] : [[sheet.from, index]])));
  const left = new Set(before.filter((_, i) => places.has(i)).map((name) => name.toLowerCase()));
  const renamed = newNamesOf(before, sheets);
  const list = childOf(xml, root, "definedNames");
  const taken = new Set<string>();
  const kept = (list ? childrenOf(xml, list) : []).flatMap((one) => {
    const { tag } = one;
    const local = attributeOf(xml, tag, "localSheetId");
    const place = local === undefined ? undefined : places.get(Number(local));
    const refersTo = textOf(xml, one);
    if ((local !== undefined && place === undefined) || !isSafeFormula(refersTo, left)) return [];
    if (local === undefined) taken.add((attributeOf(xml, tag, "name") ?? "").toLowerCase());
    const start = xml.slice(tag.start, tag.end);
    const text = escapeXstring(withNewNames(refersTo, renamed));
    const open = place === undefined ? start : withAttribute(start, "localSheetId", place);
    return `${open}${text}</${tag.prefix}${tag.name}>`;
  });
  const { prefix } = root.tag;
  const added = [
    ...sheets.flatMap((sheet, index) => ("plan" in sheet ? sheetNames(sheet.plan, index) : [])),
    ...names.filter(({ name }) => !taken.has(name.toLowerCase())).map(nameXml),
  ].map((name) => withPrefix(name, prefix));
  const all = [...kept, ...added].join("");
  const text = all === "" ? "" : `<${prefix}definedNames>${all}</${prefix}definedNames>`;
  if (list) edits.replace(list.tag.start, list.end, text);
  else if (text !== "") edits.insertInOrder(root, WORKBOOK_ORDER, "definedNames", text);
}

function arrangeViews(xml: string, root: XmlElement, active: number, edits: Edits): void {
  const views = childOf(xml, root, "bookViews");
  if (!views) {
    const text = element("bookViews", {}, element("workbookView", { activeTab: active }));
    edits.insertInOrder(root, WORKBOOK_ORDER, "bookViews", withPrefix(text, root.tag.prefix));
    return;
  }
  for (const { tag } of childrenOf(xml, views)) {
    if (tag.name !== "workbookView") continue;
    const start = withoutAttribute(
      withoutAttribute(xml.slice(tag.start, tag.end), "firstSheet"),
      "visibility",
    );
    edits.replace(tag.start, tag.end, withAttribute(start, "activeTab", active));
  }
}

/** In a workbook of our own everything is calculated, with full precision; only circles may go on circling. */
function recalculateOnLoad(xml: string, root: XmlElement, edits: Edits): void {
  const own = childOf(xml, root, "calcPr");
  const iterate = own && attributeOf(xml, own.tag, "iterate");
  const text = element("calcPr", { calcId: 191029, iterate, fullCalcOnLoad: true });
  if (own) edits.replace(own.tag.start, own.end, withPrefix(text, root.tag.prefix));
  else edits.insertInOrder(root, WORKBOOK_ORDER, "calcPr", withPrefix(text, root.tag.prefix));
}
