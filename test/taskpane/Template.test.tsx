/** @jest-environment ./test/tooling/page-environment.cjs */
import "@testing-library/jest-dom";
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { unzipSync } from "fflate";
import { axe, toHaveNoViolations } from "jest-axe";
import type { Locale } from "../../src/locales";
import { sayInReport } from "../../src/locales/report-words";
import { templatePlan } from "../../src/template/workbook/template-plan";
import type { WorkbookPlan } from "../../src/workbook/plan";
import { edit, type Editor } from "../template/workbook/edited";
import { fullShelf, template, type ShelfReader } from "./a-county";
import {
  button,
  choose,
  goTo,
  idle,
  main,
  openPane,
  press,
  type OpenedPane,
  type PaneOptions,
} from "./a-pane";
import { FakeWorkbook } from "./a-workbook";
import { MemoryStore } from "../app/memory-store";

jest.setTimeout(120_000);
expect.extend(toHaveNoViolations);

const plan = templatePlan(template, sayInReport("zh-CN"));
const changed = (edits: Readonly<Record<string, (sheet: Editor) => unknown>>): WorkbookPlan =>
  edit(plan, edits);
const stricter = changed({ 审核关系: (sheet) => sheet.type(sheet.at("R07", "公式"), "0216*3<=0201") });
const wrong = changed({
  审核关系: (sheet) => sheet.type(sheet.at("R07", "公式"), "0216<="),
  单位: (sheet) => sheet.type(sheet.at("台上镇", "类别"), "城里"),
});

/** A list that nobody wants any more: its rows are deleted in 明细表, its own sheet stays where it was. */
const withoutFiles = changed({
  明细表: (sheet) => {
    while (sheet.all.some(({ value }) => value === "L6")) sheet.deleteRow(sheet.rowOf("L6"));
  },
});

function shelf(): ShelfReader {
  const files = fullShelf();
  files.put("新模板.xlsx", stricter);
  files.put("错模板.xlsx", wrong);
  return files;
}

/** With Excel at hand the way by files is folded; it stays open once it was. */
async function chooseTemplate(user: OpenedPane["user"], file: string): Promise<void> {
  const fold = screen.queryByRole("button", { name: /用文件来改|by way of a file/, expanded: false });
  if (fold) await user.click(fold);
  await choose(user, /选择文件检查|Choose a file to check/, file);
}

async function atTemplate(options: PaneOptions = {}): Promise<OpenedPane> {
  const pane = await openPane({ shelf: shelf(), ...options });
  await goTo(pane.user, /模板|Template/);
  await screen.findByRole("heading", { name: /在用的模板|Template in use/ });
  return pane;
}

/** What is in the station, not what is said aloud. */
const see = (text: string | RegExp): HTMLElement => within(main()).getByText(text);

/** What is read aloud. */
const said = (): string =>
  screen
    .getAllByRole("status")
    .map(({ textContent }) => textContent)
    .join();

/** What the pane offers below. */
const nextSteps = (): string[] =>
  within(screen.getByRole("contentinfo"))
    .getAllByRole("button")
    .map(({ textContent }) => textContent ?? "");

const section = (name: string | RegExp): ReturnType<typeof within> =>
  within(screen.getByRole("region", { name }));

describe("模板", () => {
  it("is the first station, but nobody must go there: the pane opens at 收表", async () => {
    const { user } = await openPane();
    const bar = screen.getByRole("navigation", { name: "步骤" });
    const stations = within(bar).getAllByRole("button");
    expect(stations[0]).toHaveTextContent("模板");
    expect(within(bar).getByRole("button", { name: /^\d 收表/ })).toHaveAttribute("aria-current", "step");
    await goTo(user, /模板/);
    expect(await screen.findByText(/第 1 版 · 各年度都用 · 本工具内置/)).toBeVisible();
    await press(user, "去收表");
    expect(button("选择文件")).toBeVisible();
  });

  it("shows what is in it, folded, and finds lines, units and rules", async () => {
    const { user } = await atTemplate();
    await user.click(button("看一看里面有什么"));
    await user.click(button(/^表 11/));
    await user.click(button(/^关工02 五老队伍 20 行/));
    expect(see("0201 五老志愿者总数（人）")).toBeVisible();
    await user.type(screen.getByRole("searchbox", { name: "查找指标、单位或审核关系" }), "0216");
    expect(await screen.findByText("0216 五老骨干（人）")).toBeVisible();
    expect(see("0216<=0201")).toBeVisible();
    await user.clear(screen.getByRole("searchbox"));
    await user.type(screen.getByRole("searchbox"), "没有的东西");
    expect(await screen.findByText("没有找到。")).toBeVisible();
  });
});

describe("修改模板", () => {
  it("writes the template's sheets into the open workbook, and takes them out again", async () => {
    const { user, workbook } = await atTemplate();
    await press(user, "在 Excel 中修改");
    expect(workbook.names).toEqual(["Sheet1", ...plan.sheets.map(({ name }) => name)]);
    expect(workbook.shown).toEqual(["说明!A1"]);
    expect(nextSteps()).toEqual(["检查打开的工作簿", "去收表"]);
    await press(user, "撤销写入");
    expect(workbook.names).toEqual(["Sheet1"]);
    expect(nextSteps()).toEqual(["去收表"]);
  });

  it("gives up the way back when the user goes on to another station", async () => {
    const { user, workbook } = await atTemplate();
    await press(user, "在 Excel 中修改");
    await press(user, "去收表");
    expect(workbook.kept).toBe(1);
  });

  it("does not write over what a person changed in it, unless asked", async () => {
    const workbook = new FakeWorkbook(stricter);
    const { user } = await atTemplate({ workbook });
    const before = workbook.sheets;
    await press(user, "在 Excel 中修改");
    expect(see("打开的工作簿里已经有模板。")).toBeVisible();
    expect(workbook.sheets).toBe(before);
    await press(user, "重新写入，丢掉改动");
    expect(see(/模板已写进打开的工作簿/)).toBeVisible();
    expect(workbook.sheets).not.toBe(before);
  });

  it("says before which sheets go with a form that was deleted, takes them away, and brings them back", async () => {
    const workbook = new FakeWorkbook(withoutFiles);
    const { user } = await atTemplate({ workbook });
    const gone = "L6文件制度";
    await press(user, "检查打开的工作簿");
    await press(user, "采用这个模板");
    expect(nextSteps()).toEqual(["去收表"]);
    await press(user, "在 Excel 中修改");
    expect(see(`重新写入时，在用的模板里已经没有的 1 张表会删掉：“${gone}”。`)).toBeVisible();
    expect(workbook.names).toContain(gone);
    await press(user, "重新写入，丢掉改动");
    expect(see(new RegExp(`没有的 1 张表一并删掉了：“${gone}”`))).toBeVisible();
    expect(workbook.names).not.toContain(gone);
    await press(user, "撤销写入");
    expect(workbook.names).toContain(gone);
  });

  it("never writes over a sheet of the user's own that bears one of the names", async () => {
    const mine = { sheets: [{ name: "说明", cells: [{ row: 0, column: 0, value: "我的" }] }], names: [] };
    const workbook = new FakeWorkbook(mine);
    const { user } = await atTemplate({ workbook });
    await press(user, "在 Excel 中修改");
    expect(screen.getByRole("alert")).toHaveTextContent("已有别的工作表“说明”");
    expect(workbook.names).toEqual(["说明"]);
  });

  it("is saved as a file where there is no Excel", async () => {
    const { user, saved } = await atTemplate({ host: "browser" });
    expect(screen.queryByRole("button", { name: "在 Excel 中修改" })).toBeNull();
    await press(user, "存成 Excel 文件");
    expect(saved.map(({ name }) => name)).toEqual(["关心下一代工作情况统计表标准模板第1版.xlsx"]);
    expect(see(/已存成 关心下一代工作情况统计表标准模板第1版.xlsx/)).toBeVisible();
  });
});

describe("检查", () => {
  it("lists what must be mended in the open workbook, the cell a click away", async () => {
    const workbook = new FakeWorkbook(wrong);
    const { user } = await atTemplate({ workbook });
    await press(user, "检查打开的工作簿");
    expect(see("有 2 处要改")).toBeVisible();
    expect(nextSteps()).toEqual(["检查打开的工作簿", "去收表"]);
    expect(see(/“0216<=”看不懂/)).toBeVisible();
    await user.click(screen.getAllByRole("button", { name: /到 单位!C\d+/ })[0]!);
    expect(workbook.shown[0]).toMatch(/^单位!C\d+$/);
  });

  it("says what a sound template changes, and uses it when told to", async () => {
    const { user } = await atTemplate();
    await chooseTemplate(user, "新模板.xlsx");
    expect(screen.getByRole("heading", { name: "新模板没有问题，可以采用" })).toBeVisible();
    expect(see("修改审核关系 R07 0216*3<=0201")).toBeVisible();
    await press(user, "采用这个模板");
    expect(see(/第 2 版 · 各年度都用 · 取自文件 新模板.xlsx/)).toBeVisible();
    expect(button(/1 模板/)).toHaveTextContent("第 2 版");
    await press(user, "换回内置模板");
    expect(see(/第 1 版 · 各年度都用 · 本工具内置/)).toBeVisible();
  });

  it("names the places of a file's problems where no click leads", async () => {
    const { user } = await atTemplate();
    await chooseTemplate(user, "错模板.xlsx");
    expect(see(/^审核关系!D\d+$/)).toBeVisible();
  });

  it("refuses what cannot be read, and puts away what is not wanted", async () => {
    const { user } = await atTemplate();
    await chooseTemplate(user, "没有的.xlsx");
    expect(screen.getByRole("alert")).toHaveTextContent("“没有的.xlsx”不能当作模板");
    await chooseTemplate(user, "新模板.xlsx");
    await press(user, "不用了");
    expect(screen.queryByRole("heading", { name: /可以采用/ })).toBeNull();
  });

  it("takes a template that is dropped here", async () => {
    const { container } = await atTemplate();
    const file = new File(["新模板.xlsx"], "新模板.xlsx");
    fireEvent.drop(container.querySelector("main")!, {
      dataTransfer: { items: [], files: [file], types: ["Files"] },
    });
    expect(await screen.findByRole("heading", { name: "新模板没有问题，可以采用" })).toBeVisible();
  });

  it("is offered where a template came in among the reports", async () => {
    const { user } = await openPane({ shelf: shelf() });
    await choose(user, "选择文件", "台上镇.xlsx", "新模板.xlsx");
    expect(see("“新模板.xlsx”是标准模板，没有当作报表。")).toBeVisible();
    await press(user, "到“模板”看看");
    expect(await screen.findByRole("heading", { name: "新模板没有问题，可以采用" })).toBeVisible();
    await press(user, "不用了");
    await press(user, "去收表");
    expect(screen.queryByText(/没有当作报表/)).toBeNull();
  });
});

describe("a template that was adopted", () => {
  const adopted = async (options: PaneOptions): Promise<OpenedPane> => {
    const pane = await atTemplate(options);
    await chooseTemplate(pane.user, "新模板.xlsx");
    await press(pane.user, "采用这个模板");
    return pane;
  };

  it("is found again when the pane is opened next time, and the pane says so", async () => {
    const store = new MemoryStore();
    const { unmount } = await adopted({ store });
    expect(see(/这台电脑记住了它，下次打开窗格还用它/)).toBeVisible();
    unmount();
    const { user } = await openPane({ store });
    expect(
      see(/^现在用的是 \d+ 年 \d+ 月 \d+ 日采用的模板：关心下一代工作情况统计表，第 2 版。$/),
    ).toBeVisible();
    await press(user, "到“模板”看看");
    expect(
      await screen.findByText(/第 2 版 · 各年度都用 · 取自文件 新模板.xlsx · \d+ 年 \d+ 月 \d+ 日采用/),
    ).toBeVisible();
  });

  it("gives way to the built-in one, which then stays, and can be had back", async () => {
    const store = new MemoryStore();
    const { user, unmount } = await adopted({ store });
    await press(user, "换回内置模板");
    unmount();
    const next = await atTemplate({ store });
    expect(see(/第 1 版 · 各年度都用 · 本工具内置/)).toBeVisible();
    await next.user.click(button(/^以前用过的模板 1 项/));
    await press(next.user, "换用第 2 版");
    expect(see("修改审核关系 R07 0216*3<=0201")).toBeVisible();
    await press(next.user, "采用这个模板");
    expect(see(/第 2 版 · 各年度都用 · 取自文件 新模板.xlsx/)).toBeVisible();
  });

  it("lasts until the pane is closed where nothing can be kept, and the pane says so", async () => {
    const store = new MemoryStore();
    store.refusal = new Error("forbidden");
    await adopted({ store });
    expect(see(/窗格关闭后会回到内置模板/)).toBeVisible();
    expect(store.adopted).toBeNull();
  });

  it("that cannot be read any more is missed aloud, and nothing else suffers", async () => {
    const store = new MemoryStore();
    store.adopted = "{";
    const { user } = await openPane({ store });
    expect(see(/以前采用的模板没有读出来，现在用的是内置模板/)).toBeVisible();
    await press(user, "试用示例县");
    expect(see("4/4")).toBeVisible();
  });

  it("is told from the one that a county workbook brings along, which may stay as well", async () => {
    const store = new MemoryStore();
    const first = await openPane();
    await press(first.user, "试用示例县");
    await press(first.user, /一键汇总/);
    const { workbook } = first;
    first.unmount();
    const second = await adopted({ workbook, store });
    second.unmount();
    const { user } = await openPane({ workbook, store });
    await press(user, "接着上次做");
    expect(see("现在用的是汇总工作簿里带的模板：关心下一代工作情况统计表，第 1 版。")).toBeVisible();
    expect(see("原来用的是：关心下一代工作情况统计表，第 2 版。要换，请到“模板”。")).toBeVisible();
    await press(user, "到“模板”看看");
    expect(await screen.findByText(/下次打开窗格不用它/)).toBeVisible();
    await press(user, "以后也用这个模板");
    expect(see(/这台电脑记住了它/)).toBeVisible();
  });
});

describe("a list of rules", () => {
  const pasted = "1\t关工02\t0216*3<=0201\n2\t关工01\t0102=0103+\n3\t关工02\t0216<=0201";

  it("is pasted as it stands; lines that are not understood are named with the place of the fault", async () => {
    const { user } = await atTemplate();
    await user.click(button("粘贴一批审核关系"));
    fireEvent.change(screen.getByLabelText("审核关系，一行一条"), { target: { value: pasted } });
    await press(user, "加入这些审核关系");
    expect(see("看懂了 1 条新的审核关系。")).toBeVisible();
    expect(document.activeElement).toContainElement(see("看懂了 1 条新的审核关系。"));
    expect(see("另有 1 条模板里已经有了。")).toBeVisible();
    const bad = section("有 1 行没有看懂，没有加入：");
    expect(bad.getByText(/^第 2 行：2\s+关工01\s+0102=0103\+$/)).toBeVisible();
    expect(bad.getByText(/这里缺少代码或数字/)).toBeVisible();
    await press(user, "采用这个模板");
    expect(see(/第 2 版 · 各年度都用 · 加进了审核关系/)).toBeVisible();
  });
});

describe("试跑", () => {
  it("asks for reports first", async () => {
    await atTemplate();
    expect(section("试跑").queryByRole("button")).toBeNull();
  });

  it("says before anything is issued which units would fail that do not fail now, with both sides", async () => {
    const { user } = await openPane({ shelf: shelf() });
    await press(user, "试用示例县");
    await goTo(user, /模板/);
    await chooseTemplate(user, "新模板.xlsx");
    await press(user, "试跑新模板");
    const trial = section("试跑");
    expect(trial.getByText(/^试了 4 份报表，有 \d 个单位会多报问题：/)).toBeVisible();
    await user.click(
      trial.getByRole("button", {
        name: /^R07 强制 改过的 五老骨干（0216）× 3 不大于五老志愿者总数（0201） 1 家不符合，新增 1 家/,
      }),
    );
    expect(trial.getByText("0216*3<=0201")).toBeVisible();
    expect(trial.getAllByText(/^左边 \d+，右边 \d+$/)[0]).toBeVisible();
    expect(trial.getAllByText("新增")[0]).toBeVisible();
    await user.click(trial.getByRole("button", { name: /^其余 \d+ 条，没有单位不符合/ }));
    expect(trial.getByText(/^R01 .*：通过 4，没有问到 0$/)).toBeVisible();
  });

  it("finds nothing more with the template in use", async () => {
    const { user } = await openPane();
    await press(user, "试用示例县");
    await goTo(user, /模板/);
    await press(user, "试跑在用的模板");
    expect(section("试跑").queryByText(/会多报问题/)).toBeNull();
    expect(section("试跑").getByText("试了 4 份报表，没有一个单位不符合。")).toBeVisible();
    expect(section("试跑").getByText(/其余 \d+ 条，没有单位不符合/)).toBeVisible();
  });
});

describe("下发", () => {
  it("saves a zip with a blank workbook for every unit, last year's values in it", async () => {
    const { user, saved } = await openPane();
    await choose(user, "选择上年汇总工作簿", "2019.xlsx");
    await goTo(user, /模板/);
    expect(await screen.findByText("上年数取自 2019 年度的汇总工作簿，填好并锁定。")).toBeVisible();
    await press(user, "做 4 份空白报表");
    expect(saved.map(({ name }) => name)).toEqual(["集安市2020年度空白报表.zip"]);
    expect(Object.keys(unzipSync(saved[0]!.bytes))).toContain("台上镇.xlsx");
    expect(see("已存成 集安市2020年度空白报表.zip：4 份空白报表。")).toBeVisible();
    await waitFor(() => expect(said()).toContain("4 份空白报表"));
  });

  it("is for the year after last year's workbook, also where that comes later", async () => {
    const { user } = await atTemplate();
    await press(user, "去收表");
    await choose(user, "选择上年汇总工作簿", "2019.xlsx");
    await goTo(user, /模板/);
    expect(await screen.findByText("上年数取自 2019 年度的汇总工作簿，填好并锁定。")).toBeVisible();
    expect(screen.getByLabelText("年度")).toHaveValue("2020");
  });

  it("is for the year, or half of it, that is written there, and says when nothing is carried", async () => {
    const { user, saved } = await atTemplate();
    const year = screen.getByLabelText("年度");
    await user.clear(year);
    await user.type(year, "20");
    expect(see("请填四位数的年份，例如 2021。")).toBeVisible();
    expect(button("做 4 份空白报表")).toBeDisabled();
    await user.type(year, "23");
    await user.click(screen.getByRole("radio", { name: "上半年" }));
    expect(see(/上年数一栏空着/)).toBeVisible();
    await press(user, "做 4 份空白报表");
    expect(saved[0]!.name).toBe("集安市2023年上半年空白报表.zip");
  });

  it("can be stopped", async () => {
    const { user, saved } = await atTemplate({
      engine: {
        issueBlanks: (_, onProgress) => (onProgress(1, 4, "台上镇.xlsx"), new Promise(() => undefined)),
      },
    });
    await user.click(button("做 4 份空白报表"));
    expect(await screen.findByRole("progressbar")).toBeVisible();
    expect(screen.getByText("台上镇.xlsx")).toBeVisible();
    expect(button("取消")).toBeEnabled();
    expect(saved).toEqual([]);
  });
});

describe("转入新一年", () => {
  it("asks, says what it clears, and goes on with the next version and year", async () => {
    const { user } = await openPane();
    await press(user, "试用示例县");
    await goTo(user, /模板/);
    await press(user, "转入 2021 年度");
    expect(see(/窗格里已收的报表会清空/)).toBeVisible();
    await press(user, "先不转");
    expect(see(/^第 1 版/)).toBeVisible();
    await press(user, "转入 2021 年度");
    await press(user, "转入");
    expect(see(/第 2 版 · 2021 年度 · 由上一年转来/)).toBeVisible();
    expect(see("上年数取自 2020 年度的汇总工作簿，填好并锁定。")).toBeVisible();
    await press(user, "去收表");
    expect(button("选择文件")).toBeVisible();
  });
});

describe.each<Locale>(["zh-CN", "en-US"])("模板 in %s", (locale) => {
  const words = {
    "zh-CN": {
      samples: "试用示例县",
      tryIt: "试跑新模板",
      roll: /^转入 2021/,
      other: "错模板.xlsx",
    },
    "en-US": {
      samples: "Try the sample county",
      tryIt: "Try the new template",
      roll: /^Go on to 2021/,
      other: "错模板.xlsx",
    },
  }[locale];

  it("is sound with everything opened", async () => {
    const pane = await openPane({ locale, shelf: shelf() });
    const good = async (): Promise<void> => {
      // jsdom knows no colours; contrast is looked at in the browser.
      expect(
        await axe(pane.container, { rules: { "color-contrast": { enabled: false } } }),
      ).toHaveNoViolations();
      expect(pane.container.textContent).not.toMatch(/undefined|NaN|\[object|\{\w+\}/);
    };
    await press(pane.user, words.samples);
    await goTo(pane.user, /模板|Template/);
    await screen.findByRole("button", { name: words.roll });
    await chooseTemplate(pane.user, "新模板.xlsx");
    await press(pane.user, words.tryIt);
    await pane.user.click(button(words.roll));
    for (let session = 0; session < 2; session++) {
      for (const each of screen.getAllByRole("button", { expanded: false })) fireEvent.click(each);
    }
    await idle();
    await good();
    await chooseTemplate(pane.user, words.other);
    await good();
  });
});
