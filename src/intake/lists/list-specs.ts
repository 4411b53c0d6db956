/** What a list's column wants of its cells. */
import type { ListColumn } from "../../template/template";
import type { CellSpec } from "../normalise";

/** 场次 counts in 场, 人次 in 人次, money in 元; where the name does not say, any measure is taken and logged. */
export function specOf(column: ListColumn): CellSpec {
  return {
    kind: column.kind,
    measure: column.measure ?? usualMeasure(column),
    ...(column.choices ? { choices: column.choices } : {}),
  };
}

function usualMeasure(column: ListColumn): string {
  return column.kind === "amount" ? "元" : column.kind === "whole" ? measureIn(column.name) : "";
}

function measureIn(name: string): string {
  if (name.includes("人次")) return "人次";
  if (name.includes("场次")) return "场";
  if (name.includes("次数")) return "次";
  if (name.includes("人数")) return "人";
  return "";
}
