import type { Book } from "./book";
import type { CalculatorName, CalculatorSheet } from "./calculator";
import type { GridValue } from "./grid";
import type { Sheet } from "./sheet";

/** The workbook as the formula engine wants it. */
export function cellsToCalculate(book: Book): { sheets: CalculatorSheet[]; names: CalculatorName[] } {
  const sheets = book.sheets.map((sheet) => ({ name: sheet.name, cells: () => cellsOf(sheet) }));
  const names = [
    ...book.names.map(({ name, formula }) => ({ name, formula, sheet: null })),
    ...book.sheets.flatMap((sheet, i) =>
      sheet.names.map(({ name, formula }) => ({ name, formula, sheet: i })),
    ),
  ];
  return { sheets, names };
}

function* cellsOf(sheet: Sheet): Iterable<readonly [number, number, GridValue, string | undefined]> {
  for (const [row, column, cell] of sheet.grid.allCells()) yield [row, column, cell.value, cell.formula];
}
