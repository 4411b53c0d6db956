/** Finds the plan's own cells for charts, so that the points a chart keeps are always those of its cells. */
import { absoluteReference, toA1 } from "../../workbook/address";
import type { CellsOnSheet, FileSheetPlan, PlanCell } from "../../workbook/plan";
import { isErrorText } from "./formula";
import { PlanError } from "./plan-error";
import { element, escapeXstring } from "./xml";

export class PlanCells {
  private readonly sheets = new Map<string, ReadonlyMap<string, PlanCell>>();

  constructor(private readonly plans: readonly FileSheetPlan[]) {}

  /** One entry per address, in order; undefined where the plan has no cell. */
  of({ sheet, area }: CellsOnSheet): readonly (PlanCell | undefined)[] {
    const cells = this.sheet(sheet);
    const list: (PlanCell | undefined)[] = [];
    for (let row = area.top; row <= area.bottom; row++) {
      for (let column = area.left; column <= area.right; column++) list.push(cells.get(toA1(row, column)));
    }
    return list;
  }

  private sheet(name: string): ReadonlyMap<string, PlanCell> {
    const known = this.sheets.get(name);
    if (known) return known;
    const sheet = this.plans.find((candidate) => candidate.name === name);
    if (!sheet) throw new PlanError("unknownSheet", name);
    const cells = new Map(sheet.cells.map((cell) => [toA1(cell.row, cell.column), cell]));
    this.sheets.set(name, cells);
    return cells;
  }
}

/** A reference to numbers with the numbers it has now. Cells with a text, an error or nothing give no point. */
export function numberReference(place: CellsOnSheet, cells: PlanCells): string {
  const list = cells.of(place);
  const points = list.map((cell, index) =>
    typeof cell?.value === "number" ? point(index, String(cell.value)) : "",
  );
  const format = list.find((cell) => cell?.style?.format !== undefined)?.style?.format ?? "General";
  const cache = element(
    "c:numCache",
    {},
    element("c:formatCode", {}, escapeXstring(format)),
    count(list),
    ...points,
  );
  return element("c:numRef", {}, formula(place), cache);
}

/** A reference to texts; numbers among them are as they are. */
export function textReference(place: CellsOnSheet, cells: PlanCells): string {
  const list = cells.of(place);
  const points = list.map((cell, index) =>
    cell === undefined || cell.value === null ? "" : point(index, escapeXstring(shownText(cell.value))),
  );
  return element("c:strRef", {}, formula(place), element("c:strCache", {}, count(list), ...points));
}

/** Categories: numbers such as years keep their format, anything else is text. */
export function categoryReference(place: CellsOnSheet, cells: PlanCells): string {
  const numbers = cells.of(place).every((cell) => typeof cell?.value === "number");
  return numbers ? numberReference(place, cells) : textReference(place, cells);
}

/** The numbers of a series; undefined where there is none. */
export function numbersOf(place: CellsOnSheet, cells: PlanCells): readonly (number | undefined)[] {
  return cells.of(place).map((cell) => (typeof cell?.value === "number" ? cell.value : undefined));
}

/** The texts of categories as a person reads them. */
export function textsOf(place: CellsOnSheet, cells: PlanCells): readonly string[] {
  return cells.of(place).map((cell) => (cell === undefined ? "" : shownText(cell.value)));
}

function shownText(value: PlanCell["value"]): string {
  if (value === null || isErrorText(value)) return "";
  return typeof value === "boolean" ? String(value).toUpperCase() : String(value);
}

function formula({ sheet, area }: CellsOnSheet): string {
  return element("c:f", {}, escapeXstring(absoluteReference(sheet, area)));
}

function count(list: readonly unknown[]): string {
  return element("c:ptCount", { val: list.length });
}

function point(index: number, xml: string): string {
  return `<c:pt idx="${index}"><c:v>${xml}</c:v></c:pt>`;
}
