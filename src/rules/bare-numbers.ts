/** Numbers by themselves in a relation: lines or columns, or the numbers that they are? */
import { plainSigns } from "./characters";
import { ruleError, type RuleError } from "./error";
import type { Axis } from "./form-words";
import type { Passage, Piece, Scope } from "./passage";
import type { Reference } from "./references";

/**
 * `1栏>=5` where there is a column 5: a line or column, or the number? Where a side is nothing but a sum of several, or
 * the factor of a unit of measure, it is clear.
 * @returns the references that are numbers
 */
export function numbersIn(
  passages: readonly Passage[],
  axis: Axis | null,
): ReadonlySet<Reference> | RuleError {
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
  const side = axis === "line" ? "lines" : "columns";
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
export function strangerFault(passages: readonly Passage[], axis: Axis, { forms }: Scope): RuleError | null {
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
