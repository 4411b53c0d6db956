/**
 * The steps of one first visit to the demo, in their order.
 * @jest-environment ./test/e2e/environment.cjs
 */
import { readFile } from "node:fs/promises";
import { nodeInflate } from "../../src/files/read/node-inflate";
import { readTextDocument } from "../../src/files/read/text-document";
import { xlsxWriter } from "../../src/files/write/write-xlsx";
import { sampleSubmissions } from "../../src/samples/sample-county";
import type { WorkbookPlan } from "../../src/workbook/plan";
import { ANNUAL_REPORT } from "../fact-check/annual-report";
import { oneLine } from "../tooling/within";
import { demoInBrowser } from "./browser-test";
import { Walk } from "./walk";

const visit = demoInBrowser("development");
let walk: Walk;
let isBroken = false;

/** One step of the visit. After one that failed the others could only wait. */
function step(title: string, steps: () => Promise<void>): void {
  visit.it(title, async () => {
    if (isBroken) throw oneLine("An earlier step failed.");
    isBroken = true;
    await steps();
    isBroken = false;
  });
}

step("shows a workbook that nobody can take for Microsoft's", async () => {
  walk = await Walk.begin(visit);
  await walk.page.getByRole("heading", { name: "模拟的 Excel（不是 Microsoft Excel）" }).waitFor();
  expect(await walk.page.getByRole("tab").allInnerTexts()).toEqual(["Sheet1"]);
  await walk.picture("01-start");
});

step("(a) reads, consolidates and shows the sample county in three clicks", async () => {
  await walk.press("试用示例县");
  await walk.see("22/22");
  await walk.picture("02-all-reported");
  await walk.next("一键汇总");
  await walk.see(/汇总完成/);
  await walk.picture("03-written");
  await walk.next("完成");
  expect(walk.clicks).toBe(3);
});

step("fills the grid with the county's published figures", async () => {
  const shown = {
    organisations: await walk.total("汇总01 组织建设", "0102"),
    fiveGood: await walk.total("汇总01 组织建设", "0112"),
    fiveGoodRate: await walk.total("汇总01 组织建设", "0113"),
    volunteers: await walk.total("汇总02 五老队伍", "0201"),
    backbone: await walk.total("汇总02 五老队伍", "0216"),
    donations: await walk.total("汇总07 关爱帮扶与捐助", "0701"),
  };
  expect(shown).toEqual({
    organisations: "218",
    fiveGood: "176",
    fiveGoodRate: "80.7",
    volunteers: "2,503",
    backbone: "802",
    donations: "356,000",
  });
});

step("draws the charts", async () => {
  await walk.demo.showSheet("图表");
  const titles = await walk.demo.chartTitles();
  expect(titles).toContain("各单位关工委组织数（个）");
  expect(await walk.demo.chartPictures()).toHaveLength(titles.length);
});

step("leads from a number of the report to its cell, and saves the report for Word", async () => {
  await walk.press(/^\d 报告/);
  await walk.press("2503人");
  await walk.press("到 汇总02 五老队伍!E7");
  await walk.sheet("汇总02 五老队伍");
  const report = await walk.saved("存成 Word");
  expect(report.suggestedFilename()).toBe("集安市2020年关心下一代工作总结.docx");
  const written = readTextDocument(await readFile(await report.path()), { inflate: nodeInflate });
  expect(written).toContain(
    "五老志愿者2503人，比上年增加135人，全年新增201人，队伍继续壮大；其中五老骨干802人，占32.0%；",
  );
});

step("(e) finds the one sentence of an edited report that says 29 %", async () => {
  await walk.pane.getByRole("textbox", { name: "稿件文字" }).fill(ANNUAL_REPORT);
  await walk.pane.getByRole("button", { name: "核对", exact: true }).click();
  const found = walk.pane.getByRole("region", { name: "核对结果" });
  await found.getByText("不符 1 处，请改正").waitFor();
  expect(await found.getByRole("listitem").first().innerText()).toMatch(/29%\s+应为 32\.0%/);
  await found.evaluate((region) => region.scrollIntoView({ block: "start" }));
  await walk.picture("09-text-check");
});

step("follows a changed report in total and chart when it is consolidated again", async () => {
  await walk.demo.showSheet("图表");
  const before = await walk.demo.chartPictures();
  await walk.press(/^\d 收表/);
  await walk.give({ name: "台上镇.xlsx", content: reportOf("台上镇", "0112", (value) => value - 1) });
  await walk.see("22/22");
  await walk.press(/^\d 汇总/);
  await walk.next("一键汇总");
  await walk.see(/汇总完成/);
  expect(await walk.total("汇总01 组织建设", "0112")).toBe("175");
  await walk.demo.showSheet("图表");
  const after = await walk.demo.chartPictures();
  expect(after).toHaveLength(before.length);
  expect(after).not.toEqual(before);
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
