/** Why somebody else's workbook cannot be changed as asked. The workbook is then left alone altogether. */
export type PatchErrorCode =
  | "unknownSheet" // no worksheet of that name
  | "sheetNameTaken" // a sheet to be added has the name of one that is there
  | "cellTwice" // two changes of one cell
  | "notFinite"
  | "textTooLong" // over 32767 characters
  | "outsideSheet"
  | "arrayFormula" // Excel forbids changing one cell of an array formula or a data table
  | "underMerge" // the value would be invisible beneath a merged cell
  | "tableHeading" // two columns of a table would have the same heading, or one none
  | "signed" // a digital signature would no longer hold
  | "threadedComment"; // a conversation is in the cell; a note beside it would not be shown

/** `place` says where: `关工02!B7`. */
export class PatchError extends Error {
  constructor(
    readonly code: PatchErrorCode,
    readonly place: string,
  ) {
    super(`Workbook cannot be changed: ${code} at ${place}`);
    this.name = "PatchError";
  }
}
