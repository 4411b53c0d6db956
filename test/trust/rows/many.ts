/** However many units a register has, what was asked for is written. */
import { join } from "node:path";
import { sayInReport } from "../../../src/locales/report-words";
import { builtInTemplate } from "../../../src/template/builtin";
import { submissionPlan } from "../../../src/template/submission-plan";
import type { Template, Unit } from "../../../src/template/template";
import { templatePlan } from "../../../src/template/workbook/template-plan";
import { consolidated, write, type Row } from "../row";

/** The built-in template for so many units with long names. */
function templateOf(count: number): Template {
  const units = Array.from({ length: count }, (_, i): Unit => {
    const code = `T${String(i + 1).padStart(3, "0")}`;
    return { code, name: `第${i + 1}${"个名字很长的".repeat(6)}镇`, kind: "T", type: "镇", aliases: [] };
  });
  return { ...builtInTemplate, id: "many", units };
}

function row(count: number): Row {
  return {
    title: `a county of ${count} units is written while one has reported, and its warning names some of the others`,
    holds: async (folder) => {
      const template = templateOf(count);
      await write(folder, { "template.xlsx": templatePlan(template, sayInReport("zh-CN")) });
      const files = { "一.xlsx": submissionPlan(template, { unit: template.units[0]!, period: "2020" }) };
      const answer = await consolidated(folder, files, "--template", join(folder, "template.xlsx"));
      expect(answer.document.missing).toHaveLength(count - 1);
      const county = await answer.county();
      expect(county.sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(["汇总说明", "报告"]));
    },
  };
}

export const MANY: readonly Row[] = [row(80), row(400)];
