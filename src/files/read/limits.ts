/**
 * How much of a file we are willing to read. A township's workbook stays far below every one of these;
 * what goes beyond is hostile or no report. Together they keep a hostile file under 2 seconds and 350 MB.
 */
export interface ReadLimits {
  /** Bytes of the file itself, photographs and other parts that are never read included. */
  readonly fileBytes: number;
  /** Bytes or characters that a library is given: it takes many times as much memory. */
  readonly librarySize: number;
  /** Bytes of a text file; what it holds is three times in memory while it is read. */
  readonly textFileBytes: number;
  /** Entries of a zip. */
  readonly entries: number;
  /** Bytes of one inflated part. */
  readonly partBytes: number;
  /** Bytes of a sheet whose cells are mostly empty: it is read in pieces, and so much is never in memory. */
  readonly sheetBytes: number;
  /** Bytes of a part that is no sheet and holds no shared strings, and of what is around a sheet's cells. */
  readonly smallPartBytes: number;
  /** Bytes of all inflated parts together. */
  readonly totalBytes: number;
  /** Inflated bytes per deflated byte, asked of parts above `ratioFloor` bytes only. */
  readonly ratio: number;
  readonly ratioFloor: number;
  readonly sheets: number;
  /** Cells of the whole workbook that hold something. */
  readonly cells: number;
  /** Cells that array formulas fill. */
  readonly arrayCells: number;
  /** Merged areas, validation areas, runs of hidden rows, comments of one sheet, each. */
  readonly areas: number;
  /** Texts of a workbook: shared strings, and those that are in the cells. */
  readonly strings: number;
  /** Characters of one text; Excel stops at 32767. */
  readonly textLength: number;
  /** Characters of one tag with its attributes. */
  readonly tagLength: number;
  /** Formulas of a workbook, shared ones expanded. */
  readonly formulas: number;
  /** Characters of one formula; Excel stops at 8192. */
  readonly formulaLength: number;
  /** Characters of all formulas of a workbook, shared ones expanded. */
  readonly formulaCharacters: number;
}

const MB = 1 << 20;

export const DEFAULT_LIMITS: ReadLimits = {
  fileBytes: 256 * MB,
  librarySize: 16 * MB,
  textFileBytes: 32 * MB,
  entries: 5000,
  partBytes: 64 * MB,
  sheetBytes: 512 * MB,
  smallPartBytes: 16 * MB,
  totalBytes: 128 * MB,
  ratio: 400,
  ratioFloor: 4 * MB,
  sheets: 512,
  cells: 3_000_000,
  arrayCells: 200_000,
  areas: 100_000,
  strings: 700_000,
  textLength: 131_072,
  tagLength: 1 * MB,
  formulas: 1_200_000,
  formulaLength: 32_768,
  formulaCharacters: 32 * MB,
};
