/** What a check found, as code, parameters and place. The sentence is made in `locales/`. */
import type { RuleClass } from "../rules/rule";

export interface Place {
  /** Null where the workbook is the open one. */
  readonly file: string | null;
  readonly sheet: string | null;
  /** A1 address. */
  readonly cell: string | null;
}

export type FindingParam = string | number | null;

export interface Finding {
  readonly class: RuleClass;
  /** The rule's number (R05, P01, C03), else a defect of the catalogue (D31), else an F code. */
  readonly code: string;
  /** The register's name; null if unknown. */
  readonly unit: string | null;
  readonly place: Place;
  /** The indicator line, `0201`. */
  readonly indicator: string | null;
  /** `left` and `right` for relations; `value` with `lastYear` or `peer` for plausibility; else what the message shows. */
  readonly values: Readonly<Record<string, FindingParam>> | null;
  /** What the message needs besides: names, the relation as written, the raw text. */
  readonly params: Readonly<Record<string, FindingParam>>;
  /** For a rule of the template: its own message and advice, if staff wrote any. */
  readonly message?: string;
  readonly advice?: string;
  readonly explanationRequired?: boolean;
  /** Findings that this one brings about. */
  readonly causes: readonly Finding[];
}
