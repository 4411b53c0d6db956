import fc from "../tooling/properties";
import { countyWorkbookPlan } from "../../src/county-workbook/county-workbook";
import { checkText } from "../../src/fact-check/check-text";
import { factsOfConsolidation } from "../../src/annual-report/facts-of-consolidation";
import { factsOfWorkbook } from "../../src/fact-check/facts-of-workbook";
import { plainReport, reportText } from "../../src/annual-report/report-text";
import type { Template } from "../../src/template/template";
import { toA1 } from "../../src/workbook/address";
import { workbookFromPlan } from "../../src/workbook/from-plan";
import type { PlanCell, SheetPlan, WorkbookPlan } from "../../src/workbook/plan";
import { county, submission } from "../consolidation/small-county";
import { lastYear, submissions, template, valuesOf as unitValues, zh } from "./full-county";
import { differences } from "./recomputed";
import { readBack, recordOf, sampleCountyWorkbook } from "./sample-workbook";
import { cellOf, sheetOf, valuesOf } from "./seen";

const reportOf = (plan: WorkbookPlan): SheetPlan => sheetOf(plan, "报告");

function paragraphWith(sheet: SheetPlan, words: string): PlanCell {
  const found = sheet.cells.find(({ column, value }) => column === 0 && String(value).includes(words));
  if (!found) throw new Error(`no paragraph with ${words}`);
  return found;
}

/** What is beside a paragraph on the number that is written so. */
function basisOf(sheet: SheetPlan, paragraph: PlanCell, written: string): PlanCell {
  const found = sheet.cells.find(
    ({ row, column, value }) =>
      row === paragraph.row && column > 1 && String(value).split("\n")[0] === written,
  );
  if (!found) throw new Error(`nothing on ${written}`);
  return found;
}

/** The plan after somebody typed a value into a cell. */
function withValue(plan: WorkbookPlan, place: string, value: number): WorkbookPlan {
  const sheets = plan.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) =>
      `'${sheet.name}'!${toA1(cell.row, cell.column)}` === place ? { ...cell, value } : cell,
    ),
  }));
  return { ...plan, sheets };
}

const textsOf = (sheet: SheetPlan): string[] =>
  sheet.cells.filter(({ column }) => column === 0).map(({ value }) => String(value));

describe("the report in the county workbook", () => {
  it("has no heading alone at the end of a page", async () => {
    const { plan } = await sampleCountyWorkbook();
    const { cells, rows, print } = reportOf(plan);
    const heightOf = (row: number) => rows!.find((each) => each.row === row)!.height!;
    const starts = [print!.area!.top, ...print!.breaks!, print!.area!.bottom + 1];
    expect(starts.length).toBeGreaterThan(3);
    starts.slice(1).forEach((next, i) => {
      const page = Array.from({ length: next - starts[i]! }, (_, k) => starts[i]! + k);
      expect(page.map(heightOf).reduce((a, b) => a + b)).toBeLessThan(734);
      const last = cells.find(({ row, column }) => column === 0 && row === next - 1)!;
      expect(["黑体", "楷体"]).not.toContain(last.style?.font);
    });
  });

  it.each([
    ["218个", "共有关工委组织", 218],
    ["176个", "达到“五好”标准的", 176],
    ["80.7%", "，占80.7%", 80.7],
    ["比上年提高8.0个百分点", "80.7%，", 80.7],
    ["2503人", "五老志愿者", 2503],
    ["比上年增加135人", "2503人，", 2503],
    ["802人", "五老骨干", 802],
    ["32.0%", "802人，占", 32],
    ["35.6万元", "捐款捐物", 356_000],
  ])("says %s, and a click on it leads to the cell that holds it", async (written, before, value) => {
    const { plan } = await sampleCountyWorkbook();
    const sheet = reportOf(plan);
    const paragraph = paragraphWith(sheet, written);
    expect(String(paragraph.value)).toContain(before);
    const basis = basisOf(sheet, paragraph, written);
    const held = valuesOf(plan).get(basis.link!);
    expect(Number(Number(held).toFixed(1))).toBe(value);
  });

  it("names both years' cells of a change, and the cell of a single unit", async () => {
    const { plan } = await sampleCountyWorkbook();
    const sheet = reportOf(plan);
    const change = basisOf(sheet, paragraphWith(sheet, "比上年增加135人"), "比上年增加135人");
    expect(change.value).toBe("比上年增加135人\n0201 五老志愿者总数\n汇总02 五老队伍 E7、F7：2503－2368");
    const unit = basisOf(sheet, paragraphWith(sheet, "台上镇25篇"), "25篇");
    expect(unit.value).toMatch(/^25篇\n台上镇 0901 上报稿件\n单位数据 /);
    expect(valuesOf(plan).get(unit.link!)).toBe(25);
  });

  it("has every paragraph of the report, in order and as written", async () => {
    const { plan, consolidation } = await sampleCountyWorkbook();
    const written = plainReport(reportText(consolidation)).split("\n");
    expect(
      textsOf(reportOf(plan))
        .slice(1)
        .map((text) => text.trim()),
    ).toEqual(written.map((text) => text.trim()));
  });

  it("says where something must be filled in", async () => {
    const { plan } = await sampleCountyWorkbook();
    const cards = reportOf(plan).cells.filter(({ column }) => column > 1);
    expect(cards.map(({ value }) => value)).toContain("年　　月　　日　请填写");
  });

  it("prints the text alone, upright on A4, in rows that hold it", async () => {
    const { plan } = await sampleCountyWorkbook();
    const sheet = reportOf(plan);
    const { print } = sheet;
    expect(print).toMatchObject({ fitWidth: 1, area: { left: 0, right: 0 } });
    expect(print?.landscape ?? false).toBe(false);
    expect(cellOf(sheet, print!.area!.top, 0)?.value).toBe("集安市2020年关心下一代工作总结");
    const heights = new Map(sheet.rows!.map(({ row, height }) => [row, height!]));
    for (const { row, value, style } of sheet.cells.filter((cell) => cell.column === 0 && cell.row > 0)) {
      // A4 less its margins takes 448 points; a line of 仿宋 is a quarter higher than its characters.
      const width = [...String(value)].reduce((sum, c) => sum + (c < "\u0100" ? 0.5 : 1) * style!.size!, 0);
      expect(heights.get(row)).toBeGreaterThanOrEqual(Math.ceil(width / 448) * style!.size! * 1.25);
      expect(heights.get(row)).toBeLessThanOrEqual(409);
    }
  });

  it("says beside a paragraph that a number changed since it was written", async () => {
    const { plan } = await sampleCountyWorkbook();
    const { row } = paragraphWith(reportOf(plan), "台上镇25篇");
    const { link } = basisOf(reportOf(plan), { row, column: 0, value: "" }, "25篇");
    const edited = withValue(plan, link!, 26);
    const told = differences(edited).filter((text) => text.startsWith("报告!"));
    expect(told).toEqual([expect.stringMatching(`^报告!B${row + 1}: .* is "数已改动，请重新写入"`)]);
  });

  it("does not disturb reading the county workbook again", async () => {
    const { plan } = await sampleCountyWorkbook();
    const without = { ...plan, sheets: plan.sheets.filter(({ name }) => name !== "报告") };
    expect(readBack(plan)).toEqual(readBack(without));
    expect(recordOf(plan)).toEqual(recordOf(without));
  });
});

describe("the report of a county of which not all is known", () => {
  const [, ...present] = template.units;
  const incomplete = () => county(submissions(present), { template, lastYear: lastYear() });

  it("says above the title, and on paper, that units are missing", () => {
    const sheet = reportOf(countyWorkbookPlan(incomplete(), zh));
    expect(cellOf(sheet, sheet.print!.area!.top, 0)?.value).toBe("已报 21/22（暂定，不完整）");
    const said = paragraphWith(sheet, "以下数字暂按21个单位的报表汇总，应报22个单位。");
    expect(basisOf(sheet, said, "21").link).toBe("'上报情况'!A2");
  });

  it("says in the text itself that it is provisional, even where the template has no sentence for it", () => {
    const report = template.report.filter(({ condition }) => condition !== "不完整");
    const written = (units: typeof present) =>
      plainReport(reportText(county(submissions(units), { template: { ...template, report } })));
    expect(written(present).split("\n")[1]).toBe("以下数字暂按21个单位的报表汇总，应报22个单位。");
    expect(written([...template.units])).not.toContain("暂按");
  });

  it("says that it compares the same units, and changes by what these had", () => {
    const written = (units: typeof present, report = template.report) => {
      const own = { ...template, report };
      return plainReport(reportText(county(submissions(units), { template: own, lastYear: lastYear() })));
    };
    const said = "应报22个单位。与上年的比较，只比这21个单位。";
    expect(written(present)).toContain(said);
    expect(
      written(
        present,
        template.report.filter(({ condition }) => condition !== "不完整"),
      ),
    ).toContain(said);
    expect(written([...template.units])).not.toContain("只比");
    const { totals } = incomplete();
    const [{ value, lastYear: before }] = [totals.get("0201")!];
    const change = Number(value) - before!;
    expect(written(present)).toContain(`比上年${change < 0 ? "减少" : "增加"}${Math.abs(change)}人`);
  });

  it("names the units that grew by all they have, as last year says nothing of them", () => {
    const [first, second] = template.units.map(({ name }) => name);
    const known = lastYear();
    const units = new Map([...known.units].filter(([name]) => name !== first && name !== second));
    const own = county(submissions(), { template, lastYear: { ...known, units } });
    expect(plainReport(reportText(own)).split("\n")[1]).toBe(
      `与上年的增减，含上年没有数的${first}、${second}。`,
    );
    const plan = countyWorkbookPlan(own, zh);
    for (const name of ["汇总说明", "主要变化", "上年数据"]) {
      const texts = sheetOf(plan, name).cells.map(({ value }) => String(value));
      expect(texts.join("\n")).toContain(`上年没有数的单位：${first}、${second}；`);
    }
    expect(plainReport(reportText(county(submissions(), { template, lastYear: known })))).not.toContain(
      "没有数",
    );
  });

  it("lets a draft say what the whole county had last year, too", () => {
    const { lastYear: before } = incomplete();
    const [same, whole] = [before!.totals.get("0201")!, lastYear().totals.get("0201")!];
    const plan = countyWorkbookPlan(incomplete(), zh);
    const ofBoth = [
      factsOfConsolidation(incomplete()),
      factsOfWorkbook(workbookFromPlan(plan), template, "2020"),
    ];
    for (const facts of ofBoth) {
      const verdicts = [same, whole, whole + 7].map(
        (number) => checkText(`上年全市五老志愿者${number}人。`, template, facts)[0]?.verdict,
      );
      expect(verdicts).toEqual(["agrees", "agrees", "disagrees"]);
    }
  });

  it("compares with nothing where last year is not known", () => {
    const text = textsOf(reportOf(countyWorkbookPlan(county(submissions(), { template }), zh))).join("\n");
    expect(text).not.toContain("上年");
    expect(text).toContain("全市共有关工委组织");
    expect(text).not.toMatch(/[，；：、]。/);
  });

  it("has no sheet where the template has no report", () => {
    const silent: Template = { ...template, report: [] };
    const plan = countyWorkbookPlan(county(submissions(), { template: silent }), zh);
    expect(plan.sheets.map(({ name }) => name)).not.toContain("报告");
  });

  it("goes on in the next row where a paragraph is too long for one", () => {
    const long = "这是第一句话，说得比较长，为的是占满一行还要多一些的地方。".repeat(60);
    const wordy: Template = { ...template, report: [{ role: "text", text: `${long}共有{0201}。` }] };
    const sheet = reportOf(countyWorkbookPlan(county(submissions(), { template: wordy }), zh));
    const rows = sheet.cells.filter(({ column, row }) => column === 0 && row > 0);
    expect(rows.length).toBeGreaterThan(2);
    expect(rows.map(({ value }) => String(value).trim()).join("")).toContain(long);
    expect(Math.max(...sheet.rows!.map(({ height }) => height!))).toBeLessThanOrEqual(409);
    expect(
      basisOf(sheet, rows.at(-1)!, String(rows.at(-1)!.value).match(/共有(.*?)。/)![1]!).link,
    ).toBeDefined();
  });
});

it("of the sample county's report most numbers are found to agree, and none disagrees", async () => {
  const { consolidation } = await sampleCountyWorkbook();
  const text = plainReport(reportText(consolidation));
  const verdicts = checkText(text, template, factsOfConsolidation(consolidation)).map((each) => each.verdict);
  expect(verdicts.filter((verdict) => verdict === "disagrees")).toEqual([]);
  expect(verdicts.filter((verdict) => verdict === "agrees").length).toBeGreaterThan(verdicts.length / 2);
});

it("whatever the units report, no number of the written report disagrees with the county", () => {
  const codes = template.forms.flatMap(({ indicators }) =>
    indicators
      .filter(({ kind, formula }) => kind === "whole" && formula === undefined)
      .map(({ code }) => code),
  );
  const values = fc.dictionary(fc.constantFrom(...codes), fc.nat({ max: 30_000 }), { maxKeys: 30 });
  fc.assert(
    fc.property(
      fc.subarray([...template.units], { minLength: 1 }),
      fc.array(values, { minLength: 3, maxLength: 3 }),
      fc.boolean(),
      (units, given, compared) => {
        const sent = units.map((unit, i) =>
          submission(unit, { ...unitValues(unit, i, 2020), ...given[i % 3] }, {}, template),
        );
        const consolidation = county(sent, { template, lastYear: compared ? lastYear() : null });
        const text = plainReport(reportText(consolidation));
        const wrong = checkText(text, template, factsOfConsolidation(consolidation))
          .filter(({ verdict }) => verdict === "disagrees")
          .map(({ claim, expected }) => [text.slice(claim.start - 20, claim.end), expected]);
        expect(wrong).toEqual([]);
      },
    ),
    { numRuns: 12 },
  );
});
