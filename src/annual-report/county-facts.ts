/** What a text is checked against: the values of a county and its units, this year's and last year's, with their cells. */
import { changeIn, ratioIn } from "../template/line-code";
import type { Template } from "../template/template";
import { indicatorsOf } from "../template/template-index";

export interface Figure {
  /** In the line's own measure; per cent in percentage points; yes/no lines of a county as the number of yes. */
  readonly value: number;
  /** `汇总02 五老队伍!E8`; null where it is in no cell. */
  readonly place: string | null;
}

export type Year = "this" | "last";

export interface CountyFacts {
  readonly template: Template;
  /** `2020`. */
  readonly period: string;
  /** The unit's figure; the county's where unit is null. Null where nothing is known. */
  figure(code: string, unit: string | null, year: Year): Figure | null;
  /**
   * The whole county's of last year, where units are missing and `figure` gives that of the same units; null where it is
   * not known, or the same.
   */
  wholeLastYear(code: string): Figure | null;
}

/** A figure that follows from others: `operands` in the order of the calculation. */
export interface Derived {
  readonly value: number;
  readonly how: "value" | "share" | "difference" | "growth" | "sum";
  readonly operands: readonly Figure[];
}

/** Which lines a line is made of, as far as texts speak of it. */
export class LineRelations {
  private readonly ratios = new Map<string, { readonly part: string; readonly whole: string }>();
  private readonly changes = new Map<string, string>();
  private readonly parents = new Map<string, string>();

  constructor(template: Template) {
    for (const form of template.forms) this.addParents(form.indicators);
    for (const { code, formula = "" } of indicatorsOf(template)) {
      const ratio = ratioIn(formula);
      if (ratio) this.ratios.set(code, ratio);
      const changed = changeIn(formula);
      if (changed !== null) this.changes.set(code, changed);
    }
  }

  /** 其中 lines are indented below the last line that is further out. */
  private addParents(indicators: Template["forms"][number]["indicators"]): void {
    let parent: string | null = null;
    for (const { code, indent } of indicators) {
      if (indent === 0) parent = code;
      else if (parent !== null) this.parents.set(code, parent);
    }
  }

  /** `0217` → 0216 of 0201. */
  ratio(code: string): { readonly part: string; readonly whole: string } | undefined {
    return this.ratios.get(code);
  }

  /** `0215` → 0201. */
  changeOf(code: string): string | undefined {
    return this.changes.get(code);
  }

  /** The ratio whose numerator this is, if there is one only: `0216` → 0217. */
  shareOf(part: string): string | undefined {
    const own = [...this.ratios].filter(([, ratio]) => ratio.part === part);
    return own.length === 1 ? own[0]![0] : undefined;
  }

  /** The whole that this is a part of. */
  wholesOf(part: string): string[] {
    const ratios = [...this.ratios.values()].filter((ratio) => ratio.part === part).map(({ whole }) => whole);
    const parent = this.parents.get(part);
    return [...new Set([...ratios, ...(parent === undefined ? [] : [parent])])];
  }
}

/** The county's figures and what follows from them. */
export class Ledger {
  readonly relations: LineRelations;

  constructor(private readonly facts: CountyFacts) {
    this.relations = new LineRelations(facts.template);
  }

  value(code: string, unit: string | null, year: Year): Derived | null {
    const ratio = this.relations.ratio(code);
    if (ratio) return this.share(ratio.part, ratio.whole, unit, year) ?? this.stored(code, unit, year);
    const changed = this.relations.changeOf(code);
    if (changed !== undefined && year === "this") {
      return this.change(changed, unit) ?? this.stored(code, unit, year);
    }
    return this.stored(code, unit, year);
  }

  /** What the whole county had, though units are missing this year. */
  wholeLastYear(code: string): Derived | null {
    const figure = this.facts.wholeLastYear(code);
    return figure && { value: figure.value, how: "value", operands: [figure] };
  }

  share(part: string, whole: string, unit: string | null, year: Year): Derived | null {
    const [a, b] = [this.figure(part, unit, year), this.figure(whole, unit, year)];
    if (!a || !b || b.value === 0) return null;
    return { value: (a.value / b.value) * 100, how: "share", operands: [a, b] };
  }

  change(code: string, unit: string | null): Derived | null {
    const [now, before] = [this.value(code, unit, "this"), this.value(code, unit, "last")];
    if (!now || !before) return null;
    const operands = [now, before].map(({ value, operands: [first] }) => ({
      value,
      place: first?.place ?? null,
    }));
    return { value: now.value - before.value, how: "difference", operands };
  }

  growth(code: string, unit: string | null): Derived | null {
    const change = this.change(code, unit);
    const before = change?.operands[1]?.value ?? 0;
    if (!change || before === 0) return null;
    return { ...change, value: (change.value / before) * 100, how: "growth" };
  }

  /** As many times as much as last year. */
  multiple(code: string, unit: string | null): Derived | null {
    const [now, before] = this.change(code, unit)?.operands ?? [];
    if (!now || !before || before.value === 0) return null;
    return { value: now.value / before.value, how: "share", operands: [now, before] };
  }

  /** What several units have together. */
  sum(code: string, units: readonly string[], year: Year): Derived | null {
    const figures = units.map((unit) => this.figure(code, unit, year));
    if (figures.some((figure) => figure === null)) return null;
    const operands = figures.filter((figure) => figure !== null);
    return { value: operands.reduce((sum, { value }) => sum + value, 0), how: "sum", operands };
  }

  private stored(code: string, unit: string | null, year: Year): Derived | null {
    const figure = this.figure(code, unit, year);
    return figure && { value: figure.value, how: "value", operands: [figure] };
  }

  private figure(code: string, unit: string | null, year: Year): Figure | null {
    return this.facts.figure(code, unit, year);
  }
}
