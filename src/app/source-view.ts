/** The sheet of a file in which a finding stands, for the pane to show. */
import type { Place } from "../findings/finding";
import { PersonalCells } from "../county-workbook/privacy";
import { highlightsOf } from "../returns/highlights";
import { rowAround, sheetBeginning, sourceViewSheet, type RowCell } from "./source-view-plan";
import { parseA1 } from "../workbook/address";
import type { SheetPlan } from "../workbook/plan";
import type { ReturnParts } from "./returns";

export interface SourceView {
  /** Null where people's names stand: they must not get into the open workbook, which may be the county's. */
  readonly sheet: SheetPlan | null;
  /** `E7`. */
  readonly cell: string;
  readonly row: readonly RowCell[];
}

/** Null where the file is not at hand, or has no such sheet. */
export function sourceView({ file, sheet: name, cell }: Place, parts: ReturnParts): SourceView | null {
  const { session, template, view, say } = parts;
  const workbook = file === null ? null : session.workbookOf(file);
  const sheet = workbook?.sheets.find((each) => each.name === name);
  if (!workbook || !sheet || file === null) return null;
  const focus = (cell === null ? null : parseA1(cell)) ?? { row: 0, column: 0 };
  const { date1904 } = workbook;
  const row = cell === null ? sheetBeginning(sheet, date1904) : rowAround(sheet, focus, date1904);
  const personal = new PersonalCells(template, session.assess().submissions);
  if (personal.holdsPersons(file, sheet.name)) return { sheet: null, cell: cell ?? "A1", row };
  const owner = view.units.find((unit) => unit.files.includes(file))?.name ?? file.replace(/^.*\//, "");
  const marks = highlightsOf(view, file, say).find((each) => each.sheet === sheet.name);
  return {
    sheet: sourceViewSheet({ workbook, sheet, owner, marks, focus }, say),
    cell: cell ?? "A1",
    row,
  };
}
