import { countyFindings } from "../../src/consolidation/county-findings";
import { countyWorkbookPlan } from "../../src/county-workbook/county-workbook";
import { factsOfWorkbook } from "../../src/fact-check/facts-of-workbook";
import type { Finding } from "../../src/findings/finding";
import { sayInReport } from "../../src/locales/report-words";
import { shareableReturns } from "../../src/returns/return-privacy";
import { createValidator } from "../../src/validation/validator";
import { workbookFromPlan } from "../../src/workbook/from-plan";
import {
  county,
  elm,
  lastYear,
  smallTemplate,
  stone,
  submission,
  type Row,
} from "../consolidation/small-county";
import { renamed, renumbered, withRenamedCodes } from "./renamed-codes";

const say = sayInReport("zh-CN");
const template = withRenamedCodes(smallTemplate);
const [ACTIVITIES, DONATIONS, ARTICLES] = ["L1", "L2", "L4"].map(renumbered);

const event = { 日期: 44_000, 名称: "老校长的第二个春天" };
const gift = { 日期: 44_000, 捐方: "李大爷", 受方: "张小朋友", 现金: 5000 };
const article = { 日期: 44_000, 标题: "老校长的第二个春天" };

describe("an office that numbers its lists otherwise", () => {
  it.each([
    ["event", ACTIVITIES, event],
    ["donation", DONATIONS, gift],
    ["article", ARTICLES, article],
  ])("is told of an %s that two units report", (_, list, row: Row) => {
    const sent = [stone, elm].map((unit) => submission(unit, {}, { [list!]: [row] }, template));
    const findings = countyFindings(county(sent, { template })).filter(({ code }) => code === "C04");
    expect(findings.map(({ unit, params }) => [unit, params["list"]])).toEqual([["榆林镇", list]]);
  });

  it.each([
    ["D56", "a donation of another year", DONATIONS, [{ ...gift, 日期: 43_000 }]],
    ["D59", "an article in several rows", ARTICLES, [article, article]],
  ])("gets %s for %s", (code, _, list, rows: Row[]) => {
    const { findings } = createValidator(template).check(submission(stone, {}, { [list!]: rows }, template), {
      lastYear: null,
    });
    const found = findings.filter((finding) => finding.code === code);
    expect(found.map(({ place, params }) => [place.sheet, params["list"]])).toEqual([[list, list]]);
  });

  it("reads nobody's name in what another unit wrote of a donation", () => {
    const finding = {
      class: "explain",
      code: "C04",
      unit: "青石镇",
      place: { file: "青石镇.xlsx", sheet: DONATIONS!, cell: "C4" },
      indicator: null,
      values: null,
      params: { list: DONATIONS!, text: "老李", otherText: "李大爷", otherUnit: "榆林镇" },
      causes: [],
    } satisfies Finding;
    const session = { findings: [{ ...finding, raw: null, weight: finding.class }] };
    const { findings } = shareableReturns(session as never, template, [], say);
    expect(JSON.stringify(findings)).not.toContain("李大爷");
  });
});

it("a county workbook of other codes leads every figure to its cell in the consolidated form", () => {
  const values = { [renamed("0103")]: 7, [renamed("0104")]: 1 };
  const before = {
    ...lastYear,
    units: new Map([...lastYear.units].map(([unit, own]) => [unit, withOther(own)] as const)),
    totals: withOther(lastYear.totals),
  };
  const consolidation = county([submission(stone, values, {}, template)], { template, lastYear: before });
  const facts = factsOfWorkbook(workbookFromPlan(countyWorkbookPlan(consolidation, say)), template, "2020");
  expect(facts.figure(renamed("0102"), null, "this")).toEqual({
    value: 8,
    place: expect.stringMatching(/^汇总01 组织建设![A-Z]+\d+$/),
  });
  expect(facts.figure(renamed("0103"), null, "last")?.place).toMatch(/^汇总01 组织建设!/);
  expect(facts.figure(renamed("0103"), "青石镇", "this")?.value).toBe(7);
});

function withOther(values: ReadonlyMap<string, number>): Map<string, number> {
  return new Map([...values].map(([code, value]) => [renamed(code), value]));
}
