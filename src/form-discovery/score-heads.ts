/** Words by which the columns of an assessment are recognised. They only propose, as those of `words.ts` do. */
import { bare, isPersonal } from "./words";

/** The most that an item gives. */
const MAX =
  /^(?:标准|基准|基本|项目|考核|满)?分值(?:权重)?$|^(?:满分|标准分|基准分|基础分|基本分|应得分|额定分|赋分|配分|权重分)$/;
const SELF = /自(?:评|查|测|报|我评)/;
const SCORE =
  /(?:得分|评分|考核分|考评分|评定分|核定分|审定分|复核分|核查分|检查分|督导分|打分|测评分)(?:数|值)?$/;
const CRITERIA =
  /(?:评分|计分|考核|考评|评价|评定|扣分|检查)(?:的)?(?:标准|办法|细则|要点|要求|内容|依据|说明|规则|方法)$/;
const LOST = /(?:扣|减|失|丢)分/;

/** `分值（分）`: what is in brackets at the end says no more. */
function words(head: string): string {
  return bare(head).replace(/[(（][^()（）]*[)）]$/, "");
}

export const isMaxHead = (head: string): boolean => MAX.test(words(head));
export const isCriteriaHead = (head: string): boolean => CRITERIA.test(words(head));
export const isLostHead = (head: string): boolean => LOST.test(words(head));

/** Whose score the column holds; null where it holds none. */
export function scoreHead(head: string): "self" | "county" | null {
  const text = words(head);
  if (isMaxHead(head) || isCriteriaHead(head) || isPersonal(text)) return null;
  if (SELF.test(text) && /分|得分|评$/.test(text) && !LOST.test(text)) return "self";
  return SCORE.test(text) ? "county" : null;
}

/** Among the headings of a table: is there one of the most that each line gives, and one of scores? */
export function isScoreTable(heads: readonly string[]): boolean {
  return heads.some(isMaxHead) && heads.some((head) => scoreHead(head) !== null);
}
