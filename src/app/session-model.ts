/** What a session knows: what has been sent and decided, what is wrong with it, what it adds up to. */
import { consolidationOf, countyFindingsOf, withHeldBack, type CountyTask } from "./county-totals";
import type { Consolidation, Reported } from "../consolidation/consolidation";
import type { Adjustment } from "../consolidation/adjustments";
import { decisionId, type Decision, type SendBack, type SentFile } from "../findings/decisions";
import type { CountyRecord } from "../consolidation/county-record";
import { returnProgress } from "../consolidation/returned";
import type { Finding } from "../findings/finding";
import { onLikeBasis } from "../consolidation/comparable-last-year";
import { changedScores, type TypedScores } from "../county-workbook/typed-scores";
import type { Entry } from "../intake/submission";
import type { Template } from "../template/template";
import { wantsPeriod } from "../template/template-index";
import {
  gatherEvidence,
  wantsEvidence,
  type EvidenceReading,
  type EvidenceSource,
} from "../consolidation/gather-evidence";
import type { Evidence } from "../validation/evidence";
import { groupBy } from "../workbook/group-by";
import type { GivenScore } from "./given-scores";
import type { LastYear } from "../validation/last-year";
import { foldCounted } from "../validation/group-copies";
import type { Validator } from "../validation/validator";
import type { Workbook } from "../workbook/workbook";
import { assess, filesOf, type Assessment, type Task } from "./assess";
import { SharedTexts } from "./pack-submission";
import { hashOf, reduced, type Source } from "./sources";
import { compareReports, type Difference } from "./compare";
import { withoutRepairs } from "./carried-over";
import { takeReturnForms } from "../returns/read-return-form";
import { receiveForm, type FormOfFile, type ReceivedForm } from "./received-forms";
import { sendBackOf } from "./send-back";
import {
  isOfTemplate,
  periodsSaid,
  withoutSlips,
  type PeriodChoice,
  type PeriodInFiles,
} from "./periods-in-files";
import type { ReadResult } from "../ports/ports";
import { validatorOf } from "./read-once";
import { compareTrials, type Trial, type Tried } from "./trial";

export interface SessionModelOptions {
  readonly template: Template;
  readonly lastYear?: LastYear | null;
  /** Leaves units with must-fix findings out of the totals. */
  readonly holdBack?: boolean;
  /** What is collected, whatever template and last year say. */
  readonly period?: string | null;
  /**
   * Holds workbooks for as long as the session lasts: a person may decide how their cells are read. Else each is read,
   * and only what it reported is held. True if absent.
   */
  readonly keepsWorkbooks?: boolean;
}

export class SessionModel {
  private template: Template;
  private validator: Validator;
  private readonly sources = new Map<string | null, Source>();
  /** Files of another task: they wait, and nothing is said of them here. */
  private apart: ReadonlySet<string> = new Set();
  /** As it was given: another template may give units other names. */
  private givenLastYear: LastYear | null;
  private lastYear: LastYear | null;
  private givenLastPeriod: LastYear | null = null;
  private lastPeriod: LastYear | null = null;
  private evidenceSource: EvidenceSource | null = null;
  private evidence: Evidence | null = null;
  private holdBack: boolean;
  private readonly givenPeriod: string | null;
  /** By the person, for this task. */
  private chosenPeriod: string | null = null;
  private readonly texts = new SharedTexts();
  private readonly forms = new Map<string, ReceivedForm>();
  private record: CountyRecord | null = null;
  private adjustments: readonly Adjustment[] = [];
  private readonly decisions = new Map<string, Decision>();
  /** By unit and item. */
  private readonly scores = new Map<string, ReadonlyMap<string, Entry>>();
  private assessed: Assessment | null = null;

  private readonly keepsWorkbooks: boolean;

  constructor({
    template,
    lastYear = null,
    holdBack = false,
    period = null,
    keepsWorkbooks = true,
  }: SessionModelOptions) {
    this.keepsWorkbooks = keepsWorkbooks;
    this.givenPeriod = period;
    this.template = template;
    this.validator = validatorOf(template);
    this.givenLastYear = lastYear;
    this.lastYear = comparable(lastYear, template);
    this.holdBack = holdBack;
  }

  /**
   * Goes on with another template: what was sent is recognised, aligned and checked again. What an earlier county
   * workbook knows stays where the template is a version of the same one; of another task it means nothing.
   */
  useTemplate(template: Template): void {
    const isSame = template.id === this.template.id && template.level?.step === this.template.level?.step;
    if (!isSame) this.record = null;
    if (!isSame) this.scores.clear();
    if (!isSame) this.chosenPeriod = null;
    this.template = template;
    this.validator = validatorOf(template);
    this.setLastYear(this.givenLastYear);
    this.setLastPeriod(this.givenLastPeriod);
    if (this.evidenceSource) this.setEvidence(this.evidenceSource);
    else if (!isSame) this.evidence = null;
  }

  /** Adds what has been read; a file of a name that is there already takes its place. */
  take(results: readonly ReadResult[]): void {
    const forms: FormOfFile[] = [];
    for (const result of results) {
      const sorted = result.ok ? takeReturnForms(result.workbook) : { forms: [], rest: null };
      for (const form of sorted.forms) forms.push({ file: result.file, form });
      if (!result.ok) this.sources.set(result.file, result);
      else if (sorted.rest) this.sources.set(result.file, this.held({ ...result, workbook: sorted.rest }));
    }
    this.assessed = null;
    this.receive(forms);
  }

  private held(result: ReadResult): Source {
    return this.letsWorkbooksGo ? reduced(result, this.template, this.texts) : result;
  }

  /** Is nothing decided, and can nothing be, for which a workbook would have to be read again? */
  get letsWorkbooksGo(): boolean {
    const changesReading = [...this.decisions.values()].some(
      ({ kind }) => kind === "accept" || kind === "confirm",
    );
    return !this.keepsWorkbooks && !changesReading;
  }

  /** 退回单 that came back: what the units wrote in them is kept, and changes nothing by itself. */
  private receive(forms: readonly FormOfFile[]): void {
    if (forms.length === 0) return;
    const { period } = this.assess();
    for (const each of forms) {
      const { received, answers } = receiveForm(each, this.template, period);
      this.forms.set(`${each.file ?? ""} ${received.unit ?? ""}`, received);
      this.decide(...answers);
    }
  }

  /** 退回单 that came back since the session was begun or gone on with, in the order in which they came. */
  get receivedForms(): readonly ReceivedForm[] {
    return [...this.forms.values()];
  }

  /** 退回单 in the open workbook in which something is written; false where none is. */
  receiveOpen(workbook: Workbook): boolean {
    const { forms } = takeReturnForms(workbook);
    const written = forms.filter(({ answers, loose }) => answers.length + loose.length > 0);
    this.receive(written.map((form) => ({ file: null, form })));
    return written.length > 0;
  }

  /** Adds the open workbook, in place of what it held before. */
  addOpen(workbook: Workbook): void {
    this.sources.set(null, { file: null, ok: true, workbook, notices: [] });
    this.assessed = null;
  }

  /**
   * Goes on where the county workbook of this session stopped: what it knows of units that send nothing new still counts.
   * What was decided then holds, and can be taken back. Its last year serves where none is known. Its template becomes
   * the session's.
   */
  resume(record: CountyRecord): void {
    if (record.template) this.useTemplate(record.template);
    this.record = withoutRepairs(record, this.template);
    this.chosenPeriod = null;
    this.decide(...record.decisions.filter((each) => !this.isReturnedSince(each)));
    if (!this.lastYear) this.setLastYear(record.lastYear);
    if (!this.lastPeriod) this.setLastPeriod(record.lastPeriod);
    if (!this.evidenceSource) this.evidence = record.evidence;
    this.adjustments = record.adjustments;
    this.assessed = null;
  }

  private isReturnedSince(decision: Decision): boolean {
    const now = this.decisions.get(decisionId(decision));
    return decision.kind === "sendBack" && now?.kind === "sendBack" && now.day > decision.day;
  }

  /** Takes decisions, each in place of an earlier one about the same. */
  decide(...decisions: readonly Decision[]): void {
    for (const decision of decisions) this.decisions.set(decisionId(decision), decision);
    this.assessed = null;
  }

  /** What has been decided, by name. */
  get decided(): ReadonlyMap<string, Decision> {
    return new Map(this.decisions);
  }

  /** Takes decisions back, by their names; all is as if they had never been taken. */
  withdraw(...ids: readonly string[]): void {
    for (const id of ids) this.decisions.delete(id);
    this.assessed = null;
  }

  get adjustmentsInUse(): readonly Adjustment[] {
    return this.adjustments;
  }

  /** What the county takes off or adds, in place of what was set before. */
  setAdjustments(adjustments: readonly Adjustment[]): void {
    this.adjustments = adjustments;
  }

  /** Also what an earlier county workbook knows of the file. */
  remove(file: string | null): void {
    this.sources.delete(file);
    if (this.record && file !== null) this.record = withoutFile(this.record, file);
    this.assessed = null;
  }

  clear(): void {
    this.sources.clear();
    this.apart = new Set();
    this.forms.clear();
    this.record = null;
    this.chosenPeriod = null;
    this.adjustments = [];
    this.decisions.clear();
    this.scores.clear();
    this.assessed = null;
  }

  /** Takes over what the county typed on 督导评分, as far as it is new; it holds whatever units send afterwards. */
  takeScores(typed: TypedScores): void {
    for (const submission of this.assess().counted) {
      const changed = changedScores(submission, typed, this.template);
      const { name } = submission.unit!;
      if (changed.size > 0) this.scores.set(name, new Map([...(this.scores.get(name) ?? []), ...changed]));
    }
    this.assessed = null;
  }

  /** All that the county gave, as it can be given again. */
  get scoresGiven(): readonly GivenScore[] {
    return [...this.scores].flatMap(([unit, entries]) =>
      [...entries].map(([item, entry]) => ({ unit, item, entry })),
    );
  }

  /** In place of all that the county gave before. */
  setScores(given: readonly GivenScore[]): void {
    this.scores.clear();
    for (const [unit, ofUnit] of groupBy(given, (each) => each.unit))
      this.scores.set(unit, new Map(ofUnit.map(({ item, entry }) => [item, entry])));
    this.assessed = null;
  }

  get evidenceInUse(): Evidence | null {
    return this.evidence;
  }

  /** Units that were renamed or merged since are compared on a like basis. */
  setLastYear(lastYear: LastYear | null): void {
    this.givenLastYear = lastYear;
    this.lastYear = comparable(lastYear, this.template);
    this.assessed = null;
  }

  /** The period before, on the same terms. */
  setLastPeriod(lastPeriod: LastYear | null): void {
    this.givenLastPeriod = lastPeriod;
    this.lastPeriod = comparable(lastPeriod, this.template);
    this.assessed = null;
  }

  /** Looks up in another template's county workbook what the template asks of it; it may ask what is not there. */
  setEvidence(source: EvidenceSource): EvidenceReading | null {
    const { scoring, units } = this.template;
    this.evidenceSource = source;
    const reading = scoring && wantsEvidence(this.template) ? gatherEvidence(scoring, units, source) : null;
    this.evidence = reading?.ok ? reading.evidence : null;
    this.assessed = null;
    return reading;
  }

  /** Holds until the session begins again, goes on with a county workbook, or takes another task's template. */
  setPeriod(period: string | null): void {
    this.chosenPeriod = period;
    this.assessed = null;
  }

  private get period(): string | null {
    return this.chosenPeriod ?? this.givenPeriod;
  }

  get holdsBack(): boolean {
    return this.holdBack;
  }

  setHoldBack(holdBack: boolean): void {
    this.holdBack = holdBack;
    this.assessed = null;
  }

  /** The units' reports go back to them to be corrected, on that day: `2021-01-18`. */
  sendBack(units: readonly string[], day: string): void {
    const { decisions } = this.assess();
    const { findings } = this;
    const answers = decisions.filter((each) => each.kind === "answer");
    const taken = units.map((unit) => {
      const before = decisions.find((each): each is SendBack => decisionId(each) === `sendBack ${unit}`);
      return sendBackOf({ unit, day, sent: this.sentBy(unit), answers, findings }, before ?? null);
    });
    this.decide(...taken);
  }

  private sentBy(unit: string): SentFile[] {
    return [...filesOf(unit, this.assess())].map((file) => ({ file, mark: this.markOf(file) }));
  }

  private markOf(file: string | null): string {
    const source = this.sources.get(file);
    return source ? hashOf(source) : (this.record?.marks.get(file ?? "") ?? "");
  }

  /** What was found, the county's own rules among it, which are asked of a session and never of one workbook. */
  private get findings(): readonly Finding[] {
    const assessed = this.assess();
    const county = assessed.reported.length > 1 ? this.consolidate() : null;
    return county?.findings ?? assessed.findings;
  }

  /** Has anything been read at all? */
  get hasReadable(): boolean {
    return this.record !== null || [...this.sources.values()].some((source) => source.ok);
  }

  /** Is anything there of the template in use: a submission, or what an earlier county workbook knows? */
  get hasReports(): boolean {
    return this.record !== null || this.assess().submissions.some(isOfTemplate);
  }

  /**
   * The periods that the files say, in their order, where nothing else says which one is collected and more
   * than a slip of single units says another; else none.
   */
  get periodsInFiles(): readonly PeriodInFiles[] {
    const { template, lastYear, lastPeriod, record, period } = this;
    if (period ?? template.period ?? lastYear ?? lastPeriod ?? record?.period ?? template.level) return [];
    return withoutSlips(periodsSaid(this.assess().submissions));
  }

  /** {@link periodsInFiles} until one is chosen; then all that the files say, so that another can be. Else null. */
  get periodChoice(): PeriodChoice | null {
    const chosen = this.chosenPeriod;
    const periods = chosen === null ? this.periodsInFiles : periodsSaid(this.assess().submissions);
    return periods.some(({ period }) => period !== chosen) ? { periods, chosen } : null;
  }

  /** Every file is a report that was read, and yet none says of which period. */
  get lacksOnlyPeriod(): boolean {
    const { submissions, period } = this.assess();
    return (
      period === null &&
      wantsPeriod(this.template) &&
      submissions.length > 0 &&
      submissions.every(isOfTemplate) &&
      this.given.every((source) => source.ok)
    );
  }

  get templateInUse(): Template {
    return this.template;
  }

  /** Everything that was given, as it was read; without what is set apart. */
  get given(): readonly Source[] {
    return [...this.sources.values()].filter(({ file }) => file === null || !this.apart.has(file));
  }

  /** What is set apart. */
  get givenApart(): readonly Source[] {
    return [...this.sources.values()].filter(({ file }) => file !== null && this.apart.has(file));
  }

  /** Sets these files apart, in place of those before. */
  setApart(files: readonly string[]): void {
    this.apart = new Set(files);
    this.assessed = null;
  }

  /** Last year's values on the register of the template in use; null where nothing is known of it. */
  get knownLastYear(): LastYear | null {
    return this.lastYear;
  }

  get knownLastPeriod(): LastYear | null {
    return this.lastPeriod;
  }

  /** The period of a county workbook of before that was given and is of another level than what was sent. */
  get otherLevel(): string | null {
    const isOther = (given: LastYear | null, used: LastYear | null): boolean =>
      given !== null && used === null;
    if (!this.hasReports) return null;
    if (isOther(this.givenLastYear, this.lastYear)) return this.givenLastYear!.period;
    return isOther(this.givenLastPeriod, this.lastPeriod) ? this.givenLastPeriod!.period : null;
  }

  get lastPeriodAsGiven(): LastYear | null {
    return this.givenLastPeriod;
  }

  get lastYearAsGiven(): LastYear | null {
    return this.givenLastYear;
  }

  /** The file counts although it says another period. */
  countAnyway(file: string | null): void {
    const unit = this.assess().reported.find((each) => each.file === file)?.unit ?? null;
    this.decide({ kind: "countAnyway", unit, file, mark: this.markOf(file) });
  }

  /** Of several files of the unit this one counts. */
  choose(unit: string, file: string | null): void {
    const among = this.compare(unit).files;
    this.decide({ kind: "choose", unit, file, among, marks: among.map((each) => this.markOf(each)) });
  }

  /** The reports of a unit that were read, and where they differ. */
  compare(unit: string): {
    readonly files: readonly (string | null)[];
    readonly differences: readonly Difference[];
  } {
    const reports = this.assess().submissions.filter((submission) => submission.unit?.name === unit);
    return {
      files: reports.map(({ file }) => file),
      differences: compareReports(reports, this.template),
    };
  }

  workbookOf(file: string | null): Workbook | null {
    const source = this.sources.get(file);
    return source?.ok ? source.workbook : null;
  }

  /** Everything checked: who has reported, and what is wrong. */
  assess(): Assessment {
    this.assessed ??= withHeldBack(assess(this.given, this.task), this.task);
    return this.assessed;
  }

  /**
   * 试跑: what another template would say of everything that was collected; nothing of the session changes. What an
   * earlier county workbook knows is tried as that one read it.
   */
  tryOut(template: Template): Trial {
    const lastYear = comparable(this.givenLastYear, template);
    const inUse = this.assess();
    const candidate =
      template === this.template
        ? inUse
        : assess(this.given, { ...this.task, template, validator: validatorOf(template), lastYear });
    return compareTrials(
      { ...triedOf(candidate), template, lastYear },
      { ...triedOf(inUse), template: this.template, lastYear: this.lastYear },
    );
  }

  private marksOf(reported: readonly Reported[]): ReadonlyMap<string, string> {
    const files = new Set(reported.flatMap(({ file }) => file ?? []));
    return new Map(
      [...files].map((file) => [file, this.markOf(file)] as const).filter(([, mark]) => mark !== ""),
    );
  }

  private get task(): Task & CountyTask {
    const { template, validator, lastYear, lastPeriod, holdBack, record, period, adjustments } = this;
    return {
      evidence: this.evidence,
      scores: this.scores,
      template,
      validator,
      lastYear,
      lastPeriod,
      holdBack,
      record,
      period,
      adjustments,
      decisions: [...this.decisions.values()],
    };
  }

  /** The county's totals, with the county's own findings behind the units'; null where the period is not known. */
  consolidate(): Consolidation | null {
    const assessment = this.assess();
    const consolidation = consolidationOf(assessment, this.task);
    if (consolidation === null) return null;
    const { decisions, reported, findings } = assessment;
    const all = foldCounted(findings, countyFindingsOf(consolidation, assessment));
    const returned = returnProgress({ decisions, reported, findings: all });
    return { ...consolidation, findings: all, decisions, returned, marks: this.marksOf(reported) };
  }
}

/** A county's values of last year say nothing beside its prefecture's. */
function comparable(known: LastYear | null, template: Template): LastYear | null {
  const isOfLevel = (known?.level ?? 0) === (template.level?.step ?? 0);
  return known && isOfLevel ? onLikeBasis(known, template) : null;
}

function withoutFile(record: CountyRecord, file: string): CountyRecord {
  return {
    ...record,
    submissions: record.submissions.filter((submission) => submission.file !== file),
    reported: record.reported.filter((reported) => reported.file !== file),
    findings: record.findings.filter(({ place }) => place.file !== file),
  };
}

/** What was sent, and what only the county workbook knows of. */
function triedOf({ submissions, counted, findings }: Assessment): Pick<Tried, "submissions" | "findings"> {
  const kept = counted.filter((submission) => !submissions.includes(submission));
  return { submissions: [...submissions, ...kept], findings };
}
