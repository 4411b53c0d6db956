/** P07: five or more numbers of one form, and every one ends in 0: they look estimated. */
import { isTypedNumber, type Check } from "../check";
import type { Draft } from "../draft";
import { formKey } from "../keys";

const LEAST_LINES = 5;

export const roundNumbers: Check = {
  code: "P07",
  run: (context, findingClass) =>
    context.template.forms.flatMap((form): Draft[] => {
      const lines = [...context.ownLines()].filter(
        ({ form: { id }, indicator }) => id === form.id && isTypedNumber(indicator),
      );
      const nonZero = lines.filter(({ indicator }) => (context.number(indicator.code) ?? 0) !== 0);
      const [first] = nonZero;
      if (first === undefined || nonZero.length < LEAST_LINES) return [];
      if (nonZero.some(({ indicator }) => (context.number(indicator.code) ?? 0) % 10 !== 0)) return [];
      const params = { form: form.id, title: form.title, lines: nonZero.length };
      const draft = context.atLine("P07", findingClass, first, { params });
      return [
        { finding: { ...draft.finding, indicator: null }, at: formKey(form.id), on: [formKey(form.id)] },
      ];
    }),
};
