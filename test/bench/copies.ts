/** How long a template from filled copies takes: 22 files, some of which depart from the others. */
import { templateFromFiles } from "../../src/app/template-from-files";
import { nodeInflate } from "../../src/files/read/node-inflate";
import { officePackager } from "../../src/files/write/office/take-office";
import { xlsxWriter } from "../../src/files/write/write-xlsx";
import type { PlanCell } from "../../src/workbook/plan";
import { workbookFromPlan } from "../../src/workbook/from-plan";
import { medians, type Report } from "./measure";

const FILES = 22;
const LINES = 120;
const COLUMNS = 8;
const ROUNDS = 5;
const MOST_SECONDS = 2;

export async function benchCopies(): Promise<Report> {
  const files = Array.from({ length: FILES }, (_, i) => copy(i));
  const options = { name: null, units: [], period: null, fallbackName: "报表" };
  const packager = officePackager({ inflate: nodeInflate });
  let items = 0;
  const run = async (): Promise<void> => {
    const made = await templateFromFiles(files, options, packager);
    items = made.ok ? made.template.forms[0]!.indicators.length : 0;
  };
  await run();
  const times = await medians([{ name: "copies", run }], ROUNDS);
  const seconds = times.get("copies")! / 1000;
  return {
    title: "A template from filled copies alone",
    columns: ["files", "items found", "items in the form", "s"],
    rows: [[FILES, items, LINES * COLUMNS, Math.round(seconds * 100) / 100]],
    gates: [
      {
        what: `seconds for a template from ${FILES} files, of ${MOST_SECONDS}`,
        ratio: seconds / MOST_SECONDS,
        most: 1,
      },
      { what: "items found", ratio: items / (LINES * COLUMNS), least: 1 },
    ],
  };
}

/** Every fifth has a row of its own. */
function copy(i: number) {
  const values: (string | number)[][] = [
    ["综合情况统计表"],
    [`填报单位：第${i + 1}镇`],
    ["项目", "代码", ...Array.from({ length: COLUMNS }, (_, c) => `第${c + 1}类`)],
    ...Array.from({ length: LINES }, (_, line) => [
      `项目名称${line + 1}`,
      String(line + 1).padStart(3, "0"),
      ...Array.from({ length: COLUMNS }, (__, c) => (line * 7 + c * 3 + i * 11) % 97),
    ]),
  ];
  if (i % 5 === 4) values.splice(20, 0, ["本单位另加", "", 5]);
  const cells = values.flatMap((row, r) => row.map((value, column): PlanCell => ({ row: r, column, value })));
  const plan = { sheets: [{ name: "综合", cells }], names: [] };
  const bytes = xlsxWriter.write(plan);
  return { name: `第${i + 1}镇.xlsx`, bytes: async () => bytes, workbook: workbookFromPlan(plan) };
}
