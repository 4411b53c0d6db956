import type { Form, Template } from "../template/template";
import { countyFormSheet, countyListSheet, sheetNameOf } from "../template/sheet-name";
import { freeSheetName } from "../workbook/free-sheet-name";

/**
 * The names of the county workbook's sheets. They are how the workbook is known again next year and next week, so they
 * belong to the file format and are Chinese in every language of the interface, as the forms themselves are.
 */
export const SHEETS = {
  cover: "汇总说明",
  unitData: "单位数据",
  lastYearData: "上年数据",
  lastPeriodData: "上期数据",
  periodData: "各期数据",
  adjustments: "调整",
  decisions: "修改记录",
  sources: "数据来源",
  offTemplate: "模板外",
  findings: "审核结果",
  checks: "合计审核",
  findingsOverview: "审核概况",
  changes: "主要变化",
  periodChanges: "与上期比较",
  status: "上报情况",
  chartData: "图表数据",
  charts: "图表",
  report: "报告",
  ranking: "考核排名",
  scores: "督导评分",
  machine: "机读信息",
} as const;

/**
 * What an office's own sheets are called in the county workbook, by form: as in the office's workbook, with a number
 * where one of ours has that name. Ours keep theirs: by them the workbook is read again.
 */
export function ownSheetNames({
  forms,
  lists,
}: Pick<Template, "forms" | "lists">): ReadonlyMap<string, string> {
  const taken = new Set(
    [
      ...Object.values(SHEETS),
      ...forms.filter(({ layout }) => layout === "table").map(countyFormSheet),
      ...lists.map(countyListSheet),
    ].map((name) => name.toLowerCase()),
  );
  // Who has a free name keeps it, whatever another form would be called instead.
  const own = forms.filter(({ layout }) => layout === "own");
  const isFree = ({ own: sheet, id }: Form): boolean => !taken.has((sheet?.sheet ?? id).toLowerCase());
  const names = new Map<string, string>();
  for (const form of [...own.filter(isFree), ...own.filter((each) => !isFree(each))]) {
    const name = freeSheetName(sheetNameOf(form.own?.sheet ?? form.id), taken);
    taken.add(name.toLowerCase());
    names.set(form.id, name);
  }
  return names;
}

export { countyFormSheet as formSheetName, countyListSheet as listSheetName } from "../template/sheet-name";

/** The cell that says how many units have reported. */
export const STANDING_PLACE = `${SHEETS.status}!A2`;
