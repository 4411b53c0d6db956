import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Download, Page } from "playwright-core";
import type { Locale } from "../../src/locales";
import { accessibilityFaults } from "./axe";
import type { DemoInBrowser } from "./browser-test";
import { Demo, giveFiles, type GivenFile } from "./demo";

const FOLDER = process.env["SCREENSHOTS"];
/** The pane is 350 × 600; above it is the demo's title. */
const VIEWPORT = { width: 1400, height: 636 };
const PANE = { width: 350, height: 600 };

/**
 * A person before the open pane: what they press is counted. SCREENSHOTS=folder keeps a picture of each station.
 */
export class Walk {
  clicks = 0;
  readonly demo: Demo;

  private constructor(
    readonly page: Page,
    private readonly alone: Page | null = null,
  ) {
    this.demo = new Demo(page);
  }

  static async begin(demo: DemoInBrowser, language: Locale = "zh-CN"): Promise<Walk> {
    const page = await demo.newPage({ viewport: VIEWPORT, locale: language });
    await page.addInitScript(excelSpeaks, language);
    await page.goto(demo.url);
    const walk = new Walk(page);
    const files = { "zh-CN": "选择文件", "en-US": "Choose files" }[language];
    await walk.demo.pane.getByRole("button", { name: files, exact: true }).waitFor();
    return walk;
  }

  /** The pane alone, in a plain browser. */
  static async withoutExcel(demo: DemoInBrowser): Promise<Walk> {
    const page = await demo.newPage({ viewport: PANE, locale: "zh-CN" });
    await page.goto(new URL("pane/taskpane.html", demo.url).href);
    const walk = new Walk(page, page);
    await walk.pane.getByRole("button", { name: "选择文件", exact: true }).waitFor();
    return walk;
  }

  /** Where the pane is: the page itself, or a frame of it. */
  get pane() {
    return this.alone ?? this.demo.pane;
  }

  async press(name: string | RegExp): Promise<void> {
    this.clicks++;
    await this.pane.getByRole("button", { name }).first().click();
  }

  /** Goes by the one next step that the pane offers below. */
  async next(name: string | RegExp): Promise<void> {
    this.clicks++;
    await this.pane.getByRole("contentinfo").getByRole("button", { name }).click();
  }

  /** The file dialogue is not counted: everybody knows it. */
  async give(...files: readonly GivenFile[]): Promise<void> {
    await giveFiles(this.pane.locator('input[type="file"]').first(), files);
  }

  /** Chooses files in the dialogue behind a button. */
  async choose(label: string, ...files: readonly GivenFile[]): Promise<void> {
    await giveFiles(this.pane.getByLabel(label, { exact: true }).and(this.pane.locator("input")), files);
  }

  async scrollTo(heading: string): Promise<void> {
    const found = this.pane.getByRole("heading", { name: heading, exact: true }).first();
    await found.evaluate((element) => element.scrollIntoView({ block: "start" }));
  }

  async see(text: string | RegExp): Promise<void> {
    await this.pane.getByText(text).first().waitFor();
  }

  async sheet(name: string): Promise<void> {
    await this.page.getByRole("tab", { name, exact: true, selected: true }).waitFor();
  }

  total(sheet: string, code: string): Promise<string> {
    return this.demo.total(sheet, code);
  }

  /** What pressing it downloads. */
  async saved(name: string | RegExp): Promise<Download> {
    const [download] = await Promise.all([this.page.waitForEvent("download"), this.press(name)]);
    return download;
  }

  /** Presses a button of the add-in above the sheet. */
  async ribbon(label: string): Promise<void> {
    this.clicks++;
    await this.page.getByRole("toolbar", { name: "功能区" }).getByRole("button", { name: label }).click();
  }

  /** Opens another of the demo's workbooks. */
  async open(name: string): Promise<void> {
    await this.page.getByLabel("打开另一个工作簿：").selectOption(name);
  }

  /** Where a person stops to look: nothing keeps anybody from using it, colours and sizes among the rest. */
  async picture(name: string): Promise<void> {
    expect(await accessibilityFaults(this.page)).toEqual([]);
    expect(await this.pane.locator("html").evaluate(longerThanItsWindow)).toBe(false);
    if (FOLDER === undefined) return;
    mkdirSync(FOLDER, { recursive: true });
    const path = join(FOLDER, `${name}.png`);
    await (this.alone ?? this.page.locator("iframe.pane")).screenshot({ path });
  }

  /** The workbook with the pane beside it. */
  async wholePage(name: string): Promise<void> {
    if (FOLDER !== undefined) await this.page.screenshot({ path: join(FOLDER, `${name}.png`) });
  }

  /** Words are read in the dark as well. */
  async alsoInTheDark(): Promise<void> {
    await this.page.emulateMedia({ colorScheme: "dark" });
    expect(await accessibilityFaults(this.page)).toEqual([]);
    await this.page.emulateMedia({ colorScheme: "light" });
  }

  /** Closes the pane and opens it again beside the same workbook. */
  async reopen(): Promise<void> {
    await this.page.locator("iframe.pane").evaluate((frame) => {
      const iframe = frame as HTMLIFrameElement;
      iframe.src = iframe.src.replace(/#.*$/, "");
    });
  }

  async end(): Promise<void> {
    await this.page.close();
  }
}

/** In the page: the simulated Excel has this language as soon as it is there. */
function excelSpeaks(language: string): void {
  let excel: { language: string } | undefined;
  Object.defineProperty(window, "simulatedExcel", {
    get: () => excel,
    set: (made: { language: string }) => (excel = Object.assign(made, { language })),
  });
}

/** In the pane: only the station scrolls, or header and next step would go out of sight. */
function longerThanItsWindow(page: HTMLElement): boolean {
  return page.scrollHeight > page.clientHeight;
}
