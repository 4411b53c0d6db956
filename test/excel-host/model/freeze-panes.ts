import type { Sheet } from "../book/sheet";
import { WHOLE_SHEET } from "../book/grid";
import { defineClass, type ServerObject } from "../protocol/server-object";
import { columnCount, isWholeColumns, isWholeRows, placeArgument, rowCount } from "./place";
import { range } from "./range";

/** https://learn.microsoft.com/javascript/api/excel/excel.worksheetfreezepanes */
export const freezePanes = defineClass<Sheet>({
  className: "WorksheetFreezePanes",
  methods: {
    freezeRows: (sheet, args) => freeze(sheet, args.optionalWhole(0) ?? 0, 0),
    freezeColumns: (sheet, args) => freeze(sheet, 0, args.optionalWhole(0) ?? 0),
    // The range is the part that stays: its rows above and its columns to the left of the rest.
    freezeAt: (sheet, args) => {
      const { area } = placeArgument(args, 0, sheet);
      const rows = isWholeColumns(area) ? 0 : area.top + rowCount(area);
      const columns = isWholeRows(area) ? 0 : area.left + columnCount(area);
      return freeze(sheet, rows, columns);
    },
    unfreeze: (sheet) => freeze(sheet, 0, 0),
    getLocationOrNullObject: (sheet) => location(sheet),
  },
});

function freeze(sheet: Sheet, rows: number, columns: number): void {
  sheet.frozen = rows > 0 || columns > 0 ? { rows, columns } : null;
}

function location(sheet: Sheet): ServerObject | null {
  if (!sheet.frozen) return null;
  const { rows, columns } = sheet.frozen;
  const bottom = rows > 0 ? rows - 1 : WHOLE_SHEET.bottom;
  const right = columns > 0 ? columns - 1 : WHOLE_SHEET.right;
  return range({ sheet, area: { top: 0, left: 0, bottom, right } });
}
