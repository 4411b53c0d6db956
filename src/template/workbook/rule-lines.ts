/** Rules as offices keep them, one to a line: 序号 | 报表代码 | 公式. */
import {
  COMPARISON_WORDS,
  compileRule,
  createVocabulary,
  isRuleError,
  type Rule,
  type RuleFault,
} from "../../rules";
import { foldName } from "../template-index";
import type { DetailList, Form, Template } from "../template";
import { splitWords } from "./fields";

/** A line of which nothing, or no rule, can be made. */
export interface RuleLineProblem {
  /** Counted from 1. */
  readonly line: number;
  /** Where the list is in a workbook; absent for a text. */
  readonly sheet?: string;
  readonly text: string;
  /** Its position is that in `text`. Null where the line has no relation at all. */
  readonly fault: RuleFault | null;
}

export interface RuleLines {
  readonly rules: readonly Rule[];
  readonly problems: readonly RuleLineProblem[];
}

export interface RuleParts {
  readonly number: string;
  readonly forms: string;
  readonly relation: string;
}

const COMPARISON_SIGN = /[=<>≤≥≠＝＜＞]/;
const SEPARATOR = /[|｜\t]/;
/** `7、`, `8.`, `（9）` before the relation: the line's number. A dot before a digit is a decimal point. */
const COUNTED = /^[（(]?(\d{1,4})(?:[)）、．]|\.(?!\d))\s*/;
/** A line of headings says what the columns are, not what must hold. */
const HEADINGS = /^(?:序号|编号)\s*(?:[|｜\t]|$)/;

export function isRelation(text: string): boolean {
  return COMPARISON_SIGN.test(text) || COMPARISON_WORDS.test(text);
}

/**
 * The parts of `12 | 关工01 | 0102=0103+0104`, `12 | 0102=0103`, `12、0102=0103` or `0102=0103`; null where no part is a
 * relation.
 */
export function rulePartsOf(line: string): RuleParts | null {
  const cells = line
    .replace(COUNTED, "$1|")
    .split(SEPARATOR)
    .map((part) => part.trim());
  const sign = cells.findIndex((cell) => COMPARISON_SIGN.test(cell));
  const at = sign < 0 ? cells.findIndex(isRelation) : sign;
  if (at < 0) return null;
  return { number: at > 0 ? cells[0]! : "", forms: at > 1 ? cells[1]! : "", relation: cells[at]! };
}

/** A rule of which only these parts are known: it must hold wherever nothing is missing. */
export function plainRule({ number, forms, relation }: RuleParts): Rule {
  return {
    number,
    forms: forms === "" ? [] : [forms],
    relation,
    class: "mustFix",
    missing: "anyMissing",
  };
}

/** The id of the form or list that is meant by `关工01`, `关工01表`, `01` or `组织建设`; null where it is none. */
export function formMeant(
  text: string,
  { forms, lists }: { readonly forms: readonly Form[]; readonly lists: readonly DetailList[] },
): string | null {
  const plain = (name: string): string => foldName(name).replace(/表$/, "");
  const meant = plain(text);
  const names = [
    ...forms.map(({ id, code, title }) => ({ id, names: [id, code, title, `${id}${title}`] })),
    ...lists.map(({ id, title }) => ({ id, names: [id, title, `${id}${title}`] })),
  ];
  return names.find((each) => each.names.some((name) => plain(name) === meant))?.id ?? null;
}

/** A code that the template does not have says nothing: the relation's own lines decide. */
function withKnownForms(rule: Rule, template: Template): Rule {
  const forms = rule.forms.flatMap(splitWords).flatMap((form) => formMeant(form, template) ?? []);
  return { ...rule, forms };
}

/** The rules of a pasted text; hundreds of lines at once, and each line that cannot be understood is named. */
export function parseRuleLines(text: string, template: Template): RuleLines {
  const vocabulary = createVocabulary(template);
  const rules: Rule[] = [];
  const problems: RuleLineProblem[] = [];
  text.split(/\r\n?|\n/).forEach((written, i) => {
    const line = written.trim();
    if (line === "" || HEADINGS.test(line)) return;
    const parts = rulePartsOf(line);
    const rule = parts && plainRule({ ...parts, number: parts.number || String(i + 1) });
    const compiled = rule && compileRule(rule, vocabulary);
    if (compiled === null) problems.push({ line: i + 1, text: line, fault: null });
    else if (isRuleError(compiled)) {
      // Where it stands in the line, of which the relation is a part only.
      const position = compiled.position + Math.max(0, line.lastIndexOf(parts!.relation));
      problems.push({ line: i + 1, text: line, fault: { ...compiled, position } });
    } else rules.push(withKnownForms(compiled.rule, template));
  });
  return { rules, problems };
}
