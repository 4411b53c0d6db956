import type { Entry, Submission } from "../../src/intake/submission";
import { sampleCounty, type SampleUnit } from "../../src/samples/sample-county";
import { linesOf } from "../../src/template/template-index";
import type { Template } from "../../src/template/template";
import { readingsOf } from "../samples/made-once";
import { found } from "./clean";

const county = sampleCounty();

describe.each([
  { year: 2020, ...county },
  { year: 2019, ...county.previous },
] as const)("the sample county of $year", ({ year, template, units, period }) => {
  const read = units.map((unit, i) => ({ unit, submissions: readingsOf(year)[i]! }));

  it("gives one submission for each workbook, of its unit and year", () => {
    expect(read.map(({ submissions }) => submissions.map((s) => [s.unit?.name, s.period]))).toEqual(
      units.map(({ unit }) => [[unit.name, period]]),
    );
  });

  it("gives no finding and sets nothing aside", () => {
    const remarks = read.flatMap(({ submissions }) =>
      submissions.flatMap((submission) => [...found(submission), ...submission.offTemplate]),
    );
    expect(remarks).toEqual([]);
  });

  it("is read figure by figure, this year and last", () => {
    const differences = read.flatMap(({ unit, submissions }) =>
      wrongFigures(template, unit, submissions[0]!),
    );
    expect(differences).toEqual([]);
  });

  it("is read record by record", () => {
    for (const { unit, submissions } of read) {
      for (const list of template.lists.filter(({ fills }) => fills.includes(unit.unit.kind))) {
        const rows = submissions[0]!.lists.get(list.id)?.rows ?? [];
        const values = rows.map(({ cells }) => [...cells].map(([name, entry]) => [name, plain(entry)]));
        const records = (unit.lists.get(list.id) ?? []).map((record) =>
          list.columns.map(({ name }) => [name, record[name] ?? null]),
        );
        expect(values).toEqual(records);
      }
    }
  });
});

/** 是 and 否 as the records have them. */
function plain({ value }: Entry): Entry["value"] {
  return typeof value === "boolean" ? (value ? "是" : "否") : value;
}

function wrongFigures(template: Template, unit: SampleUnit, submission: Submission): string[] {
  return template.forms
    .filter(({ layout, fills }) => layout === "table" && fills.includes(unit.unit.kind))
    .flatMap((form) =>
      linesOf(form, unit.unit.kind).flatMap(({ code, carried }) => {
        const line = submission.forms.get(form.id)?.lines.get(code);
        const before = carried ? unit.lastYear.get(code) : undefined;
        const lastYear = line?.lastYear?.value ?? undefined;
        return [
          ...differ(`${unit.unit.name} ${code}`, line?.current.value ?? undefined, unit.values.get(code)),
          ...differ(
            `${unit.unit.name} 上年 ${code}`,
            lastYear === undefined ? undefined : Number(lastYear),
            before,
          ),
        ];
      }),
    );
}

function differ(what: string, read: unknown, filled: unknown): string[] {
  const same =
    typeof read === "number" && typeof filled === "number" ? Math.abs(read - filled) < 1e-9 : read === filled;
  return same ? [] : [`${what}: ${String(read)} instead of ${String(filled)}`];
}
