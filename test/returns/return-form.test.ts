import type { CheckCode } from "../../src/findings/catalogue";
import type { Decision } from "../../src/findings/decisions";
import { sayInReport } from "../../src/locales/report-words";
import { shareableReturns } from "../../src/returns/return-privacy";
import { returnForm, returnSheetName } from "../../src/returns/return-form";
import { returnText } from "../../src/returns/return-text";
import { unitReturns, type ReturnedFinding, type UnitReturn } from "../../src/returns/unit-returns";
import { builtInTemplate } from "../../src/template/builtin";
import { takeReturnForms } from "../../src/returns/read-return-form";
import { productOf } from "../../src/template/product-signatures";
import { workbookFromPlan } from "../../src/workbook/from-plan";
import type { PlanCell, SheetPlan } from "../../src/workbook/plan";

const say = sayInReport("zh-CN");

const finding = (more: Partial<ReturnedFinding> = {}): ReturnedFinding => ({
  class: "mustFix",
  code: "D37",
  unit: "台上镇",
  place: { file: "台上镇.xlsx", sheet: "关工02", cell: "E7" },
  indicator: "0201",
  values: { value: 120 },
  params: { name: "五老志愿者总数", raw: "约120" },
  raw: "约120",
  weight: "mustFix",
  causes: [],
  ...more,
});

const session = (...findings: ReturnedFinding[]) => ({
  committee: "集安市关工委",
  period: "2020",
  units: [
    { name: "台上镇", files: ["台上镇.xlsx"] },
    { name: "财源镇", files: ["财源镇.xlsx"] },
  ],
  strangers: [],
  findings,
});

const rowsOf = ({ cells }: SheetPlan): string[][] => {
  const rows = new Map<number, string[]>();
  for (const { row, column, value } of cells) {
    // What the form needs to be read again stands out of sight.
    if (column < 6 && value !== null && value !== "")
      rows.set(row, [...(rows.get(row) ?? []), String(value)]);
  }
  return [...rows.values()];
};

function formOf(...findings: ReturnedFinding[]): string[][] {
  const [first] = unitReturns(session(...findings));
  return rowsOf(returnForm(first!, [], say));
}

describe("退回单 on paper", () => {
  it("says for each point where, what stands there, what is wrong and what to do, and leaves room for the answer", () => {
    const soft = finding({ class: "explain", weight: "explain" });
    const rows = formOf(soft, finding({ place: { file: "台上镇.xlsx", sheet: "关工03", cell: "E9" } }));
    expect(rows.slice(3, 8)).toEqual([
      ["序号", "位置", "现在填的", "问题", "怎么改", "答复（由你单位填写）"],
      ["一定要改的（1 处）"],
      [
        "1",
        "关工03!E9",
        "约120",
        "五老志愿者总数填的是约数“约120”，暂按 120 读取，并注明是约数。",
        "请改填准确的数。",
      ],
      ["请核实：填错的改正，属实的说明原因（1 处）"],
      ["2", "关工02!E7", "约120", expect.any(String), expect.any(String)],
    ]);
    expect(rows.flat()).toEqual(expect.arrayContaining(["集安市关工委", "单位负责人："]));
  });

  const wholeFile = { file: "台上镇.xlsx", sheet: null, cell: null };
  const aboutFile = (code: CheckCode, params = {}): ReturnedFinding =>
    finding({ code, place: wholeFile, indicator: null, values: null, params, raw: null });

  it.each(["zh-CN", "en-US"] as const)(
    "speaks to the unit of a file that cannot be read, in %s",
    (locale) => {
      const inLocale = sayInReport(locale);
      const unreadable = [
        aboutFile("D06", { format: "zip" }),
        aboutFile("F04", { format: "archive" }),
        aboutFile("D03"),
      ];
      for (const each of unreadable) {
        const [first] = unitReturns(session(each));
        const text = `${rowsOf(returnForm(first!, [], inLocale))
          .flat()
          .join()}${returnText(first!, inLocale)}`;
        expect(text).toContain(inLocale("file.unit"));
        expect(text).not.toMatch(/填报单位|重新选择|先解压|Ask the unit|ask the unit|choose/);
      }
    },
  );

  it("asks which of several files holds, which the unit knows", () => {
    const rows = formOf(aboutFile("D10", { others: "台上镇2.xlsx", differences: 3 }));
    expect(rows.flat()).toContain("请告诉我们以哪一份为准，或者重新报送正确的一份。");
  });

  it("asks nothing that only the county can do", () => {
    const county = (["F06", "C01", "C03", "C06"] as const).map((code) => aboutFile(code));
    expect(unitReturns(session(...county))).toEqual([]);
    const [first] = unitReturns(session(...county, finding()));
    expect(first!.findings.map(({ code }) => code)).toEqual(["D37"]);
  });

  it("names the cells that will be right once the mistake is mended", () => {
    const effect = finding({ place: { file: "台上镇.xlsx", sheet: "关工02", cell: "E20" } });
    expect(
      formOf(finding({ causes: [effect] }))
        .flat()
        .join(),
    ).toContain("由此引起，改好这一处就会对上：关工02!E20");
  });

  it("prints on the width of one A4 page, the head of the table on every page", () => {
    const [first] = unitReturns(session(finding()));
    expect(returnForm(first!, [], say).print).toMatchObject({
      fitWidth: 1,
      titleRows: { first: 3, last: 3 },
    });
  });

  it("has a name that Excel takes, whatever the unit is called", () => {
    expect(returnSheetName("台上镇")).toBe("退回单 台上镇");
    expect(returnSheetName("甲/乙[丙]".repeat(9)).length).toBeLessThanOrEqual(31);
    expect(returnSheetName("甲/乙")).not.toMatch(/[\\/?*[\]:]/);
  });
});

describe("what the county has dealt with by itself", () => {
  const textNumber = (cell: string) =>
    finding({
      class: "note",
      weight: "note",
      code: "D31",
      place: { file: "台上镇.xlsx", sheet: "关工03", cell },
      params: { name: "培训", raw: "12", value: 12 },
      raw: "12",
    });
  const { causes: _none, ...decided } = finding({ code: "D33" });
  const proposal = {
    from: "5.2万",
    was: 52_000,
    to: 9000,
    because: { code: "asRead", params: {} },
  } as const;
  const applied = (decision: Decision) => ({ decision, state: "applied" });
  const decisions = [
    applied({ kind: "accept", finding: { ...decided, proposal } }),
    applied({ kind: "explain", finding: decided, seen: "", text: "电话核实 13800138000" }),
    applied({ kind: "accept", finding: { ...decided, unit: "财源镇", proposal } }),
    { ...applied({ kind: "accept", finding: { ...decided, proposal } }), state: "changed" },
  ];
  const theSession = {
    ...session(finding(), textNumber("E7"), textNumber("E8"), textNumber("E9")),
    decisions,
  };
  const [unitReturn] = unitReturns(shareableReturns(theSession, builtInTemplate, [], say));

  it("stands below what is asked, so that the unit knows and need not answer", () => {
    const rows = rowsOf(returnForm(unitReturn!, [], say));
    const at = rows.findIndex(([text]) => text?.startsWith("汇总时已经这样处理的（3 处）"));
    expect(rows.slice(at + 1, at + 4)).toEqual([
      ["2", "关工02!E7", "5.2万", "按 9000 计算。", "依据：按格子里写的内容读取、换算。"],
      ["3", "关工02!E7", "已有说明：电话核实 （电话略）"],
      ["4", "3 处", "文本型数字，已按数读取：关工03!E7、关工03!E8、关工03!E9。"],
    ]);
  });

  it("is told by chat too", () => {
    expect(returnText(unitReturn!, say)).toMatch(
      /汇总时已经这样处理的（3 处）.*\n1\. 【关工02!E7】“5\.2万”：按 9000 计算。/,
    );
  });

  it("is not said where nothing was, and asks for no answer that would be read back", () => {
    const none = unitReturns(session(finding()))[0]!;
    expect(
      rowsOf(returnForm(none, [], say))
        .flat()
        .join(),
    ).not.toContain("已经这样处理");
    const area = returnForm(unitReturn!, [], say).validations![0]!.area;
    expect([area.top, area.bottom]).toEqual([4, 5]);
  });
});

describe("退回单 that comes back", () => {
  const twoPoints = () => {
    const other = finding({ code: "D38", place: { file: "台上镇.xlsx", sheet: "关工03", cell: "E9" } });
    return returnForm(unitReturns(session(finding(), other))[0]!, [], say);
  };

  /** The sheet with these answers below each other, and whatever else a township did with it. */
  const readAgain = (
    sheet: SheetPlan,
    answers: readonly string[],
    edit = (cell: PlanCell): PlanCell[] => [cell],
  ) => {
    const cells = sheet.cells.map((cell) =>
      cell.column === 5 && cell.row > 4 && cell.row - 5 < answers.length
        ? { ...cell, value: answers[cell.row - 5]! }
        : cell,
    );
    return takeReturnForms(
      workbookFromPlan({ names: [], sheets: [{ ...sheet, cells: cells.flatMap(edit) }] }),
    );
  };

  it("has room for an answer that may be written also on a protected sheet, with a word on how", () => {
    const sheet = twoPoints();
    const answers = sheet.cells.filter(({ row, column }) => column === 5 && (row === 5 || row === 6));
    expect(answers.map(({ value, style }) => [value, style?.unlocked])).toEqual([
      [null, true],
      [null, true],
    ]);
    expect(sheet.validations?.[0]).toMatchObject({
      promptTitle: "答复",
      prompt: expect.stringContaining("已改"),
    });
  });

  it("tells whose it is, and which answer belongs to which finding", () => {
    const { forms, rest } = readAgain(twoPoints(), ["属实", " 已改 "]);
    expect(rest).toBeNull();
    expect(forms).toMatchObject([{ unit: "台上镇", period: "2020", loose: [] }]);
    expect(
      forms[0]!.answers.map(({ code, place: { sheet, cell }, text }) => [code, sheet, cell, text]),
    ).toEqual([
      ["D37", "关工02", "E7", "属实"],
      ["D38", "关工03", "E9", "已改"],
    ]);
  });

  it("tells so too where rows were sorted or a column was put in", () => {
    const moved = readAgain(twoPoints(), ["属实", "已改"], (cell) => [
      { ...cell, row: cell.row > 4 ? 20 - cell.row : cell.row, column: cell.column + 1 },
    ]);
    expect(moved.forms[0]!.answers.map(({ code, text }) => `${code} ${text}`)).toEqual([
      "D38 已改",
      "D37 属实",
    ]);
  });

  it("loses no answer of which nothing says any more what it is about", () => {
    const { forms } = readAgain(twoPoints(), ["属实", "已改"], (cell) =>
      cell.row === 6 && cell.column === 6 ? [] : [cell],
    );
    expect(forms[0]).toMatchObject({ answers: [{ code: "D37", text: "属实" }], loose: ["已改"] });
  });

  it("is read where several findings are answered in one merged cell, and loose once where nothing is asked", () => {
    const sheet = twoPoints();
    const [first] = sheet.cells.filter(({ row, column }) => row === 5 && column === 5);
    const merge = { top: 5, left: 5, bottom: 7, right: 5 };
    const { forms } = readAgain({ ...sheet, merges: [merge] }, ["以上均属实"]);
    expect(first).toBeDefined();
    expect(forms[0]!.answers.map(({ code, text }) => `${code} ${text}`)).toEqual([
      "D37 以上均属实",
      "D38 以上均属实",
    ]);
    expect(forms[0]!.loose).toEqual(["以上均属实"]);
  });

  it("is read also where the unit wrote beside the column that is meant for it", () => {
    const sheet = twoPoints();
    const beside = { ...sheet, cells: [...sheet.cells, { row: 6, column: 7, value: "电话里说过了" }] };
    const { forms } = readAgain(beside, ["属实"]);
    expect(forms[0]!.answers.map(({ code, text }) => `${code} ${text}`)).toEqual([
      "D37 属实",
      "D38 电话里说过了",
    ]);
  });

  it.each([
    ["over what was filled in", 2, () => "118", "118"],
    ["a longer number over what was filled in", 2, (own: string) => `${own}8`, "约1208"],
    ["behind our advice", 4, (own: string) => `${own}已改为118`, "已改为118"],
    ["in place of our advice", 4, () => "已改为118", "已改为118"],
    ["over the number of the point", 0, () => "√", "√"],
  ])("is read also where the unit wrote %s", (_, column, write, answer) => {
    const { forms } = readAgain(twoPoints(), [], (cell) =>
      cell.row === 5 && cell.column === column ? [{ ...cell, value: write(String(cell.value)) }] : [cell],
    );
    expect(forms[0]!.answers.map(({ code, text }) => `${code} ${text}`)).toEqual([`D37 ${answer}`]);
    expect(forms[0]!.loose).toEqual([]);
  });

  it("is not made of our own words, the signatures, or line breaks that another program writes", () => {
    const { forms } = readAgain(twoPoints(), [], (cell) => {
      const text = String(cell.value ?? "");
      if (text.startsWith("单位负责人")) return [{ ...cell, value: `${text}王某` }];
      return [{ ...cell, ...(cell.column === 3 && { value: text.replace("，", "，\r\n") }) }];
    });
    expect(forms).toMatchObject([{ answers: [], loose: [] }]);
  });

  it("loses nothing that was written below the table, or in a comment", () => {
    const sheet = twoPoints();
    const below = [
      { row: 8, column: 1, value: "1、2 都已改" },
      { row: 12, column: 0, value: "其余属实" },
    ];
    const { forms } = readAgain(
      { ...sheet, cells: [...sheet.cells, ...below], comments: [{ row: 6, column: 5, text: "属实" }] },
      [],
    );
    expect(forms).toMatchObject([
      { answers: [{ code: "D38", text: "属实" }], loose: ["1、2 都已改", "其余属实"] },
    ]);
  });

  it("is read also where the unit put a line above everything", () => {
    const { forms } = readAgain(twoPoints(), ["属实"], (cell) => [{ ...cell, row: cell.row + 1 }]);
    expect(forms).toMatchObject([{ unit: "台上镇", answers: [{ code: "D37", text: "属实" }] }]);
  });

  it("is not taken for one where only the name of the sheet says so", () => {
    const plan = {
      names: [],
      sheets: [{ name: "退回单 台上镇", cells: [{ row: 0, column: 0, value: "甲" }] }],
    };
    expect(takeReturnForms(workbookFromPlan(plan)).forms).toEqual([]);
    expect(productOf(workbookFromPlan(plan))).toBeNull();
    expect(productOf(workbookFromPlan({ names: [], sheets: [twoPoints()] }))).toBe("returnForm");
  });
});

describe("what goes back", () => {
  it("is nothing where all is well or only notes were made", () => {
    expect(unitReturns(session(finding({ class: "note", weight: "note" })))).toEqual([]);
    expect(returnText({ ...unit(), findings: [finding({ weight: "note" })] }, say)).toBeNull();
  });

  it("goes to the unit that it is about and to no other", () => {
    const returns = unitReturns(session(finding(), finding({ unit: "财源镇", place: place("财源镇.xlsx") })));
    expect(returns.map((each) => [each.unit, each.findings.length, each.files])).toEqual([
      ["台上镇", 1, [{ file: "台上镇.xlsx", shared: false }]],
      ["财源镇", 1, [{ file: "财源镇.xlsx", shared: false }]],
    ]);
  });

  it("knows a file in which a finding of another unit stands for one that cannot be sent", () => {
    const [first] = unitReturns(session(finding(), finding({ unit: "财源镇" })));
    expect(first!.files).toEqual([{ file: "台上镇.xlsx", shared: true }]);
  });

  it("quotes no roster, no telephone number, and nobody whom another unit names as giver", () => {
    const { findings } = shareableReturns(
      session(
        finding({
          place: { file: "台上镇.xlsx", sheet: "L7五老名册", cell: "A9" },
          params: { name: "姓名", raw: "王秘密" },
          raw: "王秘密",
        }),
        finding({ raw: "13800138000", params: { name: "电话", raw: "13800138000" } }),
        finding({
          code: "C04",
          params: {
            list: "L2",
            text: "老李",
            otherText: "李大爷",
            otherUnit: "财源镇",
            otherSheet: "L2捐助",
            otherCell: "C5",
          },
          raw: null,
        }),
      ),
      builtInTemplate,
      [],
      say,
    );
    const said = findings.map((each) => `${each.raw} ${say.finding(each)}`).join();
    expect(said).not.toMatch(/王秘密|13800138000|李大爷/);
    expect(said).toContain("（个人信息略）");
  });
});

const place = (file: string) => ({ file, sheet: "关工02", cell: "E7" });
const unit = (): UnitReturn => ({
  unit: "台上镇",
  committee: "",
  period: null,
  findings: [],
  files: [],
  handled: [],
});
