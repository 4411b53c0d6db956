/** Who says a finding: one of our checks, or a rule of the template. */
import type { CheckCode } from "./catalogue";

/** Offices number their own rules: the number may be one of our codes, and is still their rule. */
export interface TemplateRule {
  readonly kind: "rule";
  readonly number: string;
}

export type FindingCode = CheckCode | TemplateRule;

export function ruleCode(number: string): TemplateRule {
  return { kind: "rule", number };
}

/** As people read it, and as files have it: `D31`, `R05`, the office's own number. */
export function codeText(code: FindingCode): string {
  return typeof code === "string" ? code : code.number;
}

/** A text that no two codes share. */
export function codeId(code: FindingCode): string {
  return typeof code === "string" ? code : `rule ${code.number}`;
}
