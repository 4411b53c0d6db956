/** 模板: the template in use, what is proposed in its place, and what is made of it. */
import { useCallback, useMemo, useState } from "react";
import { OpenWorkbookError, type OpenWorkbook, type RenderOutcome, type WaitOptions } from "../ports/ports";
import type { SessionView } from "../app/view";
import type { Trial } from "../app/trial";
import type { PaneTools } from "./pane-tools";
import { PaneProblem } from "./problem";
import type { SessionControl } from "./useSession";
import { askOptions, waitOptions, type ReportProgress, type TaskControl } from "./useTask";
import type { WritingControl } from "./useWriting";
import { unreadableKey } from "../locales/finding-text";
import { localDay } from "./today";
import { periodInName, useMessages, type Messages } from "./messages";
import { plannedSheets } from "../workbook/plan";
import { fileNameFor } from "../workbook/file-names";
import type { Engine } from "./worker/engine";
import type { GivenFile } from "../app/given-file";
import type { TemplateEdit } from "../app/edit-template";
import type { Proposal } from "../form-discovery/question";
import type { TemplateCheck, TemplateState } from "../app/template-state";

/** The template's sheets in the open workbook: just written, or found there with what a person changed. */
export type TemplateSheets =
  | { readonly kind: "written"; readonly count: number; readonly outcome: RenderOutcome }
  /** `leftOver`: sheets that would go if it were written again. */
  | { readonly kind: "present"; readonly leftOver: readonly string[] };

export interface TemplateControl {
  /** Null until 模板 is gone to for the first time. */
  readonly state: TemplateState | null;
  readonly hasProposal: boolean;
  /** A template was made that can be adopted only when its units are named. */
  readonly needsUnits: boolean;
  /** 试跑; null where nothing was tried since the template or its proposal changed. */
  readonly trial: Trial | null;
  readonly sheets: TemplateSheets | null;
  /** The open workbook holds a template on which somebody is at work: it is to be checked next. */
  readonly editing: boolean;
  /** The file that was last saved: the template, or the blank workbooks. */
  readonly saved: { readonly what: "template" | "blanks"; readonly name: string } | null;
  /** Asks the worker what it knows. */
  load(): Promise<void>;
  checkFile(file: GivenFile): Promise<unknown>;
  checkOpen(): Promise<unknown>;
  addRules(text: string): Promise<unknown>;
  /** Makes a template of these files of the session, and goes to look at it. */
  make(files: readonly string[]): Promise<unknown>;
  makeFrom(files: readonly GivenFile[]): Promise<unknown>;
  edit(edit: TemplateEdit): Promise<unknown>;
  answer(question: number | null, answer: Proposal | null): Promise<unknown>;
  undoEdit(): Promise<unknown>;
  adopt(): Promise<SessionView | null>;
  discard(): Promise<unknown>;
  toBuiltIn(): Promise<unknown>;
  /** Uses the template of the yearly assessment. */
  toAssessment(): Promise<unknown>;
  /** Is the one in use found again when the pane is opened next time? */
  readonly remembered: boolean;
  /** Uses from now on what came along with a county workbook. */
  keep(): Promise<unknown>;
  /** Looks at one that was adopted earlier. */
  lookAtKept(at: number): Promise<unknown>;
  tryOut(): Promise<unknown>;
  /** `anew`: write them again, also where the open workbook holds the template already, with what was changed in it. */
  writeSheets(anew: boolean): Promise<unknown>;
  undoSheets(): Promise<unknown>;
  /** Gives up undo: the user has gone on. */
  keepSheets(): Promise<void>;
  saveFile(): Promise<unknown>;
  issue(period: string): Promise<unknown>;
  roll(period: string): Promise<SessionView | null>;
}

export function useTemplate(
  tools: PaneTools,
  { run, attempt, tell }: TaskControl,
  { view, change }: SessionControl,
  { keep: keepTotals }: WritingControl,
  go: () => void,
): TemplateControl {
  const { engine, workbook, save, today = localDay } = tools;
  const words = useMessages();
  const [state, setState] = useState<TemplateState | null>(null);
  const [trial, setTrial] = useState<Trial | null>(null);
  const [sheets, setSheets] = useState<TemplateSheets | null>(null);
  const [editing, setEditing] = useState(false);
  const [saved, setSaved] = useState<TemplateControl["saved"]>(null);

  const [remembered, setRemembered] = useState(false);

  const wasSent = view?.proposedTemplate != null;

  const refresh = useCallback(async () => {
    setState(await engine.templateState());
    setRemembered((await engine.saved()).templates);
    setTrial(null);
    setSaved(null);
  }, [engine]);

  const looking = useMemo((): Pick<
    TemplateControl,
    "checkFile" | "checkOpen" | "addRules" | "lookAtKept" | "make" | "makeFrom"
  > => {
    const look = (job: (report: ReportProgress) => Promise<unknown>) =>
      run("pane.task.template.reading", async (report) => {
        await job(report);
        await refresh();
      });
    const making = (job: (report: ReportProgress) => Promise<unknown>) =>
      run("pane.task.template.making", async (report) => {
        const made = await job(report);
        if (made === null) return null;
        go();
        await refresh();
        return true;
      });
    return {
      checkFile: (file) => look(async () => refuseUnreadable(await engine.checkTemplate(file))),
      checkOpen: () => look((report) => checkOpen(engine, workbook, report)),
      addRules: (text) => look(() => engine.addRules(text)),
      make: (files) =>
        making(async (report) => {
          report({ cancel: () => void engine.cancel() });
          return engine.makeTemplate(files);
        }),
      makeFrom: (files) =>
        making(async (report) => {
          report({ cancel: () => void engine.cancel() });
          const check = await engine.makeTemplateFrom(files, (done, total, item) =>
            report({ done, total, item }),
          );
          if (check) refuseUnreadable(check);
          return check;
        }),
      lookAtKept: (at) =>
        look(async () => {
          if (!(await engine.proposeKeptTemplate(at))) throw new PaneProblem("keptTemplate");
        }),
    };
  }, [engine, go, refresh, run, workbook]);

  const changing = useMemo((): Pick<
    TemplateControl,
    "adopt" | "discard" | "toBuiltIn" | "toAssessment" | "roll" | "keep"
  > => {
    const alter = (label: Parameters<SessionControl["change"]>[0], job: () => Promise<SessionView>) =>
      change(label, async () => {
        const view = await job();
        await refresh();
        return view;
      });
    return {
      adopt: () =>
        alter("pane.task.template.adopting", async () => {
          const view = await engine.adoptTemplate(today());
          setEditing(false);
          return view;
        }),
      keep: () => alter("pane.task.template.adopting", () => engine.keepTemplate(today())),
      // The session is another one only where it spoke of the template: else totals that were written stay the newest.
      discard: () =>
        wasSent
          ? alter("pane.task.template", () => engine.discardTemplate())
          : run("pane.task.template", () => engine.discardTemplate().then(refresh)),
      toBuiltIn: () => alter("pane.task.template.adopting", () => engine.backToBuiltIn()),
      toAssessment: () => alter("pane.task.template.adopting", () => engine.useAssessment(today())),
      roll: (period) => alter("pane.task.template.rolling", () => engine.rollTemplate(period, today())),
    };
  }, [change, engine, refresh, run, today, wasSent]);

  const writing = useMemo((): Pick<TemplateControl, "writeSheets" | "undoSheets" | "keepSheets"> => {
    const settle = async (way: "undo" | "keep", wait: WaitOptions): Promise<void> => {
      if (sheets?.kind === "written") await sheets.outcome[way](wait);
      setSheets(null);
      setEditing(false);
    };
    return {
      writeSheets: async (anew) => {
        // There is one undo at a time.
        await keepTotals();
        return run("pane.task.template.preparing", async (report) => {
          await settle("keep", waitOptions(report));
          if (!workbook) return;
          setSheets(await writeSheets(engine, workbook, words, anew, report));
          setEditing(true);
        });
      },
      undoSheets: () =>
        run("pane.task.undoing", async (report) => {
          await settle("undo", waitOptions(report));
          tell("pane.template.written.undone");
          return true;
        }),
      keepSheets: () => attempt(({ onWaiting }) => settle("keep", { onWaiting })),
    };
  }, [attempt, engine, keepTotals, run, sheets, tell, words, workbook]);

  const byHand = useMemo((): Pick<TemplateControl, "edit" | "answer" | "undoEdit"> => {
    const alter = (job: () => Promise<TemplateState>) =>
      run("pane.task.template.editing", async () => {
        setState(await job());
        setTrial(null);
        return true;
      });
    return {
      edit: (edit) => alter(() => engine.editTemplate(edit)),
      answer: (question, answer) => alter(() => engine.answerTemplate(question, answer)),
      undoEdit: () => alter(() => engine.undoTemplateEdit()),
    };
  }, [engine, run]);

  const making = useMemo((): Pick<TemplateControl, "load" | "tryOut" | "saveFile" | "issue"> => {
    return {
      load: () => attempt(refresh),
      tryOut: () =>
        run("pane.task.template.trying", async () => {
          setTrial(await engine.tryTemplate());
          return true;
        }),
      saveFile: () =>
        run("pane.task.template.preparing", async () => {
          const { template } = await engine.templateState();
          const name = words("pane.template.file.name", { name: template.name, version: template.version });
          save(await engine.templateFile(words.locale), name);
          setSaved({ what: "template", name });
        }),
      issue: (period) =>
        run("pane.task.template.issuing", async (report) => {
          report({ cancel: () => void engine.cancel() });
          const zip = await engine.issueBlanks(period, (done, total, item) => report({ done, total, item }));
          if (!zip) return null;
          const { template } = await engine.templateState();
          const name = words("pane.template.issue.name", {
            county: fileNameFor(template.county || template.name),
            period: period === "" ? "" : periodInName(words, period),
          });
          save(zip, name);
          setSaved({ what: "blanks", name });
          return name;
        }),
    };
  }, [attempt, engine, refresh, run, save, words]);

  return useMemo(
    () => ({
      state,
      remembered,
      hasProposal: isProposal(state),
      needsUnits: needsUnits(state),
      trial,
      sheets,
      editing: editing || (state?.looked?.kind === "problems" && state.looked.origin.kind === "open"),
      saved,
      ...looking,
      ...changing,
      ...writing,
      ...making,
      ...byHand,
    }),
    [state, remembered, trial, sheets, editing, saved, looking, changing, writing, making, byHand],
  );
}

/** Is there something to be adopted? A template without units would know nobody's reports. */
function isProposal(state: TemplateState | null): boolean {
  if (!state?.draft) return false;
  return state.looked?.kind === "made" ? !needsUnits(state) : state.draft.changes.length > 0;
}

function needsUnits(state: TemplateState | null): boolean {
  return state?.looked?.kind === "made" && state.looked.draft.template.units.length === 0;
}

/** @throws {PaneProblem} where the file could not be read. */
function refuseUnreadable(check: TemplateCheck): void {
  if (check.kind !== "unreadable") return;
  const { error, file } = check;
  throw new PaneProblem("template", { file }, { key: unreadableKey(error), params: error.params });
}

async function checkOpen(
  engine: Engine,
  workbook: OpenWorkbook | null,
  report: ReportProgress,
): Promise<void> {
  if (!workbook) return;
  await engine.checkOpenTemplate(await workbook.read(askOptions(report)));
}

async function writeSheets(
  engine: Engine,
  workbook: OpenWorkbook,
  words: Messages,
  anew: boolean,
  report: ReportProgress,
): Promise<TemplateSheets> {
  const ask = askOptions(report);
  const { own, leftOver } = await engine.templateSheets(await workbook.read(ask));
  if (own.length > 0 && !anew) {
    await workbook.goTo(own[0]!, "A1", ask);
    return { kind: "present", leftOver };
  }
  const plan = await engine.templatePlan(words.locale);
  ask.signal.throwIfAborted();
  try {
    const outcome = await workbook.render(plan, {
      ...ask,
      own,
      remove: leftOver,
      onProgress: (done, total, item) => report({ label: "pane.task.template.writing", done, total, item }),
    });
    const seen = plannedSheets(plan).filter(({ visible }) => visible);
    await workbook.goTo(seen[0]!.name, "A1");
    return { kind: "written", count: seen.length, outcome };
  } catch (error) {
    throw inTheWay(error) ?? error;
  }
}

/** What is in the way is no sheet that a person would look for under 汇总. */
function inTheWay(error: unknown): PaneProblem | null {
  return error instanceof OpenWorkbookError && error.error.code === "H06"
    ? new PaneProblem("templateSheets", error.error.params)
    : null;
}
