/** An office's own sheets as they are sent to a unit: its name, the period and earlier figures filled in, nothing else. */
import type { OfficeCell, OfficePlan, OfficeSheetPlan } from "../workbook/plan";
import { filledPeriod, filledUnit, type FilledCaption } from "./fill-caption";
import { blankFormula, companionCells } from "./own-columns";
import type { OwnCell, OwnSheet } from "./own-sheet";
import { periodWords } from "./period-words";
import { formsOf } from "./template-index";
import { unitsOfLines, withEveryLine } from "./unit-lines";
import type { Template, Unit } from "./template";

/** By item key; null where that period is not known at all. */
export type EarlierValues = ReadonlyMap<string, number> | null;

export interface OwnFill {
  readonly unit: Unit;
  /** `2020`; null where the forms are issued for no certain period. */
  readonly period: string | null;
  readonly lastYear: EarlierValues;
  /** Of the period before, for columns of role `previous`. */
  readonly lastPeriod: EarlierValues;
}

/** Has the template forms of the office's own, and is the workbook that they come from lost? */
export function lacksOffice({ forms, office }: Template): boolean {
  return !office && forms.some(({ layout }) => layout === "own");
}

/** The sheets that the unit fills; null where the template has no form of the office's own. */
export function issuedOfficePlan(template: Template, fill: OwnFill, after?: string): OfficePlan | null {
  const { office } = template;
  const all = template.forms.flatMap(({ own }) => own ?? []);
  if (!office || all.length === 0) return null;
  const wanted = new Set(formsOf(template, fill.unit.kind).flatMap(({ own }) => own ?? []));
  const remove = all.filter((own) => !wanted.has(own)).map(({ sheet }) => sheet);
  return {
    bytes: office.bytes,
    sheets: [...wanted].map((own): OfficeSheetPlan => ({
      source: own.sheet,
      cells: issuedCells(own, fill, template.units),
    })),
    ...(remove.length === 0 ? {} : { remove }),
    ...(after === undefined ? {} : { after }),
  };
}

function issuedCells(
  own: OwnSheet,
  { unit, period, lastYear, lastPeriod }: OwnFill,
  units: readonly Unit[],
): OfficeCell[] {
  const captions = [filledUnit(own, unit.name), period === null ? null : filledPeriod(own, period)];
  return [
    ...joined(captions.flatMap((caption) => caption ?? [])),
    ...(period === null ? [] : periodWords(own, period)),
    ...carriedCells(own, "lastYear", { unit, units }, lastYear),
    ...carriedCells(own, "previous", { unit, units }, lastPeriod),
  ];
}

/** Unit and period can have their places in one cell: then the first filled in is the text of the second. */
function joined(captions: readonly FilledCaption[]): readonly FilledCaption[] {
  const [unit, period] = captions;
  const isOne = unit && period && unit.row === period.row && unit.column === period.column;
  return isOne ? [unit] : captions;
}

/**
 * Figures of an earlier period beside the items; a cell that the blank computes stays, and so do all where nothing is
 * known. Where each unit has a line, in its own.
 */
function carriedCells(
  own: OwnSheet,
  role: "lastYear" | "previous",
  { unit, units }: Pick<OwnFill, "unit"> & { readonly units: readonly Unit[] },
  values: EarlierValues,
): OfficeCell[] {
  if (values === null) return [];
  return own.tables.flatMap((table) => {
    const owners = table.unitLines && unitsOfLines(table.unitLines, units);
    return companionCells(withEveryLine(table), role).flatMap(({ cell, beside }): OfficeCell[] => {
      if (!isOpen(beside) || (owners && owners.get(cell.line)?.code !== unit.code)) return [];
      return [{ row: beside.row, column: beside.column, value: values.get(cell.item!) ?? null }];
    });
  });
}

function isOpen(cell: OwnCell): boolean {
  return cell.use === "lastYear" && blankFormula(cell) === null;
}
