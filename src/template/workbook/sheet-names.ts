import { freeSheetName } from "../../workbook/free-sheet-name";
import { sheetNameOf } from "../sheet-name";

/** The template workbook's sheets. The names are part of the format, in every language of the interface. */
export const TEMPLATE_SHEETS = {
  about: "说明",
  /** Of the forms that are the office's own sheets. */
  columns: "栏目",
  indicators: "指标",
  lists: "明细表",
  units: "单位",
  rules: "审核关系",
  charts: "图表",
  report: "报告",
  /** How units are scored and ranked; there where they are. */
  scoring: "考核办法",
  /** Very hidden: the template as it was written, so that what a person changed is known. */
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

/**
 * The name of an own sheet in the template workbook: its own, or with a number behind where one of ours has it.
 * @param forms the ids of all forms
 */
export function ownSheetName(name: string, forms: readonly string[]): string {
  const ours = [...RESERVED].map(sheetKey);
  if (!ours.includes(sheetKey(name))) return name;
  const others = forms.filter((form) => form !== name).map(sheetKey);
  return freeSheetName(name, new Set([...ours, ...others]));
}
