import { isDeepStrictEqual } from "node:util";
import { REPAIRED } from "../../src/findings/repair";
import fc, { tries } from "../tooling/properties";
import { codeText } from "../../src/findings/finding-code";
import { readSubmissions } from "../../src/intake/read-submissions";
import type { Submission } from "../../src/intake/submission";
import { PLANTERS } from "../fixtures/planters";
import { seeded, shuffled } from "../../src/samples/random";
import { entriesAt } from "../../src/app/decision-states";
import { KNOWN, readAndCheck, TEMPLATE, UNITS, VALIDATOR, type CleanUnit } from "../bench/defects/county";
import { gridOf } from "../bench/defects/grid";
import { changed } from "../taskpane/a-county";

jest.setTimeout(120_000);

const unitNamed = (name: string): CleanUnit => UNITS.find(({ unit }) => unit.name === name)!;
const 台上镇 = unitNamed("台上镇");

/** What is proposed at the cell, and how it is known; null where nothing is. */
function proposedAt(place: string, cells: Parameters<typeof changed>[1]) {
  const { checked } = readAndCheck(gridOf(changed(台上镇.plan, cells)), 台上镇.fileName);
  const found = checked
    .flatMap(({ findings }) => findings)
    .filter(({ place: { sheet, cell } }) => `${sheet}!${cell}` === place);
  expect(found).not.toEqual([]);
  const proposal = found.find((finding) => finding.proposal)?.proposal;
  return proposal ? [proposal.from, proposal.to, proposal.because.code] : null;
}

/** What the cell says in the clean workbook. */
function cleanAt(place: string): number {
  const [sheet, cell] = place.split("!") as [string, string];
  const { submissions } = readAndCheck(gridOf(台上镇.plan), 台上镇.fileName);
  return Number(entriesAt(submissions[0]!, { sheet, cell })[0]!.value);
}

describe("what a cell should say", () => {
  const meetings = "关工04!E8";
  const total = "关工02!E7";

  it.each([
    ["a number as text", meetings, "31", ["31", 31, "asRead"]],
    ["its unit of measure", meetings, "31场", ["31场", 31, "asRead"]],
    ["万 for yuan", "关工07!E8", "5.2万", ["5.2万", 52_000, "asRead"]],
    ["a Chinese numeral", meetings, "三十一", ["三十一", 31, "asRead"]],
    ["one of several numbers", meetings, "31场/900人次", ["31场/900人次", 31, "oneOf"]],
    ["a calculation", meetings, "12+3", ["12+3", 15, "oneOf"]],
  ])("follows from %s", (_, place, typed, expected) => {
    expect(proposedAt(place, { [place]: typed })).toEqual(expected);
  });

  it.each([
    ["another unit of measure", meetings, "31箱"],
    ["about so many", meetings, "约31"],
    ["about so many, with others in brackets", meetings, "约31（其中校内12）"],
    ["a number of something else, with others in brackets", meetings, "900人次（其中校内12）"],
    ["two numbers of the same measure", meetings, "12场，另19场"],
    ["见附件", meetings, "见附件"],
    ["无", meetings, "无"],
    ["a blank", meetings, null],
    ["a negative number", meetings, -31],
    ["half a session", meetings, 31.5],
    ["digits cut off", meetings, "1.23E+10"],
  ])("is left open by %s", (_, place, typed) => {
    expect(proposedAt(place, { [place]: typed })).toBeNull();
  });

  it("is what the template's formula comes to, where an error or a typed number stands in its place", () => {
    const place = "关工01!E8";
    const clean = cleanAt(place);
    // The formula is there, but nobody saved what it comes to.
    expect(proposedAt(place, { [place]: null })).toEqual(["", clean, "formula"]);
    expect(proposedAt(place, { [place]: "#REF!" })).toEqual(["#REF!", clean, "formula"]);
    expect(proposedAt(place, { [place]: clean + 4 })).toEqual([String(clean + 4), clean, "formula"]);
  });

  it("is ten thousand times as much where last year tells that the amount is in 万元, if that comes out even", () => {
    const place = "关工07!E8";
    const clean = cleanAt(place);
    expect(proposedAt(place, { [place]: clean / 10_000 })).toEqual([
      String(clean / 10_000),
      clean,
      "tenThousand",
    ]);
    expect(proposedAt(place, { [place]: clean / 10_000 + 0.00001 })).toBeNull();
  });

  it("is what the county carried into 上年", () => {
    const place = "关工02!F7";
    const clean = cleanAt(place);
    expect(proposedAt(place, { [place]: clean + 3 })).toEqual([String(clean + 3), clean, "carried"]);
  });

  it("is the sum of the parts where another rule wants the same", () => {
    const clean = cleanAt(total);
    expect(proposedAt(total, { [total]: clean + 2 })).toEqual([String(clean + 2), clean, "sum"]);
  });

  it("is left open where a part may be what is wrong: the ages agree with the total as it stands", () => {
    const part = "关工02!E8";
    expect(proposedAt(total, { [part]: cleanAt(part) + 2 })).toBeNull();
  });
});

/** A slip at a place that the seed chooses. */
function plant(index: number, seed: number) {
  const random = seeded(seed);
  for (const clean of shuffled(random, UNITS)) {
    const context = { template: TEMPLATE, unit: clean.unit, random, lastYear: clean.lastYear };
    const planted = PLANTERS[index]!.plant(clean.plan, context);
    if (planted) return { clean, workbook: gridOf(planted.plan), expected: planted.expected };
  }
  return null;
}

const cellSlips = PLANTERS.flatMap(({ reach }, i) => (reach === "cell" ? [i] : []));

const readings = new Map<CleanUnit, Submission>();

function cleanReading(unit: CleanUnit): Submission {
  const reading =
    readings.get(unit) ?? readSubmissions(gridOf(unit.plan), { file: unit.fileName }, TEMPLATE)[0]!;
  readings.set(unit, reading);
  return reading;
}

test("whatever slip is planted in a cell, the proposal restores what stood there, or there is none", () => {
  const proposed = new Map<string, number>();
  fc.assert(
    fc.property(fc.constantFrom(...cellSlips), fc.integer(), (index, seed) => {
      const planted = plant(index, seed);
      if (!planted?.expected) return;
      const { clean, workbook, expected } = planted;
      const root = readAndCheck(workbook, clean.fileName).checked[0]!.findings.find(
        ({ code, place: { sheet, cell } }) =>
          isDeepStrictEqual({ code: codeText(code), sheet, cell }, expected),
      );
      if (!root?.proposal) return;
      const { proposal, place, code } = root;
      const [entry] = entriesAt(cleanReading(clean), place);
      if (typeof entry?.value === "number")
        expect(proposal!.to).toBeCloseTo(entry.value, code === "D43" ? 1 : 6);
      else expect(proposal!.to).toBe(entry?.value);
      proposed.set(PLANTERS[index]!.defect, (proposed.get(PLANTERS[index]!.defect) ?? 0) + 1);
    }),
    { numRuns: tries(250) },
  );
  expect([...proposed.keys()].sort()).toEqual(
    expect.arrayContaining(["D31", "D32", "D33", "D38", "D39", "D43", "D47", "D48", "D51", "D53"]),
  );
});

test("a proposal that is taken leaves nothing to be said of its cell", () => {
  fc.assert(
    fc.property(fc.constantFrom(...cellSlips), fc.integer(), (index, seed) => {
      const planted = plant(index, seed);
      if (!planted) return;
      const { clean, workbook } = planted;
      const { checked } = readAndCheck(workbook, clean.fileName);
      const roots = checked[0]!.findings.filter(({ proposal }) => proposal);
      const repairs = roots.map(({ place, proposal }) => ({
        place,
        from: proposal!.from,
        to: proposal!.to,
        step: REPAIRED,
      }));
      if (repairs.length === 0) return;
      const [again] = readSubmissions(workbook, { file: clean.fileName, repairs }, TEMPLATE);
      expect(VALIDATOR.check(again!, KNOWN).findings.map(({ code, place }) => [code, place.cell])).toEqual(
        [],
      );
    }),
    { numRuns: tries(25) },
  );
});
