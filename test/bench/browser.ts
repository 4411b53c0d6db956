/** The same readers in a worker of Chromium: how the pane reads. */
import { mkdtempSync, readFileSync, rmSync, existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import webpack from "webpack";
import { median, type Report } from "./measure";
import { sampleFiles } from "./submissions";

/** Where Debian and the browsers' own packages put it; another may be named. */
const BROWSER = process.env.CHROMIUM ?? "/usr/bin/chromium";

const READERS = ["inflate and CRC, fflate", "this reader", "@e965/xlsx"];
const ROUNDS = 5;

/** Milliseconds a file by reader. */
export type BrowserTimes = Readonly<Record<string, number>>;

export async function benchBrowser(): Promise<Report> {
  const { files, writer } = sampleFiles();
  const title = `Reading the same submissions, saved by ${writer}, in a Chromium worker`;
  const columns = ["", "ms a file", "× inflate"];
  if (!existsSync(BROWSER)) return { title, columns, rows: [["no Chromium here", "", ""]] };
  const times = await timesInBrowser(await bundle(), files);
  const [inflate, ours, sheetJs] = READERS.map((name) => times[name]!) as [number, number, number];
  return {
    title,
    columns,
    rows: Object.entries(times).map(([name, ms]) => [name, ms.toFixed(2), (ms / inflate).toFixed(1)]),
    gates: [
      { what: "this reader beside inflating", ratio: ours / inflate, most: 3 },
      { what: "@e965/xlsx beside this reader", ratio: sheetJs / ours, least: 4 },
    ],
  };
}

/** The worker's script as one text. */
async function bundle(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "bench-bundle-"));
  const compiler = webpack({
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
          loader: "ts-loader",
          options: {
            transpileOnly: true,
            compilerOptions: { module: "ESNext", moduleResolution: "bundler", noEmit: false },
          },
        },
      ],
    },
  });
  try {
    await new Promise<void>((resolve, reject) =>
      compiler.run((error, stats) =>
        error || stats?.hasErrors() ? reject(error ?? new Error(stats?.toString())) : resolve(),
      ),
    );
    return readFileSync(join(folder, "worker.js"), "utf8");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Each reader in a worker of its own, as the pane has it: no other's garbage in the way. They take turns, round by round. */
async function timesInBrowser(script: string, files: readonly Uint8Array[]): Promise<BrowserTimes> {
  const browser = await chromium.launch({ executablePath: BROWSER, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    const texts = files.map((bytes) => Buffer.from(bytes).toString("base64"));
    const times = new Map<string, number[]>(READERS.map((name) => [name, []]));
    for (let round = 0; round < ROUNDS; round++) {
      for (const [name, list] of times)
        list.push(await page.evaluate(timeInWorker, [script, name, texts] as const));
    }
    return Object.fromEntries([...times].map(([name, list]) => [name, median(list)]));
  } finally {
    await browser.close();
  }
}

/** Runs in the page. */
function timeInWorker([script, name, texts]: readonly [string, string, string[]]): Promise<number> {
  return new Promise((resolve, reject) => {
    const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
    const worker = new Worker(url);
    worker.onmessage = ({ data }: MessageEvent<number>) => {
      worker.terminate();
      resolve(data);
    };
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage([name, texts]);
  });
}
