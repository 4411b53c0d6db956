/** A rule as offices write it → the same in the rule language, once for every column or line that it speaks of. */
import { endOfWord, plainSigns, skipSpaces } from "./characters";
import { isRuleError, ruleError, type RuleError } from "./error";
import type { Axis, FormWords, ItemRef, TableWords } from "./form-words";
import { functionName } from "./function-names";
import { inExpression, keyInBrackets } from "./item-key";
import { operatorWord } from "./operator-words";
import { itemReference, referenceAt, valueColumns, type Reference } from "./references";
import type { Span } from "./clauses";
import type { Vocabulary } from "./vocabulary";

/** A stretch of the text: a reference, or words that are the rule language's own. */
type Piece =
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

/** What all references of a rule are taken for. */
export interface Meaning {
  readonly axis: Axis | null;
  /** How many different lines or columns the rule is asked of. */
  readonly instances: readonly Instance[];
}

/** One column (of a relation between lines) or line: what each reference is there. */
export interface Instance {
  readonly items: ReadonlyMap<Reference, readonly (ItemRef | null)[]>;
  readonly table: TableWords | null;
}

/** Decides what the references of all passages mean together, or says why it cannot be known. */
export function meaningOf(passages: readonly Passage[], scope: Scope): Meaning | RuleError {
  const all = passages.flatMap(({ pieces }) =>
    pieces.flatMap((piece) => (piece.kind === "reference" ? piece : [])),
  );
  const stranger = passages.find(({ fault }) => fault !== null)?.fault;
  if (stranger) return stranger;
  const lost = all.find(({ to }) => to.missing !== null);
  if (lost) return unknown(lost.to.missing!, lost.text, lost.start, lost.to, scope);
  const dashed = all.find(({ to }) => to.dash);
  if (dashed && !isSummed(dashed, passages)) return dashFault(dashed);
  if (all.length === 0) return { axis: null, instances: [{ items: new Map(), table: null }] };
  const references = all.map(({ to }) => to);
  const line = tablesOf(references, "lines");
  const column = tablesOf(references, "columns");
  const marked = references.some((each) => each.marked);
  if (line && column && !marked) return ambiguous(passages, all[0]!.start);
  if (line ?? column) {
    const axis: Axis = line ? "line" : "column";
    const found = (line ?? column)!;
    const numbers = numbersIn(passages, axis);
    if (isRuleError(numbers)) return numbers;
    return (
      (marked ? null : strangerFault(passages, axis, scope)) ??
      sharedFault(found, axis, references, all[0]!) ??
      expanded(
        axis,
        found,
        references.filter((each) => !numbers.has(each)),
        all[0]!,
      )
    );
  }
  return single(all, references, passages);
}

type Side = "lines" | "columns";

/** For each reference's form the tables in which all of them are found; null where there is none. */
function tablesOf(
  references: readonly Reference[],
  side: Side,
): ReadonlyMap<string | null, TableWords[]> | null {
  const groups = new Map<string | null, TableWords[]>();
  let named = 0;
  for (const reference of references) {
    const tables = [...reference[side].keys()];
    if (tables.length === 0) {
      if (reference.constant === null) return null;
      continue;
    }
    named++;
    const before = groups.get(reference.form);
    groups.set(reference.form, before ? before.filter((table) => tables.includes(table)) : tables);
  }
  if (named === 0 || [...groups.values()].some((tables) => tables.length === 0)) return null;
  return groups;
}

/** Two tables, or forms, in which the same words name something else. */
function sharedFault(
  groups: ReadonlyMap<string | null, TableWords[]>,
  axis: Axis,
  references: readonly Reference[],
  { text, start }: Piece,
): RuleError | null {
  const tables = groups.get(null) ?? [];
  const forms = [...new Set(tables.map(({ form }) => form))];
  if (forms.length > 1) return ruleError("manyForms", start, { token: text, forms: forms.join("、") });
  if (tables.length < 2) return null;
  const side: Side = axis === "line" ? "lines" : "columns";
  const called = (table: TableWords): string =>
    references.map((each) => (each[side].get(table) ?? []).map((i) => table[side][i]!.name).join()).join("|");
  return new Set(tables.map(called)).size === 1
    ? null
    : ruleError("manyTables", start, { token: text, count: tables.length });
}

/** All columns (lines) of the tables in which the relation can be asked. */
function expanded(
  axis: Axis,
  groups: ReadonlyMap<string | null, TableWords[]>,
  references: readonly Reference[],
  { start }: Piece,
): Meaning | RuleError {
  const side: Side = axis === "line" ? "lines" : "columns";
  const [mainForm] = groups.keys();
  const instances: Instance[] = [];
  const unadded: Instance[] = [];
  for (const table of groups.get(mainForm!)!) {
    const others = axis === "line" ? valueColumns(table) : table.lines.map((_, i) => i);
    for (const other of others) {
      const items = new Map<Reference, readonly (ItemRef | null)[]>();
      let adds = true;
      for (const reference of references) {
        const chosen = reference.form === mainForm ? table : groups.get(reference.form)?.[0];
        const indexes = chosen && reference[side].get(chosen);
        if (!chosen || !indexes) continue;
        const across = chosen === table ? other : partner(table, chosen, axis, other);
        if (across < 0) return ruleError("headsDiffer", start, { name: nameOf(table, axis, other) });
        items.set(
          reference,
          indexes.map((i) => (axis === "line" ? chosen.item(i, across) : chosen.item(across, i))),
        );
        adds &&= indexes.every((i) => (axis === "line" ? chosen.adds(i, across) : chosen.adds(across, i)));
      }
      const words = [...items.values()].flat().some((item) => item !== null && table.isText(item.code));
      if (!words && isAsked(items)) (adds || items.size === 1 ? instances : unadded).push({ items, table });
    }
  }
  const found = instances.length > 0 ? instances : unadded;
  return found.length > 0 ? { axis, instances: found } : ruleError("noIndicator", start);
}

/** Cells that are not used count as 0 beside those that are, but a relation needs at least two of these, the first among them. */
function isAsked(items: ReadonlyMap<Reference, readonly (ItemRef | null)[]>): boolean {
  const all = [...items.values()].flat();
  const used = all.filter((item) => item !== null).length;
  return used === all.length ? used > 0 : used > 1 && all[0] !== null;
}

function nameOf(table: TableWords, axis: Axis, index: number): string {
  return (axis === "line" ? table.columns : table.lines)[index]!.name;
}

/** The column (line) of another table that is the same: by heading, else by key where neither has a heading of its own. */
function partner(from: TableWords, to: TableWords, axis: Axis, index: number): number {
  const [ours, theirs] = axis === "line" ? [from.columns, to.columns] : [from.lines, to.lines];
  if (axis === "line" && valueColumns(from).length === 1 && valueColumns(to).length === 1)
    return valueColumns(to)[0]!;
  const { name, key } = ours[index]!;
  const alike = theirs.flatMap((each, i) => (each.name === name ? [i] : []));
  return alike.length === 1 ? alike[0]! : theirs.findIndex((each) => each.key === key && each.name === name);
}

/** Items, each by itself. */
function single(
  pieces: readonly Extract<Piece, { kind: "reference" }>[],
  references: readonly Reference[],
  passages: readonly Passage[],
): Meaning | RuleError {
  const items = new Map<Reference, readonly (ItemRef | null)[]>();
  const common = commonTables(references);
  for (const { to, text, start } of pieces) {
    if (to.items.size === 0) {
      if (to.constant !== null) continue;
      return mixed(pieces, text, start);
    }
    const tables = [...to.items.keys()];
    const table = tables.length === 1 ? tables[0]! : tables.find((each) => common.has(each));
    const several = tables.filter((each) => common.has(each));
    if (!table || several.length > 1) {
      const forms = [...new Set(tables.map(({ form }) => form))];
      return forms.length > 1
        ? ruleError("manyForms", start, { token: text, forms: forms.join("、") })
        : ruleError("manyTables", start, { token: text, count: tables.length });
    }
    items.set(to, to.items.get(table)!);
  }
  const numbers = numbersIn(passages, null);
  if (isRuleError(numbers)) return numbers;
  for (const number of numbers) items.delete(number);
  return { axis: null, instances: [{ items, table: null }] };
}

function commonTables(references: readonly Reference[]): ReadonlySet<TableWords> {
  const named = references.filter((each) => each.form === null && each.items.size > 0);
  const [first, ...others] = named;
  const tables = first ? [...first.items.keys()] : [];
  return new Set(tables.filter((table) => others.every((each) => each.items.has(table))));
}

function mixed(
  pieces: readonly Extract<Piece, { kind: "reference" }>[],
  text: string,
  start: number,
): RuleError {
  const line = pieces.find(({ to }) => to.lines.size > 0 && to.columns.size === 0);
  const column = pieces.find(({ to }) => to.columns.size > 0 && to.lines.size === 0);
  if (line && column)
    return ruleError("mixedAxes", start, { line: line.text.trim(), column: column.text.trim() });
  return ruleError("notTogether", start, { token: text.trim() });
}

/** Is the range an argument of a sum, so that `1-4` can mean nothing but from 1 to 4? */
function isSummed(dashed: Piece, passages: readonly Passage[]): boolean {
  return passages.some(({ pieces }) => {
    const at = pieces.indexOf(dashed);
    return at > 0 && insideCall(pieces, at);
  });
}

/** Is the piece directly an argument of a function? */
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

function dashFault({ text, start }: Piece): RuleError {
  const [, from = "", to = "", mark = ""] = /(\d+)\D+(\d+)\s*(行|栏|列)/.exec(plainSigns(text)) ?? [];
  return ruleError("dashRange", start, { token: text, from, to, mark });
}

function unknown(
  missing: Axis | "cell",
  text: string,
  start: number,
  { form }: Reference,
  { forms, all }: Scope,
): RuleError {
  const meant = form === null ? forms : all.filter(({ id }) => id === form);
  const name = meant.map(({ id }) => id).join("、");
  if (missing === "cell") return ruleError("notAnItem", start, { token: text, form: name });
  if (missing === "line") return ruleError("unknownLine", start, { token: text, form: name });
  const numbered = meant.some(({ tables }) =>
    tables.some(({ columns }) => columns.some((c) => c.number !== null)),
  );
  return ruleError(numbered ? "unknownColumnNumber" : "noColumnNumbers", start, { token: text, form: name });
}

/** `1=2+3` where there are lines and columns of these numbers. */
function ambiguous(passages: readonly Passage[], start: number): RuleError {
  const written = (mark: string): string =>
    passages
      .map(({ pieces }) =>
        pieces.map((each) => (each.kind === "reference" ? `${each.text.trim()}${mark}` : each.text)).join(""),
      )
      .join("；");
  return ruleError("lineOrColumn", start, { byLine: written("行"), byColumn: written("栏") });
}

/**
 * `1栏>=5` where there is a column 5: a line or column, or the number? Where a side is nothing but a sum of several, or
 * the factor of a unit of measure, it is clear.
 * @returns the references that are numbers
 */
function numbersIn(passages: readonly Passage[], axis: Axis | null): ReadonlySet<Reference> | RuleError {
  const numbers = new Set<Reference>();
  for (const { pieces } of passages) {
    const solid = pieces.filter(({ text }) => text.trim() !== "");
    const references = solid.flatMap((each) => (each.kind === "reference" ? [each.to] : []));
    if (!references.some(({ marked }) => marked) || isMarkedAtEnd(references)) continue;
    for (const [i, piece] of solid.entries()) {
      if (piece.kind !== "reference" || !isDoubtful(piece.to, axis) || inBareSum(solid, i)) continue;
      const around = `${plainSigns(solid[i - 1]?.text ?? "")} ${plainSigns(solid[i + 1]?.text ?? "")}`;
      const isFactor = /[*/]/.test(around) && /^10+$/.test(piece.text.trim());
      if (isFactor || isNamedAlready(piece.to, references, axis)) numbers.add(piece.to);
      else {
        const mark = axis === "column" ? "栏" : "行";
        return ruleError("lineOrNumber", piece.start, { token: piece.text.trim(), mark });
      }
    }
  }
  return numbers;
}

/** `1=2+3+4栏`: the mark at the end is for all. */
function isMarkedAtEnd(references: readonly Reference[]): boolean {
  const bare = references.filter(({ marked }) => !marked);
  return bare.length > 1 && bare.length === references.length - 1 && references.at(-1)!.marked;
}

/** `1栏>=1` can only mean the number: nothing is compared with itself. */
function isNamedAlready(reference: Reference, all: readonly Reference[], axis: Axis | null): boolean {
  if (axis === null) return false;
  const side: Side = axis === "line" ? "lines" : "columns";
  const named = (each: Reference): string =>
    [...each[side]].map(([t, at]) => `${t.form} ${t.index} ${at}`).join();
  return all.some((each) => each.marked && named(each) === named(reference));
}

function isDoubtful({ marked, constant, lines, columns, items }: Reference, axis: Axis | null): boolean {
  if (marked || constant === null) return false;
  const found = axis === "line" ? lines : axis === "column" ? columns : items;
  return found.size > 0;
}

/** `1栏=2+3+4`: all of the side are bare, and more than one. */
function inBareSum(pieces: readonly Piece[], at: number): boolean {
  const sideSign = (piece: Piece | undefined): boolean =>
    piece !== undefined &&
    (piece.kind === "reference" ? !piece.to.marked : /^[+,]$/.test(plainSigns(piece.text).trim()));
  let [from, to] = [at, at];
  while (sideSign(pieces[from - 1])) from--;
  while (sideSign(pieces[to + 1])) to++;
  const ends = [pieces[from - 1], pieces[to + 1]];
  const bounded = ends.every(
    (piece) =>
      piece === undefined || (piece.kind === "text" && !/^[-*/^%]$/.test(plainSigns(piece.text).trim())),
  );
  return bounded && to > from;
}

/** `1=2+3+99` where there is no column 99: a slip, not the number. */
function strangerFault(passages: readonly Passage[], axis: Axis, { forms }: Scope): RuleError | null {
  for (const { pieces } of passages) {
    const solid = pieces.filter(({ text }) => text.trim() !== "");
    for (const [i, { kind, text, start }] of solid.entries()) {
      if (kind !== "text" || !/^\d+$/.test(plainSigns(text).trim())) continue;
      const around = [solid[i - 1], solid[i + 1]].map((each) => plainSigns(each?.text ?? "").trim());
      const isAddend =
        around.some((sign) => sign === "+" || sign === "-") && !around.some((s) => /[*/]/.test(s));
      const form = forms.map(({ id }) => id).join("、");
      const mark = axis === "line" ? "行" : "栏";
      if (isAddend) return ruleError("strangeNumber", start, { token: text.trim(), form, mark });
    }
  }
  return null;
}

/** The passage in the rule language, for one instance; with where each piece of it came from. */
export function written(
  { pieces }: Passage,
  { items }: Instance,
  vocabulary: Vocabulary,
): { readonly text: string; readonly origins: readonly (readonly [number, number])[] } {
  let text = "";
  const origins: [number, number][] = [];
  pieces.forEach((piece, i) => {
    origins.push([text.length, piece.start]);
    const found = piece.kind === "reference" ? items.get(piece.to) : undefined;
    const inCall = piece.kind === "reference" && insideCall(pieces, i);
    const words = found ? itemsText(found, inCall, vocabulary) : piece.text;
    const isSum = found !== undefined && found.length > 1 && piece.kind === "reference" && piece.to.summed;
    const next = isSum && !inCall ? `SUM${words.startsWith("(") ? words : `(${words})`}` : words;
    // Words that the text has beside signs can come to be beside words.
    text += WORD_END.test(text) && endOfWord(next, 0) > 0 ? ` ${next}` : next;
  });
  return { text, origins };
}

const WORD_END = /[\p{L}\p{N}_]$/u;

function itemsText(items: readonly (ItemRef | null)[], inCall: boolean, vocabulary: Vocabulary): string {
  if (items.length === 1) return itemText(items[0]!);
  const codes = items.flatMap((item) => (item && !item.lastYear ? item.code : []));
  if (codes.length === items.length) {
    const range = vocabulary.codesBetween(codes[0]!, codes.at(-1)!);
    if (range?.length === codes.length && range.every((code, i) => code === codes[i]))
      return `${inExpression(codes[0]!)}~${inExpression(codes.at(-1)!)}`;
  }
  return inCall ? items.map(itemText).join(",") : `(${items.map(itemText).join(",")})`;
}

/** A cell that is not used holds nothing. */
function itemText(item: ItemRef | null): string {
  if (item === null) return "0";
  return item.lastYear ? `上年(${inExpression(item.code)})` : inExpression(item.code);
}
