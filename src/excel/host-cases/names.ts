import { refused, same } from "./expectations";
import { hostCase, PAGES, reference, type HostCase } from "./host-case";

export const nameCases: readonly HostCase[] = [
  hostCase(
    "a name of a sheet can be used in its formulas",
    reference("nameditemcollection", "add"),
    async (scratch) => {
      const { context, sheet } = scratch;
      sheet.getRange("A1:A2").values = [[2], [3]];
      sheet.names.add("志愿者总数", sheet.getRange("A1:A2"));
      sheet.getRange("B1").formulas = [["=SUM(志愿者总数)"]];
      const total = sheet.getRange("B1");
      total.load("values");
      await context.sync();
      same(total.values, [[5]]);
    },
  ),
  hostCase("a name follows inserted rows", null, async ({ context, sheet }) => {
    const item = sheet.names.add("总数", sheet.getRange("A1:A2"));
    sheet.getRange("1:1").insert("Down");
    item.load("formula,type");
    await context.sync();
    same([item.formula.endsWith("!$A$2:$A$3"), item.type], [true, "Range"]);
  }),
  hostCase("a name leads to its range", reference("nameditem", "getRange"), async ({ context, sheet }) => {
    sheet.names.add("表头", sheet.getRange("B2:C3"));
    const range = sheet.names.getItem("表头").getRange();
    range.load("address");
    await context.sync();
    same(range.address.endsWith("!B2:C3"), true);
  }),
  hostCase("a name that is not there is a null object", PAGES.batches, async ({ context, sheet }) => {
    const item = sheet.names.getItemOrNullObject("没有");
    const below = item.getRangeOrNullObject();
    for (const object of [item, below]) object.load("isNullObject");
    await context.sync();
    same([item.isNullObject, below.isNullObject], [true, true]);
  }),
  hostCase("a name given twice is refused", null, async ({ context, sheet }) => {
    sheet.names.add("总数", sheet.getRange("A1"));
    sheet.names.add("总数", sheet.getRange("B1"));
    await refused(() => context.sync(), "ItemAlreadyExists", "InvalidArgument");
  }),
  hostCase("what is no name is refused", null, async ({ context, sheet }) => {
    sheet.names.add("A1", sheet.getRange("A1"));
    await refused(() => context.sync(), "InvalidArgument");
  }),
];
