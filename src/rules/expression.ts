/** Expressions of the rule language: formulas of lines, preconditions, sides of relations. */
import { Compiler, isCondition, operandsOf, run, type Operands } from "./compile";
import { Context } from "./context";
import { isRuleError, ruleError, type RuleError } from "./error";
import { parseExpression } from "./grammar";
import type { Facts, Failure, Operand } from "./value";
import type { Vocabulary } from "./vocabulary";

export interface EvaluationOptions {
  /** Missing lines count as 0, as blank cells do in Excel; otherwise what rests on a missing line is missing. */
  readonly missingAsZero?: boolean;
}

export interface Compiled extends Operands {
  /** As written. */
  readonly text: string;
  /** The value; null where it is missing or divided by zero; a `Failure` where there is no answer. Never throws. */
  evaluate(facts: Facts, options?: EvaluationOptions): Operand | Failure;
}

/** Compiles an expression once, to be evaluated for unit after unit; or says what is wrong with it, and where. */
export function compileExpression(text: string, vocabulary: Vocabulary): Compiled | RuleError {
  const tree = parseExpression(text, vocabulary);
  if (isRuleError(tree)) return tree;
  const compiler = new Compiler(tree, 0);
  const scalar = compiler.scalar(tree.root);
  if (compiler.fault !== null) return compiler.fault;
  return {
    text,
    ...operandsOf(tree.root, tree),
    evaluate: (facts, options) => run(scalar, new Context(facts, options?.missingAsZero ?? false)),
  };
}

/** As {@link compileExpression}, of what a line or a chart shows: a comparison has no value to show. */
export function compileValue(text: string, vocabulary: Vocabulary): Compiled | RuleError {
  const tree = parseExpression(text, vocabulary);
  if (!isRuleError(tree) && isCondition(tree.root)) return ruleError("aCondition", 0);
  return compileExpression(text, vocabulary);
}
