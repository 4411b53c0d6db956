/** What a person sees of a session: small, plain data that a worker can post. */
import { asksUnitToCorrect } from "../consolidation/county-findings";
import type { Consolidation, UnitStatus } from "../consolidation/consolidation";
import { SILENT_STATUSES } from "../consolidation/reported";
import { withoutLastYear } from "../consolidation/comparable-last-year";
import {
  unitsLeftOut,
  unitsToLookAt,
  type LeftOut,
  type LookAt,
  type UnitsFor,
} from "../consolidation/standings";
import type { Edit } from "../consolidation/county-record";
import type { Finding, Place } from "../findings/finding";
import type { CountyWorkbookProblem } from "../county-workbook/read-county";
import type { RuleClass } from "../rules/rule";
import { countFindings, type Counts } from "../findings/finding-counts";
import { decisionIdFor, type Answer } from "../findings/decisions";
import { isAskedIn, returnProgress, type ReturnProgress } from "../consolidation/returned";
import { canBeExplained, findingKey, seenIn, unexplained } from "../findings/explanations";
import { weightOf } from "../findings/severity";
import { decisionsWithState, type DecisionWithState } from "./decision-states";
import { isConfirmable } from "./apply-decisions";
import type { Template, Unit } from "../template/template";
import type { Assessment } from "./assess";
import type { ReceivedForm } from "./received-forms";
import type { TemplateOrigin } from "./template-draft";

/** A unit of the register and how far it has come. */
export interface UnitView {
  readonly name: string;
  readonly kind: Unit["kind"];
  readonly status: UnitStatus | "missing";
  /** Its files; null is the open workbook. */
  readonly files: readonly (string | null)[];
  /** Those that say another period: not counted, and counted by decision. */
  readonly otherPeriod: readonly (string | null)[];
  readonly countedAnyway: readonly (string | null)[];
  /** Those that only the county workbook knows: to be compared or chosen they must be given again. */
  readonly notAtHand: readonly (string | null)[];
  readonly counts: Counts;
  /** Its report was sent back, and nothing new has come from it since. */
  readonly returned: boolean;
  /** What became of what was sent back last; null where nothing was. */
  readonly back: ReturnProgress | null;
}

/** A file that belongs to no unit of the register. */
export interface StrangerView {
  readonly file: string | null;
  readonly status: UnitStatus;
}

/** A finding, and what stands in its cell. */
export interface FindingView extends Finding {
  /** The cell's text as the unit wrote it; null where there is no cell, or where nobody should see it. */
  readonly raw: string | null;
  /** The gravest class among the finding and what it brings about: explaining it is no use while that must be fixed. */
  readonly weight: RuleClass;
  /** Names it among the session's findings. */
  readonly id: string;
  /** Its report went back for it, and it is still there in the one that came since. */
  readonly stillStands: boolean;
  /** Null where the unit wrote nothing about it. */
  readonly answer: AnswerView | null;
  /** The names of the decisions that can be taken about it, or have been; null where there is nothing to decide. */
  readonly deciding: Readonly<Record<"accept" | "explain" | "confirm", string | null>>;
  readonly causes: readonly FindingView[];
}

/** What the unit wrote about a finding in its 退回单. */
export interface AnswerView {
  readonly text: string;
  /** The 退回单; null where it stood open. */
  readonly file: string | null;
  /** The finding's values have changed since. */
  readonly outdated: boolean;
  /** It is what the finding is explained with. */
  readonly taken: boolean;
}

/** A total worth knowing before anything is written. */
export interface FigureView {
  readonly code: string;
  readonly name: string;
  readonly measure: string;
  readonly value: number;
  readonly lastYear: number | null;
  /** Units that contribute a value, and units that should. */
  readonly units: number;
  readonly expected: number;
}

/** A county workbook that was met among the files or stands open: to go on with, or to compare with. */
export interface CountyView {
  /** Null is the open workbook. */
  readonly file: string | null;
  /** Null where it cannot be read. */
  readonly period: string | null;
  readonly counted: number;
  readonly expected: number;
  /** Why nothing can be done with it. */
  readonly problem: CountyWorkbookProblem | null;
}

/** What the county workbook that the session goes on from had to tell. */
export interface ResumedView {
  readonly edits: readonly Edit[];
  /** Units without a report for which somebody typed values that do not count. */
  readonly uncounted: readonly string[];
  readonly lost: readonly string[];
}

/** What was decided, and what has become of it. */
export interface DecisionView extends DecisionWithState {
  /** The finding that it answers, as long as that is there; null for a choice or a confirmation. */
  readonly finding: string | null;
}

/** Which template is in use, where it came from, since when. */
export interface TemplateUse {
  readonly name: string;
  readonly version: number;
  readonly origin: TemplateOrigin;
  /** The day on which it was adopted, `2026-11-25`; null where nobody adopted it. */
  readonly since: string | null;
  /** What was in use before a county workbook brought its own; null where that is the same. */
  readonly instead: { readonly name: string; readonly version: number } | null;
  /** One that was adopted earlier could not be read any more. */
  readonly lost: boolean;
}

export interface SessionView {
  readonly templateVersion: number;
  readonly templateUse: TemplateUse;
  /** A template workbook that was sent among the reports; null where none was, or it has been looked at. */
  readonly proposedTemplate: string | null;
  readonly county: string;
  readonly committee: string;
  readonly period: string | null;
  readonly lastYearPeriod: string | null;
  /** The last day on which a report is in time, `2021-01-31`; null where the period is not known or no whole year. */
  readonly deadline: string | null;
  readonly holdBack: boolean;
  /** In the order of the register. */
  readonly units: readonly UnitView[];
  readonly strangers: readonly StrangerView[];
  /** Files in the zips that were given last that are no workbooks by their names. */
  readonly passedOver: readonly string[];
  /** How many units of the register have sent something of this period that could be read. */
  readonly reported: number;
  /** Units of the register that the totals are made of. */
  readonly counted: readonly string[];
  /** Units of the register that the totals are without, by the reason. */
  readonly leftOut: readonly UnitsFor<LeftOut>[];
  /** Units in the totals that need a look first. */
  readonly lookAt: readonly UnitsFor<LookAt>[];
  /** Units whose findings must be fixed, be they in the totals or held back. */
  readonly faulty: readonly string[];
  readonly findings: readonly FindingView[];
  readonly counts: Counts;
  readonly decisions: readonly DecisionView[];
  readonly figures: readonly FigureView[];
  /** Units are missing, and last year's figures are those of the units in the totals alone. */
  readonly sameUnits: boolean;
  /** Units that count and of which last year says nothing. */
  readonly withoutLastYear: readonly string[];
  /** Nothing has been decided about them yet. */
  readonly counties: readonly CountyView[];
  /** 退回单 that came back. */
  readonly forms: readonly ReceivedForm[];
  /** Null where the session began with files. */
  readonly resumed: ResumedView | null;
}

/** What a view is made from. */
export interface SessionState {
  readonly template: Template;
  readonly assessment: Assessment;
  /** Null where the period is not known. */
  readonly consolidation: Consolidation | null;
  readonly lastYearPeriod: string | null;
  readonly holdBack: boolean;
  readonly passedOver?: readonly string[];
  readonly counties?: readonly CountyView[];
  readonly resumed?: ResumedView | null;
  readonly forms?: readonly ReceivedForm[];
  readonly proposedTemplate?: string | null;
  /** Of the built-in template if absent. */
  readonly templateUse?: TemplateUse;
  /** The text of a cell; null where there is none. */
  readonly textAt: (place: Place) => string | null;
}

export function viewSession(state: SessionState): SessionView {
  const { template, assessment, consolidation } = state;
  const found = findingsOf(state);
  const standings = decisionsWithState(assessment, found);
  const returned = returnProgress({ ...assessment, findings: found });
  const known: Known = {
    textAt: state.textAt,
    taken: new Set(standings.map(({ id }) => id)),
    answers: new Map(
      assessment.decisions.flatMap((each) => (each.kind === "answer" ? [[each.about, each]] : [])),
    ),
    resent: new Map(returned.filter((each) => each.state === "resent").map((each) => [each.unit, each])),
  };
  const findings = found.map((finding) => viewFinding(finding, known));
  const units = template.units.map((unit) => viewUnit(unit, assessment, findings, returned));
  return {
    templateVersion: template.version,
    templateUse: state.templateUse ?? builtInUse(template),
    proposedTemplate: state.proposedTemplate ?? null,
    county: template.county,
    committee: template.committee,
    period: assessment.period,
    lastYearPeriod: state.lastYearPeriod,
    deadline: deadlineOf(template, assessment.period),
    holdBack: state.holdBack,
    units,
    strangers: assessment.reported
      .filter(({ unit }) => unit === null)
      .map(({ file, status }) => ({ file, status })),
    passedOver: state.passedOver ?? [],
    reported: units.filter(({ status }) => !UNREAD.has(status)).length,
    counted: assessment.counted.map(({ unit }) => unit!.name),
    leftOut: unitsLeftOut({ template, reported: assessment.reported, submissions: assessment.counted }),
    lookAt: unitsToLookAt({ template, submissions: assessment.counted, findings: found }),
    faulty: units.filter((unit) => isFaulty(unit, found)).map(({ name }) => name),
    findings,
    counts: countFindings(findings),
    decisions: standings.map((standing) => ({ ...standing, finding: findingOf(standing) })),
    figures: consolidation ? keyFigures(consolidation) : [],
    sameUnits: consolidation?.lastYear?.whole !== undefined,
    withoutLastYear: withoutLastYear(assessment.counted, consolidation?.lastYear ?? null),
    counties: state.counties ?? [],
    forms: state.forms ?? [],
    resumed: state.resumed ?? null,
  };
}

/** Would the unit be held back: for its own report, or because a rule of the county names it? */
function isFaulty({ name, status }: Pick<UnitView, "name" | "status">, found: readonly Finding[]): boolean {
  const isNamed = found.some((finding) => finding.unit === name && asksUnitToCorrect(finding));
  return status === "mustFix" || status === "heldBack" || isNamed;
}

/** Nothing of theirs was read of this period. */
const UNREAD: ReadonlySet<UnitView["status"]> = new Set(["missing", "otherPeriod", "unreadable"]);

function builtInUse({ name, version }: Template): TemplateUse {
  return { name, version, origin: { kind: "builtIn" }, since: null, instead: null, lost: false };
}

/** The template's window ends in the year after the one that is reported. */
function deadlineOf({ settings }: Template, period: string | null): string | null {
  return /^\d{4}$/.test(period ?? "") ? `${Number(period) + 1}-${settings.reportTo}` : null;
}

/** The county's own rules are asked of a session, never of one unit that checks its own workbook. */
function findingsOf({ assessment, consolidation }: SessionState): readonly Finding[] {
  const session = assessment.reported.length > 1;
  return session && consolidation ? consolidation.findings : assessment.findings;
}

function findingOf({ decision }: DecisionWithState): string | null {
  return "finding" in decision ? findingId({ ...decision.finding, causes: [] }) : null;
}

/** A unit may have several files, of which the same is found. */
export function findingId(finding: Finding): string {
  return `${finding.place.file ?? ""} ${findingKey(finding)}`;
}

/** What was decided stays to be seen and taken back, whatever the finding has become. */
function decidingOf(finding: Finding, taken: ReadonlySet<string>): FindingView["deciding"] {
  const [accept, explain, confirm] = (["accept", "explain", "confirm"] as const).map((kind) =>
    decisionIdFor(kind, finding),
  ) as [string, string, string];
  return {
    accept: finding.proposal === undefined ? null : accept,
    explain: canBeExplained(finding) || taken.has(explain) ? explain : null,
    confirm: isConfirmable(finding) ? confirm : null,
  };
}

/** What a finding's view needs besides the finding. */
interface Known {
  readonly textAt: SessionState["textAt"];
  /** The names of all decisions. */
  readonly taken: ReadonlySet<string>;
  /** What units wrote, by the finding's key. */
  readonly answers: ReadonlyMap<string, Answer>;
  /** Units that have sent again what went back. */
  readonly resent: ReadonlyMap<string, ReturnProgress>;
}

function viewFinding(finding: Finding, known: Known): FindingView {
  const { textAt, taken, answers, resent } = known;
  const back = resent.get(finding.unit ?? "");
  const weight = weightOf(finding);
  return {
    ...finding,
    raw: rawOf(finding, textAt),
    weight,
    id: findingId(finding),
    stillStands: weight !== "note" && back !== undefined && isAskedIn(back, finding),
    answer: answerOf(finding, answers.get(findingKey(finding))),
    deciding: decidingOf(finding, taken),
    causes: finding.causes.map((cause) => viewFinding(cause, known)),
  };
}

function answerOf(finding: Finding, answer: Answer | undefined): AnswerView | null {
  if (!answer) return null;
  const { text, file, seen } = answer;
  const { explained, explainedIn } = finding.params;
  return {
    text,
    file,
    outdated: seen !== seenIn(unexplained(finding)),
    taken: explained === text && explainedIn !== undefined,
  };
}

/**
 * What a finding itself says of its cell comes first: it leaves out what is personal. Only cells of a form's line are
 * looked up, as lists may hold names.
 */
function rawOf({ params, indicator, place }: Finding, textAt: SessionState["textAt"]): string | null {
  if ("raw" in params) return params["raw"] === null ? null : String(params["raw"]);
  return indicator === null || place.cell === null ? null : textAt(place);
}

function viewUnit(
  { name, kind }: Unit,
  { reported, submissions, counted, decisions, given }: Assessment,
  findings: readonly FindingView[],
  returned: readonly ReturnProgress[],
): UnitView {
  const own = reported.filter(({ unit }) => unit === name);
  const files = [...new Set(own.map(({ file }) => file))];
  const isKept = (file: string | null): boolean =>
    counted.some((each) => each.unit?.name === name && each.file === file && !submissions.includes(each)) ||
    (!submissions.some((each) => each.unit?.name === name && each.file === file) && !given.has(file));
  const back = returned.find(({ unit }) => unit === name) ?? null;
  return {
    name,
    kind,
    status: (own.find((each) => !SILENT_STATUSES.has(each.status)) ?? own[0])?.status ?? "missing",
    files,
    otherPeriod: own.filter(({ status }) => status === "otherPeriod").map(({ file }) => file),
    countedAnyway: files.filter((file) =>
      decisions.some((each) => each.kind === "countAnyway" && each.file === file),
    ),
    notAtHand: files.filter(isKept),
    counts: countFindings(findings.filter((finding) => finding.unit === name)),
    returned: back?.state === "waiting",
    back,
  };
}

/** The lines that the template wants shown first. */
function keyFigures({ template, totals }: Consolidation): FigureView[] {
  return template.forms
    .flatMap((form) => form.indicators)
    .filter((indicator) => indicator.headline)
    .flatMap(({ code, name, measure }) => {
      const total = totals.get(code);
      if (typeof total?.value !== "number") return [];
      const { value, lastYear, units, expected } = total;
      return [{ code, name, measure, value, lastYear, units, expected }];
    });
}
