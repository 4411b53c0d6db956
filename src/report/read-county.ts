/** Reads a county workbook back: what its units reported, as last year's values for the next round. */
import type { Template } from "../template/template";
import type { LastYear } from "../validation/last-year";
import type { Workbook } from "../workbook/workbook";
import { FORMAT_VERSION, MARKER } from "./machine-sheet";
import { machineFacts, templateOf, type MachineFacts } from "./record/machine-facts";
import { numbersOf, unitTable, type UnitTable } from "./record/unit-table";
import { SHEETS } from "./sheet-names";

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

/**
 * `notCountyWorkbook`: nothing marks it as one of ours. `newerFormat`: a later version of the program wrote it.
 * `damaged`: something that it must have is gone; `what` names the sheet or the entry of 机读信息.
 */
export interface CountyWorkbookProblem {
  readonly code: "notCountyWorkbook" | "newerFormat" | "damaged";
  readonly what: string;
}

export interface CountyProblem {
  readonly ok: false;
  readonly problem: CountyWorkbookProblem;
}

export type CountyReading = CountyWorkbook | CountyProblem;

/**
 * Lines are found by the codes in the header, units by their names, never by address: rows and columns may have been
 * moved or added. Formulas count with the values that were saved with them.
 */
export function readCountyWorkbook(workbook: Workbook): CountyReading {
  const base = readCountyBase(workbook);
  if ("problem" in base) return base;
  const { facts, data } = base;
  const period = facts.get("period");
  const template = templateOf(facts);
  return {
    ok: true,
    period,
    templateId: facts.get("templateId"),
    templateVersion: Number(facts.get("templateVersion")),
    counted: Number(facts.get("unitsCounted")),
    expected: Number(facts.get("unitsExpected")),
    lastYear: { ...asLastYear(period, data, facts), ...linesOf(template) },
    template,
  };
}

/** The sheets of the workbook that the program wrote, and may write anew; none where nothing marks it as ours. */
export function ownSheetNames(workbook: Workbook): string[] {
  const own = new Set(
    machineFacts(workbook)
      ?.all("sheet")
      .map(([name]) => name),
  );
  return workbook.sheets.map(({ name }) => name).filter((name) => own.has(name));
}

/** What every reading of a county workbook begins with. */
export interface CountyBase {
  readonly facts: MachineFacts;
  /** 单位数据. */
  readonly data: UnitTable;
}

export function readCountyBase(workbook: Workbook): CountyBase | CountyProblem {
  const facts = machineFacts(workbook);
  if (!facts) return problem(isCopied(workbook) ? "damaged" : "notCountyWorkbook", SHEETS.machine);
  if (Number(facts.get(MARKER)) > FORMAT_VERSION) return problem("newerFormat", facts.get(MARKER));
  const missing = ["templateId", "period", "codeLabel", "totalLabel"].find((key) => facts.get(key) === "");
  if (missing) return problem("damaged", missing);
  const sheet = workbook.sheets.find(({ name }) => name === SHEETS.unitData);
  const data = sheet && unitTable(sheet, facts.get("codeLabel"));
  if (!data) return problem("damaged", SHEETS.unitData);
  if (!data.rows.has(facts.get("totalLabel"))) return problem("damaged", facts.get("totalLabel"));
  return { facts, data };
}

function linesOf(template: Template | null): Pick<LastYear, "lines"> {
  if (!template) return {};
  const lines = template.forms.flatMap(({ indicators }) => indicators);
  return { lines: new Map(lines.map(({ code, kind, measure }) => [code, { kind, measure }])) };
}

/**
 * The sheets of a county workbook in another workbook: whoever copies what he sees leaves the hidden sheet behind. They
 * look like a report, whose unit would be the county's own committee.
 */
export function isCopied({ sheets }: Workbook): boolean {
  return [SHEETS.cover, SHEETS.unitData].every((name) => sheets.some((sheet) => sheet.name === name));
}

function problem(code: CountyWorkbookProblem["code"], what: string): CountyProblem {
  return { ok: false, problem: { code, what } };
}

/** A table of units as the year before another. A unit that reported nothing has no values of last year. */
export function asLastYear(period: string, { rows }: UnitTable, facts: MachineFacts): LastYear {
  const numbers = new Map([...rows].map(([unit, row]) => [unit, numbersOf(row)]));
  const totals = numbers.get(facts.get("totalLabel")) ?? new Map<string, number>();
  numbers.delete(facts.get("totalLabel"));
  numbers.delete(facts.get("adjustmentRowLabel"));
  return { period, units: new Map([...numbers].filter(([, values]) => values.size > 0)), totals };
}
