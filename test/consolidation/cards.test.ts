/** Cards: labels with a place to fill beside each, from blank to county sheet. */
import { consolidate } from "../../src/consolidation/consolidate";
import { sheetsOf } from "../../src/consolidation/sheet-totals";
import { countyWorkbookPlan } from "../../src/county-workbook/county-workbook";
import { codeText } from "../../src/findings/finding-code";
import { discoverForms } from "../../src/form-discovery/discover";
import { makeTemplate } from "../../src/form-discovery/make-template";
import { unitsNamed } from "../../src/form-discovery/units-named";
import { readSubmissions } from "../../src/intake/read-submissions";
import type { Submission } from "../../src/intake/submission";
import { sayInReport } from "../../src/locales/report-words";
import { writtenInto } from "../../src/template/cell-fill";
import type { CellFill } from "../../src/template/own-sheet";
import { toA1 } from "../../src/workbook/address";
import { createValidator } from "../../src/validation/validator";
import {
  UNITS,
  withCell,
  withColumn,
  withRow,
  withRowsSorted,
  workbookOf,
  type Drawn,
  type Value,
} from "../fixtures/own-form";

const NAME = "调查卡";
const BLANK: Drawn = {
  name: NAME,
  rows: [
    ["村级基本情况调查卡"],
    ["填报单位：", null, null, null, "填报时间："],
    ["一、基本情况"],
    ["总户数（户）", null, "总人口", null, "村书记", null],
    ["耕地面积", null, "主导产业", null, "联系电话", null],
    ["是否贫困村", "□是 □否", "通水泥路", "是/否", "饮水", "□自来水 □井水"],
    ["二、学校"],
    ["在校学生", "男", null, "女", null, null],
    ["共有学校____所，教师____人"],
    ["填表人：", null, "审核人："],
  ],
  merges: ["A1:F1", "A3:F3", "A7:F7", "A9:F9"],
};
const found = discoverForms(workbookOf(BLANK), { units: UNITS });
const template = makeTemplate({
  name: "调查卡",
  forms: found.forms,
  units: unitsNamed(UNITS),
  period: null,
  office: { bytes: new Uint8Array([1]), from: "xlsx" },
});

const FILLED: Readonly<Record<string, Value>> = {
  A2: "填报单位：头道镇",
  B4: 300, D4: 1000, F4: "张某某", B5: 12.5, D5: "光伏", F5: "13812345678",
  B6: "□是 ☑否", D6: "是", F6: "√自来水 □井水", C8: 60, E8: 40,
  A9: "共有学校2所，教师 15 人", A10: "填表人：李四",
}; // prettier-ignore

const fill = (drawn: Drawn, values: Readonly<Record<string, Value>> = FILLED): Drawn =>
  Object.entries(values).reduce((now, [address, value]) => withCell(now, address, value), drawn);

function read(drawn: Drawn, file = "头道镇.xlsx"): Submission {
  return readSubmissions(workbookOf(drawn), { file }, template)[0]!;
}

function values({ forms }: Submission): Record<string, unknown> {
  const lines = [...(forms.get(NAME)?.lines.values() ?? [])];
  return Object.fromEntries(
    lines.filter(({ current }) => current.value !== null).map(({ code, current }) => [code, current.value]),
  );
}

const validator = createValidator(template);
const asked = (submission: Submission): string[] =>
  validator
    .check(submission, { lastYear: null, period: null })
    .findings.filter(({ class: of }) => of !== "note")
    .map(({ code, params }) => [codeText(code), params["variant"]].filter((each) => each).join(" "));

const EXPECTED = {
  总户数: 300, 总人口: 1000, 耕地面积: 12.5, 主导产业: "光伏",
  是否贫困村: "否", "是否贫困村·是": false, "是否贫困村·否": true,
  通水泥路: "是", "通水泥路·是": true, "通水泥路·否": false,
  饮水: "自来水", "饮水·自来水": true, "饮水·井水": false,
  男: 60, 女: 40, 共有学校: 2, 教师: 15,
}; // prettier-ignore

describe("a card", () => {
  it("has a place for every label; persons are left out and what is not certain is asked", () => {
    const [table] = found.forms[0]!.own!.tables;
    expect(table!.kind).toBe("card");
    expect(found.questions.map(({ code, cell }) => [code, cell])).toEqual([
      ["personal", "F4"],
      ["words", "D5"],
      ["personal", "F5"],
    ]);
    const uses = table!.cells.map(({ row, column, use }) => [toA1(row, column), use]);
    expect(uses.filter(([, use]) => use === "unused")).toEqual([["F4", "unused"], ["F5", "unused"]]); // prettier-ignore
  });

  it("is read, persons excepted, and nothing is found", () => {
    const submission = read(fill(BLANK));
    expect(values(submission)).toEqual(EXPECTED);
    expect(asked(submission)).toEqual([]);
    expect(submission.offTemplate).toEqual([]);
    expect(JSON.stringify([...submission.forms])).not.toMatch(/张某某|1381234/);
  });

  it("is read where the value is behind a colon in the label's cell", () => {
    const inline = { A4: "总户数（户）：300", B4: null, A5: "耕地面积：12.5", B5: null, C5: "主导产业：光伏", D5: null };
    const submission = read(fill(BLANK, { ...FILLED, ...inline }));
    expect(values(submission)).toEqual(EXPECTED);
    expect(asked(submission)).toEqual([]);
  }); // prettier-ignore

  it("that comes back empty has no values, neither yes nor no", () => {
    expect(values(read(withCell(BLANK, "A2", "填报单位：头道镇")))).toEqual({});
  });

  it.each<[string, (drawn: Drawn) => Drawn]>([
    ["a line above", (drawn) => withRow(drawn, 2, ["请于五日前报送"])],
    ["a line between", (drawn) => withRow(drawn, 5, ["（以年末数为准）"])],
    ["a column more on the left", (drawn) => withColumn(drawn, 1, () => null)],
    ["rows in another order", (drawn) => withRowsSorted(drawn, [4, 5], [1, 0])],
    ["a label with blanks", (drawn) => withCell(drawn, "C4", "总 人 口")],
    ["a label in other words", (drawn) => withCell(drawn, "C4", "总人口数")],
  ])("is read with %s", (_, change) => {
    const submission = read(change(fill(BLANK)));
    expect(values(submission)).toEqual(EXPECTED);
    expect(asked(submission)).toEqual([]);
  });

  it("says what is not there, and what was changed beyond recognition", () => {
    expect(asked(read(withCell(fill(BLANK), "C4", null)))).toContain("D21 cardPlace");
    const changed = read(withCell(fill(BLANK), "A9", "学校若干，教师十多人"));
    expect(asked(changed)).toContain("D22 gap");
    expect(changed.offTemplate.map(({ raw }) => raw)).toContain("学校若干，教师十多人");
  });

  it("lists what a unit adds; a figure is asked about", () => {
    const submission = read(withCell(withRow(fill(BLANK), 6, ["水塘面积", 77]), "A12", null));
    expect(values(submission)).toEqual(EXPECTED);
    expect(asked(submission)).toEqual(["D19"]);
    expect(submission.offTemplate.map(({ raw }) => raw)).toEqual(["水塘面积", "77"]);
  });

  it("gives sums, counts by option and its own sheet with them", () => {
    const more = { ...FILLED, A2: "填报单位：榆林镇", B6: "☑是 □否", A9: "共有学校1所，教师5人" };
    const submissions = [read(fill(BLANK)), read(fill(BLANK, more), "榆林镇.xlsx")];
    const consolidation = consolidate({
      template,
      period: null,
      submissions,
      reported: [],
      missing: [],
      findings: [],
      lastYear: null,
    });
    const { cells } = sheetsOf(consolidation)[0]!;
    expect(cells["B4"]).toEqual({ item: "总户数", value: 600, units: 2 });
    expect(cells["A9"]).toEqual({ item: "共有学校", value: 3, units: 2 });
    expect(cells["B6"]).toEqual({ item: "是否贫困村", value: null, units: 2 });
    expect(consolidation.totals.get("是否贫困村·是")?.value).toBe(1);
    const sheet = countyWorkbookPlan(consolidation, sayInReport("zh-CN")).office!.sheets[0]!;
    const at = new Map(sheet.cells.map((cell) => [toA1(cell.row, cell.column), cell]));
    expect(at.get("D4")).toMatchObject({ value: 2000 });
    expect(at.get("B6")?.value).toBe("是 1　否 1");
    expect(at.get("A9")?.value).toBe("共有学校3所，教师20人");
    expect(at.get("F4")).toBeUndefined();
  });
});

it("names a gap by what is right before it, and no name has signs of the template's own languages", () => {
  const { forms } = discoverForms(
    workbookOf({
      name: "防汛",
      rows: [
        ["防汛情况登记表"],
        ["一、组织：成立小组____个，成员____人"],
        ["铁锹____把，冲锋舟____艘"],
        ["出动车辆（台次）", null, "{检查}次数：合计（次）", null],
      ],
    }),
  );
  const items = forms[0]!.indicators.map(({ code, measure, aggregation }) => [code, measure, aggregation]);
  expect(items).toEqual([
    ["成立小组", "个", "sum"],
    ["成员", "人", "sum"],
    ["铁锹", "把", "sum"],
    ["冲锋舟", "艘", "sum"],
    ["出动车辆", "台次", "sum"],
    ["检查次数·合计", "次", "sum"],
  ]);
});

describe("what is written at a place for ticks", () => {
  const before: CellFill = { kind: "ticks", options: ["是", "否"], boxes: "before" };
  const after: CellFill = { kind: "ticks", options: ["是", "否"], boxes: "after" };
  const none: CellFill = { kind: "ticks", options: ["是", "否"], boxes: "none" };

  it.each<[CellFill, string, string, string]>([
    [before, "□是 □否", "☑是 □否", "是"],
    [before, "□是 □否", "□是 √否", "否"],
    [before, "□是 □否", "□是 ■否", "否"],
    [before, "□是 □否", "□是□否", ""],
    [before, "□是 □否", "否", "否"],
    [before, "○是 ○否", "●是 ○否", "是"],
    [before, "（ ）是 （ ）否", "（√）是 （ ）否", "是"],
    [before, "□是 □否", "☑是 ☑否", "是、否"],
    [before, "是否上报：□是 □否", "是否上报：□是 ☑否", "否"],
    [after, "是□ 否□", "是□ 否☑", "否"],
    [after, "是（ ） 否（ ）", "是（√） 否（ ）", "是"],
    [none, "是/否", "是", "是"],
    [none, "（是/否）", "（否）", "否"],
    [none, "是否达标（是/否）", "是否达标（是）", "是"],
    [none, "是/否", "是√/否", "是"],
    [none, "是/否", "是/否", ""],
  ])("%j: %s, %s is “%s”", (fillOfCell, holds, text, expected) => {
    expect(writtenInto(fillOfCell, holds, text)).toBe(expected);
  });
});
