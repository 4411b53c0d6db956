/** The workbook part of a foreign package: which sheets there are, adding some, asking for recalculation. */
import type { SheetPlan } from "../../../workbook/plan";
import { damaged } from "../../read/errors";
import { sheetNames } from "../workbook-part";
import { element, NAMESPACES } from "../xml";
import type { ForeignPackage } from "./foreign-package";
import { WORKBOOK_ORDER } from "./sheet-order";
import {
  attributeOf,
  childOf,
  childrenOf,
  Edits,
  prefixFor,
  rootOf,
  withAttribute,
  withPrefix,
  type XmlElement,
} from "./xml-edit";

export interface ForeignSheet {
  readonly name: string;
  /** The part's path; null for a chart sheet and similar, which has no cells. */
  readonly path: string | null;
  /** The workbook's relationship to it. */
  readonly relationship: string;
}

export function sheetsOf(store: ForeignPackage): ForeignSheet[] {
  const xml = store.need(store.workbook);
  const relationships = new Map(store.relationships(store.workbook).map((one) => [one.id, one]));
  return sheetElements(xml).map(({ tag }) => {
    const relationship = attributeOf(xml, tag, "id") ?? "";
    const known = relationships.get(relationship);
    return {
      name: attributeOf(xml, tag, "name") ?? "",
      path: known?.type === "worksheet" ? known.target : null,
      relationship,
    };
  });
}

function sheetList(xml: string): XmlElement {
  const sheets = childOf(xml, rootOf(xml), "sheets");
  if (!sheets) throw damaged("missingSheets");
  return sheets;
}

function sheetElements(xml: string): XmlElement[] {
  return childrenOf(xml, sheetList(xml));
}

/** Lists the sheets after those there; `ids[i]` is the relationship to the part of `sheets[i]`. */
export function addSheets(store: ForeignPackage, sheets: readonly SheetPlan[], ids: readonly string[]): void {
  const xml = store.need(store.workbook);
  const root = rootOf(xml);
  const { prefix } = root.tag;
  const known = sheetElements(xml);
  const namespace = store.strict ? STRICT_RELATIONSHIPS : NAMESPACES.relationship;
  const relationshipPrefix = prefixFor(xml, root.tag, namespace);
  const nextId = known.reduce(
    (next, { tag }) => Math.max(next, Number(attributeOf(xml, tag, "sheetId") ?? 0) + 1),
    1,
  );
  const entries = sheets.map(({ name, visibility }, index) => {
    const state = visibility === "visible" ? undefined : visibility;
    const id =
      relationshipPrefix === undefined
        ? { "xmlns:r": namespace, "r:id": ids[index] }
        : { [`${relationshipPrefix}id`]: ids[index] };
    return element("sheet", { name, sheetId: nextId + index, state, ...id });
  });
  const edits = new Edits(xml);
  edits.append(sheetList(xml), withPrefix(entries.join(""), prefix));
  const names = sheets.flatMap((sheet, index) => sheetNames(sheet, known.length + index));
  if (names.length > 0) addNames(xml, root, withPrefix(names.join(""), prefix), edits);
  store.replace(store.workbook, edits.apply());
}

const STRICT_RELATIONSHIPS = "http://purl.oclc.org/ooxml/officeDocument/relationships";

function addNames(xml: string, root: XmlElement, names: string, edits: Edits): void {
  const { prefix } = root.tag;
  const list = childOf(xml, root, "definedNames");
  if (list) edits.append(list, names);
  else
    edits.insertInOrder(
      root,
      WORKBOOK_ORDER,
      "definedNames",
      `<${prefix}definedNames>${names}</${prefix}definedNames>`,
    );
}

/** Excel is to calculate everything again when it opens the file; the chain of formulas is dropped, it makes its own. */
export function recalculate(store: ForeignPackage): void {
  const chain = store.relationships(store.workbook).find(({ type }) => type === "calcChain");
  if (chain) store.remove(store.workbook, chain);
  const xml = store.need(store.workbook);
  const root = rootOf(xml);
  const edits = new Edits(xml);
  const calculation = childOf(xml, root, "calcPr");
  if (calculation) {
    const { start, end } = calculation.tag;
    edits.replace(start, end, withAttribute(xml.slice(start, end), "fullCalcOnLoad", 1));
  } else {
    const text = withPrefix(element("calcPr", { fullCalcOnLoad: true }), root.tag.prefix);
    edits.insertInOrder(root, WORKBOOK_ORDER, "calcPr", text);
  }
  store.replace(store.workbook, edits.apply());
}
