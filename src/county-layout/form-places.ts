/** Where each line's county total is in the consolidated forms. */
import { layoutForm } from "../template/form-layout";
import { companionCells } from "../template/own-columns";
import type { OwnCell, OwnSheet, OwnTable } from "../template/own-sheet";
import type { Form, FormColumnRole, Template } from "../template/template";
import { totalLineOf } from "../template/unit-lines";
import { quoteSheetName, toA1 } from "../workbook/address";
import type { NewNames } from "../workbook/sheet-references";
import type { DataLayout } from "./data-layout";
import { formSheetName, ownSheetNames } from "./sheet-names";

interface Cell {
  readonly row: number;
  readonly column: number;
}

/** A line's cells on one sheet. */
interface Place {
  readonly sheet: string;
  at(column: FormColumnRole): Cell | undefined;
}

export class FormPlaces {
  private readonly places = new Map<string, Place>();
  private readonly ownNames: ReadonlyMap<string, string>;

  /** @param data where the totals are of which a form has no cell: each unit has a line there, all together have none */
  constructor(
    private readonly template: Template,
    private readonly data: Pick<DataLayout, "total">,
  ) {
    this.ownNames = ownSheetNames(template);
    for (const form of template.forms) {
      if (form.layout === "table") this.addTable(template, form);
      else if (form.own) this.addOwn(form, form.own);
    }
  }

  /** `'汇总02 五老队伍'!E7`; `E7` seen from the same sheet. Null where the line's form has no such column. */
  cell(code: string, column: FormColumnRole, from?: string): string | null {
    const place = this.places.get(code);
    if (!place) return column === "value" ? this.data.total(code) : null;
    const cell = place.at(column);
    if (!cell) return null;
    const address = toA1(cell.row, cell.column);
    return place.sheet === from ? address : `${quoteSheetName(place.sheet)}!${address}`;
  }

  /** The cell of a line's total: every line of a form has one. */
  total(code: string, from?: string): string {
    const cell = this.cell(code, "value", from);
    if (cell === null) throw new RangeError(`no cell for the total of line ${code}`);
    return cell;
  }

  /** What the office's own sheet of a form is called in the county workbook. */
  ownSheet(form: Form): string {
    return this.ownNames.get(form.id)!;
  }

  /** The office's sheets that are called otherwise here, for the formulas of its blank. */
  get ownNewNames(): NewNames {
    const forms = this.template.forms.filter(({ own }) => own);
    return new Map(
      forms.flatMap((form): [string, string][] => {
        const before = form.own!.sheet;
        const name = this.ownSheet(form);
        return before === name ? [] : [[before.toLowerCase(), name]];
      }),
    );
  }

  private addTable(template: Template, form: Form): void {
    const { rows, columns } = layoutForm(template, form);
    const at: Readonly<Partial<Record<FormColumnRole, number>>> = columns;
    for (const { code } of form.indicators) {
      const row = rows.get(code)!;
      this.places.set(code, {
        sheet: formSheetName(form),
        at: (name) => {
          const column = at[name];
          return column === undefined ? undefined : { row, column };
        },
      });
    }
  }

  private addOwn(form: Form, own: OwnSheet): void {
    const sheet = this.ownSheet(form);
    for (const [item, cells] of cellsByItem(own)) {
      // Between words of the blank there is no figure to refer to.
      if (cells.value?.fill) continue;
      if (!this.places.has(item)) this.places.set(item, { sheet, at: (name) => cells[name] });
    }
  }
}

type ItemCells = Readonly<Partial<Record<FormColumnRole | "previous", OwnCell>>>;

/** The cells of every item: its own, and those for the same of last year and of the period before. */
export function cellsByItem({ tables }: OwnSheet): ReadonlyMap<string, ItemCells> {
  const items = new Map<string, ItemCells>();
  for (const table of tables.map(withTotals)) {
    const [lastYear, previous] = (["lastYear", "previous"] as const).map(
      (role) => new Map(companionCells(table, role).map(({ cell, beside }) => [cell, beside])),
    );
    for (const current of table.cells) {
      if (current.item === undefined) continue;
      const [before, beforeThat] = [lastYear!.get(current), previous!.get(current)];
      items.set(current.item, {
        value: current,
        ...(before ? { lastYear: before } : {}),
        ...(beforeThat ? { previous: beforeThat } : {}),
      });
    }
  }
  return items;
}

/** Where each unit has a line, the items' cells are those of the line that adds up all of them. */
function withTotals(table: OwnTable): OwnTable {
  if (!table.unitLines) return table;
  const whole = totalLineOf(table.unitLines);
  return { ...table, cells: table.unitLines.cells.filter(({ line }) => line === whole?.key) };
}
