/**
 * The county's totals in an office's own forms: in the very cells of the blank, as formulas over 单位数据. Nothing else on
 * these sheets changes except for the places of the unit's name and the period.
 */
import type { Total } from "../consolidation/consolidation";
import { valuesInLines, type LineValue } from "../consolidation/unit-line-values";
import { blankFormula, companionCells } from "../template/own-columns";
import { filledText } from "../template/cell-fill";
import { unitsOfLines, withEveryLine } from "../template/unit-lines";
import type { DataLayout } from "../county-layout/data-layout";
import type { FormPlaces } from "../county-layout/form-places";
import { cellsByItem } from "../county-layout/form-places";
import { listSheetName, SHEETS } from "../county-layout/sheet-names";
import { filledPeriod, filledUnit } from "../template/fill-caption";
import { periodWords } from "../template/period-words";
import type { OwnCell, OwnList, OwnSheet, OwnTable, OwnText } from "../template/own-sheet";
import type { Form, Indicator } from "../template/template";
import { groupBy } from "../workbook/group-by";
import { contains, parseArea, toA1, type Area } from "../workbook/address";
import type { OfficeCell, OfficePlan, OfficeSheetPlan } from "../workbook/plan";
import { withNewNames, type NewNames } from "../workbook/sheet-references";
import { type CountyContext, reportedNote, totalOf } from "./county-context";
import { drawnOwnForm } from "./drawn-own-form";
import { formulaSource, reasonOf } from "./form-sheets";

/** The office's own sheets with the totals, in the template's order. */
export function ownFormSheets(context: CountyContext, places: FormPlaces): OfficeSheetPlan[] {
  return context.consolidation.template.forms.flatMap((form) => {
    const { own } = form;
    if (form.layout !== "own" || !own) return [];
    const name = places.ownSheet(form);
    const cells = new OwnFormCells(context, places, form, own).cells();
    const texts = textsBeside(own, cells);
    return [{ source: own.sheet, name, cells, texts, drawn: drawnOwnForm(own, name, cells, context) }];
  });
}

/** What the blank says in cells that the county does not write. */
function textsBeside({ texts = [] }: OwnSheet, cells: readonly OfficeCell[]): readonly OwnText[] {
  const written = new Set(cells.map(({ row, column }) => toA1(row, column)));
  return texts.filter(({ row, column, text }) => !text.startsWith("=") && !written.has(toA1(row, column)));
}

/** Null where the template has no form of the office's own, or the office's workbook is lost: then they are drawn. */
export function officePlan(context: CountyContext, sheets: readonly OfficeSheetPlan[]): OfficePlan | null {
  const { office } = context.consolidation.template;
  if (!office || sheets.length === 0) return null;
  return { bytes: office.bytes, sheets, after: SHEETS.cover };
}

class OwnFormCells {
  private readonly indicators: ReadonlyMap<string, Indicator>;
  /** Cells that formulas of the sheet reckon with: an empty text there would be an error. */
  private readonly operands: readonly Area[];
  private readonly names: NewNames;

  constructor(
    private readonly context: CountyContext,
    private readonly places: FormPlaces,
    private readonly form: Form,
    private readonly own: OwnSheet,
  ) {
    this.indicators = new Map(form.indicators.map((indicator) => [indicator.code, indicator]));
    this.operands = operandsIn(own);
    this.names = places.ownNewNames;
  }

  cells(): OfficeCell[] {
    const cells = new Map<string, OfficeCell>();
    const put = (cell: OfficeCell): void => void cells.set(toA1(cell.row, cell.column), cell);
    for (const table of this.own.tables) {
      if (table.unitLines) this.unitLines(table).forEach(put);
      else if (table.kind === "card") this.card(table).forEach(put);
      else for (const cell of table.cells) this.cell(cell).forEach(put);
    }
    for (const list of this.own.lists ?? []) this.list(list).forEach(put);
    for (const [item, { lastYear, previous }] of cellsByItem(this.own)) {
      const { before, lastPeriod, consolidation } = this.context;
      const total = consolidation.totals.get(item)?.lastYear ?? null;
      const ofPeriod = consolidation.lastPeriod?.totals.get(item) ?? null;
      for (const carried of [
        lastYear && this.earlier(item, lastYear, before, total),
        previous && this.earlier(item, previous, lastPeriod, ofPeriod),
      ])
        if (carried) put(carried);
    }
    for (const caption of this.captions()) put(caption);
    return [...cells.values()].sort((a, b) => a.row - b.row || a.column - b.column);
  }

  private cell(cell: OwnCell): OfficeCell[] {
    const { row, column, use, item, formula } = cell;
    const indicator = item === undefined ? undefined : this.indicators.get(item);
    if (indicator && use !== "text") return [this.total(cell, indicator)];
    // What the office itself computes beside the items stays; what belongs to a unit or another period does not.
    if (formula !== undefined) return [{ row, column, value: null, formula: this.renamed(formula) }];
    return use === "unused" ? [] : [{ row, column, value: null }];
  }

  /** As any cell; where the blank has words in it, these with the totals between them. */
  private card({ cells }: OwnTable): OfficeCell[] {
    const filled = cells.filter(({ fill, use }) => fill !== undefined && use !== "unused");
    const places = groupBy(filled, ({ row, column }) => toA1(row, column));
    return [
      ...cells.filter(({ fill }) => fill === undefined).flatMap((cell) => this.cell(cell)),
      ...[...places.values()].map((all): OfficeCell => {
        const { row, column, holds = "" } = all[0]!;
        return { row, column, value: this.between(String(holds), all) };
      }),
    ];
  }

  /** The totals in the office's own row; the records of all units are on a sheet of their own. */
  private list({ list: id, columns, rows, total, count }: OwnList): OfficeCell[] {
    const detail = this.context.consolidation.template.lists.find((each) => each.id === id);
    const records = totalOf(this.context, count).value;
    const [first] = columns;
    const hint = detail &&
      first &&
      typeof records === "number" && {
        row: rows.first,
        column: first.column,
        value: this.context.say("report.ownForm.records", { count: records, sheet: listSheetName(detail) }),
      };
    const sums = columns.flatMap(({ column, item, formula }): OfficeCell[] => {
      if (total === undefined) return [];
      const indicator = item === undefined ? undefined : this.indicators.get(item);
      const cell: OwnCell = { row: total, column, use: "sum", line: "", in: "" };
      if (indicator) return [this.total(cell, indicator)];
      return formula === undefined
        ? []
        : [{ row: total, column, value: null, formula: this.renamed(formula) }];
    });
    return [...(hint ? [hint] : []), ...sums];
  }

  private between(holds: string, cells: readonly OwnCell[]): string {
    const figure = ({ item }: OwnCell): string | null => {
      const value = item === undefined ? null : totalOf(this.context, item).value;
      return typeof value === "number" ? String(value) : null;
    };
    const options = cells.flatMap((cell) => {
      const { fill } = cell;
      const count = fill?.kind === "ticks" && fill.option !== undefined ? figure(cell) : null;
      return fill?.kind === "ticks" && fill.option !== undefined && count !== null
        ? [`${fill.option} ${count}`]
        : [];
    });
    if (cells.some(({ fill }) => fill?.kind === "ticks"))
      return options.length > 0 ? options.join("　") : holds;
    const values: (string | null)[] = [];
    for (const cell of cells) if (cell.fill?.kind === "gap") values[cell.fill.index] = figure(cell);
    return filledText(holds, values);
  }

  /** Every unit's own values, and the office's own formulas over them. */
  private unitLines(table: OwnTable): OfficeCell[] {
    const values = valuesInLines(this.context.consolidation, this.form, table);
    const byCell = new Map(values.map((value) => [value.cell, value]));
    return [
      ...table.unitLines!.cells.flatMap((cell) => {
        const found = byCell.get(cell);
        if (!found) return this.cell(cell);
        return [found.sum ? this.sumOfLines(found, found.sum) : this.ownLine(found)];
      }),
      ...this.earlierOfUnits(table),
    ];
  }

  /** What the unit itself computed by the blank's formula is computed here too; else its cell of 单位数据. */
  private ownLine({ cell, indicator, value, own }: LineValue): OfficeCell {
    const { row, column, formula } = cell;
    const isKept = formula !== undefined && (own?.entry === undefined || own.entry.formula !== undefined);
    if (isKept) return { row, column, value, formula: this.renamed(formula) };
    if (!own) return { row, column, value: null };
    const source = this.context.data.cell(own.unit.name, indicator.code);
    if (value !== null) return { row, column, value, formula: source };
    const isOperand = this.operands.some((area) => contains(area, row, column));
    if (isOperand || indicator.aggregation === "text") return { row, column, value: null };
    return { row, column, value: "", formula: `IF(${source}="","",${source})` };
  }

  private sumOfLines(
    { cell, indicator, value }: LineValue,
    { isWhole, isMore, units }: NonNullable<LineValue["sum"]>,
  ): OfficeCell {
    const { row, column, formula, use } = cell;
    const kept = formula === undefined ? {} : { formula: this.renamed(formula) };
    if (use === "text") return { row, column, value: null, ...kept };
    if (formula !== undefined && !isMore) return { row, column, value, ...kept };
    const { formula: _, ...plain } = cell;
    if (isWhole) return this.total(plain, indicator);
    const isAdded = indicator.aggregation === "sum" || indicator.aggregation === "stock";
    const sum = isAdded ? { formula: this.context.data.sum(units, indicator.code) } : {};
    return value === null ? { row, column, value: null } : { row, column, value, ...sum };
  }

  /** Last year's figures beside every unit's own, and of the period before. */
  private earlierOfUnits(table: OwnTable): OfficeCell[] {
    const { before, lastPeriod, consolidation } = this.context;
    const units = unitsOfLines(table.unitLines!, consolidation.template.units);
    const of = (role: "lastYear" | "previous"): OfficeCell[] => {
      const layout = role === "lastYear" ? before : lastPeriod;
      const values = role === "lastYear" ? consolidation.lastYear : consolidation.lastPeriod;
      if (!layout || !values) return [];
      return companionCells(withEveryLine(table), role).flatMap(({ cell: { line, item }, beside }) => {
        const unit = units.get(line);
        const value = unit && item !== undefined ? values.units.get(unit.name)?.get(item) : undefined;
        if (!unit || value === undefined || blankFormula(beside) !== null || !layout.row(unit.name))
          return [];
        const { row, column } = beside;
        return [{ row, column, value, formula: layout.cell(unit.name, item!) }];
      });
    };
    return [...of("lastYear"), ...of("previous")];
  }

  private total({ row, column, formula }: OwnCell, indicator: Indicator): OfficeCell {
    const total = totalOf(this.context, indicator.code);
    const comment = this.comment(indicator, total);
    const note = comment === null ? {} : { comment };
    if (formula !== undefined)
      return { row, column, value: total.value, formula: this.renamed(formula), ...note };
    const sheet = this.places.ownSheet(this.form);
    const source = formulaSource(this.context, this.places, sheet);
    const sum = this.context.formulas.formula({ form: this.form, indicator }, total, source);
    if (sum === null) return { row, column, value: total.value, ...note };
    // Nobody filled it: an empty cell, where formulas of the office reckon with it; else one that waits for a value.
    if (total.value === null && this.operands.some((area) => contains(area, row, column)))
      return { row, column, value: null };
    return { row, column, value: total.value ?? "", formula: sum, ...note };
  }

  /** How many units the figure rests on is said on other sheets; here only what a reader of the figure must know. */
  private comment(indicator: Indicator, total: Total): string | null {
    const approximate = total.contributions.some((contribution) => contribution.approximate);
    if (!approximate && total.adjustment === undefined) return null;
    return reasonOf(this.context, { form: this.form, indicator }, total);
  }

  private earlier(
    item: string,
    cell: OwnCell,
    before: DataLayout | null,
    value: number | null,
  ): OfficeCell | null {
    const { row, column } = cell;
    const formula = blankFormula(cell);
    if (formula !== null) return { row, column, value, formula: this.renamed(formula) };
    return before && value !== null ? { row, column, value, formula: before.compared(item) } : null;
  }

  /** A formula of the blank, with its sheets under the names that they have here. */
  private renamed(formula: string): string {
    return withNewNames(formula, this.names);
  }

  private captions(): OfficeCell[] {
    const { consolidation, counted, expected } = this.context;
    const { template, period } = consolidation;
    const county = template.committee || template.county;
    const incomplete = counted < expected ? [reportedNote(this.context)] : [];
    const name = [...(county === "" ? [] : [county]), ...incomplete].join("\u3000");
    const unit = name === "" ? null : filledUnit(this.own, name);
    const time = period === null ? null : filledPeriod(this.own, period);
    const words = period === null ? [] : periodWords(this.own, period);
    return [...words, ...[unit, time].flatMap((caption) => caption ?? [])];
  }
}

/** The areas that formulas of the office refer to, those that only sum up aside: SUM passes over texts. */
function operandsIn({ tables }: OwnSheet): Area[] {
  const formulas = tables
    .map(withEveryLine)
    .flatMap(({ cells }) => cells.flatMap(({ formula }) => formula ?? []));
  const areas = formulas
    .filter((formula) => !/^SUM\([^()+*/-]*\)$/i.test(formula))
    .flatMap((formula) => formula.match(/\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?/gi) ?? []);
  return [...new Set(areas)].flatMap((text) => parseArea(text) ?? []);
}
