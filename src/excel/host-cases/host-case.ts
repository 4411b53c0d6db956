/**
 * What our add-in relies on in Excel, one behaviour a case, as plain `Excel.run` functions: no jest, no simulation.
 * Here they run against the simulated Excel; the add-in carries them as a self-test for a real one.
 */

/** Where a case runs: an empty sheet of its own, which is taken away afterwards. */
export interface Scratch {
  readonly context: Excel.RequestContext;
  readonly sheet: Excel.Worksheet;
  readonly sheetName: string;
}

/**
 * What must hold around a case. A test arranges it by the switches of the simulation; in a real Excel it is a matter
 * of where one runs it (the web, an older Excel) or of a person's hand (who types into a cell).
 */
export type Situation =
  "anyExcel" | "onTheWeb" | "onTheDesktop" | "typingIntoACell" | "typingForAMoment" | "excelApi1.12";

export interface HostCase {
  /** One sentence about what Excel does. */
  readonly title: string;
  /** Microsoft's page that says so; null where no page does: then it is in the README's register. */
  readonly page: string | null;
  readonly situation: Situation;
  /** Rejects where Excel does something else. */
  readonly run: (scratch: Scratch) => Promise<void>;
}

/** Microsoft's pages that cases cite. */
const ADD_INS = "https://learn.microsoft.com/office/dev/add-ins";
export const PAGES = {
  batches: `${ADD_INS}/develop/application-specific-api-model`,
  charts: `${ADD_INS}/excel/excel-add-ins-charts`,
  comments: `${ADD_INS}/excel/excel-add-ins-comments`,
  copyPaste: `${ADD_INS}/excel/excel-add-ins-ranges-cut-copy-paste`,
  concepts: `${ADD_INS}/excel/excel-add-ins-core-concepts`,
  conditionalFormats: `${ADD_INS}/excel/excel-add-ins-conditional-formatting`,
  errors: `${ADD_INS}/testing/application-specific-api-error-handling`,
  events: `${ADD_INS}/excel/excel-add-ins-events`,
  limits: `${ADD_INS}/concepts/resource-limits-and-performance-optimization`,
  performance: `${ADD_INS}/excel/performance`,
  unbounded: `${ADD_INS}/excel/excel-add-ins-ranges-unbounded`,
  worksheets: `${ADD_INS}/excel/excel-add-ins-worksheets`,
  validation: `${ADD_INS}/excel/excel-add-ins-data-validation`,
} as const;

/** The page of a member in the reference: `reference("range", "insert")`. */
export function reference(className: string, member = ""): string {
  const anchor = member === "" ? "" : `#excel-excel-${className}-${member.toLowerCase()}-member`;
  return `https://learn.microsoft.com/javascript/api/excel/excel.${className}${anchor}`;
}

/** A case for any Excel. */
export function hostCase(title: string, page: string | null, run: HostCase["run"]): HostCase {
  return { title, page, situation: "anyExcel", run };
}
