/** Operators as offices say them: 不超过, 大于等于, 加. Only what can mean one sign and nothing else. */

const MUST = "(?:应当?|必须|须|需|要)?";
const NOT = "(?:不得|不能|不应当?|不可|不)";
const OR_EQUAL = "(?:或者?)?等于";

const SIGNS: readonly (readonly [string, string])[] = [
  [`${MUST}${NOT}(?:超过|大于|多于|高于)`, "<="],
  [`${MUST}${NOT}(?:小于|少于|低于)`, ">="],
  [`${MUST}${NOT}等于`, "<>"],
  [`${MUST}(?:大于|多于|高于)${OR_EQUAL}`, ">="],
  [`${MUST}(?:小于|少于|低于)${OR_EQUAL}`, "<="],
  [`${MUST}(?:大于|多于|高于|超过)`, ">"],
  [`${MUST}(?:小于|少于|低于)`, "<"],
  [`${MUST}等于`, "="],
  [`${MUST}${NOT}为`, "<>"],
  ["(?:应当?|必须|须)?为(?![民了])", "="],
  ["加上?", "+"],
  ["减去?", "-"],
  ["乘以?", "*"],
  ["除以", "/"],
];

const STARTS = SIGNS.map(([words, sign]) => [new RegExp(`^${words}`), sign] as const);

/** Anywhere in a text, a comparison in words. */
export const COMPARISON_WORDS = new RegExp(`${NOT}?(?:超过|大于|多于|高于|小于|少于|低于|等于)`);

/** The sign that the text begins with in words, and how many characters say it. */
export function operatorWord(text: string): { readonly sign: string; readonly length: number } | null {
  for (const [words, sign] of STARTS) {
    const spelling = words.exec(text)?.[0];
    if (spelling !== undefined) return { sign, length: spelling.length };
  }
  return null;
}
