import { same } from "./expectations";
import { hostCase, reference, type HostCase, type Scratch } from "./host-case";

const INSERT = reference("range", "insert");
const DELETE = reference("range", "delete");

async function formulaAt({ context, sheet }: Scratch, address: string): Promise<unknown> {
  const cell = sheet.getRange(address);
  cell.load("formulas");
  await context.sync();
  return cell.formulas[0]![0];
}

export const lineCases: readonly HostCase[] = [
  hostCase("a sum grows with rows inserted inside of it", INSERT, async (scratch) => {
    scratch.sheet.getRange("A1:A4").formulas = [[1], [2], [3], ["=SUM(A1:A3)"]];
    scratch.sheet.getRange("2:3").insert("Down");
    same(await formulaAt(scratch, "A6"), "=SUM(A1:A5)");
  }),
  hostCase("references behind inserted columns move on, fixed ones too", INSERT, async (scratch) => {
    scratch.sheet.getRange("A1:C1").formulas = [[1, 2, "=A1+$B$1"]];
    scratch.sheet.getRange("B:B").insert("Right");
    same(await formulaAt(scratch, "D1"), "=A1+$C$1");
  }),
  hostCase("a sum shrinks with rows deleted inside of it", DELETE, async (scratch) => {
    scratch.sheet.getRange("A1:A4").formulas = [[1], [2], [3], ["=SUM(A1:A3)"]];
    scratch.sheet.getRange("2:2").delete("Up");
    same(await formulaAt(scratch, "A3"), "=SUM(A1:A2)");
  }),
  hostCase("what is deleted altogether leaves #REF!", DELETE, async (scratch) => {
    scratch.sheet.getRange("A1:A2").formulas = [[1], ["=A1*2"]];
    scratch.sheet.getRange("1:1").delete("Up");
    same(await formulaAt(scratch, "A1"), "=#REF!*2");
  }),
  hostCase("merges, comments and hidden rows move along", null, async (scratch) => {
    const { context, sheet } = scratch;
    sheet.getRange("A2:C2").merge();
    sheet.getRange("3:3").rowHidden = true;
    context.workbook.comments.add(sheet.getRange("A2"), "请核对");
    sheet.getRange("1:1").insert("Down");
    const merged = sheet.getRange("A3").getMergedAreasOrNullObject();
    const hidden = sheet.getRange("A4");
    const place = context.workbook.comments.getItemByCell(sheet.getRange("A3")).getLocation();
    merged.load("address");
    hidden.load("rowHidden");
    place.load("address");
    await context.sync();
    same(
      [merged.address, place.address].map((address) => address.split("!")[1]),
      ["A3:C3", "A3"],
    );
    same(hidden.rowHidden, true);
  }),
];
