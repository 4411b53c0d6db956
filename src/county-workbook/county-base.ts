/** What every reading of a county workbook begins with: its 机读信息 and the two tables of units, their totals complete. */
import { knownTotals, type Values } from "../consolidation/known-totals";
import type { Template } from "../template/template";
import type { LastYear } from "../validation/last-year";
import { toA1 } from "../workbook/address";
import { cellsOf } from "../workbook/cells";
import type { Sheet, Workbook } from "../workbook/workbook";
import { isUnfinished, entriesIn } from "../workbook/write-journal-name";
import { listSheetName, SHEETS } from "../county-layout/sheet-names";
import {
  COUNTED,
  FORMAT_VERSION,
  MARKER,
  readMachineSheet,
  reportedIn,
  templateOf,
  type MachineFacts,
} from "./machine-sheet";
import { readAdjustmentsSheet } from "./adjustments-sheet";
import { isUnsaved, numbersOf, readDataSheet, type UnitTable } from "./data-sheet";

/**
 * `notCountyWorkbook`: nothing marks it as one of ours. `newerFormat`: a later version of the program wrote it.
 * `unfinished`: writing it stopped half way.
 * `damaged`: something that it must have is gone; `what` names the sheet or the entry of 机读信息. `notCalculated`: the
 * formula at `what` was saved without its result, and its result is not known here. `otherLevel`: its units are of another
 * level than those that it would be compared with.
 */
export interface CountyWorkbookProblem {
  readonly code:
    "notCountyWorkbook" | "newerFormat" | "unfinished" | "damaged" | "notCalculated" | "otherLevel";
  readonly what: string;
}

export interface CountyProblem {
  readonly ok: false;
  readonly problem: CountyWorkbookProblem;
}

export interface CountyBase {
  readonly facts: MachineFacts;
  /** The workbook's own; null where it is damaged. */
  readonly template: Template | null;
  /** 单位数据. */
  readonly data: UnitTable;
  /** 上年数据; null where last year was not known, or the sheet is gone. */
  readonly before: UnitTable | null;
  /** 上期数据; null where the period before was not known, or the sheet is gone. */
  readonly lastPeriod: UnitTable | null;
}

/**
 * Totals are formulas, and count with the results that were saved with them. A program that does not calculate saves
 * none (openpyxl): those totals are made again from the units' values, by the workbook's own template or else by
 * `fallback`. Any other formula without its result is a problem: an empty cell would pass for one without a number.
 */
export function readCountyBase(workbook: Workbook, fallback: Template | null): CountyBase | CountyProblem {
  const facts = readMachineSheet(workbook);
  const isOurs = facts !== null || isCopied(workbook);
  if (isOurs && entriesIn(workbook.sheets.map(({ name }) => name)).some(isUnfinished))
    return problem("unfinished", "");
  if (!facts) return problem(isCopied(workbook) ? "damaged" : "notCountyWorkbook", SHEETS.machine);
  if (Number(facts.get(MARKER)) > FORMAT_VERSION) return problem("newerFormat", facts.get(MARKER));
  const missing = (["templateId", "codeLabel", "totalLabel"] as const).find((key) => facts.get(key) === "");
  if (missing) return problem("damaged", missing);
  // A template without periods has an empty one; then the row is there.
  if (facts.all("period").length === 0) return problem("damaged", "period");
  const sheetNamed = (name: string): Sheet | undefined => workbook.sheets.find((each) => each.name === name);
  const template = templateOf(facts);
  const codes = new Set(
    (template ?? fallback)?.forms.flatMap(({ indicators }) => indicators.map(({ code }) => code)),
  );
  const tableOf = (name: string): UnitTable | null => {
    const sheet = sheetNamed(name);
    return sheet ? readDataSheet(sheet, facts.get("codeLabel"), codes) : null;
  };
  const data = tableOf(SHEETS.unitData);
  if (!data) return problem("damaged", SHEETS.unitData);
  if (!data.rows.has(facts.get("totalLabel"))) return problem("damaged", facts.get("totalLabel"));
  const before = facts.get("lastYearPeriod") === "" ? null : tableOf(SHEETS.lastYearData);
  const lastPeriod = facts.all("lastPeriod").length === 0 ? null : tableOf(SHEETS.lastPeriodData);
  const completer = new Completer(facts, template ?? fallback);
  const adjustments = sheetNamed(SHEETS.adjustments);
  // What people typed into sheets in which the program itself writes no formulas.
  const typed = [adjustments, ...(template?.lists ?? []).map((list) => sheetNamed(listSheetName(list)))];
  const lost = [data, before, lastPeriod]
    .map((table) => table && completer.lost(table))
    .concat(typed.map(unsavedIn));
  const what = lost.find((place) => place !== null);
  if (what) return problem("notCalculated", what);
  const past = before && completer.lastYear(before);
  return {
    facts,
    template,
    data: completer.thisYear(data, past, adjustments),
    before: past,
    lastPeriod: lastPeriod && completer.lastYear(lastPeriod),
  };
}

/** The first formula that was saved without its result, `调整!C4`; null where there is none. */
function unsavedIn(sheet: Sheet | undefined): string | null {
  const cell = sheet && [...cellsOf(sheet)].find(isUnsaved);
  return cell ? `${sheet!.name}!${toA1(cell.row, cell.column)}` : null;
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

/** The rows below the units are no unit's. */
const LABELS = ["totalLabel", "adjustmentRowLabel", "comparedRowLabel"] as const;

/** The units' numbers by name; a unit that reported nothing has none and is left out. */
function unitsIn({ rows }: UnitTable, facts: MachineFacts): Map<string, Values> {
  const labels = new Set(LABELS.map((label) => facts.get(label)));
  const units = [...rows].filter(([name]) => !labels.has(name));
  const numbers = units.map(([name, row]) => [name, numbersOf(row)] as const);
  return new Map(numbers.filter(([, values]) => values.size > 0));
}

/** A table of units as the year before another. */
export function asLastYear(period: string, table: UnitTable, facts: MachineFacts): LastYear {
  const total = table.rows.get(facts.get("totalLabel"));
  return { period, units: unitsIn(table, facts), totals: total ? numbersOf(total) : new Map() };
}

/** Units whose values are in the totals. */
function countedIn(facts: MachineFacts): string[] {
  return reportedIn(facts).flatMap(({ unit, status }) => (unit && COUNTED.has(status) ? unit : []));
}

class Completer {
  constructor(
    private readonly facts: MachineFacts,
    private readonly template: Template | null,
  ) {}

  /** The first formula of the table whose result is lost; null where there is none. */
  lost(table: UnitTable): string | null {
    const made = new Set(this.template ? LABELS.map((label) => this.facts.get(label)) : []);
    for (const [name, { row, unsaved }] of table.rows) {
      const [code] = unsaved;
      if (code === undefined || made.has(name)) continue;
      return `${table.sheet.name}!${toA1(row, table.columns.get(code)!)}`;
    }
    return null;
  }

  thisYear(table: UnitTable, before: UnitTable | null, adjustments: Sheet | undefined): UnitTable {
    return this.completed(table, "totalLabel", (template) =>
      knownTotals(
        unitsIn(table, this.facts),
        template,
        (adjustments && readAdjustmentsSheet(adjustments, this.facts)) ?? [],
        before && this.comparedIn(before),
      ),
    );
  }

  /** What this year is compared with: the same units while some are missing, else the whole county. */
  private comparedIn({ rows }: UnitTable): Values {
    const row = rows.get(this.facts.get("comparedRowLabel")) ?? rows.get(this.facts.get("totalLabel"));
    return row ? numbersOf(row) : new Map();
  }

  lastYear(table: UnitTable): UnitTable {
    const units = unitsIn(table, this.facts);
    const whole = this.completed(table, "totalLabel", (template) => knownTotals(units, template));
    const counted = new Set(countedIn(this.facts));
    const same = new Map([...units].filter(([name]) => counted.has(name)));
    return this.completed(whole, "comparedRowLabel", (template) => knownTotals(same, template));
  }

  private completed(
    table: UnitTable,
    label: (typeof LABELS)[number],
    totalsBy: (template: Template) => Values,
  ): UnitTable {
    const name = this.facts.get(label);
    const row = table.rows.get(name);
    if (!row || row.unsaved.length === 0 || !this.template) return table;
    const totals = totalsBy(this.template);
    const made = row.unsaved.flatMap((code): [string, number][] => {
      const value = totals.get(code);
      return value === undefined ? [] : [[code, value]];
    });
    const values = new Map([...row.values, ...made]);
    return { ...table, rows: new Map([...table.rows, [name, { ...row, values }]]) };
  }
}
