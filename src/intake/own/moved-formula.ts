/** A formula of the blank as it is on a unit's sheet, where rows and columns may have moved. */
import type { Form } from "../../template/template";
import { parseA1 } from "../../workbook/address";
import type { Place } from "../../findings/finding";

/** The blank's own formula of an item, and the form that it is on. */
export interface BlankFormula {
  readonly form: Form;
  readonly formula: string;
}

export function blankFormulas(forms: readonly Form[]): ReadonlyMap<string, BlankFormula> {
  const found = new Map<string, BlankFormula>();
  for (const form of forms)
    for (const { cells } of form.own?.tables ?? [])
      for (const { item, formula } of cells)
        if (item !== undefined && formula !== undefined) found.set(item, { form, formula });
  return found;
}

const REFERENCE =
  /(?<![\w.!"'])(?:('(?:[^']|'')+'|[^\s'"!(),+\-*/<>=&:;]+)!)?\$?([A-Z]{1,3})\$?(\d{1,7})(?![\w(])/g;

/**
 * @param placeOf where the item is on the unit's sheets
 * @param sheet the unit's sheet that has the formula
 * @returns null where the formula names a cell that is no item, or one that is not there
 */
export function movedFormula(
  { form, formula }: BlankFormula,
  forms: readonly Form[],
  placeOf: (item: string) => Place | undefined,
  sheet: string | null,
): string | null {
  let isWhole = true;
  const moved = formula.replace(REFERENCE, (text, name: string | undefined, column: string, row: string) => {
    const wanted = name?.replace(/^'|'$/g, "").replace(/''/g, "'");
    const of = wanted === undefined ? form : forms.find(({ own }) => own?.sheet === wanted);
    const at = parseA1(`${column}${row}`);
    const item = at && itemAt(of, at.row, at.column);
    const place = item === undefined || item === null ? undefined : placeOf(item);
    if (!place?.cell) {
      isWhole = false;
      return text;
    }
    return place.sheet === sheet || place.sheet === null
      ? place.cell
      : `${quoted(place.sheet)}!${place.cell}`;
  });
  return isWhole ? moved : null;
}

function itemAt(form: Form | undefined, row: number, column: number): string | undefined {
  const cells = form?.own?.tables.flatMap((table) => table.cells) ?? [];
  return cells.find((cell) => cell.row === row && cell.column === column)?.item;
}

function quoted(sheet: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(sheet) ? sheet : `'${sheet.replace(/'/g, "''")}'`;
}
