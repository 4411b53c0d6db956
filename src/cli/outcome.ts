import type { MessageParams } from "../locales";
import type { CommandLineKey } from "../locales/command-line";

export const EXIT = { clean: 0, mustFix: 1, failed: 2 } as const;

/** What a command has to say: a JSON document, or the same for a person. */
export interface Outcome {
  readonly document: unknown;
  readonly text: string;
  readonly exit: number;
}

/** The call cannot be done: nothing readable, no such file, a workbook that is not what it should be. */
export class CallError extends Error {
  constructor(
    readonly code: CommandLineKey,
    readonly params: MessageParams = {},
  ) {
    super(code);
    this.name = "CallError";
  }
}

/** Where a call speaks: results go out, progress and complaints beside them. */
export interface Streams {
  readonly out: NodeJS.WritableStream;
  readonly err: NodeJS.WritableStream;
}
