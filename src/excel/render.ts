/** Renders a plan into the open workbook: everything or nothing, in few requests. */
import { OpenWorkbookError, type RenderOptions, type RenderOutcome } from "../round/ports";
import { toA1 } from "../workbook/address";
import type { CellsOnSheet, NamePlan, SheetPlan, WorkbookPlan } from "../workbook/plan";
import { marksIn } from "../workbook/writing-mark";
import { syncWithActive } from "./active-sheet";
import { emptySheet } from "./backup";
import { askCharts } from "./chart-backup";
import { differs, findCharts, readBack, writeChart, type FoundChart } from "./charts";
import { sheetsFor } from "./mark";
import { RequestBudget } from "./request-budget";
import { isSupported, runInExcel } from "./run";
import { Trail, type SheetBefore } from "./trail";
import { forget, keep, refuseUnfinished, takeBack, undo } from "./way-back";
import { writeComments, writeSheet } from "./write-sheet";

export async function renderPlan(plan: WorkbookPlan, given: RenderOptions): Promise<RenderOutcome> {
  return runInExcel(async (context, signal) => {
    const options = { ...given, signal };
    const trail = await prepare(context, plan, options);
    await trail.begin(plan);
    try {
      await writeSheets(context, plan, trail, options);
      writeNames(context, plan.names, trail);
      const wrongCharts = await writeCharts(context, plan, trail, signal);
      // Who was told that it was given up must not find it written.
      signal.throwIfAborted();
      return outcomeOf(trail, wrongCharts);
    } catch (error) {
      // In a batch of its own: what is still queued in this one must not be sent.
      await takeBack(trail.id).catch(() => {
        throw new OpenWorkbookError({ code: "H08", params: {} });
      });
      throw error;
    }
  }, given);
}

/** Which sheets are new and which are ours already; refuses to touch any other. */
async function prepare(
  context: Excel.RequestContext,
  plan: WorkbookPlan,
  { own, remove = [] }: RenderOptions,
): Promise<Trail> {
  const { worksheets } = context.workbook;
  const { active } = await syncWithActive(context, () =>
    worksheets.load("items/name,items/visibility,items/protection/protected"),
  );
  const names = worksheets.items.map((sheet) => sheet.name);
  refuseUnfinished(names);
  // One undo at a time: what is written now is what the next one returns to.
  for (const mark of marksIn(names)) forget(context, mark, sheetsFor(mark.id, names));
  const present = new Map(worksheets.items.map((sheet) => [sheet.name.toLowerCase(), sheet]));
  // Our own protection has no password and is taken off.
  const ours = new Set(plan.sheets.filter((sheet) => sheet.protected).map(({ name }) => name.toLowerCase()));
  const before = ({ name, visibility }: Excel.Worksheet): SheetBefore => ({
    name,
    visibility,
    lockable: ours.has(name.toLowerCase()),
  });
  const replaced: Excel.Worksheet[] = [];
  const added: string[] = [];
  for (const { name } of plan.sheets) {
    const existing = present.get(name.toLowerCase());
    if (existing === undefined) added.push(name);
    else if (own.includes(existing.name)) replaced.push(existing);
    else throw new OpenWorkbookError({ code: "H06", params: { sheet: existing.name } });
  }
  refuseProtected(replaced, ours);
  const planned = new Set(plan.sheets.map(({ name }) => name.toLowerCase()));
  const removed = remove.flatMap((name) =>
    planned.has(name.toLowerCase()) ? [] : (present.get(name.toLowerCase()) ?? []),
  );
  return new Trail(context, added, replaced.map(before), removed.map(before), active);
}

/** A sheet that staff protected can neither be written nor put back: that is known before anything is touched. */
function refuseProtected(replaced: readonly Excel.Worksheet[], ours: ReadonlySet<string>): void {
  const locked = replaced.find(
    ({ name, protection }) => protection.protected && !ours.has(name.toLowerCase()),
  );
  if (locked) throw new OpenWorkbookError({ code: "H02", params: { sheet: locked.name } });
}

async function writeSheets(
  context: Excel.RequestContext,
  plan: WorkbookPlan,
  trail: Trail,
  { signal, onProgress }: RenderOptions,
): Promise<void> {
  const { worksheets } = context.workbook;
  const budget = new RequestBudget(context, () => trail.touch());
  if (isSupported("1.9")) context.application.suspendScreenUpdatingUntilNextSync();
  // All sheets first: a formula may point at one that comes later.
  for (const { name, protected: isProtected } of plan.sheets) {
    const sheet = trail.added.includes(name) ? worksheets.add(name) : worksheets.getItem(name);
    if (trail.added.includes(name)) continue;
    // Our own protection, which has no password; one that staff put on makes Excel refuse, and we say so.
    if (isProtected) sheet.protection.unprotect();
    emptySheet(sheet, trail.areaOf(name));
  }
  for (const [i, sheet] of plan.sheets.entries()) {
    signal?.throwIfAborted();
    onProgress?.(i, plan.sheets.length, sheet.name);
    await writeSheet(worksheets.getItem(sheet.name), sheet, budget);
    writeComments(context, sheet);
  }
  await budget.flush();
}

function writeNames(context: Excel.RequestContext, names: readonly NamePlan[], trail: Trail): void {
  for (const { name, refersTo, hidden } of names) {
    const formula = `=${refersTo}`;
    if (trail.isNewName(name)) {
      const item = context.workbook.names.add(name, formula);
      if (hidden) item.visible = false;
    } else {
      context.workbook.names.getItem(name).formula = formula;
    }
  }
}

/** Fills the charts, reads their points back and names those that are wrong. Ends the writing. */
async function writeCharts(
  context: Excel.RequestContext,
  plan: WorkbookPlan,
  trail: Trail,
  signal?: AbortSignal,
): Promise<string[]> {
  const charts = findCharts(context, plan.sheets);
  if (charts.length > 0) await fillCharts(context, charts, trail, signal);
  const valuesOf = valueReader(plan.sheets);
  const series = isSupported("1.12") ? charts.flatMap((chart) => readBack(context, chart, valuesOf)) : [];
  trail.finish();
  await context.sync();
  return [...new Set(series.filter(differs).map(({ chart }) => chart))];
}

async function fillCharts(
  context: Excel.RequestContext,
  charts: readonly FoundChart[],
  trail: Trail,
  signal?: AbortSignal,
): Promise<void> {
  await context.sync();
  const before = askCharts(charts);
  signal?.throwIfAborted();
  await context.sync();
  trail.touch();
  trail.keepCharts(before());
  for (const chart of charts) writeChart(context, chart);
  await context.sync();
}

/** The plan's own numbers in an area, in reading order. */
function valueReader(sheets: readonly SheetPlan[]): (cells: CellsOnSheet) => (number | null)[] {
  const values = new Map<string, number>();
  for (const sheet of sheets) {
    for (const { row, column, value } of sheet.cells) {
      if (typeof value === "number") values.set(`${sheet.name}!${toA1(row, column)}`, value);
    }
  }
  return ({ sheet, area }) => {
    const found: (number | null)[] = [];
    for (let row = area.top; row <= area.bottom; row++) {
      for (let column = area.left; column <= area.right; column++) {
        found.push(values.get(`${sheet}!${toA1(row, column)}`) ?? null);
      }
    }
    return found;
  };
}

function outcomeOf({ id, added, replaced, removed }: Trail, wrongCharts: readonly string[]): RenderOutcome {
  return {
    added,
    replaced: replaced.map(({ name }) => name),
    removed: removed.map(({ name }) => name),
    wrongCharts,
    undo: (options) => undo(id, options),
    keep: (options) => keep(id, options),
  };
}
