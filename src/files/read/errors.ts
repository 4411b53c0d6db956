import type { FileError, FileErrorCode } from "../../ports/ports";

/** The only error that reading a file throws. The pool turns it into the result's `error`. */
export class FileReadError extends Error {
  readonly error: FileError;

  constructor(code: FileErrorCode, params: FileError["params"] = {}) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = "FileReadError";
    this.error = { code, params };
  }
}

/** The file is damaged or cut off; `reason` is a word for the log, `part` the part of the file. */
export function damaged(reason: string, part?: string): FileReadError {
  return new FileReadError("F02", part === undefined ? { reason } : { reason, part });
}

/** The file goes beyond a limit; `limit` names it. */
export function overLimit(limit: string, value: number, allowed: number): FileReadError {
  return new FileReadError("F03", { limit, value, allowed });
}
