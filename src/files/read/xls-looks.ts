/** What in an .xls is struck out, raised or lowered ([MS-XLS] 2.4): the library that reads its values gives no fonts. */
import type { ShownCell } from "../../workbook/workbook";
import { seenRuns, type Run } from "./runs";
import { recordsOf, type XlsRecord } from "./xls-records";

const BOF = 0x809;
const BIFF8 = 0x600;
const BOUND_SHEET = 0x85;
const CONTINUE = 0x3c;
const FONT = 0x31;
const XF = 0xe0;
const SST = 0xfc;
const LABEL_SST = 0xfd;
const MUL_RK = 0xbd;
/** Records of one cell: number, RK, formula, boolean or error, label. All begin with row, column and format. */
const CELLS: ReadonlySet<number> = new Set([0x203, 0x27e, 0x06, 0x205, 0x204, LABEL_SST]);
const STRUCK_OUT = 0x08;
/** No sheet has more cells that look odd; what goes beyond is no report. */
const MOST = 100_000;

type Look = Omit<Run, "text">;

interface Rich {
  readonly text: string;
  /** From which character on which font. */
  readonly runs: readonly { readonly from: number; readonly font: number }[];
}

/** By the sheets' names; empty where everything looks as it is stored. */
export function xlsLooks(stream: Uint8Array): ReadonlyMap<string, readonly ShownCell[]> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.length);
  const records = recordsOf(stream);
  const first = records[0];
  if (first?.type !== BOF || first.length < 2 || view.getUint16(first.at + 4, true) !== BIFF8)
    return new Map();
  const looks = records
    .filter(({ type, length }) => type === FONT && length >= 10)
    .map(({ at }) => lookOf(view, at + 4));
  if (looks.every(isPlain)) return new Map();
  const book = new XlsLooks(view, records, looks);
  return book.sheets();
}

function lookOf(view: DataView, at: number): Look {
  const position = view.getUint16(at + 8, true);
  return {
    struckOut: (view.getUint16(at + 2, true) & STRUCK_OUT) !== 0,
    position: position === 1 ? "superscript" : position === 2 ? "subscript" : null,
  };
}

const PLAIN: Look = { struckOut: false, position: null };
const isPlain = (look: Look): boolean => !look.struckOut && look.position === null;

class XlsLooks {
  private readonly fontOfFormat: readonly number[];
  private readonly texts: readonly Rich[];

  constructor(
    private readonly view: DataView,
    private readonly records: readonly XlsRecord[],
    private readonly looks: readonly Look[],
  ) {
    this.fontOfFormat = records
      .filter(({ type, length }) => type === XF && length >= 2)
      .map(({ at }) => view.getUint16(at + 4, true));
    this.texts = this.readTexts();
  }

  sheets(): ReadonlyMap<string, readonly ShownCell[]> {
    const names = new Map<number, string>();
    for (const { type, at, length } of this.records)
      if (type === BOUND_SHEET && length >= 8)
        names.set(this.view.getUint32(at + 4, true), this.sheetName(at + 4, length));
    const found = new Map<string, ShownCell[]>();
    let shown: ShownCell[] = [];
    for (const record of this.records) {
      if (record.type === BOF && names.has(record.at)) found.set(names.get(record.at)!, (shown = []));
      else if (shown.length < MOST) shown.push(...this.cellsOf(record));
    }
    return found;
  }

  private cellsOf({ type, at, length }: XlsRecord): ShownCell[] {
    const { view } = this;
    if (type === MUL_RK && length >= 12) {
      const [row, column] = [view.getUint16(at + 4, true), view.getUint16(at + 6, true)];
      const formats = Array.from({ length: (length - 6) / 6 }, (_, i) =>
        view.getUint16(at + 8 + i * 6, true),
      );
      return formats.flatMap((format, i) => this.shown(row, column + i, format, null));
    }
    if (!CELLS.has(type) || length < 6) return [];
    const [row, column, format] = [0, 2, 4].map((offset) => view.getUint16(at + 4 + offset, true));
    const text = type === LABEL_SST && length >= 10 ? this.texts[view.getUint32(at + 10, true)] : null;
    return this.shown(row!, column!, format!, text ?? null);
  }

  private shown(row: number, column: number, format: number, text: Rich | null): ShownCell[] {
    const own = this.look(this.fontOfFormat[format] ?? 0);
    if (!text || text.runs.length === 0) return own.struckOut ? [{ row, column, kind: "struckOut" }] : [];
    const ends = [...text.runs.map(({ from }) => from), text.text.length];
    const runs: Run[] = [
      { text: text.text.slice(0, ends[0]), ...own },
      ...text.runs.map(({ from, font }, i) => ({
        text: text.text.slice(from, ends[i + 1]),
        ...this.look(font),
      })),
    ];
    const seen = seenRuns(runs);
    if (!seen) return [];
    return [
      { row, column, ...(seen.text.trim() === "" ? { kind: "struckOut" } : { kind: "runs", ...seen }) },
    ];
  }

  /** There is no font 4: those after it count one too many. */
  private look(font: number): Look {
    return this.looks[font > 3 ? font - 1 : font] ?? PLAIN;
  }

  private sheetName(at: number, length: number): string {
    const { view } = this;
    const count = view.getUint8(at + 6);
    const isWide = (view.getUint8(at + 7) & 1) === 1;
    let name = "";
    for (let i = 0; i < count && 8 + (i + 1) * (isWide ? 2 : 1) <= length; i++)
      name += String.fromCharCode(isWide ? view.getUint16(at + 8 + i * 2, true) : view.getUint8(at + 8 + i));
    return name;
  }

  private readTexts(): Rich[] {
    const start = this.records.findIndex(({ type }) => type === SST);
    if (start < 0) return [];
    const end = this.records.findIndex(({ type }, i) => i > start && type !== CONTINUE);
    const parts = this.records.slice(start, end < 0 ? undefined : end);
    const texts: Rich[] = [];
    const reader = new Segments(this.view, parts);
    reader.skip(8);
    while (!reader.isAtEnd) texts.push(reader.text());
    return texts;
  }
}

/** A record and those that carry it on ([MS-XLS] 2.5.293 XLUnicodeRichExtendedString). What is cut off reads as zeros. */
class Segments {
  private index = 0;
  private offset = 0;

  constructor(
    private readonly view: DataView,
    private readonly parts: readonly XlsRecord[],
  ) {}

  get isAtEnd(): boolean {
    this.advance();
    return this.index >= this.parts.length;
  }

  skip(count: number): void {
    for (let left = count; left > 0 && !this.isAtEnd;) {
      const step = Math.min(left, this.parts[this.index]!.length - this.offset);
      this.offset += step;
      left -= step;
    }
  }

  text(): Rich {
    const length = this.number(2);
    const flags = this.number(1);
    const runCount = flags & 8 ? this.number(2) : 0;
    const extension = flags & 4 ? this.number(4) : 0;
    const text = this.characters(length, (flags & 1) === 1);
    const runs: { from: number; font: number }[] = [];
    for (let i = 0; i < runCount && !this.isAtEnd; i++)
      runs.push({ from: this.number(2), font: this.number(2) });
    this.skip(extension);
    return { text, runs };
  }

  /** Where they go on in the next record, it says again whether a character takes one byte or two. */
  private characters(length: number, wide: boolean): string {
    let isWide = wide;
    let text = "";
    while (text.length < length && this.index < this.parts.length) {
      if (this.offset >= this.parts[this.index]!.length) {
        if (this.isAtEnd) break;
        isWide = (this.number(1) & 1) === 1;
      }
      text += String.fromCharCode(this.number(isWide ? 2 : 1));
    }
    return text;
  }

  private number(bytes: 1 | 2 | 4): number {
    let value = 0;
    for (let i = 0; i < bytes && !this.isAtEnd; i++)
      value += this.view.getUint8(this.parts[this.index]!.at + 4 + this.offset++) * 256 ** i;
    return value;
  }

  private advance(): void {
    while (this.index < this.parts.length && this.offset >= this.parts[this.index]!.length) {
      this.index++;
      this.offset = 0;
    }
  }
}
