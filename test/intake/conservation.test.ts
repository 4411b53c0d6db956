/** The law: every entry cell that carries something has exactly one fate, and what is refused has a finding. */
import fc from "fast-check";
import { fatesOf } from "../../src/intake/fates";
import { readSubmissions } from "../../src/intake/read-submissions";
import type { Submission } from "../../src/intake/submission";
import { PLANTERS } from "../../src/samples/planters";
import { withCell } from "../../src/samples/planters/edit";
import { sampleCounty } from "../../src/samples/sample-county";
import { seeded } from "../../src/samples/random";
import { layoutForm } from "../../src/template/form-layout";
import { layoutList, listSheetName } from "../../src/template/list-sheet";
import { submissionPlan } from "../../src/template/submission-plan";
import { HEADINGS } from "../../src/template/words";
import { toA1 } from "../../src/workbook/address";
import { workbookFromPlan } from "../../src/workbook/from-plan";
import type { CellStyle, WorkbookPlan } from "../../src/workbook/plan";

const { template, units } = sampleCounty();

/** Print that belongs to the form bears this mark; what people write into it, or beside it, does not. */
const PRINTED: CellStyle = { color: "PRINTED" };

interface Field {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** The places where the issued workbook takes entries. */
function fieldsOf(plan: WorkbookPlan): Field[] {
  return plan.sheets.flatMap(({ name: sheet, cells }) => {
    const form = template.forms.find(({ id }) => id === sheet);
    const list = template.lists.find((each) => listSheetName(each) === sheet);
    if (list) {
      const { firstRow, columns } = layoutList(list);
      const open = new Set(columns.values());
      return cells
        .filter(({ row, column }) => row >= firstRow && open.has(column))
        .map(({ row, column }) => ({ sheet, row, column }));
    }
    if (!form) return [];
    const { rows, columns } = layoutForm(template, form);
    const entries =
      form.layout === "cover" ? [columns.current!] : [columns.current!, columns.lastYear!, columns.reason!];
    return [...rows.values()].flatMap((row) => entries.map((column) => ({ sheet, row, column })));
  });
}

function marked(plan: WorkbookPlan): WorkbookPlan {
  const open = new Set(fieldsOf(plan).map(({ sheet, row, column }) => `${sheet}!${toA1(row, column)}`));
  return {
    ...plan,
    sheets: plan.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) =>
        open.has(`${sheet.name}!${toA1(cell.row, cell.column)}`) ? cell : { ...cell, style: PRINTED },
      ),
    })),
  };
}

/** Places of everything that people wrote; what stands above the head is a title. */
function written(plan: WorkbookPlan): string[] {
  return plan.sheets.flatMap(({ name, cells }) => {
    const head = cells.find(({ value }) => value === HEADINGS.ordinal)?.row ?? 0;
    return cells
      .filter(
        ({ row, style, value }) =>
          row >= head && style?.color !== PRINTED.color && String(value ?? "").trim() !== "",
      )
      .map(({ row, column }) => `${name}!${toA1(row, column)}`);
  });
}

function breaches(plan: WorkbookPlan, file: string): string[] {
  const submissions = readSubmissions(workbookFromPlan(plan), { file }, template);
  const fates = submissions.flatMap((submission) => fatesOf(submission, template));
  const known = new Map<string, number>();
  for (const { place } of fates) {
    const key = `${place.sheet}!${place.cell}`;
    known.set(key, (known.get(key) ?? 0) + 1);
  }
  return [
    ...written(plan)
      .filter((place) => !known.has(place))
      .map((place) => `lost ${place}`),
    ...[...known].filter(([, count]) => count > 1).map(([place]) => `twice ${place}`),
    ...submissions.flatMap(silentRefusals),
  ];
}

function silentRefusals(submission: Submission): string[] {
  const told = new Set(submission.findings.map(({ place }) => `${place.sheet}!${place.cell}`));
  return fatesOf(submission, template)
    .filter(({ fate, place }) => fate === "refused" && !told.has(`${place.sheet}!${place.cell}`))
    .map(({ place }) => `refused without a word ${place.sheet}!${place.cell}`);
}

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
    { numRuns: 25 },
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
    { numRuns: 25 },
  );
});

it("holds for every slip of the catalogue, alone and together", () => {
  const planters = PLANTERS.filter(({ defect }) => defect !== "D01" && defect !== "D54");
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
    { numRuns: 50 },
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
