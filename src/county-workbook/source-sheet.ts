/** 数据来源: for every value of every unit the file, sheet and cell it stood in, the text as it stood, how it was read. */
import { countyLines, entryOf, fillsLine, reasonOf, type FormLine } from "../consolidation/contributions";
import type { Entry, Submission } from "../intake/submission";
import { quoteSheetName, toA1 } from "../workbook/address";
import type { SheetPlan } from "../workbook/plan";
import type { CountyContext } from "./county-context";
import { shown } from "./data-sheet";
import { readingText } from "./reading-text";
import type { Say } from "../findings/say";
import { SheetBuilder } from "../workbook/sheet-builder";
import { SHEETS } from "../county-layout/sheet-names";
import {
  CENTERED,
  CODE,
  codeWidth,
  formatOf,
  HEADER,
  NOTE,
  pages,
  TEXT,
  TITLE,
  valueStyle,
  WRAPPED,
} from "../county-layout/styles";

const HEADER_ROW = 2;
/** Keys and widths. By the keys, and the labels that 机读信息 keeps of them, the sheet is read again. */
export const SOURCE_COLUMNS = [
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
] as const;
const MARKS = SOURCE_COLUMNS.length - 1;

interface Source {
  readonly unit: string;
  readonly line: FormLine;
  readonly entry: Entry;
  /** The unit's own 说明 beside the line. */
  readonly reason: string;
  readonly counted: boolean;
}

/** Where a unit's first value stands on the sheet. */
export interface SourcePlaces {
  linkOf(unit: string): string | undefined;
}

export interface SourceSheet extends SourcePlaces {
  readonly plan: SheetPlan;
}

export function sourceSheet({ consolidation, say }: CountyContext): SourceSheet {
  const lines = countyLines(consolidation.template);
  const sources = consolidation.submissions.flatMap((submission) => sourcesOf(submission, lines));
  const sheet = new SheetBuilder(SHEETS.sources);
  sheet.put(0, 0, say("report.sources.title"), TITLE);
  sheet.put(1, 0, say("report.sources.note"), NOTE);
  sheet.height(0, 28);
  SOURCE_COLUMNS.forEach(([key], column) => sheet.put(HEADER_ROW, column, say(`report.head.${key}`), HEADER));
  const rows = new Map<string, number>();
  sources.forEach((source, i) => {
    const row = HEADER_ROW + 1 + i;
    if (!rows.has(source.unit)) rows.set(source.unit, row);
    putSource(sheet, row, source, say);
  });
  const codes = lines.map(({ indicator }) => indicator.code);
  sheet.widths(
    SOURCE_COLUMNS.slice(0, MARKS).map(([key, width]) => (key === "code" ? codeWidth(codes, width) : width)),
  );
  sheet.hide(MARKS);
  const right = MARKS - 1;
  return {
    plan: sheet.build({
      freeze: { rows: HEADER_ROW + 1, columns: 3 },
      autoFilter: { top: HEADER_ROW, left: 0, bottom: HEADER_ROW + Math.max(1, sources.length), right },
      print: pages(say("report.page", { sheet: SHEETS.sources }), {
        landscape: true,
        titleRows: { first: HEADER_ROW, last: HEADER_ROW },
      }),
    }),
    linkOf(unit) {
      const row = rows.get(unit);
      return row === undefined ? undefined : `${quoteSheetName(SHEETS.sources)}!${toA1(row, 0)}`;
    },
  };
}

/** Everything that stands in a value's cell, also what could not be read and what is not the unit's to fill. */
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

function putSource(
  sheet: SheetBuilder,
  row: number,
  { unit, line, entry, reason, counted }: Source,
  say: Say,
): void {
  const { code, name, measure, kind } = line.indicator;
  const { place, raw, value, approximate } = entry;
  sheet.put(row, 0, unit, TEXT);
  sheet.put(row, 1, code, CODE);
  sheet.put(row, 2, name, TEXT);
  sheet.put(row, 3, shown(value ?? undefined), valueStyle(formatOf(kind, measure), { approximate }));
  sheet.put(row, 4, measure, CENTERED);
  sheet.put(row, 5, place.file ?? say("report.openWorkbook"), TEXT);
  sheet.put(row, 6, place.sheet, TEXT);
  sheet.put(row, 7, place.cell, CODE);
  sheet.put(row, 8, raw, valueStyle("@"));
  sheet.put(row, 9, readingText(entry, say), WRAPPED);
  sheet.put(row, 10, say(counted ? "report.yes" : "report.no"), CENTERED);
  sheet.put(row, 11, reason || null, WRAPPED);
  sheet.put(row, MARKS, readingNotes(entry), { format: "@" });
}

/** How the value was read, for reading it again: the steps' codes, its state, `approximate`. */
export function readingNotes({ steps, state, approximate }: Entry): string {
  return [...steps, state, ...(approximate ? ["approximate"] : [])].join(" ");
}
