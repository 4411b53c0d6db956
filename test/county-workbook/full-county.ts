/** A whole county on the built-in template, with invented values that a formula can tell apart. */
import type { Submission } from "../../src/intake/submission";
import "../../src/locales/every-language";
import { sayInReport } from "../../src/locales/report-words";
import { countyWorkbookPlan } from "../../src/county-workbook/county-workbook";
import { LineFormulas } from "../../src/template/line-formula";
import { builtInTemplate } from "../../src/template/builtin";
import type { Indicator, Unit } from "../../src/template/template";
import type { LastYear } from "../../src/validation/last-year";
import type { WorkbookPlan } from "../../src/workbook/plan";
import { county, submission, type Values } from "../consolidation/small-county";

export const template = builtInTemplate;

/** Whole numbers below 60, the same on every run, different from line to line and from unit to unit. */
function valueOf(
  { code, kind, choices, formula }: Indicator,
  unit: number,
  year: number,
): number | string | boolean | undefined {
  const seed = (Number(code) * 7 + unit * 13 + year * 29) % 59;
  if (formula !== undefined || kind === "date") return undefined;
  if (kind === "yesNo") return seed % 3 !== 0;
  if (kind === "choice") return choices![seed % choices!.length];
  if (kind === "text") return `${code}-${unit}`;
  return kind === "decimal" ? seed + 0.1 : kind === "amount" ? seed * 1000 + 50 : seed + 1;
}

export function valuesOf(unit: Unit, index: number, year: number): Values {
  const lines = template.forms
    .filter((form) => form.layout === "table" && form.fills.includes(unit.kind))
    .flatMap((form) => form.indicators)
    .filter((line) => line.fills.includes(unit.kind));
  const pairs = lines.flatMap((line) => {
    const value = valueOf(line, index, year);
    return value === undefined ? [] : [[line.code, value] as const];
  });
  const typed: Values = {
    ...Object.fromEntries(pairs),
    ...(unit.kind === "T" ? { "0112": 5 + (index % 4) } : {}),
  };
  return { ...typed, ...computed(lines, typed) };
}

/** What the formulas of the form give. */
function computed(lines: readonly Indicator[], typed: Values): Values {
  const formulas = LineFormulas.of(template);
  const all: Record<string, number> = {};
  for (const { code, formula } of lines) {
    if (formula === undefined) continue;
    const value = formulas.value(
      formula,
      (ref) => {
        const operand = ref.lastYear ? undefined : (all[ref.code] ?? typed[ref.code]);
        return typeof operand === "number" ? operand : null;
      },
      true,
    );
    if (value !== null) all[code] = value;
  }
  return all;
}

export function submissions(units: readonly Unit[] = template.units): Submission[] {
  return units.map((unit) =>
    submission(unit, valuesOf(unit, template.units.indexOf(unit), 2020), {}, template),
  );
}

/** Last year's values as last year's own county workbook would say them. */
export function lastYear(): LastYear {
  const before = county(
    template.units.map((unit, i) => submission(unit, valuesOf(unit, i, 2019), {}, template)),
    { template, period: "2019" },
  );
  const totals = [...before.totals.values()].flatMap(({ code, value }): [string, number][] =>
    typeof value === "number" ? [[code, value]] : [],
  );
  const units = template.units.map((unit): [string, Map<string, number>] => {
    const values = [...before.totals.values()].flatMap(({ code, contributions }): [string, number][] =>
      contributions.flatMap((c): [string, number][] =>
        c.unit === unit.name && typeof c.value !== "string" ? [[code, Number(c.value)]] : [],
      ),
    );
    return [unit.name, new Map(values)];
  });
  return { period: "2019", units: new Map(units), totals: new Map(totals) };
}

export const zh = sayInReport("zh-CN");
export const en = sayInReport("en-US");

export function fullPlan(say = zh): WorkbookPlan {
  return countyWorkbookPlan(county(submissions(), { template, lastYear: lastYear() }), say);
}
