import { escapeXstring, NAMESPACES, spaceAttribute } from "./xml";

/** Where the texts of cells go. */
export interface Texts {
  /** A text cell's type and content, to follow `<c r="A1"`. */
  cell(text: string): string;
}

/** Texts within their cells, for workbooks whose shared strings are to stay as they are. */
export const INLINE_TEXTS: Texts = {
  cell: (text) => ` t="inlineStr"><is><t${spaceAttribute(text)}>${escapeXstring(text)}</t></is>`,
};

/** The texts of all cells, each kept once. */
export class SharedStrings implements Texts {
  private readonly indexes = new Map<string, number>();
  private uses = 0;

  cell(text: string): string {
    return ` t="s"><v>${this.index(text)}</v>`;
  }

  private index(text: string): number {
    this.uses++;
    let index = this.indexes.get(text);
    if (index === undefined) {
      index = this.indexes.size;
      this.indexes.set(text, index);
    }
    return index;
  }

  xml(): string {
    const items = [...this.indexes.keys()].map(
      (text) => `<si><t${spaceAttribute(text)}>${escapeXstring(text)}</t></si>`,
    );
    const counts = `count="${this.uses}" uniqueCount="${this.indexes.size}"`;
    return `<sst xmlns="${NAMESPACES.sheet}" ${counts}>${items.join("")}</sst>`;
  }
}
