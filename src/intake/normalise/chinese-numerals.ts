/**
 * Chinese numerals: 三, 一百二十, 两千零五, 廿三, 二〇二〇, 三万五千, 壹佰贰拾.
 * Capital forms as in 中国人民银行《支付结算办法》 annex 1.
 */
const DIGITS: Readonly<Record<string, number>> = {
  零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
  壹: 1, 贰: 2, 叁: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9,
}; // prettier-ignore
const SMALL: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 拾: 10, 佰: 100, 仟: 1000 };
const LARGE: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8, 萬: 1e4 };
const TENS: Readonly<Record<string, string>> = { 廿: "二十", 卅: "三十" };

/** The characters that a Chinese numeral is made of, for use inside a regular expression's brackets. */
export const CHINESE_NUMERAL = "零〇一二两三四五六七八九十百千万亿廿卅壹贰叁肆伍陆柒捌玖拾佰仟萬";

/**
 * The whole number that the text says; null where it is none.
 * 一百二 means 120, as people say it; 一百零二 means 102.
 */
export function parseChineseNumeral(text: string): number | null {
  const spelled = text.replace(/[廿卅]/g, (c) => TENS[c]!);
  if (spelled === "" || [...spelled].some((c) => !(c in DIGITS || c in SMALL || c in LARGE))) return null;
  if ([...spelled].every((c) => c in DIGITS)) return digitByDigit(spelled);
  return parseLarge(spelled);
}

/** 二〇二〇 → 2020, 五 → 5. 两 stands alone only. */
function digitByDigit(text: string): number | null {
  if (text.length > 1 && text.includes("两")) return null;
  return Number([...text].map((c) => DIGITS[c]!).join(""));
}

/** Splits at the largest unit, 亿 before 万: what stands left of it is its factor. */
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
