/** What names lines or columns of a form: `01行`, `第1至4栏`, `栏次3`, `D列`, `[总计]`, a label by itself. */
import { plainKey } from "./characters";
import { plainName, type Axis, type FormWords, type TableWords } from "./form-words";

/** Lines or columns of one table, in the order of the range. */
export type Chosen = ReadonlyMap<TableWords, readonly number[]>;

export const NOTHING: Chosen = new Map();

export interface ChosenAxis {
  readonly lines: Chosen;
  readonly columns: Chosen;
  readonly end: number;
  readonly marked: boolean;
  readonly constant: number | null;
  readonly dash: boolean;
  readonly missing: Axis | null;
}

export function counted(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

const CHINESE = "零一二三四五六七八九十";
const DIGITS = String.raw`\d{1,6}|[一二三四五六七八九十]{1,3}|[①-⑳]`;
/** A parenthesis only around the number itself: `(1)栏`. */
const NUMBER = String.raw`(?:[(](?=\s*(?:${DIGITS})\s*[)]))?\s*(${DIGITS})(?:\s*[)])?`;
const MARKED = new RegExp(
  String.raw`^第?\s*${NUMBER}\s*(?:(~|:|至|到|-{1,2}|,?\.{2,},?)\s*第?\s*${NUMBER}\s*)?(行|栏|列)(?:次|号)?`,
);
const LEADING = /^(行次|行号|栏次|栏号|列次|列号)\s*(\d{1,6})/;

/** A line or column, or a range of them, by number, code or label. */
export function axisAt(
  plain: string,
  start: number,
  forms: readonly FormWords[],
  tables: readonly TableWords[],
): ChosenAxis | null {
  const near = plain.slice(start, start + 40);
  const label = labelAt(plain, start, forms);
  const numbered = MARKED.exec(near) ?? leading(near);
  if (numbered && (label === null || start + numbered[0].length >= label.end)) {
    const axis: Axis = numbered[4] === "行" ? "line" : "column";
    const end = start + numbered[0].length;
    const own = forms.some((form) => form.own);
    if (!own && axis === "column") return null;
    const dash = numbered[2]?.startsWith("-") === true;
    const chosen = chosenBy(tables, (table) => byNumber(table, axis, numbered[1]!, numbered[3]));
    if (chosen.size === 0 && !own) return null;
    const missing = chosen.size === 0 ? axis : null;
    return { ...NONE, ...onAxis(axis, chosen), end, marked: true, dash, missing };
  }
  return quotedLabel(plain, start, forms) ?? label ?? letteredColumn(near, start, tables);
}

const NONE: ChosenAxis = {
  lines: NOTHING,
  columns: NOTHING,
  end: 0,
  marked: false,
  constant: null,
  dash: false,
  missing: null,
};

function onAxis(axis: Axis, chosen: Chosen): Pick<ChosenAxis, "lines" | "columns"> {
  return axis === "line" ? { lines: chosen, columns: NOTHING } : { lines: NOTHING, columns: chosen };
}

function leading(near: string): RegExpExecArray | null {
  const found = LEADING.exec(near);
  if (!found) return null;
  const mark = found[1]!.startsWith("行") ? "行" : "栏";
  return Object.assign(found, { 1: found[2]!, 2: undefined, 3: undefined, 4: mark }) as RegExpExecArray;
}

/** `D列`: the sheet's column. */
function letteredColumn(near: string, start: number, tables: readonly TableWords[]): ChosenAxis | null {
  const found = /^([A-Z]{1,3})\s*列/i.exec(near);
  if (!found) return null;
  const position = columnOfLetters(found[1]!);
  const columns = chosenBy(tables, (table) => {
    const index = table.columns.findIndex((column) => column.position === position);
    return index < 0 ? null : [index];
  });
  const missing = columns.size === 0 ? "column" : null;
  return { ...NONE, columns, end: start + found[0].length, marked: true, missing };
}

export function columnOfLetters(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, sign) => sum * 26 + sign.charCodeAt(0) - 64, 0) - 1;
}

/** `[总计]`, `"总计"`: a label between brackets. */
function quotedLabel(plain: string, start: number, forms: readonly FormWords[]): ChosenAxis | null {
  if (plain[start] !== "[") return null;
  const label = labelAt(plain, start + 1, forms);
  return label && plain[label.end] === "]" ? { ...label, end: label.end + 1, constant: null } : null;
}

function labelAt(plain: string, start: number, forms: readonly FormWords[]): ChosenAxis | null {
  const lines = new Map<TableWords, readonly number[]>();
  const columns = new Map<TableWords, readonly number[]>();
  let end = -1;
  const own = forms.filter((form) => form.own);
  const found = own.flatMap((form) => form.labelAt(plain, start) ?? []);
  for (const { end: stop } of found) end = Math.max(end, stop);
  if (end < 0) return null;
  for (const { axis, table, index } of found
    .filter((each) => each.end === end)
    .flatMap((each) => each.named)) {
    const chosen = axis === "line" ? lines : columns;
    // A label that two lines of a table share means neither of them.
    chosen.set(table, chosen.has(table) ? [] : [index]);
  }
  for (const chosen of [lines, columns])
    for (const [table, indexes] of chosen) if (indexes.length === 0) chosen.delete(table);
  const text = plain.slice(start, end);
  const mark = /^\s*[行栏列]/.exec(plain.slice(end, end + 3))?.[0] ?? null;
  const constant = /^(?:0|[1-9]\d*)$/.test(text) ? Number(text) : null;
  if (mark === null || constant !== null)
    return lines.size + columns.size === 0 ? null : { ...NONE, lines, columns, end, constant };
  const axis = mark.trim() === "行" ? "line" : "column";
  const chosen = axis === "line" ? lines : columns;
  if (chosen.size === 0) return null;
  return { ...NONE, ...onAxis(axis, chosen), end: end + mark.length, marked: true };
}

function chosenBy(
  tables: readonly TableWords[],
  choose: (table: TableWords) => readonly number[] | null,
): Chosen {
  const chosen = new Map<TableWords, readonly number[]>();
  for (const table of tables) {
    const indexes = choose(table);
    if (indexes) chosen.set(table, indexes);
  }
  return chosen;
}

function byNumber(table: TableWords, axis: Axis, from: string, to: string | undefined): number[] | null {
  const first = indexOfNumber(table, axis, from);
  const last = to === undefined ? first : indexOfNumber(table, axis, to);
  return first < 0 || last < first ? null : counted(first, last);
}

/** As it is written, else by its value: `1行` is the line `01`, `第二栏` the column 2. */
function indexOfNumber(table: TableWords, axis: Axis, written: string): number {
  const words = axis === "line" ? table.lines : table.columns;
  const exact = words.findIndex(({ number }) => number !== null && plainKey(number) === written);
  if (exact >= 0) return exact;
  const value = valueOf(written);
  const alike = words.flatMap(({ number }, i) =>
    number !== null && valueOf(plainKey(number).replace(/[().]/g, "")) === value ? [i] : [],
  );
  return alike.length === 1 ? alike[0]! : -1;
}

function valueOf(written: string): number {
  if (/^\d+$/.test(written)) return Number(written);
  if (/^[①-⑳]$/.test(written)) return written.charCodeAt(0) - 0x2460 + 1;
  if (!/^[一二三四五六七八九十]+$/.test(written)) return Number.NaN;
  const [tens = "", ones = ""] = written.includes("十") ? written.split("十") : ["零", written];
  return (tens === "" ? 1 : CHINESE.indexOf(tens)) * 10 + (ones === "" ? 0 : CHINESE.indexOf(ones));
}

/** By number, key or label; -1 where none, or more than one, is called so. */
export function indexNamed(table: TableWords, axis: Axis, text: string, forms: readonly FormWords[]): number {
  if (axis === "line" ? /[栏列]$/.test(text) : /行$/.test(text)) return -1;
  const name = text.replace(/^第|[行栏列]$/g, "").trim();
  const words = axis === "line" ? table.lines : table.columns;
  const byKey = words.findIndex(({ key }) => plainName(key) === plainName(name));
  if (byKey >= 0) return byKey;
  const number = indexOfNumber(table, axis, name);
  if (number >= 0) return number;
  const label = labelAt(name, 0, forms);
  const chosen =
    label?.end === name.length ? (axis === "line" ? label.lines : label.columns).get(table) : null;
  return chosen?.length === 1 ? chosen[0]! : -1;
}
