/** What the annual report is made of: paragraphs of runs, every number with the cell it comes from. */
import type { Consolidation } from "../consolidation/consolidation";
import type { Indicator } from "../template/template";
import type { Basis } from "./basis";
import type { CountyFacts, Figure } from "./county-facts";

/** A stretch of text; a number says where it comes from. */
export interface ReportRun {
  readonly text: string;
  /** Cells of the county workbook that the consolidation makes, and what they hold. */
  readonly source?: Basis;
  /** Nothing is known: staff must fill in. */
  readonly gap?: true;
}

export interface ReportParagraph {
  readonly role: "title" | "chapter" | "section" | "text" | "signature";
  readonly runs: readonly ReportRun[];
}

export interface ReportOptions {
  /** The day under the report, `2020-12-22`; left for staff to fill in if absent. */
  readonly date?: string;
}

/** What the pieces of a sentence are made from. */
export interface ReportContext {
  readonly consolidation: Consolidation;
  readonly lines: ReadonlyMap<string, Indicator>;
  readonly facts: CountyFacts;
  readonly counted: number;
  readonly date: string | null;
  /** The value of an expression over the county's totals; null where it has none. */
  value(expression: string): number | boolean | string | null;
  /** The lines that a list such as `0202~0207` or `0302,0304` names. */
  listed(lines: string): readonly Indicator[];
  /** The totals that the expression is computed from. */
  operands(expression: string): readonly Figure[];
}
