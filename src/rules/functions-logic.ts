/** IF, AND, OR, NOT and similar. Where a condition is not known because something is missing, neither can the result. */
import { single, type Argument, type FunctionWords } from "./function-words";
import type { Context } from "./context";
import { Failure, NOT_A_NUMBER, type Value } from "./value";

export const LOGIC: Readonly<Record<string, FunctionWords>> = {
  IF: { min: 2, max: 3, build: buildIf },
  IFERROR: {
    min: 2,
    max: 2,
    build:
      ([value, otherwise]) =>
      (context) => {
        const result = single(value)(context);
        return result === null || result instanceof Failure ? single(otherwise)(context) : result;
      },
  },
  AND: {
    min: 1,
    max: 255,
    condition: true,
    many: () => "may",
    build: (args) => (context) => decide(args, context, false),
  },
  OR: {
    min: 1,
    max: 255,
    condition: true,
    many: () => "may",
    build: (args) => (context) => decide(args, context, true),
  },
  NOT: {
    min: 1,
    max: 1,
    condition: true,
    build:
      ([value]) =>
      (context) => {
        const truth = toTruth(single(value)(context));
        return typeof truth === "boolean" ? !truth : truth;
      },
  },
  ISBLANK: {
    min: 1,
    max: 1,
    condition: true,
    // What is missing is missing, even where missing lines otherwise count as 0.
    build:
      ([value]) =>
      (context) => {
        const before = context.missingAsZero;
        context.missingAsZero = false;
        const result = single(value)(context);
        context.missingAsZero = before;
        return result === null || result === "";
      },
  },
};

/** Without a third argument nothing is said where the condition fails: the result is missing. */
function buildIf([condition, then, otherwise]: readonly Argument[]): (context: Context) => Value {
  const test = single(condition);
  const yes = single(then);
  const no = single(otherwise);
  return (context) => {
    const truth = toTruth(test(context));
    if (typeof truth !== "boolean") return truth;
    return truth ? yes(context) : no(context);
  };
}

/** Ends at the first value that decides (否 for AND, 是 for OR); else missing if any is, else the opposite. */
function decide(args: readonly Argument[], context: Context, deciding: boolean): boolean | null | Failure {
  let missing = false;
  for (const argument of args) {
    const values = argument.many ? argument.values(context) : [argument.value(context)];
    if (values instanceof Failure) return values;
    for (const value of values ?? [null]) {
      const truth = toTruth(value);
      if (truth instanceof Failure || truth === deciding) return truth;
      if (truth === null) missing = true;
    }
  }
  return missing ? null : !deciding;
}

function toTruth(value: Value): boolean | null | Failure {
  if (typeof value === "boolean" || value === null || value instanceof Failure) return value;
  if (typeof value === "number") return value !== 0;
  if (value === "是" || value === "否") return value === "是";
  return NOT_A_NUMBER;
}
