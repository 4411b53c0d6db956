/**
 * The names of the county workbook's sheets. They are how the workbook is known again next year and next week, so they
 * belong to the file format and are Chinese in every language of the interface, as the forms themselves are.
 */
import type { DetailList, Form } from "../template/template";

export const SHEETS = {
  cover: "汇总说明",
  unitData: "单位数据",
  lastYearData: "上年数据",
  adjustments: "调整",
  decisions: "修改记录",
  sources: "数据来源",
  findings: "审核结果",
  findingsOverview: "审核概况",
  changes: "主要变化",
  status: "上报情况",
  chartData: "图表数据",
  charts: "图表",
  report: "报告",
  machine: "机读信息",
} as const;

/** Excel takes at most 31 characters and none of these (Microsoft, "Rename a worksheet"). */
const LONGEST = 31;
const FORBIDDEN = /[\\/?*[\]:]/g;

/** `汇总02 五老队伍`. */
export function formSheetName(form: Form): string {
  return sheetName(`汇总${form.code} ${form.title}`);
}

/** `明细L2 捐助`. */
export function listSheetName(list: DetailList): string {
  return sheetName(`明细${list.id} ${list.title}`);
}

function sheetName(text: string): string {
  // An apostrophe may stand inside a name, but not at its ends.
  return text.replace(FORBIDDEN, " ").slice(0, LONGEST).trim().replace(/'+$/, "");
}
