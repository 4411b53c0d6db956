/** A finding before it is known what it belongs under. */
import type { Finding, FindingParam, Place } from "../findings/finding";
import type { FindingCode } from "../findings/finding-code";
import type { Line } from "../intake/submission";
import type { Key } from "./keys";

export interface Draft {
  readonly finding: Finding;
  /** The cell it is at; null for a form, a list or the whole file. */
  readonly at: Key | null;
  /** Everything that it rests on, `at` among it. */
  readonly on: readonly Key[];
  /** What is at the cell is wrong as it is, whatever else says: rules that rest on it are its consequences. */
  readonly damages?: Key;
  /**
   * What else is its consequence, beyond what rests on its cell. It is asked of every draft that comes after it;
   * `reach` is what that one rests on, through the formulas of computed lines too.
   */
  readonly takes?: (other: Draft, reach: ReadonlySet<Key>) => boolean;
}

export interface DraftText {
  readonly class: Finding["class"];
  readonly code: FindingCode;
  readonly unit: string | null;
  readonly place: Place;
  readonly indicator?: string | null;
  readonly values?: Finding["values"];
  readonly params?: Readonly<Record<string, FindingParam>>;
}

/** A finding of a built-in check. */
export function findingOf({ indicator = null, values = null, params = {}, ...words }: DraftText): Finding {
  const { sheet, cell } = words.place;
  return { ...words, indicator, values, params: { sheet, cell, ...params }, causes: [] };
}

/** The unit's own reason beside the line goes along with the finding: see {@link settled}. */
export function explainedBy(line: Line | null | undefined): { readonly explained?: string } {
  const reason = line?.reason.trim() ?? "";
  return reason === "" ? {} : { explained: reason };
}

/** A finding that asks for a reason which the unit has given is a note: it is shown, with the reason, and asks nothing. */
export function settled(finding: Finding): Finding {
  const isSettled = finding.class === "explain" && Boolean(finding.params.explained);
  return {
    ...finding,
    class: isSettled ? "note" : finding.class,
    causes: finding.causes.map(settled),
  };
}
