/** 500 files from disk in a process that has just started, through the same pool of threads as everywhere. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createNodeReader } from "../../src/files/node-reader";
import { median, type Report } from "./measure";
import { peakMegabytes } from "./peak-memory";
import { sampleFiles } from "./submissions";

const FILES = 500;
const RUNS = 3;

interface Run {
  readonly seconds: number;
  readonly megabytes: number;
  readonly read: number;
}

export async function benchDisk(): Promise<Report> {
  const { files, writer } = sampleFiles();
  const folder = mkdtempSync(join(tmpdir(), "bench-disk-"));
  try {
    for (let i = 0; i < FILES; i++) writeFileSync(join(folder, `${i}.xlsx`), files[i % files.length]!);
    const rows = [1, 2].map((workers) => {
      const runs = Array.from({ length: RUNS }, () => coldRun(folder, workers));
      if (runs.some(({ read }) => read !== FILES)) throw new Error("a file was not read");
      return [
        `${workers} worker${workers > 1 ? "s" : ""}`,
        median(runs.map(({ seconds }) => seconds)).toFixed(2),
        Math.round(median(runs.map(({ megabytes }) => megabytes))),
      ];
    });
    const title = `${FILES} submissions from disk, saved by ${writer}, from the start of the process (Node)`;
    return { title, columns: ["", "s", "peak MB"], rows };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function coldRun(folder: string, workers: number): Run {
  const start = performance.now();
  const words = [...process.execArgv, __filename, folder, String(workers)];
  const { megabytes, read } = JSON.parse(execFileSync(process.execPath, words, { encoding: "utf8" })) as Run;
  return { seconds: (performance.now() - start) / 1000, megabytes, read };
}

async function readFolder(folder: string, workers: number): Promise<void> {
  const reader = createNodeReader({ workers });
  const names = readdirSync(folder);
  const results = await reader.read(
    names.map((name) => ({ name, bytes: () => readFile(join(folder, name)) })),
  );
  await reader.close();
  const read = results.filter(({ ok }) => ok).length;
  console.log(JSON.stringify({ megabytes: peakMegabytes(), read }));
}

if (require.main === module) void readFolder(process.argv[2]!, Number(process.argv[3]));
