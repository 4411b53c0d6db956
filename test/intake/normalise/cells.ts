/** Short ways to make a cell and to read it. */
import {
  normalise,
  PLAIN_SETTINGS,
  type CellSpec,
  type Reading,
  type ReadSettings,
} from "../../../src/intake/normalise";
import type { Cell } from "../../../src/workbook/workbook";

export const PEOPLE: CellSpec = { kind: "whole", measure: "人" };
export const SESSIONS: CellSpec = { kind: "whole", measure: "场" };
export const YUAN: CellSpec = { kind: "amount", measure: "元" };
export const RATE: CellSpec = { kind: "percent", measure: "%" };
export const POINTS: CellSpec = { kind: "percent", measure: "个百分点" };
export const CHARACTERS: CellSpec = { kind: "decimal", measure: "万字" };
export const YES_NO: CellSpec = { kind: "yesNo", measure: "" };
export const DAY: CellSpec = { kind: "date", measure: "" };
export const TEXT: CellSpec = { kind: "text", measure: "" };
export const LEVEL: CellSpec = { kind: "choice", measure: "", choices: ["县", "市", "省", "国家"] };

export function cell(value: number | string | boolean, format?: string): Cell {
  const kind = typeof value === "string" ? "text" : (typeof value as "number" | "boolean");
  return { row: 0, column: 0, kind, value, ...(format === undefined ? {} : { format }) };
}

export function read(
  value: number | string | boolean,
  spec: CellSpec = PEOPLE,
  settings: Partial<ReadSettings> = {},
  format?: string,
): Reading {
  return normalise(cell(value, format), spec, { ...PLAIN_SETTINGS, year: 2020, ...settings });
}

/** What a reading comes to, in one line: value or state, code of the defect, its class. */
export function outcome(reading: Reading): readonly unknown[] {
  const shown = reading.state === "filled" ? reading.value : reading.state;
  return reading.defect ? [shown, reading.defect.code, reading.defect.class] : [shown];
}
