import { same } from "./expectations";
import { hostCase, reference, type HostCase, type Scratch } from "./host-case";

/** A1 was 1 and is 5 now; A2 is twice that, and shows what was calculated before. */
async function inManualMode({ context, sheet }: Scratch, look: () => Promise<void>): Promise<void> {
  const { application } = context.workbook;
  sheet.getRange("A1:A2").formulas = [[1], ["=A1*2"]];
  await context.sync();
  application.calculationMode = "Manual";
  try {
    sheet.getRange("A1").values = [[5]];
    await context.sync();
    await look();
  } finally {
    application.calculationMode = "Automatic";
    await context.sync();
  }
}

async function shown({ context, sheet }: Scratch): Promise<unknown> {
  const cell = sheet.getRange("A2");
  cell.load("values");
  await context.sync();
  return (cell.values as unknown[][])[0]![0];
}

export const calculationCases: readonly HostCase[] = [
  hostCase(
    "in manual calculation a formula shows its old value until everything is calculated",
    reference("application", "calculationMode"),
    (scratch) =>
      inManualMode(scratch, async () => {
        same(await shown(scratch), 2);
        scratch.context.workbook.application.calculate("Full");
        same(await shown(scratch), 10);
      }),
  ),
  hostCase(
    "in manual calculation changed cells are calculated when these alone are asked for",
    reference("application", "calculate"),
    (scratch) =>
      inManualMode(scratch, async () => {
        scratch.context.workbook.application.calculate("Recalculate");
        same(await shown(scratch), 10);
      }),
  ),
  hostCase(
    "the calculation mode can be read, and that something is not calculated yet",
    reference("application", "calculationState"),
    (scratch) =>
      inManualMode(scratch, async () => {
        const { application } = scratch.context.workbook;
        application.load("calculationMode,calculationState");
        await scratch.context.sync();
        same([application.calculationMode, application.calculationState], ["Manual", "Pending"]);
      }),
  ),
];
