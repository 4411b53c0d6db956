/**
 * What is held of a submission among a thousand. The rows of its lists, written down as one text per list until somebody
 * asks for them: they are five sixths of what it holds, and hardly ever asked for. Texts that others have too, once.
 */
import type { Place } from "../findings/finding";
import type { Entry, EntryState, Line, ListReading, ListRow, Submission } from "../intake/submission";

/** So many lists are at hand at a time: those of the submission at work. */
const AT_HAND = 16;

/** Addresses, formulas and short values that one unit after another has: each is held once. */
export class SharedTexts {
  private readonly texts = new Map<string, string>();

  of(text: string): string {
    const known = this.texts.get(text);
    if (known !== undefined) return known;
    if (this.texts.size < MOST_SHARED && text.length <= LONGEST_SHARED) this.texts.set(text, text);
    return text;
  }
}

const MOST_SHARED = 50_000;
const LONGEST_SHARED = 200;

/** The same submission in a third of the memory. */
export function packed(submission: Submission, texts: SharedTexts): Submission {
  const lists = [...submission.lists].map(
    ([id, reading]) => [id, new PackedList(reading, submission.file)] as const,
  );
  const forms = [...submission.forms].map(([id, form]) => {
    const lines = [...form.lines].map(([code, line]) => [code, packedLine(line, texts)] as const);
    return [id, { ...form, lines: new Map(lines) }] as const;
  });
  return { ...submission, forms: new Map(forms), lists: new Map(lists) };
}

function packedLine({ code, current, lastYear, reason, reasonPlace }: Line, texts: SharedTexts): Line {
  return {
    code,
    current: packedEntry(current, texts),
    lastYear: lastYear && packedEntry(lastYear, texts),
    reason,
    ...(reasonPlace && { reasonPlace: packedPlace(reasonPlace, texts) }),
  };
}

function packedEntry(entry: Entry, texts: SharedTexts): Entry {
  const { raw, value, state, approximate, steps, place, formula } = entry;
  return {
    raw: texts.of(raw),
    value: typeof value === "string" ? texts.of(value) : value,
    state,
    approximate,
    steps: steps.length === 0 ? NO_STEPS : steps,
    place: packedPlace(place, texts),
    ...(formula === undefined ? {} : { formula: texts.of(formula) }),
  };
}

function packedPlace({ file, sheet, cell }: Place, texts: SharedTexts): Place {
  return { file, sheet: sheet && texts.of(sheet), cell: cell && texts.of(cell) };
}

/** An entry that is more than its value: all of it. */
type WholeEntry = readonly [
  raw: string,
  value: Entry["value"],
  state: EntryState,
  cell: string | null,
  steps: readonly string[],
  approximate: boolean,
  formula: string | undefined,
];

/**
 * An entry that reads as it is in its column's cell of the row is its text or its number, a blank one null; false:
 * the row has none in that column.
 */
type PackedEntry = WholeEntry | string | number | null | false;

/** The row's number, then an entry for each column. */
type PackedRow = readonly [row: number, ...PackedEntry[]];

class PackedList implements ListReading {
  private static readonly recent: { list: PackedList; rows: readonly ListRow[] }[] = [];
  readonly list: string;
  readonly sheet: string;
  private readonly columns: readonly string[];
  /** The letters of each column, in the first row that has it. */
  private readonly letters: readonly string[];
  private readonly text: string;

  constructor(
    reading: ListReading,
    private readonly file: string | null,
  ) {
    this.list = reading.list;
    this.sheet = reading.sheet;
    const letters = new Map<string, string>();
    for (const { cells } of reading.rows)
      for (const [name, { place }] of cells)
        if (!letters.has(name)) letters.set(name, /^[A-Z]+/.exec(place.cell ?? "")?.[0] ?? "");
    this.columns = [...letters.keys()];
    this.letters = [...letters.values()];
    this.text = JSON.stringify(reading.rows.map((row) => this.pack(row)));
  }

  get rows(): readonly ListRow[] {
    const { recent } = PackedList;
    const known = recent.find(({ list }) => list === this);
    if (known) return known.rows;
    const rows = (JSON.parse(this.text) as PackedRow[]).map((row) => this.unpack(row));
    recent.push({ list: this, rows });
    if (recent.length > AT_HAND) recent.shift();
    return rows;
  }

  private pack({ row, cells }: ListRow): PackedRow {
    return [
      row,
      ...this.columns.map((name, i): PackedEntry => {
        const entry = cells.get(name);
        if (!entry) return false;
        const { raw, value, state, place, steps, approximate, formula } = entry;
        const isPlain = steps.length === 0 && !approximate && formula === undefined;
        if (isPlain && place.cell === this.cellOf(i, row)) {
          if (state === "blank" && raw === "" && value === null) return null;
          if (state === "filled" && typeof value !== "boolean" && value !== null && raw === String(value))
            return value;
        }
        return [raw, value, state, place.cell, steps, approximate, formula];
      }),
    ];
  }

  private unpack([row, ...entries]: PackedRow): ListRow {
    const cells = new Map<string, Entry>();
    entries.forEach((packed, i) => {
      if (packed !== false) cells.set(this.columns[i]!, this.entry(packed, this.cellOf(i, row)));
    });
    return { row, cells };
  }

  private entry(packed: Exclude<PackedEntry, false>, home: string): Entry {
    const { file, sheet } = this;
    if (packed === null || typeof packed !== "object") {
      return {
        raw: packed === null ? "" : String(packed),
        value: packed,
        state: packed === null ? "blank" : "filled",
        approximate: false,
        steps: NO_STEPS,
        place: { file, sheet, cell: home },
      };
    }
    const [raw, value, state, cell, steps, approximate, formula] = packed;
    return {
      raw,
      value,
      state,
      approximate,
      steps,
      place: { file, sheet, cell },
      ...(typeof formula === "string" ? { formula } : {}),
    };
  }

  private cellOf(column: number, row: number): string {
    return `${this.letters[column]!}${row + 1}`;
  }
}

const NO_STEPS: readonly string[] = [];
