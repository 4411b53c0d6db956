/** SUMIF, COUNTIF and similar: rows of a list, or lines of a range, that meet conditions. */
import { criterion, type Criterion } from "./criteria";
import { single, type Argument, type FunctionWords } from "./function-words";
import type { Context, Scalar } from "./context";
import { Failure, OUT_OF_RANGE, withoutNoise, type Value } from "./value";

/** Columns first, then a condition for each. */
interface Condition {
  readonly values: Argument | undefined;
  readonly wanted: Scalar;
}

export const CONDITIONALS: Readonly<Record<string, FunctionWords>> = {
  COUNTIF: {
    min: 2,
    max: 2,
    many: (i) => (i === 0 ? "must" : "never"),
    build: (args) => count(conditionsIn(args)),
  },
  COUNTIFS: {
    min: 2,
    max: 254,
    many: (i) => (i % 2 === 0 ? "must" : "never"),
    build: (args) => count(conditionsIn(args)),
  },
  SUMIF: { min: 2, max: 3, many: (i) => (i === 1 ? "never" : "must"), build: sumIf },
  SUMIFS: {
    min: 3,
    max: 255,
    many: (i) => (i === 0 || i % 2 === 1 ? "must" : "never"),
    build: ([sum, ...conditions]) => over(sum, conditionsIn(conditions), total),
  },
  AVERAGEIF: {
    min: 2,
    max: 3,
    many: (i) => (i === 1 ? "never" : "must"),
    build: ([range, wanted, sum]) => over(sum ?? range, conditionsIn([range, wanted]), average),
  },
};

function sumIf([range, wanted, sum]: readonly Argument[]): Scalar {
  return over(sum ?? range, conditionsIn([range, wanted]), total);
}

function conditionsIn(args: readonly (Argument | undefined)[]): Condition[] {
  const conditions: Condition[] = [];
  for (let i = 0; i < args.length; i += 2) conditions.push({ values: args[i], wanted: single(args[i + 1]) });
  return conditions;
}

function count(conditions: readonly Condition[]): Scalar {
  return (context) => {
    const rows = matchingRows(conditions, context);
    return rows === null || rows instanceof Failure ? rows : rows.length;
  };
}

function over(
  values: Argument | undefined,
  conditions: readonly Condition[],
  reduce: (numbers: readonly number[]) => number | null,
): Scalar {
  return (context) => {
    const rows = matchingRows(conditions, context);
    const column = many(values, context);
    if (rows === null || rows instanceof Failure) return rows;
    if (column === null || column instanceof Failure) return column;
    return reduce(rows.map((row) => column[row]).filter((value) => typeof value === "number"));
  };
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => withoutNoise(sum + number, sum, number), 0);
}

function average(numbers: readonly number[]): number | null {
  return numbers.length === 0 ? null : total(numbers) / numbers.length;
}

/** The rows, counted from 0, that meet every condition; null where a list is missing. */
function matchingRows(conditions: readonly Condition[], context: Context): number[] | null | Failure {
  let rows: number[] | null = null;
  for (const condition of conditions) {
    const column = many(condition.values, context);
    if (column === null || column instanceof Failure) return column;
    const wanted = condition.wanted(context);
    if (wanted instanceof Failure) return wanted;
    const test = criterion(wanted);
    rows = (rows ?? column.map((_, row) => row)).filter((row) => meets(test, column[row] ?? null));
  }
  return rows;
}

function meets(test: Criterion, value: Value): boolean {
  return !(value instanceof Failure) && test(value);
}

function many(argument: Argument | undefined, context: Context): readonly Value[] | null | Failure {
  return argument?.many === true ? argument.values(context) : OUT_OF_RANGE;
}
