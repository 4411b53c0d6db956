import type { Sheet } from "../book/sheet";
import { invalidArgument, itemNotFound } from "../protocol/errors";
import { defineClass, type ServerObject } from "../protocol/server-object";

interface CustomProperty {
  readonly sheet: Sheet;
  readonly key: string;
}

const customProperty = defineClass<CustomProperty>({
  className: "WorksheetCustomProperty",
  hiddenId: ({ key }) => key,
  scalars: {
    key: { get: ({ key }) => key },
    value: {
      get: ({ sheet, key }) => sheet.customProperties.get(key) ?? null,
      set: ({ sheet, key }, value) => {
        if (typeof value !== "string") throw invalidArgument("a custom property is a text");
        sheet.customProperties.set(key, value);
      },
    },
  },
  methods: {
    delete: ({ sheet, key }) => {
      sheet.customProperties.delete(key);
    },
  },
});

/** https://learn.microsoft.com/javascript/api/excel/excel.worksheetcustompropertycollection ; keys ignore case. */
export const customProperties = defineClass<Sheet>({
  className: "WorksheetCustomPropertyCollection",
  items: (sheet) => [...sheet.customProperties.keys()].map((key) => customProperty({ sheet, key })),
  methods: {
    add: (sheet, args) => {
      const [typed, value] = [args.text(0), args.text(1)];
      if (typed.length > 255) throw invalidArgument("a key has at most 255 characters");
      const key = keyOf(sheet, typed) ?? typed;
      sheet.customProperties.set(key, value);
      return customProperty({ sheet, key });
    },
    getCount: (sheet) => sheet.customProperties.size,
    getItem: (sheet, args) => {
      const item = find(sheet, args.text(0));
      if (!item) throw itemNotFound();
      return item;
    },
    getItemOrNullObject: (sheet, args) => find(sheet, args.text(0)) ?? null,
  },
});

function keyOf(sheet: Sheet, typed: string): string | undefined {
  return [...sheet.customProperties.keys()].find((key) => key.toLowerCase() === typed.toLowerCase());
}

function find(sheet: Sheet, typed: string): ServerObject | undefined {
  const key = keyOf(sheet, typed);
  return key === undefined ? undefined : customProperty({ sheet, key });
}
