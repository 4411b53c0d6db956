import { overLimit } from "./errors";
import { BUILTIN_FORMATS } from "./number-formats";
import type { XmlReader } from "./xml-reader";

/** What a workbook's cell styles say of a cell's number format, and whether it is struck out. */
export interface Styles {
  /** `formats[0]` is General. Shared by all sheets; a sheet's reader may add to it. */
  readonly formats: string[];
  /** Style (the cell's `s`) → index in `formats`. */
  readonly formatOfStyle: Uint16Array;
  /** Style → 1 where its font is struck out; null where none is. */
  readonly struckOut: Uint8Array | null;
}

/** Styles and formats together. Excel itself stops at 65490 styles and some 250 formats. */
const MOST_STYLES = 100_000;
const TAGS = ["xf", "numFmt", "font", "strike", "cellXfs", "cellStyleXfs", "cellStyles", "dxfs"];

/** Reads the styles part; without one every cell is General. */
export function readStyles(xml: XmlReader | null): Styles {
  const codes = new Map<number, string>();
  const ids: number[] = [];
  const fonts: number[] = [];
  const struckFonts = new Set<number>();
  let fontCount = 0;
  let inCellXfs = false;
  while (xml?.nextOf(TAGS)) {
    if (codes.size + ids.length > MOST_STYLES)
      throw overLimit("styles", codes.size + ids.length, MOST_STYLES);
    if (xml.is("numFmt")) codes.set(Number(xml.attribute("numFmtId")), xml.attribute("formatCode") ?? "");
    else if (xml.is("font")) fontCount++;
    else if (xml.is("strike")) {
      if (xml.attribute("val") === undefined || xml.flag("val")) struckFonts.add(fontCount - 1);
    }
    // Conditional formats number their own number formats as they like.
    else if (xml.is("dxfs")) xml.skip();
    else if (!xml.is("xf")) inCellXfs = xml.is("cellXfs");
    else if (inCellXfs) {
      ids.push(Number(xml.attribute("numFmtId") ?? 0));
      fonts.push(Number(xml.attribute("fontId") ?? 0));
    }
  }
  const struckOut = Uint8Array.from(fonts, (font) => (struckFonts.has(font) ? 1 : 0));
  return { ...indexFormats(ids, codes), struckOut: struckOut.includes(1) ? struckOut : null };
}

function indexFormats(ids: readonly number[], codes: ReadonlyMap<number, string>): Omit<Styles, "struckOut"> {
  const formats = ["General"];
  const indexOf = new Map([
    ["General", 0],
    ["", 0],
  ]);
  const formatOfStyle = Uint16Array.from(ids, (id) => {
    const code = codes.get(id) ?? BUILTIN_FORMATS.get(id) ?? "General";
    const known = indexOf.get(/^general$/i.test(code) ? "General" : code);
    if (known !== undefined) return known;
    indexOf.set(code, formats.length);
    return formats.push(code) - 1;
  });
  return { formats, formatOfStyle };
}
