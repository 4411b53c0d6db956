/** Headings of Excel's tables: the table's own part has them too, and Excel repairs a workbook where they differ. */
import { contains, parseArea, toA1 } from "../../../workbook/address";
import { escapeText } from "../xml";
import type { ForeignPackage } from "./foreign-package";
import type { ForeignSheet } from "./foreign-workbook";
import type { CellPatch, SheetPatch } from "./patch";
import { PatchError } from "./patch-error";
import { attributeOf, childOf, childrenOf, Edits, rootOf } from "./xml-edit";

/** Gives the columns of tables the headings that their cells get. Throws where two would have the same one. */
export function renameTableColumns(
  store: ForeignPackage,
  patches: readonly SheetPatch[],
  sheets: readonly ForeignSheet[],
): void {
  for (const { sheet, cells } of patches) {
    const path = sheets.find(({ name }) => name === sheet)?.path ?? null;
    if (path === null) continue;
    const tables = store.relationships(path).filter(({ type }) => type === "table");
    for (const { target } of tables) renameIn(store, target, sheet, cells);
  }
}

function renameIn(store: ForeignPackage, path: string, sheet: string, cells: readonly CellPatch[]): void {
  const xml = store.need(path);
  const root = rootOf(xml);
  const area = parseArea(attributeOf(xml, root.tag, "ref") ?? "");
  if (!area || attributeOf(xml, root.tag, "headerRowCount") === "0") return;
  const head = { ...area, bottom: area.top };
  const changed = cells.filter(
    ({ row, column, value }) => value !== undefined && contains(head, row, column),
  );
  const list = childOf(xml, root, "tableColumns");
  if (changed.length === 0 || !list) return;
  const columns = childrenOf(xml, list);
  const names = columns.map(({ tag }) => attributeOf(xml, tag, "name") ?? "");
  const edits = new Edits(xml);
  for (const { row, column, value } of changed) {
    const index = column - area.left;
    const name = typeof value === "string" ? value : "";
    const isTaken = names.some((other, i) => i !== index && other.toLowerCase() === name.toLowerCase());
    if (name === "" || isTaken) throw new PatchError("tableHeading", `${sheet}!${toA1(row, column)}`);
    names[index] = name;
    const tag = columns[index]?.tag;
    if (!tag) continue;
    // The attribute's value is a text of the office, with whatever it holds.
    const text = xml
      .slice(tag.start, tag.end)
      .replace(
        /(\sname\s*=\s*)(?:"[^"]*"|'[^']*')/,
        (_, start: string) => `${start}"${escapeText(name.replace(/\n/g, "_x000a_"))}"`,
      );
    edits.replace(tag.start, tag.end, text);
  }
  store.replace(path, edits.apply());
}
