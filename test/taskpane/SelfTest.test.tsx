/** @jest-environment ./test/tooling/page-environment.cjs */
import "@testing-library/jest-dom";
import { screen } from "@testing-library/react";
import type { SelfTest, SelfTestResult } from "../../src/ports/ports";
import { button, openPane, press, type OpenedPane } from "./a-pane";

jest.setTimeout(60_000);

const RESULTS: readonly SelfTestResult[] = [
  { topic: "values", title: "numbers come back", outcome: "passed", reason: null },
  {
    topic: "names",
    title: "a name follows rows",
    outcome: "failed",
    reason: { found: "Excel gave A1; expected was A3." },
  },
  { topic: "limits", title: "5 MB are refused", outcome: "skipped", reason: "web" },
];

async function openSelfTest(test: Partial<SelfTest>): Promise<OpenedPane> {
  const whole: SelfTest = {
    isBlank: async () => true,
    openBlank: async () => undefined,
    run: async () => RESULTS,
    ...test,
  };
  const pane = await openPane({ tools: { selfTest: async () => whole } });
  await press(pane.user, "关于和诊断");
  await press(pane.user, "自检");
  return pane;
}

describe("自检", () => {
  it("runs in a blank workbook and gives a result to send: counts, what failed, and every case", async () => {
    const pane = await openSelfTest({});
    await press(pane.user, "开始自检");
    expect((await screen.findAllByText("自检：1 项符合，1 项不符，1 项没有试"))[0]).toBeVisible();
    expect(screen.getByText("Excel gave A1; expected was A3.")).toBeVisible();
    const report = screen.getByRole<HTMLTextAreaElement>("textbox", { name: "自检结果" }).value;
    expect(report.split("\n").slice(-3)).toEqual([
      "✗ names: a name follows rows — Excel gave A1; expected was A3.",
      "– limits: 5 MB are refused — 只有网页版 Excel 才能试",
      "✓ values: numbers come back",
    ]);
    expect(report).toContain("0.1.0 · excel · zh-CN");
  });

  it("does nothing in a workbook with something in it before it was said what it does there", async () => {
    const run = jest.fn(async () => RESULTS);
    const pane = await openSelfTest({ isBlank: async () => false, run });
    expect(screen.queryByRole("button", { name: "开始自检" })).toBeNull();
    await press(pane.user, "一定要在这个工作簿里自检");
    expect(screen.getByText(/临时加一张“自检 scratch”工作表/)).toBeVisible();
    expect(run).not.toHaveBeenCalled();
    await press(pane.user, "知道了，在这里自检");
    expect(run).toHaveBeenCalledTimes(1);
  });

  it("opens a blank workbook where one is wanted, and says where to go on", async () => {
    const openBlank = jest.fn(async () => undefined);
    const pane = await openSelfTest({ isBlank: async () => false, openBlank });
    await press(pane.user, "新建空白工作簿");
    expect(openBlank).toHaveBeenCalledTimes(1);
    expect((await screen.findAllByText(/空白工作簿已经打开/))[0]).toBeVisible();
  });

  it("shows how far it is, and can be stopped", async () => {
    const stopped = RESULTS.map((result) => ({ ...result, outcome: "skipped", reason: "stopped" }) as const);
    const pane = await openSelfTest({
      run: ({ signal, onProgress }) =>
        new Promise((resolve) => {
          onProgress(3, 80);
          signal.addEventListener("abort", () => resolve(stopped));
        }),
    });
    await pane.user.click(button("开始自检"));
    expect(await screen.findByText(/正在自检…/)).toHaveTextContent("3");
    await press(pane.user, "取消");
    expect((await screen.findAllByText("自检：0 项符合，0 项不符，3 项没有试"))[0]).toBeVisible();
    expect(screen.getByText("一项也没有试。")).toBeVisible();
  });

  it("is not offered where there is no Excel", async () => {
    const pane = await openPane({ host: "browser" });
    await press(pane.user, "关于和诊断");
    expect(screen.queryByRole("button", { name: "自检" })).toBeNull();
  });
});
