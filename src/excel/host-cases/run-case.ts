import type { HostCase, Scratch } from "./host-case";

const SCRATCH = "自检 scratch";

/** Brings a situation about. @returns what ends it. */
export type Arrange = () => () => void;

/**
 * Runs a case on an empty sheet of its own in the open workbook, and takes the sheet away again.
 * @throws what the case throws: Excel did something else than we rely on.
 */
export async function runCase(hostCase: HostCase, arrange?: Arrange): Promise<void> {
  await Excel.run(addSheet);
  try {
    await Excel.run(async (context) => {
      const end = arrange?.();
      try {
        await hostCase.run(scratch(context));
      } finally {
        end?.();
      }
    });
  } finally {
    await Excel.run(removeSheet);
  }
}

async function addSheet(context: Excel.RequestContext): Promise<void> {
  context.workbook.worksheets.add(SCRATCH);
  await context.sync();
}

async function removeSheet(context: Excel.RequestContext): Promise<void> {
  context.workbook.worksheets.getItemOrNullObject(SCRATCH).delete();
  await context.sync();
}

function scratch(context: Excel.RequestContext): Scratch {
  return { context, sheet: context.workbook.worksheets.getItem(SCRATCH), sheetName: SCRATCH };
}
