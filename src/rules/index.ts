/** The rule language: what other rooms use of it. */
export { compileExpression, compileValue, type Compiled, type EvaluationOptions } from "./expression";
export { compares } from "./clauses";
export { inExpression } from "./item-key";
export { isRuleError, type RuleError, type RuleErrorCode } from "./error";
export { COMPARISON_WORDS } from "./operator-words";
export { toSheetFormula, toSheetRelation, type CellReferences, type RecordReferences } from "./sheet-formula";
export { Failure, type Facts, type FailureCode, type Operand } from "./value";
export { createVocabulary, type ListWords, type Vocabulary, type WordSource } from "./vocabulary";
export { reportedClass, type MissingStrategy, type Rule, type RuleClass } from "./rule";
export { expandRule, ruleMeaning, type ExpandedRule } from "./expand";
export {
  compileRule,
  evaluateRule,
  type CompiledRule,
  type RuleFault,
  type RuleResult,
  type Side,
} from "./relation";
export type { Compared, ReadingNames, RelationReading } from "./reading";
