/** One sheet of a blank: its tables, what their cells are for, and what must be asked. */
import type { CellUse } from "../template/own-sheet";
import { areaToA1 } from "../workbook/address";
import type { Sheet } from "../workbook/workbook";
import { captionsOf } from "./captions";
import { findCards } from "./cards";
import { columnsOf, type DraftColumn, type IsWordy, type KnownOfCells } from "./columns";
import {
  isRateLine,
  type Doubt,
  type DraftCell,
  type DraftForm,
  type DraftList,
  type DraftTable,
} from "./draft";
import { draftCard, unitOfCard } from "./draft-card";
import { SheetGrid, type GridCell } from "./grid";
import { linesOf, type DraftLine } from "./lines";
import type { Proposal, Question, QuestionCode } from "./question";
import { draftList, type WrittenBelow } from "./draft-list";
import { findRegions, isInside } from "./regions";
import { headsWithoutTable, type TableArea } from "./tables";
import { unitLinesOf, unitsWithoutLine, type DraftUnitLines } from "./unit-lines";
import { isCrossedOut, isNoteHead, isPersonal } from "./words";

/** Why a sheet is no form. */
export type NoForm = "empty" | "hidden" | "noTable" | "tooLarge";

export interface KnownOfForms extends KnownOfCells {
  /** The names of those who fill them, as far as they are known. */
  readonly units: ReadonlySet<string>;
  /** Did staff give these names? Then nobody else fills them. */
  readonly areUnitsGiven: boolean;
  /** Did units write numbers into this cell? */
  readonly isNumeric: IsWordy;
  /** The few words that units wrote in the column below this cell, again and again. */
  readonly choicesBelow: (row: number, column: number) => readonly string[] | undefined;
}

function writtenBelow({ isWordy, isNumeric, choicesBelow }: KnownOfForms): WrittenBelow {
  return (row, column) => {
    const choices = choicesBelow(row, column);
    if (choices) return { holds: "words", choices };
    return isWordy(row, column)
      ? { holds: "words" }
      : isNumeric(row, column)
        ? { holds: "figures" }
        : undefined;
  };
}

export function draftOf(sheet: Sheet, known: KnownOfForms): DraftForm | NoForm {
  const { isWordy } = known;
  const grid = new SheetGrid(sheet);
  if (sheet.visibility !== "visible") return "hidden";
  if (grid.rows === 0) return "empty";
  if (grid.tooLarge) return "tooLarge";
  const asked: Question[] = [];
  const regions = findRegions(grid);
  const lists = regions.lists.map((area) => draftList(grid, area, regions, writtenBelow(known)));
  const tables = regions.tables.map((area) => tableOf(grid, area, known)).filter((table) => table !== null);
  const open = tables.filter(hasOpenCell);
  const used = open.length + lists.length > 0 ? open : tables;
  for (const table of tables) if (!used.includes(table)) asked.push(nothingToFill(sheet.name, table));
  const found = findCards(grid);
  const cards = found.map((card) => draftCard(grid, card, known, asked));
  if (used.length + cards.length + lists.length === 0) return "noTable";
  const all = [...used, ...cards].sort((a, b) => a.area.head.top - b.area.head.top);
  const first = Math.min(...[...all, ...lists].map(({ area }) => area.head.top));
  const said = captionsOf(grid, first);
  const unit = said.unit ?? found.map(unitOfCard).find((each) => each !== undefined);
  const captions = unit === undefined ? said : { ...said, unit };
  const doubts: Doubt[] = [];
  for (const table of used) {
    askAboutColumns(asked, sheet.name, table);
    askAboutHeadings(asked, sheet.name, table);
    askAboutUnits(asked, sheet.name, table, known);
    useCells(asked, doubts, sheet.name, { table, isWordy });
  }
  for (const list of lists) asked.push(...aboutList(sheet.name, list));
  askAboutBeside(asked, grid, all, lists);
  for (const row of headsWithoutTable(grid, (each) => isInside(regions, each)))
    asked.push(noLines(grid, row));
  return { grid, captions, tables: all, lists, asked, doubts };
}

function tableOf(grid: SheetGrid, area: TableArea, known: KnownOfForms): DraftTable | null {
  const lines = linesOf(grid, area);
  const ofUnits = unitLinesOf(grid, area, lines, known);
  if (ofUnits) return unitTable(grid, area, ofUnits, known);
  const filled = lines.filter(({ heading }) => heading === null);
  const columns = columnsOf(
    grid,
    area,
    filled.map(({ row }) => row),
    known,
  );
  const cells = lines.flatMap((line, l) =>
    line.heading !== null ? [] : cellsOfLine(grid, line, l, columns),
  );
  if (filled.length === 0 || !columns.some(({ role }) => role === "value")) return null;
  return { area, lines, columns, cells, lineKeys: [], columnKeys: [] };
}

/** Each unit fills one of the lines: the first one's cells speak for their columns. */
function unitTable(
  grid: SheetGrid,
  area: TableArea,
  ofUnits: DraftUnitLines,
  known: KnownOfForms,
): DraftTable | null {
  const own = ofUnits.lines.filter(({ sums }) => sums === null);
  const rows = own.map(({ line }) => line.row);
  const columns = columnsOf(grid, area, rows, known);
  if (!columns.some(({ role }) => role === "value")) return null;
  const first: DraftLine = { row: rows[0]!, path: [EACH_UNIT], heading: null };
  const cells = cellsOfLine(grid, first, 0, columns);
  const all = ofUnits.lines.flatMap(({ line }, l) => cellsOfLine(grid, line, l, columns));
  const unitLines = { ...ofUnits, cells: all };
  return { area, lines: [first], columns, cells, unitLines, lineKeys: [], columnKeys: [] };
}

/** What rules and messages call the line of whoever fills it. */
const EACH_UNIT = "各单位";

/** The cells that begin in the line's row and columns; of a merged cell its first. */
function cellsOfLine(
  grid: SheetGrid,
  line: DraftLine,
  l: number,
  columns: readonly DraftColumn[],
): DraftCell[] {
  return columns.flatMap((column, c) => {
    const cell = grid.at(line.row, column.column);
    if (!grid.begins(line.row, column.column)) return [];
    return [{ row: line.row, column: column.column, line: l, in: c, cell, use: "unused" as CellUse }];
  });
}

/** Is there a cell that nobody has filled? */
function hasOpenCell({ cells, columns, unitLines }: DraftTable): boolean {
  return (unitLines?.cells ?? cells).some(
    ({ cell, in: c }) =>
      columns[c]!.role === "value" &&
      (cell.shows === "empty" || (cell.shows === "number" && cell.number === 0)),
  );
}

const USES: readonly Proposal[] = ["sum", "text", "lastYear", "unused"];

function nothingToFill(sheet: string, { area }: DraftTable): Question {
  const cell = areaToA1({
    top: area.head.top,
    left: area.left,
    bottom: area.rows.at(-1)!,
    right: area.right,
  });
  return {
    sheet,
    cell,
    code: "nothingToFill",
    params: {},
    proposal: "leaveOut",
    choices: ["leaveOut", "sum"],
  };
}

function noLines(grid: SheetGrid, row: number): Question {
  const cells = grid.filled(row);
  const [left, right] = [cells[0]!.column, cells.at(-1)!.cell.area.right];
  const cell = areaToA1({ top: row, left, bottom: row, right });
  const params = { name: cells.map(({ cell: { text } }) => text).join("、") };
  const choices: Proposal[] = ["leaveOut"];
  return { sheet: grid.sheet.name, cell, code: "noLines", params, proposal: "leaveOut", choices };
}

function askAboutColumns(asked: Question[], sheet: string, { area, columns }: DraftTable): void {
  for (const { column, doubt, heads, use } of columns) {
    if (doubt === undefined) continue;
    const cell = areaToA1({ top: area.rows[0]!, left: column, bottom: area.rows.at(-1)!, right: column });
    asked.push({ sheet, cell, code: doubt, params: { name: heads.join(" ") }, proposal: use, choices: USES });
  }
}

function aboutList(sheet: string, { area, columns }: DraftList): Question[] {
  return columns.flatMap(({ column, heads, doubt }): Question[] => {
    if (doubt === undefined) return [];
    const cell = areaToA1({ top: area.rows.first, left: column, bottom: area.rows.last, right: column });
    const [proposal, choices]: [Proposal, Proposal[]] =
      doubt === "personal" ? ["unused", ["unused", "text"]] : ["text", ["text", "sum"]];
    return [{ sheet, cell, code: doubt, params: { name: heads.join(" ") }, proposal, choices }];
  });
}

/** A line without a code among lines that have one is taken for a heading. */
function askAboutHeadings(asked: Question[], sheet: string, { area, lines }: DraftTable): void {
  for (const { row, path, heading } of lines) {
    if (heading !== "noCode") continue;
    const cell = areaToA1({ top: row, left: area.stub + 1, bottom: row, right: area.right });
    const params = { name: path.at(-1) ?? "" };
    asked.push({ sheet, cell, code: "noCode", params, proposal: "unused", choices: ["unused", "sum"] });
  }
}

/** Lines that look like units: each unit may fill only its own. Units that have no line are named. */
function askAboutUnits(
  asked: Question[],
  sheet: string,
  { area, unitLines }: DraftTable,
  { units, areUnitsGiven }: KnownOfForms,
): void {
  if (!unitLines) return;
  const { lines, isKnown } = unitLines;
  const cell = areaToA1({
    top: lines[0]!.line.row,
    left: area.stub + 1,
    bottom: lines.at(-1)!.line.row,
    right: area.right,
  });
  const ask = (code: QuestionCode, names: readonly string[], proposal: Proposal): number =>
    asked.push({
      sheet,
      cell,
      code,
      params: { names: names.join("、"), count: names.length },
      proposal,
      choices: [proposal],
    });
  if (!isKnown) ask("unitLines", [], "ownLine");
  const missing = areUnitsGiven ? unitsWithoutLine(lines, units) : [];
  if (missing.length > 0) ask("unitWithoutLine", missing, "ownLine");
}

/** Figures and formulas beside or below the tables: nobody fills them. */
function askAboutBeside(
  asked: Question[],
  grid: SheetGrid,
  tables: readonly DraftTable[],
  lists: readonly DraftList[],
): void {
  const inside = (row: number, column: number): boolean =>
    lists.some(({ area }) => row >= area.head.top && row <= area.bottom && column <= area.right) ||
    tables.some(
      ({ area }) =>
        row >= area.head.top && row <= area.rows.at(-1)! && column >= area.left && column <= area.right,
    );
  const top = Math.min(...[...tables, ...lists].map(({ area }) => area.head.top));
  const places: { row: number; column: number }[] = [];
  for (let row = top; row < grid.rows; row++)
    for (const { column, cell } of grid.filled(row))
      if (["number", "formula", "error"].includes(cell.shows) && !inside(row, column))
        places.push({ row, column });
  if (places.length === 0) return;
  const [rows, columns] = [places.map(({ row }) => row), places.map(({ column }) => column)];
  const cell = areaToA1({
    top: Math.min(...rows),
    left: Math.min(...columns),
    bottom: Math.max(...rows),
    right: Math.max(...columns),
  });
  const choices: Proposal[] = ["leaveOut", "sum"];
  asked.push({ sheet: grid.sheet.name, cell, code: "beside", params: {}, proposal: "leaveOut", choices });
}

/** What each cell is for, formulas left for later. */
function useCells(
  asked: Question[],
  doubts: Doubt[],
  sheet: string,
  { table, isWordy }: { readonly table: DraftTable; readonly isWordy: IsWordy },
): void {
  const doubt = (code: QuestionCode, cell: DraftCell): number => doubts.push({ code, cell });
  for (const draft of table.cells) {
    const line = table.lines[draft.line]!;
    const column = table.columns[draft.in]!;
    draft.use = useOf(draft, line, column, doubt);
    if (draft.use !== "sum" || draft.cell.shows !== "empty" || !isWordy(draft.row, draft.column)) continue;
    draft.use = "text";
    doubt("text", draft);
  }
  for (const draft of table.unitLines?.cells ?? []) {
    if (table.unitLines!.lines[draft.line]!.sums !== null || draft.row === table.lines[0]!.row) continue;
    draft.use = useOf(draft, table.lines[0]!, table.columns[draft.in]!, doubt);
  }
  for (const line of table.lines) {
    const label = line.path.at(-1) ?? "";
    const own = table.cells.filter(
      ({ row, use, cell, in: c }) =>
        row === line.row &&
        use === "text" &&
        cell.shows !== "formula" &&
        !["note", "change"].includes(table.columns[c]!.role),
    );
    if (isRateLine(line) && own.length > 0) {
      const cell = rangeOf(own);
      asked.push({ sheet, cell, code: "rate", params: { name: label }, proposal: "text", choices: USES });
    }
  }
}

function useOf(
  draft: DraftCell,
  line: DraftLine,
  column: DraftColumn,
  doubt: (code: QuestionCode, cell: DraftCell) => unknown,
): CellUse {
  const { cell } = draft;
  if (column.use === "unused" || column.role === "ignored") return "unused";
  if (isPersonal(line.path.at(-1) ?? "")) return "unused";
  if (cell.shows === "text" && isCrossedOut(cell.text)) return "unused";
  if (column.role === "note") return "text";
  if (column.use === "lastYear") return "lastYear";
  const isNumber = cell.shows === "number" || isNumberText(cell);
  if (cell.shows === "text" && !isNumber) {
    if (column.use === "text") return "text";
    doubt("text", draft);
    return "unused";
  }
  const usual = isRateLine(line) || isNoteHead(line.path.at(-1) ?? "") ? "text" : column.use;
  if (cell.shows === "formula") return usual;
  if (cell.shows === "error") doubt("brokenReference", draft);
  if (isNumber) doubt(cell.formula !== undefined ? "typed" : "filled", draft);
  return usual;
}

/** A number that is stored as a text. */
function isNumberText({ shows, text }: GridCell): boolean {
  return shows === "text" && /^-?[\d,]+(?:\.\d+)?$/.test(text);
}

export function rangeOf(cells: readonly DraftCell[]): string {
  return areaToA1({
    top: Math.min(...cells.map(({ row }) => row)),
    left: Math.min(...cells.map(({ column }) => column)),
    bottom: Math.max(...cells.map(({ row }) => row)),
    right: Math.max(...cells.map(({ column }) => column)),
  });
}
