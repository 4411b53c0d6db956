import { sayInReport } from "../../src/locales/report-words";
import { readCountyWorkbook } from "../../src/county-workbook/read-county";
import { SessionModel } from "../../src/app/session-model";
import { sampleAssessments } from "../../src/samples/assessment";
import { sampleCounty } from "../../src/samples/sample-county";
import { cleanFiles } from "../../src/samples/sample-files";
import { builtInTemplate as template } from "../../src/template/builtin";
import { ASSESSMENT } from "../fixtures/assessment";
import { readingsOf } from "./made-once";
import { workbookFromPlan } from "../../src/workbook/from-plan";

const files = cleanFiles(sayInReport("zh-CN"));
const of = (folder: string) => files.filter(({ path }) => path.startsWith(folder));

function countyBefore() {
  const county = readCountyWorkbook(workbookFromPlan(of("2019-county.xlsx")[0]!.plan));
  if (!county.ok) throw new Error(county.problem.code);
  return county;
}

describe("the sample county's files", () => {
  it("are a workbook of every unit, named after it, and the county workbook of the year before", () => {
    expect(of("2020/").map(({ path }) => path)).toEqual(
      template.units.map(({ name }) => `2020/${name}.xlsx`),
    );
    expect(countyBefore()).toMatchObject({ period: "2019", counted: 22, expected: 22 });
  });

  it("pass every check against last year's county workbook without a single finding", () => {
    const sources = of("2020/").map(({ path, plan }) => ({
      file: path,
      ok: true as const,
      workbook: workbookFromPlan(plan),
      notices: [],
    }));
    const session = new SessionModel({ template, lastYear: countyBefore().lastYear });
    session.take(sources);
    const { period, missing, reported, findings } = session.assess();
    expect({ period, missing, findings }).toEqual({ period: "2020", missing: [], findings: [] });
    expect(new Set(reported.map(({ status }) => status))).toEqual(new Set(["accepted"]));
  });

  it("hold in last year's county workbook what the units of last year reported", () => {
    const { lastYear } = countyBefore();
    for (const { unit, values } of sampleCounty().previous.units) {
      for (const code of ["0102", "0112", "0201", "0216", "0702"]) {
        expect([unit.name, code, lastYear.units.get(unit.name)?.get(code)]).toEqual([
          unit.name,
          code,
          values.get(code),
        ]);
      }
    }
    expect(lastYear.totals.get("0102")).toBe(216);
  });
});

describe("the sample county's assessment", () => {
  it("agrees with the figures of its year: every reason is given, no finding is left, some units are equal", () => {
    const source = { template, submissions: readingsOf(2020).flat(), period: "2020", lastYear: null };
    const session = new SessionModel({ template: ASSESSMENT });
    session.setEvidence(source);
    session.take(
      sampleAssessments().map(({ name, plan }) => ({
        file: name,
        ok: true as const,
        workbook: workbookFromPlan(plan),
        notices: [],
      })),
    );
    const { findings, ranking } = session.consolidate()!;
    expect(findings).toEqual([]);
    expect(ranking).toHaveLength(21);
    expect(ranking!.filter(({ rank }) => rank === null)).toEqual([]);
    expect(ranking!.filter(({ veto }) => veto !== null).map(({ unit, grade }) => [unit.name, grade])).toEqual(
      [
        ["通胜街道", "合格"],
        ["市民政局", "合格"],
      ],
    );
    const townships = ranking!.filter(({ group }) => group === "乡镇").map(({ rank }) => rank);
    expect(new Set(townships).size).toBeLessThan(townships.length);
  });
});
