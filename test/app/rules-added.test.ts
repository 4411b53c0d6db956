import { countAdded, withRules } from "../../src/app/template-draft";
import type { Rule } from "../../src/rules";
import { emptyTemplate } from "../../src/template/empty-template";

const rule = (relation: string, more: Partial<Rule> = {}): Rule => ({
  number: "1",
  forms: [],
  relation,
  class: "mustFix",
  missing: "allMissing",
  ...more,
});
const proposed = rule("01=02+03", { proposed: true, source: "表一!A9" });
const template = { ...emptyTemplate("表"), rules: [proposed] };

describe("rules added to a template", () => {
  it("the office's own rule takes the place of the same one that was only proposed", () => {
    const after = withRules(template, [rule("01 = 02＋03")]);
    expect(after.rules).toEqual([rule("01 = 02＋03")]);
    expect(countAdded(template, after)).toBe(1);
  });

  it("a proposal is not added where the office has the rule already", () => {
    const adopted = { ...template, rules: [rule("01=02+03")] };
    expect(withRules(adopted, [proposed])).toBe(adopted);
    expect(countAdded(adopted, adopted)).toBe(0);
  });
});
