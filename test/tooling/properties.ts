/**
 * fast-check with a seed that stays: the suite says the same of the same program, on every machine. `SEED=random npm
 * test` looks elsewhere each time, `SEED=123` where another run failed.
 */
import fc from "fast-check";

const asked = process.env["SEED"];
const seed = asked === "random" ? Date.now() : Number(asked ?? 20201222);

fc.configureGlobal({ seed });

const times = Number(process.env["THOROUGH"] ?? 1);

/** How often to try something: so often in `npm test`, ten times as often with `THOROUGH=10 npm test`. */
export const tries = (count: number): number => Math.round(count * times);

export default fc;
