/** @jest-environment ./test/tooling/page-environment.cjs */
/** Forms of an office's own in the pane: from files that no template knows to totals. */
import "@testing-library/jest-dom";
import { screen } from "@testing-library/react";
import { axe, toHaveNoViolations } from "jest-axe";
import { ownBlank, ownCopy } from "../fixtures/own-copies";
import { ShelfReader } from "./a-county";
import { button, choose, goTo, idle, main, openPane, press, type OpenedPane } from "./a-pane";

jest.setTimeout(60_000);
expect.extend(toHaveNoViolations);

const UNITS = ["头道镇", "榆林镇", "花甸镇"];
const FILES = UNITS.map((unit) => `${unit}.xlsx`);

function paneWith(...more: readonly (readonly [string, ReturnType<typeof ownBlank>])[]): Promise<OpenedPane> {
  const shelf = new ShelfReader();
  for (const [i, unit] of UNITS.entries()) shelf.put(`${unit}.xlsx`, ownCopy(unit, i + 1));
  for (const [name, plan] of more) shelf.put(name, plan);
  return openPane({ shelf });
}

it("leads from the files alone to the totals in four clicks", async () => {
  const { user } = await paneWith();
  await choose(user, "选择文件", ...FILES);
  await screen.findByText(/3 个文件是同一种表：“农业情况统计表”/);
  expect(main()).not.toHaveTextContent("填报单位重新报送");
  await press(user, "用这些表建模板");
  await screen.findByText(/由 3 份填好的表建成/);
  await press(user, "采用这个模板");
  expect(main()).toHaveTextContent("3/3");
  await press(user, "一键汇总");
  expect(main()).toHaveTextContent("汇总完成");
});

it("asks whose form a single file is", async () => {
  const { user } = await paneWith();
  await choose(user, "选择文件", "头道镇.xlsx");
  await screen.findByText(/这是谁的表？/);
  await press(user, "不是要收的，拿掉");
  expect(main()).not.toHaveTextContent("这是谁的表？");
});

it("takes the names of the units for a blank, and adopts it only then", async () => {
  const { user } = await paneWith(["空表.xlsx", ownBlank()]);
  await goTo(user, /模板/);
  await screen.findByText("用自己的表建模板");
  await choose(user, "选择空白表或填好的表", "空表.xlsx");
  expect(main()).toHaveTextContent("还没有填报单位");
  expect(screen.queryByRole("button", { name: "采用这个模板" })).toBeNull();
  await user.click(screen.getByRole("textbox", { name: "单位名称，一行一个" }));
  await user.paste("序号\t单位名称\n1\t头道镇\n2\t榆林镇");
  await press(user, "用这份名单");
  await press(user, "采用这个模板");
  expect(main()).toHaveTextContent("由 1 份表建成");
});

it("uses the template of a form that it has met before, and says so", async () => {
  const { user } = await paneWith();
  await choose(user, "选择文件", ...FILES);
  await press(user, "用这些表建模板");
  await press(user, "采用这个模板");
  await goTo(user, /模板/);
  await press(user, "换回内置模板");
  await goTo(user, /2 收表/);
  await choose(user, "选择文件", "头道镇.xlsx");
  expect(main()).toHaveTextContent("3/3");
  expect(main()).toHaveTextContent("农业情况统计表");
  expect(button("添加文件")).toBeEnabled();
});

it("shows the form as a picture, in which a column is changed by keyboard, and the change taken back", async () => {
  const { user, container } = await paneWith();
  await choose(user, "选择文件", ...FILES);
  await press(user, "用这些表建模板");
  const grid = await screen.findByRole("grid", { name: "“农情”的表样" });
  const textOf = (cell: string): string => grid.querySelector(`[data-cell="${cell}"]`)!.textContent ?? "";
  expect(textOf("B4")).toBe("∑");
  expect(textOf("B6")).toBe("＝");
  const heading = grid.querySelector<HTMLElement>('[data-cell="D3"]')!;
  heading.focus();
  await user.keyboard("{Enter}");
  expect(main()).toHaveTextContent("“主要品种”这一栏（3 格）怎么处理？");
  await user.click(screen.getAllByRole("radio", { name: "－ 不用" }).at(0)!);
  await idle();
  expect(textOf("D4")).toBe("－");
  expect(grid.querySelector('[data-cell="D4"]')).toHaveAttribute("aria-selected", "true");
  await press(user, "撤销上一步改动");
  expect(textOf("D4")).toBe("文");
  expect(await axe(container)).toHaveNoViolations();
});

it("says why a change cannot be made", async () => {
  const { user } = await paneWith();
  await choose(user, "选择文件", ...FILES);
  await press(user, "用这些表建模板");
  const grid = await screen.findByRole("grid", { name: "“农情”的表样" });
  await user.click(grid.querySelector('[data-cell="B4"]')!);
  await user.click(screen.getAllByRole("radio", { name: "－ 不用" }).at(0)!);
  await idle();
  expect(screen.getByRole("alert")).toHaveTextContent("B6 的公式要用到它");
});

it("takes relations that are pasted before the template is adopted, and says which lines it did not understand", async () => {
  const { user } = await paneWith();
  await choose(user, "选择文件", ...FILES);
  await press(user, "用这些表建模板");
  await user.click(await screen.findByRole("button", { name: "粘贴一批审核关系" }));
  await user.click(screen.getByRole("textbox", { name: "审核关系，一行一条" }));
  await user.paste("水稻<=玉米\n没有这一行=1");
  await press(user, "加入这些审核关系");
  expect(main()).toHaveTextContent("看懂了 1 条新的审核关系");
  expect(main()).toHaveTextContent("有 1 行没有看懂");
  expect(main()).toHaveTextContent("模板建好了");
});
