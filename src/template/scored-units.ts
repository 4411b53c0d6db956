/** What follows from how a template scores its units. */
import type { Scoring } from "./scoring";
import type { Template, Unit, UnitKind } from "./template";

/** The units that are scored: of the kinds that fill one of the scored items. */
export function scoredUnits({ scoring, forms, units }: Template): readonly Unit[] {
  if (!scoring) return [];
  const items = scoredItems({ scoring });
  const kinds = new Set<UnitKind>(
    forms.flatMap((form) =>
      form.indicators
        .filter(({ code }) => items.has(code))
        .flatMap(({ fills }) => fills.filter((kind) => form.fills.includes(kind))),
    ),
  );
  return scoring.lines.length === 0 ? units : units.filter(({ kind }) => kinds.has(kind));
}

/** Whom the unit is compared with. */
export function groupOf({ groups }: Scoring, { type }: Unit): string {
  return groups.find(({ types }) => types.includes(type))?.name ?? type;
}

/** Items that hold scores, whoever gives them. */
export function scoredItems({ scoring }: Pick<Template, "scoring">): ReadonlySet<string> {
  return new Set(scoring?.lines.flatMap(({ self, score }) => [self ?? [], score ?? []].flat()) ?? []);
}

/** Items that the county fills, not the unit. */
export function countyItems({ scoring }: Pick<Template, "scoring">): ReadonlySet<string> {
  return new Set(scoring?.lines.flatMap(({ score }) => score ?? []) ?? []);
}
