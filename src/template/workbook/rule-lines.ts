/** Rules as offices keep them, one to a line: 序号 | 报表代码 | 公式. */
import {
  COMPARISON_WORDS,
  compares,
  createVocabulary,
  expandRule,
  isRuleError,
  type ExpandedRule,
  type Rule,
  type RuleFault,
  type Vocabulary,
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

/** A line that was understood. */
export interface UnderstoodLine extends Pick<RuleLineProblem, "line" | "sheet" | "text"> {
  readonly expanded: ExpandedRule;
}

export interface RuleLines {
  readonly rules: readonly Rule[];
  /** As many as `rules`, in their order. */
  readonly understood: readonly UnderstoodLine[];
  readonly problems: readonly RuleLineProblem[];
}

export interface RuleParts {
  readonly number: string;
  readonly forms: string;
  readonly relation: string;
}

const COMPARISON_SIGN = /[=<>≤≥≠＝＜＞]/;
const SEPARATOR = /[|｜\t]/;
/**
 * `7、`, `8.`, `（9）` before the relation: the line's number. A dot before a digit is a decimal point, and `(1)=(2)+(3)`
 * begins with the column 1.
 */
const COUNTED = /^[（(]?(\d{1,4})(?:[)）](?!\s*[-+*/=<>≤≥≠＝＜＞＋－×÷,，])|[、．]|\.(?!\d))\s*/;
/** A line of headings says what the columns are, not what must hold. */
const HEADINGS = /^(?:序号|编号)\s*(?:[|｜\t]|$)/;

export function isRelation(text: string): boolean {
  return COMPARISON_SIGN.test(text) || COMPARISON_WORDS.test(text) || compares(text);
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
  const plain = (name: string): string =>
    foldName(name)
      .replace(/[《》]/g, "")
      .replace(/表$/, "");
  const meant = plain(text);
  if (meant === "") return null;
  const names = [
    ...forms.map(({ id, code, title, own }) => ({
      id,
      names: [id, code, title, `${id}${title}`, own?.sheet ?? id],
    })),
    ...lists.map(({ id, title }) => ({ id, names: [id, title, `${id}${title}`] })),
  ];
  return names.find((each) => each.names.some((name) => plain(name) === meant))?.id ?? null;
}

/**
 * Where the rule's forms leave no other choice, cells that are empty count as 0: on an office's own form nothing is
 * written where there is nothing, and only a relation of which all is empty is not asked.
 */
export function withOwnMissing(rule: Rule, { forms }: Pick<Template, "forms">): Rule {
  const meant = rule.forms.length === 0 ? forms : forms.filter(({ id }) => rule.forms.includes(id));
  const isOwn = meant.length > 0 && meant.every(({ layout }) => layout === "own");
  return isOwn ? { ...rule, missing: "allMissing" } : rule;
}

/**
 * The rules of a pasted text; hundreds of lines at once, and each line that cannot be understood is named.
 * @param form the form that is meant where a line names none
 */
export function parseRuleLines(text: string, template: Template, form: string | null = null): RuleLines {
  const vocabulary = createVocabulary(template);
  const understood: UnderstoodLine[] = [];
  const problems: RuleLineProblem[] = [];
  text.split(/\r\n?|\n/).forEach((written, i) => {
    const line = written.trim();
    if (line === "" || HEADINGS.test(line)) return;
    const at = { line: i + 1, text: line };
    const parts = rulePartsOf(line);
    if (!parts) {
      problems.push({ ...at, fault: null });
      return;
    }
    const numbered = { ...parts, number: parts.number || String(i + 1), forms: parts.forms || (form ?? "") };
    const expanded = readLine(numbered, template, vocabulary);
    if (!isRuleError(expanded)) understood.push({ ...at, expanded });
    else {
      // Where it is in the line, of which the relation is a part only.
      const within = expanded.code === "unknownForm" && parts.forms !== "" ? parts.forms : parts.relation;
      const position = expanded.position + Math.max(0, line.lastIndexOf(within));
      problems.push({ ...at, fault: { ...expanded, position } });
    }
  });
  return { rules: understood.map(({ expanded }) => expanded.rule), understood, problems };
}

function readLine(parts: RuleParts, template: Template, vocabulary: Vocabulary): ExpandedRule | RuleFault {
  const rule = plainRule(parts);
  const named = rule.forms.flatMap(splitWords);
  const forms = named.flatMap((form) => formMeant(form, template) ?? []);
  const hasOwn = template.forms.some(({ layout }) => layout === "own");
  const stranger = named.find((form) => formMeant(form, template) === null);
  // Of our own forms the codes decide, which are unique; of an office's own the form says which line is meant.
  if (hasOwn && stranger !== undefined && forms.length === 0)
    return {
      kind: "ruleError",
      code: "unknownForm",
      position: 0,
      params: { token: stranger },
      part: "relation",
    };
  return expandRule(withOwnMissing({ ...rule, forms }, template), vocabulary);
}
