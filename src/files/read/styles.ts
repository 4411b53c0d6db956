import { symbolFont } from "../../workbook/symbol-fonts";
import type { ShownCell } from "../../workbook/workbook";
import { overLimit } from "./errors";
import { BUILTIN_FORMATS } from "./number-formats";
import type { XmlReader } from "./xml-reader";

/** How a style makes a cell seen otherwise than it is stored; null where it does not. */
export type Look = Extract<
  ShownCell["kind"],
  "struckOut" | "quoted" | "wingdings" | "wingdings 2" | "webdings"
> | null;

/** What a workbook's cell styles say of a cell's number format, and of its look. */
export interface Styles {
  /** `formats[0]` is General. Shared by all sheets; a sheet's reader may add to it. */
  readonly formats: string[];
  /** Style (the cell's `s`) → index in `formats`. */
  readonly formatOfStyle: Uint16Array;
  /** Style → its look; null where none has one. */
  readonly looks: readonly Look[] | null;
}

/** Styles and formats together. Excel itself stops at 65490 styles and some 250 formats. */
const MOST_STYLES = 100_000;
const TAGS = ["xf", "numFmt", "font", "name", "strike", "cellXfs", "cellStyleXfs", "cellStyles", "dxfs"];

/** Reads the styles part; without one every cell is General. */
export function readStyles(xml: XmlReader | null): Styles {
  const codes = new Map<number, string>();
  const ids: number[] = [];
  const looks: { readonly font: number; readonly quoted: boolean }[] = [];
  const fontLooks = new Map<number, Look>();
  let fontCount = 0;
  let inCellXfs = false;
  while (xml?.nextOf(TAGS)) {
    if (codes.size + ids.length > MOST_STYLES)
      throw overLimit("styles", codes.size + ids.length, MOST_STYLES);
    if (xml.is("numFmt")) codes.set(Number(xml.attribute("numFmtId")), xml.attribute("formatCode") ?? "");
    else if (xml.is("font")) fontCount++;
    else if (xml.is("strike")) {
      if (xml.attribute("val") === undefined || xml.flag("val")) fontLooks.set(fontCount - 1, "struckOut");
    } else if (xml.is("name")) {
      const font = symbolFont(xml.attribute("val") ?? "");
      if (font !== null && !fontLooks.has(fontCount - 1)) fontLooks.set(fontCount - 1, font);
    }
    // Conditional formats number their own number formats as they like.
    else if (xml.is("dxfs")) xml.skip();
    else if (!xml.is("xf")) inCellXfs = xml.is("cellXfs");
    else if (inCellXfs) {
      ids.push(Number(xml.attribute("numFmtId") ?? 0));
      looks.push({ font: Number(xml.attribute("fontId") ?? 0), quoted: xml.flag("quotePrefix") });
    }
  }
  const ofStyle = looks.map(
    ({ font, quoted }) => fontLooks.get(font) ?? (quoted ? ("quoted" as const) : null),
  );
  return { ...indexFormats(ids, codes), looks: ofStyle.some((look) => look !== null) ? ofStyle : null };
}

function indexFormats(ids: readonly number[], codes: ReadonlyMap<number, string>): Omit<Styles, "looks"> {
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
