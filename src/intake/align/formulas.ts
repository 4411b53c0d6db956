/** D17: simple formulas worked out where nobody has: sums, differences, products of cells on the same sheet. */
import { contains, MAX_COLUMNS, MAX_ROWS, parseArea, parseColumn, type Area } from "../../workbook/address";
import type { Cell } from "../../workbook/workbook";
import { at, type Grid } from "../grid";
import { clean } from "../normalise/clean";
import { fifteenDigits } from "../../workbook/rounding";
import { ARABIC, toNumber } from "../normalise/quantity";

/** Cells that rest on cells that rest on cells … end here; a circle does too. */
const MAX_DEPTH = 30;
/** More cells than a form has are no simple sum. */
const MAX_CELLS = 20_000;

const TOKEN =
  /\s*(?:(SUM)\s*(?=\()|(\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?)|(\d+(?:\.\d+)?)|([-+*/(),]))/giy;

type Token =
  | { readonly kind: "sum" }
  | { readonly kind: "cells"; readonly area: Area }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "sign"; readonly sign: string };

/** The formula's value, without `=`; null where it is not simple or rests on something that is no number. */
export function recompute(grid: Grid, formula: string, depth = 0): number | null {
  const tokens = tokenise(withoutSheet(formula, grid.sheet.name));
  if (!tokens || depth > MAX_DEPTH) return null;
  const value = new Sum(grid, tokens, depth).whole();
  return value === null || !Number.isFinite(value) ? null : fifteenDigits(value);
}

/** The cells that a formula names on its own sheet, as areas; null where it names other sheets or files. */
export function cellsNamed(grid: Grid, formula: string): Area[] | null {
  const own = withoutSheet(formula, grid.sheet.name).replace(/"[^"]*"/g, "");
  if (own.includes("!") || own.includes("[")) return null;
  const names = own.match(/\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?/gi) ?? [];
  return names.map(parseArea).filter((area) => area !== null);
}

/** Cells looked at until a formula counts as none that refers to itself. */
const MOST_FORMULAS = 500;

/** Does the formula refer to its own cell, by way of others on its sheet or at once? Excel then shows 0. */
export function isCircular(grid: Grid, { row, column, formula }: Cell): boolean {
  const seen = new Set<string>();
  const open = [formula ?? ""];
  for (let next = open.pop(); next !== undefined && seen.size < MOST_FORMULAS; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    for (const area of areasNamed(grid, next)) {
      if (contains(area, row, column)) return true;
      open.push(...formulasIn(grid, area));
    }
  }
  return false;
}

/** Areas of its own sheet that a formula names, whole columns and rows too. */
function areasNamed(grid: Grid, formula: string): Area[] {
  const own = withoutSheet(formula.replace(/"[^"]*"/g, ""), grid.sheet.name);
  const names = own.match(NAMED) ?? [];
  return names.map(areaOfName).filter((area) => area !== null);
}

/** Not after `!` (another sheet), a letter or digit (part of a name), nor before `(` (a function). */
const NAMED =
  /(?<![!\p{L}\p{N}_.$'\]])(?:\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d{1,7}:\$?\d{1,7})(?![\p{L}\p{N}_(!.])/giu;

function areaOfName(name: string): Area | null {
  const [from = "", to = from] = name.replace(/\$/g, "").split(":");
  if (/^\d+$/.test(from))
    return { top: Number(from) - 1, bottom: Number(to) - 1, left: 0, right: MAX_COLUMNS - 1 };
  if (/^[A-Z]+$/i.test(from))
    return { top: 0, bottom: MAX_ROWS - 1, left: parseColumn(from), right: parseColumn(to) };
  return parseArea(name);
}

function formulasIn(grid: Grid, { top, left, bottom, right }: Area): string[] {
  const formulas: string[] = [];
  const rows = bottom - top < grid.rows.size ? range(top, bottom) : [...grid.rows.keys()];
  for (const row of rows) {
    if (row < top || row > bottom) continue;
    for (const { column, formula } of grid.rows.get(row) ?? [])
      if (formula !== undefined && column >= left && column <= right) formulas.push(formula);
  }
  return formulas;
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** `[1]Sheet1!A1` or `'C:\dir\[book.xlsx]Sheet1'!A1`: the cell takes its value from another file (D14). */
export function isExternal(formula: string): boolean {
  return /\][^!'"\]]*'?!/.test(formula.replace(/"[^"]*"/g, ""));
}

function withoutSheet(formula: string, sheet: string): string {
  return formula.replaceAll(`'${sheet.replace(/'/g, "''")}'!`, "").replaceAll(`${sheet}!`, "");
}

function tokenise(formula: string): Token[] | null {
  const tokens: Token[] = [];
  const text = formula.trim();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const match = TOKEN.exec(text);
    if (!match) return null;
    const [, sum, cells, number, sign] = match;
    if (sum) tokens.push({ kind: "sum" });
    else if (cells) {
      const area = parseArea(cells);
      if (!area) return null;
      tokens.push({ kind: "cells", area });
    } else if (number) tokens.push({ kind: "number", value: Number(number) });
    else tokens.push({ kind: "sign", sign: sign! });
  }
  return tokens;
}

/** Recursive descent over the four operations; null anywhere makes the whole null. */
class Sum {
  private next = 0;

  constructor(
    private readonly grid: Grid,
    private readonly tokens: readonly Token[],
    private readonly depth: number,
  ) {}

  whole(): number | null {
    const value = this.sum();
    return this.next === this.tokens.length ? value : null;
  }

  private sum(): number | null {
    let total = this.product();
    for (let sign = this.take("+-"); sign; sign = this.take("+-")) {
      const term = this.product();
      total = total === null || term === null ? null : sign === "+" ? total + term : total - term;
    }
    return total;
  }

  private product(): number | null {
    let total = this.atom();
    for (let sign = this.take("*/"); sign; sign = this.take("*/")) {
      const factor = this.atom();
      total = total === null || factor === null ? null : sign === "*" ? total * factor : total / factor;
    }
    return total;
  }

  private atom(): number | null {
    const sign = this.take("+-(");
    if (sign === "(") return this.closed(this.sum());
    if (sign) {
      const value = this.atom();
      return value === null ? null : sign === "-" ? -value : value;
    }
    const token = this.tokens[this.next++];
    if (token?.kind === "number") return token.value;
    if (token?.kind === "sum") return this.take("(") ? this.closed(this.arguments()) : null;
    if (token?.kind !== "cells") return null;
    const { top, left, bottom, right } = token.area;
    return top === bottom && left === right ? cellValue(this.grid, top, left, this.depth) : null;
  }

  private arguments(): number | null {
    let total: number | null = 0;
    do {
      const token = this.tokens[this.next];
      const area = token?.kind === "cells" ? token.area : null;
      if (area) this.next++;
      const value = area ? areaSum(this.grid, area, this.depth) : this.sum();
      total = total === null || value === null ? null : total + value;
    } while (this.take(","));
    return total;
  }

  private closed(value: number | null): number | null {
    return this.take(")") ? value : null;
  }

  private take(signs: string): string | null {
    const token = this.tokens[this.next];
    if (token?.kind !== "sign" || !signs.includes(token.sign)) return null;
    this.next++;
    return token.sign;
  }
}

function areaSum(grid: Grid, area: Area, depth: number): number | null {
  if ((area.bottom - area.top + 1) * (area.right - area.left + 1) > MAX_CELLS) return null;
  let total = 0;
  for (let row = area.top; row <= area.bottom; row++) {
    if (!grid.rows.has(row)) continue;
    for (let column = area.left; column <= area.right; column++) {
      const value = cellValue(grid, row, column, depth);
      if (value === null) return null;
      total += value;
    }
  }
  return total;
}

/** A cell as a number: nothing is 0, digits in a text count, anything else is null. */
function cellValue(grid: Grid, row: number, column: number, depth: number): number | null {
  const cell = at(grid, row, column);
  if (!cell) return 0;
  if (typeof cell.value === "number") return cell.value;
  if (cell.kind === "empty") return cell.formula === undefined ? 0 : recompute(grid, cell.formula, depth + 1);
  if (cell.kind !== "text") return null;
  const { text } = clean(String(cell.value));
  if (text === "") return 0;
  return new RegExp(`^${ARABIC}$`).test(text) ? toNumber(text) : null;
}
