/** Ties the claims of a text to lines of the template and to one another. */
import type { Template } from "../../template/template";
import { isPoints, isShare, type Claim } from "./claim";
import { changeWords, fromTo, shareWords } from "./comparisons";
import { type LineRelations } from "./county-facts";
import { innerChecks } from "./inner-checks";
import { baseOf } from "./measures-alike";
import { PhraseBook } from "./phrase-book";
import { scopeAt, Scopes, type Mention, type Scope } from "./scope";
import { sentencesOf, type Clause, type Segment, type Sentence } from "./segments";
import { valueCode, type Reading, type Statement } from "./statement";
import { timeOf, withoutTime } from "./times";

export interface TieInput {
  readonly text: string;
  readonly claims: readonly Claim[];
  readonly template: Template;
  readonly relations: LineRelations;
  /** `2020`; null where no figures are given. */
  readonly period: string | null;
}

/** A statement for every claim, in the order of the text. */
export function tie(input: TieInput): Statement[] {
  const scopes = new Scopes(input.template);
  const book = new PhraseBook(input.template);
  const statements: Statement[] = [];
  let heading: Scope | null = null;
  let before: Scope | null = null;
  let paragraph = -1;
  let last: readonly Statement[] = [];
  let spoken: string[] = [];
  for (const sentence of sentencesOf(input.text, input.claims)) {
    if (sentence.paragraph !== paragraph) [before, last, spoken] = [heading, [], []];
    paragraph = sentence.paragraph;
    if (isHeading(input.text, sentence)) heading = before = scopes.after(input.text, sentence, null);
    const goesOn = GOES_ON.test(input.text.slice(sentence.start, sentence.end));
    const reader = new SentenceReader(input, scopes, book, sentence, before, goesOn ? last : [], spoken);
    last = reader.read();
    spoken = [...new Set([...spoken, ...last.flatMap((statement) => valueCode(statement) ?? [])])];
    statements.push(...last);
    before = scopes.after(input.text, sentence, before);
  }
  return statements;
}

/** 。其中五老骨干802人: speaks of what the sentence before it spoke of. */
const GOES_ON = /^\s*(?:其中|占|比上年|较上年|同比)/;

const LONGEST_HEADING = 40;

/** A short line of its own without a number: a title, 一、台上镇. */
function isHeading(text: string, { start, end, clauses }: Sentence): boolean {
  const whole = (start === 0 || text[start - 1] === "\n") && (end === text.length || text[end] === "\n");
  return whole && end - start <= LONGEST_HEADING && clauses.every(({ claims }) => claims.length === 0);
}

/** What is understood of one claim, before it is compared with others of its sentence. */
type Draft = Pick<Statement, "readings" | "sure" | "anchor">;

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

const NOTHING: Draft = { readings: [], sure: false };

class SentenceReader {
  /** What the sentence has said so far, after what it goes on from. */
  private readonly done: Statement[];
  private readonly unexplained: Segment[] = [];
  private readonly mentions: readonly Mention[];

  constructor(
    private readonly input: TieInput,
    scopes: Scopes,
    private readonly book: PhraseBook,
    private readonly sentence: Sentence,
    private readonly before: Scope | null,
    private readonly prior: readonly Statement[],
    /** The lines that the paragraph has given the value of, before this sentence. */
    private readonly spoken: readonly string[],
  ) {
    this.done = [...prior];
    this.mentions = scopes.mentions(input.text, sentence);
  }

  read(): Statement[] {
    for (const clause of this.sentence.clauses) {
      const before = this.done.length;
      clause.claims.forEach((claim, i) =>
        this.add(claim, clause, clause.claims[i - 1], clause.claims[i + 1]),
      );
      if (this.done.slice(before).every(({ readings }) => readings.length === 0))
        this.unexplained.push(clause);
    }
    return this.done.slice(this.prior.length);
  }

  private add(claim: Claim, clause: Clause, previous: Claim | undefined, next: Claim | undefined): void {
    const left = this.masked({ start: previous?.end ?? clause.start, end: claim.start });
    const right = this.masked({ start: claim.end, end: next?.start ?? clause.end });
    const scope = this.scopeOf(claim, next?.start ?? clause.end);
    const draft = claim.loose ? NOTHING : this.understand(claim, clause, left, right);
    const statement: Statement = { claim, ...draft, before: left, scope, inner: [] };
    const inner = innerChecks(statement, this.done, right, this.input.relations);
    this.done.push({ ...statement, inner });
  }

  /** A unit that is named behind the number, 有218个关工委组织的台上镇, leaves doubt. */
  private scopeOf(claim: Claim, end: number): Scope {
    const { sentence, mentions, unexplained, before } = this;
    const scope = scopeAt(this.input.text, sentence, claim.start, mentions, unexplained, before);
    const behind = mentions.some((mention) => mention.start >= claim.end && mention.start < end);
    return behind ? { ...scope, sure: false } : scope;
  }

  /** The text without the names of units and the words that only say when. */
  private masked(segment: Segment): string {
    let masked = this.input.text.slice(segment.start, segment.end);
    const own = this.mentions.filter(({ start, end }) => start >= segment.start && end <= segment.end);
    for (const { start, end } of [...own].reverse()) {
      masked = masked.slice(0, start - segment.start) + masked.slice(end - segment.start);
    }
    return withoutTime(masked);
  }

  private understand(claim: Claim, clause: Clause, left: string, right: string): Draft {
    const time = this.time(claim, clause, right);
    if (time === null) return NOTHING;
    const change = changeWords(left);
    if (change?.compared) return this.readChange(claim, change, right);
    const share = isShare(claim) ? shareWords(left) : null;
    if (share) return this.readShare(share.part, share.whole, right);
    const moved = fromTo(left, right, this.done.at(-1) ?? null);
    if (moved?.inherited)
      return { readings: [{ kind: "value", code: moved.inherited, year: "this" }], sure: true };
    if (time.year === "last" && this.book.saysNothing(left) && this.book.saysNothing(right))
      return this.readLast(claim);
    const listed = this.listed(claim, clause, left, right);
    if (listed) return listed;
    const meanings = this.book.meanings(moved?.left ?? left, moved?.right ?? right, claim.unit, this.named());
    if (meanings.length === 0) return change ? this.readChange(claim, change, right) : NOTHING;
    const year = moved ? "last" : time.year;
    const readings = meanings.map(({ indicator }): Reading => ({
      kind: "value",
      code: indicator.code,
      year,
    }));
    const sure = meanings.length === 1 && meanings[0]!.sure && time.sure && this.partFits(left, readings);
    return { readings: time.sure || moved ? readings : readings.flatMap(bothYears), sure };
  }

  /** Null for plans, parts of a year and several years. What another clause says of the year leaves doubt. */
  private time(claim: Claim, clause: Clause, right: string): { year: "this" | "last"; sure: boolean } | null {
    const { text, period } = this.input;
    const own = timeOf(
      text.slice(clause.start, claim.start).replace(/[由从](?:上年|去年)/g, "") + right,
      period,
      true,
    );
    const earlier = timeOf(text.slice(this.sentence.start, clause.start), period, false);
    if (own === "other" || earlier === "other") return null;
    if (own === "last") return { year: "last", sure: true };
    return { year: "this", sure: earlier === "this" };
  }

  /** 其中五老志愿者300人 after 参加人员500人 are not all volunteers: 其中 needs a whole that the line is a part of. */
  private partFits(left: string, readings: readonly Reading[]): boolean {
    if (!/其中|包括|^含/.test(left)) return true;
    const named = this.named();
    const { relations } = this.input;
    return readings.every(
      (reading) =>
        reading.kind === "value" && relations.wholesOf(reading.code).some((whole) => named.has(whole)),
    );
  }

  /**
   * 上报较多的单位有台上镇25篇、团结街道14篇: the line is one that the paragraph has spoken of; the further units take it
   * from the first.
   */
  private listed(claim: Claim, clause: Clause, left: string, right: string): Draft | null {
    if (!this.book.saysNothing(right)) return null;
    const words = MOST.exec(left)?.[1];
    if (words !== undefined) {
      const named = this.spoken.filter((code) => this.book.isAbout(code, words, claim.unit));
      return {
        readings: named.map((code) => ({ kind: "value", code, year: "this" })),
        sure: named.length === 1,
      };
    }
    const last = this.done.at(-1);
    const unit = this.mentions.some(
      ({ start, county }) => start >= clause.start && start < claim.start && !county,
    );
    if (!last || !unit || !this.book.saysNothing(left) || baseOf(last.claim) !== baseOf(claim)) return null;
    return last.scope.owners.length === 1 ? { readings: last.readings, sure: last.sure } : null;
  }

  /** 五老志愿者2503人（上年2368人）: of the line just before. */
  private readLast(claim: Claim): Draft {
    const last = this.done.at(-1);
    const code = last && valueCode(last);
    if (!code || baseOf(last.claim) !== baseOf(claim)) return NOTHING;
    return { readings: [{ kind: "value", code, year: "last" }], sure: last.sure };
  }

  /** 比上年增加135人: of the line that the words name, else of the one before. */
  private readChange(
    claim: Claim,
    change: NonNullable<ReturnType<typeof changeWords>>,
    right: string,
  ): Draft {
    if (!this.book.saysNothing(right)) return NOTHING;
    const kind = isShare(claim) ? "growth" : "change";
    const { sign } = change;
    const reading = (code: string): Reading => ({ kind, code, sign });
    if (!this.book.saysNothing(change.subject)) {
      const named = this.subjects(claim, change.subject);
      return { readings: named.map(reading), sure: named.length === 1 && change.compared };
    }
    const earlier = this.done.filter((statement) => this.comparable(statement, claim));
    const last = this.done.at(-1);
    const codes = earlier.flatMap((statement) => valueCode(statement) ?? []).reverse();
    const [code] = codes;
    if (code === undefined || !last) return NOTHING;
    // 占80.7%，比上年提高8%: of the rate or of a count before it, or wrong.
    if (kind === "growth" && change.compared && isShare(last.claim) && valueCode(last) !== null)
      return { readings: codes.map(reading), sure: last.sure, anchor: last };
    // 增加135人，增长5.7%, and 由2368人增加到2503人，增加135人: the words before say what is compared.
    const goesOn = comparesWithLastYear(last, code) || this.done.some((each) => isOfLastYear(each, code));
    const sure = codes.length === 1 && (goesOn || (earlier.includes(last) && change.compared));
    return { readings: codes.map(reading), sure, anchor: earlier.at(-1)! };
  }

  /** The lines that the words before 比上年 name: counts for a count, ratios for percentage points, either for a growth. */
  private subjects(claim: Claim, subject: string): string[] {
    const units = isPoints(claim) ? ["%"] : isShare(claim) ? [...COUNTED, "%"] : [claim.unit];
    const codes = units.flatMap((unit) => this.book.meanings(subject, "", unit, this.named()));
    return [...new Set(codes.filter(({ sure }) => sure).map(({ indicator }) => indicator.code))];
  }

  private comparable(statement: Statement, claim: Claim): boolean {
    if (valueCode(statement) === null) return false;
    if (isPoints(claim)) return isShare(statement.claim);
    if (isShare(claim)) return !isShare(statement.claim) || statement === this.done.at(-1);
    return baseOf(statement.claim) === baseOf(claim);
  }

  /** 占80.7%: of the line before, of the whole that the words name or that the template knows. */
  private readShare(partWords: string, wholeWords: string, right: string): Draft {
    const { relations } = this.input;
    const last = this.book.saysNothing(partWords) ? this.partBefore() : this.partNamed(partWords);
    if (!last || !this.book.saysNothing(right)) return NOTHING;
    const { part } = last;
    const anchor = last.anchor ? { anchor: last.anchor } : {};
    const named = wholeWords.replace(
      /(?:总数|总量|总额|总人数|总数量|人数|全部)?的?(?:比例|比重)?[为达]?(?:到|了)?$/,
      "",
    );
    if (this.book.saysNothing(named)) {
      const known = relations.shareOf(part);
      const wholes = relations.wholesOf(part).filter((whole) => this.named().has(whole));
      if (known !== undefined)
        return { readings: [{ kind: "value", code: known, year: "this" }], sure: last.sure, ...anchor };
      return {
        readings: wholes.map((whole) => ({ kind: "share", part, whole })),
        sure: last.sure && wholes.length === 1,
        ...anchor,
      };
    }
    const wholes = this.book.meanings(named, "", last.unit, this.named());
    const readings = wholes.map(({ indicator }): Reading => shareReading(part, indicator.code, relations));
    return { readings, sure: last.sure && wholes.length === 1 && wholes[0]!.sure, ...anchor };
  }

  private partBefore(): Part | null {
    const last = this.done.at(-1);
    const part = last && valueCode(last);
    return part ? { part, unit: last.claim.unit, sure: last.sure, anchor: last } : null;
  }

  /** 五老骨干占五老志愿者的32%: the part has no number of its own. */
  private partNamed(words: string): Part | null {
    const found = COUNTED.flatMap((unit) =>
      this.book
        .meanings(words, "", unit, this.named())
        .map(({ indicator, sure }) => ({ part: indicator.code, unit, sure })),
    );
    return found.length === 1 ? found[0]! : null;
  }

  private named(): Set<string> {
    return new Set(this.done.flatMap((statement) => valueCode(statement) ?? []));
  }
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
