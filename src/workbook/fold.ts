/**
 * Texts made comparable: NFKC, except that a mark never becomes a digit. Unicode says that ③, ², ⒈ and ㈠ are
 * "compatible" with 3, 2, 1. and (一); in a report they are footnote marks and numbering, and `2③` is not 23.
 */

/** Superscript, subscript, circled, bracketed and full-stop digits and letters: footnote marks and numbering. */
export const MARK =
  "\\u00b2\\u00b3\\u00b9\\u00aa\\u00ba\\u2070-\\u209c\\u2460-\\u24ff\\u2776-\\u2793\\u3192-\\u319f\\u3220-\\u3229" +
  "\\u3248-\\u324f\\u3251-\\u325f\\u3280-\\u3289\\u32b1-\\u32bf\\u1d2c-\\u1d6a\\u1d78\\u1d9b-\\u1dbf\\u2120\\u2122" +
  "\\u{1f100}-\\u{1f10c}";
/** ½: NFKC makes 1⁄2 of it, so that 5½ would be 51⁄2. */
export const FRACTION = "\\u00bc-\\u00be\\u2150-\\u215f\\u2189";

/** Most texts: NFKC leaves ASCII, 、。 and Chinese characters as they are. */
const AS_IT_IS = /^[\x00-\x7f\u3001\u3002\u4e00-\u9fff]*$/;
const OTHER = new RegExp(`[^${MARK}${FRACTION}]+`, "gu");
const UNFOLDED = new RegExp(`[${MARK}${FRACTION}]`, "u");
/** ㎟ to ㎦: their exponent is part of the unit of measure. */
const POWERS = ["mm²", "cm²", "m²", "km²", "mm³", "cm³", "m³", "km³"];
const SPECIAL = /[\u2e80-\u2ef3\u339f-\u33a6]/g;
const FIRST_POWER = 0x339f;
const FIRST_RADICAL = 0x2e80;
/**
 * U+2E80 to U+2EF3, which texts from PDFs hold in place of characters (⻘ for 青): Equivalent_Unified_Ideograph of the
 * Unicode Character Database. A space: none. The Kangxi radicals behind them are NFKC's own matter.
 */
const RADICALS = [
  ...(" 厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵 旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂" +
    "肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟"),
];

/** The text in NFKC, with marks, fractions and the exponents of m² and m³ as they are, and radicals as characters. */
export function fold(text: string): string {
  if (AS_IT_IS.test(text)) return text;
  const plain = text.replace(SPECIAL, special);
  if (!UNFOLDED.test(plain)) return plain.normalize("NFKC");
  return plain.replace(OTHER, (run) => run.normalize("NFKC"));
}

/** Radicals from PDFs as the characters that they look like; all else as it is. */
export function withoutRadicals(text: string): string {
  return text.replace(/[\u2e80-\u2ef3]/g, special).replace(/[\u2f00-\u2fd5]/g, (c) => c.normalize("NFKC"));
}

function special(c: string): string {
  const code = c.charCodeAt(0);
  if (code >= FIRST_POWER) return POWERS[code - FIRST_POWER]!;
  const character = RADICALS[code - FIRST_RADICAL];
  return character === undefined || character === " " ? c : character;
}
