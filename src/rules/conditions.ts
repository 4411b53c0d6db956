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
  return chain || tokens.some((token) => token.kind === "conjunction") ? rewriteGroup(tokens) : tokens;
}

/** A group is what stands between two parentheses, or the whole; each of its arguments stands for itself. */
function rewriteGroup(tokens: readonly Token[]): readonly Token[] {
  const { parts, separators } = split(tokens, (token) => isSign(token, ","));
  const either: Rewrite = (part) => joinBy("OR", part, both);
  const both: Rewrite = (part) => joinBy("AND", part, rewriteChain);
  return join(parts.map(either), separators);
}

function joinBy(name: "AND" | "OR", tokens: readonly Token[], inner: Rewrite): readonly Token[] {
  const { parts } = split(tokens, (token) => token.kind === "conjunction" && token.name === name);
  return parts.length === 1 ? inner(tokens) : call(name, parts.map(inner));
}

function rewriteChain(tokens: readonly Token[]): readonly Token[] {
  const { parts, separators } = split(tokens, comparesTokens);
  if (separators.length < 2) return rewriteInner(tokens);
  const sides = parts.map(rewriteInner);
  const links = separators.map((sign, i) => [...(sides[i] ?? []), sign, ...(sides[i + 1] ?? [])]);
  return call("AND", links);
}

/** Rewrites what stands inside the parentheses. */
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

/** Splits at the separators; unless `outside` is false only at those that stand outside of all parentheses. */
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

/** The call's own signs stand nowhere in the text: they take the place where the call begins or ends. */
function call(name: "AND" | "OR", args: readonly (readonly Token[])[]): readonly Token[] {
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
