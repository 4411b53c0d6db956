/** What the copies of a sheet hold at one place of the norm. */
import type { Cell } from "../../workbook/workbook";
import { tidy } from "../grid";
import { bare } from "../words";
import type { CopySheet } from "./copy-sheet";
import { align, type Alignment } from "./layout-of-copies";
import type { CopiedSheet } from "./norm";

export interface Held {
  readonly copy: CopySheet;
  readonly cell: Cell | undefined;
  /** Where the place is in the copy. */
  readonly at: { readonly row: number; readonly column: number };
}

export class Evidence {
  private readonly alignments: readonly { readonly copy: CopySheet; readonly to: Alignment }[];
  /** Copies of the norm's layout: formulas there refer to the same cells. */
  private readonly same: ReadonlySet<CopySheet>;

  constructor(sheet: CopiedSheet) {
    this.same = new Set(sheet.layout.copies);
    this.alignments = sheet.layouts.flatMap((layout) => {
      const to = align(sheet.layout, layout);
      return layout.copies.map((copy) => ({ copy, to }));
    });
  }

  /** One for each copy that has the place's row and column. */
  at(row: number, column: number): Held[] {
    return this.alignments.flatMap(({ copy, to }) => {
      const [r, c] = [to.rows[row] ?? -1, to.columns[column] ?? -1];
      return r < 0 || c < 0 ? [] : [{ copy, cell: copy.at(r, c), at: { row: r, column: c } }];
    });
  }

  /** How many different copies there are. */
  get count(): number {
    return this.alignments.length;
  }

  hasSameLayout(copy: CopySheet): boolean {
    return this.same.has(copy);
  }
}

export function isFormula({ cell }: Held): boolean {
  return cell?.formula !== undefined;
}

export function textOf({ cell }: Held): string {
  return cell?.kind === "text" && cell.formula === undefined ? bare(tidy(String(cell.value))) : "";
}

/** What a cell shows, whatever it is. */
export function shownBy(held: Held): string {
  const { cell } = held;
  if (cell === undefined || cell.kind === "empty") return "";
  return cell.kind === "text" ? textOf(held) : String(cell.value);
}

/** What more than half of all hold, `all.length` of them; null where nothing is. */
export function majority<T>(all: readonly T[]): T | null {
  const counts = new Map<T, number>();
  for (const each of all) counts.set(each, (counts.get(each) ?? 0) + 1);
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best && best[1] * 2 > all.length ? best[0] : null;
}
