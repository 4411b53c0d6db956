/** Changes of a form's shape: D18 to D25, D29. */
import { HEADINGS } from "../../template/words";
import { columnName } from "../../workbook/address";
import type { PlanCell, SheetPlan, WorkbookPlan } from "../../workbook/plan";
import { between, pick } from "../random";
import { editSheet, withCell } from "./edit";
import { deleted, inserted, moved, rearrange, renameSheet } from "./mapping";
import type { Planter, PlantContext } from "./planter";
import { recalculate } from "./recalculate";
import { a1, lineSites, type LineSite } from "./sites";

type Plant = Planter["plant"];

export const onSheet = (defect: string, plant: Plant): Planter => ({ defect, reach: "sheet", plant });

/** The sheets of forms with a table. */
function tables(plan: WorkbookPlan, { template }: PlantContext): SheetPlan[] {
  const names = new Set(lineSites(plan, template).map(({ sheet }) => sheet));
  return plan.sheets.filter(({ name }) => names.has(name));
}

function linesIn(plan: WorkbookPlan, context: PlantContext, sheet: string): LineSite[] {
  return lineSites(plan, context.template).filter((line) => line.sheet === sheet);
}

function renamed(plan: WorkbookPlan, context: PlantContext) {
  const sheet = pick(context.random, tables(plan, context));
  const name = pick(context.random, [
    `表${sheet.name.slice(-1)}`,
    `Sheet${between(context.random, 1, 9)}`,
    `${sheet.name}（改）`,
  ]);
  if (plan.sheets.some((each) => each.name === name)) return null;
  return { plan: renameSheet(plan, sheet.name, name), expected: { code: "D18", sheet: name, cell: null } };
}

function copied(plan: WorkbookPlan, context: PlantContext) {
  const sheet = pick(context.random, tables(plan, context));
  const copy = { ...sheet, name: `${sheet.name} (2)` };
  const at = plan.sheets.indexOf(sheet) + 1;
  const sheets = [...plan.sheets.slice(0, at), copy, ...plan.sheets.slice(at)];
  return { plan: { ...plan, sheets }, expected: { code: "D18", sheet: copy.name, cell: null } };
}

function deletedForm(plan: WorkbookPlan, context: PlantContext) {
  const { name } = pick(context.random, tables(plan, context));
  const sheets = plan.sheets.filter((sheet) => sheet.name !== name);
  return { plan: { ...plan, sheets }, expected: { code: "S02", sheet: null, cell: null } };
}

/** A sub-item of the unit's own below a line. */
function insertedRow(plan: WorkbookPlan, context: PlantContext) {
  const lines = linesIn(plan, context, pick(context.random, tables(plan, context)).name);
  const below = pick(context.random, lines);
  const row = below.row + 1;
  const place = { row, column: below.column };
  const more = editSheet(rearrange(plan, below.sheet, "row", inserted(row)), below.sheet, (sheet) => {
    const named = withCell(
      sheet,
      { row, column: below.name.column },
      { value: pick(context.random, ["其中：本镇自办", "另：临时组织", "其他（自填）"]) },
    );
    return withCell(named, place, { value: between(context.random, 1, 9) });
  });
  return { plan: more, expected: { code: "D19", sheet: below.sheet, cell: a1(place) } };
}

/** A row goes because there was nothing to report. */
function deletedRow(plan: WorkbookPlan, context: PlantContext) {
  const { template, unit, random, line } = context;
  const empty = lineSites(plan, template).filter(
    ({ indicator, cell }) =>
      indicator.formula === undefined &&
      indicator.required &&
      indicator.fills.includes(unit.kind) &&
      cell?.value === 0 &&
      (line === undefined || indicator.code === line),
  );
  if (empty.length === 0) return null;
  const gone = pick(random, empty);
  const less = rearrange(plan, gone.sheet, "row", deleted(gone.row));
  return { plan: recalculate(less, template), expected: { code: "D21", sheet: gone.sheet, cell: a1(gone) } };
}

function insertedColumn(plan: WorkbookPlan, context: PlantContext) {
  const lines = linesIn(plan, context, pick(context.random, tables(plan, context)).name);
  const [first] = lines;
  if (!first?.lastYear) return null;
  const column = pick(context.random, [first.column + 1, first.column, first.lastYear.column + 1]);
  const head = headOf(plan, first.sheet, HEADINGS.current);
  const place = { row: head.row, column };
  const wider = editSheet(rearrange(plan, first.sheet, "column", inserted(column)), first.sheet, (sheet) => {
    const headed = withCell(sheet, place, { value: pick(context.random, ["其中：女", "村级", "上半年"]) });
    return withCell(headed, { row: first.row, column }, { value: between(context.random, 1, 9) });
  });
  return { plan: wider, expected: { code: "D20", sheet: first.sheet, cell: a1(place) } };
}

/** A number of the unit's own beside the table, where no heading is. */
function figureBeside(plan: WorkbookPlan, context: PlantContext) {
  const lines = linesIn(plan, context, pick(context.random, tables(plan, context)).name);
  const [first] = lines;
  if (!first) return null;
  const sheet = plan.sheets.find(({ name }) => name === first.sheet)!;
  const place = {
    row: pick(context.random, lines).row,
    column: Math.max(...sheet.cells.map(({ column }) => column)) + 2,
  };
  const changed = editSheet(plan, first.sheet, (each) =>
    withCell(each, place, { value: between(context.random, 10, 90) }),
  );
  return { plan: changed, expected: { code: "D20", sheet: first.sheet, cell: a1(place) } };
}

/** 本年 behind 上年. */
function movedColumn(plan: WorkbookPlan, context: PlantContext) {
  const lines = linesIn(plan, context, pick(context.random, tables(plan, context)).name);
  const [first] = lines;
  if (!first?.lastYear) return null;
  const { column } = first.lastYear;
  const head = headOf(plan, first.sheet, HEADINGS.current);
  return {
    plan: rearrange(plan, first.sheet, "column", moved(first.column, column)),
    expected: { code: "D20", sheet: first.sheet, cell: a1({ row: head.row, column }) },
  };
}

function headOf(plan: WorkbookPlan, sheet: string, heading: string): PlanCell {
  return plan.sheets.find(({ name }) => name === sheet)!.cells.find(({ value }) => value === heading)!;
}

function deletedColumn(plan: WorkbookPlan, context: PlantContext) {
  const lines = linesIn(plan, context, pick(context.random, tables(plan, context)).name);
  const [first] = lines;
  if (!first?.lastYear) return null;
  const sheet = plan.sheets.find(({ name }) => name === first.sheet)!;
  const head =
    sheet.cells.find(({ value }) => value === HEADINGS.values) ??
    sheet.cells.find(({ value }) => value === HEADINGS.current)!;
  return {
    plan: rearrange(plan, first.sheet, "column", deleted(first.column)),
    expected: { code: "D20", sheet: first.sheet, cell: a1({ row: head.row, column: first.column }) },
  };
}

function mergedCells(plan: WorkbookPlan, context: PlantContext) {
  const lines = linesIn(plan, context, pick(context.random, tables(plan, context)).name);
  const neighbours = lines.flatMap((line, i) => {
    const next = lines[i + 1];
    const typed = [line, next].every(
      (each) => each?.indicator.formula === undefined && typeof each?.cell?.value === "number",
    );
    return next && typed ? [{ line, next }] : [];
  });
  if (neighbours.length === 0) return null;
  const { line, next } = pick(context.random, neighbours);
  const merged = editSheet(plan, line.sheet, (sheet) => ({
    ...withCell(sheet, next, { value: null }),
    merges: [
      ...(sheet.merges ?? []),
      { top: line.row, bottom: next.row, left: line.column, right: line.column },
    ],
  }));
  return {
    plan: recalculate(merged, context.template),
    expected: { code: "D23", sheet: line.sheet, cell: a1(line) },
  };
}

/** Harmless: another title above the table. */
function pushedDown(plan: WorkbookPlan, context: PlantContext) {
  const { name } = pick(context.random, tables(plan, context));
  const count = between(context.random, 1, 3);
  const lower = editSheet(rearrange(plan, name, "row", inserted(0, count)), name, (sheet) =>
    withCell(sheet, { row: 0, column: 0 }, { value: "附件 2" }),
  );
  return { plan: lower, expected: null };
}

function hiddenRow(plan: WorkbookPlan, context: PlantContext) {
  const lines = linesIn(plan, context, pick(context.random, tables(plan, context)).name);
  const { sheet, row, column } = pick(
    context.random,
    lines.filter(({ cell }) => cell !== undefined && cell.value !== null),
  );
  const hidden = editSheet(plan, sheet, (each) => ({
    ...each,
    rows: [...(each.rows ?? []).filter((other) => other.row !== row), { row, hidden: true }],
  }));
  return { plan: hidden, expected: { code: "D25", sheet, cell: a1({ row, column }) } };
}

function hiddenColumn(plan: WorkbookPlan, context: PlantContext) {
  const [first] = linesIn(plan, context, pick(context.random, tables(plan, context)).name);
  if (!first?.lastYear) return null;
  const { sheet, column } = first.lastYear;
  const lines = linesIn(plan, context, sheet);
  const shown = lines.find(({ lastYear }) => lastYear?.cell && lastYear.cell.value !== null);
  if (!shown) return null;
  const hidden = editSheet(plan, sheet, (each) => ({
    ...each,
    columns: [...(each.columns ?? []).filter((other) => other.column !== column), { column, hidden: true }],
  }));
  return { plan: hidden, expected: { code: "D25", sheet, cell: a1({ row: shown.row, column }) } };
}

function hiddenSheet(plan: WorkbookPlan, context: PlantContext) {
  const { name } = pick(context.random, tables(plan, context));
  const hidden = editSheet(plan, name, (sheet) => ({ ...sheet, visibility: "hidden" }));
  return { plan: hidden, expected: { code: "D25", sheet: name, cell: null } };
}

/** Harmless: blanks that somebody typed far below, where nothing belongs. */
function trailingBlanks(plan: WorkbookPlan, context: PlantContext) {
  const { name } = pick(context.random, tables(plan, context));
  const more = editSheet(plan, name, (sheet) =>
    [60, 200, 999].reduce(
      (each, row) =>
        withCell(
          each,
          { row, column: between(context.random, 0, 8) },
          { value: pick(context.random, [" ", "　", ""]) },
        ),
      sheet,
    ),
  );
  return { plan: more, expected: null };
}

/** S03: a code typed over, or another line's. */
function damagedCode(plan: WorkbookPlan, context: PlantContext) {
  const { code } = pick(context.random, lineSites(plan, context.template));
  const typed = pick(context.random, ["", `${String(code.cell?.value)}x`, columnName(code.row)]);
  return {
    plan: editSheet(plan, code.sheet, (sheet) =>
      withCell(sheet, code, { value: typed === "" ? null : typed }),
    ),
    expected: { code: "S03", sheet: code.sheet, cell: a1(code) },
  };
}

export const formPlanters: readonly Planter[] = [
  onSheet("D18", renamed),
  onSheet("D18", copied),
  onSheet("D18", deletedForm),
  onSheet("D19", insertedRow),
  onSheet("D20", insertedColumn),
  onSheet("D20", movedColumn),
  onSheet("D20", deletedColumn),
  onSheet("D20", figureBeside),
  onSheet("D21", deletedRow),
  onSheet("D22", damagedCode),
  onSheet("D23", mergedCells),
  onSheet("D24", pushedDown),
  onSheet("D25", hiddenRow),
  onSheet("D25", hiddenColumn),
  onSheet("D25", hiddenSheet),
  onSheet("D29", trailingBlanks),
];
