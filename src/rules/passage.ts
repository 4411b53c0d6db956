/** A text of rules as pieces: references to lines, columns and items, and the rule language's own words between them. */
import { endOfWord, plainSigns, skipSpaces } from "./characters";
import type { Span } from "./clauses";
import { ruleError, type RuleError } from "./error";
import type { FormWords } from "./form-words";
import { functionName } from "./function-names";
import { keyInBrackets } from "./item-key";
import { operatorWord } from "./operator-words";
import { itemReference, referenceAt, type Reference } from "./references";
import type { Vocabulary } from "./vocabulary";

/** A stretch of the text: a reference, or words that are the rule language's own. */
export type Piece =
  | { readonly kind: "text"; readonly text: string; readonly start: number }
  | { readonly kind: "sum" | "and"; readonly text: string; readonly start: number }
  | { readonly kind: "reference"; readonly text: string; readonly start: number; readonly to: Reference };

export interface Passage {
  readonly pieces: readonly Piece[];
  /** A form is named that the template does not have. */
  readonly fault: RuleError | null;
}

/** Where unnamed lines and columns are looked for, and all forms of the template. */
export interface Scope {
  readonly forms: readonly FormWords[];
  readonly all: readonly FormWords[];
  readonly vocabulary: Vocabulary;
}

const SUM_WORD = /^(?:各?[行栏列项](?:数[字据]?)?)?(?:之和|总和|合计数?|相加|的和)/;
const AND_WORD = /^(?:以及|和|与|及)/;
const MEMBER = /^(?:not\s+in\b|in\b|∈|不?属于)\s*\(/i;
const CONJUNCTION = /^(?:并且|且|或者|或|and(?![a-z])|or(?![a-z]))/i;

/** The pieces of one part of the text; what is no reference is left as it is written. */
export function passageOf(text: string, { start, end }: Span, scope: Scope): Passage {
  const plain = plainSigns(text).slice(0, end);
  const pieces: Piece[] = [];
  const hasOwn = scope.forms.some(({ own }) => own);
  let fault: RuleError | null = null;
  let afterValue = false;
  let at = skipSpaces(plain, start);
  // A leading = as formulas have it.
  if (plain[at] === "=") at = skipSpaces(plain, at + 1);
  const push = (stop: number, kind: "text" | "sum" | "and" = "text"): void => {
    pieces.push({ kind, text: text.slice(at, stop), start: at });
    at = stop;
  };
  while (at < end) {
    const sign = plain[at]!;
    if (sign === " ") push(at + 1);
    else if (sign === "," && afterValue && CONJUNCTION.test(plain.slice(at + 1).trimStart())) at++;
    else if (sign === '"') {
      const close = plain.indexOf('"', at + 1);
      push(close < 0 ? end : close + 1);
      afterValue = true;
    } else if (afterValue) {
      const length = linkLength(plain, at);
      const rest = plain.slice(at, at + 12);
      const sum = SUM_WORD.exec(rest)?.[0].length ?? 0;
      const and = AND_WORD.exec(rest)?.[0].length ?? 0;
      if (sum > 0) push(at + sum, "sum");
      else if (and > 0) {
        push(at + and, "and");
        afterValue = false;
      } else if (MEMBER.test(plain.slice(at, at + 20))) push(memberEnd(plain, at));
      else if (length > 0) {
        push(at + length);
        afterValue = false;
      } else {
        const word = endOfWord(plain, at);
        if (word > at) push(wordEnd(plain, at, word));
        else {
          afterValue = sign === ")" || sign === "]" || sign === "%";
          push(at + 1);
        }
      }
    } else {
      const skipped = /^(?:其中\s*[:,]?|各|应|每)/.exec(plain.slice(at, at + 6));
      const word = endOfWord(plain, at);
      const key = keyAt(text, plain, at, scope);
      const named = referenceAt(plain, at, scope.forms, scope.all);
      // `[01]` is a line, as it is without brackets; `[01[2]]` can only be the key.
      const found = key && (named === null || named.end < key.end) ? key : named;
      const isCall = word > at && isFunction(plain, at, word) && (found === null || found.end <= word);
      const list = word > at && plain[word] === "[" && scope.vocabulary.list(plain.slice(at, word)) !== null;
      const number = /^数\s*\([^()]*\)/.exec(plain.slice(at, at + 30));
      if (number) {
        push(at + number[0].length);
        afterValue = true;
      } else if (list) {
        const close = plain.indexOf("]", word);
        push(close < 0 ? end : close + 1);
        afterValue = true;
      } else if (found && !isCall && found.end <= end) {
        pieces.push({ kind: "reference", text: text.slice(at, found.end), start: at, to: found });
        at = found.end;
        afterValue = true;
      } else if (skipped && hasOwn) at += skipped[0].length;
      else if (word > at) {
        const stranger = hasOwn ? FORM_NAME.exec(plain.slice(at))?.[0] : undefined;
        if (stranger !== undefined) fault ??= ruleError("unknownForm", at, { token: stranger });
        const open = skipSpaces(plain, word);
        afterValue = plain[open] !== "(";
        push(afterValue ? valueEnd(plain, at, word) : word);
        // What a function takes is no pair of a line and a column.
        if (!afterValue) push(open + 1);
      } else push(at + 1);
    }
  }
  return { pieces: withEveryPart(withSums(pieces)), fault };
}

/** `表9:01行`, `表9!D6` */
const FORM_NAME = /^[\p{L}\p{N}_]{1,40}(?=[:!])/u;

/** `[01[2]]`: an item by its key, as the rule language itself writes it. */
function keyAt(written: string, plain: string, start: number, { all, vocabulary }: Scope): Reference | null {
  const key = plain[start] === "[" ? keyInBrackets({ written, plain, vocabulary }, start) : null;
  const item = key && { code: key.code, lastYear: false };
  const tables = item ? all.flatMap((form) => form.tables).filter((table) => table.place(item) !== null) : [];
  return key && item && tables.length > 0 ? itemReference(tables, item, start, key.end) : null;
}

function isFunction(plain: string, start: number, end: number): boolean {
  return plain[skipSpaces(plain, end)] === "(" && functionName(plain.slice(start, end)) !== null;
}

function linkLength(plain: string, at: number): number {
  const rest = plain.slice(at, at + 16);
  return operatorWord(rest)?.length ?? CONJUNCTION.exec(rest)?.[0].length ?? 0;
}

/** A value that is no reference, `0201` or `空`, ends where what links it begins. */
function valueEnd(plain: string, start: number, end: number): number {
  for (let at = start + 1; at < end; at++) if (linkLength(plain, at) > 0) return at;
  return end;
}

function wordEnd(plain: string, start: number, end: number): number {
  return valueEnd(plain, start, end);
}

function memberEnd(plain: string, start: number): number {
  const close = plain.indexOf(")", start);
  return close < 0 ? plain.length : close + 1;
}

/** `02行至04行之和`, `02行、03行与04行之和`: everything before it up to a comparison, as a SUM. */
function withSums(pieces: readonly Piece[]): Piece[] {
  const done: Piece[] = [];
  for (const piece of pieces) {
    if (piece.kind !== "sum") {
      done.push(piece);
      continue;
    }
    const run = runBefore(done);
    if (run === null) {
      done.push({ ...piece, kind: "text" });
      continue;
    }
    const { from, references, start } = run;
    const text = (words: string): Piece => ({ kind: "text", text: words, start });
    done.splice(
      from,
      done.length - from,
      text("SUM("),
      ...references.flatMap((each, i) => (i === 0 ? [each] : [text(","), each])),
      text(")"),
    );
  }
  return done.map((piece) => (piece.kind === "and" ? { ...piece, kind: "text" as const } : piece));
}

/** `01行≥02行、03行` compares the line with each of them: `01行≥02行 且 01行≥03行`. */
function withEveryPart(pieces: readonly Piece[]): Piece[] {
  const commas = pieces.flatMap((piece, i) =>
    plainSigns(piece.text) === "," && depthAt(pieces, i) === 0 ? [i] : [],
  );
  if (commas.length === 0) return [...pieces];
  const parts = [...commas, pieces.length].map((end, i) =>
    pieces.slice(i === 0 ? 0 : commas[i - 1]! + 1, end),
  );
  const comparing = parts.filter((part) => part.some(isComparison));
  const all = parts.every((part) => part.some(({ kind }) => kind === "reference"));
  if (!all || comparing.length !== 1) return [...pieces];
  const whole = comparing[0]!;
  const sign = whole.findIndex(isComparison);
  const afterSign = whole.findIndex((piece, i) => i > sign && !isComparison(piece));
  const isFirst = whole === parts[0];
  if (!isFirst && whole !== parts.at(-1)) return [...pieces];
  const joined = parts.map((part) => {
    if (part === whole) return part;
    return isFirst ? [...whole.slice(0, afterSign), ...part] : [...part, ...whole.slice(sign)];
  });
  return joined.flatMap((part, i) =>
    i === 0 ? part : [{ kind: "text", text: " 且 ", start: part[0]!.start }, ...part],
  );
}

function isComparison({ kind, text }: Piece): boolean {
  if (kind !== "text") return false;
  const plain = plainSigns(text).trim();
  return /^(?:[=<>≤≥≠]|!=)+$/.test(plain) || COMPARISONS.has(operatorWord(plain)?.sign ?? "");
}

const COMPARISONS: ReadonlySet<string> = new Set(["=", "<>", "<", ">", "<=", ">="]);

function depthAt(pieces: readonly Piece[], end: number): number {
  let depth = 0;
  for (const { kind, text } of pieces.slice(0, end)) {
    if (kind === "reference") continue;
    const sign = plainSigns(text).trim();
    if (sign.endsWith("(")) depth++;
    else if (sign === ")") depth--;
  }
  return depth;
}

function runBefore(pieces: readonly Piece[]) {
  const closed = plainSigns(pieces.at(-1)?.text ?? "") === ")";
  let from = pieces.length - (closed ? 1 : 0);
  const references: Piece[] = [];
  while (from > 0) {
    const { kind, text } = pieces[from - 1]!;
    if (kind !== "reference" && kind !== "and" && !/^[+,\s]$/.test(plainSigns(text))) break;
    from--;
    if (kind === "reference") references.unshift(pieces[from]!);
  }
  if (closed && plainSigns(pieces[from - 1]?.text ?? "") === "(") from--;
  else if (closed) return null;
  const several =
    references.length > 1 || references.some((each) => each.kind === "reference" && isMany(each.to));
  return several ? { from, references, start: pieces[from]!.start } : null;
}

function isMany({ lines, columns, items }: Reference): boolean {
  return [...lines.values(), ...columns.values(), ...items.values()].some((each) => each.length > 1);
}

export /** Is the piece directly an argument of a function? */
function insideCall(pieces: readonly Piece[], at: number): boolean {
  let depth = 0;
  for (let i = at - 1; i >= 0; i--) {
    const sign = plainSigns(pieces[i]!.text).trim();
    if (sign === ")") depth++;
    else if (sign.endsWith("(")) {
      if (depth === 0) {
        const before = sign.length > 1 ? sign.slice(0, -1) : plainSigns(lastWord(pieces, i));
        return functionName(before) !== null;
      }
      depth--;
    }
  }
  return false;
}

function lastWord(pieces: readonly Piece[], before: number): string {
  for (let i = before - 1; i >= 0; i--) if (pieces[i]!.text.trim() !== "") return pieces[i]!.text.trim();
  return "";
}
