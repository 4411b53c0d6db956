/** A small county of the sample's units, as files that the pane can be given. */
import type { FileError, ReadResult, SourceFile, WorkbookReader } from "../../src/ports/ports";
import type { GivenFile } from "../../src/app/given-file";
import { builtInTemplate } from "../../src/template/builtin";
import type { Template } from "../../src/template/template";
import { parseA1 } from "../../src/workbook/address";
import type { PlanCell, WorkbookPlan } from "../../src/workbook/plan";
import type { Workbook } from "../../src/workbook/workbook";
import { countyWorkbookOf2019, submissionOf, workbookOf } from "../samples/made-once";

export const UNITS = ["青石镇", "台上镇", "市教育局", "市公安局"] as const;

/** The built-in template, except for the other units. */
export const template: Template = {
  ...builtInTemplate,
  units: builtInTemplate.units.filter(({ name }) => (UNITS as readonly string[]).includes(name)),
};

/** What a unit sent in 2020. */
export const planOf = (unit: string): WorkbookPlan => submissionOf(unit);

/** The plan with another value in a cell: `{ "关工02!E7": 177 }`. */
export function changed(
  plan: WorkbookPlan,
  cells: Readonly<Record<string, PlanCell["value"]>>,
): WorkbookPlan {
  return Object.entries(cells).reduce((before, [place, value]) => {
    const [sheetName, cell] = place.split("!") as [string, string];
    const { row, column } = parseA1(cell)!;
    const edit = (each: PlanCell): PlanCell =>
      each.row === row && each.column === column ? { ...each, value } : each;
    return {
      ...before,
      sheets: before.sheets.map((sheet) =>
        sheet.name === sheetName ? { ...sheet, cells: sheet.cells.map(edit) } : sheet,
      ),
    };
  }, plan);
}

/** 台上镇 with five volunteers more than the sum of their kinds: R05 must be fixed. */
export const faulty = (): WorkbookPlan => changed(planOf("台上镇"), { "关工02!E7": 172 });

export const lastYearPlan = countyWorkbookOf2019;

/** Reads what was put on its shelf under the file's name, with no need of bytes. */
export class ShelfReader implements WorkbookReader {
  private readonly shelf = new Map<string, Workbook | FileError>();
  /** Where set, reading stops before each file until it is opened. */
  gate: Promise<void> | null = null;

  put(name: string, content: WorkbookPlan | FileError): void {
    this.shelf.set(name, "sheets" in content ? workbookOf(content) : content);
  }

  async read(
    files: readonly SourceFile[],
    { signal, onProgress }: Parameters<WorkbookReader["read"]>[1] = {},
  ): Promise<readonly ReadResult[]> {
    const results: ReadResult[] = [];
    for (const [i, { name }] of files.entries()) {
      if (this.gate) await unlessAborted(this.gate, signal);
      signal?.throwIfAborted();
      const found = this.shelf.get(name) ?? { code: "F04", params: {} };
      results.push(
        "sheets" in found
          ? { file: name, ok: true, workbook: found, notices: [] }
          : { file: name, ok: false, error: found },
      );
      onProgress?.(i + 1, files.length, name);
    }
    return results;
  }

  async close(): Promise<void> {}
}

function unlessAborted(gate: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.addEventListener("abort", () => reject(signal.reason));
    void gate.then(resolve);
  });
}

export function given(name: string): GivenFile {
  return { name, content: new Blob([name]) };
}

/** The shelf with every unit's file on it, and last year's workbook. */
export function fullShelf(): ShelfReader {
  const shelf = new ShelfReader();
  for (const unit of UNITS) shelf.put(`${unit}.xlsx`, planOf(unit));
  shelf.put("2019.xlsx", lastYearPlan());
  return shelf;
}
