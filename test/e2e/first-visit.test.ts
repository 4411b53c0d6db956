/**
 * The steps of one visit to the demo, in their order.
 * @jest-environment ./test/e2e/environment.cjs
 */
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { nodeInflate } from "../../src/files/read/node-inflate";
import { readTextDocument } from "../../src/files/read/text-document";
import { xlsxWriter } from "../../src/files/write/write-xlsx";
import { sampleSubmissions } from "../../src/samples/sample-county";
import type { WorkbookPlan } from "../../src/workbook/plan";
import { ANNUAL_REPORT } from "../fact-check/annual-report";
import { demoInBrowser, LONGEST_STEP_MS } from "./browser-test";
import { Demo } from "./demo";

const visit = demoInBrowser("development");
let page: Page;
let demo: Demo;
const requests: string[] = [];

beforeAll(async () => {
  page = await visit.newPage({ viewport: { width: 1500, height: 900 } });
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(visit.url);
  demo = new Demo(page);
}, LONGEST_STEP_MS);

visit.it("shows a workbook that nobody can take for Microsoft's", async () => {
  await page.getByRole("heading", { name: "模拟的 Excel（不是 Microsoft Excel）" }).waitFor();
  expect(await page.getByRole("tab").allInnerTexts()).toEqual(["Sheet1"]);
});

visit.it("reads the sample county with one click and consolidates it with another", async () => {
  await demo.click("试用示例县");
  await demo.pane.getByText("22/22").first().waitFor();
  await demo.click("一键汇总");
  await page.getByRole("tab", { name: "图表", exact: true }).waitFor();
  await demo.pane
    .getByText(/汇总完成/)
    .first()
    .waitFor();
});

visit.it("fills the grid with the county's published figures", async () => {
  const shown = {
    organisations: await demo.total("汇总01 组织建设", "0102"),
    fiveGood: await demo.total("汇总01 组织建设", "0112"),
    fiveGoodRate: await demo.total("汇总01 组织建设", "0113"),
    volunteers: await demo.total("汇总02 五老队伍", "0201"),
    backbone: await demo.total("汇总02 五老队伍", "0216"),
    donations: await demo.total("汇总07 关爱帮扶与捐助", "0701"),
  };
  expect(shown).toEqual({
    organisations: "218",
    fiveGood: "176",
    fiveGoodRate: "80.7",
    volunteers: "2503",
    backbone: "802",
    donations: "356,000",
  });
});

visit.it("draws the charts", async () => {
  await demo.showSheet("图表");
  const titles = await demo.chartTitles();
  expect(titles).toContain("各单位关工委组织数（个）");
  expect(await demo.chartPictures()).toHaveLength(titles.length);
});

visit.it("leads from a number of the report to its cell, and saves the report for Word", async () => {
  await demo.click(/^\d 报告/);
  await demo.click("2503人");
  await demo.click("到 汇总02 五老队伍!E7");
  await page.getByRole("tab", { name: "汇总02 五老队伍", selected: true }).waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), demo.click("存成 Word")]);
  expect(download.suggestedFilename()).toBe("集安市2020年关心下一代工作总结.docx");
  const written = readTextDocument(await readFile(await download.path()), { inflate: nodeInflate });
  expect(written).toContain("五老志愿者2503人，比上年增加135人；其中五老骨干802人，占32.0%。");
  await demo.showSheet("图表");
});

visit.it("finds the one sentence of an edited report that says 29 %", async () => {
  await demo.pane.getByRole("textbox", { name: "稿件文字" }).fill(ANNUAL_REPORT);
  await demo.pane.getByRole("button", { name: "核对", exact: true }).click();
  const found = demo.pane.getByRole("region", { name: "核对结果" });
  await found.getByText("不符 1 处，请改正").waitFor();
  expect(await found.getByRole("listitem").first().innerText()).toMatch(/29%\s+应为 32\.0%/);
  await demo.click(/^\d 汇总/);
});

visit.it("follows a changed report in total and chart when it is consolidated again", async () => {
  const before = await demo.chartPictures();
  await demo.click("完成");
  await demo.click(/^\d 收表/);
  await demo.giveFiles([{ name: "台上镇.xlsx", content: reportOf("台上镇", "0112", (value) => value - 1) }]);
  await demo.pane.getByText("22/22").first().waitFor();
  await demo.click(/^\d 汇总/);
  await demo.click("一键汇总");
  await demo.pane
    .getByText(/汇总完成/)
    .first()
    .waitFor();
  expect(await demo.total("汇总01 组织建设", "0112")).toBe("175");
  await demo.showSheet("图表");
  const after = await demo.chartPictures();
  expect(after).toHaveLength(before.length);
  expect(after).not.toEqual(before);
});

visit.it("never reached beyond this machine, and nothing went wrong on the page", async () => {
  expect(requests.filter((url) => !url.startsWith(visit.url) && !/^(data|blob):/.test(url))).toEqual([]);
  expect(requests.length).toBeGreaterThan(10);
});

/** The sample report of a unit with one number changed. */
function reportOf(unit: string, code: string, change: (value: number) => number): Uint8Array {
  const { plan } = sampleSubmissions(2020).find(({ name }) => name === `${unit}.xlsx`)!;
  return xlsxWriter.write(withChangedLine(plan, code, change));
}

function withChangedLine(plan: WorkbookPlan, code: string, change: (value: number) => number): WorkbookPlan {
  const sheets = plan.sheets.map((sheet) => {
    const line = sheet.cells.find(({ value }) => value === code);
    const target = sheet.cells.find(
      ({ row, column, value, formula }) =>
        row === line?.row && column > line.column && typeof value === "number" && formula === undefined,
    );
    if (!target) return sheet;
    const cells = sheet.cells.map((cell) =>
      cell === target ? { ...cell, value: change(Number(cell.value)) } : cell,
    );
    return { ...sheet, cells };
  });
  return { ...plan, sheets };
}
