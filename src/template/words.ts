/**
 * What is printed on a form around its table; the headings of its columns are data of the template. The forms are content, as the labels of their lines are: Chinese
 * in every language of the interface, like the paper they replace.
 */
import type { FormColumn, FormColumnRole, Template, UnitKind } from "./template";
import { partsOf } from "../workbook/period";

/** 栏次: columns that identify a line are numbered 甲 乙 丙 丁, the others 1 2 3 (the custom of official forms). */
export function columnNumbers(columns: readonly FormColumn[]): readonly string[] {
  const isStub = columns.map(({ role }) => STUBS.includes(role));
  return columns.map((_, i) => {
    const before = isStub.slice(0, i).filter((each) => each === isStub[i]).length;
    return isStub[i] ? STUB_NUMBERS[before]! : String(before + 1);
  });
}

const STUBS: readonly FormColumnRole[] = ["ordinal", "name", "code", "measure"];
const STUB_NUMBERS = ["甲", "乙", "丙", "丁"] as const;

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
  ordinal: "序号",
  yes: "是",
  no: "否",
  retyped: "请核对",
} as const;

/** The cover's word for a kind of unit, in the order of the choices of 0003. */
export const KIND_WORDS: Readonly<Record<UnitKind, string>> = { T: "乡镇街道", D: "市直部门", H: "市本级" };

/** `2020` → `2020 年度`, `2020H1` → `2020 年上半年`. */
export function periodText(period: string): string {
  const { part, year, number } = partsOf(period);
  const words = {
    year: "年度",
    firstHalf: "年上半年",
    secondHalf: "年下半年",
    quarter: `年第 ${number} 季度`,
    month: `年 ${number} 月`,
  };
  return `${year} ${words[part]}`;
}

/**
 * The line of the last day on which the forms of this period are taken: `有效期至：2021年1月31日`; of a sample's,
 * `次年1月31日`. None for a part of a year, whose window the template does not say.
 */
export function validUntil(template: Template, period: string): readonly string[] {
  if (partsOf(period).part !== "year") return [];
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
