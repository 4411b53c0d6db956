/** Texts of which parts are struck out, raised or lowered (ECMA-376 part 1, 18.4.7 rPr). */
import type { Texts } from "./texts";
import type { XmlReader } from "./xml-reader";

/** What a person sees of such a text, and what is struck out in it. */
export interface Runs {
  readonly text: string;
  readonly struckOut: string;
}

export type Position = "superscript" | "subscript" | null;

/** A part of a text with one look. */
export interface Run {
  readonly text: string;
  readonly struckOut: boolean;
  readonly position: Position;
}

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾";
const SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎";
const PLAIN = "0123456789+-=()";

/**
 * The runs as they are seen. Raised and lowered digits become those of Unicode: a footnote mark set as a superscript
 * must not become a digit of the number before it. Null where nothing is seen otherwise than it is stored.
 */
export function seenRuns(runs: readonly Run[]): Runs | null {
  let text = "";
  let struckOut = "";
  for (const run of runs) {
    if (run.struckOut) struckOut += run.text;
    else text += moved(run.text, run.position);
  }
  const stored = runs.map((run) => run.text).join("");
  return text === stored ? null : { text, struckOut: struckOut.trim() };
}

function moved(text: string, position: Position): string {
  if (position === null) return text;
  const digits = position === "superscript" ? SUPERSCRIPTS : SUBSCRIPTS;
  return text
    .normalize("NFKC")
    .replace(/[0-9+\-=()]/g, (character) => digits[PLAIN.indexOf(character)] ?? character);
}

/** Collects the runs of one rich text while its stored text is added to `texts`. */
export class RunReader {
  private readonly runs: Run[] = [];
  private struckOut = false;
  private position: Position = null;
  private isPlain = true;

  constructor(private readonly texts: Texts) {}

  /** The reader is at `<t>`: its text is added. */
  text(reader: XmlReader): void {
    const from = this.texts.openLength;
    reader.appendText(this.texts);
    if (this.isPlain && !this.struckOut && this.position === null) return;
    // The first that is not plain: all before it is one plain run.
    if (this.isPlain && from > 0) this.add(0, from, false, null);
    this.isPlain = false;
    this.add(from, this.texts.openLength, this.struckOut, this.position);
  }

  /** The reader is at `<r>`, `<strike>` or `<vertAlign>`. */
  format(reader: XmlReader): void {
    if (reader.is("r")) {
      this.struckOut = false;
      this.position = null;
    } else if (reader.is("strike"))
      this.struckOut = reader.attribute("val") === undefined || reader.flag("val");
    else {
      const position = reader.attribute("val");
      this.position = position === "superscript" || position === "subscript" ? position : null;
    }
  }

  /** Null where the text is seen as it is stored. */
  finish(): Runs | null {
    return this.isPlain ? null : seenRuns(this.runs);
  }

  private add(from: number, to: number, struckOut: boolean, position: Position): void {
    this.runs.push({ text: this.texts.openText(from, to), struckOut, position });
  }
}
