/** What a form is filled with. */
import type { Identity } from "./identity";
import type { CellFill } from "../workbook/sheet-builder";
import type { UnitKind } from "./template";

/** What one line holds. What is absent is empty, or computed where the template says how. */
export interface LineFill {
  readonly current?: CellFill;
  readonly lastYear?: CellFill;
  readonly reason?: string;
  /** Where it differs from the template's: a count of yes is 个 in the county's form. */
  readonly measure?: string;
}

/** All that is on a form besides what the template says. */
export interface FormFill {
  /** After 填报单位（盖章）: the unit's name, or the county's with 综合. */
  readonly reporter: string;
  /** `2020`. */
  readonly period: string;
  /** Null on a sheet that no reader is to take for a submission. */
  readonly identity: Identity | null;
  /** By code. */
  readonly lines: ReadonlyMap<string, LineFill>;
  /** The heading above last year's figures, where it says more than 上年; two lines at most. */
  readonly lastYearHead?: string;
  /** Lines that this kind does not fill are greyed; absent: everybody's lines. */
  readonly kind?: UnitKind;
  /** Nothing can be typed in: no fields, no drop-downs. */
  readonly readOnly?: boolean;
  /** The line of signatures below the table; blanks to sign in if absent. */
  readonly signature?: CellFill;
  /** The sheet's name; the form's id if absent. */
  readonly sheet?: string;
}
