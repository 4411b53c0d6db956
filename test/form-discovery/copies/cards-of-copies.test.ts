/** Cards of which only filled copies exist: labels stay, what units wrote goes, also where most wrote the same. */
import { discoverCopies } from "../../../src/form-discovery/copies/discover-copies";
import { textToFill } from "../../../src/form-discovery/copies/cards-of-copies";
import { kindsOf } from "../../../src/form-discovery/copies/group-copies";
import { unitOfSheets, unitsOfCopies } from "../../../src/form-discovery/copies/units-of-copies";
import { discoverForms, type Discovery } from "../../../src/form-discovery/discover";
import { templateFromFiles } from "../../../src/app/template-from-files";
import { toA1 } from "../../../src/workbook/address";
import { withCell, workbookOf, type Drawn, type Value } from "../../fixtures/own-form";

const BLANK: Drawn = {
  name: "学校",
  rows: [
    ["学校基本情况登记卡"],
    ["学校名称", null, "单位性质", null, "编制数", null],
    ["其中：女", null, "少数民族", null, "专任教师", null],
    ["主管部门", null, "车辆数（辆）", null, "校长", null],
    ["是否寄宿制", "□是 □否", "办学", "（ ）公办 （ ）民办", "联系电话", null],
    ["共有班级____个，在校学生____人"],
    ["通过验收", null, "食堂", null, "备案号", null],
  ],
  merges: ["A1:F1", "A6:F6"],
};
const COPIES: readonly Readonly<Record<string, Value>>[] = [
  { B2: "第一中学", D2: "事业", F2: 20, B3: 5, D3: 3, F3: 18, B4: "教育局", D4: 2, F4: "张三", B5: "☑是 □否", D5: "（√）公办 （ ）民办", F5: "13812345678", A6: "共有班级12个，在校学生 480 人", B7: "是", D7: "有", F7: "A-17" },
  { B2: "第二中学", D2: "事业", F2: 22, B3: 5, D3: 4, F3: 18, B4: "教育局", D4: 0, F4: "李四", B5: "□是 √否", D5: "（ ）公办 （√）民办", F5: "13912345678", A6: "共有班级__9__个，在校学生300人", B7: "是", D7: "有", F7: "B-2" },
  { B2: "实验小学", D2: "事业", F2: 31, B3: 5, D3: 3, F3: 18, B4: "教体局", D4: 1, F4: "王五", B5: "■是 □否", D5: "（√）公办 （ ）民办", F5: "13712345678", A6: "共有班级6个，在校学生201人", B7: "否", D7: "有", F7: "A-3" },
]; // prettier-ignore

const files = COPIES.map((values, i) => ({
  name: `第${i + 1}份.xlsx`,
  workbook: workbookOf(Object.entries(values).reduce((now, [at, value]) => withCell(now, at, value), BLANK)),
  bytes: () => Promise.resolve(new Uint8Array()),
}));

function uses({ forms }: Discovery): Record<string, string> {
  const cells = forms.flatMap(({ own }) => own!.tables.flatMap((table) => table.cells));
  return Object.fromEntries(cells.map(({ row, column, use }) => [toA1(row, column), use]));
}

it("finds in copies the places that their blank has", () => {
  const [kind] = kindsOf(files);
  const units = unitsOfCopies(kind!.copies);
  const { discovery } = discoverCopies(kind!, unitOfSheets(units), { title: "报表" });
  // What units wrote tells that these are words.
  const blank = uses(discoverForms(workbookOf(BLANK)));
  expect(uses(discovery)).toEqual(blank);
  expect(blank).toMatchObject({
    D2: "text",
    F2: "sum",
    B3: "sum",
    D3: "sum",
    B5: "sum",
    A6: "sum",
    F4: "unused",
  });
  expect(units.units.map(({ name }) => name)).toEqual(["第一中学", "第二中学", "实验小学"]);
  expect(JSON.stringify(discovery)).not.toMatch(/事业|教育局|1381234|张三|A-17/);
});

describe("the form's own text around what was written into it", () => {
  it.each([
    [["受灾人口：10人", "受灾人口：11人", "受灾人口：__12__人"], "受灾人口：____人"],
    [["☑是 □否", "□是 √否"], "□是 □否"],
    [["（√）公办 （ ）民办", "（ ）公办 （√ ）民办"], "（ ）公办 （ ）民办"],
    [["事件名称：暴雨", "事件名称：山洪"], "事件名称："],
    [["户主：张三  住址：河口村", "户主：李四  住址：大泉村"], "户主：____ 住址：____"],
    // Words that all share, days, numbers with their unit are no such texts.
    [["其中：女", "其中：女"], null],
    [["1998年5月", "2001年12月"], null],
    [["12人", "13人"], null],
    [["值班电话：0435-6222201", "值班电话：0435-6222302"], "值班电话："],
    [["光伏", "养殖"], null],
  ])("%j: %s", (texts, expected) => {
    expect(textToFill(texts)).toBe(expected);
  });
});

it("says that filled copies without labels are no form", async () => {
  const loose = [1, 2].map((i) => ({
    name: `${i}镇.xlsx`,
    workbook: workbookOf({ name: "Sheet1", rows: [["附记"], [i, i + 1]] }),
    bytes: () => Promise.resolve(new Uint8Array()),
  }));
  const options = { name: null, units: [], period: null, fallbackName: "报表" };
  const made = await templateFromFiles(loose, options as never, {} as never);
  expect(made).toMatchObject({ ok: false, reason: "noTable" });
});
