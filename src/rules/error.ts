/** Why an expression or a rule cannot be understood. The sentence is made in `locales/` (`rule.error.` and the code). */

export type RuleErrorCode =
  | "empty"
  | "tooLong"
  | "tooDeep"
  | "unknownCharacter"
  | "unclosedText"
  | "unclosedBracket"
  | "unclosedParenthesis"
  | "unopenedParenthesis"
  | "missingOperand"
  | "missingOperator"
  | "misplacedComma"
  | "unknownCode"
  | "unknownName"
  | "unknownFunction"
  | "unknownColumn"
  | "cellReference"
  | "sumInWords" // 0103至0108之和
  | "aCondition" // a comparison where a value is wanted
  | "listAlone"
  | "listExpected"
  | "codeExpected"
  | "numberExpected"
  | "badRange"
  | "argumentCount"
  | "manyValues"
  | "columnExpected"
  | "columnsDiffer"
  | "dividedByZero"
  | "notARelation"
  | "noIndicator" // 1=2+3: the same for every unit
  | "lineOrColumn" // 1=2+3 where lines and columns have these numbers
  | "lineOrNumber" // 1栏>=5 where there is a column 5
  | "strangeNumber" // 1=2+99 where there is no column 99
  | "mixedAxes" // 01行=1栏
  | "notTogether" // of different tables
  | "headsDiffer" // lines of two tables whose columns are not the same
  | "manyForms"
  | "manyTables"
  | "unknownForm"
  | "unknownLine"
  | "unknownColumnNumber"
  | "noColumnNumbers"
  | "notAnItem" // a cell that is not to be filled
  | "dashRange" // 1-4栏: a range or a difference
  | "notInSheet"
  | "grammar";

/** A refusal with its place: `position` is the UTF-16 offset into the text as written. */
export interface RuleError {
  readonly kind: "ruleError";
  readonly code: RuleErrorCode;
  readonly position: number;
  readonly params: Readonly<Record<string, string | number>>;
}

export function ruleError(
  code: RuleErrorCode,
  position: number,
  params: RuleError["params"] = {},
): RuleError {
  return { kind: "ruleError", code, position, params };
}

export function isRuleError(result: object): result is RuleError {
  return "kind" in result && result.kind === "ruleError";
}
