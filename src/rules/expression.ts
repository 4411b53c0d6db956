/** Expressions of the rule language: formulas of lines, preconditions, sides of relations. */
import { Compiler, isCondition, operandsOf, run, type Operands } from "./compile";
import { Context } from "./context";
import { isRuleError, ruleError, type RuleError } from "./error";
import { parseExpression } from "./grammar";
import { Reader } from "./reader";
import type { Facts, Failure, Operand } from "./value";
import type { Vocabulary } from "./vocabulary";

export interface EvaluationOptions {
  /** Missing lines count as 0, as blank cells do in Excel; otherwise what rests on a missing line is missing. */
  readonly missingAsZero?: boolean;
}

export interface Compiled extends Operands {
  /** As written. */
  readonly text: string;
  /** As people say it, without codes: `被采用÷上报稿件`. */
  inWords(nameOf: (code: string) => string): string;
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
    inWords: (nameOf) => {
      const names = { line: nameOf, code: () => null, list: (id: string) => id };
      return new Reader(tree, vocabulary, names)
        .text(tree.root)
        .replace(/ ?([×÷]) ?/g, "$1")
        .replace(/×100$/, "")
        .trim();
    },
    evaluate: (facts, options) => run(scalar, new Context(facts, options?.missingAsZero ?? false)),
  };
}

/** As {@link compileExpression}, of what a line or a chart shows: a comparison has no value to show. */
export function compileValue(text: string, vocabulary: Vocabulary): Compiled | RuleError {
  const tree = parseExpression(text, vocabulary);
  if (!isRuleError(tree) && isCondition(tree.root)) return ruleError("aCondition", 0);
  return compileExpression(text, vocabulary);
}
