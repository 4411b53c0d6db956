/** The lines of a table: labels, code, unit of measure, and the path of labels that distinguishes it from the others. */
import type { GridCell, SheetGrid } from "./grid";
import { headsOf } from "./heads";
import type { TableArea } from "./tables";
import {
  areUnitNames,
  isCodeHead,
  isCrossedOut,
  isMeasure,
  isMeasureHead,
  isOrdinalHead,
  measureIn,
} from "./words";

export interface DraftLine {
  readonly row: number;
  readonly code?: string;
  /** From the outermost; empty for a line that has only a code. */
  readonly path: readonly string[];
  readonly measure?: string;
  /** Why it is a heading of the lines below it, to which no figures belong; null where it is none. */
  readonly heading: "overFigures" | "noCode" | null;
  /** Of a card: where its label is, apart from the cell to be filled. */
  readonly label?: { readonly row: number; readonly column: number };
}

type StubKind = "label" | "code" | "ordinal" | "measure";

/** The lines in the order of the rows. `isOpen`: can the row's cell in any value column be filled? */
export function linesOf(grid: SheetGrid, area: TableArea): DraftLine[] {
  const kinds = stubKinds(grid, area);
  const carried = new Map<number, string>();
  const lines = area.rows.map((row) => readLine(grid, area, row, kinds, carried));
  const coded = lines.filter(({ code }) => code !== undefined).length;
  const mostly = coded >= lines.length * 0.7 && coded < lines.length;
  return lines
    .map((line) => ({
      ...line,
      heading:
        line.heading ??
        (mostly && line.code === undefined && !hasFormula(grid, area, line.row) ? ("noCode" as const) : null),
    }))
    .filter(({ path, code }) => path.length > 0 || code !== undefined);
}

function hasFormula(grid: SheetGrid, { stub, right }: TableArea, row: number): boolean {
  for (let column = stub + 1; column <= right; column++)
    if (["formula", "number"].includes(grid.at(row, column).shows)) return true;
  return false;
}

/** What each column of the stub holds. */
function stubKinds(grid: SheetGrid, area: TableArea): ReadonlyMap<number, StubKind> {
  const kinds = new Map<number, StubKind>();
  for (let column = area.left; column <= area.stub; column++) {
    const said = headsOf(grid, area.head, column).at(-1) ?? "";
    const cells = area.rows.map((row) => grid.at(row, column)).filter(({ shows }) => shows !== "empty");
    kinds.set(column, kindOf(said, cells));
  }
  if (![...kinds.values()].includes("label")) {
    // Codes alone: the column that is called so goes on being one, ordinals are the labels.
    const first = [...kinds].find(([, kind]) => kind === "ordinal");
    if (first && ![...kinds.values()].includes("code")) kinds.set(first[0], "label");
  }
  return kinds;
}

function kindOf(said: string, cells: readonly GridCell[]): StubKind {
  if (isOrdinalHead(said)) return "ordinal";
  if (isCodeHead(said)) return "code";
  const texts = cells.filter(({ shows }) => shows === "text");
  const isShort = texts.every(({ text }) => isMeasure(text) || text.length <= 4);
  // 单位 is a unit of measure, or whoever fills the form.
  if (isMeasureHead(said) && isShort && !areUnitNames(texts.map(({ text }) => text))) return "measure";
  if (texts.length === cells.length && texts.length > 1 && texts.every(({ text }) => isMeasure(text)))
    return "measure";
  const numbers = cells.filter(({ shows }) => shows === "number");
  if (numbers.length > cells.length / 2) return areOrdinals(numbers) ? "ordinal" : "code";
  const codes = texts.filter(({ text }) => /^[A-Za-z]{0,4}[-.]?\d{2,10}$/.test(text)).length;
  return codes > cells.length * 0.7 && cells.length > 1 ? "code" : "label";
}

/** 1, 2, 3 …: they move when a line is inserted. */
function areOrdinals(cells: readonly GridCell[]): boolean {
  return cells.every(({ number }, i) => number === i + 1);
}

function readLine(
  grid: SheetGrid,
  area: TableArea,
  row: number,
  kinds: ReadonlyMap<number, StubKind>,
  carried: Map<number, string>,
): DraftLine {
  const path: string[] = [];
  let code: string | undefined;
  let measure: string | undefined;
  let heading: DraftLine["heading"] = null;
  for (let column = area.left; column <= area.stub; column++) {
    const cell = grid.at(row, column);
    const kind = kinds.get(column)!;
    const text = textOf(cell);
    if (cell.area.right > area.stub && cell.shows === "text") heading = "overFigures";
    if (cell.area.left < column && column > area.left && cell.shows !== "empty") continue;
    if (kind === "code")
      code = text === "" || isCrossedOut(text) ? undefined : cell.shows === "text" ? cell.text : text;
    else if (kind === "measure") measure = text === "" || isCrossedOut(text) ? undefined : text;
    else if (kind === "label") addLabel(path, column, text, area, grid, row, carried);
  }
  if (path.length === 0 && code === undefined) {
    const ordinal = [...kinds].find(([, kind]) => kind === "ordinal")?.[0];
    const text = ordinal === undefined ? "" : grid.at(row, ordinal).text;
    if (text !== "") path.push(text);
  }
  measure ??= path.length > 0 ? (measureIn(path.at(-1)!) ?? undefined) : undefined;
  return {
    row,
    path,
    heading,
    ...(code === undefined ? {} : { code }),
    ...(measure === undefined ? {} : { measure }),
  };
}

/** A label to the left holds for the rows below it until the next one in its column. */
function addLabel(
  path: string[],
  column: number,
  text: string,
  area: TableArea,
  grid: SheetGrid,
  row: number,
  carried: Map<number, string>,
): void {
  if (text !== "") {
    carried.set(column, text);
    for (const other of [...carried.keys()]) if (other > column) carried.delete(other);
    path.push(text);
    return;
  }
  const above = carried.get(column);
  const goesOn = above !== undefined && hasTextRight(grid, row, column, area.stub);
  if (goesOn) path.push(above);
}

function hasTextRight(grid: SheetGrid, row: number, column: number, stub: number): boolean {
  for (let right = column + 1; right <= stub; right++) if (grid.at(row, right).shows === "text") return true;
  return false;
}

function textOf({ shows, text, number, format }: GridCell): string {
  if (shows !== "number" || number === null) return text;
  // `01` that is stored as 1 and shown with zeros in front.
  return /^0+$/.test(format ?? "") ? String(number).padStart(format!.length, "0") : String(number);
}
