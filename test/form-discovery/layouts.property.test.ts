import fc from "../tooling/properties";
import { discoverForms } from "../../src/form-discovery/discover";
import type { CellUse } from "../../src/template/own-sheet";
import { toA1 } from "../../src/workbook/address";
import { makeWorkbook, workbookLayout } from "../fixtures/layouts/layout";

it("finds in any layout exactly the cells that are to be filled or computed", () => {
  fc.assert(
    fc.property(workbookLayout, (layouts) => {
      const { workbook, sheets } = makeWorkbook(layouts);
      const { forms } = discoverForms(workbook);
      const found = forms.map(({ own }) => {
        const cells = own!.tables.flatMap((table) => table.cells.filter(({ use }) => use !== "unused"));
        return Object.fromEntries(
          cells.map(({ row, column, use }): [string, CellUse] => [toA1(row, column), use]),
        );
      });
      expect(found).toEqual(sheets.map(({ uses }) => Object.fromEntries(uses)));
    }),
    { numRuns: 60 },
  );
});
