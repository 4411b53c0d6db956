/** Date cells: real dates are silent, written ones D45. */
import { fromSerial, isDateFormat } from "../../workbook/dates";
import type { Cell } from "../../workbook/workbook";
import { clean, rawText } from "./clean";
import { parseDateText } from "./dates-text";
import type { CellSpec, Reading, ReadSettings } from "./reading";
import { blank, filled, logged, refused } from "./reading";
import { readWord } from "./words";

const OFFSET_1904 = 1462;
/** Serials of 1980 to 2079: a bare number in between is a date that lost its format. */
const FIRST_SERIAL = 29_221;
const LAST_SERIAL = 65_745;

export function readDateCell(cell: Cell, spec: CellSpec, settings: ReadSettings): Reading {
  if (typeof cell.value === "number") return readDateNumber(cell.value, cell.format, settings);
  return readDateText(rawText(cell), spec, settings);
}

function readDateNumber(value: number, format: string | undefined, settings: ReadSettings): Reading {
  const raw = String(value);
  const serial = Math.floor(value) + (settings.date1904 ? OFFSET_1904 : 0);
  if (isDateFormat(format) && fromSerial(serial)) return filled(raw, serial);
  if (serial >= FIRST_SERIAL && serial <= LAST_SERIAL)
    return logged(raw, serial, { code: "D45", class: "note", params: shown(serial) });
  return fromText(raw, raw, settings);
}

/** A date typed as text into a cell of its own is logged; `inline` is one inside a caption, where it cannot be else. */
export function readDateText(raw: string, spec: CellSpec, settings: ReadSettings, inline = false): Reading {
  const { text, steps } = clean(raw);
  if (text === "") return blank();
  const word = readWord(raw, text, spec, settings);
  // 无 is zero for a number; for a date it is none.
  if (word?.value === 0) return { ...word, value: null, state: "notApplicable" };
  if (word) return word;
  const serial = /^\d{5}(?:\.\d+)?$/.test(text) ? Math.floor(Number(text)) : 0;
  if (serial >= FIRST_SERIAL && serial <= LAST_SERIAL)
    return logged(raw, serial, { code: "D45", class: "note", params: shown(serial) });
  const date = parseDateText(text, settings.year);
  if ((inline || settings.untyped) && date?.usual) return filled(raw, date.serial, steps);
  return fromText(raw, text, settings);
}

function fromText(raw: string, text: string, settings: ReadSettings): Reading {
  const date = parseDateText(text, settings.year);
  if (!date) return refused(raw, { code: "D45", class: "note", variant: "unknown" });
  const variant = date.approximate ? { variant: "approximate" } : date.usual ? { variant: "text" } : {};
  return logged(
    raw,
    date.serial,
    { code: "D45", class: "note", ...variant, params: shown(date.serial) },
    { approximate: date.approximate },
  );
}

/** People read a day, not a serial: 2020-01-16, as they are asked to write it. */
function shown(serial: number): { value: string } {
  const day = fromSerial(serial);
  const two = (part: number): string => String(part).padStart(2, "0");
  return { value: day ? `${day.year}-${two(day.month)}-${two(day.day)}` : String(serial) };
}
