/** What normalising one cell yields, and what it needs to know. */
import type { RuleClass } from "../../rules/rule";
import type { IndicatorKind } from "../../template/template";
import type { CheckCode } from "../../findings/catalogue";
import type { FindingParam } from "../../findings/finding";
import type { Repairs } from "../../findings/repair";
import type { Entry, ReadingStep } from "../submission";

/** What the template says of the cell. An indicator is one; a list's column is turned into one. */
export interface CellSpec {
  readonly kind: IndicatorKind;
  /** 人, 元, %; empty where the template names none: then any unit of measure is taken, and logged. */
  readonly measure: string;
  readonly choices?: readonly string[];
  readonly required?: boolean;
}

export interface ReadSettings {
  /** The workbook counts its days from 1 January 1904. */
  readonly date1904: boolean;
  /** The file has texts only, as .csv: that a number is one says nothing. */
  readonly untyped?: boolean;
  /** The year that a date without one belongs to; null if unknown. */
  readonly year: number | null;
  /** Codes that somebody confirmed for this file: their findings become notes. */
  readonly confirmed: ReadonlySet<CheckCode>;
  /** What the county reads otherwise; none if absent. */
  readonly repairs?: Repairs;
}

export const PLAIN_SETTINGS: ReadSettings = { date1904: false, year: null, confirmed: new Set() };

/** A finding that has no place yet. `proposal` is what the cell probably should say. */
export interface Defect {
  readonly code: CheckCode;
  readonly class: RuleClass;
  /** Which of the code's sentences fits; absent for its only or usual one. */
  readonly variant?: string;
  readonly params: Readonly<Record<string, FindingParam>>;
  readonly proposal?: number | string;
}

/** An entry that does not know its place yet. At most one defect: the most serious that the cell has. */
export interface Reading extends Pick<Entry, "raw" | "value" | "state" | "approximate" | "steps"> {
  readonly defect?: Defect;
}

type Value = number | string | boolean;

export function blank(raw = ""): Reading {
  return { raw, value: null, state: "blank", approximate: false, steps: [] };
}

/** A value read without anything worth saying; `steps` keeps what was done in silence. */
export function filled(raw: string, value: Value, steps: readonly ReadingStep[] = []): Reading {
  return { raw, value, state: "filled", approximate: false, steps };
}

/** A value that was read, and what there is to say about it. */
export function logged(
  raw: string,
  value: Value,
  defect: Omit<Defect, "params"> & { readonly params?: Defect["params"] },
  more: { readonly steps?: readonly ReadingStep[]; readonly approximate?: boolean } = {},
): Reading {
  const shown = typeof value === "boolean" ? (value ? "是" : "否") : value;
  return {
    raw,
    value,
    state: "filled",
    approximate: more.approximate ?? false,
    steps: more.steps ?? [defect.code],
    defect: { ...defect, params: { raw, value: shown, ...defect.params } },
  };
}

/** Something is there that cannot be read as one value. */
export function refused(
  raw: string,
  defect: Omit<Defect, "params"> & { readonly params?: Defect["params"] },
): Reading {
  return {
    raw,
    value: null,
    state: "refused",
    approximate: false,
    steps: [defect.code],
    defect: { ...defect, params: { raw, value: null, ...defect.params } },
  };
}

/** A class that a confirmation for the whole file turns into a note. */
export function unlessConfirmed(code: CheckCode, settings: ReadSettings): RuleClass {
  return settings.confirmed.has(code) ? "note" : "explain";
}
