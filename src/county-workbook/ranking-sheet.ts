/** 考核排名: the ranking by groups, where points were lost, and the text of a notice. */
import { lostPoints, type LostPoints } from "../consolidation/lost-points";
import type { RankedUnit } from "../consolidation/ranking";
import { SHEETS } from "../county-layout/sheet-names";
import { periodText, type Say } from "../findings/say";
import type { ChartPlan, SheetPlan } from "../workbook/plan";
import { fifteenDigits } from "../workbook/rounding";
import { SheetBuilder } from "../workbook/sheet-builder";
import {
  CENTERED,
  HEADER,
  NOTE_WRAPPED,
  pages,
  SECTION,
  TEXT,
  TITLE,
  valueStyle,
  WRAPPED,
} from "../workbook/styles";
import { textLines } from "../workbook/text-lines";
import type { CountyContext } from "./county-context";
import { rankingNotice } from "./ranking-notice";

const COLUMNS = [
  ["group", 12],
  ["rank", 8],
  ["unit", 20],
  ["selfScore", 10],
  ["countyScore", 10],
  ["grade", 10],
  ["lastRank", 10],
  ["veto", 36],
] as const;
const LOST = ["item", "points", "average", "scoreRate", "lostPoints", "losers"] as const;
const RIGHT = COLUMNS.length - 1;
const WIDTH = COLUMNS.reduce((sum, [, width]) => sum + width, 0);
const HEAD_ROW = 2;
const POINTS = "General";
const CHART_ROWS = 16;
const MOST_LOSERS = 4;

/** Null where nothing is ranked. */
export function rankingSheet(context: CountyContext): SheetPlan | null {
  const { consolidation, say } = context;
  const { template, period, ranking, submissions } = consolidation;
  if (!ranking || !template.scoring) return null;
  const lost = lostPoints(template, submissions);
  const sheet = new SheetBuilder(SHEETS.ranking);
  sheet.put(0, 0, say("report.ranking.title", { period: periodText(period, say) }), TITLE);
  sheet.height(0, 28);
  putNote(sheet, say(noteKey(context), { count: ranking.filter(({ score }) => score === null).length }));
  COLUMNS.forEach(([key], column) => sheet.put(HEAD_ROW, column, say(`report.head.${key}`), HEADER));
  ranking.forEach((each, i) => putUnit(sheet, HEAD_ROW + 1 + i, each));
  let top = HEAD_ROW + ranking.length + 2;
  const charts: ChartPlan[] = [];
  if (lost.length > 0) {
    const chart = putLost(sheet, top, lost, context);
    top += lost.length + 3;
    charts.push({ ...chart, anchor: { top, left: 0, bottom: top + CHART_ROWS - 1, right: RIGHT } });
    top += CHART_ROWS + 1;
  }
  const notice = rankingNotice(
    { name: template.name, period, scoring: template.scoring, ranking, lost },
    say,
  );
  if (notice.length > 0) putNotice(sheet, top, notice, context);
  sheet.widths(COLUMNS.map(([, width]) => width));
  return sheet.build({
    freeze: { rows: HEAD_ROW + 1, columns: 0 },
    charts: charts.filter(() => lost.some(({ average }) => average !== null)),
    print: pages(say("report.page", { sheet: SHEETS.ranking }), {
      titleRows: { first: HEAD_ROW, last: HEAD_ROW },
    }),
  });
}

function noteKey({ consolidation: { ranking, evidence } }: CountyContext): string {
  const isOpen = ranking!.some(({ score }) => score === null);
  return `report.ranking.${isOpen ? "open" : "complete"}${evidence ? "" : "NoEvidence"}`;
}

function putNote(sheet: SheetBuilder, note: string): void {
  sheet.merge({ top: 1, left: 0, bottom: 1, right: RIGHT }, note, NOTE_WRAPPED);
  sheet.height(1, 14 * textLines(note, WIDTH) + 4);
}

function putUnit(sheet: SheetBuilder, row: number, ranked: RankedUnit): void {
  const { group, rank, unit, self, score, grade, lastRank, veto } = ranked;
  sheet.put(row, 0, group, CENTERED);
  sheet.put(row, 1, rank, CENTERED);
  sheet.put(row, 2, unit.name, TEXT);
  sheet.put(row, 3, self, valueStyle(POINTS));
  sheet.put(row, 4, score, valueStyle(POINTS, { total: true }));
  sheet.put(row, 5, grade, CENTERED);
  sheet.put(row, 6, lastRank, CENTERED);
  sheet.put(row, 7, veto, WRAPPED);
  sheet.height(row, 20);
}

/** The items, those in which the county is weakest first, and the chart over them; its place is left to the caller. */
function putLost(
  sheet: SheetBuilder,
  top: number,
  lost: readonly LostPoints[],
  { say }: CountyContext,
): Omit<ChartPlan, "anchor"> {
  const rate = ({ average, line }: LostPoints): number | null =>
    average === null || line.max <= 0 ? null : fifteenDigits((average / line.max) * 100);
  const rows = [...lost].sort((a, b) => (rate(a) ?? Infinity) - (rate(b) ?? Infinity) || 0);
  const head = top + 1;
  sheet.put(top, 0, say("report.ranking.lost"), SECTION);
  // The item takes the first three columns, the units that lost points the last two.
  const at = [0, 3, 4, 5, 6, 7] as const;
  LOST.forEach((key, i) => {
    const area = { top: head, left: at[i]!, bottom: head, right: i === 0 ? 2 : at[i]! };
    sheet.merge(area, say(`report.head.${key}`), HEADER);
  });
  rows.forEach((each, i) => {
    const row = head + 1 + i;
    const { line, average, losers } = each;
    sheet.merge({ top: row, left: 0, bottom: row, right: 2 }, line.name, WRAPPED);
    sheet.put(row, 3, line.max, valueStyle(POINTS));
    sheet.put(row, 4, average, valueStyle("0.0"));
    sheet.put(row, 5, rate(each), valueStyle("0.0"));
    sheet.put(row, 6, each.lost, valueStyle(POINTS));
    const text = losersText(losers, say);
    sheet.put(row, 7, text, WRAPPED);
    sheet.height(row, Math.max(20, 13 * textLines(text ?? "", 34) + 6));
  });
  const column = (index: number, from: number, to: number) => ({
    sheet: sheet.name,
    area: { top: from, left: index, bottom: to, right: index },
  });
  const [first, last] = [head + 1, head + rows.length];
  return {
    name: "汇总_得分率",
    title: say("report.ranking.chart"),
    description: say("report.ranking.chartWhat"),
    kind: "bar",
    axisMinimum: 0,
    axisMaximum: 100,
    axisTitle: "%",
    legend: "none",
    categories: column(0, first, last),
    series: [
      { name: column(5, head, head), values: column(5, first, last), labels: true, labelFormat: "0.0" },
    ],
  };
}

/** `市法院 −5、市民政局 −5 等 7 个`: those that lost most. */
function losersText(losers: LostPoints["losers"], say: Say): string | null {
  if (losers.length === 0) return null;
  const names = losers.slice(0, MOST_LOSERS).map(({ unit, lost }) => `${unit} −${lost}`);
  const list = names.join(say("report.enumerate"));
  const more = losers.length - names.length;
  return more === 0 ? list : say("report.enumerate.more", { list, count: losers.length, more });
}

function putNotice(
  sheet: SheetBuilder,
  top: number,
  notice: readonly string[],
  { say }: CountyContext,
): void {
  sheet.put(top, 0, say("report.ranking.notice"), SECTION);
  notice.forEach((text, i) => {
    const row = top + 1 + i;
    sheet.merge({ top: row, left: 0, bottom: row, right: RIGHT }, text, { wrap: true, vertical: "top" });
    sheet.height(row, 15 * textLines(text, WIDTH - 6) + 6);
  });
}
