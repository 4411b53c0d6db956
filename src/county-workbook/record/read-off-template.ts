/** 模板外, read back: by unit, the cells that the template had no place for. */
import type { OffTemplate } from "../../intake/submission";
import { cellsOfRow, lastRow } from "../../workbook/cells";
import type { Sheet } from "../../workbook/workbook";
import { OFF_TEMPLATE_COLUMNS } from "../off-template-sheet";
import type { MachineFacts } from "./machine-facts";

/** Null where the sheet no longer has its heads. */
export function readOffTemplate(sheet: Sheet, facts: MachineFacts): Map<string, OffTemplate[]> | null {
  const labels = new Map(facts.all("offTemplateLabel").map(([key, label]) => [label ?? "", key ?? ""]));
  for (let row = 0; row <= lastRow(sheet); row++) {
    const heads = new Map(
      cellsOfRow(sheet, row).flatMap(({ column, value }): [string, number][] => {
        const key = labels.get(String(value));
        return key === undefined ? [] : [[key, column]];
      }),
    );
    // Whoever deletes the hidden column loses only how many cells the shortened lines stand for.
    if (OFF_TEMPLATE_COLUMNS.every(([key]) => key === "rest" || heads.has(key)))
      return cellsBelow(sheet, row, heads, facts.get("openWorkbookLabel"));
  }
  return null;
}

function cellsBelow(
  sheet: Sheet,
  headerRow: number,
  heads: ReadonlyMap<string, number>,
  openWorkbook: string,
): Map<string, OffTemplate[]> {
  const byUnit = new Map<string, OffTemplate[]>();
  for (let row = headerRow + 1; row <= lastRow(sheet); row++) {
    const values = new Map(cellsOfRow(sheet, row).map(({ column, value }) => [column, value]));
    const text = (key: string): string => String(values.get(heads.get(key) ?? -1) ?? "");
    const unit = text("unit");
    if (unit === "") continue;
    const file = text("file");
    const rest = Number(text("rest"));
    const cell: OffTemplate = {
      place: {
        file: file === openWorkbook ? null : file || null,
        sheet: text("sheet") || null,
        cell: text("cell") || null,
      },
      raw: text("raw"),
      ...(text("label") === "" ? {} : { label: text("label") }),
      ...(rest > 0 ? { rest } : {}),
    };
    byUnit.set(unit, [...(byUnit.get(unit) ?? []), cell]);
  }
  return byUnit;
}
