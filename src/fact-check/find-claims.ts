/** Finds in a text every number with its unit of measure, every per cent and every difference in percentage points. */
import { CHINESE_NUMERAL, parseChineseNumeral } from "../intake/normalise/chinese-numerals";
import { fifteenDigits } from "../workbook/rounding";
import { toNumber } from "../intake/normalise/quantity";
import { countsSomething } from "./chinese-phrases";
import { boundBefore } from "./bound-words";
import type { Bound, Claim } from "./claim";
import { measureWords } from "./measure-words";
import { endOfSkipped } from "./skipped-numbers";
import { fold } from "../workbook/fold";

const S = "[ \\u00a0]{0,2}";
const DIGITS = "\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?(?!\\d)|\\d+(?:\\.\\d+)?";
const ODD = "[余多几来]";
/** After the measure 余 and 多 belong to the number only where nothing follows that they might belong to. */
const TAIL = `(?:${S}以上|${S}[余多](?=[${"，。；、！？,;)）\\s"}]|$))`;
const LEAD = `(?:[近约]${S})?`;

/** 8700多人, 5.2万元, 3万5千元, 十余万元, 一百二十名; the groups are put together by {@link claimAt}. */
const countPattern = (measure: string): RegExp =>
  new RegExp(
    `(?<lead>${LEAD})(?:(?<digits>${DIGITS})${S}(?<odd1>${ODD}?)${S}` +
      `(?:(?<mixed>万${S}(?:${DIGITS})${S}千)|(?<scale>[百千]?万(?!亿)|[十百千万]?亿|[百千](?!分))?)` +
      `|(?<chinese>[${CHINESE_NUMERAL}]+)(?<odd2>${ODD}?)(?<scale2>万|亿)?)` +
      `(?<odd3>${ODD}?)${S}(?<measure>${measure})(?<tail>${TAIL})?`,
    "y",
  );
/** 5.2万 without a measure, as people say it of money. */
const BARE = new RegExp(
  `(?<lead>${LEAD})(?<digits>${DIGITS})${S}(?<odd1>${ODD}?)(?<scale>万亿|[百千]亿|万|亿)(?<odd3>${ODD}?)(?<tail>${TAIL})?(?=[，。；、！？,;)）\\s]|$)`,
  "y",
);
const PERCENT = new RegExp(
  `(?<lead>${LEAD})百分之(?:(?<digits>${DIGITS})|(?<chinese>[${CHINESE_NUMERAL}]+(?:点[${CHINESE_NUMERAL}]+)?))(?<odd3>${ODD}?)(?<tail>${TAIL})?`,
  "y",
);
/** 三成, 八成五; not 成立, 成员, 成果 … */
const TENTHS = new RegExp(
  `(?<lead>${LEAD})(?<number>\\d|[一二两三四五六七八九])成(?<half>[一二三四五六七八九])?(?<odd3>${ODD}?)` +
    `(?![立果绩员功长为年效熟分都人才就本品型形语交套天])(?<tail>${TAIL})?`,
  "y",
);

/** 三分之一, 近三分之二 */
const FRACTION = new RegExp(
  `(?<lead>${LEAD})(?<below>[二两三四五六七八九十])分之(?<chinese>[一二两三四五六七八九])(?<odd3>[多强]?)(?<tail>${TAIL})?`,
  "y",
);
/** 产业结构由12:38:50: at least three shares, in words that say so. */
const STRUCTURE = /(?<terms>\d{1,3}(?:\.\d+)?(?:[:：∶]\d{1,3}(?:\.\d+)?){2,5})(?![\d:：])/y;
const STRUCTURE_WORDS = /(?:结构|比例|之比|比重|比)[^，。；]{0,30}$/;
/** 占比过半, 占一半以上 */
const HALF = new RegExp(`(?:过半数?|(?<lead>近)?[一]?半数?(?<tail>以上)?)`, "y");
/** 与上年持平, 翻一番, 翻了两番多 */
const LEVEL = /(?<![支保坚维主扶把秉]|基本|大体|大致)持平(?![安台稳等衡均])/y;
const DOUBLED = /翻了?(?<chinese>[一两二三])番(?<odd3>[多余])?(?:还多)?/y;

type Groups = Readonly<Record<string, string | undefined>>;

/**
 * The claims in the order of the text. Dates, years, document numbers, ages, anniversaries, ordinals, times and
 * telephone numbers give none. Offsets count UTF-16 units. `measures`: words of measure beside those that we know.
 */
export function findClaims(text: string, measures: readonly string[] = []): Claim[] {
  const plain = halfWidth(text);
  const count = countPattern(measureWords(measures));
  const claims: Claim[] = [];
  for (let at = nextNumber(plain, 0); at >= 0;) {
    const claim = claimFrom(plain, at, count);
    if (claim) claims.push({ ...claim, text: text.slice(claim.start, claim.end) });
    at = nextNumber(plain, claim?.end ?? endOfSkipped(plain, at) ?? endOfNumber(plain, at));
  }
  return claims;
}

/** What counts nothing goes first, unless 近 or 约 are before it, which no date has. */
function claimFrom(text: string, at: number, count: RegExp): Claim | null {
  STRUCTURE.lastIndex = at;
  if (/\d/.test(text[at]!) && !/[\d.:：∶]/.test(text[at - 1] ?? "") && STRUCTURE.test(text))
    return claimAt(text, at, count);
  if (/[A-Za-z]/.test(text[at - 1] ?? "") && /\d/.test(text[at]!)) return null;
  return endOfSkipped(text, at) === null ? claimAt(text, at, count) : null;
}

/** Full-width letters, digits and signs become half-width ones, character by character, so that offsets stay. */
function halfWidth(text: string): string {
  return text.replace(/[\uff05\uff0b-\uff0f\uff10-\uff19\uff1d\uff21-\uff5a]/g, (c, at: number) =>
    c === "，" && !isSeparator(text, at) ? c : String.fromCharCode(c.charCodeAt(0) - 0xfee0),
  );
}

/** １，２００ and 1，200: between digits, three and no more behind. */
function isSeparator(text: string, at: number): boolean {
  const digits = [at - 1, at + 1, at + 2, at + 3].every((i) => isDigit(text[i]));
  return digits && !isDigit(text[at + 4]);
}

function isDigit(c: string | undefined): boolean {
  return c !== undefined && /[0-9０-９]/.test(c);
}

const NUMBER_START = new RegExp(`[近约〔\\[【(（〈+第过半翻持\\d${CHINESE_NUMERAL}]`, "g");

/** The next place where a number may begin. */
function nextNumber(text: string, from: number): number {
  NUMBER_START.lastIndex = from;
  return NUMBER_START.exec(text)?.index ?? -1;
}

const WHOLE_NUMBER = new RegExp(`\\d+(?:[.,]\\d+)*|[${CHINESE_NUMERAL}]+|.`, "sy");

function endOfNumber(text: string, at: number): number {
  WHOLE_NUMBER.lastIndex = at;
  return at + (WHOLE_NUMBER.exec(text)?.[0].length ?? 1);
}

/** What is right before a place, as far as any pattern looks: all of it would make a long text's time grow as its square. */
function before(text: string, at: number): string {
  return text.slice(Math.max(0, at - WORDS_BEFORE), at);
}

const WORDS_BEFORE = 16;

/** 最近30人 and 节约5000元: here 近 and 约 are part of another word. */
const OTHER_LEAD = /[最附邻靠亲临远节预签公条相制邀违契]$/;

function claimAt(text: string, at: number, count: RegExp): Claim | null {
  const leads = /[近约]/.test(text[at]!);
  if (leads && OTHER_LEAD.test(before(text, at))) return null;
  if (!leads && /[\d.]/.test(text[at - 1] ?? "")) return null;
  for (const [known, read] of READERS) {
    const pattern = known ?? count;
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const groups = match?.groups ?? {};
    const number = match && read(groups, text, at);
    if (match && number) return build(text, at, match[0], groups, number);
  }
  return null;
}

interface Written {
  readonly value: number;
  readonly unit: string;
  readonly decimals: number;
  readonly bound?: Bound;
  readonly says?: Claim["says"];
  readonly terms?: readonly number[];
}

type Read = (groups: Groups, text: string, at: number) => Written | null;

/** Null for a number with its measure, whose pattern depends on the measures. */
const READERS: readonly (readonly [RegExp | null, Read])[] = [
  [STRUCTURE, readStructure],
  [PERCENT, readPercent],
  [TENTHS, readTenths],
  [null, readCount],
  [BARE, (groups) => ({ ...readDigits(groups["digits"]!), unit: groups["scale"]! })],
  [FRACTION, readFraction],
  [HALF, readHalf],
  [LEVEL, () => ({ value: 0, unit: "%", decimals: 0, says: "growth" })],
  [DOUBLED, readDoubled],
];

/** 3:4:3 makes no hundred and is a ratio. */
function readStructure(groups: Groups, text: string, at: number): Written | null {
  if (!STRUCTURE_WORDS.test(text.slice(Math.max(0, at - 40), at))) return null;
  const terms = groups["terms"]!.split(/[:：∶]/).map(Number);
  const value = fifteenDigits(terms.reduce((sum, term) => sum + term, 0));
  return value < 70 || value > 130 ? null : { value, unit: "%", decimals: 0, terms };
}

/** Said of what is roughly so. */
function readFraction(groups: Groups): Written {
  const [part, whole] = [groups["chinese"]!, groups["below"]!].map((numeral) =>
    parseChineseNumeral(numeral)!,
  );
  const value = fifteenDigits(((part ?? 0) / (whole ?? 1)) * 100);
  const bound =
    (groups["lead"] ?? "") + (groups["odd3"] ?? "") + (groups["tail"] ?? "") === "" ? "about" : undefined;
  return { value, unit: "%", decimals: 0, ...(bound ? { bound } : {}) };
}

/** Half is a number where it says which share something is; 半数单位 counts nothing. */
function readHalf(_groups: Groups, text: string, at: number): Written | null {
  if (!/占[^，。；、]{0,12}$/.test(before(text, at))) return null;
  const half = { value: 50, unit: "%", decimals: 0 };
  return text.startsWith("过", at) ? { ...half, bound: "atLeast" } : half;
}

function readDoubled(groups: Groups): Written {
  const value = 2 ** parseChineseNumeral(groups["chinese"]!)!;
  return { value, unit: "倍", decimals: 0, says: "multiple" };
}

function readPercent(groups: Groups): Written | null {
  if (groups["digits"] !== undefined) return { ...readDigits(groups["digits"]), unit: "%" };
  const [whole = "", fraction = ""] = groups["chinese"]!.split("点");
  const value = whole === "百" ? 100 : parseChineseNumeral(whole);
  const digits = [...fraction].map((c) => parseChineseNumeral(c));
  if (value === null || digits.some((digit) => digit === null || digit > 9)) return null;
  return { value: Number(`${value}.${digits.join("") || "0"}`), unit: "%", decimals: digits.length };
}

function readTenths(groups: Groups, text: string, at: number): Written | null {
  const number = groups["number"]!;
  if (!/\d/.test(number) && /[第统唯一二三四五六七八九十]$/.test(before(text, at))) return null;
  const value = /\d/.test(number) ? Number(number) : parseChineseNumeral(number)!;
  const half = groups["half"] === undefined ? 0 : parseChineseNumeral(groups["half"])!;
  return { value: Number(`${value}.${half}`), unit: "成", decimals: half === 0 ? 0 : 1 };
}

function readCount(groups: Groups, text: string, at: number): Written | null {
  return groups["digits"] === undefined ? readChinese(groups, text, at) : readArabic(groups);
}

function readArabic(groups: Groups): Written {
  const { value, decimals } = readDigits(groups["digits"]!);
  const measure = fold(groups["measure"]!);
  const { mixed, scale = "" } = groups;
  if (mixed !== undefined) {
    const thousands = toNumber(mixed.replace(/[万千\s\u00a0]/g, ""));
    return { value: fifteenDigits(value * 1e4 + thousands * 1e3), unit: measure, decimals: 0 };
  }
  const small = scale.startsWith("百")
    ? 100
    : scale.startsWith("千")
      ? 1000
      : scale.startsWith("十")
        ? 10
        : 1;
  const large = /万亿$|[万亿]$/.exec(scale)?.[0] ?? "";
  return {
    value: fifteenDigits(value * small),
    unit: large + measure,
    decimals: small === 1 ? decimals : 0,
  };
}

/** 五万多字 is 5 万字, 三万五千元 is 35000 元. */
function readChinese(groups: Groups, text: string, at: number): Written | null {
  const numeral = groups["chinese"]!;
  const measure = groups["measure"]!;
  const lead = groups["lead"]!;
  const scale2 = groups["scale2"] ?? "";
  const odd = (groups["odd2"] ?? "") + (groups["odd3"] ?? "") + (groups["tail"] ?? "");
  const start = at + lead.length;
  const end =
    start + numeral.length + scale2.length + (groups["odd2"] ?? "").length + (groups["odd3"] ?? "").length;
  const after = text.slice(end + measure.length, end + measure.length + 4);
  const approximate = lead !== "" || odd !== "";
  if (!countsSomething(before(text, start), numeral + scale2, measure, after) && !approximate) return null;
  if (/[数几第]$/.test(before(text, at))) return null;
  if (!approximate && /^[百千万亿]+$/.test(numeral)) return null;
  const large = scale2 || (/[万亿]$/.exec(numeral)?.[0] ?? "");
  const small = scale2 === "" && large !== "" ? numeral.slice(0, -1) : numeral;
  const value = small === "" ? 1 : parseChineseNumeral(small);
  return value === null ? null : { value, unit: large + measure, decimals: 0 };
}

function readDigits(digits: string): { value: number; decimals: number } {
  return { value: toNumber(digits), decimals: /\.(\d+)$/.exec(digits)?.[1]!.length ?? 0 };
}

function build(text: string, start: number, written: string, groups: Groups, number: Written): Claim {
  const end = start + written.length;
  const before = text.slice(Math.max(0, start - 8), start);
  const after = text.slice(end, end + 4);
  return {
    text: written,
    start,
    end,
    ...number,
    bound: number.bound ?? boundOf(groups, before, after),
    loose: isLoose(groups, before, after),
  };
}

/** The words beside the span bind it too, although they do not belong to it. */
function boundOf(groups: Groups, before: string, after: string): Bound {
  const lead = groups["lead"] ?? "";
  const odd = (groups["odd1"] ?? "") + (groups["odd2"] ?? "") + (groups["odd3"] ?? "");
  const tail = groups["tail"] ?? "";
  if (lead.startsWith("近")) return "below";
  if (lead.startsWith("约") || /^左右|^上下/.test(after)) return "about";
  if (tail.includes("以上")) return "atLeast";
  const bound = boundBefore(before);
  if (bound === "about" || bound === "atLeast") return bound;
  if (odd !== "" || /[余多]$/.test(tail)) return "above";
  return bound ?? (/^以[下内]/.test(after) ? "atMost" : "exact");
}

/** 10至15人, 每人3000元, 200元/人, 一名: not what a line adds up to. */
function isLoose(groups: Groups, before: string, after: string): boolean {
  const range =
    /[\d百千万%人名个元][ ]?[-‐-—―~～〜至][ ]?$/.test(before) ||
    /^[ ]?[-‐-—―~～〜至][ ]?[\d一二三四五六七八九十]/.test(after);
  const each =
    /(?:每[^，。；、]{0,8}|(?:人均|平均)[^，。；、]{0,4}|均|各)$/.test(before) ||
    /^(?:[/／每]|不等)/.test(after);
  const times = /[×xX*✕]$/.test(before.trimEnd()) || /^[ ]?[×✕*]/.test(after);
  return (
    range ||
    each ||
    times ||
    (groups["chinese"] === "一" && groups["measure"] !== undefined && groups["measure"] !== "倍")
  );
}
