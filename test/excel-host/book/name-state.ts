import { parseA1 } from "../../../src/workbook/address";
import { invalidArgument, itemAlreadyExists } from "../protocol/errors";
import type { Book } from "./book";
import { sameName } from "./references";
import type { Sheet } from "./sheet";

/** A defined name of the workbook, or of one sheet. */
export interface NameState {
  name: string;
  /** With its `=`. */
  formula: string;
  comment: string;
  visible: boolean;
  /** Null for a name of the workbook. */
  readonly sheet: Sheet | null;
}

/** Letters of any script, digits, `_ . \ ?`, beginning with a letter, `_` or `\`; no cell address; at most 255. */
const NAME = /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u;

/** https://support.microsoft.com/office/names-in-formulas-fc2935f9-115d-4bef-a370-3aa8bb4c91f1 */
export function addName(
  book: Book,
  sheet: Sheet | null,
  name: string,
  formula: string,
  comment: string,
): NameState {
  const list = sheet ? sheet.names : book.names;
  if (!NAME.test(name) || name.length > 255 || parseA1(name) || /^[rc]$/i.test(name))
    throw invalidArgument(`name ${name}`);
  if (list.some((known) => sameName(known.name, name))) throw itemAlreadyExists();
  const state = { name, formula, comment, visible: true, sheet };
  list.push(state);
  book.touch();
  return state;
}
