/**
 * Excel's functions that are common in reports, by name. Unlike those of rules, which say of each value what it means,
 * these do as Excel does with whatever is in a cell.
 */
import { added, isError, numberOf, textOf, Unknown, type Result } from "./formula-values";

/** What is between a function's brackets; it is only computed where it is asked for. */
export interface Argument {
  /** Of cells only the numbers are added up; what is written in the formula itself counts in any case. */
  readonly isReference: boolean;
  /** @throws Unknown where it is more than one cell. */
  one(): Result;
  all(): readonly Result[];
}

type ExcelFunction = (given: readonly Argument[]) => Result;

/** Their results change with the time or cannot be followed from cell to cell. */
export const VOLATILE: ReadonlySet<string> = new Set([
  ...["INDIRECT", "OFFSET", "CELL", "INFO", "NOW", "TODAY", "RAND", "RANDBETWEEN"],
]);

const DIVIDED_BY_NONE = { error: "#DIV/0!" };

const FUNCTIONS: Readonly<Record<string, ExcelFunction>> = {
  IF: (given) => {
    const test = oneOf(given, 0);
    if (isError(test)) return test;
    if (typeof test === "string") throw new Unknown();
    if (!test && given.length === 2) return false;
    return oneOf(given, test ? 1 : 2);
  },
  IFERROR: (given) => {
    const value = oneOf(given, 0);
    return isError(value) ? oneOf(given, 1) : value;
  },
  AND: ofTruths((truths) => truths.every(Boolean)),
  OR: ofTruths((truths) => truths.some(Boolean)),
  NOT: ofTruths(([first]) => !first),
  CONCATENATE: (given) => {
    const values = given.flatMap((each) => each.all());
    return values.find(isError) ?? values.map(textOf).join("");
  },
  ROUND: rounding(Math.round),
  ROUNDUP: rounding(Math.ceil),
  ROUNDDOWN: rounding(Math.floor),
  INT: (given) => ofNumber(oneOf(given, 0), Math.floor),
  ABS: (given) => ofNumber(oneOf(given, 0), Math.abs),
  SUM: ofNumbers(added),
  AVERAGE: ofNumbers((numbers) => (numbers.length === 0 ? DIVIDED_BY_NONE : added(numbers) / numbers.length)),
  MAX: ofNumbers((numbers) => numbers.reduce((a, b) => Math.max(a, b), numbers[0] ?? 0)),
  MIN: ofNumbers((numbers) => numbers.reduce((a, b) => Math.min(a, b), numbers[0] ?? 0)),
  PRODUCT: ofNumbers((numbers) => (numbers.length === 0 ? 0 : numbers.reduce((a, b) => a * b, 1))),
  COUNT: (given) => counting(given).filter((value) => typeof value === "number").length,
  COUNTA: (given) => given.flatMap((each) => each.all()).filter((value) => value !== null).length,
};

/** @throws Unknown of a function that is not among ours. */
export function callFunction(name: string, given: readonly Argument[]): Result {
  const known = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (!known) throw new Unknown();
  return known(given);
}

function oneOf(given: readonly Argument[], at: number): Result {
  const argument = given[at];
  if (!argument) throw new Unknown();
  return argument.one();
}

function ofTruths(decide: (truths: readonly boolean[]) => boolean): ExcelFunction {
  return (given) => {
    const values = given.flatMap((each) => each.all());
    const error = values.find(isError);
    if (error) return error;
    if (values.some((value) => typeof value === "string")) throw new Unknown();
    return decide(values.filter((value) => value !== null).map(Boolean));
  };
}

function ofNumber(value: Result, compute: (number: number) => number): Result {
  const number = numberOf(value);
  return isError(number) ? number : compute(number);
}

function rounding(step: (number: number) => number): ExcelFunction {
  return (given) => {
    const [number, places] = [numberOf(oneOf(given, 0)), numberOf(given.length > 1 ? oneOf(given, 1) : 0)];
    if (isError(number)) return number;
    if (isError(places)) return places;
    const scale = 10 ** Math.trunc(places);
    // 1.005 is to become 1.01, as a person and Excel count.
    const scaled = Number((Math.abs(number) * scale).toPrecision(15));
    return Number(((Math.sign(number) * step(scaled)) / scale).toPrecision(15));
  };
}

function ofNumbers(compute: (numbers: readonly number[]) => Result): ExcelFunction {
  return (given) => {
    const all = counting(given);
    return all.find(isError) ?? compute(all.filter((value) => typeof value === "number"));
  };
}

/** What an aggregate looks at: numbers and errors. */
function counting(given: readonly Argument[]): readonly (number | { readonly error: string })[] {
  return given.flatMap((each) =>
    each.isReference
      ? each.all().filter((value) => typeof value === "number" || isError(value))
      : each.all().map(numberOf),
  );
}
