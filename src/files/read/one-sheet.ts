import type { CellTable, FileFormat, Workbook } from "../../workbook/workbook";

/** A workbook of one plain sheet. Its name is the file's, as Excel does it: at most 31 characters, none of `[]:*?/\`. */
export function oneSheetWorkbook(format: FileFormat, name: string, cells: CellTable): Workbook {
  return {
    format,
    date1904: false,
    sheets: [
      {
        name: name.replace(/[[\]:*?/\\]/g, "").slice(0, 31) || "Sheet1",
        visibility: "visible",
        protected: false,
        cells,
        merges: [],
        hiddenRows: [],
        hiddenColumns: [],
        comments: [],
      },
    ],
    names: [],
    externalLinks: 0,
    structureProtected: false,
  };
}
