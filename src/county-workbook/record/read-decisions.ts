/** 修改记录, read back from the hidden column that keeps each decision as the program had it. */
import { inOrder, type AskedFinding, type Decision, type SentFile } from "../../findings/decisions";
import { isConfirmable } from "../../findings/catalogue";
import { cellAt, cellsOf, lastRow } from "../../workbook/cells";
import type { Sheet } from "../../workbook/workbook";
import { DECISION_RECORD } from "../decisions-sheet";
import { findingFrom, isRecord, jsonIn, textOrNull, type Json } from "../../findings/finding-json";

/** Null where the column is gone. A row that somebody typed over is left out, and so is its decision. */
export function readDecisions(sheet: Sheet): readonly Decision[] | null {
  const head = [...cellsOf(sheet)].find(({ value }) => value === DECISION_RECORD);
  if (!head) return null;
  const rows = Array.from({ length: lastRow(sheet) - head.row }, (_, i) => head.row + 1 + i);
  return inOrder(
    rows.flatMap((row) => {
      const json = jsonIn(recordAt(sheet, row, head.column));
      return (json && decisionFrom(json)) ?? [];
    }),
  );
}

/** A long record goes on in the cells to the right. */
function recordAt(sheet: Sheet, row: number, column: number): string {
  let text = "";
  for (let next = column; ; next++) {
    const value = cellAt(sheet, row, next)?.value;
    if (typeof value !== "string") return text;
    text += value;
  }
}

function decisionFrom(json: Json): Decision | null {
  const { kind, unit, file, code, among, marks, seen, text, source } = json;
  if (kind === "accept" || kind === "explain") {
    const whole = isRecord(json["finding"]) ? findingFrom(json["finding"]) : null;
    if (whole === null) return null;
    const { causes: _none, proposal, ...finding } = whole;
    if (kind === "accept") return proposal ? { kind, finding: { ...finding, proposal } } : null;
    if (typeof seen !== "string" || typeof text !== "string") return null;
    const from = typeof source === "string" || source === null ? { source } : {};
    return { kind, finding: { ...finding, ...(proposal ? { proposal } : {}) }, seen, text, ...from };
  }
  if (kind === "choose" && typeof unit === "string" && Array.isArray(among))
    return { kind, unit, file: textOrNull(file), among: among.map(textOrNull), ...marksFrom(marks) };
  if (kind === "confirm" && isConfirmable(code))
    return { kind, unit: textOrNull(unit), file: textOrNull(file), code };
  if (kind === "countAnyway" && typeof json["mark"] === "string")
    return { kind, unit: textOrNull(unit), file: textOrNull(file), mark: json["mark"] };
  if (kind === "sendBack" && typeof unit === "string") return sendBackFrom(unit, json);
  if (kind === "answer" && typeof unit === "string") return answerFrom(unit, json);
  return null;
}

function marksFrom(marks: unknown): { readonly marks?: readonly string[] } {
  return Array.isArray(marks) && marks.every((each) => typeof each === "string") ? { marks } : {};
}

function sendBackFrom(unit: string, { day, earlier, sent, came, answered, asked }: Json): Decision | null {
  if (typeof day !== "string" || !isDay(day)) return null;
  return {
    kind: "sendBack",
    unit,
    day,
    earlier: listOf(earlier, (each) => (typeof each === "string" && isDay(each) ? each : null)),
    sent: listOf(sent, fileFrom),
    came: listOf(came, fileFrom),
    answered: listOf(answered, textOrNull),
    asked: listOf(asked, askedFrom),
  };
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}

function fileFrom(value: unknown): SentFile | null {
  if (!isRecord(value) || typeof value["mark"] !== "string") return null;
  return { file: textOrNull(value["file"]), mark: value["mark"] };
}

function askedFrom(value: unknown): AskedFinding | null {
  const whole = isRecord(value) ? findingFrom(value) : null;
  const weight = CLASSES.find((each) => isRecord(value) && each === value["weight"]);
  if (!whole || !weight) return null;
  const { causes: _none, proposal: _nothing, ...finding } = whole;
  return { ...finding, weight };
}

const CLASSES = ["mustFix", "explain", "note"] as const;

function answerFrom(unit: string, { file, about, seen, code, place, text }: Json): Decision | null {
  if (typeof about !== "string" || typeof seen !== "string") return null;
  if (typeof code !== "string" || typeof text !== "string" || !isRecord(place)) return null;
  const where = { sheet: textOrNull(place["sheet"]), cell: textOrNull(place["cell"]) };
  return { kind: "answer", unit, file: textOrNull(file), about, seen, code, place: where, text };
}

function listOf<T>(value: unknown, read: (each: unknown) => T | null): T[] {
  return Array.isArray(value) ? value.flatMap((each) => read(each) ?? []) : [];
}
