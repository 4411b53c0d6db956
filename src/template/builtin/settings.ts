/** Classes of the built-in rules, and the limits of the plausibility checks. */
import type { RuleClass } from "../../rules/rule";
import type { Template, TemplateSettings } from "../template";

export const builtIn: Readonly<Record<string, RuleClass | "off">> = {
  // Structure. S06 is the cover's filling; a date outside the window is a note, whatever class is given here.
  S01: "mustFix",
  S02: "mustFix",
  S03: "mustFix",
  S04: "mustFix",
  S05: "mustFix",
  S06: "mustFix",
  // Rules that look at the cell, not only at its value.
  R03: "mustFix",
  R09: "mustFix",
  R20: "mustFix",
  R21: "mustFix",
  R22: "mustFix",
  R23: "mustFix",
  X06: "note",
  // Plausibility.
  P01: "explain",
  P02: "explain",
  P03: "explain",
  P04: "explain",
  P05: "explain",
  P06: "explain",
  P07: "note",
  P08: "explain",
  P10: "explain",
  // The county's own.
  C01: "mustFix",
  C02: "mustFix",
  C03: "note",
  C04: "explain",
  C05: "mustFix",
  C06: "mustFix",
};

/** Of templates that score their units. */
export const scoringChecks: Readonly<Record<string, RuleClass>> = {
  K01: "mustFix",
  K02: "mustFix",
  K03: "explain",
  K04: "explain",
};

/** The lines and lists that these rules are about; every other built-in rule is about all lines of some kind. */
export const builtInLines: Readonly<Record<string, readonly string[]>> = {
  P08: ["0113", "0102"],
  X06: ["1010", "L7"],
  C06: ["0906", "0901"],
};

/** The lines and lists that a built-in rule is about (templates that were stored before 1.0 do not say), in the order of the rule; empty where it is about a kind of line. */
export function linesOfBuiltIn(
  { builtInLines: own }: Partial<Pick<Template, "builtInLines">>,
  number: string,
): readonly string[] {
  return own?.[number] ?? builtInLines[number] ?? [];
}

export const settings: TemplateSettings = {
  reportFrom: "11-01",
  reportTo: "01-31",
  changeLimit: 30,
  attendanceMin: 5,
  attendanceMax: 1000,
  moneyPerHeadMin: 50,
  moneyPerHeadMax: 10_000,
  rateJump: 15,
  rateJumpFloor: 10,
  peerFactor: 3,
};
