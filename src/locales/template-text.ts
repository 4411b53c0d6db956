/** What is wrong in a template workbook, as sentences: where, what, how to mend it. */
import { isMessageKey, say, type Locale } from ".";
import { sayRuleError, type RuleErrorWords } from "./rule-error-text";

/** What a sentence needs of a problem. */
export interface TemplateProblemWords {
  readonly code: string;
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly params: Readonly<Record<string, string | number>>;
  readonly expression?: RuleErrorWords;
}

/** `审核关系!D12：“0102=0103+” 看不懂：第 11 个字处：这里缺少代码或数字。请补上。` */
export function sayTemplateProblem(locale: Locale, problem: TemplateProblemWords): string {
  return say(locale, "template.problem.at", {
    place: placeOf(locale, problem),
    message: sayProblemOnly(locale, problem),
  });
}

/** The same without its place, for a list that shows it in a column of its own. */
export function sayProblemOnly(locale: Locale, { code, params, expression }: TemplateProblemWords): string {
  const key = `template.problem.${code}`;
  if (!isMessageKey(key)) throw new Error(`no message ${key}`);
  return say(locale, key, expression ? { ...params, reason: sayRuleError(locale, expression) } : params);
}

function placeOf(locale: Locale, { sheet, cell }: TemplateProblemWords): string {
  if (sheet === null) return say(locale, "template.problem.workbook");
  return cell === null ? sheet : `${sheet}!${cell}`;
}
