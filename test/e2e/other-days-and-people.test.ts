/**
 * Next week, a township by itself, another language, another template.
 * @jest-environment ./test/e2e/environment.cjs
 */
import { demoInBrowser } from "./browser-test";
import { sentBy, valueOf } from "./county-files";
import { Walk } from "./walk";

const demo = demoInBrowser();

demo.it("(d) next week: the county workbook goes on, with a late file", async () => {
  const walk = await Walk.begin(demo);
  await walk.give(...sentBy("台上镇", "青石镇"));
  await walk.see("2/22");
  await walk.next("一键汇总");
  await walk.see(/汇总完成/);
  await walk.next("完成");
  const before = await walk.total("汇总02 五老队伍", "0201");
  await walk.reopen();
  await walk.see(/“打开的工作簿”是 2020 年度的汇总工作簿/);
  await walk.picture("10-next-week");
  await walk.press("接着上次做");
  await walk.see("2/22");
  await walk.give(...sentBy("大路镇"));
  await walk.see("3/22");
  await walk.next("一键汇总");
  await walk.see(/汇总完成/);
  const late = valueOf("大路镇", "0201");
  expect(late).toBeGreaterThan(0);
  expect(Number(await walk.total("汇总02 五老队伍", "0201"))).toBe(Number(before) + late);
  await walk.end();
});

demo.it("(f) a township checks its own workbook before sending", async () => {
  const walk = await Walk.begin(demo);
  await walk.open("台上镇.xlsx");
  await walk.press("审核打开的工作簿");
  await walk.see("这份报表可以报送了。");
  await walk.picture("11-self-check");
  await walk.end();
});

demo.it("(h) an Excel that speaks English has a pane that does", async () => {
  const walk = await Walk.begin(demo, "en-US");
  await walk.give(...sentBy("台上镇", "青石镇"));
  await walk.see("2/22");
  await walk.next("Consolidate now");
  await walk.see(/Done: \d+ sheets written/);
  expect(await walk.pane.locator("html").getAttribute("lang")).toBe("en-US");
  await walk.end();
});

demo.it(
  "(i) 模板, after the pane was closed: rules are pasted, tried, adopted, in use again next time",
  async () => {
    const walk = await Walk.begin(demo);
    await walk.give(...sentBy("台上镇", "青石镇"));
    await walk.see("2/22");
    await walk.reopen();
    await walk.see("上次没做完：2 份报表");
    await walk.press("接着做");
    await walk.see("已接着上次做");
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
  },
);
