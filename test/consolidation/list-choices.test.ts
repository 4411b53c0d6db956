/** Columns of choices in lists: how many records have which, by unit and in all. */
import { consolidate } from "../../src/consolidation/consolidate";
import { writeListSheets } from "../../src/county-workbook/list-sheets";
import { discoverCopies } from "../../src/form-discovery/copies/discover-copies";
import { kindsOf } from "../../src/form-discovery/copies/group-copies";
import { unitOfSheets, unitsOfCopies } from "../../src/form-discovery/copies/units-of-copies";
import { discoverForms } from "../../src/form-discovery/discover";
import { makeTemplate } from "../../src/form-discovery/make-template";
import { unitsNamed } from "../../src/form-discovery/units-named";
import { codeText } from "../../src/findings/finding-code";
import { readSubmissions } from "../../src/intake/read-submissions";
import type { Submission } from "../../src/intake/submission";
import { sayInReport } from "../../src/locales/report-words";
import type { Template } from "../../src/template/template";
import { UNITS, withCell, workbookOf, type Drawn, type Rows } from "../fixtures/own-form";

const TITLE: Rows = [["村干部名册"], ["填报单位："]];
const HEAD: Rows = [["序号", "姓名", "性别", "是否党员", "文化程度", "补贴（元）"]];

function drawn(rows: Rows): Drawn {
  return { name: "村干部名册", rows, merges: ["A1:F1"] };
}

const BLANK = drawn([...TITLE, ...HEAD, [1], [2], [3], ["填表人："]]);
const TAXED = { ...BLANK, rows: BLANK.rows.map((row, i) => (i === 2 ? row.map((cell) => (cell === "文化程度" ? "文化程度（高中/大专/本科）" : cell)) : row)) }; // prettier-ignore

function templateOf(blank: Drawn): Template {
  const { forms, lists } = discoverForms(workbookOf(blank), { units: UNITS });
  return makeTemplate({
    name: "名册",
    forms,
    lists,
    units: unitsNamed(UNITS),
    period: null,
    office: { bytes: new Uint8Array([1]), from: "xlsx" },
  });
}

function copyOf(unit: string, records: Rows, head = HEAD): Drawn {
  return withCell(drawn([...TITLE, ...head, ...records, ["填表人："]]), "A2", `填报单位：${unit}`);
}

function read(unit: string, records: Rows, template: Template): Submission {
  return readSubmissions(workbookOf(copyOf(unit, records)), { file: `${unit}.xlsx` }, template)[0]!;
}

const FIRST: Rows = [
  [1, "张三", "男", "√", "高中", 900],
  [2, "李四", "女", "否", "大专", 800],
  [3, "王五", "男", "是", "博士", 700],
];
const SECOND: Rows = [[1, "赵六", "女", "是", "大专", 600], [2, "钱七", null, "是", "高中", 500]]; // prettier-ignore

function countyOf(template: Template): ReturnType<typeof consolidate> {
  const submissions = [read(UNITS[0]!, FIRST, template), read(UNITS[1]!, SECOND, template)];
  return consolidate({
    template,
    period: null,
    submissions,
    reported: [],
    missing: [],
    findings: [],
    lastYear: null,
  });
}

it("are items: sex and yes or no without being told, others as the heading says", () => {
  const { totals } = countyOf(templateOf(TAXED));
  const counts = [...totals].map(([code, { value }]) => [code, value]);
  expect(Object.fromEntries(counts)).toEqual({
    村干部名册记录数: 5,
    "村干部名册记录数[性别·男]": 2,
    "村干部名册记录数[性别·女]": 2,
    "村干部名册记录数[是否党员·是]": 4,
    "村干部名册记录数[是否党员·否]": 1,
    "村干部名册记录数[文化程度·高中]": 2,
    "村干部名册记录数[文化程度·大专]": 2,
    "村干部名册记录数[文化程度·本科]": 0,
    "村干部名册合计[补贴]": 3500,
  });
});

it("another word is kept as it is, counted with none of them, and only noted", () => {
  const { findings, lists } = read(UNITS[0]!, FIRST, templateOf(TAXED));
  const [row] = [...lists.values()][0]!.rows.slice(2);
  expect(row!.cells.get("文化程度")).toMatchObject({ raw: "博士", value: null });
  expect(findings.filter(({ class: of }) => of !== "note")).toEqual([]);
  expect(findings.map(({ code }) => codeText(code))).toContain("F22");
});

it("are counted above the records of all units, by formulas over them", () => {
  const consolidation = countyOf(templateOf(TAXED));
  const [sheet] = writeListSheets({ consolidation, say: sayInReport("zh-CN") } as never);
  const rows = sheet!.cells.filter(({ column, row }) => column === 0 && row > 1 && row < 5);
  expect(rows.map(({ value }) => value)).toEqual([
    "按性别：男 2 条，女 2 条，未填或不在其中 1 条",
    "按是否党员：是 4 条，否 1 条，未填或不在其中 0 条",
    "按文化程度：高中 2 条，大专 2 条，本科 0 条，未填或不在其中 1 条",
  ]);
  expect(rows[0]!.formula).toContain('COUNTIF(B7:B11,"男")');
});

it("are found in copies where few words come again and again", () => {
  const grades = ["一般", "较好", "好"];
  const units = UNITS.slice(0, 4);
  const copies = units.map((unit, u) => {
    const records = [0, 1, 2, 3].map((i) => [
      i + 1,
      `户主${u}${i}`,
      `大泉${u}村${i}组`,
      grades[(u + i) % 3]!,
      10,
    ]);
    const rows: Rows = [["住房台账"], [`填报单位：${unit}`], ["序号", "户主姓名", "地址", "房屋等次", "面积（平方米）"], ...records]; // prettier-ignore
    return { name: `${unit}.xlsx`, workbook: workbookOf({ name: "住房台账", rows, merges: ["A1:E1"] }) };
  });
  const [kind] = kindsOf(copies);
  const { discovery } = discoverCopies(kind!, unitOfSheets(unitsOfCopies(kind!.copies)), { title: "住房" });
  const column = discovery.lists[0]!.columns.find(({ name }) => name === "房屋等次");
  expect(column).toMatchObject({ kind: "choice" });
  expect([...column!.choices!].sort()).toEqual([...grades].sort());
});
