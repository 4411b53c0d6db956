/** One trial: slips planted in a clean workbook, and whether exactly they are found. */
import type { Finding } from "../../../src/findings/finding";
import { codeText } from "../../../src/findings/finding-code";
import type { Expected, Planted, Planter } from "../../fixtures/planters";
import { pick, seeded, seedOf, shuffled, type Random } from "../../../src/samples/random";
import { parseIdentity } from "../../../src/template/identity";
import type { WorkbookPlan } from "../../../src/workbook/plan";
import { breaches } from "../../intake/conservation";
import { CATALOGUE } from "./catalogue";
import { TEMPLATE, UNITS, readAndCheck, type CleanUnit } from "./county";
import { gridOf } from "./grid";
import type { GridPlanter } from "./grids";

export interface Trial {
  readonly unit: string;
  readonly planters: readonly Planter[];
  readonly expected: readonly Expected[];
  /** What was expected and is not among the roots. */
  readonly missed: readonly Expected[];
  /** Roots that nothing was planted for. */
  readonly strange: readonly Finding[];
  /** Where the law of conservation was broken. */
  readonly lost: readonly string[];
}

/** Plants one slip at a place that the seed chooses; null where no unit offers one. */
export function tryOne(planter: Planter, seed: string): Trial | null {
  const random = seeded(seedOf(seed));
  for (const clean of shuffled(random, UNITS)) {
    const planted = planter.plant(clean.plan, context(clean, random));
    if (planted) return judge(clean, [planter], [planted]);
  }
  return null;
}

/** Plants one slip into what a reader yields. */
export function tryGrid(
  planter: GridPlanter,
  seed: string,
): Pick<Trial, "unit" | "missed" | "strange"> | null {
  const random = seeded(seedOf(seed));
  for (const { unit, plan, fileName } of shuffled(random, UNITS)) {
    const planted = planter.plant(gridOf(plan), random);
    if (!planted) continue;
    const roots = readAndCheck(planted.workbook, fileName).checked.flatMap(({ findings }) => findings);
    return {
      unit: unit.name,
      missed: roots.some((root) => answers(root, planted.expected)) ? [] : [planted.expected],
      strange: roots.filter((root) => !answers(root, planted.expected)),
    };
  }
  return null;
}

/** Forms and lists that rules tie together: one slip each, or one would hide under the other. */
const TIED: readonly (readonly string[])[] = [
  ["关工01", "关工10"],
  ["关工02", "关工03", "L7"],
  ["关工04", "L1"],
  ["关工07", "L2", "L3"],
  ["关工09", "L4"],
];

/** Plants several slips, wide ones first, no two in forms that rules tie together. */
export function trySeveral(planters: readonly Planter[], count: number, seed: string): Trial | null {
  const random = seeded(seedOf(seed));
  const clean = pick(random, UNITS);
  const order = { workbook: 0, sheet: 1, cell: 2 } as const;
  const chosen = shuffled(random, planters).sort((a, b) => order[a.reach] - order[b.reach]);
  const taken = new Set<string>();
  const done: { planter: Planter; planted: Planted }[] = [];
  let plan = clean.plan;
  for (const planter of chosen) {
    if (done.length === count) break;
    const planted = planter.plant(plan, context(clean, random));
    const area = planted?.expected ? areaOf(planted.expected, planted.plan) : null;
    if (!planted || area === null || taken.has(area)) continue;
    taken.add(area);
    done.push({ planter, planted });
    plan = planted.plan;
  }
  return done.length < 2
    ? null
    : judge(
        clean,
        done.map(({ planter }) => planter),
        done.map(({ planted }) => planted),
      );
}

/** Null where the slip is in the workbook as a whole. */
function areaOf({ sheet }: Expected, plan: WorkbookPlan): string | null {
  if (sheet === null) return null;
  const id = idOf(sheet, plan);
  const tied = TIED.findIndex((ids) => ids.some((each) => id.startsWith(each)));
  return tied < 0 ? id : String(tied);
}

/** The form or list that the sheet bears the identity of, whatever it is called. */
function idOf(name: string, plan: WorkbookPlan): string {
  const sheet = plan.sheets.find((each) => each.name === name);
  const identity = sheet?.cells
    .map(({ value }) => parseIdentity(String(value)))
    .find((each) => each !== null);
  return identity?.form ?? identity?.list ?? name;
}

function context({ unit, lastYear }: CleanUnit, random: Random) {
  return { template: TEMPLATE, unit, random, lastYear };
}

/** The whole workbook is another one: nothing in it is marked. */
const REPLACED: ReadonlySet<string> = new Set(["D01", "D54"]);

function judge(clean: CleanUnit, planters: readonly Planter[], all: readonly Planted[]): Trial {
  const { plan } = all.at(-1)!;
  const fileName =
    all.map((planted) => planted.fileName).find((name) => name !== undefined) ?? clean.fileName;
  const { checked } = readAndCheck(gridOf(plan), fileName);
  const roots = checked.flatMap(({ findings }) => findings);
  const expected = all.flatMap((planted) => planted.expected ?? []);
  return {
    unit: clean.unit.name,
    planters,
    expected,
    missed: expected.filter((each) => !roots.some((root) => answers(root, each))),
    strange: roots.filter((root) => !expected.some((each) => answers(root, each))),
    lost: planters.some(({ defect }) => REPLACED.has(defect)) ? [] : breaches(plan, fileName),
  };
}

/** At this very place, of this code, and of a class that the catalogue has for it. */
export function answers({ code, place, class: found }: Finding, expected: Expected): boolean {
  const isThere =
    codeText(code) === expected.code && place.sheet === expected.sheet && place.cell === expected.cell;
  const classes = CATALOGUE.find((defect) => defect.code === codeText(code))?.classes;
  return isThere && (classes === undefined || classes.includes(found));
}
