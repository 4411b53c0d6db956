/** From a unit's figures to what is in its forms. */
import { LineFormulas } from "../template/line-formula";
import { formsOf, linesOf } from "../template/template-index";
import type { Indicator, Template, Unit } from "../template/template";
import type { Figures } from "./figures";
import { answersNo, branches, branchSecretaries } from "./year-2020/form10";
import { levelsOf } from "./articles";
import { remarks } from "./remarks";

export type Values = ReadonlyMap<string, number | string | boolean>;

/**
 * Everything that the unit's forms hold but the cover, computed lines included.
 * @param lastYear the values that are carried, by code; empty where nothing is known
 */
export function valuesOf(
  template: Template,
  unit: Unit,
  year: number,
  figures: Figures,
  lastYear: ReadonlyMap<string, number>,
): Values {
  const values = new Map<string, number | string | boolean>();
  const formulas = LineFormulas.of(template);
  const number = (code: string, of: ReadonlyMap<string, unknown>): number | null => {
    const value = of.get(code);
    return typeof value === "number" ? value : null;
  };
  const lines = tableLines(template, unit);
  for (const line of lines.filter(({ formula }) => formula === undefined)) {
    const value = given(line, unit, year, figures);
    if (value !== null) values.set(line.code, value);
  }
  for (const { code, formula } of lines) {
    if (formula === undefined) continue;
    const value = formulas.value(formula, (ref) => number(ref.code, ref.lastYear ? lastYear : values), true);
    if (value !== null) values.set(code, value);
  }
  return values;
}

/** What next year's forms carry of these values: numbers, and 1 or 0 for 是 and 否. */
export function carried(template: Template, unit: Unit, values: Values): ReadonlyMap<string, number> {
  const entries = tableLines(template, unit).flatMap((line): [string, number][] => {
    const value = values.get(line.code);
    if (!line.carried || value === undefined || typeof value === "string") return [];
    return [[line.code, Number(value)]];
  });
  return new Map(entries);
}

function tableLines(template: Template, unit: Unit): readonly Indicator[] {
  return formsOf(template, unit.kind)
    .filter((form) => form.layout === "table")
    .flatMap((form) => linesOf(form, unit.kind));
}

function given(
  line: Indicator,
  unit: Unit,
  year: number,
  figures: Figures,
): number | string | boolean | null {
  if (line.kind === "yesNo") return answer(line.code, unit, figures);
  if (line.kind === "text") return remarks(year)[unit.name]?.[line.code] ?? null;
  if (line.kind === "choice") return levelsOf(unit, figures).at(-1) ?? null;
  return figures.get(line.code) ?? 0;
}

function answer(code: string, unit: Unit, figures: Figures): boolean {
  if (code === "0118") return branches.includes(unit.name);
  if (code === "0117") return branchSecretaries.includes(unit.name);
  if (code === "1004") return (figures.get("1015") ?? 0) > 0;
  return !answersNo[code]?.includes(unit.name);
}
