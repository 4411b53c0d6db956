/** 单位数据 and 上年数据, read back: lines by the codes in the header, units by their names, never by address. */
import { cellsOf, cellsOfRow, lastRow } from "../../workbook/cells";
import type { Cell, CellValue, Sheet } from "../../workbook/workbook";
import { LINE_CODE } from "../../template/line-code";
import { WORDS } from "../../template/words";

export interface UnitTable {
  readonly sheet: Sheet;
  /** By the name in the units' column; of two rows with one name the first counts. */
  readonly rows: ReadonlyMap<string, UnitRow>;
  /** Column by code. */
  readonly columns: ReadonlyMap<string, number>;
}

export interface UnitRow {
  readonly row: number;
  /** By code; what is empty is left out. */
  readonly values: ReadonlyMap<string, CellValue>;
  /** Codes of formulas that were saved without their result, as programs do that do not calculate. */
  readonly unsaved: readonly string[];
}

/**
 * The table whose header row begins with the label of the codes; null where there is none. `known`: the template's codes,
 * which may be of any shape in an office's own forms.
 */
export function unitTable(
  sheet: Sheet,
  codeLabel: string,
  known: ReadonlySet<string> = new Set(),
): UnitTable | null {
  for (const cell of cellsOf(sheet)) {
    if (cell.value !== codeLabel) continue;
    const right = cellsOfRow(sheet, cell.row).filter(({ column }) => column > cell.column);
    const codes = new Map(
      right
        .filter(({ value }) => known.has(String(value)) || LINE_CODE.test(String(value)))
        .map(({ column, value }) => [column, String(value)]),
    );
    if (codes.size === 0) continue;
    return {
      sheet,
      rows: unitRows(sheet, cell.row, cell.column, codes),
      columns: new Map([...codes].map(([column, code]) => [code, column])),
    };
  }
  return null;
}

function unitRows(
  sheet: Sheet,
  headerRow: number,
  unitColumn: number,
  codes: ReadonlyMap<number, string>,
): Map<string, UnitRow> {
  const rows = new Map<string, UnitRow>();
  for (let row = headerRow + 1; row <= lastRow(sheet); row++) {
    const cells = cellsOfRow(sheet, row);
    const name = String(cells.find(({ column }) => column === unitColumn)?.value ?? "").trim();
    if (name === "" || rows.has(name)) continue;
    const values = cells.flatMap(({ column, value }): [string, CellValue][] => {
      const code = codes.get(column);
      return code === undefined || value === null || value === "" ? [] : [[code, value]];
    });
    const unsaved = cells.filter(isUnsaved).flatMap(({ column }) => codes.get(column) ?? []);
    rows.set(name, { row, values: new Map(values), unsaved });
  }
  return rows;
}

export function isUnsaved({ value, formula }: Cell): boolean {
  return value === null && formula !== undefined;
}

/** The row's numbers; 是 and 否 as 1 and 0, other texts left out. */
export function numbersOf({ values }: UnitRow): Map<string, number> {
  return new Map(
    [...values].flatMap(([code, value]): [string, number][] => {
      if (typeof value === "number") return [[code, value]];
      if (typeof value === "boolean") return [[code, value ? 1 : 0]];
      return value === WORDS.yes ? [[code, 1]] : value === WORDS.no ? [[code, 0]] : [];
    }),
  );
}
