/** What changed most since last year, in which units, and what they say about it. */
import { shownChange } from "../template/defaults";
import type { Form, Indicator } from "../template/template";
import type { Consolidation } from "./consolidation";
import { countyLines, entryOf, type FormLine, reasonOf } from "./contributions";

export interface Change {
  readonly indicator: Indicator;
  readonly form: Form;
  readonly value: number;
  readonly lastYear: number;
  /** In per cent of last year; in percentage points for shares. Infinite where there was nothing. */
  readonly extent: number;
  /** The units that moved it most, the largest first. */
  readonly units: readonly UnitChange[];
  /** Those that explain their change, the largest first. */
  readonly explained: readonly UnitChange[];
}

export interface UnitChange {
  readonly unit: string;
  /** Of a share: of the two shares as they are shown. */
  readonly difference: number;
  /** 说明 beside the line; empty if none. */
  readonly reason: string;
}

const UNITS_SHOWN = 3;

/**
 * Lines of the county whose change would have to be explained if a unit reported it: over the template's limit in per
 * cent (or in points, for shares), and over the line's floor; and those of which any unit explains its change. The
 * largest come first.
 */
export function largestChanges(consolidation: Consolidation): Change[] {
  const changes = countyLines(consolidation.template).flatMap((line) => changeOf(line, consolidation) ?? []);
  return changes.sort((a, b) => b.extent - a.extent);
}

function changeOf(line: FormLine, consolidation: Consolidation): Change | null {
  const { indicator, form } = line;
  const total = consolidation.totals.get(indicator.code);
  // On an office's own form last year need not have a place of its own.
  const isCompared = indicator.carried || form.layout === "own";
  if (typeof total?.value !== "number" || total.lastYear === null || !isCompared) return null;
  const { value, lastYear } = total;
  const difference = value - lastYear;
  if (difference === 0) return null;
  const units = unitChanges(line, consolidation);
  const { changeLimit, rateJump } = consolidation.template.settings;
  const isShare = indicator.kind === "percent";
  const extent = isShare ? Math.abs(difference) : Math.abs(difference / lastYear) * 100;
  const isLarge =
    extent > (isShare ? rateJump : changeLimit) && Math.abs(difference) > (indicator.floor ?? 0);
  const explained = units.filter(({ reason }) => reason !== "");
  if (!isLarge && explained.length === 0) return null;
  return { indicator, form, value, lastYear, extent, units: units.slice(0, UNITS_SHOWN), explained };
}

/** The largest first. */
function unitChanges(line: FormLine, { submissions, lastYear }: Consolidation): UnitChange[] {
  const changes = submissions.flatMap((submission): UnitChange[] => {
    const unit = submission.unit!.name;
    const now = entryOf(line, submission)?.value;
    const before = lastYear?.units.get(unit)?.get(line.indicator.code);
    if (typeof now !== "number" || before === undefined || now === before) return [];
    const difference = shownChange(line.indicator, now, before);
    return [{ unit, difference, reason: reasonOf(line, submission) }];
  });
  return changes.sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
}
