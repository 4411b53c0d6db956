/** The year before, invented backwards: near enough that nothing stands out, and never the same. */
import type { Indicator, Template, Unit } from "../template/template";
import type { Figures } from "./figures";
import { between, seeded, seedOf, type Random } from "./random";
import { volunteerShares } from "./volunteer-shares";

const LEAST_FACTOR = 0.86;
const MOST_FACTOR = 1.06;

/** Lines of 关工01 and 关工02 that follow from the later year, or stay as they are. */
const STEADY: ReadonlySet<string> = new Set(["0103", "0104", "0105", "0106", "0107", "0108"]);

/** 218 organisations in 2020 were 216 the year before: one fewer in each of these. */
const FOUNDED: Readonly<Record<string, string>> = { 团结街道: "0106", 城东街道: "0108" };

/** 176 that reach the standard were 157: one fewer in every township, one more yet in these. */
const REACHED_MORE: readonly string[] = ["头道镇", "清河镇", "台上镇", "财源镇"];

/** No part above its whole, whatever the chance; in this order. */
const PARTS: readonly (readonly [part: string, whole: string])[] = [
  ["0111", "0110"],
  ["0216", "0201"],
  ["0307", "0201"],
  ["0409", "0407"],
  ["0411", "0410"],
  ["0412", "0411"],
  ["0709", "0708"],
  ["0713", "0712"],
  ["0902", "0901"],
  ["0908", "0907"],
];

/** The figures of the year before `year`, by unit. */
export function figuresBefore(
  template: Template,
  year: number,
  figures: ReadonlyMap<string, Figures>,
): ReadonlyMap<string, Figures> {
  const lines = template.forms.flatMap((form) => form.indicators);
  return new Map(
    template.units.map((unit) => {
      const later = figures.get(unit.name) ?? new Map<string, number>();
      const random = seeded(seedOf(`${unit.code} ${year - 1}`));
      return [unit.name, before(lines, unit, year, later, random)];
    }),
  );
}

function before(
  lines: readonly Indicator[],
  unit: Unit,
  year: number,
  later: Figures,
  random: Random,
): Figures {
  const own: Figures = new Map();
  for (const line of lines) {
    const value = later.get(line.code);
    if (value !== undefined) own.set(line.code, STEADY.has(line.code) ? value : scaled(line, value, random));
  }
  organisations(own, unit, year, later);
  volunteers(own, unit, later, random);
  totals(own);
  for (const [part, whole] of PARTS) {
    if (own.has(part)) own.set(part, Math.min(own.get(part)!, own.get(whole) ?? 0));
  }
  return own;
}

/** A little less as a rule; what there is never becomes nothing. */
function scaled(line: Indicator, value: number, random: Random): number {
  const factor = LEAST_FACTOR + (MOST_FACTOR - LEAST_FACTOR) * random();
  if (value === 0) return 0;
  if (line.kind === "decimal") return Math.min(Math.round(value * factor * 10) / 10, line.max ?? Infinity);
  const step = line.kind === "amount" && value >= 1000 ? 10 : 1;
  return Math.max(step, Math.round((value * factor) / step) * step);
}

function organisations(own: Figures, unit: Unit, year: number, later: Figures): void {
  const number = (code: string): number => later.get(code) ?? 0;
  const founded = year === 2020 ? FOUNDED[unit.name] : undefined;
  if (founded) own.set(founded, number(founded) - 1);
  own.set("0101", number("0101") - (founded ? 1 : 0));
  const fewer = (unit.kind === "T" ? 1 : 0) + (REACHED_MORE.includes(unit.name) ? 1 : 0);
  own.set("0112", number("0112") - (year === 2020 ? fewer : 0));
  own.set("0110", number("0110") - number("0111"));
  own.set("0111", Math.round(number("0111") * 0.4));
  // Leaderships grow slowly: no form is ever quite the year before's.
  own.set("0115", number("0115") - 1);
}

/** What came and went in the later year leads back to the total of this one. */
function volunteers(own: Figures, unit: Unit, later: Figures, random: Random): void {
  const number = (code: string): number => later.get(code) ?? 0;
  const total = number("0201") - number("0213") + number("0214");
  const left = between(random, 1, 3);
  own.set("0201", total);
  own.set("0214", left);
  own.set("0213", Math.max(left + 1, Math.round(number("0213") * (0.72 + 0.2 * random()))));
  for (const [code, people] of volunteerShares(unit.name, total)) own.set(code, people);
}

function totals(own: Figures): void {
  const number = (code: string): number => own.get(code) ?? 0;
  own.set("0401", number("0402") + number("0403") + number("0404") + number("0405"));
  own.set("0606", Math.max(number("0606"), number("0607") + number("0608")));
  own.set("0704", number("0702") + number("0703") - number("0705"));
}
