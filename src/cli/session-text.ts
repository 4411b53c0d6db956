/** What `check` and `consolidate` say to a person: who has reported, what is wrong, where it was written. */
import { periodText } from "../findings/say";
import { sayInReport } from "../locales/report-words";
import { codeText } from "../findings/finding-code";
import { withoutLastYear } from "../consolidation/comparable-last-year";
import type { Finding } from "../findings/finding";
import type { Locale } from "../locales";
import { say } from "../locales/command-line";
import { sayFinding } from "../locales/finding-text";
import { weightOf } from "../findings/severity";
import { followingPeriod, nextPeriod } from "../workbook/period";
import type { Call } from "./arguments";
import type { CrossUnitFacts } from "./document";

export function sessionText(facts: CrossUnitFacts, { locale, out }: Pick<Call, "locale" | "out">): string {
  const { findings, skipped } = facts;
  return [
    reportedLine(facts, locale),
    ...missingLine(facts, locale),
    ...heldBackLine(facts, locale),
    ...otherPeriodLine(facts, locale),
    ...comparedLines(facts, locale),
    ...notBeforeLines(facts, locale),
    ...otherEvidenceLine(facts, locale),
    ...skipped.map(({ file, reason }) => say(locale, "batch.skipped", { file, reason: say(locale, reason) })),
    ...findings.flatMap((finding) => findingLines(finding, locale)),
    countLine(findings, locale),
    ...rankingLines(facts, locale),
    ...(out ? [say(locale, "batch.wroteFile", { file: out })] : []),
  ].join("\n");
}

function reportedLine({ period, reported, missing }: CrossUnitFacts, locale: Locale): string {
  const own = reported.filter(({ unit, status }) => unit !== null && status !== "otherPeriod");
  const units = new Set(own.map(({ unit }) => unit)).size;
  const params = { reported: units, expected: units + missing.length };
  return period === null
    ? say(locale, "batch.reportedNoPeriod", params)
    : say(locale, "batch.reported", { ...params, period: periodText(period, sayInReport(locale)) });
}

function missingLine({ missing }: CrossUnitFacts, locale: Locale): string[] {
  if (missing.length === 0) return [];
  return [say(locale, "batch.missing", { units: missing.map((unit) => unit.name).join("、") })];
}

/** Every unit that is held back. */
function heldBackLine({ reported }: CrossUnitFacts, locale: Locale): string[] {
  const held = reported.flatMap(({ unit, status }) => (status === "heldBack" && unit !== null ? [unit] : []));
  return held.length === 0 ? [] : [say(locale, "batch.heldBack", { units: [...new Set(held)].join("、") })];
}

function otherPeriodLine({ reported }: CrossUnitFacts, locale: Locale): string[] {
  const files = reported.flatMap(({ file, status }) =>
    status === "otherPeriod" && file !== null ? [file] : [],
  );
  return files.length === 0 ? [] : [say(locale, "batch.otherPeriod", { files: files.join("、") })];
}

/** With whom last year is compared, where that is not the whole county of both. */
function comparedLines({ consolidation }: CrossUnitFacts, locale: Locale): string[] {
  if (!consolidation) return [];
  const { submissions, lastYear } = consolidation;
  const without = withoutLastYear(submissions, lastYear);
  const title = say(locale, "pane.standing.withoutLastYear", { count: without.length });
  return [
    ...(lastYear?.whole ? [say(locale, "pane.standing.sameUnits", { counted: submissions.length })] : []),
    ...(without.length > 0 ? [say(locale, "pane.named", { title, names: without.join("、") })] : []),
  ];
}

/** A county workbook of another period than the one before may have been given by mistake. */
function notBeforeLines({ consolidation }: CrossUnitFacts, locale: Locale): string[] {
  const { period = null, lastYear, lastPeriod = null } = consolidation ?? {};
  if (period === null) return [];
  const text = (which: "lastYear" | "lastPeriod", given: string, wanted: string | null): string[] => {
    if (wanted === period) return [];
    const [said, now] = [given, period].map((each) => periodText(each, sayInReport(locale)));
    return [say(locale, `batch.notBefore.${which}`, { given: said!, period: now! })];
  };
  return [
    ...(lastYear ? text("lastYear", lastYear.period, nextPeriod(lastYear.period)) : []),
    ...(lastPeriod ? text("lastPeriod", lastPeriod.period, followingPeriod(lastPeriod.period)) : []),
  ];
}

/** Evidence of another period may have been given by mistake. */
function otherEvidenceLine({ consolidation }: CrossUnitFacts, locale: Locale): string[] {
  const { period = null, evidence = null } = consolidation ?? {};
  if (period === null || !evidence || evidence.period === "" || evidence.period === period) return [];
  const [given, now] = [evidence.period, period].map((each) => periodText(each, sayInReport(locale)));
  return [say(locale, "batch.otherEvidence", { given: given!, period: now! })];
}

function findingLines(finding: Finding, locale: Locale): string[] {
  const { place, code } = finding;
  const cell = place.sheet === null ? "" : `${place.sheet}${place.cell === null ? "" : `!${place.cell}`}`;
  const source = place.file ?? finding.unit ?? say(locale, "batch.noUnit");
  return [
    say(locale, "batch.finding", {
      class: say(locale, `finding.class.${finding.class}`),
      place: [source, cell].filter((part) => part !== "").join(" "),
      code: codeText(code),
      message: sayFinding(locale, finding),
    }),
    ...finding.causes.map((cause) =>
      say(locale, "batch.cause", { code: codeText(cause.code), message: sayFinding(locale, cause) }),
    ),
  ];
}

function rankingLines({ consolidation }: CrossUnitFacts, locale: Locale): string[] {
  const ranking = consolidation?.ranking ?? [];
  const open = ranking.filter(({ score }) => score === null).map(({ unit }) => unit.name);
  const ranked = ranking.flatMap(({ unit, group, rank, score, grade, veto }) =>
    rank === null
      ? []
      : [
          say(locale, "batch.ranked", { group, rank, unit: unit.name, score: score! }) +
            (grade === null ? "" : say(locale, "batch.ranked.grade", { grade })) +
            (veto === null ? "" : say(locale, "batch.ranked.veto", { veto })),
        ],
  );
  return [
    ...ranked,
    ...(open.length === 0
      ? []
      : [say(locale, "batch.ranked.open", { count: open.length, units: open.join("、") })]),
  ];
}

function countLine(findings: readonly Finding[], locale: Locale): string {
  if (findings.length === 0) return say(locale, "batch.noFindings");
  const count = (wanted: Finding["class"]) =>
    findings.filter((finding) => weightOf(finding) === wanted).length;
  return say(locale, "batch.findings", {
    mustFix: count("mustFix"),
    explain: count("explain"),
    note: count("note"),
  });
}
