/**
 * From files to the finished report; the buttons of the ribbon, and the self-test.
 * @jest-environment ./test/e2e/environment.cjs
 */
import { demoInBrowser } from "./browser-test";
import { sent, sentBy } from "./county-files";
import { Walk } from "./walk";

const demo = demoInBrowser();

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

demo.it("(j) no button of the ribbon takes away what was collected", async () => {
  const walk = await Walk.begin(demo);
  await walk.give(...sentBy("台上镇", "青石镇"));
  await walk.see("2/22");
  for (const label of ["报告", "打开窗格", "审核当前工作簿", "一键汇总"]) await walk.ribbon(label);
  await walk.see(/汇总完成/);
  await walk.press(/\d 收表/);
  await walk.see("2/22");
  await walk.end();
});

demo.it("(k) 自检 runs in a blank workbook and gives a result to send", async () => {
  const walk = await Walk.begin(demo);
  await walk.press("关于和诊断");
  await walk.press(/^自检$/);
  await walk.press("开始自检");
  await walk.see(/自检：\d+ 项符合，0 项不符/);
  const report = walk.pane.getByRole("textbox", { name: "自检结果" });
  expect(await report.inputValue()).toMatch(/✓ values: .*\n/);
  await report.evaluate((area) => area.scrollIntoView({ block: "end" }));
  await walk.picture("19-self-test");
  await walk.end();
});
