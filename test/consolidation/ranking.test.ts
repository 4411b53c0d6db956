/** An assessment: what is scored is found in the blank, checked in the copies, ranked and graded for the county. */
import { consolidate } from "../../src/consolidation/consolidate";
import { gatherEvidence } from "../../src/consolidation/gather-evidence";
import type { RankedUnit } from "../../src/consolidation/ranking";
import { codeText } from "../../src/findings/finding-code";
import { unitsNamed } from "../../src/form-discovery/units-named";
import { sayInReport } from "../../src/locales/report-words";
import { readingsOf } from "../samples/made-once";
import { builtInTemplate } from "../../src/template/builtin";
import { readTemplate } from "../../src/template/workbook/read-template";
import { templatePlan } from "../../src/template/workbook/template-plan";
import type { Template } from "../../src/template/template";
import type { Evidence } from "../../src/validation/evidence";
import { createValidator } from "../../src/validation/validator";
import { workbookFromPlan } from "../../src/workbook/from-plan";
import { withDrawnSheets } from "../../src/workbook/plan";
import { ASSESSMENT, scored, submissionOf, templateOf, type Cells } from "../fixtures/assessment";
import { workbookOf } from "../fixtures/own-form";

const validator = createValidator(ASSESSMENT);

/** Code and cell of what is asked, what goes without an answer aside. */
function asked(cells: Cells, evidence: Evidence | null = null): string[] {
  const { findings } = validator.check(submissionOf("台上镇", cells), { lastYear: null, evidence });
  return findings
    .filter(({ class: found }) => found !== "note")
    .map(({ code, place }) => `${codeText(code)} ${place.cell}`);
}

/** What the sample county's forms of 2020 say of its units. */
function evidenceOf(scoring = ASSESSMENT.scoring!): ReturnType<typeof gatherEvidence> {
  const source = {
    template: builtInTemplate,
    submissions: readingsOf(2020).flat(),
    period: "2020",
    lastYear: null,
  };
  return gatherEvidence(scoring, ASSESSMENT.units, source);
}

interface RankingCase {
  readonly template?: Template;
  readonly evidence?: Evidence | null;
  readonly ranks?: ReadonlyMap<string, number>;
}

function ranking(
  cells: Readonly<Record<string, Cells>>,
  { template = ASSESSMENT, evidence = null, ranks }: RankingCase = {},
): readonly RankedUnit[] {
  const submissions = Object.entries(cells).map(([unit, each]) => submissionOf(unit, each, template));
  const lastYear = ranks ? { period: "2019", units: new Map(), totals: new Map(), ranks } : null;
  const { ranking: found } = consolidate({
    template,
    period: "2020",
    submissions,
    reported: [],
    missing: [],
    findings: [],
    lastYear,
    evidence,
  });
  return found!;
}

const line = ({ unit, group, score, rank, grade, veto }: RankedUnit): string =>
  [group, rank, unit.name, score, grade, veto].map((each) => each ?? "—").join(" ");

describe("what is scored", () => {
  it("is found in a blank by its headings: what an item gives is no figure, its total is a sum", () => {
    const blank = workbookOf({
      name: "目标考核",
      rows: [
        ["乡镇工作目标考核表"],
        ["单位："],
        ["类别", "考核内容", "标准分", "评分细则", "自查得分", "县考核得分", "备注"],
        ["党建", "落实三会一课制度并有完整记录", 10, "每缺一次扣1分，记录不完整的扣0.5分", null, null, null],
        [null, "按时足额收缴党费", 20, "未收缴的每人次扣0.2分，扣完为止", null, null, null],
        ["综治", "受到通报批评", -5, "每次扣1分，最多扣5分，受表彰不抵扣", null, null, null],
        ["总分", null, 30, null, null, null, null],
      ],
      merges: ["A4:A5"],
    });
    const { scoring, forms, rules } = templateOf(blank, unitsNamed(["台上镇", "麻线乡", "民政局", "审计办"]));
    expect(scoring!.groups.map(({ name }) => name)).toEqual(["乡镇", "部门"]);
    expect(scoring!.lines.map(({ name, max }) => [name, max])).toEqual([
      ["落实三会一课制度并有完整记录", 10],
      ["按时足额收缴党费", 20],
      ["受到通报批评", -5],
    ]);
    expect(scoring!.lines[1]).toEqual({
      name: "按时足额收缴党费",
      max: 20,
      self: "按时足额收缴党费",
      score: "按时足额收缴党费[县考核得分]",
      reason: "按时足额收缴党费[备注]",
    });
    expect(forms[0]!.indicators).toHaveLength(12);
    expect(rules.map(({ relation }) => relation.split("=")[0])).toEqual(["总分", "[总分[县考核得分]]"]);
  });

  it("is data that staff change in the template's workbook", () => {
    const plan = withDrawnSheets(templatePlan(ASSESSMENT, sayInReport("zh-CN")));
    const read = readTemplate(workbookFromPlan(plan));
    expect(read).toMatchObject({ ok: true, template: { version: 1, scoring: ASSESSMENT.scoring } });
    const wrong = plan.sheets.map((sheet) =>
      sheet.name !== "考核办法"
        ? sheet
        : {
            ...sheet,
            cells: sheet.cells.map((cell) =>
              cell.value === "组织建设[考核分]" ? { ...cell, value: "组织[考核分]" } : cell,
            ),
          },
    );
    const refused = readTemplate(workbookFromPlan({ ...plan, sheets: wrong }));
    expect(refused).toMatchObject({ errors: [{ code: "unknownLine", sheet: "考核办法" }] });
  });
});

describe("what is asked of scores", () => {
  it.each<[what: string, cells: Cells, found: readonly string[]]>([
    ["nothing where every point is had or its loss explained", scored([1, 0, 2]), []],
    ["a score above what its item gives", { ...scored(), E11: 11 }, ["K01 E11"]],
    ["a score below zero", { ...scored([1]), G4: -1 }, ["K01 G4"]],
    ["lost points without a reason, where it is to be written", { ...scored(), G12: 9.5 }, ["K02 F12"]],
    ["lost points that the unit itself says, before the county scores", { E4: 14 }, ["K02 F4"]],
    ["no reason where the county gives all points", { E4: 14, G4: 15 }, []],
  ])("%s", (_, cells, found) => {
    expect(asked(cells)).toEqual(found);
  });

  it("an own score far from the county's, until a reason is given", () => {
    const cells = { ...scored(), E8: 15, G8: 12 };
    expect(asked(cells)).toEqual(["K02 F8", "K03 G8"]);
    expect(asked({ ...cells, F8: "少一类活动" })).toEqual([]);
    expect(asked({ ...cells, G8: 12.5, F8: "少" })).toEqual([]);
  });

  it("a score that the figures of another county workbook do not allow", () => {
    const reading = evidenceOf();
    const evidence = reading.ok ? reading.evidence : null;
    // 台上镇: 14 of 16 reach the standard, 19 articles were adopted.
    expect(evidence!.units.get("台上镇")!.lines.get("五好创建")).toEqual({ figure: 87.5, bound: 15 });
    expect(asked(scored(), evidence)).toEqual([]);
    const { findings } = validator.check(submissionOf("市民政局", scored()), { lastYear: null, evidence });
    const found = findings.filter(({ code }) => code === "K04");
    expect(found.map(({ place, values }) => [place.cell, values!["bound"]])).toEqual([
      ["G5", 5.83333333333333],
      ["G11", 5],
    ]);
  });

  it("is refused where that workbook's template has no such line", () => {
    const [first, ...rest] = ASSESSMENT.scoring!.lines;
    const scoring = { ...ASSESSMENT.scoring!, lines: [{ ...first!, evidence: "0992" }, ...rest] };
    expect(evidenceOf(scoring)).toMatchObject({
      ok: false,
      problems: [{ name: "组织建设", text: "0992", error: { code: "unknownCode" } }],
    });
  });
});

describe("the ranking", () => {
  it("ranks by type of unit; equal scores have the same rank, the next is left out", () => {
    const units = {
      台上镇: [0],
      青石镇: [3],
      麻线乡: [3],
      花甸镇: [15],
      团结街道: [15, 10],
      市公安局: [15, 15, 10, 5],
    };
    const cells = Object.fromEntries(Object.entries(units).map(([unit, lost]) => [unit, scored(lost)]));
    expect(
      ranking(cells)
        .filter(({ score }) => score !== null)
        .map(line),
    ).toEqual([
      "街道 1 团结街道 75 合格 —",
      "乡镇 1 台上镇 100 优秀 —",
      "乡镇 2 青石镇 97 优秀 —",
      "乡镇 2 麻线乡 97 优秀 —",
      "乡镇 4 花甸镇 85 良好 —",
      "部门 1 市公安局 55 不合格 —",
    ]);
  });

  it("leaves a unit without a rank until every item is scored, and one that sent nothing", () => {
    const { G12: _, ...incomplete } = scored();
    const all = ranking({ 台上镇: incomplete, 青石镇: scored([1]) });
    const of = (name: string): RankedUnit => all.find(({ unit }) => unit.name === name)!;
    expect(of("台上镇")).toMatchObject({ score: null, rank: null, grade: null, scored: 8, self: 100 });
    expect(of("头道镇")).toMatchObject({ score: null, rank: null, scored: 0, self: null });
    expect(of("青石镇").rank).toBe(1);
    expect(all).toHaveLength(21);
  });

  it("caps the grade of a vetoed unit, by evidence or by the form's own figures, and says why", () => {
    const reading = evidenceOf();
    const evidence = reading.ok ? reading.evidence : null;
    const lost = { reason: "档案不合格", condition: "[档案制度[考核分]]<3", grade: "不合格" };
    const vetoes = [...ASSESSMENT.scoring!.vetoes, lost];
    const template = { ...ASSESSMENT, scoring: { ...ASSESSMENT.scoring!, vetoes } };
    const cells = { 通胜街道: scored(), 台上镇: scored([0, 0, 0, 0, 0, 0, 0, 0, 8]), 青石镇: scored() };
    expect(
      ranking(cells, { template, evidence })
        .filter(({ score }) => score !== null)
        .map(line),
    ).toEqual([
      "街道 1 通胜街道 100 合格 五好率低于70%",
      "乡镇 1 青石镇 100 优秀 —",
      "乡镇 2 台上镇 92 不合格 档案不合格",
    ]);
  });

  it("goes by any figure that the template names, and has last year's rank beside it", () => {
    const scoring = { ...ASSESSMENT.scoring!, key: "[宣传信息[考核分]]/10*100", grades: [] };
    const all = ranking(
      { 台上镇: scored([0, 0, 0, 0, 0, 0, 0, 3]), 青石镇: scored([15]) },
      { template: { ...ASSESSMENT, scoring }, ranks: new Map([["台上镇", 1]]) },
    );
    expect(all.filter(({ score }) => score !== null).map(line)).toEqual([
      "乡镇 1 青石镇 100 — —",
      "乡镇 2 台上镇 70 — —",
    ]);
    expect(all.find(({ unit }) => unit.name === "台上镇")!.lastRank).toBe(1);
  });
});
