/** 调整: what the county takes off or adds, typed here by people; 单位数据 and the totals follow at once. */
import { criterion } from "../workbook/criterion";
import { isAdjustable, type Adjustment } from "../consolidation/adjustments";
import { countyLines } from "../consolidation/contributions";
import { absoluteReference } from "../workbook/address";
import type { SheetPlan } from "../workbook/plan";
import type { Sheet, Workbook } from "../workbook/workbook";
import type { CountyContext } from "./county-context";
import { readMachineSheet, templateOf, type MachineFacts } from "./machine-sheet";
import { SheetTable, type ReadRow } from "./sheet-table";
import { figureFormat } from "../workbook/figure-format";
import { SheetBuilder } from "../workbook/sheet-builder";
import { SHEETS } from "../county-layout/sheet-names";
import { CODE, codeWidth, HEADER, NOTE_WRAPPED, pages, TITLE, valueStyle, WRAPPED } from "../workbook/styles";

const NOTE_ROW = 1;
const HEADER_ROW = 2;
const FIRST_ROW = HEADER_ROW + 1;
const SPARE_ROWS = 15;

/** By the heads that 机读信息 records of these columns, the sheet is read again. */
export const ADJUSTMENTS_TABLE = new SheetTable([
  ["code", 9],
  ["indicator", 28],
  ["amount", 13],
  ["about", 24],
  ["why", 44],
]);

export function writeAdjustmentsSheet({ consolidation, say }: CountyContext): SheetPlan {
  const sheet = new SheetBuilder(SHEETS.adjustments);
  const right = ADJUSTMENTS_TABLE.columns.length - 1;
  const names = new Map(
    countyLines(consolidation.template).map(({ indicator: { code, name } }) => [code, name]),
  );
  sheet.put(0, 0, say("report.adjustments.title"), TITLE);
  sheet.height(0, 28);
  const note = { top: NOTE_ROW, left: 0, bottom: NOTE_ROW, right };
  sheet.merge(note, say("report.adjustments.note"), NOTE_WRAPPED);
  sheet.height(NOTE_ROW, 44);
  ADJUSTMENTS_TABLE.putHeads(sheet, HEADER_ROW, say, HEADER);
  for (let i = 0; i < rowCount(consolidation.adjustments.length); i++) {
    const row = FIRST_ROW + i;
    const adjustment = consolidation.adjustments[i];
    const amount = adjustment?.typed ?? adjustment?.amount ?? null;
    ADJUSTMENTS_TABLE.putRow(sheet, row, {
      code: [adjustment?.code ?? null, CODE],
      indicator: [(adjustment && names.get(adjustment.code)) ?? null, WRAPPED],
      amount: [amount, valueStyle(signedFormat(amount))],
      about: [adjustment?.about || null, WRAPPED],
      why: [adjustment?.reason || null, WRAPPED],
    });
    sheet.height(row, 20);
  }
  sheet.widths(
    ADJUSTMENTS_TABLE.columns.map(([key, width]) =>
      key === "code" ? codeWidth([...names.keys()], width) : width,
    ),
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
  const range = (key: "code" | "amount"): string => {
    const column = ADJUSTMENTS_TABLE.column(key);
    const bottom = FIRST_ROW + rowCount(adjustments.length) - 1;
    return absoluteReference(SHEETS.adjustments, { top: FIRST_ROW, left: column, bottom, right: column });
  };
  return `SUMIF(${range("code")},"${criterion(indicator.code)}",${range("amount")})`;
}

/** Nobody knows the decimals of what is still to be typed. */
function signedFormat(amount: unknown): string {
  const format = amount === null ? "General" : figureFormat(amount, 3);
  return `+${format};-${format};0`;
}

/** Room to type in. */
function rowCount(adjustments: number): number {
  return adjustments + SPARE_ROWS;
}

/**
 * What the sheet 调整 of a county workbook says, to be taken over before its sheets are written again; null in a workbook
 * whose sheet is gone or no longer has its heads.
 */
export function adjustmentsIn(workbook: Workbook): readonly Adjustment[] | null {
  const facts = readMachineSheet(workbook);
  const sheet = workbook.sheets.find(({ name }) => name === SHEETS.adjustments);
  return facts && sheet ? readAdjustmentsSheet(sheet, facts) : null;
}

/** Null where the sheet no longer has its heads. An amount that is no number counts as 0, as it does in the totals. */
export function readAdjustmentsSheet(sheet: Sheet, facts: MachineFacts): Adjustment[] | null {
  const forms = templateOf(facts)?.forms ?? [];
  const codes = new Set(forms.flatMap(({ indicators }) => indicators.map(({ code }) => code)));
  const rows = ADJUSTMENTS_TABLE.read(sheet, facts.labels("adjustmentLabel"));
  return rows && rows.flatMap((row) => adjustmentFrom(row, codes) ?? []);
}

function adjustmentFrom(
  { value, text }: ReadRow<"code" | "amount" | "why" | "about">,
  codes: ReadonlySet<string>,
): Adjustment | null {
  const code = text("code").trim();
  if (code === "") return null;
  const amount = value("amount");
  const typed = text("amount").trim();
  const isNumber = typeof amount === "number";
  return {
    code: codeOf(code, codes),
    amount: isNumber ? amount : 0,
    ...(isNumber || typed === "" ? {} : { typed }),
    reason: text("why").trim(),
    about: text("about").trim(),
  };
}

/** Excel makes a number of 0407 that is typed into a cell of no text format. */
function codeOf(text: string, codes: ReadonlySet<string>): string {
  if (codes.has(text) || !/^\d+$/.test(text)) return text;
  const alike = [...codes].filter((code) => /^\d+$/.test(code) && Number(code) === Number(text));
  return alike.length === 1 ? alike[0]! : text.padStart(4, "0");
}
