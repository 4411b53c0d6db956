import fc from "../../tooling/properties";
import { nodeInflate } from "../../../src/files/read/node-inflate";
import { readXlsx } from "../../../src/files/read/xlsx";
import { writeXlsx } from "../../../src/files/write/write-xlsx";
import { cellsOf } from "../../../src/workbook/cells";
import { workbookFromPlan } from "../../../src/workbook/from-plan";
import type { Comment, Sheet, Workbook } from "../../../src/workbook/workbook";
import { plan } from "./arbitrary-plan";

/** What a workbook holds, apart from how and in which order it keeps it. */
function contents(workbook: Workbook) {
  const own = workbook.names.filter(({ sheet }) => sheet === null);
  return { sheets: workbook.sheets.map(sheetContents), names: own };
}

function sheetContents(sheet: Sheet) {
  const { name, visibility, merges, hiddenRows, hiddenColumns, comments } = sheet;
  const byAddress = (a: Comment, b: Comment): number => a.row - b.row || a.column - b.column;
  return {
    name,
    visibility,
    protected: sheet.protected,
    cells: [...cellsOf(sheet)],
    merges,
    hiddenRows,
    hiddenColumns,
    comments: [...comments].sort(byAddress),
  };
}

test("reading a written plan gives what the plan holds", () => {
  fc.assert(
    fc.property(plan, (one) => {
      const read = readXlsx(writeXlsx(one), { inflate: nodeInflate });
      expect(contents(read)).toEqual(contents(workbookFromPlan(one)));
    }),
    { numRuns: 40 },
  );
});
