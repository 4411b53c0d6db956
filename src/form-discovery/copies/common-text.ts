/** What several units' texts at one place have in common: the form's own words, without names, days and signatures. */
import { fold } from "../../workbook/fold";
import { withoutSigner } from "../personal-cells";
import { majority } from "./evidence";

export interface UnitText {
  readonly text: string;
  /** The unit's name; null where it is not known. */
  readonly unit: string | null;
}

/**
 * `填报单位：头道镇` and `填报单位：榆林镇` → `填报单位：`; `头道镇情况表` and `榆林镇情况表` → `情况表`; empty where nothing is
 * certain to be the form's.
 */
export function commonText(texts: readonly UnitText[]): string {
  const plain = texts.map(({ text, unit }) => withoutUnit(withoutPersons(text), unit));
  const whole = majority(plain.map(squeezed));
  if (whole !== null) return plain.find((text) => squeezed(text) === whole)!.trim();
  const undated = plain.map((text) => text.replace(DIGITS, " "));
  const words = majority(undated.map(squeezed));
  if (words !== null) return undated.find((text) => squeezed(text) === words)!.trim();
  return captionIn(plain);
}

/** Without who signed and on which day: `填表人：张三 填报日期：2020年6月30日` → `填表人： 填报日期：`. */
export function withoutPersons(text: string): string {
  return withoutSigner(text).replace(DAY, "$1");
}

const DAY =
  /((?:日期|时间)\s*[:：])\s*(?:19|20)?\d{2}\s*[-年./]\s*\d{1,2}(?:\s*[-月./]\s*\d{0,2}\s*[日号]?)?/g;

/** Has the text a telephone or identity number in it? Such a one is a person's, whoever else has it too. */
export function isContact(text: string): boolean {
  return /(?<!\d)(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8}|\d{17}[\dXx])(?!\d)/.test(fold(text).replace(/\s/g, ""));
}

/** Days and other numbers that somebody wrote in: `2020年6月30日` → ` 年 月 日`. */
const DIGITS = /\d+(?:\.\d+)?/g;

function squeezed(text: string): string {
  return fold(text).replace(/\s+/g, "");
}

function withoutUnit(text: string, unit: string | null): string {
  return unit === null || unit.length < 2 ? text : text.split(unit).join("");
}

/** The longest beginning that most have, up to a colon. */
function captionIn(texts: readonly string[]): string {
  const starts = texts.map((text) => /^[^:：]{1,20}[:：]/.exec(text.trim())?.[0] ?? "");
  const caption = majority(starts.map(squeezed));
  return caption === null || caption === "" ? "" : starts.find((start) => squeezed(start) === caption)!;
}
