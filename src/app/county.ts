/** County workbooks that are met: to go on with, or to compare with. */
import { adjustmentsIn } from "../county-workbook/adjustments-sheet";
import { typedScoresIn } from "../county-workbook/typed-scores";
import { readCountyRecord } from "../county-workbook/read-record";
import { readCountyWorkbook, type CountyWorkbookProblem } from "../county-workbook/read-county";
import type { EvidenceProblem } from "../consolidation/gather-evidence";
import { builtInTemplate } from "../template/builtin";
import type { Adjustment } from "../consolidation/adjustments";
import { unitsNamed } from "../form-discovery/units-named";
import type { FileError } from "../ports/ports";
import type { Unit } from "../template/template";
import type { Workbook } from "../workbook/workbook";
import { earlierThan, type Earlier } from "./earlier";
import type { GivenFile } from "./given-file";
import { countyFilesIn, levelTemplate, type LevelOptions } from "./next-level";
import { sourceFile } from "./originals";
import type { SessionParts } from "./session-parts";

/** Why a county workbook was not taken. */
export type CountyRefusal =
  | { readonly ok: false; readonly error: FileError }
  | { readonly ok: false; readonly problem: CountyWorkbookProblem };

/** Why a county workbook was not taken as evidence; `nothingAsked`: the template looks nothing up. */
export type EvidenceRefusal =
  | CountyRefusal
  | { readonly ok: false; readonly problems: readonly EvidenceProblem[] }
  | { readonly ok: false; readonly nothingAsked: true };

export interface ReportOptions extends Omit<LevelOptions, "units"> {
  /** The counties that must report, or their names; empty where those that do are all. */
  readonly units: readonly Unit[] | readonly string[];
}

/** Nothing where the county workbook was taken. */
export type CountyOutcome = void | CountyRefusal;

export function countyCalls(parts: SessionParts) {
  const { model, desk, counties, tools } = parts;

  const compare = (workbook: Workbook, as: Earlier): CountyOutcome => {
    const county = readCountyWorkbook(workbook);
    if (!county.ok) return { ok: false, problem: county.problem };
    const isOfLevel = (county.lastYear.level ?? 0) === (parts.template.level?.step ?? 0);
    if (model.hasReports && !isOfLevel) return { ok: false, problem: { code: "otherLevel", what: "" } };
    if (as === "lastYear") model.setLastYear(county.lastYear);
    else model.setLastPeriod(county.lastYear);
  };

  const goOn = (workbook: Workbook, file: string | null): CountyOutcome => {
    const read = readCountyRecord(workbook, parts.template);
    if (!read.ok) return read;
    const { record } = read;
    const before = parts.template;
    model.resume(record);
    desk.followCounty(before, file);
    parts.resumed = { edits: record.edits, uncounted: record.uncounted, lost: record.lost };
  };

  const read = async (file: GivenFile): Promise<Workbook | CountyRefusal> => {
    const [result] = await tools.reader.read([sourceFile(file)]);
    return result?.ok ? result.workbook : { ok: false, error: result!.error };
  };

  return {
    /** The open workbook, where it is a county workbook: it is then among the view's `counties`. */
    meetOpen: (workbook: Workbook): void => void counties.meet(null, workbook),

    /** Goes on with a county workbook that was met: late and corrected files come on top of it. */
    resume: (file: string | null): CountyOutcome => {
      const workbook = counties.take(file);
      return workbook ? goOn(workbook, file) : undefined;
    },

    /** Goes on with the county workbook in this file. */
    resumeFrom: async (file: GivenFile): Promise<CountyOutcome> => {
      const workbook = await read(file);
      return "ok" in workbook ? workbook : goOn(workbook, file.name);
    },

    /** Compares with a county workbook that was met. */
    compareWith: (file: string | null, as: Earlier = "lastYear"): CountyOutcome => {
      const workbook = counties.take(file);
      return workbook ? compare(workbook, as) : undefined;
    },

    /**
     * Compares with the county workbook in this file. Whether it is of last year or of the period before, its period
     * says; where that is open, it is then among the view's `counties`.
     */
    compareWithFile: async (file: GivenFile): Promise<CountyOutcome> => {
      const workbook = await read(file);
      if ("ok" in workbook) return workbook;
      const county = readCountyWorkbook(workbook);
      if (!county.ok) return { ok: false, problem: county.problem };
      const as = earlierThan(model.assess().period, county.period);
      if (as === null) return void counties.meet(file.name, workbook);
      return compare(workbook, as);
    },

    /**
     * Begins another period with the template of a county workbook that was met, and compares with it. What was collected
     * is put aside.
     */
    startNext: (file: string | null, period: string, today: string): CountyOutcome => {
      const workbook = counties.take(file);
      const county = workbook && readCountyWorkbook(workbook);
      if (!county) return undefined;
      if (!county.ok) return { ok: false, problem: county.problem };
      desk.roll(county.template ?? parts.template, period, county.lastYear, today);
    },

    setLastYear: async (file: GivenFile): Promise<CountyOutcome> => {
      const workbook = await read(file);
      return "ok" in workbook ? workbook : compare(workbook, "lastYear");
    },

    /** Compares with the period before, in this file. */
    setLastPeriod: async (file: GivenFile): Promise<CountyOutcome> => {
      const workbook = await read(file);
      return "ok" in workbook ? workbook : compare(workbook, "lastPeriod");
    },

    /**
     * Takes every county workbook that was given or met as its county's report, one level up; of those that were met only
     * such as are of the level. False where none of them can be read.
     */
    reportCounties: ({ units, ...options }: ReportOptions): void | false => {
      const files = [...countyFilesIn(model.given), ...counties.ofFiles()];
      const inUse = desk.use().origin.kind === "builtIn" ? null : parts.template;
      const template = levelTemplate(files, {
        units: areNames(units) ? unitsNamed(units) : units,
        name: options.name,
        template: options.template ?? inUse,
      });
      if (template === null) return false;
      const before = parts.template;
      const reports = counties.takeBelow(template);
      model.useTemplate(template);
      model.take(reports.map(({ file, workbook }) => ({ file, ok: true, workbook, notices: [] })));
      desk.followCounty(before, files[0]!.file);
    },

    /** Looks up in another template's county workbook what the template's scores are compared with. */
    setEvidence: async (file: GivenFile): Promise<void | EvidenceRefusal> => {
      const workbook = await read(file);
      if ("ok" in workbook) return workbook;
      const source = readCountyRecord(workbook, builtInTemplate);
      if (!source.ok) return source;
      const { record } = source;
      const reading = model.setEvidence({ ...record, template: record.template ?? builtInTemplate });
      if (reading === null) return { ok: false, nothingAsked: true };
      if (!reading.ok) return reading;
    },

    /** Does nothing with a county workbook that was met. */
    leave: (file: string | null): void => void counties.take(file),

    /** What people typed into 调整 and 督导评分 of the open county workbook, before its sheets are written again. */
    takeAdjustments: (workbook: Workbook): void => {
      const typed = adjustmentsIn(workbook);
      if (typed) model.setAdjustments(typed);
      const scores = typedScoresIn(workbook, parts.template);
      if (scores) model.takeScores(scores);
    },

    adjustments: (): readonly Adjustment[] => model.adjustmentsInUse,

    /** What the county takes off or adds, in place of what was set before. */
    setAdjustments: (adjustments: readonly Adjustment[]): void => model.setAdjustments(adjustments),
  };
}

function areNames(units: ReportOptions["units"]): units is readonly string[] {
  return typeof units[0] === "string";
}
