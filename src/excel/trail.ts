/** What a writing leaves in the workbook as it goes, so that the way back from it is there whatever happens. */
import type { NamePlan } from "../workbook/plan";
import { backUp, putAside } from "./backup";
import type { ChartBackup } from "./chart-backup";
import { addCharts, copyName, newWriting, putMark, setStage, touchMark, type Before } from "./mark";

/** A sheet as it stood there before, and whether we lock it ourselves. */
export interface SheetBefore {
  readonly name: string;
  readonly visibility: Excel.Worksheet["visibility"];
  readonly lockable: boolean;
}

export class Trail {
  readonly id = newWriting();
  private readonly newNames = new Set<string>();

  constructor(
    private readonly context: Excel.RequestContext,
    readonly added: readonly string[],
    readonly replaced: readonly SheetBefore[],
    readonly removed: readonly SheetBefore[],
  ) {}

  isNewName(name: string): boolean {
    return this.newNames.has(name);
  }

  /** Asks for the names that will be overwritten; queues the mark, then the copies of the sheets. One request. */
  async begin(names: readonly NamePlan[]): Promise<void> {
    const { context, id } = this;
    const found = names.map(({ name }) => context.workbook.names.getItemOrNullObject(name));
    for (const item of found) item.load("formula");
    await context.sync();
    const before = this.before(names, found);
    for (const { name, formula } of before.names) if (formula === null) this.newNames.add(name);
    putMark(context, id, before);
    backUp(context, before.replaced);
    setStage(context, { id, stage: "begun" }, "writing");
    putAside(context, before.removed);
  }

  /** To be queued first in every further request. */
  touch(): void {
    touchMark(this.context, this.id);
  }

  /** Queues remembering what the charts show. */
  keepCharts(charts: readonly ChartBackup[]): void {
    addCharts(this.context, this.id, charts);
  }

  /** Queues, behind the last that is written, that all of it stands there. */
  finish(): void {
    setStage(this.context, { id: this.id, stage: "writing" }, "written");
  }

  private before(names: readonly NamePlan[], found: readonly Excel.NamedItem[]): Before {
    const sheets = [...this.replaced, ...this.removed].map((sheet, i) => ({
      ...sheet,
      copy: copyName(this.id, i + 1),
    }));
    return {
      began: Date.now(),
      added: this.added,
      replaced: sheets.slice(0, this.replaced.length),
      removed: sheets.slice(this.replaced.length),
      names: names.map(({ name }, i) => ({
        name,
        formula: found[i]!.isNullObject ? null : String(found[i]!.formula),
      })),
    };
  }
}
