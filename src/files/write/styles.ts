/** The styles part: fonts, fills, borders, number formats, each kept once, and the cell formats built from them. */
import type { CellStyle, ConditionalFormatPlan } from "../../workbook/plan";
import { alignmentXml, borderXml, differentialXml, fillXml, fontXml } from "./style-xml";
import { counted, element, escapeXstring, NAMESPACES } from "./xml";

/** Formats that every Excel knows by number, in any language (ECMA-376 part 1, 18.8.30). */
const BUILT_IN_FORMATS: Readonly<Record<string, number>> = {
  General: 0,
  "0": 1,
  "0.00": 2,
  "#,##0": 3,
  "#,##0.00": 4,
  "0%": 9,
  "0.00%": 10,
  "0.00E+00": 11,
  "@": 49,
};
const FIRST_CUSTOM_FORMAT = 164;
/** Gives equal elements one index; counts on from the elements that a list has already. */
class Interner {
  private readonly indexes = new Map<string, number>();

  constructor(private readonly first: number) {}

  index(xml: string): number {
    let index = this.indexes.get(xml);
    if (index === undefined) {
      index = this.first + this.indexes.size;
      this.indexes.set(xml, index);
    }
    return index;
  }

  get list(): readonly string[] {
    return [...this.indexes.keys()];
  }
}

/** The lists of the styles part that we add to, in its order. */
export type StyleList = "numFmts" | "fonts" | "fills" | "borders" | "cellXfs" | "dxfs";

/** How many elements each list has already; for `numFmts`, the number that the next format gets. */
export type StyleCounts = Readonly<Record<StyleList, number>>;

const NONE: StyleCounts = {
  numFmts: FIRST_CUSTOM_FORMAT,
  fonts: 0,
  fills: 0,
  borders: 0,
  cellXfs: 0,
  dxfs: 0,
};

/** Collects the styles that cells use and writes the part. In a part of our own, index 0 is the default style. */
export class StyleTable {
  private readonly lists: Readonly<Record<StyleList, Interner>>;
  private readonly formatIds = new Map<string, number>();
  private nextFormat: number;
  private readonly isOurs: boolean;
  /** Plans share style objects; most look-ups end here. One map each for plain and for quoted cells. */
  private readonly known = [new Map<CellStyle, number>(), new Map<CellStyle, number>()] as const;

  /** `existing`: what a styles part has that these are to be added to. */
  constructor(existing: StyleCounts = NONE) {
    this.lists = {
      numFmts: new Interner(existing.numFmts),
      fonts: new Interner(existing.fonts),
      fills: new Interner(existing.fills),
      borders: new Interner(existing.borders),
      cellXfs: new Interner(existing.cellXfs),
      dxfs: new Interner(existing.dxfs),
    };
    this.nextFormat = existing.numFmts;
    this.isOurs = existing.cellXfs === 0;
    if (existing.fills === 0) {
      // The first two fills are fixed: none and gray125, whatever a file says there.
      this.fillIndex(undefined);
      this.lists.fills.index('<fill><patternFill patternType="gray125"/></fill>');
    }
    if (existing.cellXfs === 0) this.index({});
  }

  /**
   * The index of the cell format. `quoted` is for text that Excel would take for something else when somebody edits
   * it, as the apostrophe is when one types it.
   */
  index(style: CellStyle, quoted = false): number {
    const known = this.known[quoted ? 1 : 0];
    const index = known.get(style) ?? this.cellFormatIndex(this.cellFormatXml(style, quoted));
    known.set(style, index);
    return index;
  }

  /** The index of the format that a condition lays over the cell's own. */
  differential(style: ConditionalFormatPlan["style"]): number {
    return this.lists.dxfs.index(differentialXml(style));
  }

  fillIndex(color: string | undefined): number {
    return this.lists.fills.index(fillXml(color));
  }

  /** The index of a cell format that is at hand as XML. */
  cellFormatIndex(xml: string): number {
    return this.lists.cellXfs.index(xml);
  }

  /** The format of a cell that has no look of its own: of a part of another program, its own default. */
  plainIndex(): number {
    return this.isOurs ? this.index({}) : 0;
  }

  /** What there is to add to each list. */
  additions(): Readonly<Record<StyleList, readonly string[]>> {
    const { numFmts, fonts, fills, borders, cellXfs, dxfs } = this.lists;
    return {
      numFmts: numFmts.list,
      fonts: fonts.list,
      fills: fills.list,
      borders: borders.list,
      cellXfs: cellXfs.list,
      dxfs: dxfs.list,
    };
  }

  /** A whole styles part. */
  xml(): string {
    const lists = this.additions();
    return element(
      "styleSheet",
      { xmlns: NAMESPACES.sheet },
      counted("numFmts", lists.numFmts),
      counted("fonts", lists.fonts),
      counted("fills", lists.fills),
      counted("borders", lists.borders),
      counted("cellStyleXfs", ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']),
      counted("cellXfs", lists.cellXfs),
      counted("cellStyles", ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']),
      counted("dxfs", lists.dxfs),
    );
  }

  private cellFormatXml(style: CellStyle, quoted: boolean): string {
    const format = this.formatId(style.format ?? "General");
    const font = this.lists.fonts.index(fontXml(style));
    const fill = this.fillIndex(style.fill);
    const border = this.lists.borders.index(borderXml(style.border));
    const alignment = alignmentXml(style);
    const attributes = {
      numFmtId: format,
      fontId: font,
      fillId: fill,
      borderId: border,
      xfId: 0,
      quotePrefix: quoted || undefined,
      applyNumberFormat: format > 0 || undefined,
      applyFont: font > 0 || undefined,
      applyFill: fill > 0 || undefined,
      applyBorder: border > 0 || undefined,
      applyAlignment: alignment !== "" || undefined,
      applyProtection: style.unlocked || undefined,
    };
    return element("xf", attributes, alignment, style.unlocked ? '<protection locked="0"/>' : "");
  }

  formatId(code: string): number {
    if (Object.hasOwn(BUILT_IN_FORMATS, code)) return BUILT_IN_FORMATS[code]!;
    const id = this.formatIds.get(code) ?? this.nextFormat++;
    this.formatIds.set(code, id);
    this.lists.numFmts.index(`<numFmt numFmtId="${id}" formatCode="${escapeXstring(code)}"/>`);
    return id;
  }
}
