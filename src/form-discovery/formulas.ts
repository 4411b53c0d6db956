/** The blank's own formulas in the rule language, over the keys of items. */
import { parse, tokenize, type AstExpression, type CallExpression } from "@borgar/fx";
import { inExpression } from "../rules";
import { parseArea, type Area } from "../workbook/address";
import { LONGEST_FORMULA } from "./formula-text";
import type { QuestionCode } from "./question";

/** What a formula finds in a cell. */
export type Operand =
  | { readonly kind: "item"; readonly key: string }
  /** Last year's figure of the item. */
  | { readonly kind: "lastYear"; readonly key: string }
  | { readonly kind: "number"; readonly value: number }
  /** A cell for records of a list; `column` is null for their numbers and for names, which only say how many there are. */
  | { readonly kind: "record"; readonly list: string; readonly column: string | null }
  | { readonly kind: "empty" }
  /** A label, or a figure that is not carried into the template. */
  | { readonly kind: "other"; readonly label?: string };

/** `sheet` is null for the formula's own. Null where there is no such sheet among the forms. */
export type Resolve = (sheet: string | null, row: number, column: number) => Operand | null;

export type Translation =
  | {
      readonly ok: true;
      readonly formula: string;
      readonly keys: readonly string[];
      /** It looks through the records of a list. */
      readonly ofRecords?: true;
      readonly doubt?: "aggregate";
    }
  /** It refers to no item at all: a label. */
  | { readonly ok: false; readonly reason: "label" | QuestionCode };

const BINDING: Readonly<Record<string, number>> = { "+": 1, "-": 1, "*": 2, "/": 2, "^": 3 };
const MOST_CELLS = 1500;
/** They give another result over totals than over what each unit wrote. */
const ROUNDING = new Set(["ROUND", "ROUNDUP", "ROUNDDOWN", "INT"]);

/** @param isKey would this text be taken for an item's key? */
export function translate(formula: string, resolve: Resolve, isKey: (text: string) => boolean): Translation {
  if (formula.length > LONGEST_FORMULA) return { ok: false, reason: "notTranslated" };
  let tree: AstExpression;
  try {
    tree = parse(tokenize(formula));
  } catch {
    // The parser refuses in no other way than by throwing.
    return { ok: false, reason: "notTranslated" };
  }
  const translator = new Translator(resolve, isKey);
  const text = translator.write(tree);
  if (translator.fault !== null) return { ok: false, reason: translator.fault };
  if (translator.keys.size === 0 && !translator.ofRecords) return { ok: false, reason: "label" };
  return {
    ok: true,
    formula: text,
    keys: [...translator.keys],
    ...(translator.ofRecords ? { ofRecords: true as const } : {}),
    ...(translator.rounded ? { doubt: "aggregate" as const } : {}),
  };
}

class Translator {
  fault: QuestionCode | null = null;
  rounded = false;
  ofRecords = false;
  readonly keys = new Set<string>();

  constructor(
    private readonly resolve: Resolve,
    private readonly isKey: (text: string) => boolean,
  ) {}

  write(node: AstExpression): string {
    switch (node.type) {
      case "Literal":
        return this.literal(node.value);
      case "ErrorLiteral":
        return this.refuse("brokenReference");
      case "ReferenceIdentifier":
        return this.reference(node.value);
      case "UnaryExpression":
        return this.unary(node.operator, node.arguments[0]!);
      case "BinaryExpression":
        return this.binary(node.operator, node.arguments[0]!, node.arguments[1]!);
      case "CallExpression":
        return this.call(node);
      default:
        return this.refuse("notTranslated");
    }
  }

  private refuse(reason: QuestionCode): string {
    this.fault ??= reason;
    return "";
  }

  private literal(value: unknown): string {
    if (typeof value !== "number") return this.refuse("notTranslated");
    return this.isKey(String(value)) ? `数(${value})` : String(value);
  }

  private unary(operator: string, operand: AstExpression): string {
    const text = this.bracketed(operand);
    if (operator === "%") return `${text}/${this.literal(100)}`;
    return operator === "-" ? `(0-${text})` : text;
  }

  private binary(operator: string, left: AstExpression, right: AstExpression): string {
    if (!(operator in BINDING)) return this.refuse("notTranslated");
    const binding = BINDING[operator]!;
    return (
      this.operandOf(left, binding) + operator + this.operandOf(right, binding + (operator === "+" ? 0 : 1))
    );
  }

  /** In parentheses where it binds less closely than what it is part of. */
  private operandOf(node: AstExpression, least: number): string {
    if (node.type !== "BinaryExpression") return this.bracketed(node);
    return (BINDING[node.operator] ?? 0) >= least ? this.write(node) : `(${this.write(node)})`;
  }

  private bracketed(node: AstExpression): string {
    const text = this.write(node);
    return node.type === "BinaryExpression" || node.type === "UnaryExpression" ? `(${text})` : text;
  }

  private reference(text: string): string {
    const area = this.area(text);
    if (area === null) return "";
    const { top, left, bottom, right } = area.cells;
    if (top !== bottom || left !== right) return this.refuse("notTranslated");
    const operand = this.resolve(area.sheet, top, left);
    return operand === null ? this.refuse("outsideReference") : this.operand(operand);
  }

  private operand(operand: Operand): string {
    if (operand.kind === "other" || operand.kind === "record") return this.refuse("notTranslated");
    if (operand.kind === "empty") return "0";
    if (operand.kind === "number")
      return operand.value < 0 ? `(${operand.value})` : this.literal(operand.value);
    this.keys.add(operand.key);
    const key = inExpression(operand.key);
    return operand.kind === "item" ? key : `上年(${key})`;
  }

  /** Null, with the fault said, where the reference is no area of a sheet among the forms. */
  private area(text: string): { sheet: string | null; cells: Area } | null {
    const sign = text.lastIndexOf("!");
    const sheet = sign < 0 ? null : text.slice(0, sign).replace(/^'|'$/g, "").replace(/''/g, "'");
    const cells = parseArea(text.slice(sign + 1).replace(/\$/g, ""));
    if ((sheet !== null && sheet.includes("[")) || cells === null) {
      this.refuse("outsideReference");
      return null;
    }
    return { sheet, cells };
  }

  private call(node: CallExpression): string {
    const callee = node.callee as { readonly name?: string; readonly value?: string };
    const name = String(callee.name ?? callee.value ?? "")
      .toUpperCase()
      .replace(/^_XLFN\./, "");
    const given = node.arguments.filter((each) => each !== null) as AstExpression[];
    const overRecords = this.overRecords(name, given);
    if (overRecords !== null) return overRecords;
    if (name === "SUM") return this.sum(given);
    if (name === "AVERAGE") return this.average(given);
    if (name === "IFERROR" || name === "IFNA")
      return given[0] ? this.write(given[0]) : this.refuse("notTranslated");
    if (name === "IF") return this.guarded(given);
    if (name === "ABS" && given.length === 1) return `ABS(${this.write(given[0]!)})`;
    if (ROUNDING.has(name) && given[0]) {
      // A rate is recomputed from totals: it was never to be added up.
      if (!isQuotient(given[0])) this.rounded = true;
      return `${name}(${given.map((each) => this.write(each)).join(",")})`;
    }
    for (const each of given) this.note(each);
    if (this.keys.size > 0) this.fault ??= "aggregate";
    return "";
  }

  /** SUM, COUNT and their like over columns of a list; null where the function is of something else. */
  private overRecords(name: string, given: readonly AstExpression[]): string | null {
    if (!OVER_RECORDS.has(name)) return null;
    const columns = given.map((each) => this.recordColumn(each));
    if (columns.every((column) => column === null)) return null;
    const counts = name === "COUNT" || name === "COUNTA" || name === "ROWS" || name === "MAX";
    const [first] = columns;
    if (given.length === 1 && first && (name === "ROWS" || (counts && first.column === null))) {
      this.ofRecords = true;
      return `ROWS(${first.list})`;
    }
    const parts = given.map((each, i): string | null => {
      const column = columns[i];
      if (column) return column.column === null ? null : `${column.list}[${column.column}]`;
      return CONDITIONAL.test(name) ? this.criterion(each) : this.write(each);
    });
    if (parts.some((part) => part === null)) return this.refuse("notTranslated");
    this.ofRecords = true;
    return `${name}(${parts.join(",")})`;
  }

  /** The column that all records of the area are in; null where it is no area of records. */
  private recordColumn(
    node: AstExpression,
  ): { readonly list: string; readonly column: string | null } | null {
    if (node.type !== "ReferenceIdentifier") return null;
    const records = this.looked(node.value).filter((operand) => operand.kind === "record");
    const [first] = records;
    const isOne = records.every(({ list, column }) => list === first!.list && column === first!.column);
    return first && isOne ? first : null;
  }

  /** What the area holds, without saying what is wrong with it. */
  private looked(text: string): Operand[] {
    const before = this.fault;
    const operands = this.operandsIn(text);
    this.fault = before;
    return operands;
  }

  /** A condition as it is written, or the label of the blank that it refers to. */
  private criterion(node: AstExpression): string | null {
    if (node.type === "Literal")
      return typeof node.value === "number" ? String(node.value) : textLiteral(String(node.value));
    if (node.type !== "ReferenceIdentifier") return null;
    const [operand, ...others] = this.looked(node.value);
    return operand?.kind === "other" && operand.label !== undefined && others.length === 0
      ? textLiteral(operand.label)
      : null;
  }

  /** A function that we do not translate: does it speak of items at all? */
  private note(node: AstExpression): void {
    if (node.type === "ReferenceIdentifier")
      for (const operand of this.operandsIn(node.value)) this.operandNoted(operand);
    else if ("arguments" in node)
      for (const each of node.arguments) if (each) this.note(each as AstExpression);
  }

  private operandNoted(operand: Operand): void {
    if (operand.kind === "item" || operand.kind === "lastYear") this.keys.add(operand.key);
    // Not a label, though no item either: it is asked about.
    if (operand.kind === "record") this.fault ??= "aggregate";
  }

  private operandsIn(text: string): Operand[] {
    const area = this.area(text);
    if (area === null) return [];
    const { top, left, bottom, right } = area.cells;
    if ((bottom - top + 1) * (right - left + 1) > MOST_CELLS) {
      this.refuse("notTranslated");
      return [];
    }
    const operands: Operand[] = [];
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) {
        const operand = this.resolve(area.sheet, row, column);
        if (operand === null) this.refuse("outsideReference");
        else operands.push(operand);
      }
    return operands;
  }

  /** What a sum adds: labels and empty cells within an area do not count. */
  private terms(given: readonly AstExpression[]): string[] {
    return given.flatMap((each) => {
      if (each.type !== "ReferenceIdentifier") return [this.write(each)];
      return this.operandsIn(each.value)
        .filter(({ kind }) => kind !== "empty" && kind !== "other")
        .map((operand) => this.operand(operand));
    });
  }

  private sum(given: readonly AstExpression[]): string {
    const terms = this.terms(given);
    return terms.length === 0 ? "0" : `SUM(${terms.join(",")})`;
  }

  private average(given: readonly AstExpression[]): string {
    const terms = this.terms(given);
    return terms.length === 0 ? this.refuse("notTranslated") : `AVERAGE(${terms.join(",")})`;
  }

  /** `IF(B5=0,"",C5/B5)` and similar only guard: what is computed is the branch that computes. */
  private guarded([condition, yes, no]: readonly AstExpression[]): string {
    const plain = (node: AstExpression | undefined): boolean =>
      node === undefined || (node.type === "Literal" && (typeof node.value !== "number" || node.value === 0));
    if (condition && isGuard(condition)) {
      if (plain(yes) && no && !plain(no)) return this.write(no);
      if (plain(no) && yes && !plain(yes)) return this.write(yes);
    }
    for (const each of [condition, yes, no]) if (each) this.note(each);
    return this.refuse(this.keys.size > 0 ? "aggregate" : "notTranslated");
  }
}

/** Functions that the rule language has over columns of lists, too. */
const OVER_RECORDS = new Set(
  "SUM COUNT COUNTA AVERAGE MIN MAX ROWS SUMIF SUMIFS COUNTIF COUNTIFS AVERAGEIF".split(" "),
);
const CONDITIONAL = /IFS?$/;

function textLiteral(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** `C4/B4`, `C4/B4*100`, guarded or not. */
function isQuotient(node: AstExpression): boolean {
  if (node.type === "BinaryExpression")
    return (
      node.operator === "/" ||
      (node.operator === "*" && node.arguments.some((each) => each && isQuotient(each)))
    );
  if (node.type !== "CallExpression") return false;
  const name = String((node.callee as { name?: string }).name ?? "").toUpperCase();
  return (
    ["IF", "IFERROR", "IFNA"].includes(name) &&
    node.arguments.some((each) => each !== null && isQuotient(each as AstExpression))
  );
}

/** A comparison with nothing or zero, or a question whether something is an error or empty. */
function isGuard(node: AstExpression): boolean {
  if (node.type === "BinaryExpression")
    return node.arguments.some((each) => each?.type === "Literal" && (each.value === 0 || each.value === ""));
  if (node.type !== "CallExpression") return false;
  const name = String((node.callee as { name?: string }).name ?? "").toUpperCase();
  if (["OR", "AND", "NOT"].includes(name))
    return node.arguments.every((each) => each !== null && isGuard(each as AstExpression));
  return ["ISERROR", "ISERR", "ISNA", "ISBLANK", "ISNUMBER", "ISTEXT"].includes(name);
}
