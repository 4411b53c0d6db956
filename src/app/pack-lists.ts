/**
 * The rows of a submission's lists, written down as one text per list until somebody asks for them: they are five sixths
 * of what a submission holds, and among a thousand submissions hardly ever asked for.
 */
import type { Entry, EntryState, ListReading, ListRow, Submission } from "../intake/submission";

/** So many lists are at hand at a time: those of the submission at work. */
const AT_HAND = 16;

/** The same submission; what its lists hold takes a quarter of the memory. */
export function withPackedLists(submission: Submission): Submission {
  const packed = [...submission.lists].map(
    ([id, reading]) => [id, new PackedList(reading, submission.file)] as const,
  );
  return { ...submission, lists: new Map(packed) };
}

type PackedEntry = readonly [
  column: number,
  raw: string,
  value: Entry["value"],
  state: EntryState,
  cell: string | null,
  steps: readonly string[],
  approximate: boolean,
  formula: string | undefined,
];

class PackedList implements ListReading {
  private static readonly recent: { list: PackedList; rows: readonly ListRow[] }[] = [];
  readonly list: string;
  readonly sheet: string;
  private readonly columns: readonly string[];
  private readonly text: string;

  constructor(
    reading: ListReading,
    private readonly file: string | null,
  ) {
    this.list = reading.list;
    this.sheet = reading.sheet;
    this.columns = [...new Set(reading.rows.flatMap(({ cells }) => [...cells.keys()]))];
    this.text = JSON.stringify(reading.rows.map(({ row, cells }) => [row, this.pack(cells)]));
  }

  get rows(): readonly ListRow[] {
    const { recent } = PackedList;
    const known = recent.find(({ list }) => list === this);
    if (known) return known.rows;
    const packed = JSON.parse(this.text) as [number, PackedEntry[]][];
    const rows = packed.map(([row, cells]) => ({ row, cells: this.unpack(cells) }));
    recent.push({ list: this, rows });
    if (recent.length > AT_HAND) recent.shift();
    return rows;
  }

  private pack(cells: ListRow["cells"]): PackedEntry[] {
    return [...cells].map(([name, { raw, value, state, place, steps, approximate, formula }]) => [
      this.columns.indexOf(name),
      raw,
      value,
      state,
      place.cell,
      steps,
      approximate,
      formula,
    ]);
  }

  private unpack(cells: readonly PackedEntry[]): Map<string, Entry> {
    const { file, sheet } = this;
    return new Map(
      cells.map(([column, raw, value, state, cell, steps, approximate, formula]) => [
        this.columns[column]!,
        {
          raw,
          value,
          state,
          approximate,
          steps,
          place: { file, sheet, cell },
          ...(typeof formula === "string" ? { formula } : {}),
        },
      ]),
    );
  }
}
