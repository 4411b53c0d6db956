/** Calls the command line as a shell would, without a process. */
import { rmSync } from "node:fs";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import type { SessionDocument, errorDocument } from "../../src/cli/document";
import { runCall } from "../../src/cli/run";

export interface Said {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
  /** Standard output as the one JSON document that it is to be. */
  readonly json: SessionDocument & ReturnType<typeof errorDocument>;
}

export async function call(...words: string[]): Promise<Said> {
  const [out, err] = [new Paper(), new Paper()];
  const exit = await runCall(words, { out, err });
  return {
    exit,
    out: out.text,
    err: err.text,
    get json() {
      return JSON.parse(out.text);
    },
  };
}

/** A folder that is gone when the tests are over. */
export function temporaryFolder(): { readonly path: (...parts: string[]) => string } {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "batch-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return { path: (...parts) => join(folder, ...parts) };
}

let samples: Promise<string> | undefined;

/** Puts what the command `samples` writes into the folder: it is asked once for all files of tests that run together. */
export async function writeSamples(folder: string): Promise<void> {
  samples ??= mkdtemp(join(tmpdir(), "samples-")).then(async (made) => {
    process.once("exit", () => rmSync(made, { recursive: true, force: true }));
    await call("samples", made);
    return made;
  });
  await cp(await samples, folder, { recursive: true });
}

class Paper extends Writable {
  text = "";

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString("utf8");
    done();
  }
}
