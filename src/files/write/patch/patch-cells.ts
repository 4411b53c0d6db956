/** Changes cells of a sheet's XML: values and fills. Rows and cells that are missing are put in their places. */
import { contains, parseArea, toA1, type Area } from "../../../workbook/address";
import { staysText } from "../../../workbook/typed-text";
import { damaged } from "../../read/errors";
import { fileFormula } from "../formula";
import { resultText, resultType } from "../sheet-data";
import { INLINE_TEXTS } from "../shared-strings";
import { escapeXstring } from "../xml";
import type { ForeignStyles } from "./foreign-styles";
import { releaseFormulas } from "./formula-groups";
import type { CellPatch, SheetPatch } from "./patch";
import { PatchError } from "./patch-error";
import { cellsOf, rowsOf, type Placed } from "./sheet-cells";
import {
  attributeOf,
  childOf,
  childrenOf,
  Edits,
  rootOf,
  textOf,
  withAttribute,
  withoutAttribute,
  withPrefix,
  type XmlElement,
} from "./xml-edit";

/** The sheet's XML with the values and fills of the patch; comments are not its business. */
export function patchCells(xml: string, patch: SheetPatch, styles: () => ForeignStyles): string {
  const cells = patch.cells.filter(({ value, fill }) => value !== undefined || fill !== undefined);
  return cells.length === 0 ? xml : new CellPatcher(xml, patch.sheet, styles).apply(cells);
}

class CellPatcher {
  /** The children of the root, found once: the sheet may be long. */
  private readonly children: readonly XmlElement[];
  private readonly columns: readonly XmlElement[];
  private readonly sheetData: XmlElement;
  private readonly prefix: string;
  private readonly edits: Edits;

  constructor(
    private readonly xml: string,
    private readonly sheet: string,
    private readonly styles: () => ForeignStyles,
  ) {
    this.children = childrenOf(xml, rootOf(xml));
    const columns = this.child("cols");
    this.columns = columns ? childrenOf(xml, columns) : [];
    const sheetData = this.child("sheetData");
    if (!sheetData) throw damaged("noSheetData", sheet);
    this.sheetData = sheetData;
    this.prefix = sheetData.tag.prefix;
    this.edits = new Edits(xml);
  }

  private child(name: string): XmlElement | undefined {
    return this.children.find(({ tag }) => tag.name === name);
  }

  apply(cells: readonly CellPatch[]): string {
    const valued = cells.filter(({ value }) => value !== undefined);
    const overwritten = new Map(valued.map((cell) => [toA1(cell.row, cell.column), cell]));
    this.checkMerges(overwritten);
    releaseFormulas(this.xml, this.sheetData, overwritten, this.sheet, this.edits);
    this.patchRows(byRow(cells));
    this.widenDimension(cells);
    return this.edits.apply();
  }

  private checkMerges(overwritten: ReadonlyMap<string, CellPatch>): void {
    const merges = this.child("mergeCells");
    if (!merges) return;
    const areas = childrenOf(this.xml, merges).map(({ tag }) =>
      parseArea(attributeOf(this.xml, tag, "ref") ?? ""),
    );
    for (const [address, { row, column, value }] of overwritten) {
      const hides = (area: Area | null): boolean =>
        area !== null && contains(area, row, column) && (area.top !== row || area.left !== column);
      if (value !== null && areas.some(hides)) throw new PatchError("underMerge", `${this.sheet}!${address}`);
    }
  }

  private patchRows(wanted: ReadonlyMap<number, readonly CellPatch[]>): void {
    const rows = rowsOf(this.xml, this.sheetData);
    const known = new Map(rows.map((row) => [row.index, row]));
    const missing = new Map<number | undefined, string>();
    for (const [index, cells] of [...wanted].sort(([a], [b]) => a - b)) {
      const row = known.get(index);
      if (row) this.patchRow(row, cells);
      else {
        const before = rows.find((other) => other.index > index)?.element.tag.start;
        const texts = cells.map((cell) => this.newCell(cell, this.columnStyle(cell.column)));
        const text = `<${this.prefix}row r="${index + 1}">${texts.join("")}</${this.prefix}row>`;
        missing.set(before, (missing.get(before) ?? "") + text);
      }
    }
    for (const [before, text] of missing) {
      if (before === undefined) this.edits.append(this.sheetData, text);
      else this.edits.insert(before, text);
    }
  }

  private patchRow({ element }: Placed, wanted: readonly CellPatch[]): void {
    const cells = cellsOf(this.xml, element);
    const known = new Map(cells.map((cell) => [cell.index, cell]));
    let atEnd = "";
    let added = false;
    for (const patch of wanted) {
      const cell = known.get(patch.column);
      if (cell) {
        this.patchCell(cell.element, patch);
        continue;
      }
      added = true;
      const text = this.newCell(patch, this.rowStyle(element) ?? this.columnStyle(patch.column));
      const before = cells.find((other) => other.index > patch.column);
      if (before) this.edits.insert(before.element.tag.start, text);
      else atEnd += text;
    }
    if (added) this.extendRow(element, atEnd);
  }

  /** `spans` would make a reader believe that there is nothing beyond it. */
  private extendRow({ tag, contentEnd }: XmlElement, atEnd: string): void {
    const start = withoutAttribute(this.xml.slice(tag.start, tag.end), "spans");
    if (tag.kind === "empty") {
      const open = start.replace(/(?<!\s)\s*\/>$/, ">");
      this.edits.replace(tag.start, tag.end, `${open}${atEnd}</${tag.prefix}row>`);
      return;
    }
    this.edits.replace(tag.start, tag.end, start);
    if (atEnd !== "") this.edits.insert(contentEnd, atEnd);
  }

  private patchCell(cell: XmlElement, patch: CellPatch): void {
    const { tag, end } = cell;
    const style = Number(attributeOf(this.xml, tag, "s") ?? 0);
    const restyled = this.restyle(style, patch);
    const start = this.xml.slice(tag.start, tag.end);
    if (patch.value !== undefined)
      this.edits.replace(tag.start, end, this.cellText(patch, restyled, this.sameFormula(cell, patch)));
    else if (restyled !== style) this.edits.replace(tag.start, tag.end, withAttribute(start, "s", restyled));
  }

  /** The formula that is there, where it is the one to be written: an array formula of one cell stays one. */
  private sameFormula(cell: XmlElement, { formula }: CellPatch): string | undefined {
    const known = formula === undefined ? undefined : childOf(this.xml, cell, "f");
    if (!known || attributeOf(this.xml, known.tag, "t") === "shared") return undefined;
    const text = textOf(this.xml, known).replace(/_xl(?:fn|ws)\./g, "");
    return text === formula ? this.xml.slice(known.tag.start, known.end) : undefined;
  }

  private newCell(patch: CellPatch, style: number): string {
    return this.cellText(patch, this.restyle(style, patch));
  }

  private restyle(style: number, { fill, format, value, formula }: CellPatch): number {
    const quoted = formula === undefined && typeof value === "string" && !staysText(value);
    if (fill === undefined && format === undefined && !quoted) return style;
    return this.styles().restyle(style, {
      ...(fill === undefined ? {} : { fill }),
      ...(format === undefined ? {} : { numberFormat: format }),
      quoted,
    });
  }

  private cellText({ row, column, value = null, formula }: CellPatch, style: number, known?: string): string {
    const start = `<c r="${toA1(row, column)}"${style === 0 ? "" : ` s="${style}"`}`;
    const prefixed = (text: string): string => withPrefix(text, this.prefix);
    if (formula !== undefined) {
      const own = known ?? prefixed(`<f>${escapeXstring(fileFormula(formula))}</f>`);
      const result = value === null ? "" : `<v>${resultText(value)}</v>`;
      return (
        prefixed(`${start}${value === null ? "" : resultType(value)}>`) + own + prefixed(`${result}</c>`)
      );
    }
    if (value === null) return prefixed(`${start}/>`);
    const content =
      typeof value === "string"
        ? INLINE_TEXTS.cell(value)
        : `${resultType(value)}><v>${resultText(value)}</v>`;
    return prefixed(`${start}${content}</c>`);
  }

  private rowStyle({ tag }: XmlElement): number | undefined {
    const custom = ["1", "true"].includes(attributeOf(this.xml, tag, "customFormat") ?? "");
    return custom ? Number(attributeOf(this.xml, tag, "s") ?? 0) : undefined;
  }

  private columnStyle(column: number): number {
    const number = ({ tag }: XmlElement, name: string): number =>
      Number(attributeOf(this.xml, tag, name) ?? 0);
    const own = this.columns.find(
      (one) => number(one, "min") <= column + 1 && column + 1 <= number(one, "max"),
    );
    return own ? number(own, "style") : 0;
  }

  /** Some readers believe it. */
  private widenDimension(cells: readonly CellPatch[]): void {
    const dimension = this.child("dimension");
    const used = dimension && parseArea(attributeOf(this.xml, dimension.tag, "ref") ?? "");
    if (!dimension || !used) return;
    const edge = (pick: "row" | "column", start: number, combine: (...all: number[]) => number): number =>
      cells.reduce((most, cell) => combine(most, cell[pick]), start);
    const from = toA1(edge("row", used.top, Math.min), edge("column", used.left, Math.min));
    const to = toA1(edge("row", used.bottom, Math.max), edge("column", used.right, Math.max));
    const { start, end } = dimension.tag;
    this.edits.replace(start, end, withAttribute(this.xml.slice(start, end), "ref", `${from}:${to}`));
  }
}

/** Rows with their cells from left to right. */
function byRow(cells: readonly CellPatch[]): Map<number, CellPatch[]> {
  const rows = new Map<number, CellPatch[]>();
  for (const cell of [...cells].sort((a, b) => a.column - b.column)) {
    const row = rows.get(cell.row);
    if (row) row.push(cell);
    else rows.set(cell.row, [cell]);
  }
  return rows;
}
