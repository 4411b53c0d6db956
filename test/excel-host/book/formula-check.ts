import { parse, tokenize } from "@borgar/fx";
import { HostError, invalidArgument } from "../protocol/errors";
import type { Book } from "./book";
import { mapReferences, sheetOf } from "./references";

/** Excel's specification of a formula's contents; the limit of its bytecode differs between 32 and 64 bits. */
const MAX_FORMULA = 8_192;

/** Refuses what Excel would not take as a formula, and references to sheets that are not there. */
export function assertFormula(book: Book, formula: string): void {
  if (formula.length > MAX_FORMULA) {
    throw new HostError(
      "FormulaLengthExceedsLimit",
      "The bytecode of the applied formula exceeds the maximum length limit.",
    );
  }
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
