/** `facts` over as many submissions as BENCH_UNITS says, in a process of its own: time by file, and memory. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { keepHeapSmall } from "../../src/cli/keep-heap-small";
import { runCall } from "../../src/cli/run";
import { SUBMISSIONS, TEMPLATE, writeBuiltInCounty } from "./generate-county";
import type { Report } from "./measure";
import { peakMegabytes } from "./peak-memory";

const USUAL = 400;
/** Megabytes, for any number of submissions. */
const LIMIT = 600;

interface Measured {
  readonly exit: number;
  readonly peak: number;
  readonly cpu: number;
  readonly clock: number;
}

export async function benchFacts(): Promise<Report> {
  const units = Number(process.env.BENCH_UNITS ?? USUAL);
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    writeBuiltInCounty(units, folder);
    const half = measured(folder, Math.ceil(units / 2));
    const all = measured(folder, units);
    // What starting takes is in both.
    const perFile = ((all.cpu - half.cpu) / Math.floor(units / 2)) * 1000;
    return {
      title: `facts of ${units} submissions`,
      columns: ["", "all", "half of them"],
      rows: [
        ["seconds by the clock", all.clock.toFixed(1), half.clock.toFixed(1)],
        ["seconds of the processor", all.cpu.toFixed(1), half.cpu.toFixed(1)],
        ["most memory, MB", all.peak.toFixed(0), half.peak.toFixed(0)],
        ["milliseconds of the processor for one more file", perFile.toFixed(1), ""],
      ],
      gates: [{ what: "memory, beside 600 MB", ratio: all.peak / LIMIT, most: 1 }],
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function measured(folder: string, units: number): Measured {
  const words = ["--import", "tsx", __filename, folder, String(units)];
  const { stdout } = spawnSync(process.execPath, words, { encoding: "utf8" });
  const result = JSON.parse(stdout) as Measured;
  if (result.exit !== 0) throw new Error(`facts ended with ${result.exit}`);
  return result;
}

async function measure(folder: string, units: number): Promise<Measured> {
  const { readdirSync } = await import("node:fs");
  keepHeapSmall();
  const { Writable } = await import("node:stream");
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const submissions = join(folder, SUBMISSIONS);
  const files = readdirSync(submissions).slice(0, units);
  const start = performance.now();
  const words = ["--template", join(folder, TEMPLATE), "--out", join(folder, "facts.parquet"), "--force"];
  const paths = files.map((file) => join(submissions, file));
  const exit = await runCall(["facts", ...paths, ...words], { out: nowhere, err: nowhere });
  const { user, system } = process.cpuUsage();
  return {
    exit,
    peak: peakMegabytes(),
    cpu: (user + system) / 1e6,
    clock: (performance.now() - start) / 1000,
  };
}

if (require.main === module) {
  const [folder, units] = process.argv.slice(2) as [string, string];
  void measure(folder, Number(units)).then((result) => console.log(JSON.stringify(result)));
}
