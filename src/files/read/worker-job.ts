import type { CellTable } from "../../workbook/workbook";
import { FileReadError } from "./errors";
import type { ReadTools } from "./read-tools";
import { readWorkbook } from "./read-workbook";
import type { ReadJob, ReadOutcome } from "./worker-pool";

/** What a worker does with a job, whatever platform it runs on. Only an error of the program itself is thrown on. */
export async function runJob(job: ReadJob, tools: ReadTools): Promise<ReadOutcome> {
  try {
    return { ok: true, ...(await readWorkbook(job.bytes, job.name, tools)) };
  } catch (error) {
    if (error instanceof FileReadError) return { ok: false, error: error.error };
    throw error;
  }
}

/** The buffers of the outcome that can be handed over instead of copied. */
export function transferable(outcome: ReadOutcome): ArrayBuffer[] {
  if (!outcome.ok) return [];
  // Columns may share a buffer, and one must not be handed over twice.
  return [...new Set(outcome.workbook.sheets.flatMap(({ cells }) => buffersOf(cells)))];
}

function buffersOf({ rows, columns, kinds, numbers, formulaIndex, formatIndex }: CellTable): ArrayBuffer[] {
  return [rows, columns, kinds, numbers, formulaIndex, formatIndex].map(
    (array) => array.buffer as ArrayBuffer,
  );
}
