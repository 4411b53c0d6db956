/** The journal that a writing leaves in the workbook as it proceeds, so that it can be undone whatever happens. */
import type { Area } from "../workbook/address";
import type { SheetPlan, WorkbookPlan } from "../workbook/plan";
import { backUp, discard, putAside } from "./backup";
import type { ChartBackup } from "./chart-backup";
import {
  addCharts,
  copyName,
  entryName,
  newWriting,
  putEntry,
  setStage,
  touchEntry,
  type Before,
} from "./write-journal";
import { around, askUsed, plannedArea, usedArea } from "./sheet-area";

/** A sheet as it was before, and whether we lock it ourselves. */
export interface SheetBefore {
  readonly name: string;
  readonly visibility: Excel.Worksheet["visibility"];
  readonly lockable: boolean;
}

export class WriteTransaction {
  readonly id = newWriting();
  private readonly newNames = new Set<string>();
  private readonly areas = new Map<string, Area | null>();

  constructor(
    private readonly context: Excel.RequestContext,
    readonly added: readonly string[],
    readonly replaced: readonly SheetBefore[],
    readonly removed: readonly SheetBefore[],
    /** The worksheet in front; null where a chart sheet is. */
    private readonly active: string | null,
  ) {}

  isNewName(name: string): boolean {
    return this.newNames.has(name);
  }

  /** What is overwritten of a sheet that was there before. */
  areaOf(sheet: string): Area | null {
    return this.areas.get(sheet.toLowerCase()) ?? null;
  }

  /** Asks for names and for what the sheets use; queues the journal, then the copies of the sheets. One request. */
  async begin(plan: WorkbookPlan): Promise<void> {
    const { context, id } = this;
    const { worksheets, names } = context.workbook;
    names.load("items/name,items/formula");
    const used = this.replaced.map(({ name }) => askUsed(worksheets.getItem(name)));
    await context.sync();
    const planned = new Map(plan.sheets.map((sheet) => [sheet.name.toLowerCase(), sheet]));
    this.replaced.forEach(({ name }, i) => {
      const sheet = planned.get(name.toLowerCase()) as SheetPlan;
      this.areas.set(name.toLowerCase(), around([usedArea(used[i]!), plannedArea(sheet)]));
    });
    const found = names.items.map(({ name, formula }) => ({ name, formula: String(formula) }));
    const before = this.before(plan, found);
    for (const { name, formula } of before.names) if (formula === null) this.newNames.add(name);
    putEntry(context, id, before);
    backUp(context, before.replaced, found);
    // Excel shows a new copy.
    if (before.replaced.length > 0 && this.active !== null) worksheets.getItem(this.active).activate();
    setStage(context, { id, stage: "begun" }, "writing");
    putAside(context, before.removed);
  }

  /** To be queued first in every further request. */
  touch(): void {
    touchEntry(this.context, this.id);
  }

  /** Queues remembering what the charts show. */
  keepCharts(charts: readonly ChartBackup[]): void {
    addCharts(this.context, this.id, charts);
  }

  /** Queues, behind the last that is written, that all of it is there. The deletion also ends what Ctrl+Z reaches. */
  finish(): void {
    discard(this.context, [entryName(this.id, "writing")]);
  }

  private before({ names }: WorkbookPlan, found: readonly { name: string; formula: string }[]): Before {
    const sheets = [...this.replaced, ...this.removed].map((sheet, i) => ({
      ...sheet,
      copy: copyName(this.id, i + 1),
    }));
    const formulas = new Map(found.map(({ name, formula }) => [name.toLowerCase(), formula]));
    return {
      began: Date.now(),
      added: this.added,
      replaced: sheets
        .slice(0, this.replaced.length)
        .map((sheet) => ({ ...sheet, area: this.areaOf(sheet.name) })),
      removed: sheets.slice(this.replaced.length),
      names: names.map(({ name }) => ({ name, formula: formulas.get(name.toLowerCase()) ?? null })),
    };
  }
}
