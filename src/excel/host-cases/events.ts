import { same } from "./expectations";
import { hostCase, PAGES, type HostCase } from "./host-case";

/** Does something and waits for the event that a handler gets. */
async function eventOf<T>(
  handlers: OfficeExtension.EventHandlers<T>,
  context: Excel.RequestContext,
  happen: () => void,
): Promise<T> {
  let tell: (event: T) => void;
  const told = new Promise<T>((resolve) => (tell = resolve));
  const registration = handlers.add(async (event) => tell(event));
  await context.sync();
  happen();
  await context.sync();
  const event = await told;
  registration.remove();
  await context.sync();
  return event;
}

export const eventCases: readonly HostCase[] = [
  hostCase("a changed cell is announced with its value before and after", PAGES.events, async (scratch) => {
    const { context, sheet } = scratch;
    sheet.getRange("B2").values = [[5]];
    const event = await eventOf(sheet.onChanged, context, () => {
      sheet.getRange("B2").values = [[7]];
    });
    same([event.address, event.changeType], ["B2", "RangeEdited"]);
    same([event.details.valueBefore, event.details.valueAfter], [5, 7]);
  }),
  hostCase(
    "several cells are announced as one area without values",
    PAGES.events,
    async ({ context, sheet }) => {
      const event = await eventOf(sheet.onChanged, context, () => {
        sheet.getRange("B2:C3").values = [
          [1, 2],
          [3, 4],
        ];
      });
      same([event.address, event.details === undefined], ["B2:C3", true]);
    },
  ),
  hostCase("inserted rows are announced as such", PAGES.events, async ({ context, sheet }) => {
    const event = await eventOf(sheet.onChanged, context, () => void sheet.getRange("2:3").insert("Down"));
    same([event.address, event.changeType], ["2:3", "RowInserted"]);
  }),
  hostCase("an activated sheet is announced", PAGES.events, async ({ context, sheet }) => {
    sheet.load("id");
    const event = await eventOf(context.workbook.worksheets.onActivated, context, () => sheet.activate());
    same(event.worksheetId, sheet.id);
  }),
];
