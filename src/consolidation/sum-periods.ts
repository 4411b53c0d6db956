/**
 * County workbooks of one office become one of a longer period: six months a half-year, three a quarter. Figures of a
 * period are added; those of a day or from the first of the year on are the last period's; ratios are computed again;
 * words are kept by period.
 */
import type { Entry, FormReading, Line, ListReading, Submission } from "../intake/submission";
import type { Indicator, Template, Unit } from "../template/template";
import { LineFormulas } from "../template/line-formula";
import { cumulativeItems } from "../template/own-columns";
import { monthsOf, periodOfMonths } from "../workbook/period";
import type { Adjustment } from "./adjustments";
import type { CountyRecord } from "./county-record";
import { countyLines, entryOf, fillsLine, type FormLine } from "./contributions";
import { exactSum } from "../workbook/exact-sum";
import type { Reported } from "./reported";
import type { CellOf, ChangedItem, PeriodRule, SummedPart, SummedPeriods } from "./summed-periods";

/** The county workbook of one period. */
export interface PeriodPart {
  readonly file: string;
  readonly period: string;
  readonly record: CountyRecord;
  readonly cellOf: CellOf;
}

export interface Summed {
  readonly template: Template;
  readonly period: string;
  readonly submissions: readonly Submission[];
  readonly reported: readonly Reported[];
  readonly missing: readonly Unit[];
  readonly adjustments: readonly Adjustment[];
  readonly summed: SummedPeriods;
}

export type SumRefusal =
  | { readonly why: "single" | "damaged" | "noPeriod"; readonly files: readonly string[] }
  /** Of several templates, or of offices with other units. */
  | { readonly why: "otherOffice"; readonly files: readonly string[] }
  | { readonly why: "overlap"; readonly files: readonly string[]; readonly period: string }
  /** No quarter, half or year holds them all, or not the period that is asked for. */
  | { readonly why: "noCommonPeriod"; readonly files: readonly string[] };

/** @param wanted the longer period; null where it is to be the shortest that holds all */
export function sumPeriods(
  given: readonly PeriodPart[],
  wanted: string | null,
): { readonly ok: true; readonly sum: Summed } | { readonly ok: false; readonly refusal: SumRefusal } {
  const parts = [...given].sort((a, b) => (firstMonth(a) < firstMonth(b) ? -1 : 1));
  const refusal = refusalOf(parts);
  if (refusal) return { ok: false, refusal };
  const period = wanted ?? shortestPeriod(parts);
  const files = parts.map(({ file }) => file);
  const months = new Set(period === null ? [] : monthsOf(period));
  const isInside = parts.every((part) => monthsOf(part.period).every((month) => months.has(month)));
  if (period === null || !isInside) return { ok: false, refusal: { why: "noCommonPeriod", files } };
  return { ok: true, sum: summed(parts, period) };
}

function firstMonth({ period }: PeriodPart): string {
  return monthsOf(period)[0] ?? "";
}

function refusalOf(parts: readonly PeriodPart[]): SumRefusal | null {
  const filesOf = (bad: (part: PeriodPart) => boolean): string[] => parts.filter(bad).map(({ file }) => file);
  const damaged = filesOf(({ record }) => record.template === null);
  if (damaged.length > 0) return { why: "damaged", files: damaged };
  const without = filesOf(({ period }) => monthsOf(period).length === 0);
  if (without.length > 0) return { why: "noPeriod", files: without };
  if (new Set(parts.map(officeOf)).size > 1) return { why: "otherOffice", files: filesOf(() => true) };
  const seen = new Map<string, PeriodPart>();
  for (const part of parts) {
    for (const month of monthsOf(part.period)) {
      const before = seen.get(month);
      if (before) return { why: "overlap", files: [before.file, part.file], period: part.period };
      seen.set(month, part);
    }
  }
  return parts.length < 2 ? { why: "single", files: filesOf(() => true) } : null;
}

/** One template, whatever its version, and one county. */
function officeOf({ record: { template, templateId } }: PeriodPart): string {
  return JSON.stringify([templateId, template!.county, template!.committee]);
}

function shortestPeriod(parts: readonly PeriodPart[]): string | null {
  const months = parts.flatMap((part) => monthsOf(part.period));
  const year = months[0]!.slice(0, 4);
  const longer = ["Q1", "Q2", "Q3", "Q4", "H1", "H2", ""].map((part) => `${year}${part}`);
  return longer.find((each) => months.every((month) => monthsOf(each).includes(month))) ?? null;
}

/** In the length of the periods that are there: months beside months, quarters beside quarters. */
function missingPeriods(parts: readonly PeriodPart[], period: string): string[] {
  const there = new Set(parts.flatMap((part) => monthsOf(part.period)));
  const length = Math.min(...parts.map((part) => monthsOf(part.period).length));
  const months = monthsOf(period);
  const pieces = Array.from({ length: Math.ceil(months.length / length) }, (_, i) =>
    months.slice(i * length, (i + 1) * length),
  );
  return pieces.flatMap((piece) => {
    const open = piece.filter((month) => !there.has(month));
    if (open.length === 0) return [];
    return open.length === piece.length ? (periodOfMonths(piece[0]!, piece.at(-1)!) ?? open) : open;
  });
}

function summed(parts: readonly PeriodPart[], period: string): Summed {
  const template = newestTemplate(parts, period);
  const changed = changedItems(parts, template);
  const barred = new Set(changed.filter(({ how }) => how === "otherwise").map(({ code }) => code));
  const ruleOf = rulesOf(template, barred);
  const lines = countyLines(template);
  const summedParts = parts.map(({ file, period: of, record, cellOf }): SummedPart => {
    const counted = new Set(record.submissions.map(({ unit }) => unit!.name));
    return {
      file,
      period: of,
      templateVersion: record.templateVersion,
      submissions: record.submissions,
      missing: template.units.filter(({ name }) => !counted.has(name)).map(({ name }) => name),
      cellOf,
    };
  });
  const submissions = template.units.flatMap((unit) => {
    const ofUnit = summedParts.filter(({ missing }) => !missing.includes(unit.name));
    return ofUnit.length === 0
      ? []
      : [submissionOf(unit, ofUnit, { template, period, lines, ruleOf, parts: summedParts })];
  });
  const reporting = new Set(submissions.map(({ unit }) => unit!.name));
  return {
    template,
    period,
    submissions,
    reported: summedParts.flatMap(({ file, submissions: own }) =>
      own
        .filter(({ unit }) => reporting.has(unit!.name))
        .map(({ unit }): Reported => ({ unit: unit!.name, file, status: "accepted" })),
    ),
    missing: template.units.filter(({ name }) => !reporting.has(name)),
    adjustments: adjustmentsOf(parts, template, ruleOf),
    summed: { parts: summedParts, missing: missingPeriods(parts, period), ruleOf, changed },
  };
}

/** That of the last period; one of a certain period serves the longer one. */
function newestTemplate(parts: readonly PeriodPart[], period: string): Template {
  const newest = parts.reduce((a, b) => (b.record.templateVersion >= a.record.templateVersion ? b : a));
  const template = newest.record.template!;
  return template.period === undefined ? template : { ...template, period };
}

function changedItems(parts: readonly PeriodPart[], template: Template): ChangedItem[] {
  const before = parts.map(({ period, record }) => ({
    period,
    items: new Map(countyLines(record.template!).map(({ indicator }) => [indicator.code, indicator])),
  }));
  const now = countyLines(template).map(({ indicator }) => indicator);
  const gone = before
    .flatMap(({ items }) => [...items.values()])
    .filter(({ code }) => now.every((each) => each.code !== code));
  const all = new Map([...now, ...gone].map((indicator) => [indicator.code, indicator]));
  return [...all.values()].flatMap((indicator): ChangedItem[] => {
    const { code, name } = indicator;
    const lacking = before.filter(({ items }) => !items.has(code)).map(({ period }) => period);
    const otherwise = before
      .filter(({ items }) => items.has(code) && !isAlike(items.get(code)!, indicator))
      .map(({ period }) => period);
    return [
      ...(lacking.length === 0 ? [] : [{ code, name, how: "lacking", periods: lacking } as const]),
      ...(otherwise.length === 0 ? [] : [{ code, name, how: "otherwise", periods: otherwise } as const]),
    ];
  });
}

function isAlike(a: Indicator, b: Indicator): boolean {
  const isText = ({ kind }: Indicator): boolean => kind === "text";
  return a.measure === b.measure && (a.kind === "yesNo") === (b.kind === "yesNo") && isText(a) === isText(b);
}

function rulesOf(template: Template, barred: ReadonlySet<string>): SummedPeriods["ruleOf"] {
  const cumulative = cumulativeItems(template);
  const formulas = LineFormulas.of(template);
  return ({ indicator: { code, aggregation, formula, kind } }) => {
    if (barred.has(code)) return "none";
    if (aggregation === "text" || aggregation === "list") return "words";
    if (formula !== undefined && formulas.addsRecords(formula)) return "sum";
    if (formula !== undefined && (aggregation === "ratio" || aggregation === "computed")) return "computed";
    if (aggregation === "ratio" || aggregation === "computed" || kind === "percent") return "none";
    return aggregation === "sum" && !cumulative.has(code) ? "sum" : "last";
  };
}

interface Summing {
  readonly template: Template;
  readonly period: string;
  readonly lines: readonly FormLine[];
  readonly ruleOf: SummedPeriods["ruleOf"];
  /** All periods, also those in which the unit did not report. */
  readonly parts: readonly SummedPart[];
}

/** A unit's values of the longer period, as if it had sent them. */
function submissionOf(unit: Unit, ofUnit: readonly SummedPart[], summing: Summing): Submission {
  const { template, period, lines, ruleOf, parts } = summing;
  const values = new Map<string, Entry>();
  for (const line of lines) {
    if (!fillsLine(line, unit)) continue;
    const entry = entryOver(line, unit.name, ofUnit, ruleOf(line), parts.at(-1)!);
    if (entry) values.set(line.indicator.code, entry);
  }
  const file = ofUnit.map((part) => part.file).join("、");
  computeEntries(summing, values, file);
  const forms = new Map<string, FormReading>();
  for (const { form, indicator } of lines) {
    const current = values.get(indicator.code);
    if (!current) continue;
    const line: Line = { code: indicator.code, current, lastYear: null, reason: "" };
    const known = forms.get(form.id)?.lines ?? [];
    forms.set(form.id, { form: form.id, sheet: form.id, lines: new Map([...known, [indicator.code, line]]) });
  }
  return {
    file,
    unit,
    evidence: ["countyWorkbook"],
    templateId: template.id,
    templateVersion: template.version,
    period,
    cover: new Map(),
    forms,
    lists: listsOf(unit.name, ofUnit, template),
    offTemplate: [],
    findings: [],
  };
}

/** The records of all periods, one period below the other. */
function listsOf(
  unit: string,
  ofUnit: readonly SummedPart[],
  { lists }: Template,
): ReadonlyMap<string, ListReading> {
  const own = ofUnit.flatMap(({ submissions }) => submissions.find((each) => each.unit!.name === unit) ?? []);
  return new Map(
    lists.flatMap(({ id }): [string, ListReading][] => {
      const readings = own.flatMap((submission) => submission.lists.get(id) ?? []);
      const [first] = readings;
      const rows = readings.flatMap((reading) => reading.rows).map((each, row) => ({ ...each, row }));
      return first ? [[id, { ...first, rows }]] : [];
    }),
  );
}

interface Known {
  readonly part: SummedPart;
  readonly entry: Entry;
}

function entryOver(
  line: FormLine,
  unit: string,
  ofUnit: readonly SummedPart[],
  rule: PeriodRule,
  last: SummedPart,
): Entry | null {
  const known = ofUnit.flatMap((part): Known[] => {
    const submission = part.submissions.find((each) => each.unit!.name === unit);
    const entry = submission && entryOf(line, submission);
    return entry && entry.state === "filled" && entry.value !== null ? [{ part, entry }] : [];
  });
  const { code } = line.indicator;
  if (rule === "sum") {
    const numbers = known.flatMap(({ entry }) => (typeof entry.value === "number" ? entry.value : []));
    return numbers.length === 0 ? null : filled(exactSum(numbers), known, unit, code);
  }
  if (rule === "last") {
    const own = known.filter(({ part }) => part === last);
    return own.length === 0 ? null : filled(own[0]!.entry.value!, own, unit, code);
  }
  if (rule !== "words" || known.length === 0) return null;
  const said = new Set(known.map(({ entry }) => String(entry.value)));
  const text = [...known.map(({ part, entry }) => `${part.period}：${String(entry.value)}`)].join("；");
  return filled(said.size === 1 ? [...said][0]! : text, known, unit, code);
}

/** Its place is the cell in the period's county workbook; of several periods the text names them all. */
function filled(
  value: number | string | boolean,
  known: readonly Known[],
  unit: string,
  code: string,
): Entry {
  const places = known.map(({ part }) => ({ file: part.file, at: part.cellOf(unit, code) }));
  const raw = known.map(({ entry }, i) => {
    const { file, at } = places[i]!;
    return `${String(entry.value)}（${file}${at ? ` ${at.sheet}!${at.cell}` : ""}）`;
  });
  const { file, at } = places.at(-1)!;
  return {
    raw: known.length === 1 ? String(value) : raw.join("＋"),
    value,
    state: "filled",
    approximate: known.some(({ entry }) => entry.approximate),
    steps: [],
    place: {
      file: known.length === 1 ? file : [...new Set(places.map((place) => place.file))].join("、"),
      sheet: at?.sheet ?? null,
      cell: known.length === 1 ? (at?.cell ?? null) : null,
    },
  };
}

/** Adds what the template's formulas give of the other values; one may rest on another. */
function computeEntries(
  { template, lines, ruleOf }: Summing,
  values: Map<string, Entry>,
  file: string,
): void {
  const open = new Map(
    lines.filter((line) => ruleOf(line) === "computed").map((line) => [line.indicator.code, line]),
  );
  const formulas = LineFormulas.of(template);
  const valueOf = (code: string): number | null => {
    const line = open.get(code);
    open.delete(code);
    const formula = line?.indicator.formula;
    if (line && formula !== undefined) {
      const of = (ref: { readonly code: string; readonly lastYear: boolean }): number | null =>
        ref.lastYear ? null : valueOf(ref.code);
      const isOwn = line.form.layout === "own";
      const value = isOwn ? formulas.valueInSheet(formula, of) : formulas.value(formula, of, true);
      const place = { file, sheet: null, cell: null };
      if (value !== null)
        values.set(code, { raw: "", value, state: "filled", approximate: false, steps: [], place });
    }
    const known = values.get(code)?.value;
    return typeof known === "number" ? known : null;
  };
  for (const code of [...open.keys()]) valueOf(code);
}

/** Of figures that are added those of every period; of others those of the last. */
function adjustmentsOf(
  parts: readonly PeriodPart[],
  template: Template,
  ruleOf: SummedPeriods["ruleOf"],
): Adjustment[] {
  const lines = new Map(countyLines(template).map((line) => [line.indicator.code, line]));
  return parts.flatMap(({ period, record }, i) =>
    record.adjustments.flatMap((adjustment): Adjustment[] => {
      const line = lines.get(adjustment.code);
      const rule = line && ruleOf(line);
      const counts = rule === "sum" || (rule === "last" && i === parts.length - 1);
      return counts ? [{ ...adjustment, reason: `${period}：${adjustment.reason}` }] : [];
    }),
  );
}
