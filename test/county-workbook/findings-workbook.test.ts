import { sayInReport } from "../../src/locales/report-words";
import { findingsPlan } from "../../src/county-workbook/findings-workbook";
import { changed, planOf } from "../taskpane/a-county";
import { sessionOf } from "../app/a-session";

jest.setTimeout(60_000);

const FAULTS = { "关工07!E8": "5.2万", "关工03!E7": "约7" } as const;

/** The texts of the row that speaks of the cell. */
function rowOf(locale: "zh-CN" | "en-US", cell: string): string[] {
  const { findings } = sessionOf({ "台上镇.xlsx": changed(planOf("台上镇"), FAULTS) }).assess();
  const [, sheet] = findingsPlan(findings, sayInReport(locale)).sheets;
  const { row } = sheet!.cells.find(({ value }) => value === cell)!;
  return sheet!.cells.filter((each) => each.row === row).map(({ value }) => String(value ?? ""));
}

describe("the workbook of findings", () => {
  it("has what a cell should say in its last column, where that is well founded", () => {
    expect(rowOf("zh-CN", "单元格").at(-1)).toBe("建议");
    expect(rowOf("zh-CN", "E8").at(-1)).toBe("改为 52000。依据：按格子里写的内容读取、换算。");
    expect(rowOf("zh-CN", "E7").at(-1)).toBe("");
  });

  it("speaks English to who reads English", () => {
    expect(rowOf("en-US", "E8").at(-1)).toBe("Change to 52000. Why: that is how the text in the cell reads.");
  });
});
