/** Excel's operators over values. */
import { added, isError, numberOf, textOf, Unknown, type Result } from "./formula-values";

export function unary(operator: string, value: Result): Result {
  const number = numberOf(value);
  if (isError(number)) return number;
  if (operator === "-") return -number;
  if (operator === "+") return value;
  if (operator === "%") return number / 100;
  throw new Unknown();
}

export function binary(operator: string, left: Result, right: Result): Result {
  if (isError(left)) return left;
  if (isError(right)) return right;
  if (operator === "&") return textOf(left) + textOf(right);
  if (/^(?:=|<>|<|>|<=|>=)$/.test(operator)) return compared(operator, left, right);
  const [a, b] = [numberOf(left), numberOf(right)];
  if (isError(a)) return a;
  if (isError(b)) return b;
  switch (operator) {
    case "+":
      return added([a, b]);
    case "-":
      return added([a, -b]);
    case "*":
      return a * b;
    case "/":
      return b === 0 ? { error: "#DIV/0!" } : a / b;
    case "^":
      return finite(a ** b);
    default:
      throw new Unknown();
  }
}

function finite(value: number): Result {
  return Number.isFinite(value) ? value : { error: "#NUM!" };
}

function compared(operator: string, left: Exclude<Result, object>, right: Exclude<Result, object>): boolean {
  const like = (value: Result, other: Result): Result =>
    value === null ? (typeof other === "string" ? "" : typeof other === "boolean" ? false : 0) : value;
  const [a, b] = [like(left, right), like(right, left)];
  if (typeof a !== typeof b) {
    // Excel: numbers come before texts, texts before truth values.
    const rank = (value: Result): number => ["number", "string", "boolean"].indexOf(typeof value);
    return decided(operator, rank(a) - rank(b));
  }
  if (typeof a === "string") return decided(operator, a.toLowerCase().localeCompare(String(b).toLowerCase()));
  return decided(operator, Number(a) - Number(b));
}

function decided(operator: string, difference: number): boolean {
  const holds: Readonly<Record<string, boolean>> = {
    "=": difference === 0,
    "<>": difference !== 0,
    "<": difference < 0,
    ">": difference > 0,
    "<=": difference <= 0,
    ">=": difference >= 0,
  };
  return holds[operator]!;
}
