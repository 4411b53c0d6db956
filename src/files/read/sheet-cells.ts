import { MAX_ROWS, parseArea, type Area, type Span } from "../../workbook/address";
import { isDateFormat } from "../../workbook/dates";
import type { CellTable } from "../../workbook/workbook";
import * as bytesOfXml from "./bytes";
import * as kinds from "./cell-columns";
import type { CellHandler, CellScanner } from "./cell-scanner";
import * as types from "./cell-scanner";
import * as cellTexts from "./cell-text";
import { damaged, overLimit } from "./errors";
import { serialFromIso } from "./iso-dates";
import type { ReadLimits } from "./limits";
import * as numbers from "./numbers";
import { readRichText } from "./shared-strings";
import { SheetFormulas, type Budget } from "./sheet-formulas";
import type { Styles } from "./styles";
import { XmlReader } from "./xml-reader";
import { decodeUtf8, LONGEST_REFERENCE, unescapeXstring } from "./xml-text";

// Taken out of the module once: as tsx runs it, every use of an import calls a getter, and here each byte counts.
const { EQUALS, isSpace, NINE, ZERO } = bytesOfXml;
const { cellText } = cellTexts;
const LOWER_T = 116;
const { BOOLEAN, CellColumns, EMPTY, ERROR, NUMBER, TEXT } = kinds;
const { TYPE_BOOLEAN, TYPE_DATE, TYPE_ERROR, TYPE_NUMBER, TYPE_SHARED_STRING } = types;
const { numberFromText, plainNumber } = numbers;

/** What the sheets of one workbook share. */
export interface BookContext {
  readonly limits: ReadLimits;
  readonly budget: Budget;
  readonly styles: Styles;
  /** Shared strings first; the texts that stand in the cells themselves are added. */
  readonly strings: string[];
  readonly sharedStringCount: number;
  readonly date1904: boolean;
}

/** Takes the cells that the scanner finds and writes them into columns. */
export class SheetCells implements CellHandler {
  readonly hiddenRows: Span[] = [];
  /** Rows that the file lists as shown; only these are, where the sheet hides rows by default. */
  readonly shownRows: number[] = [];
  private readonly columns: kinds.CellColumns;
  private readonly formulas: SheetFormulas;
  private readonly errors = new Map<string, number>();
  private rowCount = 0;
  private kind = EMPTY;
  private value = 0;
  private format = 0;

  /** Bytes of the longest text that may come out short enough. */
  private readonly mostBytes: number;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly book: BookContext,
    private readonly part: string,
  ) {
    this.columns = new CellColumns(Math.min(65_536, 64 + (bytes.length >> 5)));
    this.formulas = new SheetFormulas(book.limits, book.budget);
    this.mostBytes = book.limits.textLength * LONGEST_REFERENCE;
  }

  row(row: number, hidden: boolean): void {
    if (++this.rowCount > MAX_ROWS) throw overLimit("rows", this.rowCount, MAX_ROWS);
    if (!hidden) {
      this.shownRows.push(row);
      return;
    }
    const last = this.hiddenRows.at(-1);
    if (last && last.last === row - 1)
      this.hiddenRows[this.hiddenRows.length - 1] = { first: last.first, last: row };
    else this.hiddenRows.push({ first: row, last: row });
    const { areas } = this.book.limits;
    if (this.hiddenRows.length > areas) throw overLimit("hiddenRows", this.hiddenRows.length, areas);
  }

  cell(cell: CellScanner): void {
    const { book } = this;
    if (--book.budget.cells < 0) throw overLimit("cells", book.limits.cells + 1, book.limits.cells);
    this.kind = EMPTY;
    this.value = 0;
    this.format = book.styles.formatOfStyle[cell.style] ?? 0;
    if (cell.inlineFrom >= 0 && cell.valueFrom < 0)
      this.setText(this.inlineText(cell.inlineFrom, cell.inlineTo));
    else if (cell.valueFrom >= 0) this.setValue(cell);
    const formula = cell.formulaFrom < 0 ? -1 : this.readFormula(cell);
    if (this.kind === EMPTY && formula < 0) return;
    this.columns.add(cell.row, cell.column, this.kind, this.value, formula, this.format);
  }

  finish(): CellTable {
    return this.formulas.finish(this.columns, {
      strings: this.book.strings,
      formats: this.book.styles.formats,
    });
  }

  private setValue(cell: CellScanner): void {
    const { valueFrom: from, valueTo: to } = cell;
    if (cell.type === TYPE_NUMBER) this.setNumber(from, to);
    else if (cell.type === TYPE_SHARED_STRING) this.setSharedString(from, to);
    else if (cell.type === TYPE_BOOLEAN) this.setBoolean(this.text(from, to).trim());
    else if (cell.type === TYPE_ERROR) this.setError(this.text(from, to).trim());
    else if (cell.type === TYPE_DATE) this.setDate(this.text(from, to));
    else this.setText(unescapeXstring(this.text(from, to)));
  }

  /** What should be a number and is none stays as text: nothing is dropped. */
  private setNumber(from: number, to: number): void {
    this.kind = NUMBER;
    this.value = plainNumber(this.bytes, from, to);
    if (this.value === this.value) return;
    const text = this.text(from, to);
    const value = numberFromText(text);
    if (value !== null) this.value = value;
    else if (text.trim() === "") this.kind = EMPTY;
    else this.setText(text);
  }

  private setSharedString(from: number, to: number): void {
    let i = from;
    while (i < to && isSpace(this.bytes[i])) i++;
    const start = i;
    let index = 0;
    for (let c = this.bytes[i]!; i < to && c >= ZERO && c <= NINE; c = this.bytes[++i]!)
      index = index * 10 + c - ZERO;
    if (i === start && start === to) return;
    if (i === start || index >= this.book.sharedStringCount) throw damaged("sharedString", this.part);
    this.kind = TEXT;
    this.value = index;
  }

  private setBoolean(text: string): void {
    if (text === "") return;
    this.kind = BOOLEAN;
    this.value = text === "1" || text === "true" ? 1 : 0;
    if (text !== "1" && text !== "0" && text !== "true" && text !== "false") this.setText(text);
  }

  private setError(text: string): void {
    let index = this.errors.get(text);
    if (index === undefined) {
      index = this.addString(text);
      this.errors.set(text, index);
    }
    this.kind = ERROR;
    this.value = index;
  }

  /** A date that its style does not show as one gets a date's format, or nobody could tell it from a number. */
  private setDate(text: string): void {
    const serial = serialFromIso(text, this.book.date1904);
    if (serial === null) {
      this.setText(text);
      return;
    }
    const { formats } = this.book.styles;
    this.kind = NUMBER;
    this.value = serial;
    if (isDateFormat(formats[this.format])) return;
    const known = formats.indexOf("yyyy-mm-dd");
    this.format = known >= 0 ? known : formats.push("yyyy-mm-dd") - 1;
  }

  private setText(text: string): void {
    this.kind = TEXT;
    this.value = this.addString(text);
  }

  private addString(text: string): number {
    const { limits, strings } = this.book;
    if (text.length > limits.textLength) throw overLimit("textLength", text.length, limits.textLength);
    if (strings.length >= limits.strings) throw overLimit("strings", strings.length + 1, limits.strings);
    return strings.push(text) - 1;
  }

  private inlineText(from: number, to: number): string {
    const reader = new XmlReader(this.raw(from, to), this.part, this.book.limits.tagLength);
    reader.next();
    return readRichText(reader, "is", this.part, this.book.limits);
  }

  private readFormula(cell: CellScanner): number {
    const { bytes } = this;
    const from = cell.formulaTextFrom;
    const text = this.text(bytes[from] === EQUALS ? from + 1 : from, cell.formulaTextTo);
    if (hasType(bytes, cell.formulaFrom, from)) return this.specialFormula(cell, text);
    return text === "" ? -1 : this.formulas.add(text);
  }

  /** A formula with attributes: `t="shared"`, `t="array"`, `t="dataTable"` (ECMA-376 part 1, 18.3.1.40). */
  private specialFormula(cell: CellScanner, text: string): number {
    const tag = new XmlReader(
      `<f${this.raw(cell.formulaFrom, cell.formulaTextFrom)}`,
      this.part,
      this.book.limits.tagLength,
    );
    tag.next();
    const type = tag.attribute("t");
    if (type === "shared") {
      const group = Number(tag.attribute("si"));
      return text === ""
        ? this.formulas.follow(group, cell.row, cell.column)
        : this.formulas.addShared(text, group, cell.row, cell.column);
    }
    if (type === "dataTable") return this.formulas.addArray(dataTable(tag), areaOf(tag, cell));
    if (text === "") return -1;
    return type === "array" ? this.formulas.addArray(text, areaOf(tag, cell)) : this.formulas.add(text);
  }

  /** A text that is too long is refused before it is resolved: that takes many times its memory. */
  private text(from: number, to: number): string {
    if (to - from > this.mostBytes) throw overLimit("textLength", to - from, this.mostBytes);
    return cellText(this.bytes, from, to, this.part);
  }

  private raw(from: number, to: number): string {
    return decodeUtf8(this.bytes.subarray(from, to), this.part);
  }
}

/** Does a formula's tag have an attribute `t`? Some writers give each formula others. */
function hasType(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if (bytes[i] === LOWER_T && isSpace(bytes[i - 1]) && (bytes[i + 1] === EQUALS || isSpace(bytes[i + 1])))
      return true;
  }
  return false;
}

/** As Excel shows it: `{=TABLE(row input, column input)}`. */
function dataTable(tag: XmlReader): string {
  const [first, second] = [tag.attribute("r1") ?? "", tag.attribute("r2") ?? ""];
  if (tag.flag("dt2D")) return `TABLE(${first},${second})`;
  return tag.flag("dtr") ? `TABLE(${first},)` : `TABLE(,${first})`;
}

function areaOf(tag: XmlReader, cell: CellScanner): Area {
  return (
    parseArea(tag.attribute("ref") ?? "") ?? {
      top: cell.row,
      left: cell.column,
      bottom: cell.row,
      right: cell.column,
    }
  );
}
