/** What townships did to their workbooks, one thing at a time. */
import { codeText } from "../../src/findings/finding-code";
import type { PlanCell, SheetPlan } from "../../src/workbook/plan";
import { workbookFromPlan } from "../../src/workbook/from-plan";
import { readSubmissions } from "../../src/intake/read-submissions";
import { cleanPlan, readPlan, TEMPLATE } from "./clean";

const before = readPlan(cleanPlan())[0]!;

/** The submission with the sheets as changed, `[]` for one that is gone. */
function messy(change: (sheet: SheetPlan) => readonly SheetPlan[]) {
  const plan = cleanPlan();
  return readPlan({ ...plan, sheets: plan.sheets.flatMap(change) })[0]!;
}

const only = (name: string, change: (sheet: SheetPlan) => readonly SheetPlan[]) =>
  messy((sheet) => (sheet.name === name ? change(sheet) : [sheet]));

const cells = (sheet: SheetPlan, change: (cell: PlanCell) => PlanCell | null): SheetPlan => ({
  ...sheet,
  cells: sheet.cells.flatMap((cell) => change(cell) ?? []),
});

const values = (submission: typeof before, form: string) =>
  [...submission.forms.get(form)!.lines.values()].map(
    ({ code, current }) => `${code} ${String(current.value)}`,
  );

const said = ({ findings }: typeof before): string[] =>
  findings.map(({ class: cls, code, params, place }) =>
    [cls, `${codeText(code)}.${params["variant"] ?? ""}`, `${place.sheet ?? ""}!${place.cell ?? ""}`].join(
      " ",
    ),
  );

/** This year's figures of 关工05, E7 to E13. */
const isFigure = ({ row, column }: PlanCell): boolean => column === 4 && row > 5 && row < 13;

describe("a copy that was filled in, beside the sheet as it was issued", () => {
  const submission = only("关工05", (sheet) => [
    cells(sheet, (cell) => (isFigure(cell) ? null : cell)),
    { ...sheet, name: "关工05修改" },
  ]);

  it("is what the unit means", () => {
    expect(values(submission, "关工05")).toEqual(values(before, "关工05"));
    expect(said(submission)).toEqual(["note D18.renamed 关工05修改!"]);
  });
});

describe("a sheet of the unit's own", () => {
  const own = (value: string | number): SheetPlan => ({
    name: "补充情况",
    cells: [{ row: 0, column: 0, value }],
  });

  it("is named where it holds numbers, and passed over where it holds words", () => {
    const withSheet = (value: string | number) =>
      messy((sheet) => (sheet.name === "关工05" ? [sheet, own(value)] : [sheet]));
    expect(said(withSheet(35))).toEqual(["note D18.extra 补充情况!A1"]);
    expect(said(withSheet("捐款收据存镇财政所"))).toEqual([]);
  });
});

describe("a list", () => {
  it("that lost its headings is not called missing", () => {
    const submission = only("L4稿件", (sheet) => [cells(sheet, (cell) => (cell.row === 2 ? null : cell))]);
    expect(said(submission)).toEqual(["mustFix D18.headless L4稿件!"]);
  });

  it("with a date over several rows is said so, not by the date's serial", () => {
    const merge = { top: 3, left: 1, bottom: 4, right: 1 };
    const submission = only("L1活动", (sheet) => [{ ...sheet, merges: [...(sheet.merges ?? []), merge] }]);
    expect(said(submission)).toContain("explain D23.date L1活动!B4");
  });
});

describe("words that mean the same", () => {
  it("name a column and a line", () => {
    const submission = only("关工06", (sheet) => [
      cells(sheet, (cell) => {
        if (cell.column === 2) return null; // without codes
        const value = String(cell.value);
        if (value === "本年") return { ...cell, value: "全年合计" };
        return cell.column === 1 && cell.row > 5 ? { ...cell, value: value.replace("、", "和") } : cell;
      }),
    ]);
    expect(values(submission, "关工06")).toEqual(values(before, "关工06"));
  });
});

it("a .csv knows no formats: its numbers and dates are read without a word", () => {
  const plan = cleanPlan();
  const sheets = plan.sheets.map((sheet) =>
    cells(sheet, (cell) => ({
      ...cell,
      value: typeof cell.value === "number" && isFigure(cell) ? String(cell.value) : cell.value,
    })),
  );
  const workbook = workbookFromPlan({ ...plan, sheets });
  const read = (format: "csv" | "xlsx") => {
    const [submission] = readSubmissions({ ...workbook, format }, { file: "台上镇.csv" }, TEMPLATE);
    return new Set(submission!.findings.map(({ code }) => code));
  };
  expect([read("xlsx").has("D31"), read("csv").has("D31")]).toEqual([true, false]);
});
