import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { createNodeReader } from "../../src/files/node-reader";
import { selectSources } from "../../src/cli/source-files";
import { writeXlsx } from "../../src/files/write/write-xlsx";
import { changed, fullShelf, lastYearPlan, planOf } from "../taskpane/a-county";
import { filledIn, formOf } from "../taskpane/a-return-form";
import { call, temporaryFolder, writeSamples } from "./call";

jest.setTimeout(60_000);

const { path } = temporaryFolder();

beforeAll(async () => {
  await writeSamples(path("county"));
}, 60_000);

/** A folder of its own with some of the sample submissions in it. */
async function folderOf(name: string, ...units: string[]): Promise<string> {
  await mkdir(path(name), { recursive: true });
  for (const unit of units) await copyFile(path("county/2020", `${unit}.xlsx`), path(name, `${unit}.xlsx`));
  return path(name);
}

describe("the sample county", () => {
  test("comes to the figures that were published, compared with last year", async () => {
    const out = path("made", "county.xlsx");
    const said = await call(
      "consolidate",
      path("county/2020"),
      "--last-year",
      path("county/2019-county.xlsx"),
      "--out",
      out,
      "--json",
    );
    const { totals = {}, ...document } = said.json;
    expect(said.exit).toBe(0);
    expect(document).toMatchObject({ version: 1, period: "2020", missing: [], skipped: [], findings: [] });
    expect(document.units).toHaveLength(22);
    expect(totals["0102"]).toEqual({ value: 218, lastYear: 216, units: 22, expected: 22 });
    expect(totals["0112"]).toMatchObject({ value: 176, lastYear: 157 });
    expect(totals["0113"]?.value).toBeCloseTo(80.7339449541, 9);
    expect(Number(totals["0113"]?.value) - Number(totals["0113"]?.lastYear)).toBeCloseTo(8.0488, 3);
    expect(totals["0201"]).toMatchObject({ value: 2503, lastYear: 2368 });
    expect(totals["0216"]).toMatchObject({ value: 802 });
    expect(totals["0217"]?.value).toBeCloseTo(32.04155, 4);
    expect(totals["0701"]).toMatchObject({ value: 356_000 });
    expect(totals["0901"]).toMatchObject({ value: 171 });

    const [county] = await readAll(out);
    expect(county).toMatchObject({ ok: true, workbook: { format: "xlsx" } });
  }, 60_000);

  test("says to a person who has reported and where the workbook lies", async () => {
    const out = path("said.xlsx");
    const said = await call("consolidate", path("county/2020"), "--out", out);
    expect(said.out).toContain("22");
    expect(said.out).toContain(out);
    expect(said.err).toContain("22/22");
    expect(said.out + said.err).not.toMatch(/undefined|\{\w+\}|NaN/);
  }, 60_000);
});

describe("who has reported", () => {
  test("names the missing units, and what was passed over in a folder", async () => {
    const folder = await folderOf("some", "台上镇", "榆林镇");
    await writeFile(path("some", "~$台上镇.xlsx"), "lock");
    await writeFile(path("some", "备注.txt"), "notes");
    const { json } = await call("check", folder, "--json");
    expect(json.missing).toHaveLength(20);
    expect(json.missing).not.toContain("台上镇");
    expect(json.skipped.map(({ file }) => file).sort()).toEqual(["~$台上镇.xlsx", "备注.txt"]);
    expect(json.units).toEqual(
      expect.arrayContaining([{ unit: "台上镇", file: "台上镇.xlsx", status: "accepted" }]),
    );
  });

  test("an unreadable file is a must-fix finding of the unit that its name tells, and exit 1", async () => {
    const folder = await folderOf("broken", "榆林镇");
    await writeFile(path("broken", "台上镇.xlsx"), "这不是工作簿");
    const said = await call("check", folder, "--json");
    expect(said.exit).toBe(1);
    expect(said.json.units).toContainEqual({ unit: "台上镇", file: "台上镇.xlsx", status: "unreadable" });
    expect(said.json.missing).not.toContain("台上镇");
    const finding = said.json.findings.find((f) => f.file === "台上镇.xlsx");
    expect(finding).toMatchObject({ class: "mustFix", unit: "台上镇", sheet: null, cell: null });
  });

  test("what must be fixed counts where it stands under its likely cause, too: exit 1", async () => {
    const folder = await folderOf("inTenThousands");
    const plan = changed(planOf("台上镇"), { "关工10!E21": 0.48 });
    await writeFile(path("inTenThousands", "台上镇.xlsx"), writeXlsx(plan));
    const said = await call("check", folder, "--last-year", path("county/2019-county.xlsx"), "--json");
    expect(said.json.findings).toMatchObject([{ code: "P06", class: "explain", cell: "E21" }]);
    expect(said.json.findings[0]!.causes).toMatchObject([{ code: "R20", class: "mustFix" }, { code: "P01" }]);
    expect(said.json.units).toMatchObject([{ status: "mustFix" }]);
    expect(said.exit).toBe(1);
  });

  test("two files of one unit are both duplicates and neither is counted, this year nor of last year", async () => {
    const folder = await folderOf("twice", "台上镇", "榆林镇");
    const again = changed(planOf("台上镇"), { "关工03!E7": 8 });
    await writeFile(path("twice", "台上镇（改）.xlsx"), writeXlsx(again));
    const before = path("county/2019-county.xlsx");
    const said = await call(
      "consolidate",
      folder,
      "--last-year",
      before,
      "--out",
      path("twice.xlsx"),
      "--json",
    );
    const statuses = said.json.units.map((u) => [u.unit, u.status]);
    expect(statuses.sort()).toEqual([
      ["台上镇", "duplicate"],
      ["台上镇", "duplicate"],
      ["榆林镇", "accepted"],
    ]);
    expect(said.json.totals?.["0102"]).toMatchObject({
      lastYear: 216,
      lastYearSameUnits: 14,
      units: 1,
      expected: 22,
    });
    expect(said.json.missing).not.toContain("台上镇");
  });
});

test("a 退回单 among the reports is passed over and named, and its answer stands in the county workbook", async () => {
  const folder = await folderOf("answered", "台上镇", "榆林镇");
  const shelf = fullShelf();
  shelf.put("台上镇.xlsx", changed(planOf("台上镇"), { "关工03!E7": "约7" }));
  const form = filledIn(await formOf("台上镇", shelf), { "关工03!E7": "属实，只记了约数" });
  await writeFile(path("answered", "退回单（台上镇）.xlsx"), writeXlsx(form));
  const said = await call("consolidate", folder, "--out", path("answered.xlsx"), "--json");
  expect(said.json.skipped).toEqual([{ file: "退回单（台上镇）.xlsx", reason: "退回单，不是报表" }]);
  expect(said.json.units.map(({ unit }) => unit)).toEqual(["榆林镇", "台上镇"]);
  const county = await call("dump", path("answered.xlsx"), "--json");
  expect(county.out).toContain("属实，只记了约数");
});

test("the county's sheets that were copied into a unit's workbook are nobody's report", async () => {
  const folder = await folderOf("copies", "市关工委本级");
  const copies = lastYearPlan().sheets.filter(({ name }) => name !== "机读信息");
  const plan = { sheets: [...planOf("台上镇").sheets, ...copies], names: [] };
  await writeFile(path("copies", "台上镇.xlsx"), writeXlsx(plan));
  const { json } = await call("check", folder, "--json");
  expect(json.units).toEqual([
    { unit: "台上镇", file: "台上镇.xlsx", status: "accepted" },
    { unit: "市关工委本级", file: "市关工委本级.xlsx", status: "accepted" },
  ]);
});

test("the text names who is held back, and what is of another period and not counted", async () => {
  const folder = await folderOf("held", "青石镇", "榆林镇");
  const faulty = changed(planOf("台上镇"), { "关工02!E7": 3 });
  await writeFile(`${folder}/台上镇.xlsx`, writeXlsx(faulty));
  const held = await call("consolidate", folder, "--hold-back", "--out", path("held.xlsx"));
  expect(held.out).toMatch(/^暂缓汇总（有强制错误）：台上镇$/m);

  const other = await call("consolidate", folder, "--period", "2019", "--out", path("2019.xlsx"));
  expect(other.out).toMatch(/^写的是别的时期，没有计入：.*青石镇\.xlsx/m);
});

describe("what cannot be done", () => {
  test.each([
    ["a path that is not there", async () => path("nowhere")],
    ["a folder without a workbook", async () => folderOf("empty")],
    [
      "a folder in which nothing can be read",
      async () => {
        await folderOf("junk");
        await writeFile(path("junk", "a.xlsx"), "junk");
        return path("junk");
      },
    ],
  ])("%s ends with exit 2", async (_, folder) => {
    const said = await call("check", await folder(), "--json");
    expect(said.exit).toBe(2);
    expect(said.json.version).toBe(1);
    expect(said.out + said.err).not.toMatch(/undefined|at .*\.ts/);
  });

  test("last year's workbook that is none is said so, and nothing is written", async () => {
    const said = await call(
      "consolidate",
      path("county/2020"),
      "--last-year",
      path("county/2020/台上镇.xlsx"),
      "--out",
      path("never.xlsx"),
      "--json",
    );
    expect(said).toMatchObject({ exit: 2, json: { error: { code: "error.lastYear" } } });
    expect(await readAll(path("never.xlsx"))).toEqual([]);
  });

  test("an output that cannot be written is said so", async () => {
    const said = await call("consolidate", path("county/2020"), "--out", path("county"), "--json");
    expect(said).toMatchObject({ exit: 2, json: { error: { code: "error.cannotWrite" } } });
  });
});

describe("where files lie", () => {
  test("a text is looked for where the person stands who started npm", async () => {
    await writeFile(path("draft.txt"), "全市共有1万人。");
    const given = { INIT_CWD: path(), npm_lifecycle_event: "batch" };
    const { INIT_CWD, npm_lifecycle_event } = process.env;
    try {
      Object.assign(process.env, given);
      expect(await call("text", "draft.txt", "--json")).toMatchObject({ exit: 0 });
    } finally {
      restoreEnvironment({ INIT_CWD, npm_lifecycle_event });
    }
  });

  test("a file that two paths lead to is taken once", async () => {
    const folder = await folderOf("lead", "台上镇");
    const { json } = await call("check", folder, path("lead/台上镇.xlsx"), "--json");
    expect(json.units).toHaveLength(1);
  });

  test("files of one name in two folders are both seen", async () => {
    const [a, b] = [await folderOf("a", "台上镇"), await folderOf("b", "台上镇")];
    const { json } = await call("check", a, b, "--json");
    expect(json.units.map((u) => u.status)).toEqual(["accepted", "copy"]);
  });
});

function restoreEnvironment(before: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value] of Object.entries(before)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}

async function readAll(file: string) {
  const reader = createNodeReader();
  try {
    return await reader.read((await selectSources([file])).files);
  } finally {
    await reader.close();
  }
}
