/** Styles of a plan's cells: each property once for all cells that share its value, on as few addresses as possible. */
import type { CellStyle, PlanCell } from "../workbook/plan";
import { areaToA1 } from "../workbook/address";
import { staysText } from "../workbook/typed-text";
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

/** Number formats; they must be set before the values are, else Excel reads the values in its own way. */
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
 * One value is for every cell of a range; Microsoft's types know only the two-dimensional form.
 * https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-numberformat-member
 */
function forAllCells(value: string): string[][] {
  return value as unknown as string[][];
}

/** Excel shows text over 255 characters in a cell of format `@` as `####`. */
const LONGEST_TEXT_FORMAT = 255;

/**
 * The cell's own format; `@` for text that has none and that Excel might take for a number, a date or a formula.
 * `@` is left out where it does harm: Excel takes the apostrophe at the beginning away, and shows long text as `####`.
 */
export function numberFormat(cell: PlanCell): string | null {
  const own = cell.style?.format ?? null;
  if (typeof cell.value !== "string" || cell.formula !== undefined) return own;
  const canBeTextFormat = !cell.value.startsWith("'") && cell.value.length <= LONGEST_TEXT_FORMAT;
  if (own !== null) return own === "@" && !canBeTextFormat ? null : own;
  return canBeTextFormat && !staysText(cell.value) ? "@" : null;
}

/** What a text is given to Excel as: with an apostrophe before it, as a person types it, where no format `@` keeps it text. */
export function guardedText(text: string, format: string | null): string {
  return format === "@" || staysText(text) ? text : `'${text}`;
}
