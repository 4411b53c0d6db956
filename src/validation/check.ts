/** What a built-in check is, and what it is handed. */
import type { CheckCode } from "../findings/catalogue";
import type { Finding } from "../findings/finding";
import { entryOf } from "../findings/catalogue-entry";
import { nameOf } from "../intake/labels";
import type { Entry, Line, Submission } from "../intake/submission";
import type { Compiled, CompiledRule, Facts, Operand } from "../rules";
import type { RuleClass } from "../rules/rule";
import type { Form, Indicator, Template, UnitKind } from "../template/template";
import type { TemplateIndex } from "../template/template-index";
import { findingOf, type Draft, type DraftText } from "./draft";
import type { Evidence, UnitEvidence } from "./evidence";
import { carriedValues, factsOf, lineOf } from "./facts";
import { isLastYearKey, type Key } from "./keys";
import type { LastYear } from "./last-year";

export interface Known {
  /** Last year's county workbook; null where there is none. */
  readonly lastYear: LastYear | null;
  /** The period that is collected, `2020`; absent or null where it is not known. */
  readonly period?: string | null;
  /** What another template's county workbook says of the units; absent or null where none is given. */
  readonly evidence?: Evidence | null;
}

/** A check that is built in: its code and what it finds. The class is the template's, else the catalogue's. */
export interface Check {
  readonly code: CheckCode;
  /** Null where there is nothing to ask: no last year, no such line, a unit of another kind. */
  readonly run: (context: CheckContext, findingClass: RuleClass) => readonly Draft[] | null;
}

/** A check of the whole session: what only several submissions together show. */
export interface CrossUnitCheck {
  readonly code: CheckCode;
  readonly run: (all: readonly CheckContext[], findingClass: Finding["class"]) => Finding[];
}

/** An indicator that the unit fills, with its line. */
export interface FilledLine {
  readonly indicator: Indicator;
  readonly form: Form;
  readonly line: Line;
}

/** What a draft about a line says besides the line itself. */
export interface LineText extends Pick<DraftText, "values" | "params"> {
  /** What it rests on besides. */
  readonly on?: readonly Key[];
  /** The cell is wrong as it is. */
  readonly damages?: boolean;
}

/** What a template says, looked up once for all units. */
export interface CheckVocabulary {
  readonly template: Template;
  readonly index: TemplateIndex;
  readonly rules: readonly CompiledRule[];
  /** Formulas of ratios and computed lines, by code. */
  readonly formulas: ReadonlyMap<string, Compiled>;
}

/** One submission under check. */
export class CheckContext {
  readonly template: Template;
  readonly facts: Facts;
  readonly kind: UnitKind | null;
  readonly period: string | null;
  /** Last year's values as the county carried them; null where they are not known. */
  readonly carried: ReadonlyMap<string, number> | null;
  /** What evidence there is of the unit; null where there is none. */
  readonly evidence: UnitEvidence | null;

  constructor(
    readonly words: CheckVocabulary,
    readonly submission: Submission,
    known: Known,
  ) {
    this.template = words.template;
    this.kind = submission.unit?.kind ?? null;
    this.period = known.period ?? null;
    this.facts = factsOf(submission, words.index.indicators, known.lastYear);
    this.carried = carriedValues(submission, known.lastYear);
    this.evidence = known.evidence?.units.get(submission.unit?.name ?? "") ?? null;
  }

  /** The lines of the table forms that are there, in the template's order. */
  *lines(): Generator<FilledLine> {
    for (const form of this.template.forms) {
      const reading = this.submission.forms.get(form.id);
      if (reading === undefined) continue;
      for (const indicator of form.indicators) {
        const line = reading.lines.get(indicator.code);
        if (line !== undefined) yield { indicator, form, line };
      }
    }
  }

  /** The lines that the unit's kind fills; all where the kind is not known. */
  *ownLines(): Generator<FilledLine> {
    for (const filled of this.lines()) if (this.fills(filled.indicator)) yield filled;
  }

  line(code: string): Line | undefined {
    return lineOf(this.submission, this.words.index.indicators, code);
  }

  indicator(code: string): Indicator | undefined {
    return this.words.index.indicators.get(code)?.indicator;
  }

  /** `被采用÷上报稿件`: a formula as people say it, without codes. */
  formulaText(formula: Pick<Compiled, "inWords">): string {
    return formula.inWords((code) => nameOf(this.indicator(code) ?? { name: code }));
  }

  fills({ fills }: { readonly fills: readonly UnitKind[] }): boolean {
    return this.kind === null || fills.includes(this.kind);
  }

  /** This year's value as a number; null where it is missing or none. */
  number(code: string): number | null {
    return asNumber(this.facts.current(code));
  }

  /** Is anything known of last year? */
  get knowsLastYear(): boolean {
    if (this.carried !== null) return true;
    return [...this.lines()].some(({ line }) => line.lastYear?.state === "filled");
  }

  lastYearNumber(code: string): number | null {
    return asNumber(this.facts.lastYear(code));
  }

  /** A draft about a line, standing at its cell of this year. */
  atLine(
    code: CheckCode,
    findingClass: RuleClass,
    { indicator, line }: Pick<FilledLine, "indicator" | "line">,
    words: LineText = {},
  ): Draft {
    return this.atEntry(code, findingClass, indicator, line.current, indicator.code, words);
  }

  atEntry(
    code: CheckCode,
    findingClass: RuleClass,
    indicator: Indicator,
    entry: Entry,
    at: Key,
    { values, params, on = [], damages = false }: LineText,
  ): Draft {
    const finding = findingOf({
      class: findingClass,
      code,
      unit: this.unitName,
      place: entry.place,
      indicator: indicator.code,
      values,
      params: { code: indicator.code, name: nameOf(indicator), measure: indicator.measure, ...params },
    });
    return { finding, at, on: [at, ...on], ...(damages ? { damages: at } : {}) };
  }

  /** A draft about the file as a whole. */
  atFile(code: CheckCode, findingClass: RuleClass, words: Pick<DraftText, "params" | "values">): Draft {
    const place = { file: this.submission.file, sheet: null, cell: null };
    return {
      finding: findingOf({ class: findingClass, code, unit: this.unitName, place, ...words }),
      at: null,
      on: [],
    };
  }

  get unitName(): string | null {
    return this.submission.unit?.name ?? null;
  }
}

function asNumber(value: Operand): number | null {
  return typeof value === "number" ? value : null;
}

/** Is the line a number that a person types: no ratio, no total of others? */
export function isTypedNumber({ kind, formula }: Indicator): boolean {
  return formula === undefined && isNumeric(kind);
}

export function isNumeric(kind: Indicator["kind"]): boolean {
  return kind === "whole" || kind === "decimal" || kind === "amount" || kind === "percent";
}

/** A year-end figure, or an activity that goes on from year to year. */
export function lasts({ aggregation, continuous }: Indicator): boolean {
  return aggregation === "stock" || continuous === true;
}

/** What disagrees with last year's values: where the workbook is of another year, that is why. */
export function ofAnotherYear({ finding: { code } }: Draft, reach: ReadonlySet<Key>): boolean {
  return entryOf(code)?.followsFrom?.includes("anotherYear") === true || [...reach].some(isLastYearKey);
}
