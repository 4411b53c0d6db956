/** What a rendering has changed so far, and the way back from there. */
import { OpenWorkbookError, type WaitOptions } from "../round/ports";
import type { NamePlan } from "../workbook/plan";
import { backUp, discard, putAside, restore } from "./backup";
import { findBackedUp, restoreCharts, type ChartBackup } from "./chart-backup";
import { runAtOnce, runInExcel } from "./run";
import { askSheetState, lock, restoreSheetState, type SheetState } from "./sheet-state";

export class Trail {
  /** Formulas of the defined names that were there, null for those that were not. */
  private readonly names = new Map<string, string | null>();
  private states: readonly SheetState[] = [];
  private copies: readonly string[] = [];
  /** The removed sheets themselves, and how visible they were. */
  private aside: readonly string[] = [];
  private before: readonly Excel.Worksheet["visibility"][] = [];
  private charts: readonly ChartBackup[] = [];

  constructor(
    readonly added: readonly string[],
    readonly replaced: readonly string[],
    readonly removed: readonly string[],
    /** Those of the replaced sheets that we lock ourselves, without a password. */
    private readonly lockable: ReadonlySet<string>,
  ) {}

  isNewName(name: string): boolean {
    return this.names.get(name) === null;
  }

  /** Asks for everything that will be overwritten and queues the copies of the sheets. One request. */
  async begin(context: Excel.RequestContext, names: readonly NamePlan[]): Promise<void> {
    const found = names.map(({ name }) => context.workbook.names.getItemOrNullObject(name));
    for (const item of found) item.load("formula");
    this.states = this.replaced.map((name) => askSheetState(context, name));
    const going = this.removed.map((name) => context.workbook.worksheets.getItem(name));
    for (const sheet of going) sheet.load("visibility");
    await context.sync();
    names.forEach(({ name }, i) =>
      this.names.set(name, found[i]!.isNullObject ? null : String(found[i]!.formula)),
    );
    this.before = going.map(({ visibility }) => visibility);
    this.copies = backUp(context, this.replaced);
    this.aside = putAside(context, this.removed);
  }

  keepCharts(charts: readonly ChartBackup[]): void {
    this.charts = charts;
  }

  /** Gives up the way back. What is gone already, another pane has given up. */
  async forget(options?: WaitOptions): Promise<void> {
    const kept = [...this.copies, ...this.aside];
    if (kept.length === 0) return;
    await runInExcel(async (context) => {
      const standing = await this.look(context);
      discard(
        context,
        kept.filter((name) => standing.has(name)),
      );
      await context.sync();
    }, options);
  }

  /** Everything as it was before, as far as the rendering had come. Within the rendering itself, at once. */
  takeBack(): Promise<void> {
    return runAtOnce((context) => this.goBack(context));
  }

  /**
   * Everything as it was before.
   * @throws {OpenWorkbookError} H04, with nothing changed, where what was kept for it is gone
   */
  undo(options?: WaitOptions): Promise<void> {
    return runInExcel(async (context) => {
      const standing = await this.look(context);
      const gone = [...this.copies, ...this.aside].some((name) => !standing.has(name));
      if (gone) throw new OpenWorkbookError({ code: "H04", params: {} });
      await this.goBack(context);
    }, options);
  }

  private async goBack(context: Excel.RequestContext): Promise<void> {
    const names = [...this.names.keys()].map((name) => context.workbook.names.getItemOrNullObject(name));
    const charts = findBackedUp(context, this.charts);
    const standing = await this.look(context);
    // First of all, so that a password that somebody has put on stops it before anything is changed.
    this.unlock(context, standing);
    // Before the rest: names and formulas may point there.
    this.bringBack(context, standing);
    this.restoreNames(names);
    for (const name of this.added) if (standing.has(name)) deleteSheet(context, name);
    this.restoreSheets(context, standing);
    restoreCharts(context, this.charts, charts);
    await context.sync();
  }

  /** The sheets that stand there, and whether each is locked. */
  private async look(context: Excel.RequestContext): Promise<Standing> {
    const { worksheets } = context.workbook;
    worksheets.load("items/name,items/protection/protected");
    await context.sync();
    return new Map(worksheets.items.map(({ name, protection }) => [name, protection.protected]));
  }

  private unlock({ workbook }: Excel.RequestContext, standing: Standing): void {
    const locked = this.replaced.filter((name, i) => standing.has(this.copies[i]!) && standing.get(name));
    const sheet = locked.find((name) => !this.lockable.has(name));
    if (sheet !== undefined) throw new OpenWorkbookError({ code: "H02", params: { sheet } });
    for (const name of locked) workbook.worksheets.getItem(name).protection.unprotect();
  }

  private restoreNames(items: readonly Excel.NamedItem[]): void {
    [...this.names.values()].forEach((before, i) => {
      const item = items[i]!;
      if (item.isNullObject) return;
      if (before === null) item.delete();
      else item.formula = before;
    });
  }

  /** What was to go is the very same sheet again. */
  private bringBack({ workbook }: Excel.RequestContext, standing: Standing): void {
    this.aside.forEach((name, i) => {
      if (!standing.has(name)) return;
      const sheet = workbook.worksheets.getItem(name);
      sheet.name = this.removed[i]!;
      sheet.visibility = this.before[i]!;
    });
  }

  /** A copy that was never made means that its sheet was never touched. */
  private restoreSheets(context: Excel.RequestContext, standing: Standing): void {
    const copied = this.states.map((state, i) => ({ state, copy: this.copies[i] ?? "" }));
    const touched = copied.filter(({ copy }) => standing.has(copy));
    const overwritten = touched.filter(({ state }) => standing.has(state.name));
    for (const { state, copy } of touched) {
      if (!standing.has(state.name)) takeItsPlace(context, copy, state);
    }
    for (const { state, copy } of overwritten) {
      restore(context, state.name, copy);
      restoreSheetState(context, state);
      if (state.sheet.protection.protected) lock(context.workbook.worksheets.getItem(state.name));
    }
    discard(
      context,
      overwritten.map(({ copy }) => copy),
    );
  }
}

/** Names of sheets, and whether each is locked. */
type Standing = ReadonlyMap<string, boolean>;

/** The sheet has been deleted or renamed since: the copy is what it was. */
function takeItsPlace({ workbook }: Excel.RequestContext, copy: string, { name, sheet }: SheetState): void {
  const item = workbook.worksheets.getItem(copy);
  item.name = name;
  item.visibility = sheet.visibility;
}

function deleteSheet(context: Excel.RequestContext, name: string): void {
  const sheet = context.workbook.worksheets.getItem(name);
  sheet.visibility = "Visible";
  sheet.delete();
}
