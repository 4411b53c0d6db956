/** @jest-environment ./test/tooling/page-environment.cjs */
import "@testing-library/jest-dom";
import { screen, waitFor, within } from "@testing-library/react";
import { EngineDied } from "../../src/taskpane/worker/engine-died";
import { axe, toHaveNoViolations } from "jest-axe";
import { submissionOf } from "../samples/made-once";
import { changed, faulty, fullShelf, planOf, template } from "./a-county";
import { button, choose, idle, main, openPane, press, type OpenedPane } from "./a-pane";
import { FakeWorkbook } from "./a-workbook";

jest.setTimeout(60_000);
expect.extend(toHaveNoViolations);

/** Units and files under a heading of the board, `须改正 1`. */
function under(heading: string): string[] {
  const section = screen.getByRole("heading", { name: heading }).closest("section")!;
  return within(section)
    .getAllByRole("listitem")
    .map((item) => (item.textContent ?? "").replace(/\d+ 处$/, ""));
}

describe("收表 before anything has come in", () => {
  it("offers one large step, the sample county, and the open workbook", async () => {
    await openPane();
    expect(button("选择文件")).toBeEnabled();
    expect(button("试用示例县")).toBeEnabled();
    expect(button("审核打开的工作簿")).toBeEnabled();
    expect(screen.queryByRole("button", { name: "一键汇总" })).not.toBeInTheDocument();
  });

  it("does not speak of an open workbook where there is no Excel", async () => {
    await openPane({ host: "browser" });
    expect(screen.queryByRole("button", { name: "审核打开的工作簿" })).not.toBeInTheDocument();
  });

  it("says so where Excel does not answer, and goes on with files", async () => {
    await openPane({ host: "silent" });
    expect(screen.getByText(/Excel 没有应答/)).toBeVisible();
    expect(button("选择文件")).toBeEnabled();
  });
});

describe("收表 with files", () => {
  it("leads back to the start, and nowhere else, where the work in the background has died", async () => {
    const died = (): Promise<never> => Promise.reject(new EngineDied(""));
    const { user } = await openPane({ engine: { countySheets: died } });
    await choose(user, "选择文件", "台上镇.xlsx", "青石镇.xlsx");
    await press(user, "一键汇总");
    expect(within(screen.getByRole("alert")).getByRole("button", { name: "重新开始" })).toBeVisible();
  });

  it("takes the sample county with last year's workbook, and 一键汇总 is one click away", async () => {
    const { user } = await openPane();
    await press(user, "试用示例县");
    expect(under("已通过 4")).toEqual(["青石镇", "台上镇", "市教育局", "市公安局"]);
    expect(button("一键汇总")).toBeEnabled();
    await user.click(button("上年汇总和其他"));
    expect(screen.getByText("上年汇总：2019 年度")).toBeVisible();
  });

  it("shows who has reported and who has not", async () => {
    const { user } = await openPane();
    await choose(user, "选择文件", "台上镇.xlsx", "青石镇.xlsx");
    expect(within(main()).getByText("2/4")).toBeVisible();
    expect(under("未报 2")).toEqual(["市教育局", "市公安局"]);
    expect(within(main()).getByText("报送截止：2021 年 1 月 31 日")).toBeVisible();
    expect(under("已通过 2")).toEqual(["青石镇", "台上镇"]);
  });

  it("leads to 审核 where something must be fixed, and says for how many units", async () => {
    const shelf = fullShelf();
    shelf.put("台上镇.xlsx", faulty());
    const { user } = await openPane({ shelf });
    await choose(user, "选择文件", "台上镇.xlsx", "青石镇.xlsx");
    expect(under("须改正 1")).toEqual(["台上镇"]);
    expect(button(/^审核：1\s个单位要改$/)).toBeEnabled();
    expect(button("一键汇总")).toBeEnabled();
  });

  it("puts what cannot be read, what belongs to nobody and what came twice at the top, each with its reason", async () => {
    const shelf = fullShelf();
    shelf.put("台上镇.xls", { code: "D03", params: {} });
    shelf.put("通知.xlsx", {
      sheets: [{ name: "通知", cells: [{ row: 0, column: 0, value: "通知" }] }],
      names: [],
    });
    shelf.put("青石镇（最终）.xlsx", changed(planOf("青石镇"), { "关工03!E14": 31 }));
    const { user } = await openPane({ shelf });
    await choose(user, "选择文件", "台上镇.xls", "通知.xlsx", "青石镇.xlsx", "青石镇（最终）.xlsx");
    const headings = screen.getAllByRole("heading", { level: 2 }).map((heading) => heading.textContent);
    expect(headings).toEqual(["无法读取 1", "单位不明 1", "重复上报 1", "未报 2"]);
    expect(under("单位不明 1")[0]).toContain("这不是要收的报表");
  });

  it.each([
    {
      locale: "zh-CN" as const,
      files: "选择文件",
      which: "汇总哪一期？",
      found: "这些报表分属 2 期：2019 年度（2 份）、2020 年度（2 份）。",
      take: "汇总 2019 年度",
      instead: "改为汇总 2020 年度",
      now: "一键汇总",
      other: "市教育局",
    },
    {
      locale: "en-US" as const,
      files: "Choose files",
      which: "Which period do you want to consolidate?",
      found: "These reports are of 2 periods: 2019 (2), 2020 (2).",
      take: "Consolidate 2019",
      instead: "Consolidate 2020 instead",
      now: "Consolidate now",
      other: "市教育局",
    },
  ])("asks which of several periods is meant before anything is added up: $locale", async (words) => {
    const shelf = fullShelf();
    for (const unit of ["台上镇", "青石镇"]) shelf.put(`${unit}.xlsx`, submissionOf(unit, 2019));
    const { user, container } = await openPane({ shelf, locale: words.locale });
    await choose(user, words.files, "台上镇.xlsx", "青石镇.xlsx", "市教育局.xlsx", "市公安局.xlsx");
    const asked = screen.getByRole("region", { name: words.which });
    expect(within(asked).getByText(words.found)).toBeVisible();
    expect(screen.queryByRole("button", { name: words.now })).not.toBeInTheDocument();
    expect(await axe(container, { rules: { "color-contrast": { enabled: false } } })).toHaveNoViolations();
    await press(user, words.take);
    expect(within(main()).getByText("2/4")).toBeVisible();
    expect(button(words.other)).toBeVisible();
    await press(user, words.instead);
    await press(user, words.instead.replace("2020", "2019"));
    expect(screen.queryByRole("region", { name: words.which })).not.toBeInTheDocument();
  });

  it("finds a unit by a part of its name, or by how far it has come, where they are many", async () => {
    const units = Array.from({ length: 45 }, (_, i) => ({
      ...template.units[0]!,
      code: `X${i}`,
      name: `${i}号镇`,
      aliases: [],
    }));
    const { user, container } = await openPane({
      template: { ...template, units: [...template.units, ...units] },
    });
    await choose(user, "选择文件", "台上镇.xlsx", "青石镇.xlsx");
    const search = await screen.findByRole("searchbox", { name: "找单位或文件" });
    await waitFor(() => expect(under("未报 47")).toHaveLength(47));
    expect(await axe(container, { rules: { "color-contrast": { enabled: false } } })).toHaveNoViolations();
    await user.type(search, "12号");
    expect(under("未报 1")).toEqual(["12号镇"]);
    expect(screen.getByText("找到 1 个")).toBeInTheDocument();
    await user.clear(search);
    await user.selectOptions(screen.getByRole("combobox", { name: "按情况看" }), "已通过 2");
    expect(screen.queryByRole("heading", { name: "未报 47" })).not.toBeInTheDocument();
    expect(under("已通过 2")).toEqual(["青石镇", "台上镇"]);
  });

  it("forgets the period that was chosen when it begins again", async () => {
    const shelf = fullShelf();
    for (const unit of ["台上镇", "青石镇"]) shelf.put(`${unit}.xlsx`, submissionOf(unit, 2019));
    const { user } = await openPane({ shelf });
    await choose(
      user,
      "选择文件",
      ...["台上镇", "青石镇", "市教育局", "市公安局"].map((unit) => `${unit}.xlsx`),
    );
    await press(user, "汇总 2019 年度");
    await user.click(button("上年汇总和其他"));
    await press(user, "清空，重新收表");
    await press(user, "清空");
    await choose(user, "选择文件", "市教育局.xlsx", "市公安局.xlsx");
    expect(within(main()).getByText("2/4")).toBeVisible();
  });

  it("opens a unit to its files, takes one out, and leaves the other units alone", async () => {
    const { user } = await openPane();
    await choose(user, "选择文件", "台上镇.xlsx", "青石镇.xlsx");
    await user.click(button("台上镇"));
    await press(user, "移除 台上镇.xlsx");
    expect(under("未报 3")).toContain("台上镇");
    expect(under("已通过 1")).toEqual(["青石镇"]);
  });

  it("says how much is to be corrected, when a file came, and that it is of another year", async () => {
    const shelf = fullShelf();
    shelf.put("台上镇.xlsx", faulty());
    const { user } = await openPane({ shelf, tools: { today: () => "2021-01-18" } });
    const file = new File(["台上镇.xlsx"], "台上镇.xlsx", { lastModified: Date.UTC(2020, 0, 16, 12) });
    await user.upload(screen.getByLabelText<HTMLInputElement>("选择文件", { selector: "input" }), file);
    await idle();
    expect(button("台上镇")).toHaveAccessibleDescription("1 处");
    await user.click(button("台上镇"));
    expect(screen.getByText("1 月 18 日收到，文件改于 2020 年 1 月 16 日")).toBeVisible();
  });

  it("takes a corrected file of the same name in place of the old one", async () => {
    const shelf = fullShelf();
    shelf.put("台上镇.xlsx", faulty());
    const { user } = await openPane({ shelf });
    await choose(user, "选择文件", "台上镇.xlsx");
    expect(under("须改正 1")).toEqual(["台上镇"]);
    shelf.put("台上镇.xlsx", planOf("台上镇"));
    await choose(user, "选择文件", "台上镇.xlsx");
    expect(under("已通过 1")).toEqual(["台上镇"]);
  });

  it("asks before it clears, and begins again then", async () => {
    const { user } = await openPane();
    await choose(user, "选择文件", "台上镇.xlsx");
    await user.click(button("上年汇总和其他"));
    await press(user, "清空，重新收表");
    expect(screen.getByRole("group", { name: "真的清空吗？" })).toHaveFocus();
    expect(screen.getByText(/采用过的建议、写过的说明都会从窗格里去掉，不能撤销/)).toBeVisible();
    await press(user, "清空");
    expect(button("试用示例县")).toBeEnabled();
  });

  it.each<[string, (user: OpenedPane["user"]) => Promise<void>]>([
    ["先不清空", (user) => user.click(button("先不清空"))],
    ["Esc", (user) => user.keyboard("{Escape}")],
  ])("clears nothing on %s, and the focus goes back", async (_, leave) => {
    const { user } = await openPane();
    await choose(user, "选择文件", "台上镇.xlsx");
    await user.click(button("上年汇总和其他"));
    await press(user, "清空，重新收表");
    await leave(user);
    expect(button("清空，重新收表")).toHaveFocus();
    expect(under("已通过 1")).toEqual(["台上镇"]);
  });

  it("writes a reminder to those who are missing, to be pasted", async () => {
    const { user, copied } = await openPane();
    await choose(user, "选择文件", "台上镇.xlsx", "青石镇.xlsx");
    await user.click(button("催报文字"));
    await user.click(button("复制"));
    expect(copied).toHaveLength(1);
    expect(copied[0]).toMatch(/^市教育局、市公安局：\n2020 年度/);
    expect(await screen.findByText(/已复制/)).toBeVisible();
  });

  it("lets the reminder be copied by hand where the host forbids the clipboard", async () => {
    const { user } = await openPane({ tools: { copy: async () => false } });
    await choose(user, "选择文件", "台上镇.xlsx");
    await user.click(button("催报文字"));
    await user.click(button("复制"));
    expect(await screen.findByText(/Ctrl\+C/)).toBeVisible();
    const area = screen.getByRole<HTMLTextAreaElement>("textbox", { name: "催报文字" });
    expect(area.value.slice(area.selectionStart, area.selectionEnd)).toBe(area.value);
  });

  it("passes over what is no report in a folder, and says so", async () => {
    const { user } = await openPane();
    await choose(user, "选择文件夹", "台上镇.xlsx", "~$台上镇.xlsx", "说明.docx");
    expect(under("已通过 1")).toEqual(["台上镇"]);
    expect(screen.getByText(/跳过了 2 个不是报表的文件：~\$台上镇.xlsx、说明.docx/)).toBeVisible();
  });
});

describe("last year's county workbook", () => {
  it("is taken, and can be another", async () => {
    const { user } = await openPane();
    await choose(user, "选择上年汇总工作簿", "2019.xlsx");
    expect(screen.getByText("上年汇总：2019 年度")).toBeVisible();
    expect(button("更换")).toBeEnabled();
  });

  it("is refused where it is a unit's report, with the reason and what to do", async () => {
    const { user } = await openPane();
    await choose(user, "选择上年汇总工作簿", "台上镇.xlsx");
    const alert = screen.getByRole("alert");
    expect(alert).toHaveTextContent("“台上镇.xlsx”不能当作上年汇总。");
    expect(alert).toHaveTextContent("请选择本工具上年写出的汇总工作簿");
    await user.click(button("关闭提示"));
    expect(screen.queryByRole("alert")).not.toBeInTheDocument();
  });
});

describe("reading", () => {
  it("shows file and progress, and a cancel that leaves everything as it was", async () => {
    const shelf = fullShelf();
    const { user } = await openPane({ shelf });
    await choose(user, "选择文件", "青石镇.xlsx");
    shelf.gate = new Promise(() => undefined);
    await user.upload(
      screen.getByLabelText<HTMLInputElement>("选择文件", { selector: "input" }),
      new File([], "台上镇.xlsx"),
    );
    expect(await screen.findByRole("progressbar", { name: "正在读取报表" })).toBeInTheDocument();
    await user.click(await screen.findByRole("button", { name: "取消" }));
    await idle();
    expect(under("已通过 1")).toEqual(["青石镇"]);
    expect(screen.queryByRole("alert")).not.toBeInTheDocument();
  });

  it("says aloud what came of it", async () => {
    const { user } = await openPane();
    await choose(user, "选择文件", "台上镇.xlsx", "青石镇.xlsx");
    const said = await screen.findByText(/已报 2 个单位，应报 4 个/);
    expect(said).toHaveAttribute("role", "status");
  });
});

describe("the open workbook as a source", () => {
  it("is added beside the files", async () => {
    const { user } = await openPane({ workbook: new FakeWorkbook(planOf("台上镇")) });
    await choose(user, "选择文件", "青石镇.xlsx");
    await user.click(button("上年汇总和其他"));
    await press(user, "加入打开的工作簿");
    expect(under("已通过 2")).toEqual(["青石镇", "台上镇"]);
    await user.click(button("台上镇"));
    expect(screen.getByText("打开的工作簿")).toBeVisible();
  });

  it("is not taken where nothing of the template is in it", async () => {
    const { user } = await openPane();
    await press(user, "审核打开的工作簿");
    expect(screen.getByRole("alert")).toHaveTextContent("打开的工作簿里没有认出报表。");
    expect(button("试用示例县")).toBeEnabled();
  });
});
