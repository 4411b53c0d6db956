/** The template, prepared for recognising its words in workbooks; made once for each template. */
import { compileExpression, createVocabulary, isRuleError } from "../rules";
import { isOwnList } from "../template/own-lists";
import { LineFormulas, type LineRef } from "../template/line-formula";
import type { DetailList, Form, Indicator, Template, Unit } from "../template/template";
import { plainLabel, LabelBook } from "./labels";
import { printedList, type ListLayout } from "./lists/list-layout";
import { printedCard, type CardLayout } from "./own/card-layout";
import { ownLayout, type OwnLayout } from "./own/own-layout";
import { ownersOf } from "./own/line-owners";
import { unitBook, type UnitBook } from "./recognise/unit-names";

/** A form or list that a sheet may hold. */
export type Target =
  | {
      readonly kind: "form";
      readonly id: string;
      readonly title: string;
      readonly form: Form;
      readonly labels: LabelBook<Indicator>;
      /** Codes and names as the template prints them. */
      readonly words: ReadonlySet<string>;
      readonly codes: ReadonlyMap<string, Indicator>;
      /** Of the cover. */
      readonly card?: CardLayout;
    }
  | {
      readonly kind: "list";
      readonly id: string;
      readonly title: string;
      readonly list: DetailList;
      readonly layout: ListLayout;
    }
  | {
      readonly kind: "own";
      readonly id: string;
      readonly title: string;
      readonly form: Form;
      readonly layout: OwnLayout;
      /** Its items by key. */
      readonly items: ReadonlyMap<string, Indicator>;
    };

export type FormTarget = Extract<Target, { kind: "form" }>;
export type OwnTarget = Extract<Target, { kind: "own" }>;
export type ListTarget = Extract<Target, { kind: "list" }>;

export interface TemplateVocabulary {
  readonly template: Template;
  readonly targets: readonly Target[];
  readonly units: UnitBook;
  readonly formulas: LineFormulas;
  /** By code, for every line that the template computes: the lines that its formula names. */
  readonly operands: ReadonlyMap<string, readonly LineRef[]>;
}

const prepared = new WeakMap<Template, TemplateVocabulary>();

export function templateVocabulary(template: Template): TemplateVocabulary {
  let words = prepared.get(template);
  if (!words) prepared.set(template, (words = prepare(template)));
  return words;
}

function prepare(template: Template): TemplateVocabulary {
  const units = unitBook(template);
  return {
    template,
    targets: [
      ...template.forms.map((form) => ownTarget(form, template, units) ?? formTarget(form)),
      ...template.lists.filter((list) => !isOwnList(template, list)).map(listTarget),
    ],
    units,
    formulas: LineFormulas.of(template),
    operands: operandsOf(template),
  };
}

/** A formula that cannot be understood names nothing; the template's own check says so where it is edited. */
function operandsOf(template: Template): Map<string, readonly LineRef[]> {
  const vocabulary = createVocabulary(template);
  const operands = new Map<string, readonly LineRef[]>();
  for (const { code, formula } of template.forms.flatMap((form) => form.indicators)) {
    const compiled = formula === undefined ? null : compileExpression(formula, vocabulary);
    if (!compiled || isRuleError(compiled)) continue;
    operands.set(code, [
      ...compiled.codes.map((operand) => ({ code: operand, lastYear: false })),
      ...compiled.lastYearCodes.map((operand) => ({ code: operand, lastYear: true })),
    ]);
  }
  return operands;
}

function formTarget(form: Form): FormTarget {
  return {
    kind: "form",
    id: form.id,
    title: form.title,
    form,
    labels: new LabelBook(form.indicators.map((indicator) => [indicator.name, indicator])),
    words: new Set(form.indicators.flatMap(({ code, name }) => [code, name])),
    codes: new Map(form.indicators.map((indicator) => [indicator.code, indicator])),
    ...(form.layout === "cover" ? { card: printedCard(form) } : {}),
  };
}

function ownTarget(form: Form, template: Template, units: UnitBook): OwnTarget | null {
  if (form.own === undefined) return null;
  return {
    kind: "own",
    id: form.id,
    title: form.title,
    form,
    layout: ownLayout(form.own, (table) => ownersOf(table, template.units, nameIn(units)), template.lists),
    items: new Map(form.indicators.map((indicator) => [indicator.code, indicator])),
  };
}

function listTarget(list: DetailList): ListTarget {
  return {
    kind: "list",
    id: list.id,
    title: list.title,
    list,
    layout: printedList(list),
  };
}

function nameIn(units: UnitBook): (text: string) => Unit | null {
  return (text) => units.exact(plainLabel(text)) ?? units.within(text)?.unit ?? null;
}

/** The unit that the text names, if it names one. */
export function unitNamed({ units }: TemplateVocabulary, text: string): Unit | null {
  return nameIn(units)(text);
}
