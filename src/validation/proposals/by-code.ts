/** What a cell should say instead, by the defect or built-in rule that speaks of it. */
import type { Evidence, Finding, FindingParam, Proposal } from "../../findings/finding";
import { tidy } from "../../intake/normalise/quantity";
import type { CellAt } from "./cell";

/** What is proposed, without what stands in the cell. */
export type Suggestion = Pick<Proposal, "to" | "because">;

type Suggest = (finding: Finding, cell: CellAt) => Suggestion | null;

/**
 * Only what follows from the cell itself, the template's formula, or what the county carried. Typed signs and fractions
 * (R20), days made of numbers (D44), wrong units of measure and 见附件 leave open what was meant; so does a blank (D41).
 */
export const BY_CODE: Readonly<Record<string, Suggest>> = {
  D17: (finding, { entry }) =>
    isOf(finding, "recomputed", "stale") ? because(entry.value, "formula", formulaIn(finding)) : null,
  D31: asRead,
  D32: (finding, cell) => (isOf(finding, "wrongUnit") ? null : asRead(finding, cell)),
  D33: asRead,
  D38: asRead,
  D39: (finding, cell) =>
    isOf(finding, "proposal")
      ? because(fitting(finding.params["proposal"], cell), "oneOf", { parts: text(finding.params["parts"]) })
      : isOf(finding, "mark")
        ? asRead(finding, cell)
        : null,
  D42: (finding, cell) =>
    isOf(finding, "negative") ? because(fitting(finding.params["proposal"], cell), "asRead", {}) : null,
  D43: asRead,
  F21: (finding, cell) =>
    isOf(finding, "proposal") ? because(fitting(finding.params["proposal"], cell), "asRead", {}) : null,
  D46: (finding) => because(finding.params["proposal"], "formula", formulaIn(finding)),
  D47: (finding) => because(finding.params["expected"], "formula", formulaIn(finding)),
  D51: asRead,
  P06: (finding, cell) =>
    isOf(finding, "tooSmall", "tooLarge", "peersLarger", "peersSmaller")
      ? because(fitting(likely(finding), cell), "tenThousand", {
          known: finding.values?.["lastYear"] ?? finding.values?.["peer"] ?? null,
        })
      : null,
  R03: (finding) => because(finding.values?.["right"], "formula", formulaIn(finding)),
  R09: (finding, { indicator }) => {
    const carried = finding.values?.["right"];
    return because(indicator?.kind === "yesNo" ? carried !== 0 : carried, "carried", {});
  },
};

/** The text was read; the cell should say it plainly. */
function asRead(_finding: Finding, { entry }: CellAt): Suggestion | null {
  return because(entry.value, "asRead", {});
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

/** Where the formula is to be restored it stands as its cell has it, else as the template writes it. */
function formulaIn({ params }: Finding): Proposal["because"]["params"] {
  return { formula: text(params["restore"] ?? params["formula"]) };
}

function likely({ params }: Finding): number | null {
  const value = params["likely"];
  return typeof value === "number" ? tidy(value) : null;
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
