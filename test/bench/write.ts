/** Writing 8 sheets of 150 rows and 12 columns with styles and formulas. */
import { utils, write } from "@e965/xlsx";
import ExcelJS from "exceljs";
import { nodeDeflate } from "../../src/files/write/node-deflate";
import { writeXlsx } from "../../src/files/write/write-xlsx";
import { toA1 } from "../../src/workbook/address";
import type { PlanCell, WorkbookPlan } from "../../src/workbook/plan";
import { medians, type Report } from "./measure";

const [SHEETS, ROWS, COLUMNS] = [8, 150, 12];

export async function benchWrite(): Promise<Report> {
  const plan = planOf();
  const contenders = [
    { name: "this writer, as in browsers (fflate)", run: () => writeXlsx(plan) },
    { name: "this writer, node:zlib", run: () => writeXlsx(plan, { deflate: nodeDeflate }) },
    { name: "@e965/xlsx (no styles)", run: bySheetJs },
    { name: "exceljs", run: byExcelJs },
  ];
  const times = await medians(contenders, 9);
  return {
    title: `Writing ${SHEETS} sheets of ${ROWS} × ${COLUMNS} cells with styles and formulas (Node)`,
    columns: ["", "ms"],
    rows: [...times].map(([name, ms]) => [name, ms.toFixed(1)]),
  };
}

/** What is in a cell of the sheets: a text, a formula or a number. */
function cellOf(row: number, column: number): { value: number | string; formula?: string } {
  if (column === 0) return { value: `第${row}行 台上镇` };
  if (column < COLUMNS - 1) return { value: row * column };
  return { value: (row * column * (column - 1)) / 2, formula: `SUM(B${row + 1}:K${row + 1})` };
}

const sheetName = (sheet: number): string => `关工${sheet + 1}`;

/** Row by row. */
function eachCell(visit: (row: number, column: number, cell: ReturnType<typeof cellOf>) => void): void {
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) visit(row, column, cellOf(row, column));
  }
}

function planOf(): WorkbookPlan {
  const style = { bold: true, border: "thin", format: "#,##0" } as const;
  return {
    names: [],
    sheets: Array.from({ length: SHEETS }, (_, sheet) => {
      const cells: PlanCell[] = [];
      eachCell((row, column, cell) => cells.push({ row, column, ...cell, style }));
      return { name: sheetName(sheet), cells };
    }),
  };
}

function bySheetJs(): unknown {
  const book = utils.book_new();
  for (let sheet = 0; sheet < SHEETS; sheet++) {
    const cells: Record<string, object | string> = { "!ref": `A1:${toA1(ROWS - 1, COLUMNS - 1)}` };
    eachCell((row, column, { value, formula }) => {
      const type = typeof value === "number" ? "n" : "s";
      cells[toA1(row, column)] = { t: type, v: value, z: "#,##0", ...(formula ? { f: formula } : {}) };
    });
    utils.book_append_sheet(book, cells, sheetName(sheet));
  }
  return write(book, { type: "buffer", compression: true, bookSST: true });
}

function byExcelJs(): Promise<unknown> {
  const book = new ExcelJS.Workbook();
  const edge = { style: "thin" } as const;
  const style = {
    font: { bold: true },
    border: { top: edge, left: edge, bottom: edge, right: edge },
    numFmt: "#,##0",
  };
  for (let sheet = 0; sheet < SHEETS; sheet++) {
    const target = book.addWorksheet(sheetName(sheet));
    eachCell((row, column, { value, formula }) => {
      const cell = target.getCell(row + 1, column + 1);
      cell.value = formula === undefined ? value : { formula, result: value };
      cell.style = style;
    });
  }
  return book.xlsx.writeBuffer();
}
