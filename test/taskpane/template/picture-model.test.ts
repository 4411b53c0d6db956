import { choiceAt, choiceNow, pictureOf } from "../../../src/taskpane/template/picture/picture-model";
import { discoverForms } from "../../../src/form-discovery/discover";
import type { OwnSheet } from "../../../src/template/own-sheet";
import { workbookFromPlan } from "../../../src/workbook/from-plan";
import type { SheetPlan } from "../../../src/workbook/plan";
import { ownBlank } from "../../fixtures/own-copies";

function ownOf(change: Partial<SheetPlan> = {}): OwnSheet {
  const [sheet] = ownBlank().sheets;
  const workbook = workbookFromPlan({ sheets: [{ ...sheet!, ...change }], names: [] });
  return discoverForms(workbook).forms[0]!.own!;
}

const textsOf = (own: OwnSheet): string[] =>
  pictureOf(own).rows.map(({ cells }) => cells.map(({ text, use }) => use ?? text).join(" | "));

it("shows labels where they are, and of each other cell what becomes of it", () => {
  expect(textsOf(ownOf())).toEqual([
    "农业情况统计表 | ",
    "填报单位： |  | ",
    "项目 | 计划 | 完成 | 主要品种",
    "水稻 | sum | sum | sum",
    "玉米 | sum | sum | sum",
    "合计 | computed | computed | sum",
  ]);
});

it("draws merged cells once, and leaves out what the sheet hides", () => {
  const merges = [{ top: 0, left: 0, bottom: 0, right: 3 }];
  const own = ownOf({ merges, columns: [{ column: 1, hidden: true }], rows: [{ row: 1, hidden: true }] });
  const { columns, rows } = pictureOf(own);
  expect(columns.map(({ column }) => column)).toEqual([0, 2, 3]);
  expect(rows.map(({ row }) => row)).toEqual([0, 2, 3, 4, 5]);
  expect(rows[0]!.cells).toMatchObject([{ text: "农业情况统计表", columnSpan: 3 }]);
});

it("chooses a cell, the line of a name, the column of a heading", () => {
  const rows = pictureOf(ownOf()).rows;
  const chosen = (row: number, column: number) =>
    rows[row]!.cells.find((cell) => cell.column === column)!.chooses;
  expect(chosen(3, 2)).toMatchObject({ kind: "cell", name: "水稻 · 完成", cells: ["C4"], use: "sum" });
  expect(chosen(4, 0)).toMatchObject({ kind: "line", name: "玉米", cells: ["B5", "C5", "D5"], use: "sum" });
  expect(chosen(2, 1)).toMatchObject({
    kind: "column",
    name: "计划",
    cells: ["B4", "B5", "B6"],
    hasFormula: false,
  });
  expect(chosen(5, 1)).toMatchObject({ hasFormula: true });
  expect(chosen(5, 0)).toMatchObject({ kind: "line", use: null, hasFormula: false });
  expect(chosen(0, 0)).toBeNull();
});

it("chooses by the number of a row and the letter of a column, where there is something to choose", () => {
  const own = ownOf();
  expect(choiceAt(own, "column", 3)).toMatchObject({ name: "D", cells: ["D4", "D5", "D6"], use: "sum" });
  expect(choiceAt(own, "line", 1)).toBeNull();
  expect(choiceNow(own, choiceAt(own, "line", 3)!)).toMatchObject({ cells: ["B4", "C4", "D4"] });
});
