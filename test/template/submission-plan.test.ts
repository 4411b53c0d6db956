import { builtInTemplate as template } from "../../src/template/builtin";
import { parseIdentity } from "../../src/template/identity";
import { submissionPlan } from "../../src/template/submission-plan";
import type { Unit } from "../../src/template/template";
import { checkPlan } from "../../src/files/write/check-plan";
import type { WorkbookPlan } from "../../src/workbook/plan";

const unit = (name: string): Unit => template.units.find((u) => u.name === name)!;
const sheetNames = (plan: WorkbookPlan): string[] => plan.sheets.map((sheet) => sheet.name);

function identities(plan: WorkbookPlan) {
  return plan.sheets.map((sheet) => {
    const texts = sheet.cells.flatMap(({ value }) =>
      typeof value === "string" ? [parseIdentity(value)] : [],
    );
    return texts.filter((identity) => identity !== null);
  });
}

describe("a unit's workbook", () => {
  it("has the forms and lists of its kind, each with its hidden identity, and one for the whole", () => {
    const plan = submissionPlan(template, { unit: unit("台上镇"), period: "2020" });
    expect(sheetNames(plan).slice(0, 12)).toEqual([...template.forms.map(({ id }) => id), "L1活动"]);
    expect(plan.sheets.at(-1)).toMatchObject({ visibility: "veryHidden" });
    for (const found of identities(plan)) {
      expect(found).toHaveLength(1);
      expect(found[0]).toMatchObject({ template: template.id, unit: "T10", period: "2020" });
    }
  });

  it("gives the county itself neither 关工08 nor 关工10 nor the list of articles", () => {
    const names = sheetNames(submissionPlan(template, { unit: unit("市关工委本级"), period: "2020" }));
    expect(names).not.toContain("关工08");
    expect(names).not.toContain("关工10");
    expect(names).not.toContain("L4稿件");
    expect(names).toContain("关工09");
  });

  it("leaves an optional list out of a filled workbook that has none", () => {
    const content = { unit: unit("台上镇"), period: "2020" };
    expect(sheetNames(submissionPlan(template, content))).toContain("L7五老名册");
    expect(sheetNames(submissionPlan(template, { ...content, values: new Map() }))).not.toContain(
      "L7五老名册",
    );
  });

  it("fills in whose workbook it is, and last year's values", () => {
    const plan = submissionPlan(template, {
      unit: unit("凉水朝鲜族乡"),
      period: "2020",
      lastYear: new Map([
        ["0201", 120],
        ["0118", 1],
      ]),
    });
    const cover = plan.sheets[0]!.cells.map(({ value }) => value);
    expect(cover).toEqual(expect.arrayContaining(["T15", "凉水朝鲜族乡", "乡镇街道", "2020"]));
    const cell = (sheet: string, row: number, column: number) =>
      plan.sheets.find(({ name }) => name === sheet)!.cells.find((c) => c.row === row && c.column === column);
    expect(cell("关工02", 6, 5)).toMatchObject({ value: 120 });
    expect(cell("关工01", 23, 5)).toMatchObject({ value: "是" });
  });

  it.each(template.units.map(({ name }) => name))("can be written for %s", (name) => {
    expect(() => checkPlan(submissionPlan(template, { unit: unit(name), period: "2020H1" }))).not.toThrow();
  });
});
