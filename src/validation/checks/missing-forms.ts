/** S02: every form that the unit's kind must fill is there. */
import type { Check, CheckContext } from "../check";
import type { Finding } from "../../findings/finding";
import { formKey } from "../keys";
import type { Form } from "../../template/template";

export const missingForms: Check = {
  code: "S02",
  run(context, findingClass) {
    if (context.kind === null) return null;
    return context.template.forms
      .filter((form) => context.fills(form) && !isThere(context, form))
      .map(({ id, title, layout }) => {
        // A form of an office is often collected one by one: whether it is owed is a question.
        const asked = layout === "own" && findingClass === "mustFix" ? "explain" : findingClass;
        const draft = context.atFile("S02", asked, { params: { form: id, title } });
        return { ...draft, on: [formKey(id)], damages: formKey(id) };
      });
  },
};

function lostColumn({ code, params }: Finding, form: Form): boolean {
  const isLost = params.variant === "missing" || params.variant === "transposed";
  return code === "D20" && isLost && params.id === form.id;
}

function isThere({ submission }: CheckContext, form: Form): boolean {
  if (form.layout === "cover") return submission.cover.size > 0;
  // A form of which this year's column is gone is there, and says so itself.
  return submission.forms.has(form.id) || submission.findings.some((found) => lostColumn(found, form));
}
