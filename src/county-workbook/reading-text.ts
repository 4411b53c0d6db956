/** How a cell's text became a value, in words. */
import { CATALOGUE, isCheckCode } from "../findings/catalogue";
import type { Entry, ReadingStep } from "../intake/submission";
import type { Say } from "../findings/say";

/** Steps that no finding has: what the county did, full-width characters, spaces. */
const WITHOUT_FINDING: ReadonlySet<ReadingStep> = new Set([
  "edited",
  "scored",
  "repaired",
  "telephoned",
  "confirmed",
  "D35",
  "D36",
]);

/** Any other is named by its code. */
function hasWords(step: ReadingStep): boolean {
  return isCheckCode(step) ? CATALOGUE[step].reading === true : WITHOUT_FINDING.has(step);
}

/** Empty for a value that was there as it is; else what was done to it, in order. */
export function readingText({ steps, state, approximate }: Entry, say: Say): string {
  const words = [...new Set(steps)].map((step) =>
    hasWords(step) ? say(`report.reading.${step}`) : say("report.reading.other", { code: step }),
  );
  if (state === "refused") words.push(say("report.reading.refused"));
  if (state === "notApplicable") words.push(say("report.reading.notApplicable"));
  if (approximate && !steps.includes("D37")) words.push(say("report.reading.approximate"));
  return words.join(say("report.comma"));
}
