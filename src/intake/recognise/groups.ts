/** D13: several units in one workbook. Sheets are parted where one form is there for different units. */
import type { Unit } from "../../template/template";
import type { TemplateVocabulary } from "../template-vocabulary";
import { captionOf } from "./own-unit";
import type { KnownSheet } from "./known-sheet";

export interface SheetGroup {
  readonly sheets: readonly KnownSheet[];
  /** What the sheets themselves say, where the workbook holds several units; null else. */
  readonly unit: Unit | null;
}

export function groupSheets(sheets: readonly KnownSheet[], words: TemplateVocabulary): SheetGroup[] {
  const units = new Map(sheets.map((sheet) => [sheet, ownUnit(sheet, words)]));
  if (!holdsSeveral(sheets, units)) return [{ sheets, unit: null }];
  const groups = new Map<Unit, KnownSheet[]>();
  let last: Unit | null = null;
  const early: KnownSheet[] = [];
  for (const sheet of sheets) {
    // A sheet that does not say whose it is belongs to the ones before it.
    const unit: Unit | null = (sheet.target ? units.get(sheet) : null) ?? last;
    if (!unit) early.push(sheet);
    else groups.set(unit, [...(groups.get(unit) ?? []), sheet]);
    last = unit;
  }
  return [...groups].map(([unit, own], i) => ({ unit, sheets: i === 0 ? [...early, ...own] : own }));
}

function holdsSeveral(sheets: readonly KnownSheet[], units: ReadonlyMap<KnownSheet, Unit | null>): boolean {
  const byTarget = new Map<string, Set<Unit>>();
  for (const sheet of sheets) {
    const unit = units.get(sheet);
    if (!sheet.target || !unit) continue;
    const known = byTarget.get(sheet.target.id) ?? new Set<Unit>();
    byTarget.set(sheet.target.id, known.add(unit));
  }
  return [...byTarget.values()].some((known) => known.size > 1);
}

/** What a person can see goes before what is hidden: a copied set of sheets keeps the hidden identity. */
function ownUnit(sheet: KnownSheet, words: TemplateVocabulary): Unit | null {
  const hidden = sheet.identity?.unit;
  const named = sheet.target?.kind === "own" ? words.units.within(sheet.grid.sheet.name)?.unit : undefined;
  return (
    captionOf(sheet, words)?.unit ??
    named ??
    words.template.units.find((unit) => unit.code === hidden) ??
    null
  );
}
