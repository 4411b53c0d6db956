import { countyWorkbookPlan } from "../../src/county-workbook/county-workbook";
import type { ChartSeries, ChartSpec, Template } from "../../src/template/template";
import { absoluteReference } from "../../src/workbook/address";
import type { CellsOnSheet, ChartPlan, PlanCell, WorkbookPlan } from "../../src/workbook/plan";
import { county } from "../consolidation/small-county";
import { lastYear, submissions, template, zh } from "./full-county";
import { differences } from "./recomputed";
import { sampleCountyWorkbook } from "./sample-workbook";
import { cellOf, sheetOf } from "./seen";

/** What a chart shows: the values of the cells that its areas name. */
function shown(plan: WorkbookPlan, { sheet, area }: CellsOnSheet): PlanCell["value"][] {
  const own = sheetOf(plan, sheet);
  return Array.from(
    { length: area.bottom - area.top + 1 },
    (_, i) => cellOf(own, area.top + i, area.left)?.value ?? null,
  );
}

const chartsOf = (plan: WorkbookPlan): readonly ChartPlan[] => sheetOf(plan, "图表").charts ?? [];

function chartNamed(plan: WorkbookPlan, id: string): ChartPlan {
  const chart = chartsOf(plan).find(({ name }) => name === `chart-${id}`);
  if (!chart) throw new Error(`no chart ${id}`);
  return chart;
}

const table = (plan: WorkbookPlan, chart: ChartPlan) => ({
  categories: shown(plan, chart.categories),
  series: chart.series.map((series) => ({
    name: shown(plan, series.name)[0],
    values: shown(plan, series.values),
  })),
});

describe("the charts of the sample county", () => {
  it("are all that the template defines, each over cells that hold figures", async () => {
    const { plan } = await sampleCountyWorkbook();
    expect(chartsOf(plan).map(({ name }) => name)).toEqual(template.charts.map(({ id }) => `chart-${id}`));
    for (const chart of chartsOf(plan)) {
      const { categories, series } = table(plan, chart);
      expect(categories.length).toBeGreaterThan(0);
      for (const { name, values } of series) {
        expect(typeof name).toBe("string");
        expect(values).toHaveLength(categories.length);
        expect(values.some((value) => typeof value === "number")).toBe(true);
      }
    }
  });

  it("have names for their cells, for charts that staff draw themselves", async () => {
    const { plan } = await sampleCountyWorkbook();
    const { categories, series } = chartNamed(plan, "五好率");
    const named = new Map(plan.names.map(({ name, refersTo }) => [name, refersTo]));
    expect(named.get("图_五好率_类别")).toBe(absoluteReference(categories.sheet, categories.area));
    expect(named.get("图_五好率_1")).toBe(absoluteReference(series[0]!.values.sheet, series[0]!.values.area));
    expect(sheetOf(plan, "图表数据").cells.map(({ value }) => value)).toContain(
      "自己另做图表，可用这些名称：图_五好率_类别、图_五好率_1、图_五好率_2",
    );
  });

  it("show the rate of every unit that has organisations, the county's across them", async () => {
    const { plan, consolidation } = await sampleCountyWorkbook();
    const { categories, series } = table(plan, chartNamed(plan, "五好率"));
    const [rates, countyRate] = series.map(({ values }) => values.map(Number));
    expect(categories).toHaveLength(22);
    expect(rates).toEqual([...rates!].sort((a, b) => b - a));
    expect(new Set(countyRate!.map((value) => value.toFixed(1)))).toEqual(new Set(["80.7"]));
    const unit = categories[5] as string;
    const value = (code: string): number =>
      Number(consolidation.totals.get(code)!.contributions.find((each) => each.unit === unit)!.value);
    expect(rates![5]).toBeCloseTo((value("0112") / value("0102")) * 100, 10);
  });

  it("split the volunteers and the donations as published", async () => {
    const { plan } = await sampleCountyWorkbook();
    const kinds = table(plan, chartNamed(plan, "五老构成")).series[0]!.values.map(Number);
    expect(kinds.reduce((a, b) => a + b, 0)).toBe(2503);
    const donations = table(plan, chartNamed(plan, "捐款来源"));
    expect(donations.series[0]!.values).toEqual([204_000, 152_000]);
  });

  it("begin at nothing, have a title, and say in words what they show", async () => {
    const { plan } = await sampleCountyWorkbook();
    for (const { axisMinimum, title, description } of chartsOf(plan)) {
      expect(axisMinimum).toBe(0);
      expect(title).toMatch(/\p{Script=Han}/u);
      expect(description).toMatch(/。$/);
    }
  });

  it("stand each in a row of their own, none upon another", async () => {
    const { plan } = await sampleCountyWorkbook();
    const anchors = chartsOf(plan).map(({ anchor }) => anchor);
    for (const [i, a] of anchors.entries()) {
      expect(a.top).toBe(a.bottom);
      for (const b of anchors.slice(i + 1)) {
        expect(a.top !== b.top || a.right < b.left || b.right < a.left).toBe(true);
      }
    }
  });
});

describe("charts on paper", () => {
  it("fill their pages, with level labels and names that read downwards where there is no room", async () => {
    const { plan } = await sampleCountyWorkbook();
    const { rows } = sheetOf(plan, "图表");
    const page = rows!.filter(({ row }) => row < 6).reduce((sum, { height = 0 }) => sum + height, 0);
    expect(page).toBeGreaterThan(700);
    expect(page).toBeLessThan(734);
    const upright = chartsOf(plan).filter(({ uprightNames }) => uprightNames);
    expect(upright.map(({ name }) => name.slice(6))).toEqual([
      ...["五好率", "组织数", "五老人数", "各单位捐款", "结对帮扶", "稿件"],
    ]);
  });

  it("draw no line from one unit to the next", async () => {
    const { plan } = await sampleCountyWorkbook();
    const drawn = chartsOf(plan).flatMap((chart) => chart.series.filter(({ kind }) => kind === "line"));
    expect(drawn).toHaveLength(3);
    for (const { points, dashed } of drawn) expect(points ?? dashed).toBe(true);
  });

  it("show how many units of each type have reported, where all have the same state", async () => {
    const { plan } = await sampleCountyWorkbook();
    const { categories, series: rows } = table(plan, chartNamed(plan, "上报情况"));
    expect(categories).toEqual(["街道", "镇", "乡", "部门", "本级"].map((type) => `${type}（已通过）`));
    expect(rows[0]!.values.map(Number).reduce((a, b) => a + b)).toBe(22);
  });
});

const series = (value: string, more: Partial<ChartSeries> = {}): ChartSeries => ({
  title: value,
  value,
  draw: "bars",
  secondAxis: false,
  labels: false,
  ...more,
});

/** A county workbook with one chart of its own. */
function withChart(
  chart: Partial<ChartSpec> & Pick<ChartSpec, "by" | "series">,
  known = true,
  units = template.units,
  register = template.units,
): WorkbookPlan {
  const spec: ChartSpec = {
    id: "own",
    title: "自定图表",
    kind: "column",
    grouping: "clustered",
    units: ["T", "D", "H"],
    order: "register",
    half: false,
    ...chart,
  };
  const own: Template = { ...template, units: register, charts: [spec] };
  return countyWorkbookPlan(
    county(submissions(units), { template: own, lastYear: known ? lastYear() : null }),
    zh,
  );
}

const own = (plan: WorkbookPlan) => table(plan, chartNamed(plan, "own"));

describe("a chart of the office's own", () => {
  it("by kind of unit adds up the units of the kind, and counts those that answer yes", () => {
    const plan = withChart({ by: "unitKind", series: [series("0201"), series("1001")] });
    const { categories, series: rows } = own(plan);
    expect(categories).toEqual(["乡镇街道", "市直部门", "市本级"]);
    const { totals } = county(submissions(), { template });
    const sum = rows[0]!.values.map(Number).reduce((a, b) => a + b, 0);
    expect(sum).toBe(totals.get("0201")!.value);
    expect(rows[1]!.values.map(Number).reduce((a, b) => a + b, 0)).toBe(totals.get("1001")!.value);
    expect(differences(plan)).toEqual([]);
  });

  it("by year sets last year beside this one", () => {
    const plan = withChart({ by: "year", series: [series("0201"), series("0112/0102*100")] });
    const { categories, series: rows } = own(plan);
    expect(categories).toEqual(["2019", "2020"]);
    const { totals } = county(submissions(), { template, lastYear: lastYear() });
    expect(rows[0]!.values).toEqual([lastYear().totals.get("0201"), totals.get("0201")!.value]);
    expect(differences(plan)).toEqual([]);
  });

  it("sets only those units of last year beside this one that have reported", () => {
    const present = template.units.slice(0, 4);
    const of = (chart: Pick<ChartSpec, "by" | "series">) => withChart(chart, true, present);
    const two = [series("上年(0201)"), series("0201")];
    const [years, units, kinds] = [of({ by: "year", series: [series("0201")] }), of({ by: "unit", series: two }), of({ by: "unitKind", series: two })]; // prettier-ignore
    const before = present.map(({ name }) => lastYear().units.get(name)!.get("0201")!);
    const sum = before.reduce((a, b) => a + b, 0);
    expect(own(years).categories).toEqual(["2019（已计入单位）", "2020"]);
    expect(own(years).series[0]!.values[0]).toBe(sum);
    expect(own(units).series[0]!.values).toEqual(before);
    expect(own(kinds).series[0]!.values).toEqual([sum, 0, 0]);
    for (const plan of [years, units, kinds]) expect(differences(plan)).toEqual([]);
  });

  it("shows the first few, in the order wanted, with a target and the mean of what is shown", () => {
    const plan = withChart({
      by: "unit",
      units: ["T"],
      order: "ascending",
      orderBy: "0201",
      top: 4,
      series: [
        series("0201"),
        series("60", { draw: "line", reference: "target" }),
        series("0201", { draw: "line", reference: "average" }),
      ],
    });
    const { categories, series: rows } = own(plan);
    const values = rows[0]!.values.map(Number);
    expect(categories).toHaveLength(4);
    expect(values).toEqual([...values].sort((a, b) => a - b));
    expect(rows[1]!.values).toEqual([60, 60, 60, 60]);
    expect(Number(rows[2]!.values[0])).toBeCloseTo(values.reduce((a, b) => a + b, 0) / 4, 10);
    expect(differences(plan)).toEqual([]);
  });

  const many = Array.from({ length: 30 }, (_, i) => {
    const unit = template.units[i % template.units.length]!;
    return { ...unit, code: `X${i}`, name: `第${i}个${unit.name}` };
  });

  it("of more units than have room shows the first twenty and the mean of the others", () => {
    const chart = {
      by: "unit",
      order: "descending",
      series: [series("0201"), series("上年(0201)")],
    } as const;
    const plan = withChart(chart, true, many, many);
    const { categories, series: rows } = own(plan);
    expect(categories).toHaveLength(21);
    expect(categories[20]).toBe("其余10个平均");
    const all = submissions(many).map(({ forms }) => forms.get("关工02")!.lines.get("0201")!.current!.value);
    const rest = all.map(Number).sort((a, b) => b - a).slice(20); // prettier-ignore
    expect(rows[0]!.values[20]).toBeCloseTo(rest.reduce((a, b) => a + b) / 10, 9);
    expect(differences(plan)).toEqual([]);
  });

  it("of the rates of so many units shows how many are between which bounds", () => {
    const chart = { by: "unit", order: "descending", series: [series("0112/0102*100")] } as const;
    const plan = withChart(chart, true, many, many);
    const { categories, series: rows } = own(plan);
    expect(categories.length).toBeLessThanOrEqual(11);
    expect(rows.map(({ name }) => name)).toEqual(["单位数（个）"]);
    expect(rows[0]!.values.map(Number).reduce((a, b) => a + b)).toBe(30);
    expect(chartNamed(plan, "own").title).toBe("自定图表：各档有多少个单位");
    expect(differences(plan)).toEqual([]);
  });

  it("of lines over months stays one, over units it becomes columns", () => {
    const line = { kind: "line", series: [series("0201", { draw: "line" })] } as const;
    expect(chartNamed(withChart({ by: "year", ...line }), "own").kind).toBe("line");
    const units = chartNamed(withChart({ by: "unit", ...line }), "own");
    expect([units.kind, units.series[0]!.kind]).toEqual(["column", undefined]);
  });

  it("leaves out last year where it is not known, and a chart that has nothing else", () => {
    const both = withChart({ by: "unit", series: [series("上年(0201)"), series("0201")] }, false);
    expect(own(both).series.map(({ name }) => name)).toEqual(["0201"]);
    const plan = withChart({ by: "unit", series: [series("上年(0201)")] }, false);
    expect(plan.sheets.some(({ name }) => name === "图表")).toBe(false);
  });

  it("leaves out what the template no longer knows", () => {
    const plan = withChart({ by: "line", series: [series("0201,0202")] });
    expect(own(plan).categories).toEqual(["五老志愿者总数", "老干部"]);
    expect(
      withChart({ by: "unit", series: [series("没有的指标")] }).sheets.some(({ name }) => name === "图表"),
    ).toBe(false);
  });
});
