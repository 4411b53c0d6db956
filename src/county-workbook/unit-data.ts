/** 单位数据: what each unit reported this year. */
import { recordsOfLists } from "./list-sheets";
import { adjustmentOf } from "../consolidation/adjustments";
import { entryOf, fillsLine, type FormLine } from "../consolidation/contributions";
import type { SheetPlan } from "../workbook/plan";
import { adjustmentFormula } from "./adjustments-sheet";
import { type CountyContext, reportedNote } from "./county-context";
import { writeDataSheet, type TotalCell, type UnitValue } from "./data-sheet";
import type { FormPlaces } from "../county-layout/form-places";
import { periodText } from "../findings/say";
import { PeriodRows } from "./period-data-sheet";
import type { SourcePlaces } from "./source-sheet";
import { statusText } from "./status-text";

export function unitDataSheet(context: CountyContext, forms: FormPlaces, sources: SourcePlaces): SheetPlan {
  const { consolidation, say, data } = context;
  const { template, period } = consolidation;
  const units = new Map(template.units.map((unit) => [unit.name, unit]));
  const submissions = new Map(consolidation.submissions.map((s) => [s.unit?.name ?? "", s]));
  const periods = consolidation.summed && new PeriodRows(consolidation.summed, context);
  return writeDataSheet(
    template,
    data,
    {
      title: say("report.data.title", { period: periodText(period, say) }),
      note: `${reportedNote(context)}　${say("report.data.note")}`,
      units: template.units.map(({ name, type }) => {
        const link = sources.linkOf(name);
        return { name, type, status: statusText(consolidation, name, say), ...(link ? { link } : {}) };
      }),
      applies: (unit, line) => fillsLine(line, units.get(unit)!),
      valueOf: (unit, line) => {
        const submission = submissions.get(unit);
        const value =
          submission && fillsLine(line, units.get(unit)!) ? reported(line, submission) : undefined;
        const formula = value && periods?.formulaOf(unit, line);
        return value && formula !== undefined ? { ...value, formula } : value;
      },
      adjustmentOf: (line) => adjustmentCell(context, line),
      totalOf: (line) => totalCell(context, line),
      linkOf: ({ indicator }) => forms.total(indicator.code),
    },
    say,
  );
}

function reported(line: FormLine, submission: Parameters<typeof entryOf>[1]): UnitValue | undefined {
  const entry = entryOf(line, submission);
  if (!entry || entry.state !== "filled" || entry.value === null) return undefined;
  return { value: entry.value, approximate: entry.approximate };
}

function adjustmentCell(context: CountyContext, { indicator }: FormLine): TotalCell | null {
  const formula = adjustmentFormula(context, indicator);
  const value = adjustmentOf(indicator, context.consolidation.adjustments);
  return formula === null ? null : { value, formula };
}

function totalCell(
  { consolidation, data, before, formulas }: CountyContext,
  line: FormLine,
): TotalCell | null {
  const { totals, lastYear } = consolidation;
  const { code } = line.indicator;
  const total = totals.get(code);
  // Without last year's sheet there is no cell that a comparison could point to.
  if (!total || (!before && formulas.operands(code).some((ref) => ref.lastYear))) return null;
  const formula = formulas.formula(line, total, {
    range: (each) => data.range(each),
    summed: (each) => data.summed(each),
    total: (ref) => (ref.lastYear ? before!.compared(ref.code) : data.ownTotal(ref.code)),
    known: (ref) => (ref.lastYear ? lastYear?.totals.get(ref.code) : totals.get(ref.code)?.value) != null,
    records: recordsOfLists(consolidation),
  });
  if (formula !== null) return { value: total.value, formula };
  return typeof total.value === "number" ? { value: total.value } : null;
}
