/** Words of an expression: codes first, then names, functions, 上年, 数, lists, constants and conjunctions. */
import { endOfWord, skipSpaces } from "./characters";
import { isRuleError, ruleError, type RuleError } from "./error";
import { functionName } from "./function-names";
import { operatorWord } from "./operator-words";
import { keyInBrackets, keyOfWords } from "./item-key";
import { bracketed, type Source } from "./source";
import type { Term, Token } from "./tokens";
import { fold } from "../workbook/fold";

const CONSTANTS: Readonly<Record<string, boolean>> = {
  是: true,
  否: false,
  真: true,
  假: false,
  TRUE: true,
  FALSE: false,
};

const BLANK = /^(?:空|空白|空值|未填|不填|NULL)$/i;

const CONJUNCTIONS: Readonly<Record<string, "AND" | "OR">> = {
  且: "AND",
  并且: "AND",
  AND: "AND",
  或: "OR",
  或者: "OR",
  OR: "OR",
};

const LAST_YEAR = "上年";
/** No zeros in front: 0299 is meant as a code, and where it is none it is a slip of the pen. */
const NUMBER = /^((0|[1-9]\d*)(\.\d*)?|\.\d+|\d{16,})(e\d+)?$/i;
const CELL_REFERENCE = /^[a-z]{1,3}[1-9]\d{0,6}$/i;

/** Words for a sum that are behind its parts, where no sign can say them. */
const SUM_WORDS = /之和|总和|合计|相加/;

/**
 * The token of the word from `start` to `end`; `afterValue`: a value has just ended, only an operator or a conjunction can
 * follow.
 */
export function readWord(source: Source, start: number, end: number, afterValue: boolean): Token | RuleError {
  if (afterValue) {
    const token = readLink(source.plain.slice(start, end), start);
    if (token !== null) return token;
  }
  const whole = readKnownWord(source, start, end);
  if (whole !== null) return whole;
  // 0118=是且0117不超过0102 is written without spaces: a word ends before what links it, unless the whole is a name.
  for (let at = start + 1; at < end; at++) {
    if (readLink(source.plain.slice(at, end), at) === null) continue;
    const head = readKnownWord(source, start, at);
    if (head !== null) return head;
  }
  return unknownWord(source, start, end);
}

function readLink(word: string, start: number): Token | null {
  const operator = operatorWord(word);
  if (operator !== null) return { kind: "sign", sign: operator.sign, start, end: start + operator.length };
  return readConjunction(word, start);
}

function readConjunction(word: string, start: number): Token | null {
  const spelling = /^(并且|且|或者|或|and$|or$)/i.exec(word)?.[0];
  const name = spelling === undefined ? undefined : CONJUNCTIONS[spelling.toUpperCase()];
  return spelling === undefined || name === undefined
    ? null
    : { kind: "conjunction", name, start, end: start + spelling.length };
}

/** Null where the word means nothing. */
function readKnownWord(source: Source, start: number, end: number): Token | RuleError | null {
  const word = source.plain.slice(start, end);
  const next = skipSpaces(source.plain, end);
  const opens = source.plain[next] === "(";
  const key = keyOfWords(source, start, end);
  if (key !== null) return readCodes(source, key.code, start, key.end, false);
  const code = codeOf(source, word, !opens);
  if (code !== null) return readCodes(source, code, start, end, false);
  if (opens) return readCall(source, word, start, next);
  if (source.plain[next] === "[") return readBeforeBracket(source, word, start, next);
  if (word.startsWith(LAST_YEAR)) {
    const of = codeOf(source, word.slice(LAST_YEAR.length), true);
    if (of !== null) return readCodes(source, of, start, end, true);
  }
  const value = CONSTANTS[word.toUpperCase()];
  if (value !== undefined) return term({ type: "constant", value }, start, end);
  if (word === "零") return term({ type: "constant", value: 0 }, start, end);
  if (BLANK.test(word)) return term({ type: "blank" }, start, end);
  return readNumber(word, start, end);
}

/** A bare token that equals a code is that code, before anything else it could be. */
function codeOf(source: Source, word: string, orName: boolean): string | null {
  return source.vocabulary.codeOf(word) ?? (orName ? source.vocabulary.codeOfName(word) : null);
}

/** A code, or the codes from it to another: `0103~0108`. */
export function readCodes(
  source: Source,
  from: string,
  start: number,
  end: number,
  lastYear: boolean,
): Token | RuleError {
  const tilde = skipSpaces(source.plain, end);
  if (source.plain[tilde] !== "~" && source.plain[tilde] !== ":") {
    return term({ type: "code", code: from, lastYear }, start, end);
  }
  const second = skipSpaces(source.plain, tilde + 1);
  const to = keyAt(source, second);
  if (isRuleError(to)) return to;
  const codes = source.vocabulary.codesBetween(from, to.text);
  if (codes === null) return ruleError("badRange", start, { from, to: to.text });
  return term({ type: "codes", codes, lastYear }, start, to.end);
}

/** A word before a parenthesis: 上年( ), 数( ), 行数( ) are ours, the others functions. */
function readCall(source: Source, word: string, start: number, open: number): Token | RuleError {
  const name = functionName(word);
  if (word === LAST_YEAR) return readLastYear(source, start, open);
  if (word === "数") return readPlainNumber(source, start, open);
  if (name === "ROWS") return readRowCount(source, start, open);
  if (name === null) return ruleError("unknownFunction", start, { name: word });
  return { kind: "function", name, start, end: start + word.length };
}

function readLastYear(source: Source, start: number, open: number): Token | RuleError {
  const at = skipSpaces(source.plain, open + 1);
  const name = keyAt(source, at);
  if (isRuleError(name)) return name;
  const code = codeOf(source, name.text, true);
  if (code === null) return ruleError("codeExpected", at, { token: name.text });
  const token = readCodes(source, code, at, name.end, true);
  return isRuleError(token) ? token : closed(source, token, start, open);
}

function readPlainNumber(source: Source, start: number, open: number): Token | RuleError {
  const at = skipSpaces(source.plain, open + 1);
  const word = wordAt(source, at);
  const token = readNumber(word.text, at, word.end);
  return token === null
    ? ruleError("numberExpected", at, { token: word.text })
    : closed(source, token, start, open);
}

function readRowCount(source: Source, start: number, open: number): Token | RuleError {
  const at = skipSpaces(source.plain, open + 1);
  const word = wordAt(source, at);
  const list = source.vocabulary.list(word.text);
  if (list === null) return ruleError("listExpected", at, { token: word.text });
  return closed(source, term({ type: "rows", list: list.id }, at, word.end), start, open);
}

/** `L2[现金]`, or 上年[名称]. */
function readBeforeBracket(
  source: Source,
  word: string,
  start: number,
  open: number,
): Token | RuleError | null {
  const list = source.vocabulary.list(word);
  if (list === null && word !== LAST_YEAR) return null;
  const key = list === null ? keyInBrackets(source, open) : null;
  if (key !== null) return term({ type: "code", code: key.code, lastYear: true }, start, key.end);
  const name = bracketed(source, open);
  if (isRuleError(name)) return name;
  if (list === null) {
    const code = codeOf(source, name.text, true);
    if (code === null) return ruleError("codeExpected", open + 1, { token: name.text });
    return term({ type: "code", code, lastYear: true }, start, name.end);
  }
  const column = list.columns.find((title) => fold(title) === fold(name.text));
  if (column === undefined) return ruleError("unknownColumn", open + 1, { list: list.id, column: name.text });
  return term({ type: "column", list: list.id, column }, start, name.end);
}

/** More digits than a number keeps (15) are a text of digits: an identity number. */
function readNumber(word: string, start: number, end: number): Token | null {
  if (!NUMBER.test(word)) return null;
  const isText = /^\d{16,}$/.test(word);
  return term({ type: "constant", value: isText ? word : Number(word) }, start, end);
}

function unknownWord(source: Source, start: number, end: number): RuleError {
  const token = source.written.slice(start, end);
  const word = source.plain.slice(start, end);
  if (source.vocabulary.list(word) !== null) return ruleError("listAlone", start, { token });
  if (CELL_REFERENCE.test(word)) return ruleError("cellReference", start, { token });
  if (SUM_WORDS.test(word)) return ruleError("sumInWords", start, { token });
  return ruleError(/^[\d.]+$/.test(word) ? "unknownCode" : "unknownName", start, { token });
}

/** A key or the name of a line, bare or in brackets. */
function keyAt(source: Source, start: number): { readonly text: string; readonly end: number } | RuleError {
  const word = wordAt(source, start);
  const isOpen = source.plain[start] === "[";
  const key = isOpen ? keyInBrackets(source, start) : keyOfWords(source, start, word.end);
  if (key !== null) return { text: key.code, end: key.end };
  return isOpen ? bracketed(source, start) : word;
}

function wordAt(source: Source, start: number): { readonly text: string; readonly end: number } {
  const end = endOfWord(source.plain, start);
  return { text: source.plain.slice(start, end), end };
}

/** The token with the parentheses around it. */
function closed(source: Source, token: Token, start: number, open: number): Token | RuleError {
  const close = skipSpaces(source.plain, token.end);
  return source.plain[close] === ")"
    ? { ...token, start, end: close + 1 }
    : ruleError("unclosedParenthesis", open);
}

function term(term: Term, start: number, end: number): Token {
  return { kind: "term", term, start, end };
}
