/** @jest-environment ./test/tooling/page-environment.cjs */
import "@testing-library/jest-dom";
import { cleanup, screen, within } from "@testing-library/react";
import { unzipSync } from "fflate";
import { changed, faulty, fullShelf, planOf, type ShelfReader } from "./a-county";
import { button, choose, goTo, idle, openPane, press, type OpenedPane, type PaneOptions } from "./a-pane";
import { FakeWorkbook } from "./a-workbook";

jest.setTimeout(60_000);

/** 台上镇 with R05 broken, 青石镇 with a number in words. */
function faultyShelf(): ShelfReader {
  const shelf = fullShelf();
  shelf.put("台上镇.xlsx", faulty());
  shelf.put("青石镇.xlsx", changed(planOf("青石镇"), { "关工03!E7": "约7" }));
  return shelf;
}

async function openCheck(options: PaneOptions = {}): Promise<OpenedPane> {
  const pane = await openPane({
    shelf: faultyShelf(),
    ...options,
    tools: { today: () => "2021-01-18", ...options.tools },
  });
  await choose(pane.user, "选择文件", "台上镇.xlsx", "青石镇.xlsx", "市教育局.xlsx");
  await goTo(pane.user, /审核/);
  return pane;
}

/** The units under a status on the board. */
async function onBoard({ user }: OpenedPane, status: string): Promise<string[]> {
  await goTo(user, /收表/);
  const heading = screen.queryByRole("heading", { name: new RegExp(`^${status} \\d+$`) });
  if (!heading) return [];
  return within(heading.closest("section")!)
    .getAllByRole("listitem")
    .map((tile) => (tile.textContent ?? "").replace(/\d+ 处$/, ""));
}

const entriesOf = ({ saved }: OpenedPane): string[] => Object.keys(unzipSync(saved[0]!.bytes));

describe("退回", () => {
  it("makes a folder for each unit with something to correct, at one click, and says where it is", async () => {
    const pane = await openCheck();
    await press(pane.user, "生成全部退回材料");
    expect(pane.saved[0]!.name).toBe("集安市2020年度退回材料.zip");
    expect(entriesOf(pane)).toEqual([
      "退回清单.txt",
      "青石镇/退回单（青石镇）.xlsx",
      "青石镇/退回单（青石镇）.txt",
      "台上镇/退回单（台上镇）.xlsx",
      "台上镇/退回单（台上镇）.txt",
    ]);
    expect(screen.getAllByText(/退回材料已存到“下载”文件夹/)[0]).toBeVisible();
    expect(screen.getAllByRole("status").map((each) => each.textContent)).toContain(
      "退回材料已存到“下载”文件夹：集安市2020年度退回材料.zip",
    );
    // The shelf's files are no workbooks at all: the reason is said.
    await pane.user.click(button("没有标注报表的（2 份）"));
    expect(screen.getAllByText(/不允许标注/)).toHaveLength(2);
  });

  it("counts nobody as returned until it is said that the materials were sent, and that can be undone", async () => {
    const pane = await openCheck();
    await press(pane.user, "生成全部退回材料");
    expect(screen.getByText("发出以后，点下面的“标记为已退回”，收表处才会记着。")).toBeVisible();
    expect(await onBoard(pane, "已退回")).toEqual([]);
    await goTo(pane.user, /审核/);
    await press(pane.user, "标记为已退回（2 个单位）");
    expect(screen.getAllByText("已把 2 个单位标记为“已退回”，在“收表”里看得到。")[0]).toBeVisible();
    expect(screen.queryByRole("button", { name: /^标记为已退回（/ })).not.toBeInTheDocument();
    await pane.user.click(button("退回记录（2 个单位）"));
    const log = button("退回记录（2 个单位）").closest("section")!;
    expect(within(log).getByText("台上镇").closest("li")).toHaveTextContent("1 月 18 日已退回");
    expect(within(log).getAllByRole("button", { name: "退回的 1 处，逐条看" })).toHaveLength(2);
    await press(pane.user, "撤销退回");
    expect(button("标记为已退回（2 个单位）")).toBeVisible();
    expect(await onBoard(pane, "已退回")).toEqual([]);
  });

  it("marks the units of the materials, and leaves alone who was marked before when that is undone", async () => {
    const pane = await openCheck();
    const group = screen.getByRole("button", { name: /^青石镇(?!的)/ }).closest("section")!;
    await pane.user.click(within(group).getByRole("button", { name: "标记为已退回" }));
    await idle();
    expect(button("标记为已退回（1 个单位）")).toBeVisible();
    await press(pane.user, "生成全部退回材料");
    await press(pane.user, "标记为已退回（2 个单位）");
    await press(pane.user, "撤销退回");
    expect(await onBoard(pane, "已退回")).toEqual(["青石镇"]);
  });

  it("says the second step in English too", async () => {
    const pane = await openPane({ locale: "en-US", shelf: faultyShelf() });
    await choose(pane.user, "Choose files", "台上镇.xlsx", "青石镇.xlsx");
    await goTo(pane.user, /\d Check/);
    await press(pane.user, "Create return packs");
    expect(screen.getByText(/^Once they are sent, press “Mark as returned” below/)).toBeVisible();
    await press(pane.user, "Mark as returned (2 units)");
    expect(screen.getAllByText("2 units are marked as returned; “Collect” shows them.")[0]).toBeVisible();
  });

  it("shows the units on the board as returned until something new comes from them", async () => {
    const pane = await openCheck();
    await press(pane.user, "生成全部退回材料");
    await press(pane.user, /^标记为已退回（\d 个单位）$/);
    expect(await onBoard(pane, "已退回")).toEqual(["青石镇", "台上镇"]);
    expect(await onBoard(pane, "已通过")).toEqual(["市教育局"]);
    await pane.user.click(button("台上镇"));
    expect(screen.getByText("1 月 18 日已退回，等这个单位重新报送。")).toBeVisible();
    pane.shelf.put("台上镇.xlsx", planOf("台上镇"));
    await choose(pane.user, "选择文件", "台上镇.xlsx");
    expect(await onBoard(pane, "已退回")).toEqual(["青石镇"]);
    expect(await onBoard(pane, "已通过")).toContain("台上镇 已重报");
    await pane.user.click(button("台上镇 已重报"));
    expect(screen.getByText("已重报：1 月 18 日退回的 1 处都改好了。")).toBeVisible();
  });

  it("reminds those who were returned and have not sent again, in a text of their own", async () => {
    const pane = await openCheck();
    await press(pane.user, "生成全部退回材料");
    await press(pane.user, /^标记为已退回（\d 个单位）$/);
    await goTo(pane.user, /收表/);
    await pane.user.click(button("催报文字"));
    await press(pane.user, "复制");
    const [missing, returned] = pane.copied[0]!.split("\n\n\n");
    expect(missing).toMatch(/^市公安局：\n2020 年度.*还没有收到你们单位的/);
    expect(returned).toMatch(/^青石镇、台上镇：\n你们单位的2020 年度.*已经退回，改好的还没有收到/);
  });

  it("says of a report that came again which points are corrected and which still stand", async () => {
    const shelf = faultyShelf();
    shelf.put("台上镇.xlsx", changed(faulty(), { "关工03!E7": "约7" }));
    const pane = await openCheck({ shelf });
    await press(pane.user, "生成全部退回材料");
    await press(pane.user, /^标记为已退回（\d 个单位）$/);
    shelf.put("台上镇.xlsx", changed(planOf("台上镇"), { "关工03!E7": "约7" }));
    await goTo(pane.user, /收表/);
    await choose(pane.user, "选择文件", "台上镇.xlsx");
    await pane.user.click(button("台上镇 已重报"));
    expect(screen.getByText("已重报：1 月 18 日退回的 2 处，改好 1 处，还有 1 处没改。")).toBeVisible();
    await pane.user.click(button("退回的 2 处，逐条看"));
    const points = screen.getAllByRole("listitem").map((each) => each.textContent);
    expect(points).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^改好了关工02!E7 /),
        expect.stringMatching(/^还没改关工03!E7 .*约7/),
      ]),
    );
    await pane.user.click(button("看台上镇的审核结果"));
    expect(screen.getAllByText("退回过，还没改")).toHaveLength(1);
  });

  it("lets a report that came again under another name take the place of the returned one, and says so", async () => {
    const pane = await openCheck();
    await press(pane.user, "生成全部退回材料");
    await press(pane.user, /^标记为已退回（\d 个单位）$/);
    pane.shelf.put("台上镇（改）.xlsx", planOf("台上镇"));
    await goTo(pane.user, /收表/);
    await choose(pane.user, "选择文件", "台上镇（改）.xlsx");
    expect(await onBoard(pane, "重复上报")).toEqual([]);
    expect(await onBoard(pane, "已通过")).toContain("台上镇 已重报");
    await goTo(pane.user, /审核/);
    await pane.user.click(screen.getByRole("button", { name: /^台上镇(?!的)/ }));
    expect(screen.getByText(/这一份已经退回，这个单位重报了“台上镇（改）.xlsx”，以重报的为准/)).toBeVisible();
    await press(pane.user, "用这一份：台上镇.xlsx");
    expect(await onBoard(pane, "须改正")).toEqual(["台上镇 已重报"]);
  });

  it("is still known next week, when the county workbook is gone on with", async () => {
    const pane = await openCheck();
    await press(pane.user, "生成全部退回材料");
    await press(pane.user, /^标记为已退回（\d 个单位）$/);
    await goTo(pane.user, /汇总/);
    await press(pane.user, "一键汇总");
    const saved = new FakeWorkbook({ names: [], sheets: pane.workbook.sheets });
    cleanup();
    const next = await openPane({ workbook: saved, shelf: faultyShelf() });
    await press(next.user, "接着上次做");
    expect(await onBoard(next, "已退回")).toEqual(["青石镇", "台上镇"]);
    await next.user.click(button("台上镇"));
    expect(screen.getByText("1 月 18 日已退回，等这个单位重新报送。")).toBeVisible();
    await next.user.click(button("台上镇"));
    await choose(next.user, "选择文件", "台上镇.xlsx");
    expect(await onBoard(next, "已退回")).toEqual(["青石镇", "台上镇"]);
    next.shelf.put("台上镇.xlsx", planOf("台上镇"));
    await choose(next.user, "选择文件", "台上镇.xlsx");
    expect(await onBoard(next, "已退回")).toEqual(["青石镇"]);
    expect(await onBoard(next, "已通过")).toContain("台上镇 已重报");
  });

  it("makes what goes back to one unit alone", async () => {
    const pane = await openCheck();
    await pane.user.click(screen.getByRole("button", { name: /^台上镇(?!的)/ }));
    await press(pane.user, "台上镇的退回单和标注的报表");
    expect(pane.saved[0]!.name).toBe("台上镇退回材料.zip");
    expect(entriesOf(pane)).toEqual([
      "退回清单.txt",
      "台上镇/退回单（台上镇）.xlsx",
      "台上镇/退回单（台上镇）.txt",
    ]);
    const group = screen.getByRole("button", { name: /^台上镇(?!的)/ }).closest("section")!;
    await pane.user.click(within(group).getByRole("button", { name: "标记为已退回" }));
    await idle();
    expect(await onBoard(pane, "已退回")).toEqual(["台上镇"]);
  });

  it("is remembered too where the text was sent by chat", async () => {
    const pane = await openCheck();
    const group = screen.getByRole("button", { name: /^青石镇(?!的)/ }).closest("section")!;
    await pane.user.click(within(group).getByRole("button", { name: "标记为已退回" }));
    await idle();
    expect(within(group).getByText("1 月 18 日已退回，等这个单位重新报送。")).toBeVisible();
    expect(await onBoard(pane, "已退回")).toEqual(["青石镇"]);
    await goTo(pane.user, /审核/);
    await press(pane.user, "撤销退回：青石镇");
    expect(await onBoard(pane, "已退回")).toEqual([]);
  });

  it("quotes nobody of the roster in what is sent by chat", async () => {
    const shelf = fullShelf();
    shelf.put("台上镇.xlsx", changed(planOf("台上镇"), { "L7五老名册!C6": "一九四几年" }));
    const pane = await openCheck({ shelf });
    await pane.user.click(button("台上镇的退回单"));
    await pane.user.click(await screen.findByRole("button", { name: "复制" }));
    expect(pane.copied[0]).toContain("L7五老名册!C6");
    expect(pane.copied[0]).not.toContain("一九四几年");
  });

  it("says so where the file cannot be saved, and nobody counts as returned", async () => {
    const save = (): void => {
      throw new Error("blocked");
    };
    const pane = await openCheck({ tools: { save } });
    await press(pane.user, "生成全部退回材料");
    expect(await screen.findByRole("alert")).toHaveTextContent("文件没有存下来。");
    expect(await onBoard(pane, "已退回")).toEqual([]);
  });

  it("can be cancelled", async () => {
    let cancelled = false;
    const pane = await openCheck({
      engine: {
        returnMaterials: () =>
          new Promise(
            (resolve) =>
              void waitFor(
                () => cancelled,
                () => resolve(null),
              ),
          ),
        cancel: async () => {
          cancelled = true;
          return null;
        },
      },
    });
    await pane.user.click(button("生成全部退回材料"));
    await pane.user.click(await screen.findByRole("button", { name: "取消" }));
    await idle();
    expect(pane.saved).toEqual([]);
    expect(screen.queryByText(/退回材料已存到/)).not.toBeInTheDocument();
  });

  it("is not offered to a township that checks its own workbook", async () => {
    const pane = await openPane({ workbook: new FakeWorkbook(faulty()) });
    await press(pane.user, "审核打开的工作簿");
    expect(screen.queryByRole("button", { name: "生成全部退回材料" })).not.toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "标记为已退回" })).not.toBeInTheDocument();
  });
});

describe("退回 where nothing can be downloaded", () => {
  it("writes a sheet for each unit into the open workbook, and takes them away again", async () => {
    const pane = await openCheck({ tools: { canSave: false } });
    expect(screen.queryByRole("button", { name: "生成全部退回材料" })).not.toBeInTheDocument();
    await press(pane.user, "把退回单写进打开的工作簿");
    expect(pane.workbook.names).toEqual(["Sheet1", "退回单 青石镇", "退回单 台上镇"]);
    await press(pane.user, "撤销");
    expect(pane.workbook.names).toEqual(["Sheet1"]);
  });

  it("writes them anew over those it wrote before, and over nobody else's", async () => {
    const pane = await openCheck({ tools: { canSave: false } });
    await press(pane.user, "把退回单写进打开的工作簿");
    await press(pane.user, "把退回单写进打开的工作簿");
    expect(pane.workbook.names).toHaveLength(3);
    pane.workbook.sheets = [{ name: "退回单 台上镇", cells: [] }];
    await press(pane.user, "把退回单写进打开的工作簿");
    expect(await screen.findByRole("alert")).toHaveTextContent("退回单 台上镇");
  });

  it("gives up no way back of 汇总 without need: the county's sheets stay", async () => {
    const pane = await openCheck({ tools: { canSave: false } });
    await goTo(pane.user, /汇总/);
    await press(pane.user, "一键汇总");
    await goTo(pane.user, /审核/);
    await press(pane.user, "把退回单写进打开的工作簿");
    expect(pane.workbook.names).toEqual(expect.arrayContaining(["汇总说明", "退回单 台上镇"]));
    expect(pane.workbook.kept).toBe(1);
  });
});

/** Asks again and again until it holds. */
async function waitFor(holds: () => boolean, then: () => void): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 1));
  then();
}
