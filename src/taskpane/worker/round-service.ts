/** What the pane asks of a round. It runs in a worker, so that the pane never waits for reading or checking. */
import { expandZip } from "../../files/expand-zip";
import { browserInflate } from "../../files/read/browser-inflate";
import { xlsxWriter } from "../../files/write/write-xlsx";
import type { Place } from "../../intake/finding";
import type { Locale } from "../../locales";
import { sayInReport } from "../../locales/report-words";
import { countyWorkbookPlan } from "../../report/county-workbook";
import { readCountyWorkbook, type CountyWorkbookProblem } from "../../report/read-county";
import type { FileError, ReadResult, SourceFile, WorkbookReader } from "../../round/ports";
import { Round } from "../../round/round";
import type { Trial } from "../../round/trial";
import { viewRound, type RoundView } from "../../round/view";
import type { Template } from "../../template/template";
import { isTemplateWorkbook, withoutTemplateSheets } from "../../template/workbook/template-sheets";
import { parseA1 } from "../../workbook/address";
import { cellAt } from "../../workbook/cells";
import { workbookFromPlan } from "../../workbook/from-plan";
import type { WorkbookPlan } from "../../workbook/plan";
import type { Workbook } from "../../workbook/workbook";
import type { GivenFile, ReadProgress } from "./given-file";
import { ownSheets, withoutOwnSheets, type OwnSheets } from "./own-sheets";
import { TemplateDesk, type RuleImport, type TemplateCheck, type TemplateState } from "./template-desk";

export type { GivenFile, ReadProgress } from "./given-file";

/** Last year's workbook was taken, or why it was not. */
export type LastYearOutcome =
  | { readonly ok: true; readonly view: RoundView }
  | { readonly ok: false; readonly error: FileError }
  | { readonly ok: false; readonly problem: CountyWorkbookProblem };

/** Every call answers with the round as it now is. A cancelled reading leaves it as it was. */
export class RoundService {
  private readonly round: Round;
  private readonly desk: TemplateDesk;
  private reading: AbortController | null = null;
  private lastYearPeriod: string | null = null;
  private holdBack = false;

  constructor(
    builtIn: Template,
    private readonly reader: WorkbookReader,
  ) {
    this.round = new Round({ template: builtIn, reader });
    this.desk = new TemplateDesk(builtIn, this.round, reader);
  }

  private get template(): Template {
    return this.round.templateInUse;
  }

  /** Reads workbooks, and what is in zips. Null where the user cancelled. */
  async addFiles(given: readonly GivenFile[], onProgress: ReadProgress): Promise<RoundView | null> {
    this.reading = new AbortController();
    const { signal } = this.reading;
    try {
      const files = (await Promise.all(given.map(sourceFiles))).flat();
      const results = await this.reader.read(files, { signal, onProgress });
      // A cancel that was posted meanwhile is heard first: nothing has been added yet.
      await new Promise((resolve) => setTimeout(resolve));
      signal.throwIfAborted();
      this.round.take(results.filter((result) => !this.isTemplate(result)));
    } catch (error) {
      if (signal.aborted) return null;
      throw error;
    } finally {
      this.reading = null;
    }
    return this.view();
  }

  /** A template among the reports is nobody's report: it is proposed, for whoever goes to 模板. */
  private isTemplate(result: ReadResult): boolean {
    if (!result.ok || !isTemplateWorkbook(result.workbook)) return false;
    this.desk.findAmongReports(result.workbook, result.file);
    return true;
  }

  cancel(): void {
    this.reading?.abort();
    this.desk.cancel();
  }

  /** Takes what the open workbook holds, but for our own sheets; null where nothing of the template is in it. */
  addOpen(workbook: Workbook): RoundView | null {
    this.round.addOpen(withoutTemplateSheets(withoutOwnSheets(workbook, this.template)));
    if (!this.round.assess().submissions.some(isOpenReport)) {
      this.round.remove(null);
      return null;
    }
    return this.view();
  }

  remove(file: string | null): RoundView {
    this.round.remove(file);
    return this.view();
  }

  clear(): RoundView {
    this.round.clear();
    return this.view();
  }

  async setLastYear(file: GivenFile): Promise<LastYearOutcome> {
    const [result] = await this.reader.read([{ name: file.name, bytes: () => bytesOf(file.content) }]);
    if (!result?.ok) return { ok: false, error: result!.error };
    const county = readCountyWorkbook(result.workbook);
    if (!county.ok) return { ok: false, problem: county.problem };
    this.round.setLastYear(county.lastYear);
    this.lastYearPeriod = county.lastYear.period;
    return { ok: true, view: this.view() };
  }

  setHoldBack(holdBack: boolean): RoundView {
    this.holdBack = holdBack;
    this.round.setHoldBack(holdBack);
    return this.view();
  }

  view(): RoundView {
    return viewRound({
      template: this.template,
      assessment: this.round.assess(),
      consolidation: this.round.consolidate(),
      lastYearPeriod: this.lastYearPeriod,
      holdBack: this.holdBack,
      proposedTemplate: this.desk.sentAmongReports,
      textAt: (place) => this.textAt(place),
    });
  }

  /** The names of the sheets that the county workbook will have; none where no period can be told. */
  countySheets(): readonly string[] {
    return this.countyPlan("zh-CN")?.sheets.map((sheet) => sheet.name) ?? [];
  }

  /** Which sheets of the open workbook are ours. */
  ownSheets(workbook: Workbook): OwnSheets {
    return ownSheets(workbook, this.template, this.round.assess().period);
  }

  /** The county workbook to be written; null where no period can be told. */
  countyPlan(locale: Locale): WorkbookPlan | null {
    const consolidation = this.round.consolidate();
    return consolidation && countyWorkbookPlan(consolidation, sayInReport(locale));
  }

  /** The county workbook as an .xlsx file; null where no period can be told. */
  countyFile(locale: Locale): Uint8Array | null {
    const plan = this.countyPlan(locale);
    return plan && xlsxWriter.write(plan);
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
  adoptTemplate(): RoundView {
    this.desk.adopt();
    return this.view();
  }

  /** Puts away what is proposed. */
  discardTemplate(): RoundView {
    this.desk.discard();
    return this.view();
  }

  backToBuiltIn(): RoundView {
    this.desk.backToBuiltIn();
    return this.view();
  }

  tryTemplate(): Trial {
    return this.desk.tryOut();
  }

  /** 转入新一年: what this year comes to is carried as last year's. */
  rollTemplate(period: string): RoundView {
    const plan = this.round.hasReadable ? this.countyPlan("zh-CN") : null;
    const county = plan && readCountyWorkbook(workbookFromPlan(plan));
    this.desk.roll(period, county?.ok ? county.lastYear : null);
    this.lastYearPeriod = this.round.knownLastYear?.period ?? null;
    return this.view();
  }

  /** The template workbook to be written into the open one. */
  templatePlan(locale: Locale): WorkbookPlan {
    return this.desk.plan(locale);
  }

  templateFile(locale: Locale): Uint8Array {
    return this.desk.file(locale);
  }

  templateSheets(workbook: Workbook): readonly string[] {
    return this.desk.ownSheets(workbook);
  }

  /** The blank workbooks of every unit as a zip; null where it was cancelled. */
  issueBlanks(period: string, onProgress: ReadProgress): Promise<Uint8Array | null> {
    return this.desk.issue(period, onProgress);
  }

  private textAt({ file, sheet, cell }: Place): string | null {
    const address = cell === null ? null : parseA1(cell);
    const found = this.round.workbookOf(file)?.sheets.find(({ name }) => name === sheet);
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

function sourceFiles({ name, content }: GivenFile): Promise<readonly SourceFile[]> {
  const file: SourceFile = { name, bytes: () => bytesOf(content) };
  return /\.zip$/i.test(name) ? expandZip(file, browserInflate) : Promise.resolve([file]);
}

async function bytesOf(content: Blob): Promise<Uint8Array> {
  return new Uint8Array(await content.arrayBuffer());
}
