/** How values are in the cells of the template workbook. */
import type { RuleClass, MissingStrategy } from "../../rules";
import type {
  Aggregation,
  ChartSeries,
  ChartSpec,
  IndicatorKind,
  ListColumn,
  ReportSentence,
  UnitKind,
} from "../template";
import { KIND_WORDS, WORDS } from "../words";
import { fold } from "../../workbook/fold";

export const INDICATOR_KINDS: Readonly<Record<IndicatorKind, string>> = {
  whole: "整数",
  decimal: "小数",
  amount: "金额",
  percent: "百分数",
  yesNo: "是否",
  choice: "选项",
  text: "文字",
  date: "日期",
};

export const COLUMN_KINDS: Readonly<Record<ListColumn["kind"], string>> = {
  whole: "整数",
  decimal: "小数",
  amount: "金额",
  yesNo: "是否",
  choice: "选项",
  text: "文字",
  date: "日期",
};

export const AGGREGATIONS: Readonly<Record<Aggregation, string>> = {
  sum: "合计",
  stock: "年末数",
  ratio: "比率",
  computed: "计算",
  count: "计“是”",
  max: "取最高",
  mean: "平均",
  list: "汇列",
  text: "不汇总",
};

export const FORM_LAYOUTS = { cover: "封面", table: "表", own: "本单位表样" } as const;

export const RULE_CLASSES: Readonly<Record<RuleClass, string>> = {
  mustFix: "强制",
  explain: "核实",
  note: "提示",
};

export const BUILT_IN_CLASSES: Readonly<Record<RuleClass | "off", string>> = { ...RULE_CLASSES, off: "不用" };

/** Empty is adopted too. */
export const RULE_STATES = { adopted: "采用", proposed: "建议" } as const;

export const MISSING: Readonly<Record<MissingStrategy, string>> = {
  anyMissing: "缺一项即跳过",
  allMissing: "全缺才跳过",
  never: "不跳过",
};

export const CHART_KINDS: Readonly<Record<ChartSpec["kind"], string>> = {
  column: "柱形图",
  bar: "条形图",
  line: "折线图",
  pie: "饼图",
  doughnut: "圆环图",
};

export const GROUPINGS: Readonly<Record<ChartSpec["grouping"], string>> = {
  clustered: "并列",
  stacked: "堆积",
  percentStacked: "百分比堆积",
};

export const CATEGORIES: Readonly<Record<ChartSpec["by"], string>> = {
  unit: "单位",
  unitKind: "单位类别",
  year: "年度",
  line: "指标",
  status: "上报情况",
};

export const ORDERS: Readonly<Record<ChartSpec["order"], string>> = {
  descending: "由大到小",
  ascending: "由小到大",
  register: "原顺序",
};

export const DRAWN: Readonly<Record<ChartSeries["draw"], string>> = { bars: "柱", line: "线" };

export const REFERENCES: Readonly<Record<NonNullable<ChartSeries["reference"]>, string>> = {
  county: "全市",
  average: "平均",
  target: "目标",
};

export const ANSWERS: Readonly<Record<NonNullable<ChartSeries["answer"]>, string>> = { yes: "是", no: "否" };

export const ROLES: Readonly<Record<ReportSentence["role"], string>> = {
  title: "题目",
  chapter: "一级标题",
  section: "二级标题",
  text: "另起一段",
  more: "接上句",
  signature: "落款",
};

/** Nothing is asked: no lower limit, no floor. */
export const NO_LIMIT = "不限";

export function yesNo(value: boolean | undefined): string {
  return value ? WORDS.yes : WORDS.no;
}

const EVERYBODY = "全部";
const KINDS = Object.keys(KIND_WORDS) as UnitKind[];

/** `全部`, or `乡镇街道、市直部门`. */
export function writeKinds(kinds: readonly UnitKind[]): string {
  const complete = KINDS.length === kinds.length && KINDS.every((kind, i) => kinds[i] === kind);
  return complete ? EVERYBODY : kinds.map((kind) => KIND_WORDS[kind]).join("、");
}

/** Words or the letters T, D, H, in any order; null where one is neither. */
export function readKinds(text: string): readonly UnitKind[] | null {
  if (text === EVERYBODY) return KINDS;
  const words = /^[tdh\s]+$/i.test(text) ? [...text.replace(/\s/g, "")] : splitWords(text);
  const kinds = words.map(kindMeant);
  return kinds.includes(undefined) ? null : KINDS.filter((kind) => kinds.includes(kind));
}

/** What other offices call the three kinds. */
const OTHER_WORDS: Readonly<Record<UnitKind, RegExp>> = {
  T: /^(?:乡镇?|镇|街道|镇街|乡镇街|乡镇\(街道\)|街道\(乡镇\))$/,
  D: /^(?:[省市州县区旗]?直?属?部门|[省市州县区旗]?直属?单位|[省市州县区旗]直)$/,
  H: /^[市州县区旗]?本级$/,
};

/** The kind that is meant by `乡镇街道`, `乡镇`, `县直部门` or `T`; undefined for any other word. */
export function kindMeant(text: string): UnitKind | undefined {
  const word = fold(text).replace(/\s/g, "");
  return KINDS.find(
    (kind) => KIND_WORDS[kind] === word || kind === word.toUpperCase() || OTHER_WORDS[kind].test(word),
  );
}

const SEPARATOR = /[、，,；;|\n]/;

/** `县、市、省`; one to a line where a word itself holds such a sign. */
export function joinWords(words: readonly string[]): string {
  return words.join(words.some((word) => SEPARATOR.test(word)) ? "\n" : "、");
}

/** The words of a list as people separate them; one to a line where there are several lines. */
export function splitWords(text: string): string[] {
  const parts = text.includes("\n") ? text.split("\n") : text.split(SEPARATOR);
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}
