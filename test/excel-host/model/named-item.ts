import { absoluteReference } from "../../../src/workbook/address";
import { removeWhere, type Book } from "../book/book";
import { addName, type NameState } from "../book/name-state";
import { sameName } from "../book/references";
import type { Sheet } from "../book/sheet";
import type { Arguments } from "../protocol/arguments";
import { itemNotFound } from "../protocol/errors";
import { defineClass, type ServerObject } from "../protocol/server-object";
import { fullAddress, type Place } from "./place";
import { range } from "./range";
import { worksheet } from "./worksheet";
import { assertFormula } from "../book/formula-check";

/** The names of a workbook, or of one sheet. */
interface NameScope {
  readonly book: Book;
  readonly sheet: Sheet | null;
}

interface NamedItem extends NameScope {
  readonly state: NameState;
}

/** https://learn.microsoft.com/javascript/api/excel/excel.nameditem */
const namedItem = defineClass<NamedItem>({
  className: "NamedItem",
  hiddenId: ({ state }) => state.name,
  scalars: {
    name: { get: ({ state }) => state.name },
    formula: {
      get: ({ state }) => state.formula,
      set: ({ book, state }, value) => {
        assertFormula(book, String(value));
        state.formula = String(value);
        book.touch();
      },
    },
    comment: {
      get: ({ state }) => state.comment,
      set: ({ state }, value) => void (state.comment = String(value)),
    },
    visible: {
      get: ({ state }) => state.visible,
      set: ({ state }, value) => void (state.visible = value === true),
    },
    scope: { get: ({ sheet }) => (sheet ? "Worksheet" : "Workbook") },
    type: { get: typeOf },
    value: { get: valueOf },
  },
  navigation: {
    worksheet: ({ sheet }) => {
      if (!sheet) throw itemNotFound();
      return worksheet(sheet);
    },
  },
  methods: {
    delete: (item) => {
      removeWhere(listOf(item), (known) => known === item.state);
      item.book.touch();
    },
    getRange: (item) => {
      const place = target(item);
      if (!place) throw itemNotFound();
      return range(place);
    },
    getRangeOrNullObject: (item) => {
      const place = target(item);
      return place ? range(place) : null;
    },
  },
});

/** https://learn.microsoft.com/javascript/api/excel/excel.nameditemcollection */
export const names = defineClass<NameScope>({
  className: "NamedItemCollection",
  items: (scope) => listOf(scope).map((state) => namedItem({ ...scope, state })),
  methods: {
    add: (scope, args) => add(scope, args),
    addFormulaLocal: (scope, args) => add(scope, args),
    getCount: (scope) => listOf(scope).length,
    getItem: (scope, args) => {
      const item = find(scope, args.text(0));
      if (!item) throw itemNotFound();
      return item;
    },
    getItemOrNullObject: (scope, args) => find(scope, args.text(0)) ?? null,
  },
});

function listOf({ book, sheet }: NameScope): NameState[] {
  return sheet ? sheet.names : book.names;
}

function find(scope: NameScope, name: string): ServerObject | undefined {
  const state = listOf(scope).find((known) => sameName(known.name, name));
  return state && namedItem({ ...scope, state });
}

/** The reference is a Range or a formula; a text without `=` is taken as one too. */
function add(scope: NameScope, args: Arguments): ServerObject {
  const place = args.objectOf<Place>(1, "Range");
  const formula = place
    ? `=${absoluteReference(place.sheet.name, place.area)}`
    : `=${args.text(1).replace(/^=/, "")}`;
  assertFormula(scope.book, formula);
  const state = addName(scope.book, scope.sheet, args.text(0), formula, args.optionalText(2) ?? "");
  return namedItem({ ...scope, state });
}

function target({ book, sheet, state }: NamedItem): Place | undefined {
  return book.locate(state.formula.slice(1), sheet ?? undefined);
}

function typeOf(item: NamedItem): string {
  if (target(item)) return "Range";
  const formula = item.state.formula.slice(1);
  if (/^".*"$/s.test(formula)) return "String";
  if (/^(TRUE|FALSE)$/i.test(formula)) return "Boolean";
  return /^-?\d+(\.\d+)?$/.test(formula) ? "Double" : "Error";
}

function valueOf(item: NamedItem): string | number | boolean {
  const place = target(item);
  if (place) return fullAddress(place);
  const formula = item.state.formula.slice(1);
  switch (typeOf(item)) {
    case "String":
      return formula.slice(1, -1).replace(/""/g, '"');
    case "Boolean":
      return /^true$/i.test(formula);
    case "Double":
      return Number(formula);
    default:
      return "#REF!";
  }
}
