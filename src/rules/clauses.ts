/**
 * A line of a list of rules, divided into what must hold and when: `若A，则B`, `IF A THEN B ELSE C`, `A时，B`,
 * `1栏=2栏；01行≥02行`. Every part keeps its place in the text.
 */
import { plainSigns } from "./characters";
import { COMPARISON_WORDS } from "./operator-words";

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Clause {
  readonly relation: Span;
  /** Asked only where this holds; null: always. */
  readonly when: Span | null;
  /** Asked only where `when` does not hold: 否则. */
  readonly otherwise: boolean;
}

const COMPARISON = /[=<>≤≥≠≮≯∈]/;
const IN = /\bin\s*[({]|属于/i;

/** Does the text compare anything? */
export function compares(text: string): boolean {
  return COMPARISON.test(plainSigns(text)) || COMPARISON_WORDS.test(text) || IN.test(text);
}

/** At least one; without separators and conditions the whole text. */
export function clausesOf(text: string): readonly Clause[] {
  const depths = depthsOf(text);
  const whole = trimmed(text, { start: 0, end: text.length });
  const strong = parts(text, whole, depths, /[;；。\n]/).filter(({ start, end }) => end > start);
  const spans = strong.length > 1 && strong.every((span) => compares(slice(text, span))) ? strong : [whole];
  let when: Span | null = null;
  return spans.flatMap((span) => {
    const clauses = conditional(text, span, depths);
    when = clauses?.at(-1)?.when ?? when;
    // `若A，则B；C`: C belongs to the condition as well.
    return clauses ?? simple(text, span, depths).map((clause) => ({ ...clause, when }));
  });
}

/** `1栏=2栏，01行≥02行`: commas part relations where every part is one. */
function simple(text: string, span: Span, depths: Uint8Array): readonly Clause[] {
  const pieces = parts(text, span, depths, /[,，、]/).filter(({ start, end }) => end > start);
  const several = pieces.length > 1 && pieces.every((piece) => compares(slice(text, piece)));
  return (several ? pieces : [withoutEnd(text, span)]).map((relation) => ({
    relation,
    when: null,
    otherwise: false,
  }));
}

const IF = /^\s*(?:若|如果|假如|如|当|凡|if)\s*/i;
const THEN = /[,，:：]?\s*(?:则|那么|就|\bthen\b)\s*[:：]?\s*/gi;
const ELSE = /[,，;；]?\s*(?:否则|\belse\b)\s*[:：]?\s*/gi;
const WHEN = /(?:的时候|时)\s*[,，:：]\s*/g;

function conditional(text: string, span: Span, depths: Uint8Array): readonly Clause[] | null {
  const lead = IF.exec(slice(text, span))?.[0].length ?? 0;
  const begin = span.start + lead;
  const then =
    firstOutside(text, { start: begin, end: span.end }, depths, lead > 0 ? THEN : WHEN) ??
    (lead > 0 ? firstOutside(text, { start: begin, end: span.end }, depths, WHEN) : null);
  if (then === null) return null;
  const when = trimmed(text, { start: begin, end: then.start });
  const rest = { start: then.end, end: span.end };
  const other = lead > 0 ? firstOutside(text, rest, depths, ELSE) : null;
  const hold = simple(text, trimmed(text, { start: rest.start, end: other?.start ?? rest.end }), depths);
  const fail = other === null ? [] : simple(text, trimmed(text, { start: other.end, end: rest.end }), depths);
  if (when.start >= when.end || ![...hold, ...fail].every(({ relation }) => compares(slice(text, relation))))
    return null;
  return [
    ...hold.map((clause) => ({ ...clause, when })),
    ...fail.map((clause) => ({ ...clause, when, otherwise: true })),
  ];
}

function firstOutside(text: string, span: Span, depths: Uint8Array, pattern: RegExp): Span | null {
  for (const found of slice(text, span).matchAll(pattern)) {
    const start = span.start + found.index;
    if (depths[start] === 0) return { start, end: start + found[0].length };
  }
  return null;
}

/** A comma before 且 parts nothing. */
const LINKED = /^\s*(?:并且|且|或者?|and\b|or\b)/i;

function parts(text: string, span: Span, depths: Uint8Array, separator: RegExp): Span[] {
  const found: Span[] = [];
  let start = span.start;
  for (let at = span.start; at < span.end; at++) {
    if (depths[at] !== 0 || !separator.test(text[at]!) || LINKED.test(text.slice(at + 1, at + 8))) continue;
    found.push(trimmed(text, { start, end: at }));
    start = at + 1;
  }
  return [...found, trimmed(text, { start, end: span.end })];
}

/** How many brackets or quotation marks are open at each place. */
function depthsOf(text: string): Uint8Array {
  const plain = plainSigns(text);
  const depths = new Uint8Array(text.length + 1);
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = plain[at]!;
    if (sign === '"') quoted = !quoted;
    if (!quoted && (sign === ")" || sign === "]" || sign === "}")) depth = Math.max(0, depth - 1);
    depths[at] = Math.min(255, depth + (quoted || sign === '"' ? 1 : 0));
    if (!quoted && (sign === "(" || sign === "[" || sign === "{")) depth++;
  }
  depths[text.length] = depth;
  return depths;
}

function trimmed(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(text[from]!)) from++;
  while (to > from && /\s/.test(text[to - 1]!)) to--;
  return { start: from, end: to };
}

/** A full stop or semicolon at the end of the line says nothing. */
function withoutEnd(text: string, span: Span): Span {
  let end = span.end;
  while (end > span.start && /[;；。.\s]/.test(text[end - 1]!)) end--;
  return { start: span.start, end };
}

function slice(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}
