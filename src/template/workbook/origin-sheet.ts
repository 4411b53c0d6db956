/** The very hidden sheet that has the template as it was written, so that what a person changed is known. */
import { PRODUCT_MARKS } from "../product-signatures";
import type { SheetPlan } from "../../workbook/plan";
import { cellAt, cellsOf } from "../../workbook/cells";
import type { Sheet, Workbook } from "../../workbook/workbook";
import { STYLES } from "../form-styles";
import { withColumns, withoutUsualColumns } from "../form-columns";
import type { Template } from "../template";
import { TEMPLATE_SHEETS } from "./sheet-names";

const MARK = PRODUCT_MARKS.template;
/** Counts up when an older program could not read what a newer one writes. */
export const FORMAT = 1;
/** Excel keeps 32,767 characters to a cell. */
const CHUNK = 30_000;

export function originSheet(template: Template): SheetPlan {
  // The package is the workbook that this sheet is part of.
  const { office: _office, ...rest } = template;
  const text = JSON.stringify({ ...rest, forms: rest.forms.map(withoutUsualColumns) });
  const chunks = Array.from({ length: Math.ceil(text.length / CHUNK) }, (_, i) =>
    text.slice(i * CHUNK, (i + 1) * CHUNK),
  );
  const cell = (row: number, column: number, value: string | number) => ({
    row,
    column,
    value,
    style: { ...STYLES.identity, ...(typeof value === "number" ? { format: "General" } : {}) },
  });
  return {
    name: TEMPLATE_SHEETS.origin,
    visibility: "veryHidden",
    cells: [cell(0, 0, MARK), cell(0, 1, FORMAT), ...chunks.map((chunk, i) => cell(i + 1, 0, chunk))],
    protected: true,
  };
}

export interface Origin {
  readonly format: number;
  /** Null where what was kept is damaged. */
  readonly template: Template | null;
}

/** Null where the workbook has no such sheet: it was put together by hand, or the sheet was lost on the way. */
export function readOrigin(workbook: Workbook): Origin | null {
  const sheet = workbook.sheets.find((each) => cellAt(each, 0, 0)?.value === MARK);
  if (!sheet) return null;
  return { format: Number(cellAt(sheet, 0, 1)?.value ?? FORMAT), template: parsed(sheet) };
}

function parsed(sheet: Sheet): Template | null {
  const chunks = [...cellsOf(sheet)].filter(({ row, column }) => row > 0 && column === 0);
  try {
    const value: unknown = JSON.parse(chunks.map((cell) => String(cell.value ?? "")).join(""));
    return isTemplate(value) ? withColumns(value) : null;
  } catch {
    // Cut off or typed over: the readable sheets count, only what changed is not known.
    return null;
  }
}

const LISTS = ["forms", "lists", "units", "rules", "charts", "report", "history"] as const;

/** Has the parsed text the parts of a template? Their content is checked where it is used. */
export function isTemplate(value: unknown): value is Template {
  if (typeof value !== "object" || value === null) return false;
  const given = value as Readonly<Record<string, unknown>>;
  return typeof given["version"] === "number" && LISTS.every((key) => Array.isArray(given[key]));
}
