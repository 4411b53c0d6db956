/** What has been sent, and the ways to add to it. */
import { useCallback, useEffect, useMemo, useState } from "react";
import type { MessageKey } from "../locales";
import { unreadableKey } from "../locales/finding-text";
import { SHEETS } from "../county-layout/sheet-names";
import type { OpenWorkbook, WaitOptions } from "../ports/ports";
import type { SessionView } from "../app/view";
import type { PaneTools } from "./pane-tools";
import { isUnfinished, PaneProblem, type Reason } from "./problem";
import { localDay } from "./today";
import { askOptions, waitOptions, type ReportProgress, type TaskControl } from "./useTask";
import type { Engine } from "./worker/engine";
import type { CountyRefusal } from "../app/county";
import type { Earlier } from "../app/earlier";
import type { GivenFile } from "../app/given-file";

export interface SessionControl {
  /** Null until the worker has answered for the first time. */
  readonly view: SessionView | null;
  /** Each gives the session as it then is, or null where nothing came of it. */
  addFiles(files: readonly GivenFile[]): Promise<SessionView | null>;
  addSamples(): Promise<SessionView | null>;
  /** Copies of a form that is an office's own, and that no template knows. */
  addOwnSamples(): Promise<SessionView | null>;
  /** Units' own scores, where the template of the yearly assessment is in use. */
  addAssessments(): Promise<SessionView | null>;
  takeOpen(): Promise<SessionView | null>;
  /** Compares with the county workbook in the file, of last year or of the period before. */
  compareWithFile(file: GivenFile): Promise<SessionView | null>;
  remove(file: string | null): Promise<SessionView | null>;
  clear(): Promise<SessionView | null>;
  /** Uses a template that was adopted earlier, null the built-in one. */
  useAdopted(at: number | null): Promise<SessionView | null>;
  setHoldBack(holdBack: boolean): Promise<SessionView | null>;
  /** Of several periods in the files this one is collected. */
  setPeriod(period: string): Promise<SessionView | null>;
  /** What is done with a county workbook that was met; null is the open one. */
  resume(file: string | null): Promise<SessionView | null>;
  compareWith(file: string | null, as: Earlier): Promise<SessionView | null>;
  startNext(file: string | null, period: string): Promise<SessionView | null>;
  leave(file: string | null): Promise<SessionView | null>;
  /** Each county workbook that was met is what its county reports. */
  reportCounties(units: readonly string[], name: string): Promise<SessionView | null>;
  /** Shows the session as something else has left it. */
  show(view: SessionView | null): SessionView | null;
  /** The units were sent their reports back. */
  sendBack(units: readonly string[]): Promise<SessionView | null>;
  /** Something else that changes the session. */
  change(label: MessageKey, job: () => Promise<SessionView>): Promise<SessionView | null>;
  /** Takes the proposals of these findings. */
  accept(findings: readonly string[]): Promise<SessionView | null>;
  /** A figure that the unit gave by telephone, today. */
  enter(finding: string, value: number | boolean, who: string): Promise<SessionView | null>;
  explain(finding: string, text: string): Promise<SessionView | null>;
  /** Explains it with what the unit wrote in its 退回单. */
  acceptAnswer(finding: string): Promise<SessionView | null>;
  confirm(finding: string): Promise<SessionView | null>;
  choose(unit: string, file: string | null): Promise<SessionView | null>;
  /** The file counts although it says another period. */
  countAnyway(file: string | null): Promise<SessionView | null>;
  /** Takes these decisions back. */
  withdraw(decisions: readonly string[]): Promise<SessionView | null>;
}

export function useSession(tools: PaneTools, { run, runQuietly }: TaskControl): SessionControl {
  const { engine, workbook, samples, otherSamples, today = localDay } = tools;
  const [view, setView] = useState<SessionView | null>(null);
  const show = useCallback((next: SessionView | null) => {
    if (next) setView(next);
    return next;
  }, []);
  // Shown before the task ends, so that nobody sees an idle pane with yesterday's session.
  const update = useCallback(
    (label: MessageKey, job: (report: ReportProgress) => Promise<SessionView | null>) =>
      run(label, async (report) => show(await job(report))),
    [run, show],
  );
  useEffect(() => void update("pane.task.starting", (report) => begin(tools, report)), [tools, update]);

  const calls = useMemo((): Omit<SessionControl, "view" | "show"> => {
    const quick = (job: () => Promise<SessionView>) => update("pane.task.checking", job);
    const decided = (job: () => Promise<SessionView>) =>
      runQuietly("pane.task.checking", async () => show(await job()));
    return {
      addFiles: (files) =>
        update("pane.task.reading", async (report) =>
          readAndChoose(engine, await dated(files, today()), report, today()),
        ),
      addSamples: () =>
        update("pane.task.samples", async (report) => {
          const { submissions, lastYear } = await samples();
          viewOf(await engine.setLastYear(lastYear), lastYear.name);
          return read(engine, submissions, report);
        }),
      addOwnSamples: () =>
        update("pane.task.samples", async (report) => read(engine, await otherSamples("own"), report)),
      addAssessments: () =>
        update("pane.task.samples", async (report) => read(engine, await otherSamples("assessment"), report)),
      takeOpen: () => update("pane.task.readingOpen", (report) => readOpen(engine, workbook, report)),
      compareWithFile: (file) =>
        update("pane.task.lastYear", async () => viewOf(await engine.compareWithFile(file), file.name)),
      remove: (file) => quick(() => engine.remove(file)),
      clear: () => quick(() => engine.clear()),
      useAdopted: (at) =>
        update("pane.task.template.adopting", async () => {
          const used = await engine.useAdopted(at, today());
          if (!used) throw new PaneProblem("keptTemplate");
          return used;
        }),
      setPeriod: (period) => quick(() => engine.setPeriod(period)),
      setHoldBack: (holdBack) => quick(() => engine.setHoldBack(holdBack)),
      resume: (file) => quick(async () => viewOf(await engine.resume(file), file ?? "")),
      compareWith: (file, as) => quick(async () => viewOf(await engine.compareWith(file, as), file ?? "")),
      startNext: (file, period) =>
        update("pane.task.template.rolling", async () =>
          viewOf(await engine.startNext(file, period, today()), file ?? ""),
        ),
      leave: (file) => quick(() => engine.leave(file)),
      reportCounties: (units, name) =>
        quick(
          async () => (await engine.reportCounties({ units, template: null, name })) || (await engine.view()),
        ),
      sendBack: (units) => quick(() => engine.sendBack(units, today())),
      change: (label, job) => update(label, job),
      accept: (findings) => decided(() => engine.accept(findings)),
      enter: (finding, value, who) => decided(() => engine.enter(finding, { value, who, day: today() })),
      explain: (finding, text) => decided(() => engine.explain(finding, text)),
      acceptAnswer: (finding) => decided(() => engine.acceptAnswer(finding)),
      confirm: (finding) => decided(() => engine.confirm(finding)),
      choose: (unit, file) => decided(() => engine.choose(unit, file)),
      countAnyway: (file) => decided(() => engine.countAnyway(file)),
      withdraw: (decisions) => decided(() => engine.withdraw(decisions)),
    };
  }, [engine, otherSamples, runQuietly, samples, show, today, update, workbook]);
  return useMemo(() => ({ view, show, ...calls }), [view, show, calls]);
}

/** The template that was adopted last is in use again before anything is read. */
async function begin(tools: PaneTools, report: ReportProgress): Promise<SessionView> {
  const { engine, storage } = tools;
  if (storage) {
    const { partition, product, oldTemplates } = storage;
    const moved = await engine.openStorage({ partition, product, oldTemplates: oldTemplates.load() });
    if (moved) oldTemplates.remove();
  }
  try {
    return await meetOpen(tools, waitOptions(report));
  } catch (error) {
    // Half a county workbook is none; the pane says so elsewhere.
    if (isUnfinished(error)) return engine.view();
    throw error;
  }
}

/**
 * A county workbook that is open is looked at before anybody asks: most likely it is to be gone on with.
 * @throws {OpenWorkbookError}
 */
export async function meetOpen({ engine, workbook }: PaneTools, wait: WaitOptions): Promise<SessionView> {
  const names = workbook ? await workbook.sheetNames(wait) : [];
  if (!workbook || !names.includes(SHEETS.machine)) return engine.view();
  return engine.meetOpen(await workbook.read(wait));
}

/** Milliseconds: the browser may ask the disk when a file was changed, and of hundreds of files the pane would wait. */
const AT_A_TIME = 10;

/** With the day on which they are given, and the day on which each was last changed. */
async function dated(files: readonly GivenFile[], received: string): Promise<readonly GivenFile[]> {
  const result: GivenFile[] = [];
  let since = performance.now();
  for (const file of files) {
    const { content } = file;
    const changed = content instanceof File ? localDay(new Date(content.lastModified)) : null;
    result.push({ ...file, dates: { received, changed } });
    if (performance.now() - since < AT_A_TIME) continue;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  }
  return result;
}

function read(
  engine: Engine,
  files: readonly GivenFile[],
  report: ReportProgress,
): Promise<SessionView | null> {
  report({ label: "pane.task.reading", total: files.length, cancel: () => void engine.cancel() });
  return engine.addFiles(files, (done, total, item) =>
    // The last file is read; what is left is to check them, which nobody can stop.
    report(
      done === total
        ? { label: "pane.task.checking", done, total, item: "", cancel: null }
        : { done, total, item },
    ),
  );
}

/** Where all files are reports of another template that is known, that is the one to be used. */
async function readAndChoose(
  engine: Engine,
  files: readonly GivenFile[],
  report: ReportProgress,
  today: string,
): Promise<SessionView | null> {
  const view = await read(engine, files, report);
  const meant = view?.templateMeant;
  if (!meant) return view;
  report({ label: "pane.task.template.adopting", total: 0, item: "", cancel: null });
  return (await engine.useAdopted(meant.at, today)) || view;
}

async function readOpen(
  engine: Engine,
  workbook: OpenWorkbook | null,
  report: ReportProgress,
): Promise<SessionView | null> {
  if (!workbook) return null;
  const taken = await engine.addOpen(await workbook.read(askOptions(report)));
  if (!taken) throw new PaneProblem("noReport");
  return taken;
}

/** @throws {PaneProblem} where the file was not taken as last year's. */
function viewOf(outcome: SessionView | CountyRefusal, file: string): SessionView {
  if (!("ok" in outcome)) return outcome;
  const reason: Reason =
    "problem" in outcome
      ? { key: `error.county.${outcome.problem.code}`, params: { what: outcome.problem.what } }
      : { key: unreadableKey(outcome.error), params: outcome.error.params };
  throw new PaneProblem("lastYear", { file }, reason);
}
