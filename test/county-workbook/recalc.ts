/**
 * `npm run check:recalc`: LibreOffice recomputes the sample county's workbook, of all units and of some; every
 * formula must give the value that we wrote beside it. All cached values are falsified first, so that none can be taken for a result.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readBytes } from "../files/package";
import { countyWorkbookPlan } from "../../src/county-workbook/county-workbook";
import { writeXlsx } from "../../src/files/write/write-xlsx";
import { cellAt } from "../../src/workbook/cells";
import type { WorkbookPlan } from "../../src/workbook/plan";
import type { Workbook } from "../../src/workbook/workbook";
import { difference, formulasOf, sameValue } from "./formula-values";
import { sessionOf, sampleCountyWorkbook, sampleWorkbooks, zh } from "./sample-workbook";

const FALSE_VALUE = -987_654.25;
const SHOWN = 20;

/** Always recalculate files of Excel (LibreOffice help, "Recalculation on File Load"; 0 stands for always). */
const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
</item>
</oor:items>`;

async function main(): Promise<number> {
  if (spawnSync("soffice", ["--version"]).status !== 0) {
    console.error("check:recalc needs LibreOffice: there is no soffice on this machine.");
    return 2;
  }
  const { plan, consolidation } = await sampleCountyWorkbook();
  const some = await sessionOf(sampleWorkbooks(2020).slice(0, 15), consolidation.lastYear);
  const incomplete = countyWorkbookPlan(some.consolidate()!, zh);
  return [plan, incomplete].map(check).every((agrees) => agrees) ? 0 : 1;
}

function check(plan: WorkbookPlan): boolean {
  const workbook = recalculated(falsified(plan));
  const formulas = formulasOf(plan);
  const differences = formulas.flatMap((formula) => {
    const theirs = valueIn(workbook, formula.sheet, formula.cell.row, formula.cell.column);
    return sameValue(formula.cell.value, theirs) ? [] : [difference(formula, theirs)];
  });
  console.log(`${formulas.length} formulas, ${differences.length} differ from what LibreOffice computes`);
  for (const line of differences.slice(0, SHOWN)) console.log(line);
  return differences.length === 0;
}

function falsified(plan: WorkbookPlan): WorkbookPlan {
  return {
    ...plan,
    sheets: plan.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) => (cell.formula === undefined ? cell : { ...cell, value: FALSE_VALUE })),
    })),
  };
}

function recalculated(plan: WorkbookPlan): Workbook {
  const folder = mkdtempSync(join(tmpdir(), "recalc-"));
  try {
    const profile = join(folder, "profile", "user");
    mkdirSync(profile, { recursive: true });
    writeFileSync(join(profile, "registrymodifications.xcu"), SETTINGS);
    writeFileSync(join(folder, "county.xlsx"), writeXlsx(plan));
    const out = join(folder, "out");
    const run = spawnSync(
      "soffice",
      [
        `-env:UserInstallation=file://${join(folder, "profile")}`,
        ...["--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out],
        join(folder, "county.xlsx"),
      ],
      { encoding: "utf8", timeout: 180_000 },
    );
    if (run.status !== 0) throw new Error(`LibreOffice gave up: ${run.stderr}`);
    return readBytes(new Uint8Array(readFileSync(join(out, "county.xlsx"))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function valueIn(workbook: Workbook, name: string, row: number, column: number) {
  const sheet = workbook.sheets.find((each) => each.name === name);
  return sheet && cellAt(sheet, row, column)?.value;
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(error);
    process.exitCode = 2;
  },
);
