/** Relations that the blank itself states: in notes around its tables, in headings such as `合计（1=2+3）`, in 栏次. */
import {
  compares,
  createVocabulary,
  expandRule,
  isRuleError,
  ruleMeaning,
  type ExpandedRule,
  type Rule,
  type Vocabulary,
} from "../../rules";
import type { Form, Template } from "../../template/template";
import { toA1 } from "../../workbook/address";
import type { Question } from "../question";

/** A blank states a few dozen; more are no relations. */
const MOST_PER_FORM = 300;

/** The template with every relation that its blanks state, as a proposal. */
export function withRulesOfNotes(template: Template): Template {
  const vocabulary = createVocabulary(template);
  const found = template.forms.flatMap((form) => rulesOf(form, vocabulary));
  return withProposedRules(template, found);
}

/** The template with rules proposed that it does not have yet; each gets a number of its own. */
export function withProposedRules(template: Template, rules: readonly Rule[]): Template {
  const vocabulary = createVocabulary(template);
  const known = new Set(template.rules.flatMap((rule) => ruleMeaning(rule, vocabulary) ?? []));
  const numbers = new Set(template.rules.map(({ number }) => number));
  const added: Rule[] = [];
  for (const rule of rules) {
    const meaning = ruleMeaning(rule, vocabulary);
    if (meaning === null || known.has(meaning)) continue;
    known.add(meaning);
    let count = added.length + 1;
    while (numbers.has(`建议${count}`)) count++;
    numbers.add(`建议${count}`);
    added.push({ ...rule, number: `建议${count}`, proposed: true });
  }
  return added.length === 0 ? template : { ...template, rules: [...template.rules, ...added] };
}

/** One question for each proposed rule: shall it be checked? */
export function ruleQuestions({ rules, forms }: Template): Question[] {
  return rules.flatMap((rule): Question[] => {
    if (!rule.proposed) return [];
    const [form = ""] = rule.forms;
    const sheet = forms.find(({ id }) => id === form)?.own?.sheet ?? form;
    const [, cell = ""] = /!([A-Z]+\d+)$/.exec(rule.source ?? "") ?? [];
    const params = { relation: rule.relation, source: rule.source ?? "", number: rule.number };
    return [
      {
        sheet,
        cell,
        code: cell === "" ? "ruleInCopies" : "rule",
        params,
        proposal: "hint",
        choices: ["hint", "adopt", "drop"],
      },
    ];
  });
}

function rulesOf({ id, own }: Form, vocabulary: Vocabulary): Rule[] {
  const rules: Rule[] = [];
  for (const { row, column, text } of own?.texts ?? []) {
    // A formula of the blank is none of its texts.
    if (text.startsWith("=") || rules.length >= MOST_PER_FORM) continue;
    const ruleFrom = (relation: string): Rule => ({
      number: "",
      forms: [id],
      relation,
      class: "mustFix",
      missing: "allMissing",
      proposed: true,
      source: `${own!.sheet}!${toA1(row, column)}`,
    });
    const isUnderstood = (relation: string): boolean => {
      const expanded = expandRule(ruleFrom(relation), vocabulary);
      return !isRuleError(expanded) && relatesItems(expanded);
    };
    rules.push(...relationsIn(text, isUnderstood).map(ruleFrom));
  }
  return rules;
}

/** A text that compares an item with nothing else, `年龄=60`, is more often no relation than one. */
function relatesItems({ instances }: ExpandedRule): boolean {
  const [first] = instances;
  return first !== undefined && first.codes.length + first.lastYearCodes.length > 1;
}

const CONDITION = /^\s*(?:若|如果|当|凡|if\b)/i;
const IN_PARENTHESES = /[（(]([^（）()]{3,200})[)）]/g;

/** The relations of a text, each as it is written there. */
function relationsIn(text: string, isUnderstood: (relation: string) => boolean): string[] {
  if (!compares(text)) return [];
  const found = text.split(/[\n；;。]/).flatMap((sentence) => inSentence(sentence, isUnderstood));
  if (found.length > 0) return found;
  return [...text.matchAll(IN_PARENTHESES)].flatMap(([, inner]) => inSentence(inner!, isUnderstood));
}

function inSentence(sentence: string, isUnderstood: (relation: string) => boolean): string[] {
  if (!compares(sentence)) return [];
  const parts = sentence.split(/[，,](?![^（(]*[)）])/).filter((part) => part.trim() !== "");
  const isWhole = parts.length === 1 || CONDITION.test(withoutLead(sentence)) || !parts.every(compares);
  const whole = isWhole ? stated(sentence, isUnderstood) : null;
  if (whole !== null) return [whole];
  return parts.length === 1 ? [] : parts.flatMap((part) => stated(part, isUnderstood) ?? []);
}

/** `审核关系：1栏=2栏`, `（2）01=02`: what is in front says what follows, and is no part of it. */
const LEAD = /^\s*(?:[（(]?\d{1,2}[)）、．]|\d{1,2}\.(?!\d)|[一二三四五六七八九十]+、|注\d*[.、]?|[*※])\s*/;
const ABOUT =
  /^(?:本表)?(?:表内|表间|审核|逻辑|平衡|行列?|列|栏|勾稽|钩稽|校验)*(?:关系式?|公式|要求)?(?:为|是|有|如下)?[：:]?\s*/;

/** `逻辑关系 1、(1)=(2)` without what says so. */
function withoutLead(text: string): string {
  return text.replace(LEAD, "").replace(ABOUT, "").replace(LEAD, "");
}

function stated(text: string, isUnderstood: (relation: string) => boolean): string | null {
  if (!compares(text)) return null;
  const plain = text.trim();
  const sign = plain.search(/[=＝<＜>＞≤≥≠]/);
  const colon = sign < 0 ? -1 : Math.max(plain.lastIndexOf("：", sign), plain.lastIndexOf(":", sign));
  const behind = plain.slice(colon + 1).trim();
  const candidates = [plain, behind].flatMap((each) => [withoutLead(each), each.replace(LEAD, ""), each]);
  return [...new Set(candidates)].find((each) => each !== "" && compares(each) && isUnderstood(each)) ?? null;
}
