/** What a template's words mean to the rule language. */
import { fold } from "../workbook/fold";
import { plainKey } from "./characters";
import { formWords, type FormSource, type FormWords } from "./form-words";

export interface ListWords {
  readonly id: string;
  readonly columns: readonly string[];
}

export interface Vocabulary {
  isCode(token: string): boolean;
  /** The item of this key, or of another spelling of it: `0203[合计]` where that is the form's first column. */
  codeOf(token: string): string | null;
  /** The code of the line that bears this name; null where there is none, or more than one. */
  codeOfName(name: string): string | null;
  /**
   * The codes from one to the other, both included, in the order of the forms; null unless both are in this order. Of an
   * office's own table those in the same column, or in the same line.
   */
  codesBetween(from: string, to: string): readonly string[] | null;
  /** A detail list by its id `L2` or its title `捐助`. */
  list(token: string): ListWords | null;
  /** What rules call the lines, columns and cells of each form. */
  forms(): readonly FormWords[];
}

/** The part of a template that the vocabulary is made of; a `Template` is one. */
export interface WordSource {
  readonly forms: readonly FormSource[];
  readonly lists: readonly {
    readonly id: string;
    readonly title: string;
    readonly columns: readonly { readonly name: string }[];
  }[];
}

/** The vocabulary of a template's forms and lists. */
export function createVocabulary(source: WordSource): Vocabulary {
  const codes = source.forms.flatMap((form) => form.indicators.map((indicator) => indicator.code));
  const order = new Map(codes.map((code, i) => [code, i]));
  const names = codesByName(source);
  const lists = listsByName(source);
  const spellings = otherSpellings(source, codes);
  const places = placesOf(source);
  let forms: readonly FormWords[] | undefined;
  return {
    isCode: (token) => order.has(token),
    codeOf: (token) => (order.has(token) ? token : (spellings.get(plainKey(token)) ?? null)),
    codeOfName: (name) => names.get(plainName(name)) ?? null,
    codesBetween(from, to) {
      const together = between(places, from, to);
      if (together !== undefined) return together;
      const first = order.get(from);
      const last = order.get(to);
      if (first === undefined || last === undefined || first > last) return null;
      return codes.slice(first, last + 1);
    },
    list: (token) => lists.get(token) ?? null,
    forms: () => (forms ??= source.forms.map(formWords)),
  };
}

/**
 * By other spellings, the key that each means: signs of full width, `0203[合计]` for the item `0203` of the first column,
 * a column by its heading where its key is a number. What two items could mean means neither: null.
 */
function otherSpellings(source: WordSource, codes: readonly string[]): Map<string, string | null> {
  const own = new Map<string, string | null>();
  const add = (spelling: string, code: string): void => {
    const key = plainKey(spelling);
    own.set(key, own.has(key) && own.get(key) !== code ? null : code);
  };
  for (const { columns, cells } of source.forms.flatMap((form) => form.own?.tables ?? [])) {
    const heads = new Map(columns.map(({ key, heads: texts }) => [key, texts.at(-1)]));
    for (const { line, in: column, item } of cells) {
      if (item === undefined) continue;
      add(`${line}[${column}]`, item);
      const head = heads.get(column);
      if (head !== undefined && head !== column) add(`${line}[${head}]`, item);
    }
  }
  // A key itself goes before any other spelling.
  for (const code of codes) own.set(plainKey(code), code);
  return own;
}

/** Where an item is in its table: the numbers of its line and column. */
interface ItemPlace {
  readonly line: number;
  readonly column: number;
  /** All of its table, by line and column. */
  readonly items: ReadonlyMap<string, string>;
}

function placesOf(source: WordSource): ReadonlyMap<string, ItemPlace> {
  const places = new Map<string, ItemPlace>();
  for (const { lines, columns, cells } of source.forms.flatMap((form) => form.own?.tables ?? [])) {
    const lineNumbers = new Map(lines.map(({ key }, i) => [key, i]));
    const columnNumbers = new Map(columns.map(({ key }, i) => [key, i]));
    const items = new Map<string, string>();
    for (const { line: lineKey, in: columnKey, item } of cells) {
      const [line, column] = [lineNumbers.get(lineKey), columnNumbers.get(columnKey)];
      if (item === undefined || line === undefined || column === undefined) continue;
      items.set(`${line} ${column}`, item);
      places.set(item, { line, column, items });
    }
  }
  return places;
}

/** Undefined where the two are not in one column or line of one table. */
function between(
  places: ReadonlyMap<string, ItemPlace>,
  from: string,
  to: string,
): readonly string[] | null | undefined {
  const [a, b] = [places.get(from), places.get(to)];
  if (!a || !b || a.items !== b.items || (a.column !== b.column && a.line !== b.line)) return undefined;
  if (b.line < a.line || b.column < a.column) return null;
  const inLine = a.line === b.line;
  const steps = inLine ? b.column - a.column : b.line - a.line;
  return Array.from({ length: steps + 1 }, (_, i) =>
    a.items.get(inLine ? `${a.line} ${a.column + i}` : `${a.line + i} ${a.column}`),
  ).filter((item) => item !== undefined);
}

/** A name that two lines share means neither: null, so that the rule's author is asked for the code. */
function codesByName(source: WordSource): Map<string, string | null> {
  const names = new Map<string, string | null>();
  for (const form of source.forms) {
    for (const { code, name } of form.indicators) {
      const key = plainName(name);
      names.set(key, names.has(key) ? null : code);
    }
  }
  return names;
}

function listsByName(source: WordSource): Map<string, ListWords> {
  const lists = new Map<string, ListWords>();
  for (const list of source.lists) {
    const words = { id: list.id, columns: list.columns.map((column) => column.name) };
    lists.set(list.title, words);
    lists.set(list.id, words);
  }
  return lists;
}

/** Names are the same whatever the width of their characters, their spaces and their kind of quotation marks. */
function plainName(name: string): string {
  return fold(name)
    .replace(/\s+/g, "")
    .replace(/[“”"「」『』]/g, '"')
    .replace(/[‘’']/g, "'");
}
