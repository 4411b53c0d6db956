/** 栏目: the columns of the office's own tables, and what each is for. */
import type { SheetPlan } from "../../workbook/plan";
import type { Sheet } from "../../workbook/workbook";
import type { ColumnRole, OwnTable } from "../own-sheet";
import type { Form, Template } from "../template";
import { AGGREGATIONS } from "./fields";
import type { Problems } from "./problem";
import type { Say } from "./say";
import { TEMPLATE_SHEETS } from "./sheet-names";
import { readTable, tableSheet, type PlannedRow, type Table } from "./table";

export const COLUMN_ROLES: Readonly<Record<ColumnRole, string>> = {
  value: "本期数",
  lastYear: "上年数",
  previous: "上期数",
  change: "增减",
  note: "文字",
  ignored: "不用",
};

const HEAD = {
  form: "表",
  table: "第几个表",
  key: "栏",
  heads: "栏目名称",
  role: "用途",
  aggregation: "汇总方式",
  measure: "计量单位",
} as const;

const TABLE: Table = {
  sheet: TEMPLATE_SHEETS.columns,
  columns: [
    { heading: HEAD.form, others: ["表号"], width: 16, essential: true },
    { heading: HEAD.table, width: 8, align: "center" },
    { heading: HEAD.key, others: ["栏次"], width: 16, essential: true },
    { heading: HEAD.heads, width: 44 },
    { heading: HEAD.role, width: 10, choices: Object.values(COLUMN_ROLES), align: "center" },
    { heading: HEAD.aggregation, width: 12, align: "center" },
    { heading: HEAD.measure, width: 12, align: "center" },
  ],
};

/** None where no form is an office's own sheet. */
export function columnsSheet({ forms }: Template, say: Say): SheetPlan[] {
  const rows = forms.flatMap((form) =>
    (form.own?.tables ?? []).flatMap((table, t) => rowsOf(form, table, t + 1)),
  );
  if (rows.length === 0) return [];
  const notes = [say("template.columns.note"), say("template.columns.signs")];
  return [tableSheet(TABLE, rows, { title: say("template.columns.title"), notes })];
}

function rowsOf(form: Form, table: OwnTable, number: number): PlannedRow[] {
  const lines = new Map(form.indicators.map((line) => [line.code, line]));
  return table.columns.map(({ key, heads, role }) => {
    const items = table.cells.flatMap((cell) =>
      cell.in === key && cell.item !== undefined ? (lines.get(cell.item) ?? []) : [],
    );
    const different = <T>(values: readonly T[]): T[] => [...new Set(values)];
    return {
      cells: {
        [HEAD.form]: form.id,
        [HEAD.table]: number,
        [HEAD.key]: key,
        [HEAD.heads]: heads.join(" › "),
        [HEAD.role]: COLUMN_ROLES[role],
        [HEAD.aggregation]: different(items.map((line) => AGGREGATIONS[line.aggregation])).join("、"),
        [HEAD.measure]: different(items.map(({ measure }) => measure).filter((each) => each !== "")).join(
          "、",
        ),
      },
    };
  });
}

/** What staff made of the columns: by form, number of the table and key. */
export type ReadColumns = ReadonlyMap<string, { readonly role: ColumnRole }>;

export function columnPlace(form: string, table: number, key: string): string {
  return JSON.stringify([form, table, key]);
}

export function readColumns(sheet: Sheet, problems: Problems): ReadColumns {
  const columns = new Map<string, { readonly role: ColumnRole }>();
  for (const row of readTable(sheet, TABLE, problems) ?? []) {
    const role = row.choice(HEAD.role, COLUMN_ROLES);
    if (role === undefined) continue;
    const table = row.count(HEAD.table) ?? 1;
    columns.set(columnPlace(row.needed(HEAD.form), table, row.needed(HEAD.key)), { role });
  }
  return columns;
}
