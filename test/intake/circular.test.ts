import { isCircular } from "../../src/intake/align/formulas";
import { openGrid } from "../../src/intake/grid";
import { CellTableBuilder } from "../../src/workbook/cells";
import type { Sheet } from "../../src/workbook/workbook";

/** A sheet 关工01 with these formulas. */
function grid(formulas: Readonly<Record<string, string>>) {
  const cells = new CellTableBuilder();
  for (const [address, formula] of Object.entries(formulas))
    cells.add(Number(address.slice(1)) - 1, address.charCodeAt(0) - 65, {
      kind: "number",
      value: 0,
      formula,
    });
  const sheet: Sheet = {
    name: "关工01",
    visibility: "visible",
    protected: false,
    cells: cells.build(),
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    comments: [],
  };
  return openGrid(sheet, null);
}

const isSession = (formulas: Readonly<Record<string, string>>): boolean => {
  const opened = grid({ ...formulas, E7: formulas["E7"]! });
  return isCircular(
    opened,
    opened.rows.get(6)!.find(({ column }) => column === 4)!,
  );
};

test.each([
  "E7+1",
  "e7",
  "$E$7*2",
  "SUM(E1:E20)",
  "SUM(E:E)",
  "SUM($A:$F)",
  "SUM(7:7)",
  "关工01!E7",
  "'关工01'!E7",
  "IF(A1>0,E7,0)",
])("%s in E7 refers to itself", (formula) => expect(isSession({ E7: formula })).toBe(true));

test.each(["E8+E6", "SUM(E8:E13)", "关工02!E7", "'[1]x'!E7", '"E7"&A1', "LOG10(E8)", "E70", "AE7", "合计E7"])(
  "%s in E7 does not",
  (formula) => expect(isSession({ E7: formula })).toBe(false),
);

test("by way of others", () => {
  expect(isSession({ E7: "E8", E8: "SUM(F1:F9)", F3: "E7-1" })).toBe(true);
  expect(isSession({ E7: "E8", E8: "SUM(F1:F9)", F3: "E9" })).toBe(false);
  // Another circle, in which E7 is not, is that of its own cells.
  expect(isSession({ E7: "E8", E8: "E9", E9: "E8" })).toBe(false);
});
