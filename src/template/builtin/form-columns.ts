/** The columns of the built-in forms, and of every form of ours whose template says nothing else. */
import type { FormColumn } from "../template";

const SHARED = {
  ordinal: { role: "ordinal", heading: "序号", otherHeadings: words("序 行次 行号 栏次") },
  code: { role: "code", heading: "代码", otherHeadings: words("指标代码 编码 代号 编号 指标编码") },
} as const;
const NAMES = words("指标名称 指标 项目 项目名称 统计项目 统计指标 指标项目 工作项目 内容 名称");
const VALUES = words(
  "本年 本年数 本年度 本年实际 本年累计 今年 全年 全年数 全年合计 本年合计 本期 本期数 数量 数值 数据 实际数 完成数 填报数 填写内容 数",
);
const NOTES = words("说明 备注 变化原因 原因 情况说明 备注说明 原因说明 填写说明");

/** Widths make together one page of A4 upright at full size. */
export const TABLE_COLUMNS: readonly FormColumn[] = [
  { ...SHARED.ordinal, width: 5 },
  { role: "name", heading: "指标名称", otherHeadings: NAMES, width: 27 },
  { ...SHARED.code, width: 6.5 },
  { role: "measure", heading: "计量单位", otherHeadings: words("单位 计量"), width: 9 },
  { role: "value", heading: "本年", otherHeadings: VALUES, group: "年度数", width: 11 },
  {
    role: "lastYear",
    heading: "上年",
    otherHeadings: words("上年数 上年度 上年同期 上年实际 去年 去年数 去年同期 上期 上期数"),
    group: "年度数",
    width: 10.5,
  },
  {
    role: "change",
    heading: "增减",
    otherHeadings: words("增减数 增减额 增减量 比上年增减"),
    group: "与上年比较",
    width: 9.5,
  },
  {
    role: "changePercent",
    heading: "增减%",
    otherHeadings: words("增减率 增减幅度 增减幅 增幅 增长率 增减百分比 同比"),
    group: "与上年比较",
    width: 8,
  },
  { role: "note", heading: "说明", otherHeadings: NOTES, width: 16 },
];

/** The cover has no figures of two years: what is filled in, and how. */
export const COVER_COLUMNS: readonly FormColumn[] = [
  { ...SHARED.ordinal, width: 6 },
  { role: "name", heading: "项目", otherHeadings: NAMES, width: 24 },
  { ...SHARED.code, width: 8 },
  { role: "value", heading: "填写内容", otherHeadings: VALUES, width: 34 },
  { role: "note", heading: "填写说明", otherHeadings: NOTES, width: 44 },
];

function words(text: string): readonly string[] {
  return text.split(" ");
}
