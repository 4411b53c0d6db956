/** Numbers: whole, decimal, amounts in yuan, and per cent in percentage points. */
import { isDateFormat } from "../../workbook/dates";
import type { Cell } from "../../workbook/workbook";
import { rawText } from "./clean";
import { refusedDay } from "./coerced";
import { readNumberText, withoutNoise } from "./number-text";
import { fifteenDigits } from "../../workbook/rounding";
import type { CellSpec, Reading, ReadSettings } from "./reading";
import { filled, logged, refused } from "./reading";

export function readNumberCell(cell: Cell, spec: CellSpec, settings: ReadSettings): Reading {
  if (typeof cell.value === "number") return readNumber(cell.value, cell.format, spec, settings);
  if (typeof cell.value === "boolean") {
    return refused(rawText(cell), { code: "F21", class: "mustFix" });
  }
  const reading = readNumberText(String(cell.value ?? ""), spec, settings);
  // Whoever typed the prefix ' wanted the number as text: there is nothing to say (5.5).
  const isSilent = cell.quoted === true && reading.defect?.code === "D31" && reading.value !== null;
  return isSilent ? filled(reading.raw, reading.value, ["D36"]) : reading;
}

function readNumber(
  value: number,
  format: string | undefined,
  spec: CellSpec,
  settings: ReadSettings,
): Reading {
  const raw = String(value);
  if (isDateFormat(format)) return refusedDay(raw, value, settings);
  if (spec.kind === "percent" && isPercentFormat(format)) {
    return logged(raw, fifteenDigits(value * 100), { code: "D43", class: "note", variant: "format" });
  }
  return filled(raw, withoutNoise(value, spec));
}

function isPercentFormat(format: string | undefined): boolean {
  return format !== undefined && format.replace(/"[^"]*"|\\./g, "").includes("%");
}
