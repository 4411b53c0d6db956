/** The JSON documents of the command line: what they hold is a contract with other programs. */
import { codeText } from "../findings/finding-code";
import type { Consolidation, Reported, Total } from "../consolidation/consolidation";
import { sheetsOf, type SheetTotals } from "../consolidation/sheet-totals";
import type { RankedUnit } from "../consolidation/ranking";
import type { Finding } from "../findings/finding";
import type { Locale } from "../locales";
import { say } from "../locales/command-line";
import { sayFinding } from "../locales/finding-text";
import type { Template, Unit } from "../template/template";
import { splitUnitTexts, type UnitText } from "../template/unit-texts";
import type { LastYear } from "../validation/last-year";
import type { Skipped } from "./source-files";

interface FindingDocument {
  readonly class: Finding["class"];
  readonly code: string;
  readonly unit: string | null;
  readonly file: string | null;
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly indicator: string | null;
  readonly values: Finding["values"];
  readonly causes: readonly FindingDocument[];
  readonly message: string;
  /** What the cell should probably say, where that is well founded. */
  readonly proposal?: { readonly from: string; readonly to: string | number | boolean };
}

interface TotalDocument {
  readonly value: number | string | null | readonly { readonly unit: string; readonly text: string }[];
  readonly lastYear: number | null;
  /** Of the units in the total alone; there while others are missing. */
  readonly lastYearSameUnits?: number | null;
  /** The period before, where its county workbook is given. */
  readonly lastPeriod?: number | null;
  readonly lastPeriodSameUnits?: number | null;
  readonly units: number;
  readonly expected: number;
}

/** What `check` and `consolidate` print. */
export interface SessionDocument {
  readonly version: 1;
  readonly period: string | null;
  readonly units: readonly Reported[];
  readonly missing: readonly string[];
  readonly skipped: readonly { readonly file: string; readonly reason: string }[];
  readonly findings: readonly FindingDocument[];
  readonly totals?: Readonly<Record<string, TotalDocument>>;
  readonly sheets?: readonly SheetTotals[];
  /** Of a template that scores its units. */
  readonly ranking?: readonly RankDocument[];
}

interface RankDocument {
  readonly unit: string;
  /** Whom it is ranked among: 乡镇, 街道, 部门. */
  readonly kind: string;
  readonly score: number | null;
  readonly rank: number | null;
  readonly grade: string | null;
  /** Why its grade is capped; null where nothing vetoes it. */
  readonly veto: string | null;
  readonly selfScore: number | null;
  readonly lastYearRank: number | null;
}

export interface CrossUnitFacts {
  readonly period: string | null;
  readonly reported: readonly Reported[];
  readonly missing: readonly Unit[];
  readonly skipped: readonly Skipped[];
  readonly findings: readonly Finding[];
  /** When consolidating. */
  readonly consolidation?: Consolidation;
}

export function sessionDocument(facts: CrossUnitFacts, locale: Locale): SessionDocument {
  const { period, reported, missing, skipped, findings, consolidation } = facts;
  return {
    version: 1,
    period,
    units: reported.map(({ unit, file, status, of }) => ({ unit, file, status, ...(of ? { of } : {}) })),
    missing: missing.map((unit) => unit.name),
    skipped: skipped.map(({ file, reason }) => ({ file, reason: say(locale, reason) })),
    findings: findings.map((finding) => findingDocument(finding, locale)),
    ...(consolidation ? { totals: totalsDocument(consolidation), sheets: sheetsOf(consolidation) } : {}),
    ...(consolidation?.ranking ? { ranking: consolidation.ranking.map(rankDocument) } : {}),
  };
}

function rankDocument({ unit, group, score, rank, grade, veto, self, lastRank }: RankedUnit): RankDocument {
  return {
    unit: unit.name,
    kind: group,
    score,
    rank,
    grade,
    veto,
    selfScore: self,
    lastYearRank: lastRank,
  };
}

export function errorDocument(code: string, message: string) {
  return { version: 1, error: { code, message } } as const;
}

function findingDocument(finding: Finding, locale: Locale): FindingDocument {
  const { place, code, unit, indicator, values, proposal } = finding;
  return {
    class: finding.class,
    code: codeText(code),
    unit,
    file: place.file,
    sheet: place.sheet,
    cell: place.cell,
    indicator,
    values,
    causes: finding.causes.map((cause) => findingDocument(cause, locale)),
    message: sayFinding(locale, finding),
    ...(proposal ? { proposal: { from: proposal.from, to: proposal.to } } : {}),
  };
}

function totalsDocument({
  template,
  totals,
  lastYear,
  lastPeriod = null,
}: Consolidation): Record<string, TotalDocument> {
  const document: Record<string, TotalDocument> = {};
  for (const { indicator } of tableLines(template)) {
    const total = totals.get(indicator.code);
    if (!total || indicator.aggregation === "text") continue;
    document[indicator.code] = {
      value: indicator.aggregation === "list" ? textsOf(total, template) : total.value,
      ...lastYearOf(total, lastYear),
      ...lastPeriodOf(total, lastPeriod),
      units: total.units,
      expected: total.expected,
    };
  }
  return document;
}

/** The county's, as the contract has it, and beside it what the total is compared with where that is less. */
function lastYearOf(
  { code, lastYear }: Total,
  before: LastYear | null,
): Pick<TotalDocument, "lastYear" | "lastYearSameUnits"> {
  if (!before?.whole) return { lastYear };
  return { lastYear: before.whole.get(code) ?? null, lastYearSameUnits: lastYear };
}

function lastPeriodOf(
  { code }: Total,
  before: LastYear | null,
): Pick<TotalDocument, "lastPeriod" | "lastPeriodSameUnits"> {
  if (!before) return {};
  const lastPeriod = before.totals.get(code) ?? null;
  if (!before.whole) return { lastPeriod };
  return { lastPeriod: before.whole.get(code) ?? null, lastPeriodSameUnits: lastPeriod };
}

/** One level up each county's text has those of its own units. */
function textsOf(total: Total, { level }: Template): UnitText[] {
  return total.contributions.flatMap(({ unit, value }) => {
    const own = level ? splitUnitTexts(String(value)) : null;
    return own ?? [{ unit, text: String(value) }];
  });
}

function tableLines(template: Template) {
  return template.forms
    .filter((form) => form.layout !== "cover")
    .flatMap((form) => form.indicators.map((indicator) => ({ form, indicator })));
}
