/** What a person sees of a round: small, plain data that a worker can post. */
import type { Consolidation, UnitStatus } from "../consolidation/consolidation";
import type { Edit } from "../consolidation/record";
import type { Finding, Place } from "../intake/finding";
import type { CountyWorkbookProblem } from "../report/read-county";
import type { RuleClass } from "../rules/rule";
import { countFindings, type Counts } from "./finding-counts";
import { decisionIdFor } from "../consolidation/decisions";
import { canBeExplained, findingKey } from "../validation/explanations";
import { decisionStandings, type DecisionStanding } from "./decision-states";
import { isConfirmable } from "./decided";
import type { Template, Unit } from "../template/template";
import type { Assessment } from "./assess";

/** A unit of the register and how far it has come. */
export interface UnitView {
  readonly name: string;
  readonly kind: Unit["kind"];
  readonly status: UnitStatus | "missing";
  /** Its files; null is the open workbook. */
  readonly files: readonly (string | null)[];
  readonly counts: Counts;
  /** Its report was sent back, and nothing new has come from it since. */
  readonly returned: boolean;
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
  /** Names it among the round's findings. */
  readonly id: string;
  /** The names of the decisions that can be taken about it, or have been; null where there is nothing to decide. */
  readonly deciding: Readonly<Record<"accept" | "explain" | "confirm", string | null>>;
  readonly causes: readonly FindingView[];
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

/** What the county workbook that the round goes on from had to tell. */
export interface ResumedView {
  readonly edits: readonly Edit[];
  readonly lost: readonly string[];
}

/** What was decided, and what has become of it. */
export interface DecisionView extends DecisionStanding {
  /** The finding that it answers, as long as that is there; null for a choice or a confirmation. */
  readonly finding: string | null;
}

export interface RoundView {
  readonly templateVersion: number;
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
  /** How many units of the register have sent something. */
  readonly reported: number;
  /** Units of the register that the totals are made of. */
  readonly counted: readonly string[];
  /** Units whose findings must be fixed, be they in the totals or held back. */
  readonly faulty: readonly string[];
  readonly findings: readonly FindingView[];
  readonly counts: Counts;
  readonly decisions: readonly DecisionView[];
  readonly figures: readonly FigureView[];
  /** Nothing has been decided about them yet. */
  readonly counties: readonly CountyView[];
  /** Null where the round began with files. */
  readonly resumed: ResumedView | null;
}

/** What a view is made from. */
export interface RoundState {
  readonly template: Template;
  readonly assessment: Assessment;
  /** Null where no period can be told. */
  readonly consolidation: Consolidation | null;
  readonly lastYearPeriod: string | null;
  readonly holdBack: boolean;
  readonly counties?: readonly CountyView[];
  readonly resumed?: ResumedView | null;
  /** Units whose reports were sent back; none if absent. */
  readonly returned?: ReadonlySet<string>;
  readonly proposedTemplate?: string | null;
  /** The text of a cell; null where there is none. */
  readonly textAt: (place: Place) => string | null;
}

export function viewRound(state: RoundState): RoundView {
  const { template, assessment, consolidation } = state;
  const found = findingsOf(state);
  const standings = decisionStandings(assessment, found);
  const taken = new Set(standings.map(({ id }) => id));
  const findings = found.map((finding) => viewFinding(finding, state.textAt, taken));
  const units = template.units.map((unit) => viewUnit(unit, state, findings));
  return {
    templateVersion: template.version,
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
    reported: units.filter(({ status }) => status !== "missing").length,
    counted: assessment.counted.map(({ unit }) => unit!.name),
    faulty: units
      .filter(({ status }) => status === "mustFix" || status === "heldBack")
      .map(({ name }) => name),
    findings,
    counts: countFindings(findings),
    decisions: standings.map((standing) => ({ ...standing, finding: findingOf(standing) })),
    figures: consolidation ? keyFigures(consolidation) : [],
    counties: state.counties ?? [],
    resumed: state.resumed ?? null,
  };
}

/** The template's window ends in the year after the one that is reported. */
function deadlineOf({ settings }: Template, period: string | null): string | null {
  return /^\d{4}$/.test(period ?? "") ? `${Number(period) + 1}-${settings.reportTo}` : null;
}

/** The county's own rules are asked of a round, never of one unit that checks its own workbook. */
function findingsOf({ assessment, consolidation }: RoundState): readonly Finding[] {
  const round = assessment.reported.length > 1;
  return round && consolidation ? consolidation.findings : assessment.findings;
}

function findingOf({ decision }: DecisionStanding): string | null {
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

function viewFinding(
  finding: Finding,
  textAt: RoundState["textAt"],
  taken: ReadonlySet<string>,
): FindingView {
  const causes = finding.causes.map((cause) => viewFinding(cause, textAt, taken));
  const weights = [finding.class, ...causes.map(({ weight }) => weight)];
  return {
    ...finding,
    raw: rawOf(finding, textAt),
    weight: GRAVEST_FIRST.find((each) => weights.includes(each))!,
    id: findingId(finding),
    deciding: decidingOf(finding, taken),
    causes,
  };
}

const GRAVEST_FIRST: readonly RuleClass[] = ["mustFix", "explain", "note"];

/**
 * What a finding itself says of its cell comes first: it leaves out what is personal. Only cells of a form's line are
 * looked up, as lists may hold names.
 */
function rawOf({ params, indicator, place }: Finding, textAt: RoundState["textAt"]): string | null {
  if ("raw" in params) return params["raw"] === null ? null : String(params["raw"]);
  return indicator === null || place.cell === null ? null : textAt(place);
}

function viewUnit(
  { name, kind }: Unit,
  { assessment, returned }: RoundState,
  findings: readonly FindingView[],
): UnitView {
  const own = assessment.reported.filter(({ unit }) => unit === name);
  return {
    name,
    kind,
    status: (own.find((each) => each.status !== "setAside") ?? own[0])?.status ?? "missing",
    files: own.map(({ file }) => file),
    counts: countFindings(findings.filter((finding) => finding.unit === name)),
    returned: own.length > 0 && (returned?.has(name) ?? false),
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
