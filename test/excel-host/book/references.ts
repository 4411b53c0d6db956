import {
  parseA1Ref,
  stringifyA1Ref,
  stringifyTokens,
  tokenize,
  type RangeA1,
  type ReferenceA1,
} from "@borgar/fx";

/**
 * Rewrites the references of a formula. The function gets each reference to cells (`'单位数据'!C5:C26`) and yields
 * what shall be there: another reference, null for `#REF!`, or the same object to leave it alone.
 */
export function mapReferences(
  formula: string,
  change: (reference: ReferenceA1) => ReferenceA1 | null,
): string {
  const tokens = tokenize(formula, { mergeRefs: true });
  let changed = false;
  for (const token of tokens) {
    if (token.type !== "range" && token.type !== "range_beam") continue;
    const reference = parseA1Ref(token.value);
    if (!reference || !("range" in reference)) continue;
    const next = change(reference);
    if (next === reference) continue;
    token.value = next === null ? "#REF!" : stringifyA1Ref(next);
    changed = true;
  }
  return changed ? stringifyTokens(tokens) : formula;
}

/** Rewrites the names that are where a reference could, `总数` or `Sheet1!总数`; texts in quotes are left alone. */
export function mapNames(
  formula: string,
  change: (name: string, sheet: string | undefined) => string,
): string {
  return stringifyTokens(
    tokenize(formula, { mergeRefs: true }).map((token) => {
      if (token.type !== "range_named") return token;
      const reference = parseA1Ref(token.value);
      return reference && "name" in reference
        ? { ...token, value: change(reference.name, reference.context?.at(-1)) }
        : token;
    }),
  );
}

/** The sheet that a reference names, undefined for one on its own sheet; other workbooks and sheet spans are null. */
export function sheetOf(reference: ReferenceA1): string | undefined | null {
  const context = reference.context ?? [];
  if (context.length === 0) return undefined;
  const name = context[0]!;
  return context.length > 1 || name.includes(":") ? null : name;
}

export function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** Could the formula name the sheet? Most do not, and reading a formula takes long. */
function mayName(formula: string, sheet: string): boolean {
  return formula.toLowerCase().includes(sheet.toLowerCase().replace(/'/g, "''"));
}

/** A renamed sheet keeps its references. */
export function renameSheetIn(formula: string, from: string, to: string): string {
  if (!mayName(formula, from)) return formula;
  return mapReferences(formula, (reference) => {
    const sheet = sheetOf(reference);
    return typeof sheet === "string" && sameName(sheet, from) ? { ...reference, context: [to] } : reference;
  });
}

/** References to a deleted sheet become `#REF!`. */
export function dropSheetIn(formula: string, name: string): string {
  if (!mayName(formula, name)) return formula;
  return mapReferences(formula, (reference) => {
    const sheet = sheetOf(reference);
    return typeof sheet === "string" && sameName(sheet, name) ? null : reference;
  });
}

/** Moves what is relative, as copying a formula does; what would leave the sheet becomes `#REF!`. */
export function moveRelative(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return mapReferences(formula, (reference) => {
    const range = reference.range;
    const moved = {
      ...range,
      top: shift(range.top, range.$top, rows) ?? null,
      bottom: shift(range.bottom, range.$bottom, rows),
      left: shift(range.left, range.$left, columns) ?? null,
      right: shift(range.right, range.$right, columns),
    };
    const edges = [moved.top, moved.bottom, moved.left, moved.right];
    return edges.some((edge) => typeof edge === "number" && edge < 0) ? null : { ...reference, range: moved };
  });
}

/** Rows or columns put in (`count > 0`) or taken out (`count < 0`) before line `at`. */
export interface LineShift {
  readonly axis: "rows" | "columns";
  readonly at: number;
  readonly count: number;
}

/** Follows inserted and deleted rows and columns of the sheet `target`; `own` is the sheet of the formula. */
export function shiftLinesIn(formula: string, own: string, target: string, change: LineShift): string {
  return mapReferences(formula, (reference) => {
    const sheet = sheetOf(reference);
    if (sheet === null || !sameName(sheet ?? own, target)) return reference;
    const range = shiftRange(reference.range, change);
    return range === reference.range ? reference : range && { ...reference, range };
  });
}

function shiftRange(range: RangeA1, change: LineShift): RangeA1 | null {
  const [from, to] = change.axis === "rows" ? [range.top, range.bottom] : [range.left, range.right];
  if (typeof from !== "number" || typeof to !== "number") return range;
  const span = shiftSpan({ first: from, last: to }, change);
  if (!span) return null;
  return change.axis === "rows"
    ? { ...range, top: span.first, bottom: span.last }
    : { ...range, left: span.first, right: span.last };
}

/** Where a run of lines stands after the change; null where all of it was deleted. */
export function shiftSpan(
  span: { readonly first: number; readonly last: number },
  { at, count }: LineShift,
): { first: number; last: number } | null {
  if (count >= 0) {
    return {
      first: span.first >= at ? span.first + count : span.first,
      last: span.last >= at ? span.last + count : span.last,
    };
  }
  const end = at - count;
  const deleted = Math.max(0, Math.min(span.last + 1, end) - Math.max(span.first, at));
  const before = Math.max(0, Math.min(span.first, end) - at);
  const length = span.last - span.first + 1 - deleted;
  const first = span.first - before;
  return length <= 0 ? null : { first, last: first + length - 1 };
}

type Edge = number | null | undefined;

function shift(edge: Edge, absolute: boolean | null | undefined, by: number): Edge {
  return typeof edge === "number" && !absolute ? edge + by : edge;
}
