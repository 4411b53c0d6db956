/**
 * Chinese numerals: 三, 一百二十, 两千零五, 廿三, 二〇二〇, 三万五千, 壹佰贰拾, 四十一点五.
 * Capital forms as in 中国人民银行《支付结算办法》 annex 1.
 */
import { fifteenDigits } from "../../workbook/rounding";

const DIGITS: Readonly<Record<string, number>> = {
  零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
  壹: 1, 贰: 2, 叁: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9,
}; // prettier-ignore
const SMALL: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 拾: 10, 佰: 100, 仟: 1000 };
const LARGE: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8, 萬: 1e4 };
const TENS: Readonly<Record<string, string>> = { 廿: "二十", 卅: "三十", 卌: "四十" };
const CAPITALS = "壹贰叁肆伍陆柒捌玖拾佰仟萬";
const LOWER_CASE = "一二三四五六七八九十百千万";

/** The characters that a Chinese numeral is made of, for use inside a regular expression's brackets. */
export const CHINESE_NUMERAL = "零〇一二两三四五六七八九十百千万亿廿卅卌壹贰叁肆伍陆柒捌玖拾佰仟萬";
/** 点五, 点五万: what follows the whole part of a decimal. */
export const CHINESE_DECIMALS = "点[零〇一二三四五六七八九]+[百千万亿]*";

/** 三五 is three to five; any other two neighbours are one or the other. */
const PAIR = "(?:一[二两]|[二两]三|三[两四五]|四五|五六|六七|七八|八九)";
const ROUGH = new RegExp(
  // 七八; 三四十, 十七八, 一百二三十 (two digits side by side are no exact numeral with units); 百八十, 千八百;
  // 三百五百.
  `^${PAIR}$|^(?=.*[十百千万亿]).*${PAIR}|^[百千](?![万亿分])(?=.)|^万(?=[^亿])|^[一二两三四五六七八九]([十百千万])[二三四五六七八九]\\1$`,
);

/** Longer than any number that is spelled out. */
const LONGEST_NUMERAL = 40;

/**
 * Does the numeral say about how many? 三五 (three to five), 七八, 十七八, 三四十, 百八十. Digits in a row stay a number:
 * 二〇二〇, and also 三六七 and 一二三, as three digits are read one by one.
 */
export function isRoughNumeral(text: string): boolean {
  const plain = [...text].map((c) => LOWER_CASE[CAPITALS.indexOf(c)] ?? c).join("");
  return ROUGH.test(plain.replace(/[廿卅卌]/g, (c) => TENS[c]!));
}

/** 二○二○, 二0二O: a zero between Chinese digits, whatever it was typed with. */
export function withChineseZeros(text: string): string {
  return text.replace(/(?<=[零〇一二三四五六七八九])[○◯0Oo]+(?=[零〇一二三四五六七八九年]|$)/g, (zeros) =>
    "〇".repeat(zeros.length),
  );
}

/**
 * The number that the text says; null where it is none, or only about that many.
 * 一百二 means 120, as people say it; 一百零二 means 102.
 */
export function parseChineseNumeral(text: string): number | null {
  if (text.length > LONGEST_NUMERAL) return null;
  const decimal = /^(.+)点([零〇一二三四五六七八九]+)([百千万亿]*)$/.exec(text);
  if (decimal) return parseDecimal(decimal[1]!, decimal[2]!, decimal[3]!);
  if (isRoughNumeral(text)) return null;
  const spelled = text.replace(/[廿卅卌]/g, (c) => TENS[c]!);
  if (spelled === "" || [...spelled].some((c) => !(c in DIGITS || c in SMALL || c in LARGE))) return null;
  if ([...spelled].every((c) => c in DIGITS)) return digitByDigit(spelled);
  return parseLarge(spelled);
}

/** 四十一点五 → 41.5, 一点二万 → 12000. */
function parseDecimal(whole: string, digits: string, unit: string): number | null {
  const value = parseChineseNumeral(whole);
  const factor = unit === "" ? 1 : parseLarge(`一${unit}`);
  if (value === null || factor === null) return null;
  const decimals = [...digits].map((c) => DIGITS[c]!).join("");
  return fifteenDigits(Number(`${value}.${decimals}`) * factor);
}

/** 二〇二〇 → 2020, 五 → 5. 两 is alone only. */
function digitByDigit(text: string): number | null {
  if (text.length > 1 && text.includes("两")) return null;
  return Number([...text].map((c) => DIGITS[c]!).join(""));
}

/** Splits at the largest unit, 亿 before 万: what is left of it is its factor. */
function parseLarge(text: string): number | null {
  for (const unit of ["亿", "萬", "万"]) {
    const at = text.lastIndexOf(unit);
    if (at < 0) continue;
    const factor = at === 0 ? 1 : parseLarge(text.slice(0, at));
    const rest = parseRest(text.slice(at + 1), LARGE[unit]!);
    return factor === null || rest === null || factor === 0 ? null : factor * LARGE[unit]! + rest;
  }
  return parseSmall(text);
}

/** What follows a unit: nothing, a single digit that counts tenths of the unit (一万二), or a smaller numeral. */
function parseRest(text: string, unit: number): number | null {
  if (text === "") return 0;
  if (text.length === 1 && DIGITS[text]) return (DIGITS[text] * unit) / 10;
  const value = parseLarge(text);
  return value !== null && value < unit ? value : null;
}

/** Below ten thousand: units fall from left to right, each with a digit before it but a leading 十, 百, 千. */
function parseSmall(text: string): number | null {
  let total = 0;
  let last = Infinity;
  let digit: number | null = null;
  let zero = false;
  for (const [i, c] of [...text].entries()) {
    const unit = SMALL[c];
    if (unit === undefined) {
      if (digit !== null) return null;
      if (DIGITS[c] === 0) zero = true;
      else digit = DIGITS[c]!;
    } else {
      if (unit >= last || (digit === null && i > 0 && !(zero && unit === 10))) return null;
      total += (digit ?? 1) * unit;
      last = unit;
      digit = null;
      zero = false;
    }
  }
  if (digit === null) return total;
  const shortened = !zero && last > 10 && last < Infinity;
  return total + (shortened ? (digit * last) / 10 : digit);
}
