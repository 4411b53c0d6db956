import fc from "../tooling/properties";
import { isTypedNumber } from "../../src/validation/check";
import type { Finding } from "../../src/findings/finding";
import { KNOWN, submission, TEMPLATE, validator, withCauses, type Change } from "./sample";

const lines = TEMPLATE.forms
  .flatMap(({ indicators }) => indicators)
  .filter((line) => isTypedNumber(line) && line.fills.length === 3)
  .map(({ code }) => code);
const answers = [0, 1, -1, 7.5, 999, 100_000, null, "约120", "1.5万", "见附件", "3场/40人", "#REF!"];

/** A few cells filled in wrongly. */
const changes: fc.Arbitrary<Change> = fc
  .array(fc.tuple(fc.constantFrom(...lines), fc.constantFrom(...answers)), { maxLength: 4 })
  .map((cells) => ({ set: Object.fromEntries(cells) }));

const key = ({ code, place, values }: Finding): string => JSON.stringify([code, place, values]);
const names = TEMPLATE.units.filter(({ kind }) => kind === "T").map(({ name }) => name);

describe("whatever is filled in", () => {
  it("is checked the same twice", () => {
    fc.assert(
      fc.property(changes, (change) => {
        const read = submission("台上镇", change);
        expect(validator.check(read, KNOWN)).toEqual(validator.check(read, KNOWN));
      }),
      { numRuns: 12 },
    );
  });

  it("is said once: no finding stands in two places", () => {
    fc.assert(
      fc.property(changes, (change) => {
        const all = validator
          .check(submission("台上镇", change), KNOWN)
          .findings.flatMap(withCauses)
          .map(key);
        expect(new Set(all).size).toBe(all.length);
      }),
      { numRuns: 12 },
    );
  });

  it("loses nothing that intake found", () => {
    fc.assert(
      fc.property(changes, (change) => {
        const read = submission("台上镇", change);
        const all = validator.check(read, KNOWN).findings.flatMap(withCauses).map(key);
        expect(read.findings.map(key).filter((finding) => !all.includes(finding))).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });
});

describe("a session", () => {
  const files = [
    ...names.map((name) => submission(name, name === "清河镇" ? { set: { "0303": 90_000, "0711": 3 } } : {})),
    submission("台上镇", { file: "台上镇 (2).xlsx", set: { "0115": 30 } }),
    submission("青石镇", { file: "榆林镇2.xlsx" }),
  ];

  it("does not depend on the order of its files", () => {
    const found = validator.checkAcrossUnits(files, KNOWN);
    expect(new Set(found.map(({ code }) => code))).toEqual(new Set(["D10", "D11", "P10"]));
    fc.assert(
      fc.property(fc.shuffledSubarray(files, { minLength: files.length }), (shuffled) => {
        expect(validator.checkAcrossUnits(shuffled, KNOWN)).toEqual(found);
      }),
      { numRuns: 10 },
    );
  });
});
