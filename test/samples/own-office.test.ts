import { officeCounty, officeSession, officeTemplate } from "../fixtures/own-office";

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
    const session = officeSession(template, period);
    const county = session.consolidate()!;
    expect(county.findings).toEqual([]);
    return (item: string) => county.totals.get(item)!.value as number;
  });
  const [may, june] = totals as [(item: string) => number, (item: string) => number];
  expect(june("02[3]")).toBe(may("02[3]") + june("02[2]"));
});

it("shows first what was done, not what was planned, and whole numbers without decimals", async () => {
  const template = await officeTemplate();
  const items = template.forms.flatMap(({ indicators }) => indicators);
  expect(items.filter(({ headline }) => headline).map(({ code }) => code)).toEqual([
    "01[2]",
    "05[2]",
    "06[2]",
    "07[2]",
    "08[2]",
  ]);
  expect(template.charts[0]).toMatchObject({ title: "各单位服务老人总人次（本月）（人次）" });
  const plan = officeCounty(template, "2020-06");
  const cover = plan.sheets.find(({ name }) => name === "汇总说明")!.cells;
  const formatBeside = (label: string): string | undefined => {
    const { row } = cover.find(({ value }) => value === label)!;
    return cover.find((cell) => cell.row === row && cell.column === 1)!.style?.format;
  };
  expect(formatBeside("一、服务老人总人次 · 本月")).toBe("#,##0");
  expect(formatBeside("五、经费支出 · 本月")).toBe("#,##0.0#");
});
