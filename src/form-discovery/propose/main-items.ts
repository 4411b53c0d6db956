/** Which figures of an office's own form its readers want first. */
import type { OwnColumn, OwnLine, OwnTable } from "../../template/own-sheet";
import { withoutOrdinal } from "../../template/distinct-names";
import type { Form, Indicator } from "../../template/template";
import { isRate } from "../words";
import type { Wholes } from "./wholes";

export interface MainItem {
  readonly item: Indicator;
  readonly line: OwnLine;
  readonly column: OwnColumn;
  /** What a sentence calls it: `担保类小计`, `高校总数`. */
  readonly phrase: string;
}

/** The whole of something; what is in brackets behind does not count. */
const TOTAL = /(?:合计|总计|共计|总数|总额)$|^全[县市区乡镇部]$/;
const SUBTOTAL = /小计$/;
/** A column of totals. `银行收益合计` is a figure of its own. */
const TOTAL_HEAD = /^(?:.{0,3}(?:合计|总计|共计)|总数|总额|小计)$/;
/** A number that is no quantity. */
const NO_QUANTITY = /代码|编码|编号|序号|行次|年份|文号|名次|位次/;
const OF_WHICH = /^(?:其中|总数中|总额中|#|★)\s*[：:]?\s*/;

/** Quantities of the form that are added up, those that matter most first. */
export function mainItems(form: Form, wholes: Wholes): MainItem[] {
  const parts = new Set([...wholes.values()].flat());
  const items = new Map(form.indicators.map((item) => [item.code, item]));
  const ranked = (form.own?.tables ?? []).flatMap((table) =>
    quantities(table, items).map(({ item, line, column }) => ({
      item,
      line,
      column,
      phrase: phraseOf(form, table, line, column),
      rank: rankOf({ table, item, line, column }, wholes, parts),
    })),
  );
  return ranked.sort((a, b) => b.rank - a.rank);
}

interface Place {
  readonly item: Indicator;
  readonly line: OwnLine;
  readonly column: OwnColumn;
}

function quantities(table: OwnTable, items: ReadonlyMap<string, Indicator>): Place[] {
  const lines = new Map(table.lines.map((line) => [line.key, line]));
  const columns = new Map(table.columns.map((column) => [column.key, column]));
  return table.cells.flatMap(({ item: key, line: lineKey, in: columnKey }): Place[] => {
    const item = key === undefined ? undefined : items.get(key);
    const [line, column] = [lines.get(lineKey), columns.get(columnKey)];
    return item && line && column && isQuantity({ item, line, column }) ? [{ item, line, column }] : [];
  });
}

function isQuantity({ item, line, column }: Place): boolean {
  const isNumber = ["whole", "decimal", "amount"].includes(item.kind) && !/[%‰]/.test(item.measure);
  const isAdded = ["sum", "stock", "computed"].includes(item.aggregation);
  const words = [...line.path.slice(-1), ...column.heads];
  return (
    isNumber &&
    isAdded &&
    column.role === "value" &&
    // What a formula divides is a rate, whatever it is called.
    !(item.formula ?? "").includes("/") &&
    !words.some((text) => isRate(text) || NO_QUANTITY.test(text))
  );
}

function rankOf(
  { table, item, line, column }: Place & { readonly table: OwnTable },
  wholes: Wholes,
  parts: ReadonlySet<string>,
): number {
  const label = withoutBrackets(labelOf(line));
  const isOverColumns = isSumOverColumns(table, item.code, line, wholes);
  const isWhole = wholes.has(item.code) && !isOverColumns;
  const main = mainColumn(table);
  return (
    (isWhole ? 30 : 0) +
    (isWhole && !parts.has(item.code) ? 20 : 0) +
    (SUBTOTAL.test(label) ? 8 : TOTAL.test(label) ? 30 : 0) +
    (isOverColumns || (column.heads.length === 1 && TOTAL_HEAD.test(bare(column.heads[0]!))) ? 20 : 0) +
    (column === main ? 15 : 0) -
    (isSectionHead(table, item, column) ? 45 : 0) -
    (isOfWhich(line) ? 25 : 0) -
    // The order of the form decides between equals.
    table.lines.indexOf(line) / 1000 -
    table.columns.indexOf(column) / 100
  );
}

/** What was done comes before what was planned; else the first column. */
function mainColumn({ columns }: OwnTable): OwnColumn | undefined {
  const values = columns.filter(({ role }) => role === "value");
  return values.find(({ heads }) => !heads.some((head) => PLANNED.test(bare(head)))) ?? values[0];
}

/** `全年计划`, `年度目标任务`; `计划完成`, `完成计划` say what was done. */
const PLANNED = /^(?!.*(?:完成|执行|实际|实绩)).*(?:计划|目标|任务|预算|指标值|应收|应缴|应报)/;

/** The other lines of the column are computed and this one is not: units leave the line of a heading empty. */
function isSectionHead({ cells }: OwnTable, { code, aggregation }: Indicator, { key }: OwnColumn): boolean {
  const uses = cells.flatMap((cell) => (cell.in === key && cell.item !== code ? [cell.use] : []));
  return aggregation !== "computed" && uses.filter((use) => use === "computed").length > uses.length / 2;
}

export function isOfWhich({ path }: Pick<OwnLine, "path">): boolean {
  return /其中|^[#★]/.test(path.at(-1) ?? "");
}

function isSumOverColumns(table: OwnTable, code: string, line: OwnLine, wholes: Wholes): boolean {
  const parts = wholes.get(code) ?? [];
  const inLine = new Set(table.cells.flatMap((cell) => (cell.line === line.key ? (cell.item ?? []) : [])));
  return parts.length > 0 && parts.every((part) => inLine.has(part));
}

function withoutBrackets(text: string): string {
  return text.replace(/[(（][^()（）]*[)）]$/, "");
}

/** Without numbering, 其中： and measures; with its numbering where the label alone is not the only one. */
function labelOf({ path, code, key }: OwnLine, isRepeated = false): string {
  const label = path.at(-1) ?? code ?? key;
  return isRepeated ? bare(label) : plain(label);
}

/** `建立党委的高校`; 小计 alone says nothing. */
function headOf({ heads, key }: OwnColumn): string {
  const last = heads.at(-1) ?? key;
  const above = heads.at(-2);
  return plain(TOTAL_HEAD.test(bare(last)) && above !== undefined ? above : last);
}

function bare(text: string): string {
  return text.replace(/\s+/g, "").replace(/[{｛]/g, "（").replace(/[}｝]/g, "）");
}

function plain(text: string): string {
  const label = bare(text);
  const named = withoutOrdinal(label.replace(OF_WHICH, ""))
    .replace(OF_WHICH, "")
    .replace(/[：:，,]+$/, "");
  return named || label;
}

/** Longer ones would fill a title by themselves. */
export function shortened(text: string, longest = 30): string {
  const characters = [...text];
  return characters.length <= longest ? text : `${characters.slice(0, longest - 1).join("")}…`;
}

const GENERAL = /^(?:合计|总计|共计|小计|总数|总额)(?:[(（]|$)/;
/** Headings that say nothing of what is counted. */
const GENERAL_HEAD =
  /^(?:(?:年度|本年|本期|本月|本季|全年|当期|当年|当月|年初|期初|期末|年末|累计)?(?:累计|计划|预算|目标|完成|实际|数量|金额|余额|发生额?|数|额|值|情况|小计|合计)*(?:[数额值])?|人民币|外币.*|余额\/发生额)$/;

function phraseOf(form: Form, table: OwnTable, line: OwnLine, column: OwnColumn): string {
  const repeated = table.lines.filter((each) => labelOf(each) === labelOf(line)).length > 1;
  const label = labelOf(line, repeated);
  const values = table.columns.filter(({ role, heads }) => role === "value" && !heads.some(isRate));
  const last = bare(column.heads.at(-1) ?? "");
  const isTotalHead = TOTAL_HEAD.test(last) && column.heads.length < 2;
  const head = values.length < 2 || isTotalHead ? "" : headOf(column);
  if (!GENERAL.test(label)) return head === "" ? label : `${label}（${head}）`;
  if (head !== "" && !GENERAL_HEAD.test(head)) return head;
  return titleOf(form) + label + (head === "" ? "" : `（${head}）`);
}

/** What the form is about: its title without year and 表. */
export function titleOf({ title }: Pick<Form, "title">): string {
  return /^(?:sheet|工作表)\s*\d*$/i.test(title) ? "" : subjectOf(title);
}

export function subjectOf(title: string): string {
  const words = bare(title);
  const named = words
    .replace(/^[（(]?(?:19|20)\d{2}年?(?:度|上半年|下半年|第?[一二三四1-4]季度|\d{1,2}月份?)?[)）]?/, "")
    .replace(/(?:基本)?(?:统计|情况|明细|汇总|报|调查|登记)*(?:月报|季报|年报|半年报)?(?:一览)?表$/, "");
  return named || words;
}
