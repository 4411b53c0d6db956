/** Tables whose lines are units: each fills its own, and the office adds them up. */
import { parseArea, type Area } from "../workbook/address";
import type { SheetGrid } from "./grid";
import type { DraftLine } from "./lines";
import { headsOf } from "./heads";
import type { TableArea } from "./tables";
import { bare, isUnitLike } from "./words";

export interface DraftUnitLines {
  /** In the order of the rows. */
  readonly lines: readonly DraftUnitLine[];
  /** Are the units known, and their names those of the lines? Else the lines only look like it. */
  readonly isKnown: boolean;
}

export interface DraftUnitLine {
  readonly line: DraftLine;
  /** Rows of the units' lines that it adds up; null for a unit's line. */
  readonly sums: readonly number[] | null;
}

const TOTAL = /^(?:全[县市区旗州省乡镇]|.{0,8}(?:合计|总计|小计|共计|汇总))$/;
/** A group of units, as a heading over them: 一、街道, 乡镇, 县直部门. */
const GROUP =
  /^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\))|^(?:街道|乡镇|乡|镇|[县市区]?直(?:属)?(?:单位|部门)?|村|社区|部门|学校)$/;
const UNIT_HEAD = /单位|乡|镇|街道|地区|区域|村|社区|学校|部门|机构|名称|辖区/;

/**
 * Null where the lines are none of units: too few bear a name of `units`, or, where these are not known for certain, too
 * few look like units.
 */
export function unitLinesOf(
  grid: SheetGrid,
  area: TableArea,
  lines: readonly DraftLine[],
  { units, areUnitsGiven }: { readonly units: ReadonlySet<string>; readonly areUnitsGiven: boolean },
): DraftUnitLines | null {
  const filled = lines.filter(({ heading }) => heading !== "overFigures");
  const isSum = (line: DraftLine): boolean =>
    TOTAL.test(nameOfUnit(line)) || addsUpRows(grid, area, line.row);
  const others = filled.filter((line) => !isSum(line) && !GROUP.test(nameOfUnit(line)));
  if (others.length < 2 || new Set(others.map(nameOfUnit)).size < others.length) return null;
  const isNamed = namedBy(units);
  const named = others.filter((line) => isNamed(nameOfUnit(line))).length;
  const isKnown = named >= Math.min(2, units.size) && named * 2 >= others.length && named > 0;
  const alike = others.filter((line) => isUnitLike(nameOfUnit(line)) && nameOfUnit(line).length > 1).length;
  const isLikely = alike >= others.length * 0.7 && isUnitHead(grid, area) && (!areUnitsGiven || named > 0);
  if (!isKnown && !isLikely) return null;
  const rows = others.map(({ row }) => row);
  return {
    isKnown,
    lines: filled.flatMap((line): DraftUnitLine[] => {
      if (others.includes(line)) return [{ line, sums: null }];
      return isSum(line) ? [{ line, sums: summedBy(grid, area, line, filled, rows) }] : [];
    }),
  };
}

/** Names of units that no line bears. */
export function unitsWithoutLine(
  lines: readonly DraftUnitLine[],
  units: ReadonlySet<string>,
): readonly string[] {
  const names = lines.filter(({ sums }) => sums === null).map(({ line }) => nameOfUnit(line));
  const isNamed = namedBy(new Set(names));
  return [...units].filter((unit) => !isNamed(unit));
}

export function nameOfUnit({ path }: DraftLine): string {
  return bare(path.at(-1) ?? "").replace(/^\d+[.、]/, "");
}

/** By their names, or what is left of them without 镇, 街道. */
function namedBy(units: ReadonlySet<string>): (name: string) => boolean {
  const short = new Set([...units].map(withoutLevel).filter((name) => name.length >= 2));
  return (name) => units.has(name) || short.has(withoutLevel(name));
}

function withoutLevel(name: string): string {
  return name.replace(/(?:街道办事处|街道|镇|乡|村|社区)$/, "");
}

function isUnitHead(grid: SheetGrid, area: TableArea): boolean {
  for (let column = area.left; column <= area.stub; column++)
    if (headsOf(grid, area.head, column).some((head) => UNIT_HEAD.test(bare(head)))) return true;
  return false;
}

/** Does a formula in the row refer to other rows of the table alone? */
function addsUpRows(grid: SheetGrid, area: TableArea, row: number): boolean {
  for (let column = area.stub + 1; column <= area.right; column++) {
    const areas = areasIn(grid, row, column);
    if (areas.length > 0 && areas.every(({ top, bottom }) => row < top || row > bottom)) return true;
  }
  return false;
}

function areasIn(grid: SheetGrid, row: number, column: number): Area[] {
  const { formula, shows } = grid.at(row, column);
  if (shows !== "formula" || formula === undefined) return [];
  return [...formula.matchAll(AREAS)].flatMap(([text]) => parseArea(text.replaceAll("$", "")) ?? []);
}

const AREAS = /(?<![!\w.$'])\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?(?![\w(])/gi;

/** What its formulas refer to, subtotals included; without formulas, its group's lines or those next to it. */
function summedBy(
  grid: SheetGrid,
  area: TableArea,
  line: DraftLine,
  all: readonly DraftLine[],
  units: readonly number[],
  seen: ReadonlySet<number> = new Set(),
): number[] {
  for (let column = area.stub + 1; column <= area.right; column++) {
    const areas = areasIn(grid, line.row, column);
    if (areas.length === 0) continue;
    const isIn = (row: number): boolean =>
      row !== line.row && !seen.has(row) && areas.some(({ top, bottom }) => row >= top && row <= bottom);
    const nested = all.filter(({ row }) => isIn(row) && !units.includes(row));
    const further = new Set([...seen, line.row]);
    const rows = [
      ...units.filter(isIn),
      ...nested.flatMap((other) => summedBy(grid, area, other, all, units, further)),
    ];
    const found = [...new Set(rows)].sort((a, b) => a - b);
    if (found.length > 0) return found;
  }
  return withoutFormula(line, all, units);
}

function withoutFormula(line: DraftLine, all: readonly DraftLine[], units: readonly number[]): number[] {
  const name = nameOfUnit(line);
  const group = line.path.length > 1 ? line.path[0] : undefined;
  const ofGroup = all.filter(({ path, row }) => units.includes(row) && path.length > 1 && path[0] === group);
  if (group !== undefined && ofGroup.length > 0) return ofGroup.map(({ row }) => row);
  if (!/小计$/.test(name)) return [...units];
  const sums = all.filter(({ row }) => !units.includes(row)).map(({ row }) => row);
  const above = Math.max(-1, ...sums.filter((row) => row < line.row));
  const below = Math.min(Infinity, ...sums.filter((row) => row > line.row));
  const before = units.filter((row) => row > above && row < line.row);
  return before.length > 0 ? before : units.filter((row) => row > line.row && row < below);
}
