/** 收表: what comes in, and what is taken out again. */
import type { Submission } from "../intake/submission";
import type { ExpandedZip, ReadResult } from "../ports/ports";
import { productOf } from "../template/product-signatures";
import { withoutTemplateSheets } from "../template/workbook/template-sheets";
import type { LastYear } from "../validation/last-year";
import type { Workbook } from "../workbook/workbook";
import { takeReturnForms } from "../returns/read-return-form";
import { reportAmongCopies, withoutCopies } from "./county-copies";
import type { GivenFile, ReadProgress } from "./given-file";
import { countyFilesIn, isCountyWorkbook, withCounties } from "./next-level";
import { withoutOwnSheets } from "./own-sheets";
import { breath, ownKind, type SessionParts, type SetAside } from "./session-parts";

export function collectCalls(parts: SessionParts) {
  const { model, desk, counties, originals, tools } = parts;
  return {
    /** Reads workbooks, and what is in zips. Null where the user cancelled: the session is as it was. */
    addFiles: (given: readonly GivenFile[], onProgress: ReadProgress): Promise<void | null> =>
      parts.stoppable(async (signal) => {
        const expanded: ExpandedZip[] = [];
        // One after the other: each is in memory while it is looked at.
        for (const file of given) expanded.push(await originals.expand(file));
        const files = expanded.flatMap((each) => each.files);
        const take = takeAtOnce(parts);
        const results = await tools.reader.read(files, { signal, onProgress, ...(take ? { take } : {}) });
        // A cancel that was posted meanwhile is heard first: nothing has been added yet.
        await breath();
        signal.throwIfAborted();
        const clean = results.map((result) => withoutCopies(result, parts.template));
        const reports = parts.attended ? counties.sort(clean, parts.template) : clean;
        const setAside: SetAside[] = expanded.flatMap(({ skipped }) => skipped);
        for (const result of reports) {
          const reason = ownKind(result);
          if (reason !== null) setAside.push({ file: result.file, reason });
          // A template among the reports is nobody's report: it is proposed, for whoever goes to 模板.
          if (reason === "template" && result.ok) desk.findAmongReports(result.workbook, result.file);
        }
        model.take(reports.filter((result) => ownKind(result) !== "template"));
        const extended = withCounties(parts.template, countyFilesIn(model.given));
        if (extended !== parts.template) model.useTemplate(extended);
        originals.take(given, expanded);
        parts.setAside = setAside;
        if (parts.attended) parts.partTasks(true);
      }),

    /** Of the files that were given last, those that are nobody's report. */
    setAside: (): readonly SetAside[] => parts.setAside,

    /**
     * Takes what the open workbook holds, except our own sheets; null where nothing of the template is in it. A session
     * that has nothing yet may also go on with it where it is a county workbook.
     */
    addOpen: (open: Workbook): void | null => {
      const workbook = reportAmongCopies(open, null, parts.template) ?? open;
      const met = !model.hasReadable && counties.meet(null, workbook);
      const received = model.receiveOpen(workbook);
      model.addOpen(withoutTemplateSheets(withoutOwnSheets(workbook)));
      if (model.assess().submissions.some(isOpenReport)) return undefined;
      model.remove(null);
      return met || received ? undefined : null;
    },

    /** Also what an earlier county workbook knows of the file. */
    remove: (file: string | null): void => model.remove(file),

    clear: (): void => {
      model.clear();
      counties.clear();
      parts.resumed = null;
      originals.clear();
      parts.setAside = [];
    },

    /** Files of another task wait, and nothing is said of them; these, in place of those before. */
    setApart: (files: readonly string[]): void => model.setApart(files),
    filesApart: (): readonly string[] => model.givenApart.flatMap(({ file }) => file ?? []),

    setHoldBack: (holdBack: boolean): void => model.setHoldBack(holdBack),

    /** Last year's values as they are known already; null where nothing is. */
    knowLastYear: (lastYear: LastYear | null): void => model.setLastYear(lastYear),

    /** The period before, as it is known already; null where nothing is. */
    knowLastPeriod: (lastPeriod: LastYear | null): void => model.setLastPeriod(lastPeriod),
    lastPeriod: (): LastYear | null => model.lastPeriodAsGiven,

    /** Last year's values as they were given. */
    lastYear: (): LastYear | null => model.lastYearAsGiven,

    /** Is anything of the template in use there: a submission, or what an earlier county workbook knows? */
    hasSubmissions: (): boolean => model.hasReports,

    /** What is collected, whatever template, files and earlier county workbooks say. */
    setPeriod: (period: string): void => model.setPeriod(period),
    /** The year that they say, the files last; null where nothing says one. */
    yearSaid: (): string | null => model.assess().period?.slice(0, 4) ?? null,

    /** What was read, where all of it is county workbooks; else null. */
    countyWorkbooks: (): readonly { readonly file: string; readonly workbook: Workbook }[] | null => {
      const read = model.given.filter((source) => source.ok && source.file !== null);
      const counties = read.flatMap(({ file }) => {
        const workbook = model.workbookOf(file);
        return workbook && isCountyWorkbook(workbook) ? [{ file: file!, workbook }] : [];
      });
      return read.length > 0 && read.length === counties.length ? counties : null;
    },

    /** Where nothing but the files says which period is collected, and they say several: each with its number of files. */
    periodsInFiles: () => model.periodsInFiles,

    /** Every file is a submission that was read, and yet none says of which period. */
    lacksOnlyPeriod: (): boolean => model.lacksOnlyPeriod,
  };
}

/** Where workbooks are not held, each report is taken as it is read; what the program wrote itself waits for the others. */
function takeAtOnce({ model, template }: SessionParts): ((result: ReadResult) => boolean) | null {
  if (!model.letsWorkbooksGo) return null;
  return (result) => {
    if (result.ok && (productOf(result.workbook) || takeReturnForms(result.workbook).forms.length > 0))
      return false;
    model.take([withoutCopies(result, template)]);
    return true;
  };
}

/** Of a workbook in which nothing is recognised intake says D01. */
function isOpenReport({ file, findings }: Submission): boolean {
  return file === null && !findings.some(({ code }) => code === "D01");
}
