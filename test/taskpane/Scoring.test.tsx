/** @jest-environment ./test/tooling/page-environment.cjs */
import "@testing-library/jest-dom";
import { screen, within } from "@testing-library/react";
import { axe, toHaveNoViolations } from "jest-axe";
import { sampleAssessments } from "../../src/samples/assessment";
import { sampleCountyWorkbook } from "../county-workbook/sample-workbook";
import { MemoryStore } from "../app/memory-store";
import { ShelfReader } from "./a-county";
import { button, choose, goTo, idle, openPane, press, type OpenedPane } from "./a-pane";

jest.setTimeout(60_000);
expect.extend(toHaveNoViolations);

const SENT = sampleAssessments().slice(0, 5);
const shelf = new ShelfReader();
for (const { name, plan } of SENT) shelf.put(name, plan);
const [FIRST] = SENT.map(({ name }) => name.replace(".xlsx", "")) as [string];

async function assessed(options: Parameters<typeof openPane>[0] = {}): Promise<OpenedPane> {
  const pane = await openPane({ shelf, ...options });
  await goTo(pane.user, /1 模板/);
  await press(pane.user, /改做年度考核/);
  await goTo(pane.user, /2 收表/);
  await choose(pane.user, "选择文件", ...SENT.map(({ name }) => name));
  await goTo(pane.user, /4 汇总/);
  await screen.findByRole("region", { name: "考核排名" });
  return pane;
}

/** `2 青石镇 95 优秀`, as far as the row says. */
const rowOf = (unit: string): HTMLElement =>
  screen.getByRole("button", { name: unit }).closest<HTMLElement>("tr")!;

const rankOf = (unit: string): string => within(rowOf(unit)).getAllByRole("cell")[0]!.textContent;
const scoreOf = (unit: string): string => within(rowOf(unit)).getAllByRole("cell")[1]!.textContent;

const scoreField = (): HTMLElement => screen.getByRole("textbox", { name: "组织建设的考核分" });

describe("the yearly assessment in the pane", () => {
  it("ranks the units of each group, and names those that sent nothing", async () => {
    await assessed();
    expect(screen.getAllByRole("table").length).toBeGreaterThan(1);
    expect(
      SENT.map(({ name }) => scoreOf(name.replace(".xlsx", ""))).every((score) => Number(score) > 50),
    ).toBe(true);
    expect(screen.getAllByText(/没有报考核评分表/)).toHaveLength(21 - SENT.length);
  });

  it("takes the county's scores item by item: the ranking follows, and can be undone", async () => {
    const { user } = await assessed();
    const before = { score: scoreOf(FIRST), rank: rankOf(FIRST) };
    await press(user, FIRST);
    await user.clear(await screen.findByRole("textbox", { name: "组织建设的考核分" }));
    await user.type(scoreField(), "99");
    expect(screen.getByText("请填 0 至 15 之间的数。")).toBeVisible();
    expect(button("记下")).toBeDisabled();
    await user.clear(scoreField());
    await user.type(scoreField(), "1分");
    await user.type(screen.getByRole("textbox", { name: "组织建设的扣分原因" }), "联席会议没有开");
    await press(user, "记下");
    await idle();
    expect(Number(scoreOf(FIRST))).toBeLessThan(Number(before.score) - 10);
    expect(screen.getByText(`已记下${FIRST}的考核分，排名已更新。`)).toBeVisible();
    await press(user, "撤销");
    await idle();
    expect({ score: scoreOf(FIRST), rank: rankOf(FIRST) }).toEqual(before);
  });

  it("keeps the scores when the pane is closed", async () => {
    const store = new MemoryStore();
    const pane = await assessed({ store });
    await press(pane.user, FIRST);
    await user0(pane);
    const after = scoreOf(FIRST);
    pane.unmount();
    const again = await openPane({ shelf, store });
    await press(again.user, "接着做");
    await idle();
    await goTo(again.user, /4 汇总/);
    await screen.findByRole("region", { name: "考核排名" });
    expect(scoreOf(FIRST)).toBe(after);
  });

  it("shows the annual report's figures beside the scores, once its county workbook is chosen", async () => {
    shelf.put("年报汇总.xlsx", (await sampleCountyWorkbook()).plan);
    const { user } = await assessed();
    await choose(user, "选择年度报表的汇总工作簿…", "年报汇总.xlsx");
    expect(screen.getByText(/评分旁的对照数来自：2020 年度/)).toBeVisible();
    await press(user, FIRST);
    expect((await screen.findAllByText(/对照数 \d.*按对照数至多 \d/)).length).toBeGreaterThan(0);
    await choose(user, "选择年度报表的汇总工作簿…", SENT[0]!.name);
    expect(await screen.findByText(`“${SENT[0]!.name}”不能作考核的对照数。`)).toBeVisible();
  });

  it("has the text of the notice, and where points are lost", async () => {
    const { user } = await assessed();
    await press(user, "通报文字");
    expect(screen.getByRole<HTMLTextAreaElement>("textbox", { name: "通报文字" }).value).toContain("第1名");
    await press(user, "哪几项失分多");
    expect(screen.getAllByText(/^平均/).length).toBeGreaterThan(3);
  });

  it.each(["zh-CN", "en-US"] as const)("is accessible, %s", async (locale) => {
    const pane = await openPane({ shelf, locale });
    await goTo(pane.user, locale === "zh-CN" ? /1 模板/ : /1 Template/);
    await press(pane.user, locale === "zh-CN" ? /改做年度考核/ : /Assess the units/);
    await goTo(pane.user, locale === "zh-CN" ? /2 收表/ : /2 Collect/);
    await choose(
      pane.user,
      locale === "zh-CN" ? "选择文件" : /Choose files/,
      ...SENT.map(({ name }) => name),
    );
    await goTo(pane.user, locale === "zh-CN" ? /4 汇总/ : /^4 /);
    await press(pane.user, FIRST);
    await screen.findAllByRole("group");
    expect(await axe(pane.container)).toHaveNoViolations();
  });
});

async function user0({ user }: OpenedPane): Promise<void> {
  await user.clear(await screen.findByRole("textbox", { name: "组织建设的考核分" }));
  await user.type(scoreField(), "2");
  await press(user, "记下");
  await idle();
}
