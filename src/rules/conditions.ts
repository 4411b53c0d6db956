/**
 * Conditions as offices write them, in terms that Excel's grammar knows: `a=1 且 b=2 或 c=3` is
 * `OR(AND(a=1,b=2),c=3)`, and `a<=b<=c` is `AND(a<=b,b<=c)`.
 */
import { isSign, type Token } from "./tokens";

type Rewrite = (tokens: readonly Token[]) => readonly Token[];

const COMPARISONS: ReadonlySet<string> = new Set(["=", "<>", "<", ">", "<=", ">="]);

export function isComparison(sign: string): boolean {
  return COMPARISONS.has(sign);
}

/** The tokens with conjunctions and chains of comparisons turned into calls. 且 binds closer than 或. */
export function conditionsAsCalls(tokens: readonly Token[]): readonly Token[] {
  const chain = split(tokens, comparesTokens, false).separators.length > 1;
  return chain || tokens.some(isOurs) ? rewriteGroup(tokens) : tokens;
}

/** What Excel's grammar has not: 且, 或, 空 and `in`. */
function isOurs(token: Token): boolean {
  return token.kind === "conjunction" || isBlank(token) || isMember(token);
}

function isBlank(token: Token | undefined): boolean {
  return token?.kind === "term" && token.term.type === "blank";
}

function isMember(token: Token | undefined): boolean {
  return isSign(token, "in") || isSign(token, "not in");
}

/** A group is what is between two parentheses, or the whole; each of its arguments stands for itself. */
function rewriteGroup(tokens: readonly Token[]): readonly Token[] {
  const { parts, separators } = split(tokens, (token) => isSign(token, ","));
  const either: Rewrite = (part) => joinBy("OR", part, both);
  const both: Rewrite = (part) => joinBy("AND", part, rewriteChain);
  return join(parts.map(either), separators);
}

function joinBy(name: "AND" | "OR", tokens: readonly Token[], inner: Rewrite): readonly Token[] {
  const { parts } = split(tokens, (token) => token.kind === "conjunction" && token.name === name);
  const whole = name === "OR" ? distributed(parts) : parts;
  return parts.length === 1 ? inner(tokens) : call(name, whole.map(inner));
}

/** `a=0或空`, `a=1或2`: a constant by itself is compared as the one before it was. */
function distributed(parts: readonly (readonly Token[])[]): readonly (readonly Token[])[] {
  let head: readonly Token[] = [];
  return parts.map((part) => {
    const at = part.findLastIndex(comparesTokens);
    if (at >= 0) head = part.slice(0, at + 1);
    const [only] = part;
    const isConstant = only?.kind === "term" && (only.term.type === "constant" || only.term.type === "blank");
    return at < 0 && part.length === 1 && isConstant ? [...head, ...part] : part;
  });
}

function rewriteChain(tokens: readonly Token[]): readonly Token[] {
  const member = tokens.findIndex(isMember);
  if (member > 0) return rewriteMember(tokens, member);
  const { parts, separators } = split(tokens, comparesTokens);
  if (separators.length === 1) {
    const blank = blankTest(parts, separators[0]!);
    if (blank) return blank;
  }
  if (separators.length < 2) return rewriteInner(tokens);
  const sides = parts.map(rewriteInner);
  const links = separators.map((sign, i) => [...(sides[i] ?? []), sign, ...(sides[i + 1] ?? [])]);
  return call("AND", links);
}

/** `a=空` asks whether anything is filled in; null where neither side is 空. */
function blankTest(parts: readonly (readonly Token[])[], sign: Token): readonly Token[] | null {
  const blank = parts.findIndex((part) => part.length === 1 && isBlank(part[0]));
  const other = parts[1 - blank];
  if (blank < 0 || other === undefined || other.length === 0) return null;
  const isFilled = isSign(sign, "<>");
  if (!isFilled && !isSign(sign, "=")) return null;
  const test = call("ISBLANK", [rewriteInner(other)]);
  return isFilled ? call("NOT", [test]) : test;
}

/** `a in (1,2)` is `OR(a=1,a=2)`. */
function rewriteMember(tokens: readonly Token[], at: number): readonly Token[] {
  const sign = tokens[at]!;
  const negated = isSign(sign, "not in");
  const subject = rewriteInner(tokens.slice(0, at));
  const close = closingOf(tokens, at + 1);
  const { parts } = split(tokens.slice(at + 2, close), (token) => isSign(token, ","));
  const compared: Token = { ...sign, kind: "sign", sign: negated ? "<>" : "=" };
  return call(
    negated ? "AND" : "OR",
    parts.map(
      (part) => blankTest([subject, part], compared) ?? [...subject, compared, ...rewriteInner(part)],
    ),
  );
}

/** Rewrites what is inside the parentheses. */
function rewriteInner(tokens: readonly Token[]): readonly Token[] {
  const result: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    result.push(token);
    if (!isSign(token, "(")) continue;
    const close = closingOf(tokens, i);
    result.push(...rewriteGroup(tokens.slice(i + 1, close)));
    i = close - 1;
  }
  return result;
}

function closingOf(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let i = open; i < tokens.length; i++) {
    if (isSign(tokens[i], "(")) depth++;
    else if (isSign(tokens[i], ")") && --depth === 0) return i;
  }
  return tokens.length;
}

function comparesTokens(token: Token): boolean {
  return token.kind === "sign" && isComparison(token.sign);
}

/** Splits at the separators; unless `outside` is false only at those that are outside of all parentheses. */
function split(tokens: readonly Token[], separates: (token: Token) => boolean, outside = true) {
  const parts: Token[][] = [[]];
  const separators: Token[] = [];
  let depth = 0;
  for (const token of tokens) {
    if (isSign(token, "(")) depth++;
    else if (isSign(token, ")")) depth--;
    if ((depth === 0 || !outside) && separates(token)) {
      separators.push(token);
      parts.push([]);
    } else parts.at(-1)!.push(token);
  }
  return { parts, separators };
}

function join(parts: readonly (readonly Token[])[], separators: readonly Token[]): readonly Token[] {
  return parts.flatMap((part, i) => {
    const separator = separators[i - 1];
    return separator === undefined ? part : [separator, ...part];
  });
}

/** The call's own signs are nowhere in the text: they take the place where the call begins or ends. */
function call(name: "AND" | "OR" | "NOT" | "ISBLANK", args: readonly (readonly Token[])[]): readonly Token[] {
  const at = args[0]?.[0]?.start ?? 0;
  const end = args.at(-1)?.at(-1)?.end ?? at;
  const sign = (text: string, place: number): Token => ({
    kind: "sign",
    sign: text,
    start: place,
    end: place,
  });
  const commas = args.slice(1).map(() => sign(",", at));
  return [
    { kind: "function", name, start: at, end: at },
    sign("(", at),
    ...join(args, commas),
    sign(")", end),
  ];
}
