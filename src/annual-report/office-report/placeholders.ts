/**
 * What is in braces in the office's own report workbook: `{0102}`, `{0203[女]}`, `{0102/0101:0.0%}`, `{单位:0102}`,
 * `{青石镇:0102}`, and everything that sentences of the template know (`{已报}`, `{0201 比上年}`, `{0401 前3}`).
 */
import { compileValue, isRuleError, type Compiled, type Vocabulary } from "../../rules";
import { isReportTextError, parseReportText, type ReportPiece } from "../../template/report-text";
import { fold } from "../../workbook/fold";

/** Whose figure it is: the county's, that of the unit in the same row or column, or that of a unit by name. */
export type Owner =
  { readonly of: "county" } | { readonly of: "placed" } | { readonly of: "unit"; readonly unit: string };

export type Meaning =
  | { readonly type: "item"; readonly code: string }
  | { readonly type: "expression"; readonly compiled: Compiled }
  | { readonly type: "piece"; readonly piece: ReportPiece };

export interface Placeholder {
  readonly type: "placeholder";
  /** With its braces, as written. */
  readonly written: string;
  readonly owner: Owner;
  readonly meaning: Meaning;
  /** `0.0%`; null where the cell's own counts. */
  readonly format: string | null;
}

/** `unknown`: braces around something that is no key; they stay as they are. */
export type Part =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "unknown"; readonly written: string; readonly key: string }
  | Placeholder;

const BRACES = /[{｛]([^{}｛｝]{1,400})[}｝]/g;
const PLACED = "单位";
const FORMAT = /^(?:#,##)?[#0]+(?:\.[#0]{1,8})?[%‰]?$/;

export interface Words {
  readonly vocabulary: Vocabulary;
  /** Register names and aliases, folded, without blanks. */
  readonly units: ReadonlyMap<string, string>;
}

export function unitKey(name: string): string {
  return fold(name).replace(/\s+/g, "");
}

/** Takes a cell's text apart; null where it has no braces. */
export function partsOf(text: string, words: Words): readonly Part[] | null {
  const parts: Part[] = [];
  let done = 0;
  for (const { 0: written, 1: inner, index } of text.matchAll(BRACES)) {
    if (index > done) parts.push({ type: "text", text: text.slice(done, index) });
    parts.push(placeholderOf(written, inner!, words) ?? { type: "unknown", written, key: inner!.trim() });
    done = index + written.length;
  }
  if (done === 0) return null;
  if (done < text.length) parts.push({ type: "text", text: text.slice(done) });
  return parts;
}

function placeholderOf(written: string, inner: string, words: Words): Placeholder | null {
  const token = fold(inner).trim();
  const [owner, rest] = ownerOf(token, words);
  const [text, format] = formatOf(rest, words);
  const meaning = meaningOf(text, words, owner.of === "county");
  return meaning && { type: "placeholder", written, owner, meaning, format };
}

/** A key may have a colon itself, `表1:05`. */
function ownerOf(token: string, { vocabulary, units }: Words): [Owner, string] {
  const at = token.indexOf(":");
  if (at <= 0 || vocabulary.codeOf(token) !== null) return [{ of: "county" }, token];
  const name = token.slice(0, at).trim();
  const rest = token.slice(at + 1).trim();
  if (name === PLACED) return [{ of: "placed" }, rest];
  const unit = units.get(unitKey(name));
  return unit === undefined ? [{ of: "county" }, token] : [{ of: "unit", unit }, rest];
}

function formatOf(token: string, { vocabulary }: Words): [string, string | null] {
  const at = token.lastIndexOf(":");
  const format = token.slice(at + 1).trim();
  if (at <= 0 || vocabulary.codeOf(token) !== null || !FORMAT.test(format)) return [token, null];
  return [token.slice(0, at).trim(), format];
}

function meaningOf(token: string, words: Words, isCounty: boolean): Meaning | null {
  const { vocabulary } = words;
  const code = vocabulary.codeOf(token);
  if (code !== null) return { type: "item", code };
  const piece = isCounty ? pieceOf(token, vocabulary) : null;
  if (piece) return { type: "piece", piece };
  const compiled = compileValue(token.replace(/^=/, ""), vocabulary);
  if (isRuleError(compiled)) return null;
  const { codes, lastYearCodes, lists } = compiled;
  return codes.length + lastYearCodes.length > 0 && lists.length === 0
    ? { type: "expression", compiled }
    : null;
}

/** What only a sentence of the template knows, with its keys as the template spells them. */
function pieceOf(token: string, vocabulary: Vocabulary): ReportPiece | null {
  const pieces = parseReportText(`{${token}}`);
  if (isReportTextError(pieces) || pieces.length !== 1) return null;
  const piece = pieces[0]!;
  switch (piece.type) {
    case "word":
      return piece;
    case "figure":
    case "reasons": {
      const code = vocabulary.codeOf(piece.code);
      return code === null || (piece.type === "figure" && piece.form === "plain") ? null : { ...piece, code };
    }
    case "largest":
      return isRuleError(compileValue(`SUM(${piece.lines})`, vocabulary)) ? null : piece;
    case "examples":
      return vocabulary.list(piece.list)?.columns.includes(piece.column) ? piece : null;
    default:
      // An expression with a measure behind.
      return piece.type === "expression" && !isRuleError(compileValue(piece.expression, vocabulary))
        ? piece
        : null;
  }
}
