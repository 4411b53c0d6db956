/**
 * What a hostile file costs: each is written to disk and read by a process of its own through the same pool of threads
 * as everywhere. Run by hand: `node --import tsx test/bench/hostile.ts`. Exits 1 where one takes more than 2 seconds
 * of the processor or 350 MB.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createNodeReader } from "../../src/files/node-reader";
import { HOSTILE } from "../files/hostile-files";
import { packageBytes } from "../files/package";
import { peakMegabytes } from "./peak-memory";

const MOST_SECONDS = 2;
const MOST_MEGABYTES = 350;

interface Cost {
  readonly outcome: string;
  readonly seconds: number;
  readonly megabytes: number;
}

function main(): void {
  const folder = mkdtempSync(join(tmpdir(), "hostile-"));
  const only = process.argv[2];
  let worst = 0;
  for (const { title, extension = "xlsx", bytes } of HOSTILE) {
    if (only && !title.includes(only)) continue;
    const path = join(folder, `file.${extension}`);
    writeFileSync(path, bytes());
    const cost = costOf(path);
    const isOver = cost.seconds > MOST_SECONDS || cost.megabytes > MOST_MEGABYTES;
    if (isOver) worst++;
    console.log(
      `| ${title} | ${cost.outcome} | ${cost.seconds.toFixed(2)} s | ${Math.round(cost.megabytes)} MB |${isOver ? " OVER" : ""}`,
    );
  }
  rmSync(folder, { recursive: true });
  if (worst > 0) process.exitCode = 1;
}

function costOf(path: string): Cost {
  const run = spawnSync(process.execPath, [...process.execArgv, __filename, "--read", path], {
    encoding: "utf8",
  });
  if (run.status === 0) return JSON.parse(run.stdout) as Cost;
  return { outcome: `the process died: ${run.signal ?? run.status}`, seconds: Infinity, megabytes: Infinity };
}

/** Of the processor, user and system: what the machine does besides does not count. */
function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** In the process of its own. The thread is started by a harmless file before the clock. */
async function readOne(path: string): Promise<void> {
  const reader = createNodeReader({ workers: 1 });
  await reader.read([{ name: "a.xlsx", bytes: () => Promise.resolve(packageBytes()) }]);
  const start = processorSeconds();
  const [result] = await reader.read([{ name: path, bytes: () => Promise.resolve(readFileSync(path)) }]);
  const seconds = processorSeconds() - start;
  const outcome = result?.ok
    ? `read, ${result.workbook.sheets.reduce((sum, { cells }) => sum + cells.count, 0)} cells`
    : `${result?.error.code} ${Object.values(result?.error.params ?? {}).join(" ")}`;
  await reader.close();
  const cost: Cost = { outcome, seconds, megabytes: peakMegabytes() };
  console.log(JSON.stringify(cost));
}

if (process.argv[2] === "--read") void readOne(process.argv[3]!);
else main();
