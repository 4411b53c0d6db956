/**
 * A simulated Excel under Microsoft's real client library, for tests in Node.
 *
 *     const excel = createSimulatedExcel({ sheets: ["关工02"] });     // connected: `Excel.run` now talks to it
 *     excel.workbook.sheet("关工02").type("E7", 12);                  // as a person would
 *     await Excel.run(async (context) => {
 *       context.workbook.worksheets.getItem("关工02").getRange("E8").formulas = [["=E7*2"]];
 *       await context.sync();
 *     });
 *     expect(excel.workbook.sheet("关工02").value("E8")).toBe(24);
 *     expect(excel.host.syncs).toHaveLength(1);
 *
 * Fill it with a read file: `openWorkbook(excel, workbook)`. Let things go wrong: `excel.switches.failBatch({ batch: 2,
 * when: "halfWay" })`, `excel.switches.beginCellEdit()`, `createSimulatedExcel({ platform: "web", apiLevel: "1.9" })`.
 * Compare before and after: `excel.snapshot()`. What it does not know fails with `SimulatedHostNotImplemented` and
 * is in `excel.host.unimplemented`. What it is and is not: README.md.
 */
import { connect } from "./node/connect";
import { loadCalculator } from "./node/ironcalc";
import { loadMetadata } from "./node/metadata";
import { SimulatedExcel, type ExcelOptions } from "./person/simulated-excel";

/** A new simulated Excel that answers `Excel.run` from now on. */
export function createSimulatedExcel(options: ExcelOptions = {}): SimulatedExcel {
  const excel = new SimulatedExcel({ metadata: loadMetadata(), calculator: loadCalculator() }, options);
  connect(excel);
  return excel;
}

export { connect } from "./node/connect";
export { SimulatedExcel, type ExcelOptions } from "./person/simulated-excel";
export { openWorkbook } from "./person/open-workbook";
