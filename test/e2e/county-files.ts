/** Files of the sample county, as an office gives them to the pane. */
import { writeXlsx } from "../../src/files/write/write-xlsx";
import { faultyCounty } from "../fixtures/faulty-county";
import { countyWorkbookOf2019, submissionsOf } from "../samples/made-once";
import type { GivenFile } from "./demo";

let written: readonly GivenFile[] | undefined;
export const sent = (): readonly GivenFile[] =>
  (written ??= submissionsOf(2020).map(({ name, plan }) => ({ name, content: writeXlsx(plan) })));
export const sentBy = (...units: string[]): GivenFile[] =>
  sent().filter(({ name }) => units.some((unit) => name.startsWith(unit)));
let slipped: readonly GivenFile[] | undefined;
export const faulty = (): readonly GivenFile[] =>
  (slipped ??= faultyCounty().files.map((file) => ({
    name: file.name,
    content: "plan" in file ? writeXlsx(file.plan) : file.bytes,
  })));
export const county2019 = (): GivenFile => ({
  name: "2019年度汇总.xlsx",
  content: writeXlsx(countyWorkbookOf2019()),
});

/** What a unit reports in the first value column of a line; 0 if it has none. */
export function valueOf(unit: string, code: string): number {
  const { plan } = submissionsOf(2020).find(({ name }) => name === `${unit}.xlsx`)!;
  for (const { cells } of plan.sheets) {
    const line = cells.find(({ value }) => value === code);
    const found = cells.find(
      ({ row, column, value }) => row === line?.row && column > line.column && typeof value === "number",
    );
    if (found) return Number(found.value);
  }
  return 0;
}
