/** What a text says of its own numbers: shares of stated totals, sums of stated parts, the same figure said twice. */
import { fifteenDigits } from "../workbook/rounding";
import { ratioIn } from "../template/line-code";
import type { Indicator } from "../template/template";
import type { Basis } from "../annual-report/basis";
import type { CheckedClaim } from "./checked";
import { unitParts, type Claim } from "./claim";
import { rangeOf, type Range } from "./claim-range";
import type { Owner } from "./scope";
import { statedOf, type Stated, type StatedFacts } from "./stated-facts";
import type { InnerCheck, Reading, Statement } from "./statement";

interface Outcome {
  readonly how: Basis["how"];
  readonly from: readonly Stated[];
  /** In the claim's unit. */
  readonly value: number;
  readonly range: Range;
  readonly sure: boolean;
}

/**
 * Agrees where the text's own numbers bear the claim out, disagrees where they contradict it and only one meaning is
 * possible; null where they say nothing.
 */
export function contradiction(
  statement: Statement,
  facts: StatedFacts,
  lines: ReadonlyMap<string, Indicator>,
): CheckedClaim | null {
  const { claim } = statement;
  const outcomes = [
    ...statement.inner.map((check) => evaluate(check, claim)),
    ...ofLines(statement, facts, lines),
  ];
  const right = outcomes.find(({ range }) => meet(range, rangeOf(claim)));
  if (right) return checked(claim, "agrees", right);
  const wrong = outcomes.find(({ sure }) => sure);
  return wrong && outcomes.every(({ sure }) => sure) ? checked(claim, "disagrees", wrong) : null;
}

function checked(claim: Claim, verdict: "agrees" | "disagrees", { how, from, value }: Outcome): CheckedClaim {
  const operands = from.map((stated) => ({ value: nominal(stated), place: null }));
  return {
    claim,
    verdict,
    expected: value,
    basis: { source: "text", how, line: null, year: "this", operands },
  };
}

function evaluate({ kind, from, sure }: InnerCheck, claim: Claim): Outcome {
  const stated = from.map(statedOf);
  return kind === "sum" ? sumOf(stated, claim, sure) : shareOf(stated[0]!, stated[1]!, claim, sure);
}

/** By the template: ratios of stated parts, totals of stated parts, the same line stated before. */
function ofLines(statement: Statement, facts: StatedFacts, lines: ReadonlyMap<string, Indicator>): Outcome[] {
  const { claim, scope, sure, readings } = statement;
  const [reading] = readings;
  if (!reading || !sure || !scope.sure || readings.length > 1) return [];
  const owner = scope.owners[0]!;
  const parts = facts.parts(statement);
  return [
    ...(reading.kind === "value" ? ratioOf(reading, claim, owner, facts, lines) : []),
    ...(reading.kind === "change" || reading.kind === "growth" ? changeOf(reading, claim, owner, facts) : []),
    ...(parts ? [sumOf(parts, claim, true)] : []),
    ...(reading.kind === "value" ? sameOf(reading, claim, owner, facts) : []),
  ];
}

function ratioOf(
  reading: Extract<Reading, { kind: "value" }>,
  claim: Claim,
  owner: Owner,
  facts: StatedFacts,
  lines: ReadonlyMap<string, Indicator>,
): Outcome[] {
  const ratio = ratioIn(lines.get(reading.code)?.formula ?? "");
  if (!ratio) return [];
  const { part, whole } = ratio;
  const [a, b] = [facts.anywhere(part, owner, reading.year), facts.anywhere(whole, owner, reading.year)];
  return a && b ? [shareOf(a, b, claim, true)] : [];
}

function changeOf(
  { kind, code, sign }: Extract<Reading, { kind: "change" | "growth" }>,
  claim: Claim,
  owner: Owner,
  facts: StatedFacts,
): Outcome[] {
  const [now, before] = [facts.anywhere(code, owner, "this"), facts.anywhere(code, owner, "last")];
  if (!now || !before) return [];
  const low = (now.range.low - before.range.high) * sign;
  const high = (now.range.high - before.range.low) * sign;
  const value = (nominal(now) - nominal(before)) * sign;
  const factor = kind === "growth" ? 100 / nominal(before) : 1 / unitParts(claim.unit).scale;
  const range = { low: Math.min(low, high) * factor, high: Math.max(low, high) * factor };
  return [
    {
      how: kind === "growth" ? "growth" : "difference",
      from: [now, before],
      value: fifteenDigits(value * factor),
      range,
      sure: true,
    },
  ];
}

/** Said twice: the second number is held against the first. */
function sameOf(
  reading: Extract<Reading, { kind: "value" }>,
  claim: Claim,
  owner: Owner,
  facts: StatedFacts,
): Outcome[] {
  const first = facts.other(reading.code, owner, reading.year, claim);
  if (!first) return [];
  const { scale } = unitParts(claim.unit);
  const range = { low: first.range.low / scale, high: first.range.high / scale };
  return [{ how: "same", from: [first], value: fifteenDigits(nominal(first) / scale), range, sure: true }];
}

function shareOf(part: Stated, whole: Stated, { unit }: Claim, sure: boolean): Outcome {
  const factor = unit === "成" ? 10 : 100;
  const value = (nominal(part) / nominal(whole)) * factor;
  const range = {
    low: (part.range.low / whole.range.high) * factor,
    high: (part.range.high / Math.max(whole.range.low, Number.MIN_VALUE)) * factor,
  };
  return { how: "share", from: [part, whole], value: fifteenDigits(value), range, sure };
}

function sumOf(parts: readonly Stated[], claim: Claim, sure: boolean): Outcome {
  const { scale } = unitParts(claim.unit);
  const total = (of: (part: Stated) => number): number =>
    parts.reduce((sum, part) => sum + of(part), 0) / scale;
  const range = { low: total(({ range: { low } }) => low), high: total(({ range: { high } }) => high) };
  return { how: "sum", from: parts, value: fifteenDigits(total(nominal)), range, sure };
}

/** The number as written, in the base measure. */
function nominal({ claim }: Stated): number {
  return claim.value * unitParts(claim.unit).scale;
}

/** A claim that is one exact number must still be hit by rounding, which `rangeOf` allows for. */
function meet(a: Range, b: Range): boolean {
  const noise = Math.max(1, Math.abs(a.low)) * 1e-9;
  return a.low <= b.high + noise && b.low <= a.high + noise;
}
