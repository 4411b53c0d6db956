/**
 * How the annual report looks on paper: fonts and sizes as official documents have them (GB/T 9704-2012, 7.3), 二号 for
 * the title and 三号 for the text. Excel shows 宋体 where a font is not installed.
 */
import { beginningOf } from "../workbook/limits";
import { halfWidths } from "../workbook/text-lines";
import type { CellStyle } from "../workbook/plan";
import type { ReportParagraph, ReportRun } from "../annual-report/report-run";

type Role = ReportParagraph["role"];

const BODY_SIZE = 16;
/** Two full-width spaces, as every paragraph begins. */
const INDENT = "　　";
/** A line of 三号 holds 28 characters on A4; one less, as no two programs break lines alike. */
const LINE = 27;
/** Of 二号. */
const TITLE_LINE = 19;
/** Points. */
const LINE_HEIGHT = 22;
const TITLE_HEIGHT = 36;
/** A4 upright without its margins, less what a printer's own measure may take. */
const PAGE_HEIGHT = 842 - 2 * 54 - 12;
/** Excel allows 409 points for a row. */
const MOST_LINES = 17;
const MOST_TITLE_LINES = 11;
/** Cells that the check beside a row compares: a formula has no room for more. */
const MOST_OPERANDS = 60;

const PARAGRAPH: CellStyle = { font: "仿宋", size: BODY_SIZE, wrap: true, vertical: "center" };

export const PARAGRAPH_STYLES: Readonly<Record<Role, CellStyle>> = {
  title: { font: "方正小标宋简体", size: 22, wrap: true, horizontal: "center", vertical: "center" },
  chapter: { ...PARAGRAPH, font: "黑体", bold: true },
  section: { ...PARAGRAPH, font: "楷体" },
  text: PARAGRAPH,
  signature: { ...PARAGRAPH, horizontal: "right" },
};

/** What is in the paragraph's cell. */
export function paragraphText({ role, runs }: ReportParagraph): string {
  const text = runs.map((run) => run.text).join("");
  if (role === "title") return text;
  return role === "signature" ? text + INDENT : INDENT + text;
}

/** Points that the paragraph takes. */
export function paragraphHeight(paragraph: ReportParagraph): number {
  const text = paragraphText(paragraph);
  if (paragraph.role === "title") return Math.ceil(widthOf(text) / TITLE_LINE) * TITLE_HEIGHT + 12;
  return linesOf(text) * LINE_HEIGHT + 4;
}

/**
 * The paragraphs that begin a page, the first aside. A heading is on the page of what it heads; the signature is not
 * alone. `heights` are those of the rows, `used` what is above them, in points.
 */
export function pageStarts(
  paragraphs: readonly ReportParagraph[],
  heights: readonly number[],
  used: number,
): number[] {
  const starts: number[] = [];
  let left = PAGE_HEIGHT - used;
  for (let first = 0; first < paragraphs.length;) {
    let last = first;
    while (last + 1 < paragraphs.length && staysWithNext(paragraphs, last)) last++;
    const height = heights.slice(first, last + 1).reduce((sum, each) => sum + each, 0);
    if (height > left && first > 0) {
      starts.push(first);
      left = PAGE_HEIGHT;
    }
    left -= height;
    first = last + 1;
  }
  return starts;
}

function staysWithNext(paragraphs: readonly ReportParagraph[], i: number): boolean {
  const { role } = paragraphs[i]!;
  return role === "chapter" || role === "section" || paragraphs[i + 1]!.role === "signature";
}

/**
 * A paragraph that no row could hold goes on in the next, so that nothing is cut off: cut behind a full stop; within a
 * sentence only where that alone is too long.
 */
export function rowsOf({ role, runs }: ReportParagraph): ReportParagraph[] {
  const rows: { role: Role; runs: ReportRun[] }[] = [];
  for (const run of runs.flatMap((each) => sentences(each, roomFor(role)))) {
    const last = rows.at(-1);
    const text = last ? INDENT + last.runs.map((each) => each.text).join("") + run.text : "";
    const operands = [...(last?.runs ?? []), run].flatMap(({ source }) => source?.operands ?? []);
    if (last && widthOf(text) <= roomFor(role) && operands.length <= MOST_OPERANDS) last.runs.push(run);
    else rows.push({ role, runs: [run] });
  }
  return rows;
}

/** Plain text sentence by sentence; a number stays whole. */
function sentences(run: ReportRun, room: number): ReportRun[] {
  if (run.source || run.gap) return [run];
  const texts = run.text.match(/[^。]*。|[^。]+$/g) ?? [];
  return texts.flatMap((text) => pieces(text, room - INDENT.length)).map((text) => ({ text }));
}

/** A sentence that no row could hold, cut behind a comma where there is one. */
function pieces(sentence: string, room: number): string[] {
  const parts: string[] = [];
  for (let rest = sentence; rest !== "";) {
    const most = beginningOf(rest, room);
    const stop = most === rest ? -1 : Math.max(...["；", "，", "、"].map((sign) => most.lastIndexOf(sign)));
    const part = stop > 0 ? most.slice(0, stop + 1) : most;
    parts.push(part);
    rest = rest.slice(part.length);
  }
  return parts;
}

/** Full-width characters that a row can hold. */
function roomFor(role: Role): number {
  return role === "title" ? MOST_TITLE_LINES * TITLE_LINE : MOST_LINES * LINE;
}

function linesOf(text: string): number {
  return Math.max(1, Math.ceil(widthOf(text) / LINE));
}

/** In full-width characters; digits and Latin letters take half of one. */
function widthOf(text: string): number {
  return halfWidths(text) / 2;
}
