/** P03: a form that says what it said last year; D54: a whole workbook that does. */
import { scoredItems } from "../../template/scored-units";
import { isTypedNumber, ofAnotherYear, type Check, type CheckContext, type FilledLine } from "../check";
import { explainedBy, type Draft } from "../draft";
import { formKey, lastYearKey } from "../keys";
import { isTypedOver } from "./carried-values";

const LEAST_LINES = 5;
/** D54 asks for more than one form's worth of lines, of which this share is the same. */
const LEAST_LINES_OF_ALL = 20;
const SAME_SHARE = 0.95;

interface Compared {
  readonly filled: FilledLine;
  /** Null where the cell is empty or cannot be read. */
  readonly value: number | null;
  readonly lastYear: number;
}

export const unchangedForms: Check = {
  code: "P03",
  run(context, findingClass) {
    if (!context.knowsLastYear) return null;
    return context.template.forms.flatMap((form): Draft[] => {
      const lines = compared(context).filter(({ filled }) => filled.form.id === form.id);
      const first = lines[0];
      const nonZero = lines.filter(({ lastYear }) => lastYear !== 0).length;
      if (first === undefined || nonZero < LEAST_LINES || lines.some(differs)) return [];
      const params = { form: form.id, title: form.title, lines: nonZero, ...explainedBy(first.filled.line) };
      const draft = context.atLine("P03", findingClass, first.filled, { params });
      const home = formKey(form.id);
      const own = { finding: { ...draft.finding, indicator: null }, at: home, on: [home] };
      // 本年 and 上年 are exchanged: every line of the 上年 column differs because of it.
      const exchanged = lines.filter(({ filled }) => isTypedOver(context, filled)).length;
      if (exchanged < LEAST_LINES) return [own];
      const codes = new Set(form.indicators.map(({ code }) => lastYearKey(code)));
      const isOfForm = ({ at, finding }: Draft): boolean => finding.code === "R09" && codes.has(at ?? "");
      return [{ ...own, takes: isOfForm }];
    });
  },
};

export const unchangedWorkbook: Check = {
  code: "D54",
  run(context, findingClass) {
    if (!context.knowsLastYear) return null;
    const lines = compared(context).filter(
      ({ value, lastYear }) => value !== null && (value !== 0 || lastYear !== 0),
    );
    const same = lines.filter((line) => !differs(line)).length;
    if (lines.length < LEAST_LINES_OF_ALL || same < lines.length * SAME_SHARE) return [];
    const draft = context.atFile("D54", findingClass, {
      values: { same, lines: lines.length },
      params: { same, lines: lines.length },
    });
    return [{ ...draft, takes: ofAnotherYear }];
  },
};

/** Typed lines of which last year's value is known. Scores that are had in full are the same every year. */
function compared(context: CheckContext): Compared[] {
  const scores = scoredItems(context.template);
  return [...context.ownLines()].flatMap((filled) => {
    const { code } = filled.indicator;
    const value = context.number(code);
    const lastYear = context.lastYearNumber(code);
    const isCompared = isTypedNumber(filled.indicator) && !scores.has(code);
    return isCompared && lastYear !== null ? [{ filled, value, lastYear }] : [];
  });
}

/** A value that nobody knows is not the same: it may be the one that changed. */
function differs({ value, lastYear }: Compared): boolean {
  return value !== lastYear;
}
