import { SessionModel } from "../../src/app/session-model";
import { officeCopies, officeTemplate } from "../fixtures/own-office";
import { workbookFromPlan } from "../../src/workbook/from-plan";

it("is one form, whose copies are without fault and agree with those of the month before", async () => {
  const template = await officeTemplate();
  const [form] = template.forms;
  expect(template.forms).toHaveLength(1);
  const columns = form!.own!.tables[0]!.columns.map(({ key, role }) => [key, role]);
  expect(columns).toEqual([
    ["1", "value"],
    ["2", "value"],
    ["3", "value"],
    ["4", "value"],
    ["5", "lastYear"],
    ["6", "note"],
  ]);
  const totals = ["2020-05", "2020-06"].map((period) => {
    const session = new SessionModel({ template });
    session.take(
      [...officeCopies(period)].map(([file, plan]) => ({
        file,
        ok: true,
        workbook: workbookFromPlan(plan),
        notices: [],
      })),
    );
    const county = session.consolidate()!;
    expect(county.findings).toEqual([]);
    return (item: string) => county.totals.get(item)!.value as number;
  });
  const [may, june] = totals as [(item: string) => number, (item: string) => number];
  expect(june("02[3]")).toBe(may("02[3]") + june("02[2]"));
});
