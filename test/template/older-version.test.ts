import type { Finding } from "../../src/findings/finding";
import { readSubmissions } from "../../src/intake/read-submissions";
import { sayFinding } from "../../src/locales/finding-text";
import { sampleSubmissions } from "../../src/samples/sample-county";
import { builtInTemplate } from "../../src/template/builtin";
import type { Template } from "../../src/template/template";
import { createValidator } from "../../src/validation/validator";
import { workbookFromPlan } from "../../src/workbook/from-plan";
import { edited, read, type Editor } from "./workbook/edited";

/** The template as staff changed it: a line more, one less, one renamed. */
const changed = read(
  edited({
    指标: (sheet: Editor) => {
      const row = sheet.rowOf("0120") + 1;
      sheet.insertRows(row).type(`B${row}`, "0121").type(`C${row}`, "关爱驿站").type(`D${row}`, "个");
      sheet.deleteRow(sheet.rowOf("0421")).type(sheet.at("0101", "名称"), "应建组织数");
    },
  }),
);

/** A unit's workbook on the template as it was, checked against another. */
function checked(template: Template): { findings: readonly Finding[]; value: (code: string) => unknown } {
  const { name, plan } = sampleSubmissions(2020).find((each) => each.name === "台上镇.xlsx")!;
  const [submission] = readSubmissions(workbookFromPlan(plan), { file: name }, template);
  const value = (code: string): unknown =>
    [...submission!.forms.values()].flatMap(({ lines }) => lines.get(code) ?? [])[0]?.current.value;
  const { findings } = createValidator(template).check(submission!, { lastYear: null, period: "2020" });
  return { findings, value };
}

describe("a workbook on an older version of the template", () => {
  it("is aligned, and what changed is said once, with what follows from it beneath", () => {
    const { findings, value } = checked(changed);
    expect(findings.map(({ code }) => code)).toEqual(["S01"]);
    expect(findings[0]!.causes.map(({ code, indicator }) => [code, indicator])).toEqual(
      expect.arrayContaining([
        ["D21", "0121"],
        ["D19", null],
        ["D22", "0101"],
      ]),
    );
    expect(sayFinding("zh-CN", findings[0]!)).toBe(
      "这套报表用的是第 1 版模板，已按第 2 版对应读取。新增：0121 关爱驿站；取消：0421 书画艺术等其他征集；改动：0101 应建组织数。请核对对应的项目；新增的项目请补报。",
    );
    expect(value("0101")).toBe(checked(builtInTemplate).value("0101"));
  });

  it("asks for nothing where only rules, units or texts are others by now", () => {
    const next: Template = {
      ...builtInTemplate,
      version: 2,
      history: [...builtInTemplate.history, { from: 1, version: 2, changes: [] }],
    };
    const { findings } = checked(next);
    expect(findings).toMatchObject([{ code: "S01", class: "note" }]);
    expect(sayFinding("zh-CN", findings[0]!)).toBe(
      "这套报表用的是第 1 版模板，填报的项目与第 2 版完全一样，已照常读取，不需要处理。",
    );
    expect(sayFinding("en-US", findings[0]!)).toContain("nothing needs to be done");
  });

  it("must be issued anew where nobody knows what changed", () => {
    const [finding] = checked({ ...changed, history: [] }).findings;
    expect(finding).toMatchObject({ code: "S01", class: "mustFix", params: { variant: "version" } });
  });

  it("follows several changes, one after the other", () => {
    const next: Template = {
      ...changed,
      version: 5,
      history: [...changed.history, { from: 2, version: 5, changes: [] }],
    };
    expect(checked(next).findings[0]).toMatchObject({ class: "note", params: { added: "0121 关爱驿站" } });
  });
});
