/** @jest-environment ./test/tooling/page-environment.cjs */
import "@testing-library/jest-dom";
import { screen, within } from "@testing-library/react";
import { PaneProblem } from "../../src/taskpane/problem";
import type { PaneTools } from "../../src/taskpane/pane-tools";
import { button, choose, goTo, openPane, press, type OpenedPane } from "./a-pane";

jest.setTimeout(60_000);

/** As index.tsx hands them in on a Mac and an iPad. */
const tools: Partial<PaneTools> = {
  canSave: false,
  save: () => {
    throw new PaneProblem("cannotSave");
  },
};
const SENT = ["台上镇.xlsx", "青石镇.xlsx", "市教育局.xlsx"];

/** No place of the pane says that a file was saved. */
const nothingSaid = ({ container }: OpenedPane): void => expect(container).not.toHaveTextContent(/已存/);

describe("where Excel lets the pane save no file (Mac, iPad)", () => {
  it("copies the report with its look instead of saving it as Word", async () => {
    const pane = await openPane({ tools });
    await choose(pane.user, "选择文件", ...SENT);
    await goTo(pane.user, /\d 报告/);
    expect(screen.queryByRole("button", { name: "存成 Word" })).toBeNull();
    await press(pane.user, "复制全文");
    expect(pane.copiedHtml[0]).toContain("<p");
    expect(await screen.findByText("已复制，可以粘贴到 Word 或 WPS。")).toBeVisible();
    nothingSaid(pane);
  });

  it("shows the text to be copied by hand where the clipboard is forbidden too", async () => {
    const pane = await openPane({ tools: { ...tools, copy: async () => false } });
    await choose(pane.user, "选择文件", ...SENT);
    await goTo(pane.user, /\d 报告/);
    await press(pane.user, "复制全文");
    expect(await screen.findByRole("textbox", { name: "报告文字" })).toBeVisible();
    expect(pane.container).not.toHaveTextContent("已复制");
  });

  it("writes a unit's blank workbook as sheets of the open one, and takes them back", async () => {
    const pane = await openPane({ tools });
    const before = [...pane.workbook.names];
    await goTo(pane.user, /\d 模板/);
    const issue = within(await screen.findByRole("region", { name: "下发" }));
    expect(issue.queryByRole("button", { name: /做 \d+ 份空白报表/ })).toBeNull();
    await pane.user.selectOptions(issue.getByRole("combobox", { name: "单位" }), "青石镇");
    await press(pane.user, "把空白报表写进打开的工作簿");
    expect(await issue.findByText(/青石镇的空白报表写好了/)).toBeVisible();
    expect(pane.workbook.names.length).toBeGreaterThan(before.length);
    nothingSaid(pane);
    await press(pane.user, "撤销");
    expect(pane.workbook.names).toEqual(before);
  });

  it("leads to the sheets where the template would be saved as a file", async () => {
    const pane = await openPane({ tools });
    await goTo(pane.user, /\d 模板/);
    await press(pane.user, "用文件来改");
    expect(screen.getByText(/不让窗格存文件：请点“在 Excel 中修改”/)).toBeVisible();
    expect(screen.queryByRole("button", { name: "存成 Excel 文件" })).toBeNull();
    expect(button("选择文件检查")).toBeEnabled();
  });

  it("says that nothing was saved where Excel does not answer either", async () => {
    const pane = await openPane({ host: "silent", tools });
    await choose(pane.user, "选择文件", ...SENT);
    await press(pane.user, "一键汇总");
    expect(screen.getByRole("alert")).toHaveTextContent("没有存下来");
    nothingSaid(pane);
  });
});
