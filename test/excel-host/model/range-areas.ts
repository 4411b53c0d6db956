import type { Place } from "./place";
import { assertSheetAlive, columnCount, fullAddress, rowCount } from "./place";
import { defineClass, type ServerObject } from "../protocol/server-object";
import { range } from "./range";
import { rangeFormat, type Formatted } from "./range-format";
import { worksheet } from "./worksheet";

const rangeCollection = defineClass<Formatted>({
  className: "RangeCollection",
  assertAlive: assertSheetAlive,
  items: (target) => places(target).map((place) => range(place)),
  methods: {
    getCount: ({ areas }) => areas.length,
    getItemAt: (target, args) => range(places(target)[args.whole(0)]!),
  },
});

/** Several ranges of one sheet: https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-multiple-ranges */
export const rangeAreas: (target: Formatted) => ServerObject = defineClass<Formatted>({
  className: "RangeAreas",
  assertAlive: assertSheetAlive,
  scalars: {
    address: { get: (target) => addressPlaces(target).map(fullAddress).join(",") },
    addressLocal: { get: (target) => places(target).map(fullAddress).join(",") },
    areaCount: { get: ({ areas }) => areas.length },
    cellCount: {
      get: ({ areas }) => areas.reduce((sum, area) => sum + rowCount(area) * columnCount(area), 0),
    },
  },
  navigation: {
    areas: (target) => rangeCollection(target),
    format: (target) => rangeFormat(target),
    worksheet: ({ sheet }) => worksheet(sheet),
  },
});

function addressPlaces(target: Formatted): Place[] {
  const corner = target.sheet.book.faults.has("mergedAddressIsCorner");
  return places(target).map(({ sheet, area }) =>
    corner ? { sheet, area: { ...area, bottom: area.top, right: area.left } } : { sheet, area },
  );
}

function places({ sheet, areas }: Formatted): Place[] {
  return areas.map((area) => ({ sheet, area }));
}
