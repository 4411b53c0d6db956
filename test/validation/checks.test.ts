import { CHECKS } from "../../src/validation/checks";
import type { Finding } from "../../src/findings/finding";
import { CHECK_CASES } from "./check-cases";
import { findings, flatten, withCauses } from "./sample";

const all = (found: readonly Finding[]): Finding[] => found.flatMap(withCauses);

describe.each(CHECK_CASES)("$check, $what", ({ check, unit = "台上镇", fails, passes, known, found }) => {
  it("is one finding, where it stands and with what it shows", () => {
    const roots = findings(unit, fails, known);
    expect(flatten(roots, "code", "sheet", "cell")).toEqual([[check, found.sheet, found.cell]]);
    const first = roots[0];
    expect([first!.class, first!.values]).toEqual([found.class, found.values]);
  });

  it("is silent where all is well", () => {
    expect(all(findings(unit, passes)).filter(({ code }) => code === check)).toEqual([]);
  });
});

/** R21 never occurs alone: what makes a share too large breaks a rule of its own. S04 needs a register of its own. K are about scores. */
const ELSEWHERE = ["R21", "S04", "K01", "K02", "K03", "K04"];

it("every check has its case", () => {
  const cases = new Set([...CHECK_CASES.map(({ check }) => check), ...ELSEWHERE]);
  expect(CHECKS.map(({ code }) => code).filter((code) => !cases.has(code))).toEqual([]);
});
