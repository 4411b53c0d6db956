/** @jest-environment ./test/tooling/page-environment.cjs */
import "@testing-library/jest-dom";
import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { HostErrorCode } from "../../src/ports/ports";
import { MARKER } from "../../src/county-workbook/machine-sheet";
import { sayInReport } from "../../src/locales/report-words";
import { Units } from "../../src/taskpane/common/Units";
import { templatePlan } from "../../src/template/workbook/template-plan";
import type { SheetPlan } from "../../src/workbook/plan";
import { submissionOf } from "../samples/made-once";
import { faulty, fullShelf, lastYearPlan, planOf, template } from "./a-county";
import {
  button,
  choose,
  goTo,
  idle,
  main,
  openPane,
  press,
  type OpenedPane,
  type PaneOptions,
} from "./a-pane";
import { FakeWorkbook } from "./a-workbook";

jest.setTimeout(60_000);

/** The sample's four units on the board, nothing written yet. */
async function withSamples(options: PaneOptions = {}): Promise<OpenedPane> {
  const pane = await openPane(options);
  await press(pane.user, "试用示例县");
  return pane;
}

const figure = (name: string): string => screen.getByText(name).closest("div")!.textContent ?? "";

describe("汇总 before anything is written", () => {
  it("shows the main figures with their change on last year", async () => {
    const { user, workbook } = await withSamples();
    await goTo(user, /汇总/);
    expect(figure("已建关工委组织总数")).toMatch(
      /^已建关工委组织总数\d+ 个(比上年(增加|减少) \d+ 个|与上年相同)$/,
    );
    expect(figure("五好率")).toMatch(/个百分点$|与上年相同$/);
    expect(workbook.names).toEqual(["Sheet1"]);
  });

  it("opens a figure into its units and their cells", async () => {
    const { user, workbook } = await openPane();
    await choose(user, "选择文件", "台上镇.xlsx", "青石镇.xlsx");
    await goTo(user, /汇总/);
    await user.click(button("五老志愿者总数"));
    const part = await screen.findByRole("button", { name: "到台上镇 关工02!E7" });
    expect(part.closest("li")).toHaveTextContent(/^台上镇\d+关工02!E7$/);
    expect(screen.getByRole("button", { name: "到青石镇 关工02!E7" })).toBeVisible();
    expect(screen.getByText("应有 4 个单位，2 个有这个数。")).toBeVisible();
    await press(user, "到台上镇 关工02!E7");
    expect(workbook.viewed).toMatchObject({ sheet: { name: "【查看】台上镇 关工02" }, cell: "E7" });
    await user.click(button("五好率"));
    expect(await screen.findByText(/^这个数由合计重算/)).toBeVisible();
  });

  it("says that last year is not known where it is not", async () => {
    const { user } = await openPane();
    await choose(user, "选择文件", "台上镇.xlsx", "青石镇.xlsx");
    await goTo(user, /汇总/);
    expect(screen.getByText("没有上年数")).toBeVisible();
    expect(figure("五老志愿者总数")).toMatch(/^五老志愿者总数\d+ 人$/);
  });

  it("says that totals are provisional, and who is not in them", async () => {
    const { user } = await openPane();
    await choose(user, "选择文件", "台上镇.xlsx", "青石镇.xlsx");
    await goTo(user, /汇总/);
    expect(screen.getByText("暂定：计入 2 个单位，应有 4 个")).toBeVisible();
    expect(screen.getByText("没有计入的 2 个单位：市教育局、市公安局")).toBeVisible();
  });

  it("names many units for who asks only: the figures come first", async () => {
    const names = ["台上镇", "青石镇", "花甸镇", "市教育局"];
    render(<Units title="没有计入的 4 个单位" names={names} />);
    expect(screen.queryByText(/花甸镇/)).toBeNull();
    await userEvent.click(button("没有计入的 4 个单位"));
    expect(screen.getByText("台上镇、青石镇、花甸镇、市教育局")).toBeVisible();
  });

  it("offers nothing to add up where one workbook checks itself", async () => {
    const { user } = await openPane({ workbook: new FakeWorkbook(faulty()) });
    await press(user, "审核打开的工作簿");
    await goTo(user, /汇总/);
    expect(screen.getByText("还没有可以汇总的报表")).toBeVisible();
    expect(screen.queryByText("主要数字")).toBeNull();
  });

  it("holds back units with errors when asked, and takes them in again", async () => {
    const shelf = fullShelf();
    shelf.put("台上镇.xlsx", faulty());
    const { user } = await withSamples({ shelf });
    await goTo(user, /汇总/);
    const before = figure("五老志愿者总数");
    const hold = screen.getByRole("switch", { name: "有“强制”问题的单位，先不计入" });
    await user.click(hold);
    await idle();
    expect(screen.getByText("没有计入的 1 个单位：台上镇")).toBeVisible();
    expect(screen.getByText("与上年比，只比已计入的 3 个单位；都计入后按全市比。")).toBeVisible();
    expect(figure("五老志愿者总数")).not.toBe(before);
    await user.click(screen.getByRole("switch"));
    await idle();
    expect(figure("五老志愿者总数")).toBe(before);
  });

  it("names a unit of another period, which one click counts all the same", async () => {
    const shelf = fullShelf();
    shelf.put("台上镇.xlsx", submissionOf("台上镇", 2019));
    const { user } = await withSamples({ shelf });
    await goTo(user, /汇总/);
    expect(screen.getByText("其中报的是别的年度的 1 个单位：台上镇")).toBeVisible();
    await goTo(user, /收表/);
    await user.click(button(/^台上镇/));
    await press(user, "仍计入：台上镇.xlsx");
    await goTo(user, /汇总/);
    expect(screen.queryByText(/没有计入的/)).toBeNull();
  });

  it("lists the sheets that will be added", async () => {
    const { user } = await withSamples();
    await goTo(user, /汇总/);
    await user.click(await screen.findByRole("button", { name: /新增 \d+ 张工作表/ }));
    expect(screen.getByText("汇总02 五老队伍")).toBeVisible();
  });

  it("warns of a sheet of the user's own that bears a name which is needed", async () => {
    const mine: SheetPlan = { name: "图表", cells: [{ row: 0, column: 0, value: "我的图" }] };
    const { user } = await withSamples({ workbook: new FakeWorkbook({ sheets: [mine], names: [] }) });
    await goTo(user, /汇总/);
    expect(await screen.findByText("工作簿里已有您自己的工作表“图表”，与要写的工作表同名。")).toBeVisible();
  });
});

describe("一键汇总", () => {
  it("writes the county workbook with one click from 收表", async () => {
    const { user, workbook } = await withSamples();
    await press(user, "一键汇总");
    expect(workbook.names).toEqual(expect.arrayContaining(["Sheet1", "汇总说明", "汇总02 五老队伍", "图表"]));
    expect(within(main()).getByText(/汇总完成，写好 \d+ 张工作表/)).toBeVisible();
    expect(main()).not.toHaveTextContent("undefined");
  });

  it("writes as many sheets as it announced", async () => {
    const { user, workbook } = await withSamples();
    await goTo(user, /汇总/);
    const announced = (await screen.findByRole("button", { name: /新增 \d+ 张工作表/ })).textContent;
    await press(user, "一键汇总");
    const count = workbook.names.length - 1;
    expect(announced).toContain(`新增 ${count} 张工作表`);
    expect(within(main()).getByText(`汇总完成，写好 ${count} 张工作表`)).toBeVisible();
  });

  it("writes only the sheets that are wanted, and takes away those that no longer are", async () => {
    const { user, workbook } = await withSamples();
    await press(user, /一键汇总/);
    await press(user, "完成");
    expect(workbook.names).toEqual(expect.arrayContaining(["图表", "图表数据", "报告", "单位数据"]));
    // Something has changed: it is to be written again.
    await goTo(user, /2 收表/);
    await choose(user, "选择文件", "台上镇.xlsx");
    await goTo(user, /4 汇总/);
    await press(user, "选择要写的工作表");
    await user.click(screen.getByRole("checkbox", { name: "图表" }));
    await idle();
    expect(screen.getByRole("checkbox", { name: "图表" })).not.toBeChecked();
    expect(await screen.findByText("去掉 2 张上次写的、这次不要的工作表")).toBeVisible();
    await press(user, /一键汇总/);
    expect(workbook.names).toEqual(expect.arrayContaining(["报告", "单位数据", "机读信息"]));
    expect(workbook.names).not.toEqual(expect.arrayContaining(["图表"]));
    expect(workbook.names).not.toEqual(expect.arrayContaining(["图表数据"]));
    await press(user, "撤销");
    expect(workbook.names).toEqual(expect.arrayContaining(["图表", "图表数据"]));
  });

  it("leads to the sheets that were written", async () => {
    const { user, workbook } = await withSamples();
    await press(user, "一键汇总");
    await user.click(button("看“汇总说明”"));
    await user.click(button(/^其他 \d+ 张工作表$/));
    await user.click(button("看“汇总02 五老队伍”"));
    expect(screen.getByText(/^“机读信息”（隐藏的，下次接着做要用，请不要删）$/)).toBeVisible();
    expect(workbook.shown).toEqual(["汇总说明!A1", "汇总02 五老队伍!A1"]);
  });

  it("can be undone, says so, and offers itself again", async () => {
    const { user, workbook } = await withSamples();
    await press(user, "一键汇总");
    await press(user, "撤销");
    expect(workbook.names).toEqual(["Sheet1"]);
    expect(within(screen.getByRole("complementary")).getByText("已撤销，工作簿恢复了原样。")).toBeVisible();
    await waitFor(() => expect(screen.getByRole("status")).toHaveTextContent("已撤销，工作簿恢复了原样。"));
    expect(button("一键汇总")).toBeEnabled();
  });

  it("can be kept: then there is no way back", async () => {
    const { user, workbook } = await withSamples();
    await press(user, "一键汇总");
    await press(user, "完成");
    expect(workbook.kept).toBe(1);
    expect(screen.queryByRole("button", { name: "撤销" })).not.toBeInTheDocument();
    expect(workbook.names).toContain("汇总说明");
  });

  it("writes its own sheets anew and leaves the others alone", async () => {
    const { user, workbook } = await withSamples();
    await press(user, "一键汇总");
    const first = workbook.names.length;
    await press(user, "完成");
    await press(user, "重新汇总");
    expect(workbook.names).toHaveLength(first);
    expect(workbook.names).toContain("Sheet1");
    expect(screen.queryByRole("alert")).not.toBeInTheDocument();
  });

  it("gives up the way back of before when it writes anew", async () => {
    const { user, workbook } = await withSamples();
    await press(user, "一键汇总");
    await goTo(user, /收表/);
    await user.click(button("台上镇"));
    await press(user, "移除 台上镇.xlsx");
    await press(user, "一键汇总");
    expect(workbook.kept).toBe(1);
  });

  it("says that what was written is out of date once the session has changed", async () => {
    const { user } = await withSamples();
    await press(user, "一键汇总");
    await goTo(user, /收表/);
    await user.click(button("台上镇"));
    await press(user, "移除 台上镇.xlsx");
    expect(button(/\d 汇总/)).toHaveTextContent("有变化");
  });

  it("refuses a sheet that is not ours and says what to do", async () => {
    const mine: SheetPlan = { name: "汇总说明", cells: [{ row: 0, column: 0, value: "我的说明" }] };
    const workbook = new FakeWorkbook({ sheets: [mine], names: [] });
    const { user } = await withSamples({ workbook });
    await press(user, "一键汇总");
    expect(screen.getByRole("alert")).toHaveTextContent("工作簿里已有您自己的工作表“汇总说明”");
    expect(screen.getByRole("alert")).toHaveTextContent("请右击它的标签改个名字");
    expect(workbook.sheets).toEqual([mine]);
  });

  it("does not write this year's figures over last year's county workbook", async () => {
    const workbook = new FakeWorkbook(lastYearPlan());
    const { user } = await openPane({ workbook });
    await choose(user, "选择文件", "台上镇.xlsx", "青石镇.xlsx");
    await press(user, "一键汇总");
    expect(screen.getByRole("alert")).toHaveTextContent("现在打开的是 2019 年度的汇总工作簿");
    expect(workbook.sheets).toEqual(lastYearPlan().sheets);
  });

  it("shows the sheet under way and stops at once when cancelled, with the workbook as it was", async () => {
    const workbook = new FakeWorkbook();
    const { user } = await withSamples({ workbook });
    workbook.gate = new Promise(() => undefined);
    await user.click(button("一键汇总"));
    expect(
      await screen.findByRole("progressbar", { name: /Excel 正停在一个没填完的格子里/ }),
    ).toBeInTheDocument();
    await user.click(button("取消"));
    await idle();
    expect(workbook.names).toEqual(["Sheet1"]);
    expect(screen.queryByRole("alert")).not.toBeInTheDocument();
    expect(within(screen.getByRole("complementary")).getByText("已取消，没有改动。")).toBeVisible();
    expect(button("一键汇总")).toBeEnabled();
  });

  it("takes what it said off the screen when asked, and the focus stays near", async () => {
    const { user } = await withSamples();
    await press(user, "一键汇总");
    await press(user, "撤销");
    await press(user, "关闭提示");
    expect(screen.queryByRole("complementary")).not.toBeInTheDocument();
    expect(main()).toHaveFocus();
  });

  it("says nothing of the last step any more at another station", async () => {
    const { user, workbook } = await withSamples();
    workbook.refuses = "H02";
    await press(user, "一键汇总");
    expect(screen.getByRole("alert")).toBeVisible();
    await goTo(user, /收表/);
    expect(screen.queryByRole("alert")).not.toBeInTheDocument();
  });

  it.each<[HostErrorCode, string]>([
    ["H01", "请在表格里按回车键"],
    ["H02", "请在“审阅”选项卡里点“撤消工作表保护”"],
    ["H03", "请用电脑上安装的 Excel 打开"],
    ["H04", "重新汇总一次"],
    ["H05", "请更新 Excel"],
    ["H06", "请右击它的标签改个名字"],
    ["H07", "看 Excel 是不是还能用"],
    ["H09", "关闭后重新打开"],
  ])("says what to do when Excel refuses with %s", async (code, advice) => {
    const workbook = new FakeWorkbook();
    const { user } = await withSamples({ workbook });
    workbook.refuses = code;
    await press(user, "一键汇总");
    expect(screen.getByRole("alert")).toHaveTextContent(advice);
    expect(workbook.names).toEqual(["Sheet1"]);
    await press(user, "一键汇总");
    expect(screen.queryByRole("alert")).not.toBeInTheDocument();
    expect(workbook.names).toContain("汇总说明");
  });

  it("names the template that stands in the way, and says where to consolidate", async () => {
    const workbook = new FakeWorkbook(templatePlan(template, sayInReport("zh-CN")));
    const before = workbook.sheets;
    const { user } = await withSamples({ workbook });
    await goTo(user, /汇总/);
    expect(
      await screen.findByText(/^打开的工作簿里是标准模板，它的“图表、报告”与要写的工作表同名。$/),
    ).toBeVisible();
    await press(user, "一键汇总");
    expect(screen.getByRole("alert")).toHaveTextContent("再新建一个空白工作簿，在那里点“一键汇总”");
    expect(workbook.sheets).toBe(before);
  });

  it("names charts that do not show what they should", async () => {
    const workbook = new FakeWorkbook();
    workbook.wrongCharts = ["五老队伍"];
    const { user } = await withSamples({ workbook });
    await press(user, "一键汇总");
    expect(screen.getByText(/这几张图表显示的数与汇总表不一致：五老队伍/)).toBeVisible();
  });

  it("passes a fault of the program on without what stands in cells", async () => {
    const workbook = new FakeWorkbook();
    const { user } = await withSamples({ workbook });
    workbook.refuses = new TypeError("cannot read 张三 13800138000");
    await press(user, "一键汇总");
    await user.click(button("给维护人员的文字"));
    const report = screen.getByRole<HTMLTextAreaElement>("textbox", { name: "给维护人员的文字" }).value;
    expect(report).toContain("TypeError");
    expect(report).toContain("0.1.0 · excel · zh-CN");
    expect(report).not.toContain("张三");
  });
});

describe("while a person types into a cell", () => {
  const WAITING = /^Excel 正停在一个没填完的格子里/;

  /** Types on until `finish` is called. */
  function typing(workbook: FakeWorkbook): () => void {
    let finish = (): void => undefined;
    workbook.cell = new Promise((resolve) => (finish = resolve));
    return finish;
  }

  it("says why the pane does not begin, and begins when the cell is finished", async () => {
    const workbook = new FakeWorkbook();
    const finish = typing(workbook);
    const opening = openPane({ workbook });
    expect(await screen.findByRole("progressbar", { name: WAITING })).toBeInTheDocument();
    finish();
    await opening;
    expect(button("选择文件")).toBeEnabled();
  });

  it.each<[string, string, boolean]>([
    ["writing", "一键汇总", true],
    ["leading to a sheet", "看“汇总说明”", true],
    ["undoing", "撤销", false],
    ["keeping", "完成", false],
  ])("says why %s does not begin, and goes on when the cell is finished", async (_, label, stops) => {
    const { user, workbook } = await withSamples();
    if (label !== "一键汇总") await press(user, "一键汇总");
    const finish = typing(workbook);
    await user.click(button(label));
    expect(await screen.findByRole("progressbar", { name: WAITING })).toBeInTheDocument();
    // Half an undoing would be worse than waiting.
    expect(screen.queryAllByRole("button", { name: "取消" })).toHaveLength(stops ? 1 : 0);
    finish();
    await idle();
    expect(screen.queryByRole("alert")).not.toBeInTheDocument();
    expect(workbook.names.includes("汇总说明")).toBe(label !== "撤销");
  });

  it("hears at once that it is cancelled", async () => {
    const { user, workbook } = await withSamples();
    typing(workbook);
    await user.click(button("一键汇总"));
    await user.click(await screen.findByRole("button", { name: "取消" }));
    await idle();
    expect(screen.getByRole("complementary")).toHaveTextContent("已取消，没有改动。");
    expect(workbook.names).toEqual(["Sheet1"]);
  });
});

describe("without Excel", () => {
  it("saves the county workbook as a file that names county and year", async () => {
    const { user, saved } = await withSamples({ host: "browser" });
    await press(user, "一键汇总");
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0]!.name).toBe("集安市2020年度汇总.xlsx");
    expect([...saved[0]!.bytes.subarray(0, 2)]).toEqual([0x50, 0x4b]);
    expect(within(main()).getByText("汇总完成：集安市2020年度汇总.xlsx")).toBeVisible();
  });
});

describe("submissions that stand as sheets in the open workbook", () => {
  it("leave our own sheets out when they are taken again", async () => {
    const workbook = new FakeWorkbook(planOf("台上镇"));
    const { user } = await openPane({ workbook });
    await choose(user, "选择文件", "青石镇.xlsx");
    await user.click(button("上年汇总和其他"));
    await press(user, "加入打开的工作簿");
    await press(user, "一键汇总");
    expect(workbook.sheets.some(({ cells }) => cells[0]?.value === MARKER)).toBe(true);
    await goTo(user, /收表/);
    await user.click(button("上年汇总和其他"));
    await press(user, "加入打开的工作簿");
    expect(screen.getByRole("heading", { name: "已通过 2" })).toBeVisible();
    expect(screen.queryByRole("heading", { name: /单位不明/ })).not.toBeInTheDocument();
  });
});
