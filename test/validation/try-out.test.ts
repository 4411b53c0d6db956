import type { Rule } from "../../src/rules";
import { builtInTemplate as template } from "../../src/template/builtin";
import { plainRule } from "../../src/template/workbook/rule-lines";
import { tryOut } from "../../src/validation/try-out";
import { readingsOf } from "../samples/made-once";

const submissions = readingsOf(2020).flat();
const rule = (relation: string): Rule => plainRule({ number: "T1", forms: "", relation });
const tried = (relation: string) => tryOut([rule(relation)], submissions, template, null)[0]!;

describe("trying rules out over last year's workbooks", () => {
  it("fails nobody with the rules of the template", () => {
    const trials = tryOut(template.rules, submissions, template, null);
    expect(trials.map(({ rule: { number } }) => number)).toEqual(template.rules.map(({ number }) => number));
    expect(trials.map(({ fault }) => fault).filter((fault) => fault !== null)).toEqual([]);
    expect(trials.flatMap(({ failed }) => failed)).toEqual([]);
  });

  it("names the units that a strict rule would fail, with both values and the cell", () => {
    const { passed, skipped, failed } = tried("0216*2<=0201");
    expect(passed + skipped + failed.length).toBe(22);
    expect(failed.length).toBeGreaterThan(0);
    for (const { unit, left, right, place } of failed) {
      expect(Number(left)).toBeGreaterThan(Number(right));
      expect(place).toMatchObject({ file: `${unit}.xlsx`, sheet: "关工02", cell: "E7" });
    }
  });

  it("skips units that do not fill what the rule asks for", () => {
    expect(tried("0907>=0908")).toMatchObject({ passed: 1, skipped: 21, failed: [] });
  });

  it("says what is wrong with a rule that cannot be understood, and asks it of nobody", () => {
    const { fault, passed, failed } = tried("0216<=0299");
    expect(fault).toMatchObject({ code: "unknownCode", position: 6 });
    expect([passed, failed.length]).toEqual([0, 0]);
  });
});
