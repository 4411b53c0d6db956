/** 稿件核对: holds every number of a text against the county's data and against what the text itself says. */
import { fifteenDigits, shownDifference } from "../workbook/rounding";
import type { Indicator, Template } from "../template/template";
import { parseMeasure } from "../intake/normalise/measures";
import type { CheckedClaim } from "./checked";
import { isPoints, isTimes, unitParts, type Claim } from "./claim";
import { allows } from "./claim-range";
import { Ledger, LineRelations, type CountyFacts, type Derived } from "../annual-report/county-facts";
import { findClaims } from "./find-claims";
import { isSlip } from "./relation";
import { relateText, type TextVerdict } from "./relate-text";
import { indicatorsOf } from "../template/template-index";
import type { Owner } from "./county/scope";
import type { Reading, Statement } from "./county/statement";
import { tie } from "./county/tie";

/**
 * Every claim of the text with its verdict, in the order of the text. With `county` null the text is checked against
 * itself alone. A claim disagrees only where its words leave one meaning, and that is false; what is narrower than a line,
 * of another time or of somebody unknown is untied.
 */
export function checkText(text: string, template: Template, county: CountyFacts | null): CheckedClaim[] {
  const claims = findClaims(text, measuresOf(template));
  const statements =
    county === null
      ? claims.map(untied)
      : tie({
          text,
          claims,
          template,
          relations: new LineRelations(template),
          period: county?.period ?? null,
        });
  const checker = new Checker(template, county, relateText(text, claims));
  return statements.map((statement) => checker.check(statement));
}

/** What the template counts in: 万标箱 is 标箱 in a text. */
function measuresOf(template: Template): string[] {
  return [
    ...new Set(
      indicatorsOf(template).flatMap(({ measure }) =>
        measure === "" ? [] : [...parseMeasure(measure).words],
      ),
    ),
  ];
}

/** Without figures nothing is tied to a line. */
function untied(claim: Claim): Statement {
  return { claim, readings: [], scope: { owners: [null], sure: false, named: false }, sure: false };
}

/** What a reading comes to. */
interface Truth {
  readonly reading: Reading;
  readonly owner: Owner;
  /** In the claim's unit. */
  readonly value: number;
  readonly derived: Derived;
}

class Checker {
  private readonly ledger: Ledger | null;
  private readonly lines: ReadonlyMap<string, Indicator>;

  constructor(
    template: Template,
    private readonly county: CountyFacts | null,
    private readonly related: ReadonlyMap<Claim, TextVerdict>,
  ) {
    this.ledger = county && new Ledger(county);
    this.lines = new Map(indicatorsOf(template).map((line) => [line.code, line]));
  }

  check(statement: Statement): CheckedClaim {
    const { claim } = statement;
    const truths = this.truths(statement);
    const right = truths.find((truth) => allows(claim, truth.value) || this.allowsAsShown(claim, truth));
    if (right) return this.verdict(claim, "agrees", right);
    const wrong = nearest(claim, truths);
    // What follows from the text's own numbers is a consequence of theirs, right or wrong.
    if (wrong && follows(wrong) && this.related.get(claim)?.verdict === "agrees") return this.byText(claim);
    if (wrong && this.leavesNoDoubt(statement, wrong)) return this.verdict(claim, "disagrees", wrong);
    return this.byText(claim);
  }

  private byText(claim: Claim): CheckedClaim {
    const related = this.related.get(claim);
    if (!related) return { claim, verdict: "untied", expected: null, basis: null };
    const { verdict, relation } = related;
    const operands = relation.operands.map((value) => ({ value, place: null }));
    return {
      claim,
      verdict,
      expected: relation.expected,
      basis: {
        source: "text",
        how: relation.how,
        line: null,
        year: "this",
        operands,
        ...(relation.expected === null
          ? {}
          : { result: { value: relation.expected, unit: claim.unit, decimals: claim.decimals } }),
      },
    };
  }

  /** Points between two shares are those between the shares as they are printed, with one decimal. */
  private allowsAsShown(claim: Claim, { reading, derived: { how, operands } }: Truth): boolean {
    const [now, before] = operands;
    if (!isPoints(claim) || how !== "difference" || !now || !before) return false;
    return allows(claim, this.inUnitOf(claim, reading, shownDifference(now.value, before.value, 1)));
  }

  /** Every owner that has the line, in every reading. */
  private truths({ claim, readings, scope }: Statement): Truth[] {
    return readings.flatMap((reading) =>
      scope.owners.flatMap((owner) =>
        [this.derive(reading, owner), this.wholeLastYear(reading, owner)].flatMap((derived): Truth[] => {
          if (!derived) return [];
          return [{ reading, owner, derived, value: this.inUnitOf(claim, reading, derived.value) }];
        }),
      ),
    );
  }

  /** What the county had last year stays true while units are missing, though it is no more compared with. */
  private wholeLastYear(reading: Reading, owner: Owner): Derived | null {
    if (owner !== null || reading.kind !== "value" || reading.year !== "last") return null;
    return this.ledger?.wholeLastYear(reading.code) ?? null;
  }

  private derive(reading: Reading, owner: Owner): Derived | null {
    const { ledger } = this;
    if (!ledger) return null;
    if (owner !== null && typeof owner !== "string") {
      return reading.kind === "value" && !ledger.relations.ratio(reading.code)
        ? ledger.sum(reading.code, owner, reading.year)
        : null;
    }
    switch (reading.kind) {
      case "value":
        return ledger.value(reading.code, owner, reading.year);
      case "share":
        return ledger.share(reading.part, reading.whole, owner, "this");
      case "change":
        return ledger.change(reading.code, owner);
      case "growth":
        return ledger.growth(reading.code, owner);
      case "multiple":
        return ledger.multiple(reading.code, owner);
    }
  }

  private inUnitOf(claim: Claim, reading: Reading, value: number): number {
    const sign = "sign" in reading ? reading.sign : 1;
    if (claim.unit === "成") return (value * sign) / 10;
    if (isTimes(claim)) return fifteenDigits(reading.kind === "growth" ? (value * sign) / 100 : value);
    const isCount = reading.kind === "value" || reading.kind === "change";
    const measure = isCount ? this.lines.get(reading.code)?.measure : undefined;
    const own = measure === undefined || measure === "%" ? 1 : parseMeasure(measure).scale;
    return fifteenDigits((value * own * sign) / unitParts(claim.unit).scale);
  }

  private leavesNoDoubt({ claim, readings, scope, sure, anchor }: Statement, { value }: Truth): boolean {
    if (!sure || !scope.sure || scope.owners.some((owner) => owner !== null && typeof owner !== "string"))
      return false;
    // A share or a change is of what its line's own number is of: if that is right, so is the owner.
    if (anchor) return this.truths(anchor).some(({ value }) => allows(anchor.claim, value));
    // 集中学习12次 of 115 that the county has: where nobody is named, a far number is somebody else's.
    if (!scope.named && !isSlip(claim.value, value)) return false;
    return scope.named || !this.isSomeUnits(claim, readings);
  }

  /** Where nobody is named, a number that one unit has may well be that unit's. */
  private isSomeUnits(claim: Claim, readings: readonly Reading[]): boolean {
    const units = this.county?.template.units ?? [];
    return readings.some((reading) =>
      units.some(({ name }) => {
        const derived = this.derive(reading, name);
        return (
          derived !== null &&
          derived.value !== 0 &&
          allows(claim, this.inUnitOf(claim, reading, derived.value))
        );
      }),
    );
  }

  private verdict(
    claim: Claim,
    verdict: "agrees" | "disagrees",
    { reading, owner, value, derived }: Truth,
  ): CheckedClaim {
    const line = this.lines.get(reading.kind === "share" ? reading.part : reading.code)!;
    const year = reading.kind === "value" ? reading.year : "this";
    const { how, operands } = derived;
    const { code, name, measure } = line;
    return {
      claim,
      verdict,
      expected: value,
      basis: { source: "county", how, line: { code, name, measure }, owner, year, operands },
    };
  }
}

function follows({ derived: { how } }: Truth): boolean {
  return how === "share" || how === "growth" || how === "difference";
}

/** Of several meanings, all false, the one that the number comes closest to. */
function nearest({ value }: Claim, truths: readonly Truth[]): Truth | undefined {
  const distance = (truth: Truth): number =>
    Math.abs(Math.log((Math.abs(truth.value) + 0.5) / (Math.abs(value) + 0.5)));
  return [...truths].sort((a, b) => distance(a) - distance(b))[0];
}
