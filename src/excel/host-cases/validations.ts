import { refused, same } from "./expectations";
import { hostCase, PAGES, reference, type HostCase } from "./host-case";

const YES_OR_NO = { list: { inCellDropDown: true, source: "是,否" } };

export const validationCases: readonly HostCase[] = [
  hostCase(
    "a list to choose from keeps its words and its hint",
    PAGES.validation,
    async ({ context, sheet }) => {
      const { dataValidation } = sheet.getRange("B2:B9");
      dataValidation.rule = YES_OR_NO;
      dataValidation.prompt = { showPrompt: true, title: "达标", message: "请选择" };
      dataValidation.load("rule,type,prompt");
      await context.sync();
      same([dataValidation.type, dataValidation.rule.list?.source], ["List", "是,否"]);
      same(dataValidation.prompt.message, "请选择");
    },
  ),
  hostCase("cells without a rule say so", reference("datavalidation", "type"), async ({ context, sheet }) => {
    const { dataValidation } = sheet.getRange("A1");
    dataValidation.load("type");
    await context.sync();
    same(dataValidation.type, "None");
  }),
  hostCase("an add-in's value is not checked by the rule", null, async ({ context, sheet }) => {
    const range = sheet.getRange("A1");
    range.dataValidation.rule = { wholeNumber: { formula1: 0, formula2: 9, operator: "Between" } };
    range.values = [[100]];
    range.load("values");
    await context.sync();
    same(range.values, [[100]]);
  }),
  hostCase("a cleared rule is gone", reference("datavalidation", "clear"), async ({ context, sheet }) => {
    const { dataValidation } = sheet.getRange("A1:A3");
    dataValidation.rule = YES_OR_NO;
    dataValidation.clear();
    dataValidation.load("type");
    await context.sync();
    same(dataValidation.type, "None");
  }),
  hostCase("a validation moves with its rows", null, async ({ context, sheet }) => {
    sheet.getRange("B2:B3").dataValidation.rule = YES_OR_NO;
    sheet.getRange("1:1").insert("Down");
    const [first, last] = [sheet.getRange("B2").dataValidation, sheet.getRange("B4").dataValidation];
    for (const validation of [first, last]) validation.load("type");
    await context.sync();
    same([first.type, last.type], ["None", "List"]);
  }),
  hostCase("a list given as text has at most 255 characters", null, async ({ context, sheet }) => {
    sheet.getRange("A1").dataValidation.rule = {
      list: { inCellDropDown: true, source: "台上镇,".repeat(70) },
    };
    await refused(() => context.sync(), "InvalidArgument");
  }),
  hostCase("a hint that is too long is refused", null, async ({ context, sheet }) => {
    const { dataValidation } = sheet.getRange("A1");
    dataValidation.rule = { wholeNumber: { formula1: 0, operator: "GreaterThanOrEqualTo" } };
    dataValidation.prompt = { showPrompt: true, title: "提示", message: "长".repeat(256) };
    await refused(() => context.sync(), "InvalidArgument");
  }),
];
