import type { CheckCode } from "../../src/findings/catalogue";
import { findingKey } from "../../src/findings/explanations";
import type { Finding } from "../../src/findings/finding";
import { codeText, ruleCode, type FindingCode } from "../../src/findings/finding-code";
import { findingFrom, findingJson } from "../../src/findings/finding-json";
import { sayFinding } from "../../src/locales/finding-text";
import { builtInTemplate } from "../../src/template/builtin";
import { asksUnit } from "../../src/validation/asks-unit";
import { createValidator } from "../../src/validation/validator";
import { KNOWN, submission } from "../validation/sample";

/** What the rule 0301<0201 finds where the office has given it this number. */
function foundWithNumber(number: string): Finding {
  const rule = { ...builtInTemplate.rules[0]!, number, relation: "0201<0202", class: "mustFix" as const };
  const { message: _ours, advice: _none, precondition: _always, ...own } = rule;
  const validator = createValidator({ ...builtInTemplate, rules: [own] });
  const { findings } = validator.check(submission("台上镇"), KNOWN);
  const found = findings.find(({ code }) => codeText(code) === number);
  if (!found) throw new Error(`rule ${number} found nothing`);
  return found;
}

const plain = ({ code: _number, ...finding }: Finding): unknown => finding;

describe("an office that numbers its own rule as we number a check", () => {
  // A cell that was read, last year's figures sent again, an empty shell, the county's totals, a file that cannot be opened.
  const taken: readonly CheckCode[] = ["D31", "D54", "P04", "C03", "F06", "S01", "R20"];

  it.each(taken)("has the same said of %s as of any other number", (number) => {
    const found = foundWithNumber(number);
    expect(plain(found)).toEqual(plain(foundWithNumber("甲1")));
    expect(sayFinding("zh-CN", found)).toBe(sayFinding("zh-CN", foundWithNumber("甲1")));
    expect(asksUnit(found)).toBe(true);
  });

  it.each(taken)("has %s back as a rule from the record in the county workbook", (number) => {
    const found = foundWithNumber(number);
    const written = JSON.parse(JSON.stringify(findingJson(found)));
    expect(written.code).toBe(number);
    expect(findingFrom(written)).toEqual(found);
  });

  it("is answered apart from our check at the same line", () => {
    const finding = (code: FindingCode): Finding => ({ ...foundWithNumber("R20"), code });
    expect(findingKey(finding("R20"))).not.toBe(findingKey(finding(ruleCode("R20"))));
    // What was written of a rule before stays valid.
    expect(findingKey(finding(ruleCode("R05")))).toContain('"R05"');
  });
});

it("a record whose code nobody knows, and that says no relation, is no finding", () => {
  const json = { class: "mustFix", code: "Z99", place: {}, params: {} };
  expect(findingFrom(json)).toBeNull();
  expect(findingFrom({ ...json, params: { relation: "0201=0202" } })?.code).toEqual(ruleCode("Z99"));
});
