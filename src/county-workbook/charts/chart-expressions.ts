/** The expressions that a chart's series are, evaluated and written as formulas for a unit, a kind of units, the county. */
import type { CountyContext } from "../county-context";
import {
  compileExpression,
  createVocabulary,
  isRuleError,
  toSheetFormula,
  type Vocabulary,
} from "../../rules";
import type { Operand } from "../../rules";

import { countyLines } from "../../consolidation/contributions";
import type { Indicator, Template } from "../../template/template";
import type { ChartCell } from "./chart-block";

/** An expression that can be understood. */
export interface ChartExpression {
  readonly text: string;
  readonly codes: readonly string[];
  readonly lastYearCodes: readonly string[];
  /** A share: nothing where there is nothing to divide by. */
  readonly isRatio: boolean;
  /** Number format of its values. */
  readonly format: string;
  /** The line that is this expression. */
  readonly line?: string;
  /** The most that it can be, where the template says so. */
  readonly maximum?: number;
  evaluate(scope: ChartScope): number | null;
}

/** Whose figures are asked for, and where they are. */
export interface ChartScope {
  /** How an unknown figure is written: nothing in its cell counts as 0, an empty text makes the whole unknown. */
  readonly unknown: "zero" | "unknown";
  current(code: string): Operand;
  lastYear(code: string): Operand;
  /** The cell, or anything that can be in a formula in its place. */
  cell(code: string): string;
  lastYearCell(code: string): string;
}

export interface NamedLines {
  readonly lines: readonly Indicator[];
  readonly isLastYear: boolean;
}

export class ChartExpressions {
  private readonly vocabulary: Vocabulary;
  private readonly indicators: ReadonlyMap<string, Indicator>;

  constructor(
    template: Template,
    private readonly formatOfItem: CountyContext["formatOf"],
  ) {
    this.vocabulary = createVocabulary(template);
    this.indicators = new Map(countyLines(template).map(({ indicator }) => [indicator.code, indicator]));
  }

  /** Null for what cannot be understood or asks for lines that no table has; the template's own check says why. */
  read(text: string): ChartExpression | null {
    const compiled = compileExpression(text, this.vocabulary);
    if (isRuleError(compiled)) return null;
    const { codes, lastYearCodes, lists } = compiled;
    const known = [...codes, ...lastYearCodes].every((code) => this.indicators.has(code));
    if (!known || lists.length > 0) return null;
    const same = [...this.indicators.values()].find(({ formula }) => formula === text.trim());
    return {
      text,
      codes,
      lastYearCodes,
      isRatio: text.includes("/"),
      format: this.formatOf(text, codes[0] ?? lastYearCodes[0]),
      ...(same ? { line: same.code } : {}),
      ...(same?.max === undefined ? {} : { maximum: same.max }),
      evaluate: (scope) => {
        const facts = { current: scope.current, lastYear: scope.lastYear, rows: () => null };
        const value = compiled.evaluate(facts, { missingAsZero: scope.unknown === "zero" });
        return typeof value === "number" ? value : typeof value === "boolean" ? Number(value) : null;
      },
    };
  }

  /** The lines that a series by line names: `0202~0207`, `0302,0304`; of last year `上年(0302),上年(0304)`. */
  lines(text: string): NamedLines {
    const compiled = compileExpression(`SUM(${text})`, this.vocabulary);
    if (isRuleError(compiled)) return { lines: [], isLastYear: false };
    const { codes, lastYearCodes } = compiled;
    const isLastYear = codes.length === 0 && lastYearCodes.length > 0;
    const named = isLastYear ? lastYearCodes : codes;
    return { lines: named.flatMap((code) => this.indicators.get(code) ?? []), isLastYear };
  }

  /** The value of the expression in the scope, and the formula that gives it. */
  cell(expression: ChartExpression, scope: ChartScope): ChartCell {
    const { codes, lastYearCodes, text } = expression;
    const written = toSheetFormula(text, this.vocabulary, {
      current: scope.cell,
      lastYear: scope.lastYearCell,
    });
    if (typeof written !== "string") return { value: null };
    const formula = expression.isRatio ? `IFERROR(${written},"")` : written;
    const operands = [
      ...codes.map((code) => ({ value: scope.current(code), cell: scope.cell(code) })),
      ...lastYearCodes.map((code) => ({ value: scope.lastYear(code), cell: scope.lastYearCell(code) })),
    ];
    if (scope.unknown === "zero" || operands.every(({ value }) => value !== null)) {
      return { value: expression.evaluate(scope), formula };
    }
    // An unknown total makes the whole unknown, also where arithmetic would take it for 0.
    const guarded = operands.reduce(
      (inner, { cell }) => `IF(${cell}="","",${inner})`,
      `IFERROR(${written},"")`,
    );
    return { value: null, formula: guarded };
  }

  private formatOf(text: string, code: string | undefined): string {
    if (text.includes("/")) return "0.0";
    const indicator = code === undefined ? undefined : this.indicators.get(code);
    if (!indicator || indicator.kind === "yesNo") return "#,##0";
    return this.formatOfItem(indicator);
  }
}
