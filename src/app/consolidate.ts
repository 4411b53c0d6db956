/** 汇总: what it comes to, and the county workbook. */
import { isDerived } from "../consolidation/derived";
import type { Consolidation } from "../consolidation/consolidation";
import type { Edit } from "../consolidation/county-record";
import { countyFilePlan, countyWorkbookPlan, OPTIONAL_SHEETS } from "../county-workbook/county-workbook";
import { SHEETS } from "../county-layout/sheet-names";
import { findingsPlan } from "../county-workbook/findings-workbook";
import { indicatorsOf } from "../template/template-index";
import { ownTemplateSheets } from "../template/workbook/template-sheets";
import { plannedSheets, type WorkbookPlan } from "../workbook/plan";
import type { Workbook } from "../workbook/workbook";
import type { Assessment } from "./assess";
import { filledForms, type FilledForm } from "./filled-forms";
import { lostEdits, ownSheets, type OwnSheets } from "./own-sheets";
import type { SessionParts } from "./session-parts";
import type { Language } from "./session-tools";
import type { FigureParts } from "./view";

/** A sheet of the county workbook that staff may do without. */
export interface SheetChoice {
  readonly sheet: string;
  readonly isWritten: boolean;
}

export function consolidateCalls(parts: SessionParts) {
  const { model, tools } = parts;
  const plannedNames = (): readonly string[] => {
    const consolidation = model.consolidate();
    if (!consolidation) return [];
    const plan = countyFilePlan(consolidation, tools.say("zh-CN"), parts.leftOut);
    return plannedSheets(plan).map(({ name }) => name);
  };
  return {
    /** Who has reported, and what is wrong. */
    assess: (): Assessment => model.assess(),

    /** The county's totals; null where the period is not known. */
    consolidate: (): Consolidation | null => model.consolidate(),

    /** The office's own forms with the totals in them; none where the period is not known. */
    filledForms: (): readonly FilledForm[] => {
      const consolidation = model.consolidate();
      return consolidation ? filledForms(consolidation) : [];
    },

    /** The units and cells that a total comes from; null where there is none. */
    figureParts: (code: string): FigureParts | null => {
      const consolidation = model.consolidate();
      const total = consolidation?.totals.get(code);
      const line = consolidation && indicatorsOf(consolidation.template).find((each) => each.code === code);
      if (!total || !line) return null;
      const parts = total.contributions.map(({ unit, value, place }) => ({ unit, value, place }));
      return { parts, derived: isDerived(line), adjustment: total.adjustment ?? 0 };
    },

    /** What is wrong, as an .xlsx file. */
    findingsFile: (language: Language): Uint8Array =>
      tools.workbooks.write(findingsPlan(model.assess().findings, tools.say(language))),

    /** The county workbook to be written; null where the period is not known. */
    countyPlan: (language: Language): WorkbookPlan | null => {
      const consolidation = model.consolidate();
      return consolidation && countyWorkbookPlan(consolidation, tools.say(language), parts.leftOut);
    },

    /** The county workbook as an .xlsx file; null where the period is not known. */
    countyFile: (language: Language): Uint8Array | null => {
      const consolidation = model.consolidate();
      return (
        consolidation &&
        tools.workbooks.write(countyFilePlan(consolidation, tools.say(language), parts.leftOut))
      );
    },

    /** The names of the sheets that the county workbook will have; none where the period is not known. */
    countySheets: (): readonly string[] => {
      return plannedNames();
    },

    /** Sheets of the county workbook that staff may do without, and whether they will be written. */
    sheetChoices: (): readonly SheetChoice[] => {
      const planned = new Set(plannedNames());
      return OPTIONAL_SHEETS.filter((sheet) => planned.has(sheet) || parts.leftOut.has(sheet)).map(
        (sheet) => ({ sheet, isWritten: !parts.leftOut.has(sheet) }),
      );
    },

    /** From now on these of the sheets that staff may do without are not written. */
    leaveOut: (sheets: readonly string[]): void => {
      parts.leftOut = new Set(sheets.filter((sheet) => OPTIONAL_SHEETS.includes(sheet)));
    },

    /**
     * Which sheets of the open workbook are ours, and what writing them again would undo. `removed`: those that staff do
     * without now. `template`: those of a template in it, some of which have the names of the county's.
     */
    ownSheets: (
      workbook: Workbook,
    ): OwnSheets & {
      readonly edits: readonly Edit[];
      readonly removed: readonly string[];
      readonly template: readonly string[];
    } => {
      const { period, counted } = model.assess();
      const own = ownSheets(workbook, period);
      const edits = own.own.length > 0 ? lostEdits(workbook, parts.template, counted) : [];
      const { leftOut } = parts;
      const goes = (sheet: string): boolean =>
        leftOut.has(sheet) || (sheet === SHEETS.chartData && leftOut.has(SHEETS.charts));
      return { ...own, edits, removed: own.own.filter(goes), template: ownTemplateSheets(workbook) };
    },
  };
}
