/** What staff made of the office's own sheets: signs in the cells, columns in 栏目, items in 指标. */
import { contains, parseArea, toA1 } from "../../workbook/address";
import { cellAt, cellsOf } from "../../workbook/cells";
import type { Sheet } from "../../workbook/workbook";
import type { CellUse, ColumnRole, OwnCell, OwnList, OwnSheet, OwnTable, UnitLines } from "../own-sheet";
import { itemsOfList, ownListsOf, withItems } from "../own-lists";
import type { Aggregation, DetailList, Form, Indicator } from "../template";
import { isFurtherFill } from "../cell-fill";
import { canAggregate } from "../defaults";
import { withEveryLine, withUsesOf } from "../unit-lines";
import { columnPlace, type ReadColumns } from "./columns-sheet";
import type { Problems, TemplateProblemCode } from "./problem";
import { bearsSign, SIGNS, useMeant } from "./signs";

/** The form's own sheet in the workbook as a person left it, and what else was read of it. */
export interface OwnFormParts {
  /** As 指标 has it: its items, by the rows. */
  readonly form: Form;
  /** As it was written; null where the workbook does not keep it any more. */
  readonly before: Form | null;
  readonly sheet: Sheet | null;
  readonly columns: ReadColumns;
  /** As 明细表 has them. */
  readonly lists: readonly DetailList[];
  /** Where the form is named in 指标. */
  readonly place: { readonly sheet: string; readonly cell: string };
}

/** The form as it is now; as in 指标, and a problem, where its sheet or what was written of it is gone. */
export function readOwnForm(parts: OwnFormParts, problems: Problems): Form {
  const { form, before, sheet, place } = parts;
  const own = before?.own;
  if (!own || !sheet) {
    const code: TemplateProblemCode = own ? "ownSheetGone" : "ownLayoutLost";
    problems.add({ code, ...place, params: { found: form.id } });
    return form;
  }
  const moved = movedText(own, sheet);
  if (moved) {
    problems.add({ code: "ownSheetMoved", sheet: sheet.name, ...moved });
    return form;
  }
  return new OwnFormReading(parts, before, own, sheet, problems).read();
}

/**
 * The first text of the blank that is at another place now, where most of the texts after it moved as far: rows or
 * columns were inserted or deleted. Null where they are where they were; a text that was reworded is nowhere.
 */
function movedText(
  { texts = [] }: OwnSheet,
  sheet: Sheet,
): { readonly cell: string; readonly params: Readonly<Record<string, string>> } | null {
  const words = texts.filter(({ text }) => /\p{L}/u.test(text) && !text.startsWith("="));
  const isAt = (row: number, column: number, text: string): boolean =>
    String(cellAt(sheet, row, column)?.value ?? "") === text;
  const gone = words.filter(({ row, column, text }) => !isAt(row, column, text));
  const [first] = gone;
  if (first === undefined || gone.length < LEAST_MOVED) return null;
  for (let distance = 1; distance <= MOST_MOVED; distance++)
    for (const [down, right] of [
      [distance, 0],
      [-distance, 0],
      [0, distance],
      [0, -distance],
    ] as const) {
      const there = gone.filter(
        ({ row, column, text }) =>
          row + down >= 0 && column + right >= 0 && isAt(row + down, column + right, text),
      );
      const [named] = there;
      if (named === undefined || there.length < LEAST_MOVED || there.length * 2 < gone.length) continue;
      const params = { found: named.text, was: toA1(named.row, named.column) };
      return { cell: toA1(named.row + down, named.column + right), params };
    }
  return null;
}

const LEAST_MOVED = 2;
const MOST_MOVED = 20;

class OwnFormReading {
  private readonly items: Map<string, Indicator>;
  private readonly itemsBefore: ReadonlyMap<string, Indicator>;
  private readonly uses = new Map<OwnCell, CellUse>();

  constructor(
    private readonly parts: OwnFormParts,
    before: Form,
    private readonly own: OwnSheet,
    private readonly sheet: Sheet,
    private readonly problems: Problems,
  ) {
    this.items = new Map(parts.form.indicators.map((line) => [line.code, line]));
    this.itemsBefore = new Map(before.indicators.map((line) => [line.code, line]));
  }

  read(): Form {
    const indicators: Indicator[] = [];
    for (const [t, table] of this.own.tables.entries()) this.readUses(table, t);
    const tables = this.own.tables.map((table, t) => this.readOwnTable(table, t, indicators));
    const lists = this.readLists(indicators);
    this.checkOutside();
    return {
      ...this.parts.form,
      own: { ...this.own, tables, ...(this.own.lists && { lists }) },
      indicators,
    };
  }

  /** A list or column that 明细表 does not have any more is not read. */
  private readLists(indicators: Indicator[]): OwnList[] {
    return ownListsOf({ own: this.own }, this.parts.lists).map(({ list, detail }) => {
      const names = new Set(detail.columns.map(({ name }) => name));
      const columns = list.columns.filter(({ key }) => names.has(key));
      const now = withItems({ ...list, columns }, detail);
      for (const item of itemsOfList(now, detail)) indicators.push(this.items.get(item.code) ?? item);
      return now;
    });
  }

  private readUses({ columns, cells, unitLines }: OwnTable, t: number): void {
    for (const cell of cells) {
      const before = columns.find(({ key }) => key === cell.in)!.role;
      this.uses.set(cell, this.useNow(cell, before, this.roleNow(t, cell.in, before), unitLines));
    }
  }

  private readOwnTable(table: OwnTable, t: number, indicators: Indicator[]): OwnTable {
    const columns = table.columns.map((column) => ({
      ...column,
      role: this.roleNow(t, column.key, column.role),
    }));
    const cells = table.cells.map((cell) => {
      const use = this.uses.get(cell)!;
      const isChanged = use !== cell.use && cell.item !== undefined;
      const isMissed = isChanged && !ADDED.includes(use) && this.isMissed(cell, use);
      // A template with a problem is refused: the item stays, so that nothing else is said of what refers to it.
      const item = isMissed ? cell.item : hasItem(use) ? (cell.item ?? this.keyOf(cell, table)) : undefined;
      if (item !== undefined) indicators.push(this.itemNow(item, isMissed ? cell.use : use, cell, table));
      const { item: _item, ...rest } = cell;
      return { ...rest, use, ...(item === undefined ? {} : { item }) };
    });
    const { unitLines } = table;
    if (!unitLines) return { ...table, columns, cells };
    return { ...table, columns, cells, unitLines: withUsesOf(unitLines, table.cells, cells) };
  }

  /** Do formulas that stay need the cell? Without its total theirs would silently be a part of it. */
  private isMissed(cell: OwnCell, use: CellUse): boolean {
    const users = [...this.uses].flatMap(([other, now]) =>
      (now === "computed" || (now === "unused" && use === "text")) && refersTo(other, cell) ? [other] : [],
    );
    if (users.length === 0) return false;
    const named = users.map(({ row, column }) => toA1(row, column)).join("、");
    this.problem("signInFormula", cell, { found: SIGNS[use], cells: named });
    return true;
  }

  private roleNow(table: number, key: string, before: ColumnRole): ColumnRole {
    return this.parts.columns.get(columnPlace(this.parts.form.id, table + 1, key))?.role ?? before;
  }

  /** A sign that was changed goes before a column that was, that before an item that was. */
  private useNow(
    cell: OwnCell,
    roleBefore: ColumnRole,
    role: ColumnRole,
    unitLines: UnitLines | undefined,
  ): CellUse {
    const sign = unitLines ? this.signInColumn(cell, unitLines) : this.signIn(cell);
    if (sign !== null && sign !== cell.use) return sign;
    if (role !== roleBefore)
      return USE_OF_ROLE[role] === "sum" && cell.formula ? "computed" : USE_OF_ROLE[role];
    const line = cell.item === undefined ? undefined : this.items.get(cell.item);
    const before = cell.item === undefined ? undefined : this.itemsBefore.get(cell.item);
    return line && before && line.aggregation !== before.aggregation ? useOf(line.aggregation) : cell.use;
  }

  /** Of unit lines: a sign that was changed in any unit's line is meant for all of them. */
  private signInColumn(first: OwnCell, { lines, cells }: UnitLines): CellUse | null {
    const units = new Set(lines.flatMap(({ key, sums }) => (sums === undefined ? [key] : [])));
    const signs = cells
      .filter((cell) => cell.in === first.in && units.has(cell.line) && cell.use === first.use)
      .map((cell) => this.signIn(cell));
    return signs.find((sign) => sign !== null && sign !== first.use) ?? this.signIn(first);
  }

  /** Null where the cell says nothing that counts. */
  private signIn(cell: OwnCell): CellUse | null {
    const found = cellAt(this.sheet, cell.row, cell.column);
    const text = String(found?.value ?? "").trim();
    const use = useMeant(text);
    // The cell's sign is that of its first item; one that is not used is so with all of them.
    if (isFurtherFill(cell)) return use === "unused" ? use : null;
    if (!bearsSign(cell)) return text === cell.holds ? null : use;
    if (text === "") return "unused";
    if (use === null) this.problem("unknownSign", cell, { found: text });
    return use;
  }

  private itemNow(code: string, use: CellUse, cell: OwnCell, table: OwnTable): Indicator {
    const known = this.items.get(code) ?? this.itemsBefore.get(code) ?? newItem(code, cell, table);
    if (useOf(known.aggregation) !== use) return this.asUsed(known, use, cell);
    return known;
  }

  private asUsed(line: Indicator, use: CellUse, cell: OwnCell): Indicator {
    const { formula, ...rest } = line;
    if (use === "computed") {
      if (formula === undefined) this.problem("signWithoutFormula", cell, { code: line.code });
      return { ...line, aggregation: "computed" };
    }
    if (use === "text") return { ...rest, aggregation: "text" };
    const kind = canAggregate(line.kind, "sum") ? line.kind : "decimal";
    return { ...rest, kind, aggregation: "sum" };
  }

  /** The key of a cell that had no item: as the other cells of its column have it. */
  private keyOf(cell: OwnCell, { cells, columns, kind }: OwnTable): string {
    const lead = this.lead();
    if (kind === "unitLines")
      return lead + (columns.find(({ key }) => key === cell.in)?.heads.at(-1) ?? cell.in);
    const first = cells.some(({ in: column, line, item }) => column === cell.in && item === lead + line);
    const taken = cells.some(({ line, item }) => line === cell.line && item === lead + line);
    return (
      lead +
      (first || (!taken && !cells.some(({ item }) => item !== undefined))
        ? cell.line
        : `${cell.line}[${cell.in}]`)
    );
  }

  /** The form's name in front of its keys, where it is needed to distinguish them from another form's. */
  private lead(): string {
    for (const { cells } of this.own.tables)
      for (const { item, line } of cells) {
        const at = item?.indexOf(`:${line}`) ?? -1;
        if (at > 0) return item!.slice(0, at + 1);
      }
    return "";
  }

  /** Signs in cells that belong to no table are not passed over in silence. */
  private checkOutside(): void {
    const known = new Set(this.own.tables.flatMap((table) => withEveryLine(table).cells.map(place)));
    const labels = new Map((this.own.texts ?? []).map((text) => [place(text), text.text]));
    for (const cell of cellsOf(this.sheet)) {
      const text = String(cell.value ?? "").trim();
      if (known.has(place(cell)) || !Object.values(SIGNS).includes(text)) continue;
      if (labels.get(place(cell))?.trim() !== text) this.problem("signOutside", cell, { found: text });
    }
  }

  private problem(
    code: TemplateProblemCode,
    { row, column }: { readonly row: number; readonly column: number },
    params: Readonly<Record<string, string | number>>,
  ): void {
    this.problems.add({ code, sheet: this.sheet.name, cell: toA1(row, column), params });
  }
}

const USE_OF_ROLE: Readonly<Record<ColumnRole, CellUse>> = {
  value: "sum",
  lastYear: "lastYear",
  previous: "lastYear",
  change: "text",
  note: "text",
  ignored: "unused",
};

/** Does the office's formula of the one cell name the other, alone or within an area of the same sheet? */
function refersTo({ formula = "" }: OwnCell, { row, column }: OwnCell): boolean {
  for (const [text] of formula.matchAll(AREAS)) {
    const area = parseArea(text.replaceAll("$", ""));
    if (area && contains(area, row, column)) return true;
  }
  return false;
}

const AREAS = /(?<![!\w.$])\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?(?![\w(])/gi;

/** Uses that give the county's cell a figure. */
const ADDED: readonly CellUse[] = ["sum", "computed"];

function hasItem(use: CellUse): boolean {
  return use !== "lastYear" && use !== "unused";
}

function useOf(aggregation: Aggregation): CellUse {
  if (aggregation === "computed" || aggregation === "ratio") return "computed";
  return aggregation === "text" || aggregation === "list" ? "text" : "sum";
}

function newItem(code: string, cell: OwnCell, { lines, columns }: OwnTable): Indicator {
  const line = lines.find(({ key }) => key === cell.line);
  const column = columns.find(({ key }) => key === cell.in);
  const label = line?.path.at(-1) ?? cell.line;
  const head = column?.heads.at(-1);
  return {
    code,
    name: head === undefined || columns.length === 1 ? label : `${label} · ${head}`,
    measure: "",
    kind: "decimal",
    fills: ["T", "D", "H"],
    aggregation: "sum",
    required: false,
    indent: 0,
    carried: false,
  };
}

function place({ row, column }: { readonly row: number; readonly column: number }): string {
  return `${row} ${column}`;
}
