/** An office's own sheets as they are sent to a unit: its name, the period and earlier figures filled in, nothing else. */
import type { OfficeCell, OfficePlan, OfficeSheetPlan } from "../workbook/plan";
import { filledPeriod, filledUnit, type FilledCaption } from "./fill-caption";
import { blankFormula, companionOf } from "./own-columns";
import type { OwnCell, OwnSheet } from "./own-sheet";
import { formsOf } from "./template-index";
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
    sheets: [...wanted].map((own): OfficeSheetPlan => ({ source: own.sheet, cells: issuedCells(own, fill) })),
    ...(remove.length === 0 ? {} : { remove }),
    ...(after === undefined ? {} : { after }),
  };
}

function issuedCells(own: OwnSheet, { unit, period, lastYear, lastPeriod }: OwnFill): OfficeCell[] {
  const captions = [filledUnit(own, unit.name), period === null ? null : filledPeriod(own, period)];
  return [
    ...joined(captions.flatMap((caption) => caption ?? [])),
    ...carriedCells(own, "lastYear", lastYear),
    ...carriedCells(own, "previous", lastPeriod),
  ];
}

/** Unit and period can have their places in one cell: then the first filled in is the text of the second. */
function joined(captions: readonly FilledCaption[]): readonly FilledCaption[] {
  const [unit, period] = captions;
  const isOne = unit && period && unit.row === period.row && unit.column === period.column;
  return isOne ? [unit] : captions;
}

/** Figures of an earlier period beside the items; a cell that the blank computes stays, and so do all where nothing is known. */
function carriedCells(own: OwnSheet, role: "lastYear" | "previous", values: EarlierValues): OfficeCell[] {
  if (values === null) return [];
  return own.tables.flatMap((table) => {
    const cells = new Map(table.cells.map((cell) => [JSON.stringify([cell.line, cell.in]), cell]));
    const companions = new Map(
      table.columns
        .filter((column) => column.role === "value")
        .map((column) => [column.key, companionOf(table, column, role)?.key]),
    );
    return table.cells.flatMap((cell): OfficeCell[] => {
      const key = companions.get(cell.in);
      const beside = key === undefined ? undefined : cells.get(JSON.stringify([cell.line, key]));
      if (cell.item === undefined || !beside || !isOpen(beside)) return [];
      return [{ row: beside.row, column: beside.column, value: values.get(cell.item) ?? null }];
    });
  });
}

function isOpen(cell: OwnCell): boolean {
  return cell.use === "lastYear" && blankFormula(cell) === null;
}
