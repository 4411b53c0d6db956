/** An office's own sheet as a grid to be looked at: labels where they are, and of each other cell what becomes of it. */
import type { CellUse, OwnCell, OwnSheet, OwnTable } from "../../../template/own-sheet";
import { halfWidths } from "../../../workbook/text-lines";
import { columnName, toA1, type Area } from "../../../workbook/address";

export interface PictureCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
  /** Null for a label, or an empty cell. */
  readonly use: CellUse | null;
  /** What a click on it means; null where nothing is to be chosen. */
  readonly chooses: Choice | null;
}

/** Cells of the form that are looked at together. */
export interface Choice {
  readonly kind: "cell" | "line" | "column";
  /** The line's, or the column's; of a cell both. */
  readonly name: string;
  readonly cells: readonly string[];
  /** What they are for; null where they differ. */
  readonly use: CellUse | null;
  /** Every one of them has a formula. */
  readonly hasFormula: boolean;
}

export interface PictureColumn {
  readonly column: number;
  /** In half-width characters. */
  readonly width: number;
}

export interface PictureRow {
  readonly row: number;
  readonly cells: readonly PictureCell[];
}

export interface Picture {
  readonly columns: readonly PictureColumn[];
  readonly rows: readonly PictureRow[];
}

export function pictureOf(own: OwnSheet): Picture {
  return new PictureBuilder(own).build();
}

class PictureBuilder {
  private readonly texts = new Map<string, string>();
  private readonly cells = new Map<string, { readonly cell: OwnCell; readonly table: OwnTable }>();
  private readonly merges = new Map<string, Area>();
  private readonly covered = new Set<string>();
  private readonly bottom: number;
  private readonly right: number;

  constructor(private readonly own: OwnSheet) {
    for (const { row, column, text } of own.texts ?? []) this.texts.set(toA1(row, column), text);
    for (const table of own.tables)
      for (const cell of table.cells) this.cells.set(toA1(cell.row, cell.column), { cell, table });
    const places = [...(own.texts ?? []), ...own.tables.flatMap(({ cells }) => cells)];
    this.bottom = Math.max(0, ...places.map(({ row }) => row));
    this.right = Math.max(0, ...places.map(({ column }) => column));
    for (const area of own.merges ?? []) this.merge(area);
  }

  private merge(area: Area): void {
    const { top, left } = area;
    const bottom = Math.min(area.bottom, this.bottom);
    const right = Math.min(area.right, this.right);
    if (top > this.bottom || left > this.right) return;
    this.merges.set(toA1(top, left), { top, left, bottom, right });
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++)
        if (row !== top || column !== left) this.covered.add(toA1(row, column));
  }

  build(): Picture {
    const { hidden } = this.own;
    const isHidden = (spans: readonly { readonly first: number; readonly last: number }[], at: number) =>
      spans.some(({ first, last }) => at >= first && at <= last);
    const columns = indexes(this.right).filter((column) => !isHidden(hidden?.columns ?? [], column));
    const rows = indexes(this.bottom).filter((row) => !isHidden(hidden?.rows ?? [], row));
    const drawn = rows.map((row): PictureRow => ({
      row,
      cells: columns.flatMap((column) =>
        this.covered.has(toA1(row, column)) ? [] : [this.cellAt(row, column, rows, columns)],
      ),
    }));
    const widths = columns.map((column) => ({ column, width: widthOf(column, drawn) }));
    return { columns: widths, rows: drawn.map((row) => ({ ...row, cells: spilt(row.cells, widths) })) };
  }

  private cellAt(
    row: number,
    column: number,
    rows: readonly number[],
    columns: readonly number[],
  ): PictureCell {
    const address = toA1(row, column);
    const area = this.merges.get(address) ?? { top: row, left: column, bottom: row, right: column };
    const known = this.cells.get(address);
    const text = this.texts.get(address) ?? "";
    return {
      row,
      column,
      rowSpan: Math.max(1, rows.filter((each) => each >= area.top && each <= area.bottom).length),
      columnSpan: Math.max(1, columns.filter((each) => each >= area.left && each <= area.right).length),
      text: known ? heldText(known.cell) : labelText(text),
      use: known?.cell.use ?? null,
      chooses: known ? choiceOfCell(known.cell, known.table) : this.choiceOfLabel(text, area),
    };
  }

  /** A heading chooses its columns, the name of a line its cells. */
  private choiceOfLabel(text: string, area: Area): Choice | null {
    const label = bare(text);
    if (label === "") return null;
    for (const table of this.own.tables) {
      const lines = table.lines.filter(({ row }) => row >= area.top && row <= area.bottom);
      if (lines.some(({ path, code }) => [...path, code ?? ""].some((each) => bare(each) === label))) {
        const keys = new Set(lines.map(({ key }) => key));
        return choice(
          "line",
          labelText(text),
          table.cells.filter(({ line }) => keys.has(line)),
        );
      }
      const columns = table.columns.filter(
        ({ column, heads }) =>
          column >= area.left && column <= area.right && heads.some((head) => bare(head) === label),
      );
      if (columns.length > 0) {
        const keys = new Set(columns.map(({ key }) => key));
        return choice(
          "column",
          labelText(text),
          table.cells.filter((cell) => keys.has(cell.in)),
        );
      }
    }
    return null;
  }
}

const NARROWEST = 5;
const WIDEST = 22;
/** Headings over cells to be filled are broken into lines sooner. */
const WIDEST_HEADING = 9;

/** As wide as its texts need that are of this column alone. */
function widthOf(column: number, rows: readonly PictureRow[]): number {
  const cells = rows.flatMap((row) => row.cells.filter((cell) => cell.column === column));
  const isFilled = cells.some(({ use }) => use !== null);
  const widest = isFilled ? WIDEST_HEADING : WIDEST;
  const named = cells.filter(({ columnSpan, chooses, use }) => columnSpan === 1 && use === null && chooses);
  return Math.min(widest, Math.max(NARROWEST, ...named.map(({ text }) => halfWidths(text) + 1)));
}

/** A long text runs on over the empty cells beside it, as in Excel. */
function spilt(cells: readonly PictureCell[], columns: readonly PictureColumn[]): PictureCell[] {
  const drawn: PictureCell[] = [];
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i]!;
    const at = columns.findIndex(({ column }) => column === cell.column);
    let room = columns.slice(at, at + cell.columnSpan).reduce((sum, { width }) => sum + width, 0);
    let { columnSpan } = cell;
    while (cell.use === null && halfWidths(cell.text) > room && isEmpty(cells[i + 1], cell)) {
      const next = cells[++i]!;
      columnSpan += next.columnSpan;
      room += columns.find(({ column }) => column === next.column)!.width;
    }
    drawn.push({ ...cell, columnSpan });
  }
  return drawn;
}

function isEmpty(cell: PictureCell | undefined, before: PictureCell): boolean {
  return (
    cell !== undefined && cell.use === null && cell.text === "" && cell.rowSpan === 1 && before.rowSpan === 1
  );
}

/** The cells of a row or column of the sheet, by its number or letter. */
export function choiceAt(own: OwnSheet, kind: "line" | "column", at: number): Choice | null {
  const cells = own.tables
    .flatMap((table) => table.cells)
    .filter(({ row, column }) => (kind === "line" ? row : column) === at);
  if (cells.length === 0) return null;
  return choice(kind, kind === "line" ? String(at + 1) : columnName(at), cells);
}

/** The same cells as they are now: after a change, or on the template that was changed. */
export function choiceNow(own: OwnSheet, before: Choice): Choice {
  const wanted = new Set(before.cells);
  const cells = own.tables
    .flatMap((table) => table.cells)
    .filter(({ row, column }) => wanted.has(toA1(row, column)));
  return choice(before.kind, before.name, cells);
}

function choiceOfCell(cell: OwnCell, { lines, columns }: OwnTable): Choice {
  const line = lines.find(({ key }) => key === cell.line)?.path.at(-1) ?? cell.line;
  const head = columns.find(({ key }) => key === cell.in)?.heads.at(-1) ?? cell.in;
  return choice("cell", `${line.trim()} · ${head.trim()}`, [cell]);
}

function choice(kind: Choice["kind"], name: string, cells: readonly OwnCell[]): Choice {
  const uses = new Set(cells.map(({ use }) => use));
  return {
    kind,
    name,
    cells: cells.map(({ row, column }) => toA1(row, column)),
    use: uses.size === 1 ? [...uses][0]! : null,
    hasFormula: cells.length > 0 && cells.every(({ formula }) => formula !== undefined),
  };
}

/** What the blank holds in a cell that is not used is seen. */
function heldText({ use, holds }: OwnCell): string {
  return use === "unused" && holds !== undefined && !String(holds).startsWith("=") ? String(holds) : "";
}

function labelText(text: string): string {
  return text.startsWith("=") ? "" : text.trim();
}

function bare(text: string): string {
  return text.replace(/\s+/g, "");
}

function indexes(last: number): number[] {
  return Array.from({ length: last + 1 }, (_, i) => i);
}
