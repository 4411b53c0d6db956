/** A number as people write it, with what is around it: 约8,700余人, 5.2万元, 一百二十名. */
import { fifteenDigits } from "../../workbook/rounding";
import { CHINESE_DECIMALS, CHINESE_NUMERAL, parseChineseNumeral, withChineseZeros } from "./chinese-numerals";

/** Arabic digits, with or without thousands separators. */
export const ARABIC = "[+-]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?";
/** 5w and 3k, as people type 万 and 千; not the k of kg and km. */
const MAGNITUDE = "(?:百万|千万|[十百千万亿佰仟萬](?!分)|[wWkK](?![A-Za-z]))";
const NUMERAL = `[${CHINESE_NUMERAL}]+(?:${CHINESE_DECIMALS})?`;

/** Says that all is counted, and changes nothing. */
const TOTAL = "合计|总计|共计|总共|共有|共";
const ABOUT =
  "大约|约莫|约计|约|大概|大致|差不多|估计|预计|将近|接近|近|超过|超|逾|多于|大于|高于|少于|小于|低于|不足|不到|不止|" +
  "不少于|不低于|不小于|不多于|不超过|不大于|至少|最少|起码|至多|最多|达到?|[~≈><≥≤≧≦]=?";
const ODD = "余|多|来";
const ROUGHLY =
  "以上|以下|左右|上下|以内|之内|开外|出头|有余|余|多|许|\\+|\\((?:大?约|估计?|估算|预计|左右|上下|大概|以上|暂估|约数|概数|粗略)\\)|[约估]计?";
/** The number is there, but whoever typed it was not sure. */
const UNSURE = "[?]+|\\(?(?:待定|待核实?|待确认|暂定|存疑|不确定)\\)?|\\([?]+\\)";
const FOREIGN = "HK\\$|US\\$|[$€£]";
const CURRENCIES: Readonly<Record<string, string>> = {
  HK$: "港元", US$: "美元", $: "美元", "€": "欧元", "£": "英镑",
}; // prettier-ignore

const PATTERN = new RegExp(
  `^(?:${TOTAL})?(?<about>${ABOUT}|上(?=[百千万])|过(?=[百千万]))?(?:(?<currency>¥|人民币|RMB|CNY)|(?<foreign>${FOREIGN}))?` +
    `(?<number>${ARABIC}${MAGNITUDE}?(?:${ARABIC}${MAGNITUDE})*|${NUMERAL})` +
    `(?<odd>${ODD})?(?<unit>(?:百分点|千[克米瓦]|五老|[^\\d${CHINESE_NUMERAL}${ODD.replaceAll("|", "")}])*?)(?:(?<roughly>${ROUGHLY})|(?<unsure>${UNSURE}))?$`,
);
const GROUP = new RegExp(`(${ARABIC})(${MAGNITUDE})?`, "gy");
const MAGNITUDES: Readonly<Record<string, number>> = {
  十: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000, k: 1000, 万: 1e4, 萬: 1e4, w: 1e4, 百万: 1e6, 千万: 1e7, 亿: 1e8,
}; // prettier-ignore

/** Longer texts are no number with company. */
const LONGEST = 100;

export interface Quantity {
  readonly value: number;
  /** The text after the number, `人`; empty if none. */
  readonly unit: string;
  /** 约, 余, 近, 多 … is with it. */
  readonly approximate: boolean;
  /** A question mark or 待核 is behind it. */
  readonly unsure: boolean;
  /** Arabic digits with 万, 亿 … after them. */
  readonly magnitude: boolean;
  /** 万 or 亿 is in it, after Arabic or Chinese digits. */
  readonly tenThousands: boolean;
  readonly chinese: boolean;
}

/** Null where the text is not one number with at most a unit of measure. The text must be clean and without spaces. */
export function parseQuantity(text: string): Quantity | null {
  if (text.length > LONGEST) return null;
  const groups = PATTERN.exec(withChineseZeros(text))?.groups;
  if (!groups) return null;
  const written = groups["number"]!;
  const chinese = !/\d/.test(written);
  const value = chinese ? parseChineseNumeral(written) : parseArabic(written);
  if (value === null) return null;
  // 达 says that the number was reached; it is no less exact for it.
  const about = groups["about"] !== undefined && !groups["about"].startsWith("达");
  const approximate = about || groups["odd"] !== undefined || groups["roughly"] !== undefined;
  const unsure = groups["unsure"] !== undefined;
  // 百, 千 and 万 alone are numbers only in 近百, 千余.
  if (chinese && /^[百千万亿]/.test(written) && !approximate) return null;
  const foreign = CURRENCIES[groups["foreign"] ?? ""];
  const unit = foreign ?? (groups["unit"]! || (groups["currency"] === undefined ? "" : "元"));
  const magnitude = !chinese && /[^\d.,+-]/.test(written);
  return { value, unit, approximate, unsure, magnitude, tenThousands: /[万亿萬wW]/.test(written), chinese };
}

/** `5.2万` → 52000, `3万5千` → 35000; null where the parts do not fall (3万5 leaves open what the 5 counts). */
function parseArabic(text: string): number | null {
  let total = 0;
  let last = Infinity;
  for (const [, digits, word] of text.matchAll(GROUP)) {
    const magnitude = word === undefined ? 1 : MAGNITUDES[word.toLowerCase()]!;
    const value = toNumber(digits!);
    if (value * magnitude >= last) return null;
    total += value * magnitude;
    last = magnitude;
  }
  return fifteenDigits(total);
}

/** Digits with separators → number. */
export function toNumber(digits: string): number {
  return Number(digits.replaceAll(",", ""));
}
