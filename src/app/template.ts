/** 模板: the template in use, what is proposed in its place, and what is made of it. */
import { readCountyWorkbook } from "../county-workbook/read-county";
import { countyWorkbookPlan } from "../county-workbook/county-workbook";
import type { Template } from "../template/template";
import { differencesOf, type Difference } from "../template/workbook/differences";
import { ruleNames } from "../validation/try-out";
import { workbookFromPlan } from "../workbook/from-plan";
import type { WorkbookPlan } from "../workbook/plan";
import type { Workbook } from "../workbook/workbook";
import { blankPlanFor, blanksFor, packBlanks, type Blanks } from "./blanks";
import type { ReadProgress } from "./given-file";
import type { SessionParts } from "./session-parts";
import type { Language } from "./session-tools";
import type { RuleImport, SheetsOfTemplate, TemplateCheck, TemplateState } from "./template-state";
import type { TemplateInUse } from "./template-draft";
import type { Trial } from "./trial";

export function templateCalls(parts: SessionParts) {
  const { desk, model, tools } = parts;
  return {
    /** The template in use, and what is proposed in its place. */
    templateState: (): TemplateState => desk.state(),

    checkOpenTemplate: (workbook: Workbook): TemplateCheck => desk.check(workbook, { kind: "open" }),
    addRules: (text: string): RuleImport => desk.addRules(text),

    /** Takes what is proposed; what was collected is checked again. */
    adoptTemplate: (today: string): void => {
      desk.adopt(today);
      parts.partTasks(false);
    },
    /** What each of the changes that are proposed was, and will be. */
    templateDifferences: (): readonly (readonly Difference[])[] => {
      const { draft } = desk.state();
      return draft ? differencesOf(desk.inUse, draft.template, draft.changes, tools.say("zh-CN")) : [];
    },
    /** Puts away what is proposed. */
    discardTemplate: (): void => desk.discard(),
    /** The template that the county workbook brought along is used from now on. */
    keepTemplate: (today: string): void => desk.keepInUse(today),
    backToBuiltIn: (): void => {
      desk.backToBuiltIn();
      parts.partTasks(false);
    },

    /** Uses a template without adopting it; null is the one that is built in. */
    useTemplate: (template: TemplateInUse | null): void => desk.useWithoutAdopting(template),
    templateInUse: (): TemplateInUse => desk.inUseWithOrigin(),
    /** What each rule of the template in use asks, by its relation; nothing of those that cannot be understood. */
    ruleNames: (): Readonly<Record<string, string>> => ruleNames(parts.template),

    /** Uses again what was adopted last on this machine, from the text that was stored then. */
    restoreTemplates: (text: string): void => desk.restore(text),
    /** What is to be stored of the templates that were adopted; `stored`: what is stored now. */
    keptTemplates: (stored: string | null): string => desk.keptText(stored),
    /** Proposes one of them, by its place; null where it cannot be read any more. */
    proposeKeptTemplate: (at: number): TemplateCheck | null => desk.proposeKept(at),

    /** 试跑 of this template, else of what is proposed, else of the template in use. */
    tryTemplate: (template?: Template): Trial => desk.tryOut(template),

    /** 转入下一期: what this period comes to is what the next one is compared with. */
    rollTemplate: (period: string, today: string): void => {
      const consolidation = model.hasReadable ? model.consolidate() : null;
      const plan = consolidation && countyWorkbookPlan(consolidation, tools.say("zh-CN"));
      const county = plan && readCountyWorkbook(workbookFromPlan(plan));
      desk.roll(desk.inUse, period, county?.ok ? county.lastYear : null, today);
    },

    /** The template workbook to be written into the open one. */
    templatePlan: (language: Language): WorkbookPlan => desk.plan(language),
    templateFile: (language: Language): Uint8Array => desk.file(language),
    templateSheets: (workbook: Workbook): SheetsOfTemplate => desk.sheetsIn(workbook),

    /** The blank workbooks of every unit as a zip; null where it was cancelled. */
    issueBlanks: (period: string, onProgress: ReadProgress): Promise<Uint8Array | null> =>
      parts.stoppable((signal) => packBlanks(model, tools, period, onProgress, signal)),
    /** The blank workbook of every unit, and the period of last year's values in them; null where they have none. */
    blanks: (period: string): Blanks => blanksFor(model, period),
    /** The blank workbook of one unit, to be written as sheets. */
    blankPlan: (unit: string, period: string): WorkbookPlan | null => blankPlanFor(model, unit, period),
  };
}
