/** 修改记录, read back from the hidden column that keeps each decision as the program had it. */
import { inOrder, type Decision } from "../../consolidation/decisions";
import { CONFIRMABLE } from "../../intake/normalise";
import { cellAt, cellsOf, lastRow } from "../../workbook/cells";
import type { Sheet } from "../../workbook/workbook";
import { DECISION_RECORD } from "../decisions-sheet";
import { findingFrom, isRecord, jsonIn, textOrNull, type Json } from "./read-finding";

/** Null where the column is gone. A row that somebody typed over is left out, and so is its decision. */
export function readDecisions(sheet: Sheet): readonly Decision[] | null {
  const head = [...cellsOf(sheet)].find(({ value }) => value === DECISION_RECORD);
  if (!head) return null;
  const rows = Array.from({ length: lastRow(sheet) - head.row }, (_, i) => head.row + 1 + i);
  return inOrder(
    rows.flatMap((row) => {
      const json = jsonIn(cellAt(sheet, row, head.column)?.value);
      return (json && decisionFrom(json)) ?? [];
    }),
  );
}

function decisionFrom(json: Json): Decision | null {
  const { kind, unit, file, code, among, seen, text } = json;
  if (kind === "accept" || kind === "explain") {
    const whole = isRecord(json["finding"]) ? findingFrom(json["finding"]) : null;
    if (whole === null) return null;
    const { causes: _none, proposal, ...finding } = whole;
    if (kind === "accept") return proposal ? { kind, finding: { ...finding, proposal } } : null;
    if (typeof seen !== "string" || typeof text !== "string") return null;
    return { kind, finding: { ...finding, ...(proposal ? { proposal } : {}) }, seen, text };
  }
  if (kind === "choose" && typeof unit === "string" && Array.isArray(among))
    return { kind, unit, file: textOrNull(file), among: among.map(textOrNull) };
  if (kind === "confirm" && typeof code === "string" && CONFIRMABLE.has(code))
    return { kind, unit: textOrNull(unit), file: textOrNull(file), code };
  return null;
}
