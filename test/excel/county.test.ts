import { openWorkbook } from "../../src/excel/open-workbook";
import type { RenderOptions, RenderOutcome } from "../../src/ports/ports";
import { createSimulatedExcel, type SimulatedExcel } from "../excel-host";
import { differences } from "./differences";
import { sampleCountyPlan, sheetNames } from "./sample-county-plan";

const plan = sampleCountyPlan();
const SHEETS = sheetNames(plan);

const render = (options: Partial<RenderOptions> = {}): Promise<RenderOutcome> =>
  openWorkbook().render(plan, { own: SHEETS, ...options });

/** A workbook that already holds the county of a session in which two units were missing. */
async function earlierCounty() {
  // Only from 1.15 on does a chart tell where its values come from.
  const excel = createSimulatedExcel({ sheets: ["工作安排"], apiLevel: "1.15" });
  excel.workbook.sheet("工作安排").type("A1", "周一开会");
  const earlier = sampleCountyPlan(["台上镇", "财源镇"]);
  await (await openWorkbook().render(earlier, { own: [] })).keep();
  return excel;
}

// The machine that runs this may be busy with other things.
jest.setTimeout(120_000);

describe("the whole county workbook in the open workbook, written and written again", () => {
  let excel: SimulatedExcel;
  const written: {
    outcome: RenderOutcome;
    syncs: number;
    snapshot: ReturnType<SimulatedExcel["snapshot"]>;
  }[] = [];
  beforeAll(async () => {
    excel = createSimulatedExcel({ platform: "web" });
    for (const own of [[], SHEETS]) {
      const before = excel.host.syncs.length;
      const outcome = await render({ own });
      const syncs = excel.host.syncs.length - before;
      await outcome.keep();
      written.push({ outcome, syncs, snapshot: excel.snapshot() });
    }
  });

  it("takes at most 20 requests each time, each below 5 MB", () => {
    expect(written[0]!.outcome).toMatchObject({ added: SHEETS, replaced: [], wrongCharts: [] });
    expect(written[1]!.outcome).toMatchObject({ added: [], replaced: SHEETS, wrongCharts: [] });
    for (const { syncs } of written) expect(syncs).toBeLessThanOrEqual(20);
    for (const { requestBytes, responseBytes } of excel.host.batches) {
      expect(Math.max(requestBytes, responseBytes)).toBeLessThan(5 * 1024 * 1024);
    }
    expect([...excel.host.unimplemented]).toEqual([]);
  });

  it("shows in every cell the value of the plan, computed by its formula where it has one", () => {
    const wrong = plan.sheets.flatMap(({ name, cells }) => {
      const sheet = excel.workbook.sheet(name);
      return cells
        .map((cell) => ({ ...cell, sheet: name, found: sheet.valueAt(cell.row, cell.column) }))
        .filter(({ value, found }) => !isSame(value, found))
        .map(({ sheet: on, row, column, value, found, formula }) => ({
          on,
          row,
          column,
          value,
          found,
          formula,
        }));
    });
    expect(wrong.slice(0, 10)).toEqual([]);
  });

  it("has every chart of the plan, drawn from the cells that the plan names", () => {
    const planned = plan.sheets.flatMap(({ charts = [] }) => charts);
    expect(planned.length).toBeGreaterThan(5);
    for (const chart of planned) {
      const [first] = chart.series;
      const drawn = chartNamed(excel, chart.name);
      expect(drawn.title).toBe(chart.title);
      expect(drawn.series).toHaveLength(chart.series.length);
      expect(drawn.series[0]!.values).toHaveLength(cellsIn(first!.values.area));
      expect(drawn.series[0]!.categories.every((label) => label !== "")).toBe(true);
    }
  });

  it("changes nothing when it is written again", () => {
    expect(differences(written[0]!.snapshot, written[1]!.snapshot)).toEqual([]);
  });
});

describe("the whole county workbook over an earlier one", () => {
  it("fills the charts that stand there, makes no second ones, and can be undone to the last cell", async () => {
    const excel = await earlierCounty();
    const before = excel.snapshot();
    const ids = chartIds(excel);
    const outcome = await render();
    expect(chartIds(excel)).toEqual(ids);
    expect(differences(before, excel.snapshot())).not.toEqual([]);
    await outcome.undo();
    expect(differences(before, excel.snapshot())).toEqual([]);
  });

  it("is written by an Excel of the oldest requirement set that the manifest allows", async () => {
    const excel = createSimulatedExcel({ apiLevel: "1.14" });
    await expect(render({ own: [] })).resolves.toMatchObject({ wrongCharts: [] });
    expect(excel.workbook.sheetNames).toEqual(expect.arrayContaining(SHEETS));
  });
});

describe("when Excel refuses half way", () => {
  // Every request of a small plan fails in render.test.ts; here the one that writes the sheets and the one that fills charts.
  it("puts back every cell, name, view and chart of the county", async () => {
    const excel = await earlierCounty();
    const before = excel.snapshot();
    for (const batch of [3, 6]) {
      excel.switches.failBatch({ batch, when: "halfWay" });
      await expect(render()).rejects.toMatchObject({ error: { code: "H09" } });
      expect(differences(before, excel.snapshot())).toEqual([]);
    }
  });
});

function chartIds(excel: SimulatedExcel): string[] {
  return SHEETS.flatMap((name) => excel.workbook.sheet(name).charts.map(({ id }) => id));
}

function isSame(planned: unknown, found: unknown): boolean {
  if (typeof planned === "number" && typeof found === "number")
    return Math.abs(planned - found) <= 1e-9 * Math.max(1, Math.abs(planned));
  return (planned ?? "") === found;
}

function chartNamed(excel: SimulatedExcel, name: string) {
  const sheet = plan.sheets.find(({ charts = [] }) => charts.some((chart) => chart.name === name))!;
  return excel.workbook.sheet(sheet.name).chart(name);
}

function cellsIn({
  top,
  left,
  bottom,
  right,
}: {
  top: number;
  left: number;
  bottom: number;
  right: number;
}): number {
  return (bottom - top + 1) * (right - left + 1);
}
