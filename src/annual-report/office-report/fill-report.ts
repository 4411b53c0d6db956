/**
 * Fills the report workbook that an office has: every placeholder gets its figure, nothing else is touched. Where the
 * placeholders were is remembered in the workbook, so that next month's figures go into the same cells.
 */
import type { Consolidation } from "../../consolidation/consolidation";
import { createVocabulary } from "../../rules";
import { toA1 } from "../../workbook/address";
import { howManyNames } from "../../workbook/limits";
import type { SheetPlan } from "../../workbook/plan";
import type { CellValue, Workbook } from "../../workbook/workbook";
import { Figures } from "./figures";
import { Grid } from "./grid";
import {
  isMemory,
  memoryChanges,
  memorySheet,
  placeIn,
  readMemory,
  type Place,
  type Remembered,
} from "./memory";
import { partsOf, unitKey, type Part, type Placeholder, type Words } from "./placeholders";
import { unitCells, type UnitCell } from "./unit-cells";

/** What the person must know. `params` fill the message. */
export interface ReportNote {
  readonly code:
    | "unknownKey" // braces around what is no key: left as it is
    | "changed" // typed over since it was filled: left as it is
    | "formula" // a formula is there now
    | "text" // a text below a head: left as it is
    | "unknownUnit" // a row between units that names none
    | "unitMissing" // a unit has reported and is not in the table
    | "noUnit" // {单位:…} without a unit around it
    | "noFigure" // no unit reported it: left empty
    | "textBox" // over the cells: not filled
    | "hidden" // covered by a merged cell
    | "ambiguousName" // a defined name that could be two items
    | "gone"; // the cell was deleted
  readonly sheet: string;
  readonly cell: string;
  readonly params: Readonly<Record<string, string>>;
}

export interface ReportCell {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  readonly formula?: string;
  /** Number format that the cell gets. */
  readonly format?: string;
}

export interface ReportFill {
  readonly sheets: readonly { readonly sheet: string; readonly cells: readonly ReportCell[] }[];
  readonly added: readonly SheetPlan[];
  /** Cells with a placeholder, or of a unit, that hold today's figures. */
  readonly filled: number;
  readonly notes: readonly ReportNote[];
}

/** @param shareable what of a unit's own words may leave the machine: without telephone and identity numbers */
export function fillReport(
  workbook: Workbook,
  consolidation: Consolidation,
  shareable: (text: string) => string = (text) => text,
): ReportFill {
  return new Filling(workbook, consolidation, shareable).result();
}

/** Names of places end in what they are; tables of an office often leave it out. */
const KIND_OF_PLACE = /(?:街道办事处|街道办|街道|[\u4e00-\u9fff]族[乡镇]|镇|乡|村民委员会|村委会|村|社区)$/;

/** Register names, their aliases, and short names that only one unit has. */
function unitsByName({ template }: Consolidation): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const short = template.units.flatMap(({ name }) => {
    const key = unitKey(name).replace(KIND_OF_PLACE, "");
    return key.length > 1 ? [[key, name] as const] : [];
  });
  const counts = new Map<string, number>();
  for (const [key] of short) counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const [key, name] of short) if (counts.get(key) === 1) names.set(key, name);
  for (const { name, aliases } of template.units) for (const each of aliases) names.set(unitKey(each), name);
  for (const { name } of template.units) names.set(unitKey(name), name);
  return names;
}

/** A cell with placeholders. `owned`: how it may differ from the text. */
interface Target {
  readonly place: Place;
  readonly text: string;
  readonly parts: readonly Part[];
}

const NOTHING = /^[\s\-—–－/\\]*$/;

class Filling {
  private readonly words: Words;
  private readonly figures: Figures;
  private readonly grids: ReadonlyMap<string, Grid>;
  private readonly notes: ReportNote[] = [];
  private readonly changes = new Map<string, Map<string, ReportCell>>();
  private readonly entries: Remembered[] = [];
  private readonly known: readonly Remembered[];
  private filled = 0;

  constructor(
    private readonly workbook: Workbook,
    private readonly consolidation: Consolidation,
    shareable: (text: string) => string,
  ) {
    const { template } = consolidation;
    this.words = { vocabulary: createVocabulary(template), units: unitsByName(consolidation) };
    this.figures = new Figures(consolidation, shareable);
    const own = workbook.sheets.filter((sheet) => !isMemory(sheet));
    this.grids = new Map(own.map((sheet) => [sheet.name, new Grid(sheet, this.words, template.county)]));
    this.known = readMemory(workbook)?.entries ?? [];
  }

  result(): ReportFill {
    for (const target of this.targets()) this.fill(target);
    for (const { place, key } of this.named()) this.fillNamed(place, key);
    this.noteTextBoxes();
    const memory = readMemory(this.workbook);
    const sheets = [...this.changes].map(([sheet, cells]) => ({ sheet, cells: [...cells.values()] }));
    const remembered = memory ? memoryChanges(memory, this.entries) : [];
    if (memory && remembered.length > 0) sheets.push({ sheet: memory.sheet.name, cells: [...remembered] });
    const names = this.workbook.sheets.map(({ name }) => name);
    return {
      sheets,
      added: memory || this.entries.length === 0 ? [] : [memorySheet(this.entries, names)],
      filled: this.filled,
      notes: this.notes,
    };
  }

  /** What was remembered, and what is written in cells now. */
  private targets(): Target[] {
    const targets = new Map<string, Target>();
    const add = (place: Place, text: string, parts: readonly Part[]): void => {
      targets.set(keyOf(place), { place, text, parts });
    };
    const left = new Set<string>();
    for (const entry of this.known) {
      if (entry.kind !== "cell") continue;
      const { place, text } = entry;
      const grid = place && this.grids.get(place.sheet);
      if (!place || !grid) {
        this.notes.push({ code: "gone", sheet: "", cell: "", params: { text } });
        continue;
      }
      const now = grid.cell(place.row, place.column);
      if (this.isOurs(now?.value ?? null, now?.formula, entry.written)) {
        add(place, text, partsOf(text, this.words) ?? []);
        continue;
      }
      // New placeholders in place of the old ones are found below.
      if (typeof now?.value === "string" && now.formula === undefined && this.hasKnown(now.value)) continue;
      this.note(now?.formula === undefined ? "changed" : "formula", place, { text });
      this.entries.push(entry);
      left.add(keyOf(place));
    }
    for (const [sheet, grid] of this.grids)
      for (const { row, column, value, formula } of grid.cells()) {
        const place = { sheet, row, column };
        if (typeof value !== "string" || formula !== undefined) continue;
        if (targets.has(keyOf(place)) || left.has(keyOf(place))) continue;
        const parts = partsOf(value, this.words);
        if (parts) add(place, value, parts);
      }
    return [...targets.values()];
  }

  private isOurs(value: CellValue, formula: string | undefined, written: CellValue): boolean {
    return formula === undefined && (value ?? "") === (written ?? "");
  }

  private hasKnown(text: string): boolean {
    return (partsOf(text, this.words) ?? []).some(({ type }) => type === "placeholder");
  }

  private fill(target: Target): void {
    const { place, text, parts } = target;
    const grid = this.grids.get(place.sheet)!;
    for (const part of parts) if (part.type === "unknown") this.note("unknownKey", place, { key: part.key });
    const known = parts.some(({ type }) => type === "placeholder");
    const isCovered = grid.isCovered(place.row, place.column);
    if (known && isCovered) return this.note("hidden", place, { text });
    if (!known) {
      // What is no key any more is shown as it was written, not with an old figure.
      if (grid.cell(place.row, place.column)?.value !== text) this.put(place, text);
      return;
    }
    const [only] = parts.length === 1 ? parts : [];
    const value = only?.type === "placeholder" ? this.alone(only, target, grid) : this.together(target, grid);
    if (value === undefined) return;
    this.entries.push({ kind: "cell", text, place, written: value, unit: "" });
    const isNumber = typeof value === "number" && only?.type === "placeholder";
    this.put(place, value, isNumber ? only.format : null);
    this.filled++;
    if (value === null || value === "") this.note("noFigure", place, { text });
  }

  /** Undefined where nothing can be filled. */
  private alone(placeholder: Placeholder, { place }: Target, grid: Grid): CellValue | undefined {
    const owner = this.ownerOf(placeholder, place, grid);
    if (owner === "head")
      return this.fillUnits(placeholder, place, grid) ? this.figures.nameOf(placeholder) : undefined;
    const format = placeholder.format ?? grid.cell(place.row, place.column)?.format ?? "";
    return this.figures.alone(placeholder, owner, format);
  }

  private together({ place, parts }: Target, grid: Grid): CellValue | undefined {
    const texts: string[] = [];
    for (const part of parts) {
      if (part.type !== "placeholder") {
        texts.push(part.type === "text" ? part.text : part.written);
        continue;
      }
      const owner = this.ownerOf(part, place, grid);
      if (owner !== "head") texts.push(this.figures.within(part, owner));
      else if (!this.fillUnits(part, place, grid)) return undefined;
    }
    return texts.join("");
  }

  /** Null for the county; `head` where the units are named below or beside. */
  private ownerOf({ owner }: Placeholder, { row, column }: Place, grid: Grid): string | null | "head" {
    if (owner.of === "county") return null;
    if (owner.of === "unit") return owner.unit;
    return grid.unitToTheLeft(row, column) ?? grid.unitAbove(row, column) ?? "head";
  }

  private fillUnits(placeholder: Placeholder, place: Place, grid: Grid): boolean {
    const cells = unitCells(grid, place.row, place.column);
    if (cells.length === 0) {
      this.note("noUnit", place, { text: placeholder.written });
      return false;
    }
    for (const cell of cells) this.fillUnit(placeholder, place.sheet, cell, grid);
    const there = new Set(
      cells.flatMap(({ named }) => (named !== null && named !== "total" ? named.unit : [])),
    );
    const missing = this.consolidation.submissions.flatMap(({ unit }) =>
      unit && !there.has(unit.name) ? unit.name : [],
    );
    const { label } = cells[0]!;
    const table = { sheet: place.sheet, row: label.row, column: label.column };
    // Once for all columns of the table.
    if (missing.length > 0) this.note("unitMissing", table, { units: someOf([...new Set(missing)]) });
    return true;
  }

  private fillUnit(placeholder: Placeholder, sheet: string, cell: UnitCell, grid: Grid): void {
    const { row, column, named, label } = cell;
    if (named === null) {
      const at = { sheet, row: label.row, column: label.column };
      return this.note("unknownUnit", at, { text: label.text });
    }
    const place = { sheet, row, column };
    const now = grid.cell(row, column);
    // The office's own sum of the column.
    if (now?.formula !== undefined) return;
    const unit = named === "total" ? "" : named.unit;
    const { written: text } = placeholder;
    const before = this.rememberedUnit(text, unit, place);
    const isText = typeof now?.value === "string" && !NOTHING.test(now.value);
    const isOurs = before !== undefined && this.isOurs(now?.value ?? null, undefined, before.written);
    if (!isOurs && (before !== undefined || isText) && now !== undefined) {
      this.note(before ? "changed" : "text", place, { text });
      if (before) this.entries.push(before);
      return;
    }
    const format = placeholder.format ?? now?.format ?? "";
    const value = this.figures.alone(placeholder, unit === "" ? null : unit, format);
    this.entries.push({ kind: "unit", text, place, written: value, unit });
    this.put(place, value, typeof value === "number" ? placeholder.format : null);
    this.filled++;
  }

  /** Rows may have been sorted since: the unit counts, the place decides between several tables. */
  private rememberedUnit(text: string, unit: string, place: Place): Remembered | undefined {
    const own = this.known.filter(
      (each) =>
        each.kind === "unit" && each.text === text && each.unit === unit && each.place?.sheet === place.sheet,
    );
    return own.find((each) => each.place && keyOf(each.place) === keyOf(place)) ?? own[0];
  }

  /** Defined names that are a key: `_0102`, `合计`, `_01_2`. */
  private named(): { place: Place; key: string }[] {
    const codes = this.consolidation.template.forms.flatMap(({ indicators }) =>
      indicators.map(({ code }) => code),
    );
    const byName = new Map<string, string[]>();
    for (const code of codes) {
      const name = nameOf(code);
      byName.set(name, [...(byName.get(name) ?? []), code]);
    }
    return this.workbook.names.flatMap(({ name, refersTo }) => {
      const found = byName.get(nameOf(name)) ?? [];
      const place = found.length === 0 ? null : placeIn(refersTo);
      if (!place || !this.grids.has(place.sheet)) return [];
      if (found.length === 1) return [{ place, key: found[0]! }];
      this.note("ambiguousName", place, { text: name, keys: found.join("、") });
      return [];
    });
  }

  private fillNamed(place: Place, key: string): void {
    const now = this.grids.get(place.sheet)!.cell(place.row, place.column);
    if (this.changes.get(place.sheet)?.has(keyOf(place))) return;
    if (now?.formula !== undefined) return this.note("formula", place, { text: key });
    if (typeof now?.value === "string" && !NOTHING.test(now.value)) {
      // A heading that has this name, or a placeholder that was filled above.
      if (!this.entries.some((each) => each.place && keyOf(each.place) === keyOf(place)))
        this.note("text", place, { text: key });
      return;
    }
    const [placeholder] = partsOf(`{${key}}`, this.words) ?? [];
    if (placeholder?.type !== "placeholder") return;
    const value = this.figures.alone(placeholder, null, now?.format ?? "");
    this.put(place, value);
    this.filled++;
    if (value === null) this.note("noFigure", place, { text: key });
  }

  private put(place: Place, value: CellValue, format: string | null = null): void {
    const { sheet, row, column } = place;
    const now = this.grids.get(sheet)!.cell(row, column);
    const isFormatted = format === null || now?.format !== undefined;
    if (now?.formula === undefined && (now?.value ?? null) === value && isFormatted) return;
    const cells = this.changes.get(sheet) ?? new Map<string, ReportCell>();
    cells.set(keyOf(place), { row, column, value, ...(isFormatted ? {} : { format }) });
    this.changes.set(sheet, cells);
  }

  private noteTextBoxes(): void {
    for (const { name, textBoxes = [] } of this.workbook.sheets)
      for (const { row, column, text } of textBoxes)
        if (this.hasKnown(text)) this.note("textBox", { sheet: name, row, column }, { text });
  }

  private note(code: ReportNote["code"], { sheet, row, column }: Place, params: ReportNote["params"]): void {
    const note = { code, sheet, cell: toA1(row, column), params };
    const text = JSON.stringify(note);
    if (!this.notes.some((each) => JSON.stringify(each) === text)) this.notes.push(note);
  }
}

function someOf(units: readonly string[]): string {
  const count = howManyNames(units);
  const named = units.slice(0, count).join("、");
  return count === units.length ? named : `${named}等${units.length}个`;
}

function keyOf({ sheet, row, column }: Place): string {
  return `${row} ${column} ${sheet}`;
}

/** No name may hold other signs, or begin with a digit. */
function nameOf(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}]+/gu, "_")
    .replace(/^_+|_+$/g, "")
    .toLowerCase();
}
