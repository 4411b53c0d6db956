/** The rules as they are printed below a form: one source for instruction, hint and check. */
import type { Rule } from "../rules/rule";
import type { Form, Template } from "./template";
import { WORDS } from "./words";

/** `审核关系：R01 0102=0103至0108之和；R02 0112≤0102。`, or null where no rule looks at the form first. */
export function ruleNote(template: Template, form: Form): string | null {
  const own = template.rules.filter((rule) => rule.forms[0] === form.id);
  if (own.length === 0) return null;
  const texts = own.map((rule, i) =>
    rule.number === own[i - 1]?.number ? ruleText(rule) : `${rule.number} ${ruleText(rule)}`,
  );
  return `${WORDS.rules}${texts.join("；")}。`;
}

/** A rule in the words of a form: `0117为是时，0118为是`. */
export function ruleText(rule: Rule): string {
  const relation = plain(rule.relation);
  return rule.precondition === undefined ? relation : `${plain(rule.precondition)}时，${relation}`;
}

function plain(relation: string): string {
  return relation
    .replace(/SUMIF\((\w+)\[([^\]]+)\],"([^"]+)",\1\[([^\]]+)\]\)/g, "$1中$2为$3的$4")
    .replace(/SUM\((\w+)~(\w+)\)/g, "$1至$2之和")
    .replace(/ROWS\((\w+)\)/g, "$1行数")
    .replace(/上年\((\w+)\)/g, "上年$1")
    .replace(/<=/g, "≤")
    .replace(/>=/g, "≥")
    .replace(/<>(?=[是否])/g, "不为")
    .replace(/<>/g, "≠")
    .replace(/=(?=[是否])/g, "为");
}
