import fc from "../tooling/properties";
import { compileExpression, Failure, isRuleError, toSheetFormula } from "../../src/rules";
import { facts, vocabulary } from "./a-template";

/** An arithmetic expression as text, and what it is worth by its own reckoning; null: divided by zero. */
interface Reckoned {
  readonly text: string;
  readonly value: number | null;
}

const values: Readonly<Record<string, number>> = { "0102": 7, "0103": 0, "0201": 2503, NG1310: 12 };

const leaf: fc.Arbitrary<Reckoned> = fc.oneof(
  fc.constantFrom(...Object.entries(values)).map(([text, value]) => ({ text, value })),
  fc.integer({ min: 0, max: 99 }).map((value) => ({ text: String(value), value })),
);

const expression = fc.letrec<{ node: Reckoned; pair: Reckoned }>((tie) => ({
  node: fc.oneof({ maxDepth: 5, withCrossShrink: true }, leaf, tie("pair")),
  pair: fc
    .tuple(tie("node"), fc.constantFrom("+", "-", "*", "/"), tie("node"))
    .map(([left, sign, right]) => ({
      text: `(${left.text}${sign}${right.text})`,
      value: reckon(left.value, sign, right.value),
    })),
})).node;

function reckon(a: number | null, sign: string, b: number | null): number | null {
  if (a === null || b === null) return null;
  if (sign === "/") return b === 0 ? null : a / b;
  return sign === "+" ? a + b : sign === "-" ? a - b : a * b;
}

function evaluate(text: string): unknown {
  const compiled = compileExpression(text, vocabulary);
  if (isRuleError(compiled)) return `${compiled.code}@${compiled.position}`;
  const value = compiled.evaluate(facts({ current: values }));
  return value instanceof Failure ? value.code : value;
}

/** The same text with other spaces and widths. */
function disguise(text: string, choices: readonly number[]): string {
  let i = 0;
  const choice = (): number => choices[i++ % choices.length] ?? 0;
  return [...text]
    .map((sign) => {
      const wide = choice() % 2 === 0 ? sign : String.fromCharCode(sign.charCodeAt(0) + 0xfee0);
      return /[\w.]/.test(sign) ? wide : [" ", "", "　"][choice() % 3] + wide + [" ", ""][choice() % 2];
    })
    .join("");
}

it("an expression is worth what arithmetic says", () => {
  fc.assert(
    fc.property(expression, ({ text, value }) => {
      const result = evaluate(text);
      if (value === null) expect(result).toBeNull();
      else expect(result).toBeCloseTo(value, 6);
    }),
  );
});

it("spaces and full-width signs change nothing", () => {
  fc.assert(
    fc.property(expression, fc.array(fc.nat(5), { minLength: 1, maxLength: 20 }), ({ text }, choices) => {
      expect(evaluate(disguise(text, choices))).toEqual(evaluate(text));
    }),
  );
});

it("the formula for a sheet is worth the same as the expression it was made of", () => {
  fc.assert(
    fc.property(expression, ({ text }) => {
      const refer = { current: (code: string) => code, lastYear: (code: string) => code };
      const written = toSheetFormula(text, vocabulary, refer);
      expect(typeof written === "string" ? evaluate(written) : written).toEqual(evaluate(text));
    }),
  );
});

it("any text at all is either understood or refused with a place inside it, and never throws", () => {
  const words = fc.constantFrom(
    "0102",
    "SUM(",
    ")",
    "(",
    ",",
    "L2[现金]",
    "=",
    "<",
    "且",
    "上年(",
    "~",
    "[",
    '"',
    "-",
    "是",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(words, { maxLength: 12 }).map((all) => all.join("")),
      ),
      (text) => {
        const compiled = compileExpression(text, vocabulary);
        if (isRuleError(compiled)) {
          expect(compiled.position).toBeGreaterThanOrEqual(0);
          expect(compiled.position).toBeLessThanOrEqual(text.length);
        } else {
          expect(() => compiled.evaluate(facts({ current: values }))).not.toThrow();
        }
      },
    ),
    { numRuns: 150 },
  );
});
