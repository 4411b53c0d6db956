/** 督导评分: every item of every unit with its own score, its reason and the evidence; the county types its scores here. */
import { countyLines } from "../consolidation/contributions";
import { SHEETS } from "../county-layout/sheet-names";
import { scoredUnits } from "../template/scored-units";
import type { ScoredLine } from "../template/scoring";
import { indexTemplate } from "../template/template-index";
import type { Template } from "../template/template";
import { lineOf } from "../validation/facts";
import { toA1 } from "../workbook/address";
import type { CellStyle, SheetPlan, ValidationPlan } from "../workbook/plan";
import { figureFormat } from "../workbook/figure-format";
import { SheetBuilder } from "../workbook/sheet-builder";
import { CENTERED, HEADER, NOTE_WRAPPED, pages, TEXT, TITLE, valueStyle, WRAPPED } from "../workbook/styles";
import { textLines } from "../workbook/text-lines";
import { fold } from "../workbook/fold";
import type { CellValue, Sheet } from "../workbook/workbook";
import type { CountyContext } from "./county-context";
import type { MachineFacts } from "./machine-sheet";
import { SheetTable } from "./sheet-table";

/** By the heads that 机读信息 records of these columns, the sheet is read again. */
export const SCORES_TABLE = new SheetTable([
  ["unit", 16],
  ["item", 18],
  ["points", 7],
  ["selfScore", 9],
  ["countyScore", 9],
  ["lostReason", 34],
  ["evidence", 10],
  ["bound", 10],
]);

const HEAD_ROW = 2;
const POINTS = "General";
/** What is to be typed. */
const OPEN: CellStyle = { ...valueStyle(POINTS), fill: "FFF9E5" };
const OPEN_TEXT: CellStyle = { ...WRAPPED, fill: "FFF9E5" };

/** Null where the template has no scores of the county's. */
export function writeScoresSheet({ consolidation, say }: CountyContext): SheetPlan | null {
  const { template, submissions, evidence } = consolidation;
  const lines = (template.scoring?.lines ?? []).filter(({ score }) => score !== undefined);
  if (lines.length === 0) return null;
  const { indicators } = indexTemplate(template);
  const sheet = new SheetBuilder(SHEETS.scores);
  const right = SCORES_TABLE.columns.length - 1;
  sheet.put(0, 0, say("report.scores.title"), TITLE);
  sheet.height(0, 28);
  const note = evidence
    ? say("report.scores.noteEvidence", { name: evidence.name, period: evidence.period })
    : say("report.scores.note");
  sheet.merge({ top: 1, left: 0, bottom: 1, right }, note, NOTE_WRAPPED);
  sheet.height(1, 44);
  SCORES_TABLE.putHeads(sheet, HEAD_ROW, say, HEADER);
  const validations: ValidationPlan[] = [];
  let row = HEAD_ROW;
  for (const unit of scoredUnits(template)) {
    // Nothing that is typed for a unit without a report would be read again.
    const submission = submissions.find((each) => each.unit?.name === unit.name);
    if (!submission) continue;
    const valueOf = (item: string | undefined): CellValue =>
      (item === undefined ? null : lineOf(submission, indicators, item)?.current.value) ?? null;
    for (const line of lines) {
      row++;
      const { figure = null, bound = null } = evidence?.units.get(unit.name)?.lines.get(line.name) ?? {};
      const reason = valueOf(line.reason);
      SCORES_TABLE.putRow(sheet, row, {
        unit: [unit.name, TEXT],
        item: [line.name, WRAPPED],
        points: [line.max, CENTERED],
        selfScore: [valueOf(line.self), valueStyle(POINTS)],
        countyScore: [valueOf(line.score), OPEN],
        lostReason: [reason, OPEN_TEXT],
        evidence: [figure, valueStyle(figureFormat(figure))],
        bound: [bound, valueStyle(figureFormat(bound))],
      });
      sheet.height(row, Math.min(120, Math.max(20, 13 * textLines(String(reason ?? ""), 34) + 6)));
      validations.push(...limits(line, row, say("report.scores.limit", { item: line.name, most: line.max })));
    }
  }
  sheet.widths(SCORES_TABLE.columns.map(([, width]) => width));
  return sheet.build({
    freeze: { rows: HEAD_ROW + 1, columns: 2 },
    autoFilter: { top: HEAD_ROW, left: 0, bottom: row, right },
    validations: joined(validations),
    print: pages(say("report.page", { sheet: SHEETS.scores }), {
      titleRows: { first: HEAD_ROW, last: HEAD_ROW },
    }),
  });
}

function limits({ max }: ScoredLine, row: number, error: string): ValidationPlan[] {
  const column = SCORES_TABLE.column("countyScore");
  return [
    {
      area: { top: row, left: column, bottom: row, right: column },
      type: "decimal",
      operator: "between",
      formula1: String(Math.min(0, max)),
      formula2: String(Math.max(0, max)),
      severity: "warning",
      error,
    },
  ];
}

/** Excel takes some thousands of validations; in a county of hundreds of units findings alone say so. */
function joined(validations: readonly ValidationPlan[]): readonly ValidationPlan[] {
  return validations.length > 2000 ? [] : validations;
}

/** What the county typed for an item of a unit, and where. */
export interface TypedScore {
  readonly value: CellValue;
  /** Null where it was typed in the pane. */
  readonly cell: string | null;
}

/** By the unit's name, then by item; null where the sheet no longer has its heads. */
export function readScoresSheet(
  sheet: Sheet,
  facts: MachineFacts,
  template: Template,
): ReadonlyMap<string, ReadonlyMap<string, TypedScore>> | null {
  const needed = ["unit", "item", "countyScore", "lostReason"] as const;
  const rows = SCORES_TABLE.read(sheet, facts.labels("scoreLabel"), needed);
  if (rows === null) return null;
  const lines = new Map(template.scoring?.lines.map((line) => [line.name, line]));
  const known = new Set(countyLines(template).map(({ indicator: { code } }) => code));
  const typed = new Map<string, Map<string, TypedScore>>();
  for (const { row, value, text } of rows) {
    const line = lines.get(text("item").trim());
    if (!line) continue;
    const unit = text("unit").trim();
    const ofUnit = typed.get(unit) ?? new Map<string, TypedScore>();
    typed.set(unit, ofUnit);
    for (const [item, key] of [
      [line.score, "countyScore"],
      [line.reason, "lostReason"],
    ] as const)
      if (item !== undefined && known.has(item))
        ofUnit.set(item, { value: typedValue(value(key)), cell: toA1(row, SCORES_TABLE.column(key)) });
  }
  return typed;
}

/** `12分` is 12; an empty text is nothing. */
function typedValue(value: CellValue): CellValue {
  if (typeof value !== "string") return value;
  const text = value.trim();
  const [, number] = /^(-?\d+(?:\.\d+)?)\s*分?$/.exec(fold(text)) ?? [];
  return number === undefined ? text || null : Number(number);
}
