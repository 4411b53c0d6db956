/** SUM, COUNT and similar, over lines, ranges of lines and columns of lists. */
import type { Argument, FunctionWords } from "./function-words";
import type { Context, Scalar } from "./context";
import { Failure, toNumber, withoutNoise, type Value } from "./value";

type Reduce = (numbers: readonly number[]) => number | null;

export const AGGREGATES: Readonly<Record<string, FunctionWords>> = {
  SUM: aggregate(total),
  AVERAGE: aggregate((numbers) => (numbers.length === 0 ? null : (total(numbers) ?? 0) / numbers.length)),
  MIN: aggregate((numbers) => (numbers.length === 0 ? 0 : numbers.reduce((a, b) => Math.min(a, b)))),
  MAX: aggregate((numbers) => (numbers.length === 0 ? 0 : numbers.reduce((a, b) => Math.max(a, b)))),
  COUNT: aggregate((numbers) => numbers.length),
  COUNTA: { min: 1, max: 255, many: () => "may", build: countFilled },
};

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => withoutNoise(sum + number, sum, number), 0);
}

function aggregate(reduce: Reduce): FunctionWords {
  return {
    min: 1,
    max: 255,
    many: () => "may",
    build: (args) => (context) => {
      const numbers = collect(args, context, numberIn);
      return numbers === null || numbers instanceof Failure ? numbers : reduce(numbers);
    },
  };
}

function countFilled(args: readonly Argument[]): Scalar {
  return (context) => {
    const filled = collect(args, context, (value) => (value === null || value === "" ? null : 1));
    return filled === null || filled instanceof Failure ? filled : filled.length;
  };
}

/** Among many, what is no number is passed over, as Excel does in ranges. */
function numberIn(value: Value, alone: boolean): number | null | Failure {
  if (alone) return toNumber(value);
  return typeof value === "number" || value instanceof Failure ? value : null;
}

/**
 * What `pick` takes from all arguments, missing values left out. Null where nothing is known at all: every line missing
 * and no list there.
 */
function collect(
  args: readonly Argument[],
  context: Context,
  pick: (value: Value, alone: boolean) => number | null | Failure,
): number[] | null | Failure {
  const picked: number[] = [];
  let known = context.missingAsZero;
  for (const argument of args) {
    const values = argument.many ? argument.values(context) : [argument.value(context)];
    if (values instanceof Failure) return values;
    if (values === null) continue;
    if (argument.many && argument.shape.startsWith("list:")) known = true;
    for (const value of values) {
      if (value !== null) known = true;
      const taken = pick(value, !argument.many);
      if (taken instanceof Failure) return taken;
      if (taken !== null) picked.push(taken);
    }
  }
  return known ? picked : null;
}
