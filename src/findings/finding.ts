/** What a check found, as code, parameters and place. The sentence is made in `locales/`. */
import type { RuleClass } from "../rules/rule";
import type { FindingCode } from "./finding-code";

export interface Place {
  /** Null where the workbook is the open one. */
  readonly file: string | null;
  readonly sheet: string | null;
  /** A1 address. */
  readonly cell: string | null;
}

export type FindingParam = string | number | null;

/** What a cell should say instead, and how that is known. */
export interface Proposal {
  /** The text that is in the cell; empty for a blank. */
  readonly from: string;
  /** What the text was read as; null where nothing could be read. */
  readonly was: number | string | boolean | null;
  readonly to: number | string | boolean;
  /** How it is known, as a code with what its sentence needs. */
  readonly because: { readonly code: Evidence; readonly params: Readonly<Record<string, FindingParam>> };
}

/**
 * `asRead`: the text says so; `oneOf`: one number of several stands out; `formula`: the template's own formula comes to
 * it; `sum`: the parts come to it, and another rule wants the same; `carried`: the county carried it into 上年;
 * `tenThousand`: yuan for 万元, or the reverse; `telephone`: the unit said so, `who` on which `day`.
 */
export type Evidence = "asRead" | "oneOf" | "formula" | "sum" | "carried" | "tenThousand" | "telephone";

export interface Finding {
  readonly class: RuleClass;
  /** A code of `catalogue.ts`, or the rule of the template that failed. */
  readonly code: FindingCode;
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
  /** A repair of the cell at `place` that is well founded; absent where none is. */
  readonly proposal?: Proposal;
  /** Findings that this one brings about. */
  readonly causes: readonly Finding[];
}
