import type { Sheet } from "../book/sheet";
import { asJson } from "../protocol/arguments";
import type { JsonObject } from "../protocol/messages";
import { defineClass } from "../protocol/server-object";
import { placeArgument } from "./place";
import { range } from "./range";

/** Filter buttons over an area; criteria are kept, rows are not hidden by them. */
export const autoFilter = defineClass<Sheet>({
  className: "AutoFilter",
  scalars: {
    enabled: { get: (sheet) => sheet.autoFilter !== null },
    isDataFiltered: { get: (sheet) => Object.keys(sheet.autoFilter?.criteria ?? {}).length > 0 },
  },
  methods: {
    apply: (sheet, args) => {
      sheet.assertUnprotected();
      const { area } = placeArgument(args, 0, sheet);
      const column = args.optionalWhole(1);
      const criteria: JsonObject =
        column === undefined ? {} : { [column]: asJson(args.fields(2), "criteria") };
      sheet.autoFilter = { area, criteria };
    },
    clearCriteria: (sheet) => {
      if (sheet.autoFilter) sheet.autoFilter = { ...sheet.autoFilter, criteria: {} };
    },
    getRangeOrNullObject: (sheet) =>
      sheet.autoFilter ? range({ sheet, area: sheet.autoFilter.area }) : null,
    remove: (sheet) => {
      sheet.assertUnprotected();
      sheet.autoFilter = null;
    },
  },
});
