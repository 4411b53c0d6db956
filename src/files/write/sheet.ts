/** One worksheet part. The order of its elements is fixed (ECMA-376 part 1, 18.3.1.99). */
import { areaToA1, toA1, type Area } from "../../workbook/address";
import type { ColumnPlan, FileSheetPlan, PlanCell, PrintPlan } from "../../workbook/plan";
import { argb } from "./color";
import { DEFAULT_COLUMN_CHARACTERS, DEFAULT_ROW_HEIGHT, fileWidth } from "./geometry";
import { rowsXml, type SharedTables } from "./sheet-data";
import { conditionalFormatsXml, validationsXml } from "./sheet-rules";
import { counted, element, elementInPieces, escapeXstring, NAMESPACES } from "./xml";

/** Ids of the relationships to the parts that hang on a sheet. */
export interface SheetLinks {
  readonly drawing?: string;
  readonly legacyDrawing?: string;
}

const A4 = 9;
const LAST_COLUMN = 16_383;

/** Row by row, as there may be a million. */
export function sheetXml(
  sheet: FileSheetPlan,
  selected: boolean,
  shared: SharedTables,
  links: SheetLinks,
): Iterable<string> {
  const attributes = { xmlns: NAMESPACES.sheet, "xmlns:r": NAMESPACES.relationship };
  return elementInPieces("worksheet", attributes, pieces());

  function* pieces(): Generator<string> {
    yield propertiesXml(sheet);
    yield element("dimension", { ref: areaToA1(usedArea(sheet)) });
    yield viewXml(sheet, selected);
    yield element("sheetFormatPr", { defaultRowHeight: DEFAULT_ROW_HEIGHT });
    yield columnsXml(sheet.columns ?? []);
    yield* elementInPieces("sheetData", {}, rowsXml(sheet, shared));
    yield sheet.protected ? protectionXml(sheet) : "";
    yield sheet.autoFilter ? element("autoFilter", { ref: areaToA1(sheet.autoFilter) }) : "";
    yield mergesXml(sheet.merges ?? []);
    yield conditionalFormatsXml(sheet.conditionalFormats ?? [], shared.styles);
    yield validationsXml(sheet.validations ?? []);
    yield linksXml(sheet.cells);
    yield printXml(sheet.print);
    yield links.drawing === undefined ? "" : element("drawing", { "r:id": links.drawing });
    yield links.legacyDrawing === undefined ? "" : element("legacyDrawing", { "r:id": links.legacyDrawing });
  }
}

function propertiesXml({ tabColor, print }: FileSheetPlan): string {
  const children = [
    tabColor === undefined ? "" : element("tabColor", { rgb: argb(tabColor) }),
    print && !print.breaks ? element("pageSetUpPr", { fitToPage: true }) : "",
  ];
  return children.join("") === "" ? "" : element("sheetPr", {}, ...children);
}

function usedArea({ cells, records }: FileSheetPlan): Area {
  if (cells.length === 0 && !records) return { top: 0, left: 0, bottom: 0, right: 0 };
  const area = { top: Infinity, left: Infinity, bottom: 0, right: 0 };
  for (const { row, column } of cells) {
    area.top = Math.min(area.top, row);
    area.left = Math.min(area.left, column);
    area.bottom = Math.max(area.bottom, row);
    area.right = Math.max(area.right, column);
  }
  if (records && records.count > 0) {
    area.top = Math.min(area.top, records.top);
    area.left = cells.length === 0 ? 0 : area.left;
    area.bottom = Math.max(area.bottom, records.top + records.count - 1);
  }
  return area;
}

function viewXml({ gridLines, freeze }: FileSheetPlan, selected: boolean): string {
  const attributes = {
    showGridLines: gridLines === false ? false : undefined,
    tabSelected: selected || undefined,
    workbookViewId: 0,
  };
  const pane = freeze && (freeze.rows > 0 || freeze.columns > 0) ? paneXml(freeze.rows, freeze.columns) : "";
  return element("sheetViews", {}, element("sheetView", attributes, pane));
}

function paneXml(rows: number, columns: number): string {
  const activePane = rows > 0 && columns > 0 ? "bottomRight" : rows > 0 ? "bottomLeft" : "topRight";
  const pane = element("pane", {
    xSplit: columns || undefined,
    ySplit: rows || undefined,
    topLeftCell: toA1(rows, columns),
    activePane,
    state: "frozen",
  });
  return pane + element("selection", { pane: activePane });
}

function columnsXml(columns: readonly ColumnPlan[]): string {
  if (columns.length === 0) return "";
  const sorted = [...columns].sort((a, b) => a.column - b.column);
  const xml = sorted.map(({ column, width, hidden }) =>
    element("col", {
      min: column + 1,
      max: column + 1,
      width: fileWidth(width ?? DEFAULT_COLUMN_CHARACTERS),
      hidden: hidden || undefined,
      customWidth: width === undefined ? undefined : true,
    }),
  );
  return element("cols", {}, ...xml);
}

/** Every cell may be selected, so that its formula can be read; widths may be changed, a filter may be used. */
function protectionXml({ autoFilter }: FileSheetPlan): string {
  return element("sheetProtection", {
    sheet: true,
    objects: true,
    scenarios: true,
    formatColumns: false,
    formatRows: false,
    autoFilter: autoFilter ? false : undefined,
  });
}

/** An area of one cell is no merge; Excel calls a file with one damaged. */
function mergesXml(merges: readonly Area[]): string {
  const real = merges.filter(({ top, left, bottom, right }) => top !== bottom || left !== right);
  return counted(
    "mergeCells",
    real.map((area) => element("mergeCell", { ref: areaToA1(area) })),
  );
}

function linksXml(cells: readonly PlanCell[]): string {
  const xml = cells.flatMap(({ row, column, link }) =>
    link === undefined ? [] : [element("hyperlink", { ref: toA1(row, column), location: link })],
  );
  return xml.length === 0 ? "" : element("hyperlinks", {}, ...xml);
}

function printXml(print: PrintPlan | undefined): string {
  const text = (name: string, content: string | undefined): string =>
    content ? element(name, {}, `&amp;C${escapeXstring(content)}`) : "";
  const headerFooter = text("oddHeader", print?.header) + text("oddFooter", print?.footer);
  const isFitted = print !== undefined && !print.breaks;
  return (
    (print ? element("printOptions", { horizontalCentered: true }) : "") +
    element("pageMargins", { left: 0.5, right: 0.5, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 }) +
    element("pageSetup", {
      paperSize: A4,
      fitToWidth: isFitted ? (print.fitWidth ?? 1) : undefined,
      fitToHeight: isFitted ? (print.fitHeight ?? 0) : undefined,
      orientation: print?.landscape ? "landscape" : "portrait",
    }) +
    (headerFooter && element("headerFooter", {}, headerFooter)) +
    breaksXml(print?.breaks ?? [])
  );
}

/** A break's id is the row above it, counted from 1. */
function breaksXml(rows: readonly number[]): string {
  if (rows.length === 0) return "";
  const count = { count: rows.length, manualBreakCount: rows.length };
  return element(
    "rowBreaks",
    count,
    ...rows.map((id) => element("brk", { id, max: LAST_COLUMN, man: true })),
  );
}
