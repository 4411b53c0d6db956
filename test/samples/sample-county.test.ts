import { compileRule, createVocabulary, evaluateRule, isRuleError } from "../../src/rules";
import {
  sampleCounty,
  sampleSubmissions,
  type SampleUnit,
  type SampleYear,
} from "../../src/samples/sample-county";
import { indexTemplate } from "../../src/template/template-index";
import { factsOf } from "./facts";
import reference from "./reference-year-2020.json";

const county = sampleCounty();
const index = indexTemplate(county.template);

interface Figure {
  readonly code: string;
  readonly relation: string;
  readonly unit?: string | readonly string[];
  readonly onlyUnit?: string;
  readonly value?: number | string;
  readonly lastYear?: number;
  readonly min?: number;
  readonly max?: number;
}

const unitNamed = (name: string): SampleUnit => county.units.find(({ unit }) => unit.name === name)!;

function number(sample: SampleUnit, code: string): number {
  const value = sample.values.get(code);
  return typeof value === "number" ? value : value === true ? 1 : 0;
}

const total = (year: SampleYear, code: string): number =>
  year.units.reduce((sum, sample) => sum + number(sample, code), 0);

const rate = (year: SampleYear, part: string, whole: string): number =>
  (total(year, part) / total(year, whole)) * 100;

/** The county's value of a line, ratios and differences recomputed. */
function countyValue(code: string): number {
  if (code === "0113") return rate(county, "0112", "0102");
  if (code === "0114") return rate(county, "0112", "0102") - rate(county.previous, "0112", "0102");
  if (code === "0217") return rate(county, "0216", "0201");
  return total(county, code);
}

function agrees(figure: Figure, value: number): void {
  const rounded = Math.round(value * 10) / 10;
  if (figure.relation === "exact") expect(rounded).toBe(figure.value);
  else if (figure.relation === "atLeast") expect(value).toBeGreaterThanOrEqual(Number(figure.value));
  else {
    expect(Number.isInteger(value)).toBe(true);
    expect(value).toBeGreaterThanOrEqual(figure.min!);
    expect(value).toBeLessThanOrEqual(figure.max!);
  }
}

describe("the sample county", () => {
  it("has the 22 units of the register, each with its file", () => {
    expect(county.units.map(({ unit }) => unit.name)).toEqual(reference.units.map(({ name }) => name));
    expect(county.units[9]!.fileName).toBe("台上镇.xlsx");
  });

  it.each(reference.countyTotals as readonly Figure[])(
    "agrees with the county's published $code",
    (figure) => {
      agrees(figure, countyValue(figure.code));
      if (figure.lastYear !== undefined) expect(total(county.previous, figure.code)).toBe(figure.lastYear);
      if (figure.onlyUnit !== undefined) {
        expect(number(unitNamed(figure.onlyUnit), figure.code)).toBe(total(county, figure.code));
      }
    },
  );

  it.each(reference.unitFigures as readonly Figure[])(
    "agrees with the published $code of $unit",
    (figure) => {
      const units = ([figure.unit].flat() as string[]).map(unitNamed);
      if (figure.relation === "text") {
        expect(units[0]!.values.get(figure.code)).toContain(String(figure.value));
      } else if (typeof figure.value === "string") {
        expect(units[0]!.values.get(figure.code)).toBe(figure.value === "是");
      } else {
        agrees(
          figure,
          units.reduce((sum, unit) => sum + number(unit, figure.code), 0),
        );
      }
    },
  );

  it("is the same every time", () => {
    expect(sampleCounty()).toEqual(county);
  });

  it("carries into 2020 what stood in 2019", () => {
    const before = new Map(county.previous.units.map((sample) => [sample.unit.name, sample]));
    for (const sample of county.units) {
      const values = before.get(sample.unit.name)!.values;
      expect(sample.lastYear.size).toBeGreaterThan(60);
      for (const [code, value] of sample.lastYear)
        expect([code, Number(values.get(code))]).toEqual([code, value]);
    }
  });

  it("fills every line that its unit must fill", () => {
    for (const { unit, values } of county.units) {
      const required = [...index.indicators.values()].filter(
        ({ indicator, form }) =>
          form.layout === "table" &&
          indicator.required &&
          indicator.fills.includes(unit.kind) &&
          form.fills.includes(unit.kind),
      );
      expect(required.map(({ indicator }) => indicator.code).filter((code) => !values.has(code))).toEqual([]);
    }
  });

  it.each([county, county.previous])("keeps every rule in $period", (year) => {
    const vocabulary = createVocabulary(year.template);
    for (const rule of year.template.rules) {
      const compiled = compileRule(rule, vocabulary);
      if (isRuleError(compiled)) throw new Error(`${rule.number}: ${compiled.code}`);
      const failed = year.units.filter(
        (sample) => evaluateRule(compiled, factsOf(sample, index)).outcome === "failed",
      );
      expect([rule.number, rule.relation, failed.map(({ unit }) => unit.name)]).toEqual([
        rule.number,
        rule.relation,
        [],
      ]);
    }
  });

  it("asks every rule of at least one unit", () => {
    const vocabulary = createVocabulary(county.template);
    for (const rule of county.template.rules.filter(({ precondition }) => precondition === undefined)) {
      const compiled = compileRule(rule, vocabulary);
      if (isRuleError(compiled)) throw new Error(`${rule.number}: ${compiled.code}`);
      const asked = county.units.filter(
        (sample) => evaluateRule(compiled, factsOf(sample, index)).outcome === "passed",
      );
      expect([rule.number, rule.relation, asked.length > 0]).toEqual([rule.number, rule.relation, true]);
    }
  });
});

describe("the sample lists", () => {
  const rows = (sample: SampleUnit, list: string) => sample.lists.get(list) ?? [];
  const sum = (records: readonly Readonly<Record<string, unknown>>[], column: string): number =>
    records.reduce((total, record) => total + Number(record[column] ?? 0), 0);

  it.each([...county.units, ...county.previous.units])(
    "make the totals of $fileName in $period",
    (sample) => {
      const talks = rows(sample, "L1").filter((row) => row["类别"] === "宣讲");
      expect([sum(talks, "场次"), sum(talks, "人次")]).toEqual([
        number(sample, "0401"),
        number(sample, "0406"),
      ]);
      expect([sum(rows(sample, "L2"), "现金"), sum(rows(sample, "L2"), "折价")]).toEqual([
        number(sample, "0704"),
        number(sample, "0705"),
      ]);
      const adopted = rows(sample, "L4").filter((row) => Number(row["采用次数"] ?? 0) > 0);
      expect(adopted).toHaveLength(number(sample, "0902"));
      const levels = index.indicators.get("0904")!.indicator.choices!;
      const highest = levels.findLast((level) => adopted.some((row) => row["级别"] === level));
      expect(highest).toBe(sample.values.get("0904"));
      expect(rows(sample, "L3").filter((row) => row["类型"] === "青年农民")).toHaveLength(
        number(sample, "0713"),
      );
      expect(rows(sample, "L5")).toHaveLength(number(sample, "0607") + number(sample, "0608"));
    },
  );

  it("name every volunteer where the roster is said to be complete, in agreement with the form", () => {
    const kept = county.units.filter(({ values }) => values.get("1010") === true);
    expect(kept.length).toBeGreaterThan(15);
    for (const sample of kept) {
      const roster = rows(sample, "L7");
      expect(roster).toHaveLength(number(sample, "0201"));
      expect(roster.filter((row) => row["骨干"] === "是")).toHaveLength(number(sample, "0216"));
      expect(roster.filter((row) => row["性别"] === "女")).toHaveLength(number(sample, "0208"));
      expect(roster.filter((row) => 2020 - Number(row["出生年"]) >= 71)).toHaveLength(number(sample, "0212"));
    }
  });

  it("fit the columns of the template", () => {
    for (const sample of county.units) {
      for (const [id, records] of sample.lists) {
        const list = index.lists.get(id)!;
        for (const record of records) {
          expect(
            Object.keys(record).every((name) => list.columns.some((column) => column.name === name)),
          ).toBe(true);
          for (const column of list.columns.filter(({ required }) => required)) {
            expect(record[column.name] ?? "").not.toBe("");
          }
          for (const { name, choices } of list.columns.filter(({ kind }) => kind === "choice")) {
            const value = record[name] ?? null;
            if (value !== null) expect(choices).toContain(value);
          }
        }
      }
    }
  });

  it("tell of no event, gift or article twice", () => {
    for (const [list, columns] of [
      ["L1", ["日期", "名称"]],
      ["L4", ["标题"]],
    ] as const) {
      const keys = county.units.flatMap((sample) =>
        rows(sample, list).map((row) => columns.map((c) => row[c]).join()),
      );
      expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
    }
  });
});

describe("the sample submissions", () => {
  it.each([2019, 2020] as const)("are 22 workbooks for %d", (year) => {
    const files = sampleSubmissions(year);
    expect(files.map(({ name }) => name)).toEqual(county.units.map(({ fileName }) => fileName));
    expect(files.every(({ plan }) => plan.sheets.length >= 14)).toBe(true);
  });
});
