/** Sheets that formulas refer to, and formulas after a sheet got another name. */
import { quoteSheetName } from "./address";

// A text; an error; a sheet's name in quotes; a plain one. `Sheet1:Sheet3!A1` has two of them.
const NAMES =
  /"(?:[^"]|"")*"|#[A-Z/\d]+[!?]|'((?:[^']|'')*)'!|((?:[\w.\u0080-\uffff]+:)?[\w.\u0080-\uffff]+)!/g;

/** By the names in small letters, the new ones. */
export type NewNames = ReadonlyMap<string, string>;

/** The formula as it reads when sheets are renamed. References to other workbooks stay. */
export function withNewNames(formula: string, names: NewNames): string {
  return formula.replace(NAMES, (found: string, quoted?: string, plain?: string, at = 0) => {
    const text = quoted?.replaceAll("''", "'") ?? plain;
    if (text === undefined || formula[at - 1] === "]" || text.includes("[")) return found;
    const parts = text.split(":");
    const renamed = parts.map((part) => names.get(part.toLowerCase()) ?? part);
    return renamed.join(":") === text ? found : `${quoteSheetName(renamed.join(":"))}!`;
  });
}

/** The sheets that the formula names, as it spells them. */
export function sheetsIn(formula: string): string[] {
  return [...formula.matchAll(NAMES)].flatMap(([, quoted, plain]) => {
    const text = quoted?.replaceAll("''", "'") ?? plain;
    return text === undefined ? [] : text.split(":");
  });
}
