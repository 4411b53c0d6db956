/** Labels as they are compared: what 其中, brackets, numbering and a unit of measure add does not matter. */
import { compact } from "./normalise/clean";
import { withoutOuterFootnotes } from "./normalise/footnotes";

/** Han characters, letters and digits alone: a label as it is. */
const PLAIN = /^[\u4e00-\u9fff\w]*$/;

/** Folded, without spaces and footnote marks, and every kind of quotation mark, bracket and colon as one. */
export function plainLabel(text: string): string {
  if (PLAIN.test(text)) return text;
  return withoutOuterFootnotes(compact(text))
    .replace(/[“”"「」『』‘’'《》]/g, "")
    .replace(/[〔【[]/g, "(")
    .replace(/[〕】\]]/g, ")")
    .replace(/:$/, "");
}

/** Beyond this there is no core to look for. */
const LONGEST_CORE = 500;

const LEAD = /^(?:(?:其中|总数中|总额中|其:)[:,]?|[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）.、]+)/;
/** 五老志愿者(人): a unit of measure in brackets at the end. */
const MEASURE = /\((?:单位:)?[^()]{1,3}\)$/;
const FILLER = /[的和与及、,·()]/g;

/** The label's core: without lead-ins, numbering, a measure at its end, and small words. */
export function coreLabel(text: string): string {
  if (text.length > LONGEST_CORE) return plainLabel(text).toLowerCase();
  let label = plainLabel(text);
  for (let before = ""; before !== label;) {
    before = label;
    label = label.replace(LEAD, "");
  }
  const core = label.replace(MEASURE, "").replace(FILLER, "");
  return core.toLowerCase();
}

/** A label in one line, as a message quotes it. */
export function inOneLine(text: string): string {
  return text.replace(/\s+/g, (blank) => (blank.includes("\n") ? " " : blank));
}

/** The line's name as a sentence has it: without 其中： or 总数中： in front. */
export function nameOf({ name }: { readonly name: string }): string {
  return name.replace(/^[^：:]{0,4}中[：:]/, "");
}

/** A text, folded once for any number of comparisons. */
export interface Label {
  readonly plain: string;
  readonly core: string;
}

/** Longer texts are no labels. */
const LONGEST = 60;

/** Null where the text is too long for a label, or says nothing. */
export function labelOf(text: string): Label | null {
  if (text.length > LONGEST) return null;
  const plain = plainLabel(text);
  return plain === "" ? null : { plain, core: coreLabel(plain) };
}

/** Finds which of several named things a label means; of two with the same core, neither. */
export class LabelBook<T> {
  private readonly exact = new Map<string, T | null>();
  private readonly cores = new Map<string, T | null>();

  constructor(entries: Iterable<readonly [name: string, thing: T]>) {
    for (const [name, thing] of entries) {
      note(this.exact, plainLabel(name), thing);
      note(this.cores, coreLabel(name), thing);
    }
  }

  find(text: string): T | null {
    const label = labelOf(text);
    return label && this.meaning(label);
  }

  meaning(label: Label): T | null {
    return this.exact.get(label.plain) ?? this.cores.get(label.core) ?? null;
  }
}

function note<T>(book: Map<string, T | null>, key: string, thing: T): void {
  if (key !== "") book.set(key, book.has(key) && book.get(key) !== thing ? null : thing);
}
