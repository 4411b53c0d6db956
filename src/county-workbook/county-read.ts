/** A county workbook that was read one level up, and what is asked of it in several places. */
import type { Total } from "../consolidation/consolidation";
import { countyLines, type FormLine } from "../consolidation/contributions";
import type { CountyRecord } from "../consolidation/county-record";
import type { CheckCode } from "../findings/catalogue";
import type { Finding, Place } from "../findings/finding";
import { shapeFinding } from "../intake/findings";
import type { RuleClass } from "../rules/rule";
import type { Template, Unit } from "../template/template";
import { toA1 } from "../workbook/address";
import type { Workbook } from "../workbook/workbook";
import type { CountyBase } from "./county-base";

export interface CountyRead {
  readonly workbook: Workbook;
  readonly file: string | null;
  readonly base: CountyBase;
  readonly record: CountyRecord;
  /** The county's own template. */
  readonly own: Template;
  /** What the county's units come to by its own template. */
  readonly totals: ReadonlyMap<string, Total>;
  /** Null where it is none of the register. */
  readonly unit: Unit | null;
}

export function countyFinding(
  code: CheckCode,
  findingClass: RuleClass,
  unit: Unit | null,
  where: Place,
  params: Finding["params"],
  about: Partial<Pick<Finding, "indicator" | "values">> = {},
): Finding {
  return { ...shapeFinding(code, findingClass, where, params), unit: unit?.name ?? null, ...about };
}

/** The cell of the county's total, in the row below its units. */
export function totalPlace(code: string, { base: { data, facts }, file }: CountyRead): Place | null {
  const row = data.rows.get(facts.get("totalLabel"))?.row;
  const column = data.columns.get(code);
  if (row === undefined || column === undefined) return null;
  return { file, sheet: data.sheet.name, cell: toA1(row, column) };
}

/** Is the county's value one of the line above? */
export function isAlike({ indicator: own }: FormLine, { indicator }: FormLine): boolean {
  if ((own.kind === "text") !== (indicator.kind === "text")) return false;
  return own.aggregation === "count" || own.measure === indicator.measure;
}

/** Items that both templates have, under the same key and name. */
export function alikeItems(a: Template, b: Template): number {
  const names = new Map(countyLines(a).map(({ indicator: { code, name } }) => [code, name]));
  return countyLines(b).filter(({ indicator: { code, name } }) => names.get(code) === name).length;
}
