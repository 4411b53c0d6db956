/**
 * County totals as live formulas over the units' cells. Only functions that every spreadsheet program computes alike:
 * SUM, AVERAGE, COUNTIF, IF, OR, IFERROR, CHOOSE and MAX. None is nested deeper with more lines: Excel allows 64 levels.
 */
import type { FormLine } from "../consolidation/contributions";
import type { Total } from "../consolidation/consolidation";
import { derivedFormulas, isDerived } from "../consolidation/derived";
import type { RecordReferences } from "../rules";
import { LineFormulas, type LineRef } from "../template/line-formula";
import type { Indicator, Template } from "../template/template";
import { WORDS } from "../template/words";
import { LIMITS } from "../workbook/limits";

/** Where a formula finds what it needs. */
export interface FormulaSource {
  /** The units' cells of a line: `'单位数据'!$E$7:$E$28`. */
  range(code: string): string;
  /** All that a total adds up: the units' cells and the adjustment. */
  summed(code: string): string;
  /** The cell of a county total, this year's or last year's. */
  total(ref: LineRef): string;
  /** Is that total known? What is not known is an empty text in its cell. */
  known(ref: LineRef): boolean;
  /** Where the records of all units are. */
  readonly records: RecordReferences;
}

export class TotalFormulas {
  private readonly lines: LineFormulas;
  private readonly derived: ReturnType<typeof derivedFormulas>;

  /** Items of an office's own sheets. */
  private readonly inSheets: ReadonlySet<string>;

  constructor(template: Template) {
    const own = template.forms.filter(({ layout }) => layout === "own");
    this.inSheets = new Set(own.flatMap(({ indicators }) => indicators.map(({ code }) => code)));
    this.lines = LineFormulas.of(template);
    this.derived = derivedFormulas(template);
  }

  /** A formula without `=` that gives the total's value, an empty text for null; null for a line that has no total. */
  formula({ indicator }: FormLine, total: Total, source: FormulaSource): string | null {
    if (isDerived(indicator)) {
      return this.lines.isOfRecords(indicator.formula!)
        ? this.lines.inCell(indicator.formula!, (ref) => source.total(ref), false, source.records)
        : this.derivedFormula(indicator, source);
    }
    const range = source.range(indicator.code);
    const guarded = (formula: string): string =>
      total.contributions.length > 0 ? formula : unlessEmpty(range, formula);
    switch (indicator.aggregation) {
      case "sum":
      case "stock":
      case "computed":
        return guarded(`SUM(${source.summed(indicator.code)})`);
      case "mean":
        return guarded(`AVERAGE(${range})`);
      case "count":
        return guarded(`COUNTIF(${range},"${WORDS.yes}")`);
      case "max":
        return indicator.choices ? highestChoice(range, indicator.choices) : null;
      default:
        return null;
    }
  }

  /** The lines that a derived line rests on; empty for any other. */
  operands(code: string): readonly LineRef[] {
    const formula = this.derived.get(code);
    return [
      ...(formula?.codes ?? []).map((each) => ({ code: each, lastYear: false })),
      ...(formula?.lastYearCodes ?? []).map((each) => ({ code: each, lastYear: true })),
    ];
  }

  /**
   * The template's own formula over the county's totals. What rests on an unknown total is an empty text; a sum passes
   * over unknown ones, except for all. Where all are known the formula stays as plain as a person would write it.
   */
  derivedFormula(
    { code, formula }: Indicator,
    source: Pick<FormulaSource, "total" | "known">,
  ): string | null {
    const operands = this.operands(code);
    const plain = this.lines.inCell(formula!, (ref) => source.total(ref), false);
    if (plain === null || operands.every((ref) => source.known(ref))) return plain;
    const cells = operands.map((ref) => source.total(ref));
    if (this.inSheets.has(code)) return this.asInSheet(formula!, cells, source);
    if (/^SUM\([^()]*\)$/.test(plain)) return `IF(${cells.join("&")}="","",${plain})`;
    // An empty cell counts as 0 in arithmetic: each must be asked for.
    const safe = plain.startsWith("IFERROR(") ? plain : `IFERROR(${plain},"")`;
    const empty = cells.map((cell) => `${cell}=""`);
    return `IF(${empty.length === 1 ? empty[0] : `OR(${inGroups(empty, "OR")})`},"",${safe})`;
  }

  /** As an office's own sheet computes: what is empty counts as 0, unless everything is. SUM of a text is 0. */
  private asInSheet(
    formula: string,
    cells: readonly string[],
    source: Pick<FormulaSource, "total">,
  ): string | null {
    const body = this.lines.inCell(formula, (ref) => `SUM(${source.total(ref)})`, false);
    if (body === null) return null;
    const empty = cells.map((cell) => `${cell}=""`);
    const nothing = empty.length === 1 ? empty[0] : `AND(${inGroups(empty, "AND")})`;
    return `IF(${nothing},"",${body.startsWith("IFERROR(") ? body : `IFERROR(${body},"")`})`;
  }
}

/** Excel takes 255 arguments: more go in groups. `OR(OR(a,b),OR(c,d))` */
export function inGroups(terms: readonly string[], name: "AND" | "OR"): string {
  if (terms.length <= LIMITS.arguments) return terms.join(",");
  const groups: string[] = [];
  for (let from = 0; from < terms.length; from += LIMITS.arguments) {
    groups.push(`${name}(${terms.slice(from, from + LIMITS.arguments).join(",")})`);
  }
  return groups.join(",");
}

/** Nothing reported gives no total, rather than a false 0. */
function unlessEmpty(range: string, formula: string): string {
  return `IF(COUNTIF(${range},"<>")=0,"",${formula})`;
}

/** The highest that some unit has: `CHOOSE(1+MAX((COUNTIF(r,"县")>0)*1,(COUNTIF(r,"市")>0)*2),"","县","市")`. */
function highestChoice(range: string, choices: readonly string[]): string {
  const texts = choices.map((choice) => `"${choice.replace(/"/g, '""')}"`);
  const ranks = texts.map((text, i) => `(COUNTIF(${range},${text})>0)*${i + 1}`);
  return `CHOOSE(1+MAX(${ranks.join(",")}),"",${texts.join(",")})`;
}
