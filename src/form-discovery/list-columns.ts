/** The columns of a list: what their cells hold, and which are added up. */
import type { SheetGrid } from "./grid";
import type { ListArea } from "./lists";
import { columnsUnder } from "./lists";
import { shortestTails } from "./keys";
import type { QuestionCode } from "./question";
import { headsOf } from "./heads";
import { bare, isNoteHead, isPersonal, isPlainWords, isRate, isWordsHead, measureIn } from "./words";

export interface DraftListColumn {
  readonly column: number;
  readonly key: string;
  readonly heads: readonly string[];
  readonly kind: "text" | "decimal" | "choice";
  readonly choices?: readonly string[];
  /** Are its figures added up? */
  readonly isSummed: boolean;
  readonly isPersonal: boolean;
  readonly measure?: string;
  /** The blank's own formula in the row of totals. */
  readonly formula?: string;
  /** Why staff are asked about it. */
  readonly doubt?: Extract<QuestionCode, "rate" | "personal" | "listColumn">;
}

/** What units wrote in a column. */
export interface Written {
  readonly holds: "figures" | "words";
  /** Few words that come again and again, in all of its cells. */
  readonly choices?: readonly string[];
}

/** @param written what units wrote in the column; undefined where it is not known */
export function listColumns(
  grid: SheetGrid,
  area: ListArea,
  written: (column: number) => Written | undefined,
): DraftListColumn[] {
  const columns = columnsUnder(grid, area.head).filter((column) => column !== area.ordinal);
  const heads = columns.map((column) => headsOf(grid, area.head, column));
  const keys = shortestTails(heads.map((path) => path.map(withoutChoices)));
  const found: DraftListColumn[] = [];
  for (const [c, column] of columns.entries()) {
    const formula = area.total === null ? undefined : grid.at(area.total, column).formula;
    const isComputedColumn = formula !== undefined || isComputed(grid, area, column);
    const meant = meaningOf(heads[c]!, isComputedColumn, written(column));
    // `其中：青少年` behind 参加人数.
    const isPart = meant.doubt === "listColumn" && /^其中/.test(heads[c]!.at(-1)!) && found.at(-1)?.isSummed;
    found.push({
      column,
      key: keys[c]!,
      heads: heads[c]!,
      ...(formula === undefined ? {} : { formula }),
      ...(isPart ? { kind: "decimal" as const, isSummed: true, isPersonal: false } : meant),
    });
  }
  return found;
}

type Meaning = Pick<DraftListColumn, "kind" | "choices" | "isSummed" | "isPersonal" | "measure" | "doubt">;

function isComputed(grid: SheetGrid, { rows, ordinal }: ListArea, column: number): boolean {
  if (column === ordinal) return false;
  for (let row = rows.first; row <= rows.last; row++)
    if (grid.at(row, column).shows === "formula") return true;
  return false;
}

function meaningOf(
  heads: readonly string[],
  isComputedColumn: boolean,
  written: Written | undefined,
): Meaning {
  const holds = written?.holds;
  const said = heads.join(" ");
  const last = heads.at(-1) ?? "";
  const words: Meaning = { kind: "text", isSummed: false, isPersonal: false };
  if (isPersonal(said)) return { ...words, isPersonal: true, doubt: "personal" };
  const choices = choicesIn(last) ?? usualChoices(last) ?? written?.choices;
  if (choices) return { ...words, kind: "choice", choices };
  const measure = heads.map(measureIn).findLast((each) => each !== null);
  const figures: Meaning = { ...words, kind: "decimal", ...(measure ? { measure } : {}) };
  if (holds === "words" || isNoteHead(said)) return words;
  if (isRate(said)) return { ...figures, ...(isComputedColumn ? {} : { doubt: "rate" }) };
  if (isComputedColumn) return { ...figures, isSummed: true };
  if (isNeverAdded(last)) return holds === "figures" ? figures : words;
  if (measure !== undefined) return { ...figures, isSummed: true };
  const isNamed = isAmount(last) || (!isWordsHead(last) && heads.slice(0, -1).some(isAmount));
  if (isNamed || holds === "figures") return { ...figures, isSummed: true };
  return isWordsHead(said) || isPlainWords(last) || holds !== undefined
    ? words
    : { ...words, doubt: "listColumn" };
}

/** What is counted or measured. */
const AMOUNT =
  /(?:数|数量|总量|[产销用存]量|额|[资基奖现租押罚税]金|经费|投资|款|费|费用|价值|[原净现残]值|折价|收入|支出|产值|面积|亩|人次|场次|批次|户次|里程|长度|宽度|重量|容量|余额|合计|小计|总计|补贴|补助|工资|人口|户|台账数)$/;
/** Figures that say which, when or how old: they are never added up. */
const NEVER =
  /年龄|[工党教军学]龄|年限|年度$|年份$|年级|届$|期数$|编号|号$|楼层|代码|编码|邮编|排序|得分|评分|分数$|标准$/;

function isAmount(head: string): boolean {
  return AMOUNT.test(bare(head).replace(/[(（][^()（）]*[)）]/g, ""));
}

function isNeverAdded(head: string): boolean {
  return NEVER.test(bare(head));
}

/** What everybody answers under these headings. */
function usualChoices(head: string): readonly string[] | null {
  const plain = bare(head);
  return plain === "性别" ? ["男", "女"] : /^是否/.test(plain) ? ["是", "否"] : null;
}

/** `是否低保（是/否）` → 是, 否. */
function choicesIn(head: string): readonly string[] | null {
  const [, inside] = CHOICES.exec(bare(head)) ?? [];
  return inside === undefined ? null : inside.split(/[/、|]/);
}

const CHOICES = /[(（]((?:[^()（）/、|]{1,8}[/、|]){1,9}[^()（）/、|]{1,8})[)）]$/;

function withoutChoices(head: string): string {
  return choicesIn(head) === null ? head : bare(head).replace(CHOICES, "");
}
