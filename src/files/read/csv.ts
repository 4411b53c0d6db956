import { MAX_COLUMNS, MAX_ROWS } from "../../workbook/address";
import type { Workbook } from "../../workbook/workbook";
import { CellColumns, TEXT } from "./cell-columns";
import { FileReadError, overLimit } from "./errors";
import type { ReadLimits } from "./limits";
import { oneSheetWorkbook } from "./one-sheet";
import { decodeText } from "./text-encoding";

const QUOTE = 34;
const LF = 10;
const CR = 13;
const DELIMITERS = [",", "\t", ";"];
/** Characters that no text file has: what holds them is something else. */
const NO_TEXT = /[\0-\x08\x0b\x0e-\x1a\x1c-\x1f\ufffd]/;

/**
 * Reads delimited text (RFC 4180; comma, tab or semicolon) into one sheet. Every field is text, exactly as it is:
 * what looks like a number may be an identity number. Null where the bytes are no such text.
 */
export function readCsv(bytes: Uint8Array, sheetName: string, limits: ReadLimits): Workbook | null {
  const text = decodeText(bytes);
  if (text === null || NO_TEXT.test(text)) return null;
  return oneSheetWorkbook("csv", sheetName, new CsvSplitter(text, delimiterOf(text), limits).split());
}

/** Is it text at all, in an encoding that is in use? */
export function isText(bytes: Uint8Array): boolean {
  const text = decodeText(bytes);
  return text !== null && !NO_TEXT.test(text);
}

/** Does the text look like a table: a delimiter in each of its first lines? */
export function looksDelimited(bytes: Uint8Array): boolean {
  const text = decodeText(bytes.subarray(0, 65_536)) ?? decodeText(bytes);
  if (text === null || NO_TEXT.test(text)) return false;
  const lines = text.split(/\r?\n/, 6).filter((line) => line.trim() !== "");
  return lines.length > 1 && lines.slice(0, -1).every((line) => line.includes(delimiterOf(text)));
}

/** The one that the first lines use most. */
function delimiterOf(text: string): string {
  const head = text.slice(0, 8192).replace(/"[^"]*"/g, "");
  const counts = DELIMITERS.map((delimiter) => head.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!;
}

class CsvSplitter {
  private readonly cells = new CellColumns();
  private readonly strings: string[] = [];
  private readonly delimiter: number;
  private row = 0;
  private column = 0;

  constructor(
    private readonly text: string,
    delimiter: string,
    private readonly limits: ReadLimits,
  ) {
    this.delimiter = delimiter.charCodeAt(0);
  }

  split(): ReturnType<CellColumns["finish"]> {
    let at = 0;
    while (at < this.text.length) at = this.field(at);
    return this.cells.finish({ strings: this.strings, formulas: [], formats: ["General"] });
  }

  /** Reads the field that begins at the position; gives the position after it and its delimiter. */
  private field(from: number): number {
    let at = from;
    let value = "";
    if (this.text.charCodeAt(at) === QUOTE) [value, at] = this.quoted(at + 1);
    const end = this.endOfField(at);
    this.add(value + this.text.slice(at, end));
    const c = this.text.charCodeAt(end);
    if (c === this.delimiter) this.column++;
    else {
      this.row++;
      this.column = 0;
    }
    return c === CR && this.text.charCodeAt(end + 1) === LF ? end + 2 : end + 1;
  }

  /** Text in quotes, doubled quotes within; to the end of the file where no quote ends it. */
  private quoted(from: number): [string, number] {
    let value = "";
    let at = from;
    for (;;) {
      const quote = this.text.indexOf('"', at);
      if (quote < 0) return [value + this.text.slice(at), this.text.length];
      value += this.text.slice(at, quote);
      this.checkLength(value);
      if (this.text.charCodeAt(quote + 1) !== QUOTE) return [value, quote + 1];
      value += '"';
      at = quote + 2;
    }
  }

  private checkLength(value: string): void {
    const most = this.limits.textLength;
    if (value.length > most) throw overLimit("textLength", value.length, most);
  }

  private endOfField(from: number): number {
    let i = from;
    for (; i < this.text.length; i++) {
      const c = this.text.charCodeAt(i);
      if (c === this.delimiter || c === LF || c === CR) break;
    }
    return i;
  }

  /** `="007"` is how programs keep Excel from dropping the zeros: the text is 007. */
  private add(field: string): void {
    const text = /^="[^"]*"$/.test(field) ? field.slice(2, -1) : field;
    if (text === "") return;
    this.checkLength(text);
    if (this.row >= MAX_ROWS || this.column >= MAX_COLUMNS) throw new FileReadError("F03", { limit: "rows" });
    const most = Math.min(this.limits.cells, this.limits.strings);
    if (this.cells.count >= most) throw overLimit("cells", this.cells.count + 1, most);
    this.cells.add(this.row, this.column, TEXT, this.strings.push(text) - 1, -1, 0);
  }
}
