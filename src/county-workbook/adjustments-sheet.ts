/** 调整: what the county takes off or adds, typed here by people; 单位数据 and the totals follow at once. */
import { isAdjustable } from "../consolidation/adjustments";
import { countyLines } from "../consolidation/contributions";
import { absoluteReference } from "../workbook/address";
import type { SheetPlan } from "../workbook/plan";
import type { CountyContext } from "./county-context";
import { SheetBuilder } from "../workbook/sheet-builder";
import { SHEETS } from "../county-layout/sheet-names";
import {
  CODE,
  codeWidth,
  HEADER,
  NOTE_WRAPPED,
  pages,
  TITLE,
  valueStyle,
  WRAPPED,
} from "../county-layout/styles";

const NOTE_ROW = 1;
const HEADER_ROW = 2;
const FIRST_ROW = HEADER_ROW + 1;
const SPARE_ROWS = 15;

/** Keys and widths; by the keys, and the labels that 机读信息 keeps of them, the sheet is read again. */
export const ADJUSTMENT_COLUMNS = [
  ["code", 9],
  ["indicator", 28],
  ["amount", 13],
  ["about", 24],
  ["why", 44],
] as const;
const [CODE_COLUMN, NAME_COLUMN, AMOUNT_COLUMN, ABOUT_COLUMN, WHY_COLUMN] = [0, 1, 2, 3, 4];

export function adjustmentsSheet({ consolidation, say }: CountyContext): SheetPlan {
  const sheet = new SheetBuilder(SHEETS.adjustments);
  const right = ADJUSTMENT_COLUMNS.length - 1;
  const names = new Map(
    countyLines(consolidation.template).map(({ indicator: { code, name } }) => [code, name]),
  );
  sheet.put(0, 0, say("report.adjustments.title"), TITLE);
  sheet.height(0, 28);
  const note = { top: NOTE_ROW, left: 0, bottom: NOTE_ROW, right };
  sheet.merge(note, say("report.adjustments.note"), NOTE_WRAPPED);
  sheet.height(NOTE_ROW, 44);
  ADJUSTMENT_COLUMNS.forEach(([key], column) =>
    sheet.put(HEADER_ROW, column, say(`report.head.${key}`), HEADER),
  );
  for (let i = 0; i < rowCount(consolidation.adjustments.length); i++) {
    const row = FIRST_ROW + i;
    const adjustment = consolidation.adjustments[i];
    sheet.put(row, CODE_COLUMN!, adjustment?.code ?? null, CODE);
    sheet.put(row, NAME_COLUMN!, (adjustment && names.get(adjustment.code)) ?? null, WRAPPED);
    sheet.put(
      row,
      AMOUNT_COLUMN!,
      adjustment?.typed ?? adjustment?.amount ?? null,
      valueStyle("+#,##0.###;-#,##0.###;0"),
    );
    sheet.put(row, ABOUT_COLUMN!, adjustment?.about || null, WRAPPED);
    sheet.put(row, WHY_COLUMN!, adjustment?.reason || null, WRAPPED);
    sheet.height(row, 20);
  }
  sheet.widths(
    ADJUSTMENT_COLUMNS.map(([key, width]) => (key === "code" ? codeWidth([...names.keys()], width) : width)),
  );
  return sheet.build({
    freeze: { rows: FIRST_ROW, columns: 0 },
    print: pages(say("report.page", { sheet: SHEETS.adjustments }), {
      landscape: true,
      titleRows: { first: HEADER_ROW, last: HEADER_ROW },
    }),
  });
}

/** What all adjustments of a line come to, as a formula; null for a line that cannot be adjusted. */
export function adjustmentFormula(
  { consolidation: { adjustments } }: CountyContext,
  indicator: Parameters<typeof isAdjustable>[0],
): string | null {
  if (!isAdjustable(indicator)) return null;
  const column = (index: number): string =>
    absoluteReference(SHEETS.adjustments, {
      top: FIRST_ROW,
      left: index,
      bottom: FIRST_ROW + rowCount(adjustments.length) - 1,
      right: index,
    });
  return `SUMIF(${column(CODE_COLUMN!)},"${criterion(indicator.code)}",${column(AMOUNT_COLUMN!)})`;
}

/** The text that SUMIF finds the code by: signs that stand for others, and comparisons, mean themselves. */
function criterion(code: string): string {
  const plain = code.replace(/[~*?]/g, "~$&").replace(/"/g, '""');
  return /^[=<>]/.test(plain) ? `=${plain}` : plain;
}

/** Room to type in. */
function rowCount(adjustments: number): number {
  return adjustments + SPARE_ROWS;
}
