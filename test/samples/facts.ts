/** What the rules ask of a sample unit. */
import type { Facts } from "../../src/rules";
import type { SampleUnit } from "../../src/samples/sample-county";
import type { Indicator } from "../../src/template/template";
import type { TemplateIndex } from "../../src/template/template-index";

export function factsOf(sample: SampleUnit, index: TemplateIndex): Facts {
  const isYesNo = (code: string): boolean => index.indicators.get(code)?.indicator.kind === "yesNo";
  return {
    current: (code) => sample.values.get(code) ?? null,
    lastYear: (code) => {
      const value = sample.lastYear.get(code);
      return value === undefined ? null : isYesNo(code) ? value === 1 : value;
    },
    rows: (list) => sample.lists.get(list)?.map((record) => new Map(Object.entries(record))) ?? null,
  };
}

/** The lines that a unit fills with numbers. */
export function numbersOf(
  sample: SampleUnit,
  index: TemplateIndex,
): { line: Indicator; now: number; before: number | undefined }[] {
  return [...index.indicators.values()].flatMap(({ indicator: line }) => {
    const now = sample.values.get(line.code);
    return typeof now === "number" ? [{ line, now, before: sample.lastYear.get(line.code) }] : [];
  });
}
