/** Columns of our own forms are data of the template: what they are called and where they are. */
import type { Form, FormColumn, FormColumnRole, Template } from "../../src/template/template";
import { columnsOf } from "../../src/template/form-columns";
import { submissionPlan } from "../../src/template/submission-plan";
import { workbookFromPlan } from "../../src/workbook/from-plan";
import type { WorkbookPlan } from "../../src/workbook/plan";
import { readSubmissions } from "../../src/intake/read-submissions";
import { cleanPlan, contentOf, found, readPlan, TEMPLATE, unitCalled } from "./clean";

type Change = Readonly<Partial<Record<FormColumnRole, Partial<FormColumn>>>>;

/** The built-in template with other columns in its forms, the cover excepted. */
function templateWith(change: Change, order?: (a: FormColumn, b: FormColumn) => number): Template {
  const withChange = (form: Form): Form => {
    if (form.layout !== "table") return form;
    const columns = columnsOf(form).map((column) => ({ ...column, ...change[column.role] }));
    return { ...form, columns: order ? columns.sort(order) : columns };
  };
  return { ...TEMPLATE, forms: TEMPLATE.forms.map(withChange) };
}

const read = (plan: WorkbookPlan, template: Template) =>
  readSubmissions(workbookFromPlan(plan), { file: "台上镇.xlsx" }, template)[0]!;

const figures = ({ forms }: ReturnType<typeof read>) =>
  [...forms.values()].flatMap(({ lines }) =>
    [...lines.values()].map(({ code, current, lastYear, reason }) => [
      code,
      current.value,
      lastYear?.value,
      reason,
    ]),
  );

const before = readPlan(cleanPlan())[0]!;
const HEADINGS = { value: "实绩", lastYear: "往期实绩", note: "情况" } as const;

describe("a template whose forms head their columns otherwise", () => {
  const template = templateWith({
    value: { heading: HEADINGS.value },
    lastYear: { heading: HEADINGS.lastYear },
    note: { heading: HEADINGS.note },
  });
  const plan = submissionPlan(template, contentOf(unitCalled("台上镇")));

  it("is issued so and read so, without a remark", () => {
    const heads = plan.sheets.find(({ name }) => name === "关工05")!.cells.map(({ value }) => value);
    expect(heads).toEqual(expect.arrayContaining(Object.values(HEADINGS)));
    expect(heads).not.toContain("本年");
    expect(figures(read(plan, template))).toEqual(figures(before));
    expect(found(read(plan, template))).toEqual(found(before));
  });

  it("alone knows these headings", () => {
    expect(figures(read(plan, TEMPLATE))).toEqual([]);
  });
});

it("a form with last year's column before this year's is issued and read in that order", () => {
  const place: Partial<Record<FormColumnRole, number>> = { value: 6, lastYear: 5 };
  const at = ({ role }: FormColumn): number =>
    place[role] ?? columnsOf(TEMPLATE.forms[1]!).findIndex((column) => column.role === role) + 1;
  const template = templateWith({}, (a, b) => at(a) - at(b));
  const plan = submissionPlan(template, contentOf(unitCalled("台上镇")));
  const submission = read(plan, template);
  expect(figures(submission)).toEqual(figures(before));
  expect(found(submission)).toEqual(found(before));
  expect(submission.forms.get("关工05")!.lines.get("0501")!.current.place.cell).toBe("F7");
});

it("a further heading of a column is recognised where a unit writes it, and mentioned", () => {
  const template = templateWith({
    value: { otherHeadings: [HEADINGS.value] },
    lastYear: { otherHeadings: [HEADINGS.lastYear] },
  });
  const typed = new Map<unknown, string>([
    ["本年", HEADINGS.value],
    ["上年", HEADINGS.lastYear],
  ]);
  const plan = cleanPlan();
  const sheets = plan.sheets.map((sheet) =>
    sheet.name === "关工05"
      ? {
          ...sheet,
          cells: sheet.cells.map((cell) => ({ ...cell, value: typed.get(cell.value) ?? cell.value })),
        }
      : sheet,
  );
  const submission = read({ ...plan, sheets }, template);
  expect(figures(submission)).toEqual(figures(before));
  expect(found(submission)).toEqual([...found(before), "D22 关工05!E5", "D22 关工05!F5"]);
  expect(read({ ...plan, sheets }, TEMPLATE).forms.has("关工05")).toBe(false);
});
