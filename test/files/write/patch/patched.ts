/** Patches the unit's workbook and shows what came of it. */
import { unzipSync } from "fflate";
import { nodeInflate } from "../../../../src/files/read/node-inflate";
import { readXlsx } from "../../../../src/files/read/xlsx";
import { patchXlsx } from "../../../../src/files/write/patch/patch-xlsx";
import type { CellPatch, WorkbookPatch } from "../../../../src/files/write/patch/patch";
import { cellAt } from "../../../../src/workbook/cells";
import { parseA1 } from "../../../../src/workbook/address";
import type { Sheet, Workbook } from "../../../../src/workbook/workbook";
import { open, type Opened } from "../opened";
import { unitWorkbook, type Variant } from "./unit-workbook";

export interface Patched extends Opened {
  readonly workbook: Workbook;
  /** The paths of parts that are not byte for byte what they were, new and missing ones too. */
  readonly touched: readonly string[];
}

export function patched(patch: WorkbookPatch, variant: Variant = {}): Patched {
  const before = unitWorkbook(variant);
  const bytes = patchXlsx(before, patch);
  const [old, now] = [unzipSync(before), unzipSync(bytes)];
  const paths = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  const same = (path: string): boolean =>
    Buffer.compare(old[path] ?? Buffer.of(), now[path] ?? Buffer.of()) === 0;
  return {
    ...open(bytes),
    workbook: readXlsx(bytes, { inflate: nodeInflate }),
    touched: paths.filter((path) => !same(path)).sort(),
  };
}

/** Changes cells of 关工02, given by their addresses. */
export function marked(
  cells: Readonly<Record<string, Omit<CellPatch, "row" | "column">>>,
  variant: Variant = {},
): Patched {
  const list = Object.entries(cells).map(([a1, change]) => ({ ...parseA1(a1)!, ...change }));
  return patched({ sheets: [{ sheet: "关工02", cells: list }] }, variant);
}

export function valueAt(sheet: Sheet | undefined, a1: string): unknown {
  const { row, column } = parseA1(a1)!;
  return sheet && cellAt(sheet, row, column)?.value;
}

/** The `xf` and the fill of a cell on 关工02. */
export function styleAt(opened: Opened, a1: string): { xf: Element; fill: string | null | undefined } {
  const sheet = opened.part("xl/worksheets/sheet1.xml");
  const cell = [...sheet.getElementsByTagNameNS("*", "c")].find((one) => one.getAttribute("r") === a1);
  const list = (name: string): Element => opened.part("xl/styles.xml").getElementsByTagNameNS("*", name)[0]!;
  const xf = list("cellXfs").children[Number(cell?.getAttribute("s") ?? 0)]!;
  const fill = list("fills").children[Number(xf.getAttribute("fillId"))]!;
  return { xf, fill: fill.getElementsByTagNameNS("*", "fgColor")[0]?.getAttribute("rgb") };
}
