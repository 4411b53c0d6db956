/** A number as people write it, with what stands around it: 约8,700余人, 5.2万元, 一百二十名. */
import { CHINESE_NUMERAL, parseChineseNumeral } from "./chinese-numerals";

/** Arabic digits, with or without thousands separators. */
export const ARABIC = "[+-]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?";
const MAGNITUDE = "(?:百万|千万|[十百千万亿](?!分))";

/** Says that all is counted, and changes nothing. */
const TOTAL = "合计|总计|共计|总共|共";
const ABOUT = "大约|约莫|约|大概|将近|接近|近|超过|超|逾|不足|不到|至少|达到?";
const ODD = "余|多|来|几";
const ROUGHLY = "以上|左右|上下|以内|余|多|许|\\+";

const PATTERN = new RegExp(
  `^(?:${TOTAL})?(?<about>${ABOUT}|上(?=[百千万])|过(?=[百千万]))?(?<currency>¥|人民币|RMB)?` +
    `(?<number>${ARABIC}${MAGNITUDE}?(?:${ARABIC}${MAGNITUDE})*|[${CHINESE_NUMERAL}]+)` +
    `(?<odd>${ODD})?(?<unit>[^\\d${ODD.replaceAll("|", "")}]*?)(?<roughly>${ROUGHLY})?$`,
);
const GROUP = new RegExp(`(${ARABIC})(${MAGNITUDE})?`, "gy");
const MAGNITUDES: Readonly<Record<string, number>> = {
  十: 10, 百: 100, 千: 1000, 万: 1e4, 百万: 1e6, 千万: 1e7, 亿: 1e8,
}; // prettier-ignore

export interface Quantity {
  readonly value: number;
  /** The text after the number, `人`; empty if none. */
  readonly unit: string;
  /** 约, 余, 近, 多 … stands with it. */
  readonly approximate: boolean;
  /** Arabic digits with 万, 亿 … after them. */
  readonly magnitude: boolean;
  /** 万 or 亿 stands in it, after Arabic or Chinese digits. */
  readonly tenThousands: boolean;
  readonly chinese: boolean;
}

/** Null where the text is not one number with at most a unit of measure. The text must be clean and without spaces. */
export function parseQuantity(text: string): Quantity | null {
  const groups = PATTERN.exec(text)?.groups;
  if (!groups) return null;
  const written = groups["number"]!;
  const chinese = !/\d/.test(written);
  const value = chinese ? parseChineseNumeral(written) : parseArabic(written);
  if (value === null) return null;
  // 达 says that the number was reached; it is no less exact for it.
  const about = groups["about"] !== undefined && !groups["about"].startsWith("达");
  const approximate = about || groups["odd"] !== undefined || groups["roughly"] !== undefined;
  // 百, 千 and 万 alone are numbers only in 近百, 千余.
  if (chinese && /^[百千万亿]/.test(written) && !approximate) return null;
  const unit = groups["unit"]! || (groups["currency"] === undefined ? "" : "元");
  const magnitude = !chinese && /[^\d.,+-]/.test(written);
  return { value, unit, approximate, magnitude, tenThousands: /[万亿萬]/.test(written), chinese };
}

/** `5.2万` → 52000, `3万5千` → 35000; null where the parts do not fall (3万5 leaves open what the 5 counts). */
function parseArabic(text: string): number | null {
  let total = 0;
  let last = Infinity;
  for (const [, digits, word] of text.matchAll(GROUP)) {
    const magnitude = word === undefined ? 1 : MAGNITUDES[word]!;
    const value = toNumber(digits!);
    if (value * magnitude >= last) return null;
    total += value * magnitude;
    last = magnitude;
  }
  return tidy(total);
}

/** Digits with separators → number. */
export function toNumber(digits: string): number {
  return Number(digits.replaceAll(",", ""));
}

/** Fifteen digits, as many as Excel keeps: 1.13×10000 is 11300 and not 11299.999999999998. */
export function tidy(value: number): number {
  return Number(value.toPrecision(15));
}
