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
  autoFilter: Area | undefined;
  readonly merges: Area[];
  readonly hiddenColumns: Span[];
  readonly validations: DataValidation[];
  /** How many areas the validations have together. */
  validationAreas: number;
}

export function emptyFrame(): SheetFrame {
  return {
    protected: false,
    rowsHiddenByDefault: false,
    autoFilter: undefined,
    merges: [],
    hiddenColumns: [],
    validations: [],
    validationAreas: 0,
  };
}

const TAGS = new Set([
  "sheetFormatPr",
  "col",
  "sheetProtection",
  "customSheetViews",
  "mergeCell",
  "dataValidation",
  "autoFilter",
]);

/** Adds what stands before or after `<sheetData>`. Throws F03 for more areas than the limit. */
export function readFrame(xml: XmlReader, frame: SheetFrame, limits: ReadLimits): void {
  while (xml.nextOf(TAGS)) {
    if (xml.name === "sheetFormatPr") frame.rowsHiddenByDefault = xml.flag("zeroHeight");
    else if (xml.name === "col") addHiddenColumns(xml, frame.hiddenColumns);
    else if (xml.name === "sheetProtection") frame.protected = xml.flag("sheet");
    else if (xml.name === "customSheetViews") xml.skip();
    else if (xml.name === "mergeCell") addMerge(xml, frame.merges, limits);
    else if (xml.name === "dataValidation") addValidation(xml, frame, limits);
    else frame.autoFilter = parseReference(xml.attribute("ref") ?? "") ?? undefined;
  }
}

function addHiddenColumns(xml: XmlReader, hidden: Span[]): void {
  if (!xml.flag("hidden")) return;
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

/** Both kinds: of the standard, and of Excel 2010's extension, where the area is an element of its own. */
function addValidation(xml: XmlReader, frame: SheetFrame, limits: ReadLimits): void {
  const type = xml.attribute("type") ?? "none";
  let references = xml.attribute("sqref") ?? "";
  const formulas: string[] = ["", ""];
  let current = 0;
  while (!xml.isEmpty || xml.name !== "dataValidation") {
    if (!xml.next() || (xml.isEnd && xml.name === "dataValidation")) break;
    if (xml.isEnd) continue;
    if (xml.name === "formula1" || xml.name === "formula2") current = xml.name === "formula1" ? 0 : 1;
    if (xml.name === "sqref") references = xml.text();
    else if (xml.name !== "dataValidation") formulas[current] += xml.text();
  }
  const [formula1, formula2] = formulas.map((formula) => formula.trim());
  const areas = parseReferences(references, limits.areas + 1);
  frame.validationAreas += Math.max(1, areas.length);
  if (frame.validationAreas > limits.areas)
    throw overLimit("validations", frame.validationAreas, limits.areas);
  frame.validations.push({
    areas,
    type,
    ...(formula1 ? { formula1 } : {}),
    ...(formula2 ? { formula2 } : {}),
  });
}
