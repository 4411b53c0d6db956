/** The main job: 22 submissions and last year's county workbook, from their bytes to the sheets in the simulated Excel. */
import { openWorkbook } from "../../src/excel/open-workbook";
import { createNodeReader } from "../../src/files/node-reader";
import { writeXlsx } from "../../src/files/write/write-xlsx";
import { sayInReport } from "../../src/locales/report-words";
import { countyWorkbookPlan } from "../../src/county-workbook/county-workbook";
import { readCountyWorkbook } from "../../src/county-workbook/read-county";
import type { SourceFile, WorkbookReader } from "../../src/ports/ports";
import { SessionModel } from "../../src/app/session-model";
import { countyOf2019 } from "../../src/samples/sample-files";
import { builtInTemplate } from "../../src/template/builtin";
import { createSimulatedExcel } from "../excel-host";
import { medians, milliseconds, median, type Report } from "./measure";
import { sampleFiles } from "./submissions";

const say = sayInReport("zh-CN");
const STEPS = ["read", "check and add up", "plan the workbook", "render it in Excel"] as const;
/** Milliseconds. */
const LIMIT = 1000;

type Times = Readonly<Record<(typeof STEPS)[number], number>>;

export async function benchCounty(rounds = 9): Promise<Report> {
  const { files, writer } = sampleFiles();
  const submissions = files.map((bytes, i) => source(`${i}.xlsx`, bytes));
  const lastYear = source("2019.xlsx", writeXlsx(countyOf2019(say)));
  const reader = createNodeReader();
  const runs: Times[] = [];
  const waits: number[] = [];
  const run = async (): Promise<void> => {
    const start = performance.now();
    runs.push(await once(reader, submissions, lastYear));
    waits.push(performance.now() - start);
  };
  await medians([{ name: "county", run }], rounds);
  await reader.close();
  const counted = runs.slice(-rounds);
  const of = (step: (typeof STEPS)[number]): number => median(counted.map((times) => times[step]));
  const total = median(counted.map((times) => STEPS.reduce((sum, step) => sum + times[step], 0)));
  const waited = median(waits.slice(-rounds));
  return {
    title: `${files.length} units, saved by ${writer}, from bytes to the county workbook in the simulated Excel`,
    columns: ["", "ms of the processor"],
    rows: [
      ...STEPS.map((step) => [step, of(step).toFixed(0)]),
      ["all", total.toFixed(0)],
      ["by the clock", waited.toFixed(0)],
    ],
    // Threads count double in the processor's time, other programs in the clock's: the smaller is nearer to the truth.
    gates: [{ what: "seconds for the whole job", ratio: Math.min(total, waited) / LIMIT, most: 1 }],
  };
}

async function once(
  reader: WorkbookReader,
  submissions: readonly SourceFile[],
  lastYear: SourceFile,
): Promise<Times> {
  const marks = [milliseconds()];
  const mark = (): void => void marks.push(milliseconds());
  const [county, ...results] = await reader.read([lastYear, ...submissions]);
  mark();
  const known = county!.ok ? readCountyWorkbook(county!.workbook) : null;
  if (!known?.ok) throw new Error("last year's county workbook cannot be read");
  const round = new SessionModel({ template: builtInTemplate, lastYear: known.lastYear });
  round.take(results);
  const consolidation = round.consolidate();
  if (consolidation?.totals.get("0102")?.value !== 218) throw new Error("the county does not add up");
  mark();
  const plan = countyWorkbookPlan(consolidation, say);
  mark();
  const excel = createSimulatedExcel();
  await openWorkbook().render(plan, { own: [] });
  // Excel has computed its formulas when somebody looks.
  if (excel.workbook.sheet(plan.sheets[0]!.name).value("A1") === "") throw new Error("nothing was rendered");
  mark();
  return Object.fromEntries(STEPS.map((step, i) => [step, marks[i + 1]! - marks[i]!])) as Times;
}

function source(name: string, bytes: Uint8Array): SourceFile {
  return { name, bytes: () => Promise.resolve(bytes) };
}
