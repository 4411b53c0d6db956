/** From what was read to what is known: submissions, findings, who has reported. */
import { hashOf, noticesOf, unreadFinding, unreadOf, type Source } from "./sources";
import type { Reported, UnitStatus } from "../consolidation/consolidation";
import type { Decision, SendBack, SentFile } from "../findings/decisions";
import type { CountyRecord } from "../consolidation/county-record";
import { READ_STATUSES } from "../consolidation/reported";
import type { Finding } from "../findings/finding";
import { joinParts } from "../intake/join-parts";
import type { Entry, Submission } from "../intake/submission";
import type { Template, Unit } from "../template/template";
import type { Evidence } from "../validation/evidence";
import { withScores, withScoresOf } from "../validation/county-scores";
import type { LastYear } from "../validation/last-year";
import { isAmongPeers } from "../validation/cross-unit";
import { statusOf, type Validator } from "../validation/validator";
import { Decided, isAmong, type Aside, type KnownFiles } from "./apply-decisions";
import { withRepairs, withStatuses, type Kept } from "./carried-over";
import { commonPeriod, followingPeriod, nextPeriod } from "../workbook/period";
import { checkOnce } from "./read-once";
import { holdsFigures } from "./holds-figures";
import { copiesAmong, copyNote, saysOtherPeriod, type Checked } from "./not-counted";

export interface Task {
  readonly template: Template;
  /** Compiled once from the template. */
  readonly validator: Validator;
  readonly lastYear: LastYear | null;
  /** The period before; not known if absent. */
  readonly lastPeriod?: LastYear | null;
  /** What another template's county workbook says of the units; none if absent. */
  readonly evidence?: Evidence | null;
  /** Leaves units with must-fix findings out of the totals. */
  readonly holdBack: boolean;
  /** What an earlier county workbook of the same session knows; null where the session begins. */
  readonly record: CountyRecord | null;
  /** What is collected, whatever template and last year say; they say it where this is null. */
  readonly period?: string | null;
  /** What the county decided; nothing if absent. */
  readonly decisions?: readonly Decision[];
  /** Scores that the county typed since, by unit and item; none if absent. */
  readonly scores?: ReadonlyMap<string, ReadonlyMap<string, Entry>>;
}

export interface Assessment {
  /** Null where neither the template, last year nor any submission names it. */
  readonly period: string | null;
  /** All that was recognised, counted or not. */
  readonly submissions: readonly Submission[];
  /** What the totals are made of: one per unit, in the register's order. */
  readonly counted: readonly Submission[];
  readonly reported: readonly Reported[];
  readonly missing: readonly Unit[];
  /** In the order of the register; what belongs to no unit is first. */
  readonly findings: readonly Finding[];
  /** The files that are there, read or not; null is the open workbook. */
  readonly given: ReadonlySet<string | null>;
  /** What the county decided, in an order of its own. */
  readonly decisions: readonly Decision[];
}

/** Recognises, aligns and checks everything that was read. Pure: the order of the sources does not matter. */
export function assess(sources: readonly Source[], task: Task): Assessment {
  const { template, validator, lastYear, evidence = null } = task;
  const sorted = [...sources].sort((a, b) => ((a.file ?? "") < (b.file ?? "") ? -1 : 1));
  const decided = new Decided(task.decisions ?? [], new Set(sources.map(({ file }) => file)));
  const scoredBefore = new Map(task.record?.submissions.map((each) => [each.unit!.name, each]));
  const submissions = joinParts(
    sorted.flatMap((source) => (source.ok ? submissionsOf(source, decided, template) : [])),
  ).map((each) =>
    withScoresSince(withScoresOf(each, scoredBefore.get(each.unit?.name ?? ""), template), task),
  );
  const known = knownFiles(task, sources);
  const aside = decided.setAside(submissions, known);
  const active = submissions.filter((submission) => !aside.has(submission));
  const period = periodOf(task, submissions);
  const kept = keptOf(task, sorted, active, aside, decided);
  const checked = active.map((submission) => ({
    submission,
    findings: decided
      .explain(checkOnce(validator, submission, { lastYear, period, evidence }).findings)
      .map((finding) => (saysPeriod(task) ? finding : withLastYearNamed(finding, lastYear))),
  }));
  const otherPeriod = new Set(
    checked
      .filter((each) => saysOtherPeriod(each) && !decided.countsAnyway(each.submission.file, known))
      .map(({ submission }) => submission),
  );
  const current = active.filter((submission) => !otherPeriod.has(submission));
  const copies = copiesAmong(current);
  const compared = current.filter((submission) => !copies.has(submission));
  const isKept = ({ unit }: Finding): boolean => kept.units.has(unit ?? "");
  const acrossFindings = decided
    .explain(validator.checkAcrossUnits([...compared, ...kept.submissions], { lastYear, period }))
    .filter((finding) => !isKept(finding) || isAmongPeers(finding));
  const renamed = new Set(acrossFindings.filter(isRenamedCopy).map(({ place }) => place.file));
  const own = compared.filter(({ file }) => !renamed.has(file));
  const duplicates = unitsTwice(own);
  const single = own.filter((s) => s.unit && !duplicates.has(s.unit.name) && holdsFigures(s, template));
  // A unit that was unusual among fifteen need not be unusual among twenty-two: that is asked again.
  // Nor is what was asked of scores: the county has typed some since.
  const isAskedAgain = (finding: Finding): boolean => isAmongPeers(finding) || isAboutScores(finding);
  const keptFindings = [
    ...kept.findings.filter((finding) => !(isKept(finding) && isAskedAgain(finding))),
    ...(template.scoring
      ? decided.explain(
          kept.submissions.flatMap((each) =>
            validator.check(each, { lastYear, period, evidence }).findings.filter(isAboutScores),
          ),
        )
      : []),
  ];

  const readable = [...current, ...kept.submissions];
  const unread = sorted.flatMap((result) => (result.ok ? [] : [unreadOf(result, readable, template)]));
  const statuses: Statuses = {
    holdBack: task.holdBack,
    isDuplicate: ({ unit }) => duplicates.has(unit?.name ?? ""),
    isCopy: (submission) => copies.has(submission) || renamed.has(submission.file),
    isOtherPeriod: (submission) => otherPeriod.has(submission),
  };
  const reported = [
    ...keptReported(kept, [...keptFindings, ...acrossFindings.filter(isKept)], task.holdBack),
    ...unread.map(({ unit, file, beside }): Reported => ({
      unit: beside === null ? unit : null,
      file,
      status: "unreadable",
    })),
    ...checked.map((c) => reportedOf(c, acrossFindings, statuses)),
    ...[...aside.keys()].map(({ unit, file }): Reported => ({ unit: unit!.name, file, status: "setAside" })),
  ];
  const findings = validator.foldCopies([
    ...keptFindings,
    ...decided.explain([
      ...sorted.flatMap((result) => noticesOf(result, template)),
      ...unread.map(unreadFinding),
    ]),
    ...[...aside].map(([submission, why]) => setAside(submission, why)),
    ...[...copies].map(([copy, original]) => copyNote(copy, original)),
    ...checked.flatMap((c) => (copies.has(c.submission) ? [] : c.findings)),
    ...acrossFindings,
  ]);
  const held = new Set(reported.filter((r) => r.status === "heldBack").map((r) => r.unit));
  const inOrder = byRegister(template);
  return {
    period,
    submissions,
    counted: [...single, ...kept.submissions.filter((each) => holdsFigures(each, template))]
      .filter(({ unit }) => !held.has(unit!.name))
      .sort((a, b) => inOrder(a.unit!.name) - inOrder(b.unit!.name)),
    reported: [...reported].sort((a, b) => inOrder(a.unit) - inOrder(b.unit)),
    missing: template.units.filter(
      (unit) => !reported.some((r) => r.unit === unit.name && r.status !== "otherPeriod"),
    ),
    given: new Set(sources.map(({ file }) => file)),
    findings: findings.sort((a, b) => inOrder(a.unit) - inOrder(b.unit)),
    decisions: decided.all.map((each) =>
      each.kind === "sendBack"
        ? { ...each, came: cameSince(each, { reported, findings, sources, known }) }
        : each,
    ),
  };
}

/** K01 to K04. */
function isAboutScores({ code }: Finding): boolean {
  return typeof code === "string" && code.startsWith("K");
}

function withScoresSince(submission: Submission, { scores, template }: Task): Submission {
  const typed = scores?.get(submission.unit?.name ?? "");
  return typed ? withScores(submission, typed, template) : submission;
}

function submissionsOf(
  source: Extract<Source, { ok: true }>,
  decided: Decided,
  template: Template,
): readonly Submission[] {
  return source.workbook === null ? source.submissions : decided.read(source.workbook, source.file, template);
}

/** A file that was not chosen: nothing of it is asked any more, but that it came is not forgotten. */
function setAside({ unit, file }: Submission, { chosen, because }: Aside): Finding {
  return {
    class: "note",
    code: "D10",
    unit: unit!.name,
    place: { file, sheet: null, cell: null },
    indicator: null,
    values: null,
    params: { variant: because, chosen: chosen ?? unit!.name, sheet: null, cell: null },
    causes: [],
  };
}

function knownFiles({ record }: Task, sources: readonly Source[]): KnownFiles {
  const byFile = new Map(sources.map((source) => [source.file, source]));
  const kept =
    record?.reported.filter(({ unit, status }) => unit !== null && READ_STATUSES.has(status)) ?? [];
  return {
    markOf: (file) => {
      const source = byFile.get(file);
      return source ? hashOf(source) : (record?.marks.get(file ?? "") ?? "");
    },
    kept: new Map(kept.map(({ unit, file }) => [unit!, { file, mark: record?.marks.get(file ?? "") ?? "" }])),
  };
}

interface Come extends Pick<Assessment, "reported" | "findings"> {
  readonly sources: readonly Source[];
  readonly known: KnownFiles;
}

/** What a unit has sent since its report went back: with something in it that it had not sent before. */
function cameSince({ unit, sent, came }: SendBack, { reported, findings, sources, known }: Come): SentFile[] {
  const files = filesOf(unit, { reported, findings });
  const fresh = sources
    .map(({ file }) => ({ file, mark: known.markOf(file) }))
    .filter(({ file, mark }) => files.has(file) && !isAmong([...sent, ...came], mark));
  return [...came, ...fresh];
}

/** A unit's part of a split workbook is known by its findings alone. */
export function filesOf(
  unit: string,
  { reported, findings }: Pick<Assessment, "reported" | "findings">,
): ReadonlySet<string | null> {
  return new Set([
    ...reported.filter((each) => each.unit === unit).map(({ file }) => file),
    ...findings.filter((each) => each.unit === unit).map(({ place }) => place.file),
  ]);
}

interface StillKept extends Kept {
  readonly units: ReadonlySet<string>;
  /** The findings that the statuses of `reported` follow. */
  readonly before: readonly Finding[];
}

/**
 * What the record knows of units and files that did not come again: a new file of a unit takes the place of the old, but
 * for one that is set aside.
 */
function keptOf(
  task: Task,
  sources: readonly Source[],
  active: readonly Submission[],
  aside: ReadonlyMap<Submission, Aside>,
  decided: Decided,
): StillKept {
  const { record, template, lastYear } = task;
  const units = new Set(active.flatMap((submission) => submission.unit?.name ?? []));
  const files = new Set(sources.map(({ file }) => file));
  const again = new Set([...aside.keys()].map(({ unit, file }) => `${unit!.name} ${file ?? ""}`));
  /** `spare`: it says of the file no more than that it does not count, which is said again. */
  const stays = (unit: string | null, file: string | null, spare: boolean): boolean =>
    unit === null
      ? file === null || !files.has(file)
      : !units.has(unit) && !(spare && again.has(`${unit} ${file ?? ""}`));
  const all: Kept = {
    submissions: record?.submissions.filter(({ unit, file }) => stays(unit!.name, file, false)) ?? [],
    reported:
      record?.reported.filter(({ unit, file, status }) => stays(unit, file, !READ_STATUSES.has(status))) ??
      [],
    findings:
      record?.findings.filter(({ unit, place, code }) => stays(unit, place.file, code === "D10")) ?? [],
  };
  const kept = withRepairs(all, decided.all, template, lastYear);
  return {
    submissions: kept.submissions.map((each) => withScoresSince(each, task)),
    units: new Set(kept.submissions.map((submission) => submission.unit!.name)),
    reported: kept.reported,
    findings: decided.renew(kept.findings),
    before: kept.findings,
  };
}

/** How far the kept units have come by what is found today. */
function keptReported(
  { reported, before }: StillKept,
  findings: readonly Finding[],
  holdBack: boolean,
): Reported[] {
  return withStatuses(reported, before, findings).map((each) =>
    holdBack && each.status === "mustFix" ? { ...each, status: "heldBack" } : each,
  );
}

/** The call says it, or the template, else it follows last year or the period before, else most submissions say it. */
function periodOf(
  { template, lastYear, lastPeriod, record, period }: Task,
  submissions: readonly Submission[],
): string | null {
  return (
    period ??
    template.period ??
    (lastYear ? nextPeriod(lastYear.period) : null) ??
    (lastPeriod ? followingPeriod(lastPeriod.period) : null) ??
    record?.period ??
    commonPeriod(submissions.map((s) => s.period))
  );
}

/** Else last year's workbook decides which period is wanted. */
function saysPeriod({ period, template }: Task): boolean {
  return (period ?? template.period ?? null) !== null;
}

/** S05 where the wanted period is only the one after last year's: that workbook may be the wrong one. */
function withLastYearNamed(finding: Finding, lastYear: LastYear | null): Finding {
  if (finding.code !== "S05" || lastYear === null || finding.params.variant !== undefined) return finding;
  return {
    ...finding,
    params: { ...finding.params, variant: "afterLastYear", lastYear: lastYear.period },
  };
}

interface Statuses {
  readonly holdBack: boolean;
  readonly isDuplicate: (submission: Submission) => boolean;
  readonly isCopy: (submission: Submission) => boolean;
  readonly isOtherPeriod: (submission: Submission) => boolean;
}

function reportedOf(
  { submission, findings }: Checked,
  across: readonly Finding[],
  { holdBack, isDuplicate, isCopy, isOtherPeriod }: Statuses,
): Reported {
  const { unit, file } = submission;
  const own = across.filter((f) => f.place.file === file && f.unit === (unit?.name ?? null));
  return {
    unit: unit?.name ?? null,
    file,
    status: status(),
    ...(submission.of ? { of: submission.of } : {}),
  };

  function status(): UnitStatus {
    // A county workbook that cannot be read, one level up.
    if (findings.some(({ code }) => code === "F31")) return "unreadable";
    if (!unit) return "unknown";
    if (isOtherPeriod(submission)) return "otherPeriod";
    if (isCopy(submission)) return "copy";
    if (isDuplicate(submission)) return "duplicate";
    const found = statusOf([...findings, ...own]);
    return holdBack && found === "mustFix" ? "heldBack" : found;
  }
}

/** D11 at a file that repeats its unit's own under another unit's name. */
function isRenamedCopy({ code, params }: Finding): boolean {
  return code === "D11" && params.variant === "renamed";
}

function unitsTwice(submissions: readonly Submission[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { unit } of submissions) {
    if (unit && seen.has(unit.name)) twice.add(unit.name);
    if (unit) seen.add(unit.name);
  }
  return twice;
}

/** Rank of a unit in the register; what has no unit comes first. */
function byRegister(template: Template): (unit: string | null) => number {
  const ranks = new Map(template.units.map((unit, i) => [unit.name, i]));
  return (unit) => (unit === null ? -1 : (ranks.get(unit) ?? template.units.length));
}
