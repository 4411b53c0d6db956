import { writeFile } from "node:fs/promises";
import { xlsxWriter } from "../../src/files/write/write-xlsx";
import type { PlanCell } from "../../src/workbook/plan";
import { call, temporaryFolder } from "./call";

jest.setTimeout(60_000);

const { path } = temporaryFolder();

type Value = string | number | null;

async function writeBook(name: string, sheets: Readonly<Record<string, readonly (readonly Value[])[]>>) {
  const plans = Object.entries(sheets).map(([sheet, rows]) => ({
    name: sheet,
    cells: rows.flatMap(cellsOf),
  }));
  await writeFile(path(name), xlsxWriter.write({ sheets: plans, names: [] }));
  return path(name);
}

function cellsOf(values: readonly Value[], row: number): PlanCell[] {
  return values.flatMap((value, column): PlanCell[] => {
    if (value === null) return [];
    const formula = typeof value === "string" && value.startsWith("=") ? value.slice(1) : undefined;
    return [formula === undefined ? { row, column, value } : { row, column, value: null, formula }];
  });
}

const FORM: readonly (readonly Value[])[] = [
  ["农业情况统计表"],
  ["填报单位：", null, null, "单位：吨"],
  ["项目", "行次", "计划", "完成", "完成率（%）"],
  ["水稻", "01", null, null, "=D4/C4*100"],
  ["玉米", "02", null, null, "=D5/C5*100"],
  ["合计", "03", "=C4+C5", "=D4+D5", "=D6/C6*100"],
  ["填表人：张三"],
];
const FILLED = FORM.map((row, i) => (i === 3 || i === 4 ? [row[0]!, row[1]!, 10, 5, row[4]!] : row));

describe("batch template --from", () => {
  it("makes a template from a blank that reads filled copies", async () => {
    const blank = await writeBook("blank.xlsx", { 农情: FORM, 填表说明: [["由各乡镇填报。"]] });
    await writeFile(path("units.txt"), "头道镇\r\n榆林镇\r\n");
    const said = await call(
      "template",
      "--from",
      blank,
      "--units",
      path("units.txt"),
      "--out",
      path("t.xlsx"),
      "--json",
    );
    expect(said.exit).toBe(0);
    const columns = [
      { key: "计划", heads: ["计划"], role: "value", aggregation: "sum" },
      { key: "完成", heads: ["完成"], role: "value", aggregation: "sum" },
      { key: "完成率", heads: ["完成率(%)"], role: "value", aggregation: "computed" },
    ];
    expect(said.json).toMatchObject({
      version: 1,
      forms: [{ form: "农情", sheet: "农情", kind: "table", lines: 3, items: 9, columns }],
      units: ["头道镇", "榆林镇"],
      rules: 0,
      questions: [],
      others: [{ sheet: "填表说明" }],
    });
    await writeBook("头道镇.xlsx", { 农情: FILLED });
    const total = await call(
      "consolidate",
      path("头道镇.xlsx"),
      "--template",
      path("t.xlsx"),
      "--out",
      path("c.xlsx"),
      "--json",
    );
    expect(total.json.totals).toMatchObject({
      "01": { value: 10 },
      "03[完成]": { value: 10 },
      "03[完成率]": { value: 50 },
    });
  });

  it("asks about what it cannot know, with a proposal", async () => {
    const blank = await writeBook("asked.xlsx", {
      表: [
        ["项目", "数量", "单价"],
        ["甲", 0, null],
        ["乙", null, null],
      ],
    });
    const said = await call("template", "--from", blank, "--out", path("asked-t.xlsx"), "--json");
    expect((said.json as unknown as { questions: unknown }).questions).toEqual([
      expect.objectContaining({ sheet: "表", cell: "C2:C3", proposal: "文 按单位分列，不相加" }),
      expect.objectContaining({ sheet: "表", cell: "B2", about: "空白表里填着 0。", proposal: "∑ 汇总相加" }),
    ]);
  });

  it("refuses a workbook without a table in plain words", async () => {
    const blank = await writeBook("通知.xlsx", { 表: [["关于召开会议的通知"], ["请各单位参加。"]] });
    const said = await call("template", "--from", blank, "--out", path("no.xlsx"));
    expect([said.exit, said.err]).toEqual([2, expect.stringContaining("没有找到可以填报的表格")]);
  });

  it("makes a list of records a form, and counts its records", async () => {
    const blank = await writeBook("清单.xlsx", { 表: [["序号", "姓名", "金额"], [1], [2]] });
    const made = await call("template", "--from", blank, "--out", path("list.xlsx"), "--json");
    expect(made.json).toMatchObject({ forms: [{ sheet: "表", kind: "list", items: 2 }] });
  });

  it("takes the blank among filled copies", async () => {
    const blank = await writeBook("空白.xlsx", { 农情: FORM });
    const copies = [
      await writeBook("甲.xlsx", { 农情: FILLED }),
      await writeBook("乙.xlsx", { 农情: FILLED }),
    ];
    const both = await call("template", "--from", blank, ...copies, "--out", path("copies.xlsx"), "--json");
    expect(both.json).toMatchObject({ skipped: [{ file: "甲.xlsx" }, { file: "乙.xlsx" }], questions: [] });
  });

  it("writes a template without forms, which is read again", async () => {
    expect((await call("template", "--empty", "--out", path("empty.xlsx"))).exit).toBe(0);
    const again = await call(
      "template",
      "--template",
      path("empty.xlsx"),
      "--out",
      path("again.xlsx"),
      "--json",
    );
    expect([again.exit, again.json]).toMatchObject([0, { template: { name: "自定义报表" } }]);
  });

  it.each([
    [["--from", "a.xlsx", "--template", "t.xlsx"], "--template 不能和 --from"],
    [["--units", "a.txt"], "--units 要和 --from 一起用"],
  ])("refuses %j", async (words, message) => {
    const said = await call("template", ...words, "--out", path("no.xlsx"));
    expect([said.exit, said.err]).toEqual([2, expect.stringContaining(message)]);
  });
});
