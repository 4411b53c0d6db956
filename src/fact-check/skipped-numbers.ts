/** Numbers that count nothing: dates, years, document numbers, ages, anniversaries, ordinals, times, telephones. */
import { CHINESE_NUMERAL } from "../intake/normalise/chinese-numerals";

const S = "[ \\u00a0]{0,2}";
/** As many digits and as long a list as anybody writes: from 1～1～1～… on, each place would read to the end of the text. */
const N = `(?:\\d{1,15}(?:\\.\\d{1,15})?|[${CHINESE_NUMERAL}]{1,15})`;
const TO = `${S}[-‐-—―~～〜至到、]${S}`;
const RANGE = `${N}(?:${TO}(?:第${S})?${N}){0,20}`;

const PATTERNS: readonly string[] = [
  // 关工委〔2020〕3号, 第29号文
  `[〔\\[【(（〈]${S}\\d{4}${S}[〕\\]】)）〉]${S}(?:第${S})?${N}${S}号`,
  `[〔【]${S}\\d{4}${S}[〕】]`,
  // 2020-12-22, 2020.12.22, 2020/12, 12345 and other telephones
  `\\d{4}[-./]\\d{1,2}[-./]\\d{1,2}(?!\\d)`,
  `(?:\\+?86[- ]?)?1[3-9]\\d{9}(?!\\d)`,
  `0\\d{2,3}${S}[-‐-—]${S}\\d{7,8}(?!\\d)`,
  `\\d{3,4}-\\d{3,4}(?:-\\d{3,4}){1,5}(?!\\d)`,
  // 9:30, 14：05：00, 9时30分, 下午3点半
  `\\d{1,2}${S}[:：]${S}\\d{2}(?:${S}[:：]${S}\\d{2})?(?!\\d)`,
  `${N}${S}[时点](?!\\d{3})(?:${S}${N}${S}分(?!钟)|半|整|许|[一三]刻)?`,
  // 65至70岁, 1—11月, 十二月, 2018至2020年, 30周年, 第三期, 三年级, 二十世纪九十年代, 十九届五中全会
  `第${S}${RANGE}(?:${S}(?:[次期批届场个名位篇项条章节部号]))?`,
  `${RANGE}${S}(?:余|多|几|来)?${S}(?:周年|学年|年级|年代|年|周岁|岁|世纪|月(?!饼)|日|号|届|中全会|大精神|级|等奖|等功|星级|时许|代会)`,
  `${N}后(?=[、，。；）)出生青年]|$)`,
];

const SKIPPED = PATTERNS.map((pattern) => new RegExp(pattern, "y"));

/** Where the number that begins here ends, if it counts nothing; null otherwise. The text has half-width digits. */
export function endOfSkipped(text: string, at: number): number | null {
  for (const pattern of SKIPPED) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) return at + match[0].length;
  }
  return null;
}
