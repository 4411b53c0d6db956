import { discoverForms } from "../../src/form-discovery/discover";
import { SIGNS } from "../../src/template/workbook/signs";
import { toA1 } from "../../src/workbook/address";
import { blankSheet, blankWorkbook, type BlankCell } from "../fixtures/layouts/blank";

/** The signs of the cells of use, `D6 ∑`, of a sheet with these rows. */
function signsOf(
  rows: readonly (readonly BlankCell[])[],
  merges: readonly string[] = [],
): Record<string, string> {
  const { forms } = discoverForms(blankWorkbook(blankSheet("表一", rows, merges)));
  const cells = forms.flatMap(({ own }) => own!.tables.flatMap((table) => table.cells));
  return Object.fromEntries(cells.map(({ row, column, use }) => [toA1(row, column), SIGNS[use]]));
}

describe("an office's blank", () => {
  it("is filled where lines and columns meet; codes and ordinals are not added up", () => {
    const signs = signsOf([
      ["某县农业情况统计表"],
      ["填报单位：", null, null, "单位：亩"],
      ["序号", "项目", "代码", "本期", "累计"],
      [1, "水稻", "A01", null, null],
      [2, "玉米", "A02", null, null],
    ]);
    expect(signs).toEqual({ D4: "∑", E4: "∑", D5: "∑", E5: "∑" });
  });

  it("has headings with a colon in them: those are no captions", () => {
    const rows = [["贷款投向", "笔数", "余额", "其中：不良"], ["种植业", null, null, null], ["养殖业", null, null, null]]; // prettier-ignore
    expect(Object.keys(signsOf(rows))).toEqual(["B2", "C2", "D2", "B3", "C3", "D3"]);
  });

  it("adds up by how much something changed, and no growth in per cent", () => {
    const rows = [["项目", "本期", "比年初增减", "增长(%)"], ["甲", null, null, null], ["乙", null, null, null]]; // prettier-ignore
    expect(signsOf(rows)).toMatchObject({ C2: "∑", C3: "∑", D2: "文", D3: "文" });
  });

  it("keeps the formulas of last year's column", () => {
    const rows = [["项目", "本年", "上年"], ["甲", null, null], ["乙", null, null], ["合计", "=SUM(B2:B3)", "=SUM(C2:C3)"]]; // prettier-ignore
    const { forms } = discoverForms(blankWorkbook(blankSheet("表一", rows)));
    const cells = forms[0]!.own!.tables[0]!.cells.filter(({ use }) => use === "lastYear");
    expect(cells.map(({ formula }) => formula)).toEqual([undefined, undefined, "SUM(C2:C3)"]);
  });

  it("computes what its formulas compute", () => {
    const { forms } = discoverForms(
      blankWorkbook(
        blankSheet("表一", [
          ["项目", "计划", "完成", "完成率(%)"],
          ["合计", "=SUM(B3:B4)", "=SUM(C3:C4)", '=IF(B2=0,"",C2/B2*100)'],
          ["甲村", null, null, '=IF(B3=0,"",C3/B3*100)'],
          ["乙村", null, null, '=IF(B4=0,"",C4/B4*100)'],
        ]),
      ),
    );
    const formulas = forms[0]!.indicators.map(({ code, aggregation, formula }) => [
      code,
      aggregation,
      formula,
    ]);
    expect(formulas.slice(0, 6)).toEqual([
      ["合计", "computed", "SUM(甲村,乙村)"],
      ["合计[完成]", "computed", "SUM([甲村[完成]],[乙村[完成]])"],
      ["合计[完成率]", "computed", "[合计[完成]]/合计*100"],
      ["甲村", "sum", undefined],
      ["甲村[完成]", "sum", undefined],
      ["甲村[完成率]", "computed", "[甲村[完成]]/甲村*100"],
    ]);
  });

  it("adds up amounts at given prices, and no rates, averages and prices", () => {
    const signs = signsOf([
      ["指标", "本期"],
      ["工业总产值（当年价格）", null],
      ["完成率", null],
      ["平均单价（元）", null],
      ["同业利率互换业务", null],
    ]);
    expect(signs).toEqual({ B2: "∑", B3: "文", B4: "文", B5: "∑" });
  });

  it("takes months that are written as numbers for headings", () => {
    const signs = signsOf([
      ["行业", 1, 2, 3, "一季度"],
      ["农业", null, null, null, "=SUM(B2:D2)"],
    ]);
    expect(signs).toEqual({ B2: "∑", C2: "∑", D2: "∑", E2: "＝" });
  });

  it("tells the title of a second table from a line of the first", () => {
    const signs = signsOf([
      ["项目", "户数"],
      ["低保", null],
      ["二、养老服务"],
      ["机构", "床位"],
      ["公办", null],
    ]);
    expect(signs).toEqual({ B2: "∑", B5: "∑" });
  });

  it("takes lines of labels, measures and codes below a crossed-out line for no second head", () => {
    const signs = signsOf([
      ["指标名称", "计量单位", "代码", "本期"],
      ["一、产值", "－", "－", "－"],
      ["总产值", "千元", "01", null],
      ["二、产量", "－", "－", "－"],
      ["人参", "吨", "05", null],
    ]);
    expect(signs).toMatchObject({ D3: "∑", D5: "∑" });
  });

  it("has 栏次 that say how they are calculated, and none over the labels", () => {
    const rows = [["类别", "序号", "总数", "男", "女"], ["栏次", "—", "1=2+3", "2", "3"], ["机关", "1", "=D3+E3", null, null], ["企业", "2", "=D4+E4", null, null]]; // prettier-ignore
    expect(signsOf(rows)).toEqual({ C3: "＝", D3: "∑", E3: "∑", C4: "＝", D4: "∑", E4: "∑" });
  });

  it("has wider headings over headings that repeat", () => {
    const rows = [[null, "本期", null, "累计"], ["行业", "户数", "人数", "户数", "人数"], ["采矿业", null, null, null, null], ["制造业", null, null, null, null]]; // prettier-ignore
    const { forms } = discoverForms(blankWorkbook(blankSheet("表一", rows)));
    expect(forms[0]!.indicators.map(({ code }) => code).slice(0, 4)).toEqual(["采矿业", "采矿业[本期·人数]", "采矿业[累计·户数]", "采矿业[累计·人数]"]); // prettier-ignore
  });

  it("finds a card above a table", () => {
    const rows = [["社区名称", null, "户数", null], ["总人口", null, "党员", null], [], ["年龄", "男", "女"], ["18岁以下", null, null], ["18岁以上", null, null]]; // prettier-ignore
    expect(signsOf(rows)).toEqual({
      D1: "∑",
      B2: "∑",
      D2: "∑",
      B5: "∑",
      C5: "∑",
      B6: "∑",
      C6: "∑",
    });
  });

  it("keeps the figures of earlier periods as they are", () => {
    const { forms } = discoverForms(
      blankWorkbook(
        blankSheet("月报", [
          ["指标代码", "2018年02月", "2018年06月"],
          ["NM1210", 45, null],
          ["NM1220", 12, null],
        ]),
      ),
    );
    const [table] = forms[0]!.own!.tables;
    expect(table!.columns.map(({ role }) => role)).toEqual(["previous", "value"]);
    expect(table!.cells.map(({ use, holds }) => [use, holds])).toEqual([
      ["lastYear", 45],
      ["sum", undefined],
      ["lastYear", 12],
      ["sum", undefined],
    ]);
  });

  it("never takes over names behind signatures and in columns of persons", () => {
    const { personal, forms } = discoverForms(
      blankWorkbook(
        blankSheet("表", [
          ["项目", "数量", "联系人"],
          ["甲村", null, "张三"],
          ["乙村", null, null],
          ["填表人：李四"],
        ]),
      ),
    );
    expect(personal[0]!.cells).toEqual([
      { row: 3, column: 0, value: "填表人：" },
      { row: 1, column: 2, value: null },
    ]);
    expect(JSON.stringify(forms)).not.toMatch(/张三|李四/);
  });

  it("rounds rates without a question, and asks where sums are rounded", () => {
    const rows = [["项目", "计划", "完成", "完成率", "万元"], ["甲村", null, null, "=ROUND(C2/B2*100,2)", "=ROUND(B2+C2,0)"], ["乙村", null, null, "=ROUND(C3/B3*100,2)", "=ROUND(B3+C3,0)"]]; // prettier-ignore
    const { questions } = discoverForms(blankWorkbook(blankSheet("表一", rows)));
    expect(questions.map(({ code, cell }) => [code, cell])).toEqual([["aggregate", "E2:E3"]]);
  });

  it("asks about formulas that reach outside or take a maximum, and keeps none that is broken", () => {
    const { questions, forms } = discoverForms(
      blankWorkbook(
        blankSheet("表", [
          ["项目", "数量"],
          ["甲", null],
          ["乙", "=[1]Sheet1!A1"],
          ["丙", "=MAX(B2:B3)"],
          ["丁", "=B2+#REF!"],
        ]),
      ),
    );
    expect(questions.map(({ cell, code, proposal }) => [cell, code, proposal])).toEqual([
      ["B3", "outsideReference", "sum"],
      ["B4", "aggregate", "text"],
      ["B5", "brokenReference", "sum"],
    ]);
    expect(forms[0]!.indicators.map(({ formula }) => formula)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
