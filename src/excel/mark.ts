/**
 * The mark of a writing, in the workbook itself: a very hidden sheet whose name says how far the writing has come and
 * whose cells say what was there before. It stands there before the first cell is overwritten, so that a writing that
 * was left in the middle is known again by whoever opens the workbook next.
 */
import { KEPT_PREFIX, marksIn, type Mark, type Stage } from "../workbook/writing-mark";
import type { ChartBackup } from "./chart-backup";

/** What was there before a writing. */
export interface Before {
  /** Milliseconds since 1970, by the clock of the machine that wrote. */
  readonly began: number;
  readonly added: readonly string[];
  readonly replaced: readonly ReplacedSheet[];
  /** `copy` is what the sheet itself is called meanwhile. */
  readonly removed: readonly KeptSheet[];
  /** Formulas of the defined names that were there, null for those that were not. */
  readonly names: readonly { readonly name: string; readonly formula: string | null }[];
}

export interface KeptSheet {
  readonly name: string;
  readonly copy: string;
  readonly visibility: Excel.Worksheet["visibility"];
}

export interface ReplacedSheet extends KeptSheet {
  /** We lock it ourselves, without a password. */
  readonly lockable: boolean;
}

/** What the mark's cells say. */
export interface MarkContent {
  /** When the writing last got on, as {@link Before.began}. */
  readonly last: number;
  /** Null where the cells were tampered with. */
  readonly before: Before | null;
  readonly charts: readonly ChartBackup[];
}

/** Two panes may write into one workbook: neither must take the other's copies for its own. */
export const newWriting = (): string => Math.random().toString(36).slice(2, 10);

export const markName = ({ id, stage }: Mark): string => `${KEPT_PREFIX}${id} ${stage}`;

export const copyName = (id: string, number: number): string => `${KEPT_PREFIX}${id} ${number}`;

/** Those of the sheets that are kept for this writing, but for its mark. */
export const copiesFor = (id: string, names: readonly string[]): string[] =>
  names.filter((name) => name.split(" ")[0] === KEPT_PREFIX + id && marksIn([name]).length === 0);

/** Every row of the mark is a word and what belongs to it, side by side; the charts stand right of the rest. */
const LAST = "A1:B1";
const BEFORE = { word: "before", column: 0 } as const;
const CHARTS = { word: "charts", column: 2 } as const;

/** Queues the mark. It bears its name only once all of it stands there. */
export function putMark({ workbook }: Excel.RequestContext, id: string, before: Before): void {
  const sheet = workbook.worksheets.add(KEPT_PREFIX + id);
  sheet.visibility = "VeryHidden";
  sheet.getRange(LAST).values = [["last", before.began]];
  writeJson(sheet, BEFORE, before);
  sheet.name = markName({ id, stage: "begun" });
}

/** Queues that the writing has come further. */
export function setStage({ workbook }: Excel.RequestContext, mark: Mark, stage: Stage): void {
  workbook.worksheets.getItem(markName(mark)).name = markName({ id: mark.id, stage });
}

/**
 * Queues that the writing gets on. First in a request, it makes Excel refuse all of it where somebody has decided on
 * the writing meanwhile: then the mark no longer bears this name.
 */
export function touchMark({ workbook }: Excel.RequestContext, id: string): void {
  const sheet = workbook.worksheets.getItem(markName({ id, stage: "writing" }));
  sheet.getRange(LAST).values = [["last", Date.now()]];
}

/** Queues what the charts showed before. */
export function addCharts(
  { workbook }: Excel.RequestContext,
  id: string,
  charts: readonly ChartBackup[],
): void {
  if (charts.length === 0) return;
  writeJson(workbook.worksheets.getItem(markName({ id, stage: "writing" })), CHARTS, charts);
}

/** Asks for what the mark says. One request. */
export async function readMark(context: Excel.RequestContext, mark: Mark): Promise<MarkContent> {
  const used = context.workbook.worksheets.getItem(markName(mark)).getUsedRange(true);
  used.load("values");
  await context.sync();
  const rows = used.values as unknown[][];
  const json = ({ word, column }: typeof BEFORE | typeof CHARTS): unknown =>
    parse(rows.filter((row) => row[column] === word).map((row) => row[column + 1]));
  const before = json(BEFORE);
  const charts = json(CHARTS);
  return {
    last: Number(rows[0]?.[1]) || 0,
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
