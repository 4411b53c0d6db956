import { sheetNameOf } from "../sheet-name";

/** The template workbook's sheets. The names are part of the format, in every language of the interface. */
export const TEMPLATE_SHEETS = {
  about: "说明",
  indicators: "指标",
  lists: "明细表",
  units: "单位",
  rules: "审核关系",
  charts: "图表",
  report: "报告",
  /** Very hidden: the template as it was written, so that what a person changed can be told. */
  origin: "_原模板",
} as const;

const RESERVED: ReadonlySet<string> = new Set(Object.values(TEMPLATE_SHEETS));

/** The name as Excel compares it: two sheets must differ in more than capital letters. */
export function sheetKey(name: string): string {
  return name.toLowerCase();
}

/** Can a form or list have its sheet under this name? */
export function canBeSheet(name: string): boolean {
  return sheetNameOf(name) === name && !RESERVED.has(name);
}
