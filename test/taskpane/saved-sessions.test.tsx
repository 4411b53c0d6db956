/** @jest-environment ./test/tooling/page-environment.cjs */
import "./browser-globals";
import "@testing-library/jest-dom";
import { screen, within } from "@testing-library/react";
import { axe, toHaveNoViolations } from "jest-axe";
import type { Locale } from "../../src/locales";
import { MemoryStore } from "../app/memory-store";
import { faulty, fullShelf } from "./a-county";
import { button, choose, main, openPane, press, type PaneOptions } from "./a-pane";

jest.setTimeout(60_000);
expect.extend(toHaveNoViolations);

/** A pane in which three units have reported and one finding was explained, and that was closed. */
async function leftUnfinished(locale: Locale = "zh-CN"): Promise<MemoryStore> {
  const store = new MemoryStore();
  const shelf = fullShelf();
  shelf.put("台上镇.xlsx", faulty());
  const { user, unmount } = await openPane({ store, shelf, locale });
  await choose(user, locale === "zh-CN" ? "选择文件" : "Choose files", "青石镇.xlsx", "台上镇.xlsx");
  unmount();
  return store;
}

const reopen = (store: MemoryStore, options: PaneOptions = {}) => openPane({ store, ...options });
const bar = (name = "上次没做完的"): Promise<HTMLElement> => screen.findByRole("complementary", { name });

describe("a session that was not finished", () => {
  it("is offered when the pane is opened again, and goes on where it stopped", async () => {
    const store = await leftUnfinished();
    const { user } = await reopen(store);
    expect(within(await bar()).getByText("上次没做完：2 份报表")).toBeVisible();
    expect(
      within(await bar()).getByText(/关心下一代工作情况统计表，2020 年度。存在这台电脑上，11月30日/),
    ).toBeVisible();
    await press(user, "接着做");
    expect(within(main()).getByText("2/4")).toBeVisible();
    expect(screen.getAllByText("已接着上次做")[0]).toBeVisible();
    await choose(user, "选择文件", "市教育局.xlsx");
    expect(within(main()).getByText("3/4")).toBeVisible();
  });

  it("is not lost by one mistaken click", async () => {
    const store = await leftUnfinished();
    const { user } = await reopen(store);
    await user.click(await screen.findByRole("button", { name: "不要了" }));
    expect(screen.getByRole("group", { name: "真的不要了？" })).toHaveFocus();
    await press(user, "先留着");
    expect(store.records.size).toBe(1);
    await user.click(button("不要了"));
    await press(user, "清掉");
    expect(store.records.size).toBe(0);
    expect(screen.getAllByText("已清掉，这台电脑上不再存着它。")[0]).toBeVisible();
    expect(screen.queryByRole("button", { name: "接着做" })).toBeNull();
  });

  it("is told with what has changed since, until that is read", async () => {
    const store = await leftUnfinished();
    const storage = {
      partition: "",
      product: "1.1.0",
      oldTemplates: { load: () => null, remove: jest.fn() },
    };
    const { user } = await reopen(store, { storage });
    await press(user, "接着做");
    expect(within(await bar()).getByText(/程序更新过了（1.0.0 → 1.1.0），已经重新审核/)).toBeVisible();
    await user.click(within(await bar()).getByRole("button", { name: "关闭提示" }));
    expect(screen.queryByText(/程序更新过了/)).toBeNull();
  });

  it("stays where it is when somebody begins with something else", async () => {
    const store = await leftUnfinished();
    const { user, unmount } = await reopen(store);
    await choose(user, "选择文件", "市公安局.xlsx");
    expect(screen.queryByRole("button", { name: "接着做" })).toBeNull();
    unmount();
    await reopen(store);
    expect(await screen.findAllByRole("button", { name: "接着做" })).toHaveLength(2);
  });

  it("says that another window is at work on it, and lets it be", async () => {
    const store = await leftUnfinished();
    const first = await reopen(store);
    await press(first.user, "接着做");
    document.body.replaceChildren();
    await reopen(store);
    expect((await screen.findAllByText("正在另一个窗口里做：2 份报表"))[0]).toBeVisible();
    expect(screen.queryByRole("button", { name: "接着做" })).toBeNull();
  });

  it("is no longer stored once the county workbook is written and 完成 is pressed", async () => {
    const store = new MemoryStore();
    const { user } = await reopen(store);
    await choose(user, "选择文件", "青石镇.xlsx", "台上镇.xlsx");
    await press(user, "一键汇总");
    expect(store.records.size).toBe(1);
    await press(user, "完成");
    expect(store.records.size).toBe(0);
  });

  it("is no longer stored once the county workbook is a file and that is said to be all", async () => {
    const store = new MemoryStore();
    const { user } = await reopen(store, { host: "browser" });
    await choose(user, "选择文件", "青石镇.xlsx", "台上镇.xlsx");
    await press(user, "一键汇总");
    await press(user, "完成，清掉这台电脑上存着的报表");
    expect(store.records.size).toBe(0);
    expect(within(main()).getByText(/这台电脑上不再存着这次的报表/)).toBeVisible();
  });

  it("goes when everything is cleared", async () => {
    const store = new MemoryStore();
    const { user } = await reopen(store);
    await choose(user, "选择文件", "青石镇.xlsx");
    await user.click(button("上年汇总和其他"));
    await user.click(button("清空，重新收表"));
    await press(user, "清空");
    expect(store.records.size).toBe(0);
  });
});

describe("a computer that lets nothing be stored", () => {
  it("is told once, and work goes on", async () => {
    const store = new MemoryStore();
    store.refusal = Object.assign(new Error("full"), { name: "QuotaExceededError" });
    const { user } = await reopen(store);
    await choose(user, "选择文件", "青石镇.xlsx");
    expect((await screen.findAllByText(/这台电脑的空间不够了/))[0]).toBeVisible();
    expect(within(main()).getByText("1/4")).toBeVisible();
    await user.click(within(await bar()).getByRole("button", { name: "关闭提示" }));
    await choose(user, "选择文件", "台上镇.xlsx");
    expect(within(main()).getByText("2/4")).toBeVisible();
    expect(screen.queryByRole("complementary", { name: "上次没做完的" })).toBeNull();
  });
});

describe("templates that an earlier version stored", () => {
  it("are taken over, and removed where they were only when they are safe", async () => {
    const removed: string[] = [];
    const oldTemplates = { load: () => "{}", remove: () => void removed.push("removed") };
    const storage = { partition: "", product: "1.0.0", oldTemplates };
    const store = new MemoryStore();
    store.refusal = new Error("forbidden");
    const first = await openPane({ store, storage });
    expect(removed).toEqual([]);
    first.unmount();
    store.refusal = null;
    await openPane({ store, storage });
    expect(removed).toEqual(["removed"]);
    expect(store.adopted).toBe("{}");
  });
});

it.each(["zh-CN", "en-US"] as const)("what is offered can be read by everybody, in %s", async (locale) => {
  const store = await leftUnfinished(locale);
  const { user, container } = await reopen(store, { locale });
  const name = locale === "zh-CN" ? "上次没做完的" : "Not finished last time";
  await bar(name);
  expect(await axe(container)).toHaveNoViolations();
  await user.click(button(locale === "zh-CN" ? "不要了" : "Not needed"));
  expect(await axe(container)).toHaveNoViolations();
  await press(user, locale === "zh-CN" ? "接着做" : "Continue");
  expect(screen.getAllByText(/已接着上次做|Continued where you stopped/)[0]).toBeVisible();
});
