/** The consolidated forms: the official layout, its figures live formulas over the units' values. */
import { recordsOfLists } from "./list-sheets";
import type { Total } from "../consolidation/consolidation";
import type { FormLine } from "../consolidation/contributions";
import { formSheet } from "../template/form-sheet";
import type { LineFill } from "../template/form-fill";
import { layoutForm } from "../template/form-layout";
import type { Form } from "../template/template";
import type { SheetPlan } from "../workbook/plan";
import { fixed } from "../workbook/rounding";
import { lastYearHead } from "./compared";
import { type CountyContext, lastYearCell, totalOf } from "./county-context";
import type { FormPlaces } from "../county-layout/form-places";
import { shown } from "./data-sheet";
import { formSheetName } from "../county-layout/sheet-names";
import type { FormulaSource } from "./total-formula";

/** One sheet per table form, in the template's order. */
export function formSheets(context: CountyContext, places: FormPlaces): SheetPlan[] {
  const { template } = context.consolidation;
  return template.forms
    .filter((form) => form.layout === "table")
    .map((form) => withLinks(context, form, consolidatedForm(context, places, form)));
}

function consolidatedForm(context: CountyContext, places: FormPlaces, form: Form): SheetPlan {
  const { consolidation, say } = context;
  const { template, period } = consolidation;
  const sheet = formSheetName(form);
  const lines = form.indicators.map((indicator): [string, LineFill] => [
    indicator.code,
    lineFill(context, places, { form, indicator }),
  ]);
  const plan = formSheet(template, form, {
    reporter: say("report.form.reporter", { committee: template.committee }),
    period: period ?? "",
    // Nobody is to take the county's form for a unit's submission.
    identity: null,
    lines: new Map(lines),
    lastYearHead: lastYearHead(context),
    readOnly: true,
    sheet,
  });
  return { ...plan, protected: false };
}

function lineFill(context: CountyContext, places: FormPlaces, line: FormLine): LineFill {
  const { say } = context;
  const { indicator } = line;
  const total = totalOf(context, indicator.code);
  const current = context.formulas.formula(
    line,
    total,
    formulaSource(context, places, formSheetName(line.form)),
  );
  const counted = indicator.aggregation === "count";
  return {
    current: current === null ? { value: perUnit(context, total) } : { value: total.value, formula: current },
    ...lastYearFill(context, line, total),
    reason: reasonOf(context, line, total),
    ...(counted ? { measure: say("report.form.units") } : {}),
  };
}

function lastYearFill(
  { before }: CountyContext,
  { indicator }: FormLine,
  total: Total,
): Pick<LineFill, "lastYear"> {
  if (!before || total.lastYear === null) return {};
  return { lastYear: { value: total.lastYear, formula: before.compared(indicator.code) } };
}

/** Where a formula on the sheet `from` finds what it needs. */
export function formulaSource(context: CountyContext, places: FormPlaces, from: string): FormulaSource {
  const { consolidation, data } = context;
  const { totals } = consolidation;
  return {
    range: (code) => data.range(code),
    summed: (code) => data.summed(code),
    total: ({ code, lastYear }) =>
      lastYear ? lastYearCell(context, places, code, from)! : places.total(code, from),
    known: ({ code, lastYear }) => {
      const total = totals.get(code);
      return (lastYear ? total?.lastYear : total?.value) != null;
    },
    records: recordsOfLists(consolidation),
  };
}

/** Lists and texts have no total: one unit's words are here, those of several in 单位数据. */
function perUnit({ say }: CountyContext, { contributions }: Total): string | null {
  const [first, ...others] = contributions;
  if (!first) return null;
  return others.length === 0 ? String(shown(first.value)) : say("report.form.seeUnits");
}

/**
 * On how many units the figure rests, where these are not simply all, and whether any of them gave a round number.
 */
export function reasonOf(
  { say, expected: all }: CountyContext,
  { indicator }: FormLine,
  total: Total,
): string {
  const { units, expected, contributions } = total;
  const approximate = contributions.filter((contribution) => contribution.approximate).length;
  return [
    ...(units < expected ? [say("report.form.incomplete", { units, expected })] : []),
    ...(units === expected && units < all ? [say("report.form.complete", { units })] : []),
    ...(total.adjustment === undefined
      ? []
      : [say("report.form.adjusted", { amount: signed(total.adjustment) })]),
    ...(approximate > 0 ? [say("report.form.approximate", { units: approximate })] : []),
    ...(indicator.aggregation === "count" && units > 0 && typeof total.value === "number"
      ? [say("report.form.share", { share: fixed((total.value / units) * 100, 1) })]
      : []),
  ].join(say("report.comma"));
}

function signed(amount: number): string {
  return amount > 0 ? `+${amount}` : `${amount}`;
}

/** A click on a line's code leads to its column in 单位数据. */
function withLinks({ consolidation, data }: CountyContext, form: Form, plan: SheetPlan): SheetPlan {
  const layout = layoutForm(consolidation.template, form);
  const codes = new Map([...layout.rows].map(([code, row]) => [row, code]));
  const cells = plan.cells.map((cell) => {
    const code = cell.column === layout.columns.code ? codes.get(cell.row) : undefined;
    if (code === undefined) return cell;
    return { ...cell, link: data.head(code), style: { ...cell.style, color: "1F4E79", underline: true } };
  });
  return { ...plan, cells };
}
