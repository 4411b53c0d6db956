/** The figures of an office's own forms that the pane and the county workbook's first sheet show. */
import type { Form, Template } from "../../template/template";
import { mainItems } from "./main-items";
import { independent } from "./propose-charts";
import type { Wholes } from "./wholes";

/** More are a table, not a summary. */
const MOST = 6;

/** The template with its headlines: of each own form the main lines of the column that matters most. */
export function withHeadlines(template: Template, wholes: Wholes): Template {
  const own = template.forms.filter(({ layout }) => layout === "own");
  const each = Math.max(1, Math.floor(MOST / Math.max(1, own.length)));
  const chosen = new Set(own.slice(0, MOST).flatMap((form) => headlinesOf(form, wholes).slice(0, each)));
  if (chosen.size === 0) return template;
  const forms = template.forms.map((form) => ({
    ...form,
    indicators: form.indicators.map((item) =>
      form.layout === "own" && chosen.has(item.code) ? { ...item, headline: true } : item,
    ),
  }));
  return { ...template, forms };
}

/** Keys, in the order of the form. */
function headlinesOf(form: Form, wholes: Wholes): string[] {
  const main = mainItems(form, wholes);
  const beside = main.filter(({ column }) => column === main[0]?.column);
  return independent(beside, wholes).map(({ item }) => item.code);
}
