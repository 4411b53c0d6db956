/** Ties the claims of a text to lines of the template and to one another. */
import type { Template } from "../../template/template";
import { withoutBound } from "../bound-words";
import { isPoints, isShare, isTimes, type Claim } from "../claim";
import type { LineRelations } from "../../annual-report/county-facts";
import { baseOf } from "../measures-alike";
import { phraseBookOf, type Named, type PhraseBook } from "./phrase-book";
import { respectives, type Respective } from "./respectively";
import { areOfSame, scopeAt, Scopes, type Mention, type Scope } from "./scope";
import { sentencesOf, type Clause, type Segment, type Sentence } from "./segments";
import { valueCode, type Statement } from "./statement";
import { timeOf, withoutTime } from "./times";
import { NOTHING, Understanding, type Draft, type Time } from "./understanding";

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
  const book = phraseBookOf(input.template);
  const statements: Statement[] = [];
  let heading: Scope | null = null;
  let scope: Scope | null = null;
  let paragraph = -1;
  let last: readonly Statement[] = [];
  let spoken: readonly string[] = [];
  let carried: readonly string[] = [];
  let isOtherYear = false;
  for (const sentence of sentencesOf(input.text, input.claims)) {
    if (sentence.paragraph !== paragraph) {
      [scope, last, spoken, carried] = [heading, [], [], []];
      isOtherYear = false;
    }
    paragraph = sentence.paragraph;
    if (isHeading(input.text, sentence)) heading = scope = scopes.after(input.text, sentence, null);
    const goesOn = GOES_ON.test(input.text.slice(sentence.start, sentence.end));
    if (!sentence.continues) carried = [];
    isOtherYear = opensOtherYear(input.text.slice(sentence.start, sentence.end), input.period) ?? isOtherYear;
    const prior = { scope, isOtherYear, statements: goesOn ? last : [], spoken, carried };
    last = new SentenceReader(input, scopes, book, sentence, prior).read();
    const codes = last.flatMap((statement) => valueCode(statement) ?? []);
    spoken = [...new Set([...spoken, ...codes])];
    carried = [...new Set([...carried, ...codes])];
    statements.push(...last);
    scope = scopes.after(input.text, sentence, scope);
  }
  return statements;
}

/** 。其中五老骨干802人: speaks of what the sentence before it spoke of. */
const GOES_ON = /^\s*(?:其中|占|比上年|较上年|同比)/;

/** 2018年，… lasts until another year is said: what follows may be of it. Null where a sentence opens with no time. */
function opensOtherYear(sentence: string, period: string | null): boolean | null {
  const opening = /^\s*.{0,4}?(?:(?<year>\d{4})年|(?<now>今年|本年|目前|现在|截至|全年))/.exec(
    sentence,
  )?.groups;
  if (!opening) return null;
  if (opening["now"] !== undefined || period === null) return false;
  return Number(opening["year"]) !== Number(period.slice(0, 4));
}

const LONGEST_HEADING = 40;

/** A short line of its own without a number: a title, 一、台上镇. */
function isHeading(text: string, { start, end, clauses }: Sentence): boolean {
  const whole = (start === 0 || text[start - 1] === "\n") && (end === text.length || text[end] === "\n");
  return whole && end - start <= LONGEST_HEADING && clauses.every(({ claims }) => claims.length === 0);
}

/** What the text has said before a sentence. */
interface Prior {
  readonly scope: Scope | null;
  /** The paragraph has spoken of another year, and of no later one since. */
  readonly isOtherYear: boolean;
  /** What the sentence goes on from. */
  readonly statements: readonly Statement[];
  /** The lines that the paragraph has given the value of. */
  readonly spoken: readonly string[];
  /** Those of them that only semicolons part from the sentence. */
  readonly carried: readonly string[];
}

class SentenceReader {
  /** What the sentence has said so far, after what it goes on from. */
  private readonly done: Statement[];
  private readonly unexplained: Segment[] = [];
  private readonly mentions: readonly Mention[];
  private readonly lists: ReadonlyMap<Claim, Respective>;

  constructor(
    private readonly input: TieInput,
    scopes: Scopes,
    private readonly book: PhraseBook,
    private readonly sentence: Sentence,
    private readonly prior: Prior,
  ) {
    this.done = [...prior.statements];
    this.mentions = scopes.mentions(input.text, sentence);
    this.lists = respectives(
      input.text,
      sentence,
      this.mentions,
      (segment) => this.masked(segment),
      (words) => book.saysNothing(words),
    );
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
    return this.done.slice(this.prior.statements.length);
  }

  private add(claim: Claim, clause: Clause, previous: Claim | undefined, next: Claim | undefined): void {
    const list = this.lists.get(claim);
    const end = next?.start ?? clause.end;
    const left = list?.words ?? this.wordsBefore({ start: previous?.end ?? clause.start, end: claim.start });
    const right = this.masked({ start: claim.end, end });
    const done = list?.ofNumbers ? this.numberOf(list) : this.done;
    const open = claim.loose || list?.words === null || done.length < (list?.ofNumbers ? 1 : 0);
    const time = open ? null : this.time(claim, clause, right);
    const scope = this.scopeOf(claim, end, list);
    const understood = time === null ? NOTHING : this.understand(claim, clause, left, right, done, time);
    const { anchor } = understood;
    const draft = anchor && !areOfSame(anchor.scope, scope) ? NOTHING : understood;
    this.done.push({ claim, ...draft, scope });
  }

  private understand(
    claim: Claim,
    clause: Clause,
    left: string,
    right: string,
    done: readonly Statement[],
    time: Time,
  ): Draft {
    const { book, mentions, prior } = this;
    const { relations } = this.input;
    const ofUnit = mentions.some(
      ({ start, county }) => start >= clause.start && start < claim.start && !county,
    );
    const context = { book, relations, done, named: this.named(), spoken: prior.spoken, ofUnit };
    return new Understanding(context).of(claim, left, right, time);
  }

  /** 五老志愿者2503人、五老骨干802人，分别增长5.7%、4.6%: what the number of the list is of, alone. */
  private numberOf({ first, index, count }: Respective): Statement[] {
    const numbers = this.done.filter(
      ({ claim }) => claim.start < first.start && !isShare(claim) && !isPoints(claim) && !isTimes(claim),
    );
    const last = numbers.slice(-count);
    const alike = new Set(last.map(({ claim }) => baseOf(claim))).size === 1;
    return alike || numbers.length === count ? last.slice(index, index + 1) : [];
  }

  /** A unit that is named behind the number, 有218个关工委组织的台上镇, leaves doubt. */
  private scopeOf(claim: Claim, end: number, list: Respective | undefined): Scope {
    const { sentence, mentions, unexplained, prior } = this;
    const at = list?.first ?? claim;
    const scope = scopeAt(
      this.input.text,
      sentence,
      at.start,
      mentions,
      unexplained,
      prior.scope,
      list?.unit,
    );
    const behind = mentions.some((mention) => mention.start >= claim.end && mention.start < end);
    return behind ? { ...scope, sure: false } : scope;
  }

  /** Without 超过, which says how the number is meant, and the bracket or colon before it. */
  private wordsBefore(segment: Segment): string {
    return withoutBound(this.masked(segment)).replace(/[（(:：]\s*$/, "");
  }

  /** The text without the names of units and the words that only say when. */
  private masked(segment: Segment): string {
    let masked = this.input.text.slice(segment.start, segment.end);
    const own = this.mentions.filter(({ start, end }) => start >= segment.start && end <= segment.end);
    for (const { start, end } of [...own].reverse()) {
      masked = masked.slice(0, start - segment.start) + masked.slice(end - segment.start);
    }
    return withoutTime(masked, this.input.period);
  }

  /** Null for plans, parts of a year and several years. What another clause says of the year leaves doubt. */
  private time(claim: Claim, clause: Clause, right: string): Time | null {
    const { text, period } = this.input;
    const own = timeOf(text.slice(clause.start, claim.start) + right, period, true);
    const earlier = timeOf(text.slice(this.sentence.start, clause.start), period, false);
    if (own === "other" || earlier === "other") return null;
    if (own === "last") return { year: "last", sure: true };
    return { year: "this", sure: earlier === "this" && !this.prior.isOtherYear };
  }

  /** Parts may be distinguished from what is before a semicolon; what was done is over with its sentence. */
  private named(): Named {
    const codes = new Set(this.done.flatMap((statement) => valueCode(statement) ?? []));
    const { carried } = this.prior;
    const { relations } = this.input;
    return (whole, line) =>
      codes.has(whole) || (carried.includes(whole) && relations.wholesOf(line).includes(whole));
  }
}
