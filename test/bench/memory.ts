/** Peak memory is a process's: each reader gets one of its own, in which it reads the files once. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { peakMegabytes } from "./peak-memory";

export function memoryOf(reader: string, files: readonly Uint8Array[]): number {
  const folder = mkdtempSync(join(tmpdir(), "bench-memory-"));
  try {
    files.forEach((bytes, i) => writeFileSync(join(folder, `${i}.xlsx`), bytes));
    const words = [...process.execArgv, __filename, reader, folder];
    return Math.round(Number(execFileSync(process.execPath, words, { encoding: "utf8" })));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function readFolder(reader: string, folder: string): Promise<void> {
  const { READERS } = await import("./read");
  for (const name of readdirSync(folder)) {
    await READERS[reader]!(new Uint8Array(readFileSync(join(folder, name))));
  }
  console.log(peakMegabytes());
}

if (require.main === module) void readFolder(process.argv[2]!, process.argv[3]!);
