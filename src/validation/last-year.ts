import type { Indicator } from "../template/template";

/** What last year's county workbook says: the values that 上年 columns must agree with. */
export interface LastYear {
  /** `2019`. */
  readonly period: string;
  /** Of which level its units are, see `Template.level`; absent where they are townships. */
  readonly level?: number;
  /** Unit name → code → value. Yes/no lines are 1 and 0. */
  readonly units: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Code → county total. */
  readonly totals: ReadonlyMap<string, number>;
  /** Unit name → its rank among its group; absent where the units were not ranked. */
  readonly ranks?: ReadonlyMap<string, number>;
  /** The whole county's, where `totals` are only those of the units that have reported this year. */
  readonly whole?: ReadonlyMap<string, number>;
  /** Units that were renamed or merged since: their name now → the names that their values bore. */
  readonly former?: ReadonlyMap<string, readonly string[]>;
  /** Code → how the line was filled in that year; absent where the workbook no longer says. */
  readonly lines?: ReadonlyMap<string, Pick<Indicator, "kind" | "measure">>;
  /** Codes of lines that are measured otherwise since: they have no values of last year. */
  readonly incomparable?: readonly string[];
}
