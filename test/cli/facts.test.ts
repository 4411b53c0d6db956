import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { parquetReadObjects } from "hyparquet";
import type { Fact } from "../../src/app/facts";
import { nodeDeflate } from "../../src/files/write/node-deflate";
import { zipArchive, zipEntry } from "../../src/files/write/zip";
import { writeXlsx } from "../../src/files/write/write-xlsx";
import type { PlanCell } from "../../src/workbook/plan";
import { changed, planOf } from "../taskpane/a-county";
import { call, temporaryFolder, type Said, writeSamples } from "./call";

jest.setTimeout(60_000);

const { path } = temporaryFolder();

/** What `facts` says, and the rows that it wrote. */
async function factsOf(
  name: string,
  ...words: string[]
): Promise<{ readonly said: Said; readonly rows: readonly Fact[] }> {
  const out = path(name);
  const said = await call("facts", ...words, "--out", out, "--json");
  return { said, rows: await rowsIn(out) };
}

async function rowsIn(file: string): Promise<Fact[]> {
  const bytes = await readFile(file);
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
  return (await parquetReadObjects({ file: buffer as ArrayBuffer })) as unknown as Fact[];
}

/** As the README's query does: once per content, without units that sent several. */
function totalsOf(rows: readonly Fact[]): Record<string, number> {
  const contents = new Map<string, Set<string>>();
  for (const { unit, form, content_hash } of rows) {
    if (unit === null) continue;
    const key = JSON.stringify([unit, form]);
    contents.set(key, (contents.get(key) ?? new Set()).add(content_hash));
  }
  const several = new Set(
    [...contents].filter(([, hashes]) => hashes.size > 1).map(([key]) => (JSON.parse(key) as string[])[0]),
  );
  const seen = new Set<string>();
  const totals: Record<string, number> = {};
  for (const { unit, item, content_hash, counted, aggregation, value } of rows) {
    if (!counted || !["sum", "stock"].includes(aggregation) || several.has(unit!)) continue;
    const key = JSON.stringify([unit, content_hash, item]);
    if (!seen.has(key)) totals[item] = (totals[item] ?? 0) + value!;
    seen.add(key);
  }
  return totals;
}

/** The totals of `consolidate` for what is added up. */
async function consolidatedTotals(
  rows: readonly Fact[],
  ...words: string[]
): Promise<Record<string, number>> {
  const { json } = await call("consolidate", ...words, "--out", path("county.xlsx"), "--force", "--json");
  const added = new Set(
    rows.filter(({ aggregation }) => ["sum", "stock"].includes(aggregation)).map(({ item }) => item),
  );
  return Object.fromEntries(
    Object.entries(json.totals ?? {}).flatMap(([item, { value }]) =>
      added.has(item) && typeof value === "number" ? [[item, value]] : [],
    ),
  );
}

describe("the sample county", () => {
  beforeAll(async () => {
    await writeSamples(path("county"));
  });

  test("comes to the totals of consolidate, whatever the units made of their workbooks", async () => {
    const folder = path("came");
    await mkdir(folder);
    const send = (name: string, bytes: Uint8Array): Promise<void> => writeFile(path("came", name), bytes);
    const slips = changed(planOf("台上镇"), {
      "关工02!E7": "１７２",
      "关工02!E8": "约30",
      "关工03!E7": null,
      "关工04!E7": "没有",
      "关工07!E8": "3万元",
    });
    const copy = writeXlsx(planOf("市教育局"));
    await send("台上镇.xlsx", writeXlsx(slips));
    await send("市教育局.xlsx", copy);
    await send("来件.zip", zipArchive([zipEntry("副本.xlsx", copy, nodeDeflate)]));
    await send("青石镇.xlsx", writeXlsx(planOf("青石镇")));
    await send("青石镇（再报）.xlsx", writeXlsx(changed(planOf("青石镇"), { "关工02!E8": 1 })));
    await send("市公安局.xlsx", new TextEncoder().encode("not a workbook"));
    const { said, rows } = await factsOf("came.parquet", folder);

    const totals = totalsOf(rows);
    expect(Object.keys(totals).length).toBeGreaterThan(50);
    expect(totals).toEqual(await consolidatedTotals(rows, folder));
    expect(said.exit).toBe(1);
    expect(said.json).toMatchObject({ version: 1, file: path("came.parquet"), rows: rows.length });
    expect(said.json).toMatchObject({ notCounted: [{ file: "市公安局.xlsx", status: "unreadable" }] });
    expect(new Set(rows.map(({ file }) => file))).toContain("来件.zip/副本.xlsx");
    const at = (sheet: string, cell: string): Fact =>
      rows.find((row) => row.unit === "台上镇" && row.sheet === sheet && row.cell === cell)!;
    expect(at("关工02", "E7")).toMatchObject({
      value: 172,
      raw: "１７２",
      findings: expect.arrayContaining(["R05"]),
    });
    expect(at("关工02", "E8")).toMatchObject({ value: 30, quality: "approximate" });
    expect(at("关工03", "E7")).toMatchObject({ value: null, state: "blank", counted: false });
    expect(at("关工04", "E7")).toMatchObject({ value: 0, state: "zero", raw: "没有", counted: true });
    expect(rows.every(({ sheet, cell }) => sheet !== null && /^[A-Z]+\d+$/.test(cell ?? ""))).toBe(true);
    // Names and telephone numbers of the cover and of lists are not in it.
    expect(rows.filter(({ item }) => /^00/.test(item))).toEqual([]);
  });

  test("a row says what was written, where, and what it counts as", async () => {
    const { said, rows } = await factsOf("one.parquet", path("county/2020/台上镇.xlsx"));
    expect(said.exit).toBe(0);
    expect(rows.find(({ item }) => item === "0102")).toEqual({
      template: "guangong-annual",
      version: 1,
      period: "2020",
      county: "集安市",
      unit_code: expect.stringMatching(/^T\d+$/),
      unit: "台上镇",
      form: "关工01",
      item: "0102",
      line: "已建关工委组织总数",
      column: "本年",
      measure: "个",
      aggregation: "computed",
      value: expect.any(Number),
      text: null,
      state: "reported",
      quality: "exact",
      counted: true,
      content_hash: expect.stringMatching(/^[a-p]{16}$/),
      file: "台上镇.xlsx",
      sheet: "关工01",
      cell: "E8",
      raw: expect.stringMatching(/^\d+$/),
      findings: [],
    });
  });

  test("nothing of a person's is overwritten, and nothing is written where nothing can be read", async () => {
    const report = path("county/2020/台上镇.xlsx");
    const before = await readFile(report);
    expect((await call("facts", report, "--out", report, "--force")).exit).toBe(2);
    expect(await readFile(report)).toEqual(before);
    await writeFile(path("there.parquet"), "mine");
    expect((await call("facts", report, "--out", path("there.parquet"))).exit).toBe(2);
    expect(await readFile(path("there.parquet"), "utf8")).toBe("mine");

    await mkdir(path("bad"));
    await writeFile(path("bad/坏.xlsx"), "not a workbook");
    const said = await call("facts", path("bad"), "--out", path("bad.parquet"));
    expect(said.exit).toBe(2);
    expect(said.out).toContain("坏.xlsx");
    expect(said.out + said.err).not.toMatch(/undefined|\{\w+\}/);
    expect(await readdir(path("."))).not.toContain("bad.parquet");
    expect((await readdir(path("."))).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  test("so many files that threads make the rows give the same, in the same order", async () => {
    const folder = path("很多");
    await mkdir(folder);
    for (const unit of ["台上镇", "头道镇", "青石镇"])
      await writeFile(`${folder}/${unit}.xlsx`, writeXlsx(planOf(unit)));
    await writeFile(`${folder}/坏.xlsx`, "PK");
    const few = await factsOf("few.parquet", folder);
    for (let i = 0; i < 100; i++) await writeFile(`${folder}/通讯录${i}.csv`, `姓名,单位\n第${i}人,某村\n`);
    const many = await factsOf("many.parquet", folder);
    expect(many.rows).toEqual(few.rows);
    const unread = { notCounted: expect.arrayContaining([expect.objectContaining({ file: "坏.xlsx" })]) };
    expect(few.said.json).toMatchObject({ files: 4, ...unread });
    expect(many.said.json).toMatchObject({ files: 104, ...unread });
  });

  test("a report of another period than the one asked for is there and not counted", async () => {
    const { said, rows } = await factsOf(
      "period.parquet",
      path("county/2020/台上镇.xlsx"),
      "--period",
      "2021",
    );
    expect(said.json).toMatchObject({ notCounted: [{ unit: "台上镇", status: "otherPeriod" }] });
    expect(rows.filter(({ counted }) => counted)).toEqual([]);
    expect(new Set(rows.map(({ period }) => period))).toEqual(new Set(["2020"]));
  });
});

type Value = string | number | null;

async function writeBook(file: string, rows: readonly (readonly Value[])[]): Promise<void> {
  const cells = rows.flatMap((values, row) =>
    values.flatMap((value, column): PlanCell[] => (value === null ? [] : [{ row, column, value }])),
  );
  await writeFile(file, writeXlsx({ sheets: [{ name: "表", cells }], names: [] }));
}

describe("an office's own forms", () => {
  const UNITS = ["头道镇", "榆林镇", "清河镇"];

  test.each([
    [
      "a table of lines and columns",
      (unit: string, n: number): Value[][] => [
        ["综合情况统计表"],
        [`填报单位：${unit}`],
        ["项目", "代码", "男", "女"],
        ["党员", "01", 10 + n, 20 + n],
        ["团员", "02", n === 1 ? "约30" : 30, null],
      ],
      "约30",
    ],
    [
      "a card",
      (unit: string, n: number): Value[][] => [
        ["学校基本情况登记卡"],
        ["学校名称", unit, "单位性质", "事业", "编制数", 20 + n],
        ["其中：女", 5 + n, "少数民族", 3, "专任教师", 18 + n],
        ["主管部门", n === 1 ? "教育局13812345678" : "教育局", "车辆数（辆）", n, "班级数", 6 + n],
      ],
      null,
    ],
  ])("%s", async (name, book, approximate) => {
    const folder = path(name);
    await mkdir(folder);
    for (const [n, unit] of UNITS.entries()) await writeBook(`${folder}/${unit}.xlsx`, book(unit, n));
    const template = path(`${name}.xlsx`);
    await call("template", "--from", folder, "--out", template);
    const { said, rows } = await factsOf(`${name}.parquet`, folder, "--template", template);

    expect(said.exit).not.toBe(2);
    const totals = totalsOf(rows);
    expect(Object.keys(totals).length).toBeGreaterThan(1);
    expect(totals).toEqual(await consolidatedTotals(rows, folder, "--template", template));
    expect(new Set(rows.map(({ unit }) => unit))).toEqual(new Set(UNITS));
    expect(JSON.stringify(rows)).not.toContain("13812345678");
    const estimated = rows.filter(({ quality }) => quality === "approximate").map(({ raw }) => raw);
    expect(estimated).toEqual(approximate === null ? [] : [approximate]);
  });

  test("a table with a line for each unit", async () => {
    const folder = path("unit-lines");
    await mkdir(folder);
    for (const [n, unit] of UNITS.entries())
      await writeBook(`${folder}/${unit}.xlsx`, [
        ["各镇情况统计表"],
        ["单位", "人口", "户数"],
        ...UNITS.map((each, line): Value[] => [
          each,
          line === n ? 100 + n : null,
          line === n ? 30 + n : null,
        ]),
      ]);
    const template = path("unit-lines.xlsx");
    await call("template", "--from", folder, "--out", template);
    const { rows } = await factsOf("unit-lines.parquet", folder, "--template", template);
    expect(Object.values(totalsOf(rows))).toEqual([303, 93]);
    expect(totalsOf(rows)).toEqual(await consolidatedTotals(rows, folder, "--template", template));
  });
});
