/**
 * From the first look to the finished report.
 * @jest-environment ./test/e2e/environment.cjs
 */
import { ANNUAL_REPORT } from "../fact-check/annual-report";
import { demoInBrowser } from "./browser-test";
import { sent } from "./county-files";
import { Walk } from "./walk";

const demo = demoInBrowser();

demo.it("(a) first run: the sample county in three clicks", async () => {
  const walk = await Walk.begin(demo);
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

demo.it("(b) twenty-two good files to the report: four clicks and the file choice", async () => {
  const walk = await Walk.begin(demo);
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

demo.it("(e) 稿件核对 marks the one sentence that says 29 %", async () => {
  const walk = await Walk.begin(demo);
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
