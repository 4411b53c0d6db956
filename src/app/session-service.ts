/** What the pane asks of a session. It runs in a worker, so that the pane never waits for reading or checking. */
import type { Edit } from "../consolidation/county-record";
import { xlsxWriter } from "../files/write/write-xlsx";
import type { ExpandedZip } from "../files/expand-zip";
import type { Decision } from "../findings/decisions";
import type { Finding, Place } from "../findings/finding";
import type { Locale } from "../locales";
import { sayInReport } from "../locales/report-words";
import { countyWorkbookPlan } from "../county-workbook/county-workbook";
import { adjustmentsIn } from "../county-workbook/record/read-adjustments";
import { readCountyRecord } from "../county-workbook/record/read-record";
import { readCountyWorkbook, type CountyWorkbookProblem } from "../county-workbook/read-county";
import { reportAmongCopies, withoutCopies } from "./county-copies";
import type { FileError, ReadResult, WorkbookReader } from "../ports/ports";
import type { ReturnedUnit } from "../returns/return-package";
import { Session } from "./session";
import type { Trial } from "./trial";
import { findingId, viewSession, type ResumedView, type SessionView } from "./view";
import type { Template } from "../template/template";
import {
  isTemplateWorkbook,
  ownTemplateSheets,
  withoutTemplateSheets,
} from "../template/workbook/template-sheets";
import { findingKey, seenIn, unexplained } from "../findings/explanations";
import { parseA1 } from "../workbook/address";
import { cellAt } from "../workbook/cells";
import { workbookFromPlan } from "../workbook/from-plan";
import type { WorkbookPlan } from "../workbook/plan";
import type { Workbook } from "../workbook/workbook";
import { MetCounties } from "./met-counties";
import { lostEdits, ownSheets, withoutOwnSheets, type OwnSheets } from "./own-sheets";
import {
  checkDraft,
  readDraft,
  reportDocument,
  viewReport,
  type DraftCheck,
  type DraftOutcome,
  type ReportView,
} from "./report-view";
import type { GivenFile, ReadProgress } from "./given-file";
import { bytesOf, Originals, sourceFiles } from "./originals";
import { returnMaterials, returnSheets, returnTexts } from "./returns";
import { sourceView, type SourceView } from "./source-view";

import {
  TemplateDesk,
  type RuleImport,
  type SheetsOfTemplate,
  type TemplateCheck,
  type TemplateState,
} from "./template-desk";

export type { GivenFile, ReadProgress } from "./given-file";

/** Reports of one unit side by side. */
export type Comparison = ReturnType<Session["compare"]>;

/** A county workbook was taken, or why it was not. */
export type CountyOutcome =
  | { readonly ok: true; readonly view: SessionView }
  | { readonly ok: false; readonly error: FileError }
  | { readonly ok: false; readonly problem: CountyWorkbookProblem };

/** Every call answers with the session as it now is. A cancelled reading leaves it as it was. */
export class SessionService {
  private readonly session: Session;
  private readonly counties = new MetCounties();
  private resumed: ResumedView | null = null;
  private readonly originals = new Originals();
  /** In the zips that were given last. */
  private passedOver: readonly string[] = [];
  /** What is under way and can be stopped. */
  private running: AbortController | null = null;
  private readonly desk: TemplateDesk;
  private holdBack = false;

  constructor(
    builtIn: Template,
    private readonly reader: WorkbookReader,
  ) {
    this.session = new Session({ template: builtIn, reader });
    this.desk = new TemplateDesk(builtIn, this.session, reader);
  }

  private get template(): Template {
    return this.session.templateInUse;
  }

  /** Reads workbooks, and what is in zips. Null where the user cancelled. */
  async addFiles(given: readonly GivenFile[], onProgress: ReadProgress): Promise<SessionView | null> {
    return this.stoppable(async (signal) => {
      const expanded: ExpandedZip[] = [];
      // One after the other: each is in memory while it is looked at.
      for (const file of given) expanded.push(await sourceFiles(file));
      const files = expanded.flatMap((each) => each.files);
      const results = await this.reader.read(files, { signal, onProgress });
      // A cancel that was posted meanwhile is heard first: nothing has been added yet.
      await breath();
      signal.throwIfAborted();
      const reports = this.counties.sort(results.map((result) => withoutCopies(result, this.template)));
      this.session.take(reports.filter((result) => !this.isTemplate(result)));
      this.originals.take(given, expanded);
      this.passedOver = expanded.flatMap(({ skipped }) => skipped.map(({ file }) => file));
      return this.view();
    });
  }

  cancel(): void {
    this.running?.abort();
    this.desk.cancel();
  }

  /** What goes back to these units, as one zip, and what became of each unit's files. Null where the user cancelled. */
  async returnMaterials(
    units: readonly string[],
    locale: Locale,
    onProgress: ReadProgress,
  ): Promise<{ readonly zip: Uint8Array; readonly units: readonly ReturnedUnit[] } | null> {
    return this.stoppable((signal) =>
      returnMaterials(units, this.parts(locale), this.originals, {
        signal,
        onProgress: (done, total, unit) => {
          onProgress(done, total, unit);
          return breath();
        },
      }),
    );
  }

  /** 退回单 of these units as sheets for the open workbook; null where none has anything to correct. */
  returnSheets(units: readonly string[], locale: Locale): WorkbookPlan | null {
    return returnSheets(units, this.parts(locale));
  }

  /** 退回单 of these units as texts for chat, without personal data; none of those that have nothing to correct. */
  returnTexts(units: readonly string[], locale: Locale): readonly string[] {
    return returnTexts(units, this.parts(locale));
  }

  /** The units were sent their reports back on that day, `2021-01-18`; so they stand until something new comes from them. */
  sendBack(units: readonly string[], day: string): SessionView {
    this.session.sendBack(units, day);
    return this.view();
  }

  /** The sheet of a file in which something stands; null where it is not at hand. */
  sourceView(place: Place, locale: Locale): SourceView | null {
    return sourceView(place, this.parts(locale));
  }

  private parts(locale: Locale) {
    return {
      session: this.session,
      template: this.template,
      view: this.view(),
      say: sayInReport(locale),
    };
  }

  /** Null where it was stopped. */
  private async stoppable<T>(job: (signal: AbortSignal) => Promise<T>): Promise<T | null> {
    const stop = new AbortController();
    this.running = stop;
    try {
      return await job(stop.signal);
    } catch (error) {
      if (stop.signal.aborted) return null;
      throw error;
    } finally {
      this.running = null;
    }
  }

  /**
   * Takes what the open workbook holds, but for our own sheets; null where nothing of the template is in it. A session
   * that has nothing yet may also go on with it where it is a county workbook.
   */
  addOpen(open: Workbook): SessionView | null {
    const workbook = reportAmongCopies(open, null, this.template) ?? open;
    const met = !this.session.hasReadable && this.counties.meet(null, workbook);
    const received = this.session.receiveOpen(workbook);
    this.session.addOpen(withoutTemplateSheets(withoutOwnSheets(workbook)));
    if (!this.session.assess().submissions.some(isOpenReport)) {
      this.session.remove(null);
      return met || received ? this.view() : null;
    }
    return this.view();
  }

  /** A template among the reports is nobody's report: it is proposed, for whoever goes to 模板. */
  private isTemplate(result: ReadResult): boolean {
    if (!result.ok || !isTemplateWorkbook(result.workbook)) return false;
    this.desk.findAmongReports(result.workbook, result.file);
    return true;
  }

  /** The workbook that stands open, where it is a county workbook: it is then among the view's `counties`. */
  meetOpen(workbook: Workbook): SessionView {
    this.counties.meet(null, workbook);
    return this.view();
  }

  /** Goes on with a county workbook that was met: late and corrected files come on top of it. */
  resume(file: string | null): CountyOutcome {
    const workbook = this.counties.take(file);
    if (!workbook) return { ok: true, view: this.view() };
    const read = readCountyRecord(workbook, this.template);
    if (!read.ok) return read;
    const { record } = read;
    const before = this.template;
    this.session.resume(record);
    this.desk.followCounty(before, file);
    this.resumed = { edits: record.edits, uncounted: record.uncounted, lost: record.lost };
    return { ok: true, view: this.view() };
  }

  /** Compares with a county workbook that was met. */
  compareWith(file: string | null): CountyOutcome {
    const workbook = this.counties.take(file);
    return workbook ? this.takeLastYear(workbook) : { ok: true, view: this.view() };
  }

  /** Does nothing with a county workbook that was met. */
  leave(file: string | null): SessionView {
    this.counties.take(file);
    return this.view();
  }

  /** What people typed into 调整 of the open county workbook, before its sheets are written anew. */
  takeAdjustments(workbook: Workbook): SessionView {
    const typed = adjustmentsIn(workbook);
    if (typed) this.session.setAdjustments(typed);
    return this.view();
  }

  remove(file: string | null): SessionView {
    this.session.remove(file);
    return this.view();
  }

  clear(): SessionView {
    this.session.clear();
    this.counties.clear();
    this.resumed = null;
    this.originals.clear();
    this.passedOver = [];
    return this.view();
  }

  async setLastYear(file: GivenFile): Promise<CountyOutcome> {
    const [result] = await this.reader.read([{ name: file.name, bytes: () => bytesOf(file.content) }]);
    if (!result?.ok) return { ok: false, error: result!.error };
    return this.takeLastYear(result.workbook);
  }

  private takeLastYear(workbook: Workbook): CountyOutcome {
    const county = readCountyWorkbook(workbook);
    if (!county.ok) return { ok: false, problem: county.problem };
    this.session.setLastYear(county.lastYear);
    return { ok: true, view: this.view() };
  }

  /** Takes the proposals of findings, by their names in the view. */
  accept(findings: readonly string[]): SessionView {
    return this.decide(findings, ({ causes: _causes, proposal, ...finding }) =>
      proposal ? { kind: "accept", finding: { ...finding, proposal } } : null,
    );
  }

  /** The county's word on a finding. */
  explain(finding: string, text: string): SessionView {
    return this.decide([finding], (found) => {
      const { causes: _causes, ...decided } = unexplained(found);
      return { kind: "explain", finding: decided, seen: seenIn(unexplained(found)), text };
    });
  }

  /** What the unit wrote about the finding in its 退回单 becomes its explanation. */
  acceptAnswer(finding: string): SessionView {
    const answers = this.session.assess().decisions.filter((each) => each.kind === "answer");
    return this.decide([finding], (found) => {
      const { causes: _causes, ...decided } = unexplained(found);
      const answer = answers.find(({ about }) => about === findingKey(found));
      if (!answer) return null;
      const seen = seenIn(unexplained(found));
      return { kind: "explain", finding: decided, seen, text: answer.text, source: answer.file };
    });
  }

  /** The reading that the finding is about is right, wherever the file writes so. */
  confirm(finding: string): SessionView {
    return this.decide([finding], ({ unit, code, place: { file } }) => ({
      kind: "confirm",
      unit,
      file,
      code,
    }));
  }

  /** Of several files of the unit this one counts. */
  choose(unit: string, file: string | null): SessionView {
    this.session.choose(unit, file);
    return this.view();
  }

  /** The file counts although it says another period. */
  countAnyway(file: string | null): SessionView {
    this.session.countAnyway(file);
    return this.view();
  }

  /** Takes decisions back, by their names. */
  withdraw(decisions: readonly string[]): SessionView {
    this.session.withdraw(...decisions);
    return this.view();
  }

  /** Where the reports of a unit differ. */
  compare(unit: string): Comparison {
    return this.session.compare(unit);
  }

  private decide(ids: readonly string[], decisionFor: (finding: Finding) => Decision | null): SessionView {
    const wanted = new Set(ids);
    const found = (this.session.consolidate() ?? this.session.assess()).findings;
    const chosen = found.filter((finding) => wanted.has(findingId(finding)));
    this.session.decide(...chosen.flatMap((finding) => decisionFor(finding) ?? []));
    return this.view();
  }

  setHoldBack(holdBack: boolean): SessionView {
    this.holdBack = holdBack;
    this.session.setHoldBack(holdBack);
    return this.view();
  }

  view(): SessionView {
    return viewSession({
      template: this.template,
      assessment: this.session.assess(),
      consolidation: this.session.consolidate(),
      lastYearPeriod: this.session.knownLastYear?.period ?? null,
      passedOver: this.passedOver,
      holdBack: this.holdBack,
      counties: this.counties.views(),
      resumed: this.resumed,
      forms: this.session.receivedForms,
      proposedTemplate: this.desk.sentAmongReports,
      templateUse: this.desk.use(),
      textAt: (place) => this.textAt(place),
    });
  }

  /** The names of the sheets that the county workbook will have; none where no period can be told. */
  countySheets(): readonly string[] {
    return this.countyPlan("zh-CN")?.sheets.map((sheet) => sheet.name) ?? [];
  }

  /**
   * Which sheets of the open workbook are ours, and what writing them anew would undo. `template`: those of a template
   * that stands there, some of which have the names of the county's.
   */
  ownSheets(
    workbook: Workbook,
  ): OwnSheets & { readonly edits: readonly Edit[]; readonly template: readonly string[] } {
    const { period, counted } = this.session.assess();
    const own = ownSheets(workbook, period);
    const edits = own.own.length > 0 ? lostEdits(workbook, this.template, counted) : [];
    return { ...own, edits, template: ownTemplateSheets(workbook) };
  }

  /** The county workbook to be written; null where no period can be told. */
  countyPlan(locale: Locale): WorkbookPlan | null {
    const consolidation = this.session.consolidate();
    return consolidation && countyWorkbookPlan(consolidation, sayInReport(locale));
  }

  /** The county workbook as an .xlsx file; null where no period can be told. */
  countyFile(locale: Locale): Uint8Array | null {
    const plan = this.countyPlan(locale);
    return plan && xlsxWriter.write(plan);
  }

  /** The annual report; null where no period can be told. */
  report(): ReportView | null {
    const consolidation = this.session.consolidate();
    return consolidation && viewReport(consolidation);
  }

  /** The annual report as a .docx file; null where no period can be told. */
  async reportDocument(): Promise<Uint8Array | null> {
    const consolidation = this.session.consolidate();
    return consolidation && reportDocument(consolidation);
  }

  /** Holds every number of a text against the totals, or, before anything was sent, against the text itself. */
  checkText(text: string): DraftCheck {
    return checkDraft(text, this.template, this.session.consolidate());
  }

  /** The text of a .docx or .txt file. */
  readTextDocument(file: GivenFile): Promise<DraftOutcome> {
    return readDraft(file.content);
  }

  /** The template in use, and what is proposed in its place. */
  templateState(): TemplateState {
    return this.desk.state();
  }

  /** Reads a template workbook, or a list of rules; what is sound is proposed, nothing else changes. */
  checkTemplate(file: GivenFile): Promise<TemplateCheck> {
    return this.desk.checkFile(file);
  }

  checkOpenTemplate(workbook: Workbook): TemplateCheck {
    return this.desk.check(workbook, { kind: "open" });
  }

  addRules(text: string): RuleImport {
    return this.desk.addRules(text);
  }

  /** Takes what is proposed; what was collected is checked anew. */
  adoptTemplate(today: string): SessionView {
    this.desk.adopt(today);
    return this.view();
  }

  /** Uses again what was adopted last on this machine, from the text that was stored then. */
  restoreTemplates(text: string): SessionView {
    this.desk.restore(text);
    return this.view();
  }

  /** What is to be stored of the templates that were adopted; `stored`: what stands there now. */
  keptTemplates(stored: string | null): string {
    return this.desk.keptText(stored);
  }

  /** Proposes one of them, by its place; null where it cannot be read any more. */
  proposeKeptTemplate(at: number): TemplateCheck | null {
    return this.desk.proposeKept(at);
  }

  /** The template that the county workbook brought along is used from now on. */
  keepTemplate(today: string): SessionView {
    this.desk.keepInUse(today);
    return this.view();
  }

  /** Puts away what is proposed. */
  discardTemplate(): SessionView {
    this.desk.discard();
    return this.view();
  }

  backToBuiltIn(): SessionView {
    this.desk.backToBuiltIn();
    return this.view();
  }

  tryTemplate(): Trial {
    return this.desk.tryOut();
  }

  /** 转入新一年: what this year comes to is carried as last year's. */
  rollTemplate(period: string, today: string): SessionView {
    const plan = this.session.hasReadable ? this.countyPlan("zh-CN") : null;
    const county = plan && readCountyWorkbook(workbookFromPlan(plan));
    this.desk.roll(period, county?.ok ? county.lastYear : null, today);
    return this.view();
  }

  /** The template workbook to be written into the open one. */
  templatePlan(locale: Locale): WorkbookPlan {
    return this.desk.plan(locale);
  }

  templateFile(locale: Locale): Uint8Array {
    return this.desk.file(locale);
  }

  templateSheets(workbook: Workbook): SheetsOfTemplate {
    return this.desk.sheetsIn(workbook);
  }

  /** The blank workbooks of every unit as a zip; null where it was cancelled. */
  issueBlanks(period: string, onProgress: ReadProgress): Promise<Uint8Array | null> {
    return this.desk.issue(period, onProgress);
  }

  /** The blank workbook of one unit, to be written as sheets. */
  blankPlan(unit: string, period: string): WorkbookPlan | null {
    return this.desk.blankPlan(unit, period);
  }

  private textAt({ file, sheet, cell }: Place): string | null {
    const address = cell === null ? null : parseA1(cell);
    const found = this.session.workbookOf(file)?.sheets.find(({ name }) => name === sheet);
    const value = found && address ? cellAt(found, address.row, address.column)?.value : null;
    return value === null || value === undefined ? null : String(value);
  }
}

/** Of a workbook in which nothing is recognised intake says D01. */
function isOpenReport({
  file,
  findings,
}: {
  file: string | null;
  findings: readonly { code: string }[];
}): boolean {
  return file === null && !findings.some(({ code }) => code === "D01");
}

/** Lets what was posted meanwhile be heard. */
function breath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
