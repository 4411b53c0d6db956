/** The template workbook as a person edits it in Excel. */
import { builtInTemplate } from "../../../src/template/builtin";
import type { Template } from "../../../src/template/template";
import type { TemplateProblem } from "../../../src/template/workbook/problem";
import { readTemplate } from "../../../src/template/workbook/read-template";
import { templatePlan } from "../../../src/template/workbook/template-plan";
import { sayTemplateProblem } from "../../../src/locales/template-text";
import { parseA1, toA1 } from "../../../src/workbook/address";
import { workbookFromPlan } from "../../../src/workbook/from-plan";
import type { PlanCell, WorkbookPlan } from "../../../src/workbook/plan";
import type { Workbook } from "../../../src/workbook/workbook";
import { say } from "../template-words";

export type Content = string | number | boolean | null;

/** One sheet under a person's hands: rows and columns as Excel names them. */
export class Editor {
  constructor(private cells: PlanCell[]) {}

  get all(): readonly PlanCell[] {
    return this.cells;
  }

  type(address: string, value: Content): this {
    const { row, column } = parseA1(address)!;
    this.cells = this.cells.filter((cell) => cell.row !== row || cell.column !== column);
    this.cells.push({ row, column, value });
    return this;
  }

  /** Row numbers as Excel shows them. */
  insertRows(before: number, count = 1): this {
    this.cells = this.cells.map((cell) =>
      cell.row >= before - 1 ? { ...cell, row: cell.row + count } : cell,
    );
    return this;
  }

  deleteRow(row: number): this {
    this.cells = this.cells
      .filter((cell) => cell.row !== row - 1)
      .map((cell) => (cell.row >= row ? { ...cell, row: cell.row - 1 } : cell));
    return this;
  }

  moveRow(from: number, to: number): this {
    const moved = this.cells.filter((cell) => cell.row === from - 1);
    this.deleteRow(from).insertRows(to);
    this.cells.push(...moved.map((cell) => ({ ...cell, row: to - 1 })));
    return this;
  }

  deleteColumn(heading: string): this {
    const { column } = this.cells.find((cell) => cell.value === heading)!;
    this.cells = this.cells
      .filter((cell) => cell.column !== column)
      .map((cell) => (cell.column > column ? { ...cell, column: cell.column - 1 } : cell));
    return this;
  }

  clear(): this {
    this.cells = [];
    return this;
  }

  /** The number of the first row that holds this value. */
  rowOf(value: Content): number {
    return this.cells.find((cell) => cell.value === value)!.row + 1;
  }

  /** The address of the cell under this heading in the first row that holds the value. */
  at(value: Content, heading: string): string {
    const { column } = this.cells.find((cell) => cell.value === heading)!;
    return toA1(this.rowOf(value) - 1, column);
  }
}

let builtIn: WorkbookPlan | undefined;

/** The built-in template's workbook after the edits, sheet by sheet. */
export function edited(edits: Readonly<Record<string, (sheet: Editor) => unknown>>): Workbook {
  builtIn ??= templatePlan(builtInTemplate, say);
  return workbookFromPlan(edit(builtIn, edits));
}

export function edit(
  plan: WorkbookPlan,
  edits: Readonly<Record<string, (sheet: Editor) => unknown>>,
): WorkbookPlan {
  const sheets = plan.sheets.map((sheet) => {
    const change = edits[sheet.name];
    if (!change) return sheet;
    const editor = new Editor([...sheet.cells]);
    change(editor);
    return { ...sheet, cells: editor.all };
  });
  return { ...plan, sheets };
}

/** The template that is read; a failed test says why there is none. */
export function read(workbook: Workbook): Template {
  const reading = readTemplate(workbook);
  if (reading.ok) return reading.template;
  throw new Error(reading.errors.map((problem) => sayTemplateProblem("zh-CN", problem)).join("\n"));
}

/** What must be mended, in short: code and place. */
export function problems(workbook: Workbook): string[] {
  return problemsOf(workbook).map(({ code, sheet, cell }) => `${code} ${sheet ?? ""}!${cell ?? ""}`);
}

export function problemsOf(workbook: Workbook): readonly TemplateProblem[] {
  const reading = readTemplate(workbook);
  return reading.ok ? [] : reading.errors;
}

export function sentences(workbook: Workbook): string[] {
  return problemsOf(workbook).map((problem) => sayTemplateProblem("zh-CN", problem));
}
