/** The rows of a form: each line's name, code, figures and comparison with last year. */
import { toA1 } from "../workbook/address";
import { differenceFormula } from "../workbook/rounding";
import type { CellStyle } from "../workbook/plan";
import { shownChange, shownDecimals } from "./defaults";
import { columnsOf, columnWithRole } from "./form-columns";
import type { FormLayout } from "./form-layout";
import type { FormFill, LineFill } from "./form-fill";
import { LineFormulas, type LineRef } from "./line-formula";
import type { CellFill, SheetBuilder } from "../workbook/sheet-builder";
import { textLines } from "../workbook/text-lines";
import { nameStyle, STYLES, valueStyle } from "./form-styles";
import type { Form, FormColumnRole, Indicator, IndicatorKind, Template } from "./template";

const ROW_HEIGHT = 24;
const LINE_HEIGHT = 14;
/** Texts are set in 10 points, widths are counted in 11. */
const SMALL_TYPE = 1.1;
const NUMBERS: readonly IndicatorKind[] = ["whole", "decimal", "amount", "percent"];

export class FormLines {
  private readonly current = new Map<string, CellFill>();
  private readonly lastYear = new Map<string, CellFill>();

  private readonly formulas: LineFormulas;

  constructor(
    template: Template,
    private readonly form: Form,
    private readonly layout: FormLayout,
    private readonly fill: FormFill,
  ) {
    this.formulas = LineFormulas.of(template);
    for (const { code } of form.indicators) {
      const line = fill.lines.get(code);
      if (line?.current) this.current.set(code, line.current);
      if (line?.lastYear) this.lastYear.set(code, line.lastYear);
    }
    for (const indicator of form.indicators) this.compute(indicator);
  }

  putOn(sheet: SheetBuilder): void {
    this.form.indicators.forEach((indicator, i) => this.putLine(sheet, indicator, i + 1));
  }

  /** Ratios and totals: in the order of the form, so that a line may rest on an earlier one. */
  private compute(indicator: Indicator): void {
    const { code, formula } = indicator;
    if (formula === undefined || !this.applies(indicator) || this.current.get(code)?.formula !== undefined)
      return;
    const guarded = !this.fill.readOnly;
    const cell = this.formulas.inCell(formula, (ref) => this.address(ref), guarded);
    const value = this.formulas.value(formula, (ref) => this.number(ref), guarded);
    if (cell !== null) this.current.set(code, { value, formula: cell });
    if (indicator.carried && !this.lastYear.has(code) && !formula.includes("上年")) {
      const before = this.formulas.value(formula, (ref) => this.number({ ...ref, lastYear: true }), true);
      if (before !== null) this.lastYear.set(code, { value: before });
    }
  }

  private putLine(sheet: SheetBuilder, indicator: Indicator, ordinal: number): void {
    const row = this.layout.rows.get(indicator.code)!;
    const line = this.fill.lines.get(indicator.code);
    const put = (column: FormColumnRole, fill: CellFill | string | number | null, style: CellStyle): void =>
      sheet.put(row, this.layout.columns[column]!, fill, style);
    put("ordinal", ordinal, STYLES.stub);
    put("name", indicator.name, nameStyle(indicator.indent));
    put("code", indicator.code, { ...STYLES.stub, format: "@" });
    put("measure", line?.measure ?? (indicator.measure || "—"), STYLES.stub);
    this.putFigures(put, indicator);
    put("note", line?.reason || null, this.fill.readOnly ? STYLES.reasonLocked : STYLES.reason);
    sheet.height(row, this.heightOf(indicator, line));
  }

  private putFigures(
    put: (column: FormColumnRole, fill: CellFill | null, style: CellStyle) => void,
    indicator: Indicator,
  ): void {
    const { code } = indicator;
    if (!this.applies(indicator)) {
      for (const column of ["value", "lastYear", "change", "changePercent"] as const)
        put(column, null, STYLES.off);
      return;
    }
    const kind = this.kindOf(indicator);
    const locked = this.fill.readOnly ? "plain" : "locked";
    const isPoints = this.fill.readOnly && indicator.measure === "个百分点";
    const look = isPoints ? "percent" : kind;
    put("value", this.current.get(code) ?? null, valueStyle(look, this.isOpen(indicator) ? "open" : locked));
    const carried = indicator.carried || this.lastYear.has(code);
    put("lastYear", this.lastYear.get(code) ?? null, carried ? valueStyle(kind, locked) : STYLES.off);
    const comparable = carried && NUMBERS.includes(kind);
    put(
      "change",
      comparable ? this.change(indicator) : null,
      comparable ? valueStyle(kind, locked) : STYLES.off,
    );
    const relative = comparable && kind !== "percent";
    put(
      "changePercent",
      relative ? this.changePercent(code) : null,
      relative ? valueStyle("percent", locked) : STYLES.off,
    );
  }

  /** Empty where either year is: no difference to nothing. Shares differ by what is shown of them. */
  private change(indicator: Indicator): CellFill {
    const { code } = indicator;
    const [now, before] = [this.number({ code, lastYear: false }), this.number({ code, lastYear: true })];
    const [e, f] = this.pair(code);
    const difference = differenceFormula(e, f, shownDecimals(indicator));
    const known = now !== null && before !== null;
    return {
      value: known ? shownChange(indicator, now, before) : null,
      formula: `IFERROR(IF(${e}="","",IF(${f}="","",${difference})),"")`,
    };
  }

  private changePercent(code: string): CellFill {
    const [now, before] = [this.number({ code, lastYear: false }), this.number({ code, lastYear: true })];
    const [e, f] = this.pair(code);
    return {
      value: now === null || before === null || before === 0 ? null : ((now - before) / before) * 100,
      formula: `IFERROR(IF(${e}="","",(${e}-${f})/${f}*100),"")`,
    };
  }

  private pair(code: string): [string, string] {
    return [this.address({ code, lastYear: false }), this.address({ code, lastYear: true })];
  }

  private address({ code, lastYear }: LineRef): string {
    return toA1(this.layout.rows.get(code)!, this.layout.columns[lastYear ? "lastYear" : "value"]!);
  }

  private number({ code, lastYear }: LineRef): number | null {
    const value = (lastYear ? this.lastYear : this.current).get(code)?.value;
    return typeof value === "number" ? value : null;
  }

  private applies(indicator: Indicator): boolean {
    return this.fill.kind === undefined || indicator.fills.includes(this.fill.kind);
  }

  private isOpen(indicator: Indicator): boolean {
    return !this.fill.readOnly && indicator.formula === undefined;
  }

  /** In the county's form a yes/no line counts, and so is a number. */
  private kindOf({ code, kind }: Indicator): IndicatorKind {
    const counted = typeof (this.current.get(code) ?? this.lastYear.get(code))?.value === "number";
    return kind === "yesNo" && counted ? "whole" : kind;
  }

  private heightOf(indicator: Indicator, line: LineFill | undefined): number {
    const current = line?.current?.value;
    const texts: [string, number][] = [
      [indicator.name, this.widthOf("name") - 2 * indicator.indent],
      [line?.reason ?? "", (this.widthOf("note") - 2) * SMALL_TYPE],
      [
        indicator.kind === "text" && typeof current === "string" ? current : "",
        this.widthOf("value") * SMALL_TYPE,
      ],
    ];
    const lines = Math.max(...texts.map(([text, width]) => textLines(text, width)));
    return Math.max(ROW_HEIGHT, lines * LINE_HEIGHT + 6);
  }
  private widthOf(role: FormColumnRole): number {
    return columnWithRole(columnsOf(this.form), role)?.width ?? 0;
  }
}
