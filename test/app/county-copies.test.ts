import { withoutCopies } from "../../src/app/county-copies";
import { workbookFromPlan } from "../../src/workbook/from-plan";
import { blank, ownForm, ownTemplate } from "../county-workbook/own-form";

it("takes an office's own form for what it is, also where it is called as one of our sheets", async () => {
  const sheet = "单位数据";
  const second = {
    ...ownForm,
    id: "另表",
    indicators: ownForm.indicators.map((each) => ({ ...each, code: `另表:${each.code}` })),
    own: { ...ownForm.own!, sheet },
  };
  const template = await ownTemplate([ownForm, second]);
  const [form] = blank.sheets;
  const cells = form!.cells.map((cell) =>
    cell.value === "填报单位：" ? { ...cell, value: "填报单位：青石镇" } : cell,
  );
  const sent = (...names: string[]) =>
    workbookFromPlan({ names: [], sheets: names.map((name) => ({ ...form!, cells, name })) });
  const report = {
    file: "青石镇.xlsx",
    ok: true as const,
    workbook: sent(sheet, "经费情况"),
    notices: [],
  };
  expect(withoutCopies(report, template)).toBe(report);
});
