/** The one gate through which the add-in talks to Excel. */
import { OpenWorkbookError, type HostError } from "../round/ports";

export type Batch<T> = (context: Excel.RequestContext) => Promise<T>;

/**
 * Runs a batch. While a person edits a cell Excel refuses every request: then `onWaiting` is called once and Excel is
 * asked to go on as soon as the cell is finished.
 * https://learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling
 * @throws {OpenWorkbookError} for whatever Excel refuses; the signal's reason when it is aborted.
 */
export async function runInExcel<T>(batch: Batch<T>, onWaiting?: () => void): Promise<T> {
  try {
    return await Excel.run(batch);
  } catch (error) {
    if (codeOf(error) !== "InvalidOperationInCellEditMode") throw typed(error);
  }
  onWaiting?.();
  try {
    return await Excel.run({ delayForCellEdit: true }, batch);
  } catch (error) {
    throw typed(error);
  }
}

/** Does this Excel offer the requirement set? */
export function isSupported(version: string): boolean {
  return Office.context.requirements.isSetSupported("ExcelApi", version);
}

/** The error that the rest of the add-in understands; faults of our own pass through unchanged. */
export function typed(error: unknown): unknown {
  return error instanceof OfficeExtension.Error ? new OpenWorkbookError(hostError(error)) : error;
}

function codeOf(error: unknown): string | null {
  return error instanceof OfficeExtension.Error ? error.code : null;
}

/** Codes: https://learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling */
function hostError(error: OfficeExtension.Error): HostError {
  const params = { code: error.code, detail: error.debugInfo?.errorLocation ?? error.message };
  switch (error.code) {
    case "InvalidOperationInCellEditMode":
      return { code: "H01", params };
    case "AccessDenied":
    case "ReadOnly":
      return { code: "H02", params };
    case "RequestPayloadSizeLimitExceeded":
    case "ResponsePayloadSizeLimitExceeded":
      return { code: "H03", params };
    case "ItemNotFound":
    case "InvalidReference":
      return { code: "H04", params };
    case "ApiNotFound":
    case "ApiNotAvailable":
    case "NotImplemented":
    case "UnsupportedFeature":
      return { code: "H05", params };
    default:
      return { code: "H09", params };
  }
}
