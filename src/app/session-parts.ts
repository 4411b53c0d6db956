/** What the calls of a session share. */
import type { Finding } from "../findings/finding";
import { productOf } from "../template/product-signatures";
import type { Template } from "../template/template";
import { isTemplateWorkbook } from "../template/workbook/template-sheets";
import { parseA1 } from "../workbook/address";
import { cellAt } from "../workbook/cells";
import type { LastYear } from "../validation/last-year";
import type { PassedOver, ReadResult } from "../ports/ports";
import { MetCounties } from "./met-counties";
import { Originals } from "./originals";
import { SessionModel } from "./session-model";
import type { SessionTools } from "./session-tools";
import { TemplateDesk } from "./template-desk";
import { isOfOtherForm, UnknownForms, type UnknownForm } from "./unknown-forms";
import { viewSession } from "./view-session";
import type { ResumedView, SessionView } from "./view";

export interface SessionOptions {
  /** The template that is built in: the one in use until another is adopted. */
  readonly template: Template;
  readonly tools: SessionTools;
  readonly lastYear?: LastYear | null;
  /** Leaves units with must-fix findings out of the totals. */
  readonly holdBack?: boolean;
  /** What is collected, whatever template and last year say. */
  readonly period?: string | null;
  /** Somebody can be asked what a county workbook among the reports is for; else it is a report like any other. */
  readonly attended?: boolean;
  /** See `SessionModelOptions`. */
  readonly keepsWorkbooks?: boolean;
}

/** A file that was given and is nobody's report. */
export interface SetAside {
  readonly file: string;
  readonly reason: PassedOver | "template" | "returnForm";
}

export class SessionParts {
  readonly model: SessionModel;
  readonly tools: SessionTools;
  readonly desk: TemplateDesk;
  readonly counties = new MetCounties();
  readonly originals: Originals;
  readonly attended: boolean;
  /** What the county workbook that the session goes on from had to say. */
  resumed: ResumedView | null = null;
  /** Sheets of the county workbook that staff do without. */
  leftOut: ReadonlySet<string> = new Set();
  /** Of the files that were given last. */
  setAside: readonly SetAside[] = [];
  private readonly unknown = new UnknownForms();
  /** What is under way and can be stopped. */
  private running: AbortController | null = null;

  constructor({ template, tools, attended = true, ...options }: SessionOptions) {
    this.tools = tools;
    this.attended = attended;
    this.model = new SessionModel({ template, ...options });
    this.desk = new TemplateDesk(template, this.model, tools);
    this.originals = new Originals(tools);
  }

  get template(): Template {
    return this.model.templateInUse;
  }

  /** Null where it was stopped. */
  async stoppable<T>(job: (signal: AbortSignal) => Promise<T>): Promise<T | null> {
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

  cancel(): null {
    this.running?.abort();
    return null;
  }

  view(): SessionView {
    const { model, desk } = this;
    return viewSession({
      template: this.template,
      assessment: model.assess(),
      consolidation: model.consolidate(),
      periodChoice: model.periodChoice,
      lastYearPeriod: model.knownLastYear?.period ?? null,
      lastPeriod: model.knownLastPeriod?.period ?? null,
      passedOver: this.setAside.filter(({ reason }) => !OURS.has(reason)).map(({ file }) => file),
      holdBack: model.holdsBack,
      evidence: model.evidenceInUse,
      counties: this.counties.views(),
      levelUp: model.hasReports ? null : this.counties.levelUp(),
      otherLevel: model.otherLevel,
      resumed: this.resumed,
      forms: model.receivedForms,
      proposedTemplate: desk.sentAmongReports,
      templateUse: desk.use(),
      unknownForms: this.unknownForms(),
      fileDates: this.originals.dates,
      textAt: (place) => this.textAt(place),
    });
  }

  /** Forms of the office's own among what was given, of which the template in use knows nothing. */
  private unknownForms(): readonly UnknownForm[] {
    const { submissions } = this.model.assess();
    const others = new Set(submissions.filter(isOfOtherForm).map(({ file }) => file));
    const given = this.model.given.filter(({ file }) => others.has(file));
    const files = [...given, ...this.model.givenApart].flatMap((source) =>
      source.ok && source.file !== null && source.workbook !== null
        ? [{ name: source.file, workbook: source.workbook }]
        : [],
    );
    return files.length === 0 ? [] : this.unknown.in(files, this.desk.others);
  }

  /**
   * Two forms among the files are two tasks: where there are reports of the template in use, files of another form wait
   * apart. `isAgain`: more files have come; only those join them whose form waits already, or has a template.
   */
  partTasks(isAgain: boolean): void {
    const { model } = this;
    const before = new Set(model.givenApart.map(({ file }) => file));
    if (!isAgain) model.setApart([]);
    if (!model.hasReports) return;
    const others = this.unknownForms().filter(
      ({ files, known }) => !isAgain || known !== null || files.some((file) => before.has(file)),
    );
    if (others.length > 0 || before.size > 0) model.setApart(others.flatMap(({ files }) => files));
  }

  private textAt({ file, sheet, cell }: Finding["place"]): string | null {
    const address = cell === null ? null : parseA1(cell);
    const found = this.model.workbookOf(file)?.sheets.find(({ name }) => name === sheet);
    const value = found && address ? cellAt(found, address.row, address.column)?.value : null;
    return value === null || value === undefined ? null : String(value);
  }
}

/** The view shows these in places of their own. */
const OURS: ReadonlySet<SetAside["reason"]> = new Set(["template", "returnForm"]);

/** A template or a 退回单 among the reports; null for anything else. */
export function ownKind(result: ReadResult): "template" | "returnForm" | null {
  if (!result.ok) return null;
  if (isTemplateWorkbook(result.workbook)) return "template";
  return productOf(result.workbook) === "returnForm" ? "returnForm" : null;
}

/** Lets what was posted meanwhile be heard. */
export function breath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
