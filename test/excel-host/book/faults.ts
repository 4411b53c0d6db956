/**
 * What some Excel does and another does not, or what no page of Microsoft says for certain. Each is a switch:
 * `createSimulatedExcel({ faults: ["copyActivates"] })`. Our add-in must work with each of them on; the portable case
 * that settles it in a real Excel fails with it on (`host-cases.test.ts`).
 */
export const FAULTS = {
  copyActivates: "Worksheet.copy shows the copy, as VBA's Copy and “Move or Copy” by hand do",
  veryHiddenIsNotCopied: "Worksheet.copy refuses a very hidden sheet, as VBA's Copy does",
  manyMergesAreNull: "more than 512 merged areas: a null object in place of an error",
  mergedAddressIsCorner:
    "the address of merged areas names their upper-left cells only (office-js issue 1590)",
  recalculateDoesNothing:
    "calculate(Recalculate) leaves changed cells alone in manual mode (office-js-docs issue 627)",
  calculationModeIsWrong: "calculationMode says Automatic where it is not (office-js issue 2770)",
  undoStackSurvives: "calls that are documented to clear the undo stack leave it (office-js issue 6453)",
} as const;

export type Fault = keyof typeof FAULTS;
