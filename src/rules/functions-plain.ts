/** Functions of numbers and texts, one value each. A missing argument makes a missing result. */
import { fifteenDigits, rounded } from "../workbook/rounding";
import { single, type FunctionWords } from "./function-words";
import type { Context, Scalar } from "./context";
import { Failure, finite, OUT_OF_RANGE, toNumber, toText, type Value } from "./value";

type Known = Exclude<Value, Failure | null>;

export const PLAIN: Readonly<Record<string, FunctionWords>> = {
  ABS: ofNumbers(1, 1, (value) => Math.abs(value)),
  ROUND: ofNumbers(1, 2, (value, digits = 0) => toPlaces(value, digits)),
  ROUNDUP: ofNumbers(1, 2, (value, digits = 0) => toPlaces(value, digits, Math.ceil)),
  ROUNDDOWN: ofNumbers(1, 2, (value, digits = 0) => toPlaces(value, digits, Math.floor)),
  INT: ofNumbers(1, 1, (value) => Math.floor(fifteenDigits(value))),
  MOD: ofNumbers(2, 2, (value, by = 0) => (by === 0 ? null : value - by * Math.floor(value / by))),
  SQRT: ofNumbers(1, 1, (value) => (value < 0 ? OUT_OF_RANGE : Math.sqrt(value))),
  LEN: ofTexts(1, 1, (text) => text.length),
  LEFT: ofTexts(1, 2, (text, count = 1) => (count < 0 ? OUT_OF_RANGE : text.slice(0, count))),
  RIGHT: ofTexts(1, 2, (text, count = 1) =>
    count < 0 ? OUT_OF_RANGE : text.slice(Math.max(0, text.length - count)),
  ),
  MID: ofTexts(3, 3, (text, from = 1, count = 0) =>
    from < 1 || count < 0 ? OUT_OF_RANGE : text.slice(from - 1, from - 1 + count),
  ),
  TRIM: ofTexts(1, 1, (text) => text.replace(/^ +|(?<! ) +$/g, "").replace(/ {2,}/g, " ")),
  EXACT: {
    min: 2,
    max: 2,
    condition: true,
    build: ([a, b]) =>
      knownArguments([single(a), single(b)], ([left, right]) => toText(left!) === toText(right!)),
  },
  ISNUMBER: typeTest("number"),
  ISTEXT: typeTest("string"),
};

function ofNumbers(min: number, max: number, apply: (...numbers: number[]) => Value): FunctionWords {
  return {
    min,
    max,
    build: (args) =>
      knownArguments(args.map(single), (values) => {
        const numbers: number[] = [];
        for (const value of values) {
          const number = toNumber(value);
          if (typeof number !== "number") return number;
          numbers.push(number);
        }
        const result = apply(...numbers);
        return typeof result === "number" ? finite(result) : result;
      }),
  };
}

/** A function of a text and whole numbers. */
function ofTexts(
  min: number,
  max: number,
  apply: (text: string, ...numbers: number[]) => Value,
): FunctionWords {
  return {
    min,
    max,
    build: (args) =>
      knownArguments(args.map(single), ([text, ...others]) => {
        const numbers: number[] = [];
        for (const value of others) {
          const number = toNumber(value);
          if (typeof number !== "number") return number;
          numbers.push(Math.trunc(number));
        }
        return apply(toText(text!), ...numbers);
      }),
  };
}

/** Applies a function once all arguments are known; a missing one or an error value is the result itself. */
function knownArguments(args: readonly Scalar[], apply: (values: readonly Known[]) => Value): Scalar {
  return (context: Context) => {
    const values: Known[] = [];
    for (const argument of args) {
      const value = argument(context);
      if (value === null || value instanceof Failure) return value;
      values.push(value);
    }
    return apply(values);
  };
}

function typeTest(type: "number" | "string"): FunctionWords {
  return {
    min: 1,
    max: 1,
    condition: true,
    build:
      ([a]) =>
      (context) =>
        typeof single(a)(context) === type,
  };
}

/** As Excel rounds: beyond fifteen places nothing changes. */
function toPlaces(value: number, digits: number, round?: (size: number) => number): number {
  return rounded(value, Math.max(-15, Math.min(15, Math.trunc(digits))), round);
}
