/** What lines, columns and cells of one form are called in rules: numbers, codes, labels as they are written, addresses. */
import { plainSigns } from "./characters";

/** An item as a rule names it: a key, this year's or last year's. */
export interface ItemRef {
  readonly code: string;
  readonly lastYear: boolean;
}

export interface AxisWord {
  readonly key: string;
  /** As people see it: `总计`, `高校总数`. */
  readonly name: string;
  /** `01` or `1`; null where the form does not number it. */
  readonly number: string | null;
  /** The row or column of the sheet, counted from 0; null where the form is not an office's own. */
  readonly position: number | null;
}

/** Numbers of a line and a column of a table. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface TableWords {
  readonly form: string;
  /** Which table of its form, counted from 0. */
  readonly index: number;
  readonly lines: readonly AxisWord[];
  readonly columns: readonly AxisWord[];
  item(line: number, column: number): ItemRef | null;
  /** Where the item of this key is; null: in no line of the table. */
  place(item: ItemRef): Place | null;
  /** Is the item words, of which no relation speaks? */
  isText(code: string): boolean;
  /** Can the item be added to others? Not a rate, nor words. */
  adds(line: number, column: number): boolean;
}

export type Axis = "line" | "column";

/** A line or column that a word means. */
export interface Named {
  readonly axis: Axis;
  readonly table: TableWords;
  readonly index: number;
}

export interface FormWords {
  readonly id: string;
  /** Id, title, sheet: without blanks. */
  readonly names: readonly string[];
  readonly tables: readonly TableWords[];
  /** Is it an office's own form, in which bare numbers and labels name lines and columns? */
  readonly own: boolean;
  /** Everything that the longest label beginning at `start` can stand for. */
  labelAt(plain: string, start: number): { readonly named: readonly Named[]; readonly end: number } | null;
}

/** The part of a form that its words are made of; a `Form` is one. */
export interface FormSource {
  readonly id?: string;
  readonly title?: string;
  readonly code?: string;
  readonly layout?: string;
  readonly indicators: readonly ItemSource[];
  readonly own?: {
    readonly sheet?: string;
    readonly tables: readonly TableSource[];
    readonly texts?: readonly TextSource[];
  };
}

interface ItemSource {
  readonly code: string;
  readonly name: string;
  readonly kind?: string;
  readonly measure?: string;
  readonly aggregation?: string;
  readonly formula?: string;
}

/** What the blank shows in a cell. */
interface TextSource {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

interface TableSource {
  readonly lines: readonly {
    readonly key: string;
    readonly code?: string;
    readonly path?: readonly string[];
    readonly row?: number;
  }[];
  readonly columns: readonly {
    readonly key: string;
    readonly heads: readonly string[];
    readonly role?: string;
    readonly column?: number;
  }[];
  readonly cells: readonly { readonly line: string; readonly in: string; readonly item?: string }[];
}

export function formWords(form: FormSource): FormWords {
  const id = form.id ?? "";
  const tables = form.own
    ? form.own.tables.map((_, index) => ownTable(id, index, form.own!, form.indicators))
    : [builtInTable(id, form.indicators)];
  const names = [id, form.title ?? "", form.own?.sheet ?? "", form.code ?? ""].map(plainName);
  let labels: Labels | undefined;
  return {
    id,
    names: [...new Set(names.filter((name) => name !== ""))],
    tables,
    own: form.own !== undefined,
    labelAt: (plain, start) => (labels ??= new Labels(tables, form.own?.tables ?? [])).at(plain, start),
  };
}

/** The name of a form, line or column as it is compared: no blanks, one width of signs. */
export function plainName(name: string): string {
  return plainSigns(name).replace(/\s/g, "").toLowerCase();
}

/** One of our own forms: a line for each item, and one column, this year's. */
function builtInTable(form: string, items: readonly ItemSource[]): TableWords {
  const lines = items.map(({ code, name }) => ({ key: code, name, number: code, position: null }));
  return {
    form,
    index: 0,
    lines,
    columns: [{ key: "本年", name: "本年", number: null, position: null }],
    item: (line) => ({ code: lines[line]!.key, lastYear: false }),
    place({ code, lastYear }) {
      const line = lastYear ? -1 : lines.findIndex(({ key }) => key === code);
      return line < 0 ? null : { line, column: 0 };
    },
    isText: () => false,
    adds: () => true,
  };
}

function ownTable(
  form: string,
  index: number,
  { tables, texts = [] }: NonNullable<FormSource["own"]>,
  indicators: readonly ItemSource[],
): TableWords {
  const table = tables[index]!;
  const ordinals = ordinalsOf(table, texts);
  const items = itemsOf(table);
  const places = new Map<string, Place>();
  for (const [at, item] of items)
    places.set(keyOf(item), { line: Math.floor(at / MOST_COLUMNS), column: at % MOST_COLUMNS });
  const sources = new Map(indicators.map((item) => [item.code, item]));
  const lineNames = countsOf(table.lines.map(({ path }) => path?.at(-1) ?? ""));
  const columnNames = countsOf(table.columns.map(({ heads }) => heads.at(-1) ?? ""));
  const at = (line: number, column: number): ItemRef | null =>
    items.get(line * MOST_COLUMNS + column) ?? null;
  return {
    form,
    index,
    lines: table.lines.map(({ key, code, path = [], row }) => ({
      key,
      name: nameIn(path, lineNames) || key,
      number: code ?? (/^\d+$/.test(key) ? key : (ordinals.get(row ?? -1) ?? null)),
      position: row ?? null,
    })),
    columns: table.columns.map(({ key, heads, column }) => ({
      key,
      name: nameIn(heads, columnNames) || key,
      number: /^(?:\d+|[A-Z])$/.test(key) ? key : null,
      position: column ?? null,
    })),
    item: at,
    place: (item) => places.get(keyOf(item)) ?? null,
    isText: (code) => sources.get(code)?.kind === "text",
    adds(line, column) {
      const item = at(line, column);
      return item !== null && addsUp(sources.get(item.code));
    },
  };
}

/** By row, the numbers 1, 2, 3 … that a column beside the labels counts the lines with; none where the lines have codes. */
function ordinalsOf(
  { lines, columns }: TableSource,
  texts: readonly TextSource[],
): ReadonlyMap<number, string> {
  if (lines.some(({ code }) => code !== undefined)) return new Map();
  const rows = new Set(lines.map(({ row }) => row));
  const values = new Set(columns.map(({ column }) => column));
  const byColumn = new Map<number, Map<number, string>>();
  for (const { row, column, text } of texts) {
    if (!rows.has(row) || values.has(column) || !/^\d{1,4}$/.test(text.trim())) continue;
    byColumn.set(column, (byColumn.get(column) ?? new Map<number, string>()).set(row, text.trim()));
  }
  const isCount = (found: ReadonlyMap<number, string>): boolean =>
    found.size > 1 && found.size >= lines.length * 0.8 && new Set(found.values()).size === found.size;
  return [...byColumn.values()].find(isCount) ?? new Map<number, string>();
}

/** The last part of a path; all of it where another one ends alike. */
function nameIn(path: readonly string[], counts: ReadonlyMap<string, number>): string {
  const last = path.at(-1) ?? "";
  return (counts.get(last) ?? 0) > 1 ? path.join(" ") : last;
}

function countsOf(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

/** More than a sheet has. */
const MOST_COLUMNS = 20_000;

function keyOf({ code, lastYear }: ItemRef): string {
  return lastYear ? `${code} 上年` : code;
}

function addsUp(item: ItemSource | undefined): boolean {
  if (item === undefined) return true;
  if (["text", "list", "max", "ratio"].includes(item.aggregation ?? "")) return false;
  return item.kind !== "percent" && !/[%‰]/.test(item.measure ?? "") && !item.formula?.includes("/");
}

/** By line and column; a column of last year's figures has those of the value column that it goes with. */
function itemsOf({ lines, columns, cells }: TableSource): Map<number, ItemRef> {
  const lineAt = new Map(lines.map(({ key }, i) => [key, i]));
  const columnAt = new Map(columns.map(({ key }, i) => [key, i]));
  const items = new Map<number, ItemRef>();
  for (const { line, in: column, item } of cells) {
    const [l, c] = [lineAt.get(line), columnAt.get(column)];
    if (item !== undefined && l !== undefined && c !== undefined)
      items.set(l * MOST_COLUMNS + c, { code: item, lastYear: false });
  }
  columns.forEach(({ role }, c) => {
    const value = role === "lastYear" ? valueBeside(columns, c) : -1;
    lines.forEach((_, l) => {
      const item = items.get(l * MOST_COLUMNS + value);
      if (item && !items.has(l * MOST_COLUMNS + c))
        items.set(l * MOST_COLUMNS + c, { ...item, lastYear: true });
    });
  });
  return items;
}

/** The value column of the same heading, else the last one before, else the first. */
function valueBeside(columns: TableSource["columns"], at: number): number {
  const values = columns.flatMap(({ role }, i) => (role === "value" ? [i] : []));
  const alike = values.filter((i) => columns[i]!.heads.at(-1) === columns[at]!.heads.at(-1));
  return (alike.length === 1 ? alike[0] : undefined) ?? values.findLast((i) => i < at) ?? values[0] ?? -1;
}

/** A label and what may follow it, so that `合计` is not read out of `合计数`. */
const FOLLOWS =
  /^(?:[行栏列]|之和|总和|合计|相加|各[行栏列项]|[的则那时至到为是应须必与和及且或并以加减乘除不大小多少高低超等]|and\b|or\b|then\b|in\b)/i;
const WORD = /[\p{L}\p{N}\p{M}_.]/u;

interface Label {
  readonly text: string;
  readonly named: Named;
}

/** All spellings of a form's lines and columns, by their first character. */
class Labels {
  private readonly byFirst = new Map<string, Label[]>();

  constructor(tables: readonly TableWords[], sources: readonly TableSource[]) {
    tables.forEach((table, t) => {
      table.lines.forEach(({ key, number }, index) => {
        const path = sources[t]?.lines[index]?.path ?? [];
        const others = sources[t]?.lines.map((line) => line.path ?? []) ?? [];
        const texts = [
          ...numbers(key),
          ...numbers(number ?? ""),
          ...spellings(path),
          ...onlyUnder(path, others),
        ];
        this.add(texts, { axis: "line", table, index });
      });
      table.columns.forEach(({ key }, index) => {
        const heads = sources[t]?.columns[index]?.heads ?? [];
        const others = sources[t]?.columns.map((column) => column.heads) ?? [];
        const texts = [...numbers(key), ...spellings(heads), ...onlyUnder(heads, others)];
        this.add(texts, { axis: "column", table, index });
      });
    });
    for (const labels of this.byFirst.values()) labels.sort((a, b) => b.text.length - a.text.length);
  }

  private add(texts: readonly string[], named: Named): void {
    for (const text of new Set(texts.map(plainName))) {
      if (text === "") continue;
      const first = text[0]!;
      const known = this.byFirst.get(first);
      if (known) known.push({ text, named });
      else this.byFirst.set(first, [{ text, named }]);
    }
  }

  at(plain: string, start: number): { named: Named[]; end: number } | null {
    const named: Named[] = [];
    let end = -1;
    let length = 0;
    for (const label of this.byFirst.get(plain[start]?.toLowerCase() ?? "") ?? []) {
      if (label.text.length < length) break;
      const stop = endOf(label.text, plain, start);
      if (stop < 0) continue;
      end = stop;
      length = label.text.length;
      named.push(label.named);
    }
    return end < 0 ? null : { named: exactFirst(named), end };
  }
}

/** A word that several labels share means each of them; the same line or column is named once. */
function exactFirst(named: readonly Named[]): Named[] {
  const seen = new Set<string>();
  return named.filter(({ axis, table, index }) => {
    const key = `${axis} ${table.index} ${index}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Where the label ends in the text, blanks passed over; -1 where it is not there. */
function endOf(label: string, plain: string, start: number): number {
  let at = start;
  for (const sign of label) {
    while (plain[at] === " ") at++;
    if (plain.slice(at, at + sign.length).toLowerCase() !== sign) return -1;
    at += sign.length;
  }
  const last = label.at(-1) ?? "";
  const open = WORD.test(last) && WORD.test(plain[at] ?? "") && !FOLLOWS.test(plain.slice(at, at + 6));
  return open ? -1 : at;
}

const ORDINAL =
  /^(?:[一二三四五六七八九十]+[、.]|\d+(?:\.\d+)*[、.]?(?=[^\d.])|\([一二三四五六七八九十\d]+\)|[①-⑳])/;
const OF_WHICH = /^其中:/;
const MEASURE = /\([^()]{1,8}\)$/;
const SIGNS_BETWEEN = ["›", "·", "/", ">", "→", "_", "-"];

/** `1` is written ① too. */
function numbers(text: string): string[] {
  const value = /^\d{1,2}$/.test(text) && !text.startsWith("0") ? Number(text) : 0;
  return value >= 1 && value <= 20 ? [text, String.fromCharCode(0x2460 + value - 1)] : [text];
}

/** A heading over this column alone is its name too: 建立党委的高校 over 小计. */
function onlyUnder(path: readonly string[], all: readonly (readonly string[])[]): string[] {
  return path.slice(0, -1).filter((part) => all.filter((other) => other.includes(part)).length === 1);
}

/** A path's tails, joined by any of the signs that people use, with and without `1.`, `其中：` and the unit of measure. */
function spellings(path: readonly string[]): string[] {
  const parts = path.map(plainName).filter((part) => part !== "");
  const last = parts.at(-1);
  if (last === undefined) return [];
  const ends = variants(last);
  const all = [...ends];
  for (let length = 2; length <= Math.min(parts.length, 4); length++) {
    const before = parts.slice(-length, -1);
    for (const sign of SIGNS_BETWEEN)
      for (const end of ends)
        all.push([...before.map(withoutLead), end].join(sign), [...before, end].join(sign));
  }
  return all;
}

function variants(label: string): string[] {
  const bare = withoutLead(label);
  return [...new Set([label, bare, label.replace(MEASURE, ""), bare.replace(MEASURE, "")])].filter(
    (text) => text !== "",
  );
}

function withoutLead(label: string): string {
  return label.replace(ORDINAL, "").replace(OF_WHICH, "").replace(ORDINAL, "") || label;
}
