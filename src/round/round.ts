/** One reporting task from collecting to report: what has been sent, what is wrong with it, what it adds up to. */
import { consolidate } from "../consolidation/consolidate";
import type { Consolidation } from "../consolidation/consolidation";
import type { Adjustment } from "../consolidation/adjustments";
import { decisionId, type Decision } from "../consolidation/decisions";
import type { CountyRecord } from "../consolidation/record";
import { countyFindings } from "../consolidation/county-findings";
import { onLikeBasis } from "../consolidation/like-basis";
import type { Template } from "../template/template";
import type { LastYear } from "../validation/last-year";
import { createValidator, type Validator } from "../validation/validator";
import type { Workbook } from "../workbook/workbook";
import { assess, type Assessment, type Source } from "./assess";
import { compareReports, type Difference } from "./compare";
import { Decided } from "./decided";
import { withoutRepairs } from "./kept";
import type { ReadOptions, ReadResult, SourceFile, WorkbookReader } from "./ports";

export interface RoundOptions {
  readonly template: Template;
  readonly reader: WorkbookReader;
  readonly lastYear?: LastYear | null;
  /** Leaves units with must-fix findings out of the totals. */
  readonly holdBack?: boolean;
}

/** What was sent, by file; the open workbook stands under null. All else is derived anew whenever that changes. */
export class Round {
  private readonly template: Template;
  private readonly reader: WorkbookReader;
  private readonly validator: Validator;
  private readonly sources = new Map<string | null, Source>();
  private lastYear: LastYear | null;
  private holdBack: boolean;
  private record: CountyRecord | null = null;
  private adjustments: readonly Adjustment[] = [];
  private readonly decisions = new Map<string, Decision>();
  private assessed: Assessment | null = null;

  constructor({ template, reader, lastYear = null, holdBack = false }: RoundOptions) {
    this.template = template;
    this.reader = reader;
    this.validator = createValidator(template);
    this.lastYear = lastYear && onLikeBasis(lastYear, template);
    this.holdBack = holdBack;
  }

  /** Reads files and adds them; a file of a name that is there already takes its place. */
  async add(files: readonly SourceFile[], options?: ReadOptions): Promise<void> {
    this.take(await this.reader.read(files, options));
  }

  /** Adds what has been read. */
  take(results: readonly ReadResult[]): void {
    for (const result of results) this.sources.set(result.file, result);
    this.assessed = null;
  }

  /** Adds the open workbook, in place of what it held before. */
  addOpen(workbook: Workbook): void {
    this.sources.set(null, { file: null, ok: true, workbook, notices: [] });
    this.assessed = null;
  }

  /**
   * Goes on where the county workbook of this round stopped: what it knows of units that send nothing new still counts.
   * What was decided then holds, and can be taken back. Its last year serves where none is known. The record's template must be the round's.
   */
  resume(record: CountyRecord): void {
    this.record = withoutRepairs(record, this.template);
    this.decide(...record.decisions);
    if (!this.lastYear) this.setLastYear(record.lastYear);
    this.adjustments = record.adjustments;
    this.assessed = null;
  }

  /** Takes decisions, each in place of an earlier one about the same. */
  decide(...decisions: readonly Decision[]): void {
    for (const decision of decisions) this.decisions.set(decisionId(decision), decision);
    this.assessed = null;
  }

  /** Takes decisions back, by their names; all is as if they had never been taken. */
  withdraw(...ids: readonly string[]): void {
    for (const id of ids) this.decisions.delete(id);
    this.assessed = null;
  }

  /** What the county takes off or adds, in place of what was set before. */
  setAdjustments(adjustments: readonly Adjustment[]): void {
    this.adjustments = adjustments;
  }

  remove(file: string | null): void {
    this.sources.delete(file);
    this.assessed = null;
  }

  clear(): void {
    this.sources.clear();
    this.record = null;
    this.adjustments = [];
    this.decisions.clear();
    this.assessed = null;
  }

  /** Units that were renamed or merged since are compared on a like basis. */
  setLastYear(lastYear: LastYear | null): void {
    this.lastYear = lastYear && onLikeBasis(lastYear, this.template);
    this.assessed = null;
  }

  setHoldBack(holdBack: boolean): void {
    this.holdBack = holdBack;
    this.assessed = null;
  }

  /** Has anything been read at all? */
  get hasReadable(): boolean {
    return this.record !== null || [...this.sources.values()].some((source) => source.ok);
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
    this.assessed ??= assess([...this.sources.values()], {
      template: this.template,
      validator: this.validator,
      lastYear: this.lastYear,
      holdBack: this.holdBack,
      record: this.record,
      decisions: [...this.decisions.values()],
    });
    return this.assessed;
  }

  /** The county's totals, with the county's own findings behind the units'; null where no period can be told. */
  consolidate(): Consolidation | null {
    const { period, counted, reported, missing, findings, decisions } = this.assess();
    if (period === null) return null;
    const consolidation = consolidate({
      template: this.template,
      period,
      submissions: counted,
      reported,
      missing,
      findings,
      lastYear: this.lastYear,
      adjustments: this.adjustments,
    });
    const own = new Decided(decisions, new Set()).explain(countyFindings(consolidation));
    return { ...consolidation, findings: [...findings, ...own], decisions };
  }
}
