/** Builds small .xlsx packages by hand, so that a test shows the very XML it is about. */
import { strToU8, zipSync } from "fflate";
import { readXlsx } from "../../src/files/read/xlsx";
import { FileReadError } from "../../src/files/read/errors";
import type { ReadLimits } from "../../src/files/read/limits";
import { nodeInflate } from "../../src/files/read/node-inflate";
import { toA1 } from "../../src/workbook/address";
import { cellsOf } from "../../src/workbook/cells";
import type { Cell, CellValue, Sheet, Workbook } from "../../src/workbook/workbook";

export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export interface PackageOptions {
  /** What is within `<sheetData>`, one for each sheet. */
  readonly data?: string | readonly string[];
  /** Before and after `<sheetData>` in the first sheet. */
  readonly before?: string;
  readonly after?: string;
  /** Entries of the shared strings. */
  readonly strings?: string;
  /** The inside of `<styleSheet>`. */
  readonly styles?: string;
  /** Before and after `<sheets>` in the workbook. */
  readonly workbookBefore?: string;
  readonly workbookAfter?: string;
  /** State of the sheets, in order. */
  readonly states?: readonly string[];
  /** Relationships of the first sheet. */
  readonly sheetRelationships?: string;
  /** Parts added or put in place of others. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
}

/** The parts of a package, as text. */
export function packageParts(options: PackageOptions = {}): Record<string, string | Uint8Array> {
  const data = typeof options.data === "string" ? [options.data] : (options.data ?? [""]);
  const sheets = data.map((inside, i) => [
    `xl/worksheets/sheet${i + 1}.xml`,
    sheetXml(inside, i === 0 ? options : {}),
  ]);
  return {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    "_rels/.rels": relationships([["rId1", "officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": workbookXml(data.length, options),
    "xl/_rels/workbook.xml.rels": relationships([
      ...data.map((_, i) => [`rId${i + 1}`, "worksheet", `worksheets/sheet${i + 1}.xml`] as const),
      ...(options.strings === undefined ? [] : [["rIdS", "sharedStrings", "sharedStrings.xml"] as const]),
      ...(options.styles === undefined ? [] : [["rIdT", "styles", "styles.xml"] as const]),
    ]),
    ...Object.fromEntries(sheets),
    ...(options.strings === undefined
      ? {}
      : { "xl/sharedStrings.xml": `<sst xmlns="${MAIN}">${options.strings}</sst>` }),
    ...(options.styles === undefined
      ? {}
      : { "xl/styles.xml": `<styleSheet xmlns="${MAIN}">${options.styles}</styleSheet>` }),
    ...(options.sheetRelationships === undefined
      ? {}
      : { "xl/worksheets/_rels/sheet1.xml.rels": options.sheetRelationships }),
    ...options.parts,
  };
}

function sheetXml(data: string, { before = "", after = "" }: PackageOptions): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="${MAIN}" xmlns:r="${RELS}">${before}<sheetData>${data}</sheetData>${after}</worksheet>`;
}

function workbookXml(
  count: number,
  { workbookBefore = "", workbookAfter = "", states = [] }: PackageOptions,
): string {
  const sheets = Array.from({ length: count }, (_, i) => {
    const state = states[i] ? ` state="${states[i]}"` : "";
    return `<sheet name="表${i + 1}" sheetId="${i + 1}"${state} r:id="rId${i + 1}"/>`;
  });
  return `<workbook xmlns="${MAIN}" xmlns:r="${RELS}">${workbookBefore}<sheets>${sheets.join("")}</sheets>${workbookAfter}</workbook>`;
}

/** A relationships part of [id, type, target]. */
export function relationships(list: readonly (readonly [string, string, string])[]): string {
  const each = list.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${RELS}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join("")}</Relationships>`;
}

/** Zips parts into a package. */
export function zipParts(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const entries = Object.entries(parts).map(([name, part]) => [
    name,
    typeof part === "string" ? strToU8(part) : part,
  ]);
  return zipSync(Object.fromEntries(entries) as Record<string, Uint8Array>);
}

/** The bytes of a package. */
export function packageBytes(options: PackageOptions = {}): Uint8Array {
  return zipParts(packageParts(options));
}

/** Reads a package built from the options. */
export function readPackage(options: PackageOptions, limits?: Partial<ReadLimits>): Workbook {
  return readBytes(packageBytes(options), limits);
}

export function readBytes(bytes: Uint8Array, limits: Partial<ReadLimits> = {}): Workbook {
  return readXlsx(bytes, { inflate: nodeInflate, limits, validations: true });
}

/** The cells of a sheet, the first if none is named, by address. */
export function cells(workbook: Workbook, sheet = 0): Record<string, Cell> {
  return Object.fromEntries(
    [...cellsOf(sheetOf(workbook, sheet))].map((cell) => [toA1(cell.row, cell.column), cell]),
  );
}

/** What the cells of a sheet hold, by address. */
export function values(workbook: Workbook, sheet = 0): Record<string, CellValue> {
  return Object.fromEntries(
    Object.entries(cells(workbook, sheet)).map(([address, cell]) => [address, cell.value]),
  );
}

/** The formulas of a sheet, by address. */
export function formulas(workbook: Workbook, sheet = 0): Record<string, string> {
  return Object.fromEntries(
    Object.entries(cells(workbook, sheet)).flatMap(([address, cell]) =>
      cell.formula === undefined ? [] : [[address, cell.formula]],
    ),
  );
}

export function sheetOf(workbook: Workbook, index = 0): Sheet {
  const sheet = workbook.sheets[index];
  if (!sheet) throw new Error(`the workbook has no sheet ${index}`);
  return sheet;
}

/** The code of the typed error that the action throws; fails where it throws another, gives null where none. */
export function errorCode(action: () => unknown): string | null {
  try {
    action();
    return null;
  } catch (error) {
    if (error instanceof FileReadError) return error.error.code;
    throw error;
  }
}
