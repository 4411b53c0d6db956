/** 报告: the annual report, a sentence to a row. */
import type { SheetPlan } from "../../workbook/plan";
import type { Sheet } from "../../workbook/workbook";
import type { ReportSentence, Template } from "../template";
import { ROLES } from "./fields";
import type { Problems } from "./problem";
import { defined } from "./read-indicators";
import { BRACES, type Say } from "./say";
import { TEMPLATE_SHEETS } from "./sheet-names";
import { readTable, tableSheet, type Table } from "./table";
import type { TableRow } from "./table-row";

export const REPORT_HEAD = { role: "位置", condition: "什么时候写", text: "文字" } as const;

const TABLE: Table = {
  sheet: TEMPLATE_SHEETS.report,
  columns: [
    { heading: REPORT_HEAD.role, width: 12, choices: Object.values(ROLES), essential: true, align: "center" },
    { heading: REPORT_HEAD.condition, others: ["条件"], width: 22 },
    { heading: REPORT_HEAD.text, others: ["句子"], width: 100, essential: true },
  ],
};

export function reportSheet({ report }: Template, say: Say): SheetPlan {
  const rows = report.map(({ role, condition, text }) => ({
    band: role === "title" || role === "chapter",
    cells: { [REPORT_HEAD.role]: ROLES[role], [REPORT_HEAD.condition]: condition, [REPORT_HEAD.text]: text },
  }));
  const notes = ["note", "figures", "others", "condition"].map((note) =>
    say(`template.report.${note}`, BRACES),
  );
  return tableSheet(TABLE, rows, { title: say("template.report.title"), notes });
}

/** A sentence and the row that it is in. */
export interface SentenceRow {
  readonly sentence: ReportSentence;
  readonly row: TableRow;
}

export function readReport(sheet: Sheet, problems: Problems): readonly SentenceRow[] {
  return (readTable(sheet, TABLE, problems) ?? []).flatMap((row) => {
    const text = row.needed(REPORT_HEAD.text);
    const role = row.choice(REPORT_HEAD.role, ROLES) ?? "text";
    if (text === "") return [];
    const sentence = { role, ...defined({ condition: row.optional(REPORT_HEAD.condition) }), text };
    return [{ sentence, row }];
  });
}
