/** Tables that go whole to every unit, each of which fills the line with its own name: from blank to county sheet. */
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
import { issuedOfficePlan } from "../../src/template/own-issue";
import type { Template } from "../../src/template/template";
import { toA1 } from "../../src/workbook/address";
import { createValidator } from "../../src/validation/validator";
import {
  UNITS,
  withCell,
  withoutRow,
  withRow,
  withRowsSorted,
  workbookOf,
  type Drawn,
  type Value,
} from "../fixtures/own-form";

const NAME = "低保";
/** Groups with subtotals, a column that is computed, last year's, words; a total below. */
const BLANK: Drawn = {
  name: NAME,
  rows: [
    ["城乡低保情况汇总表"],
    ["类别", "单位", "城市户数", "农村户数", "户数合计", "上年户数合计", "备注"],
    ["镇", "头道镇", null, null, "=C3+D3", null, null],
    [null, "榆林镇", null, null, "=C4+D4", null, null],
    [null, "小计", "=SUM(C3:C4)", "=SUM(D3:D4)", "=SUM(E3:E4)", "=SUM(F3:F4)", null],
    ["乡", "花甸镇", null, null, "=C6+D6", null, null],
    [null, "青石镇", null, null, "=C7+D7", null, null],
    [null, "小计", "=SUM(C6:C7)", "=SUM(D6:D7)", "=SUM(E6:E7)", "=SUM(F6:F7)", null],
    ["合计", null, "=C5+C8", "=D5+D8", "=E5+E8", "=F5+F8", null],
  ],
  merges: ["A3:A5", "A6:A8", "A9:B9"],
};
const ROWS: Readonly<Record<string, number>> = { 头道镇: 3, 榆林镇: 4, 花甸镇: 6, 青石镇: 7 };

function templateOf(blank: Drawn, units: readonly string[] = UNITS): Template {
  const workbook = workbookOf(blank);
  const { forms } = discoverForms(workbook, { units });
  const office = { bytes: new Uint8Array([1]), from: "xlsx" } as const;
  return makeTemplate({ name: "低保", forms, units: unitsNamed(units), period: null, office });
}

const template = templateOf(BLANK);
const validator = createValidator(template);

/** The unit's own line filled in: 10 times its row, 11 times its row. */
function copyOf(unit: string): Drawn {
  const row = ROWS[unit]!;
  return withCell(withCell(BLANK, `C${row}`, row * 10), `D${row}`, row * 11);
}

function read(drawn: Drawn, file: string, of = template): Submission {
  return readSubmissions(workbookOf(drawn), { file }, of)[0]!;
}

const values = ({ forms }: Submission): Value[] =>
  [...forms.get(NAME)!.lines.values()].map(({ current }) => current.value as Value);

/** Formulas without a result are worked out, which is noted for each file. */
const asked = (submission: Submission): string[] =>
  validator
    .check(submission, { lastYear: null, period: null })
    .findings.filter(({ code, class: of }) => code !== "D17" && of !== "note")
    .map(({ code, params, place }) =>
      [codeText(code), params["variant"], place.cell].filter((each) => each).join(" "),
    );

function county(submissions: readonly Submission[], of = template) {
  return consolidate({
    template: of,
    period: null,
    submissions,
    reported: [],
    missing: [],
    findings: [],
    lastYear: null,
  });
}

const all = UNITS.map((unit) => read(copyOf(unit), `${unit}.xlsx`));

describe("a table with a line for each unit", () => {
  it("has its columns as items", () => {
    const { forms } = discoverForms(workbookOf(BLANK), { units: UNITS });
    const [table] = forms[0]!.own!.tables;
    expect(table!.kind).toBe("unitLines");
    expect(forms[0]!.indicators.map(({ code, aggregation }) => [code, aggregation])).toEqual([
      ["城市户数", "sum"],
      ["农村户数", "sum"],
      ["户数合计", "computed"],
      ["备注", "text"],
    ]);
    expect(table!.unitLines!.lines.map(({ key, sums }) => [key, sums])).toEqual([
      ["头道镇", undefined],
      ["榆林镇", undefined],
      ["小计", ["头道镇", "榆林镇"]],
      ["花甸镇", undefined],
      ["青石镇", undefined],
      ["小计#2", ["花甸镇", "青石镇"]],
      ["合计", ["头道镇", "榆林镇", "花甸镇", "青石镇"]],
    ]);
  });

  it("is one of units without a list of them, which is asked; not where other units fill it", () => {
    const { unitsInLines, questions } = discoverForms(workbookOf(BLANK));
    expect(unitsInLines).toEqual([...UNITS]);
    expect(questions.map(({ code }) => code)).toContain("unitLines");
    const ofOthers = discoverForms(workbookOf(BLANK), { units: ["民政局", "卫健局"] });
    expect(ofOthers.forms[0]!.own!.tables[0]!.kind).toBeUndefined();
  });

  it("names units that have no line", () => {
    const { questions } = discoverForms(workbookOf(BLANK), { units: [...UNITS, "大路镇"] });
    expect(questions.find(({ code }) => code === "unitWithoutLine")?.params).toEqual({
      names: "大路镇",
      count: 1,
    });
  });

  it("gives each unit's line, subtotals and the total, and nothing is found", () => {
    const { cells } = sheetsOf(county(all))[0]!;
    const shown = (addresses: string) => addresses.split(" ").map((address) => cells[address]?.value);
    expect(shown("C3 C4 C5 C6 C7 C8 C9")).toEqual([30, 40, 70, 60, 70, 130, 200]);
    expect(shown("E3 E4 E5 E6 E7 E8 E9")).toEqual([63, 84, 147, 126, 147, 273, 420]);
    expect(cells["C3"]).toEqual({ item: "城市户数", value: 30, units: 1 });
    expect(cells["C9"]).toEqual({ item: "城市户数", value: 200, units: 4 });
    expect(all.flatMap(asked)).toEqual([]);
    expect(all.flatMap(({ offTemplate }) => offTemplate)).toEqual([]);
  });

  it("keeps the office's own formulas in the county's sheet; the lines lead to 单位数据", () => {
    const plan = countyWorkbookPlan(county(all.slice(0, 3)), sayInReport("zh-CN"));
    const sheet = plan.office!.sheets[0]!;
    const at = new Map(sheet.cells.map((cell) => [toA1(cell.row, cell.column), cell]));
    expect(at.get("C9")).toMatchObject({ formula: "C5+C8", value: 130 });
    expect(at.get("C8")).toMatchObject({ formula: "SUM(C6:C7)", value: 60 });
    expect(at.get("E3")).toMatchObject({ formula: "C3+D3", value: 63 });
    expect(at.get("C3")).toMatchObject({ formula: "'单位数据'!D7", value: 30 });
    expect(at.get("C7")?.value ?? null).toBeNull();
  });

  it.each<[string, (drawn: Drawn) => Drawn]>([
    ["a title line above", (drawn) => withRow(drawn, 1, ["请于五日前报送"])],
    ["lines in another order", (drawn) => withRowsSorted(drawn, [3, 4], [1, 0])],
    ["its name with blanks", (drawn) => withCell(drawn, "B4", "榆 林 镇")],
    ["its name shorter", (drawn) => withCell(drawn, "B4", "榆林")],
    ["its name longer", (drawn) => withCell(drawn, "B4", "榆林镇人民政府")],
    ["another's line deleted", (drawn) => withoutRow(drawn, 7)],
    ["a total of its own line alone", (drawn) => withCell(withCell(drawn, "C5", 40), "C9", 40)],
    ["zeros in others' lines", (drawn) => withCell(withCell(drawn, "C3", 0), "D3", "—")],
  ])("is read with %s", (_, change) => {
    const submission = read(change(copyOf("榆林镇")), "榆林镇.xlsx");
    expect(values(submission).slice(0, 3)).toEqual([40, 44, 84]);
    expect(asked(submission)).toEqual([]);
  });

  it("does not count what stands in another's line, and says whose it is", () => {
    const submission = read(withCell(withCell(copyOf("榆林镇"), "C6", 99), "D7", 5), "榆林镇.xlsx");
    expect(values(submission).slice(0, 3)).toEqual([40, 44, 84]);
    expect(asked(submission)).toEqual(["D19 otherUnit C6"]);
    expect(submission.findings.find(({ code }) => code === "D19")?.params).toMatchObject({
      own: "榆林镇",
      others: "花甸镇、青石镇",
    });
    expect(submission.offTemplate.map(({ raw }) => raw)).toEqual(["99", "5"]);
  });

  it("asks when only another's line is filled, or there is no line of its own", () => {
    expect(asked(read(copyOf("头道镇"), "榆林镇.xlsx"))[0]).toBe("D19 otherUnitOnly C3");
    expect(asked(read(withoutRow(copyOf("榆林镇"), 4), "榆林镇.xlsx"))).toContain("D21 unitLine A8");
  });

  it("asks when a typed total is neither its own figure nor the sum of the lines", () => {
    const submission = read(withCell(copyOf("榆林镇"), "C9", 41), "榆林镇.xlsx");
    expect(asked(submission)).toEqual(["D19 unitTotal C9"]);
    expect(submission.offTemplate.map(({ raw }) => raw)).toEqual(["41"]);
  });

  it("says whose the file is where its name does not", () => {
    expect(read(copyOf("花甸镇"), "新建表格.xlsx").unit?.name).toBe("花甸镇");
    expect(read(withCell(copyOf("花甸镇"), "C3", 1), "新建表格.xlsx").unit).toBeNull();
  });

  it("counts a unit that adds its line where the blank has none, though the total's formula does not reach it", () => {
    const wider = templateOf(BLANK, [...UNITS, "大路镇"]);
    const added = withRow(BLANK, 9, [null, "大路镇", 7, 8, "=C9+D9"]);
    const submission = read(added, "大路镇.xlsx", wider);
    expect(values(submission).slice(0, 3)).toEqual([7, 8, 15]);
    const consolidation = county([...all, submission], wider);
    expect(sheetsOf(consolidation)[0]!.cells["C9"]).toMatchObject({ value: 207, units: 5 });
    const { office } = countyWorkbookPlan(consolidation, sayInReport("zh-CN"));
    const total = office!.sheets[0]!.cells.find(({ row, column }) => row === 8 && column === 2);
    expect(total).toMatchObject({ value: 207, formula: "SUM('单位数据'!$D$7:$D$12)" });
  });

  it("is issued whole, with last year's figure in the unit's own line", () => {
    const [, unit] = template.units;
    const lastYear = new Map([["户数合计", 77]]);
    const plan = issuedOfficePlan(template, { unit: unit!, period: null, lastYear, lastPeriod: null });
    expect(plan!.sheets[0]!.cells).toEqual([{ row: 3, column: 5, value: 77 }]);
  });
});
