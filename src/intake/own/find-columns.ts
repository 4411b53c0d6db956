/** Which column of a sheet is which column of a table: by the texts of its head, read through merged cells. */
import type { Finding } from "../../findings/finding";
import { renamedInPlace, type StrangeColumn } from "../align/renamed";
import { shapeFinding } from "../findings";
import { place, sheetPlace } from "../grid";
import { inOneLine, plainLabel } from "../labels";
import { areAlike } from "./likeness";
import type { OwnColumn } from "../../template/own-sheet";
import { differInPeriod } from "../../template/period-words";
import type { FoundHead } from "./find-heads";
import { type ColumnLayout, type TableLayout } from "./own-layout";
import type { SheetTexts } from "./sheet-texts";

export interface FoundColumns {
  /** By key. */
  readonly at: ReadonlyMap<string, number>;
  /** Columns with a heading of the unit's own. */
  readonly strange: readonly StrangeColumn[];
  readonly findings: readonly Finding[];
}

interface HeadStack {
  readonly column: number;
  /** From the top, numbers of 栏次 left out. */
  readonly texts: readonly string[];
  /** The numbers of 栏次. */
  readonly marks: readonly string[];
  readonly row: number;
  readonly heading: string;
}

type Fits = (stack: HeadStack, column: ColumnLayout) => boolean;

/** Columns of a sheet, both ends included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export const EVERYWHERE: Span = { from: 0, to: Infinity };

export const isIn = ({ from, to }: Span, column: number): boolean => column >= from && column <= to;

/** @param span the part of the sheet that is the table's where another one is beside it */
export function findColumns(
  texts: SheetTexts,
  { top, bottom }: FoundHead,
  layout: TableLayout,
  { said, span }: { readonly said: ReadonlySet<string>; readonly span: Span },
): FoundColumns {
  const stacks = stacksOf(texts, top, bottom).filter(
    ({ column }) => isIn(span, column) && !isCovered(texts, bottom, column),
  );
  const at = new Map<string, number>();
  const used = new Set<number>();
  const open = (): ColumnLayout[] => layout.columns.filter(({ column }) => !at.has(column.key));
  const free = (): HeadStack[] => stacks.filter(({ column }) => !used.has(column));
  const asked: ColumnLayout[] = [];
  for (const fits of FITS) {
    for (const group of groupsOf(open())) {
      const found = free().filter((stack) => fits(stack, group[0]!));
      const pairs = pair(group, found, layout);
      if (pairs === null) {
        if (fits === FITS.at(-2))
          asked.push(...group.filter(({ column }) => found.length > 0 && !at.has(column.key)));
        continue;
      }
      for (const [column, stack] of pairs) {
        at.set(column.column.key, stack.column);
        used.add(stack.column);
      }
    }
  }
  const labels = labelsOf(layout);
  const strange = free()
    .filter(
      ({ texts: words, heading }) =>
        heading !== "" && !words.every((word) => labels.has(word) || said.has(word)),
    )
    .map(({ column, row, heading }) => ({ column, row, heading }));
  const order = layout.columns.map(({ column }) => column.key);
  const first = Math.min(...[...at.values()], Infinity);
  const renamed = renamedInPlace(
    order,
    at,
    strange,
    leftOf(stacks, first, labelsBefore(layout)),
    () => true,
    (before, names) =>
      placeIn(layout, names.at(-1)!) -
      (before === null ? placeIn(layout, names[0]!) - 1 : placeIn(layout, before)),
  );
  for (const [key, { column }] of renamed) at.set(key, column);
  const rest = strange.filter((each) => ![...renamed.values()].includes(each));
  return {
    at,
    strange: rest,
    findings: [
      ...[...renamed].flatMap(([key, column]) =>
        renamedFinding(texts, layout, key, { ...column, above: stacks }),
      ),
      ...missing(texts, layout, at, top, asked),
      ...otherMarks(texts, layout, at, stacks),
    ],
  };
}

function placeIn({ columns }: TableLayout, key: string): number {
  return columns.find(({ column }) => column.key === key)!.column.column;
}

/** The whole path; its texts among others; the lowest heading alone; the number in 栏次. */
const FITS: readonly Fits[] = [
  ({ texts }, { heads }) => heads.length > 0 && texts.join("\n") === heads.join("\n"),
  ({ texts }, { heads }) => heads.length > 0 && texts.at(-1) === heads.at(-1) && isWithin(heads, texts),
  ({ texts }, { heads }) => heads.length > 0 && texts.at(-1) === heads.at(-1),
  ({ marks }, { column }) => isMark(column.key) && marks.includes(column.key),
];

function isWithin(parts: readonly string[], whole: readonly string[]): boolean {
  let from = 0;
  return parts.every((part) => {
    const at = whole.indexOf(part, from);
    from = at + 1;
    return at >= 0;
  });
}

/** Columns with the same headings. */
function groupsOf(columns: readonly ColumnLayout[]): ColumnLayout[][] {
  const groups = new Map<string, ColumnLayout[]>();
  for (const column of columns) {
    const key = column.heads.length > 0 ? column.heads.join("\n") : column.column.key;
    groups.set(key, [...(groups.get(key) ?? []), column]);
  }
  return [...groups.values()];
}

/** Each column with the one of the sheet that is meant; null where that cannot be identified. */
function pair(
  group: readonly ColumnLayout[],
  found: readonly HeadStack[],
  layout: TableLayout,
): [ColumnLayout, HeadStack][] | null {
  if (found.length === 0) return null;
  const path = group[0]!.heads.join("\n");
  const isWhole = found.every(({ texts }) => texts.join("\n") === path);
  const others = layout.columns.filter(({ heads }) => isWhole && heads.join("\n") !== path);
  const inBlank = sameInBlank(group, layout).filter(
    (each) => !others.some(({ column }) => column.column === each),
  );
  if (inBlank.length > group.length && inBlank.length === found.length)
    return group.map((column) => [column, found[inBlank.indexOf(column.column.column)]!]);
  if (found.length === group.length && inBlank.length <= group.length) {
    // Other columns may bear the same lowest heading, and be missing themselves.
    const [first] = group;
    const rivals = layout.columns.filter(
      ({ heads }) => heads.at(-1) === first!.heads.at(-1) && heads.length > 0,
    );
    if (!isWhole && rivals.length > group.length) return null;
    return group.map((column, i) => [column, found[i]!]);
  }
  const byMark = group.flatMap((column): [ColumnLayout, HeadStack][] => {
    const own = found.filter(({ marks }) => marks.includes(column.column.key));
    return own.length === 1 ? [[column, own[0]!]] : [];
  });
  return byMark.length === group.length ? byMark : null;
}

/** The columns of the blank over which the same lowest heading is, whether they are read or not. */
function sameInBlank(group: readonly ColumnLayout[], { heads, columns }: TableLayout): number[] {
  const leaf = group[0]!.heads.at(-1);
  const lowest = new Map<number, string>();
  for (const { column, plain } of heads) if (!isMark(plain)) lowest.set(column, plain);
  for (const { column, heads: own } of columns) lowest.set(column.column, own.at(-1) ?? "");
  return [...lowest]
    .filter(([, plain]) => plain === leaf)
    .map(([column]) => column)
    .sort((a, b) => a - b);
}

function stacksOf(texts: SheetTexts, top: number, bottom: number): HeadStack[] {
  const columns = new Set<number>();
  for (let row = top; row <= bottom; row++) {
    for (const column of texts.row(row).keys()) columns.add(column);
    for (const area of texts.grid.sheet.merges)
      if (area.top <= row && area.bottom >= row)
        for (let column = area.left; column <= Math.min(area.right, area.left + MOST_COLUMNS); column++)
          columns.add(column);
  }
  return [...columns].sort((a, b) => a - b).map((column) => stackOf(texts, top, bottom, column));
}

const MOST_COLUMNS = 300;

/** Are the cells below the head merged with those to their left? Then nothing can be filled in the column. */
function isCovered(texts: SheetTexts, bottom: number, column: number): boolean {
  const below = texts.rows.filter((row) => row > bottom).slice(0, ROWS_LOOKED_AT);
  return below.length > 0 && below.every((row) => (texts.mergeAt(row, column)?.left ?? column) < column);
}

const ROWS_LOOKED_AT = 3;

function stackOf(texts: SheetTexts, top: number, bottom: number, column: number): HeadStack {
  const words: string[] = [];
  const marks: string[] = [];
  let heading = "";
  let at = top;
  for (let row = top; row <= bottom; row++) {
    const text = headText(texts, row, bottom, column);
    if (text === "") continue;
    if (isMark(text)) marks.push(markNumber(text));
    else {
      if (words.at(-1) !== text) words.push(text);
      heading = text;
      at = row;
    }
  }
  // Where the columns bear nothing else, these are their headings.
  return {
    column,
    texts: words.length > 0 ? words : marks,
    marks,
    row: at,
    heading: heading || (marks.at(-1) ?? ""),
  };
}

/** A number of 栏次, with how it is calculated or without: `3`, `(3)`, `1=2+3`. */
export function isMark(text: string): boolean {
  return /^(?:\(?\d{1,3}\)?(?:=[\d+\-*/%()]{1,80})?|[甲乙丙丁戊己庚辛壬癸]|[A-Z])$/.test(text);
}

function markNumber(text: string): string {
  const [number] = /\d+/.exec(text) ?? [];
  return number === undefined ? text : String(Number(number));
}

/** A wider heading that is not merged holds for the columns at its right that have headings of their own below. */
function headText(texts: SheetTexts, row: number, bottom: number, column: number): string {
  const shown = texts.shown(row, column);
  if (shown !== "" || row === bottom || texts.mergeAt(row, column)) return shown;
  if (texts.shown(row + 1, column) === "" || isMark(texts.shown(row + 1, column))) return "";
  for (let left = column - 1; left >= 0; left--) {
    const text = texts.at(row, left);
    if (text === "") continue;
    const merge = texts.mergeAt(row, left);
    const below = texts.shown(row + 1, left);
    return merge || below === "" || isMark(below) ? "" : text;
  }
  return "";
}

/** Headings over the labels. */
function labelsOf({ heads, columns }: TableLayout): ReadonlySet<string> {
  const own = new Set(columns.map(({ column }) => column.column));
  return new Set(heads.filter(({ column }) => !own.has(column)).map(({ plain }) => plain));
}

/** Headings over the labels to the left of the figures. */
function labelsBefore({ heads, columns }: TableLayout): ReadonlySet<string> {
  const first = Math.min(...columns.map(({ column }) => column.column));
  return new Set(heads.filter(({ column }) => column < first).map(({ plain }) => plain));
}

/** The last column before the table's first that has a heading of the labels. */
function leftOf(stacks: readonly HeadStack[], first: number, labels: ReadonlySet<string>): number {
  const before = stacks.filter(
    ({ column, texts }) => column < first && texts.some((text) => labels.has(text)),
  );
  return before.at(-1)?.column ?? -1;
}

function renamedFinding(
  texts: SheetTexts,
  layout: TableLayout,
  key: string,
  { row, column, heading: own, above }: StrangeColumn & { readonly above: readonly HeadStack[] },
): Finding[] {
  const { heads } = layout.columns.find((each) => each.column.key === key)!.column;
  const leaf = heads.at(-1) ?? key;
  // The lowest heading is the same, one above it is not.
  const isAbove = plainLabel(own) === plainLabel(leaf);
  const path = above.find((stack) => stack.column === column)!.texts;
  const [heading, expected] = isAbove ? [path.join(" · "), heads.join(" · ")] : [own, leaf];
  if (namesItsPeriod(layout, inOneLine(heading), inOneLine(expected))) return [];
  const isAlike = areAlike(plainLabel(heading), plainLabel(expected));
  const params = {
    found: inOneLine(heading),
    expected: inOneLine(expected),
    variant: isAlike ? "heading" : "headingInPlace",
  };
  return [shapeFinding("D22", isAlike ? "note" : "explain", place(texts.grid, row, column), params)];
}

/** `6月份` where the blank of May says `5月份`, unless columns of several months are beside each other. */
function namesItsPeriod({ columns }: TableLayout, heading: string, expected: string): boolean {
  const heads = columns.flatMap(({ column }) => column.heads.map(inOneLine));
  return (
    differInPeriod(heading, expected) &&
    !heads.some((head) => head !== expected && differInPeriod(head, expected))
  );
}

/** D22: the heading is one column's, the number in 栏次 below it another's: one of the two was moved. */
function otherMarks(
  texts: SheetTexts,
  { columns, heads }: TableLayout,
  at: ReadonlyMap<string, number>,
  stacks: readonly HeadStack[],
): Finding[] {
  const marked = new Set(
    columns.filter(({ column }) => isMarked(column, heads)).map(({ column }) => column.key),
  );
  return columns.flatMap(({ column }) => {
    const stack = stacks.find((each) => each.column === at.get(column.key));
    const mark = stack?.marks.at(-1);
    if (!stack || mark === undefined || mark === column.key || !marked.has(column.key) || !marked.has(mark))
      return [];
    const params = {
      variant: "otherMark",
      found: mark,
      expected: column.key,
      name: inOneLine(column.heads.at(-1) ?? ""),
    };
    return [shapeFinding("D22", "explain", place(texts.grid, stack.row, stack.column), params)];
  });
}

/** Its key is the number in 栏次. */
function isMarked({ key, column }: OwnColumn, heads: TableLayout["heads"]): boolean {
  return heads.some((head) => head.column === column && isMark(head.plain) && markNumber(head.plain) === key);
}

/** D20: none of its figures is read. Two columns that could be meant are asked about. */
function missing(
  texts: SheetTexts,
  layout: TableLayout,
  at: ReadonlyMap<string, number>,
  top: number,
  asked: readonly ColumnLayout[],
): Finding[] {
  const used = new Set(layout.table.cells.flatMap((cell) => (cell.use === "unused" ? [] : [cell.in])));
  return layout.columns
    .filter(({ column: { key, role } }) => !at.has(key) && used.has(key) && role !== "ignored")
    .map((column) => {
      const near = [...at.values()][0];
      const where = near === undefined ? sheetPlace(texts.grid) : place(texts.grid, top, near);
      const variant = asked.includes(column) ? "ambiguous" : "missing";
      const heading = column.column.heads.map(inOneLine).join(" · ") || column.column.key;
      return shapeFinding("D20", "explain", where, { variant, heading });
    });
}
