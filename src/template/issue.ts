/** 下发: the blank workbooks that units are sent, and the template of the next year. */
import { distinctFileNames } from "../workbook/file-names";
import type { WorkbookPlan } from "../workbook/plan";
import { submissionPlan } from "./submission-plan";
import { formsOf } from "./template-index";
import type { Template, Unit } from "./template";

/** What last year's county workbook says of the units: name → code → value, yes/no lines 1 and 0. */
export interface CarriedValues {
  readonly units: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

export interface BlankWorkbook {
  readonly unit: Unit;
  /** `台上镇.xlsx`; different from the unit's name where a file system would refuse it or take two for one. */
  readonly fileName: string;
  readonly plan: WorkbookPlan;
}

/**
 * A unit's workbook of this period, blank: the unit filled in, last year's values carried and locked. Forms of the
 * office's own are as the office made them; figures of the period before go into their columns for it.
 * @param period `2021`; empty where forms of the office's own are of no certain period
 * @param lastYear null where nothing is known of last year
 */
export function issueBlank(
  template: Template,
  unit: Unit,
  period: string,
  lastYear: CarriedValues | null,
  lastPeriod: CarriedValues | null = null,
): WorkbookPlan {
  return submissionPlan(template, {
    unit,
    period,
    ...(isKnown(unit, lastYear) ? { lastYear: carriedOf(template, unit, lastYear) } : {}),
    ...(isKnown(unit, lastPeriod) ? { lastPeriod: valuesOf(unit, lastPeriod) } : {}),
  });
}

function isKnown(unit: Unit, before: CarriedValues | null): boolean {
  return [unit.name, ...unit.aliases].some((name) => before?.units.has(name));
}

/** The blank workbooks of every unit, in the order of the register, each made when its turn comes. */
export function* issueEach(
  template: Template,
  period: string,
  lastYear: CarriedValues | null,
  lastPeriod: CarriedValues | null = null,
): Generator<BlankWorkbook> {
  const names = distinctFileNames(template.units.map(({ name }) => name));
  for (const [i, unit] of template.units.entries()) {
    yield {
      unit,
      fileName: `${names[i]}.xlsx`,
      plan: issueBlank(template, unit, period, lastYear, lastPeriod),
    };
  }
}

/** The blank workbooks of every unit, in the order of the register. */
export function issueAll(
  template: Template,
  period: string,
  lastYear: CarriedValues | null,
  lastPeriod: CarriedValues | null = null,
): readonly BlankWorkbook[] {
  return [...issueEach(template, period, lastYear, lastPeriod)];
}

/**
 * The template of the next year: the same id and content, the next version. A template of one period only moves on by
 * a year.
 * @param period the period that it is to serve, `2021`; the year after its own if absent
 */
export function nextTemplate(template: Template, period?: string): Template {
  const { period: own, version, history } = template;
  const next = version + 1;
  const serves = period ?? (own === undefined ? undefined : yearLater(own));
  return {
    ...template,
    version: next,
    history: [...history, { from: version, version: next, changes: [] }],
    ...(serves === undefined ? {} : { period: serves }),
  };
}

function yearLater(period: string): string {
  return period.replace(/^\d{4}/, (year) => String(Number(year) + 1));
}

/** A renamed unit is found under its old name. */
function valuesOf(unit: Unit, before: CarriedValues | null): ReadonlyMap<string, number> {
  const names = [unit.name, ...unit.aliases];
  return names.map((name) => before?.units.get(name)).find((found) => found !== undefined) ?? new Map();
}

/** Last year's values of the lines that the unit fills. */
function carriedOf(
  template: Template,
  unit: Unit,
  lastYear: CarriedValues | null,
): ReadonlyMap<string, number> {
  const values = valuesOf(unit, lastYear);
  const lines = formsOf(template, unit.kind).flatMap((form) => form.indicators);
  const own = lines.filter((line) => line.carried && line.fills.includes(unit.kind));
  return new Map(
    own.flatMap(({ code }): [string, number][] => {
      const value = values.get(code);
      return value === undefined ? [] : [[code, value]];
    }),
  );
}
