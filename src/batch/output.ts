import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { CallError } from "./outcome";
import { fromCaller } from "./paths";

/** Writes the file whole or not at all, into a folder that is made if it is missing. */
export async function writeOut(path: string, bytes: Uint8Array | string): Promise<void> {
  const target = fromCaller(path);
  const unfinished = `${target}.part`;
  try {
    await mkdir(dirname(target), { recursive: true });
    await writeFile(unfinished, bytes);
    await rename(unfinished, target);
  } catch {
    await rm(unfinished, { force: true });
    throw new CallError("error.cannotWrite", { file: path });
  }
}
