/** @jest-environment ./test/tooling/page-environment.cjs */
import "@testing-library/jest-dom";
import { screen, within } from "@testing-library/react";
import { builtInTemplate } from "../../src/template/builtin";
import { changed, faulty, fullShelf, planOf, type ShelfReader } from "./a-county";
import { button, choose, goTo, openPane, press, type OpenedPane, type PaneOptions } from "./a-pane";
import { FakeWorkbook } from "./a-workbook";

jest.setTimeout(60_000);

/** 台上镇 with R05 broken, 青石镇 with numbers in words. */
function faultyShelf(): ShelfReader {
  const shelf = fullShelf();
  shelf.put("台上镇.xlsx", faulty());
  shelf.put("青石镇.xlsx", changed(planOf("青石镇"), { "关工03!E7": "约7", "关工03!E8": "约9" }));
  return shelf;
}

async function openCheck(options: PaneOptions = {}): Promise<OpenedPane> {
  const pane = await openPane({ shelf: faultyShelf(), ...options });
  await choose(pane.user, "选择文件", "台上镇.xlsx", "青石镇.xlsx");
  await goTo(pane.user, /审核/);
  return pane;
}

/** The titles of the groups. */
const groups = (): string[] =>
  screen
    .getAllByRole("button", { expanded: undefined })
    .filter((each) => each.hasAttribute("aria-expanded") && each.closest("section"))
    .map((each) => each.textContent ?? "")
    .filter((title) => /镇|分不清|[A-Z]\d\d/.test(title) && !title.includes("退回单"));

async function openGroup(pane: OpenedPane, unit: string): Promise<HTMLElement> {
  const title = screen.getByRole("button", { name: new RegExp(`^${unit}(?!的)`) });
  if (title.getAttribute("aria-expanded") === "false") await pane.user.click(title);
  return title.closest("section")!;
}

describe("审核", () => {
  it("says what is wrong in a sentence, where, and what stands there", async () => {
    const pane = await openCheck();
    const group = await openGroup(pane, "台上镇");
    expect(group).toHaveTextContent("强制");
    expect(group).toHaveTextContent(/五老志愿者总数.*172/);
    expect(group).toHaveTextContent("关工02!E7");
    // A unit's name tells its one file, and the number of a rule tells a clerk nothing.
    expect(group).not.toHaveTextContent(/\.xlsx|R05/);
  });

  it("counts the units that are missing, and names them to who asks", async () => {
    const pane = await openPane({ template: builtInTemplate });
    await choose(pane.user, "选择文件", "台上镇.xlsx", "青石镇.xlsx");
    await goTo(pane.user, /审核/);
    const group = await openGroup(pane, "分不清");
    expect(group).toHaveTextContent("应报 22 个单位，已计入 2 个，还缺：20 个。收齐以前，汇总数不完整。");
    expect(group).not.toHaveTextContent("清河镇");
    await pane.user.click(within(group).getByRole("button", { name: "没有计入的 20 个单位" }));
    expect(group).toHaveTextContent("清河镇");
  });

  it("groups by unit, and by rule when asked", async () => {
    const pane = await openCheck();
    expect(groups().some((title) => title.startsWith("台上镇"))).toBe(true);
    await pane.user.selectOptions(screen.getByRole("combobox", { name: "排列" }), "按审核关系");
    const title = await screen.findByRole("button", { name: /^老干部、老战士.*之和等于五老志愿者总数/ });
    expect(title).toHaveAttribute("aria-expanded");
    expect(title).not.toHaveTextContent(/R05|\d{4}/);
    // A check of ours has a name too, where its findings have only sentences.
    expect(screen.getByRole("button", { name: /^约数/ })).toHaveAttribute("aria-expanded");
    expect(groups().some((each) => each.startsWith("台上镇"))).toBe(false);
  });

  it("offers no search and no other order where three findings are seen at a glance", async () => {
    const shelf = fullShelf();
    shelf.put("台上镇.xlsx", faulty());
    await openCheck({ shelf });
    expect(button(/^强制/)).toBeVisible();
    expect(screen.queryByRole("searchbox")).toBeNull();
    expect(screen.queryByRole("radio")).toBeNull();
  });

  it("hides a class of findings and shows it again", async () => {
    const pane = await openCheck();
    const group = await openGroup(pane, "台上镇");
    expect(group).toHaveTextContent(/五老志愿者总数.*172/);
    await pane.user.click(screen.getByRole("button", { name: /^强制/ }));
    expect(screen.queryByText(/五老志愿者总数.*172/)).not.toBeInTheDocument();
    await pane.user.click(screen.getByRole("button", { name: /^强制/ }));
    await openGroup(pane, "台上镇");
    expect(screen.getByText(/五老志愿者总数.*172/)).toBeVisible();
  });

  it("finds by words in the sentence, and says so where nothing matches", async () => {
    const pane = await openCheck();
    const search = screen.getByRole("searchbox", { name: "查找单位、表或文字" });
    await pane.user.type(search, "约7");
    expect(groups().every((title) => title.startsWith("青石镇"))).toBe(true);
    await pane.user.clear(search);
    await pane.user.type(search, "没有这样的话");
    expect(await screen.findByText("没有符合条件的审核结果。")).toBeVisible();
  });

  it("folds what a finding brings about", async () => {
    const shelf = fullShelf();
    shelf.put("台上镇.xlsx", changed(planOf("台上镇"), { "关工02!E7": "约200" }));
    const pane = await openCheck({ shelf });
    const group = await openGroup(pane, "台上镇");
    expect(group).not.toHaveTextContent(/相差/);
    await pane.user.click(within(group).getByRole("button", { name: /连带的 \d+ 处/ }));
    expect(group).toHaveTextContent(/相差/);
  });

  it("counts a finding as gravely as what it brings about", async () => {
    const shelf = fullShelf();
    shelf.put("台上镇.xlsx", changed(planOf("台上镇"), { "关工02!E7": "约200" }));
    await openCheck({ shelf });
    expect(button(/^强制/)).toHaveTextContent("1");
  });

  it("shows one unit alone when led there from its tile, and all again", async () => {
    const pane = await openCheck();
    await goTo(pane.user, /收表/);
    await pane.user.click(button("台上镇"));
    await pane.user.click(button("看台上镇的审核结果"));
    expect(screen.getByText("只看台上镇")).toBeVisible();
    expect(groups()).toHaveLength(1);
    await pane.user.click(button("看全部单位"));
    expect(groups().length).toBeGreaterThan(1);
  });

  it("writes a 退回单 of what is to be corrected or explained, without notes", async () => {
    const pane = await openCheck();
    await openGroup(pane, "台上镇");
    await pane.user.click(button("台上镇的退回单"));
    await pane.user.click(button("复制"));
    expect(pane.copied[0]).toMatch(/^台上镇：\n你单位报来的2020年度报表/);
    expect(pane.copied[0]).toContain("1. 【关工02!E7】");
    expect(pane.copied[0]).not.toContain("undefined");
  });

  it("writes all 退回单 at once", async () => {
    const pane = await openCheck();
    await pane.user.click(button("说明和其他办法"));
    await pane.user.click(button(/^全部退回单/));
    await pane.user.click(button("复制"));
    expect(pane.copied[0]).toContain("台上镇：");
    expect(pane.copied[0]).toContain("青石镇：");
  });

  it("leads on to 汇总", async () => {
    const pane = await openCheck();
    await press(pane.user, "下一步：汇总");
    expect(await screen.findByRole("heading", { name: "主要数字" })).toBeVisible();
  });

  it("says so where nothing was found", async () => {
    const pane = await openPane();
    await press(pane.user, "试用示例县");
    await press(pane.user, "审核");
    expect(screen.getByText("没有发现问题")).toBeVisible();
    expect(button("一键汇总")).toBeEnabled();
  });

  it("shows no more than a person can take in, a column's slip once, and the rest on request", async () => {
    const shelf = fullShelf();
    const column = Array.from({ length: 13 }, (_, i) => [`关工02!E${i + 7}`, "12人"]);
    const forms = ["关工03", "关工04", "关工05", "关工06", "关工07", "关工08", "关工09"];
    const more = forms.flatMap((form) => [8, 9, 10].map((row) => [`${form}!E${row}`, "约12"]));
    shelf.put("台上镇.xlsx", changed(planOf("台上镇"), Object.fromEntries([...column, ...more])));
    const pane = await openPane({ shelf });
    await choose(pane.user, "选择文件", "台上镇.xlsx");
    await goTo(pane.user, /审核/);
    const group = await openGroup(pane, "台上镇");
    const shown = within(group).getAllByRole("listitem").length;
    await pane.user.click(within(group).getByRole("button", { name: /再看一些/ }));
    expect(within(group).getAllByRole("listitem").length).toBeGreaterThan(shown);
    expect(within(group).queryByRole("button", { name: /关工02!E19$/ })).not.toBeInTheDocument();
    await pane.user.click(within(group).getByRole("button", { name: "这张表还有 12 处同样的问题" }));
    expect(within(group).getByRole("button", { name: /关工02!E19$/ })).toBeVisible();
  });
});

describe("a township that checks its own workbook", () => {
  it("is led from a finding to its very cell", async () => {
    const workbook = new FakeWorkbook(faulty());
    const pane = await openPane({ workbook });
    await press(pane.user, "审核打开的工作簿");
    await pane.user.click(button("到 关工02!E7"));
    expect(workbook.shown).toEqual(["关工02!E7"]);
  });

  it("corrects it, checks again and is told that it can be sent", async () => {
    const workbook = new FakeWorkbook(faulty());
    const pane = await openPane({ workbook });
    await press(pane.user, "审核打开的工作簿");
    expect(screen.queryByRole("button", { name: "一键汇总" })).not.toBeInTheDocument();
    workbook.sheets = [...planOf("台上镇").sheets];
    await press(pane.user, "改好了，重新审核");
    expect(screen.getByText("这份报表可以报送了。")).toBeVisible();
  });

  it("is told where the cell is gone", async () => {
    const workbook = new FakeWorkbook(faulty());
    const pane = await openPane({ workbook });
    await press(pane.user, "审核打开的工作簿");
    workbook.refuses = "H04";
    await pane.user.click(button("到 关工02!E7"));
    expect(await screen.findByRole("alert")).toHaveTextContent("要找的工作表或单元格不在了");
  });
});
