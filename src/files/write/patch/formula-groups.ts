/** Formulas that cells share: a cell that gives up its formula must not take its fellows' with it. */
import { contains, parseArea, toA1, type Area } from "../../../workbook/address";
import { compileShift } from "../../read/formula-shift";
import { unescapeXml } from "../../read/xml-text";
import { escapeXstring } from "../xml";
import type { CellPatch } from "./patch";
import { PatchError } from "./patch-error";
import { cellsOf, rowsOf } from "./sheet-cells";
import { attributeOf, childOf, contentOf, type Edits, type XmlElement } from "./xml-edit";

interface FormulaCell {
  readonly row: number;
  readonly column: number;
  readonly formula: XmlElement;
}

/**
 * Writes out the formulas of a shared group whose first cell is about to be overwritten, each in its own cell.
 * Throws `PatchError` where a cell of an array formula or a data table is to be overwritten. `overwritten` has addresses as keys.
 */
export function releaseFormulas(
  xml: string,
  sheetData: XmlElement,
  overwritten: ReadonlyMap<string, CellPatch>,
  sheet: string,
  edits: Edits,
): void {
  if (overwritten.size === 0 || !/<(?:[\w.-]+:)?f\s[^>]*t=/.test(xml)) return;
  const formulas = formulaCells(xml, sheetData);
  const attribute = ({ formula }: FormulaCell, name: string): string =>
    attributeOf(xml, formula.tag, name) ?? "";
  for (const cell of formulas) {
    if (!["array", "dataTable"].includes(attribute(cell, "t"))) continue;
    const area = parseArea(attribute(cell, "ref"));
    if (area) checkApart(area, overwritten, sheet);
  }
  const shared = formulas.filter((cell) => attribute(cell, "t") === "shared");
  for (const master of shared) {
    const text = unescapeXml(contentOf(xml, master.formula));
    if (text === "" || !overwritten.has(toA1(master.row, master.column))) continue;
    const shift = compileShift(text);
    for (const fellow of shared) {
      if (attribute(fellow, "si") !== attribute(master, "si")) continue;
      if (overwritten.has(toA1(fellow.row, fellow.column)) || contentOf(xml, fellow.formula) !== "") continue;
      const { start, prefix } = fellow.formula.tag;
      const own = escapeXstring(shift(fellow.row - master.row, fellow.column - master.column));
      edits.replace(start, fellow.formula.end, `<${prefix}f>${own}</${prefix}f>`);
    }
  }
}

/** An array of one cell is a formula like any other. */
function checkApart(area: Area, overwritten: ReadonlyMap<string, CellPatch>, sheet: string): void {
  if (area.top === area.bottom && area.left === area.right) return;
  for (const [address, { row, column }] of overwritten) {
    if (contains(area, row, column)) throw new PatchError("arrayFormula", `${sheet}!${address}`);
  }
}

function formulaCells(xml: string, sheetData: XmlElement): FormulaCell[] {
  return rowsOf(xml, sheetData).flatMap(({ index: row, element }) =>
    cellsOf(xml, element).flatMap(({ index: column, element: cell }) => {
      const formula = childOf(xml, cell, "f");
      return formula ? [{ row, column, formula }] : [];
    }),
  );
}
