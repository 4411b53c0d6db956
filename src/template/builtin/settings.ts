/** Classes of the built-in rules, and the limits of the plausibility checks. */
import type { RuleClass } from "../../rules/rule";
import type { TemplateSettings } from "../template";

export const builtIn: Readonly<Record<string, RuleClass | "off">> = {
  // Structure. S06 is the cover's filling; a date outside the window is a note whatever stands here.
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
