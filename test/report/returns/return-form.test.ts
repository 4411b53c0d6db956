import { sayInReport } from "../../../src/locales/report-words";
import { shareableReturns } from "../../../src/report/returns/return-privacy";
import { returnForm, returnSheetName } from "../../../src/report/returns/return-form";
import { returnText } from "../../../src/report/returns/return-text";
import { unitReturns, type ReturnedFinding, type UnitReturn } from "../../../src/report/returns/unit-returns";
import { builtInTemplate } from "../../../src/template/builtin";
import type { SheetPlan } from "../../../src/workbook/plan";

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

const round = (...findings: ReturnedFinding[]) => ({
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
  for (const { row, value } of cells) {
    if (value !== null && value !== "") rows.set(row, [...(rows.get(row) ?? []), String(value)]);
  }
  return [...rows.values()];
};

function formOf(...findings: ReturnedFinding[]): string[][] {
  const [first] = unitReturns(round(...findings));
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

  it("names the cells that will be right once the mistake is mended", () => {
    const effect = finding({ place: { file: "台上镇.xlsx", sheet: "关工02", cell: "E20" } });
    expect(
      formOf(finding({ causes: [effect] }))
        .flat()
        .join(),
    ).toContain("由此引起，改好这一处就会对上：关工02!E20");
  });

  it("prints on the width of one A4 page, the head of the table on every page", () => {
    const [first] = unitReturns(round(finding()));
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

describe("what goes back", () => {
  it("is nothing where all is well or only notes were made", () => {
    expect(unitReturns(round(finding({ class: "note", weight: "note" })))).toEqual([]);
    expect(returnText({ ...unit(), findings: [finding({ weight: "note" })] }, say)).toBeNull();
  });

  it("goes to the unit that it is about and to no other", () => {
    const returns = unitReturns(round(finding(), finding({ unit: "财源镇", place: place("财源镇.xlsx") })));
    expect(returns.map((each) => [each.unit, each.findings.length, each.files])).toEqual([
      ["台上镇", 1, [{ file: "台上镇.xlsx", shared: false }]],
      ["财源镇", 1, [{ file: "财源镇.xlsx", shared: false }]],
    ]);
  });

  it("knows a file in which a finding of another unit stands for one that cannot be sent", () => {
    const [first] = unitReturns(round(finding(), finding({ unit: "财源镇" })));
    expect(first!.files).toEqual([{ file: "台上镇.xlsx", shared: true }]);
  });

  it("quotes no roster, no telephone number, and nobody whom another unit names as giver", () => {
    const { findings } = shareableReturns(
      round(
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
const unit = (): UnitReturn => ({ unit: "台上镇", committee: "", period: null, findings: [], files: [] });
