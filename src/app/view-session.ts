/** What a person sees of a session, made from what is known of it. */
import { asksUnitToCorrect } from "../consolidation/county-findings";
import type { Consolidation, Reported } from "../consolidation/consolidation";
import { SILENT_STATUSES } from "../consolidation/reported";
import { withoutLastYear } from "../consolidation/comparable-last-year";
import { unitsLeftOut, unitsToLookAt } from "../consolidation/standings";
import type { Finding } from "../findings/finding";
import { countFindings } from "../findings/finding-counts";
import { returnProgress, type ReturnProgress } from "../consolidation/returned";
import { decisionsWithState, type DecisionWithState } from "./decision-states";
import type { Template, Unit } from "../template/template";
import { indicatorsOf } from "../template/template-index";
import type { Assessment } from "./assess";
import type { Evidence } from "../validation/evidence";
import { scoringView } from "./scoring-view";
import type { ReceivedForm } from "./received-forms";
import type { PeriodChoice } from "./periods-in-files";
import type { KnownTemplate, UnknownForm } from "./unknown-forms";
import { findingId, viewFinding, type Known, type TextAt } from "./view-finding";
import type {
  CountyView,
  FigureView,
  FindingView,
  LevelUpView,
  ResumedView,
  SessionView,
  TemplateUse,
  UnitView,
} from "./view";

/** What a view is made from. */
export interface SessionState {
  readonly template: Template;
  readonly assessment: Assessment;
  /** Null where the period is not known. */
  readonly consolidation: Consolidation | null;
  readonly periodChoice?: PeriodChoice | null;
  readonly lastYearPeriod: string | null;
  readonly lastPeriod?: string | null;
  readonly evidence?: Evidence | null;
  readonly holdBack: boolean;
  readonly passedOver?: readonly string[];
  readonly counties?: readonly CountyView[];
  readonly levelUp?: LevelUpView | null;
  readonly otherLevel?: string | null;
  readonly resumed?: ResumedView | null;
  readonly forms?: readonly ReceivedForm[];
  readonly proposedTemplate?: string | null;
  /** Of the built-in template if absent. */
  readonly templateUse?: TemplateUse;
  readonly unknownForms?: readonly UnknownForm[];
  readonly fileDates?: SessionView["fileDates"];
  readonly textAt: TextAt;
}

export function viewSession(state: SessionState): SessionView {
  const { template, assessment, consolidation } = state;
  const found = findingsOf(state);
  const standings = decisionsWithState(assessment, found);
  const returned = returnProgress({ ...assessment, findings: found });
  const lines = new Map(indicatorsOf(template).map((line) => [line.code, line]));
  const known: Known = {
    textAt: state.textAt,
    lineOf: (code) => lines.get(code),
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
    periodChoice: state.periodChoice ?? null,
    lastYearPeriod: state.lastYearPeriod,
    lastPeriod: state.lastPeriod ?? null,
    deadline: deadlineOf(template, assessment.period),
    holdBack: state.holdBack,
    units,
    strangers: assessment.reported
      .filter(({ unit }) => unit === null)
      .map(({ file, status }) => ({ file, status })),
    unknownForms: state.unknownForms ?? [],
    templateMeant: templateMeant(state),
    hasTotals: consolidation !== null,
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
    scoring: scoringView(template, consolidation, state.evidence ?? null),
    sameUnits: consolidation?.lastYear?.whole !== undefined,
    withoutLastYear: withoutLastYear(assessment.counted, consolidation?.lastYear ?? null),
    counties: state.counties ?? [],
    levelUp: state.levelUp ?? null,
    otherLevel: state.otherLevel ?? null,
    forms: state.forms ?? [],
    resumed: state.resumed ?? null,
    fileDates: state.fileDates ?? {},
  };
}

function templateMeant({ assessment, unknownForms = [] }: SessionState): KnownTemplate | null {
  const [form, ...others] = unknownForms;
  if (!form || others.length > 0) return null;
  const isOf = ({ file, status }: Reported): boolean =>
    status === "unreadable" || form.files.includes(file ?? "");
  return assessment.reported.every(isOf) ? form.known : null;
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
