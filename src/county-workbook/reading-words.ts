/** How a cell's text became a value, in words. */
import type { Entry, ReadingStep } from "../intake/submission";
import type { Say } from "../findings/say";

/** Ways of reading that have words of their own; any other is named by its number in the catalogue of defects. */
const WORDED: ReadonlySet<ReadingStep> = new Set([
  ...["D17", "D31", "D32", "D33", "D35", "D36", "D37", "D38", "D39", "D40"],
  ...["edited", "repaired", "confirmed"],
  ...["D42", "D43", "D44", "D45", "D46", "D51"],
]);

/** Empty for a value that stood there as it is; else what was done to it, in order. */
export function readingWords({ steps, state, approximate }: Entry, say: Say): string {
  const words = [...new Set(steps)].map((step) =>
    WORDED.has(step) ? say(`report.reading.${step}`) : say("report.reading.other", { code: step }),
  );
  if (state === "refused") words.push(say("report.reading.refused"));
  if (state === "notApplicable") words.push(say("report.reading.notApplicable"));
  if (approximate && !steps.includes("D37")) words.push(say("report.reading.approximate"));
  return words.join(say("report.comma"));
}
