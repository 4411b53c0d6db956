import { refused, same } from "./expectations";
import { hostCase, PAGES, reference, type HostCase, type Scratch } from "./host-case";

function rule({ sheet }: Scratch, address: string, formula: string, color: string): Excel.ConditionalFormat {
  const format = sheet.getRange(address).conditionalFormats.add("Custom");
  format.custom.rule.formula = formula;
  format.custom.format.fill.color = color;
  return format;
}

export const conditionalFormatCases: readonly HostCase[] = [
  hostCase("a rule by formula keeps its formula and its fill", PAGES.conditionalFormats, async (scratch) => {
    const format = rule(scratch, "A1:A9", '=$A1="强制"', "#FF0000");
    format.load("type,custom/rule/formula,custom/format/fill/color");
    await scratch.context.sync();
    same([format.type, format.custom.rule.formula], ["Custom", '=$A1="强制"']);
    same(format.custom.format.fill.color, "#FF0000");
  }),
  hostCase("the newest rule comes first", null, async (scratch) => {
    const older = rule(scratch, "A1", "=TRUE", "#FF0000");
    const newer = rule(scratch, "A1", "=FALSE", "#00FF00");
    for (const format of [older, newer]) format.load("priority");
    await scratch.context.sync();
    same([newer.priority, older.priority], [0, 1]);
  }),
  hostCase("a conditional format moves with its rows", null, async (scratch) => {
    const { context, sheet } = scratch;
    const format = rule(scratch, "A2:A3", "=$A2>1", "#FF0000");
    sheet.getRange("1:1").insert("Down");
    const place = format.getRange();
    place.load("address");
    format.load("custom/rule/formula");
    await context.sync();
    same([place.address.endsWith("!A3:A4"), format.custom.rule.formula], [true, "=$A3>1"]);
  }),
  hostCase(
    "rules are cleared from a range",
    reference("conditionalformatcollection", "clearAll"),
    async (scratch) => {
      rule(scratch, "A1", "=TRUE", "#FF0000");
      const { conditionalFormats } = scratch.sheet.getRange("A1:B9");
      conditionalFormats.clearAll();
      const left = conditionalFormats.getCount();
      await scratch.context.sync();
      same(left.value, 0);
    },
  ),
  hostCase("a rule that cannot be read is refused", PAGES.errors, async (scratch) => {
    rule(scratch, "A1", "=SUM(", "#FF0000");
    await refused(() => scratch.context.sync(), "InvalidArgument");
  }),
];
