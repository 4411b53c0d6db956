/** 调整, read back: what people typed there. */
import type { Adjustment } from "../../consolidation/adjustments";
import { cellsOfRow, lastRow } from "../../workbook/cells";
import type { Sheet, Workbook } from "../../workbook/workbook";
import { ADJUSTMENT_COLUMNS } from "../adjustments-sheet";
import { SHEETS } from "../../county-layout/sheet-names";
import { machineFacts, templateOf, type MachineFacts } from "./machine-facts";

/**
 * What stands in the sheet 调整 of a county workbook, to be taken over before its sheets are written again; null in a
 * workbook whose sheet is gone or no longer has its heads.
 */
export function adjustmentsIn(workbook: Workbook): readonly Adjustment[] | null {
  const facts = machineFacts(workbook);
  const sheet = workbook.sheets.find(({ name }) => name === SHEETS.adjustments);
  return facts && sheet ? readAdjustments(sheet, facts) : null;
}

/** Null where the sheet no longer has its heads. An amount that is no number counts as 0, as it does in the totals. */
export function readAdjustments(sheet: Sheet, facts: MachineFacts): Adjustment[] | null {
  const codes = new Set(
    templateOf(facts)?.forms.flatMap(({ indicators }) => indicators.map(({ code }) => code)),
  );
  const labels = new Map(facts.all("adjustmentLabel").map(([key, label]) => [label ?? "", key ?? ""]));
  for (let row = 0; row <= lastRow(sheet); row++) {
    const heads = new Map(
      cellsOfRow(sheet, row).flatMap(({ column, value }): [string, number][] => {
        const key = labels.get(String(value));
        return key === undefined ? [] : [[key, column]];
      }),
    );
    if (ADJUSTMENT_COLUMNS.every(([key]) => heads.has(key)))
      return adjustmentsBelow(sheet, row, heads, codes);
  }
  return null;
}

/** Excel makes a number of 0407 that is typed into a cell of no text format. */
function codeOf(text: string, codes: ReadonlySet<string>): string {
  if (codes.has(text) || !/^\d+$/.test(text)) return text;
  const alike = [...codes].filter((code) => /^\d+$/.test(code) && Number(code) === Number(text));
  return alike.length === 1 ? alike[0]! : text.padStart(4, "0");
}

function adjustmentsBelow(
  sheet: Sheet,
  headerRow: number,
  heads: ReadonlyMap<string, number>,
  codes: ReadonlySet<string>,
): Adjustment[] {
  const adjustments: Adjustment[] = [];
  for (let row = headerRow + 1; row <= lastRow(sheet); row++) {
    const values = new Map(cellsOfRow(sheet, row).map(({ column, value }) => [column, value]));
    const value = (key: string) => values.get(heads.get(key) ?? -1) ?? null;
    const text = (key: string): string => String(value(key) ?? "").trim();
    if (text("code") === "") continue;
    const amount = value("amount");
    const isNumber = typeof amount === "number";
    adjustments.push({
      code: codeOf(text("code"), codes),
      amount: isNumber ? amount : 0,
      ...(isNumber || text("amount") === "" ? {} : { typed: text("amount") }),
      reason: text("why"),
      about: text("about"),
    });
  }
  return adjustments;
}
