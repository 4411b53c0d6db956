import type { DefinedName, Visibility } from "../../workbook/workbook";
import { overLimit } from "./errors";
import type { ReadLimits } from "./limits";
import type { XmlReader } from "./xml-reader";

/** What `workbook.xml` says. */
export interface WorkbookPart {
  date1904: boolean;
  structureProtected: boolean;
  externalLinks: number;
  readonly sheets: SheetEntry[];
  readonly names: DefinedName[];
}

export interface SheetEntry {
  readonly name: string;
  readonly visibility: Visibility;
  readonly relationship: string;
}

const TAGS = ["workbookPr", "workbookProtection", "sheet", "definedName", "externalReference"];

export function readWorkbookPart(xml: XmlReader, limits: ReadLimits): WorkbookPart {
  const book: WorkbookPart = {
    date1904: false,
    structureProtected: false,
    externalLinks: 0,
    sheets: [],
    names: [],
  };
  while (xml.nextOf(TAGS)) {
    if (xml.is("workbookPr")) book.date1904 = xml.flag("date1904");
    else if (xml.is("workbookProtection")) book.structureProtected = xml.flag("lockStructure");
    else if (xml.is("externalReference")) book.externalLinks++;
    else if (xml.is("sheet")) addSheet(xml, book, limits);
    else addName(xml, book, limits);
  }
  return book;
}

function addSheet(xml: XmlReader, book: WorkbookPart, limits: ReadLimits): void {
  const state = xml.attribute("state");
  const count = book.sheets.push({
    name: xml.attribute("name") ?? "",
    visibility: state === "hidden" || state === "veryHidden" ? state : "visible",
    relationship: xml.attribute("id") ?? "",
  });
  if (count > limits.sheets) throw overLimit("sheets", count, limits.sheets);
}

/** `localSheetId` counts the sheets as they are, chart sheets too. */
function addName(xml: XmlReader, book: WorkbookPart, limits: ReadLimits): void {
  const local = xml.attribute("localSheetId");
  const sheet = local === undefined ? null : (book.sheets[Number(local)]?.name ?? null);
  const count = book.names.push({
    name: xml.attribute("name") ?? "",
    sheet,
    refersTo: xml.text().trim().replace(/^=/, ""),
  });
  if (count > limits.areas) throw overLimit("names", count, limits.areas);
}
