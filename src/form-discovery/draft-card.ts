/** A card as a table of which each line is a label with its place: added up, kept per unit, or a person's. */
import type { CellUse } from "../template/own-sheet";
import { areaToA1 } from "../workbook/address";
import { type Captions, NAME_OF_UNIT, UNIT } from "./captions";
import type { Card, CardPair } from "./cards";
import type { IsWordy } from "./columns";
import type { DraftCell, DraftTable } from "./draft";
import type { SheetGrid } from "./grid";
import type { DraftLine } from "./lines";
import type { Proposal, Question } from "./question";
import { bare, isMeasure, isNoteHead, isPersonal, isRate, isWordsHead, measureIn } from "./words";

/** In a card such a word asks for a person's name. */
const PERSON =
  /^(?:法人(?:代表)?|法定代表人|[副正]?(?:校长|院长|园长|所长|站长|局长|处长|科长|经理|主任|镇长|乡长|村长)|村?(?:支部)?书记|村主任|户主|监护人|班主任|家长|会计|报账员|信息员|联络员|经办|填表|审核)$/;
const AMOUNT =
  /(?:[数额量]|人口|人员|人次|面积|产值|总产|收入|支出|投资|资金|经费|补助|拨款|资产|负债|利润|税收|余额|工资|费用?|长度|里程|容积|库容|合计|总计|小计|在校生|住宿生|毕业生|在岗|在编|教职工|教师|学生|职工|党员|团员|劳动力|[^子]女|男|^女|少数民族|以上|以下|耕地|林地|水田|旱地|草地|水域|建筑|占地|绿化|床位|藏书|班级|存栏|出栏)$/;
/** What is called so is words, whatever else it says. */
const WORDS =
  /名称|姓名|地址|日期|时间|年月|性质|类型|类别|级别|等级|方式|来源|内容|情况|说明|简介|意见|原因|措施|问题|荣誉|称号|民族|学历|文化程度|专业|职称|职务|籍贯|面貌|编号|代码|证号|文号|网址|邮编|单位$/;

/** Numbers are added up; null where the label does not say. */
function isAmount(label: string, measure: string | undefined): boolean | null {
  const words = bare(label).replace(/[(（][^()（）]*[)）]$/, "");
  if (measure !== undefined || measureIn(label) !== null) return true;
  if (AMOUNT.test(words)) return true;
  return WORDS.test(words) || isWordsHead(words) || isNoteHead(words) ? false : null;
}

/** What units wrote, as far as it is known. */
interface Written {
  readonly isWordy: IsWordy;
  readonly isNumeric: IsWordy;
}

export function draftCard(grid: SheetGrid, card: Card, written: Written, asked: Question[]): DraftTable {
  const lines: DraftLine[] = [];
  const cells: DraftCell[] = [];
  const put = (pair: CardPair, path: readonly string[], use: CellUse, fill = pair.fill): void => {
    const { row, column, cell, label } = pair;
    const measure = pair.measure ?? measureIn(path.at(-1)!) ?? measureBehind(pair);
    lines.push({
      row,
      path,
      heading: null,
      ...(measure === undefined || fill?.kind === "ticks" ? {} : { measure }),
      ...(label === null ? {} : { label }),
    });
    cells.push({
      row,
      column,
      cell,
      use,
      line: lines.length - 1,
      in: 0,
      ...(fill === undefined ? {} : { fill }),
    });
  };
  const unit = placeOfUnit(card);
  for (const pair of card.pairs) {
    if (pair === unit) continue;
    const use = useOf(grid, pair, written, asked);
    put(pair, pair.path, use);
    if (pair.fill?.kind !== "ticks" || use !== "text") continue;
    for (const option of pair.fill.options)
      put(pair, [...pair.path, option], "sum", { ...pair.fill, option });
  }
  const rows = Array.from({ length: card.bottom - card.top + 1 }, (_, i) => card.top + i);
  const { top, left, right } = card;
  const head = { top, bottom: top, left, right, marks: null, measures: null };
  const column = Math.min(...card.pairs.map((pair) => pair.column));
  return {
    kind: "card",
    area: { head, rows, left, stub: left, right },
    lines,
    columns: [{ column, heads: [], role: "value", use: "sum" }],
    cells,
    lineKeys: [],
    columnKeys: [],
  };
}

/** `____人`: what follows the gap. */
function measureBehind({ fill, cell }: CardPair): string | undefined {
  if (fill?.kind !== "gap") return undefined;
  const parts = cell.written.split(/[_＿﹍﹏]{2,}|\s{3,}/);
  const [, behind = ""] = /^\s*(\p{L}{1,4}|%)/u.exec(parts[fill.index + 1] ?? "") ?? [];
  return [behind, behind.slice(0, 2), behind.slice(0, 1)].find((text) => text !== "" && isMeasure(text));
}

function useOf(grid: SheetGrid, pair: CardPair, written: Written, asked: Question[]): CellUse {
  const { path, cell, fill, row, column } = pair;
  const label = bare(path.at(-1)!).replace(/[:：]$/, "");
  const place = areaToA1({ top: row, left: column, bottom: row, right: column });
  const ask = (code: Question["code"], proposal: Proposal, choices: Proposal[]): void => {
    asked.push({ sheet: grid.sheet.name, cell: place, code, params: { name: label }, proposal, choices });
  };
  if (isPersonal(label) || PERSON.test(label)) {
    ask("personal", "unused", ["unused", "text"]);
    return "unused";
  }
  if (fill?.kind === "ticks") return "text";
  if (cell.shows === "formula") return isRate(label) ? "text" : "sum";
  if (isRate(label) || pair.measure === "%") {
    ask("rate", "text", ["sum", "text", "lastYear", "unused"]);
    return "text";
  }
  if (written.isWordy(row, column)) return "text";
  const amount = isAmount(label, pair.measure ?? measureBehind(pair));
  if (amount === null && written.isNumeric(row, column)) return "sum";
  if (amount === null) ask("words", "text", ["sum", "text", "unused"]);
  const use = amount === true ? "sum" : "text";
  if (cell.shows === "number")
    ask(Number(cell.number) === 0 ? "zero" : "filled", use, ["sum", "text", "unused"]);
  return use;
}

/** The unit's name is one of the card's places, where nothing above it asks for it. */
export function unitOfCard(card: Card): Captions["unit"] {
  const own = placeOfUnit(card);
  if (!own) return undefined;
  const { row, column, label, cell } = own;
  return { row, column, label: label === null ? cell.written.replace(/[_\s]+$/, "") : "" };
}

function placeOfUnit({ pairs }: Card): CardPair | undefined {
  return pairs.find(({ path }) => {
    const label = path.at(-1)!.replace(/[:：]$/, "");
    return UNIT.test(label) || NAME_OF_UNIT.test(label);
  });
}
