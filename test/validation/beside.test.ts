/** What is beside a line's own cell: its number in another column, its unit of measure changed. */
import {
  causesOf,
  cellOf,
  county,
  findings,
  flatten,
  KNOWN,
  sampleUnit,
  submission,
  typeOver,
  validator,
  type Change,
} from "./sample";

const unit = sampleUnit("台上镇");

/** The cell of the line's row in another column of the form: `D` unit of measure, `G` change, `I` reason, `K` beyond. */
function beside(code: string, column: string): { sheet: string; cell: string } {
  const { sheet, cell } = cellOf(unit, code);
  return { sheet, cell: column + cell.replace(/^[A-Z]+/, "") };
}

/** The line left blank, and the value typed into another column of its row. */
const moved = (code: string, column: string, value: number | string): Change => ({
  set: { [code]: null },
  plan: (plan) => typeOver(plan, beside(code, column), value),
});

describe("a number typed into the next column (F23)", () => {
  it.each([
    ["D", 145, "D9"],
    ["G", 145, "G9"],
    ["I", "１４５", "I9"],
    ["K", 145, "K9"],
  ])("is told where it stands, column %s, with the blank under it", (column, value, cell) => {
    const found = findings("台上镇", moved("0303", column, value));
    expect(flatten(found, "code", "class", "sheet", "cell")).toEqual([["F23", "mustFix", "关工03", cell]]);
    expect(found[0]!.params).toMatchObject({ target: "E9" });
    expect(causesOf(found)[0]).toContain("D41");
  });

  it.each([
    ["a remark", "I", "因疫情未开展"],
    ["a telephone number", "I", "13800001111"],
  ])("is not %s", (_, column, value) => {
    expect(flatten(findings("台上镇", moved("0303", column, value)), "code")).toEqual([["D41"]]);
  });

  it("is nothing to ask where the line is filled", () => {
    const plan: Change["plan"] = (plan) => typeOver(plan, beside("0303", "I"), "12");
    expect(findings("台上镇", { plan })).toEqual([]);
  });
});

describe("a unit of measure that was changed (D34)", () => {
  it.each(["万元", "（万元）"])("to %s is told at the line", (measure) => {
    const found = findings("台上镇", { plan: (plan) => typeOver(plan, beside("0711", "D"), measure) });
    expect(flatten(found, "code", "class", "cell", "indicator")).toEqual([["D34", "explain", "D17", "0711"]]);
  });

  it("explains the amounts that are too small because of it", () => {
    const found = findings("台上镇", {
      set: { "1015": 0.48 },
      plan: (plan) => typeOver(plan, beside("1015", "D"), "万元"),
    });
    expect(flatten(found, "code", "cell")).toEqual([["P06", "E21"]]);
    expect(causesOf(found)[0]).toContain("D34");
  });

  it("above the table is told there, once", () => {
    const caption = { sheet: "关工07", cell: "G3" };
    const found = findings("台上镇", { plan: (plan) => typeOver(plan, caption, "计量单位：万元") });
    expect(flatten(found, "code", "class", "cell")).toEqual([["D34", "explain", "G3"]]);
  });

  it.each(["圆", "(元)", "元 "])("to %s is the same", (measure) => {
    expect(findings("台上镇", { plan: (plan) => typeOver(plan, beside("0711", "D"), measure) })).toEqual([]);
  });
});

describe("a list that counts in 万元 by its heading (D34)", () => {
  it("is told at the heading, with the sums that fail because of it", () => {
    const found = findings("台上镇", {
      set: { "0702": 9301 },
      plan: (plan) => typeOver(plan, { sheet: "L2捐助", cell: "F3" }, "现金（万元）"),
    });
    expect(flatten(found, "code", "class", "sheet", "cell")).toContainEqual([
      "D34",
      "explain",
      "L2捐助",
      "F3",
    ]);
    expect(flatten(found, "code")).not.toContainEqual(["D22"]);
  });
});

describe("the year above a form (D55)", () => {
  const headed = (cell: string, text: string, ...sheets: string[]): Change => ({
    plan: (plan) => sheets.reduce((edited, sheet) => typeOver(edited, { sheet, cell }, text), plan),
  });

  it("is told where it is not the cover's", () => {
    const found = findings("台上镇", headed("E3", "2019 年度", "关工02"));
    expect(flatten(found, "code", "class", "sheet", "cell")).toEqual([["D55", "explain", "关工02", "E3"]]);
  });

  it("is told once for all forms", () => {
    const found = findings("台上镇", headed("E3", "2019 年度", "关工02", "关工03", "关工05"));
    expect(flatten(found, "code", "sheet", "cell")).toEqual([["D55", "关工02", "E3"]]);
    expect(found[0]!.params).toMatchObject({ count: 3, found: "2019", wanted: "2020" });
  });

  it("follows where the forms are last year's altogether", () => {
    const found = validator.check(
      submission("台上镇", headed("E3", "2020 年度", "关工02"), county.previous),
      KNOWN,
    );
    expect(flatten(found.findings, "code")).toEqual([["S05"]]);
    expect(causesOf(found.findings)[0]).toContain("D55");
  });

  it.each(["2020年度", "本年度", "上年度"])("is nothing to ask where it says %s", (text) => {
    expect(findings("台上镇", headed("E3", text, "关工02"))).toEqual([]);
  });

  it("is no year in a list's own texts", () => {
    expect(findings("台上镇", headed("B4", "2019年度", "L6文件制度"))).toEqual([]);
  });
});
