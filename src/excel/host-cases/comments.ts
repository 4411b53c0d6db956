import { refused, same } from "./expectations";
import { hostCase, PAGES, reference, type HostCase } from "./host-case";

export const commentCases: readonly HostCase[] = [
  hostCase("a comment is found by its cell", PAGES.comments, async ({ context, sheet, sheetName }) => {
    context.workbook.comments.add(`'${sheetName}'!B2`, "请核对");
    const comment = context.workbook.comments.getItemByCell(`'${sheetName}'!B2`);
    comment.load("content");
    const place = comment.getLocation();
    place.load("address");
    await context.sync();
    same([comment.content, place.address.endsWith("!B2")], ["请核对", true]);
    sheet.comments.load("items/content");
    await context.sync();
    same(sheet.comments.items.length, 1);
  }),
  hostCase(
    "a comment stands on one cell",
    reference("commentcollection", "add"),
    async ({ context, sheet }) => {
      context.workbook.comments.add(sheet.getRange("A1:B1"), "请核对");
      await refused(() => context.sync(), "InvalidArgument");
    },
  ),
  hostCase(
    "a comment's cell must be given with its sheet",
    reference("commentcollection", "add"),
    async ({ context, sheet }) => {
      sheet.comments.add("A1", "请核对");
      await refused(() => context.sync(), "InvalidArgument");
    },
  ),
  hostCase("a second comment on a cell is refused", null, async ({ context, sheet }) => {
    context.workbook.comments.add(sheet.getRange("A1"), "一");
    context.workbook.comments.add(sheet.getRange("A1"), "二");
    await refused(() => context.sync(), "InvalidOperation", "InvalidArgument", "ItemAlreadyExists");
  }),
  hostCase("a cell without a comment has none to give", PAGES.errors, async ({ context, sheet }) => {
    context.workbook.comments.getItemByCell(sheet.getRange("A1")).load("content");
    await refused(() => context.sync(), "ItemNotFound");
  }),
  hostCase("a deleted comment is gone", PAGES.comments, async ({ context, sheet }) => {
    const comment = context.workbook.comments.add(sheet.getRange("A1"), "请核对");
    await context.sync();
    comment.delete();
    sheet.comments.load("items/content");
    await context.sync();
    same(sheet.comments.items.length, 0);
  }),
];
