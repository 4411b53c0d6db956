/** 明细表: a row for each list, and below it a row for each of its columns. */
import type { SheetPlan } from "../../workbook/plan";
import type { Sheet } from "../../workbook/workbook";
import type { DetailList, ListColumn, Template } from "../template";
import { COLUMN_KINDS, joinWords, writeKinds, yesNo } from "./fields";
import type { Problems } from "./problem";
import type { Say } from "./say";
import { listSheetName } from "../list-sheet";
import { isOwnList } from "../own-lists";
import { LONGEST } from "../sheet-name";
import { canBeSheet, sheetKey, TEMPLATE_SHEETS } from "./sheet-names";
import { readTable, tableSheet, type PlannedRow, type Table } from "./table";
import type { TableRow } from "./table-row";
import { once } from "./units-sheet";

const HEAD = {
  list: "明细表",
  name: "名称",
  kind: "内容类型",
  choices: "选项",
  measure: "计量单位",
  summed: "相加",
  required: "必填",
  personal: "个人信息",
  width: "列宽",
  fills: "由谁填报",
  optional: "可以不报",
  blankRows: "空行数",
} as const;

/** In the column of kinds: the row is a list's own. */
const LIST = "明细表";
const YES_NO = ["是", "否"];

const TABLE: Table = {
  sheet: TEMPLATE_SHEETS.lists,
  columns: [
    { heading: HEAD.list, others: ["编号"], width: 9, essential: true, align: "center" },
    { heading: HEAD.name, others: ["列名"], width: 20, essential: true },
    {
      heading: HEAD.kind,
      others: ["类型"],
      width: 11,
      essential: true,
      choices: [LIST, ...Object.values(COLUMN_KINDS)],
      align: "center",
    },
    { heading: HEAD.choices, width: 40 },
    { heading: HEAD.measure, width: 9, align: "center" },
    { heading: HEAD.summed, width: 7, choices: YES_NO, align: "center" },
    { heading: HEAD.required, width: 7, choices: YES_NO, align: "center" },
    { heading: HEAD.personal, width: 9, choices: YES_NO, align: "center" },
    { heading: HEAD.width, width: 7, align: "center" },
    { heading: HEAD.fills, others: ["填报"], width: 22 },
    { heading: HEAD.optional, width: 9, choices: YES_NO, align: "center" },
    { heading: HEAD.blankRows, width: 8, align: "center" },
  ],
};

const BLANK_ROWS = 30;

export function listsSheet(template: Template, say: Say): SheetPlan {
  const rows = template.lists.flatMap((list) => rowsOf(list, isOwnList(template, list)));
  return tableSheet(TABLE, rows, {
    title: say("template.lists.title"),
    notes: [say("template.lists.note")],
  });
}

function isFigure({ kind }: ListColumn): boolean {
  return kind === "decimal" || kind === "whole" || kind === "amount";
}

/** @param isOwn the list is on an office's own sheet */
function rowsOf(list: DetailList, isOwn: boolean): PlannedRow[] {
  return [
    {
      band: true,
      cells: {
        [HEAD.list]: list.id,
        [HEAD.name]: list.title,
        [HEAD.kind]: LIST,
        [HEAD.personal]: yesNo(list.personal),
        [HEAD.fills]: writeKinds(list.fills),
        [HEAD.optional]: yesNo(list.optional),
        [HEAD.blankRows]: list.blankRows,
      },
    },
    ...list.columns.map((column) => ({
      cells: {
        [HEAD.list]: list.id,
        [HEAD.name]: column.name,
        [HEAD.kind]: COLUMN_KINDS[column.kind],
        [HEAD.choices]: joinWords(column.choices ?? []),
        ...(isOwn && isFigure(column)
          ? { [HEAD.measure]: column.measure ?? "", [HEAD.summed]: yesNo(column.summed ?? false) }
          : {}),
        [HEAD.required]: yesNo(column.required),
        [HEAD.personal]: yesNo(column.personal),
        [HEAD.width]: column.width,
      },
    })),
  ];
}

type Draft = Omit<DetailList, "columns"> & { readonly columns: ListColumn[]; readonly row: TableRow };

/**
 * A column belongs to the list that its row names; where it names none, to the list above. Null where the table itself
 * cannot be read.
 * @param formSheets where the name of each form's sheet stands, by {@link sheetKey}
 */
export function readLists(
  sheet: Sheet,
  problems: Problems,
  formSheets: ReadonlyMap<string, string>,
): readonly DetailList[] | null {
  const rows = readTable(sheet, TABLE, problems);
  if (rows === null) return null;
  const drafts = new Map<string, Draft>();
  const sheets = new Map(formSheets);
  for (const row of rows.filter(isList)) {
    const draft = readList(row);
    if (draft.id === "") continue;
    checkSheet(draft, sheets);
    const first = drafts.get(draft.id);
    if (first) row.problem("twice", HEAD.list, { found: draft.id, first: first.row.address(HEAD.list) });
    else drafts.set(draft.id, draft);
  }
  let above: Draft | undefined;
  const seen = new Map<string, string>();
  for (const row of rows) {
    const id = row.text(HEAD.list);
    const own = id === "" ? above : drafts.get(id);
    if (id !== "" && !own && !isList(row)) row.problem("unknownList", HEAD.list, { found: id });
    above = own ?? above;
    if (isList(row) || !own) continue;
    once(seen, `${own.id} ${row.text(HEAD.name)}`, row, HEAD.name);
    const column = readColumn(row);
    if (column) own.columns.push(column);
  }
  return [...drafts.values()].map(({ row, ...list }) => {
    if (list.columns.length === 0) row.problem("withoutLines", HEAD.list, { found: list.id });
    return list;
  });
}

/** The list's sheet bears its number and its name. */
function checkSheet({ id, title, row }: Draft, sheets: Map<string, string>): void {
  const name = listSheetName({ id, title });
  const first = sheets.get(sheetKey(name));
  if (!canBeSheet(id)) row.problem("badName", HEAD.list, { found: id });
  else if (!canBeSheet(name) || (id + title).length > LONGEST)
    row.problem("badName", HEAD.name, { found: id + title });
  else if (first !== undefined) row.problem("twice", HEAD.name, { found: name, first });
  else sheets.set(sheetKey(name), row.address(HEAD.name));
}

function isList(row: TableRow): boolean {
  return row.text(HEAD.kind) === LIST;
}

function readList(row: TableRow): Draft {
  return {
    id: row.needed(HEAD.list),
    title: row.needed(HEAD.name),
    fills: row.kinds(HEAD.fills) ?? ["T", "D", "H"],
    optional: row.yesNo(HEAD.optional) ?? false,
    personal: row.yesNo(HEAD.personal) ?? false,
    blankRows: row.count(HEAD.blankRows) ?? BLANK_ROWS,
    columns: [],
    row,
  };
}

function readColumn(row: TableRow): ListColumn | null {
  const name = row.needed(HEAD.name);
  const kind = row.choice(HEAD.kind, COLUMN_KINDS) ?? "text";
  const choices = row.words(HEAD.choices);
  if (kind === "choice" && choices.length === 0) row.problem("choicesMissing", HEAD.choices);
  const width = row.count(HEAD.width);
  const measure = row.text(HEAD.measure);
  if (name === "") return null;
  return {
    name,
    kind,
    ...(choices.length === 0 ? {} : { choices }),
    ...(measure === "" ? {} : { measure }),
    ...(row.yesNo(HEAD.summed) === true ? { summed: true } : {}),
    required: row.yesNo(HEAD.required) ?? false,
    personal: row.yesNo(HEAD.personal) ?? false,
    ...(width === undefined ? {} : { width }),
  };
}
