/**
 * How surely intake and checks find what is wrong: every slip of the catalogue that can be planted, many times, at
 * places that a seed chooses, one alone and several at once; and that a clean county and harmless changes bring about
 * nothing. `npm run bench:defects [times] [-v]`. Exits 1 below 99 %, or where anything was lost.
 */
import { createNodeReader } from "../../src/files/node-reader";
import { HARMLESS, ALL_PLANTERS } from "../fixtures/planters";
import { seeded, seedOf } from "../../src/samples/random";
import { CATALOGUE, isSilent, type Defect } from "./defects/catalogue";
import { UNITS } from "./defects/county";
import { FILE_PLANTERS, tryFile } from "./defects/files";
import { GRID_PLANTERS } from "./defects/grids";
import { findingsOf, ROUND_PLANTERS, trySession } from "./defects/counties";
import { tryGrid, tryOne, trySeveral } from "./defects/trial";

const times = Number(process.argv[2] ?? 40);
const verbose = process.argv.includes("-v");

/** What one trial came to. */
interface Result {
  readonly name: string;
  readonly missed: readonly unknown[];
  readonly strange: readonly unknown[];
  readonly lost?: readonly string[];
}

interface Tally {
  tries: number;
  found: number;
  clean: number;
  lost: number;
  readonly wrong: Result[];
}

const tallies = new Map<string, Tally>();

function count(defect: string, result: Result | null): void {
  if (!result) return;
  const { missed, strange, lost = [] } = result;
  const tally = tallies.get(defect) ?? { tries: 0, found: 0, clean: 0, lost: 0, wrong: [] };
  tally.tries++;
  if (missed.length === 0) tally.found++;
  if (strange.length === 0) tally.clean++;
  if (lost.length > 0) tally.lost++;
  if (missed.length + strange.length + lost.length > 0) tally.wrong.push(result);
  tallies.set(defect, tally);
}

const seeds = (name: string, often = times): string[] =>
  Array.from({ length: often }, (_, i) => `${name} ${i}`);

async function main(): Promise<void> {
  inPlans();
  for (const planter of GRID_PLANTERS)
    for (const seed of seeds(planter.defect)) count(planter.defect, named(tryGrid(planter, seed)));
  await inFiles();
  for (const planter of ROUND_PLANTERS)
    for (const seed of seeds(planter.defect, Math.ceil(times / 8)))
      count(planter.defect, { name: seed, ...trySession(planter, seeded(seedOf(seed))) });
  const sent = UNITS.map(({ fileName, plan }) => ({ file: fileName, plan }));
  count("clean county", { name: "22 units", missed: [], strange: findingsOf(sent) });
  report();
}

function inPlans(): void {
  ALL_PLANTERS.forEach((planter, p) => {
    for (const seed of seeds(`${planter.defect} ${p}`)) count(planter.defect, named(tryOne(planter, seed)));
  });
  HARMLESS.forEach((planter, p) => {
    for (const seed of seeds(`harmless ${p}`)) count("harmless", named(tryOne(planter, seed)));
  });
  const tame = ALL_PLANTERS.filter(({ reach }) => reach !== "workbook");
  seeds("several", times * 5).forEach((seed, i) =>
    count("2–4 at once", named(trySeveral(tame, 2 + (i % 3), seed))),
  );
}

async function inFiles(): Promise<void> {
  const reader = createNodeReader();
  for (const planter of FILE_PLANTERS) {
    for (const seed of seeds(`file ${planter.defect}`, Math.ceil(times / 8))) {
      const { name, found, strange } = await tryFile(planter, seeded(seedOf(seed)), reader);
      count(planter.defect, { name, missed: found ? [] : [planter.expected], strange });
    }
  }
  await reader.close();
}

function named<T extends Omit<Result, "name"> & { readonly unit: string }>(trial: T | null): Result | null {
  return trial && { ...trial, name: trial.unit };
}

function report(): void {
  console.log(
    "| | | planted in | class | tries | found | nothing else |\n| --- | --- | --- | --- | ---: | ---: | ---: |",
  );
  for (const defect of CATALOGUE) row(defect.code, defect.what, plantingOf(defect), classOf(defect));
  for (const name of [...tallies.keys()].filter((each) => !/^D\d\d$/.test(each))) row(name, "", "", "");
  const all = [...tallies.values()];
  const sum = (of: (tally: Tally) => number): number => all.reduce((total, tally) => total + of(tally), 0);
  const tries = sum((tally) => tally.tries);
  const [found, clean, lost] = [sum((t) => t.found) / tries, sum((t) => t.clean) / tries, sum((t) => t.lost)];
  console.log(
    `\n${tries} trials: found ${percent(found)}, nothing else ${percent(clean)}, the law of conservation broken in ${lost}`,
  );
  if (found < 0.99 || clean < 0.99 || lost > 0) process.exitCode = 1;
}

function row(name: string, what: string, planting: string, classes: string): void {
  const tally = tallies.get(name);
  const shares = tally
    ? [String(tally.tries), percent(tally.found / tally.tries), percent(tally.clean / tally.tries)]
    : ["", "", ""];
  console.log(`| ${[name, what, planting, classes, ...shares].join(" | ")} |`);
  if (verbose)
    for (const wrong of tally?.wrong.slice(0, 3) ?? [])
      console.log(`    ${JSON.stringify(wrong).slice(0, 600)}`);
}

const plantingOf = ({ planting, why }: Defect): string =>
  planting === "never" ? `– (${why ?? ""})` : planting;
const classOf = (defect: Defect): string => (isSilent(defect) ? "silent" : defect.classes.join(", "));
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

void main();
