/** A session that nobody attends holds what files reported, and not their workbooks: it comes to the same. */
import { SessionModel } from "../../src/app/session-model";
import { reduced } from "../../src/app/sources";
import { withPackedLists } from "../../src/app/pack-lists";
import { readSubmissions } from "../../src/intake/read-submissions";
import type { ReadResult } from "../../src/ports/ports";
import { builtInTemplate } from "../../src/template/builtin";
import { workbookFromPlan } from "../../src/workbook/from-plan";
import { changed, faulty, planOf } from "../taskpane/a-county";

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
    const packed = withPackedLists(submission!);
    expect(packed.lists.size).toBeGreaterThan(3);
    for (const [id, { list, sheet, rows }] of submission!.lists) {
      const again = packed.lists.get(id)!;
      expect({ list: again.list, sheet: again.sheet, rows: again.rows }).toEqual({ list, sheet, rows });
    }
  }
});
