/** D56: a figure of several years in a line that wants this year's alone: 六年累计 19800. */
import type { ListRow } from "../../intake/submission";
import { DONATIONS, listWithRole } from "../../template/builtin/list-roles";
import { fromSerial } from "../../workbook/dates";
import { isTypedNumber, type Check, type CheckContext } from "../check";
import { findingOf, type Draft } from "../draft";
import type { RuleClass } from "../../rules/rule";

/** 累计, 历年, 六年来, 三年间, 近5年合计. */
const SEVERAL_YEARS = /累计|历年|[二两三四五六七八九十\d]{1,3}\s*年(?:来|间|以来|合计|共计|总计)/;

export const cumulativeFigures: Check = {
  code: "D56",
  run: (context, findingClass) => [
    ...bySaying(context, findingClass),
    ...donationsOfOtherYears(context, findingClass),
  ],
};

/** The unit's own words beside a flow say so; a year-end figure may well have grown over years. */
function bySaying(context: CheckContext, findingClass: RuleClass): Draft[] {
  return [...context.ownLines()].flatMap((filled) => {
    const { indicator, line } = filled;
    const isFlow = indicator.aggregation === "sum" && isTypedNumber(indicator);
    const value = context.number(indicator.code);
    if (!isFlow || !value || !SEVERAL_YEARS.test(line.reason)) return [];
    return [
      context.atLine("D56", findingClass, filled, {
        values: { value },
        params: { reason: line.reason.trim() },
      }),
    ];
  });
}

/** A donation of another year is in this year's sum as well. */
function donationsOfOtherYears(
  { submission, template, period, unitName }: CheckContext,
  findingClass: RuleClass,
): Draft[] {
  const year = Number((period ?? submission.period ?? "").slice(0, 4));
  const list = listWithRole(template, DONATIONS);
  if (!year || !list) return [];
  const rows = submission.lists.get(list.id)?.rows ?? [];
  return rows.flatMap((row) => {
    const entry = row.cells.get(DONATIONS.date);
    const found = yearOf(row);
    if (!entry || found === null || found === year) return [];
    const finding = findingOf({
      class: findingClass,
      code: "D56",
      unit: unitName,
      place: entry.place,
      params: { variant: "list", list: list.id, found, wanted: year },
    });
    return [{ finding, at: null, on: [] }];
  });
}

function yearOf({ cells }: ListRow): number | null {
  const value = cells.get(DONATIONS.date)?.value;
  return typeof value === "number" ? (fromSerial(value)?.year ?? null) : null;
}
