/** Changes that mean nothing: looks, the order of sheets, notes beside the report. Nothing is to be found. */
import type { CellStyle, SheetPlan, WorkbookPlan } from "../../workbook/plan";
import { between, pick, shuffled } from "../random";
import type { Planted, Planter, PlantContext } from "./planter";

const harmless = (change: (plan: WorkbookPlan, context: PlantContext) => WorkbookPlan): Planter => ({
  defect: "harmless",
  reach: "workbook",
  plant: (plan, context): Planted => ({ plan: change(plan, context), expected: null }),
});

function restyled(plan: WorkbookPlan, { random }: PlantContext): WorkbookPlan {
  const looks: CellStyle = {
    font: pick(random, ["仿宋", "楷体", "微软雅黑"]),
    size: between(random, 9, 16),
    color: pick(random, ["FF0000", "000080", "333333"]),
    fill: pick(random, ["FFFFFF", "FFFF00", "E2EFDA"]),
    bold: random() < 0.5,
  };
  const change = (sheet: SheetPlan): SheetPlan => ({
    ...sheet,
    cells: sheet.cells.map((cell) =>
      random() < 0.5 ? { ...cell, style: { ...cell.style, ...looks } } : cell,
    ),
    columns: (sheet.columns ?? []).map((column) => ({ ...column, width: between(random, 3, 40) })),
    rows: (sheet.rows ?? []).map((row) => ({ ...row, height: between(random, 12, 60) })),
    tabColor: "00B050",
  });
  return { ...plan, sheets: plan.sheets.map(change) };
}

function reordered(plan: WorkbookPlan, { random }: PlantContext): WorkbookPlan {
  return { ...plan, sheets: shuffled(random, plan.sheets) };
}

function withNotes(plan: WorkbookPlan, { random }: PlantContext): WorkbookPlan {
  const lines = [
    "填报情况说明",
    "1. 本镇今年新建小区较多，关工小组相应增加。",
    "2. 五老名册已在年底更新，共核对三遍。",
    "3. 捐款收据存镇财政所，可供查阅。",
  ];
  const notes: SheetPlan = {
    name: pick(random, ["说明", "Sheet1", "草稿"]),
    cells: lines.map((value, row) => ({ row, column: 0, value })),
  };
  const at = between(random, 0, plan.sheets.length);
  return { ...plan, sheets: [...plan.sheets.slice(0, at), notes, ...plan.sheets.slice(at)] };
}

/** A remark for a colleague, stuck to a cell. */
function withComments(plan: WorkbookPlan, { random }: PlantContext): WorkbookPlan {
  const sheets = plan.sheets.map((sheet) => ({
    ...sheet,
    comments: [{ row: between(random, 6, 12), column: 4, text: "请李主任再核对一次" }],
  }));
  return { ...plan, sheets };
}

export const harmlessPlanters: readonly Planter[] = [restyled, reordered, withNotes, withComments].map(
  harmless,
);
