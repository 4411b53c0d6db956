/**
 * What a hostile file costs: each is written to disk and read by a process of its own through the same pool of threads
 * as everywhere. `npm run bench -- hostile` says what the worst costs; `node --import tsx test/bench/hostile.ts WORD`
 * only those whose title has the word.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createNodeReader } from "../../src/files/node-reader";
import { HOSTILE } from "../files/hostile-files";
import { packageBytes } from "../files/package";
import { markdown, type Report } from "./measure";
import { peakMegabytes } from "./peak-memory";

const MOST_SECONDS = 2;
const MOST_MEGABYTES = 350;

interface Cost {
  readonly outcome: string;
  readonly seconds: number;
  readonly megabytes: number;
}

export function benchHostile(only = ""): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), "hostile-"));
  try {
    const costs = HOSTILE.filter(({ title }) => title.includes(only)).map(
      ({ title, extension = "xlsx", bytes }) => {
        const path = join(folder, `file.${extension}`);
        writeFileSync(path, bytes());
        return { title, ...costOf(path) };
      },
    );
    return Promise.resolve({
      title: `${costs.length} hostile files`,
      columns: ["", "outcome", "s", "peak MB"],
      rows: costs.map(({ title, outcome, seconds, megabytes }) => [
        title,
        outcome,
        seconds.toFixed(2),
        Math.round(megabytes),
      ]),
      gates: [
        {
          what: "seconds of the worst",
          ratio: Math.max(...costs.map(({ seconds }) => seconds)),
          most: MOST_SECONDS,
        },
        {
          what: "megabytes of the worst",
          ratio: Math.max(...costs.map(({ megabytes }) => megabytes)),
          most: MOST_MEGABYTES,
        },
      ],
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function costOf(path: string): Cost {
  const run = spawnSync(process.execPath, [...process.execArgv, __filename, "--read", path], {
    encoding: "utf8",
  });
  if (run.status === 0) return JSON.parse(run.stdout) as Cost;
  return { outcome: `the process died: ${run.signal ?? run.status}`, seconds: Infinity, megabytes: Infinity };
}

/**
 * Starts a clock that gives seconds: by the clock or of the processor, whichever is less. The machine's other work makes
 * the one longer, threads that collect garbage beside each other the other.
 */
function startClock(): () => number {
  const [wall, processor] = [performance.now(), process.cpuUsage()];
  return () => {
    const { user, system } = process.cpuUsage(processor);
    return Math.min((performance.now() - wall) / 1e3, (user + system) / 1e6);
  };
}

/** In the process of its own. The thread is started by a harmless file before the clock. */
async function readOne(path: string): Promise<void> {
  const reader = createNodeReader({ workers: 1 });
  await reader.read([{ name: "a.xlsx", bytes: () => Promise.resolve(packageBytes()) }]);
  const clock = startClock();
  const [result] = await reader.read([{ name: path, bytes: () => Promise.resolve(readFileSync(path)) }]);
  const seconds = clock();
  const outcome = result?.ok
    ? `read, ${result.workbook.sheets.reduce((sum, { cells }) => sum + cells.count, 0)} cells`
    : `${result?.error.code} ${Object.values(result?.error.params ?? {}).join(" ")}`;
  await reader.close();
  const cost: Cost = { outcome, seconds, megabytes: peakMegabytes() };
  console.log(JSON.stringify(cost));
}

if (require.main === module) {
  if (process.argv[2] === "--read") void readOne(process.argv[3]!);
  else void benchHostile(process.argv[2]).then((report) => console.log(markdown(report)));
}
