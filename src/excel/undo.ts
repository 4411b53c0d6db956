/** Undo and crash recovery for a writing, driven by its journal in the workbook: for the pane that wrote, and any other. */
import { OpenWorkbookError, type AskOptions, type UnfinishedWriting, type WaitOptions } from "../ports/ports";
import { isUnfinished, entriesIn, type JournalEntryName } from "../workbook/write-journal-name";
import type { Area } from "../workbook/address";
import { syncWithActive } from "./active-sheet";
import { copySheet, discard, restore } from "./backup";
import { findBackedUp, restoreCharts } from "./chart-backup";
import { askSizes, restoreSizes, type AskedSizes } from "./line-sizes";
import {
  entryName,
  putStage,
  readEntry,
  setStage,
  sheetsFor,
  type Before,
  type SavedSheet,
  type EntryContent,
  type ReplacedSheet,
} from "./write-journal";
import { GIVEN_UP_AFTER } from "./request-timeout";
import { runAtOnce, runInExcel } from "./run";
import { around, askUsed, usedArea } from "./sheet-area";
import { askSheetState, lock, restoreSheetState, type SheetState } from "./sheet-state";

/** What is in the workbook now. */
interface Standing {
  readonly names: readonly string[];
  readonly marks: readonly JournalEntryName[];
  /** Names of the sheets that are locked. */
  readonly locked: ReadonlySet<string>;
  readonly structureLocked: boolean;
  /** The worksheet in front; null where a chart sheet is. */
  readonly active: string | null;
}

/** Everything as it was before, as far as the writing had come. Within the writing itself, at once. */
export function takeBack(id: string): Promise<void> {
  return runAtOnce(async (context) => {
    const standing = await look(context);
    const mark = markOf(id, standing);
    if (mark) return putBack(context, standing, mark, await readEntry(context, mark, standing.names));
    // Nothing was touched; at most a sheet is there that was to become the journal.
    discard(context, sheetsFor(id, standing.names));
    await context.sync();
  });
}

/**
 * Everything as it was before the writing.
 * @throws {OpenWorkbookError} with nothing changed: H04 where what was kept for it is gone, H02 where a lock is in the
 * way, H06 where another sheet has the name of one that must come back
 */
export function undo(id: string, options?: WaitOptions): Promise<void> {
  return runInExcel(async (context) => {
    const standing = await look(context);
    const mark = markOf(id, standing);
    if (!mark) throw new OpenWorkbookError({ code: "H04", params: {} });
    await putBack(context, standing, mark, await readEntry(context, mark, standing.names));
  }, options);
}

/**
 * Gives up undo. What is gone already, another pane has given up.
 * @throws {OpenWorkbookError} H08 where an undo has stopped half way: the copies hold what is not put back yet
 */
export function keep(id: string, options?: WaitOptions): Promise<void> {
  return runInExcel(async (context) => {
    const { names, marks } = await look(context);
    refuseUnfinished(names);
    const mark = marks.find((each) => each.id === id);
    if (mark) forget(context, mark, sheetsFor(id, names));
    await context.sync();
  }, options);
}

/** Queues the removal of the copies and of the journal: of all of the writing's sheets that are to go. */
export function forget(
  context: Excel.RequestContext,
  mark: JournalEntryName,
  sheets: readonly string[],
): void {
  // First of all: where Excel stops half way, nobody must take the rest for something to go back to.
  if (mark.stage !== "over") setStage(context, mark, "over");
  const over = entryName(mark.id, "over");
  const gone = [entryName(mark.id, mark.stage), over];
  discard(context, [...sheets.filter((sheet) => !gone.includes(sheet)), over]);
}

/** @throws {OpenWorkbookError} H08 where a writing has not come to its end: half of it is nothing to go on from */
export function refuseUnfinished(names: readonly string[]): void {
  if (entriesIn(names).some(isUnfinished)) throw new OpenWorkbookError({ code: "H08", params: {} });
}

/** The writing that has not come to its end; null where there is none. */
export function findUnfinished(options?: AskOptions): Promise<UnfinishedWriting | null> {
  return runInExcel(async (context) => {
    const standing = await look(context);
    const mark = standing.marks.find(isUnfinished);
    if (!mark) return null;
    const { before, last } = await readEntry(context, mark, standing.names);
    return {
      began: before && before.began,
      recent: Date.now() - last < GIVEN_UP_AFTER,
      sheets: before ? [...names(before.replaced), ...names(before.removed), ...before.added] : [],
      undo: (wait) =>
        runInExcel(async (again) => {
          const found = await findAgain(again, mark, last);
          await putBack(again, found.standing, mark, found.content);
        }, wait),
      keep: (wait) =>
        runInExcel(async (again) => {
          const found = await findAgain(again, mark, last);
          await leave(again, found.standing, mark, found.content);
        }, wait),
    };
  }, options);
}

/** @throws {OpenWorkbookError} H08 where the writing has got on or was decided on since: another pane is at it */
async function findAgain(
  context: Excel.RequestContext,
  { id }: JournalEntryName,
  last: number,
): Promise<{ standing: Standing; content: EntryContent }> {
  const standing = await look(context);
  const mark = standing.marks.find((each) => each.id === id && isUnfinished(each));
  const content = mark && (await readEntry(context, mark, standing.names));
  if (content?.last !== last) throw new OpenWorkbookError({ code: "H08", params: {} });
  return { standing, content };
}

async function look(context: Excel.RequestContext): Promise<Standing> {
  const { worksheets, protection } = context.workbook;
  const { active } = await syncWithActive(context, () => {
    worksheets.load("items/name,items/protection/protected");
    protection.load("protected");
  });
  const found = names(worksheets.items);
  return {
    names: found,
    marks: entriesIn(found),
    locked: new Set(names(worksheets.items.filter((sheet) => sheet.protection.protected))),
    structureLocked: protection.protected,
    active,
  };
}

const names = (sheets: readonly { readonly name: string }[]): string[] => sheets.map(({ name }) => name);

const markOf = (id: string, { marks }: Standing): JournalEntryName | undefined =>
  marks.find((mark) => mark.id === id && mark.stage !== "over");

/** Sheets stay as they are; what was to go stays too, since it holds all that it held. */
async function leave(
  context: Excel.RequestContext,
  standing: Standing,
  mark: JournalEntryName,
  { before }: EntryContent,
): Promise<void> {
  const removed = before?.removed ?? [];
  refuseBlocked(standing, removed);
  const aside = bringBack(context, standing, removed);
  forget(
    context,
    mark,
    sheetsFor(mark.id, standing.names).filter((copy) => !aside.includes(copy)),
  );
  await context.sync();
}

/** What is asked of a sheet and of its copy before it is put back. */
interface AskedSheet {
  readonly state: SheetState;
  readonly used: readonly Excel.Range[];
  /** Of the copy, and of the sheet; null where the sheet is gone or the journal does not say what was touched. */
  readonly sizes: readonly [AskedSizes, AskedSizes] | null;
}

/** All or nothing: where Excel stops half way, the journal is still there, and it can be done again. */
async function putBack(
  context: Excel.RequestContext,
  standing: Standing,
  mark: JournalEntryName,
  { before, charts }: EntryContent,
): Promise<void> {
  const copies = sheetsFor(mark.id, standing.names);
  if (mark.stage === "begun") {
    forget(context, mark, copies);
    return context.sync();
  }
  refuseHalf(standing, before);
  const items = before.names.map(({ name }) => context.workbook.names.getItemOrNullObject(name));
  const drawn = findBackedUp(context, charts);
  const asked = before.replaced.map((sheet) => askSheet(context, sheet, standing));
  await context.sync();
  unlock(context, standing, before);
  if (mark.stage === "written") putStage(context, mark.id, "writing", Date.now());
  // Sheets before the rest: names and formulas may point there.
  const aside = bringBack(context, standing, before.removed);
  const stands = ({ name }: SavedSheet): boolean => standing.names.includes(name);
  const gone = before.replaced.filter((sheet) => !stands(sheet));
  for (const sheet of gone) takeItsPlace(context, sheet);
  if (gone.length > 0) activateAgain(context, standing, before);
  restoreNames(items, before);
  for (const name of before.added) if (standing.names.includes(name)) deleteSheet(context, name);
  before.replaced.forEach((sheet, i) => {
    if (stands(sheet)) restoreSheet(context, sheet, asked[i]!);
  });
  restoreCharts(context, charts, drawn);
  forget(
    context,
    { ...mark, stage: "writing" },
    copies.filter((copy) => !aside.includes(copy)),
  );
  await context.sync();
}

function askSheet(
  context: Excel.RequestContext,
  { name, copy, area }: ReplacedSheet,
  standing: Standing,
): AskedSheet {
  const { worksheets } = context.workbook;
  const state = askSheetState(context, copy);
  if (!standing.names.includes(name)) return { state, used: [], sizes: null };
  const [kept, now] = [worksheets.getItem(copy), worksheets.getItem(name)];
  return {
    state,
    used: [askUsed(kept), askUsed(now)],
    sizes: area ? [askSizes(kept, area), askSizes(now, area)] : null,
  };
}

/** What would stop it half way is known before anything is changed. */
function refuseHalf(standing: Standing, before: Before | null): asserts before is Before {
  const stands = (name: string): boolean => standing.names.includes(name);
  if (!before?.replaced.every(({ copy }) => stands(copy)))
    throw new OpenWorkbookError({ code: "H04", params: {} });
  if (!before.removed.every(({ name, copy }) => stands(copy) || stands(name)))
    throw new OpenWorkbookError({ code: "H04", params: {} });
  refuseBlocked(standing, before.removed);
  const shut = before.replaced.find(({ name, lockable }) => standing.locked.has(name) && !lockable);
  if (shut) throw new OpenWorkbookError({ code: "H02", params: { sheet: shut.name } });
}

/** Sheets come back only where the workbook's structure is not locked and nothing else has taken their names. */
function refuseBlocked({ names, structureLocked }: Standing, removed: readonly SavedSheet[]): void {
  if (structureLocked) throw new OpenWorkbookError({ code: "H02", params: {} });
  const taken = removed.find(({ name, copy }) => names.includes(copy) && names.includes(name));
  if (taken) throw new OpenWorkbookError({ code: "H06", params: { sheet: taken.name } });
}

/** First of all, so that a password that somebody has put on stops it before anything is changed. */
function unlock({ workbook }: Excel.RequestContext, { locked }: Standing, { replaced }: Before): void {
  for (const { name } of replaced)
    if (locked.has(name)) workbook.worksheets.getItem(name).protection.unprotect();
}

/** What was to go is the very same sheet again. @returns what it was called meanwhile */
function bringBack(
  { workbook }: Excel.RequestContext,
  standing: Standing,
  removed: readonly SavedSheet[],
): string[] {
  const aside = removed.filter(({ copy }) => standing.names.includes(copy));
  for (const { name, copy, visibility } of aside) {
    const sheet = workbook.worksheets.getItem(copy);
    sheet.name = name;
    sheet.visibility = visibility;
  }
  return aside.map(({ copy }) => copy);
}

function restoreNames(items: readonly Excel.NamedItem[], before: Before): void {
  before.names.forEach(({ formula }, i) => {
    const item = items[i]!;
    if (item.isNullObject) return;
    if (formula === null) item.delete();
    else item.formula = formula;
  });
}

/** The copy looks as the sheet did in everything except its visibility, and is locked as it was. */
function restoreSheet(
  context: Excel.RequestContext,
  sheet: ReplacedSheet,
  { state, used, sizes }: AskedSheet,
): void {
  const area: Area | null = around([sheet.area ?? null, ...used.map(usedArea)]);
  const target = context.workbook.worksheets.getItem(sheet.name);
  if (area) restore(context, sheet, area);
  if (sizes) restoreSizes(target, ...sizes);
  restoreSheetState(context, sheet, state);
  if (state.sheet.protection.protected) lock(target);
}

/** The sheet has been deleted or renamed since: a copy of the copy is what it was. */
function takeItsPlace({ workbook }: Excel.RequestContext, { name, copy, visibility }: SavedSheet): void {
  const sheet = copySheet(workbook.worksheets.getItem(copy), "VeryHidden");
  sheet.name = name;
  sheet.visibility = visibility;
}

/** Excel shows a new copy: back to the sheet that the person was at, if it stays. */
function activateAgain({ workbook }: Excel.RequestContext, { active }: Standing, { added }: Before): void {
  if (active !== null && !added.includes(active)) workbook.worksheets.getItem(active).activate();
}

function deleteSheet(context: Excel.RequestContext, name: string): void {
  const sheet = context.workbook.worksheets.getItem(name);
  sheet.visibility = "Visible";
  sheet.delete();
}
