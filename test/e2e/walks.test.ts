/**
 * What an office does with the pane, from the first look to the finished report, at the size that Excel gives it.
 * Every step is one that a person sees; SCREENSHOTS=folder keeps a picture of each station.
 */
import { mkdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { unzipSync } from "fflate";
import type { Browser, Download, Page } from "playwright-core";
import type { Locale } from "../../src/locales";
import { sayInReport } from "../../src/locales/report-words";
import { writeXlsx } from "../../src/files/write/write-xlsx";
import { faultyCounty } from "../../src/samples/faulty-county";
import { sampleSubmissions } from "../../src/samples/sample-county";
import { countyOf2019 } from "../../src/samples/sample-files";
import { ANNUAL_REPORT } from "../report/text/annual-report";
import { accessibilityFaults } from "./axe";
import { launchBrowser } from "./browser";
import { Demo, startDemo, type GivenFile, type RunningDemo } from "./demo";
import { aFirstVisit } from "./first-visit";

/** The first build takes half a minute, more on a busy machine. */
jest.setTimeout(300_000);

const FOLDER = process.env["SCREENSHOTS"];
/** The pane is 350 × 600; above it stands the demo's title. */
const VIEWPORT = { width: 1400, height: 636 };

let server: RunningDemo;
let browser: Browser;
const faults: string[] = [];

beforeAll(async () => {
  if (FOLDER) mkdirSync(FOLDER, { recursive: true });
  [server, browser] = await Promise.all([startDemo(), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  server?.stop();
});

afterEach(() => expect(faults.splice(0)).toEqual([]));

/** A person before the open pane: what they press is counted. */
class Walk {
  clicks = 0;
  private readonly demo: Demo;

  private constructor(readonly page: Page) {
    this.demo = new Demo(page);
  }

  static async begin(language: Locale = "zh-CN"): Promise<Walk> {
    const page = await browser.newPage({ viewport: VIEWPORT, locale: language });
    await page.addInitScript(excelSpeaks, language);
    page.setDefaultTimeout(60_000);
    page.on("pageerror", (error) => faults.push(String(error)));
    await page.goto(server.url);
    const walk = new Walk(page);
    const files = { "zh-CN": "选择文件", "en-US": "Choose files" }[language];
    await walk.demo.pane.getByRole("button", { name: files, exact: true }).waitFor();
    return walk;
  }

  get pane() {
    return this.demo.pane;
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
    await this.demo.giveFiles(files);
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

  /** Opens another of the demo's workbooks. */
  async open(name: string): Promise<void> {
    await this.page.getByLabel("打开另一个工作簿：").selectOption(name);
  }

  /** Where a person stops to look: nothing keeps anybody from using it, colours and sizes among the rest. */
  async picture(name: string): Promise<void> {
    expect(await accessibilityFaults(this.page)).toEqual([]);
    expect(await this.pane.locator("html").evaluate(longerThanItsWindow)).toBe(false);
    if (FOLDER) await this.page.locator("iframe.pane").screenshot({ path: join(FOLDER, `${name}.png`) });
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

let written: readonly GivenFile[] | undefined;
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

const sent = (): readonly GivenFile[] =>
  (written ??= sampleSubmissions(2020).map(({ name, plan }) => ({ name, content: writeXlsx(plan) })));
const sentBy = (...units: string[]): GivenFile[] =>
  sent().filter(({ name }) => units.some((unit) => name.startsWith(unit)));
let slipped: readonly GivenFile[] | undefined;
const faulty = (): readonly GivenFile[] =>
  (slipped ??= faultyCounty().files.map((file) => ({
    name: file.name,
    content: "plan" in file ? writeXlsx(file.plan) : file.bytes,
  })));
const county2019 = (): GivenFile => ({
  name: "2019年度汇总.xlsx",
  content: writeXlsx(countyOf2019(sayInReport("zh-CN"))),
});

it("(a) first run: the sample county in three clicks", async () => {
  const walk = await Walk.begin();
  await walk.picture("01-start");
  await walk.press("试用示例县");
  await walk.see("22/22");
  await walk.picture("02-all-reported");
  await walk.next("一键汇总");
  await walk.see(/汇总完成/);
  await walk.picture("03-written");
  await walk.next("完成");
  expect(walk.clicks).toBe(3);
  expect(await walk.total("汇总02 五老队伍", "0201")).toBe("2503");
  await walk.end();
});

it("(b) twenty-two good files to the report: four clicks and the file choice", async () => {
  const walk = await Walk.begin();
  await walk.give(...sent());
  await walk.see("22/22");
  await walk.next("一键汇总");
  await walk.see(/汇总完成/);
  await walk.next("完成");
  await walk.next("下一步：报告");
  await walk.see("年度报告");
  const report = await walk.saved("存成 Word");
  expect(report.suggestedFilename()).toMatch(/总结\.docx$/);
  expect(walk.clicks).toBe(4);
  await walk.end();
});

it("(c) faulty files: find, jump, repair, explain, return, take the corrected file, consolidate", async () => {
  const walk = await Walk.begin();
  await walk.give(...faulty(), county2019());
  await walk.press("作为上年数，用来比较");
  await walk.see(/还差 \d 个/);
  await walk.picture("04-board");
  await walk.next(/下一步：审核/);
  await walk.picture("05-findings");
  await walk.pane.getByRole("searchbox").fill("市教育局");
  await walk.press(/^市教育局/);
  await walk.press(/^到 关工09!E9/);
  await walk.sheet("【查看】市教育局 关工09");
  await walk.picture("06-at-the-cell");
  await walk.press("关闭查看");
  await walk.press("采用");
  await walk.see("已按建议修改");
  await walk.press("写说明");
  await walk.pane.getByRole("textbox", { name: /说明/ }).fill("已与学校核对，属实。");
  await walk.press("保存说明");
  await walk.see("已与学校核对，属实。");
  await walk.picture("07-repaired");
  await walk.pane.getByRole("searchbox").fill("");
  const zip = await walk.saved("生成全部退回材料");
  const returned = Object.keys(unzipSync(await readFile(await zip.path())));
  expect(returned).toContain("退回清单.txt");
  expect(returned.filter((name) => name.endsWith("（标注）.xlsx")).length).toBeGreaterThan(5);
  await walk.press(/^\d 收表/);
  await walk.see(/已退回/);
  await walk.pane
    .getByText(/已退回/)
    .first()
    .evaluate((line) => line.scrollIntoView({ block: "center" }));
  await walk.picture("08-returned");
  await walk.give(...sentBy("市法院"));
  await walk.press(/^\d 汇总/);
  await walk.next("一键汇总");
  await walk.see(/汇总完成/);
  await walk.end();
});

it("(d) next week: the county workbook goes on, with two late files", async () => {
  const first = await Walk.begin();
  await first.give(...sent().filter(({ name }) => !/^(台上镇|青石镇)/.test(name)));
  await first.see("20/22");
  await first.next("一键汇总");
  await first.see(/汇总完成/);
  await first.next("完成");
  await first.reopen();
  await first.see(/“打开的工作簿”是 2020 年度的汇总工作簿/);
  await first.picture("10-next-week");
  await first.press("接着上次做");
  await first.see("20/22");
  await first.give(...sentBy("台上镇", "青石镇"));
  await first.see("22/22");
  await first.next("一键汇总");
  await first.see(/汇总完成/);
  expect(await first.total("汇总02 五老队伍", "0201")).toBe("2503");
  await first.end();
});

it("(e) 稿件核对 marks the one sentence that says 29 %", async () => {
  const walk = await Walk.begin();
  await walk.give(...sent());
  await walk.see("22/22");
  await walk.press(/^\d 报告/);
  await walk.pane.getByRole("textbox", { name: "稿件文字" }).fill(ANNUAL_REPORT);
  await walk.pane.getByRole("button", { name: "核对", exact: true }).click();
  const found = walk.pane.getByRole("region", { name: "核对结果" });
  await found.getByText("29%").first().waitFor();
  await found.evaluate((region) => region.scrollIntoView({ block: "start" }));
  await walk.picture("09-text-check");
  await walk.end();
});

it("(f) a township checks its own workbook before sending", async () => {
  const walk = await Walk.begin();
  await walk.open("台上镇.xlsx");
  await walk.press("审核打开的工作簿");
  await walk.see("这份报表可以报送了。");
  await walk.picture("11-self-check");
  await walk.end();
});

/** The 退回单 in the zip, with this answer to its first point of what is to be explained. */
async function answered(zip: Download, unit: string, answer: string): Promise<GivenFile> {
  const name = `退回单（${unit}）.xlsx`;
  const files = unzipSync(await readFile(await zip.path()));
  const form = new ExcelJS.Workbook();
  await form.xlsx.load(files[`${unit}/${name}`]!.slice().buffer as ArrayBuffer);
  const [sheet] = form.worksheets;
  const heading = [...Array(sheet!.rowCount).keys()].find((row) =>
    /^请核实/.test(sheet!.getCell(row + 1, 1).text),
  )!;
  sheet!.getCell(heading + 2, 6).value = answer;
  return { name, content: new Uint8Array(await form.xlsx.writeBuffer()) };
}

it("(g) what was returned comes back answered, and next week it is still known who was returned", async () => {
  const walk = await Walk.begin();
  await walk.give(...faulty(), county2019());
  await walk.press("作为上年数，用来比较");
  await walk.see(/还差 \d 个/);
  await walk.next(/下一步：审核/);
  const zip = await walk.saved("生成全部退回材料");
  await walk.press(/^\d 收表/);
  await walk.give(await answered(zip, "市法院", "已与法院核对，属实。"), ...sentBy("市检察院"));
  await walk.see("市法院：答复了 1 处。");
  await walk.picture("12-form-came-back");
  await walk.press("市检察院 已重报");
  await walk.see(/已重报：.*退回的 \d 处都改好了/);
  await walk.press(/^退回的 \d 处，逐条看/);
  await walk.pane
    .getByText(/都改好了/)
    .first()
    .evaluate((line) => line.scrollIntoView({ block: "center" }));
  await walk.picture("13-sent-again");
  await walk.press("去看答复");
  await walk.pane.getByRole("searchbox").fill("市法院");
  await walk.press(/^市法院/);
  await walk.see("单位答复：“已与法院核对，属实。”");
  await walk.pane
    .getByText(/^单位答复/)
    .first()
    .evaluate((line) => line.scrollIntoView({ block: "center" }));
  await walk.picture("14-answer");
  await walk.press(/^把单位的答复采用为说明/);
  await walk.see(/单位在退回单里说明：已与法院核对，属实。/);
  await walk.press(/^\d 汇总/);
  await walk.next("一键汇总");
  await walk.see(/汇总完成/);
  await walk.next("完成");
  await walk.reopen();
  await walk.press("接着上次做");
  await walk.see(/^已退回 \d/);
  await walk.see("市检察院 已重报");
  await walk.pane
    .getByText(/^已退回 \d/)
    .first()
    .evaluate((line) => line.scrollIntoView({ block: "center" }));
  await walk.picture("15-still-returned");
  await walk.end();
});

it("(h) an Excel that speaks English has a pane that does", async () => {
  const walk = await Walk.begin("en-US");
  await walk.press("Try the sample county");
  await walk.see("22/22");
  await walk.next("Consolidate now");
  await walk.see(/Done: \d+ sheets written/);
  expect(await walk.pane.locator("html").getAttribute("lang")).toBe("en-US");
  await walk.end();
});

it("(i) 模板: rules are pasted, tried on reports, adopted, and in use again next time", async () => {
  const walk = await Walk.begin();
  await walk.give(...sentBy("台上镇", "青石镇"));
  await walk.see("2/22");
  await walk.press(/^\d 模板/);
  await walk.see("在用的模板");
  await walk.picture("16-template");
  await walk.press("粘贴一批审核关系");
  await walk.pane
    .getByRole("textbox", { name: "审核关系，一行一条" })
    .fill("1 | 关工02 | 0216*3<=0201\n2 | 关工01 | 0102=0103+");
  await walk.press("加入这些审核关系");
  await walk.see("有 1 行没有看懂，没有加入：");
  await walk.press("试跑新模板");
  await walk.see(/^试了 2 份报表，有 \d 个单位会多报问题/);
  await walk.press(/^1 强制 新加的 五老骨干（0216）× 3 不大于五老志愿者总数（0201）/);
  await walk.pane
    .getByRole("heading", { name: "试跑" })
    .evaluate((heading) => heading.scrollIntoView({ block: "start" }));
  await walk.picture("17-try-out");
  await walk.next("采用这个模板");
  await walk.see(/第 2 版 · 各年度都用 · 加进了审核关系/);
  await walk.alsoInTheDark();
  await walk.reopen();
  await walk.see(/^现在用的是 .*采用的模板：关心下一代工作情况统计表，第 2 版。$/);
  await walk.picture("18-template-again");
  await walk.end();
});

describe("a first visit to the demo", () => aFirstVisit(() => ({ server, browser })));
