/** A county's figures as its workbook says them. */
import { LINE_CODE } from "../../template/line-code";
import type { Template } from "../../template/template";
import { WORDS } from "../../template/words";
import { toA1 } from "../../workbook/address";
import { cellAt, cellsOf, cellsOfRow, lastRow } from "../../workbook/cells";
import type { Cell, Sheet, Workbook } from "../../workbook/workbook";
import { layoutForm } from "../../template/form-layout";
import { MARKER } from "../machine-sheet";
import { formSheetName, SHEETS } from "../sheet-names";
import type { CountyFacts, Figure, Year } from "./county-facts";

/**
 * The figures of a workbook that `readCountyWorkbook` has accepted; `period` is what that says. Lines are found by code,
 * units by name, wherever they stand; formulas count with their saved values.
 */
export function factsOfWorkbook(workbook: Workbook, template: Template, period: string): CountyFacts {
  const labels = labelsOf(workbook);
  const sheetOf = (name: string): DataTable | null => {
    const sheet = workbook.sheets.find((each) => each.name === name);
    return sheet ? readTable(sheet, labels.code) : null;
  };
  const tables: Record<Year, DataTable | null> = {
    this: sheetOf(SHEETS.unitData),
    last: sheetOf(SHEETS.lastYearData),
  };
  const totals = totalPlaces(workbook, template);
  return {
    template,
    period,
    figure: (code, unit, year) => {
      const figure = tables[year]?.figure(code, unit ?? labels.total) ?? null;
      const place = unit === null ? totals.get(`${code} ${year}`) : undefined;
      return figure && { ...figure, place: place ?? figure.place };
    },
  };
}

/** The words with which 单位数据 was written: before the codes, and before the totals. */
interface Labels {
  readonly code: string;
  readonly total: string;
}

function labelsOf(workbook: Workbook): Labels {
  const machine = workbook.sheets.find((sheet) => cellAt(sheet, 0, 0)?.value === MARKER);
  const entry = (key: string): string => {
    const cell = machine && [...cellsOf(machine)].find(({ column, value }) => column === 0 && value === key);
    return String((cell && cellAt(machine, cell.row, 1)?.value) ?? "");
  };
  return { code: entry("codeLabel"), total: entry("totalLabel") };
}

interface DataTable {
  figure(code: string, row: string): Figure | null;
}

function readTable(sheet: Sheet, codeLabel: string): DataTable | null {
  for (const head of cellsOf(sheet)) {
    if (head.value !== codeLabel) continue;
    const columns = new Map(
      cellsOfRow(sheet, head.row)
        .filter(({ value }) => LINE_CODE.test(String(value)))
        .map(({ value, column }) => [String(value), column]),
    );
    if (columns.size === 0) continue;
    const rows = new Map<string, number>();
    for (let row = lastRow(sheet); row > head.row; row--) {
      const name = String(cellAt(sheet, row, head.column)?.value ?? "").trim();
      if (name !== "") rows.set(name, row);
    }
    return { figure: (code, name) => figureAt(sheet, rows.get(name), columns.get(code)) };
  }
  return null;
}

function figureAt(sheet: Sheet, row: number | undefined, column: number | undefined): Figure | null {
  if (row === undefined || column === undefined) return null;
  const value = numberOf(cellAt(sheet, row, column));
  return value === null ? null : { value, place: `${sheet.name}!${toA1(row, column)}` };
}

/** 是 and 否 as 1 and 0. */
function numberOf(cell: Cell | undefined): number | null {
  const value = cell?.value;
  if (typeof value === "number") return value;
  return value === WORDS.yes ? 1 : value === WORDS.no ? 0 : null;
}

/** The totals' cells in the consolidated forms, which is where a person looks: by code and year. */
function totalPlaces(workbook: Workbook, template: Template): Map<string, string> {
  const places = new Map<string, string>();
  for (const form of template.forms.filter(({ layout }) => layout === "table")) {
    const sheet = workbook.sheets.find(({ name }) => name === formSheetName(form));
    if (!sheet) continue;
    const { columns } = layoutForm(template, form);
    for (const cell of cellsOf(sheet)) {
      if (cell.column !== columns.code || !LINE_CODE.test(String(cell.value))) continue;
      places.set(`${String(cell.value)} this`, `${sheet.name}!${toA1(cell.row, columns.current!)}`);
      places.set(`${String(cell.value)} last`, `${sheet.name}!${toA1(cell.row, columns.lastYear!)}`);
    }
  }
  return places;
}
