/**
 * The yearly assessment: from the template to the ranking, in the pane and on the sheet that the county fills.
 * @jest-environment ./test/e2e/environment.cjs
 */
import { demoInBrowser } from "./browser-test";
import { Walk } from "./walk";

const demo = demoInBrowser("development");

demo.it("ranks the units, takes scores in the pane, and writes the ranking into Excel", async () => {
  const walk = await Walk.begin(demo);
  await walk.press(/^\d 模板/);
  await walk.press("改做年度考核（内置考核评分模板）");
  await walk.see("本工具内置的年度考核");
  await walk.press(/^\d 收表/);
  await walk.press("试用考核示例");
  await walk.see("21/21");
  await walk.press(/^\d 汇总/);
  await walk.see("考核排名");
  await walk.scrollTo("考核排名");
  await walk.picture("31-ranking");
  await walk.press("青石镇");
  await walk.see("组织建设（15 分）");
  await walk.pane.getByText("组织建设（15 分）").evaluate((item) => item.scrollIntoView());
  await walk.picture("32-scoring");
  await walk.pane.getByRole("textbox", { name: "组织建设的考核分" }).fill("3");
  await walk.press("记下");
  await walk.see("已记下青石镇的考核分，排名已更新。");
  await walk.next("一键汇总");
  await walk.see(/汇总完成/);
  await walk.demo.showSheet("考核排名");
  await walk.wholePage("33-ranking-in-excel");
  await walk.demo.showSheet("督导评分");
  expect(await walk.demo.cell("A4")).not.toBe("");
});
