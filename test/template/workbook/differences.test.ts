/** What a changed part of a template was, and is now, as staff see it on the template's sheets. */
import { sayInReport } from "../../../src/locales/report-words";
import { builtInTemplate } from "../../../src/template/builtin";
import { changesBetween } from "../../../src/template/changes";
import type { Template } from "../../../src/template/template";
import { differencesOf } from "../../../src/template/workbook/differences";

const say = sayInReport("zh-CN");

function said(after: Template): string[] {
  const changes = changesBetween(builtInTemplate, after);
  return differencesOf(builtInTemplate, after, changes, say).flatMap((all, i) =>
    all.map(({ heading, from, to }) => `${changes[i]!.code} ${heading}：${from} → ${to}`),
  );
}

it("names the column of the sheet, with the old and the new", () => {
  const [unit] = builtInTemplate.units;
  expect(
    said({
      ...builtInTemplate,
      settings: { ...builtInTemplate.settings, changeLimit: 50 },
      units: builtInTemplate.units.map((each) => (each === unit ? { ...each, name: "新青石镇" } : each)),
      forms: builtInTemplate.forms.map((form) => ({
        ...form,
        indicators: form.indicators.map((line) =>
          line.code === "0201" ? { ...line, measure: "人次", required: false } : line,
        ),
      })),
      rules: builtInTemplate.rules.map((rule) =>
        rule.number === "R05" ? { ...rule, class: "note" as const } : rule,
      ),
      lists: builtInTemplate.lists.map((list) =>
        list.id === "L2"
          ? {
              ...list,
              blankRows: 60,
              columns: list.columns.map((column) =>
                column.name === "来源" ? { ...column, choices: ["社会", "五老", "其他"] } : column,
              ),
            }
          : list,
      ),
    }),
  ).toEqual([
    "0201 计量单位：人 → 人次",
    "0201 必填：是 → 否",
    "L2 空行数：30 → 60",
    "L2[来源] 选项：社会、五老 → 社会、五老、其他",
    `${unit!.code} 名称：${unit!.name} → 新青石镇`,
    "R05 性质：强制 → 提示",
    "changeLimit 内容：30 → 50",
  ]);
});

it("says nothing of what was added, removed or left as it was", () => {
  expect(said(builtInTemplate)).toEqual([]);
  expect(said({ ...builtInTemplate, units: builtInTemplate.units.slice(1) })).toEqual([]);
});
