/** How alike two submissions are, by the numbers that people typed. */
import { isTypedNumber, type CheckContext } from "../check";

/** The typed numbers by code; what cannot be read as a number is left out. */
export function typedNumbers(context: CheckContext): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const { indicator } of context.lines()) {
    const value = context.number(indicator.code);
    if (value !== null && isTypedNumber(indicator)) numbers.set(indicator.code, value);
  }
  return numbers;
}

/** In how many typed lines two submissions differ; a line that only one has differs. */
export function differences(a: CheckContext, b: CheckContext): number {
  const left = typedNumbers(a);
  const right = typedNumbers(b);
  return [...new Set([...left.keys(), ...right.keys()])].filter((code) => left.get(code) !== right.get(code))
    .length;
}
