/** A rule as staff write it in the sheet 审核关系: data, not code. */

/** `mustFix` 强制: must be corrected. `explain` 核实: correct or explain. `note` 提示: for information. */
export type RuleClass = "mustFix" | "explain" | "note";

/**
 * What happens where an operand is missing (未填 or 不适用):
 * `never` skips never, a missing operand counts as 0; `allMissing` skips where every operand is missing, else missing
 * ones count as 0; `anyMissing` skips where any operand is missing.
 */
export type MissingStrategy = "never" | "allMissing" | "anyMissing";

export interface Rule {
  /** `R05`, `X01`, or the office's own number. Several lines may share one number (R03, R11). */
  readonly number: string;
  /** The forms and lists that it looks at, `关工02`, for reading; the relation's codes decide. */
  readonly forms: readonly string[];
  /** The rule is asked only where this holds, `0118=是`; absent: always. */
  readonly precondition?: string;
  /** `0201=0202+0203`, `0216<=0201`, `0902>0 and …`; comparison operators = <> < <= > >=, also ≤ ≥ ≠ ＝ ＜ ＞. */
  readonly relation: string;
  /** Largest difference of both sides that still counts as equal, in the lines' unit of measure; 0 if absent. */
  readonly tolerance?: number;
  readonly class: RuleClass;
  readonly missing: MissingStrategy;
  /** What is wrong, in the office's words; `{left}` and `{right}` stand for both sides' values. Absent: said from the relation. */
  readonly message?: string;
  /** What to do about it. */
  readonly advice?: string;
  readonly explanationRequired?: boolean;
  /** A proposal: checked, but reported as a note only, until the office adopts it. */
  readonly proposed?: true;
  /** Where the rule comes from: the cell of a note on the blank (`党组织建设!B10`), `各份相符`. Absent: the office wrote it. */
  readonly source?: string;
}

/** How a violation is reported: that of a proposed rule is never more than a note. */
export function reportedClass({ class: ruleClass, proposed }: Rule): RuleClass {
  return proposed ? "note" : ruleClass;
}
