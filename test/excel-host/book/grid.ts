import { MAX_COLUMNS, MAX_ROWS, type Area } from "../../../src/workbook/address";
import type { Json } from "../protocol/messages";
import { PLAIN, withProperty, type Style } from "./style";

export type GridValue = number | string | boolean;

/** One cell that somebody wrote or formatted. An empty cell's value is `""`, as the API reports it. */
export interface GridCell {
  value: GridValue;
  /** With its `=`. */
  formula?: string;
  /** Absent: as its row, else its column. */
  style?: Style;
}

/** Height or width in points, where a person or an add-in has set it. */
export interface LineSize {
  size?: number;
  hidden?: boolean;
}

/** The cells of a sheet with their formats, and the sizes of its rows and columns. Sparse. */
export class Grid {
  readonly rows = new Map<number, Map<number, GridCell>>();
  readonly rowStyles = new Map<number, Style>();
  readonly columnStyles = new Map<number, Style>();
  sheetStyle: Style = PLAIN;
  readonly rowSizes = new Map<number, LineSize>();
  readonly columnSizes = new Map<number, LineSize>();

  cell(row: number, column: number): GridCell | undefined {
    return this.rows.get(row)?.get(column);
  }

  /** The cell, made if it is not there. */
  touch(row: number, column: number): GridCell {
    const line = this.line(row);
    let cell = line.get(column);
    if (!cell) line.set(column, (cell = { value: "" }));
    return cell;
  }

  private line(row: number): Map<number, GridCell> {
    let line = this.rows.get(row);
    if (!line) this.rows.set(row, (line = new Map()));
    return line;
  }

  style(row: number, column: number): Style {
    return (
      this.cell(row, column)?.style ??
      this.rowStyles.get(row) ??
      this.columnStyles.get(column) ??
      this.sheetStyle
    );
  }

  /** The cells that exist in the area, in no order. */
  *cellsIn(area: Area): Generator<[number, number, GridCell]> {
    for (const [row, line] of this.linesIn(area)) {
      for (const [column, cell] of line) {
        if (column >= area.left && column <= area.right) yield [row, column, cell];
      }
    }
  }

  /** The rows of the area in which there are cells; a small area is not looked for among all rows. */
  private *linesIn({ top, bottom }: Area): Generator<[number, Map<number, GridCell>]> {
    if (bottom - top < this.rows.size) {
      for (let row = top; row <= bottom; row++) {
        const line = this.rows.get(row);
        if (line) yield [row, line];
      }
    } else {
      for (const [row, line] of this.rows) if (row >= top && row <= bottom) yield [row, line];
    }
  }

  removeCells(area: Area): void {
    for (const [row, line] of this.linesIn(area)) {
      for (const column of [...line.keys()]) {
        if (column >= area.left && column <= area.right) line.delete(column);
      }
      if (line.size === 0) this.rows.delete(row);
    }
  }

  /** All formats that occur in the area; whole rows and columns are asked as such, not cell by cell. */
  *stylesIn(area: Area): Generator<Style> {
    const wholeColumns = area.top === 0 && area.bottom === MAX_ROWS - 1;
    const wholeRows = area.left === 0 && area.right === MAX_COLUMNS - 1;
    if (!wholeColumns && !wholeRows) {
      for (let row = area.top; row <= area.bottom; row++) {
        for (let column = area.left; column <= area.right; column++) yield this.style(row, column);
      }
      return;
    }
    for (const [, , cell] of this.cellsIn(area)) if (cell.style) yield cell.style;
    if (wholeColumns) {
      yield* this.rowStyles.values();
      for (let column = area.left; column <= area.right; column++)
        yield this.columnStyles.get(column) ?? this.sheetStyle;
    } else {
      for (let row = area.top; row <= area.bottom; row++) yield this.rowStyles.get(row) ?? this.sheetStyle;
    }
  }

  *allCells(): Generator<[number, number, GridCell]> {
    yield* this.cellsIn(WHOLE_SHEET);
  }

  /**
   * The smallest area around all cells with a value or formula, or also with a format; undefined for an empty sheet.
   */
  usedArea(valuesOnly: boolean): Area | undefined {
    let used: { top: number; left: number; bottom: number; right: number } | undefined;
    for (const [row, column, cell] of this.allCells()) {
      const counts =
        cell.value !== "" || cell.formula !== undefined || (!valuesOnly && cell.style !== undefined);
      if (!counts) continue;
      used ??= { top: row, left: column, bottom: row, right: column };
      used.top = Math.min(used.top, row);
      used.left = Math.min(used.left, column);
      used.bottom = Math.max(used.bottom, row);
      used.right = Math.max(used.right, column);
    }
    return used;
  }

  /** Formats whole rows and columns without touching a million cells. */
  setStyle(area: Area, key: string, value: Json): void {
    this.changeStyle(area, (style) => withProperty(style, key, value));
  }

  changeStyle(area: Area, changeOne: (style: Style) => Style): void {
    const change = onceForEqual(changeOne);
    const wholeColumns = area.top === 0 && area.bottom === MAX_ROWS - 1;
    const wholeRows = area.left === 0 && area.right === MAX_COLUMNS - 1;
    if (!wholeColumns && !wholeRows) return this.changeCells(area, change);
    for (const [, , cell] of this.cellsIn(area)) if (cell.style) cell.style = change(cell.style);
    if (wholeColumns && wholeRows) {
      this.sheetStyle = change(this.sheetStyle);
      for (const [row, style] of this.rowStyles) this.rowStyles.set(row, change(style));
      for (const [column, style] of this.columnStyles) this.columnStyles.set(column, change(style));
    } else if (wholeColumns) {
      this.changeColumns(area, change);
    } else {
      for (let row = area.top; row <= area.bottom; row++) {
        this.rowStyles.set(row, change(this.rowStyles.get(row) ?? this.sheetStyle));
      }
    }
  }

  private changeCells(area: Area, change: (style: Style) => Style): void {
    for (let row = area.top; row <= area.bottom; row++) {
      const line = this.line(row);
      const rowStyle = this.rowStyles.get(row);
      for (let column = area.left; column <= area.right; column++) {
        const cell = line.get(column);
        const style = change(cell?.style ?? rowStyle ?? this.columnStyles.get(column) ?? this.sheetStyle);
        if (cell) cell.style = style;
        else line.set(column, { value: "", style });
      }
    }
  }

  /** Where a formatted row crosses the columns, the cell gets a format of its own, as in Excel. */
  private changeColumns(area: Area, change: (style: Style) => Style): void {
    for (const [row, style] of this.rowStyles) {
      for (let column = area.left; column <= area.right; column++) {
        const cell = this.touch(row, column);
        cell.style ??= change(style);
      }
    }
    for (let column = area.left; column <= area.right; column++) {
      this.columnStyles.set(column, change(this.columnStyles.get(column) ?? this.sheetStyle));
    }
  }
}

/** Neighbours mostly share a style: its change is worked out once for all of them. */
function onceForEqual(change: (style: Style) => Style): (style: Style) => Style {
  let last: Style | undefined;
  let changed = PLAIN;
  return (style) => {
    if (style !== last) [last, changed] = [style, change(style)];
    return changed;
  };
}

export const WHOLE_SHEET: Area = { top: 0, left: 0, bottom: MAX_ROWS - 1, right: MAX_COLUMNS - 1 };
