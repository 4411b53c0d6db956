/**
 * Each reader in a process of its own, as it runs where it is used: no other's garbage and no other's types in the way.
 * The processes take turns, round by round; a reader's time is the median of its rounds.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median, milliseconds } from "./measure";
import { peakMegabytes } from "./peak-memory";

export interface Measured {
  /** Milliseconds for all files, once the machine's compiler is done. */
  readonly time: number;
  /** Megabytes at most, files and all. */
  readonly peak: number;
  /** Cells that were read, of all files. */
  readonly cells: number;
}

const WARM_UP = 12;

/** By reader. `passes`: how often all files are read in a round. */
export function inOwnProcess(
  readers: readonly string[],
  files: readonly Uint8Array[],
  { rounds, passes }: { readonly rounds: number; readonly passes: number },
): ReadonlyMap<string, Measured> {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  const results = new Map<string, Measured[]>(readers.map((name) => [name, []]));
  try {
    files.forEach((bytes, i) => writeFileSync(join(folder, `${i}.xlsx`), bytes));
    for (let round = 0; round < rounds; round++) {
      for (const name of readers) {
        const words = [...process.execArgv, __filename, name, folder, String(passes)];
        const printed = execFileSync(process.execPath, words, { encoding: "utf8" });
        results.get(name)!.push(JSON.parse(printed) as Measured);
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return new Map(
    [...results].map(([name, all]) => [
      name,
      {
        time: median(all.map(({ time }) => time)),
        peak: Math.round(Math.max(...all.map(({ peak }) => peak))),
        cells: all[0]!.cells,
      },
    ]),
  );
}

async function measure(name: string, folder: string, passes: number): Promise<Measured> {
  const { READERS, readAll } = await import("./read");
  const files = readdirSync(folder).map((each) => new Uint8Array(readFileSync(join(folder, each))));
  const times: number[] = [];
  let cells = 0;
  for (let pass = passes === 1 ? 0 : -WARM_UP; pass < passes; pass++) {
    const start = milliseconds();
    cells = await readAll(READERS[name]!, files);
    if (pass >= 0) times.push(milliseconds() - start);
  }
  return { time: median(times), peak: peakMegabytes(), cells };
}

if (require.main === module) {
  const [name, folder, passes] = process.argv.slice(2) as [string, string, string];
  void measure(name, folder, Number(passes)).then((result) => console.log(JSON.stringify(result)));
}
