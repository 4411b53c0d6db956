/** @jest-environment ./test/tooling/page-environment.cjs */
import "./browser-globals";
import "@testing-library/jest-dom";
import { screen, waitFor, within } from "@testing-library/react";
import type { Template } from "../../src/template/template";
import type { PlanCell, SheetPlan, WorkbookPlan } from "../../src/workbook/plan";
import { sessionCalls } from "../app/session-calls";
import { faulty, fullShelf, given, lastYearPlan, template } from "./a-county";
import { button, choose, goTo, idle, main, openPane, press } from "./a-pane";
import { FakeWorkbook } from "./a-workbook";

jest.setTimeout(60_000);

/** The county workbook of these units, as it was saved. */
async function countyOf(...units: string[]): Promise<WorkbookPlan> {
  return countyBy(template, units);
}

async function countyBy(by: Template, units: readonly string[]): Promise<WorkbookPlan> {
  const service = sessionCalls(by, fullShelf());
  await service.setLastYear(given("2019.xlsx"));
  await service.addFiles(
    units.map((unit) => given(`${unit}.xlsx`)),
    () => undefined,
  );
  return service.countyPlan("zh-CN")!;
}

describe("a county workbook that stands open", () => {
  it("is offered to go on with, and the late files come on top of it", async () => {
    const partly = await countyOf("青石镇", "台上镇", "市教育局");
    const { user, workbook } = await openPane({ workbook: new FakeWorkbook(partly) });
    expect(screen.getByText("“打开的工作簿”是 2020 年度的汇总工作簿")).toBeVisible();
    // That comes first: nothing else is offered to begin with but files.
    expect(button("选择文件")).toBeEnabled();
    expect(screen.queryByRole("button", { name: "试用示例县" })).toBeNull();
    await press(user, "接着上次做");
    expect(within(main()).getByText("3/4")).toBeVisible();
    expect(within(main()).getByText("已接着上次的汇总")).toBeVisible();
    await choose(user, "选择文件", "市公安局.xlsx");
    expect(within(main()).getByText("4/4")).toBeVisible();
    await press(user, "一键汇总");
    expect(within(main()).getByText(/汇总完成/)).toBeVisible();
    const whole = await countyOf("青石镇", "台上镇", "市教育局", "市公安局");
    const cover = (sheets: readonly SheetPlan[]) => sheets.find(({ name }) => name === "汇总说明")?.cells;
    expect(cover(workbook.sheets)).toEqual(cover(whole.sheets));
  });

  it("serves as last year's where it is that", async () => {
    const { user } = await openPane({ workbook: new FakeWorkbook(lastYearPlan()) });
    await press(user, "作为上年数，用来比较");
    await choose(user, "选择文件", "台上镇.xlsx");
    await user.click(button("上年汇总和其他"));
    expect(screen.getByText("上年汇总：2019 年度")).toBeVisible();
  });

  it("may be left out", async () => {
    const { user } = await openPane({ workbook: new FakeWorkbook(lastYearPlan()) });
    await press(user, "不用它");
    expect(screen.queryByText("“打开的工作簿”是 2019 年度的汇总工作簿")).not.toBeInTheDocument();
    expect(button("选择文件")).toBeEnabled();
  });

  it("loses a unit that is removed", async () => {
    const { user } = await openPane({ workbook: new FakeWorkbook(await countyOf("青石镇", "台上镇")) });
    await press(user, "接着上次做");
    await user.click(button("台上镇"));
    await press(user, "移除 台上镇.xlsx");
    expect(within(main()).getByText("1/4")).toBeVisible();
  });

  it("says what is lost where a unit is held back whose report is not at hand", async () => {
    const shelf = fullShelf();
    shelf.put("台上镇.xlsx", faulty());
    const service = sessionCalls(template, shelf);
    await service.addFiles([given("青石镇.xlsx"), given("台上镇.xlsx")], () => undefined);
    const { user } = await openPane({ workbook: new FakeWorkbook(service.countyPlan("zh-CN")!), shelf });
    await press(user, "接着上次做");
    await goTo(user, /汇总/);
    await user.click(screen.getByRole("switch", { name: /先不计入/ }));
    await idle();
    expect(screen.getByText(/^台上镇的报表这次没有选进来/)).toBeVisible();
    await user.click(screen.getByRole("switch", { name: /先不计入/ }));
    await idle();
    expect(screen.queryByText(/^台上镇的报表这次没有选进来/)).not.toBeInTheDocument();
  });

  it("says which values were changed by hand, and counts them as changed", async () => {
    const workbook = new FakeWorkbook(await countyOf("青石镇", "台上镇"));
    const { row, column } = firstValueOf(
      "台上镇",
      workbook.sheets.find(({ name }) => name === "单位数据")!,
    );
    workbook.type("单位数据", row, { [column]: 99 });
    const { user } = await openPane({ workbook });
    await press(user, "接着上次做");
    expect(
      screen.getByText(/“单位数据”里有 1 个数是手工改过的，按改后的数汇总：台上镇 0101：\d+ → 99/),
    ).toBeVisible();
  });

  it("says for whom values were typed without a report, and counts none of them", async () => {
    const workbook = new FakeWorkbook(await countyOf("青石镇"));
    const sheet = workbook.sheets.find(({ name }) => name === "单位数据")!;
    const { row } = sheet.cells.find(({ value }) => value === "台上镇")!;
    const { column } = sheet.cells.find(({ value }) => value === "0101")!;
    workbook.type("单位数据", row, { [column]: 99 });
    const { user } = await openPane({ workbook });
    await press(user, "接着上次做");
    expect(screen.getByText(/没有它们的报表，没有计入：台上镇。/)).toBeVisible();
    expect(within(main()).getByText("1/4")).toBeVisible();
  });

  it("says which sheets were lost, and keeps the rest", async () => {
    const plan = await countyOf("青石镇", "台上镇");
    const sheets = plan.sheets.filter(({ name }) => name !== "数据来源");
    const { user } = await openPane({ workbook: new FakeWorkbook({ ...plan, sheets }) });
    await press(user, "接着上次做");
    expect(screen.getByText(/没有读出来：数据来源。其余的都在/)).toBeVisible();
    expect(within(main()).getByText("2/4")).toBeVisible();
  });

  it("is told apart where it cannot be read", async () => {
    const plan = await countyOf("青石镇");
    const sheets = plan.sheets.filter(({ name }) => name !== "单位数据");
    await openPane({ workbook: new FakeWorkbook({ ...plan, sheets }) });
    expect(screen.getByText("“打开的工作簿”像是汇总工作簿，但读不了")).toBeVisible();
  });
});

describe("a writing that was left in the middle", () => {
  const HALF = "往这个工作簿里写到一半停下了";

  /** The pane was closed when the county workbook was half written over the one of last week. */
  async function halfWritten() {
    const { sheets } = await countyOf("青石镇", "台上镇");
    const workbook = new FakeWorkbook({
      sheets: sheets.map((sheet) => ({ ...sheet, cells: [] })),
      names: [],
    });
    workbook.unfinishedSince = { sheets, began: new Date(2021, 0, 18, 8, 31).getTime() };
    return { workbook, before: sheets };
  }

  const theBar = () => screen.queryByRole("complementary", { name: "没有写完的写入" });
  const bar = () => within(theBar()!);

  it("is told with its time and sheets before anything is read, and put back; then last week's is offered", async () => {
    const { workbook, before } = await halfWritten();
    const { user } = await openPane({ workbook });
    await waitFor(() => expect(screen.getByRole("status")).toHaveTextContent(HALF));
    expect(bar().getByText(/^1月18日 08:31 开始写，中途停了/)).toBeVisible();
    await user.click(bar().getByRole("button", { name: /^有关的 \d+ 张工作表$/ }));
    expect(bar().getByText("调整")).toBeVisible();
    expect(screen.queryByRole("button", { name: "接着上次做" })).not.toBeInTheDocument();
    await press(user, "恢复");
    expect(workbook.sheets).toEqual(before);
    expect(theBar()).toBeNull();
    const outcome = within(screen.getByRole("complementary", { name: "刚才这一步" }));
    expect(outcome.getByText(/^已恢复，工作簿回到了写之前的样子/)).toBeVisible();
    await press(user, "接着上次做");
    expect(within(main()).getByText("2/4")).toBeVisible();
  });

  it("is kept as it is only after a second question", async () => {
    const { workbook } = await halfWritten();
    const now = workbook.sheets;
    const { user } = await openPane({ workbook });
    await press(user, "不恢复，保留现在的样子");
    expect(bar().getByText(/再也找不回来/)).toBeVisible();
    await press(user, "先不");
    expect(workbook.unfinishedSince).not.toBeNull();
    await press(user, "不恢复，保留现在的样子");
    await press(user, "保留现在的样子");
    expect(workbook.unfinishedSince).toBeNull();
    expect(workbook.sheets).toEqual(now);
    expect(theBar()).toBeNull();
  });

  it("by another pane stands in the way of the next writing, and is put back where that pane is gone", async () => {
    const { user, workbook } = await openPane();
    await press(user, "试用示例县");
    const { sheets } = workbook;
    workbook.unfinishedSince = { sheets, began: Date.now(), recent: true };
    await press(user, "一键汇总");
    expect(workbook.sheets).toBe(sheets);
    expect(screen.getByRole("alert")).toHaveTextContent(/另一个窗口正在写/);
    expect(bar().getByText(/请等它写完/)).toBeVisible();
    await press(user, "恢复");
    await press(user, "一键汇总");
    expect(within(main()).getByText(/汇总完成/)).toBeVisible();
    // So is an undo of this pane's own that Excel stops: it is no more to be called done.
    workbook.unfinishedSince = { sheets, began: Date.now() };
    workbook.refuses = "H09";
    await press(user, "撤销");
    expect(screen.getByRole("alert")).toHaveTextContent(/写到一半停下了/);
    expect(screen.queryByRole("button", { name: "完成" })).toBeNull();
    await press(user, "恢复");
    expect(workbook.sheets).toEqual(sheets);
  });

  it("by another pane raises nothing any more once that pane is done", async () => {
    const { user, workbook } = await openPane();
    workbook.unfinishedSince = { sheets: workbook.sheets, began: Date.now(), recent: true };
    await press(user, "审核打开的工作簿");
    expect(bar().getByText(HALF)).toBeVisible();
    workbook.unfinishedSince = null;
    await press(user, "恢复");
    expect(screen.getByRole("alert")).toHaveTextContent(/另一个窗口正在写/);
    expect(theBar()).toBeNull();
  });
});

describe("county workbooks among the files", () => {
  it("are no reports: last year's is offered for comparison, with the units' files beside it", async () => {
    const { user } = await openPane();
    await choose(user, "选择文件", "台上镇.xlsx", "2019.xlsx");
    expect(within(main()).getByText("1/4")).toBeVisible();
    expect(screen.queryByRole("button", { name: "接着上次做" })).not.toBeInTheDocument();
    await press(user, "作为上年数，用来比较");
    await user.click(button("上年汇总和其他"));
    expect(screen.getByText("上年汇总：2019 年度")).toBeVisible();
  });

  it("of this year carry the session on without Excel", async () => {
    const shelf = fullShelf();
    shelf.put("汇总.xlsx", await countyOf("青石镇", "台上镇"));
    const { user } = await openPane({ host: "browser", shelf });
    await choose(user, "选择文件", "汇总.xlsx", "市教育局.xlsx");
    await press(user, "接着上次做");
    expect(within(main()).getByText("3/4")).toBeVisible();
  });
});

describe("a second county workbook of this year", () => {
  it("does not take the place of the one that the session goes on from", async () => {
    const shelf = fullShelf();
    shelf.put("第一周.xlsx", await countyOf("青石镇"));
    shelf.put("第二周.xlsx", await countyOf("青石镇", "台上镇"));
    const { user } = await openPane({ host: "browser", shelf });
    await choose(user, "选择文件", "第一周.xlsx", "第二周.xlsx");
    const card = (file: string) => within(screen.getByRole("region", { name: new RegExp(file) }));
    await user.click(card("第二周").getByRole("button", { name: "接着上次做" }));
    expect(within(main()).getByText("2/4")).toBeVisible();
    expect(screen.queryByRole("button", { name: "接着上次做" })).not.toBeInTheDocument();
    expect(card("第一周").getByText(/已经接着另一份汇总工作簿在做/)).toBeVisible();
    await user.click(card("第一周").getByRole("button", { name: "不用它" }));
    expect(within(main()).getByText("2/4")).toBeVisible();
  });
});

describe("what people typed into the sheets that are written anew", () => {
  /** The sample county, written and kept. */
  async function written() {
    const pane = await openPane();
    await press(pane.user, "试用示例县");
    await press(pane.user, "一键汇总");
    await press(pane.user, "完成");
    return pane;
  }

  it("into 调整 is taken along, and counts", async () => {
    const { user, workbook } = await written();
    const row =
      workbook.sheets.find(({ name }) => name === "调整")!.cells.find(({ value }) => value === "代码")!.row +
      1;
    workbook.type("调整", row, { 0: "0407", 2: -1, 4: "台上镇和市教育局重复" });
    await press(user, "重新汇总");
    const texts = workbook.sheets.find(({ name }) => name === "调整")!.cells.map(({ value }) => value);
    expect(texts).toEqual(expect.arrayContaining(["0407", -1, "台上镇和市教育局重复"]));
  });

  it("into 单位数据 is named where it was written over, with the way back", async () => {
    const { user, workbook } = await written();
    const { row, column } = firstValueOf(
      "台上镇",
      workbook.sheets.find(({ name }) => name === "单位数据")!,
    );
    workbook.type("单位数据", row, { [column]: 99 });
    await press(user, "重新汇总");
    expect(screen.getByText("“单位数据”里有 1 个数是手工改过的，已换回报表里的数")).toBeVisible();
    expect(screen.getByText(/台上镇 0101：\d+ → 99/)).toBeVisible();
    expect(button("撤销")).toBeEnabled();
  });
});

/** The first number in the row that bears the unit's name. */
function firstValueOf(unit: string, { cells }: SheetPlan): PlanCell {
  const { row } = cells.find(({ value }) => value === unit)!;
  return cells.find((cell) => cell.row === row && typeof cell.value === "number" && cell.value > 0)!;
}

describe("county workbooks that counties sent", () => {
  const named = (county: string): Template => ({ ...template, county });

  it("are asked about together, and become the units one level up", async () => {
    const shelf = fullShelf();
    shelf.put("甲县.xlsx", await countyBy(named("甲县"), ["青石镇", "台上镇"]));
    shelf.put("乙县.xlsx", await countyBy(named("乙县"), ["市教育局"]));
    shelf.put("丙县.xlsx", await countyBy(named("丙县"), ["市公安局"]));
    const { user, workbook } = await openPane({ shelf });
    await choose(user, "选择文件", "甲县.xlsx", "乙县.xlsx");
    expect(screen.getByRole("region", { name: "收到 2 份汇总工作簿" })).toHaveTextContent(
      "它们是各县（市、区）报上来的吗？",
    );
    expect(screen.queryByRole("button", { name: "接着上次做" })).toBeNull();
    await user.click(button("应报单位和本级名称（可以不填）"));
    await user.type(screen.getByRole("textbox", { name: /^本级名称/ }), "通化市");
    await user.type(screen.getByRole("textbox", { name: /^应报的单位/ }), "名称\n甲县\n乙县\n丙县");
    await press(user, "是，往上汇总一级");
    expect(within(main()).getByText("2/3")).toBeVisible();
    // What comes later is a report without being asked about.
    await choose(user, "选择文件", "丙县.xlsx");
    expect(within(main()).getByText("3/3")).toBeVisible();
    await goTo(user, /汇总/);
    await press(user, "一键汇总");
    expect(within(main()).getByText(/汇总完成/)).toBeVisible();
    const text = JSON.stringify(workbook.sheets.find(({ name }) => name === "汇总说明")?.cells);
    expect(text).toContain("通化市");
    // Their own counties' workbook of last year is of another level.
    await goTo(user, /收表/);
    await user.click(button("上年汇总和其他"));
    await choose(user, "选择上年汇总工作簿", "2019.xlsx");
    expect(screen.getByText(/它是另一级的汇总/)).toBeVisible();
  });

  it("may be something else, each for itself; a single one too", async () => {
    const shelf = fullShelf();
    shelf.put("甲县.xlsx", await countyBy(named("甲县"), ["青石镇"]));
    shelf.put("乙县.xlsx", await countyBy(named("乙县"), ["市教育局"]));
    const { user } = await openPane({ shelf });
    await choose(user, "选择文件", "甲县.xlsx", "乙县.xlsx");
    await user.click(button("不是，一份一份地选用途"));
    const [, second] = screen.getAllByRole("button", { name: "不用它" });
    await user.click(second!);
    await idle();
    await press(user, "这是下级报上来的，往上汇总一级");
    expect(within(main()).getByText("1/1")).toBeVisible();
  });
});
