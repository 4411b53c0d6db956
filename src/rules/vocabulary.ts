/** What a template's words mean to the rule language. */
import { fold } from "../workbook/fold";

export interface ListWords {
  readonly id: string;
  readonly columns: readonly string[];
}

export interface Vocabulary {
  isCode(token: string): boolean;
  /** The code of the line that bears this name; null where there is none, or more than one. */
  codeOfName(name: string): string | null;
  /** The codes from one to the other, both included, in the order of the forms; null unless both stand in this order. */
  codesBetween(from: string, to: string): readonly string[] | null;
  /** A detail list by its id `L2` or its title `捐助`. */
  list(token: string): ListWords | null;
}

/** The part of a template that the vocabulary is made of; a `Template` is one. */
export interface WordSource {
  readonly forms: readonly {
    readonly indicators: readonly { readonly code: string; readonly name: string }[];
  }[];
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
  return {
    isCode: (token) => order.has(token),
    codeOfName: (name) => names.get(plainName(name)) ?? null,
    codesBetween(from, to) {
      const first = order.get(from);
      const last = order.get(to);
      if (first === undefined || last === undefined || first > last) return null;
      return codes.slice(first, last + 1);
    },
    list: (token) => lists.get(token) ?? null,
  };
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
