/** A sheet of the simulated Excel as the grid component wants it. Values come ready computed; it computes nothing. */
import type { Cell, CellWithRowAndCol, Image, Sheet } from "@fortune-sheet/core";
import { contains, parseA1, parseArea } from "../../../src/workbook/address";
import type { LineSize } from "../../excel-host/book/grid";
import { styleProperty, type Style } from "../../excel-host/book/style";
import { formatValue } from "../../excel-host/model/values";
import type { CellJson, SheetJson } from "../../excel-host/person/sheet-json";

const PIXELS_PER_POINT = 96 / 72;
/** Empty rows and columns beyond what is used, to scroll and type into. */
const MARGIN_ROWS = 30;
const MARGIN_COLUMNS = 6;

export function gridSheet(sheet: SheetJson, images: readonly Image[]): Sheet {
  const celldata = gridCells(sheet);
  const last = celldata.reduce((max, { r, c }) => ({ r: Math.max(max.r, r), c: Math.max(max.c, c) }), {
    r: 0,
    c: 0,
  });
  return {
    id: sheet.name,
    name: sheet.name,
    status: 1,
    row: Math.max(60, last.r + MARGIN_ROWS),
    column: Math.max(20, last.c + MARGIN_COLUMNS),
    celldata,
    images: [...images],
    showGridLines: (sheet.view as Record<string, unknown>)["showGridlines"] === false ? 0 : 1,
    defaultRowHeight: 20,
    defaultColWidth: 64,
    config: {
      merge: merges(sheet),
      columnlen: sizes(sheet.columnSizes),
      rowlen: sizes(sheet.rowSizes),
      colhidden: hidden(sheet.columnSizes),
      rowhidden: hidden(sheet.rowSizes),
      borderInfo: borders(sheet),
    },
    ...frozen(sheet),
  };
}

/** All that the grid shows, row by row. */
export function gridCells(sheet: SheetJson): CellWithRowAndCol[] {
  const corners = new Map(sheet.merges.map((address) => [address.split(":")[0]!, parseArea(address)!]));
  const cells = Object.entries(sheet.cells).map(([address, cell]) => {
    const { row: r, column: c } = parseA1(address)!;
    const merge = corners.get(address);
    const v = gridCell(cell);
    if (merge) v.mc = { r, c, rs: merge.bottom - merge.top + 1, cs: merge.right - merge.left + 1 };
    return { r, c, v };
  });
  return [...cells, ...covered(sheet)];
}

/** The cells under a merge point at its corner. */
function covered({ merges: all }: SheetJson): CellWithRowAndCol[] {
  return all.flatMap((address) => {
    const { top, left, bottom, right } = parseArea(address)!;
    const cells: CellWithRowAndCol[] = [];
    for (let r = top; r <= bottom; r++) {
      for (let c = left; c <= right; c++) {
        if (r !== top || c !== left) cells.push({ r, c, v: { mc: { r: top, c: left } } });
      }
    }
    return cells;
  });
}

function gridCell({ value, style = {} }: CellJson): Cell {
  const format = String(styleProperty(style, "numberFormat"));
  const look = styled(style);
  if (value === "") return look;
  const isNumber = typeof value === "number";
  return {
    ...look,
    v: value,
    m: formatValue(value, format),
    ct: { fa: "General", t: isNumber ? "n" : "g" },
    ...(look.ht === undefined ? { ht: isNumber ? RIGHT : LEFT } : {}),
  };
}

const CENTER = 0;
const LEFT = 1;
const RIGHT = 2;
const HORIZONTAL: Readonly<Record<string, number>> = { Left: LEFT, Center: CENTER, Right: RIGHT };
const VERTICAL: Readonly<Record<string, number>> = { Top: 1, Center: 0, Bottom: 2 };

function styled(style: Style): Cell {
  const get = (key: string): unknown => styleProperty(style, key);
  const horizontal = HORIZONTAL[String(get("horizontalAlignment"))];
  return {
    ff: String(get("font.name")),
    fs: Number(get("font.size")),
    fc: String(get("font.color")),
    vt: VERTICAL[String(get("verticalAlignment"))] ?? 2,
    ...(horizontal === undefined ? {} : { ht: horizontal }),
    ...(get("font.bold") === true ? { bl: 1 } : {}),
    ...(get("font.italic") === true ? { it: 1 } : {}),
    ...(get("font.underline") === "Single" ? { un: 1 } : {}),
    ...(style["fill.color"] === undefined ? {} : { bg: String(style["fill.color"]) }),
    tb: get("wrapText") === true ? "2" : "1",
  };
}

function merges(sheet: SheetJson): NonNullable<NonNullable<Sheet["config"]>["merge"]> {
  return Object.fromEntries(
    sheet.merges.map((address) => {
      const { top: r, left: c, bottom, right } = parseArea(address)!;
      return [`${r}_${c}`, { r, c, rs: bottom - r + 1, cs: right - c + 1 }];
    }),
  );
}

function sizes(lines: Readonly<Record<string, LineSize>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(lines).flatMap(([line, { size }]) =>
      size === undefined ? [] : [[line, Math.round(size * PIXELS_PER_POINT)]],
    ),
  );
}

function hidden(lines: Readonly<Record<string, LineSize>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(lines).flatMap(([line, size]) => (size.hidden ? [[line, 0]] : [])),
  );
}

const EDGES = { l: "EdgeLeft", r: "EdgeRight", t: "EdgeTop", b: "EdgeBottom" } as const;
/** The grid's numbers for line styles. */
const LINES: Readonly<Record<string, number>> = { Hairline: 2, Thin: 1, Medium: 8, Thick: 13 };

/** Within merged cells there are no lines. */
function borders(sheet: SheetJson): unknown[] {
  const merged = sheet.merges.map((address) => parseArea(address)!);
  return Object.entries(sheet.cells).flatMap(([address, { style }]) => {
    if (!style) return [];
    const { row, column } = parseA1(address)!;
    const around = merged.find((area) => contains(area, row, column));
    const isInner: Readonly<Record<string, boolean>> = around
      ? {
          EdgeLeft: column > around.left,
          EdgeRight: column < around.right,
          EdgeTop: row > around.top,
          EdgeBottom: row < around.bottom,
        }
      : {};
    const lines = Object.entries(EDGES).flatMap(([side, edge]) => {
      const isNone = (styleProperty(style, `borders.${edge}.style`) ?? "None") === "None";
      return isNone || isInner[edge] ? [] : [[side, line(style, edge)]];
    });
    if (lines.length === 0) return [];
    return [
      { rangeType: "cell", value: { row_index: row, col_index: column, ...Object.fromEntries(lines) } },
    ];
  });
}

function line(style: Style, edge: string): { style: number; color: string } {
  const weight = String(styleProperty(style, `borders.${edge}.weight`));
  return { style: LINES[weight] ?? 1, color: String(styleProperty(style, `borders.${edge}.color`)) };
}

function frozen({ frozen: lines }: SheetJson): Pick<Sheet, "frozen"> {
  if (!lines) return {};
  const { rows, columns } = lines;
  const type = rows > 0 && columns > 0 ? "rangeBoth" : rows > 0 ? "rangeRow" : "rangeColumn";
  return {
    frozen: { type, range: { row_focus: Math.max(0, rows - 1), column_focus: Math.max(0, columns - 1) } },
  };
}
