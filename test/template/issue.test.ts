import { builtInTemplate as template } from "../../src/template/builtin";
import { issueAll, issueBlank, nextTemplate } from "../../src/template/issue";
import { layoutForm } from "../../src/template/form-layout";
import { readSubmissions } from "../../src/intake/read-submissions";
import { parseIdentity } from "../../src/template/identity";
import { workbookFromPlan } from "../../src/workbook/from-plan";
import type { WorkbookPlan } from "../../src/workbook/plan";

const unit = template.units.find(({ name }) => name === "台上镇")!;
const lastYear = {
  units: new Map([["台上镇", new Map([["0101", 16], ["0118", 1], ["0201", 140], ["0905", 7]])]]), // prettier-ignore
};

const cellOf = (plan: WorkbookPlan, code: string, column: "value" | "lastYear") => {
  const form = template.forms.find(({ indicators }) => indicators.some((line) => line.code === code))!;
  const layout = layoutForm(template, form);
  const sheet = plan.sheets.find(({ name }) => name === form.id)!;
  return sheet.cells.find(
    (cell) => cell.row === layout.rows.get(code) && cell.column === layout.columns[column],
  );
};

describe("issuing blank workbooks", () => {
  const all = issueAll(template, "2020", lastYear);

  it("makes one for every unit, named after it", () => {
    expect(all.map(({ fileName }) => fileName)).toEqual(template.units.map(({ name }) => `${name}.xlsx`));
  });

  it("fills in the unit and the year, so that the workbook is recognised whatever it is called", () => {
    for (const { unit: each, plan } of all) {
      const [submission] = readSubmissions(workbookFromPlan(plan), { file: "a.xlsx" }, template);
      expect([submission!.unit, submission!.period, submission!.templateVersion]).toEqual([each, "2020", 1]);
      expect(submission!.evidence[0]).toBe("identity");
    }
  });

  it.each(["NG1310", "A01", "07", "01011"])("knows its own line again by a code such as %s", (code) => {
    const form = template.forms[1]!;
    const own = { ...form, indicators: [{ ...form.indicators[0]!, code }] };
    const other = { ...template, forms: [template.forms[0]!, own], lists: [], rules: [] };
    const plan = issueBlank(other, unit, "2020", null);
    const [submission] = readSubmissions(workbookFromPlan(plan), { file: null }, other);
    expect(submission!.findings.map((finding) => finding.code)).not.toContain("S03");
    expect(submission!.forms.get(form.id)!.lines.get(code)).toBeDefined();
  });

  it("leaves nothing to read but what was issued", () => {
    const [submission] = readSubmissions(
      workbookFromPlan(issueBlank(template, unit, "2020", null)),
      { file: null },
      template,
    );
    const filled = [...submission!.forms.values()].flatMap(({ lines }) =>
      [...lines.values()].filter((line) => line.current.value !== null),
    );
    expect(filled).toEqual([]);
    expect(submission!.findings).toEqual([]);
  });

  it("carries last year's values, locked; yes and no as words; nothing that the unit does not fill", () => {
    const plan = issueBlank(template, unit, "2020", lastYear);
    expect(cellOf(plan, "0201", "lastYear")).toMatchObject({ value: 140 });
    expect(cellOf(plan, "0201", "lastYear")!.style!.unlocked).toBeUndefined();
    expect(cellOf(plan, "0118", "lastYear")).toMatchObject({ value: "是" });
    expect(cellOf(plan, "0905", "lastYear")?.value ?? null).toBeNull();
  });

  it("opens what is to be filled in, and protects everything else without a password", () => {
    const plan = issueBlank(template, unit, "2020", lastYear);
    expect(plan.sheets.every((sheet) => sheet.protected)).toBe(true);
    expect(cellOf(plan, "0201", "value")!.style!.unlocked).toBe(true);
    expect(cellOf(plan, "0102", "value")!.style!.unlocked).toBeUndefined();
    expect(cellOf(plan, "0102", "value")!.formula).toBeDefined();
  });

  it("finds a renamed unit's values under its old name", () => {
    const renamed = { ...unit, name: "新台镇", aliases: ["台上镇"] };
    const plan = issueBlank({ ...template, units: [renamed] }, renamed, "2020", lastYear);
    expect(cellOf(plan, "0201", "lastYear")).toMatchObject({ value: 140 });
  });

  it("keeps names of files to what Windows takes", () => {
    const odd = { ...template, units: [{ ...unit, name: "台上/财源:合署" }] };
    expect(issueAll(odd, "2020", null)[0]!.fileName).toBe("台上_财源_合署.xlsx");
  });
});

describe("the template of the next year", () => {
  it("is the same one, a version later, and its workbooks say so", () => {
    const next = nextTemplate({ ...template, period: "2020" });
    expect(next).toMatchObject({ id: template.id, version: 2, period: "2021", forms: template.forms });
    expect(next.history).toEqual([{ from: 1, version: 2, changes: [] }]);
    const identities = issueBlank(next, unit, "2021", null).sheets.flatMap(({ cells }) =>
      cells.flatMap(({ value }) => parseIdentity(String(value)) ?? []),
    );
    expect(new Set(identities.map(({ version, period }) => `${version} ${period}`))).toEqual(
      new Set(["2 2021"]),
    );
  });
});
