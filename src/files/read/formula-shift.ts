import { columnName, MAX_COLUMNS, MAX_ROWS, parseColumn } from "../../workbook/address";

/** Gives the formula as it reads so many rows and columns further. */
export type ShiftFormula = (rows: number, columns: number) => string;

/** A row or a column that moves along; what `$` holds fast is plain text. */
interface Edge {
  readonly axis: "row" | "column";
  readonly index: number;
}

type Reference = readonly (string | Edge)[];

/**
 * Words, and what lies between them where nothing is a reference: texts, sheet names in quotes, and brackets
 * (tables, other workbooks). A reference is A1, or half of A:B or 1:2; a word that goes on, LOG10(, A1x, Sheet1!, is none.
 */
const TOKENS =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[|(?<cell>\$?[A-Za-z]{1,3}\$?\d{1,7})(?![\w.(!\u0080-\uffff])|(?<range>\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d{1,7}:\$?\d{1,7})(?![\w.(!\u0080-\uffff])|[\w.\u0080-\uffff\\?]+/g;

/**
 * Takes a formula apart once so that it can be moved many times: how a shared formula
 * serves its other cells (ECMA-376 part 1, 18.3.1.40). A reference that leaves the sheet becomes `#REF!`.
 */
export function compileShift(formula: string): ShiftFormula {
  const pieces: (string | Reference)[] = [];
  let done = 0;
  TOKENS.lastIndex = 0;
  for (let match = TOKENS.exec(formula); match; match = TOKENS.exec(formula)) {
    if (match[0] === "[") TOKENS.lastIndex = endOfBrackets(formula, match.index);
    const reference = parseReference(match.groups?.cell ?? match.groups?.range ?? "");
    if (!reference.some((part) => typeof part !== "string")) continue;
    pieces.push(formula.slice(done, match.index), reference);
    done = TOKENS.lastIndex;
  }
  if (pieces.length === 0) return () => formula;
  pieces.push(formula.slice(done));
  return (rows, columns) => {
    // Joined, not added up: a long sum would stay a tree of thousands of little strings.
    const texts = pieces.map((piece) => (typeof piece === "string" ? piece : shift(piece, rows, columns)));
    return texts.join("");
  };
}

/** Brackets nest; an apostrophe takes the next character's meaning away (ECMA-376 part 1, 18.17.6.2). */
function endOfBrackets(formula: string, from: number): number {
  let depth = 0;
  for (let i = from; i < formula.length; i++) {
    const c = formula[i];
    if (c === "'") i++;
    else if (c === "[") depth++;
    else if (c === "]" && --depth === 0) return i + 1;
  }
  return formula.length;
}

/** Empty where an edge lies outside the sheet: then the word is a name, such as ZZZ1. */
function parseReference(text: string): Reference {
  const parts: (string | Edge)[] = [];
  for (const [part, fixed, letters, digits] of text.matchAll(/(\$?)(?:([A-Za-z]+)|(\d+))|:/g)) {
    const index = letters ? parseColumn(letters) : Number(digits) - 1;
    if (part !== ":" && !(index >= 0 && index < (letters ? MAX_COLUMNS : MAX_ROWS))) return [];
    parts.push(part === ":" || fixed ? part : { axis: letters ? "column" : "row", index });
  }
  return parts;
}

function shift(reference: Reference, rows: number, columns: number): string {
  let text = "";
  for (const part of reference) {
    if (typeof part === "string") {
      text += part;
      continue;
    }
    const index = part.index + (part.axis === "row" ? rows : columns);
    if (index < 0 || index >= (part.axis === "row" ? MAX_ROWS : MAX_COLUMNS)) return "#REF!";
    text += part.axis === "row" ? index + 1 : columnName(index);
  }
  return text;
}
