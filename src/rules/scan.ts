/** From the text as staff write it to tokens: our own words are recognised here, before the grammar sees them. */
import { endOfWord, plainSigns, skipSpaces } from "./characters";
import { isRuleError, ruleError, type RuleError } from "./error";
import { keyInBrackets } from "./item-key";
import { bracketed, type Source } from "./source";
import { endsValue, type Term, type Token } from "./tokens";
import type { Vocabulary } from "./vocabulary";
import { readCodes, readWord } from "./words";

/** An expression longer than this is no rule that a person wrote. */
const MAX_LENGTH = 8192;
const MAX_TOKENS = 2000;

/** Other spellings of the comparison operators, longest first. */
const OPERATORS: readonly (readonly [string, string])[] = [
  ["<=", "<="],
  ["=<", "<="],
  [">=", ">="],
  ["=>", ">="],
  ["<>", "<>"],
  ["!=", "<>"],
  ["==", "="],
  ["≤", "<="],
  ["≥", ">="],
  ["≠", "<>"],
  ...["=", "<", ">", "+", "-", "*", "/", "^", "&", "%", "(", ")", ","].map((sign) => [sign, sign] as const),
];

/** `in (1,2,3)`, `∈{1,2,3}`, `属于（1、2、3）`. */
const MEMBER = /^(?:not\s+in\b|in\b|∈|∉|不?属于)(?=\s*\()/i;

/** Splits an expression into tokens. A leading `=`, as formulas have it, is passed over. */
export function scan(text: string, vocabulary: Vocabulary): Token[] | RuleError {
  if (text.length > MAX_LENGTH) return ruleError("tooLong", MAX_LENGTH, { limit: MAX_LENGTH });
  const source: Source = { written: text, plain: plainSigns(text), vocabulary };
  const tokens: Token[] = [];
  let at = skipSpaces(source.plain, 0);
  if (source.plain[at] === "=") at = skipSpaces(source.plain, at + 1);
  while (at < text.length) {
    const token = readToken(source, at, endsValue(tokens.at(-1)));
    if (isRuleError(token)) return token;
    if (tokens.push(token) > MAX_TOKENS) return ruleError("tooLong", token.start, { limit: MAX_TOKENS });
    at = skipSpaces(source.plain, token.end);
  }
  return tokens;
}

function readToken(source: Source, at: number, afterValue: boolean): Token | RuleError {
  const sign = source.plain[at];
  const member = afterValue ? MEMBER.exec(source.plain.slice(at, at + 12)) : null;
  if (member) {
    const negated = /not|不/i.test(member[0]);
    return { kind: "sign", sign: negated ? "not in" : "in", start: at, end: at + member[0].length };
  }
  if (sign === '"') return readText(source, at);
  if (sign === "[") return readBracketedName(source, at);
  for (const [spelling, operator] of OPERATORS) {
    if (source.plain.startsWith(spelling, at)) {
      return { kind: "sign", sign: operator, start: at, end: at + spelling.length };
    }
  }
  const end = endOfWord(source.plain, at);
  if (end > at) return readWord(source, at, end, afterValue);
  return ruleError("unknownCharacter", at, {
    character: String.fromCodePoint(source.written.codePointAt(at) ?? 0),
  });
}

/** `"社会"`, also between “ and ”; two quotation marks inside stand for one. The text itself is kept as written. */
function readText(source: Source, start: number): Token | RuleError {
  let value = "";
  for (let at = start + 1; at < source.plain.length; at++) {
    if (source.plain[at] !== '"') value += source.written[at];
    else if (source.plain[at + 1] === '"') value += source.written[at++];
    else return constant(value, start, at + 1);
  }
  return ruleError("unclosedText", start);
}

function readBracketedName(source: Source, start: number): Token | RuleError {
  const key = keyInBrackets(source, start);
  if (key !== null) return readCodes(source, key.code, start, key.end, false);
  const name = bracketed(source, start);
  if (isRuleError(name)) return name;
  const code = source.vocabulary.codeOfName(name.text);
  if (code === null) return ruleError("unknownName", start, { token: name.text });
  return { kind: "term", term: { type: "code", code, lastYear: false }, start, end: name.end };
}

function constant(value: string, start: number, end: number): Token {
  const term: Term = { type: "constant", value };
  return { kind: "term", term, start, end };
}
