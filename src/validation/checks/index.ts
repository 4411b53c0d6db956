/** The checks that are built in, in the order in which their findings are shown. */
import type { Check } from "../check";
import { attendance } from "./attendance";
import { carriedColumn } from "./carried-values";
import { change } from "./change";
import { cover } from "./cover";
import { cumulativeFigures } from "./cumulative-figures";
import { emptyShell } from "./empty-shell";
import { fromNothing } from "./from-nothing";
import { knownUnit } from "./known-unit";
import { missingForms } from "./missing-forms";
import { money } from "./money";
import { notApplicable } from "./not-applicable";
import { percentages } from "./percentages";
import { period } from "./period";
import { rateJump } from "./rate-jump";
import { requiredLines } from "./required-lines";
import { roster } from "./roster";
import { roundNumbers } from "./round-numbers";
import { sameArticle } from "./same-article";
import { lostPoints, scoreGap, scoresByEvidence, scoresInBounds } from "./scores";
import { templateVersion } from "./template-version";
import { typedRatios } from "./typed-ratios";
import { unchangedForms, unchangedWorkbook } from "./unchanged-forms";
import { wholeNumbers } from "./whole-numbers";
import { yesNo } from "./yes-no";

export const CHECKS: readonly Check[] = [
  templateVersion,
  missingForms,
  knownUnit,
  period,
  cover,
  requiredLines,
  unchangedWorkbook,
  typedRatios,
  carriedColumn,
  wholeNumbers,
  percentages,
  yesNo,
  notApplicable,
  roster,
  cumulativeFigures,
  sameArticle,
  change,
  fromNothing,
  unchangedForms,
  emptyShell,
  attendance,
  money,
  roundNumbers,
  rateJump,
  scoresInBounds,
  lostPoints,
  scoreGap,
  scoresByEvidence,
];
