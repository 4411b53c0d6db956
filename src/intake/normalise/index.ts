/**
 * The normaliser: one cell → a value, what was done to read it, and at most one defect without a place.
 * The contract is section 5.5 of the domain's catalogue: silent, logged, confirmed once per file, or refused.
 * Never by a locale of the machine; the same cell always reads the same.
 */
import { isDateFormat } from "../../workbook/dates";
import type { Cell } from "../../workbook/workbook";
import { withoutRadicals } from "../../workbook/fold";
import { clean, rawText } from "./clean";
import { readChoice, readYesNo } from "./choices";
import { refusedDay } from "./coerced";
import { readDateCell } from "./dates";
import { readNumberCell } from "./numbers";
import { readAsShown } from "./shown";
import type { CellSpec, Reading, ReadSettings } from "./reading";
import { blank, filled, refused } from "./reading";

export type { CellSpec, Defect, Reading, ReadSettings } from "./reading";
export { PLAIN_SETTINGS } from "./reading";

const ERROR_TEXT = /^#(?:REF!|VALUE!|NAME\?|DIV\/0!|N\/A|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)$/i;
/** More digits than a number keeps: an identity or account number that Excel rounded. */
const ROUNDED = 1e15;

/**
 * Reads one cell as the template wants it.
 * A refused reading always has a defect; `raw` is always what is in the cell.
 */
export function normalise(cell: Cell | undefined, spec: CellSpec, settings: ReadSettings): Reading {
  if (!cell) return blank();
  if (cell.kind === "empty") return withoutValue(cell);
  const raw = rawText(cell);
  if (spec.kind !== "text" && raw.length > LONGEST_ENTRY) return longEntry(cell, raw, spec, settings);
  if (cell.kind === "error" || (cell.kind === "text" && ERROR_TEXT.test(raw.trim())))
    return errorValue(raw, cell);
  return (
    readAsShown(cell, spec, (shown) => readValue(shown, spec, settings)) ?? readValue(cell, spec, settings)
  );
}

function readValue(cell: Cell, spec: CellSpec, settings: ReadSettings): Reading {
  switch (spec.kind) {
    case "whole":
    case "decimal":
    case "amount":
    case "percent":
      return readNumberCell(cell, spec, settings);
    case "yesNo":
      return readYesNo(cell, spec, settings);
    case "choice":
      return readChoice(cell, spec, settings);
    case "date":
      return readDateCell(cell, spec, settings);
    case "text":
      return readText(cell, rawText(cell), settings);
  }
}

/** Beyond this a text in a field for a number, a date or a choice is prose, and is not searched for one. */
const LONGEST_ENTRY = 300;

/** Read as what it begins with, so that no text takes longer than another; the finding quotes that much. */
function longEntry(cell: Cell, raw: string, spec: CellSpec, settings: ReadSettings): Reading {
  const text = raw.trim();
  const short = text.length > LONGEST_ENTRY ? `${text.slice(0, LONGEST_ENTRY - 1)}…` : text;
  return { ...normalise({ ...cell, value: short }, spec, settings), raw };
}

/** D17: a formula that nobody calculated yet. The caller may still recompute it. */
function withoutValue(cell: Cell): Reading {
  return refused("", { code: "D17", class: "explain", params: { formula: `=${cell.formula ?? ""}` } });
}

function errorValue(raw: string, cell: Cell): Reading {
  const formula = cell.formula === undefined ? null : `=${cell.formula}`;
  return refused(raw, { code: "D46", class: "mustFix", params: { formula } });
}

/** Text stays what it is, except for the spaces around it and radicals in place of characters. */
function readText(cell: Cell, raw: string, settings: ReadSettings): Reading {
  const { steps } = clean(raw);
  const text = raw.trim();
  if (clean(raw).text === "") return blank();
  if (typeof cell.value === "number") {
    if (isDateFormat(cell.format)) return refusedDay(raw, cell.value, settings);
    if (Math.abs(cell.value) >= ROUNDED)
      return refused(raw, { code: "D44", class: "explain", variant: "scientific" });
  }
  if (/^\d\.\d+E\+\d+$/i.test(text))
    return refused(raw, { code: "D44", class: "explain", variant: "scientific" });
  return filled(raw, withoutRadicals(text), steps);
}
