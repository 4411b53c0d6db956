/** Ledgers as offices keep them: records numbered by codes, names merged over rows, columns of persons. */
import { discoverCopies } from "../../src/form-discovery/copies/discover-copies";
import { kindsOf } from "../../src/form-discovery/copies/group-copies";
import { unitOfSheets, unitsOfCopies } from "../../src/form-discovery/copies/units-of-copies";
import { discoverForms } from "../../src/form-discovery/discover";
import { makeTemplate } from "../../src/form-discovery/make-template";
import { unitsNamed } from "../../src/form-discovery/units-named";
import { codeText } from "../../src/findings/finding-code";
import { readSubmissions } from "../../src/intake/read-submissions";
import type { Submission } from "../../src/intake/submission";
import type { Template } from "../../src/template/template";
import { UNITS, workbookOf, type Drawn, type Rows } from "../fixtures/own-form";

const HEAD: Rows = [["编号", "来访人", "信访人", "反映问题", "办理单位", "涉及金额（万元）"]];

const ledger = (rows: Rows, merges: readonly string[] = []): Drawn => ({
  name: "台账",
  rows: [["信访台账"], ["填报单位：头道镇"], ...HEAD, ...rows],
  merges: ["A1:F1", ...merges],
});

const numbered = (first: number, last: number): Rows =>
  Array.from({ length: last - first + 1 }, (_, i) => [first + i]);

function templateOf(blank: Drawn): Template {
  const { forms, lists } = discoverForms(workbookOf(blank), { units: UNITS });
  return makeTemplate({
    name: "台账",
    forms,
    lists,
    units: unitsNamed(UNITS),
    period: null,
    office: { bytes: new Uint8Array([1]), from: "xlsx" },
  });
}

function read(drawn: Drawn, template: Template): Submission {
  return readSubmissions(workbookOf(drawn), { file: "头道镇.xlsx" }, template)[0]!;
}

const records = ({ lists }: Submission): Record<string, unknown>[] =>
  [...lists.values()].flatMap(({ rows }) =>
    rows.map(({ cells }) => Object.fromEntries([...cells].map(([name, { value }]) => [name, value]))),
  );

const RECORDS: Rows = [
  [1, "张三", "张三", "道路", "城建办", 1.5],
  [2, "李四", "李四", "水渠", "水利站", 2],
];
const copy = ledger([...RECORDS, ...numbered(3, 9)]);

describe("records numbered by codes", () => {
  const template = templateOf(ledger(numbered(1, 9)));

  it("make a list where the headings ask for words", () => {
    expect(template.forms[0]!.indicators.map(({ code }) => code)).toEqual([
      "台账记录数",
      "台账合计[涉及金额]",
    ]);
  });

  it("are counted where something is written, and their numbers are nothing of the unit's own", () => {
    const submission = read(copy, template);
    expect(records(submission)).toHaveLength(2);
    expect(submission.findings.map(({ code }) => codeText(code))).toEqual([]);
    expect(submission.offTemplate).toEqual([]);
  });

  it("are lines of a table where the headings ask for figures", () => {
    const rows: Rows = [["行次", "户数", "人数", "面积（亩）"], [1], [2], [3]];
    const { forms } = discoverForms(workbookOf({ name: "表", rows }), { units: UNITS });
    expect(forms[0]!.indicators).toHaveLength(9);
  });

  it("are found in copies, also where units write the same, as their number differs", () => {
    const names = [..."甲乙丙丁戊己庚辛"].map((name) => `周${name}`);
    const rows = names.map((name, i) => [i + 1, name, name, `问题${name}`, "城建办", i + 1]);
    const copies = [2, 8, 4].map((count, u) => ({
      name: `${UNITS[u]!}.xlsx`,
      workbook: workbookOf({
        ...ledger([...rows.slice(0, count), ...numbered(count + 1, 9)]),
        rows: [["信访台账"], [`填报单位：${UNITS[u]!}`], ...HEAD, ...rows.slice(0, count), ...numbered(count + 1, 9)], // prettier-ignore
      }),
    }));
    const [kind] = kindsOf(copies);
    const { discovery } = discoverCopies(kind!, unitOfSheets(unitsOfCopies(kind!.copies)), { title: "台账" });
    expect(discovery.lists.map(({ columns }) => columns.map(({ name }) => name))).toEqual([HEAD[0]!.slice(1).map((head) => String(head).replace(/（.*/, ""))]); // prettier-ignore
  });
});

it("columns that say whom a record is about are personal; a number of people is not", () => {
  const heads = ["序号", "户主", "法人代表", "申请人", "受益人数（人）", "备注"];
  const { lists } = discoverForms(workbookOf({ name: "表", rows: [["名单"], heads, [1], [2]], merges: ["A1:F1"] }), { units: UNITS }); // prettier-ignore
  expect(lists[0]!.columns.filter(({ personal }) => personal).map(({ name }) => name)).toEqual([
    "户主",
    "法人代表",
    "申请人",
  ]);
});

describe("a cell merged over records", () => {
  const template = templateOf(ledger(numbered(1, 9)));

  it("is meant for each of them where it is a word", () => {
    const submission = read(ledger(RECORDS, ["E4:E5"]), template);
    expect(records(submission).map(({ 办理单位 }) => 办理单位)).toEqual(["城建办", "城建办"]);
    expect(submission.findings).toEqual([]);
  });

  it("counts once where it is a figure, and is asked about", () => {
    const [first, second] = RECORDS;
    const submission = read(ledger([first!, second!.slice(0, 5)], ["F4:F5"]), template);
    expect(records(submission).map(({ 涉及金额 }) => 涉及金额)).toEqual([1.5, null]);
    expect(submission.findings.map(({ code, place }) => `${codeText(code)} ${place.cell}`)).toEqual([
      "D23 F4",
    ]);
  });
});
