/** Which unit a filled copy says it is of, before any list of units is known. */
import { fold } from "../../workbook/fold";
import { isCaption, measureOf, NAME_OF_UNIT, UNIT } from "../captions";
import { tidy } from "../grid";
import { withoutPeriod } from "../periods";
import { bare } from "../words";
import type { CopySheet } from "./copy-sheet";

/** Captions are in the first rows. */
const HEAD_ROWS = 12;
const LONGEST_NAME = 40;
const UNIT_NAME =
  /(?:街道(?:办事处)?|办事处|政府|[镇乡村局委办院校]|[中小大]学|幼儿园|社区|公司|中心|厂|银行|支行|分行|[站所队部处科室场馆会店])$/;

/** 头道镇, 市教育局, 第一中学; not 1月, Sheet1, 汇总表. */
export function isUnitName(text: string): boolean {
  const name = bare(fold(text));
  return name.length >= 2 && name.length <= LONGEST_NAME && UNIT_NAME.test(name) && !/\d{4}年/.test(name);
}

/** What is written behind the caption of the unit, `填报单位（盖章）：头道镇`, in its cell or beside it; null for nothing. */
export function unitOnSheet(copy: CopySheet): string | null {
  for (const { row, column } of copy.words) {
    if (row >= HEAD_ROWS) return null;
    const cell = copy.at(row, column)!;
    const text = tidy(String(cell.value));
    if (measureOf(text) !== null) continue;
    const [whole, , colon] = UNIT.exec(text) ?? NAME_OF_UNIT.exec(text) ?? [];
    if (whole === undefined) continue;
    const written = fold(String(cell.value));
    const behind = colon === ":" ? nameIn(written.slice(written.search(/[:]/) + 1)) : null;
    const name = behind ?? beside(copy, row, column, colon === ":");
    if (name !== null) return name;
  }
  return null;
}

/** The next cell of the row that holds a text; without a colon it must look like a name, else it is a heading. */
function beside(copy: CopySheet, row: number, column: number, hasColon: boolean): string | null {
  for (let next = column + 1; next < copy.columns; next++) {
    const cell = copy.at(row, next);
    if (cell === undefined || cell.kind === "empty") continue;
    if (cell.kind !== "text" || isCaption(tidy(String(cell.value)))) return null;
    const name = nameIn(fold(String(cell.value)));
    return name !== null && (hasColon || isUnitName(name)) ? name : null;
  }
  return null;
}

/** `头道镇（盖章）   2020年6月` → `头道镇`. */
function nameIn(text: string): string | null {
  const [first = ""] = text.trim().split(/\s{2,}|\n/);
  const name = withoutPeriod(first.replace(/\((?:盖章|公章|签章|章)\)/g, ""))
    .replace(/\s\S{1,14}:.*$/, "")
    .trim();
  return name === "" || name.length > LONGEST_NAME || !/\p{L}/u.test(name) || /[:_]/.test(name) ? null : name;
}
