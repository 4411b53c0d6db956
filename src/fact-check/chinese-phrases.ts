/** Words made with Chinese numerals that count nothing: 三位一体, 统一部署, 十分, 两个维护. */

/** What makes the numeral behind it part of another word, or an ordinal. */
const BEFORE = /[第统唯进逐同专单某之这那另任哪归守惟不其划合数几成好初上周星红“"「『]$/;
/** 五个一工程, 两个维护, 三位一体, 一人一策, 十分重要, 八项规定; the measure doubled (一个个). */
const AFTER =
  /^(?:[一二三四五六七八九十]|维护|确立|自信|意识|代表|全面|务必|坚持|结合|文明|大局|必须|方面|规定|面|些|致|样|性|切|直|定|起|流|线|体|产业|下|半|旦|律|般)/;
/** 一 before these may be a real count; before any other it is an article (一个, 一种, 一次). */
const COUNTED_ONCE = /^(?:名|位|所|篇|首|份|场|期|部|支|家|户|封|册|对|倍)$/;

/** May these one or two characters be a number that somebody counted? */
export function countsSomething(before: string, numeral: string, measure: string, after: string): boolean {
  if (BEFORE.test(before)) return false;
  if (numeral.length > 1) return numeral !== "千万" && numeral !== "万一";
  if (/^[百千万亿]$/.test(numeral)) return false;
  if (measure === "分" || measure === "次性") return false;
  if (AFTER.test(after) || after.startsWith(measure)) return false;
  return numeral !== "一" || COUNTED_ONCE.test(measure);
}
