/** Arithmetic and comparison on values that may be missing. A missing side makes a missing result. */
import type { Scalar } from "./context";
import { compare, Failure, finite, NOT_A_NUMBER, toNumber, toText, withoutNoise, type Value } from "./value";

type Arithmetic = (a: number, b: number) => Value;

const ARITHMETIC: Readonly<Record<string, Arithmetic>> = {
  "+": (a, b) => finite(withoutNoise(a + b, a, b)),
  "-": (a, b) => finite(withoutNoise(a - b, a, b)),
  "*": (a, b) => finite(a * b),
  // There is no share of nothing: the result is missing, never infinite.
  "/": (a, b) => (b === 0 ? null : finite(a / b)),
  "^": (a, b) => finite(a ** b),
};

/** The operator applied to both sides; null for no operator of the language. */
export function binaryOperator(sign: string, left: Scalar, right: Scalar, tolerance: number): Scalar | null {
  const arithmetic = ARITHMETIC[sign];
  if (arithmetic !== undefined) return calculation(arithmetic, left, right);
  if (sign === "&") return joined(left, right);
  const test = ORDER_TESTS[sign];
  if (test === undefined) return null;
  return (context) => comparison(sign, left(context), right(context), tolerance);
}

function calculation(arithmetic: Arithmetic, left: Scalar, right: Scalar): Scalar {
  return (context) => {
    const a = toNumber(left(context));
    const b = toNumber(right(context));
    if (typeof a === "number" && typeof b === "number") return arithmetic(a, b);
    if (a instanceof Failure) return a;
    return b instanceof Failure ? b : null;
  };
}

function joined(left: Scalar, right: Scalar): Scalar {
  return (context) => {
    const a = left(context);
    const b = right(context);
    if (a instanceof Failure) return a;
    return b instanceof Failure ? b : toText(a) + toText(b);
  };
}

const ORDER_TESTS: Readonly<Record<string, (order: number) => boolean>> = {
  "=": (order) => order === 0,
  "<>": (order) => order !== 0,
  "<": (order) => order < 0,
  ">": (order) => order > 0,
  "<=": (order) => order <= 0,
  ">=": (order) => order >= 0,
};

/** Does the comparison hold? Null where a side is missing, except that nothing equals the empty text. */
export function comparison(sign: string, a: Value, b: Value, tolerance: number): boolean | null | Failure {
  if (a instanceof Failure) return a;
  if (b instanceof Failure) return b;
  const test = ORDER_TESTS[sign];
  if (test === undefined) return NOT_A_NUMBER;
  if (a === null || b === null) {
    const other = a ?? b;
    return other === "" ? test(0) : null;
  }
  return test(compare(a, b, tolerance));
}

const UNARY: Readonly<Record<string, (value: number) => number>> = {
  "+": (value) => value,
  "-": (value) => 0 - value,
  "%": (value) => value / 100,
};

/** `-a` and `a%`; null for no operator of the language. */
export function unaryOperator(sign: string, operand: Scalar): Scalar | null {
  const apply = UNARY[sign];
  if (apply === undefined) return null;
  return (context) => {
    const value = toNumber(operand(context));
    return typeof value === "number" ? apply(value) : value;
  };
}
