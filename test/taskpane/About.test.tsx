/** @jest-environment ./test/tooling/page-environment.cjs */
import "@testing-library/jest-dom";
import { screen } from "@testing-library/react";
import { fullShelf } from "./a-county";
import { button, choose, openPane } from "./a-pane";

jest.setTimeout(60_000);

const report = (): string =>
  screen.getByRole<HTMLTextAreaElement>("textbox", { name: "给维护人员的文字" }).value;

describe("关于和诊断", () => {
  it("tells version, host and how long the last steps took, to be copied", async () => {
    const { user, copied } = await openPane();
    await user.click(button("关于和诊断"));
    expect(screen.getByText("乡镇报表汇总 0.1.0，在 Excel 里")).toBeVisible();
    expect(screen.getByText(/^正在准备：用了 [\d.]+ 秒$/)).toBeVisible();
    await user.click(button("复制"));
    expect(copied[0]).toMatch(/^0\.1\.0 · excel · zh-CN\n/);
    expect(copied[0]).toMatch(/正在准备… \d+ ms done/);
  });

  it("has nothing in it of units, files or what stands in the sheets", async () => {
    const shelf = fullShelf();
    shelf.put("李四的台上镇报表.xlsx", { code: "F02", params: {} });
    const { user } = await openPane({
      shelf,
      engine: { setHoldBack: () => Promise.reject(new RangeError("张三")) },
    });
    await choose(user, "选择文件", "台上镇.xlsx", "李四的台上镇报表.xlsx");
    await user.click(button("关于和诊断"));
    expect(report()).toContain("正在读取报表");
    expect(report()).not.toMatch(/台上镇|李四|张三/);
  });
});
