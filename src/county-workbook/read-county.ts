/** Reads a county workbook back: what its units reported, as last year's values for the next session. */
import type { Template } from "../template/template";
import type { LastYear } from "../validation/last-year";
import { toA1 } from "../workbook/address";
import type { Workbook } from "../workbook/workbook";
import { asLastYear, readCountyBase, type CountyProblem } from "./county-base";
import { ranksIn, readMachineSheet, type MachineFacts } from "./machine-sheet";

export { isCopied, type CountyWorkbookProblem } from "./county-base";

export interface CountyWorkbook {
  readonly ok: true;
  /** `2019`. */
  readonly period: string;
  readonly templateId: string;
  readonly templateVersion: number;
  /** Units whose values are in the totals, and units of the register. */
  readonly counted: number;
  readonly expected: number;
  readonly lastYear: LastYear;
  /** What it was written with; null where that is damaged. */
  readonly template: Template | null;
}

export type CountyReading = CountyWorkbook | CountyProblem;

/**
 * Lines are found by the codes in the header, units by their names, never by address: rows and columns may have been
 * moved or added.
 */
export function readCountyWorkbook(workbook: Workbook): CountyReading {
  const base = readCountyBase(workbook, null);
  if ("problem" in base) return base;
  const { facts, template, data } = base;
  const period = facts.get("period");
  return {
    ok: true,
    period,
    templateId: facts.get("templateId"),
    templateVersion: Number(facts.get("templateVersion")),
    counted: Number(facts.get("unitsCounted")),
    expected: Number(facts.get("unitsExpected")),
    lastYear: { ...asLastYear(period, data, facts), ...linesOf(template), ...ranksOf(facts) },
    template,
  };
}

/** Where each unit's values are in it: null for what has no row or column of its own. */
export function unitCellsOf(
  workbook: Workbook,
): (unit: string, code: string) => { readonly sheet: string; readonly cell: string } | null {
  const base = readCountyBase(workbook, null);
  if ("problem" in base) return () => null;
  const { rows, columns, sheet } = base.data;
  return (unit, code) => {
    const [row, column] = [rows.get(unit)?.row, columns.get(code)];
    return row === undefined || column === undefined ? null : { sheet: sheet.name, cell: toA1(row, column) };
  };
}

/** The sheets of the workbook that the program wrote, and may write again; none where nothing marks it as ours. */
export function ownSheetNames(workbook: Workbook): string[] {
  const own = new Set(
    readMachineSheet(workbook)
      ?.all("sheet")
      .map(([name]) => name),
  );
  return workbook.sheets.map(({ name }) => name).filter((name) => own.has(name));
}

function ranksOf(facts: MachineFacts): Pick<LastYear, "ranks"> {
  const ranks = ranksIn(facts, "rank");
  return ranks.size === 0 ? {} : { ranks };
}

function linesOf(template: Template | null): Pick<LastYear, "lines" | "level"> {
  if (!template) return {};
  const level = template.level ? { level: template.level.step } : {};
  const lines = template.forms.flatMap(({ indicators }) => indicators);
  return { ...level, lines: new Map(lines.map(({ code, kind, measure }) => [code, { kind, measure }])) };
}
