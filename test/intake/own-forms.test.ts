/** An office's own forms, read where they are: whatever units do to them, a figure is right or somebody is told. */
import { readSubmissions } from "../../src/intake/read-submissions";
import type { Submission } from "../../src/intake/submission";
import { codeText } from "../../src/findings/finding-code";
import {
  filled,
  ownTemplate,
  withCell,
  withColumn,
  withoutRow,
  withRow,
  withRowsSorted,
  withSwapped,
  workbookOf,
  type Blank,
  type Drawn,
} from "../fixtures/own-form";

/** Labels under merged stubs, two value columns, a row of the same name under each. */
const STUBS: Blank = {
  name: "学生情况",
  titles: ["学生情况统计表"],
  rows: [
    ["2020年学生情况统计表"],
    ["填报单位（盖章）："],
    ["类别", "项目", "上半年", "下半年"],
    ["小学", "男", "?", "?"],
    [null, "女", "?", "?"],
    [null, "其他", "?", "?"],
    ["中学", "男", "?", "?"],
    [null, "女", "?", "?"],
    [null, "其他", "?", "?"],
    ["合计", null, "?", "?"],
    ["说明：合计含民办"],
  ],
  merges: ["A1:D1", "A4:A6", "A7:A9", "A10:B10"],
  tables: [{ head: [3, 3], lines: [4, 10], labels: "AB", columns: "CD" }],
  unit: { row: 1, column: 0, label: "填报单位（盖章）：" },
};

/** Each cell has a number of its own: where it comes from can be told. */
const numbered = (blank: Blank): Drawn => filled(blank, (address) => numberOf(address));

function numberOf(address: string): number {
  const [, letter = "A", digits = "0"] = /^([A-Z])(\d+)$/.exec(address) ?? [];
  return Number(digits) * 100 + letter.charCodeAt(0) - 64;
}

function read(
  blank: Blank | readonly Blank[],
  drawn: Drawn | readonly Drawn[],
  file = "头道镇.xlsx",
): Submission {
  const template = ownTemplate(...[blank].flat());
  return readSubmissions(workbookOf(...[drawn].flat()), { file }, template)[0]!;
}

function values(submission: Submission): Record<string, unknown> {
  const lines = [...submission.forms.values()].flatMap((form) => [...form.lines.values()]);
  return Object.fromEntries(lines.map(({ code, current }) => [code, current.value]));
}

const found = ({ findings }: Submission): string[] =>
  findings.map(({ code, class: findingClass, params, place }) =>
    [findingClass, codeText(code), params.variant, place.cell].filter((each) => each).join(" "),
  );

const clean = values(read(STUBS, numbered(STUBS)));

describe("a clean copy", () => {
  it("is read by item, and nothing is found", () => {
    const submission = read(STUBS, numbered(STUBS));
    expect(clean).toEqual({
      "小学›男": 403, "小学›男[下半年]": 404, "小学›女": 503, "小学›女[下半年]": 504, "小学›其他": 603, "小学›其他[下半年]": 604,
      "中学›男": 703, "中学›男[下半年]": 704, "中学›女": 803, "中学›女[下半年]": 804, "中学›其他": 903, "中学›其他[下半年]": 904,
      合计: 1003, "合计[下半年]": 1004,
    }); // prettier-ignore
    expect(submission.findings).toEqual([]);
    expect(submission.offTemplate).toEqual([]);
    expect(submission.period).toBeNull();
  });

  it("is its unit's by the caption, the file's name or the sheet's", () => {
    const named = withCell(numbered(STUBS), "A2", "填报单位（盖章）：榆林镇");
    expect(read(STUBS, named, "报表.xlsx").unit?.name).toBe("榆林镇");
    expect(read(STUBS, numbered(STUBS), "花甸镇报表.xlsx").unit?.name).toBe("花甸镇");
    expect(read(STUBS, { ...numbered(STUBS), name: "青石镇" }, "报表.xlsx").unit?.name).toBe("青石镇");
  });
});

describe("a changed copy", () => {
  const own = numbered(STUBS);
  it.each([
    ["a line of titles above", withRow(own, 1, ["附件2："]), []],
    ["another name", { ...own, name: "学生情况（定稿）" }, ["note D18 renamed"]],
    ["a row of the unit's own", withRow(own, 6, [null, "外籍"]), ["note D19 named B6"]],
    ["a row of the unit's own with figures", withRow(own, 6, [null, "外籍", 7, 8]), ["explain D19 C6"]],
    ["a column between", withColumn(own, 3, () => null), []],
    ["a column of the unit's own", withColumn(own, 4, (row) => (row === 3 ? "备查" : row === 5 ? 9 : null)), ["note D20 figures D3"]],
    ["columns that changed places", withSwapped(own, 3, 4, [3, 10]), []],
    ["a heading in other words", withCell(own, "C3", "上半年数"), ["note D22 heading C3"]],
    ["a heading with no word of the old one", withCell(own, "C3", "1—6月"), ["explain D22 headingInPlace C3"]],
    ["a label with no word of the old one", withCell(own, "B8", "姑娘"), ["explain D22 inPlace B8"]],
    ["a label in other words", withCell(own, "B8", "女生"), ["note D22 label B8"]],
    ["blocks that changed places", withRowsSorted({ ...own, merges: ["A1:D1", "A10:B10"] }, [4, 9], [3, 4, 5, 0, 1, 2]), []],
  ] as const)("with %s has the same figures", (_, drawn, findings) => {
    const submission = read(STUBS, drawn);
    expect(values(submission)).toEqual(clean);
    expect(found(submission)).toEqual(findings);
  }); // prettier-ignore

  it("without a row says which one, and mixes nothing up", () => {
    const submission = read(STUBS, withoutRow(own, 8));
    expect(values(submission)).toEqual(
      Object.fromEntries(Object.entries(clean).filter(([code]) => !code.startsWith("中学›女"))),
    );
    expect(found(submission)).toEqual(["explain D21 uncoded A8"]);
  });

  it("puts the figures of its own rows and columns into 模板外", () => {
    const row = read(STUBS, withRow(own, 6, [null, "外籍", 7, 8]));
    expect(row.offTemplate.map(({ place, raw }) => `${place.cell} ${raw}`)).toEqual([
      "B6 外籍",
      "C6 7",
      "D6 8",
    ]);
  });
});

describe("a workbook of several sheets", () => {
  const notes: Drawn = { name: "填表说明", rows: [["请按要求填写"]] };
  const OTHER: Blank = {
    name: "教师情况",
    titles: ["教师情况统计表"],
    rows: [["教师情况统计表"], ["项目", "人数"], ["专任教师", "?"], ["行政人员", "?"]],
    tables: [{ head: [2, 2], lines: [3, 4], labels: "A", columns: "B" }],
  };

  it("may begin with one that is no form", () => {
    const submission = read(STUBS, [notes, numbered(STUBS)]);
    expect(values(submission)).toEqual(clean);
    expect(found(submission)).toEqual([]);
  });

  it("may have them in another order and under other names", () => {
    const drawn = [
      { ...numbered(OTHER), name: "Sheet1" },
      { ...numbered(STUBS), name: "Sheet2" },
    ];
    const submission = read([STUBS, OTHER], drawn);
    expect(submission.forms.get("学生情况")?.sheet).toBe("Sheet2");
    expect(submission.forms.get("教师情况")?.sheet).toBe("Sheet1");
  });
});

describe("two columns or rows that could be meant", () => {
  const coded: Blank = {
    name: "表二",
    rows: [
      ["项目", "代码", "合计", "女", "备注"],
      ["甲", "乙", "1", "2", "丙"],
      ["教师", "01", "?", "?", "文"],
      ["学生", "02", "?", "?", "文"],
      ["职工", "03", "?", "?", "文"],
    ],
    tables: [
      {
        head: [1, 2],
        lines: [3, 5],
        labels: "AB",
        columns: "CDE",
        code: "B",
        marks: 2,
        roles: { E: "note" },
      },
    ],
  };
  const own = filled(coded, (address) => (address.startsWith("E") ? null : numberOf(address)));
  const before = values(read(coded, own));

  it("are asked about where code and label, or heading and number, say different things", () => {
    const codes = withCell(withCell(own, "B3", "02"), "B4", "01");
    expect(found(read(coded, codes))).toEqual(["explain D22 otherCode B3", "explain D22 otherCode B4"]);
    const marks = withCell(withCell(own, "C2", "2"), "D2", "1");
    expect(found(read(coded, marks))).toEqual(["explain D22 otherMark C1", "explain D22 otherMark D1"]);
  });

  it("are not read where one is there twice", () => {
    const twice = read(coded, withRow(own, 5, ["学生", "02", 7, 8, null]));
    expect(values(twice)).toEqual({
      "01": 303,
      "01[2]": 304,
      "01[丙]": null,
      "03": 603 - 100,
      "03[2]": 504,
      "03[丙]": null,
    });
    expect(found(twice)).toEqual(["explain D22 ambiguous A4", "explain D22 ambiguous A5"]);
    expect(twice.offTemplate.map(({ place }) => place.cell)).toEqual(["C4", "D4", "C5", "D5"]);
  });

  it("are told by codes where labels were reworded, and by numbers where headings were", () => {
    expect(values(read(coded, withCell(own, "A4", "在校生")))).toEqual(before);
    expect(values(read(coded, withSwapped(withCell(own, "C1", "总数"), 3, 4, [1, 5])))).toEqual(before);
  });
});

describe("two tables beside each other with the same headings", () => {
  const BESIDE: Blank = {
    name: "资产负债表",
    rows: [
      ["村级资产负债表"],
      ["资产", "年初数", "期末数", "负债", "年初数", "期末数"],
      ["货币资金", "?", "?", "短期借款", "?", "?"],
      ["应收款项", "?", "?", "应付款项", "?", "?"],
      ["存货", "?", "?", "应付工资", "?", "?"],
    ],
    tables: [
      { head: [2, 2], lines: [3, 5], labels: "A", columns: "BC" },
      { head: [2, 2], lines: [3, 5], labels: "D", columns: "EF" },
    ],
  };
  const own = numbered(BESIDE);

  it.each([
    ["a line of titles above", withRow(own, 1, ["附件2："]), []],
    ["a label in other words", withCell(own, "A4", "应收款"), ["note D22 label A4"]],
    ["a heading in other words", withCell(own, "F2", "年末数"), ["note D22 heading F2"]],
    ["a column of the unit's own", withColumn(own, 4, (row) => (row === 2 ? "备查" : row === 4 ? 9 : null)), ["note D20 figures D2"]],
    ["columns that changed places", withSwapped(own, 5, 6, [2, 5]), []],
  ] as const)("with %s keep their figures", (_, drawn, findings) => {
    const submission = read(BESIDE, drawn);
    expect(values(submission)).toEqual(values(read(BESIDE, own)));
    expect(found(submission)).toEqual(findings);
  }); // prettier-ignore
});

describe("a line that only names a group, below the head", () => {
  it("is no heading of the columns", () => {
    const blank: Blank = {
      name: "财务",
      rows: [
        ["财务情况"],
        ["项目", "本期", "项目", "本期"],
        ["一、资产", "—", "二、损益", "—"],
        ["资产总计", "?", "营业收入", "?"],
        ["负债合计", "?", "营业成本", "?"],
      ],
      tables: [
        { head: [2, 2], lines: [4, 5], labels: "A", columns: "B" },
        { head: [2, 2], lines: [4, 5], labels: "C", columns: "D" },
      ],
    };
    const submission = read(blank, withRow(numbered(blank), 1, ["附件2："]));
    expect(values(submission)).toEqual(values(read(blank, numbered(blank))));
    expect(found(submission)).toEqual([]);
  });
});

describe("what is said of a changed copy", () => {
  const PLAN: Blank = {
    name: "造林进度",
    rows: [
      ["造林进度表"],
      ["项目", "计划任务", null, "完成情况", null],
      [null, "人工造林", "封山育林", "人工造林", "封山育林"],
      ["退耕还林", "?", "?", "?", "?"],
      ["天保工程", "?", "?", "?", "?"],
      ["防护林", "?", "?", "?", "?"],
    ],
    merges: ["A2:A3", "B2:C2", "D2:E2"],
    tables: [{ head: [2, 3], lines: [4, 6], labels: "A", columns: "BCDE" }],
  };

  it("names the heading that differs, not the same one below it twice", () => {
    const { findings } = read(PLAN, withCell(numbered(PLAN), "D2", "实际完成情况"));
    expect(findings.map(({ params }) => `${params.found} → ${params.expected}`)).toEqual([
      "实际完成情况 · 人工造林 → 完成情况 · 人工造林",
      "实际完成情况 · 封山育林 → 完成情况 · 封山育林",
    ]);
  });

  it("names a missing line without a code once", () => {
    const { findings } = read(PLAN, withoutRow(numbered(PLAN), 5));
    expect(findings.map(({ params }) => [params.name, params.variant])).toEqual([["天保工程", "uncoded"]]);
  });
});

describe("last year's column", () => {
  it("may hold a formula of the blank without a result: no unit is asked for it", () => {
    const blank: Blank = {
      name: "负债",
      rows: [
        ["项目", "本年", "上年"],
        ["负债", "?", "上"],
        ["负债率", "?", "上"],
      ],
      tables: [{ head: [1, 1], lines: [2, 3], labels: "A", columns: "BC", roles: { C: "lastYear" } }],
    };
    const template = ownTemplate(blank);
    const forms = template.forms.map((form) => {
      const tables = form.own!.tables.map((table) => ({
        ...table,
        cells: table.cells.map((cell) =>
          cell.row === 2 && cell.column === 2 ? { ...cell, formula: "IF(C2=0,0,C2/100)" } : cell,
        ),
      }));
      return { ...form, own: { ...form.own!, tables } };
    });
    const drawn = withCell(withCell(numbered(blank), "C3", "=IF(C2=0,0,C2/100)"), "B3", 5);
    const [submission] = readSubmissions(workbookOf(drawn), { file: "头道镇.xlsx" }, { ...template, forms });
    expect(found(submission!)).toEqual([]);
  });
});

describe("a form on two sheets", () => {
  const own = numbered(STUBS);
  const part = (name: string, from: number, to: number): Drawn => ({
    name,
    rows: own.rows.filter((_, row) => row < 3 || (row >= from && row < to)),
    merges: [],
  });

  it("goes on where the second begins", () => {
    const submission = read(STUBS, [part("学生情况", 3, 6), part("学生情况（续）", 6, 10)]);
    expect(values(submission)).toEqual(clean);
    expect(found(submission)).toEqual(["note D30 continuedForm C4"]);
  });

  it("counts once where the second is a copy, and says where they differ", () => {
    const same = read(STUBS, [own, { ...own, name: "学生情况 (2)" }]);
    expect(values(same)).toEqual(clean);
    expect(found(same)).toEqual(["explain D18 repeated"]);
    const other = read(STUBS, [own, { ...withCell(own, "C4", 9), name: "学生情况 (2)" }]);
    expect(values(other)).toEqual(clean);
    expect(found(other)).toEqual(["explain D18 copied"]);
  });
});

describe("a form with last year's figures, words and sums", () => {
  const years: Blank = {
    name: "收支",
    rows: [
      ["项目", "本年", "上年", "说明"],
      ["合计", "=B3+B4", "上", "文"],
      ["收入", "?", "上", "文"],
      ["支出", "?", "上", "文"],
    ],
    tables: [
      { head: [1, 1], lines: [2, 4], labels: "A", columns: "BCD", roles: { C: "lastYear", D: "note" } },
    ],
    formulas: { B2: "收入+支出" },
  };
  const own = filled(years, (address) => (address.startsWith("D") ? `见${address}` : numberOf(address)));

  it("has them beside the line", () => {
    const lines = read(years, own).forms.get("收支")!.lines;
    expect(lines.get("收入")).toMatchObject({ lastYear: { value: 303 }, reason: "见D3" });
    expect(lines.get("合计")?.current.value).toBe(302 + 402);
  });

  it("counts an empty cell as 0 in its sums, as Excel does, and nothing at all as nothing", () => {
    const one = read(years, withCell(own, "B4", null)).forms.get("收支")!.lines;
    expect(one.get("合计")?.current.value).toBe(302);
    const none = read(years, withCell(withCell(own, "B3", null), "B4", null)).forms.get("收支")!.lines;
    expect(none.get("合计")?.current).toMatchObject({ value: null, state: "blank" });
  });

  it("asks about a sum that was typed over with another number", () => {
    expect(found(read(years, withCell(own, "B2", 1)))).toEqual(["explain D47 typed B2"]);
  });

  it("quotes the blank's own formula, at the places of the copy", () => {
    const typed = withRow(withCell(own, "B2", 1), 2, ["其他", 9]);
    const [, finding] = read(years, typed).findings;
    expect(finding?.params["restore"]).toBe("=B4+B5");
  });
});

describe("a form with codes", () => {
  const coded: Blank = {
    name: "人员",
    rows: [
      ["指标", "代码", "数量", "比重"],
      ["职工", "01", "?", "?"],
      ["医生", "02", "?", "?"],
      ["护士", "03", "?", "?"],
      ["总计", "04", "?", "?"],
    ],
    tables: [{ head: [1, 1], lines: [2, 5], labels: "A", code: "B", columns: "CD" }],
  };
  const own = filled(coded, numberOf);
  const exact = values(read(coded, own));

  it("is asked about where the heading of a figure was exchanged with that of the codes", () => {
    const exchanged = withCell(withCell(own, "B1", "数量"), "C1", "代码");
    const submission = read(coded, exchanged);
    expect(found(submission)).toEqual(["explain D22 headingInPlace C1"]);
    expect(values(submission)).toEqual(exact);
  });

  it("takes another word for the total as the same line", () => {
    expect(found(read(coded, withCell(own, "A5", "合计")))).toEqual(["note D22 label A5"]);
  });

  it("is asked about a figure beside a line without any", () => {
    const beside = withCell(withCell(withCell(own, "C3", null), "D3", null), "F3", 7);
    expect(found(read(coded, beside))).toEqual(["explain F23 F3"]);
  });

  it("says once for a column that units of measure were left out", () => {
    const measured = filled(coded, (address) =>
      address.startsWith("D") ? `${numberOf(address)}%` : numberOf(address),
    );
    expect(found(read(coded, measured))).toEqual(["note D32 several D2"]);
  });

  it("may have rows and columns hidden that the blank hides, and no others", () => {
    const template = ownTemplate(coded);
    const span = [{ first: 2, last: 2 }];
    const [form] = template.forms;
    const hides = { ...form!, own: { ...form!.own!, hidden: { rows: span, columns: span } } };
    const workbook = workbookOf(own);
    const sheet = { ...workbook.sheets[0]!, hiddenRows: span, hiddenColumns: span };
    const copy = { ...workbook, sheets: [sheet] };
    const of = (forms: typeof template.forms): readonly string[] =>
      found(readSubmissions(copy, { file: "头道镇.xlsx" }, { ...template, forms })[0]!);
    expect(of([hides])).toEqual([]);
    expect(of(template.forms)).toEqual(["explain D25 row C3", "explain D25 column C2"]);
  });
});

describe("a heading that was reworded", () => {
  it("is found where the table has no other column of figures", () => {
    const one: Blank = {
      name: "收益",
      rows: [
        ["指标", "代码", "本年数"],
        ["总收入", "1", "?"],
        ["总支出", "2", "?"],
        ["收益", "3", "?"],
      ],
      tables: [{ head: [1, 1], lines: [2, 4], labels: "A", code: "B", columns: "C" }],
    };
    const submission = read(one, withCell(filled(one, numberOf), "C1", "本年数量"));
    expect(found(submission)).toEqual(["note D22 heading C1"]);
    expect(values(submission)).toEqual({ "1": 203, "2": 303, "3": 403 });
  });

  it("is found where every figure is merged over two columns", () => {
    const merges = ["B", "D"].flatMap((from) =>
      [1, 2, 3].map((row) => `${from}${row}:${from === "B" ? "C" : "E"}${row}`),
    );
    const wide: Blank = {
      name: "农机",
      rows: [
        ["项目", "上半年", null, "下半年", null],
        ["拖拉机", "?", null, "?", null],
        ["收割机", "?", null, "?", null],
      ],
      merges,
      tables: [{ head: [1, 1], lines: [2, 3], labels: "A", columns: "BD" }],
    };
    const own = filled(wide, numberOf);
    const exact = values(read(wide, own));
    expect(values(read(wide, withCell(own, "D1", "下半年数")))).toEqual(exact);
    expect(values(read(wide, withCell(own, "A1", "机械")))).toEqual(exact);
  });
});

describe("a template without forms", () => {
  it("is named as the reason why nothing is read", () => {
    const template = { ...ownTemplate(STUBS), forms: [] };
    const [submission] = readSubmissions(workbookOf(numbered(STUBS)), { file: "头道镇.xlsx" }, template);
    expect(found(submission!)).toEqual(["mustFix D01 emptyTemplate"]);
  });
});
