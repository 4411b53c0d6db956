/** The one gate through which the add-in talks to Excel. */
import { OpenWorkbookError, type HostError } from "../ports/ports";
import { RequestTimeout } from "./request-timeout";

/** `signal` is aborted when the person cancels or Excel takes too long: a batch that has written something takes it back. */
export type Batch<T> = (context: Excel.RequestContext, signal: AbortSignal) => Promise<T>;

export interface RunOptions {
  /** Called once when Excel waits for a cell to be finished. */
  readonly onWaiting?: (() => void) | undefined;
  /** Called when Excel has not answered a request for long. */
  readonly onSlow?: (() => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What was given up while Excel still worked on it. Nothing else may begin before that has taken itself back. */
const abandoned = new Set<Promise<unknown>>();

/** So many milliseconds a batch has for taking itself back before the person goes on without it. */
const GRACE = 3_000;

/**
 * Runs a batch. While a person edits a cell Excel refuses every request: then `onWaiting` is called once and Excel is
 * asked to go on as soon as the cell is finished.
 * https://learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling
 * @throws {OpenWorkbookError} for whatever Excel refuses, H07 where it does not answer in time; the signal's reason when
 * it is aborted, even where Excel does not answer.
 */
export async function runInExcel<T>(batch: Batch<T>, options: RunOptions = {}): Promise<T> {
  const stop = new AbortController();
  const { signal } = options;
  const cancel = (): void => stop.abort(signal?.reason);
  const giveUp = (): void => stop.abort(new OpenWorkbookError({ code: "H07", params: {} }));
  const timeout = new RequestTimeout(() => options.onSlow?.(), giveUp);
  signal?.addEventListener("abort", cancel);
  if (signal?.aborted) cancel();
  const work = afterAbandoned(timeout, stop.signal).then(() =>
    runBatch(batch, { ...options, signal: stop.signal }, timeout),
  );
  const grace = afterGrace(stop.signal);
  try {
    return await Promise.race([work, grace.over]);
  } catch (error) {
    if (stop.signal.aborted) abandon(work);
    throw error;
  } finally {
    timeout.end();
    grace.end();
    signal?.removeEventListener("abort", cancel);
  }
}

/** The same at once, within a batch that failed: its undo must not wait. */
export function runAtOnce<T>(batch: Batch<T>): Promise<T> {
  return runBatch(batch, {}, null);
}

async function afterAbandoned(timeout: RequestTimeout, signal: AbortSignal): Promise<void> {
  if (abandoned.size > 0) await timeout.during(Promise.allSettled(abandoned));
  signal.throwIfAborted();
}

/** `over` rejects some time after the abort. */
function afterGrace(signal: AbortSignal): { readonly over: Promise<never>; end(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<never>((_, reject) => {
    const wait = (): void => void (timer = setTimeout(() => reject(signal.reason as Error), GRACE));
    if (signal.aborted) wait();
    else signal.addEventListener("abort", wait);
  });
  return { over, end: () => clearTimeout(timer) };
}

function abandon(work: Promise<unknown>): void {
  const settled = work.catch(() => undefined).finally(() => abandoned.delete(settled));
  abandoned.add(settled);
}

async function runBatch<T>(
  batch: Batch<T>,
  { onWaiting, signal = new AbortController().signal }: RunOptions,
  timeout: RequestTimeout | null,
): Promise<T> {
  try {
    return await Excel.run((context) => batch(watched(context, timeout), signal));
  } catch (error) {
    if (codeOf(error) !== "InvalidOperationInCellEditMode") throw typed(error);
  }
  onWaiting?.();
  signal.throwIfAborted();
  try {
    // A person may take his time over a cell: Excel is not slow, and nothing is given up.
    return await Excel.run({ delayForCellEdit: true }, (context) => batch(context, signal));
  } catch (error) {
    throw typed(error);
  }
}

function watched(context: Excel.RequestContext, timeout: RequestTimeout | null): Excel.RequestContext {
  if (timeout === null) return context;
  const sync = context.sync.bind(context);
  context.sync = <T>(passThrough?: T): Promise<T> => timeout.during(sync(passThrough));
  return context;
}

/** Does this Excel offer the requirement set? */
export function isSupported(version: string): boolean {
  return Office.context.requirements.isSetSupported("ExcelApi", version);
}

/** The error that the rest of the add-in understands; faults of our own pass through unchanged. */
export function typed(error: unknown): unknown {
  return error instanceof OfficeExtension.Error ? new OpenWorkbookError(hostError(error)) : error;
}

/** Did the answer outgrow what Excel on the web gives at once? */
export function isTooLarge(error: unknown): boolean {
  return codeOf(error) === "ResponsePayloadSizeLimitExceeded";
}

function codeOf(error: unknown): string | null {
  return error instanceof OfficeExtension.Error ? error.code : null;
}

/**
 * Codes: https://learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling ; what an Excel
 * before `InactiveWorkbook` says then: https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-troubleshooting
 */
function hostError(error: OfficeExtension.Error): HostError {
  const params = { code: error.code, detail: error.debugInfo?.errorLocation ?? error.message };
  switch (error.code) {
    case "InvalidOperationInCellEditMode":
      return { code: "H01", params };
    case "AccessDenied":
    case "BadPassword":
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
    case "InactiveWorkbook":
    case "InvalidSelection":
      return { code: "H10", params };
    case "OperationCellsExceedLimit":
    case "RangeExceedsLimit":
      return { code: "H11", params };
    case "FormulaLengthExceedsLimit":
      return { code: "H12", params };
    case "UnsupportedSheet":
      return { code: "H14", params };
    default:
      return { code: "H09", params };
  }
}
