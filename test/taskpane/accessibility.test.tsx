/** @jest-environment ./test/tooling/page-environment.cjs */
import "@testing-library/jest-dom";
import { screen, within } from "@testing-library/react";
import { axe, toHaveNoViolations } from "jest-axe";
import type { Locale } from "../../src/locales";
import { App } from "../../src/taskpane/App";
import { Waiting } from "../../src/taskpane/Waiting";
import { faulty, fullShelf } from "./a-county";
import { button, choose, goTo, idle, main, openPane, press, type OpenedPane } from "./a-pane";
import { FakeWorkbook } from "./a-workbook";
import { render } from "@testing-library/react";

jest.setTimeout(120_000);
expect.extend(toHaveNoViolations);

const WORDS = {
  "zh-CN": {
    files: "选择文件",
    samples: "试用示例县",
    consolidate: "一键汇总",
    collect: /\d 收表/,
    goTo: /^到 关工/,
    returns: "生成全部退回材料",
    without: /没有标注报表的/,
    check: /\d 审核/,
    totals: /\d 汇总/,
    report: /\d 报告/,
    draft: "稿件文字",
    checkText: "核对",
    unit: "台上镇",
    remind: "催报文字",
    open: "审核打开的工作簿",
    undo: "撤销",
    keep: "不恢复，保留现在的样子",
  },
  "en-US": {
    files: "Choose files",
    samples: "Try the sample county",
    consolidate: "Consolidate now",
    collect: /\d Collect/,
    goTo: /关工02!E7$/,
    returns: "Create return packs",
    without: /Without a marked report/,
    check: /\d Check/,
    totals: /\d Totals/,
    report: /\d Report/,
    draft: "Text to check",
    checkText: "Check the text",
    unit: "台上镇",
    remind: "Text to remind the others",
    open: "Check the open workbook",
    undo: "Undo",
    keep: "Keep the workbook as it is now",
  },
} as const;

async function expectGood({ container }: Pick<OpenedPane, "container">): Promise<void> {
  // jsdom knows no colours; contrast is looked at in the browser.
  expect(await axe(container, { rules: { "color-contrast": { enabled: false } } })).toHaveNoViolations();
  expect(container.textContent).not.toMatch(/undefined|NaN|\[object|\{[a-zA-Z]\w*\}/);
}

describe.each<Locale>(["zh-CN", "en-US"])("the pane in %s", (locale) => {
  const words = WORDS[locale];

  it("is sound before anything has come in, and beside an Excel that does not answer", async () => {
    await expectGood(await openPane({ locale, host: "silent" }));
  });

  it("is sound on every station with faulty files", async () => {
    const shelf = fullShelf();
    shelf.put("台上镇.xlsx", faulty());
    shelf.put("乱.xls", { code: "F02", params: {} });
    const pane = await openPane({ locale, shelf });
    await choose(pane.user, words.files, "台上镇.xlsx", "青石镇.xlsx", "乱.xls");
    await pane.user.click(button(words.unit));
    await pane.user.click(button(words.remind));
    await expectGood(pane);
    await goTo(pane.user, words.check);
    for (const each of screen.getAllByRole("button", { expanded: false })) await pane.user.click(each);
    await expectGood(pane);
    await pane.user.click(screen.getAllByRole("button", { name: words.goTo })[0]!);
    await idle();
    await expectGood(pane);
    await press(pane.user, words.returns);
    await pane.user.click(screen.getByRole("button", { name: words.without }));
    await expectGood(pane);
    await goTo(pane.user, words.collect);
    await expectGood(pane);
    await goTo(pane.user, words.totals);
    await idle();
    await expectGood(pane);
  });

  it("is sound while work is under way", async () => {
    const shelf = fullShelf();
    const pane = await openPane({ locale, shelf });
    shelf.gate = new Promise(() => undefined);
    await pane.user.click(button(words.samples));
    await screen.findByRole("progressbar");
    await expectGood(pane);
  });

  it("is sound when all is written", async () => {
    const pane = await openPane({ locale });
    await press(pane.user, words.samples);
    await press(pane.user, words.consolidate);
    expect(button(words.undo)).toBeEnabled();
    await expectGood(pane);
    await goTo(pane.user, words.check);
    await expectGood(pane);
  });

  it("is sound with the report, a number's basis and a checked text", async () => {
    const pane = await openPane({ locale });
    await goTo(pane.user, words.report);
    await expectGood(pane);
    await goTo(pane.user, words.collect);
    await press(pane.user, words.samples);
    await press(pane.user, words.consolidate);
    await goTo(pane.user, words.report);
    const article = await screen.findByRole("article");
    await pane.user.click(within(article).getAllByRole("button")[0]!);
    await pane.user.click(screen.getByRole("textbox", { name: words.draft }));
    await pane.user.paste("五老骨干802人，占五老志愿者2503人的29%。参加活动的有17人。五老志愿者2503人。");
    await press(pane.user, words.checkText);
    for (const each of screen.getAllByRole("button", { expanded: false })) await pane.user.click(each);
    await expectGood(pane);
  });

  it("is sound when something failed", async () => {
    const workbook = new FakeWorkbook();
    const pane = await openPane({ locale, workbook });
    await press(pane.user, words.samples);
    workbook.refuses = "H09";
    await press(pane.user, words.consolidate);
    await pane.user.click(screen.getAllByRole("button", { expanded: false })[0]!);
    await expectGood(pane);
  });

  it("is sound where a writing was left in the middle", async () => {
    const workbook = new FakeWorkbook();
    workbook.unfinishedSince = { sheets: workbook.sheets, began: Date.now(), recent: true };
    const pane = await openPane({ locale, workbook });
    await pane.user.click(button(words.keep));
    for (const each of screen.getAllByRole("button", { expanded: false })) await pane.user.click(each);
    await expectGood(pane);
  });

  it("is sound while it waits for Excel", async () => {
    await expectGood(render(<Waiting locale={locale} onSkip={() => undefined} />));
  });

  it("says what to do, and passes on no personal data, when the pane itself fails", async () => {
    const spy = jest.spyOn(console, "error").mockImplementation(() => undefined);
    const broken = new Proxy({} as never, {
      get: () => {
        throw new RangeError("张三 13800138000");
      },
    });
    const { container } = render(<App host="browser" locale={locale} version="0.1.0" tools={broken} />);
    expect(screen.getByRole<HTMLTextAreaElement>("textbox").value).toContain("RangeError");
    expect(container).not.toHaveTextContent("张三");
    await expectGood({ container });
    spy.mockRestore();
  });
});

describe("the keyboard alone", () => {
  it("takes the sample county to written sheets and back", async () => {
    const { user, workbook } = await openPane();
    await tabTo(user, "试用示例县");
    await user.keyboard("{Enter}");
    await idle();
    await tabTo(user, "一键汇总");
    await user.keyboard("{Enter}");
    await idle();
    expect(workbook.names).toContain("汇总说明");
    await tabTo(user, "撤销");
    await user.keyboard(" ");
    await idle();
    expect(workbook.names).toEqual(["Sheet1"]);
  });

  it("opens a unit and goes to its findings", async () => {
    const shelf = fullShelf();
    shelf.put("台上镇.xlsx", faulty());
    const { user } = await openPane({ shelf });
    await choose(user, "选择文件", "台上镇.xlsx");
    await tabTo(user, "台上镇");
    await user.keyboard("{Enter}");
    await tabTo(user, "看台上镇的审核结果");
    await user.keyboard("{Enter}");
    expect(main()).toHaveFocus();
    expect(screen.getByText(/五老志愿者总数.*172/)).toBeVisible();
  });

  it("finds itself where the result stands when the button that it pressed is gone", async () => {
    const { user } = await openPane();
    await tabTo(user, "试用示例县");
    await user.keyboard("{Enter}");
    await idle();
    expect(main().contains(document.activeElement)).toBe(true);
  });
});

/** Presses Tab until the button has the focus. */
async function tabTo(user: OpenedPane["user"], name: string): Promise<void> {
  for (let i = 0; i < 80; i++) {
    await user.tab();
    if (document.activeElement === screen.queryByRole("button", { name })) return;
  }
  throw new Error(`Tab does not reach ${name}`);
}
