/** From a tree to closures: names are looked up once, so that evaluating is nothing but calls. */
import type { AstExpression, CallExpression, ReferenceIdentifier } from "@borgar/fx";
import { isComparison } from "./conditions";
import { ruleError, type RuleError, type RuleErrorCode } from "./error";
import type { Argument, FunctionWords } from "./function-words";
import { FUNCTIONS } from "./functions";
import type { Tree } from "./grammar";
import { binaryOperator, unaryOperator } from "./operators";
import type { Context, Scalar, Vector } from "./context";
import type { Term } from "./tokens";
import { Failure, type Operand, type Value } from "./value";

/** What an expression or a side of it looks at. */
export interface Operands {
  /** This year's lines, in the order of their first mention. */
  readonly codes: readonly string[];
  readonly lastYearCodes: readonly string[];
  readonly lists: readonly string[];
}

/**
 * Compiles one tree. The first fault found is kept in `fault`; what was compiled is then of no use. `tolerance` is for
 * the comparisons that decide the result, not for the condition of an IF.
 */
export class Compiler {
  fault: RuleError | null = null;

  constructor(
    private readonly tree: Tree,
    private readonly tolerance: number,
  ) {}

  scalar(node: AstExpression, tolerance = this.tolerance): Scalar {
    switch (node.type) {
      case "ReferenceIdentifier":
        return this.term(node);
      case "UnaryExpression":
        return (
          unaryOperator(node.operator, this.scalar(node.arguments[0]!, 0)) ?? this.refuse(node, "grammar")
        );
      case "BinaryExpression": {
        const inner = isComparison(node.operator) ? 0 : tolerance;
        const [left, right] = node.arguments.map((side) => this.scalar(side, inner));
        if (node.operator === "/" && this.isZero(node.arguments[1]!))
          return this.refuse(node.arguments[1]!, "dividedByZero");
        return binaryOperator(node.operator, left!, right!, tolerance) ?? this.refuse(node, "grammar");
      }
      case "CallExpression":
        return this.call(node, tolerance);
      default:
        return this.refuse(node, "grammar");
    }
  }

  private call(node: CallExpression, tolerance: number): Scalar {
    const name = node.callee.name;
    const words = FUNCTIONS.get(name);
    if (words === undefined) return this.refuse(node, "unknownFunction", { name });
    const count = node.arguments.length;
    if (count < words.min || count > words.max) {
      return this.refuse(node, "argumentCount", { name, min: words.min, max: words.max, count });
    }
    const args = node.arguments.map((argument, i) => {
      const inner = name === "IF" && i === 0 ? 0 : tolerance;
      return this.argument(argument, name, words.many?.(i, count) ?? "never", inner);
    });
    if (words.many?.(0, count) === "must") this.checkShapes(node, args);
    return this.fault === null ? words.build(args) : missing;
  }

  private argument(
    node: AstExpression,
    name: string,
    many: "may" | "must" | "never",
    tolerance: number,
  ): Argument {
    const term = this.termOf(node);
    const isMany = term?.type === "codes" || term?.type === "column";
    if (many === "must" && !isMany) this.refuse(node, "columnExpected", { name });
    if (many === "never" || !isMany) return { many: false, value: this.scalar(node, tolerance) };
    return { many: true, values: vector(term), shape: shapeOf(term) };
  }

  /** Columns that are looked through side by side are of one list, ranges of one length. */
  private checkShapes(node: CallExpression, args: readonly Argument[]): void {
    const shapes = new Set(args.flatMap((argument) => (argument.many ? [argument.shape] : [])));
    if (shapes.size > 1) this.refuse(node, "columnsDiffer", { name: node.callee.name });
  }

  private term(node: ReferenceIdentifier): Scalar {
    const term = this.termOf(node);
    switch (term?.type) {
      case "constant":
        return () => term.value;
      case "code":
        return term.lastYear ? lastYearOf(term.code) : currentOf(term.code);
      case "rows":
        return (context) => context.facts.rows(term.list)?.length ?? (context.missingAsZero ? 0 : null);
      default:
        return this.refuse(node, "manyValues");
    }
  }

  private termOf(node: AstExpression): Term | undefined {
    return termOf(node, this.tree);
  }

  private isZero(node: AstExpression): boolean {
    const term = this.termOf(node);
    return term?.type === "constant" && term.value === 0;
  }

  private refuse(node: AstExpression, code: RuleErrorCode, params: RuleError["params"] = {}): Scalar {
    this.fault ??= ruleError(code, node.loc?.[0] ?? 0, params);
    return missing;
  }
}

function missing(): null {
  return null;
}

function currentOf(code: string): Scalar {
  return (context) => context.facts.current(code) ?? (context.missingAsZero ? 0 : null);
}

function lastYearOf(code: string): Scalar {
  return (context) => context.facts.lastYear(code) ?? (context.missingAsZero ? 0 : null);
}

type ManyTerm = Extract<Term, { type: "codes" | "column" }>;

function shapeOf(term: ManyTerm): string {
  return term.type === "column" ? `list:${term.list}` : `codes:${term.codes.length}`;
}

function vector(term: ManyTerm): Vector {
  if (term.type === "codes") {
    const { codes, lastYear } = term;
    return ({ facts }) => codes.map((code) => (lastYear ? facts.lastYear(code) : facts.current(code)));
  }
  return (context) => {
    const rows = context.facts.rows(term.list);
    if (rows === null) return context.missingAsZero ? [] : null;
    return context.spend(rows.length) ?? rows.map((row): Operand => row.get(term.column) ?? null);
  };
}

/** The term that a node stands for by itself; undefined for anything put together. */
export function termOf(node: AstExpression, tree: Tree): Term | undefined {
  return node.type === "ReferenceIdentifier" ? tree.terms[Number(node.value)] : undefined;
}

/** Everything that a part of the tree looks at, each named once. */
export function operandsOf(node: AstExpression, tree: Tree): Operands {
  const codes = new Set<string>();
  const lastYearCodes = new Set<string>();
  const lists = new Set<string>();
  for (const part of nodesOf(node)) {
    const term = termOf(part, tree);
    if (term?.type === "code") (term.lastYear ? lastYearCodes : codes).add(term.code);
    if (term?.type === "codes")
      for (const code of term.codes) (term.lastYear ? lastYearCodes : codes).add(code);
    if (term?.type === "column" || term?.type === "rows") lists.add(term.list);
  }
  return { codes: [...codes], lastYearCodes: [...lastYearCodes], lists: [...lists] };
}

/** The node and all below it, in the order of the text. */
function* nodesOf(root: AstExpression): Generator<AstExpression> {
  const waiting = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    yield node;
    if ("arguments" in node) waiting.push(...node.arguments.toReversed());
  }
}

/**
 * Does a relation that holds for every unit say something of their sums too? Not where a number but 0 is compared or
 * added, a choice is made, or figures are asked to differ.
 */
export function addsUp(node: AstExpression, tree: Tree): boolean {
  for (const part of nodesOf(node)) {
    if (part.type === "CallExpression" && !["SUM", "AND"].includes(part.callee.name)) return false;
    const isScaled = part.type === "BinaryExpression" && (part.operator === "*" || part.operator === "/");
    if (part.type === "BinaryExpression" && part.operator === "<>") return false;
    if (!("arguments" in part) || isScaled) continue;
    for (const argument of part.arguments) {
      const term = termOf(argument, tree);
      if (term?.type === "constant" && term.value !== 0) return false;
    }
  }
  return true;
}

/** Is the result of this node 是 or 否, so that it can be as a relation? */
export function isCondition(node: AstExpression): boolean {
  if (node.type === "BinaryExpression") return isComparison(node.operator);
  if (node.type !== "CallExpression") return false;
  const words: FunctionWords | undefined = FUNCTIONS.get(node.callee.name);
  if (node.callee.name === "IF") return node.arguments.slice(1).every(isCondition);
  return words?.condition === true;
}

/** Evaluates a compiled piece; an error value instead of an exception, whatever the facts hold. */
export function run(scalar: Scalar, context: Context): Value {
  const value = scalar(context);
  return typeof value === "number" && !Number.isFinite(value) ? new Failure("outOfRange") : value;
}
