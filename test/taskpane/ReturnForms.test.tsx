/** @jest-environment ./test/tooling/page-environment.cjs */
import "@testing-library/jest-dom";
import { cleanup, screen, within } from "@testing-library/react";
import { axe, toHaveNoViolations } from "jest-axe";
import type { Locale } from "../../src/locales";
import { changed, fullShelf, planOf, type ShelfReader } from "./a-county";
import { button, choose, goTo, main, openPane, press, type OpenedPane } from "./a-pane";
import { filledIn, formOf } from "./a-return-form";
import { FakeWorkbook } from "./a-workbook";

jest.setTimeout(60_000);
expect.extend(toHaveNoViolations);

/** 台上镇 with a broken sum and two rough figures. */
const FAULTS = { "关工02!E7": 172, "关工03!E7": "约7", "关工02!E16": "约12" } as const;
const FORM = "退回单（台上镇）.xlsx";

async function shelfWith(answers: Readonly<Record<string, string | number>>): Promise<ShelfReader> {
  const shelf = fullShelf();
  shelf.put("台上镇.xlsx", changed(planOf("台上镇"), FAULTS));
  shelf.put(FORM, filledIn(await formOf("台上镇", shelf), answers));
  return shelf;
}

const tools = { today: () => "2021-01-18" };

async function returned(answers: Readonly<Record<string, string | number>>): Promise<OpenedPane> {
  const pane = await openPane({ shelf: await shelfWith(answers), tools });
  await choose(pane.user, "选择文件", "台上镇.xlsx", "青石镇.xlsx");
  await goTo(pane.user, /审核/);
  await press(pane.user, "生成全部退回材料");
  await press(pane.user, /^标记为已退回（/);
  await goTo(pane.user, /收表/);
  return pane;
}

async function openGroup({ user }: OpenedPane, unit: string): Promise<void> {
  await goTo(user, /审核/);
  const heading = screen.getByRole("button", { name: new RegExp(`^${unit}(?!的)`) });
  if (heading.getAttribute("aria-expanded") === "false") await user.click(heading);
}

describe("a 退回单 that comes back", () => {
  it("is no report: it is said whose it is, and the unit has answered", async () => {
    const pane = await returned({ "关工03!E7": "属实，会议记录只写了约数" });
    await choose(pane.user, "选择文件", FORM);
    expect(within(main()).getByText("2/4")).toBeVisible();
    const card = screen.getByRole("region", { name: "收到退回单 1 份" });
    expect(within(card).getByText("台上镇：答复了 1 处。")).toBeVisible();
    await pane.user.click(button("台上镇 已答复"));
    expect(screen.getByText("1 月 18 日退回 3 处，退回单已答复，报表还没有重报。")).toBeVisible();
    expect(await axe(pane.container)).toHaveNoViolations();
    await press(pane.user, "去看答复");
    expect(button(/^台上镇(?!的).*答复 1/)).toBeVisible();
  });

  it("shows its answer beside the finding, and takes it as the explanation at one click, and back again", async () => {
    const pane = await returned({ "关工03!E7": "属实，会议记录只写了约数" });
    await choose(pane.user, "选择文件", FORM);
    await openGroup(pane, "台上镇");
    expect(screen.getByText("单位答复：“属实，会议记录只写了约数”")).toBeVisible();
    expect(screen.getByText(`来自退回单“${FORM}”。`)).toBeVisible();
    expect(screen.queryByText(/单位在退回单里说明/)).not.toBeInTheDocument();
    expect(await axe(pane.container)).toHaveNoViolations();
    await press(pane.user, "把单位的答复采用为说明：关工03!E7");
    expect(screen.getByText(/单位在退回单里说明：属实，会议记录只写了约数/)).toBeVisible();
    expect(screen.queryByText("单位答复：“属实，会议记录只写了约数”")).not.toBeInTheDocument();
    await press(pane.user, "撤销说明：关工03!E7");
    expect(screen.getByText("单位答复：“属实，会议记录只写了约数”")).toBeVisible();
  });

  it("cannot explain what must be fixed, and says so", async () => {
    const pane = await returned({ "关工02!E7": "实有 172 人" });
    await choose(pane.user, "选择文件", FORM);
    await openGroup(pane, "台上镇");
    expect(screen.getByText("单位答复：“实有 172 人”")).toBeVisible();
    expect(screen.getByText("强制的要改正，不能只作说明。")).toBeVisible();
    expect(screen.queryByRole("button", { name: /采用为说明/ })).not.toBeInTheDocument();
  });

  it("comes with the corrected report: what is answered and still stands is to be decided, with a word where it changed", async () => {
    const pane = await returned({ "关工03!E7": "属实", "关工02!E16": "估计的" });
    pane.shelf.put("台上镇.xlsx", changed(planOf("台上镇"), { "关工03!E7": "约7", "关工02!E16": "约13" }));
    await choose(pane.user, "选择文件", FORM, "台上镇.xlsx");
    await pane.user.click(button("台上镇 已重报"));
    expect(screen.getByText("已重报：1 月 18 日退回的 3 处，改好 1 处，还有 2 处没改。")).toBeVisible();
    await openGroup(pane, "台上镇");
    expect(screen.getAllByText(/^单位答复/)).toHaveLength(2);
    expect(screen.getAllByText("答复以后数又变了，请看看还说不说得通。")).toHaveLength(1);
  });

  it("without any answer changes nothing, and says so", async () => {
    const pane = await returned({});
    await choose(pane.user, "选择文件", FORM);
    expect(screen.getByText("台上镇：“答复”栏没有填。")).toBeVisible();
    expect(screen.queryByRole("button", { name: "去看答复" })).not.toBeInTheDocument();
    expect(screen.getByRole("heading", { name: /已退回 1/ })).toBeVisible();
  });

  it("is told from a report that has it on a sheet beside its own", async () => {
    const shelf = await shelfWith({ "关工03!E7": "属实" });
    const form = filledIn(await formOf("台上镇", shelf), { "关工03!E7": "属实" });
    const report = changed(planOf("台上镇"), FAULTS);
    shelf.put("一起报.xlsx", { names: [], sheets: [...report.sheets, ...form.sheets] });
    const pane = await openPane({ shelf, tools });
    await choose(pane.user, "选择文件", "一起报.xlsx");
    expect(within(main()).getByText("1/4")).toBeVisible();
    expect(screen.getByText("台上镇：答复了 1 处。")).toBeVisible();
  });

  it("of nobody, or of another year, is not taken, and why is said", async () => {
    const shelf = await shelfWith({ "关工03!E7": "属实" });
    const form = await formOf("台上镇", shelf);
    const edit = (text: string, by: string) => ({
      ...form,
      sheets: form.sheets.map((sheet) => ({
        ...sheet,
        cells: sheet.cells.map((cell) =>
          cell.row === 1 && typeof cell.value === "string"
            ? { ...cell, value: cell.value.replace(text, by) }
            : cell,
        ),
      })),
    });
    shelf.put("甲.xlsx", edit("台上镇", "无此镇"));
    shelf.put("乙.xlsx", edit("2020", "2019"));
    const pane = await openPane({ shelf, tools });
    await choose(pane.user, "选择文件", "青石镇.xlsx", "甲.xlsx", "乙.xlsx");
    expect(screen.getByText(/“甲.xlsx”是退回单，但看不出是哪个单位的/)).toBeVisible();
    expect(
      screen.getByText(
        "“乙.xlsx”是台上镇别的年度的退回单，不是 2020 年度的，没有采用。请向这个单位要本次的退回单。",
      ),
    ).toBeVisible();
  });

  it("keeps its answers for next week, taken or not, with where they came from", async () => {
    const pane = await returned({ "关工03!E7": "属实一", "关工02!E16": "属实二" });
    await choose(pane.user, "选择文件", FORM);
    await openGroup(pane, "台上镇");
    await press(pane.user, "把单位的答复采用为说明：关工03!E7");
    await goTo(pane.user, /汇总/);
    await press(pane.user, "一键汇总");
    const saved = new FakeWorkbook({ names: [], sheets: pane.workbook.sheets });
    const record = saved.sheets
      .find(({ name }) => name === "修改记录")!
      .cells.map(({ value }) => String(value));
    expect(record).toEqual(
      expect.arrayContaining([
        "单位答复",
        "属实二",
        expect.stringContaining(`（说明取自单位的退回单“${FORM}”）`),
      ]),
    );
    cleanup();
    const next = await openPane({ workbook: saved, shelf: pane.shelf, tools });
    await press(next.user, "接着上次做");
    await openGroup(next, "台上镇");
    expect(screen.getByText(/单位在退回单里说明：属实一/)).toBeVisible();
    expect(screen.getByText("单位答复：“属实二”")).toBeVisible();
    await press(next.user, "把单位的答复采用为说明：关工02!E16");
    expect(screen.getByText(/单位在退回单里说明：属实二/)).toBeVisible();
  });

  it("is read where it stands open in Excel", async () => {
    const shelf = await shelfWith({ "关工03!E7": "属实" });
    const form = filledIn(await formOf("台上镇", shelf), { "关工03!E7": "属实" });
    const pane = await openPane({ shelf, workbook: new FakeWorkbook(form), tools });
    await choose(pane.user, "选择文件", "台上镇.xlsx");
    await pane.user.click(button("上年汇总和其他"));
    await press(pane.user, "加入打开的工作簿");
    expect(screen.getByText("台上镇：答复了 1 处。")).toBeVisible();
    expect(within(main()).getByText("1/4")).toBeVisible();
  });
});

it.each<Locale>(["zh-CN", "en-US"])("what came back is sound to look at in %s", async (locale) => {
  const zh = locale === "zh-CN";
  const shelf = await shelfWith({ "关工02!E7": "已改", "关工03!E7": "属实" });
  const pane = await openPane({ shelf, locale, tools });
  const files = zh ? "选择文件" : "Choose files";
  await choose(pane.user, files, "台上镇.xlsx", "青石镇.xlsx");
  await goTo(pane.user, zh ? /审核/ : /Check/);
  await press(pane.user, zh ? "生成全部退回材料" : "Create return packs");
  await goTo(pane.user, zh ? /收表/ : /Collect/);
  shelf.put("台上镇.xlsx", changed(planOf("台上镇"), { "关工03!E7": "约7" }));
  await choose(pane.user, files, "台上镇.xlsx", FORM);
  for (const station of zh ? [/收表/, /审核/] : [/Collect/, /Check/]) {
    await goTo(pane.user, station);
    for (const each of screen.getAllByRole("button", { expanded: false })) await pane.user.click(each);
    expect(await axe(pane.container)).toHaveNoViolations();
    expect(pane.container.textContent).not.toMatch(/undefined|NaN|\[object|\{\w+\}/);
  }
});
