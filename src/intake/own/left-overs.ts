/** What a unit wrote on an office's own form outside the cells to be filled: listed in 模板外, never counted. */
import { toA1 } from "../../workbook/address";
import type { Cell } from "../../workbook/workbook";
import type { Finding } from "../../findings/finding";
import type { Caption } from "../../template/own-sheet";
import { extraRow, FOOT, offTemplate, outsideFinding } from "../align/extra-rows";
import { isFigure, isUncalculated, isYear, rangesOf } from "../align/figures";
import type { Remains } from "../align/context";
import { headFigure, insertedColumn } from "../align/strange-columns";
import { shapeFinding } from "../findings";
import { carries, place, type Grid } from "../grid";
import { inOneLine } from "../labels";
import { compact, rawText } from "../normalise/clean";
import { isColumnNumberRow } from "../columns";
import type { Line } from "../submission";
import type { OwnTarget } from "../template-vocabulary";
import { cellsOfCard, rowsOfCard } from "./cards";
import { rowsOfList, type PlacedList } from "../lists/place-lists";
import type { PlacedTable, Placement } from "./placement";
import { cellsOfLines } from "./unit-lines";

/** @param lines what was read, by item */
export function leftOvers(
  grid: Grid,
  { layout: { sheet } }: OwnTarget,
  placement: Placement,
  lines: ReadonlyMap<string, Line>,
  lists: readonly PlacedList[] = [],
): Remains {
  // What is beside and among records was looked at when they were read.
  const ofLists = new Set(lists.flatMap((list) => [...rowsOfList(list)]));
  const ours = new Set([
    ...placement.tables.flatMap((table) => cellsOf(table)),
    ...placement.cards.flatMap(cellsOfCard),
  ]);
  const captions = [sheet.unit, sheet.period].flatMap((caption) => caption ?? []);
  const isLeft = (cell: Cell): boolean =>
    (carries(cell) || isUncalculated(cell)) &&
    !ours.has(toA1(cell.row, cell.column)) &&
    !placement.isSaid(
      cell.row,
      cell.column,
      cell.formula === undefined ? rawText(cell) : `=${cell.formula}`,
    ) &&
    !isCaption(cell, captions);
  const areas = placement.tables.map(areaOf);
  const headed = new Map(placement.strange.map((strange) => [strange.column, strange]));
  const unclear = new Set(placement.tables.flatMap((table) => table.unclear ?? []));
  const stubs = new Set(
    placement.tables.flatMap(({ layout, labels }) => [...(labels?.values() ?? layout.labelColumns)]),
  );
  const cards = placement.cards.flatMap((card) => rowsOfCard(card) ?? []);
  const rest: Rest = { aside: [], outside: [], beside: [], rows: [], columns: new Map() };
  for (const [row, cells] of grid.rows) {
    const left = cells.filter(isLeft);
    if (left.length === 0 || ofLists.has(row)) continue;
    if (cards.some(({ top, bottom }) => row >= top && row <= bottom)) inCard(left, rest);
    else sort(row, cells, left, { areas, headed, rest, unclear });
  }
  return {
    offTemplate: [...rest.aside, ...rest.beside, ...rest.outside].map((cell) => offTemplate(grid, cell)),
    findings: [
      ...placement.strange.map((strange) =>
        insertedColumn(grid, strange, [
          ...headFigure(grid, strange),
          ...(rest.columns.get(strange.column) ?? []),
        ]),
      ),
      ...rest.rows.map((cells) => ownRow(grid, cells, stubs)),
      ...besideFindings(grid, rest.beside.filter(isFigure), placement, lines),
      ...outsideFinding(grid, rest.outside),
    ],
  };
}

/** What a unit adds among the places of a card: figures are asked about, words only listed. */
function inCard(left: readonly Cell[], rest: Rest): void {
  const isOwn = left.some(isFigure);
  if (isOwn) rest.rows.push(left);
  rest.aside.push(...left);
}

interface Rest {
  /** Rows and columns of the unit's own. */
  readonly aside: Cell[];
  readonly outside: Cell[];
  /** In the rows of lines, in columns without a heading. */
  readonly beside: Cell[];
  readonly rows: (readonly Cell[])[];
  readonly columns: Map<number, Cell[]>;
}

/** A table on the sheet. */
interface Area {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly lines: ReadonlySet<number>;
  readonly head: ReadonlySet<number>;
}

interface Sorting {
  readonly areas: readonly Area[];
  readonly headed: ReadonlyMap<number, unknown>;
  readonly rest: Rest;
  readonly unclear: ReadonlySet<number>;
}

function sort(
  row: number,
  cells: readonly Cell[],
  left: readonly Cell[],
  { areas, headed, rest, unclear }: Sorting,
): void {
  const own = areas.find(({ lines }) => lines.has(row));
  const among = areas.find(({ top, bottom }) => row > top && row <= bottom);
  if (own) {
    for (const cell of left) {
      const column = headed.has(cell.column) ? rest.columns : null;
      if (column) {
        rest.aside.push(cell);
        if (isFigure(cell)) column.set(cell.column, [...(column.get(cell.column) ?? []), cell]);
      } else if (isFigure(cell) || (cell.column > own.left && cell.column < own.right))
        rest.beside.push(cell);
    }
    return;
  }
  const isHead = areas.some(({ head }) => head.has(row));
  // 栏次 in another order: the columns were moved, or are asked about.
  if (isHead && isColumnNumberRow(cells.map(rawText))) return;
  const first = cells.find(carries);
  const isFoot = first !== undefined && FOOT.test(rawText(first).trim());
  const isBelow = areas.some(
    ({ bottom, left: from, right }) => row === bottom + 1 && isRecord(left, from, right),
  );
  if (!isHead && !isFoot && (among || isBelow)) {
    rest.aside.push(...left);
    if (!unclear.has(row)) rest.rows.push(left);
    return;
  }
  const isAbove = areas.every(({ top }) => row <= top);
  rest.outside.push(...left.filter((cell) => isFigure(cell) && !((isAbove || isHead) && isYear(cell))));
}

/** A label and figures under the last line: a row more. */
function isRecord(cells: readonly Cell[], left: number, right: number): boolean {
  const within = cells.filter(({ column }) => column >= left && column <= right);
  return within.some((cell) => !isFigure(cell)) && within.some(isFigure);
}

function cellsOf(table: PlacedTable): string[] {
  const { layout, rows, columns, labels, unclear = [] } = table;
  const ignored = layout.table.columns.filter(({ role }) => role !== "value");
  return [
    ...(layout.owners ? cellsOfLines(table) : []),
    ...layout.table.cells.flatMap(({ line, in: column }) => {
      const [row, at] = [rows.get(line), columns.get(column)];
      return row === undefined || at === undefined ? [] : [toA1(row, at)];
    }),
    // Whatever units write in columns that are not read as figures belongs there.
    ...ignored.flatMap(({ key }) => {
      const at = columns.get(key);
      return at === undefined ? [] : [...rows.values()].map((row) => toA1(row, at));
    }),
    // Labels and ordinals of lines that were found are no figures, whatever they are now.
    ...[...rows.values(), ...unclear].flatMap((row) =>
      [...(labels?.values() ?? layout.labelColumns)].map((column) => toA1(row, column)),
    ),
  ];
}

function areaOf({ layout, rows, columns, headRows, labels }: PlacedTable): Area {
  const lines = new Set(rows.values());
  const places = [...columns.values(), ...(labels?.values() ?? layout.labelColumns)];
  return {
    top: headRows.at(-1) ?? Math.min(...lines) - 1,
    bottom: Math.max(...lines),
    left: Math.min(...places),
    right: Math.max(...places),
    lines,
    head: new Set(headRows),
  };
}

/** 填报单位：台上镇, in the label's own cell or beside it. */
function isCaption(cell: Cell, captions: readonly Caption[]): boolean {
  const text = compact(rawText(cell));
  return captions.some(({ label, row, column }) =>
    label === "" ? cell.row === row && cell.column === column : text.startsWith(compact(label)),
  );
}

/** D19: a row of the unit's own. With figures somebody has to look at it, as they are in no total. */
function ownRow(grid: Grid, cells: readonly Cell[], stubs: ReadonlySet<number>): Finding {
  const figure = cells.find((cell) => isFigure(cell) && !stubs.has(cell.column));
  const named = cells.find((cell) => cell.kind === "text" && !isFigure(cell)) ?? cells[0]!;
  const label = named === figure ? "" : inOneLine(rawText(named).trim());
  const where = figure ?? named;
  const params: Finding["params"] = figure ? extraRow(label, rawText(figure)) : { label, variant: "named" };
  return shapeFinding("D19", figure ? "explain" : "note", place(grid, where.row, where.column), params);
}

/** F23: a figure beside a line that is left empty may be its own. D20: the other figures beside the cells to be filled. */
function besideFindings(
  grid: Grid,
  figures: readonly Cell[],
  { tables }: Placement,
  lines: ReadonlyMap<string, Line>,
): Finding[] {
  const blank = new Map(tables.flatMap((table) => [...blankRows(table, lines)]));
  const first = new Map<number, Cell>();
  for (const cell of figures) if (blank.has(cell.row) && !first.has(cell.row)) first.set(cell.row, cell);
  const misplaced = [...first].map(([row, cell]) => {
    const { name, target, item } = blank.get(row)!;
    const params = { name, raw: rawText(cell), target };
    return shapeFinding("F23", "explain", place(grid, row, cell.column), params, item);
  });
  const others = figures.filter(({ row }) => !first.has(row));
  const [other] = others;
  if (other === undefined) return misplaced;
  const params = { variant: "beside", cells: rangesOf(others), count: others.length };
  return [...misplaced, shapeFinding("D20", "note", place(grid, other.row, other.column), params)];
}

interface BlankRow {
  readonly name: string;
  readonly item: string;
  /** The first cell that should be filled. */
  readonly target: string | null;
}

/** Rows of lines that have cells to be filled, and nothing in any of them. */
function blankRows(
  { layout, rows }: PlacedTable,
  lines: ReadonlyMap<string, Line>,
): ReadonlyMap<number, BlankRow> {
  if (layout.owners) return new Map();
  const found = new Map<number, BlankRow>();
  for (const { line, cells } of layout.lines) {
    const row = rows.get(line.key);
    const items = cells.flatMap(({ item, use }) => (item !== undefined && use === "sum" ? [item] : []));
    const [item] = items;
    if (row === undefined || item === undefined) continue;
    const entries = items.flatMap((each) => lines.get(each)?.current ?? []);
    if (entries.length === 0 || entries.some(({ state, steps }) => state !== "blank" || steps.length > 0))
      continue;
    found.set(row, { name: inOneLine(line.path.at(-1) ?? line.key), item, target: entries[0]!.place.cell });
  }
  return found;
}
