/** Formulas of a blank over the rows for records: a summary above or below a list is computed from its records. */
import { consolidate } from "../../src/consolidation/consolidate";
import { sheetsOf } from "../../src/consolidation/sheet-totals";
import { countyWorkbookPlan } from "../../src/county-workbook/county-workbook";
import { discoverForms } from "../../src/form-discovery/discover";
import { makeTemplate } from "../../src/form-discovery/make-template";
import { unitsNamed } from "../../src/form-discovery/units-named";
import { codeText } from "../../src/findings/finding-code";
import { readSubmissions } from "../../src/intake/read-submissions";
import type { Submission } from "../../src/intake/submission";
import { sayInReport } from "../../src/locales/report-words";
import { toA1 } from "../../src/workbook/address";
import { createValidator } from "../../src/validation/validator";
import { UNITS, withCell, workbookOf, type Drawn, type Rows, type Value } from "../fixtures/own-form";

const SUMMARY: Rows = [
  ["帮扶情况表"],
  ["填报单位："],
  ["项目", "户数", "金额（元）"],
  ["合计", "=COUNTA(B12:B15)", "=SUM(D12:D15)"],
  ["产业", "=COUNTIF(C12:C15,A5)", '=SUMIF($C$12:$C$15,"产业",$D$12:$D$15)'],
  ["就业", "=COUNTIF(C12:C15,A6)", '=SUMIF($C$12:$C$15,"就业",$D$12:$D$15)'],
  ["大额", '=COUNTIF(D12:D15,">=1000")', '=SUMIFS(D12:D15,C12:C15,"产业",D12:D15,">=1000")'],
  ["户均", null, "=C4/B4"],
  [],
  ["帮扶明细"],
  ["序号", "户主姓名", "帮扶类型", "金额（元）"],
];

function drawn(records: Rows, values: Readonly<Record<string, Value>> = {}): Drawn {
  const rows: Rows = [...SUMMARY, ...records, ["填表人："]];
  const sheet: Drawn = { name: "帮扶", rows, merges: ["A1:D1", "A10:D10"] };
  return Object.entries(values).reduce((now, [address, value]) => withCell(now, address, value), sheet);
}

const found = discoverForms(workbookOf(drawn([[1], [2], [3], [4]])), { units: UNITS });
const template = makeTemplate({
  name: "帮扶",
  forms: found.forms,
  lists: found.lists,
  units: unitsNamed(UNITS),
  period: null,
  office: { bytes: new Uint8Array([1]), from: "xlsx" },
});

function read(unit: string, values: Readonly<Record<string, Value>>, records: Rows): Submission {
  const sheet = withCell(drawn(records, values), "A2", `填报单位：${unit}`);
  return readSubmissions(workbookOf(sheet), { file: `${unit}.xlsx` }, template)[0]!;
}

const one = read(UNITS[0]!, { B4: 3, C4: 3300, B5: 2, C5: 2500, B6: 1, C6: 800, B7: 1, C7: 2000, C8: 1100 }, [
  [1, "张三", "产业", 2000],
  [2, "李四", "产业", 500],
  [3, "王五", "就业", 800],
]);
const two = read(UNITS[1]!, { B4: 1, C4: 1200, B5: 1, C5: 1200, B6: 0, C6: 0, B7: 1, C7: 1200, C8: 1200 }, [
  [1, "赵六", "产业", 1200],
]);

function county(): ReturnType<typeof consolidate> {
  return consolidate({
    template,
    period: null,
    submissions: [one, two],
    reported: [],
    missing: [],
    findings: [],
    lastYear: null,
  });
}

it("become items that are computed from the list", () => {
  const computed = found.forms[0]!.indicators.flatMap(({ formula }) => formula ?? []);
  expect(computed.slice(0, 8)).toEqual([
    "ROWS(明细1)",
    "SUM(明细1[金额])",
    'COUNTIF(明细1[帮扶类型],"产业")',
    'SUMIF(明细1[帮扶类型],"产业",明细1[金额])',
    'COUNTIF(明细1[帮扶类型],"就业")',
    'SUMIF(明细1[帮扶类型],"就业",明细1[金额])',
    'COUNTIF(明细1[金额],">=1000")',
    'SUMIFS(明细1[金额],明细1[帮扶类型],"产业",明细1[金额],">=1000")',
  ]);
  expect(found.questions.map(({ code }) => code)).not.toContain("notTranslated");
});

it("are computed for the county from the records of all units", () => {
  const { cells } = sheetsOf(county())[0]!;
  const values = Object.fromEntries(Object.entries(cells).map(([address, { value }]) => [address, value]));
  expect(values).toMatchObject({
    B4: 4,
    C4: 4500,
    B5: 3,
    C5: 3700,
    B6: 1,
    C6: 800,
    B7: 2,
    C7: 3200,
    C8: 1125,
  });
});

it("are formulas over the records of all units in the county workbook", () => {
  const plan = countyWorkbookPlan(county(), sayInReport("zh-CN"));
  const at = new Map(plan.office!.sheets[0]!.cells.map((cell) => [toA1(cell.row, cell.column), cell]));
  expect(at.get("B4")).toMatchObject({ value: 4, formula: `COUNTIF('明细1 帮扶明细'!$A$4:$A$7,"?*")` });
  expect(at.get("C5")).toMatchObject({
    value: 3700,
    formula: `SUMIF('明细1 帮扶明细'!$B$4:$B$7,"产业",'明细1 帮扶明细'!$C$4:$C$7)`,
  });
  expect(at.get("C8")).toMatchObject({ value: 1125, formula: "C4/B4" });
});

it("are checked against the unit's own records", () => {
  const validator = createValidator(template);
  const asked = (submission: Submission): (string | null)[] =>
    validator
      .check(submission, { lastYear: null, period: null })
      .findings.filter(({ class: of }) => of !== "note")
      .map(({ code, place }) => `${codeText(code)} ${place.cell}`);
  expect([asked(one), asked(two)]).toEqual([[], []]);
  const wrong = read(UNITS[2]!, { B4: 1, C4: 90, B5: 1, C5: 100, B6: 0, C6: 0, B7: 0, C7: 0, C8: 90 }, [
    [1, "钱七", "产业", 100],
  ]);
  expect(asked(wrong)).toEqual([expect.stringContaining("C4")]);
});
