/** Whose figures a chart shows: one unit's, those of units of a kind, the county's of this year or last. */
import type { Consolidation } from "../../consolidation/consolidation";
import { exactSum } from "../../consolidation/exact-sum";
import type { Operand } from "../../rules";
import type { Unit } from "../../template/template";
import { WORDS } from "../../template/words";
import type { CountyContext } from "../county-context";
import type { DataLayout } from "../data-layout";
import type { FormPlaces } from "../form-places";
import type { ChartScope } from "./chart-expressions";

/** Nobody asks for a year that is not known: such series are left out. */
const NOWHERE = '""';

export class ChartScopes {
  private readonly values: ReadonlyMap<string, ReadonlyMap<string, Operand>>;

  constructor(
    private readonly context: CountyContext,
    private readonly places: FormPlaces,
  ) {
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
      lastYearCell: (code) => (before ? this.asNumber(before.cell(name, code), code) : NOWHERE),
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
      cell: (code) => this.sumFormula(data, names, code),
      lastYearCell: (code) => (before ? this.sumFormula(before, names, code) : NOWHERE),
    };
  }

  county(): ChartScope {
    const { before, consolidation } = this.context;
    return {
      unknown: "unknown",
      current: (code) => consolidation.totals.get(code)?.value ?? null,
      lastYear: (code) => consolidation.lastYear?.totals.get(code) ?? null,
      cell: (code) => this.places.cell(code, "current"),
      lastYearCell: (code) => before?.total(code) ?? NOWHERE,
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

  /** 是 and 否 stand as words in their cells. */
  private asNumber(cell: string, code: string): string {
    return this.isYesNo(code) ? countYes(cell) : cell;
  }

  private isYesNo(code: string): boolean {
    return this.context.data.lines.some(
      ({ indicator }) => indicator.code === code && indicator.kind === "yesNo",
    );
  }

  private valueOf(unit: string, code: string): Operand {
    return this.values.get(code)?.get(unit) ?? null;
  }

  private lastYearOf(unit: string, code: string): Operand {
    return this.consolidation.lastYear?.units.get(unit)?.get(code) ?? null;
  }

  /** Units that stand below each other make one range: `SUM('单位数据'!E7:E21)`. */
  private sumFormula(layout: DataLayout, units: readonly string[], code: string): string {
    const ranges = layout.ranges(units, code);
    return this.isYesNo(code) ? `(${ranges.map(countYes).join("+")})` : `SUM(${ranges.join(",")})`;
  }
}

function asNumber(value: Operand): Operand {
  return typeof value === "boolean" ? Number(value) : value;
}

/** Of one cell a plain question: not every program counts in a range of one. */
function countYes(range: string): string {
  return range.includes(":") ? `COUNTIF(${range},"${WORDS.yes}")` : `IF(${range}="${WORDS.yes}",1,0)`;
}
