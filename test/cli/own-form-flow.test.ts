import { readFile, readdir, writeFile } from "node:fs/promises";
import { createNodeReader } from "../../src/files/node-reader";
import { xlsxWriter } from "../../src/files/write/write-xlsx";
import { cellsOf } from "../../src/workbook/cells";
import { toA1 } from "../../src/workbook/address";
import type { PlanCell } from "../../src/workbook/plan";
import type { SessionDocument } from "../../src/cli/document";
import { call, temporaryFolder } from "./call";

jest.setTimeout(60_000);

const { path } = temporaryFolder();
const UNITS = ["头道镇", "榆林镇"];

type Value = string | number | null;

/** A monthly form: this month, last month, since January, the same of last year. */
function month(unit: string, period: string, figures: readonly (readonly Value[])[] = []): Value[][] {
  const line = (i: number): readonly Value[] => figures[i] ?? [null, null, null, null];
  return [
    ["农产品产销月报"],
    [`填报单位：${unit}（盖章）`, null, `统计期间：${period}`, null, null, "计量单位：吨"],
    ["项目", "代码", "本月", "上月", "本年累计", "上年同期累计"],
    ["蔬菜", "01", ...line(0)],
    ["水果", "02", ...line(1)],
    ["合计", "03", "=SUM(C4:C5)", "=SUM(D4:D5)", "=SUM(E4:E5)", "=SUM(F4:F5)"],
    ["填表人：", null, null, "填表日期：2020年9月9日"],
  ];
}

async function writeBook(name: string, rows: readonly (readonly Value[])[]): Promise<string> {
  const cells = rows.flatMap((values, row) =>
    values.flatMap((value, column): PlanCell[] => {
      if (value === null) return [];
      const formula = typeof value === "string" && value.startsWith("=") ? value.slice(1) : undefined;
      return [formula === undefined ? { row, column, value } : { row, column, value: null, formula }];
    }),
  );
  const file = path(name);
  await writeFile(file, xlsxWriter.write({ sheets: [{ name: "月报", cells, protected: true }], names: [] }));
  return file;
}

/** What a file shows, by address; a formula with its sign. */
async function cellsIn(file: string, name?: string): Promise<Record<string, unknown>> {
  const reader = createNodeReader();
  const [result] = await reader.read([
    { name: file, bytes: async () => new Uint8Array(await readFile(file)) },
  ]);
  await reader.close();
  if (!result?.ok) throw new Error(`${file} cannot be read`);
  const { sheets } = result.workbook;
  const sheet = name === undefined ? sheets[0]! : sheets.find((each) => each.name === name)!;
  return Object.fromEntries(
    [...cellsOf(sheet)].map(({ row, column, value, formula }) => [
      toA1(row, column),
      formula === undefined ? value : `=${formula}`,
    ]),
  );
}

interface Consolidated {
  readonly out: string;
  readonly json: SessionDocument;
}

/** A month's copies of both units, and its county workbook. */
async function consolidated(
  name: string,
  period: string,
  base: number,
  ...options: string[]
): Promise<Consolidated> {
  const files = await Promise.all(
    UNITS.map((unit, i) =>
      writeBook(
        `${name}-${unit}.xlsx`,
        month(unit, period, [
          [base + i, null, base * 2, null],
          [base + 10, null, base * 3, null],
        ]),
      ),
    ),
  );
  const out = path(`${name}.xlsx`);
  const said = await call(
    ...["consolidate", ...files, "--template", path("t.xlsx"), "--out", out, "--json", ...options],
  );
  return { out, json: said.json };
}

beforeAll(async () => {
  await writeBook("blank.xlsx", month("________", "    年   月"));
  await writeFile(path("units.txt"), UNITS.join("\n"));
  const from = ["template", "--from", path("blank.xlsx"), "--units", path("units.txt")];
  expect((await call(...from, "--out", path("t.xlsx"))).exit).toBe(0);
});

describe("issue of an office's own forms", () => {
  it("fills in the unit, the period and last year's figures, and changes nothing else", async () => {
    const { out: lastYear } = await consolidated("2019-06", "2019年6月", 100);
    const said = await call(
      ...["issue", "--template", path("t.xlsx"), "--last-year", lastYear, "--out", path("issued"), "--json"],
    );
    expect(said.json).toMatchObject({ period: "2020-06", lastYear: "2019-06" });
    expect(await readdir(path("issued"))).toEqual(["头道镇.xlsx", "榆林镇.xlsx"]);
    expect(await cellsIn(path("issued", "榆林镇.xlsx"))).toEqual({
      ...(await cellsIn(path("blank.xlsx"))),
      A2: "填报单位：榆林镇（盖章）",
      C2: "统计期间：2020年6月",
      F4: 200,
      F5: 300,
    });
  });

  it("carries the period before into its columns, beside last year", async () => {
    const { out: before } = await consolidated("2020-05b", "2020年5月", 70);
    const said = await call(
      ...["issue", "--template", path("t.xlsx"), "--last-period", before, "--out", path("june"), "--json"],
    );
    expect(said.json).toMatchObject({ period: "2020-06", lastYear: null, lastPeriod: "2020-05" });
    const cells = await cellsIn(path("june", "头道镇.xlsx"));
    expect(cells).toMatchObject({ C2: "统计期间：2020年6月", D4: 70, D5: 80, D6: "=SUM(D4:D5)" });
    expect(cells).not.toHaveProperty("F4");
  });

  it("leaves the place for the period as it is where none is known", async () => {
    const said = await call("issue", "--template", path("t.xlsx"), "--out", path("open"), "--json");
    expect(said.json).toMatchObject({ period: null });
    expect(await cellsIn(path("open", "头道镇.xlsx"))).toMatchObject({ C2: "统计期间：    年   月" });
  });
});

describe("the period before and last year", () => {
  it("are compared by item, both at once, in the document and in the county workbook", async () => {
    const lastYear = await consolidated("2019-07", "2019年7月", 40);
    const before = await consolidated("2020-06", "2020年6月", 50);
    const { out, json } = await consolidated(
      ...(["2020-07", "2020年7月", 80] as const),
      ...["--last-year", lastYear.out, "--last-period", before.out],
    );
    expect(json.period).toBe("2020-07");
    expect(json.totals).toMatchObject({
      "01": { value: 161, lastYear: 81, lastPeriod: 101 },
      "01[本年累计]": { value: 320, lastYear: 160, lastPeriod: 200 },
    });
    expect(await cellsIn(out, "月报")).toMatchObject({
      C2: "统计期间：2020年7月",
      D4: "='上期数据'!D9",
      D6: "=SUM(D4:D5)",
      F4: "='上年数据'!E9",
    });
    const changes = Object.values(await cellsIn(out, "与上期比较"));
    expect(changes).toContain("01");
    // Figures since January grow with every month.
    expect(changes).not.toContain("01[本年累计]");
  });

  it("go on with the county workbook", async () => {
    const before = await consolidated("2020-08", "2020年8月", 50);
    const first = await consolidated("2020-09", "2020年9月", 80, "--last-period", before.out);
    const late = await writeBook("late.xlsx", month("头道镇", "2020年9月", [[90, null, 160, null]]));
    const again = await call(
      ...["consolidate", late, "--resume", first.out, "--out", path("again.xlsx"), "--json"],
    );
    expect(again.json.totals).toMatchObject({ "01": { value: 171, lastPeriod: 101 } });
  });

  it("says where a county workbook is not of the period before", async () => {
    const before = await consolidated("2020-10", "2020年10月", 50);
    const file = await writeBook("d.xlsx", month("头道镇", "2020年12月", [[90, null, 160, null]]));
    const said = await call(
      ...["consolidate", file, "--template", path("t.xlsx"), "--period", "2020年12月"],
      ...["--last-period", before.out, "--out", path("dec.xlsx")],
    );
    expect(said.out).toContain("--last-period 给的是 2020 年 10 月 的汇总工作簿，本次是 2020 年 12 月");
  });

  it("does not count a file of another month", async () => {
    const file = await writeBook("e.xlsx", month("头道镇", "二〇二〇年五月", [[90, null, 160, null]]));
    const said = await call("check", file, "--template", path("t.xlsx"), "--period", "2020年6月", "--json");
    expect(said.json).toMatchObject({
      period: "2020-06",
      units: [{ unit: "头道镇", status: "otherPeriod" }],
      missing: UNITS,
    });
  });
});

describe("county workbooks of several periods", () => {
  let months: string[] = [];

  beforeAll(async () => {
    const made = [];
    for (const month of ["1", "2", "3"])
      made.push(await consolidated(`q-${month}`, `2021年${month}月`, Number(month) * 10));
    months = made.map(({ out }) => out);
  });

  it("are no reports of units: the right way is named", async () => {
    const said = await call("consolidate", ...months, "--out", path("wrong.xlsx"), "--json");
    expect(said.exit).toBe(2);
    expect(said.json.error).toMatchObject({ code: "error.severalPeriods" });
    expect(said.json.error.message).toContain("--sum-periods");
  });

  it("are added up to a longer one: cumulative figures are the last period's, computed ones computed again", async () => {
    const out = path("q1.xlsx");
    const said = await call("consolidate", ...months, "--sum-periods", "--out", out, "--json");
    expect(said).toMatchObject({ exit: 0, json: { period: "2021Q1", missingPeriods: [] } });
    expect(said.json.totals).toMatchObject({
      "01": { value: 123, units: 2, expected: 2 },
      "01[本年累计]": { value: 120 },
      "03": { value: 303 },
      "03[本年累计]": { value: 300 },
    });
    expect(await cellsIn(out, "单位数据")).toMatchObject({
      D7: "=SUM('各期数据'!D5:D7)",
      E7: "='各期数据'!E7",
    });
    expect(Object.values(await cellsIn(out, "数据来源"))).toContain(
      "10（q-1.xlsx 单位数据!D7）＋20（q-2.xlsx 单位数据!D7）＋30（q-3.xlsx 单位数据!D7）",
    );
    const next = await consolidated("2022Q1", "2022年第一季度", 80, "--last-year", out);
    expect(next.json).toMatchObject({ period: "2022Q1", totals: { "01": { lastYear: 123 } } });
  });

  it("are added up although one is missing, and it is named", async () => {
    const given = [months[0]!, months[2]!];
    const said = await call(
      ...["consolidate", ...given, "--sum-periods", "--out", path("gap.xlsx"), "--json"],
    );
    expect(said).toMatchObject({ exit: 1, json: { period: "2021Q1", missingPeriods: ["2021-02"] } });
    expect(Object.values(await cellsIn(path("gap.xlsx"), "各期数据")).join("\n")).toContain("2021 年 2 月");
  });
});

describe("a folder of several periods", () => {
  it("is asked about, and done one period at a time; a single file of another is a slip", async () => {
    const write = (unit: string, month_: number): Promise<string> =>
      writeBook(`${month_}月${unit}.xlsx`, month(unit, `2021年${month_}月`, [[month_, null, month_, null]]));
    const may = await Promise.all(["东镇", "西镇", "南镇"].map((unit) => write(unit, 5)));
    const june = await Promise.all(["东镇", "西镇"].map((unit) => write(unit, 6)));
    const consolidate = ["consolidate", "--out", path("mixed.xlsx"), "--json", "--force"];
    const asked = await call(...consolidate, ...may, ...june);
    expect(asked).toMatchObject({ exit: 2, json: { error: { code: "error.mixedPeriods" } } });
    expect(asked.json.error.message).toContain("2021 年 5 月（3 份）、2021 年 6 月（2 份）");
    const first = await call(...consolidate, ...may, ...june, "--period", "2021-05");
    expect(first.json).toMatchObject({ period: "2021-05", totals: { "01": { value: 15 } } });
    expect(first.json.units.filter(({ status }) => status === "otherPeriod")).toHaveLength(2);
    expect((await call(...consolidate, ...may, june[0]!)).json).toMatchObject({ period: "2021-05" });
  });
});

describe("county workbooks one level up", () => {
  /** The county workbook of two townships with values of many decimals, and their files. */
  async function countyOf(name: string, base: number): Promise<{ out: string; files: string[] }> {
    const files = await Promise.all(
      ["东镇", "西镇"].map((unit, i) =>
        writeBook(
          `${name}${unit}.xlsx`,
          month(`${name}${unit}`, "2021年5月", [
            [base / 3 + i, null, base / 7, null],
            [base, null, 0.25, null],
          ]),
        ),
      ),
    );
    const out = path(`${name}汇总.xlsx`);
    await call("consolidate", ...files, "--out", out);
    return { out, files };
  }

  it("make a prefecture's, prefectures' a province's, and the totals are those of all units at once", async () => {
    const counties = [];
    for (const [i, name] of [..."甲乙丙丁戊己庚辛"].entries())
      counties.push(await countyOf(`${name}县`, 10 * i + 1));
    const outs = counties.map(({ out }) => out);
    const up = async (name: string, files: readonly string[]): Promise<SessionDocument> =>
      (await call("consolidate", ...files, "--name", name, "--out", path(`${name}.xlsx`), "--json")).json;
    const seven = await up("通化市", outs.slice(0, 7));
    expect(seven.units).toHaveLength(7);
    expect(seven.units[0]).toMatchObject({ status: "accepted", of: { units: 2, expected: 2 } });
    await up("白山市", outs.slice(7));
    const province = await up("吉林省", [path("通化市.xlsx"), path("白山市.xlsx")]);
    const atOnce = await up(
      "合计",
      counties.flatMap(({ files }) => files),
    );
    for (const [item, { value }] of Object.entries(atOnce.totals!)) {
      const byLevels = province.totals![item]!.value;
      expect([item, Number(byLevels).toPrecision(14)]).toEqual([item, Number(value).toPrecision(14)]);
    }
  });
});

describe("the next period", () => {
  it("begins with the template that a county workbook carries", async () => {
    const { out } = await consolidated("2021-12", "2021年12月", 30);
    const said = await call("roll", out, "--out", path("next.xlsx"), "--json");
    expect(said).toMatchObject({
      exit: 0,
      json: { period: "2022-01", from: "2021-12", template: { version: 2 } },
    });
    const issue = ["issue", "--template", path("next.xlsx"), "--last-period", out];
    await call(...issue, "--out", path("january"));
    expect(await cellsIn(path("january", "榆林镇.xlsx"))).toMatchObject({
      A2: "填报单位：榆林镇（盖章）",
      C2: "统计期间：2022年1月",
      D4: 31,
      D6: "=SUM(D4:D5)",
    });
  });

  it("is named without its year where the files say it", async () => {
    const file = await writeBook("f.xlsx", month("头道镇", "2020年6月", [[90, null, 160, null]]));
    const check = ["check", file, "--template", path("t.xlsx"), "--json", "--period"];
    expect((await call(...check, "6月份")).json).toMatchObject({
      period: "2020-06",
      units: [{ status: "accepted" }],
    });
    expect((await call(...check, "5月")).json).toMatchObject({
      period: "2020-05",
      units: [{ status: "otherPeriod" }],
    });
    const said = await call(
      "issue",
      "--template",
      path("t.xlsx"),
      "--period",
      "6月",
      "--out",
      path("none"),
      "--json",
    );
    expect(said).toMatchObject({ exit: 2, json: { error: { code: "error.periodWithoutYear" } } });
  });
});
