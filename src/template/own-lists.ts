/** Lists on an office's own sheets: the items that their columns make. */
import type { CellUse, OwnCell, OwnList, OwnSheet, OwnTable } from "./own-sheet";
import type { DetailList, Form, Indicator, ListColumn } from "./template";

/** Every list on an office's own sheet, with the detail list that it is laid out over. */
export function ownListsOf(
  { own }: Pick<Form, "own">,
  lists: readonly DetailList[],
): { readonly list: OwnList; readonly detail: DetailList }[] {
  return (own?.lists ?? []).flatMap((list) => {
    const detail = lists.find(({ id }) => id === list.list);
    return detail ? [{ list, detail }] : [];
  });
}

/**
 * The sheet with the cells for records among those of its tables, as they are looked at: each says what its column is for.
 */
export function withRecordCells(form: Pick<Form, "own">, lists: readonly DetailList[]): OwnSheet | undefined {
  const { own } = form;
  const tables = ownListsOf(form, lists).map(({ list: { columns, rows }, detail }): OwnTable => {
    const named = new Map(detail.columns.map((column) => [column.name, column]));
    const at = Array.from({ length: rows.last - rows.first + 1 }, (_, i) => rows.first + i);
    return {
      lines: [],
      columns: columns.map(({ key, heads, column }) => ({ key, heads, column, role: "value" })),
      cells: at.flatMap((row) =>
        columns.map(({ key, column }): OwnCell => {
          const use = useOf(named.get(key));
          return { row, column, use, line: detail.title, in: key };
        }),
      ),
    };
  });
  return own && (tables.length === 0 ? own : { ...own, tables: [...own.tables, ...tables] });
}

function useOf(column: ListColumn | undefined): CellUse {
  if (!column || column.personal) return "unused";
  return isSummed(column) ? "sum" : "text";
}

/** Is the detail list one on an office's own sheet? It is read and issued with that sheet. */
export function isOwnList({ forms }: { readonly forms: readonly Form[] }, { id }: DetailList): boolean {
  return forms.some(({ own }) => own?.lists?.some(({ list }) => list === id));
}

/** The number of records, `花名册记录数`. */
export function countKey(title: string): string {
  return `${title}记录数`;
}

/** The sum of a column, `花名册合计[金额]`. */
function sumKey(title: string, column: string): string {
  return `${title}合计[${column}]`;
}

/** The list as its detail list says: which columns are added up is data that staff change. */
export function withItems(list: OwnList, { title, columns }: DetailList): OwnList {
  const named = new Map(columns.map((column) => [column.name, column]));
  return {
    ...list,
    columns: list.columns.map(({ item, ...column }) => {
      const own = named.get(column.key);
      return own && isSummed(own) ? { ...column, item: item ?? sumKey(title, column.key) } : column;
    }),
  };
}

function isSummed({ kind, summed, personal }: ListColumn): boolean {
  return summed === true && !personal && (kind === "decimal" || kind === "whole" || kind === "amount");
}

/** An item that counts the records with one of the choices of a column, `花名册记录数[性别·男]`. */
export interface ChoiceItem {
  readonly code: string;
  /** `ListColumn.name`. */
  readonly column: string;
  readonly choice: string;
}

/** One for each choice of each column of choices; persons' columns are never counted. */
export function choiceItems({ count }: Pick<OwnList, "count">, { columns }: DetailList): ChoiceItem[] {
  return columns.flatMap(({ name, kind, choices = [], personal }) =>
    kind !== "choice" || personal
      ? []
      : choices.map((choice) => ({ code: `${count}[${name}·${choice}]`, column: name, choice })),
  );
}

/** The items of the list: how many records it has, also by choice, and the sum of each column that is added up. */
export function itemsOfList(list: OwnList, detail: DetailList): Indicator[] {
  const { count, columns } = list;
  const { title, columns: named } = detail;
  const item = (code: string, name: string, measure: string, kind: Indicator["kind"]): Indicator => ({
    code,
    name,
    measure,
    kind,
    fills: ["T", "D", "H"],
    aggregation: "sum",
    required: false,
    indent: 0,
    carried: true,
  });
  return [
    item(count, `${title}记录数`, "条", "whole"),
    ...choiceItems(list, detail).map(({ code, column, choice }) =>
      item(code, `${title} · ${column}：${choice}`, "条", "whole"),
    ),
    ...columns.flatMap(({ key, heads, item: code }) => {
      const measure = named.find(({ name }) => name === key)?.measure ?? "";
      return code === undefined ? [] : [item(code, `${title} · ${heads.at(-1) ?? key}`, measure, "decimal")];
    }),
  ];
}
