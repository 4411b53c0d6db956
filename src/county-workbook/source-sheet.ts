/** 数据来源: for every value of every unit the file, sheet and cell it came from, the text of the cell, how it was read. */
import { formatOf } from "../template/number-formats";
import { countyLines, entryOf, fillsLine, reasonOf, type FormLine } from "../consolidation/contributions";
import type { Entry, EntryState, Submission } from "../intake/submission";
import { quoteSheetName, toA1 } from "../workbook/address";
import type { FileSheetPlan, PlanCell } from "../workbook/plan";
import type { CellValue, Sheet } from "../workbook/workbook";
import type { CountyContext } from "./county-context";
import { shown } from "./data-sheet";
import { howManyRowsFit } from "./fit";
import type { MachineFacts } from "./machine-sheet";
import { readingText } from "./reading-text";
import type { Say } from "../findings/say";
import { SheetTable } from "./sheet-table";
import { SheetBuilder } from "../workbook/sheet-builder";
import { SHEETS } from "../county-layout/sheet-names";
import {
  CENTERED,
  CODE,
  codeWidth,
  HEADER,
  NOTE,
  pages,
  TEXT,
  TITLE,
  valueStyle,
  WRAPPED,
} from "../workbook/styles";

const HEADER_ROW = 2;
/** By the heads that 机读信息 records of these columns, the sheet is read again. */
export const SOURCE_TABLE = new SheetTable([
  ["unit", 14],
  ["code", 7],
  ["indicator", 26],
  ["value", 12],
  ["measure", 9],
  ["file", 22],
  ["sheet", 16],
  ["cell", 8],
  ["raw", 16],
  ["reading", 24],
  ["counted", 8],
  ["reason", 24],
  ["marks", 12],
]);
const MARKS = SOURCE_TABLE.column("marks");

interface Source {
  readonly unit: string;
  readonly line: FormLine;
  readonly entry: Entry;
  /** The unit's own 说明 beside the line. */
  readonly reason: string;
  readonly counted: boolean;
}

/** Where a unit's first value is on the sheet. */
export interface SourcePlaces {
  linkOf(unit: string): string | undefined;
}

export interface SourceSheet extends SourcePlaces {
  readonly plan: FileSheetPlan;
}

export function writeSourceSheet({ consolidation, say }: CountyContext): SourceSheet {
  const { template, submissions } = consolidation;
  const lines = countyLines(template);
  const first = new Map<string, number>();
  let count = 0;
  for (const submission of submissions) {
    const own = sourcesOf(submission, lines).length;
    const unit = submission.unit?.name ?? "";
    if (own > 0 && !first.has(unit)) first.set(unit, HEADER_ROW + 1 + count);
    count += own;
  }
  const { shown, note } = howManyRowsFit(count, HEADER_ROW, say);
  const sheet = new SheetBuilder(SHEETS.sources);
  sheet.put(0, 0, say("report.sources.title"), TITLE);
  sheet.put(1, 0, say("report.sources.note") + note, NOTE);
  sheet.height(0, 28);
  SOURCE_TABLE.putHeads(sheet, HEADER_ROW, say, HEADER);
  const codes = lines.map(({ indicator }) => indicator.code);
  sheet.widths(
    SOURCE_TABLE.columns
      .slice(0, MARKS)
      .map(([key, width]) => (key === "code" ? codeWidth(codes, width) : width)),
  );
  sheet.hide(MARKS);
  const right = MARKS - 1;
  const plan = sheet.build({
    freeze: { rows: HEADER_ROW + 1, columns: 3 },
    autoFilter: { top: HEADER_ROW, left: 0, bottom: HEADER_ROW + Math.max(1, shown), right },
    print: pages(say("report.page", { sheet: SHEETS.sources }), {
      landscape: true,
      titleRows: { first: HEADER_ROW, last: HEADER_ROW },
    }),
  });
  const rows = (): Iterable<PlanCell[]> => sourceRows(submissions, lines, shown, say);
  return {
    plan: { ...plan, records: { top: HEADER_ROW + 1, count: shown, rows } },
    linkOf(unit) {
      const row = first.get(unit);
      if (row === undefined || row > HEADER_ROW + shown) return undefined;
      return `${quoteSheetName(SHEETS.sources)}!${toA1(row, 0)}`;
    },
  };
}

function* sourceRows(
  submissions: readonly Submission[],
  lines: readonly FormLine[],
  count: number,
  say: Say,
): Generator<PlanCell[]> {
  const end = HEADER_ROW + 1 + count;
  let row = HEADER_ROW + 1;
  for (const submission of submissions)
    for (const source of sourcesOf(submission, lines)) {
      if (row === end) return;
      yield sourceRow(row++, source, say);
    }
}

/** All that value cells hold, also what could not be read and what is not the unit's to fill. */
function sourcesOf(submission: Submission, lines: readonly FormLine[]): Source[] {
  const { unit } = submission;
  if (!unit) return [];
  return lines.flatMap((line) => {
    const entry = entryOf(line, submission);
    const reason = reasonOf(line, submission);
    if (!entry || (entry.state !== "filled" && entry.raw === "" && reason === "")) return [];
    return [
      { unit: unit.name, line, entry, reason, counted: entry.state === "filled" && fillsLine(line, unit) },
    ];
  });
}

function sourceRow(row: number, { unit, line, entry, reason, counted }: Source, say: Say): PlanCell[] {
  const { code, name, measure, kind } = line.indicator;
  const { place, raw, value, approximate } = entry;
  return SOURCE_TABLE.cellsOfRow(row, {
    unit: [unit, TEXT],
    code: [code, CODE],
    indicator: [name, TEXT],
    value: [shown(value ?? undefined), valueStyle(formatOf(kind, measure), { approximate })],
    measure: [measure, CENTERED],
    file: [place.file ?? say("report.openWorkbook"), TEXT],
    sheet: [place.sheet, TEXT],
    cell: [place.cell, CODE],
    raw: [raw, valueStyle("@")],
    reading: [readingText(entry, say), WRAPPED],
    counted: [say(counted ? "report.yes" : "report.no"), CENTERED],
    reason: [reason || null, WRAPPED],
    marks: [readingNotes(entry), { format: "@" }],
  });
}

/** How the value was read, for reading it again: the steps' codes, its state, `approximate`. */
function readingNotes({ steps, state, approximate }: Entry): string {
  return [...steps, state, ...(approximate ? ["approximate"] : [])].join(" ");
}

/** An entry without its value, which 单位数据 and the source both hold. */
export interface KnownSource extends Pick<Entry, "raw" | "state" | "approximate" | "steps" | "place"> {
  /** As the file said. */
  readonly value: CellValue;
  readonly reason: string;
}

/** By unit and code, `台上镇 0201`. */
export type Sources = ReadonlyMap<string, KnownSource>;

export function sourceKey(unit: string, code: string): string {
  return `${unit} ${code}`;
}

const NEEDED = ["unit", "code", "value", "file", "sheet", "cell", "raw", "marks"] as const;
const STATES: readonly EntryState[] = ["filled", "blank", "notApplicable", "refused"];

/** Null where the sheet no longer has its heads. */
export function readSourceSheet(sheet: Sheet, facts: MachineFacts): Sources | null {
  const rows = SOURCE_TABLE.read(sheet, facts.labels("sourceLabel"), NEEDED);
  const openWorkbook = facts.get("openWorkbookLabel");
  const sources = rows?.flatMap(({ value, text }): [string, KnownSource][] => {
    if (text("unit") === "" || text("code") === "") return [];
    const notes = text("marks").split(" ").filter(Boolean);
    const source: KnownSource = {
      value: value("value"),
      raw: text("raw"),
      state: STATES.find((each) => notes.includes(each)) ?? "filled",
      approximate: notes.includes("approximate"),
      steps: notes.filter((note) => note !== "approximate" && !STATES.some((each) => each === note)),
      place: {
        file: text("file") === openWorkbook ? null : text("file") || null,
        sheet: text("sheet") || null,
        cell: text("cell") || null,
      },
      reason: text("reason"),
    };
    return [[sourceKey(text("unit"), text("code")), source]];
  });
  return sources ? new Map(sources) : null;
}
