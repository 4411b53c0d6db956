/** Slips in lists, of their shape and of their records: D18, D20, D22, D26, D27, D30, D56, D59. */
import { listSheetName } from "../../template/list-sheet";
import type { SheetPlan, WorkbookPlan } from "../../workbook/plan";
import { between, pick, shuffled } from "../random";
import { editSheet, typeOver, withCell } from "./edit";
import { onSheet } from "./forms";
import { moved, rearrange } from "./mapping";
import type { Planter, PlantContext } from "./planter";
import { a1, cellIn, listSites, recordSites, type ListSites, type RecordSite } from "./sites";

function longLists(plan: WorkbookPlan, { template }: PlantContext, least: number): ListSites[] {
  return listSites(plan, template).filter(({ rows }) => rows.length >= least);
}

function deletedList(plan: WorkbookPlan, context: PlantContext) {
  const { sheet } = pick(
    context.random,
    listSites(plan, context.template).filter(({ list }) => !list.optional),
  );
  const sheets = plan.sheets.filter(({ name }) => name !== sheet);
  return { plan: { ...plan, sheets }, expected: { code: "D18", sheet: null, cell: null } };
}

function movedField(plan: WorkbookPlan, context: PlantContext) {
  const found = longLists(plan, context, 1);
  if (found.length === 0) return null;
  const { sheet, columns, headRow } = pick(context.random, found);
  const [, from] = pick(context.random, [...columns].slice(1));
  const to = [...columns.values()][0]!;
  return {
    plan: rearrange(plan, sheet, "column", moved(from, to)),
    expected: { code: "D20", sheet, cell: a1({ row: headRow, column: to }) },
  };
}

/** 时间 for 日期: what everybody calls it. */
function renamedField(plan: WorkbookPlan, context: PlantContext) {
  const found = longLists(plan, context, 1).filter(({ columns }) => columns.has("日期"));
  if (found.length === 0) return null;
  const { sheet, columns, headRow } = pick(context.random, found);
  const place = { row: headRow, column: columns.get("日期")! };
  return {
    plan: editSheet(plan, sheet, (each) => withCell(each, place, { value: "时间" })),
    expected: { code: "D22", sheet, cell: a1(place) },
  };
}

/** Harmless: a filter that was left on hides records. */
function filtered(plan: WorkbookPlan, context: PlantContext) {
  const found = longLists(plan, context, 2);
  if (found.length === 0) return null;
  const { sheet, headRow, rows, columns } = pick(context.random, found);
  const row = pick(context.random, rows);
  const hidden = editSheet(plan, sheet, (each) => ({
    ...each,
    rows: [...(each.rows ?? []).filter((other) => other.row !== row), { row, hidden: true }],
    autoFilter: { top: headRow, left: 0, bottom: rows.at(-1)!, right: Math.max(...columns.values()) },
  }));
  return { plan: hidden, expected: null };
}

const isFigure = (kind: string): boolean => kind === "whole" || kind === "amount";

/** 合计 below the records, in the first free row of the frame or between two records. */
function ownTotal(plan: WorkbookPlan, context: PlantContext) {
  const found = longLists(plan, context, 2).filter(({ list }) =>
    list.columns.some(({ kind, name }) => isFigure(kind) && name !== "起始年" && name !== "出生年"),
  );
  if (found.length === 0) return null;
  const { sheet: name, list, columns, rows } = pick(context.random, found);
  const sheet = plan.sheets.find((each) => each.name === name)!;
  const row = rows.at(-1)! + 1;
  const labelled = { row, column: pick(context.random, [0, columns.get(list.columns[1]!.name)!]) };
  const label = pick(context.random, ["合计", "小计", "合  计", "总计"]);
  let more = withCell(sheet, labelled, { value: label });
  for (const field of list.columns.filter(({ kind }) => isFigure(kind))) {
    const column = columns.get(field.name)!;
    const sum = rows.reduce((total, each) => total + Number(cellIn(sheet, each, column)?.value ?? 0), 0);
    more = withCell(
      more,
      { row, column },
      { value: sum, formula: `SUM(${a1({ row: rows[0]!, column })}:${a1({ row: row - 1, column })})` },
    );
  }
  return {
    plan: editSheet(plan, name, () => more),
    expected: { code: "D27", sheet: name, cell: a1(labelled) },
  };
}

/** The list runs on below the numbered frame: the frame ends before the last records. */
function overflowed(plan: WorkbookPlan, context: PlantContext) {
  const found = longLists(plan, context, 3);
  if (found.length === 0) return null;
  const { sheet, rows, columns } = pick(context.random, found);
  const from = rows[between(context.random, 1, rows.length - 1)]!;
  const open = editSheet(plan, sheet, (each) => ({
    ...each,
    cells: each.cells.map((cell) =>
      cell.column === 0 && cell.row >= from && typeof cell.value === "number"
        ? { ...cell, value: null }
        : cell,
    ),
  }));
  return {
    plan: open,
    expected: { code: "D30", sheet, cell: a1({ row: from, column: Math.min(...columns.values()) }) },
  };
}

/** The last records stand on a second sheet with the same head. */
function continued(plan: WorkbookPlan, context: PlantContext) {
  const found = longLists(plan, context, 3);
  if (found.length === 0) return null;
  const { sheet: name, list, rows, headRow, columns } = pick(context.random, found);
  const sheet = plan.sheets.find((each) => each.name === name)!;
  const from = rows[between(context.random, 1, rows.length - 1)]!;
  const shift = from - headRow - 1;
  const second: SheetPlan = {
    name: `${listSheetName(list)}续`,
    cells: sheet.cells
      .filter(
        ({ row, column }) => column <= Math.max(...columns.values()) && (row === headRow || row >= from),
      )
      .filter(({ row }) => row <= rows.at(-1)!)
      .map((cell) => (cell.row === headRow ? cell : { ...cell, row: cell.row - shift })),
  };
  const first: SheetPlan = {
    ...sheet,
    cells: sheet.cells.map((cell) => (cell.column > 0 && cell.row >= from ? { ...cell, value: null } : cell)),
  };
  const sheets = plan.sheets.flatMap((each) => (each === sheet ? [first, second] : [each]));
  const place = a1({ row: headRow + 1, column: Math.min(...columns.values()) });
  return { plan: { ...plan, sheets }, expected: { code: "D30", sheet: second.name, cell: place } };
}

/** A donation of the year before. */
function oldDonation(plan: WorkbookPlan, { template, random }: PlantContext) {
  const dates = recordSites(plan, template).filter(
    ({ list, field, cell }) => list.id === "L2" && field.name === "日期" && typeof cell?.value === "number",
  );
  if (dates.length === 0) return null;
  const site = pick(random, dates);
  const value = Number(site.cell!.value) - 366;
  return {
    plan: typeOver(plan, site, { value }),
    expected: { code: "D56", sheet: site.sheet, cell: a1(site) },
  };
}

/** One article in two rows, one for each paper that took it. */
function articleTwice(plan: WorkbookPlan, { template, random }: PlantContext) {
  const titles = recordSites(plan, template).filter(
    ({ list, field }) => list.id === "L4" && field.name === "标题",
  );
  if (titles.length < 2) return null;
  const [first, second] = shuffled(random, titles)
    .slice(0, 2)
    .sort((a, b) => a.row - b.row) as [RecordSite, RecordSite];
  const value = String(first.cell!.value);
  return {
    plan: typeOver(plan, second, { value }),
    expected: { code: "D59", sheet: second.sheet, cell: a1(second) },
  };
}

export const listPlanters: readonly Planter[] = [
  onSheet("D18", deletedList),
  onSheet("D20", movedField),
  onSheet("D22", renamedField),
  onSheet("D26", filtered),
  onSheet("D27", ownTotal),
  onSheet("D30", overflowed),
  onSheet("D30", continued),
  onSheet("D56", oldDonation),
  onSheet("D59", articleTwice),
];
