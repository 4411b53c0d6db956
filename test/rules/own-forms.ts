/** Offices' own forms as the rule language knows them, for its tests. */
import type { FormSource } from "../../src/rules/form-words";
import { createVocabulary, expandRule, isRuleError, type Rule, type Vocabulary } from "../../src/rules";

export interface Grid {
  readonly id: string;
  /** Codes and labels: `["01", "总计"]`; without a code `["", "总计"]`. */
  readonly lines: readonly (readonly [code: string, ...path: string[]])[];
  /** Numbers in 栏次 and headings. */
  readonly columns: readonly (readonly [number: string, ...heads: string[]])[];
  /** Where keys are not unique in the template: `表1:`. */
  readonly lead?: string;
}

/** A form whose table begins in D6. */
export function gridForm({ id, lines, columns, lead = "" }: Grid): FormSource {
  const lineKeys = lines.map(([code, ...path]) => code || path.at(-1)!);
  const columnKeys = columns.map(([number, ...heads]) => number || heads.at(-1)!);
  const cells = lineKeys.flatMap((line) =>
    columnKeys.map((column, c) => ({
      line,
      in: column,
      item: `${lead}${c === 0 ? line : `${line}[${column}]`}`,
    })),
  );
  return {
    id,
    title: id,
    layout: "own",
    indicators: cells.map(({ item }) => ({ code: item, name: item, kind: "decimal", aggregation: "sum" })),
    own: {
      sheet: id,
      tables: [
        {
          lines: lines.map(([code, ...path], i) => ({
            key: lineKeys[i]!,
            path,
            row: 5 + i,
            ...(code === "" ? {} : { code }),
          })),
          columns: columns.map(([, ...heads], i) => ({
            key: columnKeys[i]!,
            heads,
            role: "value",
            column: 3 + i,
          })),
          cells,
        },
      ],
    },
  };
}

export function words(...forms: readonly FormSource[]): Vocabulary {
  return createVocabulary({ forms, lists: [] });
}

export function ruleOf(relation: string, more: Partial<Rule> = {}): Rule {
  return { number: "1", forms: [], relation, class: "mustFix", missing: "allMissing", ...more };
}

/** The relations that the rule asks, in item keys; or the code of what is wrong with it. */
export function asked(
  relation: string,
  vocabulary: Vocabulary,
  more: Partial<Rule> = {},
): readonly string[] | string {
  const expanded = expandRule(ruleOf(relation, more), vocabulary);
  if (isRuleError(expanded)) return expanded.code;
  return expanded.instances.map(({ rule }) =>
    [...(rule.precondition === undefined ? [] : [`${rule.precondition} →`]), rule.relation].join(" "),
  );
}

/** Lines 01 to 03, columns 1 to 3. */
export const MATRIX: Grid = {
  id: "党组织建设",
  lines: [
    ["01", "总计"],
    ["02", "合计", "本科院校"],
    ["03", "合计", "专科院校（含职业技术学院）"],
  ],
  columns: [
    ["1", "高校总数"],
    ["2", "建立党委", "小计"],
    ["3", "未建立", "小计"],
  ],
};
