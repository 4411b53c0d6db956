/** 用这些表建模板: from files of the session, or from others; and what is changed in it by hand before it is adopted. */
import type { Proposal } from "../form-discovery/question";
import type { TemplateEdit } from "./edit-template";
import type { GivenFile, ReadProgress } from "./given-file";
import { readSubmissions } from "../intake/read-submissions";
import type { Workbook } from "../workbook/workbook";
import { isOfOtherForm } from "./unknown-forms";
import { formPicture } from "./form-picture";
import type { SheetPlan } from "../workbook/plan";
import { madeTemplate } from "./made-template";
import { readOfficeFiles } from "./office-files";
import { sourceFile } from "./originals";
import { breath, type SessionParts } from "./session-parts";
import type { BlankFile } from "./template-from-blank";
import { templateFromFiles } from "./template-from-files";
import type { TemplateCheck, TemplateState } from "./template-state";

export function makeTemplateCalls(parts: SessionParts) {
  const { desk, model, originals, tools } = parts;

  const propose = async (files: readonly BlankFile[], signal: AbortSignal): Promise<TemplateCheck> => {
    const fallbackName = tools.say("zh-CN")("forms.emptyName");
    const options = { name: null, units: [], period: null, fallbackName };
    const made = await templateFromFiles(files, options, tools.packager);
    // A cancel that was posted meanwhile is heard first: nothing is proposed yet.
    await breath();
    signal.throwIfAborted();
    const about = made.ok ? madeTemplate(made, { files: files.length }) : null;
    return desk.propose(
      made,
      about,
      files.map(({ name }) => name),
    );
  };

  const fromFiles = (given: readonly GivenFile[], onProgress: ReadProgress): Promise<TemplateCheck | null> =>
    parts.stoppable(async (signal) => {
      const options = { signal, onProgress };
      const { files, unreadable } = await readOfficeFiles(given.map(sourceFile), tools, options);
      const [first] = unreadable;
      if (files.length === 0 && first) return { kind: "unreadable", ...first };
      return propose(files, signal);
    });

  /** Neither a template, nor a list of rules, nor a report of the template in use. */
  const isOther = (checked: TemplateCheck, workbook: Workbook | null): boolean =>
    checked.kind === "problems" &&
    checked.problems.some(({ code }) => code === "notTemplate") &&
    workbook !== null &&
    readSubmissions(workbook, { file: null }, parts.template).every(isOfOtherForm);

  return {
    /**
     * Reads a template workbook, or a list of rules; what is sound is proposed, nothing else changes. Of a form of the
     * office's own a template is made.
     */
    checkTemplate: async (file: GivenFile): Promise<TemplateCheck> => {
      const { checked, workbook } = await desk.checkFile(file);
      return isOther(checked, workbook) ? ((await fromFiles([file], () => undefined)) ?? checked) : checked;
    },

    /** Proposes a template of these files, which were given as reports. Null where it was stopped. */
    makeTemplate: (names: readonly string[]): Promise<TemplateCheck | null> =>
      parts.stoppable((signal) => {
        const files = names.flatMap((name): BlankFile[] => {
          const workbook = model.workbookOf(name);
          const bytes = async (): Promise<Uint8Array> => (await originals.bytesOf(name)) ?? new Uint8Array();
          return workbook ? [{ name, workbook, bytes }] : [];
        });
        return propose(files, signal);
      }),

    /** The same of files that are nobody's reports: a blank, or filled copies. */
    makeTemplateFrom: (
      given: readonly GivenFile[],
      onProgress: ReadProgress,
    ): Promise<TemplateCheck | null> => fromFiles(given, onProgress),

    /** Changes what is proposed, else the template in use, which then has a proposal. */
    editTemplate: (edit: TemplateEdit): TemplateState => {
      desk.edit(edit);
      return desk.state();
    },

    /** Answers a question about the template that was made, by its number; null: all that are open, as proposed. */
    answerTemplate: (question: number | null, answer: Proposal | null): TemplateState => {
      desk.answer(question, answer);
      return desk.state();
    },

    /** A form of what is proposed, else of the template in use, to be shown in Excel; null where there is no such form. */
    formPicture: (form: string): SheetPlan | null => formPicture(desk.lookedAt, form),

    /** Takes back the last of these changes. */
    undoTemplateEdit: (): TemplateState => {
      desk.undoEdit();
      return desk.state();
    },

    /** Uses a template that was adopted earlier, null the built-in one; false where it cannot be read any more. */
    useAdopted: (at: number | null, today: string): void | false => {
      if (!desk.useAdopted(at, today)) return false;
      parts.partTasks(false);
    },
  };
}
