/** What can be wrong with a plan. All of these are mistakes of the program that made it, never of a person. */
export type PlanErrorCode =
  | "noVisibleSheet"
  | "sheetName" // empty, over 31 characters, forbidden characters or reserved
  | "sheetNameTwice" // letters' case does not count
  | "unknownSheet" // a sheet that the plan does not have, or a hidden one that is to be shown first
  | "outsideSheet" // an address beyond row 1048576 or column XFD
  | "cellTwice"
  | "records" // rows of records that are not below all others, in order and as many as the plan says
  | "commentTwice"
  | "rowTwice"
  | "columnTwice"
  | "notFinite"
  | "textTooLong" // over 32767 characters in a cell, 8192 in a formula, 255 in a header
  | "size" // a width over 255 characters or a height over 409 points
  | "color" // not RRGGBB
  | "tooManyLinks" // over 65530 on a sheet
  | "mergesOverlap"
  | "valueUnderMerge" // Excel would throw the value away
  | "definedName"
  | "definedNameTwice"
  | "choices" // a list that Excel cannot keep inside the validation: give an area in formula1
  | "chartNameTwice"
  | "chart"; // series and categories that make no chart of that kind

/** Thrown for a plan that Excel could not open or would change silently. `place` says where: `关工02!B7`. */
export class PlanError extends Error {
  constructor(
    readonly code: PlanErrorCode,
    readonly place: string,
  ) {
    super(`Plan cannot be written: ${code} at ${place}`);
    this.name = "PlanError";
  }
}
