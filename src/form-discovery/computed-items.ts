/** Which cells are computed: the blank's own formulas, translated to the keys of items. */
import type { DraftCell, DraftForm } from "./draft";
import { translate, type Operand, type Resolve, type Translation } from "./formulas";
import type { QuestionCode } from "./question";

/** Translates the blank's formulas; what cannot be kept becomes a cell to be filled, and a question. */
export function compute(forms: readonly DraftForm[]): void {
  const keys = new Set(
    forms.flatMap(({ tables }) => tables.flatMap(({ cells }) => cells.flatMap(({ item }) => item ?? []))),
  );
  const places = new Map(forms.map((form) => [form.grid.sheet.name, new Places(form)]));
  for (const form of forms) {
    const resolve: Resolve = (sheet, row, column) => {
      const place = sheet === null ? places.get(form.grid.sheet.name) : places.get(sheet);
      return place ? place.at(row, column) : null;
    };
    for (const table of form.tables)
      for (const cell of table.cells) {
        const isCarried = cell.use === "lastYear";
        if (cell.cell.shows !== "formula" || (cell.item === undefined && !isCarried)) continue;
        const translation = translate(cell.cell.formula!, resolve, (text) => keys.has(text));
        // Last year's total or rate: no item, but the cell keeps its formula.
        if (!isCarried) applyTranslation(form, cell, translation);
        else if (translation.ok) cell.formula = cell.cell.formula!;
      }
  }
}

/** Cells of these items are kept per unit, and asked about. Were there any? */
export function dropFaulty(forms: readonly DraftForm[], faulty: ReadonlySet<string>): boolean {
  if (faulty.size === 0) return false;
  for (const form of forms)
    for (const cell of form.tables.flatMap(({ cells }) => cells)) {
      if (cell.item === undefined || !faulty.has(cell.item)) continue;
      cell.use = "text";
      delete cell.formula;
      delete cell.translated;
      form.doubts.push({ code: "notTranslated", cell });
    }
  return true;
}

function applyTranslation(form: DraftForm, cell: DraftCell, translation: Translation): void {
  const ask = (code: QuestionCode): number => form.doubts.push({ code, cell });
  if (translation.ok) {
    cell.use = "computed";
    // The records of all units are on a sheet of their own: there the blank's formula would count nothing.
    if (!translation.ofRecords) cell.formula = cell.cell.formula!;
    cell.translated = translation.formula;
    if (translation.doubt) ask(translation.doubt);
    return;
  }
  if (translation.reason === "label") {
    cell.use = "unused";
    delete cell.item;
    return;
  }
  if (translation.reason === "aggregate" || translation.reason === "notTranslated") cell.use = "text";
  ask(translation.reason);
}

/** What the cells of a form's sheet are to a formula. */
class Places {
  private readonly found = new Map<string, Operand>();

  constructor(private readonly form: DraftForm) {
    for (const { id, area, columns } of form.lists)
      for (let { first: row } = area.rows; row <= area.rows.last; row++) {
        for (const { column, key, isPersonal } of columns)
          this.found.set(`${row} ${column}`, { kind: "record", list: id, column: isPersonal ? null : key });
        if (area.ordinal !== null)
          this.found.set(`${row} ${area.ordinal}`, { kind: "record", list: id, column: null });
      }
    for (const table of form.tables) {
      const values = new Map<number, string>();
      for (const { item, in: c, line } of table.cells)
        if (item !== undefined && table.columns[c]!.role === "value" && !values.has(line))
          values.set(line, item);
      for (const { row, column, use, item, line, in: c } of table.cells) {
        const key = values.get(line);
        const before = use === "lastYear" && table.columns[c]!.role === "lastYear" && key !== undefined;
        if (item !== undefined) this.found.set(`${row} ${column}`, { kind: "item", key: item });
        else if (before) this.found.set(`${row} ${column}`, { kind: "lastYear", key });
        else if (use === "lastYear") this.found.set(`${row} ${column}`, { kind: "other" });
      }
    }
  }

  at(row: number, column: number): Operand {
    const found = this.found.get(`${row} ${column}`);
    if (found) return found;
    const { shows, number, text } = this.form.grid.at(row, column);
    if (shows === "empty") return { kind: "empty" };
    if (shows === "number" && number !== null) return { kind: "number", value: number };
    return shows === "text" ? { kind: "other", label: text } : { kind: "other" };
  }
}
