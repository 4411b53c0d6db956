/** Lists on an office's own sheets: records below a head, as many as a unit has, from blank to county sheet. */
import { duplicateFindings } from "../../src/consolidation/duplicates";
import { consolidate } from "../../src/consolidation/consolidate";
import { sheetsOf } from "../../src/consolidation/sheet-totals";
import { countyWorkbookPlan } from "../../src/county-workbook/county-workbook";
import { codeText } from "../../src/findings/finding-code";
import { editTemplate } from "../../src/app/edit-template";
import { formPicture } from "../../src/app/form-picture";
import type { CellUse } from "../../src/template/own-sheet";
import { discoverCopies } from "../../src/form-discovery/copies/discover-copies";
import { kindsOf } from "../../src/form-discovery/copies/group-copies";
import { unitOfSheets, unitsOfCopies } from "../../src/form-discovery/copies/units-of-copies";
import { discoverForms } from "../../src/form-discovery/discover";
import { makeTemplate } from "../../src/form-discovery/make-template";
import { unitsNamed } from "../../src/form-discovery/units-named";
import { readSubmissions } from "../../src/intake/read-submissions";
import type { Submission } from "../../src/intake/submission";
import { sayInReport } from "../../src/locales/report-words";
import { withRecordCells } from "../../src/template/own-lists";
import type { Template } from "../../src/template/template";
import { pictureOf } from "../../src/taskpane/template/picture/picture-model";
import { createValidator } from "../../src/validation/validator";
import { toA1 } from "../../src/workbook/address";
import { CellTableBuilder, cellsOf } from "../../src/workbook/cells";
import {
  UNITS,
  withCell,
  withColumn,
  withRow,
  workbookOf,
  type Drawn,
  type Rows,
  type Value,
} from "../fixtures/own-form";

const BLANK: Drawn = {
  name: "项目清单",
  rows: [
    ["乡村振兴项目清单"],
    ["填报单位：", null, null, null, null, "单位：万元"],
    ["序号", "项目名称", "负责人", "投资额", null, "开工日期"],
    [null, null, null, "总投资", "财政资金", null],
    [1],
    [2],
    [3],
    ["合计", null, null, "=SUM(D5:D7)", "=SUM(E5:E7)"],
    ["填表人：", null, null, "审核人："],
  ],
  merges: ["A1:F1", "A3:A4", "B3:B4", "C3:C4", "D3:E3", "F3:F4"],
};

function templateOf(...blanks: readonly Drawn[]): Template {
  const found = discoverForms(
    { ...workbookOf(blanks[0]!), sheets: blanks.flatMap((blank) => workbookOf(blank).sheets) },
    { units: UNITS },
  );
  return makeTemplate({
    name: "清单",
    forms: found.forms,
    lists: found.lists,
    units: unitsNamed(UNITS),
    period: null,
    office: { bytes: new Uint8Array([1]), from: "xlsx" },
  });
}

const template = templateOf(BLANK);
const HEAD = BLANK.rows.slice(0, 4);
const FOOT: Rows = [
  ["合计", null, null, 60, 30],
  ["填表人：李四", null, null, "审核人：王五"],
];
const RECORDS: Rows = [
  [1, "水渠", "张三", 10, 5, "3月"],
  [2, "道路", "赵六", "20", 10, "4月"],
  [3, "学校", "钱七", 30, 15, "5月"],
];

const filled = (records: Rows = RECORDS, foot: Rows = FOOT): Drawn => ({
  ...BLANK,
  rows: [
    HEAD[0]!,
    ["填报单位：头道镇", null, null, null, null, "单位：万元"],
    ...HEAD.slice(2),
    ...records,
    ...foot,
  ],
});

function read(drawn: Drawn | readonly Drawn[], file = "头道镇.xlsx", of: Template = template): Submission {
  const all = Array.isArray(drawn) ? (drawn as readonly Drawn[]) : [drawn as Drawn];
  const workbook = { ...workbookOf(all[0]!), sheets: all.flatMap((each) => workbookOf(each).sheets) };
  return readSubmissions(workbook, { file }, of)[0]!;
}

function figures({ forms }: Submission): Record<string, unknown> {
  const lines = [...forms.values()].flatMap((form) => [...form.lines.values()]);
  return Object.fromEntries(lines.map(({ code, current }) => [code, current.value]));
}

function asked(submission: Submission, of: Template = template): string[] {
  const { findings } = createValidator(of).check(submission, { lastYear: null, period: null });
  return findings
    .filter(({ class: cls }) => cls !== "note")
    .map(({ code, params }) => [codeText(code), params["variant"]].filter((each) => each).join(" "));
}

const EXPECTED = { 项目清单记录数: 3, "项目清单合计[总投资]": 60, "项目清单合计[财政资金]": 30 };

describe("a list on an office's own sheet", () => {
  it("has items for the number of records and for what is added up; persons' columns are asked about", () => {
    const [form] = template.forms;
    expect(form!.indicators.map(({ code, aggregation }) => [code, aggregation])).toEqual(
      Object.keys(EXPECTED).map((code) => [code, "sum"]),
    );
    expect(template.lists[0]!.columns.map(({ name, kind, personal }) => [name, kind, personal])).toEqual([
      ["项目名称", "text", false],
      ["负责人", "text", true],
      ["总投资", "decimal", false],
      ["财政资金", "decimal", false],
      ["开工日期", "text", false],
    ]);
  });

  it("is read record by record, and nothing is found", () => {
    const submission = read(filled());
    expect(figures(submission)).toEqual(EXPECTED);
    expect(asked(submission)).toEqual([]);
    expect(submission.offTemplate).toEqual([]);
    expect(submission.lists.get(template.lists[0]!.id)!.rows).toHaveLength(3);
  });

  it.each<[string, Drawn]>([
    ["subtotals of its own", filled([RECORDS[0]!, RECORDS[1]!, [null, "农业小计", null, 30, 15], RECORDS[2]!, [null, "小计", null, 30, 15]])],
    ["a line above", withRow(filled(), 2, ["请于五日前报送"])],
    ["a column more on the left", withColumn(filled(), 1, () => null)],
    ["a column of the unit's own", withColumn(filled(), 3, (row) => (row === 3 ? "村" : row > 4 && row < 8 ? "大泉村" : null))],
    ["a heading in other words", withCell(filled(), "B3", "建设项目名称")],
    ["no row of totals", filled(RECORDS, [FOOT[1]!])],
    ["empty numbered rows behind", filled([...RECORDS, [4], [5]])],
    ["a remark in a row by itself", filled([...RECORDS, [null, "以下空白"]])],
    ["title and head again on a second page", filled([RECORDS[0]!, RECORDS[1]!, BLANK.rows[0]!, ...HEAD.slice(2), RECORDS[2]!])],
    ["a further number", filled(RECORDS, [["合计", null, null, 60, 30], ["填表人：李四   2026年5月"]])],
  ])("is read with %s", (_, drawn) => {
    const submission = read(drawn);
    expect(figures(submission)).toEqual(EXPECTED);
    expect(asked(submission)).toEqual([]);
  }); // prettier-ignore

  it("keeps a remark over several columns for 模板外, and reads days of either calendar", () => {
    const remark = filled([...RECORDS, [null, "其余项目明年上报"]]);
    const submission = read({ ...remark, merges: ["A1:F1", "B8:F8"] });
    expect(figures(submission)).toEqual(EXPECTED);
    expect(submission.offTemplate).toHaveLength(1);
    const dated = workbookOf(filled());
    const sheet = dated.sheets[0]!;
    const cells = new CellTableBuilder();
    for (const cell of cellsOf(sheet))
      if (cell.row !== 4 || cell.column !== 5) cells.add(cell.row, cell.column, cell);
    cells.add(4, 5, { kind: "number", value: 44197 - 1462, format: "yyyy-mm-dd" });
    const workbook = { ...dated, date1904: true, sheets: [{ ...sheet, cells: cells.build() }] };
    const [first] = readSubmissions(workbook, { file: "头道镇.xlsx" }, template)[0]!.lists.values();
    expect(first!.rows[0]!.cells.get("开工日期")!.value).toBe("2021-01-01");
  });

  it("is read with more records than the blank has rows", () => {
    const more = Array.from({ length: 40 }, (_, i): Value[] => [i + 1, `项目${i}`, null, 1, 0.5, null]);
    expect(figures(read(filled(more)))).toEqual({
      项目清单记录数: 40,
      "项目清单合计[总投资]": 40,
      "项目清单合计[财政资金]": 20,
    });
  });

  it("without records has no figures, not even 0", () => {
    for (const records of [[[1], [2]], [[1, "无"]], [[null, "本单位无项目"]]] as Rows[]) {
      const submission = read(filled(records, [["合计", null, null, 0, 0], FOOT[1]!]));
      expect(Object.values(figures(submission))).toEqual([null, null, null]);
      expect(asked(submission)).toEqual([]);
    }
  });

  it("goes on in another sheet of the file", () => {
    const next: Drawn = { ...filled([[4, "桥", null, 7, 3, null]], []), name: "项目清单（续）" };
    const submission = read([filled(), next]);
    expect(figures(submission)).toEqual({
      项目清单记录数: 4,
      "项目清单合计[总投资]": 67,
      "项目清单合计[财政资金]": 33,
    });
    expect(submission.findings.map(({ code }) => code)).toContain("D30");
  });

  it("says what cannot be read, and what has no head any more", () => {
    const refused = read(withCell(filled(), "D6", "见附件"));
    expect(figures(refused)).toMatchObject({ 项目清单记录数: 3, "项目清单合计[总投资]": 40 });
    expect(asked(refused)).not.toEqual([]);
    const noColumn = read(withCell(withCell(filled(), "D4", null), "D3", null));
    expect(asked(noColumn)).toContain("D20 missing");
  });

  it("keeps names out of everything, also a unit's own column beside them", () => {
    const submission = read(
      withColumn(filled(), 3, (row) => (row === 3 ? "电话" : row > 4 && row < 8 ? "13812345678" : null)),
    );
    expect(submission.offTemplate.map(({ raw }) => raw)).not.toContain("13812345678");
    const county = countyOf(template, [submission]);
    expect(JSON.stringify(countyWorkbookPlan(county, sayInReport("zh-CN")))).not.toMatch(/张三|13812345678/);
  });

  it("gives totals, the records of all units, and the office's sheet with its totals", () => {
    const other = read(
      withCell(filled([[1, "泵站", null, 5, 1, null]]), "A2", "填报单位：榆林镇"),
      "榆林镇.xlsx",
    );
    const county = countyOf(template, [read(filled()), other]);
    expect(sheetsOf(county)[0]).toMatchObject({
      cells: {},
      rows: 4,
      columns: {
        D: { item: "项目清单合计[总投资]", value: 65 },
        E: { item: "项目清单合计[财政资金]", value: 31 },
      },
    });
    const plan = countyWorkbookPlan(county, sayInReport("zh-CN"));
    const at = new Map(plan.office!.sheets[0]!.cells.map((cell) => [toA1(cell.row, cell.column), cell]));
    expect(at.get("D8")).toMatchObject({ value: 65 });
    expect(at.get("B5")?.value).toBe("各单位共 4 条，见“明细1 项目清单”");
    const list = plan.sheets.find(({ name }) => name === "明细1 项目清单")!;
    const rows = list.cells.filter(({ column }) => column === 1).map(({ value }) => value);
    expect(rows).toEqual(["项目名称", "水渠", "道路", "学校", "泵站"]);
  });
});

function countyOf(of: Template, submissions: readonly Submission[]): ReturnType<typeof consolidate> {
  return consolidate({
    template: of,
    period: null,
    submissions,
    reported: [],
    missing: [],
    findings: [],
    lastYear: null,
  });
}

it("records that two units have word for word are noted, a kind of things that both have is not", () => {
  const same: Value[] = [1, "大泉村机耕桥新建工程", "张三", 30, 10, "2026-03-01"];
  const kind: Value[] = [2, "打印机", "李四", 30, 10, null];
  const other = read(withCell(filled([same, kind]), "A2", "填报单位：榆林镇"), "榆林镇.xlsx");
  const first = read(filled([kind, [1, "大泉村机耕桥新建工程", "王五", 30, 10, "2026-03-01"]]));
  const found = duplicateFindings(countyOf(template, [first, other]), "explain");
  expect(found.map(({ code, class: of, unit, place }) => [code, of, unit, place.cell])).toEqual([
    ["C04", "note", "榆林镇", "B5"],
  ]);
  expect(JSON.stringify(found)).not.toMatch(/张三|王五/);
});

it("has its totals above the records, where the office has them there; units of measure are said once a column", () => {
  const above: Drawn = {
    name: "台账",
    rows: [
      ["隐患台账"],
      ["填报单位："],
      ["序号", "地点", "人次", "投入（元）"],
      ["合计", null, "=SUM(C5:C6)", "=SUM(D5:D6)"],
      [1],
      [2],
      ["填表人："],
    ],
    merges: ["A1:D1"],
  };
  const of = templateOf(above);
  expect(of.forms[0]!.own!.lists![0]).toMatchObject({ total: 3, rows: { first: 4, last: 5 } });
  const rows = [
    ...above.rows.slice(0, 3),
    ["合计", null, 5, 30],
    [1, "仓库", "2人次", 10],
    [2, "学校", "3人次", 20],
    [3, "桥", "4人次", 30],
  ];
  const submission = read({ ...above, rows }, "头道镇.xlsx", of);
  expect(figures(submission)).toEqual({ 台账记录数: 3, "台账合计[人次]": 9, "台账合计[投入]": 60 });
  expect(submission.findings.map(({ code, params }) => [code, params["cells"]])).toEqual([
    ["D32", "C5:C7"],
    // The unit's total leaves out its third record.
    ["D27", undefined],
    ["D27", undefined],
  ]);
});

describe("a sheet with a card, a table and two lists", () => {
  const mixed: Drawn = {
    name: "登记表",
    rows: [
      ["党组织登记表"],
      ["组织名称", null, "办公面积", null],
      ["党费（元）", null, "支部数", null],
      ["项目", "合计", "男", "女"],
      ["正式党员", "=C5+D5", null, null],
      ["预备党员", "=C6+D6", null, null],
      ["一、班子成员"],
      ["序号", "姓名", "职务", "学时数"],
      [1],
      [2],
      ["二、活动"],
      ["序号", "活动名称", "日期", "参加人数"],
      [1],
      [2],
      ["填表人："],
    ],
    merges: ["A1:D1", "A7:D7", "A11:D11"],
  };
  const of = templateOf(mixed);
  const rows = mixed.rows.map((row) => [...row]);
  rows[1] = ["组织名称", "头道支部", "办公面积", 80];
  rows[2] = ["党费（元）", 1200, "支部数", 3];
  rows[4] = ["正式党员", 9, 5, 4];
  rows[5] = ["预备党员", 3, 1, 2];
  rows.splice(8, 2, [1, "张三", "书记", 10], [2, "李四", "委员", 12], [3, "王五", "委员", 14]);
  rows.splice(13, 2, [1, "义诊", "5月1日", 30]);

  it("is read part by part, also where a list has more records than the blank", () => {
    const submission = read({ ...mixed, rows, merges: ["A1:D1", "A7:D7", "A12:D12"] }, "头道镇.xlsx", of);
    expect(figures(submission)).toMatchObject({
      党费: 1200,
      支部数: 3,
      "正式党员[男]": 5,
      "预备党员[女]": 2,
      班子成员记录数: 3,
      "班子成员合计[学时数]": 36,
      活动记录数: 1,
      "活动合计[参加人数]": 30,
    });
    expect(asked(submission, of)).toEqual([]);
    expect(submission.offTemplate).toEqual([]);
  });
});

describe("a column of a list", () => {
  const edit = (cells: readonly string[], use: CellUse): Template => {
    const made = editTemplate(template, { kind: "use", form: "项目清单", cells, use }, true);
    if (!made.ok) throw new Error(JSON.stringify(made.problems));
    return made.template;
  };
  const items = ({ forms }: Template): string[] => forms[0]!.indicators.map(({ code }) => code);

  it("is added up, kept as words or left out, as staff say", () => {
    expect(items(edit(["D5", "D6", "D7"], "text"))).toEqual(["项目清单记录数", "项目清单合计[财政资金]"]);
    const more = edit(["F5"], "sum");
    expect(items(more)).toEqual([...Object.keys(EXPECTED), "项目清单合计[开工日期]"]);
    const named = edit(["C5", "C6", "C7"], "text");
    expect(named.lists[0]!.columns.map(({ personal }) => personal)).not.toContain(true);
    expect(edit(["B5"], "unused").lists[0]!.columns[0]).toMatchObject({ name: "项目名称", personal: true });
  });
});

describe("parts of a sheet right below each other, without titles", () => {
  const list: Rows = [["序号", "活动名称", "日期", "参加人数"], [1], [2], [3]];
  const card: Rows = [
    ["组织名称", null, "办公面积（㎡）", null],
    ["党费（元）", null, "支部数（个）", null],
  ];
  const table: Rows = [["项目", "合计", "男", "女"], ["正式党员"], ["预备党员"]];
  const fill = (rows: Rows, i: number): Value[][] =>
    rows.map((row) => {
      const [first] = row;
      if (typeof first === "number")
        return first > i ? [first] : [first, `${UNITS[i]!}活动${first}`, "5月", 10];
      if (first === "组织名称") return [first, `${UNITS[i]!}支部`, row[2]!, 80 + i];
      if (first === "党费（元）") return [first, 1200 + i, row[2]!, 3 + i];
      return row.length === 1 ? [first!, 9 + i, 5, 4 + i] : [...row];
    });
  const orders: [string, Rows[]][] = [
    ["a list and a card", [list, card]],
    ["a card and a list", [card, list]],
    ["a table and a card", [table, card]],
    ["a card and a table", [card, table]],
    ["a list and a table", [list, table]],
    ["a table and a list", [table, list]],
  ];

  it.each(orders)("%s are told apart, in the blank and in copies", (_, parts) => {
    const drawn = (i: number | null): Drawn => {
      const rows = parts.flatMap((part) => (i === null ? part : fill(part, i)));
      return { name: "登记表", rows: [["登记表"], [`填报单位：${i === null ? "" : UNITS[i]!}`], ...rows] };
    };
    const places = ({ forms }: { forms: Template["forms"] }): unknown =>
      forms.map(({ own }) => [
        own!.tables.flatMap(({ cells }) => cells.map(({ row, column, use }) => [toA1(row, column), use])),
        (own!.lists ?? []).map(({ head, rows }) => [head, rows]),
      ]);
    const blank = discoverForms(workbookOf(drawn(null)), { units: UNITS });
    const files = [0, 1, 2].map((i) => ({ name: `${UNITS[i]!}.xlsx`, workbook: workbookOf(drawn(i)) }));
    const [kind] = kindsOf(files);
    const { discovery } = discoverCopies(kind!, unitOfSheets(unitsOfCopies(kind!.copies)), {
      title: "登记表",
    });
    expect(places(discovery)).toEqual(places(blank));
    const of = templateOf(drawn(null));
    const submission = read(drawn(2), "花甸镇.xlsx", of);
    expect(asked(submission, of)).toEqual([]);
    expect(submission.offTemplate).toEqual([]);
    const numbers = parts
      .flatMap((part) => fill(part, 2))
      .flat()
      .filter((each) => typeof each === "number" && each > 3);
    const written = Object.values(figures(submission)).filter((each) => typeof each === "number" && each > 3);
    const sum = (all: readonly unknown[]): number =>
      all.reduce<number>((total, each) => total + Number(each), 0);
    expect(sum(written)).toBe(sum(numbers));
  });
});

it("shows in its picture what each column is for, and a column changes as a whole", () => {
  const [form] = template.forms;
  const useOf = (of: Template, address: string): CellUse | undefined =>
    withRecordCells(of.forms[0]!, of.lists)!
      .tables.flatMap(({ cells }) => cells)
      .find(({ row, column }) => toA1(row, column) === address)?.use;
  expect(["B5", "C6", "D7", "F5", "D8"].map((cell) => useOf(template, cell))).toEqual([
    "text",
    "unused",
    "sum",
    "text",
    undefined,
  ]);
  const picture = formPicture(template, form!.id)!;
  const at = new Map(picture.cells.map((cell) => [toA1(cell.row, cell.column), cell]));
  expect([at.get("D5")?.value, at.get("C5")?.value, at.get("B3")?.value]).toEqual(["∑", "－", "项目名称"]);
  expect(at.get("D5")?.style?.fill).not.toBe(at.get("C5")?.style?.fill);
  const heading = pictureOf(withRecordCells(form!, template.lists)!)
    .rows.flatMap(({ cells }) => cells)
    .find(({ text }) => text === "财政资金")!;
  expect(heading.chooses).toMatchObject({ kind: "column", use: "sum", cells: ["E5", "E6", "E7"] });
  const edited = editTemplate(
    template,
    { kind: "use", form: form!.id, cells: heading.chooses!.cells, use: "text" },
    true,
  );
  expect(edited.ok && useOf(edited.template, "E6")).toBe("text");
});
