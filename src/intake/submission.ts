/** One unit's workbook, recognised, aligned with the template, every cell normalised. */
import type { Finding, Place } from "../findings/finding";
import type { Unit } from "../template/template";

/** 填报, 0, 未填, 不适用, and refused: something is there that cannot be read as a value. */
export type EntryState = "filled" | "blank" | "notApplicable" | "refused";

/**
 * How a text became a value: the code of the finding that it has or would have, `D35` full-width characters, `D36` spaces
 * around it; `edited`, `repaired`, `confirmed` by the county; in the workbook of a later version something else.
 */
export type ReadingStep = string;

export interface Entry {
  /** The text as it is in the cell (a number as JavaScript writes it); empty for a blank. */
  readonly raw: string;
  /** Number (per cent in percentage points, dates as serials of the 1900 system), 是/否 as boolean, text; null unless filled. */
  readonly value: number | string | boolean | null;
  readonly state: EntryState;
  /** 约数: the value stands for 约, 余, 近, 多. */
  readonly approximate: boolean;
  readonly steps: readonly ReadingStep[];
  readonly place: Place;
  /** The cell's own formula, if it has one. */
  readonly formula?: string;
}

/** One indicator's row in a unit's form. */
export interface Line {
  readonly code: string;
  readonly current: Entry;
  /** 上年 as it is in the form; null where the form has no such cell. */
  readonly lastYear: Entry | null;
  /** 说明 beside the line; empty if none. */
  readonly reason: string;
  /** Where the reason stands; absent where the form has no such column. */
  readonly reasonPlace?: Place;
}

export interface FormReading {
  readonly form: string;
  readonly sheet: string;
  readonly lines: ReadonlyMap<string, Line>;
}

export interface ListRow {
  /** Row of the sheet, counted from 0. */
  readonly row: number;
  /** Row of the county workbook's own sheet, where it was read from there. */
  readonly at?: number;
  /** By column name. */
  readonly cells: ReadonlyMap<string, Entry>;
}

export interface ListReading {
  readonly list: string;
  readonly sheet: string;
  readonly rows: readonly ListRow[];
}

/** 模板外: a cell that carries something which the template has no place for. Listed and shown, never counted. */
export interface OffTemplate {
  readonly place: Place;
  readonly raw: string;
  /** What is written beside and above it; absent where nothing is, or where it may be a person's name. */
  readonly label?: string;
  /** So many further cells of the sheet, not listed one by one; `place` is then the area that they are in. */
  readonly rest?: number;
}

export interface UnitsOf {
  readonly units: number;
  readonly expected: number;
}

export interface Submission {
  /** Path of the file; null for the open workbook. */
  readonly file: string | null;
  /** Null where no unit of the register was identified. */
  readonly unit: Unit | null;
  /** How unit and template were identified, strongest first: `identity`, `cover`, `alias`, `fileName`, `layout`. */
  readonly evidence: readonly string[];
  readonly templateId: string | null;
  readonly templateVersion: number | null;
  /** `2020`; null if unknown. */
  readonly period: string | null;
  readonly cover: ReadonlyMap<string, Entry>;
  readonly forms: ReadonlyMap<string, FormReading>;
  readonly lists: ReadonlyMap<string, ListReading>;
  readonly offTemplate: readonly OffTemplate[];
  /** What intake itself found: D codes, S codes. */
  readonly findings: readonly Finding[];
  /** Of a county's workbook one level up: its units that are in its totals, and those of its register. */
  readonly of?: UnitsOf;
}
