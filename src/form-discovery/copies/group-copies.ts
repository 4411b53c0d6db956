/** Which sheets of several files are copies of one form, and which files are of one kind. */
import type { Sheet, Workbook } from "../../workbook/workbook";
import { CopySheet } from "./copy-sheet";
import { isUnitName, unitOnSheet } from "./unit-on-sheet";

export interface FilledFile {
  /** As the session calls it: the path below what was given, with `/`. */
  readonly name: string;
  readonly workbook: Workbook;
}

/** What one unit filled in: a file, or those sheets of a file that are the unit's. */
export interface Copy {
  readonly file: FilledFile;
  /** By the number of their group; one sheet of a group at most. */
  readonly sheets: ReadonlyMap<number, CopySheet>;
  /** The file has such sheets of several units. */
  readonly isPart: boolean;
}

/** Copies that have at least one form in common. */
export interface CopyKind {
  readonly copies: readonly Copy[];
  /** How many copies have a sheet of the group. */
  readonly groups: ReadonlyMap<number, number>;
}

/** Sheets of one form have so many of their words in common (Dice's coefficient). */
const SAME_FORM = 0.5;
/** The same form within one file, once for each unit. */
const SAME_IN_FILE = 0.75;
/** A group is compared by so many of its sheets. */
const COMPARED = 3;

export function kindsOf(files: readonly FilledFile[]): CopyKind[] {
  const groups: CopySheet[][] = [];
  const copies = files
    .flatMap((file) => copiesIn(file))
    .map(({ file, sheets, isPart }): Copy => ({
      file,
      isPart,
      sheets: grouped(sheets, groups),
    }));
  return connected(copies);
}

interface Loose {
  readonly file: FilledFile;
  readonly sheets: readonly CopySheet[];
  readonly isPart: boolean;
}

function copiesIn(file: FilledFile): Loose[] {
  const sheets = file.workbook.sheets.filter(isSeen).map((sheet) => new CopySheet(sheet));
  const parts = partsByUnit(sheets);
  if (parts === null) return [{ file, sheets, isPart: false }];
  return parts.map((own) => ({ file, sheets: own, isPart: true }));
}

function isSeen({ visibility, cells }: Sheet): boolean {
  return visibility === "visible" && cells.count > 0;
}

/** The sheets of each unit where one form is there for several; null where none is. */
function partsByUnit(sheets: readonly CopySheet[]): CopySheet[][] | null {
  const units = new Map(sheets.map((sheet) => [sheet, unitOfPart(sheet)]));
  const isRepeated = sheets.some((sheet) =>
    sheets.some(
      (other) =>
        other !== sheet &&
        units.get(sheet) !== null &&
        units.get(other) !== null &&
        units.get(other) !== units.get(sheet) &&
        likeness(sheet, other) >= SAME_IN_FILE,
    ),
  );
  if (!isRepeated) return null;
  const parts = new Map<string, CopySheet[]>();
  let last: string | null = null;
  for (const sheet of sheets) {
    last = units.get(sheet) ?? last;
    // A cover or a note before the first unit belongs to no unit.
    if (last !== null) parts.set(last, [...(parts.get(last) ?? []), sheet]);
  }
  return [...parts.values()];
}

function unitOfPart(copy: CopySheet): string | null {
  const { name } = copy.sheet;
  return unitOnSheet(copy) ?? (isUnitName(name) ? name.trim() : null);
}

/** Puts each sheet into the group that it is most like, or begins a new one. */
function grouped(sheets: readonly CopySheet[], groups: CopySheet[][]): Map<number, CopySheet> {
  const fits = sheets
    .flatMap((sheet) => groups.map((group, i) => ({ sheet, group: i, score: likenessToGroup(sheet, group) })))
    .filter(({ score }) => score >= SAME_FORM)
    .sort((a, b) => b.score - a.score);
  const own = new Map<number, CopySheet>();
  const placed = new Set<CopySheet>();
  for (const { sheet, group } of fits) {
    if (placed.has(sheet) || own.has(group)) continue;
    own.set(group, sheet);
    placed.add(sheet);
  }
  for (const sheet of sheets) if (!placed.has(sheet)) own.set(groups.push([]) - 1, sheet);
  for (const [group, sheet] of own) groups[group]!.push(sheet);
  return own;
}

/** A little more where the sheets bear the same name: it decides between forms that are alike. */
function likenessToGroup(sheet: CopySheet, group: readonly CopySheet[]): number {
  const scores = group.slice(0, COMPARED).map((other) => {
    const isNamed = other.sheet.name === sheet.sheet.name;
    const share = likeness(sheet, other);
    return share + (isNamed && share > 0 ? 0.2 : 0);
  });
  return Math.max(...scores);
}

/** Both the words near the top and all words must be alike: forms with the same lines differ in their headings. */
function likeness(a: CopySheet, b: CopySheet): number {
  return Math.min(dice(a.vocabulary, b.vocabulary), dice(a.head, b.head) * 1.25);
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 0;
  let both = 0;
  for (const word of a) if (b.has(word)) both++;
  return (2 * both) / (a.size + b.size);
}

/** Copies belong together where they share a group, directly or through others. */
function connected(copies: readonly Copy[]): CopyKind[] {
  const kinds: Copy[][] = [];
  for (const copy of copies) {
    const own = kinds.filter((kind) => kind.some((each) => sharesGroup(each, copy)));
    const merged = [...own.flat(), copy];
    for (const kind of own) kinds.splice(kinds.indexOf(kind), 1);
    kinds.push(merged);
  }
  return kinds.map((kind) => ({ copies: kind, groups: countGroups(kind) }));
}

function sharesGroup(a: Copy, b: Copy): boolean {
  return [...a.sheets.keys()].some((group) => b.sheets.has(group));
}

function countGroups(copies: readonly Copy[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { sheets } of copies)
    for (const group of sheets.keys()) counts.set(group, (counts.get(group) ?? 0) + 1);
  return counts;
}
