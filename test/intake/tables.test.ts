import type { SheetPlan } from "../../src/workbook/plan";
import { cleanPlan, found, readPlan } from "./clean";

/** 关工05 with other sheets pasted onto it, each with its first cell at the row and column; their own sheets are gone. */
function pasted(places: Readonly<Record<string, readonly [row: number, column: number]>>) {
  const plan = cleanPlan();
  const isMoved = ({ name }: SheetPlan): boolean => name in places;
  const cells = plan.sheets.filter(isMoved).flatMap(({ name, cells: own }) => {
    const [down, right] = places[name]!;
    // Values only, and no hidden mark: as a person selects and pastes them.
    return own
      .filter(({ value }) => !String(value).startsWith("#"))
      .map(({ row, column, value, style }) => ({
        row: row + down,
        column: column + right,
        value,
        ...(style && { style }),
      }));
  });
  const sheets = plan.sheets
    .filter((sheet) => !isMoved(sheet))
    .map((sheet) => (sheet.name === "关工05" ? { ...sheet, cells: [...sheet.cells, ...cells] } : sheet));
  return readPlan({ ...plan, sheets })[0]!;
}

const figures = (submission: ReturnType<typeof pasted>, form: string) =>
  [...submission.forms.get(form)!.lines.values()].map(({ code, current, lastYear, reason }) => [
    code,
    current.value,
    lastYear?.value,
    reason,
  ]);

describe.each([
  ["side by side", { 关工06: [0, 10] }],
  ["side by side, some rows lower, without a column between", { 关工06: [3, 9] }],
  ["below each other", { 关工06: [20, 0], 关工03: [40, 0] }],
  ["above two that stand side by side", { 关工06: [20, 0], 关工03: [18, 12] }],
  ["beside a list that is below one", { 关工06: [0, 14], 关工03: [22, 14], L4稿件: [22, 0] }],
] as const)("tables on one sheet, %s", (_, places) => {
  const before = readPlan(cleanPlan())[0]!;
  const submission = pasted(places);

  it("are read as if each had a sheet of its own, and it is said once", () => {
    for (const form of ["关工03", "关工05", "关工06"])
      expect(figures(submission, form)).toEqual(figures(before, form));
    expect(submission.lists.get("L4")!.rows.map(({ cells }) => cells.get("标题")?.value)).toEqual(
      before.lists.get("L4")!.rows.map(({ cells }) => cells.get("标题")?.value),
    );
    expect(submission.offTemplate).toEqual([]);
    expect(found(submission)).toEqual(["D18 关工05!"]);
  });
});
