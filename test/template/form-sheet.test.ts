import { builtInTemplate as template } from "../../src/template/builtin";
import { cellOf, layoutForm } from "../../src/template/form-layout";
import type { FormFill } from "../../src/template/form-fill";
import { formSheet } from "../../src/template/form-sheet";
import { listSheet } from "../../src/template/list-sheet";
import { parseIdentity } from "../../src/template/identity";
import { indexTemplate } from "../../src/template/template-index";
import { parseA1 } from "../../src/workbook/address";
import type { PlanCell, SheetPlan } from "../../src/workbook/plan";

const index = indexTemplate(template);
const organisation = index.forms.get("关工01")!;
const volunteers = index.forms.get("关工02")!;

const identity = {
  template: template.id,
  version: 1,
  form: "关工02",
  list: null,
  unit: "T10",
  period: "2020",
};
const blank: FormFill = { reporter: "台上镇", period: "2020", identity, lines: new Map(), kind: "T" };

function see(sheet: SheetPlan, address: string): PlanCell {
  const { row, column } = parseA1(address)!;
  const cell = sheet.cells.find((c) => c.row === row && c.column === column);
  if (!cell) throw new Error(`${sheet.name} has no cell ${address}`);
  return cell;
}

const lines = (values: Readonly<Record<string, [now: number, before: number]>>): FormFill["lines"] =>
  new Map(
    Object.entries(values).map(([code, [now, before]]) => [
      code,
      { current: { value: now }, lastYear: { value: before } },
    ]),
  );

describe("a form's sheet", () => {
  it("says no last day for half a year, of which the template says none", () => {
    const year = see(formSheet(template, volunteers, blank), "G2").value;
    const half = see(formSheet(template, volunteers, { ...blank, period: "2020H1" }), "G2").value;
    expect([year, half]).toEqual([
      expect.stringContaining("有效期至：2021年1月31日"),
      expect.not.stringContaining("有效期至"),
    ]);
  });

  it("names no number where a sample has no year and a form's code is none", () => {
    const form = { ...volunteers, code: "队伍" };
    const sheet = formSheet({ ...template, forms: [form] }, form, { ...blank, period: "20××" });
    expect(see(sheet, "A1").value).toBe("集安市关心下一代工作情况统计表 五老队伍");
    expect(see(sheet, "G2").value).toContain("有效期至：次年1月31日");
  });

  it("has its title, caption, two-level heading, 栏次 and the first line where paper has them", () => {
    const sheet = formSheet(template, volunteers, blank);
    expect(see(sheet, "A1").value).toBe("集安市关心下一代工作情况统计表（二）五老队伍");
    expect(see(sheet, "A3").value).toBe("填报单位（盖章）：台上镇");
    expect(see(sheet, "E3").value).toBe("2020 年度");
    expect(["E5", "F5", "G5", "H5"].map((a) => see(sheet, a).value)).toEqual([
      "本年",
      "上年",
      "增减",
      "增减%",
    ]);
    expect(["A6", "D6", "E6", "I6"].map((a) => see(sheet, a).value)).toEqual(["甲", "丁", "1", "5"]);
    expect(["A7", "B7", "C7", "D7"].map((a) => see(sheet, a).value)).toEqual([
      1,
      "五老志愿者总数",
      "0201",
      "人",
    ]);
    expect(cellOf(layoutForm(template, volunteers), "0201", "value")).toBe("E7");
  });

  it("carries its identity in a hidden column", () => {
    const sheet = formSheet(template, volunteers, blank);
    expect(parseIdentity(String(see(sheet, "J1").value))).toEqual(identity);
    expect(sheet.columns?.find(({ column }) => column === 9)?.hidden).toBe(true);
  });

  it("lets a person change the year's figures and the reasons, and nothing else", () => {
    const sheet = formSheet(template, organisation, blank);
    const open = sheet.cells.filter(({ style }) => style?.unlocked).map(({ column }) => column);
    expect(sheet.protected).toBe(true);
    expect(new Set(open)).toEqual(new Set([4, 8]));
    expect(see(sheet, "E8").style?.unlocked).toBeUndefined(); // 0102 is computed
  });

  it("computes totals, ratios and the comparison with last year in formulas that already have their values", () => {
    const fill = lines({
      "0101": [10, 10],
      "0103": [1, 1],
      "0104": [0, 0],
      "0105": [6, 5],
      "0106": [0, 0],
      "0107": [1, 1],
      "0108": [0, 1],
      "0112": [6, 4],
    });
    const sheet = formSheet(template, organisation, { ...blank, lines: fill });
    expect(see(sheet, "E8")).toMatchObject({ value: 8, formula: 'IF(COUNT(E9:E14)=0,"",SUM(E9:E14))' });
    expect(see(sheet, "E19")).toMatchObject({
      value: 75,
      formula: 'IF(COUNT(E18,E8)<2,"",IFERROR(E18/E8*100,""))',
    });
    expect(see(sheet, "E20")).toMatchObject({ value: 25 });
    expect(see(sheet, "F8").value).toBe(8);
    expect(see(sheet, "G18")).toMatchObject({ value: 2 });
    expect(see(sheet, "H18")).toMatchObject({
      value: 50,
      formula: 'IFERROR(IF(E18="","",(E18-F18)/F18*100),"")',
    });
  });

  it("leaves computed cells empty while nothing is filled in", () => {
    const sheet = formSheet(template, organisation, blank);
    expect(["E8", "E15", "E19", "E20", "G7", "H7"].map((address) => see(sheet, address).value)).toEqual(
      Array<null>(6).fill(null),
    );
  });

  it("greys out the lines that the unit's kind does not fill", () => {
    const sheet = formSheet(template, organisation, { ...blank, kind: "D" });
    const row = layoutForm(template, organisation).rows.get("0118")! + 1;
    expect(see(sheet, `E${row}`).style?.unlocked).toBeUndefined();
    expect(sheet.validations?.some(({ area }) => area.top === row - 1)).toBe(false);
  });

  it("offers 是 and 否, and hints in Chinese", () => {
    const sheet = formSheet(template, organisation, blank);
    const at = (code: string) =>
      sheet.validations?.find(({ area }) => area.top === layoutForm(template, organisation).rows.get(code));
    expect(at("0118")).toMatchObject({ type: "list", choices: ["是", "否"] });
    expect(at("0101")).toMatchObject({ type: "whole", formula1: "0", severity: "warning" });
    expect(at("0101")?.prompt).toMatch(/应当建立/);
    expect(at("0102")).toBeUndefined();
  });

  it("hints at what belongs there also where nobody has written guidance", () => {
    const indicators = organisation.indicators.map(({ guidance: _, ...line }) => line);
    const sheet = formSheet(template, { ...organisation, indicators }, blank);
    expect(sheet.validations).not.toEqual([]);
    for (const { type, prompt, promptTitle } of sheet.validations!) {
      expect([type, prompt]).toEqual([type, expect.stringContaining("填")]);
      expect(promptTitle).toMatch(/^01/);
    }
    const list = template.lists.find(({ id }) => id === "L1")!;
    const { validations } = listSheet(template, list, { ...blank, records: [] });
    const hinted = validations!
      .filter(({ prompt }) => prompt !== undefined)
      .map(({ promptTitle }) => promptTitle);
    expect(hinted).toEqual(["日期", "类别", "主题", "场次", "人次"]);
  });

  it.each(template.lists.map((list) => [list.id, list] as const))(
    "has room on %s for the longest name of a unit",
    (_, list) => {
      const reporter = "凉水朝鲜族乡";
      const sheet = listSheet(template, list, { ...blank, reporter, records: [] });
      const caption = sheet.cells.find(({ value }) => String(value).endsWith(reporter))!;
      const merge = sheet.merges!.find(({ top, left }) => top === caption.row && left === 0)!;
      const width = sheet
        .columns!.filter(({ column }) => column <= merge.right)
        .reduce((sum, column) => sum + column.width!, 0);
      // Two for a Chinese character.
      expect(width).toBeGreaterThanOrEqual(2 * String(caption.value).length);
      expect(sheet.merges!.filter(({ left, right }) => left === right)).toEqual([]);
    },
  );

  it("prints on A4, one page wide, with the heading on every page", () => {
    const { print } = formSheet(template, volunteers, blank);
    expect(print).toMatchObject({ fitWidth: 1, titleRows: { first: 0, last: 5 } });
  });

  it("prints the rules that are checked below the table", () => {
    const sheet = formSheet(template, volunteers, blank);
    const notes = sheet.cells.map(({ value }) => String(value)).filter((text) => text.startsWith("审核关系"));
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain("R07 0216≤0201");
  });

  it("shows the county's figures without any field to type in", () => {
    const fill: FormFill = {
      reporter: "集安市（综合）",
      period: "2020",
      identity: null,
      readOnly: true,
      lines: new Map([
        ["0118", { current: { value: 10, formula: "COUNTIF('单位数据'!X5:X26,\"是\")" }, measure: "个" }],
      ]),
    };
    const sheet = formSheet(template, organisation, fill);
    expect(sheet.cells.filter(({ style }) => style?.unlocked)).toEqual([]);
    expect(sheet.validations).toEqual([]);
    expect(see(sheet, "E24")).toMatchObject({ value: 10, formula: "COUNTIF('单位数据'!X5:X26,\"是\")" });
    expect(see(sheet, "D24").value).toBe("个");
  });
});
