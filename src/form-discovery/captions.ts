/** What is written above the tables: titles, the places for unit and period, the unit of measure. */
import type { Caption } from "../template/own-sheet";
import type { SheetGrid } from "./grid";
import { isPeriodOnly, withoutPeriod } from "./periods";
import { bare, isMeasure } from "./words";

export const UNIT =
  /^((?:综合机关|单位详细|法人单位|企业详细|机构)\s*(?:名\s*称|全\s*称)|(?:填\s*报|填\s*表|报\s*送|上\s*报|编\s*制|编\s*报|统\s*计|报\s*告|汇\s*总|制\s*表|单\s*位)\s*(?:单\s*位|机\s*构|部\s*门|企\s*业|地\s*区|乡\s*镇|街\s*道|名\s*称|行)(?:\s*名\s*称)?|单\s*位\s*(?:名\s*称)?|乡\s*镇\s*(?:名\s*称|\s*\(?\s*街\s*道\s*\)?)?|机构名称|企业名称|地区)\s*(?:\([^()]{1,10}\))?\s*(:|$)/;

/** Labels of a card's place for it. */
export const NAME_OF_UNIT = /^(?:学校|医院|村|社区|企业|机构|单位|乡镇|街道|部门)\s*(?:名\s*称|全\s*称)$/;
/** The day on which a form was filled in says nothing of its period. */
const PERIOD =
  /^(?!填\s*[报表]\s*(?:日\s*期|时\s*间))((?:报\s*表|报\s*告|填\s*报|统\s*计|所\s*属|会\s*计|数\s*据)?\s*(?:日\s*期|时\s*间|期\s*间|期\s*别|时\s*期|年\s*度|月\s*份|报告期|所属期))\s*(:|$)/;
const MEASURE = /^(?:货币|计量|金额|计算)?单\s*位\s*:?\s*\(?([^()]{1,10}?)\)?$/;
const ANY_CAPTION =
  /^(?:(?!其中|其他|其它|包括|内含|减:|加:|含:|按)[^:]{1,14}:|\s*(?:表\s*号|制\s*表\s*机\s*关|批准机关|备案机关|批准文号|有效期至|文\s*号|附件?\s*\d{0,3}|附表\s*\d{0,3}|机密|内部资料))/;

const TITLE = /(?:表|统计|情况)(?:\([^()]{1,12}\))?$/;

export interface Captions {
  readonly titles: readonly string[];
  readonly unit?: Caption;
  readonly period?: Caption;
  /** `万元`: of all that has no other unit of measure. */
  readonly measure?: string;
}

/** Is the text one of a sheet's head lines and no heading of a column? */
export function isCaption(text: string): boolean {
  return ANY_CAPTION.test(text) || isPeriodOnly(text) || MEASURE.test(text);
}

/** What is written in the rows before `end`, and in `also`, cells that are beside the first heads. */
export function captionsOf(grid: SheetGrid, end: number): Captions {
  const titles: string[] = [];
  const found: { unit?: Caption; period?: Caption; measure?: string } = {};
  for (let row = 0; row < end; row++) {
    const texts = grid.filled(row).filter(({ cell }) => cell.shows === "text");
    const alone = texts.filter(({ cell }) => !isCaption(cell.text)).length === 1;
    for (const { column, cell } of texts) {
      const kind = kindOf(cell.text);
      const place = { row, column, cell };
      if (kind === "unit") found.unit ??= captionAt(grid, place, UNIT);
      else if (kind === "period") found.period ??= captionAt(grid, place, PERIOD);
      else if (kind === "measure") found.measure ??= measureOf(cell.text) ?? undefined;
      else if (
        !/[□_]{3}/.test(cell.text) &&
        (alone || TITLE.test(cell.text)) &&
        !isCaption(cell.text) &&
        withoutPeriod(cell.text) !== ""
      )
        titles.push(withoutPeriod(cell.text));
    }
  }
  return { titles, ...found };
}

function kindOf(text: string): "unit" | "period" | "measure" | "other" {
  if (measureOf(text) !== null) return "measure";
  if (UNIT.test(text)) return "unit";
  return PERIOD.test(text) || isPeriodOnly(text) ? "period" : "other";
}

/** `单位：万元` → `万元`. */
export function measureOf(text: string): string | null {
  const [, said] = MEASURE.exec(text) ?? [];
  return said !== undefined && isMeasure(said) ? bare(said) : null;
}

/** Behind a colon in the label's own cell; a label without one has its place in the next cell. */
function captionAt(
  grid: SheetGrid,
  {
    row,
    column,
    cell,
  }: { row: number; column: number; cell: { text: string; written: string; area: { right: number } } },
  pattern: RegExp,
): Caption {
  const [, , colon] = pattern.exec(cell.text) ?? [];
  if (colon === ":") return { row, column, label: cell.written.slice(0, colonAt(cell.written) + 1).trim() };
  const beside = cell.area.right + 1;
  if (colon === "" && beside < grid.columns + 1 && grid.at(row, beside).shows === "empty")
    return { row, column: beside, label: "" };
  return { row, column, label: "" };
}

function colonAt(text: string): number {
  return text.search(/[:：]/);
}
