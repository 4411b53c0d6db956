/** Renders a plan into the open workbook: everything or nothing, in few requests. */
import { OpenWorkbookError, type RenderOptions, type RenderOutcome } from "../ports/ports";
import { toA1 } from "../workbook/address";
import {
  withDrawnSheets,
  type CellsOnSheet,
  type NamePlan,
  type OfficePlan,
  type SheetPlan,
  type WorkbookPlan,
} from "../workbook/plan";
import { entriesIn } from "../workbook/write-journal-name";
import { syncWithActive } from "./active-sheet";
import { emptySheet } from "./backup";
import { calculateAll, calculateNow } from "./calculation";
import { askCharts } from "./chart-backup";
import { differs, findCharts, readBack, writeChart, type FoundChart } from "./charts";
import { askFormulas, wrongCells } from "./check-values";
import { askDates, countFrom1904, plannedDates, systemShown } from "./date-system";
import { sheetsFor } from "./write-journal";
import { RequestBudget } from "./request-budget";
import {
  checkOfficeSheets,
  insertOfficeSheets,
  OfficeSheetsRefused,
  officeSheetsOf,
  withOfficeCells,
  writeOfficeSheets,
} from "./office-sheets";
import { isSupported, runInExcel, typed } from "./run";
import { WriteTransaction, type SheetBefore } from "./write-transaction";
import { forget, keep, refuseUnfinished, takeBack, undo } from "./undo";
import { writeComments, writeSheet } from "./write-sheet";

/** An office's own sheets are inserted as they are; where Excel refuses them they are drawn. */
export async function renderPlan(plan: WorkbookPlan, options: RenderOptions): Promise<RenderOutcome> {
  if (!plan.office) return renderSheets(plan, null, options);
  if (isSupported("1.13")) {
    try {
      return await renderSheets(withOfficeCells(plan), plan.office, options);
    } catch (error) {
      if (!(error instanceof OfficeSheetsRefused)) throw error;
    }
  }
  const drawn = withDrawnSheets(plan);
  // A unit's blank must be the office's own, or none.
  if (drawn.sheets.length === 0) throw new OpenWorkbookError({ code: "H05", params: {} });
  const outcome = await renderSheets(drawn, null, options);
  return { ...outcome, drawn: [...officeSheetsOf(plan).keys()] };
}

/** @param office the package of the sheets in the plan of which only cells are written; null where none is */
async function renderSheets(
  plan: WorkbookPlan,
  office: OfficePlan | null,
  given: RenderOptions,
): Promise<RenderOutcome> {
  return runInExcel(async (context, signal) => {
    const options = { ...given, signal };
    const trail = await prepare(context, plan, office, options);
    await trail.begin(plan);
    try {
      await writeSheets(context, plan, office, trail, options);
      writeNames(context, plan.names, trail);
      const wrong = await finish(context, plan, trail, signal);
      // After a cancel was acknowledged, nothing may be written.
      signal.throwIfAborted();
      return outcomeOf(trail, wrong);
    } catch (error) {
      // In a batch of its own: what is still queued in this one must not be sent.
      await takeBack(trail.id).catch(() => {
        throw new OpenWorkbookError({ code: "H08", params: {} });
      });
      throw withLongestFormula(error, plan);
    }
  }, given);
}

/** Excel says only that a formula is too long. The longest one is where to look. */
function withLongestFormula(error: unknown, { sheets }: WorkbookPlan): unknown {
  const known = typed(error);
  if (!(known instanceof OpenWorkbookError) || known.error.code !== "H12") return error;
  let longest = { length: 0, sheet: "", cell: "" };
  for (const { name, cells } of sheets) {
    for (const { row, column, formula = "" } of cells) {
      if (formula.length > longest.length) {
        longest = { length: formula.length, sheet: name, cell: toA1(row, column) };
      }
    }
  }
  return new OpenWorkbookError({ code: "H12", params: { ...known.error.params, ...longest } });
}

/** Which sheets are new and which are ours already; refuses to touch any other. */
async function prepare(
  context: Excel.RequestContext,
  plan: WorkbookPlan,
  office: OfficePlan | null,
  { own, remove = [] }: RenderOptions,
): Promise<WriteTransaction> {
  const { worksheets, application } = context.workbook;
  const { active } = await syncWithActive(context, () => {
    worksheets.load("items/name,items/visibility,items/protection/protected");
    application.load("calculationMode,calculationState");
  });
  const names = worksheets.items.map((sheet) => sheet.name);
  refuseUnfinished(names);
  // One undo at a time: what is written now is what the next one returns to.
  for (const mark of entriesIn(names)) forget(context, mark, sheetsFor(mark.id, names));
  const present = new Map(worksheets.items.map((sheet) => [sheet.name.toLowerCase(), sheet]));
  const kept = officeSheetsOf({ ...plan, ...(office ? { office } : {}) });
  // Our own protection has no password and is taken off; so is the office's, for as long as its cells are written.
  const ours = new Set(
    plan.sheets
      .filter((sheet) => sheet.protected || kept.has(sheet.name))
      .map(({ name }) => name.toLowerCase()),
  );
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
  const again = replaced.flatMap(({ name }) => kept.get(name) ?? []);
  if (again.length > 0) await checkOfficeSheets(context, again);
  const planned = new Set(plan.sheets.map(({ name }) => name.toLowerCase()));
  const removed = remove.flatMap((name) =>
    planned.has(name.toLowerCase()) ? [] : (present.get(name.toLowerCase()) ?? []),
  );
  return new WriteTransaction(context, added, replaced.map(before), removed.map(before), active);
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
  office: OfficePlan | null,
  trail: WriteTransaction,
  { signal, onProgress }: RenderOptions,
): Promise<void> {
  const { worksheets } = context.workbook;
  const budget = new RequestBudget(context, () => trail.touch());
  if (isSupported("1.9")) context.application.suspendScreenUpdatingUntilNextSync();
  const kept = officeSheetsOf({ ...plan, ...(office ? { office } : {}) });
  // All sheets first: a formula may point at one that comes later.
  for (const { name, protected: isProtected } of plan.sheets) {
    if (kept.has(name)) continue;
    const sheet = trail.added.includes(name) ? worksheets.add(name) : worksheets.getItem(name);
    if (trail.added.includes(name)) continue;
    // Our own protection, which has no password; one that staff put on makes Excel refuse, and we say so.
    if (isProtected) sheet.protection.unprotect();
    emptySheet(sheet, trail.areaOf(name));
  }
  if (office) {
    await budget.flush();
    await insertOfficeSheets(context, office, new Set(trail.added));
    trail.touch();
  }
  for (const [i, sheet] of plan.sheets.entries()) {
    signal?.throwIfAborted();
    onProgress?.(i, plan.sheets.length, sheet.name);
    if (kept.has(sheet.name)) continue;
    await writeSheet(worksheets.getItem(sheet.name), sheet, budget);
    writeComments(context, sheet);
  }
  if (office) await writeOfficeSheets(context, [...kept.values()], budget);
  const dates = plannedDates(plan.sheets);
  const shown = askDates(context, dates);
  await budget.flush();
  // No property says from which year a workbook counts its days; a date that was written shows it.
  if (systemShown(shown) === 1904) countFrom1904(context, dates);
}

function writeNames(
  context: Excel.RequestContext,
  names: readonly NamePlan[],
  trail: WriteTransaction,
): void {
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

type Wrong = Pick<RenderOutcome, "wrongCharts" | "wrongCells">;

/** Fills the charts, has everything calculated, reads it back and names what is wrong. Ends the writing. */
async function finish(
  context: Excel.RequestContext,
  plan: WorkbookPlan,
  trail: WriteTransaction,
  signal?: AbortSignal,
): Promise<Wrong> {
  const { application } = context.workbook;
  const charts = findCharts(context, plan.sheets);
  if (charts.length > 0) await fillCharts(context, charts, trail, signal);
  calculateNow(application);
  const budget = new RequestBudget(context, () => trail.touch());
  const formulas = await askFormulas(context, plan.sheets, budget);
  const valuesOf = valueReader(plan.sheets);
  const series = isSupported("1.12") ? charts.flatMap((chart) => readBack(context, chart, valuesOf)) : [];
  trail.finish();
  await context.sync();
  const wrongCharts = [...new Set(series.filter(differs).map(({ chart }) => chart))];
  const wrong = wrongCells(formulas);
  return { wrongCharts, wrongCells: wrong.length > 0 ? await calculatedAgain(context, plan) : [] };
}

/** Excel may be set to manual calculation without saying so. What is wrong after this, is. */
async function calculatedAgain(context: Excel.RequestContext, plan: WorkbookPlan) {
  calculateAll(context.workbook.application);
  const formulas = await askFormulas(context, plan.sheets, new RequestBudget(context));
  await context.sync();
  return wrongCells(formulas);
}

async function fillCharts(
  context: Excel.RequestContext,
  charts: readonly FoundChart[],
  trail: WriteTransaction,
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

function outcomeOf({ id, added, replaced, removed }: WriteTransaction, wrong: Wrong): RenderOutcome {
  return {
    added,
    replaced: replaced.map(({ name }) => name),
    removed: removed.map(({ name }) => name),
    ...wrong,
    undo: (options) => undo(id, options),
    keep: (options) => keep(id, options),
  };
}
