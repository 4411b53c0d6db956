/**
 * What is around the stations: the language, the guide, the key for the next step.
 * @jest-environment ./test/tooling/page-environment.cjs
 */
import "@testing-library/jest-dom";
import { screen, within } from "@testing-library/react";
import { changed, faulty, fullShelf, planOf } from "../a-county";
import { button, choose, goTo, idle, openPane } from "../a-pane";

jest.setTimeout(60_000);

afterEach(() => window.localStorage.clear());

it("speaks another language at once, keeps what was collected, and remembers it", async () => {
  const { languageOf } = await import("../../../src/taskpane/language");
  const pane = await openPane();
  await choose(pane.user, "选择文件", "台上镇.xlsx", "青石镇.xlsx");
  await pane.user.click(button("English"));
  expect(await screen.findByRole("button", { name: /Collect/ })).toHaveTextContent("2 of 4");
  expect(document.documentElement.lang).toBe("en-US");
  expect(languageOf("zh-CN")).toBe("en-US");
  await pane.user.click(button("中文"));
  expect(await screen.findByRole("button", { name: /收表/ })).toHaveTextContent("已报 2/4");
  expect(languageOf("en-US")).toBe("zh-CN");
});

it.each([
  ["zh-CN", "怎么用", "“审核”怎么用", /审核/, "关闭说明"],
  ["en-US", "How it works", "How “Check” works", /Check/, "Close the guide"],
] as const)("has a guide with pictures for each station (%s)", async (locale, help, title, check, close) => {
  const pane = await openPane({ locale });
  await goTo(pane.user, check);
  expect(pane.container.querySelector("img")).toBeNull();
  await pane.user.click(button(help));
  const guide = await screen.findByRole("dialog", { name: title });
  expect(within(guide).getAllByRole("listitem")).toHaveLength(3);
  for (const picture of within(guide).getAllByRole("img")) {
    expect(picture).toHaveAttribute("src", expect.stringMatching(/^assets\/screenshots\/[\w-]+\.png$/));
    expect(picture).toHaveAccessibleName();
  }
  await pane.user.click(within(guide).getByRole("button", { name: close }));
  expect(screen.queryByRole("dialog")).toBeNull();
});

it("takes the main step by Ctrl+Enter, except while a text is written", async () => {
  const pane = await openPane();
  await choose(pane.user, "选择文件", "台上镇.xlsx", "青石镇.xlsx", "市公安局.xlsx", "市教育局.xlsx");
  const next = button("一键汇总");
  expect(next).toHaveAttribute("aria-keyshortcuts", "Control+Enter");
  expect(next).toHaveAttribute("title", "Ctrl+Enter");
  await goTo(pane.user, /报告/);
  await pane.user.click(await screen.findByRole("textbox", { name: "稿件文字" }));
  await pane.user.keyboard("{Control>}{Enter}{/Control}");
  expect(pane.saved).toEqual([]);
  await goTo(pane.user, /收表/);
  await pane.user.keyboard("{Control>}{Enter}{/Control}");
  await idle();
  expect((await screen.findAllByText(/^汇总完成/))[0]).toBeVisible();
});

it("says at each station how many units are meant", async () => {
  const shelf = fullShelf();
  shelf.put("台上镇.xlsx", faulty());
  shelf.put("青石镇.xlsx", changed(planOf("青石镇"), { "关工03!E7": "约7" }));
  const pane = await openPane({ shelf });
  await choose(pane.user, "选择文件", "台上镇.xlsx", "青石镇.xlsx");
  const bar = screen.getByRole("navigation", { name: "步骤" });
  expect(within(bar).getByRole("button", { name: /审核/ })).toHaveTextContent("1 家要改");
  expect(button(/^审核：1\s个单位要改$/)).toBeEnabled();
});
