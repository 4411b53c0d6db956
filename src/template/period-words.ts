/** Titles and headings of an office's own sheet that name the period of the blank: those of another period name that one. */
import { monthsOf, partsOf, periodNamed } from "../workbook/period";
import type { FilledCaption } from "./fill-caption";
import type { OwnSheet, OwnText } from "./own-sheet";

/**
 * `5月份` and `1—5月累计` of a blank of May → `6月份`, `1—6月累计` for June; likewise quarters, halves and `2020年5月`. Where the
 * sheet names other months too, as a table of twelve does, all stay as they are. So does everything below the tables.
 */
export function periodWords(own: OwnSheet, period: string): FilledCaption[] {
  const before = periodOfBlank(own);
  if (before === null || before === period) return [];
  const [from, to] = [partsOf(before), partsOf(period)];
  const token = TOKENS[from.part];
  if (token === undefined || monthsOf(before).length !== monthsOf(period).length) return [];
  const texts = textsOf(own);
  const named = new Set(texts.flatMap(({ text }) => bareOf(text, token)));
  const isOnly = named.size === 1 && named.has(from.number);
  return texts.flatMap(({ row, column, text }) => {
    const dated = text.replace(DATED, (all, year: string, rest: string) =>
      periodNamed(`${year}年${rest}`) === before ? `${to.year}年${withNumber(rest, to.number)}` : all,
    );
    const value = isOnly ? dated.replace(token, (all) => withNumber(all, to.number)) : dated;
    return value === text ? [] : [{ row, column, value }];
  });
}

/** Do the two say the same, but for the period: `5月份`, `6月份`? */
export function differInPeriod(a: string, b: string): boolean {
  const without = (text: string): string =>
    [TOKENS.month, TOKENS.quarter, TOKENS.firstHalf, DATED].reduce(
      (rest, token) => rest.replace(token!, "…"),
      text,
    );
  return a !== b && without(a) === without(b);
}

/** What stands for a month, a quarter or a half without its year. The first month of a range is none: `1—5月`. */
const TOKENS: Readonly<Partial<Record<ReturnType<typeof partsOf>["part"], RegExp>>> = {
  month: /(?<![\d年])\d{1,2}\s*月(?!\s*\d)(?!\s*[-~—–至到])/g,
  quarter: /(?<![\d年])第?[一二三四1-4]季度/g,
  firstHalf: /(?<![\d年])[上下]半年/g,
  secondHalf: /(?<![\d年])[上下]半年/g,
};
const DATED = /((?:19|20)\d{2})年(\d{1,2}月(?!\s*\d)|第?[一二三四1-4]季度|[上下]半年)/g;
const CHINESE = "一二三四";

function bareOf(text: string, token: RegExp): number[] {
  return [...text.matchAll(token)].map(([found]) => numberIn(found));
}

function numberIn(found: string): number {
  if (found.endsWith("半年")) return found.startsWith("上") ? 1 : 2;
  const chinese = CHINESE.indexOf(/[一二三四]/.exec(found)?.[0] ?? "-");
  return chinese >= 0 ? chinese + 1 : Number(/\d+/.exec(found)?.[0]);
}

/** In the style of what was there. */
function withNumber(found: string, number: number): string {
  if (found.endsWith("半年")) return `${number === 1 ? "上" : "下"}半年`;
  return found.replace(/[一二三四]|\d+/, (was) =>
    CHINESE.includes(was) ? CHINESE[number - 1]! : String(number),
  );
}

/** Said at its place, else in a title. */
function periodOfBlank({ period, texts = [], titles }: OwnSheet): string | null {
  const caption = texts.find(({ row, column }) => row === period?.row && column === period.column);
  const said = [...(caption ? [caption.text] : []), ...titles];
  return said.map(periodNamed).find((each) => each !== null && partsOf(each).part !== "year") ?? null;
}

/** Down to the last line of the tables; without the place of the period, which is filled by itself, and formulas. */
function textsOf({ texts = [], tables, period, unit }: OwnSheet): OwnText[] {
  const last = Math.max(...tables.flatMap(({ lines }) => lines.map(({ row }) => row)));
  const isPlace = ({ row, column }: OwnText): boolean =>
    [period, unit].some((place) => place?.row === row && place.column === column);
  return texts.filter((each) => each.row <= last && !isPlace(each) && !each.text.startsWith("="));
}
