/** Slips that only several files together show: D10, D11, D13, D58, D62. */
import { consolidate } from "../../../src/consolidation/consolidate";
import { countyFindings } from "../../../src/consolidation/county-findings";
import type { Finding } from "../../../src/findings/finding";
import { codeText } from "../../../src/findings/finding-code";
import { type Expected } from "../../fixtures/planters";
import { eachText, typeOver } from "../../fixtures/planters/edit";
import { renameSheet } from "../../fixtures/planters/mapping";
import { a1, cellIn, lineSites, recordSites } from "../../fixtures/planters/sites";
import { pick, shuffled, type Random } from "../../../src/samples/random";
import { identityText, parseIdentity } from "../../../src/template/identity";
import { assess } from "../../../src/app/assess";
import type { WorkbookPlan } from "../../../src/workbook/plan";
import { KNOWN, TEMPLATE, UNITS, VALIDATOR, type CleanUnit } from "./county";
import { gridOf } from "./grid";

export interface Sent {
  readonly file: string;
  readonly plan: WorkbookPlan;
}

type ExpectedInFile = Expected & { readonly file: string | null };

export interface CountyPlanter {
  readonly defect: string;
  readonly plant: (random: Random) => { sent: readonly Sent[]; expected: readonly ExpectedInFile[] };
}

/** Fifteen of a kind: with one of them gone the others' peers are the same. */
const TOWNSHIPS = UNITS.filter(({ unit }) => unit.kind === "T");

const sentBy = ({ fileName, plan }: CleanUnit): Sent => ({ file: fileName, plan });
const others = (...units: CleanUnit[]): Sent[] => UNITS.filter((unit) => !units.includes(unit)).map(sentBy);
const atFile = (code: string, file: string | null): ExpectedInFile => ({
  code,
  file,
  sheet: null,
  cell: null,
});

/** …最终版2.xlsx: two versions of one unit, which differ in a figure. */
const twoVersions: CountyPlanter = {
  defect: "D10",
  plant(random) {
    const unit = pick(random, TOWNSHIPS);
    const site = lineSites(unit.plan, TEMPLATE).find(({ indicator }) => indicator.code === "0308")!;
    const sheet = unit.plan.sheets.find(({ name }) => name === site.sheet)!;
    const before = Number(cellIn(sheet, site.row, site.column)?.value);
    const plan = typeOver(unit.plan, site, { value: before + 1 });
    const second = `${unit.unit.name}${pick(random, ["最终版2", "(1)", "修改"])}.xlsx`;
    return {
      sent: [...UNITS.map(sentBy), { file: second, plan }],
      // Neither is counted until somebody says which: the totals are incomplete.
      expected: [atFile("D10", unit.fileName), atFile("D10", second), atFile("C03", null)],
    };
  },
};

/** One unit's file under another unit's name. */
const anothersFile: CountyPlanter = {
  defect: "D11",
  plant(random) {
    const [original, copier] = shuffled(random, TOWNSHIPS) as [CleanUnit, CleanUnit];
    const plan = relabelled(original, copier);
    return {
      sent: [...others(copier), { file: copier.fileName, plan }],
      expected: [atFile("D11", copier.fileName)],
    };
  },
};

/** Two units' sheets in one workbook. */
const merged: CountyPlanter = {
  defect: "D13",
  plant(random) {
    const [first, second] = shuffled(random, UNITS) as [CleanUnit, CleanUnit];
    const renamed = second.plan.sheets.reduce(
      (plan, { name }) => renameSheet(plan, name, `${name}(2)`),
      second.plan,
    );
    const plan = { ...first.plan, sheets: [...first.plan.sheets, ...renamed.sheets] };
    const file = "汇总上报.xlsx";
    return {
      sent: [...others(first, second), { file, plan }],
      expected: [atFile("D13", file), atFile("D13", file)],
    };
  },
};

/** One unit's sheets in two workbooks. */
const split: CountyPlanter = {
  defect: "D13",
  plant(random) {
    const unit = pick(random, UNITS);
    const { sheets } = unit.plan;
    const half = (own: boolean) =>
      sheets.filter(({ name }, i) => /^关工00|^_/.test(name) || i < sheets.length / 2 === own);
    const parts = [true, false].map((own, i) => ({
      file: `${unit.unit.name}（${i + 1}）.xlsx`,
      plan: { ...unit.plan, sheets: half(own) },
    }));
    return { sent: [...others(unit), ...parts], expected: [atFile("D13", parts[0]!.file)] };
  },
};

/** 主办 and 协办 both report an event. */
const sameEvent: CountyPlanter = {
  defect: "D58",
  plant(random) {
    const [host, helper] = shuffled(random, UNITS.filter(hasEvents)) as [CleanUnit, CleanUnit];
    const event = pick(random, eventsOf(host));
    const copy = pick(random, eventsOf(helper));
    const fields = ["日期", "名称"] as const;
    const plan = fields.reduce((before, name) => {
      const value = recordAt(host, event.row, name).cell!.value;
      return typeOver(before, recordAt(helper, copy.row, name), { value });
    }, helper.plan);
    const later = UNITS.indexOf(host) > UNITS.indexOf(helper) ? host : helper;
    const at = recordAt(later, later === host ? event.row : copy.row, "名称");
    return {
      sent: [...others(helper), { file: helper.fileName, plan }],
      expected: [{ code: "C04", file: later.fileName, sheet: at.sheet, cell: a1(at) }],
    };
  },
};

const notSent: CountyPlanter = {
  defect: "D62",
  plant: (random) => ({ sent: others(pick(random, TOWNSHIPS)), expected: [atFile("C03", null)] }),
};

function eventsOf({ plan }: CleanUnit) {
  return recordSites(plan, TEMPLATE).filter(({ list, field }) => list.id === "L1" && field.name === "名称");
}

function hasEvents(unit: CleanUnit): boolean {
  return eventsOf(unit).length > 0;
}

function recordAt({ plan }: CleanUnit, row: number, name: string) {
  return recordSites(plan, TEMPLATE).find(
    (site) => site.list.id === "L1" && site.row === row && site.field.name === name,
  )!;
}

/** The original's workbook under the copier's names. */
function relabelled(original: CleanUnit, copier: CleanUnit): WorkbookPlan {
  const [from, to] = [original.unit, copier.unit];
  return eachText(original.plan, (value) => {
    const identity = value.startsWith("#") ? parseIdentity(value) : null;
    if (identity) return identityText({ ...identity, unit: to.code });
    return value === from.code ? to.code : value.replaceAll(from.name, to.name);
  });
}

export interface SessionTrial {
  readonly expected: readonly ExpectedInFile[];
  readonly missed: readonly ExpectedInFile[];
  readonly strange: readonly Finding[];
}

export function trySession(planter: CountyPlanter, random: Random): SessionTrial {
  const { sent, expected } = planter.plant(random);
  const roots = findingsOf(sent);
  const answers = ({ code, place }: Finding, each: ExpectedInFile): boolean =>
    codeText(code) === each.code &&
    place.file === each.file &&
    place.sheet === each.sheet &&
    place.cell === each.cell;
  return {
    expected,
    missed: expected.filter((each) => !roots.some((root) => answers(root, each))),
    strange: roots.filter((root) => !expected.some((each) => answers(root, each))),
  };
}

/** Everything that a session finds: in the files, across them, and in the county's totals. */
export function findingsOf(sent: readonly Sent[]): readonly Finding[] {
  const sources = sent.map(({ file, plan }) => ({
    file,
    ok: true as const,
    workbook: gridOf(plan),
    notices: [],
  }));
  const task = {
    template: TEMPLATE,
    validator: VALIDATOR,
    lastYear: KNOWN.lastYear,
    holdBack: false,
    record: null,
  };
  const assessment = assess(sources, task);
  const { submissions: _all, counted, ...rest } = assessment;
  const consolidation = consolidate({
    ...rest,
    period: assessment.period ?? "2020",
    template: TEMPLATE,
    submissions: counted,
    lastYear: KNOWN.lastYear,
  });
  return [...assessment.findings, ...countyFindings(consolidation)];
}

export const ROUND_PLANTERS: readonly CountyPlanter[] = [
  twoVersions,
  anothersFile,
  merged,
  split,
  sameEvent,
  notSent,
];
