/** What the styles of a Word document say of a run: hidden, struck out, raised (ECMA-376 part 1, 17.7). */
import type { XmlReader } from "./xml-reader";

export interface RunLook {
  readonly isHidden: boolean;
  readonly isStruckOut: boolean;
  readonly isRaised: boolean;
}

const PLAIN: RunLook = { isHidden: false, isStruckOut: false, isRaised: false };
/** Styles upon styles; Word stops at ten. */
const DEEPEST = 20;

interface Style {
  readonly basedOn: string | undefined;
  readonly own: Partial<RunLook>;
}

export class WordStyles {
  constructor(
    /** How text without any style looks. */
    readonly standard: RunLook,
    private readonly styles: ReadonlyMap<string, Style>,
  ) {}

  /** How a paragraph or run of the style looks. */
  look(id: string | undefined, before = this.standard): RunLook {
    const chain: Style[] = [];
    for (let style = this.styles.get(id ?? ""); style && chain.length < DEEPEST;) {
      chain.unshift(style);
      style = this.styles.get(style.basedOn ?? "");
    }
    return chain.reduce<RunLook>((look, { own }) => ({ ...look, ...own }), before);
  }

  /** The reader is at `<w:rPr>`: the look of the run, whose paragraph looks like `before`. */
  readRun(xml: XmlReader, before: RunLook): RunLook {
    const { style, own } = readFormat(xml);
    return { ...this.look(style, before), ...own };
  }
}

/** Reads the styles part; without one, nothing is hidden by a style. */
export function readWordStyles(xml: XmlReader | null): WordStyles {
  const styles = new Map<string, Style>();
  let standard = PLAIN;
  while (xml?.nextOf(["style", "rPrDefault"])) {
    if (xml.is("rPrDefault")) {
      standard = { ...PLAIN, ...readElement(xml, "rPrDefault").own };
      continue;
    }
    const id = xml.attribute("styleId") ?? "";
    const isDefault = xml.flag("default") && xml.attribute("type") === "paragraph";
    const style = readElement(xml, "style");
    styles.set(id, style);
    if (isDefault) standard = { ...standard, ...style.own };
  }
  return new WordStyles(standard, styles);
}

function readElement(xml: XmlReader, element: string): Style {
  let basedOn: string | undefined;
  let own: Partial<RunLook> = {};
  const hasContent = !xml.isEmpty;
  while (hasContent && xml.next() && !(xml.isEnd && xml.is(element))) {
    if (xml.isEnd) continue;
    if (xml.is("basedOn")) basedOn = xml.attribute("val");
    // Formats of a paragraph's end and of parts of a table are others.
    else if (xml.is("pPr") || xml.is("tblStylePr")) xml.skip();
    else if (xml.is("rPr")) own = readFormat(xml).own;
  }
  return { basedOn, own };
}

/** From `<w:rPr>` to its end. */
function readFormat(xml: XmlReader): { style: string | undefined; own: Partial<RunLook> } {
  let style: string | undefined;
  const own: { -readonly [K in keyof RunLook]?: boolean } = {};
  const hasContent = !xml.isEmpty;
  while (hasContent && xml.next() && !(xml.isEnd && xml.is("rPr"))) {
    if (xml.isEnd) continue;
    const isOn = xml.attribute("val") === undefined || xml.flag("val");
    if (xml.is("rStyle")) style = xml.attribute("val");
    else if (xml.is("vanish")) own.isHidden = isOn;
    else if (xml.is("strike") || xml.is("dstrike")) own.isStruckOut = isOn || own.isStruckOut === true;
    else if (xml.is("vertAlign")) own.isRaised = xml.attribute("val") === "superscript";
    else if (xml.is("rPrChange")) xml.skip();
  }
  return { style, own };
}
