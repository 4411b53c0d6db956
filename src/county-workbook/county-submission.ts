/** A county workbook as what its county reports one level up: its totals are the county's values. */
import type { Contribution } from "../consolidation/consolidation";
import { consolidate } from "../consolidation/consolidate";
import { contributionsTo, countyLines, type FormLine } from "../consolidation/contributions";
import type { Finding, Place } from "../findings/finding";
import type { Entry, FormReading, Line, ListReading, Submission } from "../intake/submission";
import { senderColumn } from "../template/next-level";
import type { DetailList, Template, Unit } from "../template/template";
import { joinUnitTexts, splitUnitTexts, type UnitText } from "../template/unit-texts";
import { toA1 } from "../workbook/address";
import type { Workbook } from "../workbook/workbook";
import { listSheetName } from "../county-layout/sheet-names";
import { readCountyBase, type CountyBase } from "./county-base";
import { findingsOfCounty } from "./county-submission-findings";
import { identifyCounty } from "./identify-county";
import { numbersOf } from "./data-sheet";
import { readCountyRecord } from "./read-record";
import { emptyTemplate } from "../template/empty-template";
import { alikeItems, countyFinding, isAlike, totalPlace, type CountyRead } from "./county-read";

const read = new WeakMap<Workbook, { template: Template; file: string | null; submission: Submission }>();

/** @param template one level above that of the county's workbook, see `template/next-level.ts` */
export function readCountySubmission(
  workbook: Workbook,
  file: string | null,
  template: Template,
): Submission {
  const known = read.get(workbook);
  if (known && known.template === template && known.file === file) return known.submission;
  const submission = submissionOf(workbook, file, template);
  read.set(workbook, { template, file, submission });
  return submission;
}

function submissionOf(workbook: Workbook, file: string | null, template: Template): Submission {
  const base = readCountyBase(workbook, null);
  const reading = readCountyRecord(workbook, emptyTemplate(""));
  const place = { file, sheet: null, cell: null };
  if ("problem" in base && base.problem.code === "notCountyWorkbook")
    return refused(file, place, { variant: "notCounty" });
  if ("problem" in base || !reading.ok || !reading.record.template) {
    const { unit } = identifyCounty(file, "", template);
    const { code, what } = "problem" in base ? base.problem : { code: "damaged", what: "template" };
    return {
      ...nothing(file, unit),
      findings: [countyFinding("F31", "mustFix", unit, place, { variant: code, what })],
    };
  }
  const { record } = reading;
  const own = record.template!;
  const step = own.level?.step ?? 0;
  if (step !== (template.level?.step ?? 0) - 1)
    return refused(file, place, { variant: "otherLevel", wanted: template.name });
  if (!isSameTask(own, template))
    return refused(file, place, { variant: "otherTask", found: own.name, wanted: template.name });
  const { unit, evidence, findings } = identifyCounty(file, own.county, template);
  const { totals } = consolidate({
    template: own,
    period: record.period,
    submissions: record.submissions,
    reported: record.reported,
    missing: [],
    findings: [],
    lastYear: record.lastYear,
    adjustments: record.adjustments,
  });
  const county: CountyRead = { workbook, file, base, record, own, totals, unit };
  return {
    file,
    unit,
    evidence,
    templateId: template.id,
    templateVersion: record.templateVersion,
    period: record.period,
    cover: new Map(),
    forms: formsOf(county, template),
    lists: listsOf(county, template),
    offTemplate: [],
    findings: [...findings, ...findingsOfCounty(county, template)],
    of: { units: record.submissions.length, expected: own.units.length },
  };
}

function nothing(file: string | null, unit: Unit | null): Submission {
  return {
    file,
    unit,
    evidence: [],
    templateId: null,
    templateVersion: null,
    period: null,
    cover: new Map(),
    forms: new Map(),
    lists: new Map(),
    offTemplate: [],
    findings: [],
  };
}

function refused(file: string | null, place: Place, params: Finding["params"]): Submission {
  return { ...nothing(file, null), findings: [countyFinding("D01", "mustFix", null, place, params)] };
}

/** An office's template that was made from its files has another id in every county. */
function isSameTask(own: Template, template: Template): boolean {
  return own.id === template.id || alikeItems(own, template) * 2 > countyLines(template).length;
}

function formsOf(county: CountyRead, template: Template): Map<string, FormReading> {
  const ownLines = new Map(countyLines(county.own).map((line) => [line.indicator.code, line]));
  const lines = new Map<string, Map<string, Line>>();
  for (const line of countyLines(template)) {
    const { form, indicator } = line;
    const own = ownLines.get(indicator.code);
    if (!own || !isAlike(own, line)) continue;
    const current = entryOf(own, county);
    const read: Line = { code: indicator.code, current, lastYear: null, reason: "" };
    lines.set(form.id, (lines.get(form.id) ?? new Map<string, Line>()).set(indicator.code, read));
  }
  const { name: sheet } = county.base.data.sheet;
  return new Map([...lines].map(([form, own]) => [form, { form, sheet, lines: own }]));
}

function entryOf(line: FormLine, county: CountyRead): Entry {
  const { base, file, totals, record } = county;
  const { code, aggregation } = line.indicator;
  const total = totals.get(code);
  const place = totalPlace(code, county);
  const isWords = aggregation === "list" || aggregation === "text";
  const contributions = isWords ? contributionsTo(line, record.submissions) : (total?.contributions ?? []);
  const value = isWords
    ? joinUnitTexts(textsOf(contributions, county.own))
    : (total?.value ?? totalWritten(base, code));
  const isBlank = value === null || value === "";
  return {
    raw: isBlank ? "" : String(value),
    value: isBlank ? null : value,
    state: isBlank ? "blank" : "filled",
    approximate: contributions.some(({ approximate }) => approximate),
    steps: [],
    place: place ?? { file, sheet: base.data.sheet.name, cell: null },
  };
}

/** What a county wrote is already that of its own units. */
function textsOf(contributions: readonly Contribution[], { level }: Template): UnitText[] {
  return contributions.flatMap(({ unit, value }) => {
    const text = String(value);
    return (level && splitUnitTexts(text)) || [{ unit, text }];
  });
}

/** What the workbook itself says, of a line that rests on rows which never leave the county. */
function totalWritten({ data, facts }: CountyBase, code: string): number | null {
  const row = data.rows.get(facts.get("totalLabel"));
  return (row && numbersOf(row).get(code)) ?? null;
}

/** The rows of all units, each with the unit that it came from. */
function listsOf(county: CountyRead, template: Template): Map<string, ListReading> {
  const step = template.level?.step ?? 1;
  return new Map(
    template.lists.flatMap((list): [string, ListReading][] => {
      const own = county.own.lists.find(({ id }) => id === list.id);
      if (!own) return [];
      const rows = rowsOf(own, step, county);
      return rows.length === 0 ? [] : [[list.id, { list: list.id, sheet: listSheetName(own), rows }]];
    }),
  );
}

function rowsOf(own: DetailList, step: number, { record, file }: CountyRead): ListReading["rows"] {
  const sheet = listSheetName(own);
  const sender = senderColumn(step, own).name;
  const sent = record.submissions.flatMap(({ unit, lists }) =>
    (lists.get(own.id)?.rows ?? []).map((row) => ({ unit: unit!.name, row })),
  );
  return sent.map(({ unit, row: { cells, at } }, i) => {
    const row = at ?? i;
    const place = (column: number): Place => ({
      file,
      sheet,
      cell: at === undefined ? null : toA1(row, column),
    });
    const name: Entry = {
      raw: unit,
      value: unit,
      state: "filled",
      approximate: false,
      steps: [],
      place: place(0),
    };
    const others = [...cells].map(([column, entry], c): [string, Entry] => [
      column,
      { ...entry, place: place(c + 1) },
    ]);
    return { row, cells: new Map([[sender, name], ...others]) };
  });
}
