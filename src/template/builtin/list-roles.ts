/** Lists whose rows are compared, and which columns say what a row is. */
import type { DetailList, Template } from "../template";
import { lists } from "./lists";

export interface ListRole {
  /** As in the built-in template. */
  readonly id: string;
  readonly title: string;
  readonly date: string;
  /** A title, or who gave and who received: two rows of the same texts are one thing. */
  readonly texts: readonly [string, ...string[]];
  /** Yuan; of rows with other sums no two are one thing. */
  readonly amounts: readonly string[];
}

export const ACTIVITIES = role("L1", { texts: ["名称"] });
/** Private persons may be among those who gave and who were helped. */
export const DONATIONS = role("L2", { texts: ["捐方", "受方"], amounts: ["现金", "折价"] });
export const ARTICLES = role("L4", { texts: ["标题"] });

function role(id: string, { texts, amounts = [] }: Pick<ListRole, "texts"> & Partial<ListRole>): ListRole {
  const { title } = lists.find((list) => list.id === id)!;
  return { id, title, date: "日期", texts, amounts };
}

/**
 * The template's list with this role: offices number their lists as they like, so the one of that title, else of that
 * number. Null where there is none, or where it lacks the columns by which rows are compared.
 */
export function listWithRole({ lists: own }: Pick<Template, "lists">, wanted: ListRole): DetailList | null {
  const list = own.find(({ title }) => title === wanted.title) ?? own.find(({ id }) => id === wanted.id);
  const names = new Set(list?.columns.map(({ name }) => name));
  return list && wanted.texts.every((name) => names.has(name)) ? list : null;
}
