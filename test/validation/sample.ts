/** Do: change a clean submission of the sample county. See: what the checks find, in short. */
import { codeText } from "../../src/findings/finding-code";
import type { Finding } from "../../src/findings/finding";
import { readSubmissions } from "../../src/intake/read-submissions";
import type { Submission } from "../../src/intake/submission";
import { sampleCounty, type SampleUnit, type SampleYear } from "../../src/samples/sample-county";
import { carried } from "../../src/samples/values";
import type { ListRecord } from "../../src/template/list-sheet";
import { submissionPlan } from "../../src/template/submission-plan";
import type { Template } from "../../src/template/template";
import type { LastYear } from "../../src/validation/last-year";
import { createValidator, type Checked, type Known } from "../../src/validation/validator";
import { parseA1 } from "../../src/workbook/address";
import { workbookFromPlan } from "../../src/workbook/from-plan";
import type { WorkbookPlan } from "../../src/workbook/plan";
import { readingsOf } from "../samples/made-once";

export const county = sampleCounty();
export const TEMPLATE = county.template;
export const validator = createValidator(TEMPLATE);
export const LAST_YEAR = asLastYear(county.previous);
/** Everything is known that the county knows. */
export const KNOWN: Known = { lastYear: LAST_YEAR, period: "2020" };

type Value = number | string | boolean;
type ByCode<T> = Readonly<Record<string, T>>;

/** What is different from the clean submission. */
export interface Change {
  /** Lines as they are filled in; null empties one. Formulas follow. */
  readonly set?: ByCode<Value | null>;
  /** Cells typed over, formulas among them, at the line's cell of this year; null empties the cell. */
  readonly type?: ByCode<Value | null>;
  /** Last year's value, as the county carried it and as it is in the forms. */
  readonly carried?: ByCode<number>;
  /** Last year's column as it is in the forms, against what was carried. */
  readonly lastYear?: ByCode<number>;
  /** Null takes one away. */
  readonly reasons?: ByCode<string | null>;
  /** Records of a list in place of its own; null leaves the list out. */
  readonly lists?: ByCode<readonly ListRecord[] | null>;
  readonly cover?: ByCode<Value | null>;
  /** Sheets taken out. */
  readonly without?: readonly string[];
  /** Whatever else is done to the written workbook. */
  readonly plan?: (plan: WorkbookPlan) => WorkbookPlan;
  readonly file?: string;
  /** The template that the workbook was issued by. */
  readonly template?: Template;
}

export function sampleUnit(name: string, year: SampleYear = county): SampleUnit {
  return year.units.find(({ unit }) => unit.name === name)!;
}

/** The unit's workbook with the change made, read as any other. */
export function submission(name: string, change: Change = {}, year: SampleYear = county): Submission {
  if (Object.keys(change).length > 0) return changed(name, change, year);
  const at = year.units.findIndex(({ unit }) => unit.name === name);
  return readingsOf(year === county ? 2020 : 2019)[at]![0]!;
}

/** By the change itself: many files of tests look at the same lists of cases, and at each case more than once. */
const read = new WeakMap<Change, Map<SampleUnit, Submission>>();

function changed(name: string, change: Change, year: SampleYear): Submission {
  const unit = sampleUnit(name, year);
  const known = read.get(change)?.get(unit);
  if (known) return known;
  const workbook = workbookFromPlan(planOf(unit, change));
  const submission = readSubmissions(workbook, { file: change.file ?? unit.fileName }, TEMPLATE)[0]!;
  read.set(change, (read.get(change) ?? new Map<SampleUnit, Submission>()).set(unit, submission));
  return submission;
}

export function planOf(unit: SampleUnit, change: Change = {}): WorkbookPlan {
  const content = {
    ...unit,
    values: merged(unit.values, change.set),
    lastYear: merged(merged(unit.lastYear, change.carried), change.lastYear),
    reasons: merged(unit.reasons, change.reasons),
    lists: merged(unit.lists, change.lists),
    cover: merged(unit.cover, change.cover),
  };
  const plan = submissionPlan(change.template ?? TEMPLATE, content);
  const typed = Object.entries(change.type ?? {}).reduce(
    (edited, [code, value]) => typeOver(edited, cellOf(unit, code), value),
    plan,
  );
  const sheets = typed.sheets.filter(({ name }) => !change.without?.includes(name));
  return change.plan?.({ ...typed, sheets }) ?? { ...typed, sheets };
}

/** Checks a unit's submission with the change made. */
export function check(name: string, change: Change = {}, known: Known = KNOWN): Checked {
  return validator.check(submission(name, change), { ...known, lastYear: withCarried(name, change, known) });
}

function withCarried(name: string, { carried: changes }: Change, { lastYear }: Known): LastYear | null {
  if (lastYear === null || changes === undefined) return lastYear;
  const units = new Map(lastYear.units);
  units.set(name, merged(units.get(name) ?? new Map(), changes));
  return { ...lastYear, units };
}

export function findings(name: string, change: Change = {}, known: Known = KNOWN): readonly Finding[] {
  return check(name, change, known).findings;
}

/** A value typed into a cell, in place of whatever stood there. */
export function typeOver(
  plan: WorkbookPlan,
  { sheet, cell }: { readonly sheet: string; readonly cell: string },
  value: Value | null,
): WorkbookPlan {
  const at = parseA1(cell)!;
  return {
    ...plan,
    sheets: plan.sheets.map((each) => {
      if (each.name !== sheet) return each;
      const cells = each.cells.filter(({ row, column }) => row !== at.row || column !== at.column);
      const added = { row: at.row, column: at.column, value };
      return { ...each, cells: [...cells, added].sort((a, b) => a.row - b.row || a.column - b.column) };
    }),
  };
}

/** Where a line's value of this year is in the unit's workbook. */
export function cellOf(unit: SampleUnit, code: string): { readonly sheet: string; readonly cell: string } {
  const read = submission(unit.unit.name);
  const entry =
    read.cover.get(code) ??
    [...read.forms.values()].flatMap(({ lines }) => lines.get(code) ?? [])[0]?.current;
  return { sheet: entry!.place.sheet!, cell: entry!.place.cell! };
}

/** Each finding as the fields asked for: code, class, sheet, cell, indicator, unit, file, or one of its values. */
export function flatten(found: readonly Finding[], ...fields: readonly string[]): unknown[][] {
  return found.map((finding) => {
    const all: Readonly<Record<string, unknown>> = { ...finding.values, ...finding.place, ...plain(finding) };
    return fields.map((field) => all[field]);
  });
}

function plain({ code, class: findingClass, indicator, unit }: Finding) {
  return { code: codeText(code), class: findingClass, indicator, unit };
}

/** Codes of what each finding brings about, in order. */
export function causesOf(found: readonly Finding[]): string[][] {
  return found.map(({ causes }) => causes.map(({ code }) => codeText(code)).sort());
}

/** A finding and all that is under it. */
export function withCauses(finding: Finding): Finding[] {
  return [finding, ...finding.causes.flatMap(withCauses)];
}

/** Last year's county workbook, as it is read back. */
export function asLastYear(year: SampleYear): LastYear {
  return {
    period: year.period,
    units: new Map(year.units.map(({ unit, values }) => [unit.name, carried(year.template, unit, values)])),
    totals: new Map(),
  };
}

function merged<T>(all: ReadonlyMap<string, T>, changes: ByCode<T | null> = {}): ReadonlyMap<string, T> {
  const result = new Map(all);
  for (const [code, value] of Object.entries(changes)) {
    if (value === null) result.delete(code);
    else result.set(code, value);
  }
  return result;
}
