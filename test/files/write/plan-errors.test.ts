import { PlanError } from "../../../src/files/write/plan-error";
import { writeXlsx } from "../../../src/files/write/write-xlsx";
import { parseArea, type Area } from "../../../src/workbook/address";
import type { ChartPlan, SheetPlan, WorkbookPlan } from "../../../src/workbook/plan";

const area = (a1: string): Area => parseArea(a1)!;
const cell = { row: 1, column: 1, value: 1 };

/** The code and place of the refusal, or null where the plan is written. */
function refusal(plan: WorkbookPlan): string | null {
  try {
    writeXlsx(plan);
    return null;
  } catch (error) {
    if (error instanceof PlanError) return `${error.code} ${error.place}`;
    throw error;
  }
}

function refusalOfSheet(sheet: Partial<SheetPlan>): string | null {
  return refusal({ names: [], sheets: [{ name: "表", cells: [], ...sheet }] });
}

function refusalOfSheets(...names: string[]): string | null {
  return refusal({ names: [], sheets: names.map((name) => ({ name, cells: [] })) });
}

describe("sheets that Excel would refuse", () => {
  test.each(["", "长".repeat(32), "a/b", "a:b", "[a]", "甲?", "'甲", "History"])("the name %p", (name) => {
    expect(refusalOfSheets(name)).toBe(`sheetName ${name}`);
  });

  test("two names that differ in case only", () => {
    expect(refusalOfSheets("Form", "FORM")).toBe("sheetNameTwice FORM");
  });

  test("no visible sheet", () => {
    expect(refusalOfSheet({ visibility: "hidden" })).toBe("noVisibleSheet workbook");
  });

  test("a first sheet that is not there or hidden", () => {
    const sheets: SheetPlan[] = [
      { name: "甲", cells: [] },
      { name: "乙", visibility: "hidden", cells: [] },
    ];
    expect(refusal({ names: [], sheets, activeSheet: "丙" })).toBe("unknownSheet 丙");
    expect(refusal({ names: [], sheets, activeSheet: "乙" })).toBe("unknownSheet 乙");
  });
});

describe("cells that Excel would refuse or change", () => {
  test.each<[string, Partial<SheetPlan>, string]>([
    ["two cells at one address", { cells: [cell, cell] }, "cellTwice 表!B2"],
    ["not a number", { cells: [{ ...cell, value: NaN }] }, "notFinite 表!B2"],
    ["infinity", { cells: [{ ...cell, value: -Infinity }] }, "notFinite 表!B2"],
    [
      "a text over 32767 characters",
      { cells: [{ ...cell, value: "x".repeat(32_768) }] },
      "textTooLong 表!B2",
    ],
    [
      "a formula over 8192 characters",
      { cells: [{ ...cell, formula: "1".repeat(8_193) }] },
      "textTooLong 表!B2",
    ],
    ["a column beyond XFD", { cells: [{ ...cell, column: 16_384 }] }, "outsideSheet 表!XFE2"],
    [
      "two comments in one cell",
      {
        comments: [
          { row: 0, column: 0, text: "甲" },
          { row: 0, column: 0, text: "乙" },
        ],
      },
      "commentTwice 表!A1",
    ],
    ["a colour that is none", { cells: [{ ...cell, style: { fill: "red" } }] }, "color red"],
  ])("%s", (_, sheet, expected) => {
    expect(refusalOfSheet(sheet)).toBe(expected);
  });

  test("a text of exactly 32767 characters is written", () => {
    expect(refusalOfSheet({ cells: [{ ...cell, value: "x".repeat(32_767) }] })).toBeNull();
  });
});

describe("layouts that Excel would refuse or change", () => {
  test.each<[string, Partial<SheetPlan>, string]>([
    [
      "merges that overlap",
      { merges: [area("A1:C3"), area("F1:G9"), area("C3:D4")] },
      "mergesOverlap 表!C3:D4",
    ],
    ["a value hidden by a merge", { cells: [cell], merges: [area("A1:B2")] }, "valueUnderMerge 表!B2"],
    ["a column twice", { columns: [{ column: 1 }, { column: 1, width: 3 }] }, "columnTwice 表!B1"],
    ["a row twice", { rows: [{ row: 4 }, { row: 4, hidden: true }] }, "rowTwice 表!A5"],
    ["a column too wide", { columns: [{ column: 1, width: 300 }] }, "size 表!B1"],
    ["a row too high", { rows: [{ row: 0, height: 410 }] }, "size 表!A1"],
    ["a header too long", { print: { header: "长".repeat(256) } }, "textTooLong 表 header"],
    [
      "choices too long together",
      { validations: [{ area: area("A1"), type: "list", choices: ["长".repeat(128), "长".repeat(128)] }] },
      "choices 表!A1",
    ],
    [
      "a choice with a comma",
      { validations: [{ area: area("A1"), type: "list", choices: ["a,b"] }] },
      "choices 表!A1",
    ],
  ])("%s", (_, sheet, expected) => {
    expect(refusalOfSheet(sheet)).toBe(expected);
  });

  test("neighbouring merges are written", () => {
    expect(refusalOfSheet({ merges: [area("A1:C3"), area("D1:E3"), area("A4:E4")] })).toBeNull();
  });
});

describe("names that Excel would refuse", () => {
  test.each(["", "A1", "R1C1", "1月", "甲 乙"])("%p", (name) => {
    expect(refusal({ names: [{ name, refersTo: "1" }], sheets: [{ name: "表", cells: [] }] })).toBe(
      `definedName ${name}`,
    );
  });

  test("one name twice", () => {
    const names = ["Total", "TOTAL"].map((name) => ({ name, refersTo: "1" }));
    expect(refusal({ names, sheets: [{ name: "表", cells: [] }] })).toBe("definedNameTwice TOTAL");
  });
});

describe("charts that are none", () => {
  const at = (a1: string) => ({ sheet: "表", area: area(a1) });
  const series = { name: at("B1"), values: at("B2:B4") };
  const chart: ChartPlan = {
    name: "图",
    title: "图",
    kind: "column",
    categories: at("A2:A4"),
    series: [series],
    anchor: area("D1:J10"),
  };

  test.each<[string, Partial<ChartPlan>]>([
    ["no series", { series: [] }],
    ["a series shorter than the categories", { series: [{ ...series, values: at("B2:B3") }] }],
    ["categories in a block", { categories: at("A2:B4") }],
    ["a pie of two series", { kind: "pie", series: [series, series] }],
    ["a line over horizontal bars", { kind: "bar", series: [series, { ...series, kind: "line" }] }],
    ["a second axis without a first", { series: [{ ...series, secondAxis: true }] }],
  ])("%s", (_, change) => {
    expect(refusalOfSheet({ charts: [{ ...chart, ...change }] })).toBe("chart 图");
  });

  test("two charts of one name", () => {
    expect(refusalOfSheet({ charts: [chart, chart] })).toBe("chartNameTwice 图");
  });

  test("cells on a sheet that the plan does not have", () => {
    const categories = { ...chart.categories, sheet: "无" };
    expect(refusalOfSheet({ charts: [{ ...chart, categories }] })).toBe("unknownSheet 无");
  });
});
