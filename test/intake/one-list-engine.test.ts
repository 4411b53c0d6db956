/** Lists and cards of an office's own sheets are read by the same means as ours: what helps one helps the other. */
import { discoverForms } from "../../src/form-discovery/discover";
import { makeTemplate } from "../../src/form-discovery/make-template";
import { unitsNamed } from "../../src/form-discovery/units-named";
import { codeText } from "../../src/findings/finding-code";
import { readSubmissions } from "../../src/intake/read-submissions";
import type { Submission } from "../../src/intake/submission";
import type { Template } from "../../src/template/template";
import { UNITS, withCell, withColumn, workbookOf, type Drawn, type Rows } from "../fixtures/own-form";

const TITLE: Rows = [["慰问困难群众台账"], ["填报单位：", null, null, null, null]];
const HEAD: Rows = [["序号", "日期", "慰问对象类别", "人数", "金额"]];
const FOOT: Rows = [["填表人：", null, "审核人："]];
const RECORDS: Rows = [
  [1, "2026-01-08", "困难党员", 3, 900],
  [2, "2026-01-09", "老党员", 5, 1500],
  [3, "2026-02-01", "困难群众", 4, 800],
];

const BLANK = drawn([...TITLE, ...HEAD, [1], [2], [3], [4], ...FOOT]);

function drawn(rows: Rows): Drawn {
  return { name: "慰问台账", rows, merges: ["A1:E1"] };
}

function filled(rows: Rows): Drawn {
  return withCell(drawn(rows), "A2", `填报单位：${UNITS[0]!}`);
}

const template = makeTemplate({
  name: "慰问",
  ...discoverForms(workbookOf(BLANK), { units: UNITS }),
  units: unitsNamed(UNITS),
  period: null,
  office: { bytes: new Uint8Array([1]), from: "xlsx" },
});

function read(...sheets: readonly Drawn[]): Submission {
  return readWith(template, ...sheets);
}

function readWith(of: Template, ...sheets: readonly Drawn[]): Submission {
  const workbook = { ...workbookOf(sheets[0]!), sheets: sheets.flatMap((each) => workbookOf(each).sheets) };
  return readSubmissions(workbook, { file: `${UNITS[0]!}.xlsx` }, of)[0]!;
}

function figures({ forms }: Submission): Record<string, unknown> {
  return Object.fromEntries(
    [...forms.values()].flatMap(({ lines }) =>
      [...lines].map(([code, { current }]) => [code.replace(/^.*?(记录数|合计)/, "$1"), current.value]),
    ),
  );
}

const found = ({ findings }: Submission): string[] =>
  findings.map(({ code, params }) => [codeText(code), params["variant"]].filter((each) => each).join(" "));

const EXPECTED = { 记录数: 3, "合计[人数]": 12, "合计[金额]": 3200 };

it("reads the records under their own headings", () => {
  expect(figures(read(filled([...TITLE, ...HEAD, ...RECORDS, ...FOOT])))).toEqual(EXPECTED);
});

it("takes everyday words for a heading, and says so", () => {
  const submission = read(filled([...TITLE, ["序号", "时间", "慰问对象类别", "人数", "金额"], ...RECORDS]));
  expect(figures(submission)).toEqual(EXPECTED);
  expect(submission.lists.values().next().value!.rows[0]!.cells.get("日期")!.value).toBe("2026-01-08");
  expect(found(submission)).toEqual(["D22 label"]);
});

it("reads two sets of columns side by side", () => {
  const beside = [...HEAD[0]!, ...HEAD[0]!];
  const rows: Rows = [...TITLE, beside, [...RECORDS[0]!, ...RECORDS[1]!], [...RECORDS[2]!], ...FOOT];
  expect(figures(read(filled(rows)))).toEqual(EXPECTED);
});

it("goes on behind the signatures of a page", () => {
  const rows: Rows = [
    ...TITLE,
    ...HEAD,
    ...RECORDS.slice(0, 2),
    ...FOOT,
    ...TITLE,
    ...HEAD,
    RECORDS[2]!,
    ...FOOT,
  ];
  expect(figures(read(filled(rows)))).toEqual(EXPECTED);
});

it("asks about a heading that counts in another measure", () => {
  const measured: Template = {
    ...template,
    lists: template.lists.map((list) => ({
      ...list,
      columns: list.columns.map((column) => (column.name === "金额" ? { ...column, measure: "元" } : column)),
    })),
  };
  const head: Rows = [["序号", "日期", "慰问对象类别", "人数", "金额（万元）"]];
  const submission = readWith(measured, filled([...TITLE, ...head, ...RECORDS]));
  expect(found(submission)).toContain("D34 heading");
});

it("says that columns were exchanged", () => {
  const rows: Rows = [...HEAD, ...RECORDS].map(([n, day, who, count, money]) => [
    n!,
    day!,
    who!,
    money!,
    count!,
  ]);
  const submission = read(filled([...TITLE, ...rows]));
  expect(figures(submission)).toEqual(EXPECTED);
  expect(found(submission)).toEqual(["D20 moved"]);
});

it("lists records that a second sheet has once more in 模板外", () => {
  const sheet = filled([...TITLE, ...HEAD, ...RECORDS, ...FOOT]);
  const submission = read(sheet, { ...sheet, name: "慰问台账 (2)" });
  expect(figures(submission)).toEqual(EXPECTED);
  const off = submission.offTemplate
    .filter(({ place }) => place.sheet === "慰问台账 (2)")
    .map(({ raw }) => raw);
  expect(off).toEqual(expect.arrayContaining(["困难党员", "1500", "2026-02-01"]));
});

it("keeps words beside the records for 模板外", () => {
  const submission = read(
    withColumn(filled([...TITLE, ...HEAD, ...RECORDS]), 5, (row) => (row === 4 ? "已补报" : null)),
  );
  expect(figures(submission)).toEqual(EXPECTED);
  expect(submission.offTemplate.map(({ raw }) => raw)).toEqual(["已补报"]);
});

it("asks about a row of totals that is not what its records come to", () => {
  const total = (label: string, count: number, money: number): Rows => [[label, null, null, count, money]];
  const of = (...rows: readonly Rows[]): string[] =>
    read(filled([...TITLE, ...HEAD, ...rows.flat(), ...FOOT])).findings.map(
      ({ code, place }) => `${codeText(code)} ${place.cell}`,
    );
  const [first, second, third] = RECORDS as [Rows[0], Rows[0], Rows[0]];
  expect(of(RECORDS, total("合计", 12, 3200))).toEqual([]);
  expect(
    of([first, second], total("小计", 8, 2400), [third], total("小计", 4, 800), total("合计", 12, 3200)),
  ).toEqual([]);
  expect(
    of([first, second], total("小计", 8, 2400), [third], total("小计", 4, 900), total("合计", 12, 3300)),
  ).toEqual(["D27 E8", "D27 E9"]);
  expect(of(RECORDS, total("合计", 13, 3200))).toEqual(["D27 D7"]);
});
