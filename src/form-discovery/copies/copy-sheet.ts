/** A sheet that somebody filled in, prepared for being compared with other copies of it. */
import { cellsOf } from "../../workbook/cells";
import type { Cell, Sheet } from "../../workbook/workbook";
import { tidy } from "../grid";
import { bare } from "../words";

/** A label, heading, title or caption, folded and without blanks; of a caption only what is before the colon. */
export interface Word {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** Longer texts are notes. */
const LONGEST = 300;
/** Headings are in the first rows. */
const HEAD_ROWS = 8;
const ROW = 0x10000;

export class CopySheet {
  readonly words: readonly Word[];
  /** Its different words; the headings among them. */
  readonly vocabulary: ReadonlySet<string>;
  readonly head: ReadonlySet<string>;
  readonly rows: number;
  readonly columns: number;
  private readonly cells = new Map<number, Cell>();

  constructor(readonly sheet: Sheet) {
    const words: Word[] = [];
    let [rows, columns] = [0, 0];
    for (const cell of cellsOf(sheet)) {
      this.cells.set(cell.row * ROW + cell.column, cell);
      [rows, columns] = [Math.max(rows, cell.row + 1), Math.max(columns, cell.column + 1)];
      const text = cell.kind === "text" ? wordIn(String(cell.value)) : "";
      if (text !== "") words.push({ row: cell.row, column: cell.column, text });
    }
    [this.rows, this.columns] = [rows, columns];
    this.words = words;
    this.vocabulary = new Set(words.map(({ text }) => text));
    this.head = headOf(words);
  }

  at(row: number, column: number): Cell | undefined {
    return this.cells.get(row * ROW + column);
  }
}

/** What is near the top, besides the names of lines, captions and days; everything where that is next to nothing. */
function headOf(words: readonly Word[]): ReadonlySet<string> {
  const top = words[0]?.row ?? 0;
  const inColumn = new Map<number, number>();
  for (const { column } of words) inColumn.set(column, (inColumn.get(column) ?? 0) + 1);
  const [stub] = [...inColumn].sort((a, b) => b[1] - a[1])[0] ?? [0];
  const head = words.filter(
    ({ row, column, text }) =>
      row < top + HEAD_ROWS && column !== stub && !text.endsWith(":") && !/^(?:19|20)\d\d/.test(text),
  );
  return new Set((head.length > 1 ? head : words).map(({ text }) => text));
}

const known = new Map<string, string>();

/** Empty for numbers, signs and long texts. Copies have most texts in common: each is folded once. */
function wordIn(text: string): string {
  let word = known.get(text);
  if (word === undefined) {
    if (known.size > 20_000) known.clear();
    word = text.length > LONGEST ? "" : folded(text);
    known.set(text, word);
  }
  return word;
}

function folded(text: string): string {
  const word = bare(tidy(text));
  if (!/[\p{L}]/u.test(word) || /^[-\d.,%]+[\p{L}%]{0,2}$/u.test(word))
    return /^[A-Z]+\d+$/i.test(word) ? word : "";
  const colon = word.indexOf(":");
  return colon > 0 && colon <= 14 ? word.slice(0, colon + 1) : word;
}
