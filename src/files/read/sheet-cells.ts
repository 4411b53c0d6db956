import * as addresses from "../../workbook/address";
import type { Area, Span } from "../../workbook/address";
import { isDateFormat } from "../../workbook/dates";
import type { CellTable, ShownCell } from "../../workbook/workbook";
import * as bytesOfXml from "./bytes";
import * as kinds from "./cell-columns";
import type { CellHandler, CellScanner } from "./cell-scanner";
import * as types from "./cell-scanner";
import { damaged, overLimit } from "./errors";
import { serialFromIso } from "./iso-dates";
import type { ReadLimits } from "./limits";
import type { Losses } from "./losses";
import * as numbers from "./numbers";
import type { Runs } from "./runs";
import { readRichText } from "./shared-strings";
import { SheetFormulas, type Budget } from "./sheet-formulas";
import type { SheetFrame } from "./sheet-frame";
import type { Styles } from "./styles";
import type { Texts } from "./texts";
import { XmlReader } from "./xml-reader";

// Taken out of the module once: as tsx runs it, every use of an import calls a getter, and here each byte counts.
const { MAX_ROWS, parseArea, toA1 } = addresses;
const { EQUALS, isSpace, LOWER_T, NINE, ZERO } = bytesOfXml;
const { BOOLEAN, EMPTY, ERROR, NUMBER, TEXT } = kinds;
const { TYPE_BOOLEAN, TYPE_DATE, TYPE_ERROR, TYPE_INLINE_STRING, TYPE_NUMBER, TYPE_SHARED_STRING } = types;
const { numberFromText, plainNumber } = numbers;

/** What the sheets of one workbook share. */
export interface BookContext {
  readonly limits: ReadLimits;
  readonly budget: Budget;
  readonly styles: Styles;
  /** Shared strings first; the texts that are in the cells themselves are added. */
  readonly texts: Texts;
  readonly sharedStringCount: number;
  /** Those that are seen otherwise than they are stored, by number. */
  readonly sharedRuns: ReadonlyMap<number, Runs>;
  readonly losses: Losses;
  readonly date1904: boolean;
  /** Data validations are asked for. */
  readonly validations: boolean;
  /** Each sheet's formulas in turn, and its cells: used again and again, as a workbook may have many small sheets. */
  readonly formulas: Texts;
  readonly columns: kinds.CellColumns;
  /** Where an error's text is among the texts. */
  readonly errors: Map<string, number>;
}

/** Takes the cells that the scanner finds and writes them into columns. */
export class SheetCells implements CellHandler {
  readonly shown: ShownCell[] = [];
  readonly hiddenRows: Span[] = [];
  /** Rows that the file lists as shown, where the sheet hides all others. */
  readonly shownRows: number[] = [];
  private readonly columns: kinds.CellColumns;
  private readonly formulas: SheetFormulas;
  private rowCount = 0;
  private kind = EMPTY;
  private value = 0;
  private format = 0;
  private runs: Runs | null = null;
  private isLost = false;
  private readonly looks: Styles["looks"];
  private readonly hasRuns: boolean;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly book: BookContext,
    private readonly part: string,
    private readonly frame: SheetFrame,
    private readonly sheet: string,
  ) {
    this.looks = book.styles.looks;
    this.hasRuns = book.sharedRuns.size > 0;
    this.columns = book.columns;
    this.columns.clear();
    this.formulas = new SheetFormulas(book.limits, book.budget, book.formulas);
  }

  row(row: number, hidden: boolean): void {
    if (++this.rowCount > MAX_ROWS) throw overLimit("rows", this.rowCount, MAX_ROWS);
    if (!hidden) {
      if (this.frame.rowsHiddenByDefault) this.shownRows.push(row);
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
    this.kind = EMPTY;
    this.value = 0;
    this.format = book.styles.formatOfStyle[cell.style] ?? 0;
    if (cell.valueFrom >= 0 && cell.type !== TYPE_INLINE_STRING) this.setValue(cell);
    else if (cell.inlineFrom >= 0) this.setInlineText(cell);
    else if (cell.valueFrom >= 0) this.setText(cell.valueFrom, cell.valueTo);
    const formula = cell.formulaFrom < 0 ? -1 : this.readFormula(cell);
    if (this.kind === EMPTY && formula < 0) {
      if (this.isLost) this.lost(cell, toA1(cell.row, cell.column));
      return;
    }
    if (--book.budget.cells < 0) throw overLimit("cells", book.limits.cells + 1, book.limits.cells);
    this.columns.add(cell.row, cell.column, this.kind, this.value, formula, this.format);
    if (this.looks !== null || this.runs !== null || cell.hasValueMetadata) this.addShown(cell);
  }

  lost({ valueFrom, formulaFrom, inlineFrom }: CellScanner, reference: string): void {
    this.isLost = false;
    if (valueFrom >= 0 || formulaFrom >= 0 || inlineFrom >= 0)
      this.book.losses.add("cell", this.sheet, reference, this.part);
  }

  private addShown({ row, column, style, hasValueMetadata }: CellScanner): void {
    const { runs, shown } = this;
    const look = this.looks?.[style] ?? null;
    this.runs = null;
    if (look === "struckOut" || (runs !== null && runs.text.trim() === ""))
      shown.push({ row, column, kind: "struckOut" });
    else if (runs !== null) shown.push({ row, column, kind: "runs", ...runs });
    // A picture in a cell is an error for programs that do not know it; other things in cells show a text of their own.
    else if (hasValueMetadata && this.kind === ERROR) shown.push({ row, column, kind: "picture" });
    // Some programs put the prefix on every cell: what goes beyond the limit is read as an ordinary text.
    else if (look !== null && this.kind === TEXT && shown.length < this.book.limits.areas)
      shown.push({ row, column, kind: look });
    const { areas } = this.book.limits;
    if (shown.length > areas) throw overLimit("shown", shown.length, areas);
  }

  finish(): CellTable {
    const table = this.formulas.finish(this.columns, {
      strings: this.book.texts.strings,
      formats: this.book.styles.formats,
    });
    for (const { row, column } of this.columns.replaced)
      this.book.losses.add("twice", this.sheet, toA1(row, column), this.part);
    return table;
  }

  private setValue(cell: CellScanner): void {
    const { valueFrom: from, valueTo: to } = cell;
    if (cell.type === TYPE_NUMBER) this.setNumber(from, to);
    else if (cell.type === TYPE_SHARED_STRING) this.setSharedString(from, to);
    else if (cell.type === TYPE_BOOLEAN) this.setBoolean(from, to);
    else if (cell.type === TYPE_ERROR) this.setError(this.textAt(from, to).trim());
    else if (cell.type === TYPE_DATE) this.setDate(from, to);
    else this.setText(from, to);
  }

  /** What should be a number and is none stays as text: nothing is dropped. */
  private setNumber(from: number, to: number): void {
    this.kind = NUMBER;
    this.value = plainNumber(this.bytes, from, to);
    if (this.value === this.value) return;
    const text = this.textAt(from, to);
    const value = numberFromText(text);
    if (value !== null) this.value = value;
    else if (text.trim() === "") this.kind = EMPTY;
    else this.setText(from, to);
  }

  private setSharedString(from: number, to: number): void {
    let i = from;
    while (i < to && isSpace(this.bytes[i])) i++;
    const start = i;
    let index = 0;
    for (let c = this.bytes[i]!; i < to && c >= ZERO && c <= NINE; c = this.bytes[++i]!)
      index = index * 10 + c - ZERO;
    if (i === start && start === to) return;
    if (i === start || index >= this.book.sharedStringCount) {
      // All texts are missing, not one.
      if (this.book.sharedStringCount === 0) throw damaged("sharedString", this.part);
      this.isLost = true;
      return;
    }
    this.kind = TEXT;
    this.value = index;
    if (this.hasRuns) this.runs = this.book.sharedRuns.get(index) ?? null;
  }

  private setBoolean(from: number, to: number): void {
    const text = this.textAt(from, to).trim();
    if (text === "") return;
    this.kind = BOOLEAN;
    this.value = text === "1" || text === "true" ? 1 : 0;
    if (text !== "1" && text !== "0" && text !== "true" && text !== "false") this.setText(from, to);
  }

  private setError(text: string): void {
    const { errors, texts } = this.book;
    let index = errors.get(text);
    if (index === undefined) {
      texts.appendString(text);
      index = texts.close();
      errors.set(text, index);
    }
    this.kind = ERROR;
    this.value = index;
  }

  /** A date that its style does not show as one gets a date's format, or it would look like a number. */
  private setDate(from: number, to: number): void {
    const serial = serialFromIso(this.textAt(from, to), this.book.date1904);
    if (serial === null) {
      this.setText(from, to);
      return;
    }
    const { formats } = this.book.styles;
    this.kind = NUMBER;
    this.value = serial;
    if (isDateFormat(formats[this.format])) return;
    const known = formats.indexOf("yyyy-mm-dd");
    this.format = known >= 0 ? known : formats.push("yyyy-mm-dd") - 1;
  }

  private setText(from: number, to: number): void {
    this.book.texts.append(this.bytes, from, to, this.part);
    this.kind = TEXT;
    this.value = this.book.texts.close();
  }

  /** `<is>` is what Excel shows; a value beside it counts only where it says nothing. */
  private setInlineText({ inlineFrom, inlineTo, valueFrom, valueTo }: CellScanner): void {
    const { limits, texts } = this.book;
    const reader = new XmlReader(this.bytes, this.part, limits.tagLength, inlineFrom, inlineTo);
    reader.next();
    this.runs = readRichText(reader, "is", this.part, texts);
    if (texts.openLength === 0 && valueFrom >= 0) texts.append(this.bytes, valueFrom, valueTo, this.part);
    this.kind = TEXT;
    this.value = texts.close();
  }

  private readFormula(cell: CellScanner): number {
    const { bytes, part } = this;
    const start = cell.formulaTextFrom;
    const from = bytes[start] === EQUALS ? start + 1 : start;
    if (hasType(bytes, cell.formulaFrom, start)) return this.specialFormula(cell, from);
    return from < cell.formulaTextTo ? this.formulas.add(bytes, from, cell.formulaTextTo, part) : -1;
  }

  /** A formula with attributes: `t="shared"`, `t="array"`, `t="dataTable"` (ECMA-376 part 1, 18.3.1.40). */
  private specialFormula(cell: CellScanner, from: number): number {
    const { bytes, formulas, part } = this;
    const to = cell.formulaTextTo;
    const tag = new XmlReader(bytes, part, this.book.limits.tagLength, cell.formulaFrom - "<f".length);
    tag.next();
    const type = tag.attribute("t");
    if (type === "dataTable") return formulas.addDataTable(dataTable(tag), areaOf(tag, cell));
    if (type === "shared") {
      const group = Number(tag.attribute("si"));
      if (from === to) return formulas.follow(group, cell.row, cell.column);
      return formulas.lead(formulas.add(bytes, from, to, part), group, cell.row, cell.column);
    }
    if (from === to) return -1;
    const slot = formulas.add(bytes, from, to, part);
    return type === "array" ? formulas.spreadOver(areaOf(tag, cell), slot) : slot;
  }

  /** A text that is needed at once. */
  private textAt(from: number, to: number): string {
    this.book.texts.append(this.bytes, from, to, this.part);
    return this.book.texts.take();
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
