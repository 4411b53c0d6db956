/** Relations that an office hands in, and what is counted of what was read. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readSubmissions } from "../../../src/intake/read-submissions";
import { builtInTemplate } from "../../../src/template/builtin";
import { issueBlank } from "../../../src/template/issue";
import { templatePlan } from "../../../src/template/workbook/template-plan";
import type { Template } from "../../../src/template/template";
import { workbookFromPlan } from "../../../src/workbook/from-plan";
import type { WorkbookPlan } from "../../../src/workbook/plan";
import { call } from "../../cli/call";
import { say } from "../../template/template-words";
import { codesAt, consolidated, plan, write, type Row } from "../row";

interface Rules {
  readonly added: number;
  readonly problems: readonly { readonly line: number; readonly sheet?: string; readonly message: string }[];
}

/** What `template --rules` makes of a list. */
async function rulesOf(folder: string, list: string): Promise<Rules> {
  const out = join(folder, "t.xlsx");
  const said = await call("template", "--out", out, "--rules", list, "--force", "--json");
  return (said.json as unknown as { rules: Rules }).rules;
}

function sheetsOf(sheets: Readonly<Record<string, readonly string[]>>): WorkbookPlan {
  return {
    names: [],
    sheets: Object.entries(sheets).map(([name, lines]) => ({
      name,
      cells: lines.map((value, row) => ({ row, column: 0, value })),
    })),
  };
}

/** The built-in template with a line that is computed from a list. */
function withLineOverList(formula: string): Template {
  return {
    ...builtInTemplate,
    forms: builtInTemplate.forms.map((form) => ({
      ...form,
      indicators: form.indicators.map((line) =>
        line.code === "0401" ? { ...line, aggregation: "computed" as const, formula } : line,
      ),
    })),
  };
}

export const RULES: readonly Row[] = [
  {
    title: "a relation of numbers alone is refused at its line",
    holds: async (folder) => {
      const list = join(folder, "rules.txt");
      await writeFile(list, "0216<=0201+1\n1=2+3+4+5\n1<=2\nSUM(1,2)=3\n0216<=0201+3\n");
      const { added, problems } = await rulesOf(folder, list);
      expect(added).toBe(2);
      expect(problems.map(({ line }) => line)).toEqual([2, 3, 4]);
      for (const { message } of problems) expect(message).toContain("没有一个是标准模板的指标");
    },
  },
  {
    title: "all sheets of a workbook with rules are read, and a problem names its sheet",
    holds: async (folder) => {
      await write(folder, {
        "rules.xlsx": sheetsOf({
          表内: ["审核关系", "0216<=0201+1", "0216<=0201+2", "0216<=0201+3"],
          说明: ["本表由市关工委制定，a=b"],
          表间: ["0102<=0201+4", "0299>=1"],
          单条: ["0102<=0201+5"],
        }),
      });
      const { added, problems } = await rulesOf(folder, join(folder, "rules.xlsx"));
      expect(added).toBe(5);
      expect(problems).toMatchObject([
        { line: 2, sheet: "表间", message: expect.stringContaining("“表间”第 2 行") },
      ]);
    },
  },
  {
    title: "a unit of which no figure was read is not in the totals",
    holds: async (folder) => {
      const blank = builtInTemplate.units.find(({ name }) => name === "榆林镇")!;
      const { document } = await consolidated(folder, {
        "台上镇.xlsx": plan("台上镇"),
        "榆林镇.xlsx": issueBlank(builtInTemplate, blank, "2020", null),
      });
      expect(document.missing).not.toContain("榆林镇");
      expect(document.totals!["0102"]).toMatchObject({ units: 1, expected: 22 });
      const c03 = document.findings.find(({ code }) => code === "C03")!;
      expect(c03.values).toEqual({ left: 1, right: 22 });
      expect(c03.message).toContain("榆林镇");
      expect(codesAt(document, null, null)).toContain("C03");
    },
  },
  {
    title: "a computed line over a list has its county value",
    holds: async (folder) => {
      await write(folder, { "template.xlsx": templatePlan(withLineOverList("ROWS(L1)"), say) });
      const { document } = await consolidated(
        folder,
        { "台上镇.xlsx": plan("台上镇"), "榆林镇.xlsx": plan("榆林镇") },
        "--template",
        join(folder, "template.xlsx"),
      );
      const rows = ["台上镇", "榆林镇"].map((unit) => rowsOfL1(plan(unit)));
      expect(document.totals!["0401"]).toMatchObject({ value: rows[0]! + rows[1]!, units: 2 });
    },
  },
];

function rowsOfL1(sent: WorkbookPlan): number {
  const [submission] = readSubmissions(workbookFromPlan(sent), { file: null }, builtInTemplate);
  return submission!.lists.get("L1")!.rows.length;
}
