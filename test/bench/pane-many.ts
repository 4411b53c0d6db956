/**
 * The pane as it ships, with 300 faulty files: how long reading takes, what keeps the page from answering meanwhile, on the
 * board, among the findings, after a decision, and how soon a cancel is heard.
 */
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { say } from "../../src/locales";
import { launchBrowser } from "../e2e/browser";
import { startServer } from "../workbench/server";
import { SUBMISSIONS, TEMPLATE, writeBuiltInCounty } from "./generate-county";
import type { Report } from "./measure";
import { buildPane, inFreshPage, LONGEST_TASK, timeToStart } from "./pane";

const COUNT = 300;
/** Milliseconds until a person sees that a cancel was heard. */
const CANCEL = 100;
const words = (key: Parameters<typeof say>[1], params = {}): string => say("zh-CN", key, params);

interface Step {
  readonly what: string;
  readonly took: number;
  /** 0 where none took 50 milliseconds. */
  readonly longestTask: number;
}

export async function benchPaneMany(): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), "bench-pane-many-"));
  try {
    writeBuiltInCounty(COUNT, folder, { faulty: true });
    const site = join(folder, "site");
    await buildPane(site);
    const { steps, findings, cancelled } = await measured(site, folder);
    const longest = Math.max(...steps.map(({ longestTask }) => longestTask));
    return {
      title: `The pane in Chromium with ${COUNT} files and ${findings} findings`,
      columns: ["", "ms", "longest task, ms"],
      rows: [
        ...steps.map(({ what, took, longestTask }) => [
          what,
          took.toFixed(0),
          longestTask === 0 ? "under 50" : longestTask.toFixed(0),
        ]),
        ["cancel while reading, pressed to answered", cancelled.toFixed(0), ""],
      ],
      gates: [
        { what: "milliseconds of the longest task", ratio: longest, most: LONGEST_TASK },
        { what: "milliseconds until a cancel is answered", ratio: cancelled, most: CANCEL },
      ],
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Measured {
  readonly steps: readonly Step[];
  readonly findings: number;
  readonly cancelled: number;
}

async function measured(site: string, folder: string): Promise<Measured> {
  const server = await startServer(site);
  const browser = await launchBrowser();
  const files = readdirSync(join(folder, SUBMISSIONS)).map((name) => join(folder, SUBMISSIONS, name));
  const result = { steps: [] as Step[], findings: 0, cancelled: 0 };
  try {
    await inFreshPage(browser, async (page) => {
      const step = async (what: string, action: () => Promise<unknown>): Promise<void> => {
        result.steps.push({ what, ...(await timed(page, action)) });
      };
      page.setDefaultTimeout(120_000);
      await timeToStart(page, `${server.url}taskpane.html`);
      await adopt(page, join(folder, TEMPLATE));
      const give = (): Promise<void> =>
        page
          .locator(`input[type="file"][aria-label="${words("pane.collect.files")}"]`)
          .first()
          .setInputFiles(files);
      await step(`${COUNT} files, chosen to shown`, async () => {
        await give();
        await hasText(page, words("pane.state.collect", { reported: COUNT, expected: COUNT }));
        await isIdle(page);
      });
      await step("the board, from top to end", () => scrollThrough(page));
      await step("to the findings", async () => {
        await station(page, "check");
        await page.locator("[data-finding]").first().waitFor();
      });
      result.findings = await countFindings(page);
      await step("findings by weight", async () => {
        await page.getByLabel(words("pane.check.grouping")).selectOption("weight");
        await page.locator('[data-group="mustFix"] [data-finding]').first().waitFor();
      });
      await step("findings, scrolled for 5 seconds", () => scrollThrough(page));
      await step("a text that is searched for, typed to shown", async () => {
        await page.getByLabel(words("pane.check.search"), { exact: true }).fill("0308");
        await page.waitForTimeout(1000);
        await page.getByLabel(words("pane.check.search"), { exact: true }).fill("");
        await page.waitForTimeout(1000);
      });
      await step("a figure by telephone, pressed to answered", await enter(page));
      await step("back to the board", async () => {
        await station(page, "collect");
        await page.getByRole("button", { name: words("pane.collect.addFiles"), exact: true }).waitFor();
      });
      await give();
      await page.getByRole("button", { name: words("pane.cancel"), exact: true }).waitFor();
      await page.waitForTimeout(1000);
      result.cancelled = await page.evaluate(pressAndWait, words("pane.cancel"));
      await isIdle(page);
    });
    return result;
  } finally {
    await browser.close();
    await server.close();
  }
}

async function adopt(page: Page, template: string): Promise<void> {
  await station(page, "template");
  await page.locator(`input[aria-label="${words("pane.template.check.file")}"]`).setInputFiles(template);
  await page.getByRole("button", { name: words("pane.step.adopt") }).click();
  await hasText(page, words("pane.state.collect", { reported: 0, expected: COUNT }));
  await isIdle(page);
  await station(page, "collect");
  await page.getByRole("button", { name: words("pane.collect.files"), exact: true }).waitFor();
}

async function station(page: Page, name: "template" | "collect" | "check"): Promise<void> {
  const bar = page.getByRole("navigation", { name: words("pane.stations") });
  const named = new RegExp(`^(\\d )?${words(`pane.station.${name}`)}`);
  await bar.getByRole("button", { name: named }).click();
}

/** Opens the place for a figure that a unit gave by telephone; what is measured is what comes of it. */
async function enter(page: Page): Promise<() => Promise<void>> {
  await page
    .getByRole("button", { name: words("pane.decide.enter") })
    .first()
    .click();
  await page.getByLabel(words("pane.decide.enter.value")).first().fill("13");
  await page.getByLabel(words("pane.decide.enter.who")).first().fill("李主任");
  return async () => {
    await page
      .getByRole("button", { name: words("pane.decide.enter.save"), exact: true })
      .first()
      .click();
    await page.waitForTimeout(50);
    await isIdle(page);
  };
}

async function hasText(page: Page, text: string): Promise<void> {
  await page.waitForFunction((wanted) => document.body.textContent?.includes(wanted), text, { polling: 50 });
}

async function isIdle(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector("main")?.getAttribute("aria-busy") === "false",
    undefined,
    { polling: 50 },
  );
}

/** As the chips above the findings count them. */
async function countFindings(page: Page): Promise<number> {
  const chips = page.getByRole("group", { name: words("pane.check.classes") });
  const numbers = (await chips.innerText()).match(/\d+/g) ?? [];
  return numbers.reduce((sum, each) => sum + Number(each), 0);
}

async function timed(page: Page, action: () => Promise<unknown>): Promise<Omit<Step, "what">> {
  const start = await page.evaluate(() => performance.now());
  await action();
  const took = (await page.evaluate(() => performance.now())) - start;
  // A long task is reported once it is over.
  await page.waitForTimeout(300);
  const longestTask = await page.evaluate((from) => {
    const { tasks } = (window as unknown as { watched: { tasks: { start: number; duration: number }[] } })
      .watched;
    return Math.max(0, ...tasks.filter((task) => task.start >= from).map(({ duration }) => duration));
  }, start);
  return { took, longestTask };
}

/** A wheel's turn with each frame, to the end or for five seconds. */
async function scrollThrough(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const main = document.querySelector("main")!;
        const start = performance.now();
        const turn = (): void => {
          main.scrollBy(0, 120);
          const isEnd = main.scrollTop + main.clientHeight >= main.scrollHeight - 1;
          if (isEnd || performance.now() - start > 5000) resolve();
          else requestAnimationFrame(turn);
        };
        turn();
      }),
  );
}

/** In the page: milliseconds from pressing the button of this name until it is gone, as what is under way ends then. */
function pressAndWait(label: string): Promise<number> {
  const button = [...document.querySelectorAll("button")].find(({ textContent }) => textContent === label)!;
  const start = performance.now();
  button.click();
  return new Promise((resolve) => {
    const look = (): void => {
      if (button.isConnected) requestAnimationFrame(look);
      else resolve(performance.now() - start);
    };
    requestAnimationFrame(look);
  });
}
