import { checkText } from "../../src/fact-check/check-text";
import { factsOfConsolidation } from "../../src/annual-report/facts-of-consolidation";
import { factsOfWorkbook } from "../../src/fact-check/facts-of-workbook";
import { plainReport, reportText } from "../../src/annual-report/report-text";
import { builtInTemplate } from "../../src/template/builtin";
import { workbookFromPlan } from "../../src/workbook/from-plan";
import { readCountyWorkbook } from "../../src/county-workbook/read-county";
import { sampleCountyWorkbook, sampleWorkbooks, sessionOf } from "../county-workbook/sample-workbook";
import { countyWorkbookOf2019 } from "../samples/made-once";
import { ANNUAL_REPORT } from "./annual-report";

const disagreeing = (text: string, facts: Parameters<typeof checkText>[2]): string[] =>
  checkText(text, builtInTemplate, facts)
    .filter(({ verdict }) => verdict === "disagrees")
    .map(({ claim, expected }) => `${claim.text} ${expected?.toFixed(2)}`);

describe("a printed report held against the county that it is of", () => {
  it("is wrong in one number only, whether the session or its workbook is asked", async () => {
    const { consolidation, plan } = await sampleCountyWorkbook();
    expect(disagreeing(ANNUAL_REPORT, factsOfConsolidation(consolidation))).toEqual(["29% 32.04"]);
    const workbook = factsOfWorkbook(workbookFromPlan(plan), builtInTemplate, "2020");
    expect(disagreeing(ANNUAL_REPORT, workbook)).toEqual(["29% 32.04"]);
  });

  it("is wrong in the same number where nothing is known but the text", () => {
    expect(disagreeing(ANNUAL_REPORT, null)).toEqual(["29% 32.04"]);
  });

  it.each([
    ["218个", "219个"],
    ["2503人", "2530人"],
    ["35.6万元", "36.5万元"],
    ["提高8个百分点", "提高6个百分点"],
    ["比上年增加135人", "比上年增加153人"],
  ])("is seen to be wrong where %s has become %s", async (right, wrong) => {
    const { consolidation } = await sampleCountyWorkbook();
    const edited = ANNUAL_REPORT.replace(right, wrong);
    const found = disagreeing(edited, factsOfConsolidation(consolidation)).map((each) => each.split(" ")[0]);
    expect(found.some((number) => wrong.endsWith(number!))).toBe(true);
  });
});

it.each([
  ["three units that are compared with last year", 8, true],
  ["two units of which nothing earlier is known", 13, false],
])("the report of %s contradicts neither their figures nor itself", async (_, step, compared) => {
  const before = readCountyWorkbook(workbookFromPlan(countyWorkbookOf2019()));
  if (!before.ok) throw new Error(before.problem.code);
  const some = sampleWorkbooks(2020).filter((_, i) => i % step === 1);
  const consolidation = (await sessionOf(some, compared ? before.lastYear : null)).consolidate()!;
  const written = plainReport(reportText(consolidation));
  expect(disagreeing(written, factsOfConsolidation(consolidation))).toEqual([]);
  expect(disagreeing(written, null)).toEqual([]);
});

it("the report that is written is right in every number, and all but a few are understood", async () => {
  const { consolidation } = await sampleCountyWorkbook();
  const written = plainReport(reportText(consolidation));
  const verdicts = checkText(written, builtInTemplate, factsOfConsolidation(consolidation)).map(
    ({ verdict }) => verdict,
  );
  expect(verdicts).not.toContain("disagrees");
  expect(verdicts.filter((verdict) => verdict === "agrees").length).toBeGreaterThan(verdicts.length * 0.95);
});
