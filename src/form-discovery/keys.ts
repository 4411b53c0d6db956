/** Keys of lines and columns: codes where the office has them, else labels, as short as can be and unique. */
import { bare, measureIn } from "./words";

const LONGEST = 40;

/** A unit of measure behind the label, in brackets. */
const MEASURE = /\([^()]{1,8}\)$/;

/** A label as part of a key: none of the signs that keys are put together with. */
export function keyText(text: string): string {
  const key = bare(text)
    .replace(/[[\]{}"“”'‘’!$]/g, "")
    .replace(/[:：]+$/, "")
    .replace(/[:：]/g, "·");
  return [...key].slice(0, LONGEST).join("");
}

/** For each path the shortest tail that no other one has, joined by `·`; what is the same all along gets a number. */
export function shortestTails(paths: readonly (readonly string[])[]): string[] {
  const plain = tailsOf(paths.map((path) => path.map(withoutMeasure)));
  // `产量（吨）` and `产量（元）` need what is in the brackets.
  return plain.some((key) => key.includes("#")) ? tailsOf(paths) : plain;
}

function withoutMeasure(text: string): string {
  return measureIn(text) === null ? text : bare(text).replace(MEASURE, "");
}

function tailsOf(paths: readonly (readonly string[])[]): string[] {
  const clean = paths.map((path) => path.map(keyText).filter((part) => part !== ""));
  const keys = clean.map((path) => path.at(-1) ?? "");
  for (let length = 2; length <= 6; length++) {
    const counts = countsOf(keys);
    clean.forEach((path, i) => {
      if ((counts.get(keys[i]!) ?? 0) > 1 && path.length >= length) keys[i] = path.slice(-length).join("·");
    });
  }
  return numbered(keys);
}

/** The second and further ones of equal keys get a number behind. */
export function numbered(keys: readonly string[]): string[] {
  const seen = new Map<string, number>();
  const taken = new Set(keys);
  return keys.map((key) => {
    const named = key === "" ? "_" : key;
    const count = (seen.get(named) ?? 0) + 1;
    seen.set(named, count);
    if (count === 1) return named;
    let suffix = count;
    while (taken.has(`${named}#${suffix}`)) suffix++;
    taken.add(`${named}#${suffix}`);
    return `${named}#${suffix}`;
  });
}

function countsOf(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
