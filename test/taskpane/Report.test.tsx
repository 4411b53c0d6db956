/** @jest-environment ./test/tooling/page-environment.cjs */
import "@testing-library/jest-dom";
import "./browser-globals";
import { screen, within } from "@testing-library/react";
import { builtInTemplate } from "../../src/template/builtin";
import { sessionCalls } from "../app/session-calls";
import { strToU8, zipSync } from "fflate";
import { fullShelf, template, UNITS } from "./a-county";
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

jest.setTimeout(60_000);

/** The report of the sample's four units. */
async function withReport(options: PaneOptions = {}): Promise<OpenedPane> {
  const pane = await openPane(options);
  await press(pane.user, "试用示例县");
  await goTo(pane.user, /报告/);
  await screen.findByRole("article");
  return pane;
}

const article = (): HTMLElement => screen.getByRole("article");

/** The number in the report that is behind these words. */
function numberAfter(words: string): HTMLElement {
  const found = within(article())
    .getAllByRole("button")
    .find((each) => each.parentElement?.previousSibling?.textContent?.endsWith(words));
  if (!found) throw new Error(`no number after ${words}`);
  return found;
}

const CHANGE = /^比上年(增加|减少)\d+人$/;

async function check(user: OpenedPane["user"], text: string): Promise<HTMLElement> {
  await user.clear(screen.getByRole("textbox", { name: "稿件文字" }));
  await user.click(screen.getByRole("textbox", { name: "稿件文字" }));
  await user.paste(text);
  await press(user, "核对");
  return screen.getByRole("region", { name: "核对结果" });
}

const itemOf = (number: string): HTMLElement =>
  screen.getAllByRole("listitem").find((item) => within(item).queryByText(number, { selector: "strong" }))!;

describe("报告", () => {
  it("is the last station, and says whether it can be written", async () => {
    const { user } = await openPane();
    expect(button(/\d 报告/)).toHaveTextContent("等收表");
    await choose(user, "选择文件", "台上镇.xlsx", "青石镇.xlsx");
    expect(button(/\d 报告/)).toHaveTextContent("暂定");
    await goTo(user, /报告/);
    expect(screen.getByText("没有计入的 2 个单位：市教育局、市公安局")).toBeVisible();
    expect(article()).toHaveTextContent("以下数字暂按2个单位的报表汇总，应报4个单位。");
  });

  it("comes next when the county workbook is done", async () => {
    const { user } = await openPane();
    await press(user, "试用示例县");
    await press(user, "一键汇总");
    await press(user, "完成");
    await press(user, "下一步：报告");
    expect(await screen.findByRole("article", { name: "集安市2020年关心下一代工作总结" })).toBeVisible();
    expect(button(/\d 报告/)).toHaveTextContent("可写");
  });

  it("shows what a number rests on when it is pressed, and folds it again", async () => {
    const { user } = await withReport();
    const number = numberAfter("五老志愿者");
    await user.click(number);
    const basis = screen.getByRole("group", { name: `“${number.textContent}”的依据` });
    const amount = number.textContent!.replace(/\D/g, "");
    expect(basis).toHaveTextContent(`五老志愿者总数（0201）：${amount}人，见汇总工作簿 汇总02 五老队伍 E7`);
    await user.click(number);
    expect(screen.queryByRole("group", { name: /的依据/ })).not.toBeInTheDocument();
  });

  it("leads to the cells of a change once the county workbook is written", async () => {
    const { user, workbook } = await withReport();
    await user.click(screen.getByRole("button", { name: CHANGE }));
    expect(screen.queryByRole("button", { name: /^到 汇总/ })).not.toBeInTheDocument();
    await goTo(user, /汇总/);
    await press(user, "一键汇总");
    await goTo(user, /报告/);
    await user.click(await screen.findByRole("button", { name: CHANGE }));
    await user.click(button("到 汇总02 五老队伍!F7"));
    expect(workbook.shown).toContain("汇总02 五老队伍!F7");
  });

  it("says what a number rests on to those who do not see where it appears", async () => {
    const { user } = await withReport();
    await user.click(numberAfter("五老志愿者"));
    const said = screen.getAllByRole("status").map((status) => status.textContent);
    expect(said).toContainEqual(expect.stringContaining("五老志愿者总数（0201）"));
  });

  it("shows what staff must fill in", async () => {
    await withReport();
    expect(article()).toHaveTextContent("年 月 日（请填写）");
    // The weak points, the plans, the date, and what none of these four units reported.
    expect(screen.getByText(/5 处要您来填/)).toBeVisible();
  });

  it("is copied with its look", async () => {
    const { user, copied, copiedHtml } = await withReport();
    await user.click(button("复制全文"));
    expect(copied[0]).toMatch(
      /^集安市2020年关心下一代工作总结\n2020年，在市委、市政府的.*\n一、坚持党建带关建/,
    );
    expect(copiedHtml[0]).toMatch(/<p style="[^"]*仿宋[^"]*">全市共有关工委组织\d+个/);
    expect(screen.getByText("已复制，可以粘贴到 Word 或 WPS。")).toBeVisible();
  });

  it("is shown and selected where the clipboard is closed", async () => {
    const { user } = await withReport({ tools: { copy: async () => false } });
    await user.click(button("复制全文"));
    const text = await screen.findByRole<HTMLTextAreaElement>("textbox", { name: "报告文字" });
    expect(text.selectionEnd - text.selectionStart).toBe(text.value.length);
    expect(screen.getByText("文字已选中，请按 Ctrl+C 复制。")).toBeVisible();
  });

  it("is saved as a Word file that reads back as the report", async () => {
    const { user, saved, copied } = await withReport({ host: "browser" });
    await press(user, "存成 Word");
    expect(saved[0]!.name).toBe("集安市2020年关心下一代工作总结.docx");
    expect(within(main()).getByText("报告已存成 集安市2020年关心下一代工作总结.docx")).toBeVisible();
    expect(within(main()).getByText(/^还有 5 处没有填/)).toBeVisible();
    await user.click(button("复制全文"));
    const read = await sessionCalls(template, fullShelf()).readTextDocument({
      name: "a.docx",
      content: new Blob([new Uint8Array(saved[0]!.bytes)]),
    });
    expect(read).toEqual({ ok: true, text: copied[0] });
  });

  it("does not keep the report of a session that has changed", async () => {
    const { user } = await withReport();
    const before = numberAfter("五老志愿者").textContent;
    await goTo(user, /\d 收表/);
    await user.click(button("台上镇"));
    await press(user, "移除 台上镇.xlsx");
    await goTo(user, /报告/);
    await screen.findByRole("article");
    expect(numberAfter("五老志愿者").textContent).not.toBe(before);
  });
});

describe("稿件核对", () => {
  const DRAFT = "全市五老志愿者2503人，其中五老骨干802人，占五老总数的29%。";

  it("finds what contradicts itself without any data", async () => {
    const { user } = await openPane();
    await goTo(user, /报告/);
    expect(screen.getByText(/只能查出稿件自己前后矛盾的地方/)).toBeVisible();
    await check(user, DRAFT);
    expect(screen.getByText("不符 1 处，请改正")).toBeVisible();
    expect(itemOf("29%")).toHaveTextContent("应为 32.0%");
    expect(itemOf("29%")).toHaveTextContent("文中的数：802÷2503≈32%");
    expect(within(itemOf("29%")).getByText("29%", { selector: "mark" }).parentElement).toHaveTextContent(
      DRAFT,
    );
  });

  it("brings what was found into view", async () => {
    const pane = await openPane();
    await goTo(pane.user, /报告/);
    const shown = jest.spyOn(Element.prototype, "scrollIntoView");
    await pane.user.type(screen.getByRole("textbox", { name: "稿件文字" }), "五老802人，占2503人的29%。");
    await press(pane.user, "核对");
    expect(shown.mock.contexts).toContain(screen.getByRole("region", { name: "核对结果" }));
    await goTo(pane.user, /^\d 收表/);
    expect(screen.queryByRole("textbox", { name: "稿件文字" })).not.toBeInTheDocument();
  });

  it("holds a text against the totals, what is wrong first, what is right folded", async () => {
    const { user } = await withReport();
    const volunteers = Number(numberAfter("五老志愿者").textContent!.replace(/\D/g, ""));
    const found = await check(
      user,
      `全市五老志愿者${volunteers + 7}人。来了17个老同志。五老骨干${coreOf()}。`,
    );
    const wrong = itemOf(`${volunteers + 7}人`);
    expect(wrong).toHaveTextContent("不符");
    expect(wrong).toHaveTextContent(`应为 ${volunteers}人`);
    expect(wrong).toHaveTextContent("汇总02 五老队伍 E7");
    expect(within(found).getAllByRole("listitem")[0]).toBe(wrong);
    expect(within(found).getAllByRole("listitem")).toHaveLength(1);
  });

  it("shows the whole text as a proof: signs for what is wrong or open, a press for the basis", async () => {
    const { user } = await withReport();
    const found = await check(user, `来了17个老同志。\n五老骨干${coreOf()}。`);
    const proof = within(within(found).getByRole("group", { name: "稿件全文" }));
    expect(proof.getByRole("button", { name: "17个 无法对应" })).toHaveTextContent("17个？");
    const right = proof.getByRole("button", { name: coreOf() });
    expect(right).toHaveAttribute("aria-expanded", "false");
    await user.click(right);
    expect(proof.getByRole("group", { name: `“${coreOf()}”的依据` })).toHaveTextContent(
      "汇总02 五老队伍 E22",
    );
    await user.click(right);
    expect(right).toHaveAttribute("aria-expanded", "false");
  });

  it("takes right numbers over one by one into a corrected copy", async () => {
    const { user, copied } = await openPane();
    await goTo(user, /报告/);
    const found = await check(user, `党员640人，其中男党员430人，女党员230人。${DRAFT}`);
    expect(screen.queryByRole("region", { name: "改好的稿件" })).not.toBeInTheDocument();
    await user.click(within(found).getByRole("button", { name: "把“29%”改成 32%" }));
    expect(within(found).getByRole("group", { name: "稿件全文" })).toHaveTextContent("29%→32%");
    const copy = (): HTMLElement => screen.getByRole("textbox", { name: "改好的稿件" });
    expect(copy()).toHaveValue(`党员640人，其中男党员430人，女党员230人。${DRAFT.replace("29%", "32%")}`);
    await user.click(within(found).getByRole("button", { name: "把“640人”改成 660人" }));
    expect(screen.getByText("已改 2 处，原稿没有动。")).toBeVisible();
    await user.click(button("复制改好的稿件"));
    expect(copied).toEqual([`党员660人，其中男党员430人，女党员230人。${DRAFT.replace("29%", "32%")}`]);
    await user.click(button("已改成 660人，再点一下撤回"));
    await press(user, "把改好的稿件再核对一遍");
    expect(screen.getByRole("textbox", { name: "稿件文字" })).toHaveValue(
      `党员640人，其中男党员430人，女党员230人。${DRAFT.replace("29%", "32%")}`,
    );
    expect(screen.getByText("不符 1 处，请改正")).toBeVisible();
  });

  const coreOf = (): string => numberAfter("其中五老骨干").textContent!;

  it("says so where nothing is wrong, and of the report that it wrote nothing is", async () => {
    const { user, copied } = await withReport();
    await user.click(button("复制全文"));
    const found = await check(user, copied[0]!);
    expect(within(found).getByText("没有发现不符的数。")).toBeVisible();
  });

  it("warns that the totals are incomplete where numbers disagree with them", async () => {
    const { user } = await openPane();
    await choose(user, "选择文件", "台上镇.xlsx");
    await goTo(user, /报告/);
    const found = await check(user, "全市五老志愿者99999人。");
    expect(found).toHaveTextContent(`汇总还不完整：1/${UNITS.length} 个单位`);
  });

  it("forgets what was found when the text is changed, and keeps the text while one looks elsewhere", async () => {
    const { user } = await openPane();
    await goTo(user, /报告/);
    await check(user, DRAFT);
    await goTo(user, /\d 收表/);
    await goTo(user, /报告/);
    expect(screen.getByRole("textbox", { name: "稿件文字" })).toHaveValue(DRAFT);
    expect(screen.getByRole("region", { name: "核对结果" })).toBeVisible();
    await user.type(screen.getByRole("textbox", { name: "稿件文字" }), "。");
    expect(screen.queryByRole("region", { name: "核对结果" })).not.toBeInTheDocument();
    await user.click(button("清空"));
    expect(button("核对")).toBeDisabled();
  });

  it("reads a text file and a Word document", async () => {
    const { user } = await openPane();
    await goTo(user, /报告/);
    await user.upload(fileInput(), new File([DRAFT], "稿件.txt"));
    await idle();
    expect(itemOf("29%")).toBeVisible();
    const xml = `<w:document xmlns:w="x"><w:body><w:p><w:r><w:t>${DRAFT.replace("29%", "31%")}</w:t></w:r></w:p></w:body></w:document>`;
    await user.upload(
      fileInput(),
      new File([new Uint8Array(zipSync({ "word/document.xml": strToU8(xml) }))], "稿件.docx"),
    );
    await idle();
    expect(itemOf("31%")).toBeVisible();
  });

  const fileInput = (): HTMLInputElement =>
    screen.getByLabelText<HTMLInputElement>("选择稿件文件", { selector: "input" });

  it("says why a file cannot be read, and what else to do", async () => {
    const { user } = await openPane();
    await goTo(user, /报告/);
    await user.upload(
      fileInput(),
      new File([new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])], "稿件.docx"),
    );
    await idle();
    expect(screen.getByRole("alert")).toHaveTextContent("稿件“稿件.docx”读不了。");
    expect(screen.getByRole("alert")).toHaveTextContent("直接粘贴到稿件框里");
  });

  it("is a press away from the top of a long report", async () => {
    const { user } = await withReport();
    await user.click(button("核对改好的稿件"));
    expect(within(main()).getByRole("heading", { name: "稿件核对" })).toHaveFocus();
  });
});

it("says so where the template has no report", async () => {
  const silent = { ...builtInTemplate, units: template.units, report: [] };
  const service = sessionCalls(silent, fullShelf());
  const engine = { report: async () => service.report(), addFiles: service.addFiles.bind(service) };
  const { user } = await openPane({ engine });
  await press(user, "试用示例县");
  await goTo(user, /报告/);
  expect(await screen.findByText(/这个标准模板里没有报告/)).toBeVisible();
});
