/** Units from nothing but their names. */
import type { Unit } from "../template/template";
import { fold } from "../workbook/fold";
import { bare } from "./words";

/** 凉水朝鲜族乡 is called 凉水乡. */
const OF_A_PEOPLE = /^(.{2,}?)[\u4e00-\u9fff]{1,4}族(自治[州县旗乡]|[镇乡])$/;

/** One unit for each name, with codes by their order; names that come twice, and empty ones, are passed over. */
export function unitsNamed(names: readonly string[]): Unit[] {
  const seen = new Map<string, string>();
  for (const name of names) {
    const plain = fold(name).replace(/\s+/g, "");
    if (plain !== "" && !seen.has(plain)) seen.set(plain, name.trim());
  }
  const digits = Math.max(2, String(seen.size).length);
  return [...seen.values()].map((name, i) => ({
    code: `T${String(i + 1).padStart(digits, "0")}`,
    name,
    kind: "T",
    type: typeOf(name),
    aliases: aliasesOf(name),
  }));
}

function typeOf(name: string): string {
  return /(?:街道(?:办事处)?|镇|乡|局|委|办|院|校|村|社区|公司|中心|厂|行)$/.exec(name)?.[0] ?? "单位";
}

function aliasesOf(name: string): string[] {
  const [, head, tail] = OF_A_PEOPLE.exec(name) ?? [];
  return head === undefined ? [] : [`${head}${tail}`];
}

/** The units whose lines a table has, in their order, and behind them those of `units` that have none. */
export function withUnitsInLines(units: readonly Unit[], names: readonly string[]): readonly Unit[] {
  if (names.length === 0) return units;
  const all = unitsNamed(names);
  const found = new Map(units.map((unit) => [unit, all.find((each) => isSameUnit(each, unit))]));
  const aliases = (line: Unit): string[] =>
    units.filter((unit) => found.get(unit) === line).flatMap((unit) => [unit.name, ...unit.aliases]);
  const inLines = all.map((unit): Unit => ({
    ...unit,
    aliases: [...new Set([...unit.aliases, ...aliases(unit)])].filter((alias) => alias !== unit.name),
  }));
  const others = units.filter((unit) => found.get(unit) === undefined);
  return others.length === 0 ? inLines : numberedUnits([...inLines, ...others]);
}

function isSameUnit(a: Unit, b: Unit): boolean {
  const short = ({ name }: Unit): string =>
    bare(fold(name)).replace(/(?:人民政府|街道办事处|街道|镇|乡|村|社区)+$/, "");
  return short(a) === short(b);
}

function numberedUnits(units: readonly Unit[]): Unit[] {
  const digits = Math.max(2, String(units.length).length);
  return units.map((unit, i) => ({ ...unit, code: `T${String(i + 1).padStart(digits, "0")}` }));
}
