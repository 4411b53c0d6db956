/** Workbooks that people laid out themselves, with other programs: see test/fixtures/README.md. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createNodeReader } from "../../src/files/node-reader";
import { readSubmissions } from "../../src/intake/read-submissions";
import type { Submission } from "../../src/intake/submission";
import { builtInTemplate } from "../../src/template/builtin";
import { toSerial } from "../../src/workbook/dates";

const FOLDER = join(__dirname, "../fixtures/submissions");
const NAMES = ["retyped.xlsx", "retyped.xls", "never-calculated.xlsx", "labels-only.ods", "one-sheet.xlsx"];
const read = new Map<string, Submission>();

beforeAll(async () => {
  const reader = createNodeReader({ workers: 1 });
  const files = NAMES.map((name) => ({
    name,
    bytes: async () => new Uint8Array(await readFile(join(FOLDER, name))),
  }));
  for (const result of await reader.read(files)) {
    if (!result.ok) throw new Error(`${result.file}: ${result.error.code}`);
    const submissions = readSubmissions(result.workbook, { file: result.file }, builtInTemplate);
    expect(submissions).toHaveLength(1);
    read.set(result.file, submissions[0]!);
  }
  await reader.close();
}, 60_000);

/** This year's values and where they stand, `0101 14 E9`. */
function figures(name: string, form: string): string[] {
  const lines = read.get(name)!.forms.get(form)?.lines ?? new Map<string, never>();
  return [...lines.values()].map(
    ({ code, current }) => `${code} ${String(current.value)} ${current.place.cell}`,
  );
}

function lastYear(name: string, form: string): (number | string | boolean | null | undefined)[] {
  return [...read.get(name)!.forms.get(form)!.lines.values()].map((line) => line.lastYear?.value);
}

function records(name: string, list: string): Record<string, unknown>[] {
  return read
    .get(name)!
    .lists.get(list)!
    .rows.map(({ cells }) =>
      Object.fromEntries(
        [...cells].flatMap(([column, { value }]) => (value === null ? [] : [[column, value]])),
      ),
    );
}

/** Class, code with variant, cell; what is missing altogether aside. */
function remarks(name: string): string[] {
  return read
    .get(name)!
    .findings.filter(({ params }) => params.variant !== "deleted")
    .map(({ class: cls, code, params, place }) => {
      const variant = params.variant ? `.${String(params.variant)}` : "";
      return `${cls} ${code}${variant} ${place.sheet}${place.cell ? `!${place.cell}` : ""}`;
    });
}

const day = (month: number, date: number): number => toSerial({ year: 2020, month, day: date })!;

describe.each(["retyped.xlsx", "retyped.xls"])("%s, whose forms a township typed anew", (name) => {
  it("is told by its cover to be the township's of 2020", () => {
    expect(read.get(name)).toMatchObject({
      unit: { name: "凉水朝鲜族乡" },
      period: "2020",
      evidence: ["alias", "layout"],
      templateVersion: null,
    });
  });

  it("has a cover of labels and values in one cell", () => {
    expect([...read.get(name)!.cover].map(([code, { value }]) => [code, value])).toEqual([
      ["0002", "凉水乡关工委"],
      ["0004", "2020年"],
      ["0006", "金某"],
      ["0007", "朴某"],
      ["0008", "崔某"],
      ["0009", "0435-6201234"],
      ["0010", day(12, 20)],
      ["0011", true],
    ]);
  });

  it("gives every figure, however it was typed", () => {
    expect(figures(name, "关工01")).toEqual([
      "0101 14 E9",
      "0102 14 E10",
      "0103 1 E11", // "1"
      "0104 0 E12", // 无
      "0105 9 E13", // 9个
      "0106 1 E15",
      "0107 2 E16", // ２
      "0108 1 E17",
      "0109 100 E18", // 100%
      "0110 23 E19", // 二十三
      "0111 3 E20",
      "0112 11 E21",
      "0113 78.57 E22", // 0.7857
      "0114 1.7 E23",
      "0115 40 E24", // 约40
      "0116 null E25", // —
      "0117 true E26", // 有
      "0118 true E27", // √
      "0119 null E28", // 1+1
      "0120 3 E29",
    ]);
    expect(lastYear(name, "关工01")).toEqual([
      14,
      13,
      1,
      0,
      9,
      1,
      2,
      0,
      92.9,
      20,
      1,
      10,
      76.9,
      null,
      38,
      1,
      false,
      true,
      2,
      3,
    ]);
  });

  it("keeps what the cells said", () => {
    const entry = (code: string) => read.get(name)!.forms.get("关工01")!.lines.get(code)!;
    expect(entry("0115").current).toMatchObject({ raw: "约40", approximate: true, steps: ["D37"] });
    expect(entry("0107").current).toMatchObject({ raw: "２", state: "filled", steps: ["D35"] });
    expect(entry("0116").current).toMatchObject({ raw: "—", state: "notApplicable" });
    expect(entry("0119").current).toMatchObject({ raw: "1+1", state: "refused" });
    expect(entry("0119").reason).toBe("新增一所");
  });

  it("gives the gifts without the township's own total", () => {
    expect(records(name, "L2")).toEqual([
      { 日期: day(5, 20), 来源: "社会", 捐方: "绿野参业", 受方: "困难学生", 现金: 5000 },
      { 日期: day(9, 1), 来源: "五老", 捐方: "李老师等", 受方: "大学新生", 现金: 2600 },
      { 日期: day(11, 3), 来源: "社会", 捐方: "江畔建材", 受方: "留守儿童", 物资: "棉衣 20 件", 折价: 3400 },
    ]);
  });

  it("sets aside its own line and total", () => {
    expect(
      read.get(name)!.offTemplate.map(({ place, raw }) => `${place.sheet}!${place.cell} ${raw}`),
    ).toEqual([
      "组织情况!B14 其中：联合村",
      "组织情况!C14 个",
      "组织情况!E14 2",
      "组织情况!F14 自设",
      "捐款明细!A7 合计",
      "捐款明细!E7 7600",
      "捐款明细!G7 3400",
    ]);
  });

  it("says what was done, cell by cell, and nothing else", () => {
    expect(remarks(name)).toEqual([
      "note D18.renamed 封皮",
      "note D18.renamed 组织情况",
      "note D20.moved 组织情况!B7",
      "note D20.moved 组织情况!E8",
      "note D22.heading 组织情况!D8",
      "note D22.heading 组织情况!E8",
      "note D22.heading 组织情况!F7",
      "note D31 组织情况!E11",
      "explain D40.zero 组织情况!E12",
      "note D32 组织情况!E13",
      "note D43 组织情况!E18",
      "note D38 组织情况!E19",
      "note D22.label 组织情况!B21",
      "explain D37 组织情况!E24",
      "explain D40.notApplicable 组织情况!E25",
      "note D51 组织情况!E26",
      "note D51 组织情况!E27",
      "explain D39.proposal 组织情况!E28",
      "explain D19 组织情况!E14",
      "note D18.renamed 捐款明细",
      "note D22.label 捐款明细!E3",
      "mustFix D27 捐款明细!A7",
      "note D45 捐款明细!A4",
      "note D45 捐款明细!A5",
      "note D45.text 捐款明细!A6",
      "explain D33 捐款明细!G6",
      "note D43.scale 组织情况!E22",
    ]);
  });
});

const VOLUNTEERS = [96, 20, 12, 4, 40, 8, 12, 30, 60, 21, 40, 35, 8, 2, 6, 31, 32.3, 1, 6, 2];
const VOLUNTEERS_BEFORE = [90, 18, 12, 4, 37, 8, 11, 28, 57, 20, 38, 32, 5, 1, 4, 30, 33.3, 1, 6, 2];

describe.each([
  ["never-calculated.xlsx", ["note D17.recomputedAll Sheet1!C7"]],
  ["labels-only.ods", []],
])("%s, a form without codes", (name, uncalculated) => {
  it("is told by its titles and labels", () => {
    expect(read.get(name)).toMatchObject({ unit: { name: "太王镇" }, period: "2020", evidence: ["layout"] });
  });

  it("gives every figure of both years", () => {
    const codes = VOLUNTEERS.map((value, i) => `02${String(i + 1).padStart(2, "0")} ${value} C${i + 7}`);
    expect(figures(name, "关工02")).toEqual(codes);
    expect(lastYear(name, "关工02")).toEqual(VOLUNTEERS_BEFORE);
  });

  it("says that the codes are missing, and which labels were edited", () => {
    const said = remarks(name);
    expect(said.filter((remark) => !remark.includes("D22.label"))).toEqual([
      "note D18.renamed Sheet1",
      "mustFix S03.column Sheet1!B5",
      "note D22.heading Sheet1!B5",
      ...uncalculated,
    ]);
    const labels = said.flatMap((remark) => /^note D22\.label Sheet1!(.+)$/.exec(remark)?.[1] ?? []);
    expect(labels).toEqual(["B7", "B8", "B16", "B17", "B18", "B24", "B25", "B26"]);
  });
});

describe("one-sheet.xlsx, on which everything stands below each other", () => {
  const name = "one-sheet.xlsx";

  it("is parted into its forms and its list", () => {
    expect(figures(name, "关工03")).toEqual(
      [6, 2, 85, 1, 40, 1, 33, 12, 1, 5200].map(
        (v, i) => `03${String(i + 1).padStart(2, "0")} ${v} E${i + 5}`,
      ),
    );
    expect(figures(name, "关工05")).toEqual(
      [3, 4, 2, 310, 640, 900, 1].map((v, i) => `050${i + 1} ${v} E${i + 19}`),
    );
    expect(records(name, "L4")).toEqual([
      { 标题: "五老进福利院", 日期: day(6, 1), 采用媒体: "市关工委简报", 级别: "县", 采用次数: 1 },
      { 标题: "暖冬行动", 日期: day(12, 2) },
    ]);
  });

  it("says so once, and loses nothing", () => {
    expect(read.get(name)).toMatchObject({ unit: { name: "市民政局" }, offTemplate: [] });
    expect(remarks(name)).toEqual([
      "note D18.together 市民政局",
      "note D22.label 市民政局!B19",
      "note D45.text 市民政局!C30",
      "note D45.text 市民政局!C31",
    ]);
  });
});
