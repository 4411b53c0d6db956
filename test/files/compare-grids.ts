/** Cells by `sheet!A1`: kind and value, and the formula where there is one. */
export type Grid = ReadonlyMap<string, GridCell>;

export interface GridCell {
  readonly value: number | string | boolean | null;
  readonly formula?: string;
}

export interface Difference {
  readonly at: string;
  readonly ours: string;
  readonly theirs: string;
  /** Why we are right; null where nobody knows. */
  readonly reason: string | null;
}

interface Pair {
  readonly ours: GridCell | undefined;
  readonly theirs: GridCell | undefined;
  readonly reader: string;
}

/** Where the others are known to err, with what it looks like. */
const REASONS: readonly (readonly [string, (pair: Pair) => boolean])[] = [
  [
    "openpyxl shows an array or shared formula at its first cell only",
    ({ ours, theirs, reader }) =>
      reader === "openpyxl" && ours?.formula !== undefined && theirs?.formula === undefined,
  ],
  [
    "a formula without cached value, which the other leaves out",
    ({ ours, theirs }) =>
      ours?.value === null && ours.formula !== undefined && (theirs?.value ?? null) === null,
  ],
  [
    "an empty text, which the other leaves out",
    ({ ours, theirs }) => ours?.value === "" && (theirs?.value ?? null) === null,
  ],
  [
    "a cell without value, which the other takes for an empty text",
    ({ ours, theirs }) => ours === undefined && theirs?.value === "" && theirs.formula === undefined,
  ],
  [
    "openpyxl gives an empty cell its hyperlink's address",
    ({ ours, theirs, reader }) =>
      reader === "openpyxl" && ours === undefined && /^\w+:/.test(String(theirs?.value)),
  ],
  [
    "openpyxl cannot show a number as a date and gives an error",
    ({ ours, theirs, reader }) =>
      reader === "openpyxl" && typeof ours?.value === "number" && theirs?.value === "#VALUE!",
  ],
  [
    "the other resolves or drops escaped characters differently",
    ({ ours, theirs }) => bare(ours?.value) !== null && bare(ours?.value) === bare(theirs?.value),
  ],
];

/** Escapes, carriage returns and surrounding blanks aside. */
function bare(value: GridCell["value"] | undefined): string | null {
  return typeof value === "string" ? value.replace(/_x000D_|\r/g, "").trim() : null;
}

/** Every cell in which the two grids differ. */
export function compareGrids(ours: Grid, theirs: Grid, reader: string): Difference[] {
  const differences: Difference[] = [];
  for (const at of new Set([...ours.keys(), ...theirs.keys()])) {
    const pair: Pair = { ours: ours.get(at), theirs: theirs.get(at), reader };
    if (sameValue(pair) && sameFormula(pair)) continue;
    differences.push({
      at,
      ours: JSON.stringify(pair.ours ?? null),
      theirs: JSON.stringify(pair.theirs ?? null),
      reason: REASONS.find(([, holds]) => holds(pair))?.[0] ?? null,
    });
  }
  return differences;
}

function sameValue({ ours, theirs }: Pair): boolean {
  const [a, b] = [ours?.value ?? null, theirs?.value ?? null];
  if (typeof a === "number" && typeof b === "number")
    return a === b || Math.abs(a - b) <= Math.abs(a) * 1e-12 + 1e-9;
  return a === b;
}

function sameFormula({ ours, theirs }: Pair): boolean {
  return plain(ours?.formula) === plain(theirs?.formula);
}

/** The library drops the prefix of newer functions; blanks and case mean nothing. */
function plain(formula: string | undefined): string {
  return (formula ?? "")
    .replace(/_xlfn\.|_xlws\./g, "")
    .replace(/\s+/g, "")
    .toUpperCase();
}
