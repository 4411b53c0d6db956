/** What cannot be known from the blank. The proposal holds until staff decide otherwise. */
import type { CellUse } from "../template/own-sheet";

export type QuestionCode =
  | "filled" // numbers in cells that look like those to be filled
  | "zero" // zeros, put there as fillers
  | "typed" // a formula without any reference: a value that somebody typed
  | "rate" // named like a rate, average, price or rank, without a formula
  | "words" // a column of words or dates
  | "text" // a text in a cell among figures
  | "earlier" // a column of an earlier period
  | "change" // a column of changes without a formula
  | "outsideReference" // a formula that refers to another workbook, to another sheet or to a name
  | "brokenReference" // a formula that refers to what is gone: #REF!
  | "aggregate" // MAX, COUNT and the like over what units wrote
  | "notTranslated" // a formula that cannot be recomputed from the totals
  | "personal" // names, telephone numbers and the like are left out
  | "noCode" // a line without a code among lines with codes: a heading
  | "unitLines" // the lines look like units
  | "unitWithoutLine" // units that have no line among those of the others
  | "beside" // numbers or formulas beside the tables
  | "listColumn" // a column of a list that may hold figures or words
  | "noLines" // headings without names of lines below them
  | "sameUnit" // spellings that are taken for one unit
  | "ruleInCopies" // a relation that holds in all copies
  | "rule" // a relation that a note states, or that holds in all copies
  | "nothingToFill"; // a table in which every cell is filled

/** `hint`: a proposed rule is checked, but only as a note; `adopt`: as any other; `drop`: not at all. */
export type Proposal =
  CellUse | "leaveOut" | "hint" | "adopt" | "drop" | "oneUnit" | "severalUnits" | "ownLine";

export interface Question {
  readonly sheet: string;
  /** A1 address or range. */
  readonly cell: string;
  readonly code: QuestionCode;
  readonly params: Readonly<Record<string, string | number>>;
  readonly proposal: Proposal;
  readonly choices: readonly Proposal[];
}
