/** The unit's name and the period at their places on an office's own sheet, in the words and style of the office. */
import { lastDayOf, monthsOf } from "../workbook/period";
import type { Caption, OwnSheet } from "./own-sheet";

export interface FilledCaption {
  readonly row: number;
  readonly column: number;
  readonly value: string;
}

export function filledUnit(own: OwnSheet, name: string): FilledCaption | null {
  return filled(own, own.unit, (label, rest) => withName(label, rest, name));
}

export function filledPeriod(own: OwnSheet, period: string): FilledCaption | null {
  return filled(own, own.period, (label, rest) => withPeriod(label, rest, period));
}

function filled(
  own: OwnSheet,
  caption: Caption | undefined,
  fill: (label: string, rest: string) => string,
): FilledCaption | null {
  if (!caption) return null;
  const { row, column, label } = caption;
  const written = own.texts?.find((text) => text.row === row && text.column === column)?.text ?? label;
  const at = label === "" ? 0 : written.indexOf(label) + label.length;
  const rest = written.slice(at < label.length ? label.length : at);
  const place = label !== "" && rest.trim() === "" ? lineBeside(own, row, column) : null;
  if (place !== null) return { row, column: place, value: fill("", "").trim() };
  return { row, column, value: fill(written.slice(0, written.length - rest.length), rest) };
}

/** An empty merged area beside the label is a line to write on. */
function lineBeside({ merges = [], texts = [] }: OwnSheet, row: number, column: number): number | null {
  const label = merges.find(({ top, left }) => top === row && left === column);
  const next = (label?.right ?? column) + 1;
  const line = merges.find(({ top, left, right }) => top === row && left === next && right > left);
  const isEmpty = !texts.some((text) => text.row === row && text.column === next);
  return line && isEmpty ? next : null;
}

const GAP = "\u3000\u3000";
/** Blanks, dots and lines to write on. */
const ROOM = /^[\s_＿.．…·]*/;
/** Two blanks, or a note in brackets, end a name. */
const NAME = /^(?:[^\s(（]|\s(?![\s]))*/;
const SUFFIX = /^(?:乡镇|镇|乡|街道|县|市|区|局|单位)?(?:\s*[(（](?:乡镇?|镇|街道|办事处)[)）])?/;

/** `填报单位：________（盖章）` → `填报单位：台上镇（盖章）`. */
function withName(label: string, rest: string, name: string): string {
  if (label === "" && rest.trim() !== "") return isRoom(rest) ? name : `${rest.trim()}：${name}`;
  const room = ROOM.exec(rest)![0];
  const behind = rest.slice(room.length);
  const isOther = /^[^\s]{1,14}[:：]/.test(behind) || /^[\d_]*\s*年/.test(behind);
  if (isOther) return label + name + (room.length > 1 ? room : GAP) + behind;
  const left = room.length > 0 ? behind.replace(SUFFIX, "") : behind.replace(NAME, "");
  return label + name + left.trimEnd();
}

/** A place that holds somebody else's name, or signs that one belongs there. */
function isRoom(text: string): boolean {
  return /^[(（]?[×xX*某○〇\s_…]+|^[(（].*[)）]$/.test(text.trim());
}

const YEAR = String.raw`(?:(?:19|20)\d{2}|[〇○零一二三四五六七八九]{4}|[\s_×xX]*)`;
const N = String.raw`[\d\s_×xX]*`;
const PIECE = new RegExp(
  [
    String.raw`(?:19|20)\d{2}\s*[-./]\s*\d{1,2}(?:\s*[-./]\s*\d{1,2})?`,
    String.raw`${YEAR}年(?:度?\s*[上下]半年|度?[\s_]*第?[\s_一二三四1-4]*季度?|${N}(?:[-~—–至到]+${N})?月份?(?:${N}日)?|度)?`,
    String.raw`[\s_]*(?:19|20)\d{2}(?![\d.])`,
  ].join("|"),
);
const DAY = new RegExp(String.raw`${YEAR}年${N}月${N}日`);

/** `统计期间：    年   月` → `统计期间：2020年6月`; what else the text says stays. */
function withPeriod(label: string, rest: string, period: string): string {
  const between = new RegExp(`(${PIECE.source})[-~—–至到]+(?:${PIECE.source})`).exec(rest);
  if (between && DAY.test(between[1]!)) {
    const first = `${monthsOf(period)[0]!}-01`;
    const text = `${inStyle("年月日", period, first)}至${inStyle("年月日", period)}`;
    return label + rest.replace(between[0], text);
  }
  const piece = PIECE.exec(rest)?.[0];
  if (piece !== undefined) return label + rest.replace(piece, inStyle(piece, period));
  const behind = rest.replace(ROOM, "");
  return label + inStyle(/日\s*期/.test(label) ? "日" : "", period) + (behind === "" ? "" : GAP + behind);
}

/** The period as the office writes it: as a day, a month, a quarter, a half or a year. */
function inStyle(style: string, period: string, day = lastDayOf(period)): string {
  const [year, month, date] = day.split("-") as [string, string, string];
  const isPadded = /年\s*0\d\s*月/.test(style);
  const n = (text: string): string => (isPadded ? text : String(Number(text)));
  if (/日/.test(style)) return `${year}年${n(month)}月${n(date)}日`;
  const [, sign] = /\d{4}\s*([-./])/.exec(style) ?? [];
  if (sign !== undefined) {
    const hasDay = new RegExp(String.raw`\d{4}\s*[-./]\s*\d{1,2}\s*[-./]`).test(style);
    const padded = /[-./]\s*0\d/.test(style) || sign === "-";
    const parts = [month, ...(hasDay ? [date] : [])].map((part) => (padded ? part : String(Number(part))));
    return [year, ...parts].join(sign);
  }
  const [, dash] = /\d\s*([-~—–至到]+)\s*[\d\s_]*月/.exec(style) ?? [];
  if (dash !== undefined) return `${year}年1${dash}${Number(month)}月`;
  return words(period, style, n);
}

function words(period: string, style: string, n: (text: string) => string): string {
  const year = period.slice(0, 4);
  const [, half, quarter, month] = /^\d{4}(?:H([12])|Q([1-4])|-(\d{2}))?$/.exec(period) ?? [];
  if (half !== undefined) return `${year}年${half === "1" ? "上" : "下"}半年`;
  if (quarter !== undefined) {
    const number = /[1-4]\s*季/.test(style) ? quarter : "一二三四"[Number(quarter) - 1]!;
    return `${year}年${/\d年[一二三四1-4]\s*季/.test(style) ? "" : "第"}${number}季度`;
  }
  if (month !== undefined) return `${year}年${n(month)}月${/月份/.test(style) ? "份" : ""}`;
  if (style !== "" && !style.includes("年")) return year;
  return `${year}年${style.includes("年度") ? "度" : ""}`;
}
