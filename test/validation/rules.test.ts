import { codeText } from "../../src/findings/finding-code";
import type { Finding } from "../../src/findings/finding";
import { RULE_CASES } from "./rule-cases";
import { createValidator } from "../../src/validation/validator";
import { findings, flatten, KNOWN, submission, TEMPLATE, withCauses } from "./sample";

const all = (found: readonly Finding[]): Finding[] => found.flatMap(withCauses);

describe.each(RULE_CASES)("$rule, $what", ({ rule, unit = "台上镇", breaks, keeps, cell, left, right }) => {
  const found = findings(unit, breaks);

  it("is one finding, at the line that is wrong, with both sides", () => {
    expect(flatten(found, "code", "cell", "left", "right")).toEqual([[rule, cell, left, right]]);
    expect(found[0]).toMatchObject({ unit, place: { file: `${unit}.xlsx` }, class: classOf(rule) });
  });

  it("is silent where it just holds", () => {
    expect(all(findings(unit, keeps)).filter(({ code }) => codeText(code) === rule)).toEqual([]);
  });
});

function classOf(rule: string): string {
  return TEMPLATE.rules.find(({ number }) => number === rule)!.class;
}

it("every rule of the template has its case", () => {
  const rules = TEMPLATE.rules.map(({ number }) => number);
  const cases = RULE_CASES.map(({ rule }) => rule);
  const count = (codes: readonly string[], code: string): number => codes.filter((c) => c === code).length;
  expect(rules.filter((rule) => count(cases, rule) < count(rules, rule))).toEqual([]);
});

it("a rule that is only proposed is reported as a note, whatever its class", () => {
  const rules = TEMPLATE.rules.map((rule) => ({ ...rule, proposed: true as const, source: "关工02!A9" }));
  const validator = createValidator({ ...TEMPLATE, rules });
  const { rule, breaks } = RULE_CASES.find(({ unit }) => unit === undefined)!;
  expect(classOf(rule)).toBe("mustFix");
  const found = all(validator.check(submission("台上镇", breaks), KNOWN).findings);
  const ofRule = found.filter(({ code }) => codeText(code) === rule);
  expect(ofRule.map((finding) => finding.class)).toEqual(["note"]);
});
