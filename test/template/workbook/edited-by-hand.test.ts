import { builtInTemplate } from "../../../src/template/builtin";
import type { Indicator } from "../../../src/template/template";
import { templatePlan } from "../../../src/template/workbook/template-plan";
import { workbookFromPlan } from "../../../src/workbook/from-plan";
import { say } from "../template-words";
import { edited, problems, read, sentences, type Editor } from "./edited";

const lineOf = (template: { forms: readonly { indicators: readonly Indicator[] }[] }, code: string) =>
  template.forms.flatMap((form) => form.indicators).find((line) => line.code === code);

const newLine = (sheet: Editor, cells: Readonly<Record<string, string | number>>): void => {
  const row = sheet.rowOf("0120") + 1;
  sheet.insertRows(row);
  for (const [heading, value] of Object.entries(cells)) {
    const place = sheet.at("0120", heading).replace(/\d+$/, String(row));
    sheet.type(place, value);
  }
};

describe("a person who edits the template in Excel", () => {
  it("adds a line with nothing but code, name and measure: the rest is as usual", () => {
    const template = read(
      edited({ 指标: (sheet) => newLine(sheet, { 代码: "0121", 名称: "关爱驿站", 计量单位: "个" }) }),
    );
    expect(lineOf(template, "0121")).toEqual({
      code: "0121",
      name: "关爱驿站",
      measure: "个",
      kind: "whole",
      fills: ["T", "D", "H"],
      aggregation: "sum",
      required: true,
      min: 0,
      indent: 0,
      carried: true,
      floor: 5,
    });
    expect(template.forms[1]!.indicators.at(-1)!.code).toBe("0121");
  });

  it("types 0121 into a cell that makes it the number 121, and means 0121 all the same", () => {
    const template = read(
      edited({
        指标: (sheet) =>
          newLine(sheet, {
            代码: 121,
            名称: "关爱驿站",
            计量单位: "%",
            汇总方式: "比率",
            公式: "0112/0102*100",
          }),
      }),
    );
    expect(lineOf(template, "0121")).toMatchObject({ code: "0121", kind: "percent", required: false });
  });

  it.each([
    ["2021年", "2021"],
    ["2021 年度", "2021"],
    ["2021年上半年", "2021H1"],
    ["2021下半年", "2021H2"],
    ["2021h1", "2021H1"],
  ])("writes the period %s, and means %s", (typed, period) => {
    const template = read(edited({ 说明: (sheet) => sheet.type(sheet.at("年度", "内容"), typed) }));
    expect(template.period).toBe(period);
  });

  it.each([
    [{ 类型: "是否" }, { kind: "yesNo", aggregation: "count" }],
    [{ 类型: "文字" }, { kind: "text", aggregation: "text" }],
    [
      { 类型: "选项", 选项: "好、差" },
      { kind: "choice", aggregation: "text" },
    ],
    [
      { 计量单位: "%", 公式: "0112/0102*100" },
      { kind: "percent", aggregation: "computed" },
    ],
  ])("adds a line of which only %p is said", (cells, expected) => {
    const template = read(
      edited({ 指标: (sheet) => newLine(sheet, { 代码: "0121", 名称: "关爱驿站", ...cells }) }),
    );
    expect(lineOf(template, "0121")).toMatchObject(expected);
  });

  it("gets a new version that says what changed, and the same version where nothing did", () => {
    const plan = workbookFromPlan(templatePlan({ ...builtInTemplate, version: 4 }, say));
    expect(read(plan).version).toBe(4);
    const template = read(
      edited({
        指标: (sheet) => {
          newLine(sheet, { 代码: "0121", 名称: "关爱驿站", 计量单位: "个" });
          sheet.deleteRow(sheet.rowOf("0421")).type(sheet.at("0101", "名称"), "应建组织数");
        },
        单位: (sheet) => sheet.type(sheet.at("T15", "别名"), "凉水乡、凉水"),
      }),
    );
    expect(template.version).toBe(2);
    expect(template.history).toEqual([
      {
        from: 1,
        version: 2,
        changes: [
          { what: "changed", of: "form", code: "关工01", name: "组织建设" },
          { what: "changed", of: "form", code: "关工04", name: "主题教育与宣讲" },
          { what: "added", of: "line", code: "0121", name: "关爱驿站" },
          { what: "removed", of: "line", code: "0421", name: "书画艺术等其他征集" },
          { what: "changed", of: "line", code: "0101", name: "应建组织数" },
          { what: "changed", of: "unit", code: "T15", name: "凉水朝鲜族乡" },
        ],
      },
    ]);
  });

  it("changes a rule, its class and what is built in", () => {
    const template = read(
      edited({
        审核关系: (sheet) =>
          sheet
            .type(sheet.at("R07", "公式"), "0216 ≤ 0201 + 数(1015)")
            .type(sheet.at("R07", "性质"), "核实")
            .type(sheet.at("P07", "性质"), "不用"),
      }),
    );
    expect(template.rules.find((rule) => rule.number === "R07")).toMatchObject({
      relation: "0216 ≤ 0201 + 数(1015)",
      class: "explain",
    });
    expect(template.builtIn["P07"]).toBe("off");
  });

  it("takes a unit out, adds another, and gives one more names", () => {
    const { units } = read(
      edited({
        单位: (sheet) => {
          sheet.deleteRow(sheet.rowOf("T03"));
          sheet.type(sheet.at("T15", "别名"), "凉水乡，凉水公社;凉水");
          const row = sheet.rowOf("H01") + 1;
          sheet.type(`A${row}`, "D07").type(`B${row}`, "市妇联").type(`C${row}`, "市直部门");
        },
      }),
    );
    expect(units.map(({ code }) => code)).not.toContain("T03");
    expect(units.find(({ code }) => code === "T15")!.aliases).toEqual(["凉水乡", "凉水公社", "凉水"]);
    expect(units.at(-1)).toEqual({ code: "D07", name: "市妇联", kind: "D", type: "市直部门", aliases: [] });
  });

  it("deletes columns that are not needed, leaves rows blank, and moves rows about", () => {
    const template = read(
      edited({
        指标: (sheet) => {
          sheet.deleteColumn("填写说明").deleteColumn("缩进");
          sheet.insertRows(sheet.rowOf("0105"), 3).moveRow(sheet.rowOf("0120"), sheet.rowOf("0101"));
        },
        报告: (sheet) => sheet.insertRows(12, 2),
      }),
    );
    expect(template.forms[1]!.indicators.slice(0, 3).map(({ code }) => code)).toEqual([
      "0120",
      "0101",
      "0102",
    ]);
    expect(lineOf(template, "0105")).not.toHaveProperty("guidance");
    expect(template.report).toEqual(builtInTemplate.report);
  });

  it("takes out the charts by deleting their sheet", () => {
    const book = edited({});
    const without = { ...book, sheets: book.sheets.filter(({ name }) => name !== "图表") };
    expect(read(without).charts).toEqual([]);
  });
});

describe("rules kept as 序号 | 报表代码 | 公式", () => {
  const many = Array.from({ length: 300 }, (_, i) => `${i + 1} | 关工02 | 0216<=0201+${i}`);
  const firstRow = (sheet: Editor): number => sheet.rowOf("R01");

  it("are pasted below the headings, each line in one cell, hundreds at once", () => {
    const { rules } = read(
      edited({
        审核关系: (sheet) => {
          sheet.insertRows(firstRow(sheet), many.length);
          const top = firstRow(sheet) - many.length;
          many.forEach((line, i) => sheet.type(`A${top + i}`, line));
        },
      }),
    );
    expect(rules).toHaveLength(300 + builtInTemplate.rules.length);
    expect(rules[299]).toEqual({
      number: "300",
      forms: ["关工02"],
      relation: "0216<=0201+299",
      class: "mustFix",
      missing: "anyMissing",
    });
  });

  it("are pasted over everything, headings too, in three columns", () => {
    const { rules } = read(
      edited({
        审核关系: (sheet) => {
          sheet.clear();
          ["A1", "B1", "C1"].forEach((cell, i) => sheet.type(cell, ["1", "关工01", "0112<=0102"][i]!));
          ["A3", "B3", "C3"].forEach((cell, i) => sheet.type(cell, ["2", "关工02", "0216<=0201"][i]!));
        },
      }),
    );
    expect(rules.map(({ number, forms, relation }) => [number, forms, relation])).toEqual([
      ["1", ["关工01"], "0112<=0102"],
      ["2", ["关工02"], "0216<=0201"],
    ]);
  });

  it("are named one by one where they cannot be understood, with the place of the fault in the cell", () => {
    const book = edited({
      审核关系: (sheet) => {
        sheet.insertRows(firstRow(sheet), 2);
        const top = firstRow(sheet) - 2;
        sheet.type(`A${top}`, "1 | 关工01 | 0102=0103+").type(`A${top + 1}`, "2 | 关工01 | 0102=0199");
      },
    });
    expect(sentences(book)).toEqual([
      "审核关系!A8：“1 | 关工01 | 0102=0103+”看不懂：第 22 个字处：这里缺少代码或数字。请补上。",
      "审核关系!A9：“2 | 关工01 | 0102=0199”看不懂：第 17 个字处：标准模板中没有代码“0199”。请核对代码；如果是数字，请写成不带前导 0 的数。",
    ]);
  });
});

describe("what must be mended in a template workbook", () => {
  it.each<[string, string, (sheet: Editor) => unknown, string]>([
    ["an expression", "审核关系", (s) => s.type(s.at("R02", "公式"), "0112<=("), "badExpression D"],
    ["a precondition", "审核关系", (s) => s.type(s.at("R04", "前提"), "0199=是"), "badExpression C"],
    ["a form that is none", "审核关系", (s) => s.type(s.at("R02", "报表代码"), "关工77"), "unknownForm B"],
    ["a class that is none", "审核关系", (s) => s.type(s.at("R02", "性质"), "严重"), "notAChoice F"],
    ["a line's formula", "指标", (s) => s.type(s.at("0109", "公式"), "0102/E7"), "badExpression H"],
    ["a ratio without formula", "指标", (s) => s.type(s.at("0109", "公式"), null), "formulaMissing H"],
    ["a code given twice", "指标", (s) => s.type(s.at("0109", "代码"), "0108"), "twice B"],
    ["a line without a name", "指标", (s) => s.type(s.at("0109", "名称"), " "), "missingValue C"],
    ["a kind of unit", "指标", (s) => s.type(s.at("0101", "由谁填报"), "县里"), "notAKind F"],
    ["a code that is none", "指标", (s) => s.type(s.at("0101", "代码"), "零一"), "badCode B"],
    ["sessions of no line", "指标", (s) => s.type(s.at("0303", "场次代码"), "0399"), "unknownLine S"],
    ["a cover that not all units have", "指标", (s) => s.type("F5", "乡镇街道"), "coverNotForAll F"],
    ["a form that cannot be a sheet", "指标", (s) => s.type("A5", "封面/1"), "badName A"],
    ["a form of no lines", "指标", (s) => s.type(s.at("0101", "表"), "关工99"), "unknownForm A"],
    ["choices left out", "明细表", (s) => s.type("D7", null), "choicesMissing D"],
    ["a list that is none", "明细表", (s) => s.type("A6", "L9"), "unknownList A"],
    ["per cents added up", "指标", (s) => s.type(s.at("0109", "汇总方式"), "合计"), "badAggregation G"],
    ["texts added up", "指标", (s) => s.type(s.at("0101", "类型"), "文字"), "badAggregation G"],
    ["answers added up", "指标", (s) => s.type(s.at("0118", "汇总方式"), "合计"), "badAggregation G"],
    ["a number counted", "指标", (s) => s.type(s.at("0101", "汇总方式"), "计“是”"), "badAggregation G"],
    ["a line computed from itself", "指标", (s) => s.type(s.at("0109", "公式"), "0109+1"), "circular H"],
    [
      "a form that differs from another in capitals",
      "指标",
      (s) => s.type(s.at("关工01", "表"), "Form").type(s.at("关工02", "表"), "FORM"),
      "twice A",
    ],
    [
      "a form that the county workbook could not tell from another",
      "指标",
      (s) => s.type(s.at("关工02", "代码"), "01").type(s.at("关工02", "名称"), "组织建设"),
      "twice C",
    ],
    ["a list of too long a name", "明细表", (s) => s.type(s.at("L1", "名称"), "名".repeat(30)), "badName B"],
    [
      "a list under the name of a form",
      "明细表",
      (s) => s.type(s.at("L1", "明细表"), "关工").type(s.at("关工", "名称"), "01"),
      "twice B",
    ],
    [
      "a list under a name that is taken",
      "明细表",
      (s) => s.type(s.at("L1", "明细表"), "明").type(s.at("明", "名称"), "细表"),
      "badName B",
    ],
    ["an alias that is a name", "单位", (s) => s.type(s.at("T02", "别名"), "团结街道"), "twice E"],
    [
      "an alias of two",
      "单位",
      (s) => s.type(s.at("T01", "别名"), "老街").type(s.at("T02", "别名"), "新街、老街"),
      "twice E",
    ],
    ["a period", "说明", (s) => s.type(s.at("年度", "内容"), "今年"), "badPeriod B"],
    ["a day that no month has", "说明", (s) => s.type(s.at("报出日期最早", "内容"), "02-30"), "badDay B"],
    ["a limit below zero", "说明", (s) => s.type(s.at("每场人次最多", "内容"), -1), "notAnAmount B"],
    ["half an indent", "指标", (s) => s.type(s.at("0102", "缩进"), 0.5), "notACount M"],
    [
      "a comparison for a formula",
      "指标",
      (s) => s.type(s.at("0109", "公式"), "0109=0102/0101*100"),
      "badExpression H",
    ],
    ["a cover without the unit", "指标", (s) => s.deleteRow(s.rowOf("0002")), "coverWithoutUnit A"],
    [
      "a cover's own line in a place that is filled in",
      "指标",
      (s) => s.type(s.at("0004", "名称"), "邮政地址"),
      "coverLineTaken B",
    ],
    ["division by zero", "审核关系", (s) => s.type(s.at("R02", "公式"), "0112/0<=1"), "badExpression D"],
    [
      "a built-in rule that is none",
      "审核关系",
      (s) => s.type(s.at("P07", "序号"), "P77"),
      "unknownBuiltIn A",
    ],
    ["the number of a built-in", "审核关系", (s) => s.type(s.at("R02", "序号"), "P01"), "builtInNumber A"],
    ["braces in a message", "审核关系", (s) => s.type(s.at("R02", "出错提示"), "填{左}"), "badPlaceholder H"],
    ["a unit twice", "单位", (s) => s.type(s.at("T02", "名称"), "团结街道"), "twice B"],
    ["no kind of unit", "单位", (s) => s.type(s.at("T02", "类别"), null), "missingValue C"],
    ["a day", "说明", (s) => s.type(s.at("报出日期最早", "内容"), "十一月"), "badDay B"],
    ["a number", "说明", (s) => s.type(s.at("每场人次最多", "内容"), "很多"), "notANumber B"],
    [
      "a chart's data",
      "图表",
      (s) => s.type(s.at("各单位结对帮扶（对）", "数据"), "0799"),
      "badExpression N",
    ],
    ["a figure in the report", "报告", (s) => s.type(s.at("另起一段", "文字"), "共{0199}"), "unknownLine C"],
    ["braces in the report", "报告", (s) => s.type(s.at("另起一段", "文字"), "共{0102"), "badSentence C"],
  ])("names %s at its cell", (_, sheet, change, expected) => {
    let where = "";
    const found = problems(
      edited({
        [sheet]: (editor) => {
          change(editor);
          where = sheet;
        },
      }),
    );
    const [code, column] = expected.split(" ");
    expect(found[0]).toMatch(new RegExp(`^${code} ${where}!${column}\\d+$`));
  });

  it("wants one unit at least", () => {
    const book = edited({
      单位: (sheet) => {
        const first = sheet.rowOf("T01");
        builtInTemplate.units.forEach(() => sheet.deleteRow(first));
      },
    });
    expect(problems(book)).toContain("withoutUnits 单位!");
  });

  it("says a circle of formulas once, with its way", () => {
    const book = edited({
      指标: (sheet) =>
        sheet.type(sheet.at("0102", "公式"), "0109+1").type(sheet.at("0109", "公式"), "0102/0101"),
    });
    expect(sentences(book)).toEqual([
      "指标!H20：公式绕回到自己，算不出来：0102 → 0109 → 0102。请改公式，不要互相引用。",
    ]);
  });

  it("says it in words that a clerk understands", () => {
    const book = edited({ 审核关系: (sheet) => sheet.type(sheet.at("R02", "性质"), "严重") });
    expect(sentences(book)).toEqual([
      "审核关系!F9：“性质”填的是“严重”，不在可选的内容里。请从这些当中选：强制、核实、提示。",
    ]);
  });

  it("names all of it at once", () => {
    const book = edited({
      指标: (sheet) => sheet.type(sheet.at("0109", "公式"), "0102/").type(sheet.at("0101", "最大"), "多"),
      单位: (sheet) => sheet.type(sheet.at("T02", "代码"), "T01"),
      审核关系: (sheet) => sheet.type(sheet.at("R02", "公式"), "0112"),
    });
    expect(problems(book).map((problem) => problem.split(" ")[0])).toEqual([
      "notANumber",
      "twice",
      "badExpression",
      "badExpression",
    ]);
  });

  it("misses sheets, headings and columns that a template cannot do without", () => {
    const book = edited({ 指标: (sheet) => sheet.deleteColumn("名称"), 审核关系: (sheet) => sheet.clear() });
    expect(problems(book)).toEqual(["missingColumn 指标!A4", "missingHeader 审核关系!"]);
    const without = { ...book, sheets: book.sheets.filter(({ name }) => name !== "单位") };
    expect(problems(without)[0]).toBe("missingSheet !");
  });

  it("refuses what is no template, and a template of a later program", () => {
    const book = edited({});
    const stranger = { ...book, sheets: book.sheets.filter(({ name }) => name.startsWith("关工")) };
    expect(problems(stranger)).toEqual(["notTemplate !"]);
    expect(problems(edited({ _原模板: (sheet) => sheet.type("B1", 2) }))).toEqual(["newerFormat !"]);
  });

  it("reads on where the hidden copy of the template was damaged: only what changed cannot be told", () => {
    const template = read(
      edited({ _原模板: (sheet) => sheet.type("A2", "{"), 单位: (s) => s.deleteRow(s.rowOf("T03")) }),
    );
    expect([template.version, template.history]).toEqual([1, []]);
  });
});
