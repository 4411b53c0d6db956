/** Sheets of an .xlsx package put into the open workbook, with the looks of their cells. */
import { browserInflate } from "../../../src/files/read/browser-inflate";
import { BUILTIN_FORMATS } from "../../../src/files/read/number-formats";
import { readXlsx } from "../../../src/files/read/xlsx";
import { ForeignPackage } from "../../../src/files/write/patch/foreign-package";
import { sheetsOf } from "../../../src/files/write/patch/foreign-workbook";
import {
  attributeOf,
  childOf,
  childrenOf,
  rootOf,
  type XmlElement,
} from "../../../src/files/write/patch/xml-edit";
import { parseA1 } from "../../../src/workbook/address";
import { fromBase64 } from "../../../src/workbook/base64";
import type { Workbook } from "../../../src/workbook/workbook";
import { invalidArgument } from "../protocol/errors";
import type { Json } from "../protocol/messages";
import { fillSheet } from "../person/open-workbook";
import type { Book } from "./book";
import { sameName } from "./references";
import type { Sheet } from "./sheet";
import { PLAIN, shared, withProperty, type Style } from "./style";

/** @param at the position of the first one */
export function insertPackage(
  book: Book,
  base64: string,
  wanted: readonly string[] | null,
  at: number,
): Sheet[] {
  const bytes = fromBase64(base64);
  if (!bytes) throw invalidArgument("base64File");
  const read = readPackage(bytes);
  const store = new ForeignPackage(bytes, browserInflate);
  const styles = stylesOf(store);
  const chosen = read.sheets.filter(
    ({ name }) => wanted === null || wanted.some((each) => sameName(each, name)),
  );
  if (wanted !== null && chosen.length < wanted.length) throw invalidArgument("sheetNamesToInsert");
  return chosen.map((source, i) => {
    const sheet = book.addSheet(freeName(book, source.name), at + i);
    fillSheet(sheet, source);
    const path = sheetsOf(store).find(({ name }) => name === source.name)?.path;
    if (path) dress(sheet, store.need(path), styles);
    return sheet;
  });
}

function readPackage(bytes: Uint8Array): Workbook {
  try {
    return readXlsx(bytes, { inflate: browserInflate });
  } catch {
    throw invalidArgument("base64File");
  }
}

/** `月报 (2)`: where the name is taken Excel gives it a number. */
function freeName(book: Book, name: string): string {
  for (let n = 1; ; n++) {
    const suffix = n === 1 ? "" : ` (${n})`;
    const free = name.slice(0, 31 - suffix.length) + suffix;
    if (!book.sheet(free)) return free;
  }
}

/** ECMA-376 part 1, 18.3.1: sizes of lines, and which style each cell has. */
function dress(sheet: Sheet, xml: string, styles: readonly Style[]): void {
  const root = rootOf(xml);
  const attribute = ({ tag }: XmlElement, name: string): string | undefined => attributeOf(xml, tag, name);
  const columns = childOf(xml, root, "cols");
  for (const column of columns ? childrenOf(xml, columns) : []) {
    const width = Number(attribute(column, "width"));
    const last = Math.min(Number(attribute(column, "max")), 200);
    for (let i = Number(attribute(column, "min")); i <= last; i++)
      sheet.grid.columnSizes.set(i - 1, {
        ...sheet.grid.columnSizes.get(i - 1),
        size: (width * 7 + 5) * 0.75,
      });
  }
  const page = childOf(xml, root, "pageSetup");
  sheet.page.values.set("paperSize", "A4");
  if (page && attribute(page, "orientation") === "landscape")
    sheet.page.values.set("orientation", "Landscape");
  const data = childOf(xml, root, "sheetData");
  for (const row of data ? childrenOf(xml, data) : []) {
    const height = attribute(row, "ht");
    const number = Number(attribute(row, "r")) - 1;
    if (height !== undefined)
      sheet.grid.rowSizes.set(number, { ...sheet.grid.rowSizes.get(number), size: Number(height) });
    for (const cell of childrenOf(xml, row)) {
      const place = parseA1(attribute(cell, "r") ?? "");
      const style = styles[Number(attribute(cell, "s") ?? 0)] ?? PLAIN;
      if (!place || style === PLAIN) continue;
      const found = sheet.grid.touch(place.row, place.column);
      const format = found.style?.["numberFormat"];
      found.style = format === undefined ? style : withProperty(style, "numberFormat", format);
    }
  }
}

/** ECMA-376 part 1, 18.8: every cell format, as far as the simulation shows it. */
function stylesOf(store: ForeignPackage): Style[] {
  const path = store.relationships(store.workbook).find(({ type }) => type === "styles")?.target;
  const xml = path === undefined ? null : store.text(path);
  if (xml === null) return [];
  const root = rootOf(xml);
  const list = (name: string): XmlElement[] => {
    const found = childOf(xml, root, name);
    return found ? childrenOf(xml, found) : [];
  };
  const [fonts, fills, borders] = [list("fonts"), list("fills"), list("borders")];
  const attribute = (element: XmlElement | undefined, name: string): string | undefined =>
    element && attributeOf(xml, element.tag, name);
  const child = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
    element && childOf(xml, element, name);
  const color = (element: XmlElement | undefined): string | undefined => {
    const rgb = attribute(element, "rgb");
    return rgb === undefined ? undefined : `#${rgb.slice(-6)}`;
  };
  const formats = new Map(
    list("numFmts").map((each) => [attribute(each, "numFmtId"), attribute(each, "formatCode")]),
  );
  const numberFormat = (id = "0"): string | undefined =>
    formats.get(id)?.replace(/&quot;/g, '"') ?? BUILTIN_FORMATS.get(Number(id));
  return list("cellXfs").map((format): Style => {
    const font = fonts[Number(attribute(format, "fontId") ?? 0)];
    const fill = child(fills[Number(attribute(format, "fillId") ?? 0)], "patternFill");
    const border = borders[Number(attribute(format, "borderId") ?? 0)];
    const alignment = child(format, "alignment");
    const all: [string, Json | undefined][] = [
      ["numberFormat", numberFormat(attribute(format, "numFmtId"))],
      ["font.name", attribute(child(font, "name"), "val")],
      ["font.size", numberOf(attribute(child(font, "sz"), "val"))],
      ["font.bold", child(font, "b") ? true : undefined],
      ["font.italic", child(font, "i") ? true : undefined],
      ["font.color", color(child(font, "color"))],
      ["fill.color", attribute(fill, "patternType") === "solid" ? color(child(fill, "fgColor")) : undefined],
      ["horizontalAlignment", capital(attribute(alignment, "horizontal"))],
      ["verticalAlignment", capital(attribute(alignment, "vertical"))],
      ["wrapText", attribute(alignment, "wrapText") === "1" ? true : undefined],
      ["indentLevel", numberOf(attribute(alignment, "indent"))],
      ...EDGES.flatMap((edge): [string, Json | undefined][] => {
        const style = attribute(child(border, edge), "style");
        if (style === undefined || style === "none") return [];
        return [
          [`borders.Edge${capital(edge)}.style`, "Continuous"],
          [
            `borders.Edge${capital(edge)}.weight`,
            style === "medium" || style === "thick" ? "Medium" : "Thin",
          ],
        ];
      }),
    ];
    return shared(Object.fromEntries(all.filter((entry): entry is [string, Json] => entry[1] !== undefined)));
  });
}

const EDGES = ["top", "bottom", "left", "right"] as const;

function capital(text: string | undefined): string | undefined {
  return text && text[0]!.toUpperCase() + text.slice(1);
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}
