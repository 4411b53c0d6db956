/**
 * An office's own form, as no standard of ours has it: a civil affairs bureau's monthly form of services for the elderly
 * at home, and what its townships send in. Invented; the same every time.
 */
import { units } from "../template/builtin/units";
import type { CellStyle, SheetPlan, WorkbookPlan } from "../workbook/plan";
import { partsOf } from "../workbook/period";
import { SheetBuilder, type CellFill } from "../workbook/sheet-builder";
import { between, seeded, seedOf, type Random } from "./random";

export const OWN_FORM = "居家养老月报";

interface FormLine {
  readonly code: string;
  readonly name: string;
  readonly measure: string;
  /** What a township does in a month, at least and at most. */
  readonly from?: number;
  readonly to?: number;
  /** Codes of the lines that it adds up. */
  readonly sums?: readonly string[];
}

const LINES: readonly FormLine[] = [
  { code: "01", name: "一、服务老人总人次", measure: "人次", sums: ["02", "03", "04"] },
  { code: "02", name: "    其中：助餐", measure: "人次", from: 120, to: 900 },
  { code: "03", name: "          助洁", measure: "人次", from: 40, to: 260 },
  { code: "04", name: "          助医", measure: "人次", from: 20, to: 140 },
  { code: "05", name: "二、探访独居老人", measure: "人次", from: 60, to: 400 },
  { code: "06", name: "三、适老化改造", measure: "户", from: 0, to: 12 },
  { code: "07", name: "四、培训护理员", measure: "人", from: 0, to: 30 },
  { code: "08", name: "五、经费支出", measure: "万元", from: 3, to: 30 },
];

const FIRST = 5;
const rowOf = (code: string): number => FIRST + LINES.findIndex((line) => line.code === code);

/** Places of the columns with figures. */
const PLAN = 3;
const MONTH = 4;
const SINCE_JANUARY = 5;
const DONE = 6;
const LAST_YEAR = 7;
const REMARK = 8;
const LETTERS = "ABCDEFGHI";

const TITLE: CellStyle = { bold: true, size: 16, font: "黑体", horizontal: "center" };
const CAPTION: CellStyle = { font: "仿宋" };
const HEAD: CellStyle = {
  bold: true,
  border: "thin",
  fill: "E8F1E4",
  horizontal: "center",
  vertical: "center",
  wrap: true,
};
const LABEL: CellStyle = { border: "thin", font: "仿宋" };
const MIDDLE: CellStyle = { ...LABEL, horizontal: "center" };
const FIGURE: CellStyle = { border: "thin", format: "#,##0" };
const MONEY: CellStyle = { border: "thin", format: "#,##0.00" };
const RATE: CellStyle = { border: "thin", format: "0.0%" };

/** By code: the plan of the year, then what was done in each month from January on. */
type Figures = ReadonlyMap<string, { readonly plan: number; readonly months: readonly number[] }>;

interface Copy {
  readonly unit: string;
  /** `2020-05`. */
  readonly period: string;
  readonly figures: Figures;
  /** Since January of last year. */
  readonly lastYear: Figures;
}

/** The form as the office sends it out. */
export function ownBlank(): WorkbookPlan {
  return { sheets: [formSheet(null)], names: [] };
}

/** What every township sends for a month, and the name of its file. */
export function ownCopies(period: string): { readonly name: string; readonly plan: WorkbookPlan }[] {
  const { year, number } = partsOf(period);
  return townships().map((unit) => {
    const figures = figuresOf(unit, year, number);
    const lastYear = figuresOf(unit, String(Number(year) - 1), number);
    return {
      name: `${unit}.xlsx`,
      plan: { sheets: [formSheet({ unit, period, figures, lastYear })], names: [] },
    };
  });
}

export function townships(): string[] {
  return units.filter(({ kind }) => kind === "T").map(({ name }) => name);
}

function formSheet(copy: Copy | null): SheetPlan {
  const sheet = new SheetBuilder(OWN_FORM);
  sheet.merge({ top: 0, left: 0, bottom: 0, right: REMARK }, "居家养老服务情况月报表", TITLE);
  sheet.put(1, 0, `填报单位：${copy?.unit ?? ""}`, CAPTION);
  sheet.put(1, MONTH, `报告期：${copy ? monthText(copy.period) : "    年    月"}`, CAPTION);
  head(sheet);
  for (const line of LINES) putLine(sheet, line, copy);
  const below = FIRST + LINES.length;
  sheet.put(below, 0, "审核关系：01行=02行+03行+04行。", CAPTION);
  sheet.put(
    below + 1,
    0,
    "填表说明：经费支出以万元为单位，保留两位小数；上年同期按上年本表累计数填写。",
    CAPTION,
  );
  sheet.widths([26, 7, 9, 12, 12, 14, 11, 14, 16]);
  sheet.height(0, 34);
  return sheet.build({
    freeze: { rows: FIRST, columns: 1 },
    print: { landscape: true, area: { top: 0, left: 0, bottom: below + 1, right: REMARK } },
  });
}

function monthText(period: string): string {
  const { year, number } = partsOf(period);
  return `${year}年${number}月`;
}

function head(sheet: SheetBuilder): void {
  const over = (left: number, text: string): void =>
    sheet.merge({ top: 2, left, bottom: 3, right: left }, text, HEAD);
  over(0, "指标名称");
  over(1, "代码");
  over(2, "计量单位");
  over(PLAN, "全年计划");
  sheet.merge({ top: 2, left: MONTH, bottom: 2, right: SINCE_JANUARY }, "实际完成", HEAD);
  sheet.put(3, MONTH, "本月", HEAD);
  sheet.put(3, SINCE_JANUARY, "1月至本月累计", HEAD);
  over(DONE, "完成计划（%）");
  over(LAST_YEAR, "上年同期累计");
  over(REMARK, "备注");
  sheet.putRow(4, 0, ["甲", "乙", "丙", "1", "2", "3", "4", "5", "6"], HEAD);
}

function putLine(sheet: SheetBuilder, line: FormLine, copy: Copy | null): void {
  const { code, name, measure } = line;
  const row = rowOf(code);
  const now = copy?.figures.get(code);
  const before = copy?.lastYear.get(code);
  const since = now ? total(now.months) : null;
  sheet.put(row, 0, name, LABEL);
  sheet.put(row, 1, code, MIDDLE);
  sheet.put(row, 2, measure, MIDDLE);
  const figure = (column: number, value: number | null): void =>
    sheet.put(row, column, summed(line, column, value), measure === "万元" ? MONEY : FIGURE);
  figure(PLAN, now?.plan ?? null);
  figure(MONTH, now?.months.at(-1) ?? null);
  figure(SINCE_JANUARY, since);
  const done = now && now.plan !== 0 && since !== null ? since / now.plan : null;
  const at = row + 1;
  sheet.formula(row, DONE, `IF(D${at}=0,"",F${at}/D${at})`, done, RATE);
  figure(LAST_YEAR, before ? total(before.months) : null);
  sheet.put(row, REMARK, null, LABEL);
}

/** A line that adds up others holds the office's own formula. */
function summed({ sums }: FormLine, column: number, value: number | null): CellFill {
  if (!sums) return { value };
  const letter = LETTERS[column]!;
  return { value: value ?? 0, formula: sums.map((code) => `${letter}${rowOf(code) + 1}`).join("+") };
}

function total(months: readonly number[]): number {
  return rounded(months.reduce((sum, each) => sum + each, 0));
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/** What a township plans for a year and does in its first months; of the same year always the same. */
function figuresOf(unit: string, year: string, months: number): Figures {
  const figures = new Map<string, { plan: number; months: number[] }>();
  for (const { code, from = 0, to = 0, measure, sums } of LINES) {
    if (sums) continue;
    const base = between(seeded(seedOf(`${unit} ${code}`)), from, to);
    const random = seeded(seedOf(`${unit} ${code} ${year}`));
    const done = Array.from({ length: months }, () => monthOf(random, base, measure));
    const plan = rounded(base * 12 * (0.9 + random() * 0.3));
    figures.set(code, { plan: measure === "万元" ? plan : Math.round(plan), months: done });
  }
  for (const { code, sums } of LINES) {
    const parts = (sums ?? []).map((each) => figures.get(each)!);
    if (parts.length === 0) continue;
    figures.set(code, {
      plan: parts.reduce((sum, { plan }) => sum + plan, 0),
      months: parts[0]!.months.map((_, i) => parts.reduce((sum, each) => sum + each.months[i]!, 0)),
    });
  }
  return figures;
}

/** About what is usual, a quarter more or less. */
function monthOf(random: Random, base: number, measure: string): number {
  const value = base * (0.8 + random() * 0.45);
  return measure === "万元" ? rounded(value) : Math.round(value);
}

/** The report workbook that the office has: a text, a table of the townships and a chart, with keys where figures go. */
export function ownReport(): WorkbookPlan {
  const sheet = new SheetBuilder("通报");
  const names = townships();
  sheet.merge({ top: 0, left: 0, bottom: 0, right: 3 }, "居家养老服务情况通报", TITLE);
  sheet.put(
    2,
    0,
    "1月至本月服务老人{01[3]}人次，上年同期{01[3] 上年}人次，完成全年计划的{01[4]:0.0%}。",
    CAPTION,
  );
  sheet.put(3, 0, "助餐{02[3]}人次，助洁{03[3]}人次，助医{04[3]}人次；经费支出{08[3]}万元。", CAPTION);
  const heads = ["乡镇（街道）", "{单位:01[3]}服务人次", "{单位:05[3]}探访人次", "{单位:08[3]}经费（万元）"];
  sheet.putRow(5, 0, heads, HEAD);
  names.forEach((name, i) => {
    sheet.put(6 + i, 0, name, LABEL);
    for (const column of [1, 2, 3]) sheet.put(6 + i, column, null, column === 3 ? MONEY : FIGURE);
  });
  const last = 5 + names.length;
  sheet.putRow(last + 1, 0, ["合计", null, null, null], HEAD);
  sheet.widths([20, 16, 16, 16]);
  const column = (left: number, top = 6, bottom = last) => ({
    sheet: "通报",
    area: { top, left, bottom, right: left },
  });
  return {
    names: [],
    sheets: [
      sheet.build({
        charts: [
          {
            name: "各地服务人次",
            title: "各乡镇（街道）服务老人人次",
            kind: "bar",
            categories: column(0),
            series: [{ name: column(1, 5, 5), values: column(1) }],
            anchor: { top: 5, left: 5, bottom: last, right: 12 },
          },
        ],
      }),
    ],
  };
}
