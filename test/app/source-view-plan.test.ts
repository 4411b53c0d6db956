import { sayInReport } from "../../src/locales/report-words";
import { rowAround, sheetBeginning, sourceViewSheet, viewName } from "../../src/app/source-view-plan";
import { writeXlsx } from "../../src/files/write/write-xlsx";
import { CellTableBuilder, type CellContent } from "../../src/workbook/cells";
import { parseA1, toA1 } from "../../src/workbook/address";
import type { SheetPlan } from "../../src/workbook/plan";
import type { Sheet, Workbook } from "../../src/workbook/workbook";

const say = sayInReport("zh-CN");

function sheetOf(cells: Record<string, CellContent>, more: Partial<Sheet> = {}): Sheet {
  const table = new CellTableBuilder();
  for (const [a1, content] of Object.entries(cells)) {
    const { row, column } = parseA1(a1)!;
    table.add(row, column, content);
  }
  return {
    name: "关工02",
    visibility: "visible",
    protected: false,
    cells: table.build(),
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    comments: [],
    ...more,
  };
}

const bookOf = (sheet: Sheet, date1904 = false): Workbook => ({
  format: "xlsx",
  date1904,
  sheets: [sheet],
  names: [],
  externalLinks: 0,
  structureProtected: false,
});

const text = (value: string, format?: string): CellContent => ({
  kind: "text",
  value,
  ...(format ? { format } : {}),
});
const number = (value: number, format?: string): CellContent => ({
  kind: "number",
  value,
  ...(format ? { format } : {}),
});

function shown(sheet: Sheet, cell = "E7", date1904 = false, marks: string[] = []): SheetPlan {
  const at = (a1: string) => parseA1(a1)!;
  return sourceViewSheet(
    {
      workbook: bookOf(sheet, date1904),
      sheet,
      owner: "台上镇",
      focus: at(cell),
      marks: {
        sheet: sheet.name,
        cells: marks.map((a1) => ({ ...at(a1), fill: "F2A69B", comment: "" })),
      },
    },
    say,
  );
}

const cellsOf = ({ cells }: SheetPlan) =>
  Object.fromEntries(cells.map((cell) => [toA1(cell.row, cell.column), cell]));

describe("the copy of a sheet to look at", () => {
  it("has each value in its own place, none of its formulas, and shows which cell is meant", () => {
    const sheet = sheetOf({
      B2: text("=1+1"),
      E7: { ...number(172, "#,##0"), formula: "SUM(E8:E13)" },
      E9: { kind: "error", value: "#REF!" },
      E10: { kind: "boolean", value: true },
      E11: { kind: "empty", value: null, formula: "A1" },
    });
    const cells = cellsOf(shown(sheet, "E7", false, ["E9"]));
    expect(Object.keys(cells)).toEqual(["B2", "E7", "E9", "E10"]);
    expect(cells["E7"]).toEqual({
      row: 6,
      column: 4,
      value: 172,
      style: { format: "#,##0", fill: "FFE45C", border: "medium" },
    });
    expect(cells["E9"]).toMatchObject({ value: "#REF!", style: { fill: "F2A69B" } });
    expect([cells["B2"]!.value, cells["E10"]!.value]).toEqual(["=1+1", true]);
    expect(Object.values(cells).some((cell) => cell.formula !== undefined)).toBe(false);
  });

  it("lets Excel read no number into a text, and no text into a number", () => {
    const cells = cellsOf(shown(sheetOf({ A1: text("0012", "0.00"), A2: number(12, "@") })));
    expect(cells["A1"]!.style?.format).toBeUndefined();
    expect(cells["A2"]).toMatchObject({ value: 12 });
    expect(cells["A2"]!.style?.format).toBeUndefined();
  });

  it("marks an empty cell too", () => {
    expect(cellsOf(shown(sheetOf({ A1: text("甲") }), "C5"))["C5"]).toMatchObject({
      value: null,
      style: { fill: "FFE45C" },
    });
  });

  it("shows a date of the 1904 system as the day that it is", () => {
    const sheet = sheetOf({ A1: number(42_360, "yyyy-mm-dd"), A2: number(42_360) });
    const cells = cellsOf(shown(sheet, "A1", true));
    expect([cells["A1"]!.value, cells["A2"]!.value]).toEqual([43_822, 42_360]);
    expect(rowAround(sheet, { row: 0, column: 0 }, true)[0]!.text).toBe("2019-12-23");
  });

  it("carries no telephone number into the open workbook, be it text or number", () => {
    const sheet = sheetOf({ A1: text("电话13800138000"), A2: number(13_800_138_000) });
    expect(shown(sheet).cells.map(({ value }) => value)).toEqual(["电话（电话略）", "（电话略）", null]);
  });

  it("keeps hidden what the unit hid, but for the row and column that are meant", () => {
    const sheet = sheetOf(
      { A1: text("甲"), B1: text("乙"), E7: number(1), A9: text("末") },
      { hiddenRows: [{ first: 5, last: 1_048_575 }], hiddenColumns: [{ first: 1, last: 16_383 }] },
    );
    const { rows, columns } = shown(sheet);
    expect(rows?.map(({ row }) => row)).toEqual([5, 7, 8]);
    expect(columns?.filter(({ hidden }) => hidden).map(({ column }) => column)).toEqual([1]);
  });

  it("shows of a very long sheet its head and the rows around the cell", () => {
    const rows = Object.fromEntries(
      Array.from({ length: 30_000 }, (_, i) => [`A${i + 1}`, number(i + 1)] as const),
    );
    const plan = shown(sheetOf(rows), "A15000");
    expect(plan.cells.length).toBeLessThan(500);
    expect(cellsOf(plan)).toMatchObject({ A1: { value: 1 }, A14900: { value: 14_900 } });
  });

  it("has a name that Excel takes, and is a plan that can be written", () => {
    expect(viewName("台上镇", "关工02")).toBe("【查看】台上镇 关工02");
    expect(viewName("a/b:c".repeat(9), "关工[02]")).toMatch(/^[^\\/?*[\]:]{1,31}$/);
    const plan = shown(
      sheetOf({ A1: text("题"), E7: number(172) }, { merges: [{ top: 0, left: 0, bottom: 0, right: 3 }] }),
    );
    expect(plan.protected).toBe(true);
    expect(() => writeXlsx({ sheets: [plan], names: [] })).not.toThrow();
  });
});

describe("the row around a cell", () => {
  it("is read from left to right, the cell among it even where it is empty", () => {
    const sheet = sheetOf({ A7: text("1"), B7: text("五老志愿者总数"), F7: number(12), B8: text("别的") });
    expect(rowAround(sheet, parseA1("E7")!, false)).toEqual([
      { cell: "A7", heading: "", text: "1", here: false },
      { cell: "B7", heading: "", text: "五老志愿者总数", here: false },
      { cell: "E7", heading: "", text: "", here: true },
      { cell: "F7", heading: "", text: "12", here: false },
    ]);
  });

  it("is under the headings of its columns, rounded as a person would read it", () => {
    const sheet = sheetOf(
      {
        ...{
          A1: text("五老队伍情况"),
          A2: text("序号"),
          B2: text("指标\n名称"),
          D2: text("本 年"),
          F2: text("比率"),
        },
        ...{ A3: text("甲"), B3: text("乙"), D3: number(1), F3: number(2) },
        ...{ A4: number(1), B4: text("老干部"), D4: text("约7"), A5: number(2), B5: text("老战士") },
        ...{ D5: number(12.3456789), F5: { ...number(0.55557), format: "0.0%" } },
      },
      { merges: [{ top: 1, left: 3, bottom: 1, right: 4 }] },
    );
    expect(rowAround(sheet, parseA1("E5")!, false).map(({ heading, text: said }) => [heading, said])).toEqual(
      [
        ["序号", "2"],
        ["指标名称", "老战士"],
        ["本年", "12.35"],
        ["本年", ""],
        ["比率", "55.56%"],
      ],
    );
  });

  it("is how the sheet begins where the sheet as a whole is meant", () => {
    const sheet = sheetOf({ A1: text("五老队伍情况"), A3: text("序号"), B3: text("名称") });
    expect(sheetBeginning(sheet, false).map(({ cell, text: said }) => [cell, said])).toEqual([
      ["A1", "五老队伍情况"],
      ["A3", "序号  名称"],
    ]);
  });
});
