/** The built-in charts: what the annual report of a county shows. */
import type { ChartSeries, ChartSpec } from "../template";
import { EVERYONE } from "./shorthand";

function series(title: string, value: string, more: Partial<ChartSeries> = {}): ChartSeries {
  return { title, value, draw: "bars", secondAxis: false, labels: false, ...more };
}

type Draft = Pick<ChartSpec, "id" | "title" | "description" | "by" | "series"> & Partial<ChartSpec>;

/** Columns side by side, the largest first, unless said otherwise. */
function chart(draft: Draft): ChartSpec {
  return {
    kind: "column",
    grouping: "clustered",
    units: EVERYONE,
    order: draft.by === "unit" ? "descending" : "register",
    half: false,
    ...draft,
  };
}

const byUnit: readonly ChartSpec[] = [
  chart({
    id: "五好率",
    title: "各单位五好率（%）",
    description: "各单位达到“五好”的组织占已建组织的百分比，由高到低；虚线是全市五好率。",
    by: "unit",
    axisTitle: "%",
    series: [
      series("五好率", "0112/0102*100", { labels: true }),
      series("全市", "0112/0102*100", { draw: "line", reference: "county" }),
    ],
  }),
  chart({
    id: "组织数",
    title: "各单位关工委组织数（个）",
    description: "各单位已建组织中达到“五好”的和其他的个数，由多到少。",
    grouping: "stacked",
    by: "unit",
    orderBy: "0102",
    axisTitle: "个",
    series: [series("达到“五好”", "0112", { labels: true }), series("其他", "0102-0112", { labels: true })],
  }),
  chart({
    id: "五老人数",
    title: "各单位五老志愿者（人）",
    description: "各单位五老志愿者人数，本年与上年对比，由多到少。",
    by: "unit",
    orderBy: "0201",
    axisTitle: "人",
    series: [series("上年", "上年(0201)"), series("本年", "0201")],
  }),
];

const ofCounty: readonly ChartSpec[] = [
  chart({
    id: "五老构成",
    title: "五老志愿者构成（人）",
    description: "全市五老志愿者按类别的人数。",
    by: "line",
    axisTitle: "人",
    half: true,
    series: [series("人数", "0202~0207", { labels: true })],
  }),
  chart({
    id: "捐款来源",
    title: "捐款捐物来源（元）",
    description: "全市捐款捐物中来自社会力量和来自五老的金额。",
    kind: "doughnut",
    by: "line",
    half: true,
    series: [series("元", "0702,0703", { labels: true })],
  }),
  chart({
    id: "各单位捐款",
    title: "各单位捐款捐物（元）",
    description: "各单位捐款捐物金额，分社会力量和五老，由多到少。",
    grouping: "stacked",
    by: "unit",
    orderBy: "0702+0703",
    axisTitle: "元",
    series: [series("协调社会力量", "0702"), series("五老（含干部）捐款捐物", "0703")],
  }),
  chart({
    id: "结对帮扶",
    title: "各单位结对帮扶（对）",
    description: "各单位五老与青少年结对的对数，由多到少。",
    by: "unit",
    axisTitle: "对",
    series: [series("结对帮扶", "0712", { labels: true })],
  }),
  chart({
    id: "稿件",
    title: "各单位宣传稿件（篇）与采用率（%）",
    description: "各单位上报和被采用的稿件篇数，圆点是采用率，由多到少。",
    by: "unit",
    units: ["T", "D"],
    axisTitle: "篇",
    secondAxisTitle: "%",
    series: [
      series("上报稿件", "0901"),
      series("被采用", "0902"),
      series("采用率（%）", "0902/0901*100", { draw: "line", secondAxis: true }),
    ],
  }),
  chart({
    id: "场次人次",
    title: "培训、宣讲和活动的场次与人次",
    description: "全市各类培训、宣讲和活动的场次，圆点是参加人次。",
    by: "line",
    axisTitle: "场次",
    secondAxisTitle: "参加人次",
    series: [
      series("场次", "0302,0304,0401,0407,0503,0602", { labels: true }),
      series("参加人次", "0303,0305,0406,0408,0504,0603", { draw: "line", secondAxis: true, labels: true }),
    ],
  }),
  chart({
    id: "四有",
    title: "“四有”落实情况（单位数）",
    description: "有人员、有场所、有设施、有经费的单位数和没有的单位数。",
    grouping: "stacked",
    by: "line",
    axisTitle: "单位数（个）",
    half: true,
    series: [
      series("是", "1001~1004", { answer: "yes", labels: true }),
      series("否", "1001~1004", { answer: "no", labels: true }),
    ],
  }),
  chart({
    id: "上报情况",
    title: "上报情况（单位数）",
    description: "各种上报状态的单位数。",
    kind: "bar",
    by: "status",
    axisTitle: "单位数（个）",
    half: true,
    series: [series("单位数（个）", "", { labels: true })],
  }),
];

export const charts: readonly ChartSpec[] = [...byUnit, ...ofCounty];
