import type { Area } from "../../../src/workbook/address";
import { WHOLE_SHEET } from "../book/grid";
import type { Arguments } from "../protocol/arguments";
import { invalidArgument, itemNotFound } from "../protocol/errors";
import type { MethodResult, ServerObject } from "../protocol/server-object";
import { areaAt, columnCount, placeArgument, rowCount, type Place } from "./place";

type Method = (place: Place, args: Arguments) => MethodResult;

/** The methods of Range that lead to another range. */
export function navigationMethods(range: (place: Place) => ServerObject): Readonly<Record<string, Method>> {
  const at = ({ sheet }: Place, top: number, left: number, bottom: number, right: number): ServerObject =>
    range({ sheet, area: areaAt(top, left, bottom, right) });
  const inArea = (place: Place, area: Area): ServerObject => range({ sheet: place.sheet, area });
  const orNull = (place: Place, area: Area | undefined): ServerObject | null =>
    area ? inArea(place, area) : null;
  const row = (place: Place, index: number): ServerObject => {
    if (index < 0 || index >= rowCount(place.area)) throw invalidArgument("row");
    const top = place.area.top + index;
    return inArea(place, { ...place.area, top, bottom: top });
  };
  const column = (place: Place, index: number): ServerObject => {
    if (index < 0 || index >= columnCount(place.area)) throw invalidArgument("column");
    const left = place.area.left + index;
    return inArea(place, { ...place.area, left, right: left });
  };
  return {
    getCell: (place, args) => {
      const [top, left] = [place.area.top + args.whole(0), place.area.left + args.whole(1)];
      return at(place, top, left, top, left);
    },
    getRow: (place, args) => row(place, args.whole(0)),
    getColumn: (place, args) => column(place, args.whole(0)),
    getLastRow: (place) => row(place, rowCount(place.area) - 1),
    getLastColumn: (place) => column(place, columnCount(place.area) - 1),
    getLastCell: ({ sheet, area }) => at({ sheet, area }, area.bottom, area.right, area.bottom, area.right),
    getEntireRow: (place) =>
      inArea(place, { ...WHOLE_SHEET, top: place.area.top, bottom: place.area.bottom }),
    getEntireColumn: (place) =>
      inArea(place, { ...WHOLE_SHEET, left: place.area.left, right: place.area.right }),
    getOffsetRange: (place, args) => {
      const [down, right] = [args.whole(0), args.whole(1)];
      const { area } = place;
      return at(place, area.top + down, area.left + right, area.bottom + down, area.right + right);
    },
    getResizedRange: (place, args) => {
      const { area } = place;
      return at(place, area.top, area.left, area.bottom + args.whole(0), area.right + args.whole(1));
    },
    getAbsoluteResizedRange: (place, args) => {
      const { top, left } = place.area;
      return at(place, top, left, top + args.whole(0) - 1, left + args.whole(1) - 1);
    },
    getBoundingRect: (place, args) =>
      inArea(place, union(place.area, placeArgument(args, 0, place.sheet).area)),
    getIntersection: (place, args) => {
      const area = intersect(place.area, placeArgument(args, 0, place.sheet).area);
      if (!area) throw itemNotFound();
      return inArea(place, area);
    },
    getIntersectionOrNullObject: (place, args) =>
      orNull(place, intersect(place.area, placeArgument(args, 0, place.sheet).area)),
    getUsedRange: (place, args) => {
      const { top, left } = place.area;
      return inArea(place, usedPart(place, args.flag(0)) ?? { top, left, bottom: top, right: left });
    },
    getUsedRangeOrNullObject: (place, args) => orNull(place, usedPart(place, args.flag(0))),
  };
}

export function intersect(a: Area, b: Area): Area | undefined {
  const area = {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
  return area.top <= area.bottom && area.left <= area.right ? area : undefined;
}

function union(a: Area, b: Area): Area {
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  };
}

function usedPart({ sheet, area }: Place, valuesOnly: boolean): Area | undefined {
  const used = sheet.grid.usedArea(valuesOnly);
  return used && intersect(used, area);
}
