/**
 * The names of the county workbook's sheets. They are how the workbook is known again next year and next week, so they
 * belong to the file format and are Chinese in every language of the interface, as the forms themselves are.
 */
export const SHEETS = {
  cover: "汇总说明",
  unitData: "单位数据",
  lastYearData: "上年数据",
  adjustments: "调整",
  decisions: "修改记录",
  sources: "数据来源",
  offTemplate: "模板外",
  findings: "审核结果",
  findingsOverview: "审核概况",
  changes: "主要变化",
  status: "上报情况",
  chartData: "图表数据",
  charts: "图表",
  report: "报告",
  machine: "机读信息",
} as const;

export { countyFormSheet as formSheetName, countyListSheet as listSheetName } from "../template/sheet-name";

/** The cell that says how many units have reported. */
export const STANDING_PLACE = `${SHEETS.status}!A2`;
