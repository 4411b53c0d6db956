/** Rules compiled once and asked of unit after unit. */
import type { AstExpression } from "@borgar/fx";
import { addsUp, Compiler, isCondition, operandsOf, run, termOf, type Operands } from "./compile";
import { isComparison } from "./conditions";
import { Context, type Scalar } from "./context";
import { isRuleError, ruleError, type RuleError } from "./error";
import { compileExpression, type Compiled } from "./expression";
import { parseExpression, type Tree } from "./grammar";
import { comparison } from "./operators";
import { readRelation, type ReadingNames, type RelationReading } from "./reading";
import type { Rule } from "./rule";
import { Failure, type Facts, type FailureCode, type Operand } from "./value";
import type { Vocabulary } from "./vocabulary";

/** One side of a relation. */
export interface Side extends Operands {
  /** The line's code where the side is one line of this year and nothing else. */
  readonly singleCode: string | null;
}

export interface CompiledRule extends Operands {
  readonly rule: Rule;
  /** Null where the relation is more than one comparison. */
  readonly sides: { readonly left: Side; readonly right: Side } | null;
  /** It must hold for the sums of units as well, as it does for each of them. */
  readonly addsUp: boolean;
  /** What the precondition looks at besides. */
  readonly precondition: Operands | null;
  readonly ask: (facts: Facts) => RuleResult;
  /** The relation as a person says it. */
  readonly read: (names: ReadingNames) => RelationReading;
}

export interface RuleResult {
  /** `skipped`: not asked here, or something it needs is missing. */
  readonly outcome: "passed" | "failed" | "skipped";
  /** Both sides' values; null where the relation is more than one comparison, and where it was skipped. */
  readonly left: Operand;
  readonly right: Operand;
  /** Why a rule that was asked could not be answered. */
  readonly failure?: FailureCode;
}

/** Where in the rule the error stands. */
export interface RuleFault extends RuleError {
  readonly part: "relation" | "precondition";
}

const SKIPPED: RuleResult = { outcome: "skipped", left: null, right: null };

interface Question {
  readonly sides: CompiledRule["sides"];
  /** Answers with both sides' values, where there are two. */
  readonly answer: (context: Context) => {
    readonly holds: ReturnType<typeof comparison>;
    left: Operand;
    right: Operand;
  };
}

/** Compiles a rule, or says which part of it cannot be understood, and where. */
export function compileRule(rule: Rule, vocabulary: Vocabulary): CompiledRule | RuleFault {
  const tree = parseExpression(rule.relation, vocabulary);
  if (isRuleError(tree)) return { ...tree, part: "relation" };
  if (!isCondition(tree.root)) return { ...ruleError("notARelation", 0), part: "relation" };
  const question = compileQuestion(tree, rule.tolerance ?? 0);
  if (isRuleError(question)) return { ...question, part: "relation" };
  const operands = operandsOf(tree.root, tree);
  if (looksAtNothing(operands)) return { ...ruleError("noIndicator", 0), part: "relation" };
  const precondition = compilePrecondition(rule, vocabulary);
  if (precondition !== null && isRuleError(precondition)) return { ...precondition, part: "precondition" };
  return {
    rule,
    ...operands,
    sides: question.sides,
    addsUp: precondition === null && addsUp(tree.root, tree),
    precondition,
    ask: asker(rule, operands, question, precondition),
    read: (names) => readRelation(tree, preconditionTree(rule, vocabulary), vocabulary, names),
  };
}

/** Numbers alone hold, or fail, for every unit alike. */
function looksAtNothing({ codes, lastYearCodes, lists }: Operands): boolean {
  return codes.length + lastYearCodes.length + lists.length === 0;
}

/** Asks a rule of one unit's facts. Never throws. */
export function evaluateRule(rule: CompiledRule, facts: Facts): RuleResult {
  return rule.ask(facts);
}

function compilePrecondition(
  { precondition = "" }: Rule,
  vocabulary: Vocabulary,
): Compiled | RuleError | null {
  return precondition.trim() === "" ? null : compileExpression(precondition, vocabulary);
}

function preconditionTree({ precondition = "" }: Rule, vocabulary: Vocabulary): Tree | null {
  const tree = precondition.trim() === "" ? null : parseExpression(precondition, vocabulary);
  return tree !== null && isRuleError(tree) ? null : tree;
}

function compileQuestion(tree: Tree, tolerance: number): Question | RuleError {
  const compiler = new Compiler(tree, tolerance);
  const { root } = tree;
  if (root.type !== "BinaryExpression" || !isComparison(root.operator)) {
    const whole = compiler.scalar(root);
    return (
      compiler.fault ?? {
        sides: null,
        answer: (context) => ({ holds: truthOf(whole, context), left: null, right: null }),
      }
    );
  }
  const [left, right] = root.arguments as [AstExpression, AstExpression];
  const leftValue = compiler.scalar(left, 0);
  const rightValue = compiler.scalar(right, 0);
  return (
    compiler.fault ?? {
      sides: { left: sideOf(left, tree), right: sideOf(right, tree) },
      answer: (context) => compareSides(root.operator, leftValue, rightValue, tolerance, context),
    }
  );
}

function compareSides(
  operator: string,
  leftValue: Scalar,
  rightValue: Scalar,
  tolerance: number,
  context: Context,
) {
  const left = run(leftValue, context);
  const right = run(rightValue, context);
  return { holds: comparison(operator, left, right, tolerance), left: shown(left), right: shown(right) };
}

function shown(value: Operand | Failure): Operand {
  return value instanceof Failure ? null : value;
}

function truthOf(scalar: Scalar, context: Context): boolean | null | Failure {
  const value = run(scalar, context);
  return typeof value === "boolean" || value === null || value instanceof Failure ? value : Boolean(value);
}

function sideOf(node: AstExpression, tree: Tree): Side {
  const term = termOf(node, tree);
  return {
    ...operandsOf(node, tree),
    singleCode: term?.type === "code" && !term.lastYear ? term.code : null,
  };
}

function asker(rule: Rule, operands: Operands, question: Question, precondition: Compiled | null) {
  return (facts: Facts): RuleResult => {
    const missingAsZero = rule.missing === "never";
    if (precondition !== null && precondition.evaluate(facts, { missingAsZero }) !== true) return SKIPPED;
    if (isSkippedForMissing(rule, operands, facts)) return SKIPPED;
    const { holds, left, right } = question.answer(new Context(facts, true));
    if (holds instanceof Failure) return { ...SKIPPED, failure: holds.code };
    if (holds === null) return SKIPPED;
    return { outcome: holds ? "passed" : "failed", left, right };
  };
}

function isSkippedForMissing(rule: Rule, { codes, lastYearCodes, lists }: Operands, facts: Facts): boolean {
  if (rule.missing === "never" || codes.length + lastYearCodes.length + lists.length === 0) return false;
  const lineMissing = (code: string): boolean => facts.current(code) === null;
  const lastYearMissing = (code: string): boolean => facts.lastYear(code) === null;
  const listMissing = (list: string): boolean => facts.rows(list) === null;
  if (rule.missing === "anyMissing") {
    return codes.some(lineMissing) || lastYearCodes.some(lastYearMissing) || lists.some(listMissing);
  }
  return codes.every(lineMissing) && lastYearCodes.every(lastYearMissing) && lists.every(listMissing);
}
