import type { Book } from "../book/book";
import { addName, type NameState } from "../book/name-state";
import type { Json, JsonObject } from "../protocol/messages";
import { exportSheet, importSheet, type SheetJson } from "./sheet-json";

export interface NameJson {
  readonly name: string;
  /** With its `=`. */
  readonly formula: string;
  readonly comment: string;
  readonly visible: boolean;
}

/** A workbook as plain JSON: what is in it, without ids. */
export interface BookJson {
  readonly name: string;
  readonly sheets: readonly SheetJson[];
  readonly names: readonly NameJson[];
  readonly activeSheet: string;
  readonly calculationMode: Book["calculationMode"];
  readonly structureProtection: { readonly password: string | null } | null;
  readonly settings: JsonObject;
  readonly properties: Json;
  readonly customProperties: JsonObject;
}

export function exportBook(book: Book): BookJson {
  book.calculate();
  return {
    name: book.name,
    sheets: book.sheets.map(exportSheet),
    names: book.names.map(exportName),
    activeSheet: book.activeSheet.name,
    calculationMode: book.calculationMode,
    structureProtection: book.structureProtection,
    settings: Object.fromEntries(book.settings),
    properties: book.properties.toJson(),
    customProperties: Object.fromEntries(book.customProperties),
  };
}

/** Fills an empty book. */
export function importBook(book: Book, json: BookJson): void {
  book.name = json.name;
  for (const sheet of json.sheets) book.addSheet(sheet.name);
  for (const sheet of json.sheets) importSheet(book.sheet(sheet.name)!, sheet);
  for (const name of json.names) importName(book, name);
  for (const [key, value] of Object.entries(json.settings)) book.settings.set(key, value);
  for (const [key, value] of Object.entries(json.customProperties)) book.customProperties.set(key, value);
  book.properties.fill(json.properties);
  book.calculationMode = json.calculationMode;
  book.activate(book.sheet(json.activeSheet)!);
  book.structureProtection = json.structureProtection;
  book.touch();
}

export function exportName({ name, formula, comment, visible }: NameState): NameJson {
  return { name, formula, comment, visible };
}

function importName(book: Book, { name, formula, comment, visible }: NameJson): void {
  addName(book, null, name, formula, comment).visible = visible;
}
