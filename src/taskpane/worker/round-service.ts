/** What the pane asks of a round. It runs in a worker, so that the pane never waits for reading or checking. */
import { expandZip } from "../../files/expand-zip";
import { browserInflate } from "../../files/read/browser-inflate";
import { xlsxWriter } from "../../files/write/write-xlsx";
import type { Decision } from "../../consolidation/decisions";
import type { Finding, Place } from "../../intake/finding";
import type { Locale } from "../../locales";
import { sayInReport } from "../../locales/report-words";
import { countyWorkbookPlan } from "../../report/county-workbook";
import { readCountyWorkbook, type CountyWorkbookProblem } from "../../report/read-county";
import type { FileError, SourceFile, WorkbookReader } from "../../round/ports";
import { Round } from "../../round/round";
import { findingId, viewRound, type RoundView } from "../../round/view";
import type { Template } from "../../template/template";
import { seenIn, unexplained } from "../../validation/explanations";
import { parseA1 } from "../../workbook/address";
import { cellAt } from "../../workbook/cells";
import type { WorkbookPlan } from "../../workbook/plan";
import type { Workbook } from "../../workbook/workbook";
import { ownSheets, withoutOwnSheets, type OwnSheets } from "./own-sheets";

/** A file that the user chose. Its bytes are read in the worker. */
export interface GivenFile {
  readonly name: string;
  readonly content: Blob;
}

/** Reports of one unit side by side. */
export type Comparison = ReturnType<Round["compare"]>;

export type ReadProgress = (done: number, total: number, file: string) => void;

/** Last year's workbook was taken, or why it was not. */
export type LastYearOutcome =
  | { readonly ok: true; readonly view: RoundView }
  | { readonly ok: false; readonly error: FileError }
  | { readonly ok: false; readonly problem: CountyWorkbookProblem };

/** Every call answers with the round as it now is. A cancelled reading leaves it as it was. */
export class RoundService {
  private readonly round: Round;
  private reading: AbortController | null = null;
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
    this.reading = new AbortController();
    const { signal } = this.reading;
    try {
      const files = (await Promise.all(given.map(sourceFiles))).flat();
      const results = await this.reader.read(files, { signal, onProgress });
      // A cancel that was posted meanwhile is heard first: nothing has been added yet.
      await new Promise((resolve) => setTimeout(resolve));
      signal.throwIfAborted();
      this.round.take(results);
    } catch (error) {
      if (signal.aborted) return null;
      throw error;
    } finally {
      this.reading = null;
    }
    return this.view();
  }

  cancel(): void {
    this.reading?.abort();
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

  /** Takes the proposals of findings, by their names in the view. */
  accept(findings: readonly string[]): RoundView {
    return this.decide(findings, ({ causes: _causes, proposal, ...finding }) =>
      proposal ? { kind: "accept", finding: { ...finding, proposal } } : null,
    );
  }

  /** The county's word on a finding. */
  explain(finding: string, text: string): RoundView {
    return this.decide([finding], (found) => {
      const { causes: _causes, ...decided } = unexplained(found);
      return { kind: "explain", finding: decided, seen: seenIn(unexplained(found)), text };
    });
  }

  /** The reading that the finding is about is right, wherever the file writes so. */
  confirm(finding: string): RoundView {
    return this.decide([finding], ({ unit, code, place: { file } }) => ({
      kind: "confirm",
      unit,
      file,
      code,
    }));
  }

  /** Of several files of the unit this one counts. */
  choose(unit: string, file: string | null): RoundView {
    this.round.decide({ kind: "choose", unit, file, among: this.compare(unit).files });
    return this.view();
  }

  /** Takes decisions back, by their names. */
  withdraw(decisions: readonly string[]): RoundView {
    this.round.withdraw(...decisions);
    return this.view();
  }

  /** Where the reports of a unit differ. */
  compare(unit: string): Comparison {
    return this.round.compare(unit);
  }

  private decide(ids: readonly string[], decisionFor: (finding: Finding) => Decision | null): RoundView {
    const wanted = new Set(ids);
    const found = (this.round.consolidate() ?? this.round.assess()).findings;
    const chosen = found.filter((finding) => wanted.has(findingId(finding)));
    this.round.decide(...chosen.flatMap((finding) => decisionFor(finding) ?? []));
    return this.view();
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

function sourceFiles({ name, content }: GivenFile): Promise<readonly SourceFile[]> {
  const file: SourceFile = { name, bytes: () => bytesOf(content) };
  return /\.zip$/i.test(name) ? expandZip(file, browserInflate) : Promise.resolve([file]);
}

async function bytesOf(content: Blob): Promise<Uint8Array> {
  return new Uint8Array(await content.arrayBuffer());
}
