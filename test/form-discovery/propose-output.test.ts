import { discoverForms } from "../../src/form-discovery/discover";
import { withProposedOutput } from "../../src/form-discovery/propose/propose-output";
import { emptyTemplate } from "../../src/template/empty-template";
import type { Rule } from "../../src/rules";
import type { Template, Unit } from "../../src/template/template";
import { blankSheet, blankWorkbook, type BlankCell } from "../fixtures/layouts/blank";

type Rows = readonly (readonly BlankCell[])[];

function proposed(sheets: Readonly<Record<string, Rows>>, more: Partial<Template> = {}): Template {
  const workbook = blankWorkbook(...Object.entries(sheets).map(([name, rows]) => blankSheet(name, rows)));
  return withProposedOutput({
    ...emptyTemplate("2024年收支情况表"),
    forms: discoverForms(workbook).forms,
    ...more,
  });
}

const chartsIn = ({ charts }: Template): string[] =>
  charts.map(({ title, by, series }) => `${by} ${title}：${series.map(({ value }) => value).join(" | ")}`);

const sum: Rows = [
  ["收支情况表"],
  ["单位：万元"],
  ["项目", "代码", "完成", "完成率(%)"],
  ["税收", "01", null, null],
  ["非税", "02", null, null],
  ["合计", "03", "=C4+C5", null],
];

const rule = (relation: string): Rule => ({
  number: "1",
  forms: [],
  relation,
  class: "mustFix",
  missing: "anyMissing",
});

describe("the charts proposed for a form", () => {
  it("show its total by unit, and what it is the sum of", () => {
    expect(chartsIn(proposed({ 表一: sum }))).toEqual([
      "unit 各单位收支合计（万元）：上年(03) | 03",
      "line 收支合计构成（万元）：01,02",
    ]);
  });

  it("take parts of a whole from a rule as well as from a formula", () => {
    const rows = sum.map((row) => row.map((cell) => (cell === "=C4+C5" ? null : cell)));
    expect(chartsIn(proposed({ 表一: rows })).join()).not.toContain("构成");
    expect(chartsIn(proposed({ 表一: rows }, { rules: [rule("01+02=03")] })).join()).toContain("构成");
    for (const relation of ["03>=01+02", "03=01-02", "03=01+02+1"])
      expect(chartsIn(proposed({ 表一: rows }, { rules: [rule(relation)] })).join()).not.toContain("构成");
  });

  it("show one line over its columns where a column is their sum", () => {
    const rows: Rows = [
      ["项目", "人民币", "外币", "合计"],
      ["存款", null, null, "=B2+C2"],
      ["贷款", null, null, "=B3+C3"],
    ];
    expect(chartsIn(proposed({ 表一: rows }))).toContain("line 存款构成：存款,[存款[外币]]");
  });

  it("never show rates, averages, codes or words", () => {
    const rows: Rows = [
      ["项目", "人均收入", "增长率(%)", "名次", "备注"],
      ["甲", null, null, null, null],
      ["乙", null, null, null, null],
    ];
    const template = proposed({ 表一: rows });
    expect(template.charts).toEqual([]);
    expect(template.report).toEqual([]);
  });

  it("are a handful, one of each form before a second of any", () => {
    const forms = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`表${i + 1}`, sum]));
    const { charts, report } = proposed(forms);
    expect(charts.map(({ by }) => by)).toEqual(Array.from({ length: 6 }, () => "unit"));
    expect(new Set(charts.map(({ id }) => id)).size).toBe(6);
    expect(report.filter(({ role }) => role !== "title").length).toBeLessThanOrEqual(8);
  });

  it("show the first ones of many units, and say so", () => {
    const units = Array.from({ length: 80 }, (_, i): Unit => ({ code: `T${i}`, name: `${i}号村`, kind: "T", type: "村", aliases: [] })); // prettier-ignore
    const [chart] = proposed({ 表一: sum }, { units }).charts;
    expect(chart).toMatchObject({ top: 30, title: "各单位收支合计（万元）前30名" });
  });
});

it("the text proposed says who reported, the total with its parts, and which units have most", () => {
  expect(proposed({ 表一: sum }).report.map(({ text }) => text)).toEqual([
    "{期}收支汇总情况",
    "应报{应报}个单位，已报{已报}个。",
    "以下数字只含已报的单位。",
    "收支合计{03}，{03 比上年}。",
    "其中{项 01,02 前2 占03}。",
    "收支合计较多的单位有{03 前3}。",
  ]);
});
