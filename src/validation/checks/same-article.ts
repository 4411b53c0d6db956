/** D59: an article in several rows, one for each paper that took it: it is one article, adopted several times. */
import type { Entry } from "../../intake/submission";
import { ARTICLES, listWithRole } from "../../template/builtin/list-roles";
import type { Check } from "../check";
import { findingOf, type Draft } from "../draft";
import { fold } from "../../workbook/fold";

export const sameArticle: Check = {
  code: "D59",
  run({ submission, template, unitName }, findingClass) {
    const list = listWithRole(template, ARTICLES);
    const rows = list && submission.lists.get(list.id)?.rows;
    if (!rows) return null;
    const first = new Map<string, Entry>();
    return rows.flatMap(({ cells }): Draft[] => {
      const title = cells.get(ARTICLES.texts[0]);
      if (title === undefined || typeof title.value !== "string") return [];
      const key = fold(title.value).replace(/[\s\p{P}]/gu, "");
      const before = first.get(key);
      if (key === "" || before === undefined) {
        first.set(key, title);
        return [];
      }
      const params = { list: list.id, title: title.value, first: before.place.cell };
      const finding = findingOf({
        class: findingClass,
        code: "D59",
        unit: unitName,
        place: title.place,
        params,
      });
      return [{ finding, at: null, on: [] }];
    });
  },
};
