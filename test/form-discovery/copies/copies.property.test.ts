import fc from "../../tooling/properties";
import { discoverCopies } from "../../../src/form-discovery/copies/discover-copies";
import { kindsOf } from "../../../src/form-discovery/copies/group-copies";
import { unitOfSheets, unitsOfCopies } from "../../../src/form-discovery/copies/units-of-copies";
import { discoverForms } from "../../../src/form-discovery/discover";
import type { Form } from "../../../src/template/template";
import { toA1 } from "../../../src/workbook/address";
import { copyShapes, filledCopy, unitName } from "../../fixtures/layouts/filled";
import { makeWorkbook, workbookLayout } from "../../fixtures/layouts/layout";

it("finds in copies of any layout the cells that their blank has", () => {
  fc.assert(
    fc.property(workbookLayout, copyShapes, (layouts, shapes) => {
      const { workbook, sheets } = makeWorkbook(layouts);
      const files = shapes.map((shape, i) => ({
        name: `${unitName(i)}.xlsx`,
        workbook: filledCopy(sheets, workbook, i, shape),
      }));
      const kinds = kindsOf(files);
      expect(kinds).toHaveLength(1);
      const units = unitsOfCopies(kinds[0]!.copies);
      const { discovery } = discoverCopies(kinds[0]!, unitOfSheets(units), { title: "报表" });
      expect(usesOf(discovery.forms)).toEqual(usesOf(discoverForms(workbook).forms));
    }),
    { numRuns: 25 },
  );
});

function usesOf(forms: readonly Form[]): unknown {
  return forms.map(({ id, own }) => [
    id,
    own!.tables.flatMap(({ cells }) =>
      cells
        .filter(({ use }) => use !== "unused")
        .map(({ row, column, use, item }) => [toA1(row, column), use, item]),
    ),
  ]);
}
