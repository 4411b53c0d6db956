/** A list on an office's own sheet, prepared for being found in copies: which headings its columns have. */
import { ownListsOf } from "../../template/own-lists";
import type { OwnList, OwnListColumn, OwnText } from "../../template/own-sheet";
import type { DetailList, Form, ListColumn } from "../../template/template";
import { plainLabel } from "../labels";

interface PlainText extends OwnText {
  /** Folded as labels are; empty for a formula. */
  readonly plain: string;
}

export interface ListLayout {
  readonly list: OwnList;
  readonly detail: DetailList;
  readonly columns: readonly ListColumnLayout[];
  /** The texts of its head. */
  readonly heads: readonly PlainText[];
  /** Folded: what the blank says below the list, and so ends it. */
  readonly below: ReadonlySet<string>;
}

export interface ListColumnLayout {
  readonly own: OwnListColumn;
  readonly column: ListColumn;
  /** Folded, from the top. */
  readonly heads: readonly string[];
}

export function listLayouts(
  form: Pick<Form, "own">,
  lists: readonly DetailList[],
  texts: readonly PlainText[],
): ListLayout[] {
  return ownListsOf(form, lists).map(({ list, detail }): ListLayout => {
    const named = new Map(detail.columns.map((column) => [column.name, column]));
    const bottom = Math.max(list.rows.last, list.total ?? 0);
    return {
      list,
      detail,
      columns: list.columns.flatMap((own): ListColumnLayout[] => {
        const column = named.get(own.key);
        return column ? [{ own, column, heads: own.heads.map(plainLabel) }] : [];
      }),
      heads: texts.filter(
        ({ row, plain }) => row >= list.head.first && row <= list.head.last && plain !== "",
      ),
      below: new Set(texts.flatMap(({ row, plain }) => (row > bottom && plain !== "" ? [plain] : []))),
    };
  });
}
