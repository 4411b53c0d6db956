import type { ReadOptions, SourceFile } from "../../ports/ports";
import { FileReadError } from "./errors";
import { DEFAULT_LIMITS } from "./limits";
import type { ReadContent, ReadOutcome, WorkerPool } from "./worker-pool";

/** So few files go to one worker: a second costs more to start than it brings. */
const FILES_PER_WORKER = 8;

/** Who has read so many holds hundreds of megabytes that it no longer needs: its workers end. */
const MANY = 200;

/** With the file's name, what its worker made of it. */
export type Result<Content> = { readonly file: string } & ReadOutcome<Content>;

interface Options<Content> extends Pick<ReadOptions, "signal" | "onProgress"> {
  readonly take?: (result: Result<Content>) => boolean;
}

/** Reads through a pool: as many files under way as workers, the bytes of no others in memory. */
export class PooledReader<Content = ReadContent> {
  constructor(
    private readonly pool: WorkerPool<Content>,
    private readonly size: number,
  ) {}

  /** As `WorkbookReader.read`. */
  async read(
    files: readonly SourceFile[],
    options: Options<Content> = {},
  ): Promise<readonly Result<Content>[]> {
    const { signal, onProgress, take } = options;
    signal?.throwIfAborted();
    const stop = new AbortController();
    const forward = (): void => stop.abort(signal?.reason);
    signal?.addEventListener("abort", forward, { once: true });
    const results: Result<Content>[] = [];
    let next = 0;
    let done = 0;
    const lane = async (): Promise<void> => {
      for (let i = next++; i < files.length; i = next++) {
        const file = files[i]!;
        const result: Result<Content> = { file: file.name, ...(await this.readOne(file, stop.signal)) };
        if (!take?.(result)) results[i] = result;
        onProgress?.(++done, files.length, file.name);
      }
    };
    try {
      await Promise.all(Array.from({ length: this.lanes(files.length) }, lane));
      // Where a result was taken over there is a gap.
      return results.filter(() => true);
    } catch (error) {
      stop.abort(error);
      throw error;
    } finally {
      signal?.removeEventListener("abort", forward);
      if (files.length >= MANY) this.pool.rest();
    }
  }

  async close(): Promise<void> {
    this.pool.close();
  }

  private lanes(files: number): number {
    return Math.min(this.size, Math.ceil(files / FILES_PER_WORKER));
  }

  private async readOne(file: SourceFile, signal: AbortSignal): Promise<ReadOutcome<Content>> {
    let bytes: Uint8Array;
    try {
      bytes = await unlessAborted(file.bytes(), signal);
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof FileReadError) return { ok: false, error: error.error };
      return { ok: false, error: { code: "F06", params: { reason: reasonOf(error) } } };
    }
    if (bytes.length > DEFAULT_LIMITS.fileBytes) {
      const params = { limit: "fileBytes", value: bytes.length, allowed: DEFAULT_LIMITS.fileBytes };
      return { ok: false, error: { code: "F03", params } };
    }
    // A copy of its own: the worker gets it without copying again, and the giver keeps his.
    return this.pool.run({ name: file.name, bytes: new Uint8Array(bytes) }, signal);
  }
}

function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    signal.addEventListener("abort", abort);
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}

/** `ENOENT`, `EACCES`, `NotFoundError` … */
function reasonOf(error: unknown): string {
  if (error instanceof Error) return "code" in error ? String(error.code) : error.name;
  return "unknown";
}
