/** Cuts a text into paragraphs, sentences and clauses around its claims. */
import type { Claim } from "../claim";

export interface Segment {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

export interface Clause extends Segment {
  readonly claims: readonly Claim[];
}

export interface Sentence extends Segment {
  /** Which line of the text, counted from 0. */
  readonly paragraph: number;
  /** A semicolon parts it from the one before. */
  readonly continues: boolean;
  readonly clauses: readonly Clause[];
}

const SENTENCE_ENDS = /[。！？!?；;]/;
const CLAUSE_ENDS = /[，,：:]/;
/** 与上年相比，增加135人 and 五老志愿者：2503人 are said in one breath. */
function goesOn(
  text: string,
  { start, end }: Segment,
  claims: readonly Claim[],
  own: readonly Claim[],
): boolean {
  if (INTRODUCES.test(text.slice(start, end))) return true;
  const named = /[:：]/.test(text[end]!) && own.length === 0;
  return named && claims.some(({ start: at }) => at > end && text.slice(end + 1, at).trim() === "");
}

/** Where, after a claim, something is said of it or something new begins, with no comma between. */
const TURN = /^(?:其中|(?:约|近)?占(?![地用领])|(?:比|较|与|同)(?:上年|去年|上一年)|同比|，)/;

const INTRODUCES = /^\s*(?:与|同|和)(?:上年|去年|上一年|\d{4}年)度?(?:同期)?(?:相比|比较)$/;

/**
 * A sentence that is longer is cut at a comma, and where there is none anywhere: what a sentence says is held against
 * itself, so that a text without full stops would take time as the square of its length.
 */
const LONGEST = 1500;
const LONGEST_WITHOUT_COMMA = 2000;
/** Numbers in a sentence: more than any list of a county's units has. */
const MOST_CLAIMS = 200;

export function sentencesOf(text: string, claims: readonly Claim[]): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  let paragraph = 0;
  let next = 0;
  let own: Claim[] = [];
  for (let at = 0; at <= text.length; at++) {
    const claim = claims[next];
    if (claim?.start === at) {
      // The decimal point of 35.6 and the comma of 1,200 end nothing.
      own.push(claim);
      next++;
      at = claim.end;
    }
    const lineEnd = at === text.length || text[at] === "\n";
    const isFull = at - start > LONGEST || own.length >= MOST_CLAIMS;
    const ends = lineEnd || SENTENCE_ENDS.test(text[at]!) || (isFull && CLAUSE_ENDS.test(text[at]!));
    const isTooLong = at - start > LONGEST_WITHOUT_COMMA || own.length >= 2 * MOST_CLAIMS;
    if (!ends && !isTooLong) {
      if (claim?.end === at) at--;
      continue;
    }
    if (at > start)
      sentences.push({
        start,
        end: at,
        paragraph,
        continues: /[；;]/.test(text[start - 1] ?? ""),
        clauses: clausesOf(text, { start, end: at }, own),
      });
    own = [];
    // Where nothing ends the next sentence begins with this very character, perhaps with a number.
    start = ends ? at + 1 : at;
    if (!ends) at--;
    if (lineEnd) paragraph++;
  }
  return sentences;
}

function clausesOf(text: string, segment: Segment, claims: readonly Claim[]): Clause[] {
  const clauses: Clause[] = [];
  const from = wordsFrom(text, segment, claims);
  let start = from;
  let own: Claim[] = [];
  let next = 0;
  const close = (end: number, from: number): void => {
    if (end > start) clauses.push({ start, end, claims: own });
    start = from;
    own = [];
  };
  for (let at = from; at < segment.end; at++) {
    const claim = claims[next];
    if (claim?.start === at) {
      own.push(claim);
      next++;
      at = claim.end - 1;
      continue;
    }
    const c = text[at]!;
    const last = own.at(-1);
    if (CLAUSE_ENDS.test(c) && goesOn(text, { start, end: at }, claims, own)) continue;
    if (CLAUSE_ENDS.test(c) || (BRACKETS.test(c) && splittingBracket(text, at, segment, claims, own)))
      close(at, at + 1);
    else if (last?.end === at && /[、和及]/.test(c)) close(at, at + 1);
    else if (last && TURN.test(text.slice(at, at + 5))) close(at, at);
  }
  close(segment.end, segment.end);
  return clauses;
}

/** 1. （三） ② 一是 and the dash before the entries of a list: no words of what follows. */
const ENTRY_MARK =
  /^\s*(?:[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)]|\d{1,2}[.．、)）](?!\d)|[一二三四五六七八九十]{1,3}[、.．]|[一二三四五六七八九十]是|[①-⑳]|[-–—•·●○■□◆◇▪*])/;

/** Where the words of a sentence begin; a mark that a claim begins in is none. */
function wordsFrom(text: string, { start, end }: Segment, claims: readonly Claim[]): number {
  const mark = ENTRY_MARK.exec(text.slice(start, end))?.[0] ?? "";
  return claims.some((claim) => claim.start < start + mark.length) ? start : start + mark.length;
}

const BRACKETS = /[（()）]/;

/**
 * Brackets separate what is in them from the rest only where a number is in them: 五老（含干部）is one name. The words
 * before them belong to a number that opens them: 五老骨干（802人）.
 */
function splittingBracket(
  text: string,
  at: number,
  { start: from, end }: Segment,
  claims: readonly Claim[],
  own: readonly Claim[],
): boolean {
  if (/[（(]/.test(text[at]!)) {
    if (own.length === 0 && claims.some(({ start }) => start === at + 1)) return false;
    const close = text.slice(at, end).search(/[）)]/);
    return claims.some(({ start }) => start > at && (close < 0 || start < at + close));
  }
  if (!/[）)]/.test(text[at]!)) return false;
  const before = text.slice(from, at);
  const open = from + Math.max(before.lastIndexOf("（"), before.lastIndexOf("("));
  return claims.some(({ start }) => start > open && start < at);
}
