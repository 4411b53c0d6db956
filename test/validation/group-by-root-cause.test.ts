import { codeText } from "../../src/findings/finding-code";
import { parseA1, toA1 } from "../../src/workbook/address";
import type { SheetPlan } from "../../src/workbook/plan";
import {
  causesOf,
  cellOf,
  check,
  county,
  findings,
  flatten,
  KNOWN,
  sampleUnit,
  submission,
  typeOver,
  validator,
} from "./sample";

/** The sheet with its column of codes deleted, as Excel does it. */
function withoutCodes(sheet: SheetPlan): SheetPlan {
  const codes = sheet.cells.find(({ value }) => value === "0302")!.column;
  const rest = sheet.cells.filter(({ column }) => column !== codes);
  const cells = rest.map((cell) => (cell.column > codes ? { ...cell, column: cell.column - 1 } : cell));
  return { ...sheet, cells, merges: [] };
}

/** The heading 代码 is right of the table, the codes are nowhere. */
function withHeadingOfCodesOnly(sheet: SheetPlan): SheetPlan {
  const codes = sheet.cells.find(({ value }) => value === "0302")!.column;
  const cells = sheet.cells.flatMap((cell) => {
    if (cell.column !== codes) return [cell];
    return cell.value === "代码" ? [{ ...cell, column: 12 }] : [];
  });
  return { ...sheet, cells };
}

describe("one mistake", () => {
  it("is one finding, with the rules it breaks under it", () => {
    const found = findings("台上镇", { set: { "0201": 208 } });
    expect(flatten(found, "code", "cell")).toEqual([["R05", "E7"]]);
    expect(causesOf(found)).toEqual([["P01", "R06", "R08", "X05"]]);
  });

  it("in a part makes the implausible part follow the rule", () => {
    const found = findings("台上镇", { set: { "0203": 50 } });
    expect(flatten(found, "code", "cell")).toEqual([["R05", "E7"]]);
    expect(flatten(found[0]!.causes, "code", "cell")).toEqual([["P01", "E9"]]);
  });

  it("in a total's part makes the total and its share follow", () => {
    const found = findings("台上镇", { set: { "0216": 999 } });
    expect(flatten(found, "code", "cell")).toEqual([["R07", "E22"]]);
    expect(flatten(found[0]!.causes, "code", "cell")).toEqual([
      ["R21", "E23"],
      ["P01", "E22"],
      ["P01", "E23"],
    ]);
  });

  it("that is only implausible has its computed line under it", () => {
    const found = findings("团结街道", { set: { "0216": 0 } });
    expect(flatten(found, "code", "cell")).toEqual([["P02", "E22"]]);
    expect(flatten(found[0]!.causes, "code", "cell")).toEqual([["P01", "E23"]]);
  });

  it("in the cover's year takes the headings that say it too", () => {
    const found = findings("台上镇", {
      plan: (plan) =>
        typeOver(
          typeOver(plan, { sheet: "关工00", cell: "D8" }, "2019"),
          { sheet: "关工02", cell: "E3" },
          "2019 年度",
        ),
    });
    expect(flatten(found, "code")).toEqual([["S05"]]);
    expect(causesOf(found)[0]).toContain("D55");
  });

  it("in a line that is not for the unit takes how its value was read", () => {
    const lines = county.template.forms.flatMap(({ indicators }) => indicators);
    const { measure } = lines.find(({ code }) => code === "0609")!;
    const found = findings("台上镇", { type: { "0609": `500${measure}` } });
    expect(flatten(found, "code", "cell")).toEqual([["R23", "E15"]]);
    expect(causesOf(found)[0]).toContain("D32");
  });

  it("of a sheet copied from last year's workbook takes its heading", () => {
    const found = findings("台上镇", {
      plan: (plan) => {
        const sheet = plan.sheets.find(({ name }) => name === "关工05")!;
        const copy = { ...sheet, name: "关工05 (2)" };
        const both = { ...plan, sheets: [...plan.sheets, copy] };
        return typeOver(both, { sheet: copy.name, cell: "E3" }, "2019 年度");
      },
    });
    expect(flatten(found, "code", "sheet")).toEqual([["D18", "关工05 (2)"]]);
  });

  it("in the column of codes is its heading's too", () => {
    const found = findings("台上镇", {
      plan: (plan) => ({
        ...plan,
        sheets: plan.sheets.map((sheet) => (sheet.name === "关工03" ? withoutCodes(sheet) : sheet)),
      }),
    });
    expect(flatten(found, "code", "sheet")).toEqual([["S03", "关工03"]]);
  });

  it("in the column of codes is its heading's too, where that is left over at another place", () => {
    const found = findings("台上镇", {
      plan: (plan) => ({
        ...plan,
        sheets: plan.sheets.map((sheet) => (sheet.name === "关工03" ? withHeadingOfCodesOnly(sheet) : sheet)),
      }),
    });
    expect(flatten(found, "code", "sheet")).toEqual([["S03", "关工03"]]);
    expect(causesOf(found)).toEqual([["D20"]]);
  });

  it.each([
    ["that was pasted over its own", "关工05 (2)"],
    ["of another office's naming", "2019年教育"],
  ])("in a sheet of last year's %s takes the sheet's other name", (_, name) => {
    const found = findings("台上镇", {
      plan: (plan) => {
        const sheets = plan.sheets.map((sheet) => (sheet.name === "关工05" ? { ...sheet, name } : sheet));
        return typeOver({ ...plan, sheets }, { sheet: name, cell: "E3" }, "2019 年度");
      },
    });
    expect(flatten(found, "code", "sheet")).toEqual([["D55", name]]);
    expect(causesOf(found)).toEqual([["D18"]]);
  });

  it("in several such sheets takes the names of all of them, and of no other", () => {
    const named: Readonly<Record<string, string>> = { 关工03: "三", 关工05: "五", 关工06: "六" };
    const found = findings("台上镇", {
      plan: (plan) => {
        const sheets = plan.sheets.map((sheet) => ({ ...sheet, name: named[sheet.name] ?? sheet.name }));
        const year = "2019 年度";
        const third = typeOver({ ...plan, sheets }, { sheet: "三", cell: "E3" }, year);
        return typeOver(third, { sheet: "五", cell: "E3" }, year);
      },
    });
    expect(flatten(found, "code", "sheet")).toEqual([
      ["D18", "六"],
      ["D55", "三"],
    ]);
    expect(causesOf(found)[1]).toEqual(["D18", "D18"]);
  });

  it("of two columns that are exchanged is one: 本年 has last year's figures, 上年 others", () => {
    const unit = sampleUnit("台上镇");
    const lines = county.template.forms.find(({ id }) => id === "关工03")!.indicators;
    const typed = lines.filter(
      ({ code, carried, formula }) => carried && !formula && unit.lastYear.has(code),
    );
    const set = Object.fromEntries(typed.map(({ code }) => [code, unit.lastYear.get(code)!]));
    const lastYear = Object.fromEntries(typed.map(({ code }) => [code, Number(unit.values.get(code) ?? 0)]));
    const found = findings("台上镇", { set, lastYear }).filter(({ place }) => place.sheet === "关工03");
    expect(flatten(found, "code")).toEqual([["P03"]]);
    expect(causesOf(found)[0]!.filter((code) => code === "R09").length).toBeGreaterThanOrEqual(5);
  });

  it("is told from another one", () => {
    const found = findings("台上镇", { set: { "0201": 208, "0712": 19, "0507": -2 } });
    expect(flatten(found, "code", "sheet", "cell")).toEqual([
      ["R05", "关工02", "E7"],
      ["R20", "关工05", "E13"],
      ["X03", "关工07", "E18"],
    ]);
  });

  it("stands at the line that two rules speak against", () => {
    const found = findings("台上镇", { set: { "0712": 3 } });
    expect(flatten(found, "code", "cell")).toEqual([["X03", "E18"]]);
    expect(causesOf(found)).toEqual([["P01", "R16"]]);
  });

  it("of a wrong unit of measure leads the sums that fail because of it", () => {
    const found = findings("台上镇", { set: { "0703": 1.315 } });
    expect(flatten(found, "code", "cell")).toEqual([["P06", "E9"]]);
    expect(new Set(causesOf(found)[0])).toEqual(new Set(["P01", "R15", "R20", "X02"]));
  });

  it("in a formula's cell is the rule's, with the formula that is gone under it", () => {
    const found = findings("台上镇", { type: { "0102": 99 } });
    expect(flatten(found, "code", "cell")).toEqual([["R01", "E8"]]);
    expect(causesOf(found)[0]).toEqual(expect.arrayContaining(["D47", "R28", "P01"]));
  });

  it("in a number leaves the results that Excel did not work out anew under it", () => {
    const found = findings("台上镇", { type: { "0201": 208 } });
    expect(flatten(found, "code", "cell")).toEqual([["R05", "E7"]]);
    expect(causesOf(found)[0]).toEqual(expect.arrayContaining(["D17", "R08"]));
  });
});

describe("what cannot be read", () => {
  it("is asked nothing, and nothing that rests on it", () => {
    const clean = check("台上镇");
    const checked = check("台上镇", { set: { "0202": "见附件" } });
    expect(flatten(checked.findings, "code", "cell")).toEqual([["D40", "E8"]]);
    expect(causesOf(checked.findings)).toEqual([[]]);
    // R05 alone rests on 0202.
    expect(checked.skipped).toBe(clean.skipped + 1);
  });

  it("is not asked through a total either", () => {
    const checked = check("台上镇", { set: { "0105": "#REF!" } });
    expect(flatten(checked.findings, "code", "cell")).toEqual([["D46", "E11"]]);
  });

  it("leaves a blank to the rules, which fail under it", () => {
    const found = findings("台上镇", { set: { "0202": null } });
    expect(flatten(found, "code", "cell")).toEqual([["D41", "E8"]]);
    expect(causesOf(found)).toEqual([["R05"]]);
  });

  it("is a whole form that is not there", () => {
    const found = findings("台上镇", { without: ["关工04"] });
    expect(flatten(found, "code", "cell")).toEqual([["S02", null]]);
    expect(found[0]!.params).toMatchObject({ form: "关工04", title: "主题教育与宣讲" });
    expect(causesOf(found)).toEqual([[]]);
  });

  it("is a whole list that is not there", () => {
    const found = findings("台上镇", { without: ["L2捐助"] });
    expect(flatten(found, "code", "cell")).toEqual([["D18", null]]);
    expect(causesOf(found)).toEqual([[]]);
  });

  it("is another office's workbook: it is asked nothing at all", () => {
    const other = submission("台上镇", { plan: (plan) => ({ ...plan, sheets: [{ name: "工资", cells: [{ row: 0, column: 0, value: "工资表" }] }] }) });
    expect(validator.check(other, KNOWN)).toMatchObject({ findings: [{ code: "D01" }], passed: 0, failed: 0 });
  }); // prettier-ignore
});

describe("a cell read with a doubt", () => {
  it("takes the rules that fail because of it", () => {
    const found = findings("台上镇", { set: { "0702": "1.2万" } });
    expect(flatten(found, "code", "cell")).toEqual([["D33", "E8"]]);
    expect(causesOf(found)[0]).toEqual(expect.arrayContaining(["R15", "X02"]));
  });

  it("in a list stands by itself beside another one in the same list", () => {
    const [first, second, ...others] = sampleUnit("台上镇").lists.get("L2")!;
    const money = ({ 现金: cash, ...record }: typeof first & object) => ({
      ...record,
      现金: `约${Number(cash ?? 0)}`,
    });
    const found = findings("台上镇", { lists: { L2: [money(first!), money(second!), ...others] } });
    expect(flatten(found, "code", "sheet")).toEqual([
      ["D37", "L2捐助"],
      ["D37", "L2捐助"],
    ]);
  });

  it("that is a note is no cause", () => {
    const found = findings("台上镇", { set: { "0201": "208人" } });
    expect(flatten(found, "code", "cell")).toEqual([
      ["D32", "E7"],
      ["R05", "E7"],
    ]);
  });
});

describe("a merge", () => {
  it("has the blanks that it makes under it, and the rules that fail because of them", () => {
    const unit = sampleUnit("青石镇");
    const [top, below] = ["0702", "0703"].map((code) => parseA1(cellOf(unit, code).cell)!);
    const area = { top: top!.row, left: top!.column, bottom: below!.row, right: top!.column };
    const found = findings("青石镇", {
      type: { "0703": null },
      plan: (plan) => ({
        ...plan,
        sheets: plan.sheets.map((sheet) =>
          sheet.name === "关工07" ? { ...sheet, merges: [...(sheet.merges ?? []), area] } : sheet,
        ),
      }),
    });
    expect(flatten(found, "code", "cell")).toEqual([["D23", "E8"]]);
    expect(causesOf(found)[0]).toEqual(expect.arrayContaining(["D41", "X02"]));
  });

  it("over last year's column has that column's blank under it", () => {
    const { sheet, cell } = cellOf(sampleUnit("台上镇"), "0305");
    const { row, column } = parseA1(cell)!;
    const area = { top: row, left: column, bottom: row, right: column + 1 };
    const beside = { sheet, cell: toA1(row, column + 1) };
    const found = findings("台上镇", {
      plan: (plan) => ({
        ...plan,
        sheets: typeOver(plan, beside, null).sheets.map((each) =>
          each.name === sheet ? { ...each, merges: [...(each.merges ?? []), area] } : each,
        ),
      }),
    });
    expect(flatten(found, "code", "cell")).toEqual([["D23", cell]]);
    expect(causesOf(found)[0]).toContain("R09");
  });
});

describe("last year's workbook", () => {
  it("sent once more is one finding, whatever disagrees because of it", () => {
    const [found, ...others] = validator.check(submission("台上镇", {}, county.previous), KNOWN).findings;
    expect(others).toEqual([]);
    expect([found!.code, found!.place.cell]).toEqual(["S05", "D8"]);
    expect(new Set(found!.causes.map(({ code }) => codeText(code)))).toEqual(
      new Set(["S06", "D54", "D56", "R09", "R08", "P03"]),
    );
  });
});

describe("a row of the unit's own", () => {
  it("explains the sum that misses just what it says", () => {
    const unit = sampleUnit("台上镇");
    const { sheet } = cellOf(unit, "0213");
    const found = findings("台上镇", {
      set: { "0202": 58 },
      plan: (plan) =>
        typeOver(typeOver(plan, { sheet, cell: "B31" }, "其中：老党员"), { sheet, cell: "E31" }, 9),
    });
    expect(flatten(found, "code", "cell")).toEqual([["D19", "E31"]]);
    expect(causesOf(found)).toEqual([["R05"]]);
  });
});
