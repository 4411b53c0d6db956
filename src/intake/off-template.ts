/** 模板外: what a cell without a place in the template is listed with, and what of it is personal. */
import { parseA1 } from "../workbook/address";
import type { Cell } from "../workbook/workbook";
import { isColumnNumberRow } from "./columns";
import { MASKED } from "./findings";
import { carries, type Grid } from "./grid";
import { compact, rawText } from "./normalise/clean";
import { parseQuantity } from "./normalise/quantity";
import type { OffTemplate } from "./submission";

/** Headings of rosters: what such a sheet holds is about persons. Telephone numbers are on every form. */
const PERSONAL = /^(?:姓名|名字|身份证(?:号码?)?|公民身份号码|(?:家庭)?住址)$/;
/** The hundred most frequent surnames (Ministry of Public Security, name report 2020), two-character ones first. */
const SURNAME =
  /^(?:欧阳|上官|司马|诸葛|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常])/;
const LONGEST_NAME = 4;
const LONGEST_LABEL = 40;

/** The cells with what is written beside and above them; of rosters and names only the place is left. */
export function withLabels(cells: readonly OffTemplate[], grids: readonly Grid[]): OffTemplate[] {
  const lookups = new Map<Grid, Labels>();
  return cells.map((cell) => {
    const at = parseA1(cell.place.cell ?? "");
    const grid = grids.find(
      ({ sheet, rows }) => sheet.name === cell.place.sheet && at !== null && rows.has(at.row),
    );
    if (!grid || !at || cell.raw === MASKED) return cell;
    const labels = lookups.get(grid) ?? new Labels(grid);
    lookups.set(grid, labels);
    if (labels.isRoster || isName(cell.raw)) return { ...cell, raw: MASKED };
    const label = labels.of(at.row, at.column);
    return label === "" ? cell : { ...cell, label };
  });
}

/** Two to four Han characters that begin with a frequent surname. */
function isName(text: string): boolean {
  const name = compact(text);
  return (
    name.length >= 2 && name.length <= LONGEST_NAME && /^[\u4e00-\u9fff]+$/.test(name) && SURNAME.test(name)
  );
}

class Labels {
  readonly isRoster: boolean;
  /** By column, the texts with their rows, from top to bottom. */
  private readonly columns = new Map<number, { readonly row: number; readonly text: string }[]>();

  constructor(private readonly grid: Grid) {
    let roster = false;
    for (const cells of grid.rows.values()) {
      if (isColumnNumberRow(cells.map(rawText))) continue;
      for (const cell of cells.filter(isLabel)) {
        const text = rawText(cell).trim();
        roster ||= PERSONAL.test(compact(text));
        const column = this.columns.get(cell.column) ?? [];
        column.push({ row: cell.row, text });
        this.columns.set(cell.column, column);
      }
    }
    this.isRoster = roster;
  }

  /** `家长学校 · 其中：新建`: the first text of the row, and the nearest one above. */
  of(row: number, column: number): string {
    const left = (this.grid.rows.get(row) ?? []).find((cell) => cell.column < column && isLabel(cell));
    const above = lastBefore(this.columns.get(column) ?? [], row);
    const texts = [left ? rawText(left).trim() : "", above];
    return [...new Set(texts)]
      .filter((text) => text !== "" && !isName(text))
      .map((text) => text.replace(/\s+/g, " ").slice(0, LONGEST_LABEL))
      .join(" · ");
  }
}

/** Signatures and captions name persons; what begins so says nothing about a figure. */
const NO_LABEL = /负责人|审核人|填表人|制表人|经办人|电话|手机|^#/;

/** A text that is no number of its own. */
function isLabel(cell: Cell): boolean {
  if (cell.kind !== "text" || !carries(cell)) return false;
  const text = compact(rawText(cell));
  if (NO_LABEL.test(text)) return false;
  return text.length > LONGEST_LABEL || parseQuantity(text) === null;
}

/** By halving: a sheet may have thousands of texts in a column. */
function lastBefore(texts: readonly { readonly row: number; readonly text: string }[], row: number): string {
  let [low, high] = [0, texts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (texts[middle]!.row < row) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? "" : texts[low - 1]!.text;
}
