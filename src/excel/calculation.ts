/**
 * Calculation that is set to manual: values that are shown may be old until somebody presses F9.
 * https://learn.microsoft.com/javascript/api/excel/excel.application#excel-excel-application-calculationmode-member
 */

/**
 * Queues a calculation where one is due; mode and state are loaded. The mode that Excel reports may be wrong
 * (https://github.com/OfficeDev/office-js/issues/2770), so its state counts too.
 */
export function calculateNow(application: Excel.Application): void {
  const { calculationMode, calculationState } = application;
  if (calculationMode !== "Automatic" || calculationState !== "Done") calculateAll(application);
}

/** Queues the calculation of every cell: that of changed cells alone has left some out, office-js-docs issue 627. */
export function calculateAll(application: Excel.Application): void {
  application.calculate("Full");
}
