/**
 * The sentences of the report: plain text with placeholders in braces.
 *
 *   {0102}                     the county's figure with its measure: 218 个, 80.7%
 *   {0701 万元}                 yuan in 万元: 35.6 万元
 *   {0308 约}                   as people round it: 530 余篇, 近万人次
 *   {0201 比上年}                the change on last year: 比上年增加 135 人, 提高 8 个百分点, 与上年持平
 *   {0201 上年}  {0118 占比}      last year's figure; the share of units that answer 是
 *   {0118 单位}  {0118 单位3}    the units that answer 是, or whose text says something; the first three of them, and 等
 *   {0401 前2}                   the units with the largest figures: 台上镇 5 场、清河镇 4 场; equal ones together
 *   {=0216/0201*100 %}          an expression of the rule language, and its measure
 *   {项 0202~0207 前3}           the largest of several lines: 老教师 530 人、老干部 210 人
 *   {项 0202~0207 前3 占0201}    the same with their shares of a line
 *   {例 L5[名称] 2}              examples from a list
 *   {说明 0201}                  the units' own explanations of large changes
 *   {年} {期} {县} {级} {委员会} {应报} {已报} {日期}   {级} is the last word of the county's name: 市, 县
 *   {填 明年的打算}               what staff write by hand
 */
import { fold } from "../workbook/fold";
export type ReportWord =
  "year" | "period" | "county" | "level" | "committee" | "expected" | "reported" | "date";

/** How a line's figure is put. */
export type FigureForm =
  "plain" | "tenThousand" | "approximate" | "change" | "lastYear" | "share" | "units" | "top";

export type ReportPiece =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "word"; readonly word: ReportWord }
  | { readonly type: "figure"; readonly code: string; readonly form: FigureForm; readonly count: number }
  | { readonly type: "expression"; readonly expression: string; readonly measure: string }
  | {
      readonly type: "largest";
      /** As SUM takes them: `0202~0207`, `0302,0304`. */
      readonly lines: string;
      readonly count: number;
      /** The line that they are parts of; null where shares are not wanted. */
      readonly whole: string | null;
    }
  | { readonly type: "examples"; readonly list: string; readonly column: string; readonly count: number }
  | { readonly type: "reasons"; readonly code: string }
  | { readonly type: "byHand"; readonly what: string };

/** Where a placeholder cannot be understood. `position` is the offset of its brace in the text as written. */
export interface ReportTextError {
  readonly kind: "reportTextError";
  readonly code: "unclosed" | "unopened" | "unknownPlaceholder";
  readonly position: number;
  /** What is between the braces. */
  readonly token: string;
}

const WORDS: Readonly<Record<string, ReportWord>> = {
  年: "year",
  期: "period",
  县: "county",
  级: "level",
  委员会: "committee",
  应报: "expected",
  已报: "reported",
  日期: "date",
};

const FORMS: Readonly<Record<string, FigureForm>> = {
  万元: "tenThousand",
  约: "approximate",
  比上年: "change",
  上年: "lastYear",
  占比: "share",
  单位: "units",
};

export function isReportTextError(result: object): result is ReportTextError {
  return "kind" in result && result.kind === "reportTextError";
}

/** Takes a sentence apart. Codes and columns are not looked up: who knows the template does that. */
export function parseReportText(written: string): readonly ReportPiece[] | ReportTextError {
  // A Chinese keyboard gives full-width braces.
  const text = written.replace(/｛/g, "{").replace(/｝/g, "}");
  const pieces: ReportPiece[] = [];
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf("{", at);
    const end = open < 0 ? text.length : open;
    const plain = text.slice(at, end);
    if (plain.includes("}")) return error("unopened", at + plain.indexOf("}"), "}");
    if (plain !== "") pieces.push({ type: "text", text: plain });
    if (open < 0) break;
    const close = text.indexOf("}", open);
    if (close < 0) return error("unclosed", open, text.slice(open + 1, open + 20));
    const token = text.slice(open + 1, close);
    const piece = placeholder(fold(token).trim());
    if (piece === null) return error("unknownPlaceholder", open, token);
    pieces.push(piece);
    at = close + 1;
  }
  return pieces;
}

function error(code: ReportTextError["code"], position: number, token: string): ReportTextError {
  return { kind: "reportTextError", code, position, token };
}

function placeholder(token: string): ReportPiece | null {
  const word = WORDS[token];
  if (word !== undefined) return { type: "word", word };
  if (token.startsWith("=")) return expression(token.slice(1).trim());
  const examples = /^例\s*([^\s[\]]+)\s*\[([^[\]]+)\]\s*(\d{1,2})?$/.exec(token);
  if (examples) {
    const [, list, column, count] = examples;
    return { type: "examples", list: list!, column: column!.trim(), count: Number(count ?? 2) };
  }
  const largest = /^项\s+(\S.*?)\s+前(\d{1,2})(?:\s+占\s*(\S+))?$/.exec(token);
  if (largest) {
    const [, lines, count, whole] = largest;
    return { type: "largest", lines: lines!, count: Number(count), whole: whole ?? null };
  }
  const byHand = /^填\s*(\S.*)$/.exec(token);
  if (byHand) return { type: "byHand", what: byHand[1]! };
  const reasons = /^说明\s*(\S+)$/.exec(token);
  if (reasons) return { type: "reasons", code: reasons[1]! };
  return figure(token);
}

/** The measure is what is behind the last space. */
function expression(text: string): ReportPiece | null {
  const [, formula, measure] = /^(.*\S)\s+(\S+)$/.exec(text) ?? [];
  if (text === "") return null;
  return { type: "expression", expression: formula ?? text, measure: measure ?? "" };
}

function figure(token: string): ReportPiece | null {
  const [, code, how = ""] = /^(\S+?)(?:\s+(\S+))?$/.exec(token) ?? [];
  if (code === undefined) return null;
  const [, first, count] = /^(前|单位)(\d{1,2})$/.exec(how) ?? [];
  if (first !== undefined)
    return { type: "figure", code, form: first === "前" ? "top" : "units", count: Number(count) };
  const form = how === "" ? "plain" : FORMS[how];
  return form === undefined ? null : { type: "figure", code, form, count: 0 };
}
