import { builtInTemplate as template } from "../../../src/template/builtin";
import { parseRuleLines } from "../../../src/template/workbook/rule-lines";
import { readRuleList } from "../../../src/template/workbook/rule-list";
import { workbookFromPlan } from "../../../src/workbook/from-plan";
import type { Content } from "./edited";

/** An office's own workbook, one row to a line. */
const kept = (...rows: readonly (readonly Content[])[]) =>
  workbookFromPlan({
    names: [],
    sheets: [
      { name: "说明页", cells: [{ row: 0, column: 0, value: "本表由市关工委制定，a=b" }] },
      {
        name: "审核公式",
        cells: rows.flatMap((cells, row) => cells.map((value, column) => ({ row, column, value }))),
      },
    ],
  });

describe("a list of rules as an office keeps it", () => {
  const book = kept(
    ["2020 年度统计表审核公式", null, null],
    ["序号", "报表代码", "公式"],
    [1, "关工01表", "0102=0103+0104+0105+0106+0107+0108"],
    [2, "02", "0216<=0201"],
    [null, null, null],
    [3, "关工01、关工02", "0102<=0201+数(1015)"],
    [4, "B77", "0412≤0411≤0410"],
    [5, "关工01", "0102=0103+"],
    [6, "关工01", "见附件"],
    [7, "关工01", "NG1310=NG1321+NG1320"],
  );

  it("is taken from the sheet that it stands on, hundreds at once, whatever stands above", () => {
    const { rules } = readRuleList(book, template)!;
    expect(rules.map(({ number, forms, relation }) => [number, forms.join("、"), relation])).toEqual([
      ["1", "关工01", "0102=0103+0104+0105+0106+0107+0108"],
      ["2", "关工02", "0216<=0201"],
      ["3", "关工01、关工02", "0102<=0201+数(1015)"],
      ["4", "", "0412≤0411≤0410"],
    ]);
    expect(new Set(rules.map((rule) => `${rule.class} ${rule.missing}`))).toEqual(
      new Set(["mustFix anyMissing"]),
    );
    const many = Array.from({ length: 500 }, (_, i) => [i + 1, "关工02", `0216<=0201+${i}`]);
    expect(readRuleList(kept(...many), template)).toMatchObject({ rules: { length: 500 }, problems: [] });
  });

  it("names every line that cannot be understood: row, text, why and at which sign", () => {
    const { problems } = readRuleList(book, template)!;
    expect(problems.map(({ line, text, fault }) => [line, text, fault?.code, fault?.position])).toEqual([
      [8, "5 | 关工01 | 0102=0103+", "missingOperand", 21],
      [9, "6 | 关工01 | 见附件", undefined, undefined],
      [10, "7 | 关工01 | NG1310=NG1321+NG1320", "cellReference", 11],
    ]);
  });

  it("is none where hardly a relation stands", () => {
    expect(readRuleList(kept(["姓名", "说明"], ["甲", "a=b"]), template)).toBeNull();
  });
});

describe("lines pasted from a document", () => {
  it.each([
    ["7、0102=0103+0104", "7", "0102=0103+0104"],
    ["8. 0102=0103+0104", "8", "0102=0103+0104"],
    ["（9）0102=0103+0104", "9", "0102=0103+0104"],
    ["10．0216＜＝0201", "10", "0216＜＝0201"],
    ["11\t关工02\t0216<=0201", "11", "0216<=0201"],
    ["0216<=0201", "1", "0216<=0201"],
  ])("%s is rule %s", (line, number, relation) => {
    const { rules, problems } = parseRuleLines(line, template);
    expect(problems).toEqual([]);
    expect(rules).toMatchObject([{ number, relation }]);
  });
});
