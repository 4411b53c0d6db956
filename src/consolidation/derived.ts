/** Ratios and computed lines of the county: recomputed from its totals by the template's own formulas (C02). */
import { compileExpression, createVocabulary, isRuleError, type Compiled, type Facts } from "../rules";
import { fifteenDigits } from "../workbook/rounding";
import type { Indicator, Template } from "../template/template";
import type { Total } from "./consolidation";
import { countyLines } from "./contributions";

/** A line that has no total of its own but follows from others. One without a formula keeps what the units say. */
export function isDerived({ aggregation, formula }: Indicator): boolean {
  return formula !== undefined && (aggregation === "ratio" || aggregation === "computed");
}

/** The derived lines' formulas by code. One that cannot be understood is left out; the template's own check says why. */
export function derivedFormulas(template: Template): ReadonlyMap<string, Compiled> {
  const vocabulary = createVocabulary(template);
  const derived = countyLines(template).filter(({ indicator }) => isDerived(indicator));
  return new Map(
    derived.flatMap(({ indicator }): [string, Compiled][] => {
      const compiled = compileExpression(indicator.formula!, vocabulary);
      return isRuleError(compiled) ? [] : [[indicator.code, compiled]];
    }),
  );
}

/** The detail lists of all units together. */
export interface CountyLists {
  /** Null where no unit sent the list. */
  readonly rows: Facts["rows"];
  /** Units that sent it, and units that should. */
  reportedBy(list: string): Pick<Total, "units" | "expected">;
}

const NO_LISTS: CountyLists = { rows: () => null, reportedBy: () => ({ units: 0, expected: 0 }) };

/**
 * The derived lines' totals by code. `added` holds the total of every line, those of derived lines without a value;
 * `before` last year's totals, null where they are not known; `lists` the rows of all units.
 * A value is null where an operand is missing (a SUM passes over missing ones, except for all; an office's own formula
 * too), nothing can be divided, or formulas run in a circle.
 */
export function derivedTotals(
  template: Template,
  added: ReadonlyMap<string, Total>,
  before: ReadonlyMap<string, number> | null,
  lists: CountyLists = NO_LISTS,
): ReadonlyMap<string, Total> {
  const formulas = derivedFormulas(template);
  const inSheets = new Set(
    template.forms.flatMap(({ layout, indicators }) =>
      layout === "own" ? indicators.map(({ code }) => code) : [],
    ),
  );
  const done = new Map<string, Total>();
  for (const code of formulas.keys()) total(code, new Set());
  return done;

  function total(code: string, asking: ReadonlySet<string>): Total | undefined {
    const own = added.get(code);
    const formula = formulas.get(code);
    if (!own || !formula) return own;
    const known = done.get(code);
    if (known || asking.has(code)) return known;
    const derived = derive(own, formula, new Set([...asking, code]));
    done.set(code, derived);
    return derived;
  }

  function derive(own: Total, formula: Compiled, asking: ReadonlySet<string>): Total {
    const lines = formula.codes.flatMap((code) => total(code, asking) ?? []);
    const operands = [...lines, ...formula.lists.map((list) => lists.reportedBy(list))];
    // In an office's own sheet an empty cell counts as 0, as Excel has it; of nothing at all there is no result.
    const inSheet = inSheets.has(own.code);
    const missingAsZero = inSheet && lines.some((line) => line.value !== null);
    const value = formula.evaluate(
      {
        current: (code) => total(code, asking)?.value ?? null,
        lastYear: (code) => before?.get(code) ?? null,
        rows: (list) => lists.rows(list),
      },
      { missingAsZero },
    );
    return {
      ...own,
      value: typeof value === "number" ? fifteenDigits(value) : null,
      units: inSheet
        ? Math.max(0, ...operands.map((operand) => operand.units))
        : Math.min(...operands.map((o) => o.units), own.expected),
      expected: Math.min(...operands.map((o) => o.expected), own.expected),
    };
  }
}
