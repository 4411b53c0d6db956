/** 审核结果, read back from the hidden column that keeps each finding as the program had it. */
import type { Finding } from "../../findings/finding";
import { cellAt, cellsOf, lastRow } from "../../workbook/cells";
import type { Sheet } from "../../workbook/workbook";
import { FINDING_RECORD } from "../findings-sheet";
import { findingFrom, jsonIn } from "../../findings/finding-json";

/** Null where the column is gone. A row that somebody typed over is left out. */
export function readFindings(sheet: Sheet): Finding[] | null {
  const head = [...cellsOf(sheet)].find(({ value }) => value === FINDING_RECORD);
  if (!head) return null;
  const roots: Open[] = [];
  const path: Open[] = [];
  for (let row = head.row + 1; row <= lastRow(sheet); row++) {
    const read = parsed(cellAt(sheet, row, head.column)?.value);
    if (!read) continue;
    // Rows stand below what brought them about; one whose cause was deleted stands by itself.
    const depth = Math.min(read.depth, path.length);
    path.length = depth;
    const open: Open = { finding: read.finding, effects: [] };
    (path.at(-1)?.effects ?? roots).push(open);
    path.push(open);
  }
  return roots.map(closed);
}

interface Open {
  readonly finding: Finding;
  readonly effects: Open[];
}

function closed({ finding, effects }: Open): Finding {
  return { ...finding, causes: effects.map(closed) };
}

function parsed(text: unknown): { finding: Finding; depth: number } | null {
  const json = jsonIn(text);
  const finding = json && findingFrom(json);
  const depth = json?.["depth"];
  return finding && typeof depth === "number" ? { finding, depth } : null;
}
