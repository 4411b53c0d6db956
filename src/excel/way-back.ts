/** The way back from a writing, by what it left in the workbook: for the pane that wrote, and for any other after it. */
import { OpenWorkbookError, type AskOptions, type UnfinishedWriting, type WaitOptions } from "../round/ports";
import { isUnfinished, marksIn, type Mark } from "../workbook/writing-mark";
import { discard, restore } from "./backup";
import { findBackedUp, restoreCharts } from "./chart-backup";
import {
  copiesFor,
  markName,
  readMark,
  setStage,
  type Before,
  type KeptSheet,
  type MarkContent,
} from "./mark";
import { GIVEN_UP_AFTER } from "./patience";
import { runAtOnce, runInExcel } from "./run";
import { askSheetState, lock, restoreSheetState, type SheetState } from "./sheet-state";

/** What stands in the workbook now. */
interface Standing {
  readonly names: readonly string[];
  readonly marks: readonly Mark[];
  /** Names of the sheets that are locked. */
  readonly locked: ReadonlySet<string>;
  readonly structureLocked: boolean;
}

/** Everything as it was before, as far as the writing had come. Within the writing itself, at once. */
export function takeBack(id: string): Promise<void> {
  return runAtOnce(async (context) => {
    const standing = await look(context);
    const mark = markOf(id, standing);
    if (mark) return putBack(context, standing, mark, await readMark(context, mark));
    // Nothing was touched; at most the sheet stands there that was to become the mark.
    discard(context, copiesFor(id, standing.names));
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
    await putBack(context, standing, mark, await readMark(context, mark));
  }, options);
}

/**
 * Gives up the way back. What is gone already, another pane has given up.
 * @throws {OpenWorkbookError} H08 where an undo has stopped half way: the copies hold what is not put back yet
 */
export function keep(id: string, options?: WaitOptions): Promise<void> {
  return runInExcel(async (context) => {
    const { names, marks } = await look(context);
    refuseUnfinished(names);
    const mark = marks.find((each) => each.id === id);
    if (mark) forget(context, mark, copiesFor(id, names));
    await context.sync();
  }, options);
}

/** Queues the removal of the copies and of the mark. */
export function forget(context: Excel.RequestContext, mark: Mark, copies: readonly string[]): void {
  // First of all: where Excel stops half way, nobody must take the rest for a way back.
  if (mark.stage !== "over") setStage(context, mark, "over");
  discard(context, [...copies, markName({ ...mark, stage: "over" })]);
}

/** @throws {OpenWorkbookError} H08 where a writing has not come to its end: half of it is nothing to go on from */
export function refuseUnfinished(names: readonly string[]): void {
  if (marksIn(names).some(isUnfinished)) throw new OpenWorkbookError({ code: "H08", params: {} });
}

/** The writing that has not come to its end; null where there is none. */
export function findUnfinished(options?: AskOptions): Promise<UnfinishedWriting | null> {
  return runInExcel(async (context) => {
    const mark = (await look(context)).marks.find(isUnfinished);
    if (!mark) return null;
    const { before, last } = await readMark(context, mark);
    return {
      began: before && before.began,
      recent: Date.now() - last < GIVEN_UP_AFTER,
      sheets: before ? [...names(before.replaced), ...names(before.removed), ...before.added] : [],
      undo: (wait) =>
        runInExcel(async (again) => {
          const { standing, content } = await findAgain(again, mark, last);
          await putBack(again, standing, mark, content);
        }, wait),
      keep: (wait) =>
        runInExcel(async (again) => {
          const { standing, content } = await findAgain(again, mark, last);
          await leave(again, standing, mark, content);
        }, wait),
    };
  }, options);
}

/** @throws {OpenWorkbookError} H08 where the writing has got on or was decided on since: another pane is at it */
async function findAgain(
  context: Excel.RequestContext,
  { id }: Mark,
  last: number,
): Promise<{ standing: Standing; content: MarkContent }> {
  const standing = await look(context);
  const mark = standing.marks.find((each) => each.id === id && isUnfinished(each));
  const content = mark && (await readMark(context, mark));
  if (content?.last !== last) throw new OpenWorkbookError({ code: "H08", params: {} });
  return { standing, content };
}

async function look(context: Excel.RequestContext): Promise<Standing> {
  const { worksheets, protection } = context.workbook;
  worksheets.load("items/name,items/protection/protected");
  protection.load("protected");
  await context.sync();
  const found = names(worksheets.items);
  return {
    names: found,
    marks: marksIn(found),
    locked: new Set(names(worksheets.items.filter((sheet) => sheet.protection.protected))),
    structureLocked: protection.protected,
  };
}

const names = (sheets: readonly { readonly name: string }[]): string[] => sheets.map(({ name }) => name);

const markOf = (id: string, { marks }: Standing): Mark | undefined =>
  marks.find((mark) => mark.id === id && mark.stage !== "over");

/** Sheets stay as they are; what was to go stays too, since it holds all that it held. */
async function leave(
  context: Excel.RequestContext,
  standing: Standing,
  mark: Mark,
  { before }: MarkContent,
): Promise<void> {
  const removed = before?.removed ?? [];
  refuseBlocked(standing, removed);
  const aside = bringBack(context, standing, removed);
  forget(
    context,
    mark,
    copiesFor(mark.id, standing.names).filter((copy) => !aside.includes(copy)),
  );
  await context.sync();
}

/** All or nothing: where Excel stops half way, the mark still stands there, and it can be done again. */
async function putBack(
  context: Excel.RequestContext,
  standing: Standing,
  mark: Mark,
  { before, charts }: MarkContent,
): Promise<void> {
  const copies = copiesFor(mark.id, standing.names);
  if (mark.stage === "begun") {
    forget(context, mark, copies);
    return context.sync();
  }
  refuseHalf(standing, before);
  const items = before.names.map(({ name }) => context.workbook.names.getItemOrNullObject(name));
  const drawn = findBackedUp(context, charts);
  const states = before.replaced.map(({ copy }) => askSheetState(context, copy));
  await context.sync();
  unlock(context, standing, before);
  if (mark.stage === "written") setStage(context, mark, "writing");
  // Sheets before the rest: names and formulas may point there.
  const aside = bringBack(context, standing, before.removed);
  const stands = ({ name }: KeptSheet): boolean => standing.names.includes(name);
  for (const sheet of before.replaced) if (!stands(sheet)) takeItsPlace(context, sheet);
  restoreNames(items, before);
  for (const name of before.added) if (standing.names.includes(name)) deleteSheet(context, name);
  before.replaced.forEach((sheet, i) => {
    if (stands(sheet)) restoreSheet(context, sheet, states[i]!);
  });
  restoreCharts(context, charts, drawn);
  forget(
    context,
    { ...mark, stage: "writing" },
    copies.filter((copy) => !aside.includes(copy)),
  );
  await context.sync();
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
function refuseBlocked({ names, structureLocked }: Standing, removed: readonly KeptSheet[]): void {
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
  removed: readonly KeptSheet[],
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

/** The copy looks in all but its visibility as the sheet did, and is locked as it was. */
function restoreSheet(context: Excel.RequestContext, sheet: KeptSheet, copy: SheetState): void {
  restore(context, sheet);
  restoreSheetState(context, sheet, copy);
  if (copy.sheet.protection.protected) lock(context.workbook.worksheets.getItem(sheet.name));
}

/** The sheet has been deleted or renamed since: a copy of the copy is what it was. */
function takeItsPlace({ workbook }: Excel.RequestContext, { name, copy, visibility }: KeptSheet): void {
  const sheet = workbook.worksheets.getItem(copy).copy("End");
  sheet.name = name;
  sheet.visibility = visibility;
}

function deleteSheet(context: Excel.RequestContext, name: string): void {
  const sheet = context.workbook.worksheets.getItem(name);
  sheet.visibility = "Visible";
  sheet.delete();
}
