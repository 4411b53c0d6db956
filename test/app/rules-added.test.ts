import { countAdded, withRules } from "../../src/app/template-draft";
import type { Rule } from "../../src/rules";
import { emptyTemplate } from "../../src/template/empty-template";
import type { Form } from "../../src/template/template";
import { gridForm, MATRIX } from "../rules/own-forms";

const rule = (relation: string, more: Partial<Rule> = {}): Rule => ({
  number: "1",
  forms: [],
  relation,
  class: "mustFix",
  missing: "allMissing",
  ...more,
});
const proposed = rule("01=02+03", { forms: ["表一"], proposed: true, source: "表一!A9" });
const form = (id: string): Form => ({
  ...(gridForm({ ...MATRIX, id, lead: `${id}:` }) as Form),
  code: "",
  fills: ["T", "D", "H"],
  notes: [],
});
const template = { ...emptyTemplate("表"), forms: [form("表一"), form("表二")], rules: [proposed] };

describe("rules added to a template", () => {
  it("the office's own rule takes the place of the same one that was only proposed", () => {
    const own = rule("总计＝本科院校 + 03行", { forms: ["表一"] });
    const after = withRules(template, [own]);
    expect(after.rules).toEqual([own]);
    expect(countAdded(template, after)).toBe(1);
  });

  it("a proposal is not added where the office has the rule already", () => {
    const adopted = { ...template, rules: [rule("01行=02行+03行", { forms: ["表一"] })] };
    expect(withRules(adopted, [proposed])).toBe(adopted);
    expect(countAdded(adopted, adopted)).toBe(0);
  });

  it("the same words about another form are another rule", () => {
    const second = rule("01=02+03", { number: "2", forms: ["表二"] });
    expect(
      withRules({ ...template, rules: [rule("01=02+03", { forms: ["表一"] })] }, [second]).rules,
    ).toHaveLength(2);
  });
});
