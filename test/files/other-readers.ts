/** The independent readers that the corpus is compared with. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { read } from "@e965/xlsx";
import { fromLibrary } from "../../src/files/read/from-library";
import { DEFAULT_LIMITS } from "../../src/files/read/limits";
import { toA1 } from "../../src/workbook/address";
import { cellsOf } from "../../src/workbook/cells";
import type { Workbook } from "../../src/workbook/workbook";
import type { Grid, GridCell } from "./compare-grids";

export interface OtherReading {
  readonly reader: string;
  readonly grid: Grid | null;
  readonly problem?: string;
}

/** Debian's Python, which has openpyxl where it is installed. */
const PYTHON = "/usr/bin/python3";

export function gridOf(workbook: Workbook): Grid {
  const grid = new Map<string, GridCell>();
  for (const sheet of workbook.sheets) {
    for (const { row, column, value, formula } of cellsOf(sheet)) {
      grid.set(`${sheet.name}!${toA1(row, column)}`, {
        value,
        ...(formula === undefined ? {} : { formula }),
      });
    }
  }
  return grid;
}

/** By `@e965/xlsx`, straight from the file. */
export function gridByLibrary(path: string): OtherReading {
  const reader = "@e965/xlsx";
  try {
    const book = read(readFileSync(path), {
      type: "buffer",
      dense: true,
      cellFormula: true,
      cellNF: true,
      cellDates: false,
    });
    return { reader, grid: gridOf(fromLibrary(book, "xlsx", DEFAULT_LIMITS)) };
  } catch (error) {
    return { reader, grid: null, problem: String(error).split("\n")[0]! };
  }
}

/** By openpyxl; null with a word about it where it is not there. */
export function gridByOpenpyxl(path: string): OtherReading {
  const reader = "openpyxl";
  if (!existsSync(PYTHON)) return { reader, grid: null, problem: "not installed" };
  try {
    const script = join(__dirname, "openpyxl-cells.py");
    const json = execFileSync(PYTHON, [script, path], {
      encoding: "utf8",
      maxBuffer: 1 << 28,
      stdio: ["ignore", "pipe", "pipe"],
    });
    return { reader, grid: new Map(JSON.parse(json) as [string, GridCell][]) };
  } catch (error) {
    const lines = String((error as { stderr?: string }).stderr ?? error)
      .trim()
      .split("\n");
    return { reader, grid: null, problem: lines.at(-1)! };
  }
}
