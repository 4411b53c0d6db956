/** How single copies depart from the norm: what they have that most have not, and the other way round. */
import type { CopySheet } from "./copy-sheet";
import type { CopyKind } from "./group-copies";
import { align, type Alignment, type Layout } from "./layout-of-copies";
import type { CopiedSheet } from "./norm";

export interface Departure {
  readonly file: string;
  /** As the copy calls it. */
  readonly sheet: string;
  /** As most copies call it, where the copy has another name; else null. */
  readonly usualName: string | null;
  /** Rows or columns are elsewhere than in the norm. */
  readonly moved: boolean;
  /** Labels and headings of rows and columns that the norm does not have. */
  readonly added: readonly string[];
  /** Those of the norm that the copy does not have. */
  readonly missing: readonly string[];
}

/** More are not listed one by one. */
const MOST_WORDS = 20;

export function departuresOf(kind: CopyKind, sheets: readonly CopiedSheet[]): Departure[] {
  const files = new Map(
    kind.copies.flatMap(({ file, sheets: own }) =>
      [...own.values()].map((each) => [each, file.name] as const),
    ),
  );
  const isPart = kind.copies.some((copy) => copy.isPart);
  return sheets.flatMap((copied) =>
    copied.layouts.flatMap((layout) =>
      layout.copies.flatMap((copy): Departure[] => {
        const moved = layout !== copied.layout && isMoved(align(copied.layout, layout));
        const changed = moved ? differences(copied, layout, copy) : { added: [], missing: [] };
        const isRenamed = !isPart && copy.sheet.name !== copied.name;
        if (!isRenamed && !moved) return [];
        const usualName = isRenamed ? copied.name : null;
        return [{ file: files.get(copy) ?? "", sheet: copy.sheet.name, usualName, moved, ...changed }];
      }),
    ),
  );
}

function differences(
  { norm, layout }: CopiedSheet,
  other: Layout,
  copy: CopySheet,
): Pick<Departure, "added" | "missing"> {
  const to = align(layout, other);
  return {
    added: wordsBeside(copy, norm, new Set(to.rows), new Set(to.columns)),
    missing: wordsBeside(norm, copy, matched(to.rows), matched(to.columns)),
  };
}

function isMoved({ rows, columns }: Alignment): boolean {
  return [rows, columns].some((to) => to.some((place, i) => place !== i));
}

function matched(to: Int32Array): Set<number> {
  return new Set([...to.keys()].filter((i) => to[i]! >= 0));
}

/** What `one` says in rows and columns that have no partner, and `other` says nowhere. */
function wordsBeside(
  one: CopySheet,
  other: CopySheet,
  rows: ReadonlySet<number>,
  columns: ReadonlySet<number>,
): string[] {
  const words = one.words.filter(
    ({ row, column, text }) => !(rows.has(row) && columns.has(column)) && !other.vocabulary.has(text),
  );
  return [...new Set(words.map(({ text }) => text.replace(/:$/, "")))].slice(0, MOST_WORDS);
}
