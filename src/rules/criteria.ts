/** The conditions of SUMIF and COUNTIF: a value, or an operator and a value in one text, `">0"`, `"社会*"`. */
import { plainSigns } from "./characters";
import { compare, textOfBoolean, toText, type Operand } from "./value";

export type Criterion = (cell: Operand) => boolean;

const OPERATOR = /^(<=|>=|<>|=|<|>|≤|≥|≠)/;
const SAME: Readonly<Record<string, string>> = { "≤": "<=", "≥": ">=", "≠": "<>" };
const LONGEST_NUMBER = 40;
/** At most 15 digits: longer ones are text, so that identity numbers are distinguished by every digit. */
const NUMBER = /^[+-]?(?=(?:\D*\d){1,15}\D*$)(\d+\.?\d*|\.\d+)$/;

/** The test that a criterion means. An empty text asks for blanks, `"<>"` for anything but blanks. */
export function criterion(value: Operand): Criterion {
  if (typeof value !== "string") return equals(value);
  const plain = plainSigns(value);
  const spelling = OPERATOR.exec(plain)?.[0] ?? "";
  const operator = SAME[spelling] ?? spelling;
  const operand = operandOf(value.slice(spelling.length));
  if (operator === "" || operator === "=") return equals(operand);
  if (operator === "<>") return not(equals(operand));
  return ordered(operator, operand);
}

function operandOf(text: string): Operand {
  const plain = plainSigns(text).trim();
  if (plain === "") return null;
  return plain.length <= LONGEST_NUMBER && NUMBER.test(plain) ? Number(plain) : text;
}

function equals(operand: Operand): Criterion {
  if (operand === null) return (cell) => cell === null || cell === "";
  if (typeof operand === "number")
    return (cell) => typeof cell === "number" && compare(cell, operand, 0) === 0;
  const pattern = typeof operand === "boolean" ? textOfBoolean(operand) : operand;
  return (cell) => cell !== null && typeof cell !== "number" && matches(toText(cell), pattern);
}

function ordered(operator: string, operand: Operand): Criterion {
  return (cell) => {
    if (cell === null || operand === null || typeof cell !== typeof operand) return false;
    const order = compare(cell, operand, 0);
    if (operator === "<") return order < 0;
    if (operator === "<=") return order <= 0;
    return operator === ">" ? order > 0 : order >= 0;
  };
}

function not(test: Criterion): Criterion {
  return (cell) => !test(cell);
}

/**
 * `*` stands for any text, `?` for one character. Two pointers and one place to return to: the work grows with the
 * product of both lengths at most, whatever a hostile pattern holds.
 */
function matches(text: string, pattern: string): boolean {
  const wanted = pattern.toLowerCase();
  const given = text.toLowerCase();
  let p = 0;
  let star = -1;
  let resume = 0;
  for (let t = 0; t < given.length;) {
    if (wanted[p] === "*") {
      star = p++;
      resume = t;
    } else if (p < wanted.length && (wanted[p] === "?" || wanted[p] === given[t])) {
      p++;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      t = ++resume;
    } else return false;
  }
  while (wanted[p] === "*") p++;
  return p === wanted.length;
}
