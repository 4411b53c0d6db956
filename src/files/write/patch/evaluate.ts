/**
 * Results of an office's own formulas after cells that they rest on were changed: what is common in reports (sums, shares,
 * rounding, conditions) is computed, so that previews show what Excel will; of the rest nothing is known.
 */
import { parse, tokenize, type AstExpression, type CallExpression } from "@borgar/fx";
import { parseArea, type Area } from "../../../workbook/address";

/** `error`: as `#DIV/0!`. Null is an empty cell. */
export type Result = number | string | boolean | null | { readonly error: string };

/** Thrown by what cannot be computed here; never leaves this file. */
class Unknown extends Error {}

export interface Reference {
  /** Null for the formula's own sheet. */
  readonly sheet: string | null;
  readonly area: Area;
}

/** Values of the cells in an area, row by row. */
export type Values = (reference: Reference) => readonly Result[];

const MOST_CELLS = 200_000;
const LONGEST = 8192;

/** `'某 表'!$B$2:$B$5`, `Sheet1!B4`, `B4`; null for names, other workbooks, whole columns. */
export function referenceIn(text: string): Reference | null {
  const at = text.lastIndexOf("!");
  const sheet = at < 0 ? null : text.slice(0, at).replace(/^'|'$/g, "").replaceAll("''", "'");
  const area = parseArea(
    text
      .slice(at + 1)
      .replaceAll("$", "")
      .toUpperCase(),
  );
  if (!area || (sheet !== null && (sheet === "" || /[[\]]/.test(sheet)))) return null;
  const size = (area.bottom - area.top + 1) * (area.right - area.left + 1);
  return size > MOST_CELLS ? null : { sheet, area };
}

export interface Formula {
  readonly references: readonly Reference[];
  /** Null where the result cannot be known. */
  evaluate(values: Values): { readonly result: Result } | null;
}

/** `isOpen`: it refers to something that cannot be followed, so that it may rest on any cell. */
export function compileFormula(text: string): Formula & { readonly isOpen: boolean } {
  const references: Reference[] = [];
  let tree: AstExpression | null = null;
  let isOpen = text.length > LONGEST;
  try {
    if (!isOpen) tree = parse(tokenize(text));
  } catch {
    // The parser refuses in no other way than by throwing.
    isOpen = true;
  }
  if (tree) isOpen = !collect(tree, references);
  return {
    references,
    isOpen,
    evaluate: (values) => {
      if (!tree || isOpen) return null;
      try {
        return { result: scalar(tree, values) };
      } catch (error) {
        if (error instanceof Unknown) return null;
        throw error;
      }
    },
  };
}

/** False where the formula refers to something that cannot be followed. */
function collect(node: AstExpression, references: Reference[]): boolean {
  switch (node.type) {
    case "Literal":
    case "ErrorLiteral":
      return true;
    case "ReferenceIdentifier": {
      const reference = referenceIn(node.value);
      if (reference) references.push(reference);
      return reference !== null;
    }
    case "UnaryExpression":
    case "BinaryExpression":
      return node.arguments.every((each) => collect(each, references));
    case "CallExpression":
      return (
        !/^(?:INDIRECT|OFFSET|CELL|INFO|NOW|TODAY|RAND|RANDBETWEEN)$/i.test(node.callee.name) &&
        // All of them, so that every reference is known.
        node.arguments.map((each) => collect(each, references)).every(Boolean)
      );
    default:
      return false;
  }
}

function scalar(node: AstExpression, values: Values): Result {
  switch (node.type) {
    case "Literal":
      return node.value as Result;
    case "ErrorLiteral":
      return { error: node.value };
    case "ReferenceIdentifier": {
      const found = list(node, values);
      if (found.length !== 1) throw new Unknown();
      return found[0]!;
    }
    case "UnaryExpression":
      return unary(node.operator, scalar(node.arguments[0]!, values));
    case "BinaryExpression":
      return binary(node.operator, scalar(node.arguments[0]!, values), scalar(node.arguments[1]!, values));
    case "CallExpression":
      return call(node, values);
    default:
      throw new Unknown();
  }
}

function list(node: AstExpression, values: Values): readonly Result[] {
  if (node.type !== "ReferenceIdentifier") return [scalar(node, values)];
  const reference = referenceIn(node.value);
  if (!reference) throw new Unknown();
  return values(reference);
}

function isError(value: Result): value is { readonly error: string } {
  return typeof value === "object" && value !== null;
}

function numberOf(value: Result): number | { readonly error: string } {
  if (typeof value === "number") return value;
  if (isError(value)) return value;
  if (typeof value === "string") {
    if (/^\s*-?\d+(?:\.\d+)?\s*$/.test(value)) return Number(value);
    return { error: "#VALUE!" };
  }
  return value === null ? 0 : Number(value);
}

function unary(operator: string, value: Result): Result {
  const number = numberOf(value);
  if (isError(number)) return number;
  if (operator === "-") return -number;
  if (operator === "+") return value;
  if (operator === "%") return number / 100;
  throw new Unknown();
}

function binary(operator: string, left: Result, right: Result): Result {
  if (isError(left)) return left;
  if (isError(right)) return right;
  if (operator === "&") return textOf(left) + textOf(right);
  if (/^(?:=|<>|<|>|<=|>=)$/.test(operator)) return compared(operator, left, right);
  const [a, b] = [numberOf(left), numberOf(right)];
  if (isError(a)) return a;
  if (isError(b)) return b;
  switch (operator) {
    case "+":
      return added([a, b]);
    case "-":
      return added([a, -b]);
    case "*":
      return a * b;
    case "/":
      return b === 0 ? { error: "#DIV/0!" } : a / b;
    case "^":
      return finite(a ** b);
    default:
      throw new Unknown();
  }
}

/** To the fifteen digits that Excel shows: 0.1+0.2 is 0.3. */
function added(numbers: readonly number[]): number {
  return Number(numbers.reduce((a, b) => a + b, 0).toPrecision(15));
}

function finite(value: number): Result {
  return Number.isFinite(value) ? value : { error: "#NUM!" };
}

function compared(operator: string, left: Exclude<Result, object>, right: Exclude<Result, object>): boolean {
  const like = (value: Result, other: Result): Result =>
    value === null ? (typeof other === "string" ? "" : typeof other === "boolean" ? false : 0) : value;
  const [a, b] = [like(left, right), like(right, left)];
  if (typeof a !== typeof b) {
    // Excel: numbers come before texts, texts before truth values.
    const rank = (value: Result): number => ["number", "string", "boolean"].indexOf(typeof value);
    return decided(operator, rank(a) - rank(b));
  }
  if (typeof a === "string") return decided(operator, a.toLowerCase().localeCompare(String(b).toLowerCase()));
  return decided(operator, Number(a) - Number(b));
}

function decided(operator: string, difference: number): boolean {
  const holds: Readonly<Record<string, boolean>> = {
    "=": difference === 0,
    "<>": difference !== 0,
    "<": difference < 0,
    ">": difference > 0,
    "<=": difference <= 0,
    ">=": difference >= 0,
  };
  return holds[operator]!;
}

function textOf(value: Result): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "number" ? String(Number(value.toPrecision(15))) : String(value);
}

function call({ callee, arguments: given }: CallExpression, values: Values): Result {
  const name = callee.name.toUpperCase();
  const one = (i: number): Result => {
    const node = given[i];
    if (!node) throw new Unknown();
    return scalar(node, values);
  };
  if (name === "IF") {
    const test = one(0);
    if (isError(test)) return test;
    if (typeof test === "string") throw new Unknown();
    if (given[test ? 1 : 2] === undefined && given.length === 2) return false;
    return one(test ? 1 : 2);
  }
  if (name === "IFERROR") {
    const value = one(0);
    return isError(value) ? one(1) : value;
  }
  if (name === "AND" || name === "OR" || name === "NOT" || name === "CONCATENATE")
    return logical(
      name,
      given.flatMap((node) => list(node, values)),
    );
  if (/^(?:ROUND|ROUNDUP|ROUNDDOWN|INT|ABS)$/.test(name))
    return rounding(name, one(0), given.length > 1 ? one(1) : 0);
  return aggregate(
    name,
    given.map((node) => ({ isReference: node.type === "ReferenceIdentifier", values: list(node, values) })),
  );
}

function logical(name: string, values: readonly Result[]): Result {
  const error = values.find(isError);
  if (error) return error;
  if (name === "CONCATENATE") return values.map(textOf).join("");
  if (values.some((value) => typeof value === "string")) throw new Unknown();
  const truths = values.filter((value) => value !== null).map(Boolean);
  if (name === "NOT") return !truths[0];
  return name === "AND" ? truths.every(Boolean) : truths.some(Boolean);
}

function rounding(name: string, value: Result, decimals: Result): Result {
  const [number, places] = [numberOf(value), numberOf(decimals)];
  if (isError(number)) return number;
  if (isError(places)) return places;
  if (name === "ABS") return Math.abs(number);
  if (name === "INT") return Math.floor(number);
  const scale = 10 ** Math.trunc(places);
  // 1.005 is to become 1.01, as a person and Excel count.
  const scaled = Number((Math.abs(number) * scale).toPrecision(15));
  const step =
    name === "ROUND" ? Math.round(scaled) : name === "ROUNDUP" ? Math.ceil(scaled) : Math.floor(scaled);
  return Number(((Math.sign(number) * step) / scale).toPrecision(15));
}

interface Given {
  readonly isReference: boolean;
  readonly values: readonly Result[];
}

/** Of cells only the numbers count; what is written in the formula itself counts in any case. */
function aggregate(name: string, given: readonly Given[]): Result {
  if (name === "COUNTA")
    return given.flatMap(({ values }) => values).filter((value) => value !== null).length;
  const all = given.flatMap(({ isReference, values }) =>
    isReference
      ? values.filter((value) => typeof value === "number" || isError(value))
      : values.map(numberOf),
  );
  if (name === "COUNT") return all.filter((value) => typeof value === "number").length;
  const error = all.find(isError);
  if (error) return error;
  const numbers = all.filter((value) => typeof value === "number");
  switch (name) {
    case "SUM":
      return added(numbers);
    case "AVERAGE":
      return numbers.length === 0 ? { error: "#DIV/0!" } : added(numbers) / numbers.length;
    case "MAX":
      return numbers.length === 0 ? 0 : numbers.reduce((a, b) => Math.max(a, b));
    case "MIN":
      return numbers.length === 0 ? 0 : numbers.reduce((a, b) => Math.min(a, b));
    case "PRODUCT":
      return numbers.length === 0 ? 0 : numbers.reduce((a, b) => a * b, 1);
    default:
      throw new Unknown();
  }
}
