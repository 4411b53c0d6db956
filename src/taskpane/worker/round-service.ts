/** What the pane asks of a round. It runs in a worker, so that the pane never waits for reading or checking. */
import { xlsxWriter } from "../../files/write/write-xlsx";
import type { Place } from "../../intake/finding";
import type { Locale } from "../../locales";
import { sayInReport } from "../../locales/report-words";
import { countyWorkbookPlan } from "../../report/county-workbook";
import { readCountyWorkbook, type CountyWorkbookProblem } from "../../report/read-county";
import type { FileError, WorkbookReader } from "../../round/ports";
import type { ReturnedUnit } from "../../round/return-set";
import { Round } from "../../round/round";
import { viewRound, type RoundView } from "../../round/view";
import type { Template } from "../../template/template";
import { parseA1 } from "../../workbook/address";
import { cellAt } from "../../workbook/cells";
import type { WorkbookPlan } from "../../workbook/plan";
import type { Workbook } from "../../workbook/workbook";
import { bytesOf, Originals, sourceFiles, type GivenFile } from "./originals";
import { ownSheets, withoutOwnSheets, type OwnSheets } from "./own-sheets";
import { returnMaterials, returnSheets, returnTexts } from "./returns";
import { sourceView, type SourceView } from "./source-view";

export type { GivenFile } from "./originals";
export type ReadProgress = (done: number, total: number, file: string) => void;

/** Last year's workbook was taken, or why it was not. */
export type LastYearOutcome =
  | { readonly ok: true; readonly view: RoundView }
  | { readonly ok: false; readonly error: FileError }
  | { readonly ok: false; readonly problem: CountyWorkbookProblem };

/** Every call answers with the round as it now is. A cancelled reading leaves it as it was. */
export class RoundService {
  private readonly round: Round;
  private readonly originals = new Originals();
  /** What is under way and can be stopped. */
  private running: AbortController | null = null;
  private lastYearPeriod: string | null = null;
  private holdBack = false;

  constructor(
    private readonly template: Template,
    private readonly reader: WorkbookReader,
  ) {
    this.round = new Round({ template, reader });
  }

  /** Reads workbooks, and what is in zips. Null where the user cancelled. */
  async addFiles(given: readonly GivenFile[], onProgress: ReadProgress): Promise<RoundView | null> {
    return this.stoppable(async (signal) => {
      const files = await Promise.all(given.map(sourceFiles));
      const results = await this.reader.read(files.flat(), { signal, onProgress });
      // A cancel that was posted meanwhile is heard first: nothing has been added yet.
      await breath();
      signal.throwIfAborted();
      this.round.take(results);
      this.originals.take(given, files);
      return this.view();
    });
  }

  cancel(): void {
    this.running?.abort();
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

  /** The units were sent their reports back; so they stand until something new comes from them. */
  sendBack(units: readonly string[]): RoundView {
    this.round.sendBack(units);
    return this.view();
  }

  /** The sheet of a file in which something stands; null where it is not at hand. */
  sourceView(place: Place, locale: Locale): SourceView | null {
    return sourceView(place, this.parts(locale));
  }

  private parts(locale: Locale) {
    return {
      round: this.round,
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

  /** Takes what the open workbook holds, but for our own sheets; null where nothing of the template is in it. */
  addOpen(workbook: Workbook): RoundView | null {
    this.round.addOpen(withoutOwnSheets(workbook, this.template));
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
    this.originals.clear();
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
      returned: this.round.returned(),
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

/** Lets what was posted meanwhile be heard. */
function breath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
