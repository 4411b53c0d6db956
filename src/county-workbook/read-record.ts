/** A county workbook as the record of its session: the units' values with their places, findings, files, last year. */
import { entryOf } from "../findings/catalogue-entry";
import type { Reported } from "../consolidation/consolidation";
import { countyLines, fillsLine, type FormLine } from "../consolidation/contributions";
import type { CountyRecord, Edit } from "../consolidation/county-record";
import type { Entry, FormReading, Line, OffTemplate, Submission } from "../intake/submission";
import type { Template, Unit } from "../template/template";
import { WORDS } from "../template/words";
import type { LastYear } from "../validation/last-year";
import { toA1 } from "../workbook/address";
import type { CellValue, Workbook } from "../workbook/workbook";
import { SHEETS } from "../county-layout/sheet-names";
import { asLastYear, readCountyBase, type CountyBase, type CountyProblem } from "./county-base";
import { COUNTED, evidenceIn, ranksIn, reportedIn, type MachineFacts } from "./machine-sheet";
import { readAdjustmentsSheet } from "./adjustments-sheet";
import { readDecisionsSheet } from "./decisions-sheet";
import { readFindingsSheet } from "./findings-sheet";
import { readOffTemplateSheet } from "./off-template-sheet";
import { readScoresSheet, type TypedScore } from "./scores-sheet";
import { withTypedScores } from "./typed-scores";
import { SCORED } from "../validation/county-scores";
import { readListSheets, type ListsRead } from "./list-sheets";
import { readSourceSheet, sourceKey, type Sources } from "./source-sheet";
import type { UnitRow } from "./data-sheet";

export type RecordReading = { readonly ok: true; readonly record: CountyRecord } | CountyProblem;

/**
 * `fallback`: the template in use, for a workbook whose own is damaged. Values are those of 单位数据, as people may
 * have corrected them there; what 数据来源 says otherwise is reported among `edits`.
 */
export function readCountyRecord(workbook: Workbook, fallback: Template): RecordReading {
  const base = readCountyBase(workbook, fallback);
  if ("problem" in base) return base;
  const { facts, template: own, before } = base;
  const template = own ?? fallback;
  const lost: string[] = [];
  const sheetNamed = <T>(name: string, read: (sheet: Workbook["sheets"][number]) => T | null): T | null => {
    const sheet = workbook.sheets.find((each) => each.name === name);
    const result = sheet ? read(sheet) : null;
    if (result === null) lost.push(name);
    return result;
  };
  const sources = sheetNamed(SHEETS.sources, (sheet) => readSourceSheet(sheet, facts)) ?? new Map();
  const findings = sheetNamed(SHEETS.findings, readFindingsSheet) ?? [];
  const lastYearPeriod = facts.get("lastYearPeriod");
  if (lastYearPeriod !== "" && !before) lost.push(SHEETS.lastYearData);
  if (facts.all("lastPeriod").length > 0 && !base.lastPeriod) lost.push(SHEETS.lastPeriodData);
  const adjustments = sheetNamed(SHEETS.adjustments, (sheet) => readAdjustmentsSheet(sheet, facts)) ?? [];
  // Workbooks of before had no such sheet.
  const hasDecisions = facts.all("sheet").some(([name]) => name === SHEETS.decisions);
  const decisions = (hasDecisions ? sheetNamed(SHEETS.decisions, readDecisionsSheet) : null) ?? [];
  // The workbook has the sheet only where there was something to list.
  const hasOffTemplate = facts.all("sheet").some(([name]) => name === SHEETS.offTemplate);
  const offTemplate =
    (hasOffTemplate ? sheetNamed(SHEETS.offTemplate, (sheet) => readOffTemplateSheet(sheet, facts)) : null) ??
    new Map<string, OffTemplate[]>();
  const level = template.level ? { level: template.level.step } : {};
  const lists = readListSheets(workbook, template, facts);
  const reported = reportedIn(facts);
  const units = template.units.filter((unit) => isCounted(unit, reported, base));
  const rebuilt = units.map((unit) => new Rebuilt(unit, template, base, sources, lists, offTemplate));
  const hasScores = facts.all("sheet").some(([name]) => name === SHEETS.scores);
  const scores = hasScores
    ? sheetNamed(SHEETS.scores, (sheet) => readScoresSheet(sheet, facts, template))
    : null;
  return {
    ok: true,
    record: {
      period: facts.get("period") || null,
      template: own,
      templateId: facts.get("templateId"),
      templateVersion: Number(facts.get("templateVersion")),
      submissions: rebuilt.map((each) => withTypedScores(each.submission(facts), scores, template)),
      reported,
      // The county's own rules are asked again.
      findings: findings.filter(({ code }) => entryOf(code)?.subject !== "county"),
      lastYear: before && { ...onItsBasis(asLastYear(lastYearPeriod, before, facts), facts), ...level },
      lastPeriod: base.lastPeriod && {
        ...asLastYear(facts.get("lastPeriod"), base.lastPeriod, facts),
        ...level,
      },
      evidence: evidenceIn(facts),
      adjustments,
      decisions,
      marks: new Map(facts.all("mark").map(([file = "", mark = ""]) => [file, mark])),
      edits: rebuilt.flatMap((each) => each.edits),
      uncounted: template.units
        .filter((unit) => !units.includes(unit) && isTypedFor(unit, base, scores))
        .map(({ name }) => name),
      lost: [...lost, ...lists.lost],
    },
  };
}

/** What was said of last year when the workbook was written. */
function onItsBasis(lastYear: LastYear, facts: MachineFacts): LastYear {
  const former = new Map<string, string[]>();
  for (const [unit = "", name = ""] of facts.all("former")) {
    former.set(unit, [...(former.get(unit) ?? []), name]);
  }
  const incomparable = facts.all("incomparable").flatMap(([code]) => code ?? []);
  const ranks = ranksIn(facts, "lastRank");
  return {
    ...lastYear,
    ...(ranks.size === 0 ? {} : { ranks }),
    ...(former.size === 0 ? {} : { former }),
    ...(incomparable.length === 0 ? {} : { incomparable }),
  };
}

function isTypedFor(
  { name }: Unit,
  { data }: CountyBase,
  scores: ReadonlyMap<string, ReadonlyMap<string, TypedScore>> | null,
): boolean {
  const typed = [...(scores?.get(name)?.values() ?? [])];
  return (data.rows.get(name)?.values.size ?? 0) > 0 || typed.some(({ value }) => value !== null);
}

/** Where 机读信息 no longer says it, a unit with values was counted. */
function isCounted({ name }: Unit, reported: readonly Reported[], { data }: CountyBase): boolean {
  if (reported.length === 0) return (data.rows.get(name)?.values.size ?? 0) > 0;
  return reported.some(({ unit, status }) => unit === name && COUNTED.has(status));
}

/** One unit, put together again from its row and its sources. */
class Rebuilt {
  readonly edits: Edit[] = [];
  private readonly row: UnitRow | undefined;

  constructor(
    private readonly unit: Unit,
    private readonly template: Template,
    private readonly base: CountyBase,
    private readonly sources: Sources,
    private readonly lists: ListsRead,
    private readonly offTemplate: ReadonlyMap<string, readonly OffTemplate[]>,
  ) {
    this.row = base.data.rows.get(unit.name);
  }

  submission(facts: MachineFacts): Submission {
    const forms = new Map<string, FormReading>();
    for (const line of countyLines(this.template)) {
      const { form, indicator } = line;
      const read = this.line(line);
      const sheet = read.current.place.sheet ?? form.id;
      const lines = new Map([...(forms.get(form.id)?.lines ?? []), [indicator.code, read] as const]);
      forms.set(form.id, { form: form.id, sheet, lines });
    }
    // What the county scored itself is in none of the unit's files.
    const places = [...this.sources].find(
      ([key, { steps }]) => key.startsWith(`${this.unit.name} `) && !steps.includes(SCORED),
    );
    return {
      file: places?.[1].place.file ?? null,
      unit: this.unit,
      evidence: ["countyWorkbook"],
      templateId: facts.get("templateId"),
      templateVersion: Number(facts.get("templateVersion")),
      period: facts.get("period") || null,
      cover: new Map(),
      forms,
      lists: this.lists.byUnit.get(this.unit.name) ?? new Map(),
      offTemplate: this.offTemplate.get(this.unit.name) ?? [],
      findings: [],
    };
  }

  private line(formLine: FormLine): Line {
    const { code, kind } = formLine.indicator;
    const source = this.sources.get(sourceKey(this.unit.name, code));
    const now = asValue(this.row?.values.get(code) ?? null, kind);
    const was = source?.state === "filled" ? asValue(source.value, kind) : null;
    const reason = source?.reason ?? "";
    const known = (): Line => {
      const { raw, state, approximate, steps, place: from } = source ?? BLANK;
      return {
        code,
        current: { raw, state, approximate, steps, place: from, value: was },
        lastYear: null,
        reason,
      };
    };
    // Without a row or column of its own a value cannot have been changed there.
    const place = this.placeOf(code);
    if (place === null) return known();
    const edit = { unit: this.unit.name, code, now, sheet: this.base.data.sheet.name, cell: place };
    if (same(now, was)) {
      if (source?.steps.includes(EDITED)) this.tell({ ...edit, was: written(source.raw, kind) });
      return known();
    }
    // Lines that this unit must not fill are in 数据来源 only.
    if (now === null && !fillsLine(formLine, this.unit)) return known();
    // What was changed twice was once what the file has.
    this.tell({ ...edit, was: source?.steps.includes(EDITED) ? written(source.raw, kind) : was });
    const steps = this.hasSources ? [...(source?.steps ?? []).filter((step) => step !== EDITED), EDITED] : [];
    const current: Entry = {
      raw: source?.raw ?? "",
      value: now,
      state: now === null ? "blank" : "filled",
      approximate: false,
      steps,
      place: source?.place ?? { file: null, sheet: this.base.data.sheet.name, cell: place },
    };
    return { code, current, lastYear: null, reason };
  }

  /** Without 数据来源 nobody knows what the files had. */
  private get hasSources(): boolean {
    return this.sources.size > 0;
  }

  private tell(edit: Edit): void {
    if (this.hasSources && !same(edit.now, edit.was)) this.edits.push(edit);
  }

  private placeOf(code: string): string | null {
    const column = this.base.data.columns.get(code);
    return this.row === undefined || column === undefined ? null : toA1(this.row.row, column);
  }
}

/** A reading step: somebody changed the value in the county workbook. */
const EDITED = "edited";

const BLANK = {
  raw: "",
  state: "blank",
  approximate: false,
  steps: [],
  place: { file: null, sheet: null, cell: null },
} as const;

/** 是 and 否 are words in their cells. */
function asValue(value: CellValue, kind: string): CellValue {
  if (kind !== "yesNo") return value;
  return value === WORDS.yes ? true : value === WORDS.no ? false : value;
}

/** The value that the text of a cell shows. */
function written(raw: string, kind: string): CellValue {
  if (raw.trim() === "") return null;
  const number = Number(raw);
  return Number.isFinite(number) ? number : asValue(raw, kind);
}

function same(a: CellValue, b: CellValue): boolean {
  if (typeof a === "number" && typeof b === "number")
    return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));
  return a === b;
}
