/** Results of formulas in a sheet's XML; the formulas stay as they are. */
import { resultText, resultType } from "../sheet-data";
import { escapeXstring } from "../xml";
import type { Result } from "./formula-values";
import { cellsOf, rowsOf } from "./sheet-cells";
import { childOf, childrenOf, Edits, rootOf, withAttribute, withoutAttribute, withPrefix } from "./xml-edit";

export interface NewResult {
  readonly row: number;
  readonly column: number;
  /** Undefined where it is not known: an old one would be taken for today's. */
  readonly result: Result | undefined;
}

export function writeResults(xml: string, results: readonly NewResult[]): string {
  const sheetData = childOf(xml, rootOf(xml), "sheetData");
  if (!sheetData) return xml;
  const wanted = new Map<number, NewResult[]>();
  for (const each of results) wanted.set(each.row, [...(wanted.get(each.row) ?? []), each]);
  const edits = new Edits(xml);
  for (const { index, element } of rowsOf(xml, sheetData)) {
    const own = wanted.get(index);
    if (!own) continue;
    const cells = new Map(cellsOf(xml, element).map((cell) => [cell.index, cell.element]));
    for (const { column, result } of own) {
      const cell = cells.get(column);
      if (!cell || cell.tag.kind === "empty") continue;
      const start = withoutAttribute(xml.slice(cell.tag.start, cell.tag.end), "t");
      const type = typeOf(result);
      edits.replace(cell.tag.start, cell.tag.end, type === null ? start : withAttribute(start, "t", type));
      const value =
        result === undefined || result === null
          ? ""
          : withPrefix(`<v>${textOf(result)}</v>`, cell.tag.prefix);
      const known = childrenOf(xml, cell).find(({ tag }) => tag.name === "v");
      if (known) edits.replace(known.tag.start, known.end, value);
      else edits.insert(cell.contentEnd, value);
    }
  }
  return edits.apply();
}

function typeOf(result: Result | undefined): string | null {
  if (result === undefined || result === null) return null;
  if (typeof result === "object") return "e";
  return /t="([^"]*)"/.exec(resultType(result))?.[1] ?? null;
}

function textOf(result: NonNullable<Result>): string {
  return typeof result === "object" ? escapeXstring(result.error) : resultText(result);
}
