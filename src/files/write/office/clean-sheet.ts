/** A sheet of an office's workbook without what is no part of a form: objects, links elsewhere, names of persons. */
import { toA1 } from "../../../workbook/address";
import type { ForeignPackage } from "../patch/foreign-package";
import type { ForeignSheet } from "../patch/foreign-workbook";
import { cellsOf, rowsOf } from "../patch/sheet-cells";
import {
  attributeOf,
  childOf,
  childrenOf,
  Edits,
  elementOf,
  rootOf,
  tagsOf,
  textOf,
  withoutAttribute,
  type XmlElement,
} from "../patch/xml-edit";
import { compileShift } from "../../read/formula-shift";
import { cleanComments } from "./clean-comments";
import { isSafeFormula } from "./safe-formula";
import { selectSheet } from "./sheet-view";
import { stripFilled } from "./strip-filled";

export interface Cleaning {
  /** The sheets that are kept, in small letters. */
  readonly names: ReadonlySet<string>;
  readonly filled: boolean;
  readonly selected: boolean;
}

export interface Cleaned {
  /** Cells whose formulas were left out, `表一!B7`. */
  readonly unsafe: readonly string[];
  /** Were there embedded objects, buttons or similar? */
  readonly objects: boolean;
}

const TAKEN = /^(?:drawing|comments|vmlDrawing|image|table)$/;
const TAKEN_OF_DRAWING =
  /^(?:image|chart|chartEx|chartUserShapes|chartStyle|chartColorStyle|diagram\w+|vmlDrawing)$/;
const OBJECTS = new Set(["oleObjects", "controls"]);
/** What-if values, sources of data and views of persons; what only this file's program knows. */
const LEFT_OUT = new Set([
  ...OBJECTS,
  "scenarios",
  "dataConsolidate",
  "customSheetViews",
  "customProperties",
  "cellWatches",
  "smartTags",
  "webPublishItems",
]);

export function cleanSheet(store: ForeignPackage, sheet: ForeignSheet, cleaning: Cleaning): Cleaned {
  const path = sheet.path!;
  cleanComments(store, path, cleaning.filled);
  store.unrelate(path, ({ type, target }) => !TAKEN.test(type) || target === "");
  for (const { type, target } of store.relationshipsNow(path)) {
    if (type === "table") store.unrelate(target, () => true);
    if (type === "drawing") cleanDrawing(store, target);
  }
  const pictures = cleaning.filled && stripFilled(store, path);
  const objects = dropElements(store, path) || pictures;
  const unsafe = dropUnsafeFormulas(store, path, cleaning.names);
  dropUnsafeRules(store, path, cleaning.names);
  selectSheet(store, path, cleaning.selected);
  return { unsafe: unsafe.map((cell) => `${sheet.name}!${cell}`), objects };
}

/** Pictures and charts stay; macros behind them, and the workbooks of others that charts were made from, do not. */
function cleanDrawing(store: ForeignPackage, path: string): void {
  store.unrelate(path, ({ type, target }) => !TAKEN_OF_DRAWING.test(type) || target === "");
  const xml = store.text(path);
  if (xml === null) return;
  const cleaned = withoutDangling(store, path, xml).replace(/(\smacro=")[^"]+(")/g, "$1$2");
  if (cleaned !== xml) store.replace(path, cleaned);
  for (const { type, target } of store.relationshipsNow(path)) {
    if (type === "chart" || type === "chartUserShapes") cleanDrawing(store, target);
  }
}

function dropElements(store: ForeignPackage, path: string): boolean {
  const xml = store.need(path);
  const edits = new Edits(xml);
  let objects = false;
  for (const { tag, end } of childrenOf(xml, rootOf(xml))) {
    const inner = tag.name === "AlternateContent" ? innerName(xml.slice(tag.start, end)) : tag.name;
    const isSlicer = tag.name === "extLst" && /slicerList|timelineRefs/.test(xml.slice(tag.start, end));
    if (!LEFT_OUT.has(inner) && !isSlicer) continue;
    if (OBJECTS.has(inner)) objects = true;
    edits.replace(tag.start, end, "");
  }
  const changed = withoutDangling(store, path, edits.apply());
  if (changed !== xml) store.replace(path, changed);
  return objects;
}

/** What a choice between two forms of one thing is about. */
function innerName(xml: string): string {
  return /<(?:\w+:)?(oleObjects|controls)\b/.exec(xml)?.[1] ?? "";
}

/** Without the elements whose part is gone; a page set-up loses its printer only. */
function withoutDangling(store: ForeignPackage, path: string, xml: string): string {
  const ids = new Set(store.relationshipsNow(path).map(({ id }) => id));
  const edits = new Edits(xml);
  let until = 0;
  for (const tag of tagsOf(xml)) {
    if (tag.start < until || tag.kind === "close") continue;
    const text = xml.slice(tag.start, tag.end);
    const [, id] = /\s[\w.-]+:(?:id|embed|link|pict)\s*=\s*["']([^"']*)["']/.exec(text) ?? [];
    if (id === undefined || ids.has(id) || !/^rId|^R?[\da-f]{8,}$/i.test(id)) continue;
    if (tag.name === "pageSetup") edits.replace(tag.start, tag.end, withoutAttribute(text, "id"));
    else {
      until = elementOf(xml, tag).end;
      edits.replace(tag.start, until, "");
    }
  }
  return edits.apply();
}

interface FormulaCell {
  readonly address: string;
  readonly row: number;
  readonly column: number;
  readonly element: XmlElement;
  readonly text: string;
  readonly shared: string | null;
}

/** Their results stay as values. Gives the addresses. */
function dropUnsafeFormulas(store: ForeignPackage, path: string, names: ReadonlySet<string>): string[] {
  const xml = store.need(path);
  const sheetData = childOf(xml, rootOf(xml), "sheetData");
  if (!sheetData) return [];
  const formulas = formulaCells(xml, sheetData);
  const masters = new Map(
    formulas.flatMap((cell) =>
      cell.shared !== null && cell.text !== "" ? [[cell.shared, cell] as const] : [],
    ),
  );
  const edits = new Edits(xml);
  const dropped = formulas.filter((cell) => {
    const master = cell.text === "" && cell.shared !== null ? masters.get(cell.shared) : cell;
    const text = master && master !== cell ? shifted(master, cell) : cell.text;
    if (text === "" || isSafeFormula(text.replace(/_xl(?:fn|ws)\./g, ""), names)) return false;
    edits.replace(cell.element.tag.start, cell.element.end, "");
    return true;
  });
  if (dropped.length > 0) store.replace(path, edits.apply());
  return dropped.map(({ address }) => address);
}

function shifted(master: FormulaCell, cell: FormulaCell): string {
  return compileShift(master.text)(cell.row - master.row, cell.column - master.column);
}

function formulaCells(xml: string, sheetData: XmlElement): FormulaCell[] {
  return rowsOf(xml, sheetData).flatMap(({ index: row, element: rowElement }) =>
    cellsOf(xml, rowElement).flatMap(({ index: column, element: cell }) => {
      const element = childOf(xml, cell, "f");
      if (!element) return [];
      const shared =
        attributeOf(xml, element.tag, "t") === "shared" ? attributeOf(xml, element.tag, "si") : null;
      const text = textOf(xml, element);
      return [{ address: toA1(row, column), row, column, element, text, shared: shared ?? null }];
    }),
  );
}

/** Conditional formats and validations that refer elsewhere. */
function dropUnsafeRules(store: ForeignPackage, path: string, names: ReadonlySet<string>): void {
  const xml = store.need(path);
  const edits = new Edits(xml);
  for (const child of childrenOf(xml, rootOf(xml))) {
    if (child.tag.name === "conditionalFormatting") {
      const rules = childrenOf(xml, child).filter(({ tag }) => tag.name === "cfRule");
      const bad = rules.filter((rule) => !isSafeRule(xml, rule, names));
      if (bad.length === rules.length && bad.length > 0) edits.replace(child.tag.start, child.end, "");
      else for (const { tag, end } of bad) edits.replace(tag.start, end, "");
    } else if (child.tag.name === "dataValidations") {
      const rules = childrenOf(xml, child);
      const bad = rules.filter((rule) => !isSafeRule(xml, rule, names));
      if (bad.length === rules.length && bad.length > 0) edits.replace(child.tag.start, child.end, "");
      else for (const { tag, end } of bad) edits.replace(tag.start, end, "");
    }
  }
  const changed = edits.apply();
  if (changed !== xml) store.replace(path, changed);
}

function isSafeRule(xml: string, rule: XmlElement, names: ReadonlySet<string>): boolean {
  return childrenOf(xml, rule)
    .filter(({ tag }) => /^formula[12]?$/.test(tag.name))
    .map((formula) => textOf(xml, formula))
    .every((text) => text === "" || isSafeFormula(text.replace(/_xl(?:fn|ws)\./g, ""), names));
}
