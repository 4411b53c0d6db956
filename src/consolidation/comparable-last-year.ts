/** Last year's values as they compare with this year's: lines measured otherwise, units renamed or merged since (D61), units that are missing. */
import type { Submission } from "../intake/submission";
import type { Indicator, Template, Unit } from "../template/template";
import { LineFormulas } from "../template/line-formula";
import { foldName } from "../template/template-index";
import type { LastYear } from "../validation/last-year";
import { isAdjustable } from "./adjustments";
import { countyLines } from "./contributions";
import { exactSum } from "../workbook/exact-sum";
import { knownTotals, type Values } from "./known-totals";
import { fold } from "../workbook/fold";

/** What can be compared with this year, under this year's names. */
export function onLikeBasis(lastYear: LastYear, template: Template): LastYear {
  return onLikeUnits(onLikeLines(lastYear, template), template);
}

/**
 * While values of units of the register are missing, last year's totals are those of the other units alone: fifteen
 * units beside a whole county would show a fall that no unit had. What is not known by unit is left out with it: the
 * county's own adjustments, and units that are in the register no more. Where nothing is known of last year's units the
 * totals stay as they are; so does what the county had no total of.
 */
export function ofSameUnits(lastYear: LastYear, counted: ReadonlySet<string>, template: Template): LastYear {
  const { units, totals, whole = totals } = lastYear;
  const isAll = template.units.every(({ name }) => counted.has(name));
  if (isAll || counted.size === 0 || units.size === 0) return lastYear;
  const same = new Map([...units].filter(([name]) => counted.has(name)));
  const known = [...knownTotals(same, template)].filter(([code]) => whole.has(code));
  return { ...lastYear, totals: new Map(known), whole };
}

/**
 * Units that count and of which last year says nothing: new ones, and those that had not reported then. All that they
 * have is growth. None where last year is not known by unit.
 */
export function withoutLastYear(submissions: readonly Submission[], lastYear: LastYear | null): string[] {
  if (!lastYear || lastYear.units.size === 0) return [];
  return submissions.map(({ unit }) => unit!.name).filter((name) => !lastYear.units.has(name));
}

/**
 * A number of last year says nothing of a line that is now asked in another measure, or for yes or no instead: it is left
 * out, and named. Two names of one code, and whole numbers or others, are the same line.
 */
function onLikeLines(lastYear: LastYear, template: Template): LastYear {
  const { lines = new Map<string, never>(), units, totals } = lastYear;
  const changed = countyLines(template).flatMap(({ indicator }) => {
    const before = lines.get(indicator.code);
    return before && !isLike(before, indicator) ? [indicator.code] : [];
  });
  if (changed.length === 0) return lastYear;
  const out = new Set(changed);
  const kept = (values: Values): Values => new Map([...values].filter(([code]) => !out.has(code)));
  return {
    ...lastYear,
    units: new Map([...units].map(([name, values]) => [name, kept(values)])),
    totals: kept(totals),
    incomparable: changed,
  };
}

type Asked = Pick<Indicator, "kind" | "measure">;

function isLike(before: Asked, now: Asked): boolean {
  const plain = (measure: string): string => fold(measure).replace(/\s/g, "");
  return plain(before.measure) === plain(now.measure) && (before.kind === "yesNo") === (now.kind === "yesNo");
}

/**
 * A unit takes over the values of the names that the register gives as its aliases: of one, as they are; of several, its
 * own among them where others were merged into it, what is added up, added up, and what follows from it. Units that were
 * split are left as they are: nobody knows how their figures divide. The county's totals do not change.
 */
function onLikeUnits(lastYear: LastYear, template: Template): LastYear {
  const formulas = LineFormulas.of(template);
  const units = new Map(lastYear.units);
  const former = new Map<string, readonly string[]>();
  for (const unit of template.units) {
    const others = formerNames(unit, template, units);
    if (others.length === 0) continue;
    const names = units.has(unit.name) ? [unit.name, ...others] : others;
    const values = names.map((name) => units.get(name)!);
    for (const name of names) units.delete(name);
    units.set(unit.name, values.length === 1 ? values[0]! : merged(values, template, formulas));
    former.set(unit.name, names);
  }
  return former.size === 0
    ? lastYear
    : { ...lastYear, units, former: new Map([...(lastYear.former ?? []), ...former]) };
}

/** Names of last year that are now this unit's aliases, and no unit's own name. */
function formerNames(unit: Unit, template: Template, units: ReadonlyMap<string, Values>): string[] {
  const aliases = new Set(unit.aliases.map(foldName));
  const register = new Set(template.units.map(({ name }) => name));
  return [...units.keys()].filter((name) => !register.has(name) && aliases.has(foldName(name)));
}

function merged(parts: readonly Values[], template: Template, formulas: LineFormulas): Values {
  const values = new Map<string, number>();
  const lines = countyLines(template).map(({ indicator }) => indicator);
  const isAdded = ({ formula }: Indicator): boolean => formula !== undefined && formulas.addsRecords(formula);
  for (const { code } of lines.filter((line) => isAdjustable(line) || isAdded(line))) {
    const known = parts.flatMap((part) => part.get(code) ?? []);
    if (known.length > 0) values.set(code, exactSum(known));
  }
  for (const { code, formula } of lines) {
    if (formula === undefined || formula.includes("上年")) continue;
    const value = formulas.value(
      formula,
      (ref) => (ref.lastYear ? null : (values.get(ref.code) ?? null)),
      true,
    );
    if (value !== null) values.set(code, value);
  }
  return values;
}
