/** What a text says itself, as far as its own words are sure: the figures that hold where no data are given. */
import { partsIn } from "../template/line-code";
import type { Template } from "../template/template";
import { unitParts, type Claim } from "./claim";
import { rangeOf, type Range } from "./claim-range";
import { indicatorsOf } from "../template/template-index";
import type { Owner } from "./scope";
import { valueCode, type Statement } from "./statement";

/** A stated number in the base measure, with what it may be. */
export interface Stated {
  readonly claim: Claim;
  readonly range: Range;
}

export class StatedFacts {
  private readonly values = new Map<string, Stated[]>();
  private readonly sums = new Map<string, readonly string[]>();

  constructor(template: Template, statements: readonly Statement[]) {
    for (const statement of statements) {
      const [reading] = statement.readings;
      if (!statement.sure || !statement.scope.sure || reading?.kind !== "value") continue;
      const key = keyOf(reading.code, statement.scope.owners[0]!, reading.year);
      const stated = statedOf(statement.claim);
      const same = this.values.get(key);
      if (same) same.push(stated);
      else this.values.set(key, [stated]);
    }
    const codes = indicatorsOf(template).map(({ code }) => code);
    for (const { code, formula = "" } of indicatorsOf(template)) {
      const parts = partsIn(formula, codes);
      if (parts) this.sums.set(code, parts);
    }
  }

  /** The first number that the text gives for it, other than this claim; null where there is none. */
  other(code: string, owner: Owner, year: "this" | "last", claim: Claim): Stated | null {
    const all = this.values.get(keyOf(code, owner, year)) ?? [];
    return all.find((stated) => stated.claim !== claim && stated.claim.start < claim.start) ?? null;
  }

  /** As {@link other}, wherever it is in the text. */
  anywhere(code: string, owner: Owner, year: "this" | "last"): Stated | null {
    return this.values.get(keyOf(code, owner, year))?.[0] ?? null;
  }

  /** The parts of a computed line, if the text states all of them. */
  parts(statement: Statement): Stated[] | null {
    const code = valueCode(statement);
    const codes = code === null ? undefined : this.sums.get(code);
    if (!codes) return null;
    const parts = codes.map((part) => this.anywhere(part, statement.scope.owners[0]!, "this"));
    return parts.every((part) => part !== null) ? (parts as Stated[]) : null;
  }
}

function keyOf(code: string, owner: Owner, year: string): string {
  return `${code} ${year} ${owner === null ? "" : typeof owner === "string" ? owner : owner.join("、")}`;
}

/** A plain whole number is what it says; everything else is what its words and its rounding allow. */
export function statedOf(claim: Claim): Stated {
  const { scale } = unitParts(claim.unit);
  const exact = claim.bound === "exact" && scale === 1 && claim.decimals === 0 && claim.unit !== "%";
  const { low, high } = exact ? { low: claim.value, high: claim.value } : rangeOf(claim);
  return { claim, range: { low: low * scale, high: high * scale } };
}
