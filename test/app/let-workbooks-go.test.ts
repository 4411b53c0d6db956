/** A session that nobody attends holds what files reported, and not their workbooks: it comes to the same. */
import { SessionModel } from "../../src/app/session-model";
import { reduced } from "../../src/app/sources";
import { packed, SharedTexts } from "../../src/app/pack-submission";
import { readSubmissions } from "../../src/intake/read-submissions";
import type { ReadResult } from "../../src/ports/ports";
import { builtInTemplate } from "../../src/template/builtin";
import { workbookFromPlan } from "../../src/workbook/from-plan";
import type { Entry, ListRow, Submission } from "../../src/intake/submission";
import { changed, faulty, planOf } from "../taskpane/a-county";
import fc from "../tooling/properties";

const UNITS = ["台上镇", "青石镇", "市教育局"] as const;

function sent(): ReadResult[] {
  const plans = [
    ...UNITS.slice(1).map((unit) => ({ file: `${unit}.xlsx`, plan: planOf(unit) })),
    { file: "台上镇.xlsx", plan: faulty() },
    { file: "台上镇 - 副本.xlsx", plan: faulty() },
    { file: "青石镇2.xlsx", plan: changed(planOf("青石镇"), { "关工02!E7": 130 }) },
  ];
  return plans.map(({ file, plan }) => ({ file, ok: true, workbook: workbookFromPlan(plan), notices: [] }));
}

function sessionOf(keepsWorkbooks: boolean): SessionModel {
  const model = new SessionModel({ template: builtInTemplate, keepsWorkbooks });
  for (const result of sent()) model.take([result]);
  return model;
}

describe("a session that lets workbooks go", () => {
  const [holding, lettingGo] = [sessionOf(true), sessionOf(false)];

  it("holds none of them", () => {
    expect(holding.workbookOf("青石镇.xlsx")).not.toBeNull();
    expect(lettingGo.workbookOf("青石镇.xlsx")).toBeNull();
  });

  it("finds and counts the same", () => {
    const [all, few] = [holding.assess(), lettingGo.assess()];
    expect(few.findings).toEqual(all.findings);
    expect(few.reported).toEqual(all.reported);
    expect(few.reported.map(({ status }) => status)).toContain("copy");
    expect(few.reported.map(({ status }) => status)).toContain("duplicate");
  });

  it("comes to the same totals and knows the files again", () => {
    const [all, few] = [holding.consolidate()!, lettingGo.consolidate()!];
    expect(few.totals).toEqual(all.totals);
    expect(few.findings).toEqual(all.findings);
    expect(few.marks).toEqual(all.marks);
  });

  it("holds a workbook in which nothing of the template is", () => {
    const plan = { sheets: [{ name: "通讯录", cells: [{ row: 0, column: 0, value: "通讯录" }] }], names: [] };
    const other: ReadResult = { file: "a.xlsx", ok: true, workbook: workbookFromPlan(plan), notices: [] };
    expect(reduced(other, builtInTemplate)).toBe(other);
  });
});

it("has the same rows in a list that was written down as a text", () => {
  for (const unit of UNITS) {
    const [submission] = readSubmissions(workbookFromPlan(planOf(unit)), { file: "a.xlsx" }, builtInTemplate);
    const small = packed(submission!, new SharedTexts());
    expect(small.lists.size).toBeGreaterThan(3);
    expect(small.forms).toEqual(submission!.forms);
    for (const [id, { list, sheet, rows }] of submission!.lists) {
      const again = small.lists.get(id)!;
      expect({ list: again.list, sheet: again.sheet, rows: again.rows }).toEqual({ list, sheet, rows });
    }
  }
});

it("has them whatever their cells are, wherever they stand", () => {
  const columns = ["日期", "名称", "金额"] as const;
  const value = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter((each) => !Object.is(each, -0)),
    fc.boolean(),
    fc.string({ unit: "grapheme" }),
    fc.constant(null),
  );
  const entry = fc.record({
    raw: fc.oneof(value.map(String), fc.constant("")),
    value,
    state: fc.constantFrom("filled", "blank", "notApplicable", "refused"),
    approximate: fc.boolean(),
    steps: fc.array(fc.constantFrom("D35", "D36"), { maxLength: 2 }),
    cell: fc.option(fc.constantFrom("A1", "B2", "B3", "C3", "D7")),
    formula: fc.option(fc.constantFrom("SUM(A1:A3)")),
  });
  const plain = value.map((each) => ({
    raw: each === null ? "" : String(each),
    value: each,
    state: each === null ? ("blank" as const) : ("filled" as const),
    approximate: false,
    steps: [],
    cell: null,
    formula: null,
  }));
  const row = fc.record(Object.fromEntries(columns.map((name) => [name, fc.option(fc.oneof(plain, entry))])));
  fc.assert(
    fc.property(fc.array(row, { maxLength: 6 }), (all) => {
      const rows = all.map((cells, i): ListRow => ({
        row: i,
        cells: new Map(
          columns.flatMap((name, c): [string, Entry][] => {
            const made = cells[name];
            if (!made) return [];
            const { cell, formula, ...rest } = made;
            const place = { file: "a.xlsx", sheet: "捐助", cell: cell ?? `${"BCD"[c]!}${i + 1}` };
            return [[name, { ...rest, place, ...(formula === null ? {} : { formula }) }]];
          }),
        ),
      }));
      const lists = new Map([["捐助", { list: "捐助", sheet: "捐助", rows }]]);
      const submission = { file: "a.xlsx", forms: new Map(), lists } as unknown as Submission;
      expect(packed(submission, new SharedTexts()).lists.get("捐助")!.rows).toEqual(rows);
    }),
  );
});
