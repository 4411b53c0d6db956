/** What a number means, from the words beside it and what the sentence has said before. */
import { isPoints, isShare, type Claim } from "../claim";
import { statedChange, fromTo, statedShare, type StatedChange } from "./comparisons";
import type { LineRelations, Year } from "../../annual-report/county-facts";
import { baseOf } from "../measures-alike";
import type { Named, PhraseBook } from "./phrase-book";
import { valueCode, type Reading, type Statement } from "./statement";

/** What is understood of one claim, before it is compared with others of its sentence. */
export type Draft = Pick<Statement, "readings" | "sure" | "anchor">;

export const NOTHING: Draft = { readings: [], sure: false };

/** The year that the words speak of, and whether nothing else in the sentence speaks of another. */
export interface Time {
  readonly year: Year;
  readonly sure: boolean;
}

export interface Context {
  readonly book: PhraseBook;
  readonly relations: LineRelations;
  /** What the sentence has said before the claim. */
  readonly done: readonly Statement[];
  readonly named: Named;
  /** The lines that the paragraph has given the value of, before this sentence. */
  readonly spoken: readonly string[];
  /** A unit is named with the claim. */
  readonly ofUnit: boolean;
}

/** What lines count, to look one up whose number is not given. */
const COUNTED = ["人", "个", "篇", "元", "场", "对", "人次", "次", "份"];

interface Part {
  readonly part: string;
  readonly unit: string;
  readonly sure: boolean;
  /** The statement that gave its number. */
  readonly anchor?: Statement;
}

/** 上报较多的单位有, 五老骨干最多的是. */
const MOST = /^(.*?)(?:较多|最多|突出|排名靠前)的?(?:填报单位|单位|乡镇街道|乡镇|部门)?(?:有|是|为|：)?$/;

export class Understanding {
  private readonly last: Statement | null;

  constructor(private readonly context: Context) {
    this.last = context.done.at(-1) ?? null;
  }

  /** `left`, `right`: the words between it and its neighbours, without names and times. */
  of(claim: Claim, left: string, right: string, time: Time): Draft {
    const { book, named } = this.context;
    const change = statedChange(claim, left);
    if (change?.compared || claim.says !== undefined) return this.readChange(claim, change!, right);
    const share = isShare(claim) ? statedShare(left) : null;
    if (share) return this.readShare(share.part, share.whole, right);
    const moved = fromTo(left, right, this.last);
    if (moved?.inherited !== undefined) return this.readMoved(claim, moved.inherited, right);
    const [before, after] = moved ? [moved.left, ""] : [left, right];
    const meanings = book.meanings(before, after, claim.unit, named);
    if (meanings.length === 0) {
      const isLast = moved !== null || time.year === "last";
      if (isLast && book.saysNothing(before) && book.saysNothing(after)) return this.readLast(claim);
      return this.listed(claim, left, right) ?? (change ? this.readChange(claim, change, right) : NOTHING);
    }
    const year = moved ? "last" : time.year;
    const readings = meanings.map(({ indicator }): Reading => ({
      kind: "value",
      code: indicator.code,
      year,
    }));
    const sure = meanings.length === 1 && meanings[0]!.sure && time.sure && this.partFits(left, readings);
    return { readings: time.sure || moved ? readings : readings.flatMap(bothYears), sure };
  }

  /** 其中五老志愿者300人 after 参加人员500人 are not all volunteers: 其中 needs a whole that the line is a part of. */
  private partFits(left: string, readings: readonly Reading[]): boolean {
    if (!/其中|包括|^含/.test(left)) return true;
    const { relations, named } = this.context;
    return readings.every(
      (reading) =>
        reading.kind === "value" &&
        relations.wholesOf(reading.code).some((whole) => named(whole, reading.code)),
    );
  }

  /**
   * 上报较多的单位有台上镇25篇、团结街道14篇: the line is one that the paragraph has spoken of; the further units take it
   * from the first.
   */
  private listed(claim: Claim, left: string, right: string): Draft | null {
    const { book, spoken, ofUnit } = this.context;
    if (!book.saysNothing(right)) return null;
    const words = MOST.exec(left)?.[1];
    if (words !== undefined) {
      const about = spoken.filter((code) => book.isAbout(code, words, claim.unit));
      return {
        readings: about.map((code) => ({ kind: "value", code, year: "this" })),
        sure: about.length === 1,
      };
    }
    const { last } = this;
    if (!last || !ofUnit || !book.saysNothing(left) || baseOf(last.claim) !== baseOf(claim)) return null;
    return last.scope.owners.length === 1 ? { readings: last.readings, sure: last.sure } : null;
  }

  /** 增加到2503人: of the line that has moved, if it counts the same thing. */
  private readMoved(claim: Claim, code: string, right: string): Draft {
    const { book } = this.context;
    if (!book.counts(code, claim.unit) || !book.saysNothing(right)) return NOTHING;
    return { readings: [{ kind: "value", code, year: "this" }], sure: true };
  }

  /** 五老志愿者2503人（上年2368人）: of the line just before. */
  private readLast(claim: Claim): Draft {
    const code = this.last && valueCode(this.last);
    if (!code || baseOf(this.last.claim) !== baseOf(claim)) return NOTHING;
    return { readings: [{ kind: "value", code, year: "last" }], sure: this.last.sure };
  }

  /** 比上年增加135人: of the line that the words name, else of the one before. */
  private readChange(claim: Claim, { kind, sign, compared, subject }: StatedChange, right: string): Draft {
    const { book, done } = this.context;
    if (!book.saysNothing(right)) return NOTHING;
    const reading = (code: string): Reading => (kind === "multiple" ? { kind, code } : { kind, code, sign });
    const named = subject === "" ? [] : this.subjects(claim, kind, subject);
    if (named.length > 0 || !book.saysNothing(subject))
      return { readings: named.map(reading), sure: named.length === 1 && compared };
    const earlier = done.filter((statement) => comparable(statement, claim, kind, this.last));
    const codes = earlier.flatMap((statement) => valueCode(statement) ?? []).reverse();
    const { last } = this;
    const [code] = codes;
    if (code === undefined || !last) return NOTHING;
    // 占80.7%，比上年提高8%: of the rate or of a count before it, or wrong.
    if (kind === "growth" && compared && isShare(last.claim) && valueCode(last) !== null)
      return { readings: codes.map(reading), sure: last.sure, anchor: last };
    // 增加135人，增长5.7%, and 由2368人增加到2503人，增加135人: the words before say what is compared.
    const goesOn = comparesWithLastYear(last, code) || done.some((each) => isOfLastYear(each, code));
    const sure = codes.length === 1 && (goesOn || (earlier.includes(last) && compared));
    return { readings: codes.map(reading), sure, anchor: earlier.at(-1)! };
  }

  /** The lines that the words before 比上年 name: counts for a count, ratios for percentage points, either for a growth. */
  private subjects(claim: Claim, kind: StatedChange["kind"], subject: string): string[] {
    const { book, named } = this.context;
    const units = isPoints(claim) ? ["%"] : kind === "change" ? [claim.unit] : [...COUNTED, "%"];
    const codes = units.flatMap((unit) => book.meanings(subject, "", unit, named));
    return [...new Set(codes.filter(({ sure }) => sure).map(({ indicator }) => indicator.code))];
  }

  /** 占80.7%: of the line before, of the whole that the words name or that the template knows. */
  private readShare(partWords: string, wholeWords: string, right: string): Draft {
    const { book, relations, named } = this.context;
    const last = book.saysNothing(partWords) ? this.partBefore() : this.partNamed(partWords);
    if (!last || !book.saysNothing(right)) return NOTHING;
    const { part } = last;
    const anchor = last.anchor ? { anchor: last.anchor } : {};
    const whole = wholeWords.replace(
      /(?:总数|总量|总额|总人数|总数量|人数|全部)?的?(?:比例|比重)?[为达]?(?:到|了)?$/,
      "",
    );
    if (book.saysNothing(whole)) {
      const known = relations.shareOf(part);
      const wholes = relations.wholesOf(part).filter((each) => named(each, part));
      if (known !== undefined)
        return { readings: [{ kind: "value", code: known, year: "this" }], sure: last.sure, ...anchor };
      return {
        readings: wholes.map((each) => ({ kind: "share", part, whole: each })),
        sure: last.sure && wholes.length === 1,
        ...anchor,
      };
    }
    const wholes = book.meanings(whole, "", last.unit, named);
    const readings = wholes.map(({ indicator }): Reading => shareReading(part, indicator.code, relations));
    return { readings, sure: last.sure && wholes.length === 1 && wholes[0]!.sure, ...anchor };
  }

  private partBefore(): Part | null {
    const { last } = this;
    const part = last && valueCode(last);
    return part ? { part, unit: last.claim.unit, sure: last.sure, anchor: last } : null;
  }

  /** 五老骨干占五老志愿者的32%: the part has no number of its own. */
  private partNamed(words: string): Part | null {
    const { book, named } = this.context;
    const found = COUNTED.flatMap((unit) =>
      book.meanings(words, "", unit, named).map(({ indicator, sure }) => ({
        part: indicator.code,
        unit,
        sure,
      })),
    );
    return found.length === 1 ? found[0]! : null;
  }
}

/** May the claim be the change of what this statement gives the value of? */
function comparable(
  statement: Statement,
  claim: Claim,
  kind: StatedChange["kind"],
  last: Statement | null,
): boolean {
  if (valueCode(statement) === null) return false;
  if (isPoints(claim)) return isShare(statement.claim);
  if (kind !== "change") return !isShare(statement.claim) || statement === last;
  return baseOf(statement.claim) === baseOf(claim);
}

function comparesWithLastYear({ readings }: Statement, code: string): boolean {
  const [first] = readings;
  return (first?.kind === "change" || first?.kind === "growth") && first.code === code;
}

function isOfLastYear({ readings }: Statement, code: string): boolean {
  const [first] = readings;
  return first?.kind === "value" && first.year === "last" && first.code === code;
}

function shareReading(part: string, whole: string, relations: LineRelations): Reading {
  const code = relations.shareOf(part);
  const ratio = code === undefined ? undefined : relations.ratio(code);
  return ratio?.whole === whole
    ? { kind: "value", code: code!, year: "this" }
    : { kind: "share", part, whole };
}

function bothYears(reading: Reading): Reading[] {
  return reading.kind === "value"
    ? [
        { ...reading, year: "this" },
        { ...reading, year: "last" },
      ]
    : [reading];
}
