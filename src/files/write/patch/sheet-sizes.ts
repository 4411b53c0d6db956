/** Reads widths and heights of a foreign sheet, for notes to be sized on it. */
import { MAX_COLUMNS } from "../../../workbook/address";
import type { ColumnPlan, RowPlan } from "../../../workbook/plan";
import { planWidth, SheetGeometry } from "../geometry";
import { rowsOf } from "./sheet-cells";
import { attributeOf, childOf, childrenOf, rootOf, type Tag } from "./xml-edit";

/** A `<col>` may span all columns; notes never reach further than this beyond the last one written out. */
const WIDEST_SPAN = 256;

export function foreignGeometry(xml: string): SheetGeometry {
  const root = rootOf(xml);
  const attribute = (tag: Tag, name: string): string | undefined => attributeOf(xml, tag, name);
  const number = (tag: Tag, name: string): number | undefined => {
    const value = Number(attribute(tag, name) ?? NaN);
    return Number.isFinite(value) ? value : undefined;
  };
  const hidden = (tag: Tag): boolean => ["1", "true"].includes(attribute(tag, "hidden") ?? "");
  const cols = childOf(xml, root, "cols");
  const columns = (cols ? childrenOf(xml, cols) : []).flatMap(({ tag }): ColumnPlan[] => {
    const first = number(tag, "min") ?? 1;
    const last = Math.min(number(tag, "max") ?? first, MAX_COLUMNS, first + WIDEST_SPAN);
    const width = number(tag, "width");
    const plan = { ...(width === undefined ? {} : { width: planWidth(width) }), hidden: hidden(tag) };
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => ({
      column: first - 1 + i,
      ...plan,
    }));
  });
  const sheetData = childOf(xml, root, "sheetData");
  const rows = (sheetData ? rowsOf(xml, sheetData) : []).map(({ index, element: { tag } }): RowPlan => {
    const height = number(tag, "ht");
    return { row: index, ...(height === undefined ? {} : { height }), hidden: hidden(tag) };
  });
  return new SheetGeometry({ columns, rows });
}
