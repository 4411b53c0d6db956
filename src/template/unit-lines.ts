/** Tables in which every unit fills the line with its own name: which line is whose, and what their cells are for. */
import { fold } from "../workbook/fold";
import type { CellUse, OwnCell, OwnTable, UnitLine, UnitLines } from "./own-sheet";
import type { Unit } from "./template";

/** The table with each of its lines; the table itself where it is of another kind. */
export function withEveryLine(table: OwnTable): OwnTable {
  return table.unitLines ? { ...table, ...table.unitLines } : table;
}

/** What a line's name may lack or have in front: 头道 for 头道镇, 集安市头道镇. */
const LEVEL = /(?:街道办事处|街道|(?:[\u4e00-\u9fff]{1,4}族)?乡|镇|村|社区)$/;

/** By the keys of its lines, the units whose lines they are; a line that names no unit, or two, is left out. */
export function unitsOfLines({ lines }: UnitLines, units: readonly Unit[]): ReadonlyMap<string, Unit> {
  const names = new Map(units.map((unit) => [plain(unit.name), unit]));
  const aliases = new Map(units.flatMap((unit) => unit.aliases.map((alias) => [plain(alias), unit])));
  const short = uniqueShort(units);
  const found = new Map<string, Unit>();
  const taken = new Set<Unit>();
  const own = lines.filter(({ sums }) => sums === undefined);
  for (const match of [
    (name: string) => names.get(name),
    (name: string) => aliases.get(name),
    (name: string) => short.get(name.replace(LEVEL, "")),
    (name: string) => only(units.filter((unit) => name.endsWith(plain(unit.name)))),
  ])
    for (const line of own) {
      const unit = found.has(line.key) ? undefined : match(plain(nameOfLine(line)));
      if (unit === undefined || taken.has(unit)) continue;
      found.set(line.key, unit);
      taken.add(unit);
    }
  return found;
}

/** Names without 镇 or 街道, where no two units share one. */
function uniqueShort(units: readonly Unit[]): ReadonlyMap<string, Unit> {
  const short = new Map<string, Unit | null>();
  for (const unit of units) {
    const name = plain(unit.name).replace(LEVEL, "");
    if (name.length >= 2) short.set(name, short.has(name) ? null : unit);
  }
  return new Map([...short].flatMap(([name, unit]) => (unit === null ? [] : [[name, unit] as const])));
}

function only<T>(all: readonly T[]): T | undefined {
  return all.length === 1 ? all[0] : undefined;
}

export function nameOfLine({ path, key }: UnitLine): string {
  return path.at(-1) ?? key;
}

function plain(name: string): string {
  return fold(name)
    .replace(/\s+/g, "")
    .replace(/^(?:\d+[.、]|\(\d+\)|[一二三四五六七八九十]+、)/, "");
}

/** The line that adds up every unit's; undefined where the office has none. */
export function totalLineOf({ lines }: UnitLines): UnitLine | undefined {
  const units = lines.filter(({ sums }) => sums === undefined).length;
  return lines.find(({ sums }) => sums !== undefined && sums.length === units);
}

/** The lines' cells after those of the first unit's line, which speak for their columns, were given other uses. */
export function withUsesOf(own: UnitLines, before: readonly OwnCell[], now: readonly OwnCell[]): UnitLines {
  const changed = new Map(
    now.flatMap((cell, i) =>
      cell.use === before[i]!.use && cell.item === before[i]!.item ? [] : [[cell.in, cell] as const],
    ),
  );
  const sums = new Set(own.lines.flatMap(({ key, sums: of }) => (of === undefined ? [] : [key])));
  const cells = own.cells.map((cell): OwnCell => {
    const column = changed.get(cell.in);
    if (column === undefined) return cell;
    const { item: _, ...rest } = cell;
    const use = useInLine(cell, column.use, sums.has(cell.line));
    return { ...rest, use, ...(column.item === undefined ? {} : { item: column.item }) };
  });
  return { ...own, cells };
}

/** What a line's cell is for in a column of this use: a line that adds up others computes what they are given. */
export function useInLine({ formula }: Pick<OwnCell, "formula">, use: CellUse, isSum: boolean): CellUse {
  if (!isSum) return use;
  return use === "sum" && formula !== undefined ? "computed" : use;
}
