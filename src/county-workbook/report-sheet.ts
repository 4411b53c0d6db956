/** 报告: the annual report as it is printed, and beside every paragraph the cells that its numbers come from. */
import { quoteSheetName } from "../workbook/address";
import type { CellStyle, SheetPlan } from "../workbook/plan";
import { type CountyContext, reportedNote } from "./county-context";
import { pageStarts, PARAGRAPH_STYLES, paragraphHeight, paragraphText, rowsOf } from "./report-look";
import type { Say } from "../findings/say";
import { SheetBuilder } from "../workbook/sheet-builder";
import { SHEETS } from "../county-layout/sheet-names";
import { shortName } from "../template/line-name";
import { HEADER, LINK, NOTE_WRAPPED, pages, TEXT, WARNING } from "../workbook/styles";
import type { Basis } from "../annual-report/basis";
import type { ReportParagraph, ReportRun } from "../annual-report/report-run";
import { reportText } from "../annual-report/report-text";
import { inGroups } from "./total-formula";
import { placesText, sumText } from "../annual-report/basis-text";

const COLUMNS = { text: 0, check: 1, firstBasis: 2 } as const;
const WIDTHS = { text: 78, check: 14, basis: 24 } as const;
const HEAD_ROW = 0;
const STANDING_ROW = 1;
/** Points: a number, its line, its cell. */
const CARD_HEIGHT = 48;
const NOTE_HEIGHT = 36;
const STANDING_HEIGHT = 24;

const CARD: CellStyle = { ...TEXT, size: 9, wrap: true, format: "@" };
const CARD_LINK: CellStyle = { ...LINK, size: 9, wrap: true, format: "@" };
const CHECK: CellStyle = { size: 9, bold: true, color: "8A2B0E", wrap: true, vertical: "center" };
const GAP_CARD: CellStyle = { ...WARNING, size: 9 };

/** Null where the template has no report. */
export function reportSheet(context: CountyContext): SheetPlan | null {
  const { say, counted, expected } = context;
  const paragraphs = reportText(context.consolidation).flatMap(rowsOf);
  if (paragraphs.length === 0) return null;
  const cards = paragraphs.map(({ runs }) => runs.filter((run) => run.source ?? run.gap));
  const most = Math.max(1, ...cards.map(({ length }) => length));
  const sheet = new SheetBuilder(SHEETS.report);
  putHead(sheet, most, say);
  const complete = counted === expected;
  if (!complete) {
    sheet.put(STANDING_ROW, COLUMNS.text, reportedNote(context), WARNING);
    sheet.height(STANDING_ROW, STANDING_HEIGHT);
  }
  const top = complete ? STANDING_ROW : STANDING_ROW + 1;
  const heights = paragraphs.map((paragraph, i) => rowHeight(paragraph, cards[i]!.length));
  paragraphs.forEach((paragraph, i) => {
    putParagraph(sheet, top + i, paragraph, cards[i]!, say);
    sheet.height(top + i, heights[i]!);
  });
  sheet.widths([WIDTHS.text, WIDTHS.check, ...Array.from({ length: most }, () => WIDTHS.basis)]);
  const bottom = top + paragraphs.length - 1;
  return sheet.build({
    freeze: { rows: HEAD_ROW + 1, columns: 0 },
    print: pages(say("report.page", { sheet: SHEETS.report }), {
      area: { top: STANDING_ROW, left: COLUMNS.text, bottom, right: COLUMNS.text },
      breaks: pageStarts(paragraphs, heights, complete ? 0 : STANDING_HEIGHT).map((i) => top + i),
    }),
  });
}

function putHead(sheet: SheetBuilder, most: number, say: Say): void {
  sheet.put(HEAD_ROW, COLUMNS.text, say("report.annual.note"), NOTE_WRAPPED);
  sheet.put(HEAD_ROW, COLUMNS.check, say("report.annual.check"), HEADER);
  const right = COLUMNS.firstBasis + most - 1;
  const area = { top: HEAD_ROW, left: COLUMNS.firstBasis, bottom: HEAD_ROW, right };
  sheet.merge(area, say("report.annual.basis"), { ...HEADER, horizontal: "left" });
  sheet.height(HEAD_ROW, NOTE_HEIGHT);
}

const rowHeight = (paragraph: ReportParagraph, cards: number): number =>
  Math.max(paragraphHeight(paragraph), cards > 0 ? CARD_HEIGHT : 0);

function putParagraph(
  sheet: SheetBuilder,
  row: number,
  paragraph: ReportParagraph,
  cards: readonly ReportRun[],
  say: Say,
): void {
  sheet.put(row, COLUMNS.text, paragraphText(paragraph), PARAGRAPH_STYLES[paragraph.role]);
  const check = checkFormula(cards, say);
  if (check !== null) sheet.formula(row, COLUMNS.check, check, null, CHECK);
  cards.forEach((run, i) => putCard(sheet, row, COLUMNS.firstBasis + i, run, say));
}

function putCard(sheet: SheetBuilder, row: number, column: number, { text, source }: ReportRun, say: Say) {
  if (!source) {
    sheet.put(row, column, say("report.annual.gap", { text: text.trim() }), GAP_CARD);
    return;
  }
  const place = source.operands.find((operand) => operand.place !== null)?.place ?? null;
  const card = cardText(text, source, say);
  if (place === null) sheet.put(row, column, card, CARD);
  else sheet.put(row, column, card, CARD_LINK, reference(place));
}

/** `530余篇`, `0308 撰写心得体会`, `汇总03 学习培训 E12：536篇`. */
function cardText(text: string, basis: Basis, say: Say): string {
  const { line, owner, year } = basis;
  const head = [
    typeof owner === "string" ? owner : "",
    year === "last" ? say("report.annual.lastYear") : "",
    line ? `${line.code} ${shortName(line.name)}` : "",
  ];
  const rest = [placesText(basis, say), sumText(basis, say)].filter((words) => words !== "");
  return [text, head.filter((words) => words !== "").join(" "), rest.join("：")]
    .filter((words) => words !== "")
    .join("\n");
}

/** Says so once a cell no longer holds what the paragraph says; null where the paragraph rests on no cell. */
function checkFormula(cards: readonly ReportRun[], say: Say): string | null {
  const cells = new Map(
    cards
      .flatMap(({ source }) => source?.operands ?? [])
      .flatMap(({ value, place }): [string, number][] =>
        // The number of units is part of a sentence there, not a number.
        place === null || place.startsWith(`${SHEETS.status}!`) ? [] : [[reference(place), value]],
      ),
  );
  if (cells.size === 0) return null;
  const same = [...cells].map(([cell, value]) => `ABS(${cell}-(${value}))<0.000001`);
  const changed = `"${say("report.annual.changed")}"`;
  return `IFERROR(IF(AND(${inGroups(same, "AND")}),"",${changed}),${changed})`;
}

/** `汇总02 五老队伍!E8` as a formula names it. */
function reference(place: string): string {
  const at = place.lastIndexOf("!");
  return `${quoteSheetName(place.slice(0, at))}!${place.slice(at + 1)}`;
}
