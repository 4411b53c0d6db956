/**
 * What is wrong in the reports: found, repaired, explained, sent back, answered.
 * @jest-environment ./test/e2e/environment.cjs
 */
import { readFile } from "node:fs/promises";
import ExcelJS from "exceljs";
import { unzipSync } from "fflate";
import type { Download } from "playwright-core";
import { demoInBrowser } from "./browser-test";
import { county2019, faulty, sentBy } from "./county-files";
import type { GivenFile } from "./demo";
import { Walk } from "./walk";

const demo = demoInBrowser();

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

demo.it(
  "(c) faulty files: find, jump, repair, explain, return, take answers and corrected files, consolidate, go on",
  async () => {
    const walk = await Walk.begin(demo);
    await walk.give(...faulty(), county2019());
    await walk.press("作为上年数，用来比较");
    await walk.see(/还差 \d 个/);
    await walk.picture("04-board");
    await walk.next(/^审核：/);
    await walk.picture("05-findings");
    await walk.pane.getByRole("searchbox").fill("市民政局");
    await walk.press(/^市民政局/);
    await walk.press(/^到 关工09!E9/);
    await walk.sheet("【查看】市民政局 关工09");
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
    await walk.press(/^标记为已退回（/);
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
  },
);
