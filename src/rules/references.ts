/**
 * What names lines, columns and items of a form: `01行`, `01行1栏`, `[01,1]`, `01[1]`, `D6`, `总计·高校总数`,
 * `《表1》01行2栏`. Each is read as all that it can stand for; `meaning.ts` decides.
 */
import {
  axisAt,
  columnOfLetters,
  counted,
  indexNamed,
  NOTHING,
  type Chosen,
  type ChosenAxis,
} from "./axis-references";
import { plainName, type Axis, type FormWords, type ItemRef, type TableWords } from "./form-words";

export interface Reference {
  readonly start: number;
  readonly end: number;
  readonly lines: Chosen;
  readonly columns: Chosen;
  readonly items: ReadonlyMap<TableWords, readonly ItemRef[]>;
  /** The number that it can be too; null: none. */
  readonly constant: number | null;
  /** It says which it is: 行, 栏, an address. */
  readonly marked: boolean;
  /** A form is named. */
  readonly form: string | null;
  /** `1-4栏`: from 1 to 4, or 1 less 4. */
  readonly dash: boolean;
  /** `02+…+04`: the sum of all. */
  readonly summed: boolean;
  /** Said to be a line or column that no table has. */
  readonly missing: Axis | "cell" | null;
}

/** The reference that begins at the place; null where none does. `forms`: those that are meant where none is named. */
export function referenceAt(
  plain: string,
  start: number,
  forms: readonly FormWords[],
  all: readonly FormWords[],
): Reference | null {
  const prefix = formAt(plain, start, all);
  const read = readIn(plain, prefix?.end ?? start, prefix ? [prefix.form] : forms);
  return read && { ...read, start, form: prefix?.form.id ?? null };
}

const LONGEST_NAME = 80;

/** `表1:`, `表1!`, `《表1》`, `'表1'!`, `[表1]!`, `表1表`, `表1的`. */
function formAt(plain: string, start: number, all: readonly FormWords[]) {
  const near = plain.slice(start, start + LONGEST_NAME);
  const quoted = /^(?:《([^》]+)》|'([^']+)'|\[([^\]]+)\](?=[!:.]))\s*表?\s*[!:.的]?\s*/.exec(near);
  if (quoted) {
    const name = plainName(quoted[1] ?? quoted[2] ?? quoted[3]!);
    const form = formNamed(name, all);
    return form ? { form, end: start + quoted[0].length } : null;
  }
  const bare = /^([^!:.=<>≤≥≠+*/()[\],]+?)\s*[!:.]\s*(?=\S)/.exec(near);
  const named = bare && formNamed(plainName(bare[1]!), all);
  if (named) return { form: named, end: start + bare[0].length };
  return null;
}

/** The form of this name; of a longer title only where no other begins so. */
export function formNamed(name: string, all: readonly FormWords[]): FormWords | null {
  const same = all.filter(({ names }) => names.includes(name) || names.includes(name.replace(/表$/, "")));
  if (same.length === 1) return same[0]!;
  const longer = all.filter(({ names }) =>
    names.some((each) => each.startsWith(name) && !/^[\p{L}\p{N}]/u.test(each.slice(name.length))),
  );
  return same.length === 0 && longer.length === 1 ? longer[0]! : null;
}

/** An item that is named by its key. */
export function itemReference(
  tables: readonly TableWords[],
  item: ItemRef,
  start: number,
  end: number,
): Reference {
  const items = new Map(tables.map((table) => [table, [item]]));
  return { ...EMPTY, start, end, items, marked: true, form: null };
}

type Read = Omit<Reference, "start" | "form">;

function readIn(plain: string, start: number, forms: readonly FormWords[]): Read | null {
  const tables = forms.flatMap((form) => form.tables);
  return (
    pairAt(plain, start, tables, forms) ??
    rangeOf(plain, start, forms, tables, (at) => singleAt(plain, at, forms, tables)) ??
    null
  );
}

/** `[01,1]`, `(01,1)`, `[01][1]`. */
function pairAt(
  plain: string,
  start: number,
  tables: readonly TableWords[],
  forms: readonly FormWords[],
): Read | null {
  const pair = /^[[(]\s*([^[\](),]{1,60}?)\s*(?:,|\]\s*\[)\s*([^[\](),]{1,60}?)\s*[\])]/.exec(
    plain.slice(start, start + 130),
  );
  if (!pair || !forms.some(({ own }) => own)) return null;
  const items = new Map<TableWords, readonly ItemRef[]>();
  for (const table of tables) {
    const line = indexNamed(table, "line", pair[1]!, forms);
    const column = indexNamed(table, "column", pair[2]!, forms);
    const item = line < 0 || column < 0 ? null : table.item(line, column);
    if (item) items.set(table, [item]);
  }
  if (items.size === 0 && plain[start] === "(") return null;
  const end = start + pair[0].length;
  return { ...EMPTY, end, items, marked: true, missing: items.size === 0 ? "cell" : null };
}

const EMPTY: Omit<Read, "end"> = {
  lines: NOTHING,
  columns: NOTHING,
  items: new Map(),
  constant: null,
  marked: false,
  dash: false,
  summed: false,
  missing: null,
};

const TO = /^\s*(?:[~:]|至|到|-{1,2}>?|\.\.)\s*/;

/** `02[1]:04[1]`, `02行至04行`, `D7:D9`: everything from the one to the other. */
function rangeOf(
  plain: string,
  start: number,
  forms: readonly FormWords[],
  tables: readonly TableWords[],
  single: (at: number) => Read | null,
): Read | null {
  const from = single(start);
  if (from === null) return null;
  const sign = TO.exec(plain.slice(from.end, from.end + 6))?.[0];
  const ellipsis = /^\s*[+,]\s*(?:…+|\.{3,}|⋯+)\s*[+,]\s*/.exec(plain.slice(from.end, from.end + 16))?.[0];
  if (ellipsis === undefined && (sign === undefined || sign.includes("-"))) return from;
  const at = from.end + (ellipsis ?? sign)!.length;
  const prefix = formAt(plain, at, forms);
  const to = single(prefix?.end ?? at);
  if (to === null) return from;
  const items = new Map<TableWords, readonly ItemRef[]>();
  for (const table of tables) {
    const block = blockOf(table, from.items.get(table), to.items.get(table));
    if (block) items.set(table, block);
  }
  return {
    ...from,
    end: to.end,
    lines: stretch(from.lines, to.lines),
    columns: stretch(from.columns, to.columns),
    items,
    constant: null,
    marked: from.marked || to.marked,
    summed: ellipsis !== undefined,
    missing: from.missing ?? to.missing,
  };
}

function stretch(from: Chosen, to: Chosen): Chosen {
  const all = new Map<TableWords, readonly number[]>();
  for (const [table, [first]] of from) {
    const last = to.get(table)?.at(-1);
    if (first !== undefined && last !== undefined && last >= first) all.set(table, counted(first, last));
  }
  return all;
}

function blockOf(
  table: TableWords,
  from: readonly ItemRef[] | undefined,
  to: readonly ItemRef[] | undefined,
): ItemRef[] | null {
  const a = from && table.place(from[0]!);
  const b = to && table.place(to.at(-1)!);
  if (!a || !b || b.line < a.line || b.column < a.column) return null;
  return counted(a.line, b.line).flatMap((line) =>
    counted(a.column, b.column).flatMap((column) => table.item(line, column) ?? []),
  );
}

function singleAt(
  plain: string,
  start: number,
  forms: readonly FormWords[],
  tables: readonly TableWords[],
): Read | null {
  const first = axisAt(plain, start, forms, tables);
  const cell = forms.some(({ own }) => own) ? cellAt(plain, start, tables) : null;
  if (first === null || (cell && cell.end >= first.end && !first.marked && cell.items.size > 0)) return cell;
  return withOther(plain, first, forms, tables) ?? { ...EMPTY, ...first, items: firstFigures(first) };
}

/** A bare code is its line's first figure; `01行` is that only where the table has no other. */
function firstFigures({ lines, marked }: ChosenAxis): ReadonlyMap<TableWords, readonly ItemRef[]> {
  const items = new Map<TableWords, readonly ItemRef[]>();
  for (const [table, indexes] of lines) {
    if (marked && valueColumns(table).length > 1) continue;
    const found = indexes.flatMap((line) => {
      const column = table.columns.findIndex((_, c) => table.item(line, c) !== null);
      return (column < 0 ? null : table.item(line, column)) ?? [];
    });
    if (found.length > 0) items.set(table, found);
  }
  return items;
}

/** The columns that hold this period's figures. */
export function valueColumns(table: TableWords): number[] {
  return counted(0, table.columns.length - 1).filter((c) =>
    table.lines.some((_, l) => table.item(l, c)?.lastYear === false),
  );
}

/** `01行1栏`, `01[1]`, `总计·高校总数`: the other axis behind the first. */
function withOther(
  plain: string,
  first: ChosenAxis,
  forms: readonly FormWords[],
  tables: readonly TableWords[],
): Read | null {
  const bracket = /^\s*\[\s*([^[\]]{1,60}?)\s*\]/.exec(plain.slice(first.end, first.end + 64));
  if (bracket && first.lines.size > 0) {
    const columns = new Map<TableWords, readonly number[]>();
    for (const table of first.lines.keys()) {
      const column = indexNamed(table, "column", bracket[1]!.replace(/[栏列]$/, ""), forms);
      if (column >= 0) columns.set(table, [column]);
    }
    return crossed({ ...first, end: first.end + bracket[0].length }, first.lines, columns, "column");
  }
  const sign = /^\s*[·›的]?\s*/.exec(plain.slice(first.end, first.end + 4))![0];
  const next = axisAt(plain, first.end + sign.length, forms, tables);
  if (next === null) return null;
  if (sign.trim() === "" && !(next.marked && first.marked)) return null;
  const whole = {
    ...first,
    end: next.end,
    marked: first.marked || next.marked,
    dash: first.dash || next.dash,
    missing: first.missing ?? next.missing,
  };
  const lineFirst = crossed(whole, first.lines, next.columns, null);
  const read = lineFirst.items.size > 0 ? lineFirst : crossed(whole, next.lines, first.columns, null);
  if (read.items.size > 0) return read;
  return first.marked && next.marked ? { ...read, missing: whole.missing ?? "cell" } : null;
}

function crossed(whole: ChosenAxis, lines: Chosen, columns: Chosen, missing: Axis | null): Read {
  const items = new Map<TableWords, readonly ItemRef[]>();
  for (const [table, indexes] of lines) {
    const found = indexes.flatMap((line) =>
      (columns.get(table) ?? []).flatMap((column) => table.item(line, column) ?? []),
    );
    if (found.length > 0) items.set(table, found);
  }
  const { end, dash, marked } = whole;
  const lost = items.size > 0 ? null : (whole.missing ?? missing);
  return { ...EMPTY, end, dash, items, marked: marked || missing !== null, missing: lost };
}

const CELL = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})(?![\p{L}\p{N}_[])/iu;

/** A cell of the blank. */
function cellAt(plain: string, start: number, tables: readonly TableWords[]): Read | null {
  const found = CELL.exec(plain.slice(start, start + 14));
  if (!found) return null;
  const column = columnOfLetters(found[1]!);
  const row = Number(found[2]) - 1;
  const items = new Map<TableWords, readonly ItemRef[]>();
  for (const table of tables) {
    const l = table.lines.findIndex(({ position }) => position === row);
    const c = table.columns.findIndex(({ position }) => position === column);
    const item = l < 0 || c < 0 ? null : table.item(l, c);
    if (item) items.set(table, [item]);
  }
  const end = start + found[0].length;
  return { ...EMPTY, end, items, marked: true, missing: items.size === 0 ? "cell" : null };
}
