/**
 * How surely intake and checks find what is wrong: every slip of the catalogue that can be planted, many times, at
 * places that a seed chooses. `npm run bench:defects [times]`.
 */
import { PLANTERS, type Planter } from "../../src/samples/planters";
import { tryOne, trySeveral, type Trial } from "./defects/trial";

const times = Number(process.argv[2] ?? 40);
const verbose = process.argv.includes("-v");

interface Tally {
  tries: number;
  found: number;
  clean: number;
  readonly wrong: Trial[];
}

const byDefect = new Map<string, Tally>();
PLANTERS.forEach((planter, p) => {
  for (let i = 0; i < times; i++) count(planter.defect, tryOne(planter, `${planter.defect} ${p} ${i}`));
});
const tame: readonly Planter[] = PLANTERS.filter(({ reach }) => reach !== "workbook");
for (let i = 0; i < times * 5; i++) count("2–4 at once", trySeveral(tame, 2 + (i % 3), `several ${i}`));
report();

function count(name: string, trial: Trial | null): void {
  if (!trial) return;
  const tally = byDefect.get(name) ?? { tries: 0, found: 0, clean: 0, wrong: [] };
  tally.tries++;
  if (trial.missed.length === 0) tally.found++;
  if (trial.strange.length === 0) tally.clean++;
  if (trial.missed.length > 0 || trial.strange.length > 0) tally.wrong.push(trial);
  byDefect.set(name, tally);
}

function report(): void {
  const all = [...byDefect].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [name, tally] of all) {
    const share = (n: number): string => `${((n / tally.tries) * 100).toFixed(1)} %`.padStart(8);
    console.log(
      `${name.padEnd(12)} ${String(tally.tries).padStart(6)} ${share(tally.found)} ${share(tally.clean)}`,
    );
    if (verbose) for (const trial of tally.wrong.slice(0, 3)) console.log(`    ${describe(trial)}`);
  }
  const sum = (of: (tally: Tally) => number): number =>
    all.reduce((total, [, tally]) => total + of(tally), 0);
  const tries = sum((tally) => tally.tries);
  const found = sum((tally) => tally.found) / tries;
  const clean = sum((tally) => tally.clean) / tries;
  console.log(`found ${(found * 100).toFixed(2)} %, nothing else ${(clean * 100).toFixed(2)} %, of ${tries}`);
  if (found < 0.99 || clean < 0.99) process.exitCode = 1;
}

function describe({ unit, planters, missed, strange }: Trial): string {
  const wanted = missed.map(({ code, sheet, cell }) => `${code} ${sheet ?? ""}!${cell ?? ""}`);
  const seen = strange.map(({ code, place }) => `${code} ${place.sheet ?? ""}!${place.cell ?? ""}`);
  const shown = [...seen.slice(0, 6), ...(seen.length > 6 ? [`… ${seen.length}`] : [])];
  return `${unit} ${planters.map(({ defect }) => defect).join("+")}: missed [${wanted.join(", ")}] strange [${shown.join(", ")}]`;
}
