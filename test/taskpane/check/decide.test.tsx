/** @jest-environment ./test/tooling/page-environment.cjs */
import "@testing-library/jest-dom";
import { cleanup, screen, within } from "@testing-library/react";
import { axe, toHaveNoViolations } from "jest-axe";
import type { Locale } from "../../../src/locales";
import { changed, faulty, fullShelf, planOf, type ShelfReader } from "../a-county";
import { button, choose, goTo, main, openPane, press, type OpenedPane } from "../a-pane";
import { FakeWorkbook } from "../a-workbook";

jest.setTimeout(120_000);
expect.extend(toHaveNoViolations);

const FILE = "台上镇.xlsx";

function shelfWith(cells: Parameters<typeof changed>[1]): ShelfReader {
  const shelf = fullShelf();
  shelf.put(FILE, changed(planOf("台上镇"), cells));
  return shelf;
}

/** 审核 with 青石镇's clean report and 台上镇's, in which these cells were typed otherwise. */
async function openCheck(cells: Parameters<typeof changed>[1]): Promise<OpenedPane> {
  const pane = await openPane({ shelf: shelfWith(cells) });
  await choose(pane.user, "选择文件", FILE, "青石镇.xlsx");
  await goTo(pane.user, /审核/);
  return pane;
}

const said = (): string =>
  screen
    .getAllByRole("status")
    .map((each) => each.textContent)
    .join(" ");
const counted = (name: string): string => button(new RegExp(`^${name}`)).textContent!;

describe("a proposal", () => {
  const TOTAL = { "关工02!E7": 172 } as const;

  it("says what to change, to what, and how that is known", async () => {
    await openCheck(TOTAL);
    expect(screen.getByText("建议：把“172”改为 167")).toBeVisible();
    expect(screen.getByText(/依据：各分项之和/)).toBeVisible();
  });

  it("is taken with one press: the finding is gone, the way back has the focus, and it is said", async () => {
    const pane = await openCheck(TOTAL);
    await press(pane.user, "采用建议：关工02!E7 改为 167");
    expect(screen.queryByText("建议：把“172”改为 167")).toBeNull();
    expect(counted("强制")).toContain("0");
    expect(screen.getByText("已按建议修改")).toBeVisible();
    expect(button("撤销修改：关工02!E7")).toHaveFocus();
    expect(said()).toContain("已采用 1 处建议。");
  });

  it("is taken back as easily, and the finding stands there again, with the focus", async () => {
    const pane = await openCheck(TOTAL);
    await press(pane.user, "采用建议：关工02!E7 改为 167");
    await press(pane.user, "撤销修改：关工02!E7");
    expect(screen.getByText(/五老志愿者总数.*172/)).toBeVisible();
    expect(button("采用建议：关工02!E7 改为 167")).toHaveFocus();
    expect(screen.queryByText("已按建议修改")).toBeNull();
  });

  it("stays in sight, and can be taken back, where nothing else is left to be said", async () => {
    const pane = await openCheck({ "关工02!E8": "五十" });
    await press(pane.user, /^采用建议：关工02!E8/);
    for (let left = screen.queryAllByRole("button", { name: /^采用建议/ }); left.length > 0;) {
      await press(pane.user, left[0]!.getAttribute("aria-label")!);
      left = screen.queryAllByRole("button", { name: /^采用建议/ });
    }
    const hideOrShow = async (): Promise<void> => {
      for (const each of ["强制", "核实", "提示"]) await press(pane.user, new RegExp(`^${each}`));
    };
    await hideOrShow();
    expect(await screen.findByText("没有符合条件的审核结果。")).toBeVisible();
    await press(pane.user, "撤销修改：关工02!E8");
    await hideOrShow();
    expect(await screen.findByRole("button", { name: /^采用建议：关工02!E8/ })).toBeEnabled();
  });

  it("is taken for all of its kind at once, after a look at them, and all are taken back", async () => {
    const pane = await openCheck({ "关工02!E8": "五十", "关工02!E9": "四十", "关工02!E10": "三十" });
    await pane.user.click(screen.getAllByRole("button", { name: "各单位同类的 3 处，一起看" })[0]!);
    expect(screen.getByText("台上镇 关工02!E9 “四十” → 40")).toBeVisible();
    await press(pane.user, "这一类 3 处全部采用");
    expect(screen.getAllByText("已按建议修改")).toHaveLength(3);
    expect(said()).toContain("已采用 3 处建议。");
    await press(pane.user, "全部撤销（3 处）");
    expect(screen.queryByText("已按建议修改")).toBeNull();
    expect(screen.getAllByRole("button", { name: "各单位同类的 3 处，一起看" })).toHaveLength(3);
  });

  it("folds where it was, and the next finding that asks for something has the focus", async () => {
    const pane = await openCheck({ "关工02!E8": "五十", "关工02!E9": "四十", "关工02!E10": "三十" });
    const places = (): string[] =>
      screen
        .getAllByRole("listitem")
        .flatMap((each) => /关工02!E(?:8|9|10)(?!\d)/.exec(each.textContent)?.[0] ?? []);
    const before = places();
    await press(pane.user, "采用建议：关工02!E9 改为 40");
    expect(places()).toEqual(before);
    expect(document.activeElement).toHaveTextContent("关工02!E10");
  });

  it("no longer applies, and it is said so, once the corrected file says something else", async () => {
    const pane = await openCheck(TOTAL);
    await press(pane.user, "采用建议：关工02!E7 改为 167");
    pane.shelf.put(FILE, changed(planOf("台上镇"), { "关工02!E7": 173 }));
    await goTo(pane.user, /收表/);
    await choose(pane.user, "选择文件", FILE);
    await goTo(pane.user, /审核/);
    expect(screen.getByText("修改不再适用")).toBeVisible();
    expect(screen.getByText("建议：把“173”改为 167")).toBeVisible();
  });

  it("is for the unit to type in where it checks its own workbook", async () => {
    const pane = await openPane({ workbook: new FakeWorkbook(faulty()) });
    await press(pane.user, "审核打开的工作簿");
    expect(screen.getByText("建议：把“172”改为 167")).toBeVisible();
    expect(screen.queryByRole("button", { name: /采用/ })).toBeNull();
    expect(screen.queryByRole("button", { name: "写说明" })).toBeNull();
  });
});

describe("an explanation", () => {
  const ROUGH = { "关工02!E16": "约12" } as const;

  async function explained(pane: OpenedPane): Promise<void> {
    await pane.user.click(button("写说明"));
    await pane.user.type(screen.getByRole("textbox", { name: /^说明/ }), "电话核实，人数不固定");
    await press(pane.user, "保存说明");
  }

  it("is written, saved, and shown with the finding, which asks nothing any more", async () => {
    const pane = await openCheck(ROUGH);
    expect(counted("核实")).toContain("1");
    await explained(pane);
    expect(screen.getByText(/汇总单位已说明：电话核实，人数不固定/)).toBeVisible();
    expect(counted("核实")).toContain("0");
    expect(button("撤销说明：关工02!E16")).toHaveFocus();
    expect(said()).toContain("说明已保存。");
  });

  it("cannot be saved empty", async () => {
    const pane = await openCheck(ROUGH);
    await pane.user.click(button("写说明"));
    expect(button("保存说明")).toBeDisabled();
  });

  it("is taken back", async () => {
    const pane = await openCheck(ROUGH);
    await explained(pane);
    await press(pane.user, "撤销说明：关工02!E16");
    expect(counted("核实")).toContain("1");
    expect(button("写说明")).toHaveFocus();
  });

  it("is asked for again when the value has changed, with what was said before", async () => {
    const pane = await openCheck(ROUGH);
    await explained(pane);
    pane.shelf.put(FILE, changed(planOf("台上镇"), { "关工02!E16": "约15" }));
    await goTo(pane.user, /收表/);
    await choose(pane.user, "选择文件", FILE);
    await goTo(pane.user, /审核/);
    expect(screen.getByText(/数变了，原来的说明不再作数：电话核实，人数不固定/)).toBeVisible();
    expect(counted("核实")).toContain("1");
  });
});

/** What the clean report says this year in a row, counted from 0. */
function valueAt(sheet: string, row: number) {
  const { cells } = planOf("台上镇").sheets.find(({ name }) => name === sheet)!;
  return cells.find((cell) => cell.row === row && cell.column === 4)!.value;
}

describe("a reading", () => {
  it("is confirmed once for the whole file, and the confirmation taken back", async () => {
    const pane = await openCheck({
      "关工02!E16": `约${valueAt("关工02", 15)}`,
      "关工04!E25": `约${valueAt("关工04", 24)}`,
    });
    const [first] = screen.getAllByRole("button", { name: /^读法无误/ });
    await pane.user.click(first!);
    expect(await screen.findAllByText(/^读法已确认，这个文件里/)).toHaveLength(2);
    expect(counted("核实")).toContain("0");
    const [undo] = screen.getAllByRole("button", { name: /^撤销确认/ });
    await pane.user.click(undo!);
    expect(await screen.findAllByRole("button", { name: /^读法无误/ })).toHaveLength(2);
  });
});

describe("two files of one unit", () => {
  const SECOND = "台上镇（最终版）.xlsx";

  async function openTwo(locale: Locale = "zh-CN"): Promise<OpenedPane> {
    const shelf = fullShelf();
    shelf.put(SECOND, changed(planOf("台上镇"), { "关工04!E25": 31 }));
    const pane = await openPane({ shelf, locale });
    await choose(pane.user, locale === "zh-CN" ? "选择文件" : "Choose files", FILE, SECOND);
    await goTo(pane.user, locale === "zh-CN" ? /审核/ : /Check/);
    return pane;
  }

  it("are compared figure by figure, with the files' names", async () => {
    const pane = await openTwo();
    await pane.user.click((await screen.findAllByRole("button", { name: "比较两份" }))[0]!);
    expect(await screen.findByText("有 1 处不同：")).toBeVisible();
    const row = screen.getByText(/^关工04 04\d\d/).closest("li")!;
    expect(within(row).getByText(SECOND).nextElementSibling).toHaveTextContent("31");
    expect(within(row).getByText(FILE).nextElementSibling).not.toHaveTextContent(/^31$/);
  });

  it("count once one is chosen, and the choice is taken back", async () => {
    const pane = await openTwo();
    await press(pane.user, `用这一份：${SECOND}`);
    expect(said()).toContain(`台上镇以${SECOND}为准。`);
    expect(screen.getByText(/已定下以“台上镇（最终版）.xlsx”为准/)).toBeVisible();
    expect(button("撤销选择：台上镇")).toHaveFocus();
    await press(pane.user, "撤销选择：台上镇");
    expect(button(`用这一份：${SECOND}`)).toBeEnabled();
    expect(button(`用这一份：${FILE}`)).toBeEnabled();
  });

  it("say next week what to do about a choice, whose files are not at hand, and let it be undone once they are", async () => {
    const pane = await openTwo();
    await press(pane.user, `用这一份：${SECOND}`);
    await goTo(pane.user, /汇总/);
    await press(pane.user, "一键汇总");
    const saved = new FakeWorkbook({ names: [], sheets: pane.workbook.sheets });
    cleanup();
    const next = await openPane({ workbook: saved, shelf: pane.shelf });
    await press(next.user, "接着上次做");
    await goTo(next.user, /审核/);
    expect(screen.getByText(/上次收到的“.*”现在不在手边，上次的选择照旧。/)).toBeVisible();
    expect(screen.queryByRole("button", { name: /^(用这一份|撤销选择|比较两份)/ })).not.toBeInTheDocument();
    await expectGood(next);
    await next.user.click(within(main()).getByRole("button", { name: "去收表" }));
    await choose(next.user, "选择文件", FILE, SECOND);
    await goTo(next.user, /审核/);
    await press(next.user, "撤销选择：台上镇");
    expect(button(`用这一份：${FILE}`)).toBeEnabled();
    expect(button(`用这一份：${SECOND}`)).toBeEnabled();
  });

  it.each<Locale>(["zh-CN", "en-US"])(
    "are sound to look at in %s, with everything opened",
    async (locale) => {
      const pane = await openTwo(locale);
      for (const each of screen.getAllByRole("button", { expanded: false })) await pane.user.click(each);
      await screen.findAllByText(/1 处不同|1 difference:/);
      await expectGood(pane);
      await press(pane.user, new RegExp(`(用这一份：|Use this one: )${SECOND}`));
      await expectGood(pane);
    },
  );
});

describe.each<Locale>(["zh-CN", "en-US"])("decisions in %s", (locale) => {
  it("are sound to look at before and after they were taken", async () => {
    const shelf = shelfWith({
      "关工02!E7": 172,
      "关工02!E16": "约12",
      "关工04!E25": "40场",
      "关工04!E24": "20场",
    });
    const pane = await openPane({ shelf, locale });
    await choose(pane.user, locale === "zh-CN" ? "选择文件" : "Choose files", FILE, "青石镇.xlsx");
    await goTo(pane.user, locale === "zh-CN" ? /审核/ : /Check/);
    for (const each of screen.getAllByRole("button", { expanded: false })) await pane.user.click(each);
    await expectGood(pane);
    for (const name of [/^(采用建议|Accept the proposal)/, /^(读法无误|Read correctly)/]) {
      await pane.user.click(screen.getAllByRole("button", { name })[0]!);
      await screen.findAllByRole("button", { name: /^(撤销|Undo)/ });
    }
    await expectGood(pane);
  });
});

async function expectGood({ container }: OpenedPane): Promise<void> {
  // jsdom knows no colours; contrast is looked at in the browser.
  expect(await axe(container, { rules: { "color-contrast": { enabled: false } } })).toHaveNoViolations();
  expect(container.textContent).not.toMatch(/undefined|NaN|\[object|\{\w+\}/);
}

describe("a figure that the unit gave by telephone", () => {
  const ELSEWHERE = { "关工02!E16": "见附件" } as const;

  async function enter(pane: OpenedPane, figure: string): Promise<void> {
    await press(pane.user, "电话核实，填正确的数");
    await pane.user.type(screen.getByLabelText("正确的数"), figure);
    await pane.user.type(screen.getByLabelText("谁核实的（单位的哪一位）"), "王主任");
  }

  it("counts in place of what the report says, with who confirmed it, and can be taken back", async () => {
    const pane = await openCheck(ELSEWHERE);
    await enter(pane, "１2");
    await press(pane.user, "计入");
    expect(screen.queryByText(/见附件.*不是/)).toBeNull();
    expect(screen.getByText("已按电话核实的数计入")).toBeVisible();
    expect(screen.getByText(/“见附件”按 12 计入。依据：电话核实：王主任，\d{4}-\d\d-\d\d。/)).toBeVisible();
    expect(button("撤销修改：关工02!E16")).toHaveFocus();
    expect(await axe(main())).toHaveNoViolations();
    await press(pane.user, "撤销修改：关工02!E16");
    expect(screen.queryByText("已按电话核实的数计入")).toBeNull();
    expect(button("电话核实，填正确的数")).toBeVisible();
  });

  it("must be one figure, of somebody", async () => {
    const pane = await openCheck(ELSEWHERE);
    await enter(pane, "十来个");
    expect(screen.getByText("请只填一个数，例如 13 或 0.5。")).toBeVisible();
    expect(button("计入")).toBeDisabled();
  });
});

describe("going through the findings", () => {
  it("goes on to the next and back to the one before, by key and by button", async () => {
    const pane = await openCheck({ "关工02!E8": "五十", "关工02!E9": "四十", "关工02!E10": "三十" });
    await pane.user.click(button("下一处（F8）"));
    const first = document.activeElement;
    await pane.user.keyboard("{F8}");
    expect(document.activeElement).not.toBe(first);
    await pane.user.keyboard("{Shift>}{F8}{/Shift}");
    expect(document.activeElement).toBe(first);
  });

  it("shows on request only what is still open", async () => {
    const pane = await openCheck({ "关工02!E8": "五十", "关工02!E9": "四十", "关工02!E10": "三十" });
    await press(pane.user, "采用建议：关工02!E8 改为 50");
    expect(screen.getByText("已按建议修改")).toBeVisible();
    await pane.user.click(screen.getByRole("checkbox", { name: "只看没处理的" }));
    expect(screen.queryByText("已按建议修改")).toBeNull();
  });

  it.each([
    ["按轻重", "强制"],
    ["按表", "关工02"],
  ])("arranges them %s", async (how, title) => {
    const pane = await openCheck({ "关工02!E8": "五十", "关工02!E9": "四十", "关工02!E10": "三十" });
    await pane.user.selectOptions(screen.getByRole("combobox", { name: "排列" }), how);
    expect(screen.getAllByRole("button", { name: new RegExp(`^${title}`), expanded: true })[0]).toBeVisible();
  });
});
