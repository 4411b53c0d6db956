/**
 * The pane where it is narrowest: nothing is wider than it, nothing is cut off, and what is above and below leaves room.
 * @jest-environment ./test/e2e/environment.cjs
 */
import type { Page } from "playwright-core";
import { demoInBrowser } from "./browser-test";

const demo = demoInBrowser("development");
/** As Excel shows it, and as narrow as it can be drawn. */
const WIDTHS = [350, 320];
const HEIGHT = 600;
const STATIONS = [1, 2, 3, 4, 5];

demo.it("is whole at 350 and 320 pixels, in both languages, at every station", async () => {
  const faults: string[] = [];
  for (const locale of ["zh-CN", "en-US"]) {
    const page = await demo.newPage({ viewport: { width: WIDTHS[0]!, height: HEIGHT }, locale });
    await page.goto(new URL("pane/taskpane.html", demo.url).href);
    await page
      .getByRole("button", { name: locale === "zh-CN" ? "试用示例县" : "Try the sample county" })
      .click();
    await page.getByText("22/22").first().waitFor();
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: HEIGHT });
      for (const station of STATIONS) {
        await page
          .getByRole("navigation")
          .getByRole("button")
          .nth(station - 1)
          .click();
        await page.locator("main[aria-busy=false]").waitFor();
        const found = await faultsOf(page, width === WIDTHS[0]);
        faults.push(...found.map((fault) => `${locale} ${width} px ${station}: ${fault}`));
      }
    }
    await page.close();
  }
  expect(faults).toEqual([]);
});

/** What is wider than the page, what is cut off, and how much of the height is not the station's. */
function faultsOf(page: Page, isUsual: boolean): Promise<string[]> {
  return page.evaluate((heightToo) => {
    const { innerWidth, innerHeight } = window;
    const said = (element: Element): string =>
      `${element.tagName} ${(element.textContent ?? "").trim().slice(0, 30)}`;
    const faults =
      document.documentElement.scrollWidth > innerWidth ? ["the page is wider than it can be"] : [];
    for (const element of document.querySelectorAll<HTMLElement>("body *")) {
      const style = getComputedStyle(element);
      if (element.offsetParent === null || style.visibility === "hidden") continue;
      const isCut = style.overflowX === "hidden" && element.scrollWidth > element.clientWidth + 1;
      const isScrolled = ["auto", "scroll"].includes(style.overflowX);
      const { left, right, width } = element.getBoundingClientRect();
      const isHidden = width <= 1 || element.closest("[aria-hidden=true]") !== null;
      if (isHidden || isScrolled || element.closest("table[role=grid]")) continue;
      if (isCut && element.clientWidth > 1) faults.push(`cut off: ${said(element)}`);
      if (right > innerWidth + 1 || left < -1) faults.push(`beside the page: ${said(element)}`);
    }
    const { top, bottom } = document.querySelector("main")!.getBoundingClientRect();
    const taken = (top + innerHeight - Math.min(bottom, innerHeight)) / innerHeight;
    if (heightToo && taken > 0.25)
      faults.push(`${Math.round(taken * 100)} % of the height is above and below`);
    return [...new Set(faults)];
  }, isUsual);
}
