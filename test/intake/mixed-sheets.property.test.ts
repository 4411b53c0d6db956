/** Law: on an office's own sheet of cards, tables, lists and lines of units, nothing that a unit wrote is lost. */
import { discoverForms } from "../../src/form-discovery/discover";
import { makeTemplate } from "../../src/form-discovery/make-template";
import { unitsNamed } from "../../src/form-discovery/units-named";
import { fatesOf } from "../../src/intake/fates";
import { readSubmissions } from "../../src/intake/read-submissions";
import type { Submission } from "../../src/intake/submission";
import type { Template } from "../../src/template/template";
import { parseA1, parseArea, toA1 } from "../../src/workbook/address";
import { createValidator } from "../../src/validation/validator";
import { makeMixed, mixedLayout, type MadeMixed } from "../fixtures/layouts/mixed";
import { UNITS, workbookOf } from "../fixtures/own-form";
import fc from "../tooling/properties";

function templateOf({ blank }: MadeMixed): Template {
  const { forms, lists } = discoverForms(workbookOf(blank), { units: UNITS });
  return makeTemplate({
    name: "登记",
    forms,
    lists,
    units: unitsNamed(UNITS),
    period: null,
    office: { bytes: new Uint8Array([1]), from: "xlsx" },
  });
}

function read({ copy }: MadeMixed, template: Template): Submission {
  return readSubmissions(workbookOf(copy), { file: "头道镇.xlsx" }, template)[0]!;
}

/** How often each cell is read or listed; `named`: those that a finding speaks of. */
function whereabouts(submission: Submission, template: Template): { fates: Map<string, number>; named: Set<string> } {
  const fates = new Map<string, number>();
  for (const { place } of fatesOf(submission, template))
    for (const cell of cellsIn(place.cell)) fates.set(cell, (fates.get(cell) ?? 0) + 1);
  const { findings } = createValidator(template).check(submission, { lastYear: null, period: null });
  const named = new Set(
    [...submission.findings, ...findings].flatMap(({ place, params }) => [
      ...cellsIn(place.cell),
      ...String(params["cells"] ?? "").split(/[、,，\s]+/).flatMap((each) => cellsIn(each)),
    ]),
  );
  return { fates, named };
} // prettier-ignore

function cellsIn(text: string | null | undefined): string[] {
  if (!text) return [];
  const area = text.includes(":") || text.includes("–") ? parseArea(text.replace("–", ":")) : undefined;
  if (!area) return parseA1(text) ? [text] : [];
  const cells: string[] = [];
  for (let row = area.top; row <= area.bottom; row++)
    for (let column = area.left; column <= area.right; column++) cells.push(toA1(row, column));
  return cells;
}

it("reads, lists or names every value that a unit wrote, and reads none twice", () => {
  fc.assert(
    fc.property(mixedLayout, (layout) => {
      const made = makeMixed(layout);
      const template = templateOf(made);
      const { fates, named } = whereabouts(read(made, template), template);
      const lost = [...made.written].flatMap(([cell, what]) =>
        // A total of the unit's own is compared with its records; a right one needs no word.
        what === "total" || fates.has(cell) || named.has(cell) ? [] : [`${what} ${cell}`],
      );
      expect(lost).toEqual([]);
      expect([...fates].filter(([, count]) => count > 1)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

it("finds nothing to correct or to explain in copies without strays, and adds up every list", () => {
  fc.assert(
    fc.property(mixedLayout, (layout) => {
      const made = makeMixed({ ...layout, strays: [] });
      const template = templateOf(made);
      const submission = read(made, template);
      const { findings } = createValidator(template).check(submission, { lastYear: null, period: null });
      expect(findings.filter((finding) => finding.class !== "note")).toEqual([]);
      const figures = [...submission.forms.values()].flatMap(({ lines }) =>
        [...lines.values()].map(({ code, current }) => [code, current.value]),
      );
      const { records, parts } = layout;
      const sum = (least: number): number => records * least + (records * (records + 1)) / 2;
      for (const [part, key, least] of [
        ["people", "学时数", 10],
        ["events", "参加人数", 30],
      ] as const)
        if (parts.includes(part) && records > 0)
          expect(figures.filter(([code]) => String(code).includes(key))).toEqual([
            [expect.anything(), sum(least)],
          ]);
    }),
    { numRuns: 40 },
  );
});
