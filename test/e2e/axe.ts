/** axe in the real browser, where colours and sizes are what people see. */
import { readFileSync } from "node:fs";
import type axe from "axe-core";
import type { Page } from "playwright-core";

const SOURCE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** The rule and the place of everything that axe finds in the pane. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const frame = page.frames().find((each) => /taskpane/.test(each.url()));
  if (!frame) throw new Error("The pane is not on the page.");
  // Put in as the debugger does: the pane's policy lets no page do so.
  if (await frame.evaluate(() => !("axe" in window))) await frame.evaluate(SOURCE);
  await frame.waitForSelector('main[aria-busy="false"]');
  await frame.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  // A colour on its way to another is none that a person reads by.
  await frame.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity)
        .map(({ finished }) => finished),
    ).then(() => undefined),
  );
  const { violations } = await frame.evaluate(() =>
    (window as unknown as { axe: typeof axe }).axe.run({ resultTypes: ["violations"] }),
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
}
