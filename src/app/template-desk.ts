/** The template's desk in the worker: what is in use, what is proposed in its place, and what is made of it. */
import { followingPeriod, nextPeriod } from "../workbook/period";
import type { SessionModel } from "./session-model";
import type { Language, SessionTools } from "./session-tools";
import type { Proposal } from "../form-discovery/question";
import {
  draftOf,
  countAdded,
  withRules,
  type TemplateDraft,
  type TemplateInUse,
  type TemplateOrigin,
} from "./template-draft";
import type { Trial } from "./trial";
import type { TemplateUse } from "./view";
import { nextTemplate } from "../template/issue";
import type { Template } from "../template/template";
import type { TemplateProblem } from "../template/workbook/problem";
import { readTemplate } from "../template/workbook/read-template";
import { parseRuleLines, type RuleLines } from "../template/workbook/rule-lines";
import { readRuleList } from "../template/workbook/rule-list";
import { templatePlan } from "../template/workbook/template-plan";
import { leftOverSheets, ownTemplateSheets } from "../template/workbook/template-sheets";
import type { LastYear } from "../validation/last-year";
import type { WorkbookPlan } from "../workbook/plan";
import type { Workbook } from "../workbook/workbook";
import { editTemplate, type TemplateEdit } from "./edit-template";
import type { GivenFile } from "./given-file";
import { answered, type MadeTemplate } from "./made-template";
import { takeOwnSheets } from "./take-own-sheets";
import { chartChoices } from "../form-discovery/propose/chart-choices";
import type { TemplateFromFiles } from "./template-from-files";
import type { OtherTemplate } from "./unknown-forms";
import { isSame, isSound, KeptTemplates } from "./adopted-templates";
import { earlierFor } from "./blanks";
import type {
  KeptView,
  RuleImport,
  SheetsOfTemplate,
  TemplateCheck,
  TemplateState,
  NotMade,
} from "./template-state";

export class TemplateDesk {
  private origin: TemplateOrigin = { kind: "builtIn" };
  private since: string | null = null;
  private instead: TemplateUse["instead"] = null;
  private lost = false;
  private readonly kept: KeptTemplates;
  private draft: TemplateDraft | null = null;
  /** What was last looked at: kept for whoever comes to 模板 later. */
  private looked: TemplateCheck | null = null;
  private sent: string | null = null;
  /** What was proposed before each change by hand, the latest last. */
  private undoable: { readonly draft: TemplateDraft | null; readonly looked: TemplateCheck | null }[] = [];
  private refused: readonly TemplateProblem[] = [];

  constructor(
    private readonly builtIn: Template,
    private readonly session: SessionModel,
    private readonly tools: SessionTools,
  ) {
    this.kept = new KeptTemplates(tools.say("zh-CN"));
  }

  get inUse(): Template {
    return this.session.templateInUse;
  }

  /** What is proposed, else the template in use. */
  get lookedAt(): Template {
    return this.draft?.template ?? this.inUse;
  }

  state(): TemplateState {
    const { inUse: template, origin, since, draft, looked, refused } = this;
    const canUndo = this.undoable.length > 0;
    const lastYearPeriod = this.session.knownLastYear?.period ?? null;
    const before = this.session.knownLastPeriod?.period ?? null;
    const period =
      template.period ??
      (lastYearPeriod === null ? null : nextPeriod(lastYearPeriod)) ??
      (before === null ? null : followingPeriod(before));
    const kept = this.keptViews();
    return {
      template,
      origin,
      since,
      kept,
      draft,
      charts: chartChoices(draft?.template ?? template),
      canUndo,
      refused,
      looked,
      period,
      lastYearPeriod,
      lastPeriod: before,
    };
  }

  use(): TemplateUse {
    const { origin, since, instead, lost } = this;
    const { name, version } = this.inUse;
    return { name, version, origin, since, instead, lost };
  }

  private keptViews(): readonly KeptView[] {
    return this.kept.all.flatMap(({ template, origin, since }, at) => {
      const { name, version, period = null } = template;
      return isSame(template, this.inUse) ? [] : [{ at, name, version, period, origin, since }];
    });
  }

  /** Takes up what was stored when a template was last adopted; that one is in use again. */
  restore(text: string): void {
    const kept = this.kept.restore(text);
    if (kept === "damaged") this.lost = true;
    else if (kept) this.take(kept.template, kept.origin, kept.since);
  }

  /** The text to be stored, so that the one in use is so again next time; `stored`: what is there now. */
  keptText(stored: string | null): string {
    return this.kept.text(stored);
  }

  /** Proposes one that was adopted earlier; null where it cannot be read any more. */
  proposeKept(at: number): TemplateCheck | null {
    const kept = this.kept.all[at];
    if (!kept || !isSound(kept.template, this.tools.say("zh-CN"))) return null;
    this.discard();
    this.draft = draftOf(kept.template, kept.origin, this.inUse);
    return (this.looked = { kind: "sound", draft: this.draft });
  }

  /** Those that could be used in place of the one in use, the latest first. */
  get others(): readonly OtherTemplate[] {
    const adopted = this.kept.all.map(({ template }, at): OtherTemplate => ({ at, template }));
    return [...adopted, { at: null, template: this.builtIn }].filter(
      ({ template }) => template !== this.inUse && !isSame(template, this.inUse),
    );
  }

  /** Uses one that was adopted earlier, or the built-in one; false where it cannot be read any more. */
  useAdopted(at: number | null, today: string): boolean {
    const { name, version } = this.inUse;
    const kept = at === null ? null : this.kept.all[at];
    if (kept === null) this.backToBuiltIn();
    else {
      if (!kept || !isSound(kept.template, this.tools.say("zh-CN"))) return false;
      this.take(kept.template, kept.origin);
      this.keepInUse(today);
    }
    this.instead = { name, version };
    return true;
  }

  /** The one in use is that from now on: one that only came along with a county workbook, too. */
  keepInUse(today: string): void {
    this.since = today;
    this.instead = null;
    this.kept.add({ template: this.inUse, origin: this.origin, since: today });
  }

  /** The session went on from a county workbook, which may have brought a template of its own. */
  followCounty(before: Template, file: string | null): void {
    if (isSame(before, this.inUse)) return;
    this.discard();
    this.origin = { kind: "county", file };
    this.since = null;
    this.instead = { name: before.name, version: before.version };
  }

  /** What came of it, and the workbook; null where it could not be read, or is a text. */
  async checkFile({
    name,
    content,
  }: GivenFile): Promise<{ readonly checked: TemplateCheck; readonly workbook: Workbook | null }> {
    const bytes = async (): Promise<Uint8Array> => new Uint8Array(await content.arrayBuffer());
    if (/\.txt$/i.test(name)) return { checked: this.checkText(name, await bytes()), workbook: null };
    const [result] = await this.tools.reader.read([{ name, bytes }]);
    if (!result?.ok)
      return { checked: { kind: "unreadable", file: name, error: result!.error }, workbook: null };
    const { workbook } = result;
    const checked = this.check(workbook, { kind: "file", file: name });
    if (checked.kind !== "sound") return { checked, workbook };
    return { checked: await this.withOffice(checked, { bytes: await bytes(), workbook }), workbook };
  }

  private checkText(name: string, bytes: Uint8Array): TemplateCheck {
    const text = this.tools.decodeText(bytes);
    return text === null
      ? { kind: "unreadable", file: name, error: { code: "F02", params: {} } }
      : { kind: "rules", import: this.addRules(text) };
  }

  /** The office's own sheets, where the template has any, are those of the file. */
  private async withOffice(
    { draft }: Extract<TemplateCheck, { kind: "sound" }>,
    file: { readonly bytes: Uint8Array; readonly workbook: Workbook },
  ): Promise<TemplateCheck> {
    if (!draft.template.forms.some(({ layout }) => layout === "own")) return this.looked!;
    const taken = await takeOwnSheets(draft.template, file, this.tools.packager);
    this.draft = null;
    if (!taken.ok) {
      const why = { ok: false, reason: "package", outcome: taken } as const;
      return (this.looked = { kind: "notMade", files: [originFile(draft)], why });
    }
    this.draft = { ...draft, template: taken.template };
    return (this.looked = { kind: "sound", draft: this.draft });
  }

  /** What was made of an office's own files is proposed. */
  propose(made: TemplateFromFiles, about: MadeTemplate | null, files: readonly string[]): TemplateCheck {
    this.discard();
    if (!made.ok || !about) {
      return (this.looked = { kind: "notMade", files, why: made as NotMade });
    }
    const origin = { kind: "files", count: files.length } as const;
    const draft = draftOf(made.template, origin, this.inUse);
    this.draft = draft;
    return (this.looked = { kind: "made", draft, made: about });
  }

  /** Changes what is proposed, else the template in use, which then has a proposal; all or nothing. */
  edit(edit: TemplateEdit): void {
    const made = this.looked?.kind === "made" ? this.looked.made : null;
    this.editAs(edit, made);
  }

  private editAs(edit: TemplateEdit | null, made: MadeTemplate | null): void {
    const before = this.draft?.template ?? this.inUse;
    const outcome = edit
      ? editTemplate(before, edit, made !== null)
      : ({ ok: true, template: before } as const);
    this.refused = outcome.ok ? [] : outcome.problems;
    if (!outcome.ok) return;
    this.undoable.push({ draft: this.draft, looked: this.looked });
    const { inUse } = this;
    const origin = this.draft?.origin ?? { kind: "edited" };
    // Changes by hand one after another make one new version.
    const lead = origin.kind === "edited" ? { version: inUse.version, history: inUse.history } : {};
    const draft = made
      ? { ...this.draft!, template: outcome.template }
      : draftOf({ ...outcome.template, ...lead }, origin, inUse);
    this.draft = draft;
    this.looked = made ? { kind: "made", draft, made } : { kind: "sound", draft };
  }

  /** Takes back the last change by hand. */
  undoEdit(): void {
    const before = this.undoable.pop();
    this.refused = [];
    if (!before) return;
    this.draft = before.draft;
    this.looked = before.looked;
  }

  /** Answers a question about what was made; `null`: every question that is still open as proposed. */
  answer(number: number | null, answer: Proposal | null): void {
    if (this.looked?.kind !== "made") return;
    const { made, draft } = this.looked;
    const question = number === null ? undefined : made.questions[number];
    if (!question || answer === null) {
      const questions = made.questions.map((each) => ({ ...each, settled: true }));
      return this.editAs(null, { ...made, questions });
    }
    const { question: settled, edit } = answered(question, answer, draft.template);
    const questions = made.questions.map((each) => (each === question ? settled : each));
    this.editAs(edit, { ...made, questions });
  }

  /** The name of a template workbook that came in among the reports and was neither taken nor put away. */
  get sentAmongReports(): string | null {
    return this.sent;
  }

  findAmongReports(workbook: Workbook, file: string): void {
    this.check(workbook, { kind: "file", file });
    this.sent = file;
  }

  /** Looks a workbook over; what is sound is proposed in place of the template in use. */
  check(workbook: Workbook, origin: TemplateOrigin): TemplateCheck {
    return (this.looked = this.lookedOver(workbook, origin));
  }

  private lookedOver(workbook: Workbook, origin: TemplateOrigin): TemplateCheck {
    const reading = readTemplate(workbook);
    if (reading.ok) {
      this.draft = draftOf(reading.template, origin, this.inUse);
      return { kind: "sound", draft: this.draft };
    }
    const isNone = reading.errors.some(({ code }) => code === "notTemplate");
    const list = isNone ? readRuleList(workbook, this.inUse) : null;
    if (list) return { kind: "rules", import: this.proposeRules(list) };
    this.draft = null;
    return { kind: "problems", origin, problems: reading.errors };
  }

  /** Lines 序号 | 报表代码 | 公式, proposed on top of the template in use, or of one that was made and is looked at. */
  addRules(text: string): RuleImport {
    if (this.looked?.kind === "made") return this.addToMade(text, this.looked);
    const taken = this.proposeRules(parseRuleLines(text, this.inUse));
    this.looked = { kind: "rules", import: taken };
    return taken;
  }

  private addToMade(text: string, { made, draft }: Extract<TemplateCheck, { kind: "made" }>): RuleImport {
    const { version, history } = draft.template;
    const { rules, problems } = parseRuleLines(text, draft.template);
    const template = { ...withRules(draft.template, rules), version, history };
    const added = countAdded(draft.template, template);
    const pasted = { added, known: rules.length - added, problems };
    this.undoable.push({ draft: this.draft, looked: this.looked });
    this.draft = { ...draft, template };
    this.looked = { kind: "made", draft: this.draft, made: { ...made, pasted } };
    return { ...pasted, draft: this.draft };
  }

  private proposeRules({ rules, problems }: RuleLines): RuleImport {
    const template = withRules(this.inUse, rules);
    const added = countAdded(this.inUse, template);
    this.draft = added === 0 ? null : draftOf(template, { kind: "rules" }, this.inUse);
    return { added, known: rules.length - added, problems, draft: this.draft };
  }

  /** Takes what is proposed; nothing changes where nothing is. */
  adopt(today: string): void {
    if (!this.draft) return;
    this.take(this.draft.template, this.draft.origin);
    this.keepInUse(today);
  }

  discard(): void {
    this.draft = null;
    this.looked = null;
    this.sent = null;
    this.undoable = [];
    this.refused = [];
  }

  backToBuiltIn(): void {
    this.take(this.builtIn, { kind: "builtIn" });
    this.kept.rest();
  }

  /** The template of the yearly assessment, from now on. */
  useAssessment(template: Template, today: string): void {
    this.take(template, { kind: "assessment" });
    this.keepInUse(today);
  }

  inUseWithOrigin(): TemplateInUse {
    const { inUse: template, origin, since } = this;
    return { template, origin, since };
  }

  useWithoutAdopting(template: TemplateInUse | null): void {
    if (template) this.take(template.template, template.origin, template.since);
    else this.take(this.builtIn, { kind: "builtIn" });
  }

  private take(template: Template, origin: TemplateOrigin, since: string | null = null): void {
    this.session.useTemplate(template);
    this.origin = origin;
    this.since = since;
    this.instead = null;
    this.lost = false;
    this.discard();
  }

  /** 试跑 of what is given, else of what is proposed, else of the template in use. */
  tryOut(template = this.draft?.template ?? this.inUse): Trial {
    return this.session.tryOut(template);
  }

  /**
   * 转入下一期: the next version of a template for another period. What was collected is put aside; of what is known, the
   * same period of last year and the period before are compared with.
   * @param ended what the period that ends comes to; null where nothing was collected
   */
  roll(template: Template, period: string, ended: LastYear | null, today: string): void {
    const { session } = this;
    const { lastYear, lastPeriod } = earlierFor(period, [
      ended,
      session.lastYearAsGiven,
      session.lastPeriodAsGiven,
    ]);
    session.clear();
    session.setLastYear(lastYear);
    session.setLastPeriod(lastPeriod);
    this.take(nextTemplate(template, period), { kind: "rolled" });
    this.keepInUse(today);
  }

  plan(language: Language): WorkbookPlan {
    return templatePlan(this.inUse, this.tools.say(language));
  }

  file(language: Language): Uint8Array {
    return this.tools.workbooks.write(this.plan(language));
  }

  sheetsIn(workbook: Workbook): SheetsOfTemplate {
    return { own: ownTemplateSheets(workbook), leftOver: leftOverSheets(workbook, this.inUse) };
  }
}

function originFile({ origin }: TemplateDraft): string {
  return origin.kind === "file" ? origin.file : "";
}
