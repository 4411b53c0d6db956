/**
 * Results of an office's own formulas after cells that they rest on were changed: what is common in reports (sums, shares,
 * rounding, conditions) is computed, so that previews show what Excel will; of the rest nothing is known.
 */
import { parse, tokenize, type AstExpression, type CallExpression } from "@borgar/fx";
import { parseArea, type Area } from "../../../workbook/address";
import { callFunction, VOLATILE } from "./formula-functions";
import { binary, unary } from "./formula-operators";
import { Unknown, type Result } from "./formula-values";

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
        !VOLATILE.has(node.callee.name.toUpperCase()) &&
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

function call({ callee, arguments: given }: CallExpression, values: Values): Result {
  const args = given.map((node) => ({
    isReference: node.type === "ReferenceIdentifier",
    one: () => scalar(node, values),
    all: () => list(node, values),
  }));
  return callFunction(callee.name.toUpperCase(), args);
}
