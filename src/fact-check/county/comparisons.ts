/** The words with which a text compares: 比上年增加, 占, 由 … 增加到. */
import { isShare, isTimes, type Claim } from "../claim";
import type { Statement } from "./statement";
import { fold } from "../../workbook/fold";

const LAST_YEAR = "(?:上一年|上年|去年)度?(?:末|底|同期|全年)?";
const COMPARED = new RegExp(`(?:比|较|与|同|和)${LAST_YEAR}的?(?:相比|比较|相较)?[、,]?|同比`);
const MORE = "净增加|净增长|净增|增加|增长|增多|增幅|升幅|涨幅|增速|增|提高|上升|提升|升|多";
const LESS = "减少|下降|降低|回落|下滑|降幅|减幅|降|减|少";
const DIRECTION = new RegExp(`(?:(?<more>${MORE})|(?<less>${LESS}))了?(?:幅度)?(?:达到?|为|共)?$`);
/** 是上年的2.3倍 */
const OF_LAST_YEAR = new RegExp(`(?:相当于|是|为|达到?)${LAST_YEAR}的?$`);

export interface StatedChange {
  /** By how much, by which part, or how many times as much as last year. */
  readonly kind: "change" | "growth" | "multiple";
  /** -1 where the words say that it became less. */
  readonly sign: 1 | -1;
  /** 比上年 or similar is with it. */
  readonly compared: boolean;
  /** What became more or less, as far as these words say. */
  readonly subject: string;
}

/** The text before a number, if it says that the number compares with last year. */
export function statedChange(claim: Claim, left: string): StatedChange | null {
  const before = plain(left);
  const split = splitComparison(before);
  if (claim.says !== undefined) {
    const subject = split.rest.replace(
      /(?<!实现|基本|均|都|再|增长|增加)(?:实现|基本|均|都|再|增长|增加)+$/,
      "",
    );
    return { kind: claim.says, sign: 1, compared: split.compared !== "", subject };
  }
  const multiple = isTimes(claim) ? OF_LAST_YEAR.exec(before) : null;
  if (multiple)
    return { kind: "multiple", sign: 1, compared: true, subject: before.slice(0, multiple.index) };
  const direction = DIRECTION.exec(before);
  if (!direction) return null;
  const { rest, compared } = splitComparison(before.slice(0, direction.index));
  // 新增, 净增 and 增多 of a line's own name: 本年新增五老志愿者 is no comparison.
  if (compared === "" && (/新$/.test(rest) || /[多少]/.test(direction[0]))) return null;
  return {
    kind: isShare(claim) || isTimes(claim) ? "growth" : "change",
    sign: direction.groups!["less"] === undefined ? 1 : -1,
    compared: compared !== "",
    subject: rest,
  };
}

/** 比上年, and the text without it. */
export function splitComparison(text: string): { readonly rest: string; readonly compared: string } {
  const compared = COMPARED.exec(text)?.[0] ?? "";
  return { rest: text.replace(compared, ""), compared };
}

/** The text before a per cent, if it says that it is a share: `part` is before 占, `whole` between it and the number. */
export function statedShare(left: string): { readonly part: string; readonly whole: string } | null {
  const match = /^(?<part>.*?)(?:约|近)?占(?:到|了)?(?<whole>.*)$/.exec(plain(left));
  if (!match) return null;
  const { part = "", whole = "" } = match.groups!;
  if (!whole.startsWith("比")) return { part, whole: whole.replace(/^达到?/, "") };
  // 骨干占比 is a ratio's name; 占比 alone is of what is before.
  return /^(?:其中)?$/.test(part) && /^比(?:为|达到?|约)?$/.test(whole) ? { part, whole: "" } : null;
}

export interface FromTo {
  /** The line of the number before, for 增加到2503人; undefined for the number that was. */
  readonly inherited?: string;
  readonly left: string;
}

const TO =
  "(?:增加|增长|提高|上升|提升|发展|壮大|扩大|扩充|减少|下降|降低|回落|增|升|扩|降|减)(?:到|至|为)了?(?:本年|今年)?的?";
const STARTS_WITH_TO = new RegExp(`^${TO}`);
const IS_TO = new RegExp(`^${TO}$`);
/** 增加了135人，达到2503人 */
const REACHES = /^(?:总数|总量|总额|总人数)?(?:已|就)?(?:达到?|增至|增加到|增长到|减至|减少到|降至)了?$/;
const FROM = new RegExp(`[由从](?:${LAST_YEAR})?的?$`);
/** 比上年的2368人增加135人, 比上年72.7%（提高8个百分点） */
const THAN = new RegExp(`(?:比|较)${LAST_YEAR}的?$`);

/** 由上年的2368人增加到2503人: the first number is last year's, the second takes its line from it. */
export function fromTo(left: string, right: string, previous: Statement | null): FromTo | null {
  const before = plain(left);
  const from = FROM.exec(before);
  if (from && STARTS_WITH_TO.test(plain(right))) return { left: before.slice(0, from.index) };
  const last = previous?.readings[0];
  if (last?.kind === "value" && last.year === "last" && IS_TO.test(before))
    return { inherited: last.code, left: "" };
  if (
    (last?.kind === "change" || last?.kind === "growth") &&
    previous?.readings.length === 1 &&
    REACHES.test(before)
  )
    return { inherited: last.code, left: "" };
  const than = THAN.exec(before);
  return than && { left: before.slice(0, than.index) };
}

function plain(text: string): string {
  return fold(text).replace(/\s/g, "");
}
