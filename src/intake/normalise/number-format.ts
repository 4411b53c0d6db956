/**
 * What a number format makes of a value, so far as it changes what a person reads: words and signs around the number,
 * scaling, nothing at all. ECMA-376 part 1, 18.8.31. Dates are not ours.
 */
import { fifteenDigits } from "../../workbook/rounding";

/** One section of a format, taken apart. */
interface Section {
  /** `>100`, as given in brackets. */
  readonly holds: ((value: number) => boolean) | null;
  /** Literals before the first and behind the last digit. */
  readonly before: string;
  readonly behind: string;
  /** Digits, or General. */
  readonly digits: boolean;
  /** Only `#`: zero is shown as nothing. */
  readonly optional: boolean;
  /** The value is divided by this: 1000 for every comma behind the digits, 10 for every digit behind a literal point. */
  readonly divisor: number;
  /** Literals are between the digits. */
  readonly parted: boolean;
  /** `@`: where a text stands. */
  readonly text: boolean;
  readonly red: boolean;
  /** Padding of the accounting formats: a dash for zero is Excel's own. */
  readonly padded: boolean;
}

export interface Shown {
  /** As a person reads it, the number itself with all its digits: `5.2万元`, `(8)`, `约12`. Empty: nothing is shown. */
  readonly text: string;
  /** Digits of the value are among it. */
  readonly digits: boolean;
  /** Excel's own accounting format, whose dash for zero everybody knows. */
  readonly accounting: boolean;
  /** Literals between the digits: the text may not be read as a number. */
  readonly parted: boolean;
}

const TOKEN =
  /"([^"]*)"?|[\\!](.)|_(.)|\*(.)|\[\$([^\]-]*)[^\]]*\]|\[([^\]]*)\]|(G\/通用格式|General)|(E[+-])|([0#?])|([.,@%/])|(;)|([^])/gi;

const parsed = new Map<string, readonly Section[]>();

/** What is shown of a number. Null where the format says no more than the number itself. */
export function shownNumber(value: number, format: string | undefined): Shown | null {
  if (format === undefined || PLAIN.test(format)) return null;
  const sections = sectionsOf(format);
  const { section, negative } = choose(sections, value);
  if (section === undefined) return null;
  const { before, behind, digits, padded, parted } = section;
  if (!digits || (value === 0 && section.optional))
    return { text: before + behind, digits: false, accounting: padded, parted: false };
  const number = plain(Math.abs(value) / section.divisor);
  const isNegative = value < 0 && (!negative || section.red || /[-−－(（△▲负]/.test(before + behind));
  const words =
    isNegative && negative
      ? [before, behind].map((word) => word.replace(/[-−－()（）△▲负]/g, ""))
      : [before, behind];
  return {
    text: `${isNegative ? "-" : ""}${words[0]!.trim()}${number}${words[1]!.trimEnd()}`,
    digits: true,
    accounting: padded,
    parted,
  };
}

/** What is shown of a text: the format may add words to it, or hide it. */
export function shownText(text: string, format: string | undefined): string {
  if (format === undefined || !/[;@]/.test(format)) return text;
  const sections = sectionsOf(format);
  const section = sections[3] ?? sections.find((each) => each.text);
  if (section === undefined) return text;
  return section.text ? section.before + text + section.behind : section.before + section.behind;
}

const PLAIN = /^(?:General|@|[#0?,]*[0?](?:\.[0#?]+)?)$/i;

function plain(value: number): string {
  const tidy = fifteenDigits(value);
  return /e/.test(String(tidy)) ? String(value) : String(tidy);
}

/** The section for the value, and whether it is the one for negative numbers, which shows its own sign. */
function choose(
  sections: readonly Section[],
  value: number,
): { section: Section | undefined; negative: boolean } {
  const [first, second, third] = sections;
  if (first?.holds || second?.holds) {
    const found = sections.slice(0, 3).find((section) => section.holds?.(value));
    const other = sections.slice(0, 3).filter((section) => !section.holds);
    const fallback = other.length > 1 && value >= 0 ? other.at(-1) : other[0];
    return { section: found ?? fallback, negative: false };
  }
  if (value < 0 && second) return { section: second, negative: true };
  return { section: value === 0 && third ? third : first, negative: false };
}

function sectionsOf(format: string): readonly Section[] {
  let known = parsed.get(format);
  if (known) return known;
  known = take(format);
  // A hostile file may bring any number of formats.
  if (parsed.size > 2000) parsed.clear();
  parsed.set(format, known);
  return known;
}

interface Draft {
  holds: Section["holds"];
  before: string;
  behind: string;
  between: string;
  digits: number;
  required: boolean;
  general: boolean;
  scientific: boolean;
  commas: number;
  point: boolean;
  literalPoint: boolean;
  decimals: number;
  text: boolean;
  red: boolean;
  padded: boolean;
  percent: boolean;
}

const EMPTY: Draft = {
  holds: null, before: "", behind: "", between: "", digits: 0, required: false, general: false, scientific: false,
  commas: 0, point: false, literalPoint: false, decimals: 0, text: false, red: false, padded: false, percent: false,
}; // prettier-ignore

function take(format: string): Section[] {
  const drafts: Draft[] = [{ ...EMPTY }];
  for (const match of format.slice(0, 255).matchAll(TOKEN)) {
    const draft = drafts.at(-1)!;
    const [
      ,
      quoted,
      escaped,
      padding,
      fill,
      currency,
      bracket,
      general,
      scientific,
      digit,
      sign,
      end,
      other,
    ] = match;
    if (end !== undefined) drafts.push({ ...EMPTY });
    else if (padding !== undefined || fill !== undefined) draft.padded = true;
    else if (bracket !== undefined) readBracket(draft, bracket);
    else if (general !== undefined) Object.assign(draft, { general: true, required: true });
    else if (scientific !== undefined) draft.scientific = true;
    else if (digit !== undefined) readDigit(draft, digit);
    else if (sign === "@") draft.text = true;
    else if (sign === "," && draft.digits > 0) draft.commas++;
    else if (sign === "." && !draft.literalPoint) draft.point = true;
    else if (sign === "%") addPercent(draft);
    else if (sign === "/" && draft.digits > 0) draft.scientific = true;
    else addLiteral(draft, quoted ?? escaped ?? currency ?? sign ?? other ?? "");
  }
  return drafts.map(section);
}

function readBracket(draft: Draft, bracket: string): void {
  const condition = /^(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)$/.exec(bracket);
  if (condition) draft.holds = comparison(condition[1]!, Number(condition[2]));
  else if (/^(?:red|红色|color3)$/i.test(bracket)) draft.red = true;
}

function comparison(sign: string, bound: number): (value: number) => boolean {
  const by: Readonly<Record<string, (value: number) => boolean>> = {
    "<": (value) => value < bound,
    ">": (value) => value > bound,
    "<=": (value) => value <= bound,
    ">=": (value) => value >= bound,
    "=": (value) => value === bound,
    "<>": (value) => value !== bound,
  };
  return by[sign]!;
}

function readDigit(draft: Draft, digit: string): void {
  // A comma before a digit groups thousands; only those behind the last one scale.
  draft.commas = 0;
  // A point as a literal: 0!.0, shows 52000 as 5.2.
  if (draft.behind === "." && !draft.point) draft.literalPoint = true;
  else draft.between += draft.behind;
  draft.behind = "";
  draft.digits++;
  if (digit === "0") draft.required = true;
  if (draft.literalPoint) draft.decimals++;
}

/** A bare % multiplies by a hundred; "%" in quotation marks is only a word. */
function addPercent(draft: Draft): void {
  draft.percent = true;
  addLiteral(draft, "%");
}

function addLiteral(draft: Draft, literal: string): void {
  if (draft.digits > 0 || draft.general || draft.text) draft.behind += literal;
  else draft.before += literal;
}

function section(draft: Draft): Section {
  const digits = draft.digits > 0 || draft.general;
  return {
    holds: draft.holds,
    before: draft.before,
    behind: draft.behind,
    digits,
    optional: digits && !draft.required && !draft.point && !draft.scientific,
    divisor: (1000 ** draft.commas * 10 ** draft.decimals) / (draft.percent ? 100 : 1),
    parted: draft.between.trim() !== "",
    text: draft.text,
    red: draft.red,
    padded: draft.padded,
  };
}
