/**
 * The blank that several filled copies were made from: the norm's sheets with nothing in them but what most copies
 * say. Everything else is the unit's, and goes.
 */
import { CellTableBuilder, cellsOf, type CellContent } from "../../workbook/cells";
import type { OfficeCell } from "../../workbook/plan";
import type { Cell, Sheet, Workbook } from "../../workbook/workbook";
import { LONGEST_FORMULA } from "../formula-text";
import { commonText, isContact, withoutPersons } from "./common-text";
import type { CopySheet } from "./copy-sheet";
import { type Evidence, isFormula, majority, shownBy, textOf, type Held } from "./evidence";
import type { CopiedSheet } from "./norm";

/** A sheet of the norm as it is to be, and how it differs from the norm's own. */
export interface BlankSheet {
  readonly sheet: Sheet;
  /** The name that the norm has for it. */
  readonly source: string;
  readonly changes: readonly OfficeCell[];
}

/** Titles are in the first rows. */
const TITLE_ROWS = 4;
const TITLE = /(?:表|统计|情况|报告|台账|明细|汇总|一览)(?:[（(][^（()）]*[)）])?$/;

export type UnitOf = (copy: CopySheet) => string | null;

export function blankSheet(copied: CopiedSheet, evidence: Evidence, unitOf: UnitOf): BlankSheet {
  const { norm, name } = copied;
  const cells = new Map<string, { row: number; column: number; content: CellContent | null }>();
  for (const cell of cellsOf(norm.sheet))
    cells.set(`${cell.row} ${cell.column}`, { ...cell, content: contentOf(cell, evidence, unitOf) });
  for (const { row, column } of cellsOfOthers(copied)) {
    const key = `${row} ${column}`;
    if (cells.has(key)) continue;
    const content = missingContent(row, column, evidence, unitOf);
    if (content !== null) cells.set(key, { row, column, content });
  }
  return { ...written(norm.sheet, name, [...cells.values()]), source: norm.sheet.name };
}

/** Without the cells at these places. */
export function withoutCells(blank: BlankSheet, places: ReadonlySet<string>): BlankSheet {
  return withTexts(blank, new Map([...places].map((place) => [place, null])));
}

/** With these texts at these places, `row column`; with nothing where there is null. */
export function withTexts(blank: BlankSheet, texts: ReadonlyMap<string, string | null>): BlankSheet {
  if (texts.size === 0) return blank;
  const builder = new CellTableBuilder();
  for (const cell of cellsOf(blank.sheet))
    if (!texts.has(`${cell.row} ${cell.column}`)) builder.add(cell.row, cell.column, contentIn(cell));
  const written = [...texts].map(([place, value]): OfficeCell => {
    const [row, column] = place.split(" ").map(Number) as [number, number];
    if (value !== null) builder.add(row, column, { kind: "text", value });
    return { row, column, value };
  });
  const changes = blank.changes.filter(({ row, column }) => !texts.has(`${row} ${column}`));
  return { ...blank, sheet: { ...blank.sheet, cells: builder.build() }, changes: [...changes, ...written] };
}

/** The norm's workbook with these sheets only, and nothing else of it. */
export function blankWorkbook(norm: Workbook, sheets: readonly BlankSheet[]): Workbook {
  return { ...norm, sheets: sheets.map(({ sheet }) => sheet), names: [], externalLinks: 0 };
}

function written(
  sheet: Sheet,
  name: string,
  cells: readonly { row: number; column: number; content: CellContent | null }[],
): Pick<BlankSheet, "sheet" | "changes"> {
  const builder = new CellTableBuilder();
  const before = new Map([...cellsOf(sheet)].map((cell) => [`${cell.row} ${cell.column}`, cell]));
  const changes: OfficeCell[] = [];
  for (const { row, column, content } of cells) {
    if (content !== null) builder.add(row, column, content);
    const own = before.get(`${row} ${column}`);
    if (own !== undefined && isSame(own, content)) continue;
    const { value = null, formula } = content ?? {};
    changes.push({ row, column, value, ...(formula === undefined ? {} : { formula }) });
  }
  const { comments: _, textBoxes: __, shown: ___, validations: ____, ...rest } = sheet;
  return { sheet: { ...rest, name, cells: builder.build(), comments: [] }, changes };
}

function isSame({ formula, value, kind }: Cell, content: CellContent | null): boolean {
  if (content === null) return kind === "empty" && formula === undefined;
  return content.formula === formula && content.value === value;
}

function contentIn({ kind, value, formula, format }: Cell): CellContent {
  return {
    kind,
    value,
    ...(formula === undefined ? {} : { formula }),
    ...(format === undefined ? {} : { format }),
  };
}

/** What stays of a cell of the norm; null where it is the unit's. */
function contentOf(cell: Cell, evidence: Evidence, unitOf: UnitOf): CellContent | null {
  const held = evidence.at(cell.row, cell.column);
  const format = cell.format === undefined ? {} : { format: cell.format };
  const formula = commonFormula(held, evidence);
  if (formula !== null) return { kind: "empty", value: null, formula, ...format };
  if (cell.formula !== undefined) return null;
  const isOnly = evidence.count === 1;
  if (cell.kind === "text") {
    const text = isOnly
      ? commonText([{ text: String(cell.value), unit: unitOf(held[0]!.copy) }])
      : textAt(held, unitOf, { own: String(cell.value), row: cell.row });
    return text === "" ? null : { kind: "text", value: text, ...format };
  }
  if (isContact(String(cell.value))) return null;
  if (isOnly) return contentIn(cell);
  return held.length > 1 && majority(held.map(shownBy)) === shownBy({ ...held[0]!, cell })
    ? contentIn(cell)
    : null;
}

/** What most copies have in a cell that the norm has left empty. */
function missingContent(row: number, column: number, evidence: Evidence, unitOf: UnitOf): CellContent | null {
  const held = evidence.at(row, column);
  const formula = commonFormula(held, evidence);
  if (formula !== null) return { kind: "empty", value: null, formula };
  const text = textAt(held, unitOf, { own: null, row });
  return text === "" ? null : { kind: "text", value: text };
}

/** The formula that most copies have, as those of the norm's layout write it; null where most have none. */
function commonFormula(held: readonly Held[], evidence: Evidence): string | null {
  if (held.filter(isFormula).length * 2 <= held.length) return null;
  const own = held.flatMap(({ copy, cell }) =>
    evidence.hasSameLayout(copy) && cell?.formula !== undefined ? [cell.formula] : [],
  );
  const shapes = majority(held.map(({ cell }) => withoutPlaces(cell?.formula ?? "")));
  if (shapes === null || shapes === "") return null;
  const candidates = own.filter((formula) => withoutPlaces(formula) === shapes);
  return candidates.length === 0 ? null : mostFrequent(candidates);
}

/** Copies in which something was inserted refer to other cells. */
function withoutPlaces(formula: string): string {
  return formula.slice(0, LONGEST_FORMULA).replace(/\$?[A-Z]{1,3}\$?\d{1,7}/g, "#");
}

function mostFrequent(all: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const each of all) counts.set(each, (counts.get(each) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]![0];
}

/** The text of most copies, in the norm's own spelling where that is one of them; else what all have in common. */
function textAt(
  held: readonly Held[],
  unitOf: UnitOf,
  { own, row }: { own: string | null; row: number },
): string {
  if (held.length < 2) return "";
  const texts = held.filter((each) => textOf(each) !== "");
  if (texts.length * 2 <= held.length) return "";
  const usual = majority(held.map(textOf));
  if (usual !== null) {
    if (isContact(usual)) return "";
    const same = texts.filter((each) => textOf(each) === usual).map(({ cell }) => String(cell!.value));
    return withoutPersons(own !== null && same.includes(own) ? own : same[0]!);
  }
  const common = commonText(
    texts.map(({ copy, cell }) => ({ text: String(cell!.value), unit: unitOf(copy) })),
  );
  // Of texts that differ only titles and captions are the form's.
  return (row < TITLE_ROWS && TITLE.test(common)) || /[:：]/.test(common) ? common : "";
}

/** Places at which copies of the norm's layout have something, each once. */
function cellsOfOthers({ layout, norm }: CopiedSheet): { row: number; column: number }[] {
  const places = new Map<string, { row: number; column: number }>();
  for (const copy of layout.copies)
    if (copy !== norm)
      for (const { row, column } of cellsOf(copy.sheet)) places.set(`${row} ${column}`, { row, column });
  return [...places.values()];
}
