/** What a longer period was made of: its periods, each with its county workbook. */
import type { Submission } from "../intake/submission";
import type { Indicator } from "../template/template";

/** Where a unit's value is in the county workbook of a period: `单位数据!D7`; null where it has no place. */
export type CellOf = (unit: string, code: string) => { readonly sheet: string; readonly cell: string } | null;

export interface SummedPart {
  readonly file: string;
  readonly period: string;
  readonly templateVersion: number;
  readonly submissions: readonly Submission[];
  /** Units of the register that are not in its totals. */
  readonly missing: readonly string[];
  readonly cellOf: CellOf;
}

/** What the longer period was made of; on a sheet of its own, 各期数据. */
export interface SummedPeriods {
  /** In their order. */
  readonly parts: readonly SummedPart[];
  /** Periods of which no county workbook was given. */
  readonly missing: readonly string[];
  /** How a unit's value follows from those of the periods. */
  readonly ruleOf: (line: { readonly indicator: Indicator }) => PeriodRule;
  /** Items that not all versions of the template have, or that were measured otherwise in one of them. */
  readonly changed: readonly ChangedItem[];
}

/** `last`: of the last period alone; `none`: it does not follow from the periods. */
export type PeriodRule = "sum" | "last" | "computed" | "words" | "none";

export interface ChangedItem {
  readonly code: string;
  readonly name: string;
  /** `lacking`: the item was not asked; `otherwise`: in another measure or kind, so that nothing is added. */
  readonly how: "lacking" | "otherwise";
  readonly periods: readonly string[];
}
