/** Queues one sheet of a plan, all but its charts. Sends only when the budget of a request is used up. */
import { areaToA1, columnName, quoteSheetName, type Area } from "../workbook/address";
import type { PlanCell, PrintPlan, SheetPlan, ValidationPlan } from "../workbook/plan";
import { validationTexts } from "../workbook/validation-texts";
import { bytesOf, type RequestBudget } from "./request-budget";
import { isSupported } from "./run";
import { lock, setPageBreaks } from "./sheet-state";
import { guardedText, numberFormat, writeNumberFormats, writeStyles } from "./write-formats";

/** The sheet is empty. Order matters: links colour their cells, formats decide how values are read, merges come last. */
export async function writeSheet(
  sheet: Excel.Worksheet,
  plan: SheetPlan,
  budget: RequestBudget,
): Promise<void> {
  const area = usedArea(plan.cells);
  if (area) {
    await writeLinks(sheet, plan.cells, budget);
    setBaseStyle(sheet.getRange(areaToA1(area)));
    await writeNumberFormats(sheet, plan.cells, budget);
    await writeValues(sheet, plan, area, budget);
    await writeStyles(sheet, plan.cells, budget);
  }
  await budget.reserve(
    400 * ((plan.merges?.length ?? 0) + (plan.columns?.length ?? 0) + (plan.rows?.length ?? 0)),
  );
  for (const merge of plan.merges ?? []) sheet.getRange(areaToA1(merge)).merge(false);
  setSizes(sheet, plan);
  for (const validation of plan.validations ?? []) setValidation(sheet, validation);
  setConditionalFormats(sheet, plan);
  setView(sheet, plan);
  setPrint(sheet, plan.print ?? {});
  if (plan.protected) lock(sheet);
}

/** The smallest rectangle around all cells; null if there are none. */
function usedArea(cells: readonly PlanCell[]): Area | null {
  const first = cells[0];
  const last = cells.at(-1);
  if (!first || !last) return null;
  const columns = cells.map((cell) => cell.column);
  const left = columns.reduce((a, b) => Math.min(a, b));
  const right = columns.reduce((a, b) => Math.max(a, b));
  return { top: first.row, left, bottom: last.row, right };
}

/** The plan's defaults, so that a sheet looks the same whatever the workbook's own default font is. */
function setBaseStyle(range: Excel.Range): void {
  range.format.font.name = "宋体";
  range.format.font.size = 11;
  range.format.verticalAlignment = "Center";
}

async function writeLinks(
  sheet: Excel.Worksheet,
  cells: readonly PlanCell[],
  budget: RequestBudget,
): Promise<void> {
  for (const { row, column, link } of cells) {
    if (link === undefined) continue;
    await budget.reserve(500);
    sheet.getCell(row, column).hyperlink = { documentReference: link };
  }
}

const ROWS_AT_ONCE = 500;
/** A block with so many bytes takes no further row, and with long texts is shorter. */
const BYTES_AT_ONCE = 1_000_000;

/** Values and formulas in blocks of whole rows. */
async function writeValues(
  sheet: Excel.Worksheet,
  { name: sheetName, cells }: SheetPlan,
  area: Area,
  budget: RequestBudget,
): Promise<void> {
  const width = area.right - area.left + 1;
  let next = 0;
  for (let top = area.top; top <= area.bottom;) {
    const block: (string | number | boolean)[][] = [];
    let bytes = 0;
    while (block.length < ROWS_AT_ONCE && bytes < BYTES_AT_ONCE && top + block.length <= area.bottom) {
      const row = new Array<string | number | boolean>(width).fill("");
      bytes += width * 3;
      for (; cells[next]?.row === top + block.length; next++) {
        const content = contentOf(cells[next]!, sheetName);
        row[cells[next]!.column - area.left] = content;
        bytes += bytesOf(String(content));
      }
      block.push(row);
    }
    await budget.reserve(bytes);
    const bottom = top + block.length - 1;
    sheet.getRange(areaToA1({ ...area, top, bottom })).formulas = block;
    top = bottom + 1;
  }
}

/** What Excel is given. Text is guarded whatever the cell's format: Excel would read formulas, numbers and dates into it. */
export function contentOf(cell: PlanCell, sheet: string): string | number | boolean {
  if (cell.formula !== undefined) return `=${withoutOwnSheet(cell.formula, sheet)}`;
  if (typeof cell.value !== "string") return cell.value ?? "";
  return guardedText(cell.value, numberFormat(cell));
}

/**
 * A formula on its own sheet need not name it, and had better not: a copy of the sheet would speak of the copy, and the
 * the write could not be undone. Texts in quotes are left alone.
 */
function withoutOwnSheet(formula: string, sheet: string): string {
  const own = `'${sheet.replace(/'/g, "''")}'!`;
  if (!formula.includes(own)) return formula;
  return formula.replace(/"[^"]*"|[^"]+/g, (part) =>
    part.startsWith('"') ? part : part.replaceAll(own, ""),
  );
}

/** Excel measures columns in points here. A character of the default font is 7 pixels wide, its margins 5: ECMA-376 part 1, 18.3.1.13. */
function columnPoints(characters: number): number {
  return (characters * 7 + 5) * 0.75;
}

function setSizes(sheet: Excel.Worksheet, plan: SheetPlan): void {
  for (const { column, width, hidden } of plan.columns ?? []) {
    const range = sheet.getRange(`${columnName(column)}:${columnName(column)}`);
    if (width !== undefined) range.format.columnWidth = columnPoints(width);
    if (hidden) range.columnHidden = true;
  }
  for (const { row, height, hidden } of plan.rows ?? []) {
    const range = sheet.getRange(`${row + 1}:${row + 1}`);
    if (height !== undefined) range.format.rowHeight = height;
    if (hidden) range.rowHidden = true;
  }
}

function setValidation(sheet: Excel.Worksheet, plan: ValidationPlan): void {
  // Excel would take the whole list for a formula. Without the drop-down its choices can still be typed.
  if (plan.type === "list" && /^\s*[=＝]/.test(plan.choices?.[0] ?? "")) return;
  const { dataValidation } = sheet.getRange(areaToA1(plan.area));
  const { promptTitle = "", prompt, errorTitle = "", error } = validationTexts(plan);
  dataValidation.rule = ruleOf(plan);
  if (prompt) dataValidation.prompt = { showPrompt: true, title: promptTitle, message: prompt };
  if (error) {
    dataValidation.errorAlert = {
      showAlert: true,
      title: errorTitle,
      message: error,
      style: plan.severity === "warning" ? "Warning" : "Stop",
    };
  }
}

const OPERATORS = {
  between: "Between",
  greaterThanOrEqual: "GreaterThanOrEqualTo",
  lessThanOrEqual: "LessThanOrEqualTo",
  equal: "EqualTo",
} as const;

function ruleOf(plan: ValidationPlan): Excel.DataValidationRule {
  if (plan.type === "list") return { list: { inCellDropDown: true, source: (plan.choices ?? []).join(",") } };
  if (plan.type === "custom") return { custom: { formula: `=${plan.formula1 ?? "TRUE"}` } };
  const rule = {
    formula1: plan.formula1 ?? "0",
    operator: OPERATORS[plan.operator ?? "greaterThanOrEqual"],
    ...(plan.formula2 === undefined ? {} : { formula2: plan.formula2 }),
  };
  if (plan.type === "whole") return { wholeNumber: rule };
  if (plan.type === "decimal") return { decimal: rule };
  if (plan.type === "textLength") return { textLength: rule };
  return { date: rule };
}

function setConditionalFormats(sheet: Excel.Worksheet, plan: SheetPlan): void {
  for (const { area, formula, style } of plan.conditionalFormats ?? []) {
    const { custom } = sheet.getRange(areaToA1(area)).conditionalFormats.add("Custom");
    custom.rule.formula = `=${formula}`;
    if (style.color) custom.format.font.color = `#${style.color}`;
    if (style.fill) custom.format.fill.color = `#${style.fill}`;
    if (style.bold) custom.format.font.bold = true;
  }
}

function setView(sheet: Excel.Worksheet, plan: SheetPlan): void {
  if (plan.tabColor) sheet.tabColor = `#${plan.tabColor}`;
  if (plan.gridLines === false) sheet.showGridlines = false;
  const { rows = 0, columns = 0 } = plan.freeze ?? {};
  if (rows > 0 && columns > 0) {
    sheet.freezePanes.freezeAt(
      sheet.getRange(areaToA1({ top: 0, left: 0, bottom: rows - 1, right: columns - 1 })),
    );
  } else if (rows > 0) {
    sheet.freezePanes.freezeRows(rows);
  } else if (columns > 0) {
    sheet.freezePanes.freezeColumns(columns);
  }
  if (plan.autoFilter) sheet.autoFilter.apply(sheet.getRange(areaToA1(plan.autoFilter)));
  if (plan.visibility === "hidden") sheet.visibility = "Hidden";
  if (plan.visibility === "veryHidden") sheet.visibility = "VeryHidden";
}

function setPrint(sheet: Excel.Worksheet, print: PrintPlan): void {
  const { pageLayout } = sheet;
  pageLayout.paperSize = "A4";
  pageLayout.orientation = print.landscape ? "Landscape" : "Portrait";
  pageLayout.zoom = print.breaks
    ? { scale: 100 }
    : {
        horizontalFitToPages: print.fitWidth ?? 1,
        ...(print.fitHeight ? { verticalFitToPages: print.fitHeight } : {}),
      };
  // Excel ignores breaks of an earlier writing where the sheet is fitted to pages.
  if (print.breaks) setPageBreaks(sheet, print.breaks);
  pageLayout.centerHorizontally = true;
  if (print.titleRows) {
    pageLayout.setPrintTitleRows(`$${print.titleRows.first + 1}:$${print.titleRows.last + 1}`);
  }
  if (print.titleColumns) {
    const { first, last } = print.titleColumns;
    pageLayout.setPrintTitleColumns(`$${columnName(first)}:$${columnName(last)}`);
  }
  if (print.area) pageLayout.setPrintArea(areaToA1(print.area));
  const pages = pageLayout.headersFooters.defaultForAllPages;
  if (print.header) pages.centerHeader = print.header;
  if (print.footer) pages.centerFooter = print.footer;
}

/**
 * Writes comments where this Excel has them; findings are in a sheet of their own in any case.
 * https://learn.microsoft.com/javascript/api/excel/excel.commentcollection#excel-excel-commentcollection-add-member(1)
 */
export function writeComments(context: Excel.RequestContext, plan: SheetPlan): void {
  if (!isSupported("1.10")) return;
  for (const { row, column, text } of plan.comments ?? []) {
    const area = { top: row, bottom: row, left: column, right: column };
    // "It must contain the full address, including the sheet name."
    context.workbook.comments.add(`${quoteSheetName(plan.name)}!${areaToA1(area)}`, text);
  }
}
