/** County totals, each with the cells it came from. */
import type { Finding, Place } from "../findings/finding";
import type { Submission } from "../intake/submission";
import type { Template, Unit } from "../template/template";
import type { Evidence } from "../validation/evidence";
import type { LastYear } from "../validation/last-year";
import type { Adjustment } from "./adjustments";
import type { Decision } from "../findings/decisions";
import type { RankedUnit } from "./ranking";
import type { Reported } from "./reported";
import type { SummedPeriods } from "./summed-periods";
import type { ReturnProgress } from "./returned";

export type { Reported, UnitStatus } from "./reported";

/** One unit's part in a total. */
export interface Contribution {
  readonly unit: string;
  readonly value: number | string | boolean;
  readonly approximate: boolean;
  readonly raw: string;
  readonly place: Place;
}

export interface Total {
  readonly code: string;
  /** A number (count of yes for yes/no lines; per cent in percentage points, not rounded); the level's word for `max`; a list's or text line's value is in `contributions` alone. Null where no unit contributes. */
  readonly value: number | string | null;
  readonly lastYear: number | null;
  /** Units that contribute a value, and units that should. For `ratio` and `computed` lines: of their operands, the fewest. */
  readonly units: number;
  readonly expected: number;
  readonly contributions: readonly Contribution[];
  /** What the county adds or takes off, contained in `value`; absent where nothing. */
  readonly adjustment?: number;
}

export interface Consolidation {
  readonly template: Template;
  /** `2020`; null where the template has none, and nobody said one. */
  readonly period: string | null;
  /** In the order of the register; only what is counted. */
  readonly submissions: readonly Submission[];
  readonly reported: readonly Reported[];
  /** Units of the register that sent nothing. */
  readonly missing: readonly Unit[];
  readonly findings: readonly Finding[];
  readonly totals: ReadonlyMap<string, Total>;
  /** Of the same units as the totals, while some are missing. */
  readonly lastYear: LastYear | null;
  /** The period before, in the same way; null or absent where it is not known. */
  readonly lastPeriod?: LastYear | null;
  /** The periods that this one was made of; absent where it was collected from units. */
  readonly summed?: SummedPeriods;
  readonly adjustments: readonly Adjustment[];
  /** What another template's county workbook says of the units; null or absent where none was given. */
  readonly evidence?: Evidence | null;
  /** Of a template that scores its units; absent for any other. */
  readonly ranking?: readonly RankedUnit[];
  /** What the county decided about cells, findings and files; nothing if absent. */
  readonly decisions?: readonly Decision[];
  /** What became of the reports that went back; nothing if absent. */
  readonly returned?: readonly ReturnProgress[];
  /** A hash of what is in each file, so that it is known when it comes again; nothing if absent. */
  readonly marks?: ReadonlyMap<string, string>;
}
