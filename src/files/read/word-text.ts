/** The text of a Word document as Word shows it with all changes accepted (ECMA-376 part 1, 17). */
import { overLimit } from "./errors";
import type { Package } from "./package";
import type { XmlReader } from "./xml-reader";
import { readWordStyles, type RunLook, type WordStyles } from "./word-styles";

/** Characters; a year's report has some ten thousand. */
export const LONGEST = 1_000_000;
/** Paragraphs within paragraphs, as text boxes make them. */
const DEEPEST = 50;

/**
 * Elements that are passed over whole: what was deleted or moved away, field codes, the second of two alternatives (it
 * says the same for older programs), how a word is read aloud, and what a format was before.
 */
const LEFT_OUT: ReadonlySet<string> = new Set([
  "del",
  "moveFrom",
  "instrText",
  "Fallback",
  "rt",
  "rPrChange",
  "pPrChange",
]);

/** The paragraphs of the main part, in the order of the document; those of tables and text boxes too. */
export function wordParagraphs(parts: Package, root: string): string[] {
  const xml = parts.xml(root)!;
  const styles = parts.relationships(root).find(({ type }) => type === "styles")?.target;
  return new WordText(xml, readWordStyles(styles === undefined ? null : parts.xml(styles))).read();
}

interface Paragraph {
  text: string;
  /** Its end was deleted: the next paragraph goes on in it. */
  isJoined: boolean;
  style: RunLook;
}

class WordText {
  private readonly paragraphs: string[] = [];
  private readonly open: Paragraph[] = [];
  /** Texts of paragraphs whose end was deleted. */
  private carried = "";
  /** Open fields: is it still the field's code that comes? A field may be within another's code. */
  private readonly fields: boolean[] = [];
  private look: RunLook;
  private length = 0;

  constructor(
    private readonly xml: XmlReader,
    private readonly styles: WordStyles,
  ) {
    this.look = styles.standard;
  }

  read(): string[] {
    const { xml } = this;
    while (xml.next()) {
      if (xml.isEnd) this.end();
      else this.start(xml.name);
    }
    if (this.carried !== "") this.paragraphs.push(this.carried);
    return this.paragraphs;
  }

  private start(name: string): void {
    const { xml } = this;
    if (LEFT_OUT.has(name)) xml.skip();
    else if (name === "p") this.openParagraph();
    else if (name === "pPr") this.readParagraphFormat();
    else if (name === "trPr") this.readRowFormat();
    else if (name === "r") this.look = this.open.at(-1)?.style ?? this.styles.standard;
    else if (name === "rPr") this.look = this.styles.readRun(xml, this.look);
    else if (name === "fldChar") this.field(xml.attribute("fldCharType"));
    else if (name === "t") this.add(xml.text());
    else if (name === "tab" || name === "ptab") this.add("\t");
    else if (name === "br" || name === "cr") this.add("\n");
    else if (name === "noBreakHyphen") this.add("-");
  }

  private end(): void {
    if (this.xml.is("p")) this.closeParagraph();
  }

  private openParagraph(): void {
    this.open.push({ text: "", isJoined: false, style: this.styles.standard });
    if (this.open.length > DEEPEST) throw overLimit("paragraphDepth", this.open.length, DEEPEST);
    if (this.xml.isEmpty) this.closeParagraph();
  }

  private closeParagraph(): void {
    const paragraph = this.open.pop();
    if (!paragraph) return;
    const text = this.carried + paragraph.text;
    this.carried = paragraph.isJoined ? text : "";
    if (!paragraph.isJoined) this.paragraphs.push(text);
    if (this.paragraphs.length > LONGEST) throw overLimit("paragraphs", this.paragraphs.length, LONGEST);
  }

  /** The style, and whether the paragraph's end was deleted or moved away. Tab stops are no tabs. */
  private readParagraphFormat(): void {
    const { xml } = this;
    const paragraph = this.open.at(-1);
    const hasContent = !xml.isEmpty;
    while (hasContent && xml.next() && !(xml.isEnd && xml.is("pPr"))) {
      if (xml.isEnd || !paragraph) continue;
      if (xml.is("pStyle")) paragraph.style = this.styles.look(xml.attribute("val"));
      else if (xml.is("del") || xml.is("moveFrom")) paragraph.isJoined = true;
      else if (xml.is("rPrChange") || xml.is("pPrChange")) xml.skip();
    }
  }

  /** A row of a table that was deleted is passed over, to its end. */
  private readRowFormat(): void {
    const { xml } = this;
    let isDeleted = false;
    const hasContent = !xml.isEmpty;
    while (hasContent && xml.next() && !(xml.isEnd && xml.is("trPr"))) if (xml.is("del")) isDeleted = true;
    let depth = isDeleted ? 1 : 0;
    while (depth > 0 && xml.next()) if (xml.is("tr")) depth += xml.isEnd ? -1 : xml.isEmpty ? 0 : 1;
  }

  private field(type: string | undefined): void {
    if (type === "begin") this.fields.push(true);
    else if (type === "separate") this.fields[this.fields.length - 1] = false;
    else this.fields.pop();
    if (this.fields.length > DEEPEST) throw overLimit("fieldDepth", this.fields.length, DEEPEST);
  }

  private add(text: string): void {
    const paragraph = this.open.at(-1);
    if (!paragraph || this.look.isHidden || this.look.isStruckOut || this.fields.includes(true)) return;
    const shown = this.look.isRaised ? raised(text, paragraph.text) : text;
    this.length += shown.length;
    if (this.length > LONGEST) throw overLimit("characters", this.length, LONGEST);
    paragraph.text += shown;
  }
}

/** A raised figure after a letter belongs to the word (m², km²); anything else raised is a mark and says nothing. */
function raised(text: string, before: string): string {
  if (!/[A-Za-z]$/.test(before)) return "";
  return text.replace(/[23]/g, (digit) => (digit === "2" ? "²" : "³"));
}
