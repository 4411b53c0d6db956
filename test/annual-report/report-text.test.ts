import { plainReport, reportText } from "../../src/annual-report/report-text";
import type { Unit } from "../../src/template/template";
import { county, smallTemplate, submission } from "../consolidation/small-county";

const unit = (i: number): Unit => ({ code: `T0${i}`, name: `${i}号镇`, kind: "T", type: "镇", aliases: [] });

/** What a sentence that names the units with the most articles says, where the units sent so many. */
function leaders(articles: readonly number[], form: string): string {
  const units = articles.map((_, i) => unit(i + 1));
  const report = [{ role: "text" as const, text: `有{0901 ${form}}。` }];
  const template = { ...smallTemplate, units, report };
  const sent = units.map((each, i) => submission(each, { "0901": articles[i]! }, {}, template));
  return plainReport(reportText(county(sent, { template }))).trim();
}

describe("the units with the largest figures", () => {
  it("are as many as wanted, the largest first", () => {
    expect(leaders([1, 5, 3, 4], "前2")).toMatch(/有2号镇5篇、4号镇4篇。$/);
  });

  it("are named together where they have as much as the last of them", () => {
    expect(leaders([8, 7, 7, 7, 2], "前3")).toMatch(/有1号镇8篇、2号镇7篇、3号镇7篇、4号镇7篇。$/);
  });

  it("are those before the equal ones where these are too many to name", () => {
    expect(leaders([8, 1, 1, 1, 1, 1], "前2")).toMatch(/有1号镇8篇。$/);
  });

  it("leave those with nothing out", () => {
    expect(leaders([3, 0, 0], "前2")).toMatch(/有1号镇3篇。$/);
  });
});

it.each([
  ["2020", "2020年总结"],
  ["2020H1", "2020年上半年总结"],
  ["2020H2", "2020年下半年总结"],
])("the report of %s is called %s", (period, title) => {
  const report = [{ role: "title" as const, text: "{年}年总结" }];
  const template = { ...smallTemplate, units: [unit(1)], report };
  const consolidation = county([submission(unit(1), {}, {}, template)], { template });
  expect(plainReport(reportText({ ...consolidation, period })).split("\n")[0]).toBe(title);
});

it.each([
  ["2020-06", "2020年6月总结"],
  ["2020Q2", "2020年第2季度总结"],
  ["2020", "2020年度总结"],
  [null, "总结"],
])("{期} of %s is said in words", (period, title) => {
  const template = {
    ...smallTemplate,
    units: [unit(1)],
    report: [{ role: "title" as const, text: "{期}总结" }],
  };
  const consolidation = county([submission(unit(1), {}, {}, template)], { template });
  expect(plainReport(reportText({ ...consolidation, period })).split("\n")[0]).toBe(title);
});

describe("the largest of several lines", () => {
  const said = (values: Readonly<Record<string, number>>, text: string): string => {
    const template = { ...smallTemplate, units: [unit(1)], report: [{ role: "text" as const, text }] };
    return plainReport(reportText(county([submission(unit(1), values, {}, template)], { template }))).trim();
  };

  it("are named with their figures and shares, those with nothing left out", () => {
    const values = { "0103": 3, "0104": 9, "0112": 0 };
    expect(said(values, "有{项 0103,0104,0112 前2}。")).toBe("有部门9个、乡镇3个。");
    expect(said(values, "其中{项 0103~0104 前2 占0102}。")).toBe(
      "其中部门9个（占75.0%）、乡镇3个（占25.0%）。",
    );
  });

  it("have no shares where one of them is negative", () => {
    expect(said({ "0103": -3, "0104": 9 }, "其中{项 0103,0104 前2 占0102}。")).toBe("其中部门9个。");
  });
});

it("a figure in 万元 is not counted in 万 once more", () => {
  const report = [{ role: "text" as const, text: "较多的有{0416 前1}，共{0416 约}。" }];
  const template = { ...smallTemplate, units: [unit(1)], report };
  const text = plainReport(
    reportText(county([submission(unit(1), { "0416": 38000 }, {}, template)], { template })),
  );
  expect(text.trim()).toBe("较多的有1号镇38000万字，共38000万字。");
});

/** What the sentences say of a county of three units, where each sent these values. */
function said(
  values: readonly Readonly<Record<string, number>>[],
  ...report: (readonly [role: "section" | "text" | "more", text: string, condition?: string])[]
): string[] {
  const units = values.map((_, i) => unit(i + 1));
  const sentences = report.map(([role, text, condition]) => ({
    role,
    text,
    ...(condition && { condition }),
  }));
  const template = { ...smallTemplate, units, report: sentences };
  const sent = units.map((each, i) => submission(each, values[i]!, {}, template));
  return plainReport(reportText(county(sent, { template }))).split("\n");
}

describe("a sentence of several clauses", () => {
  const clauses = [
    ["text", "上报{0901}，"],
    ["more", "达标{0112}，", "0112>0"],
    ["more", "都按时。", "0112>1"],
  ] as const;

  it.each([
    [3, "上报9篇，达标3个，都按时。"],
    [1, "上报9篇，达标1个。"],
    [0, "上报9篇。"],
  ])("ends with a full stop whichever are left out: %d", (adopted, text) => {
    expect(said([{ "0901": 9, "0112": adopted }], ...clauses)).toEqual([text]);
  });

  it("is not run into the next sentence where its last clause is left out", () => {
    const next = ["more", "另有评比。"] as const;
    expect(said([{ "0901": 9, "0112": 1 }], ...clauses, next)).toEqual(["上报9篇，达标1个。另有评比。"]);
  });
});

describe("what nobody reported", () => {
  it("is said once at the end of its section, as a place to be filled in", () => {
    const lines = said(
      [{ "0901": 9 }],
      ["section", "（一）宣传"],
      ["text", "上报{0901}。"],
      ["more", "达标{0112}。"],
      ["section", "（二）其他"],
      ["text", "达标{0112}。"],
    );
    expect(lines).toEqual([
      "（一）宣传",
      expect.stringMatching(/^上报9篇。（.+没有单位填报，请补写或删去。）$/),
      "（二）其他",
      expect.stringMatching(/^（.+没有单位填报，请补写或删去。）$/),
    ]);
  });
});

it.each([
  ["集安市", "全市"],
  ["柳河县", "全县"],
  ["东昌区", "全区"],
  ["某旗教育局", "全县"],
])("{级} of %s is said as %s", (name, text) => {
  const report = [{ role: "text" as const, text: "全{级}。" }];
  const template = { ...smallTemplate, county: name, units: [unit(1)], report };
  const consolidation = county([submission(unit(1), {}, {}, template)], { template });
  expect(plainReport(reportText(consolidation))).toBe(`${text}。`);
});

it("names the first units of many, and 等", () => {
  const many = [1, 2, 3].map(() => ({ "0901": 4 }));
  expect(said(many, ["text", "{0901 单位2}上报。"])).toEqual(["1号镇、2号镇等上报。"]);
  expect(said(many, ["text", "{0901 单位3}上报。"])).toEqual(["1号镇、2号镇、3号镇上报。"]);
});

it("does not name the committee that writes the report among the units with the most", () => {
  const own: Unit = { ...unit(2), kind: "H" };
  const units = [unit(1), own];
  const template = { ...smallTemplate, units, report: [{ role: "text" as const, text: "有{0901 前2}。" }] };
  const sent = units.map((each) => submission(each, { "0901": 5 }, {}, template));
  expect(plainReport(reportText(county(sent, { template })))).toBe("有1号镇5篇。");
});

it("leaves a place where staff write by hand, which is counted", () => {
  const report = [{ role: "text" as const, text: "{填 明年的打算}" }];
  const template = { ...smallTemplate, units: [unit(1)], report };
  const [paragraph] = reportText(county([submission(unit(1), {}, {}, template)], { template }));
  expect(paragraph?.runs).toEqual([{ text: "（请写明明年的打算。）", gap: true }]);
});
