import fc from "../tooling/properties";
import { evaluateRule, expandRule, isRuleError, type Facts } from "../../src/rules";
import { asked, gridForm, ruleOf, words, type Grid } from "./own-forms";

/** Forms with codes or without, with numbered columns or without. */
const grid = fc
  .record({
    lines: fc.integer({ min: 3, max: 6 }),
    columns: fc.integer({ min: 2, max: 5 }),
    coded: fc.boolean(),
    numbered: fc.boolean(),
  })
  .map(({ lines, columns, coded, numbered }): Grid => ({
    id: "表一",
    lines: Array.from({ length: lines }, (_, i): [string, string] => [
      coded ? `0${i + 1}` : "",
      `指标${"甲乙丙丁戊己"[i]}`,
    ]),
    columns: Array.from({ length: columns }, (_, i): [string, string] => [
      numbered ? String(i + 1) : "",
      `栏目${"子丑寅卯辰"[i]}`,
    ]),
  }));

const nameOfLine = ([code, label]: readonly string[]): string => (code === "" ? `${label}行` : `${code}行`);
const nameOfColumn = ([number, head]: readonly string[]): string =>
  number === "" ? `${head}栏` : `${number}栏`;

/** The notations of one sum: the first line (column) is the sum of the others. */
function sums(names: readonly string[]): string[] {
  const [total, ...parts] = names as [string, ...string[]];
  return [
    `${total}=${parts.join("+")}`,
    `${parts.join("＋")}＝${total}`,
    `${total}等于${parts.join("、")}之和`,
    `${total}=SUM(${parts.join(",")})`,
    `${total}=∑(${parts[0]}:${parts.at(-1)})`,
    `${total}>=${parts.join("+")}，${total}<=${parts.join("+")}`,
  ];
}

const values = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 30, maxLength: 30 });

function outcomes(relation: string, form: Grid, facts: Facts): readonly string[] {
  const expanded = expandRule(ruleOf(relation, { forms: [form.id] }), words(gridForm(form)));
  if (isRuleError(expanded)) return [`${relation}: ${expanded.code}`];
  return expanded.instances.map((instance) => evaluateRule(instance, facts).outcome);
}

/** A table in which the first line, or column, is the sum of the others. */
function factsOf(
  form: Grid,
  numbers: readonly number[],
  axis: "line" | "column",
  slip: string | null,
): Facts {
  const lines = form.lines.map(([code, label]) => code || label!);
  const columns = form.columns.map(([number, head]) => number || head!);
  const cells = lines.map((_, l) => columns.map((__, c) => numbers[(l * 5 + c) % 30]!));
  const sum = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0);
  if (axis === "line") columns.forEach((_, c) => (cells[0]![c] = sum(cells.slice(1).map((row) => row[c]!))));
  else cells.forEach((row) => (row[0] = sum(row.slice(1))));
  const known = new Map<string, number>();
  lines.forEach((line, l) =>
    columns.forEach((column, c) => known.set(c === 0 ? line : `${line}[${column}]`, cells[l]![c]!)),
  );
  return {
    current: (code) => (known.has(code) ? known.get(code)! + (code === slip ? 1 : 0) : null),
    lastYear: () => null,
    rows: () => null,
  };
}

describe("relations as offices write them", () => {
  it("hold where they hold, and fail in the very column or line that is wrong", () => {
    fc.assert(
      fc.property(
        grid,
        values,
        fc.constantFrom("line" as const, "column" as const),
        fc.nat(5),
        (form, numbers, axis, way) => {
          const names = axis === "line" ? form.lines.map(nameOfLine) : form.columns.map(nameOfColumn);
          fc.pre(names.length > 2);
          const relation = sums(names)[way]!;
          const across = axis === "line" ? form.columns.length : form.lines.length;
          const right = outcomes(relation, form, factsOf(form, numbers, axis, null));
          expect([relation, new Set(right), right.length % across]).toEqual([
            relation,
            new Set(["passed"]),
            0,
          ]);
          const [code, label] = form.lines[1]!;
          const wrong = outcomes(relation, form, factsOf(form, numbers, axis, code || label!));
          expect([relation, wrong.filter((each) => each === "failed")]).toEqual([relation, ["failed"]]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("an instance, read again, asks the same", () => {
    fc.assert(
      fc.property(grid, fc.nat(5), (form, way) => {
        const vocabulary = words(gridForm(form));
        const relations = asked(sums(form.lines.map(nameOfLine))[way]!, vocabulary);
        expect(typeof relations).toBe("object");
        // What is written for one column is in the keys of items, and means itself.
        for (const relation of [relations].flat().filter((text) => text.includes("[")))
          expect(asked(relation, vocabulary)).toEqual([relation]);
      }),
      { numRuns: 40 },
    );
  });

  it("nothing that is written makes reading throw", () => {
    const sign = fc.constantFrom(..."01行栏列第至~:-+*/=<>≤（）()[]【】,，、；若则且或空∑之和%D6E9《》!$…·› 总计", "表一", "in (", "IF", "THEN", "SUM("); // prettier-ignore
    const form = words(gridForm({ id: "表一", lines: [["01", "总计"], ["02", "其中：女"]], columns: [["1", "本期"], ["2", "累计"]] })); // prettier-ignore
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 30 }), (signs) => {
        const expanded = expandRule(ruleOf(signs.join("")), form);
        if (!isRuleError(expanded)) expect(expanded.instances.length).toBeGreaterThan(0);
      }),
      { numRuns: 1500 },
    );
  });
});
