/** What a rendering has changed so far, and the way back from there. */
import type { WaitOptions } from "../round/ports";
import type { NamePlan } from "../workbook/plan";
import { backUp, discard, putAside, restore } from "./backup";
import { findBackedUp, restoreCharts, type ChartBackup } from "./chart-backup";
import { runInExcel, type Batch } from "./run";
import { askSheetState, restoreSheetState, type SheetState } from "./sheet-state";

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

  /** Gives up the way back. */
  async forget(options?: WaitOptions): Promise<void> {
    const kept = [...this.copies, ...this.aside];
    if (kept.length === 0) return;
    await runInExcel(async (context) => {
      discard(context, kept);
      await context.sync();
    }, options);
  }

  /** Everything as it was before, as far as the rendering had come. `run`: within the rendering itself, at once. */
  async takeBack(run: (batch: Batch<void>) => Promise<void>): Promise<void> {
    await run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load("items/name");
      const names = [...this.names.keys()].map((name) => context.workbook.names.getItemOrNullObject(name));
      const charts = findBackedUp(context, this.charts);
      await context.sync();
      const standing = new Set(worksheets.items.map((sheet) => sheet.name));
      // First of all: names and formulas may point there.
      this.bringBack(context, standing);
      this.restoreNames(names);
      for (const name of this.added) if (standing.has(name)) deleteSheet(context, name);
      this.restoreSheets(context, standing);
      restoreCharts(context, this.charts, charts);
      await context.sync();
    });
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
  private bringBack({ workbook }: Excel.RequestContext, standing: ReadonlySet<string>): void {
    this.aside.forEach((name, i) => {
      if (!standing.has(name)) return;
      const sheet = workbook.worksheets.getItem(name);
      sheet.name = this.removed[i]!;
      sheet.visibility = this.before[i]!;
    });
  }

  /** A copy that was never made means that its sheet was never touched. */
  private restoreSheets(context: Excel.RequestContext, standing: ReadonlySet<string>): void {
    this.copies.forEach((copy, i) => {
      if (!standing.has(copy)) return;
      restore(context, this.replaced[i]!, copy);
      restoreSheetState(context, this.states[i]!);
    });
    discard(
      context,
      this.copies.filter((copy) => standing.has(copy)),
    );
  }
}

function deleteSheet(context: Excel.RequestContext, name: string): void {
  const sheet = context.workbook.worksheets.getItem(name);
  sheet.visibility = "Visible";
  sheet.delete();
}
