/** @jest-environment ./test/tooling/page-environment.cjs */
import "@testing-library/jest-dom";
import { screen, waitFor, within } from "@testing-library/react";
import { changed, faulty, fullShelf, planOf } from "./a-county";
import { button, choose, goTo, idle, openPane, press, type OpenedPane, type PaneOptions } from "./a-pane";
import { FakeWorkbook } from "./a-workbook";

jest.setTimeout(60_000);

async function openCheck(options: PaneOptions = {}): Promise<OpenedPane> {
  const shelf = fullShelf();
  shelf.put("台上镇.xlsx", faulty());
  const pane = await openPane({ shelf, ...options });
  await choose(pane.user, "选择文件", "台上镇.xlsx");
  await goTo(pane.user, /审核/);
  return pane;
}

/** What is read aloud. */
const status = (): string =>
  screen
    .getAllByRole("status")
    .map((each) => each.textContent)
    .join();

describe("a cell of a file", () => {
  it("is a click away: its sheet stands in Excel, marked, until it is closed", async () => {
    const { user, workbook } = await openCheck();
    await press(user, "到 关工02!E7");
    expect(workbook.viewed?.sheet.name).toBe("【查看】台上镇 关工02");
    expect(workbook.viewed?.cell).toBe("E7");
    const cell = workbook.viewed?.sheet.cells.find(({ row, column }) => row === 6 && column === 4);
    expect(cell).toMatchObject({ value: 172, style: { fill: "FFE45C" } });
    expect(screen.getAllByText(/“【查看】台上镇 关工02”是报表的副本/)[0]).toBeVisible();
    await waitFor(() => expect(status()).toContain("【查看】台上镇 关工02"));
    await press(user, "关闭查看");
    expect(workbook.viewed).toBeNull();
    expect(screen.queryByRole("button", { name: "关闭查看" })).not.toBeInTheDocument();
    // The button that was pressed is gone: who works by keyboard goes on from the one that opened the sheet.
    expect(button(/^到 关工02!E7$/)).toHaveFocus();
  });

  it("can be closed from every station", async () => {
    const { user, workbook } = await openCheck();
    await press(user, "到 关工02!E7");
    await goTo(user, /收表/);
    await press(user, "关闭查看");
    expect(workbook.viewed).toBeNull();
  });

  it("is shown with its row in the pane where there is no Excel", async () => {
    const { user } = await openCheck({ host: "browser" });
    await press(user, "看 关工02!E7 这一行");
    const row = screen.getByText("← 这一格").closest("dl")!;
    expect(within(row).getByText(/172/)).toHaveTextContent("172 ← 这一格");
    expect(row).toHaveTextContent("五老志愿者总数");
  });

  it("is shown in the pane only where people's names stand beside it", async () => {
    const shelf = fullShelf();
    shelf.put("台上镇.xlsx", changed(planOf("台上镇"), { "L7五老名册!C6": "一九四几年" }));
    const { user, workbook } = await openCheck({ shelf });
    const places = screen.getAllByRole("button", { name: /^到 L7五老名册!/ });
    await user.click(places[0]!);
    await idle();
    expect(workbook.viewed).toBeNull();
    expect(screen.getByText(/这张表有个人信息/)).toBeVisible();
    expect(screen.getByText("← 这一格")).toBeVisible();
  });

  it("says what is wrong where Excel does not let it be shown, and shows the row all the same", async () => {
    const { user, workbook } = await openCheck();
    workbook.refuses = "H02";
    await press(user, "到 关工02!E7");
    expect(await screen.findByRole("alert")).toHaveTextContent("受保护");
    expect(screen.getByText("← 这一格")).toBeVisible();
    expect(screen.queryByRole("button", { name: "关闭查看" })).not.toBeInTheDocument();
  });

  it("says so where the file is not at hand", async () => {
    const { user } = await openCheck({ engine: { sourceView: async () => null } });
    await press(user, "到 关工02!E7");
    expect(await screen.findByRole("alert")).toHaveTextContent("这份报表现在不在手边");
  });

  it("that another pane left open is closed when the pane opens", async () => {
    const workbook = new FakeWorkbook();
    workbook.viewed = { sheet: { name: "【查看】台上镇 关工02", cells: [] }, cell: "E7" };
    await openPane({ workbook });
    expect(workbook.viewed).toBeNull();
    expect(button("选择文件")).toBeEnabled();
  });
});
