/**
 * A description of sheets to be written: cells, styles, formulas with their values, print set-up, charts.
 * Excel (`excel/`) and files (`files/`) render the same plan. Rows and columns count from 0.
 */
import type { Area, Span } from "./address";
import type { Visibility } from "./workbook";

export interface WorkbookPlan {
  readonly sheets: readonly SheetPlan[];
  readonly names: readonly NamePlan[];
  readonly title?: string;
  /** The sheet shown first when the file is opened; the first visible one if absent. */
  readonly activeSheet?: string;
  /** Sheets of another package that are kept as they are, except for the cells that are written into them. */
  readonly office?: OfficePlan;
}

/** An office's own .xlsx package as a part of a plan. What is not named here stays: looks, sizes, print set-up, formulas. */
export interface OfficePlan {
  readonly bytes: Uint8Array;
  readonly sheets: readonly OfficeSheetPlan[];
  /** Sheets of the package that are left out, with everything that belongs to them alone. */
  readonly remove?: readonly string[];
  /** The sheet of the plan that the package's sheets follow; they come first if absent. */
  readonly after?: string;
}

export interface OfficeSheetPlan {
  /** The sheet's name in the package. */
  readonly source: string;
  /** Its name in the workbook that is written; formulas that refer to it follow. The same if absent. */
  readonly name?: string;
  readonly cells: readonly OfficeCell[];
  /** What the sheet says beside these cells: by it one that was written earlier is recognised. */
  readonly texts?: readonly { readonly row: number; readonly column: number; readonly text: string }[];
  /** The sheet as far as it can be drawn without the package, for an Excel that does not take it; left out there if absent. */
  readonly drawn?: SheetPlan;
}

/** What is written into a cell of an office's sheet. Its look stays. */
export interface OfficeCell {
  readonly row: number;
  readonly column: number;
  /** The result where there is a formula: null if it is not known, then the program that opens the file computes it. */
  readonly value: number | string | boolean | null;
  /** Without `=`; sheets are called as in the workbook that is written. */
  readonly formula?: string;
  readonly comment?: string;
}

export interface NamePlan {
  readonly name: string;
  /** Without `=`; see {@link absoluteReference}. */
  readonly refersTo: string;
  readonly hidden?: boolean;
}

export interface SheetPlan {
  readonly name: string;
  readonly visibility?: Visibility;
  /** `RRGGBB`. */
  readonly tabColor?: string;
  /** Row-major, no address twice. */
  readonly cells: readonly PlanCell[];
  /** Only a file's plan has such ({@link FileSheetPlan}); here they are among the cells. */
  readonly records?: undefined;
  readonly merges?: readonly Area[];
  readonly columns?: readonly ColumnPlan[];
  readonly rows?: readonly RowPlan[];
  /** How many rows and columns stay in view. */
  readonly freeze?: { readonly rows: number; readonly columns: number };
  readonly print?: PrintPlan;
  readonly validations?: readonly ValidationPlan[];
  readonly conditionalFormats?: readonly ConditionalFormatPlan[];
  readonly comments?: readonly CommentPlan[];
  /** Locked cells cannot be changed until a person unprotects the sheet; there is never a password. */
  readonly protected?: boolean;
  readonly autoFilter?: Area;
  readonly charts?: readonly ChartPlan[];
  /** Grid lines on the screen; shown if absent. */
  readonly gridLines?: boolean;
}

/** The plan of a file, whose long tables are made row by row as they are written. */
export interface FilePlan extends Omit<WorkbookPlan, "sheets"> {
  readonly sheets: readonly FileSheetPlan[];
}

export interface FileSheetPlan extends Omit<SheetPlan, "records"> {
  readonly records?: RecordsPlan;
}

/** Rows below all other cells, as wide as these: of a thousand units there are hundreds of thousands, too many to hold. */
export interface RecordsPlan {
  /** The first of their rows. */
  readonly top: number;
  readonly count: number;
  /** Every time the same: their cells from left to right, with neither formulas nor links. */
  readonly rows: () => Iterable<readonly PlanCell[]>;
}

/** The records with another row in place of each. */
export function mapRecords(
  { top, count, rows }: RecordsPlan,
  change: (row: readonly PlanCell[]) => readonly PlanCell[],
): RecordsPlan {
  return {
    top,
    count,
    *rows() {
      for (const row of rows()) yield change(row);
    },
  };
}

/** The last row with a cell; 0 where there is none. */
export function lastRowOf({ cells, records }: FileSheetPlan): number {
  return records && records.count > 0 ? records.top + records.count - 1 : (cells.at(-1)?.row ?? 0);
}

/** The plan with the rows of its long tables among the cells, for whoever looks at cells. */
export function withRecordCells(plan: FilePlan): WorkbookPlan {
  return {
    ...plan,
    sheets: plan.sheets.map(({ records, ...sheet }) =>
      records ? { ...sheet, cells: [...sheet.cells, ...[...records.rows()].flat()] } : sheet,
    ),
  };
}

/** A text value is written as text whatever it begins with. A formula comes with the value it has. */
export interface PlanCell {
  readonly row: number;
  readonly column: number;
  readonly value: number | string | boolean | null;
  /** Without `=`, English A1 notation; `value` is its result, null for an empty text. */
  readonly formula?: string;
  readonly style?: CellStyle;
  /**
   * A text as units leave it in their own files, without the sign that keeps it text when somebody edits the cell: for
   * samples of what they send. A formula that it might become is prevented all the same.
   */
  readonly unguarded?: boolean;
  /** A place in this workbook, `'关工02'!E7`, that a click leads to. */
  readonly link?: string;
}

/** Styles are shared by identity where possible; equal content is one style anyway. */
export interface CellStyle {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  /** Points; 11 if absent. */
  readonly size?: number;
  /** Font name; 宋体 if absent. */
  readonly font?: string;
  /** `RRGGBB`. */
  readonly color?: string;
  readonly fill?: string;
  readonly border?: "thin" | "medium" | "hair" | "bottom";
  readonly horizontal?: "left" | "center" | "right";
  readonly vertical?: "top" | "center" | "bottom";
  readonly wrap?: boolean;
  readonly indent?: number;
  /** Number format code; `@` for text; General if absent. */
  readonly format?: string;
  /** May be changed on a protected sheet. */
  readonly unlocked?: boolean;
}

export interface ColumnPlan {
  readonly column: number;
  /** Width in characters of the default font. */
  readonly width?: number;
  readonly hidden?: boolean;
}

export interface RowPlan {
  readonly row: number;
  /** Points. */
  readonly height?: number;
  readonly hidden?: boolean;
}

/** A4 always. */
export interface PrintPlan {
  readonly landscape?: boolean;
  /** Pages wide; 1 if absent. */
  readonly fitWidth?: number;
  /** Pages tall; 0 (as many as needed) if absent. */
  readonly fitHeight?: number;
  /** Rows repeated on every page. */
  readonly titleRows?: Span;
  /** Columns repeated on every page. */
  readonly titleColumns?: Span;
  readonly area?: Area;
  /** Rows that begin a page. Excel ignores them on a sheet that is fitted to pages: such a sheet prints in full size. */
  readonly breaks?: readonly number[];
  /** Centre header and footer; `&P` is the page, `&N` the pages. */
  readonly header?: string;
  readonly footer?: string;
}

export interface ValidationPlan {
  readonly area: Area;
  readonly type: "list" | "whole" | "decimal" | "date" | "textLength" | "custom";
  readonly operator?: "between" | "greaterThanOrEqual" | "lessThanOrEqual" | "equal";
  /** For a list, its choices; else one or two formulas. */
  readonly choices?: readonly string[];
  readonly formula1?: string;
  readonly formula2?: string;
  readonly promptTitle?: string;
  readonly prompt?: string;
  readonly errorTitle?: string;
  readonly error?: string;
  /** `warning` lets a person go on; `stop` if absent. */
  readonly severity?: "stop" | "warning";
}

export interface ConditionalFormatPlan {
  readonly area: Area;
  /** True where the style applies; relative to the area's first cell, without `=`. */
  readonly formula: string;
  readonly style: { readonly color?: string; readonly fill?: string; readonly bold?: boolean };
}

export interface CommentPlan {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** A native chart. Its points are the cells of the plan that the areas name. */
export interface ChartPlan {
  /** Stays the same from run to run, unique in the workbook: an existing chart of this name is refilled. */
  readonly name: string;
  readonly title: string;
  /** What it shows, in a sentence, for people who cannot see it. */
  readonly description?: string;
  readonly kind: "column" | "bar" | "line" | "pie" | "doughnut";
  readonly grouping?: "clustered" | "stacked" | "percentStacked";
  readonly categories: CellsOnSheet;
  readonly series: readonly SeriesPlan[];
  /** The cells that it covers. */
  readonly anchor: Area;
  readonly axisTitle?: string;
  readonly axisFormat?: string;
  readonly secondAxisTitle?: string;
  readonly secondAxisFormat?: string;
  /** Where the values' axes begin: columns are to be seen from 0. The program that shows them decides if absent. */
  readonly axisMinimum?: number;
  /** Where the first axis ends: 100 for a share that cannot be more. */
  readonly axisMaximum?: number;
  readonly legend?: "bottom" | "right" | "none";
  /** The names of the categories are written downwards, sign below sign; side by side if absent. */
  readonly uprightNames?: boolean;
}

export interface CellsOnSheet {
  readonly sheet: string;
  /** One row or one column of cells. */
  readonly area: Area;
}

export interface SeriesPlan {
  /** The cell that holds the series' name. */
  readonly name: CellsOnSheet;
  readonly values: CellsOnSheet;
  /** Where it differs from the chart's, for a combination. */
  readonly kind?: "column" | "line";
  readonly secondAxis?: boolean;
  /** `RRGGBB`. */
  readonly color?: string;
  /** Of a line: its points alone, where the categories have no order. */
  readonly points?: boolean;
  /** A drawn line for a target or an average: dashed, without markers. */
  readonly dashed?: boolean;
  readonly labels?: boolean;
  /** Number format of the labels. */
  readonly labelFormat?: string;
}

/** Every sheet that the workbook will have, the office's own among the others. */
export function plannedSheets({ sheets, office }: FilePlan): readonly PlannedSheet[] {
  const planned = sheets.map(({ name, visibility = "visible" }) => ({
    name,
    visible: visibility === "visible",
    own: false,
  }));
  const own = (office?.sheets ?? []).map(({ source, name = source }) => ({ name, visible: true, own: true }));
  const at = sheets.findIndex(({ name }) => name === office?.after) + 1;
  return [...planned.slice(0, at), ...own, ...planned.slice(at)];
}

export interface PlannedSheet {
  readonly name: string;
  readonly visible: boolean;
  /** Of the office's package. */
  readonly own: boolean;
}

/** The plan with the office's sheets drawn as sheets of its own, for a renderer that cannot keep them as they are. */
export function withDrawnSheets({ office, ...plan }: WorkbookPlan): WorkbookPlan {
  if (!office) return plan;
  const drawn = office.sheets.flatMap((sheet) => sheet.drawn ?? []);
  const at = plan.sheets.findIndex(({ name }) => name === office.after) + 1;
  return { ...plan, sheets: [...plan.sheets.slice(0, at), ...drawn, ...plan.sheets.slice(at)] };
}
