/** The functions of the rule language, by Excel's names. */
import type { FunctionWords } from "./function-words";
import { AGGREGATES } from "./functions-aggregate";
import { CONDITIONALS } from "./functions-conditional";
import { LOGIC } from "./functions-logic";
import { PLAIN } from "./functions-plain";

export const FUNCTIONS: ReadonlyMap<string, FunctionWords> = new Map(
  Object.entries({ ...AGGREGATES, ...CONDITIONALS, ...LOGIC, ...PLAIN }),
);
