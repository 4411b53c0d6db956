/** @jest-environment ./test/tooling/page-environment.cjs */
import "@testing-library/jest-dom";
import { screen, within } from "@testing-library/react";
import { unzipSync } from "fflate";
import { axe, toHaveNoViolations } from "jest-axe";
import { toA1 } from "../../src/workbook/address";
import { OWN_FORM, ownReport } from "../../src/samples/own-office";
import { writeXlsx } from "../../src/files/write/write-xlsx";
import type { WorkbookPlan } from "../../src/workbook/plan";
import type { Template } from "../../src/template/template";
import { cellText } from "../fixtures/cell-text";
import { OFFICE_UNITS, officeCopies, officeCounty, officeTemplate } from "../fixtures/own-office";
import { ShelfReader } from "./a-county";
import { button, choose, goTo, idle, openPane, press, type OpenedPane } from "./a-pane";

jest.setTimeout(60_000);
expect.extend(toHaveNoViolations);

const JUNE = "2026-06";
const COUNTY_OF_MAY = "5月汇总.xlsx";
const COUNTY_OF_LAST_JUNE = "上年6月汇总.xlsx";

let template: Template;
let shelf: ShelfReader;

beforeAll(async () => {
  template = await officeTemplate();
  shelf = new ShelfReader();
  for (const period of ["2026-05", JUNE]) {
    for (const [file, plan] of officeCopies(period)) shelf.put(file, plan);
  }
  shelf.put(COUNTY_OF_MAY, officeCounty(template, "2026-05"));
  shelf.put(COUNTY_OF_LAST_JUNE, officeCounty(template, "2025-06"));
});

const section = async (name: string) => within(await screen.findByRole("region", { name }));

async function withCopies(pane: OpenedPane, period: string): Promise<void> {
  await choose(pane.user, "选择文件", ...officeCopies(period).keys());
}

describe("an office's own forms, month by month", () => {
  it("begins the next month with last month's county workbook, and compares with last month and last year", async () => {
    const pane = await openPane({ shelf });
    await choose(pane.user, "选择文件", COUNTY_OF_MAY);
    await press(pane.user, "开始做 2026 年 6 月的");
    expect(screen.getByText("上期汇总：2026 年 5 月")).toBeVisible();
    await choose(pane.user, "选择上年汇总工作簿", COUNTY_OF_LAST_JUNE);
    expect(screen.getByText("上年汇总：2025 年 6 月")).toBeVisible();
    expect(screen.getByText("上期汇总：2026 年 5 月")).toBeVisible();
    await withCopies(pane, JUNE);
    await press(pane.user, /一键汇总/);
    expect(pane.workbook.names).toEqual(expect.arrayContaining(["与上期比较", "主要变化"]));
    expect(pane.workbook.shown.at(-1)).toBe(`${OWN_FORM}!A1`);
    expect(screen.getAllByRole("button", { name: /^看“/ })[0]).toHaveAccessibleName(new RegExp(OWN_FORM));
  });

  it("asks what a county workbook is for that can be last month's and last year's", async () => {
    const pane = await openPane({ shelf, template });
    await choose(pane.user, "选择文件", COUNTY_OF_LAST_JUNE);
    expect(button("作为上期数，用来比较")).toBeEnabled();
    await press(pane.user, "作为上年数，用来比较");
    expect(screen.getByText("上年汇总：2025 年 6 月")).toBeVisible();
    expect(screen.queryByText(/上期汇总/)).toBeNull();
  });

  it("rolls what was collected on to the next month, or to one that is chosen", async () => {
    const pane = await openPane({ shelf, template });
    await withCopies(pane, "2026-05");
    await goTo(pane.user, /模板/);
    const roll = await section("转入下一期");
    const part = () => roll.getByRole("combobox", { name: "报哪一段" });
    expect(part()).toHaveValue("-06");
    await pane.user.selectOptions(part(), "第 2 季度");
    await pane.user.click(button("转入 2026 年第 2 季度"));
    expect(screen.getByText(/2026 年 5 月不是它的上年同期，也不是上一期/)).toBeVisible();
    await press(pane.user, "先不转");
    await pane.user.selectOptions(part(), "6 月");
    await pane.user.click(button("转入 2026 年 6 月"));
    expect(screen.getByText(/2026 年 5 月的汇总数作为上期数/)).toBeVisible();
    await press(pane.user, "转入");
    expect(screen.getByText(/第 2 版 · 2026 年 6 月/)).toBeVisible();
  });
});

it("shows the office's own sheet with the totals in it where there is no Excel beside the pane", async () => {
  const pane = await openPane({ shelf, template, host: "browser" });
  await withCopies(pane, JUNE);
  await goTo(pane.user, /汇总/);
  const grid = await screen.findByRole("grid", { name: `汇总好的“${OWN_FORM}”` });
  const cell = template.forms[0]!.own!.tables[0]!.cells.find(({ use }) => use === "sum")!;
  const given = [...officeCopies(JUNE).values()].map(({ sheets }) =>
    Number(
      sheets
        .find(({ name }) => name === OWN_FORM)!
        .cells.find(({ row, column }) => row === cell.row && column === cell.column)?.value ?? 0,
    ),
  );
  const total = given.reduce((sum, value) => sum + value, 0);
  expect(total).toBeGreaterThan(0);
  const shown = grid.querySelector(`[data-cell="${toA1(cell.row, cell.column)}"]`);
  expect(shown).toHaveTextContent(String(Math.round(total * 100) / 100));
  expect(await axe(grid)).toHaveNoViolations();
});

describe("图表 of an office's own forms", () => {
  it("are chosen among pictures, and the county workbook draws those that were", async () => {
    const pane = await openPane({ shelf, template });
    await withCopies(pane, JUNE);
    await goTo(pane.user, /模板/);
    await section("图表");
    await press(pane.user, /^选图：已选 \d+ 张/);
    const box = (name: RegExp) => screen.getByRole("checkbox", { name });
    expect(box(/^各单位服务老人总人次（本月）/)).toBeChecked();
    expect(box(/^各单位适老化改造/)).not.toBeChecked();
    await pane.user.click(box(/^各单位服务老人总人次（本月）/));
    await idle();
    await pane.user.click(box(/^各单位适老化改造/));
    await idle();
    expect(box(/^各单位服务老人总人次（本月）/)).not.toBeChecked();
    await press(pane.user, "采用这个模板");
    await goTo(pane.user, /汇总/);
    await press(pane.user, /一键汇总/);
    const charts = pane.workbook.sheets.find(({ name }) => name === "图表")!.charts!;
    const titles = charts.map(({ title }) => title);
    expect(titles.filter((title) => title.startsWith("各单位服务老人总人次（本月）"))).toEqual([]);
    expect(titles.filter((title) => title.startsWith("各单位适老化改造"))).toHaveLength(1);
  });
});

describe("填自己的报告工作簿", () => {
  const giveReport = async (pane: OpenedPane, name: string, plan: WorkbookPlan): Promise<void> => {
    shelf.put(name, plan);
    const input = screen.getByLabelText<HTMLInputElement>("选择报告工作簿", { selector: "input" });
    await pane.user.upload(input, new File([writeXlsx(plan).slice()], name));
    await idle();
  };

  it("fills the keys, saves a new file, and says what it could not fill", async () => {
    const pane = await openPane({ shelf, template });
    await withCopies(pane, JUNE);
    await goTo(pane.user, /报告/);
    await screen.findByRole("heading", { name: "填自己的报告工作簿" });
    await giveReport(pane, "通报.xlsx", ownReport());
    expect(pane.saved.map(({ name }) => name)).toEqual(["通报（2026年6月）.xlsx"]);
    expect(screen.getAllByText(/已存成 通报（2026年6月）.xlsx，填了 \d+ 格/)[0]).toBeVisible();
    const sheet = await cellText(pane.saved[0]!.bytes, "通报");
    expect(sheet["A3"]).toMatch(/^1月至本月服务老人\d+人次，上年同期＿＿＿人次，完成全年计划的\d+\.\d%。$/);
    expect(sheet["B7"]).toEqual(expect.any(Number));
    expect(screen.getAllByText(/不是名单里的单位/)).toHaveLength(3);
    expect(screen.getByText(/同样的还有 \d+ 处/)).toBeVisible();
  });

  it("says what to write where nothing is to be filled, and lists the keys", async () => {
    const pane = await openPane({ shelf, template });
    await withCopies(pane, JUNE);
    await goTo(pane.user, /报告/);
    await screen.findByRole("heading", { name: "填自己的报告工作簿" });
    await giveReport(pane, "空的.xlsx", {
      sheets: [{ name: "甲", cells: [{ row: 0, column: 0, value: "{0999}" }] }],
      names: [],
    });
    expect(screen.getByText(/没有要填的地方.*甲!A1 \{0999\}/)).toBeVisible();
    expect(pane.saved).toEqual([]);
    await press(pane.user, "各项指标的代码");
    expect(screen.getByText("{01[3]}")).toBeVisible();
  });
});

describe("下发 of an office's own forms", () => {
  it("sends the form as it is, with the unit, the period and last year's figures", async () => {
    const pane = await openPane({ shelf, template });
    await choose(pane.user, "选择文件", COUNTY_OF_LAST_JUNE);
    await press(pane.user, "作为上年数，用来比较");
    await goTo(pane.user, /模板/);
    expect((await section("下发")).getByText(/上年数取自 2025 年 6 月的汇总工作簿/)).toBeVisible();
    await press(pane.user, "做 3 份空白报表");
    expect(pane.saved.map(({ name }) => name)).toEqual(["居家养老服务情况月报表2026年6月空白报表.zip"]);
    const blanks = unzipSync(pane.saved[0]!.bytes);
    expect(Object.keys(blanks)).toEqual(OFFICE_UNITS.map((unit) => `${unit}.xlsx`));
    const sheet = await cellText(blanks[`${OFFICE_UNITS[1]}.xlsx`]!, OWN_FORM);
    expect(sheet).toMatchObject({
      A1: "居家养老服务情况月报表",
      A2: `填报单位：${OFFICE_UNITS[1]}`,
      E2: "报告期：2026年6月",
    });
    expect(sheet["H7"]).toEqual(expect.any(Number));
    expect(sheet["F7"]).toBeUndefined();
  });

  it("says why it cannot, where the office's workbook is lost or no unit is known", async () => {
    const { office: _lost, ...lost } = template;
    const pane = await openPane({ shelf, template: lost });
    await goTo(pane.user, /模板/);
    expect((await section("下发")).getByText(/原始工作簿没有随模板带来/)).toBeVisible();
    pane.unmount();
    const nobody = await openPane({ shelf, template: { ...template, units: [] } });
    await goTo(nobody.user, /模板/);
    expect((await section("下发")).getByText(/还没有填报单位/)).toBeVisible();
    expect(screen.queryByRole("button", { name: /份空白报表/ })).toBeNull();
  });
});
