/** A template's parts by their codes and names. */
import { isOwnList } from "./own-lists";
import type { DetailList, Form, Indicator, Template, Unit, UnitKind } from "./template";
import { fold } from "../workbook/fold";

/** An indicator and the form it is in. */
export interface IndexedIndicator {
  readonly indicator: Indicator;
  readonly form: Form;
}

export interface TemplateIndex {
  readonly template: Template;
  /** By code, `0201`. */
  readonly indicators: ReadonlyMap<string, IndexedIndicator>;
  /** By name, folded by {@link foldName}; of two lines with one name none. */
  readonly indicatorsByName: ReadonlyMap<string, IndexedIndicator>;
  /** By id, `关工02`. */
  readonly forms: ReadonlyMap<string, Form>;
  /** By id, `L2`. */
  readonly lists: ReadonlyMap<string, DetailList>;
  /** By code, `T10`. */
  readonly unitsByCode: ReadonlyMap<string, Unit>;
  /** By the register's name and every alias, folded by {@link foldName}. */
  readonly unitsByName: ReadonlyMap<string, Unit>;
}

/** Looks the template over once; a few milliseconds. */
export function indexTemplate(template: Template): TemplateIndex {
  const indicators = new Map<string, IndexedIndicator>();
  const indicatorsByName = new Map<string, IndexedIndicator>();
  const ambiguous = new Set<string>();
  for (const form of template.forms) {
    for (const indicator of form.indicators) {
      indicators.set(indicator.code, { indicator, form });
      const name = foldName(indicator.name);
      if (indicatorsByName.has(name)) ambiguous.add(name);
      indicatorsByName.set(name, { indicator, form });
    }
  }
  for (const name of ambiguous) indicatorsByName.delete(name);
  return {
    template,
    indicators,
    indicatorsByName,
    forms: new Map(template.forms.map((form) => [form.id, form])),
    lists: new Map(template.lists.map((list) => [list.id, list])),
    unitsByCode: new Map(template.units.map((unit) => [unit.code, unit])),
    unitsByName: unitsByName(template),
  };
}

/** Names win over aliases, the first alias over later ones. */
function unitsByName(template: Template): Map<string, Unit> {
  const byName = new Map(template.units.map((unit) => [foldName(unit.name), unit]));
  for (const unit of template.units) {
    for (const alias of unit.aliases) {
      const name = foldName(alias);
      if (!byName.has(name)) byName.set(name, unit);
    }
  }
  return byName;
}

/** The name as it is compared: full-width signs made narrow, no blanks, no quotation marks, no lead-in `其中：`. */
export function foldName(name: string): string {
  return fold(name)
    .replace(/[\s\u200b\ufeff"'“”‘’「」]/g, "")
    .replace(/^(?:其中|总数中|总额中):/, "")
    .toLowerCase();
}

/** The forms that a unit of this kind must fill, in order. */
export function formsOf(template: Template, kind: UnitKind): readonly Form[] {
  return template.forms.filter((form) => form.fills.includes(kind));
}

/** The lines of all forms that have lines, in order; the cover is none. */
export function indicatorsOf(template: Template): Indicator[] {
  return template.forms.filter((form) => form.layout !== "cover").flatMap((form) => form.indicators);
}

/** Our own forms are of a period; an office's own sheets may be of none. */
export function wantsPeriod({ forms, lists }: Template): boolean {
  return lists.some((list) => !isOwnList({ forms }, list)) || forms.some((form) => form.layout !== "own");
}

/** The lists that a unit of this kind fills, in order. */
export function listsOf(template: Template, kind: UnitKind): readonly DetailList[] {
  return template.lists.filter((list) => list.fills.includes(kind));
}

/** The lines that a unit of this kind fills: only these may be missing. */
export function linesOf(form: Form, kind: UnitKind): readonly Indicator[] {
  return form.indicators.filter((indicator) => indicator.fills.includes(kind));
}
