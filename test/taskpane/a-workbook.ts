/** An Excel that holds nothing but sheets: what the pane asks of the open workbook. */
import {
  OpenWorkbookError,
  type AskOptions,
  type HostErrorCode,
  type OpenWorkbook,
  type RenderOptions,
  type RenderOutcome,
  type UnfinishedWriting,
  type WrongCell,
} from "../../src/ports/ports";
import { workbookFromPlan } from "../../src/workbook/from-plan";
import { withDrawnSheets, type PlanCell, type SheetPlan, type WorkbookPlan } from "../../src/workbook/plan";
import type { Workbook } from "../../src/workbook/workbook";

export class FakeWorkbook implements OpenWorkbook {
  sheets: SheetPlan[];
  /** `关工02!E7`. */
  shown: string[] = [];
  /** What the next call fails with. */
  refuses: HostErrorCode | Error | null = null;
  wrongCharts: readonly string[] = [];
  wrongCells: readonly WrongCell[] = [];
  /** Where set, writing stops at the first sheet until it is opened. */
  gate: Promise<void> | null = null;
  /** Where set, a cell is being edited: whatever is asked waits until it is finished. */
  cell: Promise<void> | null = null;
  kept = 0;
  /** Where set, a writing was left in the middle: what stood there before it. */
  unfinishedSince: {
    readonly sheets: readonly SheetPlan[];
    readonly began: number;
    readonly recent?: boolean;
  } | null = null;
  /** The copy of a file's sheet that is there for looking at, and its selected cell. */
  viewed: { readonly sheet: SheetPlan; readonly cell: string } | null = null;

  constructor(...plans: readonly WorkbookPlan[]) {
    const sheets = plans.flatMap((plan) => plan.sheets);
    this.sheets = sheets.length > 0 ? sheets : [{ name: "Sheet1", cells: [] }];
  }

  get names(): string[] {
    return this.sheets.map(({ name }) => name);
  }

  /** Types into cells of a row, by their columns. */
  type(sheet: string, row: number, values: Readonly<Record<number, PlanCell["value"]>>): void {
    const typed = Object.entries(values).map(([column, value]) => ({ row, column: Number(column), value }));
    const stays = (cell: PlanCell): boolean => cell.row !== row || !(cell.column in values);
    this.sheets = this.sheets.map((each) =>
      each.name === sheet ? { ...each, cells: [...each.cells.filter(stays), ...typed] } : each,
    );
  }

  async read(options?: AskOptions): Promise<Workbook> {
    await this.untilCellIsFinished(options);
    this.refuse();
    this.refuseUnfinished();
    return { ...workbookFromPlan({ sheets: this.sheets, names: [] }), format: "open" };
  }

  async sheetNames(options?: AskOptions): Promise<readonly string[]> {
    await this.untilCellIsFinished(options);
    this.refuseUnfinished();
    return this.names;
  }

  async unfinished(): Promise<UnfinishedWriting | null> {
    if (!this.unfinishedSince) return null;
    const { sheets, began, recent = false } = this.unfinishedSince;
    const settle = (then: readonly SheetPlan[]): void => {
      this.refuse();
      this.refuseUnfinished(this.unfinishedSince === null);
      this.sheets = [...then];
      this.unfinishedSince = null;
    };
    return {
      began,
      recent,
      sheets: this.names,
      undo: async () => settle(sheets),
      keep: async () => settle(this.sheets),
    };
  }

  async goTo(sheet: string, cell: string, options?: AskOptions): Promise<void> {
    await this.untilCellIsFinished(options);
    this.refuse();
    this.shown.push(`${sheet}!${cell}`);
  }

  async view(sheet: SheetPlan, cell: string): Promise<void> {
    this.refuse();
    this.viewed = { sheet, cell };
  }

  async closeView(options?: AskOptions): Promise<void> {
    await this.untilCellIsFinished(options);
    this.refuse();
    this.viewed = null;
  }

  async render(
    asked: WorkbookPlan,
    { own, remove = [], signal, onProgress, onWaiting }: RenderOptions,
  ): Promise<RenderOutcome> {
    const plan = withDrawnSheets(asked);
    this.refuse();
    this.refuseUnfinished();
    const before = this.sheets;
    const foreign = plan.sheets.find(({ name }) => this.names.includes(name) && !own.includes(name));
    if (foreign) throw new OpenWorkbookError({ code: "H06", params: { sheet: foreign.name } });
    onProgress?.(0, plan.sheets.length, plan.sheets[0]!.name);
    if (this.gate) {
      onWaiting?.();
      await Promise.race([this.gate, aborted(signal)]);
    }
    const planned = plan.sheets.map(({ name }) => name);
    const gone = [...planned, ...remove];
    this.sheets = [...before.filter(({ name }) => !gone.includes(name)), ...plan.sheets];
    return {
      added: planned.filter((name) => !before.some((sheet) => sheet.name === name)),
      replaced: planned.filter((name) => before.some((sheet) => sheet.name === name)),
      removed: remove,
      wrongCharts: this.wrongCharts,
      wrongCells: this.wrongCells,
      undo: async (options) => {
        await this.untilCellIsFinished(options);
        this.refuse();
        this.sheets = before;
      },
      keep: async (options) => {
        await this.untilCellIsFinished(options);
        this.refuse();
        this.kept++;
      },
    };
  }

  private async untilCellIsFinished({ signal, onWaiting }: AskOptions = {}): Promise<void> {
    if (!this.cell) return;
    onWaiting?.();
    await Promise.race([this.cell, aborted(signal)]);
    this.cell = null;
  }

  private refuseUnfinished(isSo = this.unfinishedSince !== null): void {
    if (isSo) throw new OpenWorkbookError({ code: "H08", params: {} });
  }

  private refuse(): void {
    const reason = this.refuses;
    this.refuses = null;
    if (reason instanceof Error) throw reason;
    if (reason) throw new OpenWorkbookError({ code: reason, params: { sheet: "汇总说明" } });
  }
}

function aborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason)));
}
