/** What the head of a column says: its texts from top to bottom, matched with the template's columns. */
import { HEADINGS } from "../template/words";
import type { FormColumn } from "../template/form-layout";
import { compact } from "./normalise/clean";
import { withoutOuterFootnotes } from "./normalise/footnotes";

const WORDS: Readonly<Record<FormColumn, string>> = {
  ordinal: "序号 序 行次 行号 栏次",
  name: "指标名称 指标 项目 项目名称 统计项目 统计指标 指标项目 工作项目 内容 名称",
  code: "代码 指标代码 编码 代号 编号 指标编码",
  measure: "计量单位 单位 计量",
  current:
    "本年 本年数 本年度 本年实际 本年累计 今年 全年 全年数 全年合计 本年合计 本期 本期数 数量 数值 数据 实际数 完成数 填报数 填写内容 数",
  lastYear: "上年 上年数 上年度 上年同期 上年实际 去年 去年数 去年同期 上期 上期数",
  change: "增减 增减数 增减额 增减量 比上年增减",
  changePercent: "增减% 增减率 增减幅度 增减幅 增幅 增长率 增减百分比 同比",
  reason: "说明 备注 变化原因 原因 情况说明 备注说明 原因说明 填写说明",
};

const MEANINGS: ReadonlyMap<string, FormColumn> = new Map(
  (Object.keys(WORDS) as FormColumn[]).flatMap((column) =>
    WORDS[column].split(" ").map((word) => [word, column] as const),
  ),
);
/** No heading is longer, brackets and all. */
const LONGEST = 40;

/** The template's own heading for the column, to recognise an edited one. */
export const HEADING: Readonly<Record<FormColumn, string>> = {
  ordinal: HEADINGS.ordinal,
  name: HEADINGS.name,
  code: HEADINGS.code,
  measure: HEADINGS.measure,
  current: HEADINGS.current,
  lastYear: HEADINGS.lastYear,
  change: HEADINGS.change,
  changePercent: HEADINGS.changePercent,
  reason: HEADINGS.reason,
};

/** Which column a heading means; `2020年` by the form's year. Null where it means none. */
export function columnOfHeading(text: string, year: number | null): FormColumn | null {
  if (text.length > LONGEST) return null;
  const heading = withoutOuterFootnotes(compact(text))
    .replace(/\((?:[^()]*)\)$/, "")
    .replace(/:$/, "");
  if (heading === "") return null;
  const named = /^(\d{4})年?度?(?:数|合计|实际)?$/.exec(heading)?.[1];
  if (named !== undefined && year !== null) {
    return Number(named) === year ? "current" : Number(named) === year - 1 ? "lastYear" : null;
  }
  return MEANINGS.get(heading) ?? null;
}

/** 栏次: the row under the head that numbers the columns, 甲 乙 丙 丁 1 2 3. */
export function isColumnNumberRow(texts: readonly string[]): boolean {
  // ① ② ③ number columns too: here a mark is its number.
  const marks = texts.map((text) => compact(text).normalize("NFKC")).filter((text) => text !== "");
  const figures = marks
    .filter((text) => /^\(?\d{1,2}[).]?$/.test(text))
    .map((text) => Number(text.replace(/\D/g, "")));
  const stubs = marks.filter((text) => /^[甲乙丙丁戊己庚辛壬癸]$/.test(text));
  if (stubs.length + figures.length !== marks.length || marks.length < 2) return false;
  // Where columns were moved or taken out the numbers are out of order, but 甲 乙 say what they are.
  if (stubs.length >= 2) return new Set(figures).size === figures.length;
  const counted = figures.every((figure, i) => i === 0 || figure === figures[i - 1]! + 1);
  return counted && (stubs.length > 0 || (figures[0] === 1 && figures.length >= 3));
}
