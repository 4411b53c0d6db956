/** Whose figures a chart shows: one unit's, those of units of a kind, the county's of this year or last. */
import type { Consolidation } from "../../consolidation/consolidation";
import { exactSum } from "../../workbook/exact-sum";
import type { Operand } from "../../rules";
import type { Unit } from "../../template/template";
import { WORDS } from "../../template/words";
import type { CountyContext } from "../county-context";
import { countYes } from "../../county-layout/data-layout";
import type { FormPlaces } from "../../county-layout/form-places";
import type { ChartScope } from "./chart-expressions";

/** Nobody asks for a year that is not known: such series are left out. */
const NOWHERE = '""';

export class ChartScopes {
  private readonly values: ReadonlyMap<string, ReadonlyMap<string, Operand>>;
  private readonly counted: ReadonlySet<string>;

  constructor(
    private readonly context: CountyContext,
    private readonly places: FormPlaces,
  ) {
    this.counted = new Set(context.consolidation.submissions.map(({ unit }) => unit?.name ?? ""));
    const totals = [...context.consolidation.totals.values()];
    this.values = new Map(
      totals.map(({ code, contributions }) => [
        code,
        new Map(contributions.map(({ unit, value }) => [unit, value])),
      ]),
    );
  }

  get consolidation(): Consolidation {
    return this.context.consolidation;
  }

  /** Is there a last year to compare with? */
  get hasLastYear(): boolean {
    return this.context.before !== null;
  }

  unit(name: string): ChartScope {
    const { data, before } = this.context;
    return {
      unknown: "zero",
      current: (code) => asNumber(this.valueOf(name, code)),
      lastYear: (code) => this.lastYearOf(name, code),
      cell: (code) => this.asNumber(data.cell(name, code), code),
      lastYearCell: (code) => {
        if (!before) return NOWHERE;
        return this.counted.has(name) ? this.asNumber(before.cell(name, code), code) : "0";
      },
    };
  }

  /** The units' cells of a line. */
  range(code: string): string {
    return this.context.data.range(code);
  }

  /** The mean of the units, so that its bar can be compared with a unit's. */
  meanOf(units: readonly Unit[]): ChartScope {
    const sum = this.units(units);
    const share = (value: Operand): Operand => (typeof value === "number" ? value / units.length : value);
    return {
      unknown: "zero",
      current: (code) => share(sum.current(code)),
      lastYear: (code) => share(sum.lastYear(code)),
      cell: (code) => `(${sum.cell(code)}/${units.length})`,
      lastYearCell: (code) => `(${sum.lastYearCell(code)}/${units.length})`,
    };
  }

  /** Sums over the units; of yes/no lines the number that answer yes. */
  units(units: readonly Unit[]): ChartScope {
    const { data, before } = this.context;
    const names = units.map((unit) => unit.name);
    const sum = (values: readonly Operand[]): number =>
      exactSum(values.map(asNumber).filter((value) => typeof value === "number"));
    return {
      unknown: "zero",
      current: (code) => sum(names.map((name) => this.valueOf(name, code))),
      lastYear: (code) => sum(names.map((name) => this.lastYearOf(name, code))),
      cell: (code) => data.sum(names, code),
      lastYearCell: (code) =>
        before?.sum(
          names.filter((name) => this.counted.has(name)),
          code,
        ) ?? NOWHERE,
    };
  }

  county(): ChartScope {
    const { before, consolidation } = this.context;
    return {
      unknown: "unknown",
      current: (code) => consolidation.totals.get(code)?.value ?? null,
      lastYear: (code) => consolidation.lastYear?.totals.get(code) ?? null,
      cell: (code) => this.places.total(code),
      lastYearCell: (code) => before?.compared(code) ?? NOWHERE,
    };
  }

  /** The county a year ago; what it was compared with then is not known. */
  countyLastYear(): ChartScope {
    const { lastYear, lastYearCell } = this.county();
    return {
      unknown: "unknown",
      current: lastYear,
      lastYear: () => null,
      cell: lastYearCell,
      lastYearCell: () => NOWHERE,
    };
  }

  /** How many units answer a yes/no line so. */
  answers(code: string, answer: "yes" | "no"): { value: number; formula: string } {
    const given = [...(this.values.get(code)?.values() ?? [])];
    return {
      value: given.filter((value) => value === (answer === "yes")).length,
      formula: `COUNTIF(${this.context.data.range(code)},"${WORDS[answer]}")`,
    };
  }

  /** 是 and 否 are words in their cells. */
  private asNumber(cell: string, code: string): string {
    return this.context.data.isYesNo(code) ? countYes(cell) : cell;
  }

  private valueOf(unit: string, code: string): Operand {
    return this.values.get(code)?.get(unit) ?? null;
  }

  /** A unit that is missing this year is compared with nothing: its bar alone would pass for a fall to nothing. */
  private lastYearOf(unit: string, code: string): Operand {
    if (!this.counted.has(unit)) return null;
    return this.consolidation.lastYear?.units.get(unit)?.get(code) ?? null;
  }
}

function asNumber(value: Operand): Operand {
  return typeof value === "boolean" ? Number(value) : value;
}
