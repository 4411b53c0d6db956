/** What all references of a rule mean together: lines, columns or items, of which table, and in how many instances. */
import { numbersIn, strangerFault } from "./bare-numbers";
import { plainSigns } from "./characters";
import { isRuleError, ruleError, type RuleError } from "./error";
import type { Axis, ItemRef, TableWords } from "./form-words";
import { insideCall, type Passage, type Piece, type Scope } from "./passage";
import { valueColumns, type Reference } from "./references";

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
