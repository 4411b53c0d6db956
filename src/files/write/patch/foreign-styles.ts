/** Somebody else's styles part, to which cell formats are added; those that are there stay as they are. */
import { StyleTable, type StyleCounts, type StyleList } from "../styles";
import { counted } from "../xml";
import {
  attributeOf,
  childOf,
  childrenOf,
  Edits,
  rootOf,
  withAttribute,
  withPrefix,
  type XmlElement,
} from "./xml-edit";

/** ECMA-376 part 1, 18.8.39 (CT_Stylesheet). */
const ORDER = [
  "numFmts",
  "fonts",
  "fills",
  "borders",
  "cellStyleXfs",
  "cellXfs",
  "cellStyles",
  "dxfs",
  "tableStyles",
  "colors",
  "extLst",
];
const FIRST_CUSTOM_FORMAT = 164;
const DEFAULT_FORMAT = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>';

export interface Restyling {
  readonly fill?: string;
  /** Number format. */
  readonly numberFormat?: string;
  /** A text that would become a formula when edited, see `StyleTable.index`. */
  readonly quoted?: boolean;
}

export class ForeignStyles {
  /** For whole sheets that are added. */
  readonly table: StyleTable;
  private readonly formats: readonly string[];

  /** `xml`: the styles part. */
  constructor(private readonly xml: string) {
    const root = rootOf(xml);
    const list = (name: StyleList): XmlElement[] => {
      const parent = childOf(xml, root, name);
      return parent ? childrenOf(xml, parent) : [];
    };
    const cellFormats = list("cellXfs");
    const counts: StyleCounts = {
      numFmts: nextFormat(list("numFmts").map(({ tag }) => attributeOf(xml, tag, "numFmtId"))),
      fonts: list("fonts").length,
      fills: list("fills").length,
      borders: list("borders").length,
      cellXfs: cellFormats.length,
      dxfs: list("dxfs").length,
    };
    this.table = new StyleTable(counts);
    const prefix = new RegExp(`<(/?)${root.tag.prefix}`, "g");
    this.formats = cellFormats.map(({ tag, end }) => xml.slice(tag.start, end).replace(prefix, "<$1"));
  }

  /** The index of a format like the one at `index`, except for what is given; number format, font, border and the rest stay. */
  restyle(index: number, { fill, numberFormat, quoted }: Restyling): number {
    const format = this.formats[index] ?? DEFAULT_FORMAT;
    const tagEnd = format.indexOf(">") + 1;
    let tag = format.slice(0, tagEnd);
    if (fill !== undefined) {
      tag = withAttribute(withAttribute(tag, "fillId", this.table.fillIndex(fill)), "applyFill", 1);
    }
    if (numberFormat !== undefined) {
      const id = this.table.formatId(numberFormat);
      tag = withAttribute(withAttribute(tag, "numFmtId", id), "applyNumberFormat", 1);
    }
    if (quoted) tag = withAttribute(tag, "quotePrefix", 1);
    const changed = tag + format.slice(tagEnd);
    return changed === format ? index : this.table.cellFormatIndex(changed);
  }

  /** The part with what was added; null where nothing was. */
  result(): string | null {
    const root = rootOf(this.xml);
    const edits = new Edits(this.xml);
    let any = false;
    for (const [name, added] of Object.entries(this.table.additions())) {
      if (added.length === 0) continue;
      any = true;
      const list = childOf(this.xml, root, name);
      if (list) this.extend(edits, list, added);
      else edits.insertInOrder(root, ORDER, name, withPrefix(counted(name, added), root.tag.prefix));
    }
    return any ? edits.apply() : null;
  }

  private extend(edits: Edits, list: XmlElement, added: readonly string[]): void {
    const { tag } = list;
    const count = childrenOf(this.xml, list).length + added.length;
    const start = withAttribute(this.xml.slice(tag.start, tag.end), "count", count).replace(
      /(?<!\s)\s*\/>$/,
      ">",
    );
    const text = withPrefix(added.join(""), tag.prefix);
    const end = `</${tag.prefix}${tag.name}>`;
    if (tag.kind === "empty") return edits.replace(tag.start, tag.end, start + text + end);
    edits.replace(tag.start, tag.end, start);
    edits.insert(list.contentEnd, text);
  }
}

/** A number above all in use. */
function nextFormat(ids: readonly (string | undefined)[]): number {
  return ids.reduce((next, id) => Math.max(next, Number(id ?? 0) + 1), FIRST_CUSTOM_FORMAT);
}
