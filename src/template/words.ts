/**
 * What stands on a printed form around its table. The forms are content, as the labels of their lines are: Chinese
 * in every language of the interface, like the paper they replace.
 */
import type { Template, UnitKind } from "./template";
import { fold } from "../workbook/fold";
import { periodNamed, periodOfMonths } from "../workbook/period";

export const HEADINGS = {
  ordinal: "序号",
  name: "指标名称",
  code: "代码",
  measure: "计量单位",
  values: "年度数",
  current: "本年",
  lastYear: "上年",
  comparison: "与上年比较",
  change: "增减",
  changePercent: "增减%",
  reason: "说明",
} as const;

/** 栏次: stubs are numbered 甲 乙 丙 丁, figures 1 2 3 (the custom of official statistical forms). */
export const COLUMN_MARKS = ["甲", "乙", "丙", "丁", "1", "2", "3", "4", "5"] as const;

export const WORDS = {
  reporter: "填报单位（盖章）：",
  measure: "计量单位：",
  mixedMeasures: "见各行",
  formNumber: "表　　号：",
  issuer: "制表机关：",
  validUntil: "有效期至：",
  list: "明细表",
  notes: "说明：",
  rules: "审核关系：",
  page: "第 &P 页，共 &N 页",
  item: "项目",
  content: "填写内容",
  guidance: "填写说明",
  yes: "是",
  no: "否",
  retyped: "请核对",
} as const;

/** The cover's word for a kind of unit, in the order of the choices of 0003. */
export const KIND_WORDS: Readonly<Record<UnitKind, string>> = { T: "乡镇街道", D: "市直部门", H: "市本级" };

/** `2020` → `2020 年度`, `2020H1` → `2020 年上半年`. */
export function periodText(period: string): string {
  const half = /^(\d{4})H([12])$/.exec(period);
  if (half) return `${half[1]} 年${half[2] === "1" ? "上" : "下"}半年`;
  const [, year, quarter, month] = /^(\d{4})(?:Q([1-4])|-(\d{2}))$/.exec(period) ?? [];
  if (month !== undefined) return `${year} 年 ${Number(month)} 月`;
  if (quarter !== undefined) return `${year} 年第 ${quarter} 季度`;
  return `${period} 年度`;
}

/** The period that a text names, `集安市2020年上半年` → `2020H1`; null where it names no year. */
export function periodIn(text: string): string | null {
  const words = fold(text);
  const year = /\d{4}/.exec(words)?.[0];
  if (year === undefined) return null;
  return year + (/H1|上半年/i.test(words) ? "H1" : /H2|下半年/i.test(words) ? "H2" : "");
}

const PERIOD_ALONE =
  /^(?:\d{4}|[〇○零一二三四五六七八九]{4}(?=年))(?:年度?)?(?:(?:年|[-./])?(?:\d{1,2}|[一二三四五六七八九]|十[一二]?)月?份?|H[12]|Q[1-4]|(?:年度?)?(?:[上下]半年|第?[一二三四1-4]季度?))?$/i;
const FIRST_TO_LAST = /^(\d{4})年(\d{1,2})月?(?:[-~—–]+|至|到)(\d{1,2})月份?$/;

/**
 * The period of a text that is one and nothing more: `2020`, `2020年度`, `2020H1`, `2020年上半年`, `2020年1—6月`, `2020年二季度`,
 * `2020年6月`, `2020-06`, `202006`; else null.
 */
export function periodMeant(text: string): string | null {
  const words = fold(text).replace(/\s/g, "");
  const [, year, first, last] = FIRST_TO_LAST.exec(words) ?? [];
  if (year !== undefined)
    return periodOfMonths(`${year}-${first!.padStart(2, "0")}`, `${year}-${last!.padStart(2, "0")}`);
  if (!PERIOD_ALONE.test(words)) return null;
  const period = periodNamed(words);
  // `2018-13` names a year and no month.
  const isYear = /^(?:\d{4}|[〇○零一二三四五六七八九]{4})(?:年度?)?$/.test(words);
  return isYear || period?.length !== 4 ? period : null;
}

/**
 * The line of the last day on which the forms of this period are taken: `有效期至：2021年1月31日`; of a sample's,
 * `次年1月31日`. None for half a year, whose window the template does not say.
 */
export function validUntil(template: Template, period: string): readonly string[] {
  if (/H[12]$/.test(period)) return [];
  const [month, day] = template.settings.reportTo.split("-").map(Number);
  const year = Number(period.slice(0, 4));
  return [`${WORDS.validUntil}${Number.isNaN(year) ? "次" : year + 1}年${month}月${day}日`];
}

const NUMERALS = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"] as const;

/** 1 → 一, 12 → 十二; up to 19, then as digits. */
export function chineseOrdinal(n: number): string {
  if (n <= 10) return NUMERALS[n] ?? String(n);
  return n < 20 ? `十${NUMERALS[n - 10]}` : String(n);
}
