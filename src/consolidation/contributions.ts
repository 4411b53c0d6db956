/** Which units' values make up a line of the county. */
import type { Entry, Submission } from "../intake/submission";
import type { Form, Indicator, Template, Unit } from "../template/template";
import type { Contribution } from "./consolidation";

/** A line of a form, with the form it is in. */
export interface FormLine {
  readonly form: Form;
  readonly indicator: Indicator;
}

/** Lines that have a county total: those of the tables and of an office's own forms. The cover's are about the file and its signatories. */
export function countyLines(template: Template): FormLine[] {
  return template.forms
    .filter((form) => form.layout !== "cover")
    .flatMap((form) => form.indicators.map((indicator) => ({ form, indicator })));
}

/** Must a unit of this kind fill the line? What others write there is a finding (R23) and never counted. */
export function fillsLine({ form, indicator }: FormLine, unit: Unit): boolean {
  return form.fills.includes(unit.kind) && indicator.fills.includes(unit.kind);
}

/** The unit's entry in the line; undefined where its workbook has no such form or line. */
export function entryOf({ form, indicator }: FormLine, submission: Submission): Entry | undefined {
  return submission.forms.get(form.id)?.lines.get(indicator.code)?.current;
}

/** The unit's own 说明 beside the line; empty if none. */
export function reasonOf({ form, indicator }: FormLine, submission: Submission): string {
  return submission.forms.get(form.id)?.lines.get(indicator.code)?.reason.trim() ?? "";
}

/** One contribution per unit that must fill the line and did, in the order of the submissions. */
export function contributionsTo(line: FormLine, submissions: readonly Submission[]): Contribution[] {
  return submissions.flatMap((submission) => {
    const { unit } = submission;
    const entry = entryOf(line, submission);
    if (!unit || !fillsLine(line, unit) || !entry || entry.state !== "filled" || entry.value === null)
      return [];
    const { value, approximate, raw, place } = entry;
    return [{ unit: unit.name, value, approximate, raw, place }];
  });
}
