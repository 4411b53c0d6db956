import { ruleCode } from "../../src/findings/finding-code";
import type { Finding } from "../../src/findings/finding";
import { countyWorkbookPlan } from "../../src/county-workbook/county-workbook";
import {
  findingWithoutNumbers,
  planWithoutNumbers,
  reportWithoutNumbers,
} from "../../src/county-workbook/privacy";
import { findingsPlan } from "../../src/county-workbook/findings-workbook";
import { sampleCounty } from "../../src/samples/sample-county";
import { county } from "../consolidation/small-county";
import { submissions, template, zh } from "./full-county";
import { sampleCountyWorkbook } from "./sample-workbook";
import { texts } from "./seen";

const TELEPHONE = /(?<!\d)(?:1[3-9]\d{9}|0\d{2,3}[-－—\s]?\d{7,8})(?!\d)/;

/** Everything a person wrote into the personal lists and columns, and on the cover about signatories. */
function personalTexts(): Set<string> {
  const { units, template: own } = sampleCounty();
  const found = new Set<string>();
  for (const unit of units) {
    for (const list of own.lists) {
      const personal = list.columns
        .filter((column) => list.personal || column.personal)
        .map(({ name }) => name);
      for (const row of unit.lists.get(list.id) ?? []) {
        for (const name of personal) {
          const value = row[name];
          if (typeof value === "string" && value.length > 1) found.add(value);
        }
      }
    }
  }
  // Words of choices (老教师, 男) are no secrets.
  for (const column of own.lists.flatMap((list) => list.columns)) {
    for (const choice of column.choices ?? []) found.delete(choice);
  }
  return found;
}

describe("what may not leave the machine", () => {
  it("no name of a personal list is in the county workbook", async () => {
    const { plan } = await sampleCountyWorkbook();
    const personal = personalTexts();
    expect(personal.size).toBeGreaterThan(300);
    // The same invented names may be those of lecturers in L1 and of examples in L5, which are public.
    const sheets = plan.sheets.filter(({ name }) => !/明细L[15]/.test(name));
    const shown = new Set(texts({ ...plan, sheets }));
    expect([...personal].filter((text) => shown.has(text))).toEqual([]);
  });

  it("no sheet is made of the roster, and pairs lose their names", async () => {
    const { plan } = await sampleCountyWorkbook();
    const names = plan.sheets.map(({ name }) => name);
    expect(names.some((name) => name.includes("L7"))).toBe(false);
    const pairs = plan.sheets.find(({ name }) => name.startsWith("明细L3"))!;
    const heads = pairs.cells.filter(({ row }) => row === 3).map(({ value }) => value);
    expect(heads).toEqual(["填报单位", "类型", "起始年", "来源（文件 › 工作表 › 行）"]);
  });

  it("no telephone number is, wherever a unit wrote it", async () => {
    const { plan } = await sampleCountyWorkbook();
    expect(texts(plan).filter((text) => TELEPHONE.test(text))).toEqual([]);
    const [first, ...others] = submissions();
    const forms = new Map(first!.forms);
    const form = forms.get("关工07")!;
    const line = form.lines.get("0706")!;
    const raw = "大米10袋，联系人13800138000，座机0435-6201234";
    const current = { ...line.current, value: raw, raw, state: "filled" as const };
    forms.set("关工07", { ...form, lines: new Map([...form.lines, ["0706", { ...line, current }]]) });
    const withNumber = countyWorkbookPlan(county([{ ...first!, forms }, ...others], { template }), zh);
    expect(texts(withNumber).filter((text) => TELEPHONE.test(text))).toEqual([]);
    expect(texts(withNumber)).toContain("大米10袋，联系人（电话略），座机（电话略）");
  });

  it("a number that runs over two runs of the report is left out once", () => {
    const runs = [{ text: "联系人13800" }, { text: "138111，谢谢" }, { text: "，座机（0435）6229666" }];
    const [clean] = reportWithoutNumbers([{ role: "text", runs }], zh);
    expect(clean!.runs.map(({ text }) => text)).toEqual(["联系人（电话略）", "，谢谢", "，座机（电话略）"]);
  });

  it("figures in the values of a relation stay, whatever they look like", () => {
    const finding: Finding = {
      class: "mustFix",
      code: ruleCode("R05"),
      unit: null,
      place: { file: "a.xlsx", sheet: "关工02", cell: "E7" },
      indicator: "0201",
      values: { left: 13800138111, right: 13800138112 },
      params: { left: 13800138111, text: "联系人138-0013-8111", id: "11010519491231002X" },
      causes: [],
    };
    const clean = findingWithoutNumbers(finding, zh);
    expect(clean.values).toEqual(finding.values);
    expect(clean.params).toEqual({ left: 13800138111, text: "联系人（电话略）", id: "（证件号略）" });
  });

  it("a file's name with a number in it spoils no record", () => {
    const finding: Finding = {
      class: "mustFix",
      code: ruleCode("R05"),
      unit: template.units[0]!.name,
      place: { file: "台上镇 138 0013 8111.xlsx", sheet: "关工02", cell: "E7" },
      indicator: "0201",
      values: { left: 13800138111, right: 13800138112 },
      params: { left: 13800138111, right: 13800138112 },
      message: "{left}与{right}应当相等。",
      causes: [],
    };
    const plan = countyWorkbookPlan(county(submissions(), { template, findings: [finding] }), zh);
    const records = texts(plan).filter((text) => text.startsWith('{"') && text.includes('"code":"R05"'));
    expect(records.map((text) => JSON.parse(text))).toContainEqual(
      expect.objectContaining({
        values: finding.values,
        place: { ...finding.place, file: "台上镇 （电话略）.xlsx" },
      }),
    );
  });

  it("comments and titles of charts have none either, records stay as they are", () => {
    const cells = [
      { row: 0, column: 0, value: "138 0013 8111" },
      { row: 1, column: 0, value: '{"max":13800138111}' },
    ];
    const comments = [{ row: 0, column: 0, text: "（0435）6229666" }];
    const plan = { names: [], sheets: [{ name: "甲", cells, comments }] };
    const [sheet] = planWithoutNumbers(plan, zh, (_, { row }) => row === 1).sheets;
    expect(sheet!.cells.map(({ value }) => value)).toEqual(["（电话略）", '{"max":13800138111}']);
    expect(sheet!.comments![0]!.text).toBe("（电话略）");
  });

  it("a finding about a personal cell keeps its place and loses what it quotes", () => {
    const finding: Finding = {
      class: "mustFix",
      code: "D45",
      unit: template.units[0]!.name,
      place: { file: "a.xlsx", sheet: "L7五老名册", cell: "C9" },
      indicator: null,
      values: { value: "王秘密" },
      params: { raw: "王秘密", sheet: "L7五老名册", cell: "C9", file: "a.xlsx", name: "出生年" },
      causes: [],
    };
    const plan = countyWorkbookPlan(county(submissions(), { template, findings: [finding] }), zh);
    expect(texts(plan).some((text) => text.includes("王秘密"))).toBe(false);
    expect(texts(plan)).toContain("C9");
  });

  it("telephone numbers do not enter the workbook of findings either", () => {
    const finding: Finding = {
      class: "note",
      code: "D45",
      unit: null,
      place: { file: "a.xlsx", sheet: "关工07", cell: "E9" },
      indicator: null,
      values: { value: "2020-12-22" },
      params: { raw: "13800138000", sheet: "关工07", cell: "E9", name: "日期" },
      causes: [],
    };
    expect(texts(findingsPlan([finding], zh)).filter((text) => TELEPHONE.test(text))).toEqual([]);
  });
});
