/** The same expression as a formula of Excel, over cells. */
import type { AstExpression, CallExpression } from "@borgar/fx";
import { Compiler, termOf } from "./compile";
import { isComparison } from "./conditions";
import { isRuleError, ruleError, type RuleError } from "./error";
import { parseExpression, type Tree } from "./grammar";
import type { Term } from "./tokens";
import { textOfBoolean } from "./value";
import type { Vocabulary } from "./vocabulary";

/** Where each line's value stands: a cell's address, or anything that can be in a formula in its place. */
export interface CellReferences {
  current(code: string): string;
  lastYear(code: string): string;
  /** Where the records of lists are; null where they have no cells. */
  readonly records?: RecordReferences;
}

export interface RecordReferences {
  /** The cells of a column. */
  column(list: string, column: string): string | null;
  /** How many records there are, as an expression. */
  count(list: string): string | null;
}

/** How closely Excel's operators bind (Microsoft, "Calculation operators and precedence in Excel"). */
const BINDING: Readonly<Record<string, number>> = { "^": 5, "*": 4, "/": 4, "+": 3, "-": 3, "&": 2 };
const COMPARISON = 1;
const UNARY = 6;
const VALUE = 7;

interface Written {
  readonly text: string;
  readonly binding: number;
}

/**
 * The expression as Excel writes it, without the leading `=`: `0112/0102*100` becomes `D9/D6*100`. Lists are refused
 * where they have no cells; so are conditions over lines (COUNTIF). Dividing by an empty cell gives #DIV/0! there
 * and a missing value here: who writes the formula guards it. 是 and 否 are texts in cells.
 */
export function toSheetFormula(
  text: string,
  vocabulary: Vocabulary,
  refer: CellReferences,
): string | RuleError {
  const tree = parseExpression(text, vocabulary);
  if (isRuleError(tree)) return tree;
  const compiler = new Compiler(tree, 0);
  compiler.scalar(tree.root);
  if (compiler.fault !== null) return compiler.fault;
  const writer = new Writer(tree, refer);
  const formula = writer.write(tree.root).text;
  return writer.fault ?? formula;
}

/** Both sides of a relation as Excel writes them, and the sign between them; the whole where it is no single comparison. */
export type SheetRelation =
  { readonly left: string; readonly right: string; readonly sign: string } | { readonly whole: string };

/** As {@link toSheetFormula}, of a relation. */
export function toSheetRelation(
  text: string,
  vocabulary: Vocabulary,
  refer: CellReferences,
): SheetRelation | RuleError {
  const tree = parseExpression(text, vocabulary);
  if (isRuleError(tree)) return tree;
  const { root } = tree;
  const writer = new Writer(tree, refer);
  const relation =
    root.type === "BinaryExpression" && isComparison(root.operator)
      ? {
          left: writer.write(root.arguments[0]!).text,
          right: writer.write(root.arguments[1]!).text,
          sign: root.operator,
        }
      : { whole: writer.write(root).text };
  return writer.fault ?? relation;
}

class Writer {
  fault: RuleError | null = null;

  constructor(
    private readonly tree: Tree,
    private readonly refer: CellReferences,
  ) {}

  write(node: AstExpression): Written {
    switch (node.type) {
      case "ReferenceIdentifier":
        return { text: this.term(node), binding: VALUE };
      case "UnaryExpression": {
        const operand = this.inside(node.arguments[0]!, UNARY);
        return { text: node.operator === "%" ? `${operand}%` : `${node.operator}${operand}`, binding: UNARY };
      }
      case "BinaryExpression": {
        const binding = BINDING[node.operator] ?? COMPARISON;
        // Excel reads from left to right: the same binding on the right wants parentheses.
        const left = this.inside(node.arguments[0]!, binding);
        const right = this.inside(node.arguments[1]!, binding + 1);
        return { text: `${left}${node.operator}${right}`, binding };
      }
      case "CallExpression":
        return { text: this.call(node), binding: VALUE };
      default:
        return this.refuse(node);
    }
  }

  private inside(node: AstExpression, binding: number): string {
    const written = this.write(node);
    return written.binding < binding ? `(${written.text})` : written.text;
  }

  private call(node: CallExpression): string {
    if (CONDITIONAL.test(node.callee.name) && !this.isOverRecords(node)) return this.refuse(node).text;
    const args = node.arguments.map((argument) => this.write(argument).text);
    // ROUND alone has an optional second argument here that Excel demands.
    if (/^ROUND/.test(node.callee.name) && args.length === 1) args.push("0");
    return `${node.callee.name}(${args.join(",")})`;
  }

  private isOverRecords(node: CallExpression): boolean {
    const terms = node.arguments.map((argument) => argument && termOf(argument, this.tree));
    return terms.every((term) => term?.type !== "codes" && term?.type !== "code");
  }

  private term(node: AstExpression): string {
    const term = termOf(node, this.tree);
    switch (term?.type) {
      case "column":
        return this.refer.records?.column(term.list, term.column) ?? this.refuse(node).text;
      case "rows":
        return this.refer.records?.count(term.list) ?? this.refuse(node).text;
      case "code":
        return this.cell(term.code, term.lastYear);
      case "codes":
        return term.codes.map((code) => this.cell(code, term.lastYear)).join(",");
      case "constant":
        return constant(term);
      default:
        return this.refuse(node).text;
    }
  }

  private cell(code: string, lastYear: boolean): string {
    return lastYear ? this.refer.lastYear(code) : this.refer.current(code);
  }

  private refuse(node: AstExpression): Written {
    this.fault ??= ruleError("notInSheet", node.loc?.[0] ?? 0);
    return { text: "", binding: VALUE };
  }
}

/** SUMIF, COUNTIFS and their like. */
const CONDITIONAL = /.IFS?$/;

function constant({ value }: Extract<Term, { type: "constant" }>): string {
  if (typeof value === "number") return String(value);
  const text = typeof value === "boolean" ? textOfBoolean(value) : value;
  return `"${text.replaceAll('"', '""')}"`;
}
