/** What a cell should say instead, by the kind of proposal that the catalogue names for a code. */
import type { ProposalKind } from "../../findings/catalogue";
import type { Evidence, Finding, FindingParam, Proposal } from "../../findings/finding";
import { fifteenDigits } from "../../workbook/rounding";
import type { CellAt } from "./cell";

/** What is proposed, without what is in the cell. */
export type Suggestion = Pick<Proposal, "to" | "because">;

type Suggest = (finding: Finding, cell: CellAt) => Suggestion | null;

/**
 * Only what follows from the cell itself, the template's formula, or what the county carried. Typed signs and fractions
 * (R20), days made of numbers (D44), wrong units of measure and 见附件 leave open what was meant; so does a blank (D41).
 */
export const BY_KIND: Readonly<Record<ProposalKind, Suggest>> = {
  asRead,
  asReadInOwnMeasure: (finding, cell) => (isOf(finding, "wrongUnit") ? null : asRead(finding, cell)),
  oneNumberOfSeveral: (finding, cell) =>
    isOf(finding, "proposal")
      ? because(fitting(finding.params["proposal"], cell), "oneOf", { parts: text(finding.params["parts"]) })
      : isOf(finding, "mark")
        ? asRead(finding, cell)
        : null,
  negativeNumber: (finding, cell) => (isOf(finding, "negative") ? numberIn(finding, cell) : null),
  numberInText: (finding, cell) => (isOf(finding, "proposal") ? numberIn(finding, cell) : null),
  recomputed: (finding, cell) =>
    isOf(finding, "recomputed", "stale")
      ? because(cell.entry.value, "formula", formulaIn(finding, cell))
      : null,
  restoredFormula: (finding, cell) =>
    because(finding.params["proposal"], "formula", formulaIn(finding, cell)),
  overwrittenFormula: (finding, cell) =>
    because(finding.params["expected"], "formula", formulaIn(finding, cell)),
  ratio: (finding, cell) => because(finding.values?.["right"], "formula", formulaIn(finding, cell)),
  carried: (finding, { indicator }) => {
    const carried = finding.values?.["right"];
    return because(indicator?.kind === "yesNo" ? carried !== 0 : carried, "carried", {});
  },
  tenThousandTimes: (finding, cell) =>
    isOf(finding, "tooSmall", "tooLarge", "peersLarger", "peersSmaller")
      ? because(fitting(likely(finding), cell), "tenThousand", {
          known: finding.values?.["lastYear"] ?? finding.values?.["peer"] ?? null,
        })
      : null,
};

/** The text was read; the cell should say it plainly. */
function asRead(_finding: Finding, { entry }: CellAt): Suggestion | null {
  return because(entry.value, "asRead", {});
}

/** The one number that the text can mean. */
function numberIn(finding: Finding, cell: CellAt): Suggestion | null {
  return because(fitting(finding.params["proposal"], cell), "asRead", {});
}

function because(
  to: FindingParam | boolean | undefined,
  code: Evidence,
  params: Proposal["because"]["params"],
): Suggestion | null {
  return to === null || to === undefined ? null : { to, because: { code, params } };
}

function isOf({ params }: Finding, ...variants: readonly string[]): boolean {
  return variants.includes(text(params["variant"]));
}

/** In words where the template computes the line, else as the unit wrote it in its cell. */
function formulaIn({ params }: Finding, { formula }: CellAt): Proposal["because"]["params"] {
  return { formula: formula() ?? text(params["restore"] ?? params["formula"]) };
}

function likely({ params }: Finding): number | null {
  const value = params["likely"];
  return typeof value === "number" ? fifteenDigits(value) : null;
}

/** A number that the line takes: no half person, no part of a yuan. */
function fitting(value: FindingParam | undefined, { indicator }: CellAt): number | null {
  if (typeof value !== "number") return null;
  const counts = indicator?.kind === "whole" || indicator?.kind === "amount";
  return counts && !Number.isInteger(value) ? null : value;
}

function text(value: FindingParam | undefined): string {
  return value === null || value === undefined ? "" : String(value);
}
