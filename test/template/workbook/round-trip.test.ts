import fc, { tries } from "../../tooling/properties";
import { createNodeReader } from "../../../src/files/node-reader";
import { xlsxWriter } from "../../../src/files/write/write-xlsx";
import { sayInReport } from "../../../src/locales/report-words";
import { builtInTemplate } from "../../../src/template/builtin";
import { issueBlank } from "../../../src/template/issue";
import { templatePlan } from "../../../src/template/workbook/template-plan";
import { workbookFromPlan } from "../../../src/workbook/from-plan";
import { say } from "../template-words";
import { arbitraryTemplate } from "./arbitrary-template";
import { read } from "./edited";

describe("the template workbook", () => {
  it("has the sheets that staff edit, and the forms and lists to look at", () => {
    const { sheets } = templatePlan(builtInTemplate, say);
    const names = sheets.map(({ name }) => name);
    expect(names.slice(0, 7)).toEqual(["说明", "指标", "明细表", "单位", "审核关系", "图表", "报告"]);
    expect(names).toEqual(
      expect.arrayContaining([...builtInTemplate.forms.map(({ id }) => id), "L1活动", "L7五老名册"]),
    );
    expect(sheets.filter(({ visibility }) => visibility === "veryHidden")).toHaveLength(1);
  });

  it("leaves its own sheets open to be edited and the forms locked", () => {
    const { sheets } = templatePlan(builtInTemplate, say);
    expect(sheets.filter((sheet) => !sheet.protected).map(({ name }) => name)).toEqual([
      "说明",
      "指标",
      "明细表",
      "单位",
      "审核关系",
      "图表",
      "报告",
    ]);
  });

  it("gives the built-in template back, through the bytes of a file too", async () => {
    const plan = templatePlan(builtInTemplate, say);
    expect(read(workbookFromPlan(plan))).toEqual(builtInTemplate);
    const bytes = xlsxWriter.write(plan);
    const reader = createNodeReader();
    const [result] = await reader.read([{ name: "t.xlsx", bytes: async () => bytes }]);
    await reader.close();
    expect(result?.ok && read(result.workbook)).toEqual(builtInTemplate);
  });

  it("reads the same in either language of its explanations", () => {
    expect(read(workbookFromPlan(templatePlan(builtInTemplate, sayInReport("en-US"))))).toEqual(
      builtInTemplate,
    );
  });

  it("gives any template back", () => {
    fc.assert(
      fc.property(arbitraryTemplate, (template) => {
        expect(read(workbookFromPlan(templatePlan(template, say)))).toEqual(template);
      }),
      { numRuns: tries(12) },
    );
  });

  it("gives a template that can be written and issued, whatever staff call their things", () => {
    fc.assert(
      fc.property(arbitraryTemplate, (template) => {
        expect(() => xlsxWriter.write(templatePlan(template, say))).not.toThrow();
        expect(() => xlsxWriter.write(issueBlank(template, template.units[0]!, "2020", null))).not.toThrow();
      }),
      { numRuns: tries(5) },
    );
  });
});
