import { countyWorkbookPlan } from "../../src/county-workbook/county-workbook";
import { county } from "../consolidation/small-county";
import { formulasOf } from "./formula-values";
import { differences } from "./recomputed";
import { fullPlan, lastYear, submissions, template } from "./full-county";
import { sampleCountyWorkbook, zh } from "./sample-workbook";

describe("a formula of the county workbook gives the value that stands beside it", () => {
  it("in the sample county, with last year and without", async () => {
    const { plan, before } = await sampleCountyWorkbook();
    expect(formulasOf(plan).length).toBeGreaterThan(900);
    expect(differences(plan)).toEqual([]);
    expect(differences(before.plan)).toEqual([]);
  });

  it("in a county whose every line has values of its own", () => {
    expect(differences(fullPlan())).toEqual([]);
  });

  it("where units are missing, where one alone reported, where nobody did", () => {
    const some = template.units.filter((_, i) => i % 3 !== 0);
    for (const units of [some, template.units.slice(0, 1), []]) {
      const consolidation = county(submissions(units), { template, lastYear: lastYear() });
      expect(differences(countyWorkbookPlan(consolidation, zh))).toEqual([]);
    }
  });

  it("would be told if it did not", () => {
    const plan = fullPlan();
    const wrong = plan.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) =>
        cell.formula?.startsWith("SUM(") ? { ...cell, value: Number(cell.value) + 1 } : cell,
      ),
    }));
    expect(differences({ ...plan, sheets: wrong }).length).toBeGreaterThan(100);
  });
});

test("formulas use only what every spreadsheet program computes alike", async () => {
  const { plan } = await sampleCountyWorkbook();
  const used = formulasOf(plan).flatMap(({ cell }) =>
    [...cell.formula.replace(/"[^"]*"|'[^']*'/g, "").matchAll(/[A-Z][A-Z.0-9]*(?=\()/g)].map(
      ([name]) => name,
    ),
  );
  const known = [
    "ABS",
    "AND",
    "CHOOSE",
    "COUNTIF",
    "COUNTIFS",
    "IF",
    "IFERROR",
    "MAX",
    "OR",
    "ROUND",
    "SUM",
    "SUMIF",
  ];
  expect([...new Set(used)].filter((name) => !known.includes(name))).toEqual([]);
});
