/**
 * The journal of a writing, in the workbook itself, in very hidden sheets. One, named `… written`, says in its cells what
 * was there before. Another, named `… begun` and then `… writing`, exists only until the writing has come to its end. It
 * exists before the first cell is overwritten, so that a writing that was left in the middle is recognised by whoever
 * opens the workbook next. It is deleted, not renamed: on the web Ctrl+Z takes renaming back, but never a deletion.
 * https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-undo-capabilities
 */
import type { Area } from "../workbook/address";
import { KEPT_PREFIX, type JournalEntryName, type Stage } from "../workbook/write-journal-name";
import type { ChartBackup } from "./chart-backup";

/** What was there before a writing. */
export interface Before {
  /** Milliseconds since 1970, by the clock of the machine that wrote. */
  readonly began: number;
  readonly added: readonly string[];
  readonly replaced: readonly ReplacedSheet[];
  /** `copy` is what the sheet itself is called meanwhile. */
  readonly removed: readonly SavedSheet[];
  /** Formulas of the defined names that were there, null for those that were not. */
  readonly names: readonly { readonly name: string; readonly formula: string | null }[];
}

export interface SavedSheet {
  readonly name: string;
  readonly copy: string;
  readonly visibility: Excel.Worksheet["visibility"];
}

export interface ReplacedSheet extends SavedSheet {
  /** We lock it ourselves, without a password. */
  readonly lockable: boolean;
  /** All that it used, and all that the writing touches; absent in journals of earlier versions. */
  readonly area?: Area | null;
}

/** What the journal's cells say. */
export interface EntryContent {
  /** When the writing last made progress, as {@link Before.began}. */
  readonly last: number;
  /** Null where the cells were tampered with. */
  readonly before: Before | null;
  readonly charts: readonly ChartBackup[];
}

/** Two panes may write into one workbook: neither must take the other's copies for its own. */
export const newWriting = (): string => Math.random().toString(36).slice(2, 10);

export const entryName = (id: string, stage: Stage): string => `${KEPT_PREFIX}${id} ${stage}`;

export const copyName = (id: string, number: number): string => `${KEPT_PREFIX}${id} ${number}`;

/** All sheets that exist for this writing. */
export const sheetsFor = (id: string, names: readonly string[]): string[] =>
  names.filter((name) => name.split(" ")[0] === KEPT_PREFIX + id);

/** Every row is a word and what belongs to it, side by side; the charts are right of the rest. */
const LAST = "A1:B1";
const BEFORE = { word: "before", column: 0 } as const;
const CHARTS = { word: "charts", column: 2 } as const;

/** Queues the journal. Each of its sheets gets its name only once all of it is there. */
export function putEntry(context: Excel.RequestContext, id: string, before: Before): void {
  putStage(context, id, "begun", before.began);
  const sheet = addHidden(context, id);
  sheet.getRange(LAST).values = [["last", before.began]];
  writeJson(sheet, BEFORE, before);
  sheet.name = entryName(id, "written");
}

/** Queues the sheet that exists as long as the writing, or its undo, is at it. */
export function putStage(
  context: Excel.RequestContext,
  id: string,
  stage: "begun" | "writing",
  at: number,
): void {
  const sheet = addHidden(context, id);
  sheet.getRange(LAST).values = [["last", at]];
  sheet.name = entryName(id, stage);
}

function addHidden({ workbook }: Excel.RequestContext, id: string): Excel.Worksheet {
  const sheet = workbook.worksheets.add(KEPT_PREFIX + id);
  sheet.visibility = "VeryHidden";
  return sheet;
}

/** Queues that the writing has come further. */
export function setStage(
  { workbook }: Excel.RequestContext,
  { id, stage }: JournalEntryName,
  next: Stage,
): void {
  workbook.worksheets.getItem(entryName(id, stage)).name = entryName(id, next);
}

/**
 * Queues that the writing makes progress. First in a request, it makes Excel refuse all of it where somebody has decided
 * on the writing meanwhile: then the sheet no longer has this name.
 */
export function touchEntry({ workbook }: Excel.RequestContext, id: string): void {
  workbook.worksheets.getItem(entryName(id, "writing")).getRange(LAST).values = [["last", Date.now()]];
}

/** Queues what the charts showed before. */
export function addCharts(
  { workbook }: Excel.RequestContext,
  id: string,
  charts: readonly ChartBackup[],
): void {
  if (charts.length === 0) return;
  writeJson(workbook.worksheets.getItem(entryName(id, "written")), CHARTS, charts);
}

/** Asks for what the journal says; `names` are those of all sheets. One request. */
export async function readEntry(
  context: Excel.RequestContext,
  { id, stage }: JournalEntryName,
  names: readonly string[],
): Promise<EntryContent> {
  const valuesOf = (sheet: string): Excel.Range => {
    const used = context.workbook.worksheets.getItem(sheet).getUsedRange(true);
    used.load("values");
    return used;
  };
  const current = valuesOf(entryName(id, stage));
  // Earlier versions had one sheet for both.
  const written = entryName(id, "written");
  const kept = stage !== "written" && names.includes(written) ? valuesOf(written) : current;
  await context.sync();
  const rows = kept.values as unknown[][];
  const json = ({ word, column }: typeof BEFORE | typeof CHARTS): unknown =>
    parse(rows.filter((row) => row[column] === word).map((row) => row[column + 1]));
  const before = json(BEFORE);
  const charts = json(CHARTS);
  return {
    last: Number((current.values as unknown[][])[0]?.[1]) || 0,
    before: isBefore(before) ? before : null,
    charts: Array.isArray(charts) ? (charts as ChartBackup[]) : [],
  };
}

/** Excel takes 32,767 characters a cell. */
const CHARACTERS_A_CELL = 30_000;

/** Before every piece, so that Excel reads no number, date or formula into it. */
const TEXT = "~";

/** Below the first row, a piece a row. */
function writeJson(
  sheet: Excel.Worksheet,
  { word, column }: typeof BEFORE | typeof CHARTS,
  value: unknown,
): void {
  const json = JSON.stringify(value);
  const pieces: string[][] = [];
  for (let at = 0; at < json.length; at += CHARACTERS_A_CELL) {
    pieces.push([word, TEXT + json.slice(at, at + CHARACTERS_A_CELL)]);
  }
  sheet.getRangeByIndexes(1, column, pieces.length, 2).values = pieces;
}

/** Null for what is no JSON. */
function parse(pieces: readonly unknown[]): unknown {
  try {
    return JSON.parse(pieces.map((piece) => String(piece ?? "").slice(TEXT.length)).join(""));
  } catch {
    return null;
  }
}

function isBefore(value: unknown): value is Before {
  if (typeof value !== "object" || value === null) return false;
  const { began, added, replaced, removed, names } = value as Partial<Record<keyof Before, unknown>>;
  return typeof began === "number" && [added, replaced, removed, names].every(Array.isArray);
}
