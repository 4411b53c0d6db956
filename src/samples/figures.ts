/** How the county's year is written down: per line, what each unit has. */
import type { Unit, UnitKind } from "../template/template";
import { between, seeded, seedOf, type Random } from "./random";
import { shareOut } from "./share-out";

export type Range = readonly [from: number, to: number];

/** One line over all units. A unit that is not spoken of has 0. */
export interface LineSpec extends Partial<Record<UnitKind, Range>> {
  /** Units with a value of their own, by name. */
  readonly only?: Readonly<Record<string, number>>;
  /** What all units make together: those without a value of their own share the rest. */
  readonly total?: number;
  /** The ranges are per piece of this line (attendance per session). */
  readonly per?: string;
  /** The sum of these lines. */
  readonly sumOf?: readonly string[];
}

/** By code. */
export type FormSpec = Readonly<Record<string, LineSpec>>;

/** A unit's numbers by code. */
export type Figures = Map<string, number>;

/** Writes the lines of one form into the units' figures. */
export function fillIn(spec: FormSpec, units: readonly Unit[], figures: ReadonlyMap<string, Figures>): void {
  for (const [code, line] of Object.entries(spec)) {
    const random = seeded(seedOf(code));
    const drawn = units.map((unit) => draw(line, unit, figures.get(unit.name)!, random));
    const values = line.total === undefined ? drawn : adjusted(line, line.total, units, drawn);
    units.forEach((unit, i) => figures.get(unit.name)!.set(code, values[i]!));
  }
}

function draw(line: LineSpec, unit: Unit, figures: Figures, random: Random): number {
  const fixed = line.only?.[unit.name];
  const range = line[unit.kind];
  const drawn = range ? between(random, ...range) : 0;
  if (fixed !== undefined) return fixed;
  if (line.sumOf) return line.sumOf.reduce((sum, code) => sum + (figures.get(code) ?? 0), 0);
  return line.per === undefined ? drawn : drawn * (figures.get(line.per) ?? 0);
}

function adjusted(line: LineSpec, total: number, units: readonly Unit[], drawn: readonly number[]): number[] {
  const isFixed = units.map((unit) => line.only?.[unit.name] !== undefined);
  const fixed = drawn.reduce((sum, value, i) => (isFixed[i] ? sum + value : sum), 0);
  const shares = shareOut(
    total - fixed,
    drawn.map((value, i) => (isFixed[i] ? 0 : value)),
  );
  return drawn.map((value, i) => (isFixed[i] ? value : shares[i]!));
}
