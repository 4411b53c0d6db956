/** From tokens to a tree: a strict check of the order first, so that each fault has its place, then @borgar/fx. */
import { parse, tokenTypes, type AstExpression, type Token as FxToken } from "@borgar/fx";
import { isRuleError, ruleError, type RuleError } from "./error";
import { conditionsAsCalls } from "./conditions";
import { scan } from "./scan";
import { endsValue, isSign, type Term, type Token } from "./tokens";
import type { Vocabulary } from "./vocabulary";

export interface Tree {
  readonly root: AstExpression;
  /** A reference node's value is the index of its term. */
  readonly terms: readonly Term[];
}

/** Reads an expression as written. Grammar and precedence are Excel's; 且 and 或 bind weaker than comparisons. */
export function parseExpression(text: string, vocabulary: Vocabulary): Tree | RuleError {
  const tokens = scan(text, vocabulary);
  if (isRuleError(tokens)) return tokens;
  const fault = faultOfOrder(tokens, text.length);
  if (fault !== null) return fault;
  const terms: Term[] = [];
  const fxTokens = conditionsAsCalls(tokens).map((token) => fxToken(token, terms));
  try {
    return { root: parse(fxTokens), terms };
  } catch (error) {
    // The order is right, so this is not expected; the parser refuses by throwing only.
    const reason = error instanceof Error ? error.message : String(error);
    return ruleError("grammar", tokens[0]?.start ?? 0, { reason });
  }
}

/** Deeper parentheses are no rule that a person wrote, and would exhaust the stack. */
const MAX_DEPTH = 64;

interface Opening {
  readonly position: number;
  readonly call: boolean;
}

/** What is where it cannot, if anything does. */
function faultOfOrder(tokens: readonly Token[], length: number): RuleError | null {
  if (tokens.length === 0) return ruleError("empty", 0);
  const open: Opening[] = [];
  for (const [i, token] of tokens.entries()) {
    const fault = faultBetween(tokens[i - 1], token, open.at(-1));
    if (fault !== null) return fault;
    if (isSign(token, "(")) open.push({ position: token.start, call: takesList(tokens[i - 1]) });
    else if (isSign(token, ")")) open.pop();
    if (open.length > MAX_DEPTH) return ruleError("tooDeep", token.start, { limit: MAX_DEPTH });
  }
  if (!endsValue(tokens.at(-1))) return ruleError("missingOperand", length);
  const unclosed = open.at(-1);
  return unclosed === undefined ? null : ruleError("unclosedParenthesis", unclosed.position);
}

function takesList(before: Token | undefined): boolean {
  return before?.kind === "function" || isSign(before, "in") || isSign(before, "not in");
}

function faultBetween(before: Token | undefined, token: Token, open: Opening | undefined): RuleError | null {
  if (startsValue(token) && endsValue(before)) return ruleError("missingOperator", token.start);
  if (isSign(token, ")") && open === undefined) return ruleError("unopenedParenthesis", token.start);
  if (isSign(token, ",") && open?.call !== true) return ruleError("misplacedComma", token.start);
  const emptyCall = isSign(token, ")") && isSign(before, "(") && open?.call === true;
  if (needsValueBefore(token) && !endsValue(before) && !emptyCall)
    return ruleError("missingOperand", token.start);
  return null;
}

function startsValue(token: Token): boolean {
  return token.kind === "term" || token.kind === "function" || isSign(token, "(");
}

/** Operators, commas and closing parentheses follow a value; only + and - may begin one. */
function needsValueBefore(token: Token): boolean {
  if (token.kind === "conjunction") return true;
  return token.kind === "sign" && token.sign !== "(" && token.sign !== "+" && token.sign !== "-";
}

function fxToken(token: Token, terms: Term[]): FxToken {
  const loc = [token.start, token.end];
  switch (token.kind) {
    case "term":
      return { type: tokenTypes.REF_NAMED, value: String(terms.push(token.term) - 1), loc };
    case "sign":
      return { type: tokenTypes.OPERATOR, value: token.sign, loc };
    case "function":
    case "conjunction":
      return { type: tokenTypes.FUNCTION, value: token.name, loc };
  }
}
