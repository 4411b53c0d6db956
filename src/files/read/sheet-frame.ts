import { MAX_COLUMNS, type Area, type Span } from "../../workbook/address";
import type { DataValidation } from "../../workbook/workbook";
import { parseReference, parseReferences } from "./areas";
import { overLimit } from "./errors";
import type { ReadLimits } from "./limits";
import type { XmlReader } from "./xml-reader";

/** What a sheet's part says around its cells. */
export interface SheetFrame {
  protected: boolean;
  /** Rows that the file does not list are hidden. */
  rowsHiddenByDefault: boolean;
  /** Columns that the file does not list are hidden. */
  columnsHiddenByDefault: boolean;
  autoFilter: Area | undefined;
  readonly merges: Area[];
  readonly hiddenColumns: Span[];
  /** Columns that the file lists as shown. */
  readonly shownColumns: Span[];
  readonly validations: DataValidation[];
  /** How many areas the validations have together. */
  validationAreas: number;
}

export function emptyFrame(): SheetFrame {
  return {
    protected: false,
    rowsHiddenByDefault: false,
    columnsHiddenByDefault: false,
    autoFilter: undefined,
    merges: [],
    hiddenColumns: [],
    shownColumns: [],
    validations: [],
    validationAreas: 0,
  };
}

const TAGS = [
  "mergeCell",
  "col",
  "sheetData",
  "sheetFormatPr",
  "sheetProtection",
  "customSheetViews",
  "autoFilter",
];
const TAGS_AND_VALIDATIONS = ["dataValidation", ...TAGS];

const VALIDATION = ["formula1", "formula2", "f", "sqref"];

/** What is asked of a frame, and its limits. */
interface Asked {
  readonly validations: boolean;
  readonly limits: ReadLimits;
}

/** Adds what is before or after the cells; true where it stopped at `<sheetData>`. Throws F03 for more areas than the limit. */
export function readFrame(xml: XmlReader, frame: SheetFrame, { validations, limits }: Asked): boolean {
  const tags = validations ? TAGS_AND_VALIDATIONS : TAGS;
  while (xml.nextOf(tags)) {
    if (xml.is("mergeCell")) addMerge(xml, frame.merges, limits);
    else if (xml.is("dataValidation")) addValidation(xml, frame, limits);
    else if (xml.is("col")) addColumns(xml, frame);
    else if (xml.is("sheetData")) return true;
    else if (xml.is("sheetFormatPr")) {
      frame.rowsHiddenByDefault = xml.flag("zeroHeight") || isZero(xml.attribute("defaultRowHeight"));
      frame.columnsHiddenByDefault = isZero(xml.attribute("defaultColWidth"));
    } else if (xml.is("sheetProtection")) frame.protected = xml.flag("sheet");
    else if (xml.is("customSheetViews")) xml.skip();
    else frame.autoFilter = parseReference(xml.attribute("ref") ?? "") ?? undefined;
  }
  return false;
}

function isZero(size: string | undefined): boolean {
  return size !== undefined && Number(size) === 0;
}

/** A column of no width is hidden, whatever the file calls it. */
function addColumns(xml: XmlReader, frame: SheetFrame): void {
  const isHidden = xml.flag("hidden") || isZero(xml.attribute("width"));
  const hidden = isHidden ? frame.hiddenColumns : frame.shownColumns;
  const first = Number(xml.attribute("min")) - 1;
  const last = Math.min(Number(xml.attribute("max")), MAX_COLUMNS) - 1;
  if (!(first >= 0 && first <= last)) return;
  const before = hidden.at(-1);
  if (before && before.last === first - 1) hidden[hidden.length - 1] = { first: before.first, last };
  else if (hidden.push({ first, last }) > MAX_COLUMNS) throw overLimit("columns", hidden.length, MAX_COLUMNS);
}

function addMerge(xml: XmlReader, merges: Area[], limits: ReadLimits): void {
  const area = parseReference(xml.attribute("ref") ?? "");
  if (!area || (area.top === area.bottom && area.left === area.right)) return;
  if (merges.push(area) > limits.areas) throw overLimit("merges", merges.length, limits.areas);
}

/** Both kinds: of the standard, and of Excel 2010's extension, where area and formulas are elements of their own. */
function addValidation(xml: XmlReader, frame: SheetFrame, limits: ReadLimits): void {
  const type = xml.attribute("type") ?? "none";
  let references = xml.attribute("sqref") ?? "";
  let formula1 = "";
  let formula2 = "";
  let ofSecond = false;
  const hasContent = !xml.isEmpty;
  while (hasContent && xml.nextOf(VALIDATION, "dataValidation") && !xml.isEnd) {
    if (xml.is("formula1")) ofSecond = false;
    else if (xml.is("formula2")) ofSecond = true;
    if (xml.is("sqref")) references = xml.text();
    else if (ofSecond) formula2 += xml.text();
    else formula1 += xml.text();
  }
  const areas = parseReferences(references, limits.areas + 1);
  frame.validationAreas += Math.max(1, areas.length);
  if (frame.validationAreas > limits.areas)
    throw overLimit("validations", frame.validationAreas, limits.areas);
  const validation: Writable<DataValidation> = { areas, type };
  if (formula1.trim()) validation.formula1 = formula1.trim();
  if (formula2.trim()) validation.formula2 = formula2.trim();
  frame.validations.push(validation);
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };
