/** A form of the template from what was found on its sheet. */
import type {
  CellFill,
  OwnCell,
  OwnLine,
  OwnList,
  OwnSheet,
  OwnTable,
  OwnText,
  UnitLine,
  UnitLines,
} from "../template/own-sheet";
import { countKey, itemsOfList, withItems } from "../template/own-lists";
import type { DetailList, Form, Indicator } from "../template/template";
import { useInLine } from "../template/unit-lines";
import { cellsOf } from "../workbook/cells";
import type { Sheet } from "../workbook/workbook";
import type { DraftColumn } from "./columns";
import {
  isRateColumn,
  isRateLine,
  type DraftCell,
  type DraftForm,
  type DraftList,
  type DraftTable,
} from "./draft";
import type { GridCell, SheetGrid } from "./grid";
import type { DraftLine } from "./lines";
import { withoutSigner } from "./personal-cells";
import { keyText, numbered } from "./keys";
import { isCrossedOut, isMeasure } from "./words";

export function formOf({ grid, captions, tables, lists }: DraftForm): Form {
  const { unit, period } = captions;
  const ownLists = lists.map((list) => withItems(ownList(list), detailList(list)));
  const own: OwnSheet = {
    sheet: grid.sheet.name,
    titles: captions.titles,
    tables: tables.map(ownTable),
    ...(lists.length === 0 ? {} : { lists: ownLists }),
    texts: textsOf(grid, tables, lists),
    merges: grid.sheet.merges,
    ...hiddenOf(grid.sheet),
    ...(unit === undefined ? {} : { unit }),
    ...(period === undefined ? {} : { period }),
  };
  return {
    id: grid.sheet.name,
    code: "",
    title: captions.titles[0] ?? grid.sheet.name,
    fills: ["T", "D", "H"],
    layout: "own",
    own,
    indicators: [
      ...tables.flatMap((table) => indicatorsOf(table, captions.measure)),
      ...lists.flatMap((list, l) => itemsOfList(ownLists[l]!, detailList(list))),
    ],
    notes: [],
  };
}

function ownList({ area, columns, id, name }: DraftList): OwnList {
  const { head, rows, ordinal, total } = area;
  return {
    list: id,
    columns: columns.map(({ key, heads, column, formula }) => ({
      key,
      heads,
      column,
      ...(formula === undefined ? {} : { formula }),
    })),
    head: { first: head.top, last: head.bottom },
    rows,
    ...(ordinal === null ? {} : { ordinal }),
    ...(total === null ? {} : { total }),
    count: countKey(name),
  };
}

/** The records of the list as the template knows them. */
export function detailList({ id, name, area, columns }: DraftList): DetailList {
  return {
    id,
    title: name,
    fills: ["T", "D", "H"],
    optional: true,
    personal: false,
    columns: columns.map(({ key, kind, choices, measure, isSummed, isPersonal }) => ({
      name: key,
      kind,
      ...(choices === undefined ? {} : { choices }),
      ...(measure === undefined ? {} : { measure }),
      ...(isSummed ? { summed: true } : {}),
      required: false,
      personal: isPersonal,
    })),
    blankRows: area.rows.last - area.rows.first + 1,
  };
}

function hiddenOf({ hiddenRows: rows, hiddenColumns: columns }: Sheet): Pick<OwnSheet, "hidden"> {
  return rows.length === 0 && columns.length === 0 ? {} : { hidden: { rows, columns } };
}

function ownTable(table: DraftTable): OwnTable {
  const { lines, columns, cells, lineKeys: keys, columnKeys: inKeys } = table;
  const unitLines = table.unitLines && ownUnitLines(table);
  return {
    ...(table.kind === undefined ? {} : { kind: table.kind }),
    ...(unitLines ? { kind: "unitLines", unitLines } : {}),
    lines: lines.map((line, i) => ownLine(line, keys[i]!)).filter((_, i) => lines[i]!.heading === null),
    columns: columns.map(({ heads, role, column }, i) => ({ key: inKeys[i]!, heads, role, column })),
    cells: cells.map((cell) => ownCell(cell, keys[cell.line]!, inKeys[cell.in]!, columns[cell.in]!)),
  };
}

function ownLine({ row, path, code, label }: DraftLine, key: string): OwnLine {
  return {
    key,
    ...(code === undefined ? {} : { code }),
    path,
    row,
    ...(label === undefined ? {} : { label }),
  };
}

function ownCell(
  { row, column, use, item, formula, cell, fill }: DraftCell,
  line: string,
  inKey: string,
  of: DraftColumn,
): OwnCell {
  const holds = formula === undefined ? holdsOf(cell, of) : null;
  return {
    row,
    column,
    use,
    line,
    in: inKey,
    ...(item === undefined ? {} : { item }),
    ...(formula === undefined ? {} : { formula }),
    ...(holds === null ? {} : { holds }),
    ...(fill === undefined ? {} : { fill }),
  };
}

/** Every line with its cells, each for what its column is for, with the formula that the blank itself has there. */
function ownUnitLines({ cells, columns, columnKeys, unitLines }: DraftTable): UnitLines {
  const { lines, cells: all } = unitLines!;
  const keys = numbered(lines.map(({ line }) => keyText(line.path.at(-1) ?? "")));
  const keyAt = new Map(lines.map(({ line }, i) => [line.row, keys[i]!]));
  const first = new Map(cells.map((cell) => [cell.in, cell]));
  return {
    lines: lines.map(({ line, sums }, i): UnitLine => ({
      ...ownLine(line, keys[i]!),
      ...(sums === null ? {} : { sums: sums.map((row) => keyAt.get(row)!) }),
    })),
    cells: all.map((cell): OwnCell => {
      const { use, item } = first.get(cell.in) ?? { use: "unused" as const, item: undefined };
      const isSum = lines[cell.line]!.sums !== null;
      const isOut = cell.cell.shows === "text" && isCrossedOut(cell.cell.text);
      const formula = isKeptFormula(cell) && use !== "unused" ? cell.cell.formula : undefined;
      const meant: DraftCell = { ...cell, use: isOut ? "unused" : useInLine({ formula }, use, isSum) };
      delete meant.item;
      delete meant.formula;
      if (item !== undefined && !isOut) meant.item = item;
      if (formula !== undefined) meant.formula = formula;
      return ownCell(meant, keys[cell.line]!, columnKeys[cell.in]!, columns[cell.in]!);
    }),
  };
}

/** A formula over the sheet's own cells. */
function isKeptFormula({ cell: { shows, formula } }: DraftCell): boolean {
  return shows === "formula" && formula !== undefined && !/[!#[]/.test(formula);
}

/** What the blank holds in the cell; null for nothing, and for what is a person's. */
function holdsOf({ formula, number, written }: GridCell, { doubt }: DraftColumn): string | number | null {
  if (formula !== undefined) return `=${formula}`;
  if (doubt === "personal") return null;
  return number ?? (written === "" ? null : written);
}

/** Everything that the blank shows beside the cells of use. Signatures lose the names behind them (law 10). */
function textsOf(grid: SheetGrid, tables: readonly DraftTable[], lists: readonly DraftList[]): OwnText[] {
  const left = new Set(
    tables.flatMap(({ cells, columns, unitLines }) =>
      [...cells, ...(unitLines?.cells ?? []).map((cell) => asInColumn(cell, cells))]
        .filter(({ use, in: c }) => use !== "unused" || columns[c]!.doubt === "personal")
        .map(({ row, column }) => `${row} ${column}`),
    ),
  );
  const texts: OwnText[] = [];
  for (const { row, column, value, formula } of cellsOf(grid.sheet)) {
    if (left.has(`${row} ${column}`) || lists.some((list) => isRecordCell(list, row, column))) continue;
    const text = formula === undefined ? String(value ?? "") : `=${formula}`;
    if (text !== "") texts.push({ row, column, text: withoutSigner(text) });
  }
  return texts;
}

function asInColumn(cell: DraftCell, first: readonly DraftCell[]): DraftCell {
  return { ...cell, use: first.find((each) => each.in === cell.in)?.use ?? cell.use };
}

/** Numbers of rows and examples in rows for records, and sums of the columns: what is there is no label. */
function isRecordCell({ area, columns }: DraftList, row: number, column: number): boolean {
  if (row === area.total) return columns.some((each) => each.column === column && each.isSummed);
  const { first, last } = area.rows;
  return row >= first && row <= last && column >= area.left && column <= area.right;
}

function indicatorsOf(table: DraftTable, general: string | undefined): Indicator[] {
  const values = table.columns.filter((_, c) =>
    table.cells.some(({ in: each, item }) => each === c && item !== undefined),
  );
  const carried = table.columns.some(({ role }) => role === "lastYear");
  return table.cells.flatMap((cell): Indicator[] => {
    if (cell.item === undefined) return [];
    const line = table.lines[cell.line]!;
    const column = table.columns[cell.in]!;
    const isText = cell.use === "text";
    const isOption = isOneOption(cell.fill);
    const isRate = isRateLine(line) || isRateColumn(column);
    const wordy = isText && (column.role === "note" || column.doubt === "words" || !isRate);
    return [
      {
        code: cell.item,
        name: nameOf({ line, column, several: values.length > 1, isOption }, table),
        measure: wordy || isOption ? "" : measureOf(line, column, general),
        kind: isOption ? "yesNo" : wordy ? "text" : "decimal",
        fills: ["T", "D", "H"],
        aggregation: isOption ? "count" : isText ? "text" : cell.use === "computed" ? "computed" : "sum",
        ...(cell.translated === undefined ? {} : { formula: cell.translated }),
        required: false,
        indent: 0,
        carried: carried && column.role === "value" && !isText,
      },
    ];
  });
}

function isOneOption(fill: CellFill | undefined): boolean {
  return fill?.kind === "ticks" && fill.option !== undefined;
}

function measureOf(line: DraftLine, column: DraftColumn, general: string | undefined): string {
  const own = column.measure ?? line.measure;
  if (own !== undefined) return own;
  const last = column.heads.at(-1) ?? "";
  if (isMeasure(last)) return last;
  return isRateColumn(column) || isRateLine(line) ? "" : (general ?? "");
}

/** `1.承兑汇票 · 余额/发生额`; a table with one column of items needs only the line. */
function nameOf(
  {
    line,
    column,
    several,
    isOption,
  }: { line: DraftLine; column: DraftColumn; several: boolean; isOption: boolean },
  { lines, columns, unitLines }: DraftTable,
): string {
  if (unitLines) return headOf(column, columns);
  if (isOption) return line.path.slice(-2).join(" · ");
  const label = line.path.at(-1) ?? line.code ?? "";
  const repeated = lines.filter(({ path }) => path.at(-1) === label).length > 1;
  const named = repeated ? line.path.join(" ") || (line.code ?? "") : label;
  if (!several) return named;
  return `${named} · ${headOf(column, columns)}`;
}

function headOf(column: DraftColumn, columns: readonly DraftColumn[]): string {
  const head = column.heads.at(-1) ?? column.mark ?? "";
  const twice = columns.filter(({ heads }) => heads.at(-1) === head).length > 1;
  return twice ? column.heads.join(" ") : head;
}
