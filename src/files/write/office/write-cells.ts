/** Cells of an office's sheet: values, formulas with their results, notes. */
import { contains, parseArea, type Area } from "../../../workbook/address";
import type { OfficeSheetPlan } from "../../../workbook/plan";
import type { ForeignPackage } from "../patch/foreign-package";
import type { ForeignSheet } from "../patch/foreign-workbook";
import type { LazyStyles } from "../patch/lazy-styles";
import { patchSheet } from "../patch/patch-xlsx";
import { PlanError } from "../plan-error";

export function writeCells(
  store: ForeignPackage,
  { source, cells }: Pick<OfficeSheetPlan, "source" | "cells">,
  before: readonly ForeignSheet[],
  styles: LazyStyles,
): void {
  const path = before.find(({ name }) => name === source)?.path ?? null;
  if (path === null) throw new PlanError("unknownSheet", source);
  const arrays = arrayAreas(store.need(path));
  const patches = cells
    // A cell of an array formula cannot be written by itself; the formula goes on computing it.
    .filter(({ row, column }) => !arrays.some((area) => contains(area, row, column)));
  patchSheet(store, { sheet: source, cells: patches }, before, styles);
}

function arrayAreas(xml: string): Area[] {
  const found = xml.matchAll(/<(?:[\w.-]+:)?f\s[^>]*?\bt="(?:array|dataTable)"[^>]*>/g);
  return [...found].flatMap(([tag]) => {
    const area = parseArea(/\sref="([^"]*)"/.exec(tag)?.[1] ?? "");
    return area && (area.top !== area.bottom || area.left !== area.right) ? [area] : [];
  });
}
