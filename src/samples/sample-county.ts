/** A county's complete year, for first tries, demonstration and tests: generated, the same every time. */
import type { WorkbookPlan } from "../workbook/plan";
import { builtInTemplate } from "../template/builtin";
import type { ListRecord } from "../template/list-sheet";
import { submissionPlan, type SubmissionContent } from "../template/submission-plan";
import type { Template, Unit } from "../template/template";
import { activities } from "./activities";
import { articles } from "./articles";
import { day } from "./days";
import { documents, examples } from "./documents";
import { donations } from "./donations";
import type { Figures } from "./figures";
import { pairs } from "./pairs";
import { fullName } from "./people";
import { figuresBefore } from "./previous-year";
import { between, seeded, seedOf } from "./random";
import { reasonsOf } from "./remarks";
import { roster } from "./roster";
import { carried, valuesOf, type Values } from "./values";
import { figuresOf2020 } from "./year-2020";

/** What one unit sent in. */
export type SampleUnit = Required<Omit<SubmissionContent, "lastPeriod">> & {
  /** `台上镇.xlsx`. */
  readonly fileName: string;
};

export interface SampleYear {
  /** `2020`. */
  readonly period: string;
  readonly template: Template;
  /** In the order of the register. */
  readonly units: readonly SampleUnit[];
}

export interface SampleCounty extends SampleYear {
  readonly previous: SampleYear;
}

/** The county of 2020, in agreement with every figure it published, and its year before. */
export function sampleCounty(): SampleCounty {
  const template = builtInTemplate;
  const figures2020 = figuresOf2020(template);
  const figures2019 = figuresBefore(template, 2020, figures2020);
  const figures2018 = figuresBefore(template, 2019, figures2019);
  const nothing = new Map<string, Values>();
  const values2018 = valuesByUnit(template, 2018, figures2018, nothing);
  const values2019 = valuesByUnit(template, 2019, figures2019, values2018);
  const values2020 = valuesByUnit(template, 2020, figures2020, values2019);
  return {
    ...yearOf(template, 2020, figures2020, values2020, values2019),
    previous: yearOf(template, 2019, figures2019, values2019, values2018),
  };
}

/** The workbooks of a year, by file name. */
export function sampleSubmissions(year: 2019 | 2020): readonly { name: string; plan: WorkbookPlan }[] {
  const county = sampleCounty();
  return submissionsOf(year === 2020 ? county : county.previous);
}

export function submissionsOf({
  template,
  units,
}: SampleYear): readonly { name: string; plan: WorkbookPlan }[] {
  return units.map((unit) => ({ name: unit.fileName, plan: submissionPlan(template, unit) }));
}

function valuesByUnit(
  template: Template,
  year: number,
  figures: ReadonlyMap<string, Figures>,
  before: ReadonlyMap<string, Values>,
): ReadonlyMap<string, Values> {
  return new Map(
    template.units.map((unit) => {
      const lastYear = carried(template, unit, before.get(unit.name) ?? new Map());
      return [unit.name, valuesOf(template, unit, year, figures.get(unit.name) ?? new Map(), lastYear)];
    }),
  );
}

function yearOf(
  template: Template,
  year: number,
  figures: ReadonlyMap<string, Figures>,
  values: ReadonlyMap<string, Values>,
  before: ReadonlyMap<string, Values>,
): SampleYear {
  return {
    period: String(year),
    template,
    units: template.units.map((unit) => ({
      unit,
      fileName: `${unit.name}.xlsx`,
      period: String(year),
      values: values.get(unit.name)!,
      lastYear: carried(template, unit, before.get(unit.name) ?? new Map()),
      reasons: reasonsOf(unit.name, year),
      lists: listsOf(unit, year, figures.get(unit.name)!, values.get(unit.name)!),
      cover: coverOf(unit, year),
    })),
  };
}

function listsOf(
  unit: Unit,
  year: number,
  figures: Figures,
  values: Values,
): ReadonlyMap<string, readonly ListRecord[]> {
  return new Map<string, readonly ListRecord[]>([
    ["L1", activities(unit, year, figures)],
    ["L2", donations(unit, year, figures)],
    ["L3", pairs(unit, year, figures)],
    ...(unit.kind === "H" ? [] : [["L4", articles(unit, year, figures)] as const]),
    ["L5", examples(unit, year, figures)],
    ["L6", documents(unit, year)],
    ...(values.get("1010") === true ? [["L7", roster(unit, year, figures)] as const] : []),
  ]);
}

function coverOf(unit: Unit, year: number): ReadonlyMap<string, string | number | boolean> {
  const random = seeded(seedOf(`cover ${unit.code} ${year}`));
  return new Map<string, string | number | boolean>([
    ["0006", fullName(random, "男")],
    ["0007", fullName(random, "女")],
    ["0008", fullName(random, random() < 0.5 ? "男" : "女")],
    ["0009", `0435-620${String(between(random, 100, 999))}0`],
    ["0010", day(year, 12, between(random, 1, 18))],
    ["0011", true],
    ["0012", 0],
  ]);
}
