import { countyFindings } from "../../src/consolidation/county-findings";
import type { Adjustment } from "../../src/consolidation/adjustments";
import { countyWorkbookPlan } from "../../src/county-workbook/county-workbook";
import { SessionModel } from "../../src/app/session-model";
import type { PlanCell, WorkbookPlan } from "../../src/workbook/plan";
import { county } from "../consolidation/small-county";
import { submissions, template, zh } from "./full-county";
import { differences } from "./recomputed";
import { recordOf, sampleCountyWorkbook } from "./sample-workbook";
import { figure, sheetOf } from "./seen";

const twice: Adjustment = {
  code: "0407",
  amount: -12,
  reason: "台上镇、财源镇合办，只算一次",
  about: "财源镇",
};

const adjusted = (...adjustments: Adjustment[]) => county(submissions(), { template, adjustments });

/** The plan as if somebody had typed a row into the sheet 调整. */
function typed(plan: WorkbookPlan, values: readonly PlanCell["value"][]): WorkbookPlan {
  const sheets = plan.sheets.map((sheet) => {
    if (sheet.name !== "调整") return sheet;
    const row = Math.max(...sheet.cells.filter(({ value }) => value !== null).map((cell) => cell.row)) + 1;
    const cells = sheet.cells.filter((cell) => cell.row !== row);
    return { ...sheet, cells: [...cells, ...values.map((value, column) => ({ row, column, value }))] };
  });
  return { ...plan, sheets };
}

describe("something that two units counted", () => {
  it("is taken off the total, not off what the units reported", () => {
    const [before, after] = [adjusted(), adjusted(twice)].map(({ totals }) => totals.get("0407")!);
    expect(after!.value).toBe(Number(before!.value) - 12);
    expect(after!.contributions).toEqual(before!.contributions);
    expect(after!.adjustment).toBe(-12);
  });

  it("changes the subtotals and shares that rest on it", () => {
    const plus: Adjustment = { ...twice, code: "0112", amount: 5 };
    const rate = Number(adjusted(plus).totals.get("0113")!.value);
    const { totals } = adjusted();
    expect(rate).toBeCloseTo(
      ((Number(totals.get("0112")!.value) + 5) / Number(totals.get("0102")!.value)) * 100,
      10,
    );
  });

  it("stands in the workbook with its reason, and every formula agrees", () => {
    const plan = countyWorkbookPlan(adjusted(twice, { ...twice, code: "0702", amount: 2500 }), zh);
    expect(figure(plan, "调整", "0407", "调整原因")).toBe(twice.reason);
    expect(figure(plan, "单位数据", "调整", "0407")).toBe(-12);
    const texts = sheetOf(plan, "汇总04 主题教育与宣讲").cells.map(({ value }) => String(value));
    expect(texts.some((text) => text.includes("含调整 -12"))).toBe(true);
    expect(differences(plan)).toEqual([]);
  });

  it("is C01's concern: the total is the units and the adjustment together", () => {
    expect(countyFindings(adjusted(twice)).filter(({ code }) => code === "C01")).toEqual([]);
  });

  it.each([
    ["without a reason", { ...twice, reason: " " }, "noReason"],
    ["of a share", { ...twice, code: "0113" }, "notAdjustable"],
    ["of a line that is not there", { ...twice, code: "0499" }, "notAdjustable"],
    ["of nothing", { ...twice, amount: 0 }, "noAmount"],
  ])("must be put right %s", (_, adjustment, variant) => {
    const findings = countyFindings(adjusted(adjustment)).filter(({ code }) => code === "C01");
    expect(findings).toEqual([expect.objectContaining({ class: "mustFix", indicator: adjustment.code })]);
    expect(findings[0]!.params["variant"]).toBe(variant);
    expect(zh.finding(findings[0]!)).toMatch(/“?调整/);
  });
});

describe("an adjustment typed into the sheet", () => {
  it("is taken along when the session goes on", async () => {
    const { plan } = await sampleCountyWorkbook();
    const record = recordOf(typed(plan, ["0702", "", -4000, "清河镇", "与市民政局重复"]));
    expect(record.adjustments).toEqual([
      { code: "0702", amount: -4000, about: "清河镇", reason: "与市民政局重复" },
    ]);
    const session = new SessionModel({
      template: record.template!,
    });
    session.resume(record);
    const again = session.consolidate()!;
    expect(again.totals.get("0702")!.value).toBe(200_000);
    expect(again.totals.get("0701")!.value).toBe(352_000);
    expect(recordOf(countyWorkbookPlan(again, zh)).adjustments).toEqual(record.adjustments);
  });

  it("is understood where Excel made a number of the code, and counts as nothing but stays where the amount is a text", async () => {
    const { plan } = await sampleCountyWorkbook();
    const record = recordOf(typed(plan, [702, "", "减四千", "", ""]));
    expect(record.adjustments).toEqual([{ code: "0702", amount: 0, typed: "减四千", about: "", reason: "" }]);
    const again = countyWorkbookPlan(adjusted(...record.adjustments), zh);
    expect(recordOf(again).adjustments).toEqual(record.adjustments);
  });
});
