import type { CellStyle, PlanCell, SheetPlan, WorkbookPlan } from "../../../src/workbook/plan";
import type { Book } from "../book/book";
import { addName } from "../book/name-state";
import type { Sheet } from "../book/sheet";
import { shared, type Style } from "../book/style";
import type { Json } from "../protocol/messages";
import type { SimulatedExcel } from "./simulated-excel";

/** Opens the workbook that a plan describes with its looks, as Excel would open the file that is written from it. */
export function openPlan(excel: SimulatedExcel, plan: WorkbookPlan): void {
  excel.replaceWorkbook((book) => fill(book, plan));
}

const VISIBILITY = { visible: "Visible", hidden: "Hidden", veryHidden: "VeryHidden" } as const;

function fill(book: Book, plan: WorkbookPlan): void {
  for (const { name } of plan.sheets) book.addSheet(name);
  for (const sheet of plan.sheets) fillSheet(book.sheet(sheet.name)!, sheet);
  for (const { name, refersTo, hidden } of plan.names)
    addName(book, null, name, `=${refersTo}`, "").visible = !hidden;
  book.touch();
  const first = plan.sheets.find((sheet) => sheet.name === plan.activeSheet && !sheet.visibility);
  if (first) book.activate(book.sheet(first.name)!);
}

function fillSheet(sheet: Sheet, plan: SheetPlan): void {
  for (const cell of plan.cells) fillCell(sheet, cell);
  sheet.merges.push(...(plan.merges ?? []));
  for (const { column, width, hidden } of plan.columns ?? []) {
    // ECMA-376 part 1, 18.3.1.13: a character of the default font is 7 pixels wide, its margins 5.
    const size = width === undefined ? {} : { size: (width * 7 + 5) * 0.75 };
    sheet.grid.columnSizes.set(column, { ...size, ...(hidden ? { hidden } : {}) });
  }
  for (const { row, height, hidden } of plan.rows ?? [])
    sheet.grid.rowSizes.set(row, {
      ...(height === undefined ? {} : { size: height }),
      ...(hidden ? { hidden } : {}),
    });
  if (plan.freeze) sheet.frozen = plan.freeze;
  if (plan.autoFilter) sheet.autoFilter = { area: plan.autoFilter, criteria: {} };
  if (plan.protected) sheet.protection = { options: {}, password: null };
  if (plan.gridLines === false) sheet.view.values.set("showGridlines", false);
  if (plan.tabColor) sheet.tabColor = `#${plan.tabColor}`;
  for (const { row, column, text } of plan.comments ?? [])
    sheet.book.comments.push({ id: sheet.book.newId(), sheet, row, column, content: text, resolved: false });
  if (plan.visibility) sheet.visibility = VISIBILITY[plan.visibility];
}

function fillCell(sheet: Sheet, { row, column, value, formula, style, link }: PlanCell): void {
  const cell = sheet.grid.touch(row, column);
  cell.value = value ?? "";
  if (formula !== undefined) cell.formula = `=${formula}`;
  if (style) cell.style = styleOf(style);
  if (link !== undefined) sheet.links.set(`${row},${column}`, { documentReference: link });
}

const WEIGHTS = { thin: "Thin", medium: "Medium", hair: "Hairline", bottom: "Thin" } as const;
const CAPITAL = { left: "Left", center: "Center", right: "Right", top: "Top", bottom: "Bottom" } as const;

function styleOf(style: CellStyle): Style {
  const edges =
    style.border === "bottom" ? ["EdgeBottom"] : ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"];
  const borders = style.border
    ? edges.flatMap((edge): [string, Json][] => [
        [`borders.${edge}.style`, "Continuous"],
        [`borders.${edge}.weight`, WEIGHTS[style.border!]],
      ])
    : [];
  const all: [string, Json | undefined][] = [
    ["numberFormat", style.format],
    ["font.name", style.font ?? "宋体"],
    ["font.size", style.size],
    ["font.bold", style.bold],
    ["font.italic", style.italic],
    ["font.underline", style.underline ? "Single" : undefined],
    ["font.color", style.color && `#${style.color}`],
    ["fill.color", style.fill && `#${style.fill}`],
    ["horizontalAlignment", style.horizontal && CAPITAL[style.horizontal]],
    ["verticalAlignment", CAPITAL[style.vertical ?? "center"]],
    ["wrapText", style.wrap],
    ["indentLevel", style.indent],
    ["protection.locked", style.unlocked ? false : undefined],
    ...borders,
  ];
  const set = all.filter((entry): entry is [string, Json] => entry[1] !== undefined);
  return shared(Object.fromEntries(set));
}
