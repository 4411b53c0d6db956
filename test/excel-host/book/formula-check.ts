import { parse, tokenize } from "@borgar/fx";
import { invalidArgument } from "../protocol/errors";
import type { Book } from "./book";
import { mapReferences, sheetOf } from "./references";

/** Refuses what Excel would not take as a formula, and references to sheets that are not there. */
export function assertFormula(book: Book, formula: string): void {
  try {
    parse(tokenize(formula));
  } catch (error) {
    throw invalidArgument(`the formula ${formula} cannot be read: ${String(error)}`);
  }
  mapReferences(formula, (reference) => {
    const sheet = sheetOf(reference);
    if (typeof sheet === "string" && !book.sheet(sheet))
      throw invalidArgument(`${formula} names no sheet ${sheet}`);
    return reference;
  });
}
