/** The copy whose layout the template takes: that of most others, in names of sheets and in the places of words. */
import { contentHash } from "../../workbook/content-hash";
import type { CopySheet } from "./copy-sheet";
import type { Copy, CopyKind } from "./group-copies";
import { departures, layoutsOf, type Layout } from "./layout-of-copies";

/** One sheet of the form in all copies. */
export interface CopiedSheet {
  /** The norm's. */
  readonly norm: CopySheet;
  readonly layout: Layout;
  readonly layouts: readonly Layout[];
  /** As most copies call it. */
  readonly name: string;
}

export interface Norm {
  readonly copy: Copy;
  readonly sheets: readonly CopiedSheet[];
}

interface Group {
  readonly layouts: readonly Layout[];
  readonly departures: ReadonlyMap<Layout, number>;
  readonly name: string;
  /** Words that at least half of the copies have. */
  readonly shared: ReadonlySet<string>;
  /** How many formulas most copies have. */
  readonly formulas: number;
}

/** A copy that lacks a sheet is no norm if another one has it. */
const LACKS_SHEET = 10_000;

export function normOf(kind: CopyKind): Norm {
  const distinct = withoutRepetitions(kind.copies);
  const groups = new Map(
    [...kind.groups]
      // What only one of several copies has is its unit's own.
      .filter(([, count]) => count > 1 || distinct.length === 1)
      .map(([group]) => [group, groupOf(distinct.flatMap(({ sheets }) => sheets.get(group) ?? []))]),
  );
  const [copy] = distinct
    .map((each) => ({ each, score: scoreOf(each, groups) }))
    .sort((a, b) => compare(a.score, b.score))
    .map(({ each }) => each);
  const order = copy!.file.workbook.sheets;
  const own = [...copy!.sheets].sort((a, b) => order.indexOf(a[1].sheet) - order.indexOf(b[1].sheet));
  const sheets = own.flatMap(([id, norm]): CopiedSheet[] => {
    const group = groups.get(id);
    if (group === undefined) return [];
    const layout = group.layouts.find(({ copies }) => copies.includes(norm))!;
    return [{ norm, layout, layouts: group.layouts, name: group.name }];
  });
  return { copy: copy!, sheets };
}

/** A file that was sent twice says nothing new. */
function withoutRepetitions(copies: readonly Copy[]): Copy[] {
  const seen = new Set<string>();
  return copies.filter(({ file, isPart }) => {
    if (isPart) return true;
    const hash = contentHash(file.workbook);
    const isNew = !seen.has(hash);
    seen.add(hash);
    return isNew;
  });
}

function groupOf(copies: readonly CopySheet[]): Group {
  const layouts = layoutsOf(copies);
  return {
    layouts,
    departures: departures(layouts),
    shared: wordsOfHalf(copies),
    name: mostFrequent(copies.map(({ sheet }) => sheet.name)),
    formulas: mostFrequent(copies.map(formulasOf)),
  };
}

function wordsOfHalf(copies: readonly CopySheet[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { vocabulary } of copies)
    for (const word of vocabulary) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Set(
    [...counts].filter(([, count]) => count > 1 && count * 2 >= copies.length).map(([word]) => word),
  );
}

function formulasOf({ sheet: { cells } }: CopySheet): number {
  return cells.formulaIndex.filter((index) => index >= 0).length;
}

function mostFrequent<T>(all: readonly T[]): T {
  const counts = new Map<T, number>();
  for (const each of all) counts.set(each, (counts.get(each) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]![0];
}

/**
 * Layout; of two that are as frequent the one that says more; formulas, names of sheets, format, and how much would have
 * to be taken out of it: less is better.
 */
function scoreOf({ file, sheets }: Copy, groups: ReadonlyMap<number, Group>): number[] {
  let [layout, words, formulas, names, filled] = [0, 0, 0, 0, 0];
  for (const [id, group] of groups) {
    const sheet = sheets.get(id);
    if (!sheet) {
      layout += LACKS_SHEET * group.layouts.reduce((sum, { copies }) => sum + copies.length, 0);
      continue;
    }
    const own = group.layouts.find(({ copies }) => copies.includes(sheet))!;
    layout += group.departures.get(own) ?? Infinity;
    words += [...sheet.vocabulary].filter((word) => group.shared.has(word)).length;
    if (sheet.sheet.name !== group.name) names++;
    formulas += Math.abs(formulasOf(sheet) - group.formulas);
    filled += sheet.sheet.cells.count;
  }
  return [layout, -words, formulas, names, file.workbook.format === "xlsx" ? 0 : 1, filled];
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}
