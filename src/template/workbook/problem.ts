/** What is wrong in a template workbook, and where. The sentence is made in `locales/` (`template.problem.` and the code). */
import type { RuleErrorCode } from "../../rules";

export type TemplateProblemCode =
  | "notTemplate" // nothing in the workbook is a template's
  | "newerFormat" // a later version of the program wrote it
  | "missingSheet"
  | "missingHeader"
  | "missingColumn"
  | "noteBelow" // a note or a signature under a table
  | "missingValue"
  | "notANumber"
  | "notAnAmount" // below zero
  | "notACount" // not whole
  | "notYesNo"
  | "notAChoice"
  | "notAKind"
  | "errorValue"
  | "badCode"
  | "badName" // cannot be a sheet's name
  | "badDay"
  | "badPeriod"
  | "twice"
  | "unknownForm"
  | "unknownLine"
  | "unknownList"
  | "unknownColumn"
  | "withoutLines"
  | "withoutCover"
  | "withoutUnits"
  | "coverNotForAll"
  | "coverWithoutUnit"
  | "coverLineTaken" // a line of the cover under a code that is filled in when forms are issued
  | "formulaMissing"
  | "circular" // a formula rests on itself
  | "badAggregation" // per cents, texts and answers cannot be added up
  | "choicesMissing"
  | "minAboveMax"
  | "seriesMissing"
  | "unknownBuiltIn"
  | "builtInNumber" // a rule of the office under the number of a built-in one
  | "badPlaceholder"
  | "badSentence"
  | "badExpression"
  | "unknownSign" // in a cell of an own sheet
  | "signOutside" // a sign in a cell that belongs to no table
  | "signInFormula" // formulas reckon with a cell that is not to be used
  | "signWithoutFormula"
  | "ruleWithoutItem" // a rule of the office speaks of cells that are not to be used any more
  | "ownSheetMoved" // rows or columns were inserted or deleted
  | "ownSheetGone"
  | "ownLayoutLost";

/** One thing to be mended. */
export interface TemplateProblem {
  readonly code: TemplateProblemCode;
  /** The sheet's name as it stands; null for the whole workbook. */
  readonly sheet: string | null;
  /** A1 address; null for the whole sheet. */
  readonly cell: string | null;
  readonly params: Readonly<Record<string, string | number>>;
  /** Of `badExpression`: what is wrong with it, at which offset of the cell's text. */
  readonly expression?: {
    readonly code: RuleErrorCode;
    readonly position: number;
    readonly params: Readonly<Record<string, string | number>>;
  };
}

/** Collects what is wrong while a workbook is read: all of it, so that nobody has to come back for each. */
export class Problems {
  private readonly found: TemplateProblem[] = [];

  add(problem: TemplateProblem): void {
    this.found.push(problem);
  }

  get all(): readonly TemplateProblem[] {
    return this.found;
  }
}
