/**
 * A read-only copy of a sheet of a file, for a person to look at: one at most. A hidden defined name leads
 * to it, so that it is known again after it was renamed, and after the pane was closed and opened.
 */
import { absoluteReference } from "../workbook/address";
import { syncWithActive } from "./active-sheet";
import type { AskOptions, WaitOptions } from "../ports/ports";
import type { SheetPlan } from "../workbook/plan";
import { RequestBudget } from "./request-budget";
import { runAtOnce, runInExcel, type Batch } from "./run";
import { writeSheet } from "./write-sheet";

export const VIEW_NAME = "township_report_view";

/** What a copy is called while the next one takes its place: Excel wants at least one visible sheet at any time. */
const LEAVING = "~view~";

/** Asks for the copy's name; readable after the next sync. */
export function askView(context: Excel.RequestContext): Excel.NamedItem {
  const item = context.workbook.names.getItemOrNullObject(VIEW_NAME);
  item.load("formula");
  return item;
}

/** The sheet that is the copy; null where there is none, or where a person has deleted it. */
export function viewedSheet(item: Excel.NamedItem): string | null {
  if (item.isNullObject) return null;
  const match = /^=(?:'((?:[^']|'')+)'|([^'!#]+))!/.exec(String(item.formula));
  return match ? (match[1]?.replace(/''/g, "'") ?? match[2]!) : null;
}

/** What is there before anything is changed. */
interface Standing {
  readonly names: readonly string[];
  /** The worksheet in front; null where a chart sheet is. */
  readonly active: string | null;
  readonly item: Excel.NamedItem;
  /** The copy, if it is there. */
  readonly view: string | null;
}

export class SourceView {
  /** Where the person was before the first copy was opened. */
  private cameFrom: string | null = null;

  async open(plan: SheetPlan, cell: string, options?: AskOptions): Promise<void> {
    await runInExcel(async (context, signal) => {
      const standing = await look(context);
      if (standing.active !== standing.view) this.cameFrom = standing.active;
      const name = freeName(plan.name, standing);
      try {
        await this.write(context, { ...plan, name }, cell, standing);
        // After a cancel was acknowledged, nothing may be written.
        signal.throwIfAborted();
      } catch (error) {
        // In a batch of its own: what is still queued in this one must not be sent.
        await this.takeAway([name, LEAVING], runAtOnce);
        throw error;
      }
    }, options);
  }

  close(options?: WaitOptions): Promise<void> {
    return this.takeAway([], (batch) => runInExcel(batch, options));
  }

  private async write(
    context: Excel.RequestContext,
    plan: SheetPlan,
    cell: string,
    { item, view }: Standing,
  ): Promise<void> {
    const { worksheets, names } = context.workbook;
    const budget = new RequestBudget(context);
    if (view !== null) worksheets.getItem(view).name = LEAVING;
    const sheet = worksheets.add(plan.name);
    if (view !== null) worksheets.getItem(LEAVING).delete();
    if (!item.isNullObject) item.delete();
    const corner = { top: 0, left: 0, bottom: 0, right: 0 };
    names.add(VIEW_NAME, `=${absoluteReference(plan.name, corner)}`).visible = false;
    await writeSheet(sheet, plan, budget);
    sheet.activate();
    sheet.getRange(cell).select();
    await budget.flush();
  }

  /** Takes away the copy, and what half a writing has left under these names. */
  private async takeAway(
    leftovers: readonly string[],
    run: (batch: Batch<void>) => Promise<void>,
  ): Promise<void> {
    await run(async (context) => {
      const { worksheets } = context.workbook;
      const { names, active, item, view } = await look(context);
      const going = names.filter((name) => name === view || leftovers.includes(name));
      if (going.length === 0 && item.isNullObject) return;
      if (
        active !== null &&
        going.includes(active) &&
        this.cameFrom !== null &&
        names.includes(this.cameFrom)
      ) {
        worksheets.getItem(this.cameFrom).activate();
      }
      for (const name of going) worksheets.getItem(name).delete();
      if (!item.isNullObject) item.delete();
      await context.sync();
    });
  }
}

async function look(context: Excel.RequestContext): Promise<Standing> {
  const { worksheets } = context.workbook;
  const { asked: item, active } = await syncWithActive(context, () => {
    worksheets.load("items/name");
    return askView(context);
  });
  const names = worksheets.items.map((sheet) => sheet.name);
  const view = viewedSheet(item);
  return { names, active, item, view: view !== null && names.includes(view) ? view : null };
}

/** The user may have a sheet of that name. */
function freeName(wanted: string, { names, view }: Standing): string {
  const taken = new Set(names.filter((name) => name !== view).map((name) => name.toLowerCase()));
  for (let i = 1; ; i++) {
    const end = i === 1 ? "" : ` ${i}`;
    const name = wanted.slice(0, 31 - end.length) + end;
    if (!taken.has(name.toLowerCase())) return name;
  }
}
