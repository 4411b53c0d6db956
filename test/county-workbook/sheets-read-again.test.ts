/** Every sheet that a county workbook is read from: what is written to it comes out of it again. */
import type { Decision } from "../../src/findings/decisions";
import type { Finding } from "../../src/findings/finding";
import { readAdjustmentsSheet, writeAdjustmentsSheet } from "../../src/county-workbook/adjustments-sheet";
import { countyContext, type CountyContext } from "../../src/county-workbook/county-context";
import { countyWorkbookPlan } from "../../src/county-workbook/county-workbook";
import { numbersOf, readDataSheet } from "../../src/county-workbook/data-sheet";
import { readDecisionsSheet, writeDecisionsSheet } from "../../src/county-workbook/decisions-sheet";
import { readFindingsSheet, writeFindingsSheet } from "../../src/county-workbook/findings-sheet";
import { readListSheets, writeListSheets } from "../../src/county-workbook/list-sheets";
import { readMachineSheet, reportedIn, templateOf } from "../../src/county-workbook/machine-sheet";
import { readOffTemplateSheet, writeOffTemplateSheet } from "../../src/county-workbook/off-template-sheet";
import { readSourceSheet, sourceKey, writeSourceSheet } from "../../src/county-workbook/source-sheet";
import { sayInReport } from "../../src/locales/report-words";
import type { Submission } from "../../src/intake/submission";
import { column } from "../../src/template/builtin/shorthand";
import type { DetailList, Template } from "../../src/template/template";
import { workbookFromPlan } from "../../src/workbook/from-plan";
import { withRecordCells, type FileSheetPlan } from "../../src/workbook/plan";
import type { Sheet } from "../../src/workbook/workbook";
import { county, elm, lastYear, smallTemplate, stone, submission } from "../consolidation/small-county";

const visits: DetailList = {
  id: "走访",
  title: "走访慰问",
  fills: ["T"],
  optional: false,
  personal: false,
  blankRows: 5,
  columns: [
    column("日期", "date", 12),
    column("单位", "text", 10),
    column("姓名", "text", 10, { personal: true }),
    column("是否困难", "yesNo", 8),
  ],
};
const template: Template = { ...smallTemplate, lists: [visits] };

const place = { file: "青石镇.xlsx", sheet: "关工01", cell: "E8" };
const effect: Finding = {
  class: "note",
  code: "R20",
  message: "{name}应等于下属各行之和。",
  unit: "青石镇",
  place,
  indicator: "0102",
  values: { left: 7, right: 8 },
  params: { name: "已建组织总数" },
  causes: [],
};
const { causes: _none, ...decided } = effect;
const cause: Finding = { ...effect, class: "explain", indicator: "0103", causes: [effect] };

const sent: Submission[] = [
  {
    ...submission(
      stone,
      { "0103": 7, "0104": 1, "0118": true, "0904": "省" },
      { 走访: [{ 日期: 44_000, 单位: "村", 姓名: "王某", 是否困难: true }, { 单位: "户" }] },
      template,
    ),
    offTemplate: [
      { place: { ...place, cell: "H9" }, raw: "另报 3 个", label: "备注" },
      { place: { ...place, cell: "H10:H20" }, raw: "", rest: 11 },
    ],
  },
  { ...submission(elm, { "0103": 4 }, { 走访: [{ 单位: "村" }] }, template), file: null },
];
const decisions: Decision[] = [
  { kind: "choose", unit: "青石镇", file: "青石镇.xlsx", among: ["青石镇.xlsx", null], marks: ["a", "b"] },
  { kind: "confirm", unit: null, file: null, code: "D37" },
  { kind: "explain", finding: decided, seen: "7 8", text: "属实".repeat(20_000) },
];
const adjustments = [
  { code: "0103", amount: -2, reason: "两镇合建", about: "榆林镇" },
  { code: "0901", amount: 0, typed: "减两篇", reason: "", about: "" },
];

const consolidation = county(sent, { template, adjustments, findings: [cause], lastYear });

/** The sheet as a reader yields it. `context`: with the words of this language. */
const read = (plan: FileSheetPlan | null): Sheet =>
  workbookFromPlan(withRecordCells({ title: "", names: [], sheets: [plan!], activeSheet: plan!.name }))
    .sheets[0]!;

describe.each(["zh-CN", "en-US"] as const)("read again, written in %s", (locale) => {
  const say = sayInReport(locale);
  const context: CountyContext = countyContext({ ...consolidation, decisions }, say);
  const plan = countyWorkbookPlan(consolidation, say);
  const workbook = workbookFromPlan(plan);
  const facts = readMachineSheet(workbook)!;

  it("机读信息 says what it was made from", () => {
    expect(facts.get("templateId")).toBe("small");
    expect(facts.get("period")).toBe("2020");
    expect(templateOf(facts)).toEqual(template);
    expect(reportedIn(facts)).toEqual(consolidation.reported);
    expect(facts.all("sheet").map(([name]) => name)).toEqual(plan.sheets.map(({ name }) => name));
  });

  it("调整 gives the adjustments", () => {
    expect(readAdjustmentsSheet(read(writeAdjustmentsSheet(context)), facts)).toEqual(adjustments);
  });

  it("审核结果 gives the findings below their causes", () => {
    const plan = writeFindingsSheet([cause, effect], say, { recorded: true });
    expect(readFindingsSheet(read(plan))).toEqual([cause, effect]);
  });

  it("修改记录 gives the decisions, the long ones too", () => {
    expect(readDecisionsSheet(read(writeDecisionsSheet(context)))).toEqual(expect.arrayContaining(decisions));
  });

  it("数据来源 gives the cell of every value and how it was read", () => {
    const sources = readSourceSheet(read(writeSourceSheet(context).plan), facts)!;
    const { lines } = sent[0]!.forms.get("关工01")!;
    const { current } = lines.get("0103")!;
    expect(sources.get(sourceKey("青石镇", "0103"))).toEqual({ ...current, reason: "" });
    expect(sources.get(sourceKey("榆林镇", "0103"))).toMatchObject({ value: 4, raw: "4" });
    expect(sources.get(sourceKey("青石镇", "0904"))).toMatchObject({ value: "省", state: "filled" });
  });

  it("模板外 gives the cells that have no place", () => {
    const sheet = read(writeOffTemplateSheet(context));
    const [single, rest] = readOffTemplateSheet(sheet, facts)!.get("青石镇")!;
    expect(single).toEqual(sent[0]!.offTemplate[0]);
    expect(rest).toMatchObject({ place: sent[0]!.offTemplate[1]!.place, rest: 11 });
  });

  it("明细 gives each unit its rows without the personal columns, whatever the list's own columns are called", () => {
    const [plan] = writeListSheets(context);
    const { byUnit, lost } = readListSheets({ ...workbook, sheets: [read(plan!)] }, template, facts);
    expect(lost).toEqual([]);
    const values = (unit: string) =>
      byUnit
        .get(unit)!
        .get("走访")!
        .rows.map(({ row, cells }) => [
          row,
          Object.fromEntries([...cells].map(([name, { value, place }]) => [name, [value, place.file]])),
        ]);
    const file = "青石镇.xlsx";
    expect(values("青石镇")).toEqual([
      [3, { 日期: [44_000, file], 单位: ["村", file], 是否困难: [true, file] }],
      [4, { 单位: ["户", file] }],
    ]);
    expect(values("榆林镇")).toEqual([[3, { 单位: ["村", null] }]]);
  });

  it("单位数据 and 上年数据 give the units' values and the totals", () => {
    const table = (name: string) =>
      readDataSheet(
        workbook.sheets.find((sheet) => sheet.name === name)!,
        facts.get("codeLabel"),
      )!;
    const data = table("单位数据").rows;
    expect(numbersOf(data.get("青石镇")!)).toEqual(
      new Map([
        ["0103", 7],
        ["0104", 1],
        ["0118", 1],
      ]),
    );
    expect(data.get("青石镇")!.values.get("0904")).toBe("省");
    expect(data.get(facts.get("totalLabel"))!.values.get("0103")).toBe(9);
    const before = table("上年数据").rows;
    expect(numbersOf(before.get("榆林镇")!)).toEqual(lastYear.units.get("榆林镇"));
    expect(numbersOf(before.get(facts.get("totalLabel"))!)).toMatchObject(lastYear.totals);
  });
});
