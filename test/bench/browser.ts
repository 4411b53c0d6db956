/** The same readers in a worker of Chromium: how the pane reads. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Configuration } from "webpack";
import { launchBrowser } from "../e2e/browser";
import { compile } from "../tooling/compile";
import { median, type Report } from "./measure";
import type { BrowserJob } from "./browser-worker";
import { millionCells, sampleFiles } from "./submissions";

const READERS = ["inflate and CRC, fflate", "this reader", "@e965/xlsx"] as const;

/** Milliseconds a file by reader. */
export type BrowserTimes = Readonly<Record<(typeof READERS)[number], number>>;

/** How often all files are read in a worker before it counts, how often it counts, and in how many workers. */
export interface Often {
  readonly warmUp: number;
  readonly passes: number;
  readonly rounds: number;
}

export async function benchBrowser(): Promise<Report> {
  const { files, writer } = sampleFiles();
  const title = `Reading the same submissions, saved by ${writer}, in a Chromium worker`;
  return report(title, files, { warmUp: 4, passes: 7, rounds: 5 });
}

export async function benchBrowserMillion(): Promise<Report> {
  const title = "Reading the sheet of 1 million cells in a Chromium worker";
  return report(title, [millionCells()], { warmUp: 1, passes: 1, rounds: 3 });
}

async function report(title: string, files: readonly Uint8Array[], often: Often): Promise<Report> {
  const columns = ["", "ms a file", "× inflate"];
  const times = await timesInBrowser(await bundle(), files, often);
  const [inflate, ours, sheetJs] = READERS.map((name) => times[name]) as [number, number, number];
  return {
    title,
    columns,
    rows: READERS.map((name) => [name, times[name].toFixed(2), (times[name] / inflate).toFixed(1)]),
    gates: [
      { what: "this reader beside inflating", ratio: ours / inflate, most: 3 },
      { what: "@e965/xlsx beside this reader", ratio: sheetJs / ours, least: 4 },
    ],
  };
}

/** The worker's script as one text. */
async function bundle(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "bench-bundle-"));
  const configuration: Configuration = {
    mode: "production",
    target: "webworker",
    entry: join(__dirname, "browser-worker.ts"),
    output: { path: folder, filename: "worker.js" },
    resolve: { extensions: [".ts", ".js"] },
    optimization: { splitChunks: false },
    performance: { hints: false },
    module: {
      rules: [
        {
          test: /\.ts$/,
          loader: join(__dirname, "../tooling/esbuild.cjs"),
        },
      ],
    },
  };
  try {
    await compile([configuration]);
    return readFileSync(join(folder, "worker.js"), "utf8");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Each reader in a worker of its own, as the pane has it: no other's garbage in the way. They take turns, round by round. */
async function timesInBrowser(
  script: string,
  files: readonly Uint8Array[],
  often: Often,
): Promise<BrowserTimes> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const texts = files.map((bytes) => Buffer.from(bytes).toString("base64"));
    const times = new Map<string, number[]>(READERS.map((name) => [name, []]));
    for (let round = 0; round < often.rounds; round++) {
      for (const [name, list] of times) {
        list.push(await page.evaluate(timeInWorker, [script, { name, texts, often }] as const));
      }
    }
    return Object.fromEntries([...times].map(([name, list]) => [name, median(list)])) as BrowserTimes;
  } finally {
    await browser.close();
  }
}

/** Runs in the page. */
function timeInWorker([script, job]: readonly [string, BrowserJob]): Promise<number> {
  return new Promise((resolve, reject) => {
    const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
    const worker = new Worker(url);
    worker.onmessage = ({ data }: MessageEvent<number>) => {
      worker.terminate();
      resolve(data);
    };
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage(job);
  });
}
