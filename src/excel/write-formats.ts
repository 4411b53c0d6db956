/** Styles of a plan's cells: each property once for all cells that share its value, on as few addresses as possible. */
import type { CellStyle, PlanCell } from "../workbook/plan";
import { areaToA1 } from "../workbook/address";
import type { RequestBudget } from "./request-budget";
import { addressLists, coveringAreas, groupBy } from "./styled-areas";

const HORIZONTAL = { left: "Left", center: "Center", right: "Right" } as const;
const VERTICAL = { top: "Top", center: "Center", bottom: "Bottom" } as const;
const EDGES = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideHorizontal",
  "InsideVertical",
] as const;
const WEIGHTS = { thin: "Thin", medium: "Medium", hair: "Hairline", bottom: "Thin" } as const;

type Setter = (sheet: Excel.Worksheet, cells: readonly PlanCell[], budget: RequestBudget) => Promise<void>;

/** Sets what `value` says of a cell on all cells that share it. */
function property<P extends keyof CellStyle>(
  name: P,
  apply: (format: Excel.RangeFormat, value: NonNullable<CellStyle[P]>) => void,
): Setter {
  return async (sheet, cells, budget) => {
    for (const [value, members] of groupBy(cells, (cell) => cell.style?.[name] ?? null)) {
      for (const address of addressLists(coveringAreas(members))) {
        await budget.reserve(address.length + 2000);
        apply(sheet.getRanges(address).format, value);
      }
    }
  };
}

const SETTERS: readonly Setter[] = [
  property("bold", (format, bold) => (format.font.bold = bold)),
  property("italic", (format, italic) => (format.font.italic = italic)),
  property("underline", (format, on) => (format.font.underline = on ? "Single" : "None")),
  property("size", (format, size) => (format.font.size = size)),
  property("font", (format, name) => (format.font.name = name)),
  property("color", (format, color) => (format.font.color = `#${color}`)),
  property("fill", (format, color) => (format.fill.color = `#${color}`)),
  property("horizontal", (format, side) => (format.horizontalAlignment = HORIZONTAL[side])),
  property("vertical", (format, side) => (format.verticalAlignment = VERTICAL[side])),
  property("wrap", (format, wrap) => (format.wrapText = wrap)),
  property("indent", (format, indent) => (format.indentLevel = indent)),
  property("unlocked", (format, unlocked) => (format.protection.locked = !unlocked)),
  property("border", drawBorder),
];

function drawBorder(format: Excel.RangeFormat, border: NonNullable<CellStyle["border"]>): void {
  for (const edge of border === "bottom" ? (["EdgeBottom"] as const) : EDGES) {
    const line = format.borders.getItem(edge);
    line.style = "Continuous";
    line.weight = WEIGHTS[border];
  }
}

/** All styles but number formats. */
export async function writeStyles(
  sheet: Excel.Worksheet,
  cells: readonly PlanCell[],
  budget: RequestBudget,
): Promise<void> {
  for (const set of SETTERS) await set(sheet, cells, budget);
}

/** Number formats; they must stand before the values do, else Excel reads the values in its own way. */
export async function writeNumberFormats(
  sheet: Excel.Worksheet,
  cells: readonly PlanCell[],
  budget: RequestBudget,
): Promise<void> {
  for (const [format, members] of groupBy(cells, numberFormat)) {
    for (const area of coveringAreas(members)) {
      await budget.reserve(600);
      sheet.getRange(areaToA1(area)).numberFormat = forAllCells(format);
    }
  }
}

/**
 * One value stands for every cell of a range; Microsoft's types know only the two-dimensional form.
 * https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-numberformat-member
 */
function forAllCells(value: string): string[][] {
  return value as unknown as string[][];
}

/** Excel shows text over 255 characters in a cell of format `@` as `####`. */
const LONGEST_TEXT_FORMAT = 255;

/**
 * The cell's own format; `@` for text that Excel might take for a number, a date or a formula. Text that begins with an
 * apostrophe has none: Excel would take that away, and only where there is no format is one before it sure to help.
 */
export function numberFormat(cell: PlanCell): string | null {
  const isText = typeof cell.value === "string" && cell.formula === undefined;
  if (isText && String(cell.value).startsWith("'")) return null;
  if (cell.style?.format) return cell.style.format;
  if (typeof cell.value !== "string" || cell.formula !== undefined) return null;
  return isPlainText(cell.value) || cell.value.length > LONGEST_TEXT_FORMAT ? null : "@";
}

/** Text that begins with a Chinese character or an opening bracket is never anything but text. */
export function isPlainText(text: string): boolean {
  return text === "" || /^[\p{Script=Han}（《〈「“【]/u.test(text);
}
