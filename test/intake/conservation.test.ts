/** The law: every entry cell that carries something has exactly one fate, and what is refused has a finding. */
import fc from "../tooling/properties";
import { ALL_PLANTERS } from "../fixtures/planters";
import { withCell } from "../fixtures/planters/edit";
import { sampleCounty } from "../../src/samples/sample-county";
import { seeded } from "../../src/samples/random";
import { submissionPlan } from "../../src/template/submission-plan";
import type { WorkbookPlan } from "../../src/workbook/plan";
import { toA1 } from "../../src/workbook/address";
import { breaches, fieldsOf, marked, outsideOf, type Field } from "./conservation";

const { template, units } = sampleCounty();

/** A subdistrict, a township, a department, the county's own: short rosters, so that many runs are quick. */
const clean = ["通胜街道", "榆林镇", "市公安局", "市关工委本级"].map((name) => {
  const unit = units.find((each) => each.unit.name === name)!;
  return { unit, plan: marked(submissionPlan(template, unit)) };
});
const anyUnit = fc.nat(clean.length - 1);

/** What people put into cells, sense and nonsense. */
const anything = fc.oneof(
  fc.constantFrom(
    "无", "—", "同上", "见附件", "约120", "5.2万", "12人", "12+3", "35场/8700人", "30(其中女12)", "一百二十", "１２",
    "2020.12.22", "12月底", "√", "N/A", "#REF!", "1.23E+10", "近万", "合计", "说明：另附", "若干", "-5", "80.7%",
  ),
  fc.integer({ min: -1000, max: 100_000 }),
  fc.double({ min: -1e20, max: 1e20, noNaN: true }),
  fc.boolean(),
  fc.string({ maxLength: 12 }),
  fc.string({ unit: "grapheme", maxLength: 8 }),
); // prettier-ignore

it("holds for the clean county", () => {
  expect(clean.flatMap(({ unit, plan }) => breaches(plan, unit.fileName))).toEqual([]);
});

it("holds whatever is typed into the fields", () => {
  const typed = fc.array(fc.tuple(fc.nat(), anything), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(anyUnit, typed, (which, entries) => {
      const { unit, plan } = clean[which]!;
      const fields = fieldsOf(plan);
      const changed = entries.reduce((before, [at, value]) => {
        const field = fields[at % fields.length]!;
        return typeInto(before, field, value);
      }, plan);
      expect(breaches(changed, unit.fileName)).toEqual([]);
    }),
    { numRuns: 12 },
  );
});

it("holds whatever is typed beside the fields, into rows and columns that the template does not have", () => {
  const typed = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 4 }), anything), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(anyUnit, typed, (which, entries) => {
      const { unit, plan } = clean[which]!;
      const fields = fieldsOf(plan).filter(({ sheet }) => sheet !== "关工00");
      const changed = entries.reduce((before, [at, off, value]) => {
        const field = fields[at % fields.length]!;
        const sheet = before.sheets.find(({ name }) => name === field.sheet)!;
        const right = Math.max(...sheet.cells.map(({ column }) => column)) + off;
        return typeInto(before, { ...field, column: right }, value);
      }, plan);
      expect(breaches(changed, unit.fileName)).toEqual([]);
    }),
    { numRuns: 12 },
  );
});

it("holds for figures anywhere: above, beside and below tables, and in sheets of the unit's own", () => {
  const figure = fc.oneof(fc.integer({ min: 1, max: 1980 }), fc.constantFrom("12人", "5场", "1,200", "3.5"));
  const anywhere = fc.record({
    sheet: fc.nat(),
    row: fc.integer({ min: 0, max: 60 }),
    column: fc.integer({ min: 14, max: 20 }),
    figure,
  });
  fc.assert(
    fc.property(anyUnit, fc.array(anywhere, { minLength: 1, maxLength: 6 }), (which, typed) => {
      const { unit, plan } = clean[which]!;
      const names = plan.sheets.filter(({ name }) => /^关工0[1-9]|^L/.test(name)).map(({ name }) => name);
      const own = "自制表";
      const fields = typed.map((each) => ({
        ...each,
        sheet: [...names, own][each.sheet % (names.length + 1)]!,
      }));
      const changed = fields.reduce((before, field) => typeInto(before, field, field.figure), {
        ...plan,
        sheets: [...plan.sheets, { name: own, cells: [] }],
      } as WorkbookPlan);
      const { aside, told } = outsideOf(changed, unit.fileName);
      for (const { sheet, row, column } of fields) {
        expect(aside).toContain(`${sheet}!${toA1(row, column)}`);
        expect(told).toContain(sheet);
      }
    }),
    { numRuns: 12 },
  );
});

it("holds for every slip of the catalogue, alone and together", () => {
  const planters = ALL_PLANTERS.filter(({ defect }) => defect !== "D01" && defect !== "D54");
  const slips = fc.array(fc.nat(planters.length - 1), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(anyUnit, slips, fc.integer(), (which, chosen, seed) => {
      const { unit, plan } = clean[which]!;
      const random = seeded(seed);
      const order = { workbook: 0, sheet: 1, cell: 2 } as const;
      const ordered = chosen.map((i) => planters[i]!).sort((a, b) => order[a.reach] - order[b.reach]);
      let changed = plan;
      for (const planter of ordered) {
        changed = planter.plant(changed, { template, unit: unit.unit, random })?.plan ?? changed;
      }
      expect(breaches(changed, unit.fileName)).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

function typeInto(plan: WorkbookPlan, field: Field, value: string | number | boolean): WorkbookPlan {
  return {
    ...plan,
    sheets: plan.sheets.map((sheet) =>
      sheet.name === field.sheet ? withCell(sheet, field, { value }) : sheet,
    ),
  };
}
