/** Which year the words before a number speak of, and whether of a plan. */
import type { FigureTime } from "./figure";

export const NO_TIME: FigureTime = { year: null, plan: false, cumulative: false };

/** 比2019年, 由上年 compare: they say nothing of what follows. */
const YEARS =
  /(?<![比较与同和由从超过])(?:(?<year>(?:19|20)\d\d)年|(?<last>上年|去年|上一年|前年)|(?<this>今年|本年|当年|全年|目前|现有)|(?<next>明年|来年|下一?年|下一步))(?!度?(?:相比|比))/g;
const PLAN = /计划|拟(?![定议])|力争|争取|预计|目标|任务|规划|应(?:完成|达|建|参)|到20[3-9]\d年/g;
const DONE = /已|实际|实现|完成(?!计划|任务|目标|年度)|现有|截至|目前/g;
const CUMULATIVE = /累计|历年|[二三四五六七八九十\d]年(?:来|间|共|里)|(?<!今年|本年|年初)以来/;

/** The time after these words, given the one before them. */
export function timeAfter(before: FigureTime, words: string, isFirst: boolean): FigureTime {
  let { year } = before;
  for (const { groups } of words.matchAll(YEARS))
    year = groups!["year"] ?? (groups!["last"] ? "last" : groups!["next"] ? "next" : null);
  const [plan, done] = [lastIndex(words, PLAN), lastIndex(words, DONE)];
  const isPlan = plan < 0 && done < 0 ? before.plan && !isFirst : plan > done;
  return { year, plan: isPlan || year === "next", cumulative: CUMULATIVE.test(words) };
}

function lastIndex(words: string, pattern: RegExp): number {
  return [...words.matchAll(pattern)].at(-1)?.index ?? -1;
}
