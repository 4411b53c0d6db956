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
