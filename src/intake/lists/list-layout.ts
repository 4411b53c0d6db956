/** A list, prepared for being found on sheets: what its columns are called, and what the office's blank has around it. */
import { ownListsOf } from "../../template/own-lists";
import type { OwnList, OwnText } from "../../template/own-sheet";
import type { DetailList, Form, ListColumn } from "../../template/template";
import { LabelBook, plainLabel, type Label } from "../labels";
import { synonymsOf } from "./list-synonyms";

interface PlainText extends OwnText {
  /** Folded as labels are; empty for a formula. */
  readonly plain: string;
}

export interface ListLayout {
  readonly detail: DetailList;
  /** From left to right. */
  readonly columns: readonly ListColumnLayout[];
  readonly headings: HeadingBook;
  /** Headings as the template prints them. */
  readonly words: ReadonlySet<string>;
  /** Rows of the head. */
  readonly height: number;
  /** Where it is on the office's own sheet; null for a list on a sheet of ours. */
  readonly own: OwnList | null;
  /** Folded: what the office's blank has above the numbers of the records, `编号`; null where it has none. */
  readonly ordinal: string | null;
  /** The texts of its head on the office's own sheet. */
  readonly heads: readonly PlainText[];
  /** Folded: what the office's blank says below the list, and so ends it. */
  readonly below: ReadonlySet<string>;
}

export interface ListColumnLayout {
  /** Unique in the list: `ListColumn.name`. */
  readonly name: string;
  readonly column: ListColumn;
  /** As it is printed right above the records. */
  readonly heading: string;
  /** All headings above the records, folded, from the top. */
  readonly path: readonly string[];
  /** Key of the item that is the sum of the column. */
  readonly item?: string;
}

/** A list of ours: one row of headings on a sheet of its own. */
export function printedList(detail: DetailList): ListLayout {
  const columns = detail.columns.map((column) => ({
    name: column.name,
    column,
    heading: column.name,
    path: [plainLabel(column.name)],
  }));
  return { ...named(columns), detail, height: 1, own: null, ordinal: null, heads: [], below: new Set() };
}

export function listLayouts(
  form: Pick<Form, "own">,
  lists: readonly DetailList[],
  texts: readonly PlainText[],
): ListLayout[] {
  return ownListsOf(form, lists).map(({ list, detail }): ListLayout => {
    const byName = new Map(detail.columns.map((column) => [column.name, column]));
    const bottom = Math.max(list.rows.last, list.total ?? 0);
    const columns = list.columns.flatMap(({ key, heads, item }): ListColumnLayout[] => {
      const column = byName.get(key);
      const path = heads.map(plainLabel);
      return column
        ? [{ name: key, column, heading: heads.at(-1) ?? key, path, ...(item === undefined ? {} : { item }) }]
        : [];
    });
    const heads = texts.filter(
      ({ row, plain }) => row >= list.head.first && row <= list.head.last && plain !== "",
    );
    return {
      ...named(columns),
      detail,
      height: list.head.last - list.head.first + 1,
      own: list,
      ordinal: heads.find(({ column }) => column === list.ordinal)?.plain ?? null,
      heads,
      below: new Set(texts.flatMap(({ row, plain }) => (row > bottom && plain !== "" ? [plain] : []))),
    };
  });
}

function named(columns: readonly ListColumnLayout[]): Pick<ListLayout, "columns" | "headings" | "words"> {
  return {
    columns,
    headings: new HeadingBook(columns),
    words: new Set(columns.map(({ heading }) => heading)),
  };
}

/** Which columns of a list a heading means. */
export class HeadingBook {
  private readonly labels: LabelBook<string>;
  private readonly synonyms: LabelBook<string>;
  /** Several columns may have one heading below different ones: 本年 › 人数, 上年 › 人数. */
  private readonly shared = new Map<string, string[]>();

  constructor(columns: readonly ListColumnLayout[]) {
    this.labels = new LabelBook(columns.map(({ heading, name }) => [heading, name]));
    this.synonyms = synonymsOf(columns);
    for (const { heading, name } of columns) {
      const plain = plainLabel(heading);
      this.shared.set(plain, [...(this.shared.get(plain) ?? []), name]);
    }
  }

  /** In the template's words; several where the headings above it decide. */
  named({ plain, core }: Label): readonly string[] {
    const shared = this.shared.get(plain);
    if (shared !== undefined) return shared;
    const name = this.labels.meaning({ plain, core });
    return name === null ? [] : [name];
  }

  /** In everyday words. */
  synonym(label: Label): string | null {
    return this.synonyms.meaning(label);
  }
}
