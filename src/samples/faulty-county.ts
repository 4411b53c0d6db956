/** The sample county of 2020 as it might really come in: every slip of the catalogue that can be planted, a few to a unit. */
import { builtInTemplate } from "../template/builtin";
import { parseIdentity } from "../template/identity";
import type { Unit } from "../template/template";
import type { SheetPlan, WorkbookPlan } from "../workbook/plan";
import { PLANTERS, type Expected, type Planter } from "./planters";
import { typeOver } from "./planters/edit";
import { cellIn, lineSites } from "./planters/sites";
import { seeded, seedOf } from "./random";
import { sampleCounty, submissionsOf } from "./sample-county";

/** A slip that was planted and must be found, as `planted.json` lists it. */
export interface PlantedDefect {
  readonly file: string;
  /** Null for the workbook as a whole. */
  readonly sheet: string | null;
  /** A1; null for the sheet as a whole. */
  readonly cell: string | null;
  readonly code: string;
}

/** A workbook to be written, or the bytes of what is none. */
export type SampleContent = { readonly plan: WorkbookPlan } | { readonly bytes: Uint8Array };

export interface FaultyCounty {
  readonly files: readonly ({ readonly name: string } & SampleContent)[];
  /** In the order of the files. What is accepted silently is planted too, and stands nowhere here. */
  readonly planted: readonly PlantedDefect[];
}

/** One unit's workbook and what has been planted in it so far. */
interface Bed {
  readonly unit: Unit;
  readonly lastYear: WorkbookPlan;
  readonly clean: WorkbookPlan;
  plan: WorkbookPlan;
  fileName: string;
  readonly expected: Expected[];
  /** Forms and lists that are taken; null once the whole workbook is. */
  taken: Set<string> | null;
}

/**
 * Forms and lists that rules tie together: one slip in each such group, or one would hide under the other.
 */
const TIED: readonly (readonly string[])[] = [
  ["关工01", "关工10"],
  ["关工02", "关工03", "L7"],
  ["关工04", "L1"],
  ["关工07", "L2", "L3"],
  ["关工09", "L4"],
];

/** Always the same. */
export function faultyCounty(): FaultyCounty {
  const beds = bedsOf();
  const wide = { workbook: 0, sheet: 1, cell: 2 } as const;
  const planters = [...PLANTERS].sort((a, b) => wide[a.reach] - wide[b.reach]);
  planters.forEach((planter, i) => plantSomewhere(planter, i, beds));
  const more = [...sentTwice(beds), ...notWorkbooks()];
  return {
    files: [
      ...beds.map(({ fileName, plan }) => ({ name: fileName, plan })),
      ...more.flatMap(({ file }) => file),
    ],
    planted: [
      ...beds.flatMap(({ fileName, expected }) =>
        expected.map(({ code, sheet, cell }) => ({ file: fileName, sheet, cell, code })),
      ),
      ...more.map(({ of, code }) => ({ file: of, sheet: null, cell: null, code })),
    ],
  };
}

/** A file beside the units' own, if it is one more, and the file in which its slip is found. */
interface More {
  readonly of: string;
  readonly code: string;
  readonly file: readonly ({ readonly name: string } & SampleContent)[];
}

/** D10: a second file of the first unit in which nothing loud is planted, with one figure changed; both are named. */
function sentTwice(beds: readonly Bed[]): More[] {
  const bed = beds.find(({ expected }) => expected.length === 0);
  if (!bed) return [];
  const name = `${bed.unit.name}（最终版2）.xlsx`;
  return [
    { of: bed.fileName, code: "D10", file: [] },
    { of: name, code: "D10", file: [{ name, plan: corrected(bed.clean) }] },
  ];
}

/** One figure is another than before, as in a version that was sent again. */
function corrected(plan: WorkbookPlan): WorkbookPlan {
  const site = lineSites(plan, builtInTemplate).find(({ indicator }) => indicator.code === "0308")!;
  const sheet = plan.sheets.find(({ name }) => name === site.sheet)!;
  const before = cellIn(sheet, site.row, site.column)?.value;
  return typeOver(plan, site, { value: Number(before) + 1 });
}

/** D09: a scan that was given a workbook's name. F01: a file that did not come through. */
function notWorkbooks(): More[] {
  const bytes = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));
  const scan = "市公安局盖章扫描件.xlsx";
  const empty = "未传完.xlsx";
  return [
    { of: scan, code: "D09", file: [{ name: scan, bytes: bytes("%PDF-1.4\n%%EOF\n") }] },
    { of: empty, code: "F01", file: [{ name: empty, bytes: bytes("") }] },
  ];
}

function bedsOf(): Bed[] {
  const county = sampleCounty();
  const before = submissionsOf(county.previous);
  return submissionsOf(county).map(({ name, plan }, i) => ({
    unit: county.units[i]!.unit,
    lastYear: before[i]!.plan,
    clean: plan,
    plan,
    fileName: name,
    expected: [],
    taken: new Set<string>(),
  }));
}

/** The unit with the fewest slips that offers a place takes it; a slip of a whole workbook wants one to itself. */
function plantSomewhere(planter: Planter, index: number, beds: readonly Bed[]): void {
  const free = beds.filter((bed) => bed.taken !== null).sort((a, b) => a.taken!.size - b.taken!.size);
  Array.from({ length: TRIES }).some((_, t) => free.some((bed) => plantIn(bed, planter, `${index} ${t}`)));
}

/** Chance may lead into a form that is taken: so often it is tried elsewhere. */
const TRIES = 5;

function plantIn(bed: Bed, planter: Planter, seed: string): boolean {
  const { taken, unit, lastYear } = bed;
  if (taken === null || (planter.reach === "workbook" && taken.size > 0)) return false;
  const random = seeded(seedOf(`faulty ${unit.code} ${planter.defect} ${seed}`));
  const planted = planter.plant(bed.plan, { template: builtInTemplate, unit, random, lastYear });
  if (!planted) return false;
  const areas = changedAreas(bed.plan, planted.plan);
  if (areas.some((area) => taken.has(area))) return false;
  bed.plan = planted.plan;
  bed.fileName = planted.fileName ?? bed.fileName;
  if (planted.expected) bed.expected.push(planted.expected);
  bed.taken = planter.reach === "workbook" ? null : new Set([...taken, ...areas]);
  return true;
}

/** The forms and lists whose sheets are not what they were, tied ones as one. */
function changedAreas(before: WorkbookPlan, after: WorkbookPlan): string[] {
  const kept = new Set(after.sheets);
  const old = new Set(before.sheets);
  const changed = [
    ...before.sheets.filter((sheet) => !kept.has(sheet)),
    ...after.sheets.filter((sheet) => !old.has(sheet)),
  ];
  return [...new Set(changed.map(areaOf))];
}

/** By the identity that the sheet bears, whatever it is called. */
function areaOf(sheet: SheetPlan): string {
  const identity = sheet.cells
    .map(({ value }) => parseIdentity(String(value)))
    .find((found) => found !== null);
  const id = identity?.form ?? identity?.list ?? sheet.name;
  const tied = TIED.findIndex((ids) => ids.includes(id));
  return tied < 0 ? id : TIED[tied]![0]!;
}
