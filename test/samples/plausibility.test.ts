/** The samples are free of what the plausibility checks would ask about (domain rules P01 to P10). */
import { sampleCounty, type SampleUnit } from "../../src/samples/sample-county";
import type { UnitKind } from "../../src/template/template";
import { indexTemplate } from "../../src/template/template-index";
import { numbersOf } from "./facts";

const county = sampleCounty();
const index = indexTemplate(county.template);
const { settings } = county.template;
const years = [county, county.previous];
const samples = years.flatMap((year) => year.units);
const label = ({ unit, period }: SampleUnit, code: string): string => `${period} ${unit.name} ${code}`;

describe("the sample county", () => {
  it("changes little on the year before (P01)", () => {
    const large = samples.flatMap((sample) =>
      numbersOf(sample, index).flatMap(({ line, now, before }) => {
        if (before === undefined || !line.carried) return [];
        const change = Math.abs(now - before);
        const share = before === 0 ? (now === 0 ? 0 : Infinity) : (change / Math.abs(before)) * 100;
        return share > settings.changeLimit && change > (line.floor ?? 0)
          ? [`${label(sample, line.code)}: ${before} → ${now}`]
          : [];
      }),
    );
    expect(large).toEqual([]);
  });

  it("neither loses nor invents a stock or a lasting activity (P02)", () => {
    const broken = samples.flatMap((sample) =>
      numbersOf(sample, index)
        .filter(({ line }) => line.aggregation === "stock" || line.continuous)
        .filter(({ now, before }) => before !== undefined && (now === 0) !== (before === 0))
        .map(({ line }) => label(sample, line.code)),
    );
    expect(broken).toEqual([]);
  });

  it("has no form that repeats last year's (P03)", () => {
    const same = samples.flatMap((sample) =>
      county.template.forms.flatMap((form) => {
        const lines = numbersOf(sample, index).filter(
          ({ line }) => form.indicators.includes(line) && line.formula === undefined,
        );
        const nonZero = lines.filter(({ now }) => now !== 0);
        return nonZero.length >= 5 && lines.every(({ now, before }) => now === before)
          ? [label(sample, form.id)]
          : [];
      }),
    );
    expect(same).toEqual([]);
  });

  it("has no empty shell (P04)", () => {
    const empty = samples.filter((sample) =>
      numbersOf(sample, index)
        .filter(({ line }) => line.key)
        .every(({ now }) => now === 0),
    );
    expect(empty.map(({ unit }) => unit.name)).toEqual([]);
  });

  it("has sessions of a likely size (P05), and gifts of a likely size (P06)", () => {
    const odd = samples.flatMap((sample) =>
      numbersOf(sample, index).flatMap(({ line, now }) => {
        const of = line.sessions ?? line.recipients;
        if (of === undefined || now === 0) return [];
        const each = now / Number(sample.values.get(of));
        const [min, max] = line.sessions
          ? [settings.attendanceMin, settings.attendanceMax]
          : [settings.moneyPerHeadMin, settings.moneyPerHeadMax];
        return each < min || each > max ? [`${label(sample, line.code)}: ${each}`] : [];
      }),
    );
    expect(odd).toEqual([]);
  });

  it("has no form in round numbers only (P07)", () => {
    const session = samples.flatMap((sample) =>
      county.template.forms.flatMap((form) => {
        const numbers = numbersOf(sample, index).filter(
          ({ line, now }) => form.indicators.includes(line) && now !== 0,
        );
        return numbers.length >= 5 && numbers.every(({ now }) => now % 10 === 0)
          ? [label(sample, form.id)]
          : [];
      }),
    );
    expect(session).toEqual([]);
  });

  it("has no 五好率 that jumps (P08)", () => {
    const jumps = samples.filter((sample) => {
      const [now, before] = [sample.values.get("0113"), sample.lastYear.get("0113")];
      if (typeof now !== "number" || before === undefined) return false;
      return (
        Number(sample.values.get("0102")) >= settings.rateJumpFloor &&
        Math.abs(now - before) > settings.rateJump
      );
    });
    expect(jumps.map(({ unit }) => unit.name)).toEqual([]);
  });

  it("has no unit that towers over its peers (P10)", () => {
    const towers = years.flatMap((year) =>
      [...index.indicators.keys()].flatMap((code) =>
        (["T", "D", "H"] as UnitKind[]).flatMap((kind) => {
          const values = year.units
            .filter(({ unit }) => unit.kind === kind)
            .flatMap((sample) => {
              const value = sample.values.get(code);
              return typeof value === "number" && value > 0 ? [value] : [];
            })
            .sort((a, b) => b - a);
          const [top = 0, second = 0] = values;
          return values.length >= 5 && top > settings.peerFactor * second
            ? [`${year.period} ${kind} ${code}: ${top} > 3 × ${second}`]
            : [];
        }),
      ),
    );
    expect(towers).toEqual([]);
  });
});
