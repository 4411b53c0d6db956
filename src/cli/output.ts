/** Writing results: whole or not at all, and never over what belongs to a person. */
import { randomUUID } from "node:crypto";
import type { BigIntStats } from "node:fs";
import { link, lstat, mkdir, open, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { CallError } from "./outcome";
import { fromCaller } from "./paths";

/** Writes the file of this name; answers whether it is to be there. */
type Fill = (file: string) => Promise<boolean>;

/** Where a call's results go. Ask {@link Output.reserve} before any work is done, {@link Output.write} when it is. */
export class Output {
  private constructor(
    private readonly inputs: ReadonlySet<string>,
    private readonly force: boolean,
  ) {}

  /**
   * @param inputs every path that the call reads from, as it was given
   * @param force existing files other than these may be replaced
   */
  static async besides(
    inputs: readonly (string | null)[],
    { force }: { readonly force: boolean },
  ): Promise<Output> {
    const given = inputs.flatMap((path) => path ?? []);
    const known = await Promise.all(given.map((path) => identityOf(fromCaller(path))));
    return new Output(new Set(known.flatMap((identity) => identity ?? [])), force);
  }

  /** Throws where a result must not be written: over an input, or over another file without `--force`. */
  async reserve(...paths: readonly string[]): Promise<void> {
    const inputs: string[] = [];
    const existing: string[] = [];
    for (const path of paths) {
      const target = fromCaller(path);
      if (await isFolder(target)) throw new CallError("error.cannotWrite", { file: path });
      const identity = await identityOf(target);
      if (identity !== null && this.inputs.has(identity)) inputs.push(path);
      else if (!this.force && (await isInTheWay(target))) existing.push(path);
    }
    if (inputs.length > 0) throw new CallError("error.outIsInput", { files: inputs.join("、") });
    if (existing.length > 0) {
      throw new CallError("error.outExists", { files: existing.join("、") });
    }
  }

  /** Writes the file, into a folder that is made if it is missing. */
  async write(path: string, bytes: Uint8Array | string): Promise<void> {
    await this.fill(path, async (file) => {
      await writeFile(file, bytes);
      return true;
    });
  }

  /**
   * Has a file written piece by piece, under a name of its own until it is whole; a folder that is missing is made.
   * @param fill writes it and answers whether it is to be there; what it throws as a {@link CallError} passes through
   */
  async fill(path: string, fill: Fill): Promise<void> {
    await this.reserve(path);
    const target = fromCaller(path);
    try {
      await mkdir(dirname(target), { recursive: true });
      if (await isDevice(target)) return void (await fill(target));
      await (this.force ? replace(await realTarget(target), fill) : create(target, fill));
    } catch (error) {
      if (error instanceof CallError) throw error;
      if (isCode(error, "EEXIST")) throw new CallError("error.outExists", { files: path });
      throw new CallError("error.cannotWrite", { file: path });
    }
  }
}

/** Two paths of one identity are one file, by whatever links and spellings they lead there; null where none is there. */
async function identityOf(path: string): Promise<string | null> {
  const found = await stat(path, { bigint: true }).catch(() => null);
  if (found === null) return null;
  // File systems without file numbers give 0.
  return found.ino === 0n ? await realpath(path) : `${found.dev} ${found.ino}`;
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() ?? false;
}

/** A link that leads nowhere is somebody's too. */
async function isInTheWay(path: string): Promise<boolean> {
  const found = await lstat(path).catch(() => null);
  if (found === null) return false;
  const target = found.isSymbolicLink() ? await stat(path).catch(() => null) : found;
  return target === null || target.isFile();
}

/** `/dev/null`, a pipe: nothing to be replaced. */
async function isDevice(path: string): Promise<boolean> {
  const found: BigIntStats | null = await stat(path, { bigint: true }).catch(() => null);
  return found !== null && !found.isFile() && !found.isDirectory();
}

/** A link stays, and what it leads to is replaced. */
function realTarget(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}

async function replace(target: string, fill: Fill): Promise<void> {
  await beside(target, fill, (unfinished) => rename(unfinished, target));
}

/** Fails with EEXIST where another run was quicker: a link, unlike a rename, never replaces. */
async function create(target: string, fill: Fill): Promise<void> {
  await beside(target, fill, async (unfinished) => {
    try {
      await link(unfinished, target);
    } catch (error) {
      if (isCode(error, "EEXIST")) throw error;
      // A file system without links: the name is taken first, by an empty file that is then replaced.
      await (await open(target, "wx")).close();
      await rename(unfinished, target);
    }
  });
}

/** Fills a file that no other program has open, in the target's folder; gone afterwards, whatever happens. */
async function beside(
  target: string,
  fill: Fill,
  moveIn: (unfinished: string) => Promise<void>,
): Promise<void> {
  const unfinished = join(dirname(target), `.${randomUUID()}.part`);
  try {
    await writeFile(unfinished, "", { flag: "wx" });
    if (await fill(unfinished)) await moveIn(unfinished);
  } finally {
    await rm(unfinished, { force: true });
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
