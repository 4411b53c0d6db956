/** What every file of tests in a browser begins with. Every wait has an end, and nothing is left running. */
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { oneLine, within } from "../tooling/within";
import type { Mode } from "../workbench/build";
import { launchBrowser } from "./browser";
import { startDemo, type RunningDemo } from "./demo";

/** The first build takes 20 seconds, minutes where other tests keep the machine busy. */
const LONGEST_START_MS = 620_000;
const LONGEST_TEST_MS = 240_000;
const LONGEST_STEP_MS = 60_000;

export interface DemoInBrowser {
  readonly url: string;
  newPage(options: BrowserContextOptions): Promise<Page>;
  /** A test: it fails at once, with one line, where the browser or a page of it dies. */
  it(title: string, steps: () => Promise<void>): void;
}

/**
 * Starts the demo and a browser before the tests of a file, and ends both after them.
 * @param pane as it ships, or as `npm run demo` shows it
 */
export function demoInBrowser(pane: Mode = "production"): DemoInBrowser {
  let demo: RunningDemo;
  let watched: WatchedBrowser;
  const pageErrors: string[] = [];
  /** What a page asked of others than this machine. */
  const asked: string[] = [];

  beforeAll(async () => {
    const [server, browser] = await Promise.allSettled([startDemo(pane), launchBrowser()]);
    if (browser.status === "fulfilled") watched = await WatchedBrowser.of(browser.value);
    if (server.status === "rejected") throw server.reason;
    demo = server.value;
    if (browser.status === "rejected") throw browser.reason;
  }, LONGEST_START_MS);

  afterEach(() => {
    expect(pageErrors.splice(0)).toEqual([]);
    expect(asked.splice(0)).toEqual([]);
  });

  afterAll(() => Promise.all([watched?.close(), demo?.stop()]), LONGEST_STEP_MS);

  return {
    get url() {
      return demo.url;
    },
    async newPage(options) {
      const page = await watched.newPage(options);
      page.on("pageerror", (error) => pageErrors.push(String(error)));
      page.on("request", (request) => {
        const url = request.url();
        if (!url.startsWith(demo.url) && !/^(data|blob):/.test(url)) asked.push(url);
      });
      return page;
    },
    it(title, steps) {
      it(title, () => watched.during(steps), LONGEST_TEST_MS);
    },
  };
}

export class WatchedBrowser {
  private readonly died: Promise<never>;
  private fail: (error: Error) => void = () => undefined;

  private constructor(
    private readonly browser: Browser,
    readonly pid: number | undefined,
  ) {
    this.died = new Promise((_, reject) => (this.fail = reject));
    // Nobody may be waiting when it happens; the next test says it.
    this.died.catch(() => undefined);
    browser.once("disconnected", () => this.fail(oneLine("The browser died.")));
  }

  static async of(browser: Browser): Promise<WatchedBrowser> {
    return new WatchedBrowser(browser, await processOf(browser));
  }

  async newPage(options: BrowserContextOptions): Promise<Page> {
    const page = await this.browser.newPage(options);
    page.setDefaultTimeout(LONGEST_STEP_MS);
    page.once("crash", () => this.fail(oneLine("A page of the browser crashed.")));
    return page;
  }

  during(steps: () => Promise<void>): Promise<void> {
    return Promise.race([this.died, steps()]);
  }

  /** Asks the browser to end; kills it where it does not. */
  async close(): Promise<void> {
    const closed = this.browser.close();
    await within(15, "the end of the browser", closed).catch(() => {
      if (this.pid !== undefined) process.kill(this.pid, "SIGKILL");
    });
  }
}

async function processOf(browser: Browser): Promise<number | undefined> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  return processInfo.find(({ type }) => type === "browser")?.id;
}
