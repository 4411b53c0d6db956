/**
 * The pane as it ships, in Chromium on this machine: from navigation to a 收表 station that can be used, each time with a
 * cold cache and without office.js; and the longest task that keeps the page from answering while 22 files are read.
 */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { say } from "../../src/locales";
import { launchBrowser } from "../e2e/browser";
import { buildWorkbench } from "../workbench/build";
import { startServer } from "../workbench/server";
import { median, type Report } from "./measure";
import { sampleFiles } from "./submissions";

/** Milliseconds that a clerk may wait for the pane, and that it may keep him waiting while it works. */
const LONGEST_START = 500;
export const LONGEST_TASK = 50;
/** The size of a pane in Excel. */
const VIEWPORT = { width: 350, height: 600 };
const CHOOSE = say("zh-CN", "pane.collect.files");
const NONE_REPORTED = say("zh-CN", "pane.state.collect", { reported: 0, expected: 22 });
const ALL_REPORTED = say("zh-CN", "pane.collect.complete");

export async function benchPane(rounds = 9): Promise<Report> {
  const { files, writer } = sampleFiles();
  const folder = mkdtempSync(join(tmpdir(), "bench-pane-"));
  try {
    const site = join(folder, "site");
    await buildPane(site);
    const paths = files.map((_, i) => join(folder, `${i}.xlsx`));
    paths.forEach((path, i) => writeFileSync(path, files[i]!));
    const { starts, tasks, reading } = await measured(site, paths, rounds);
    const longest = median(tasks);
    return {
      title: `The pane in Chromium, ${VIEWPORT.width} × ${VIEWPORT.height}, on a server of this machine`,
      columns: ["", "ms"],
      rows: [
        [
          `from navigation to 收表 (cold cache, without office.js, median of ${rounds})`,
          median(starts).toFixed(0),
        ],
        [
          `${files.length} files saved by ${writer}, chosen to shown (median of ${tasks.length})`,
          median(reading).toFixed(0),
        ],
        [
          "longest task on the main thread meanwhile (median likewise)",
          longest === 0 ? "under 50" : longest.toFixed(0),
        ],
      ],
      gates: [
        { what: "milliseconds to a usable 收表", ratio: median(starts), most: LONGEST_START },
        { what: "milliseconds of the longest task", ratio: longest, most: LONGEST_TASK },
      ],
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The pane as it ships, with an office.js that is empty: then it takes the browser for its host. */
export async function buildPane(folder: string): Promise<void> {
  cpSync(join(await buildWorkbench("production"), "pane"), folder, { recursive: true });
  writeFileSync(join(folder, "office-js/office.js"), "");
}

interface Measured {
  readonly starts: readonly number[];
  /** The longest of each run, 0 where none took 50 milliseconds. */
  readonly tasks: readonly number[];
  readonly reading: readonly number[];
}

async function measured(site: string, paths: readonly string[], rounds: number): Promise<Measured> {
  const server = await startServer(site);
  const browser = await launchBrowser();
  const result = { starts: [] as number[], tasks: [] as number[], reading: [] as number[] };
  try {
    for (let round = 0; round < rounds; round++) {
      await inFreshPage(browser, async (page) => {
        result.starts.push(await timeToStart(page, `${server.url}taskpane.html`));
        if (round >= 3) return;
        const { longest, milliseconds } = await readFiles(page, paths);
        result.tasks.push(longest);
        result.reading.push(milliseconds);
      });
    }
    return result;
  } finally {
    await browser.close();
    await server.close();
  }
}

/** A context of its own has an empty cache. */
export async function inFreshPage(browser: Browser, use: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: VIEWPORT, locale: "zh-CN" });
  try {
    const page = await context.newPage();
    // tsx marks functions with their names by a helper that the page does not have.
    await page.addInitScript("globalThis.__name = (named) => named");
    await page.addInitScript(watch, [CHOOSE, NONE_REPORTED] as const);
    await use(page);
  } finally {
    await context.close();
  }
}

interface Watched {
  /** When the station could be used, in milliseconds after navigation. */
  usable?: number;
  readonly tasks: { readonly start: number; readonly duration: number }[];
}

/**
 * Runs in the page before its own scripts: notes when the button to choose files can be pressed and the worker has said
 * who has reported, and every long task.
 */
function watch([label, state]: readonly [string, string]): void {
  const watched: Watched = { tasks: [] };
  Object.assign(window, { watched });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      watched.tasks.push({ start: startTime, duration });
  }).observe({ type: "longtask", buffered: true });
  const look = (): void => {
    const buttons = [...document.querySelectorAll("button")];
    const isOpen = buttons.some(
      (button) => button.textContent?.trim() === label && !button.disabled && button.offsetHeight > 0,
    );
    if (isOpen && document.body.textContent?.includes(state)) watched.usable = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

export async function timeToStart(page: Page, url: string): Promise<number> {
  await page.goto(url);
  await page.waitForFunction(() => (window as unknown as { watched: Watched }).watched.usable !== undefined);
  return page.evaluate(() => (window as unknown as { watched: Watched }).watched.usable!);
}

async function readFiles(
  page: Page,
  paths: readonly string[],
): Promise<{ longest: number; milliseconds: number }> {
  const start = await page.evaluate(() => performance.now());
  await page.locator(`input[type="file"][aria-label="${CHOOSE}"]`).setInputFiles([...paths]);
  await page.waitForFunction((words) => document.body.textContent?.includes(words), ALL_REPORTED, {
    polling: 50,
  });
  return page.evaluate((from) => {
    const { tasks } = (window as unknown as { watched: Watched }).watched;
    const during = tasks.filter((task) => task.start >= from).map(({ duration }) => duration);
    return { longest: Math.max(0, ...during), milliseconds: performance.now() - from };
  }, start);
}
