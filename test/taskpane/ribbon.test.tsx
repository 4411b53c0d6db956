/** @jest-environment ./test/tooling/page-environment.cjs */
import "@testing-library/jest-dom";
import { act, screen, waitFor } from "@testing-library/react";
import { faulty, planOf } from "./a-county";
import { button, choose, goTo, idle, openPane } from "./a-pane";
import { FakeWorkbook } from "./a-workbook";

jest.setTimeout(60_000);

/** Two units' reports side by side in one workbook. */
const together = (): FakeWorkbook => {
  const second = planOf("青石镇").sheets.map((sheet) => ({ ...sheet, name: `${sheet.name}(2)` }));
  return new FakeWorkbook(planOf("台上镇"), { sheets: second, names: [] });
};

describe("审核当前工作簿 on the ribbon", () => {
  it("checks the workbook on the screen and shows what was found", async () => {
    const workbook = new FakeWorkbook(faulty());
    await openPane({ action: "check", workbook });
    expect(await screen.findByText(/五老志愿者总数.*172/)).toBeVisible();
    expect(button(/\d 审核/)).toHaveAttribute("aria-current", "step");
  });

  it("says so where there is no report in it", async () => {
    await openPane({ action: "check" });
    expect(await screen.findByRole("alert")).toHaveTextContent("打开的工作簿里没有认出报表。");
  });
});

describe("一键汇总 on the ribbon", () => {
  it("adds up the submissions that stand as sheets in the open workbook", async () => {
    const workbook = together();
    await openPane({ action: "consolidate", workbook });
    await waitFor(() => expect(workbook.names).toContain("汇总说明"), { timeout: 20_000 });
    await idle();
    expect(screen.getByText("暂定：计入 2 个单位，应有 4 个")).toBeVisible();
  });

  it("leads to the files where there are none", async () => {
    const { workbook } = await openPane({ action: "consolidate" });
    expect(await screen.findByRole("alert")).toHaveTextContent("要汇总各单位的文件，请点“选择文件”");
    expect(button("选择文件")).toBeEnabled();
    expect(workbook.names).toEqual(["Sheet1"]);
  });

  it("does not take one unit's report for a county", async () => {
    const workbook = new FakeWorkbook(planOf("台上镇"));
    await openPane({ action: "consolidate", workbook });
    expect(await screen.findByRole("heading", { name: "已通过 1" })).toBeVisible();
    expect(workbook.names).not.toContain("汇总说明");
  });
});

describe("报告 on the ribbon", () => {
  it("opens the report, where a text can be checked at once", async () => {
    await openPane({ action: "report" });
    expect(await screen.findByRole("textbox", { name: "稿件文字" })).toBeEnabled();
    expect(button(/\d 报告/)).toHaveAttribute("aria-current", "step");
  });
});

describe("a button of the ribbon while the pane is at work", () => {
  const sent = ["台上镇.xlsx", "青石镇.xlsx", "市教育局.xlsx"];
  const collected = (): HTMLElement => screen.getByRole("heading", { name: "已通过 3" });

  it.each([
    ["check", /\d 审核/],
    ["report", /\d 报告/],
    ["consolidate", /\d 汇总/],
  ] as const)("keeps what was collected: %s", async (action, station) => {
    const { user, ribbon } = await openPane();
    await choose(user, "选择文件", ...sent);
    expect(collected()).toBeVisible();
    act(() => ribbon.ask(action));
    await idle();
    if (action !== "check") expect(button(station)).toHaveAttribute("aria-current", "step");
    await goTo(user, /\d 收表/);
    expect(collected()).toBeVisible();
  });

  it("consolidates what was collected, without asking the open workbook for submissions", async () => {
    const { user, ribbon, workbook } = await openPane();
    await choose(user, "选择文件", ...sent);
    act(() => ribbon.ask("consolidate"));
    await waitFor(() => expect(workbook.names).toContain("汇总说明"), { timeout: 20_000 });
    await idle();
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("checks the open workbook as often as it is pressed", async () => {
    const workbook = new FakeWorkbook(faulty());
    const { user, ribbon } = await openPane({ action: "check", workbook });
    expect(await screen.findByText(/五老志愿者总数.*172/)).toBeVisible();
    await goTo(user, /\d 收表/);
    act(() => ribbon.ask("check"));
    await idle();
    expect(button(/\d 审核/)).toHaveAttribute("aria-current", "step");
  });
});
