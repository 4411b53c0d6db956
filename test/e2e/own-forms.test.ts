/**
 * Forms that are an office's own, beside Excel and without it.
 * @jest-environment ./test/e2e/environment.cjs
 */
import { writeXlsx } from "../../src/files/write/write-xlsx";
import { OWN_FORM, ownBlank, ownCopies, ownReport, townships } from "../../src/samples/own-office";
import type { WorkbookPlan } from "../../src/workbook/plan";
import { officeCounty, officeTemplate } from "../fixtures/own-office";
import { demoInBrowser } from "./browser-test";
import type { GivenFile } from "./demo";
import { Walk } from "./walk";

const demo = demoInBrowser("development");

const file = (name: string, plan: WorkbookPlan): GivenFile => ({ name, content: writeXlsx(plan) });

demo.it("beside Excel: from files of an unknown form to the office's own sheet filled, and on", async () => {
  const walk = await Walk.begin(demo);
  // (a) only the files: a look, and the totals, without typing.
  await walk.press("试用“自己的表”示例");
  await walk.see("用这些表建模板");
  await walk.picture("20-unknown-form");
  await walk.press("用这些表建模板");
  await walk.see("模板建好了");
  await walk.picture("21-form-picture");
  await walk.next("采用这个模板");
  await walk.see("15/15");
  await walk.next("一键汇总");
  await walk.see(/汇总完成/);
  await walk.sheet(OWN_FORM);
  expect(walk.clicks).toBeLessThanOrEqual(5);
  expect(await walk.demo.cell("A6")).toBe("一、服务老人总人次");
  expect(await walk.demo.cell("E6")).toMatch(/^[\d,]+$/);
  await walk.picture("22-own-sheet");
  await walk.wholePage("23-own-sheet-in-excel");
  await walk.next("完成");

  // (e) the report workbook that the office has.
  await walk.press(/^\d 报告/);
  await walk.see("填自己的报告工作簿");
  const [report] = await Promise.all([
    walk.page.waitForEvent("download"),
    walk.choose("选择报告工作簿", file("通报.xlsx", ownReport())),
  ]);
  expect(report.suggestedFilename()).toBe("通报（2020年6月）.xlsx");
  await walk.scrollTo("填自己的报告工作簿");
  await walk.picture("24-own-report");

  // (c) something is changed: a chart.
  await walk.press(/^\d 模板/);
  await walk.press(/^选图/);
  await walk.pane.getByRole("checkbox", { name: /^各单位适老化改造/ }).click();
  await walk.see("采用这个模板");
  await walk.scrollTo("图表");
  await walk.picture("25-charts");

  // (b) the blank first, names pasted, issued.
  await walk.choose("选择空白表或填好的表", file("空白表.xlsx", ownBlank()));
  await walk.see("还没有填报单位");

  // (c) something is changed in the picture: a column is last year's, a line is a rate, a relation is pasted.
  const cell = (address: string) => walk.pane.locator(`[data-cell="${address}"]`);
  const use = (name: RegExp) =>
    walk.pane.getByRole("radiogroup", { name: /怎么处理/ }).getByRole("radio", { name });
  await cell("H3").click();
  await use(/^∑/).click();
  await walk.see("撤销上一步改动");
  await use(/^上/).click();
  await cell("A13").click();
  await use(/^文/).click();
  await walk.picture("30-line-is-a-rate");
  await walk.press("粘贴一批审核关系");
  await walk.pane.getByRole("textbox", { name: "审核关系，一行一条" }).fill("01行>=02行");
  await walk.press("加入这些审核关系");
  await walk.see(/01行>=02行/);

  await walk.pane.getByRole("textbox", { name: "单位名称，一行一个" }).fill(townships().join("\n"));
  await walk.press("用这份名单");
  await walk.next("采用这个模板");
  await walk.see("15/15");
  await walk.press(/^\d 模板/);
  const blanks = await walk.saved(/^做 15 份空白报表/);
  expect(blanks.suggestedFilename()).toMatch(/空白报表\.zip$/);
  await walk.scrollTo("下发");
  await walk.picture("26-issue");
  await walk.end();
});

demo.it("without Excel: from last month's county workbook to this month's, compared with both", async () => {
  const template = await officeTemplate(townships());
  const county = (period: string): GivenFile => {
    const copies = new Map(ownCopies(period).map(({ name, plan }) => [name, plan]));
    return file(`${period}汇总.xlsx`, officeCounty(template, period, copies));
  };
  const walk = await Walk.withoutExcel(demo);
  await walk.give(county("2020-05"));
  await walk.see("开始做 2020 年 6 月的");
  await walk.picture("27-next-month");
  await walk.press("开始做 2020 年 6 月的");
  await walk.choose("选择上年汇总工作簿", county("2019-06"));
  await walk.see("上年汇总：2019 年 6 月");
  await walk.give(...ownCopies("2020-06").map(({ name, plan }) => file(name, plan)));
  await walk.see("15/15");
  const [saved] = await Promise.all([walk.page.waitForEvent("download"), walk.next("一键汇总")]);
  expect(saved.suggestedFilename()).toMatch(/2020年6月.*\.xlsx$/);
  await walk.see(/汇总完成/);
  await walk.picture("28-month-saved");
  await walk.page.getByRole("grid", { name: /汇总好的/ }).scrollIntoViewIfNeeded();
  await walk.picture("29-filled-sheet");
  await walk.end();
});
