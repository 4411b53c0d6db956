/**
 * What a person sees in the cell against what is stored in it, where a number format is between them. The cell is
 * read as it is shown, like the same typed as text; F24 where the two do not say the same.
 */
import { CATALOGUE } from "../../findings/catalogue";
import { isDateFormat } from "../../workbook/dates";
import type { Cell } from "../../workbook/workbook";
import { rawText } from "./clean";
import { shownNumber, shownText } from "./number-format";
import type { CellSpec, Reading } from "./reading";
import { logged, refused } from "./reading";

type Read = (cell: Cell) => Reading;

/** The reading of a cell whose format shows something else than its value; null where it shows the value. */
export function readAsShown(cell: Cell, spec: CellSpec, read: Read): Reading | null {
  if (cell.format === undefined) return null;
  if (typeof cell.value === "string") return textAsShown(cell, cell.value, read);
  if (typeof cell.value !== "number" || isDateFormat(cell.format)) return null;
  return numberAsShown(cell, cell.value, spec, read);
}

function textAsShown(cell: Cell, text: string, read: Read): Reading | null {
  const shown = shownText(text, cell.format);
  if (shown === text || text.trim() === "") return null;
  if (shown.trim() === "") return hidden(text);
  return standingFor(text, shown, read({ ...cell, value: shown }));
}

function numberAsShown(cell: Cell, value: number, spec: CellSpec, read: Read): Reading | null {
  const shown = shownNumber(value, cell.format);
  if (shown === null) return null;
  const raw = rawText(cell);
  if (shown.text === raw && !shown.parted) return null;
  if (shown.text.trim() === "") return value === 0 ? emptyZero(cell, spec, read) : hidden(raw);
  // A zero that is shown as a dash is a zero; Excel's own accounting formats do it, and everybody knows them.
  if (value === 0 && !shown.digits && isNumeric(spec) && /^[-–—－/]+$/.test(shown.text.trim()))
    return shown.accounting ? null : zeroAs(raw, shown.text.trim());
  if (!shown.digits && isNumeric(spec)) return otherwise(raw, shown.text);
  // Text lines are not judged by their unit of measure; a rate's per cent sign is read by its number.
  if (spec.kind === "text")
    return shown.parted ? null : standingFor(raw, shown.text, read(asText(cell, shown.text)));
  if (isRate(spec) && /^-?[\d.]+%$/.test(shown.text) && !/"[^"]*%/.test(cell.format!)) return null;
  const stored = read({ ...cell, format: "General" });
  const seen = standingFor(raw, shown.text, read(asText(cell, shown.text)));
  if (!same(stored, seen)) {
    const isOwn = seen.defect !== undefined && CATALOGUE[seen.defect.code].textDecides === true;
    return isOwn ? seen : otherwise(raw, shown.text);
  }
  // The same number: what is worth saying of a text's digits is nothing of a number's. A rough number stays rough.
  return seen.approximate || seen.defect?.code === "D39" ? seen : stored;
}

/**
 * A per cent sign of the format is part of the number. On an office's own sheet the number stays what is stored, a share
 * of 1, as the office's formulas and formats there reckon with it.
 */
function isRate({ kind, measure }: CellSpec): boolean {
  return measure === "%" ? kind === "percent" || kind === "decimal" : kind === "decimal" && measure === "";
}

function isNumeric({ kind }: CellSpec): boolean {
  return kind === "whole" || kind === "decimal" || kind === "amount" || kind === "percent";
}

function asText(cell: Cell, text: string): Cell {
  const { format: _gone, formula: _kept, ...rest } = cell;
  return { ...rest, kind: "text", value: text };
}

function same(stored: Reading, seen: Reading): boolean {
  if (stored.state !== seen.state) return false;
  if (typeof stored.value !== "number" || typeof seen.value !== "number") return stored.value === seen.value;
  return Math.abs(stored.value - seen.value) <= 1e-9 * Math.max(1, Math.abs(stored.value));
}

/** `raw` stays what is stored, so that a repair finds it again; the message shows what a person sees. */
function standingFor(raw: string, shown: string, reading: Reading): Reading {
  const { defect } = reading;
  if (defect === undefined) return { ...reading, raw };
  return { ...reading, raw, defect: { ...defect, params: { ...defect.params, raw: shown } } };
}

function hidden(raw: string): Reading {
  return refused(raw, { code: "F24", class: "explain", variant: "hidden" });
}

function otherwise(raw: string, shown: string): Reading {
  return refused(raw, { code: "F24", class: "explain", params: { shown } });
}

/** A zero that shows nothing looks like a line that was not filled in. */
function emptyZero(cell: Cell, spec: CellSpec, read: Read): Reading | null {
  if (!isNumeric(spec)) return null;
  return zeroAs(rawText(cell), "", read({ ...cell, format: "General" }).value);
}

function zeroAs(raw: string, shown: string, value: Reading["value"] = 0): Reading {
  const variant = shown === "" ? "emptyZero" : "zero";
  return logged(raw, value ?? 0, { code: "F24", class: "note", variant, params: { shown } });
}
