/**
 * @jest-environment ./test/e2e/environment.cjs
 */
import { launchBrowser } from "./browser";
import { WatchedBrowser } from "./browser-test";

jest.setTimeout(240_000);

it("fails what waits for it at once, and all that follows, with one line", async () => {
  const browser = await WatchedBrowser.of(await launchBrowser());
  const page = await browser.newPage({});
  const waiting = browser.during(async () => void (await page.waitForSelector("#never", { timeout: 0 })));
  process.kill(browser.pid!, "SIGKILL");
  const error: unknown = await waiting.catch((each: unknown) => each);
  expect((error as Error).stack).toBe("The browser died.");
  await expect(browser.during(async () => undefined)).rejects.toThrow("The browser died.");
  await browser.close();
});

it("is no process any more once it is closed", async () => {
  const browser = await WatchedBrowser.of(await launchBrowser());
  await browser.newPage({});
  await browser.close();
  expect(() => process.kill(browser.pid!, 0)).toThrow("ESRCH");
});
