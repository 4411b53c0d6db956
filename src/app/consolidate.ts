/** 汇总: what it comes to, and the county workbook. */
import { isDerived } from "../consolidation/derived";
import type { Consolidation } from "../consolidation/consolidation";
import type { Edit } from "../consolidation/county-record";
import { countyFilePlan, countyWorkbookPlan } from "../county-workbook/county-workbook";
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

export function consolidateCalls(parts: SessionParts) {
  const { model, tools } = parts;
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
      return consolidation && countyWorkbookPlan(consolidation, tools.say(language));
    },

    /** The county workbook as an .xlsx file; null where the period is not known. */
    countyFile: (language: Language): Uint8Array | null => {
      const consolidation = model.consolidate();
      return consolidation && tools.workbooks.write(countyFilePlan(consolidation, tools.say(language)));
    },

    /** The names of the sheets that the county workbook will have; none where the period is not known. */
    countySheets: (): readonly string[] => {
      const consolidation = model.consolidate();
      if (!consolidation) return [];
      return plannedSheets(countyFilePlan(consolidation, tools.say("zh-CN"))).map(({ name }) => name);
    },

    /**
     * Which sheets of the open workbook are ours, and what writing them again would undo. `template`: those of a
     * template in it, some of which have the names of the county's.
     */
    ownSheets: (
      workbook: Workbook,
    ): OwnSheets & { readonly edits: readonly Edit[]; readonly template: readonly string[] } => {
      const { period, counted } = model.assess();
      const own = ownSheets(workbook, period);
      const edits = own.own.length > 0 ? lostEdits(workbook, parts.template, counted) : [];
      return { ...own, edits, template: ownTemplateSheets(workbook) };
    },
  };
}
