/**
 * Telephone and identity numbers in what people write. Libraries for telephone numbers know shapes, not Chinese
 * reports: libphonenumber-js (144 kB) takes the date 20201222 and the amount 13800138111元 for numbers and leaves
 * extensions out. Here a number must be of the Chinese numbering plan, and what is a figure or a code stays.
 */
import { classify, type Digits, isLocalNumber } from "./number-plan";

export interface ContactNumber {
  readonly kind: "telephone" | "identity";
  /** UTF-16 offsets into the text; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
}

/** In the order of the text, none overlapping. Takes time in proportion to the text's length. */
export function contactNumbers(text: string): ContactNumber[] {
  // Most cells: too short for any number.
  if (text.length < FEWEST_DIGITS) return [];
  const digits = text.match(/\p{Nd}/gu)?.length ?? 0;
  const numerals = text.match(NUMERAL)?.length ?? 0;
  const found = [
    ...(digits >= FEWEST_DIGITS ? numbersIn(viewOf(text, digitOf)) : []),
    ...(numerals >= MOBILE_DIGITS ? numbersIn(viewOf(text, numeralOf)) : []),
  ];
  return found.sort((a, b) => a.start - b.start);
}

/** A local number that is said to be one. */
const FEWEST_DIGITS = 7;
const MOBILE_DIGITS = 11;

/** The text in plain signs, one a character, with the place of each in the text. */
interface View {
  readonly signs: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Zero-width characters are passed over: nobody sees them. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]|\ufe0f/;

function viewOf(text: string, digit: (char: string) => string | null): View {
  const signs: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const char of text) {
    const start = at;
    at += char.length;
    if (INVISIBLE.test(char)) continue;
    signs.push(digit(char) ?? signOf(char));
    starts.push(start);
    ends.push(at);
  }
  return { signs: signs.join(""), starts, ends };
}

/** Footnote marks such as ① and ² are no digits: NFKC would make them part of the number. */
function digitOf(char: string): string | null {
  if (char >= "0" && char <= "9") return char;
  if (char < "\u0660" || !/\p{Nd}/u.test(char)) return null;
  const plain = char.normalize("NFKC");
  if (/^\d$/.test(plain)) return plain;
  // Other scripts have their digits in runs of ten.
  const code = char.codePointAt(0)!;
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String((code - zero) % 10);
}

const NUMERAL = /[〇○零一二三四五六七八九幺]/g;
const NUMERALS = "〇一二三四五六七八九";

function numeralOf(char: string): string | null {
  if (char === "零" || char === "○") return "0";
  if (char === "幺") return "1";
  const value = NUMERALS.indexOf(char);
  return value < 0 ? null : String(value);
}

/** One plain sign for all kinds of blanks, dashes, dots and brackets; letters in capitals. */
function signOf(char: string): string {
  if (/\s/.test(char)) return " ";
  if (/[\p{Pd}−ー~～_]/u.test(char)) return "-";
  if (/[.．。·•・‧]/.test(char)) return ".";
  if (/[([{（［【〔]/.test(char)) return "(";
  if (/[)\]}）］】〕]/.test(char)) return ")";
  const plain = char.normalize("NFKC").toUpperCase();
  // A digit of the other kind is none here.
  return plain.length === 1 && !/\d/.test(plain) ? plain : "\u25a1";
}

interface Group {
  readonly from: number;
  readonly to: number;
}

/** Between the groups of one number. */
const SEPARATOR = /^[ \-.()]{1,3}$/;
const MOST_DIGITS = 18;

function numbersIn(view: View): ContactNumber[] {
  const { signs } = view;
  const groups = [...signs.matchAll(/\d+/g)].map(({ index, 0: { length } }): Group => ({
    from: index,
    to: index + length,
  }));
  const found: ContactNumber[] = [];
  for (let i = 0; i < groups.length;) {
    const match = longestFrom(signs, groups, i);
    if (match) found.push(located(view, match));
    const end = match?.to ?? groups[i]!.to;
    while (i < groups.length && groups[i]!.from < end) i++;
  }
  return found;
}

type Match = Group & Pick<ContactNumber, "kind">;

/** The longest number that begins with the group. */
function longestFrom(signs: string, groups: readonly Group[], first: number): Match | null {
  const { from } = groups[first]!;
  const parts: string[] = [];
  const between: string[] = [];
  let longest: Match | null = null;
  let all = "";
  for (let i = first; i < groups.length; i++) {
    const group = groups[i]!;
    if (i > first) {
      const separator = signs.slice(groups[i - 1]!.to, group.from);
      if (!SEPARATOR.test(separator)) break;
      between.push(separator);
    }
    const part = signs.slice(group.from, group.to);
    parts.push(part);
    all += part;
    if (all.length > MOST_DIGITS) break;
    longest = matchAt(signs, { all, parts, between }, { from, to: group.to }) ?? longest;
  }
  return longest;
}

function matchAt(signs: string, digits: Digits, { from, to }: Group): Match | null {
  if (digits.all.length < FEWEST_DIGITS) return null;
  const before = signs.slice(Math.max(0, from - CONTEXT), from);
  const last = digits.all.length === 17 ? (/^ ?X(?![A-Z\d])/.exec(signs.slice(to, to + 3))?.[0] ?? "") : "";
  const kind = classify(last === "" ? digits : { ...digits, all: `${digits.all}X` }, before);
  if (!kind) return null;
  const end = to + last.length;
  if (isFigure(signs, from, end) || isCode(signs, from, end, kind)) return null;
  if (kind === "identity") return { kind, from, to: end };
  return { kind: "telephone", from, to: afterExtras(signs, end, kind) };
}

/** As far as a word beside a number reaches. */
const CONTEXT = 12;

/** An amount of money or a share, or the digits of a decimal number. */
function isFigure(signs: string, from: number, to: number): boolean {
  if (/[¥$€£] ?$/.test(signs.slice(Math.max(0, from - 2), from))) return true;
  if (/\d\.$/.test(signs.slice(Math.max(0, from - 2), from))) return true;
  const after = signs.slice(to, to + CONTEXT);
  return /^\.\d{1,6}(?!\d)/.test(after) || /^ ?[多余]?(?:元|圆|万|亿|美元|%|‰)/.test(after);
}

const CODE_LABEL =
  /(?:代码|编码|编号|文号|批号|票号|票据号|单号|凭证号|注册号|信用码|税号|金额)[:：为是 ]{0,3}$/;
const UNIT_CODE_LABEL = /(?:信用代码|机构代码|组织代码|注册号|信用码|税号)[:：为是 ]{0,3}$/;
/** Hashes are no numbers, whatever digits they have. */
const SHORTEST_HASH = 32;

/** The code of an organisation, of a document, or a part of a hash. */
function isCode(signs: string, from: number, to: number, kind: string): boolean {
  const before = signs.slice(Math.max(0, from - CONTEXT), from);
  if ((kind === "identity" ? UNIT_CODE_LABEL : CODE_LABEL).test(before)) return true;
  const head = /[A-Z\d]*$/.exec(signs.slice(Math.max(0, from - SHORTEST_HASH), from))![0];
  const tail = /^[A-Z\d]*/.exec(signs.slice(to, to + SHORTEST_HASH))![0];
  if (head === "" && tail === "") return false;
  const word = head + signs.slice(from, to) + tail;
  return word.length >= SHORTEST_HASH || isCreditCode(word);
}

/** 统一社会信用代码 (GB 32100-2015): 18 signs, the last a check sign. */
function isCreditCode(word: string): boolean {
  if (!/^[159NY][1239]\d{6}[\dA-HJ-NPQRTUWXY]{10}$/.test(word)) return false;
  const signs = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  const sum = [...word.slice(0, 17)].reduce((all, sign, i) => all + signs.indexOf(sign) * (3 ** i % 31), 0);
  return signs[(31 - (sum % 31)) % 31] === word[17];
}

/** An extension, and further numbers of the same exchange: `6229666转801`, `0435-6229666/6229667`. */
function afterExtras(signs: string, from: number, kind: string): number {
  if (kind === "mobile") return from;
  let to = from;
  const extension = /^ ?(?:转|-|EXT\.?|分机:?|#) ?\d{1,6}(?!\d)/.exec(signs.slice(to, to + CONTEXT));
  if (extension) to += extension[0].length;
  for (;;) {
    const further = /^ ?[/、,，;；] ?(\d{7,8})(?!\d)/.exec(signs.slice(to, to + CONTEXT));
    if (
      !further ||
      !isLocalNumber(further[1]!) ||
      isFigure(signs, to + further[0].length - 8, to + further[0].length)
    )
      return to;
    to += further[0].length;
  }
}

/** With the `+` and the bracket that belong to it. */
function located({ signs, starts, ends }: View, { kind, from, to }: Match): ContactNumber {
  let first = from;
  const opens = (): boolean => signs.slice(first, to).includes(")") && !signs.slice(first, to).includes("(");
  while (first > 0 && (signs[first - 1] === "+" || (signs[first - 1] === "(" && opens()))) first--;
  return { kind, start: starts[first]!, end: ends[to - 1]! };
}
