import { removeWhere, type Book } from "../book/book";
import { PropertyBag } from "../book/property-bag";
import { sameName } from "../book/references";
import type { Sheet } from "../book/sheet";
import type { TableState } from "../book/table-state";
import type { Arguments } from "../protocol/arguments";
import { invalidArgument, itemNotFound } from "../protocol/errors";
import { defineClass, type ServerObject } from "../protocol/server-object";
import { areaAt, placeArgument } from "./place";
import { range } from "./range";
import { intersect } from "./range-navigation";
import { worksheet } from "./worksheet";

interface TableScope {
  readonly book: Book;
  readonly sheet: Sheet | null;
}

/** https://learn.microsoft.com/javascript/api/excel/excel.table : the frame only; rows and columns are not simulated. */
const table = defineClass<TableState>({
  className: "Table",
  assertAlive: (state) => {
    if (!state.sheet.tables.includes(state)) throw itemNotFound();
  },
  scalars: {
    id: { get: (state) => state.id },
    name: { get: (state) => state.name, set: (state, value) => void (state.name = String(value)) },
  },
  bag: (state) => state.bag,
  defaults: {
    showHeaders: true,
    showTotals: false,
    showBandedRows: true,
    showBandedColumns: false,
    showFilterButton: true,
    highlightFirstColumn: false,
    highlightLastColumn: false,
    style: "TableStyleMedium2",
  },
  navigation: { worksheet: ({ sheet }) => worksheet(sheet) },
  methods: {
    getRange: ({ sheet, area }) => range({ sheet, area }),
    getHeaderRowRange: ({ sheet, area }) => range({ sheet, area: { ...area, bottom: area.top } }),
    getDataBodyRange: ({ sheet, area }) =>
      range({ sheet, area: areaAt(area.top + 1, area.left, area.bottom, area.right) }),
    convertToRange: (state) => {
      remove(state);
      return range(state);
    },
    delete: (state) => {
      for (const [, , cell] of state.sheet.grid.cellsIn(state.area)) {
        cell.value = "";
        delete cell.formula;
      }
      state.sheet.book.touch();
      return remove(state);
    },
  },
});

export const tables = defineClass<TableScope>({
  className: "TableCollection",
  items: (scope) => listOf(scope).map(table),
  scalars: { count: { get: (scope) => listOf(scope).length } },
  methods: {
    add: (scope, args) => add(scope, args),
    getCount: (scope) => listOf(scope).length,
    getItem: (scope, args) => table(existing(find(scope, args.text(0)))),
    getItemAt: (scope, args) => table(existing(listOf(scope)[args.whole(0)])),
    getItemOrNullObject: (scope, args) => {
      const state = find(scope, args.text(0));
      return state ? table(state) : null;
    },
  },
});

function listOf({ book, sheet }: TableScope): TableState[] {
  return sheet ? sheet.tables : book.sheets.flatMap((each) => each.tables);
}

function find(scope: TableScope, key: string): TableState | undefined {
  return listOf(scope).find((state) => state.id === key || sameName(state.name, key));
}

function existing(state: TableState | undefined): TableState {
  if (!state) throw itemNotFound();
  return state;
}

function add(scope: TableScope, args: Arguments): ServerObject {
  const { sheet, area } = placeArgument(args, 0, scope.sheet ?? scope.book.activeSheet);
  sheet.assertUnprotected();
  if (sheet.tables.some((known) => intersect(known.area, area)))
    throw invalidArgument("tables cannot overlap");
  const all = listOf({ book: scope.book, sheet: null });
  let n = all.length + 1;
  while (all.some((known) => sameName(known.name, `Table${n}`))) n++;
  const state = { id: scope.book.newId(), sheet, name: `Table${n}`, area, bag: new PropertyBag() };
  sheet.tables.push(state);
  return table(state);
}

function remove(state: TableState): void {
  removeWhere(state.sheet.tables, (known) => known === state);
}
