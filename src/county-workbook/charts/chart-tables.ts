/** What a chart of the template shows: its categories, and a figure for each of its series. */
import type { ChartSeries, ChartSpec, Unit, UnitKind } from "../../template/template";
import { distinctNames } from "../../template/distinct-names";
import { KIND_WORDS } from "../../template/words";
import type { LastYear } from "../../validation/last-year";
import type { Say } from "../../findings/say";
import type { ChartCell, ChartRow, ChartTable } from "./chart-block";
import type { ChartExpression, ChartExpressions, ChartScope, NamedLines } from "./chart-expressions";
import type { ChartScopes } from "./chart-scopes";
import { statusRows } from "./status-rows";

/** So many bars side by side can be read and have room for their names. */
const MOST_BARS = 25;
const BARS_BEFORE_REST = 20;
const LONGEST_LABEL = 12;

/** A series of a chart that can be shown; a reference, and what is shown by line or by status, has no expression. */
export interface ReadSeries {
  readonly spec: ChartSeries;
  readonly expression: ChartExpression | null;
  /** By line. */
  readonly named?: NamedLines;
}

export interface TableSource {
  readonly expressions: ChartExpressions;
  readonly scopes: ChartScopes;
  readonly say: Say;
}

type Table = (spec: ChartSpec, series: readonly ReadSeries[], source: TableSource) => ChartTable;

export const TABLES: Readonly<Record<ChartSpec["by"], Table>> = {
  unit: byUnit,
  unitKind: byKind,
  year: byYear,
  line: byLine,
  status: (_spec, _series, { scopes, say }) => ({
    categoryTitle: say("report.head.status"),
    rows: statusRows(scopes.consolidation, say),
  }),
};

/** Units that have something to show, in the order that the template wants. */
function byUnit(spec: ChartSpec, series: readonly ReadSeries[], source: TableSource): ChartTable {
  const { scopes, say } = source;
  const units = scopes.consolidation.template.units.filter((unit) => spec.units.includes(unit.kind));
  const own = series.filter((each) => !each.spec.reference);
  const measure = spec.orderBy === undefined ? own[0]?.expression : source.expressions.read(spec.orderBy);
  const ranked = units
    .map((unit) => {
      const scope = scopes.unit(unit.name);
      return { unit, label: shortLabel(unit.name), scope, rank: measure?.evaluate(scope) ?? 0 };
    })
    .filter(({ scope }) => own.some((each) => isShown(each.expression, scope)));
  if (spec.order === "descending") ranked.sort((a, b) => b.rank - a.rank);
  if (spec.order === "ascending") ranked.sort((a, b) => a.rank - b.rank);
  const isCut = spec.top === undefined && ranked.length > MOST_BARS;
  const shown = isCut ? withRest(ranked, source) : ranked.slice(0, spec.top);
  return { categoryTitle: say("report.head.unit"), rows: rowsOf(shown, series, source), isCut };
}

/** The first ones, and the mean of the others. */
function withRest(
  ranked: readonly (Category & { readonly unit: Unit })[],
  { scopes, say }: TableSource,
): readonly Category[] {
  const rest = ranked.slice(BARS_BEFORE_REST).map(({ unit }) => unit);
  const label = say("report.charts.rest", { count: rest.length });
  return [...ranked.slice(0, BARS_BEFORE_REST), { label, scope: scopes.meanOf(rest) }];
}

/** Names of units below the bars are as long as this, with an ellipsis where something was left out. */
function shortLabel(name: string): string {
  const signs = [...name];
  if (signs.length <= LONGEST_LABEL) return name;
  return `${signs.slice(0, LONGEST_LABEL - 6).join("")}…${signs.slice(-5).join("")}`;
}

/** Nothing of something is worth a column; nothing at all is not. */
function isShown(expression: ChartExpression | null, scope: ChartScope): boolean {
  const value = expression?.evaluate(scope) ?? null;
  return value !== null && (value !== 0 || expression!.isRatio);
}

function byKind(spec: ChartSpec, series: readonly ReadSeries[], source: TableSource): ChartTable {
  const { scopes, say } = source;
  const { units } = scopes.consolidation.template;
  const kinds = (["T", "D", "H"] satisfies UnitKind[]).filter((kind) => spec.units.includes(kind));
  const categories = kinds.flatMap((kind) => {
    const own = units.filter((unit) => unit.kind === kind);
    return own.length === 0 ? [] : [{ label: KIND_WORDS[kind], scope: scopes.units(own) }];
  });
  return { categoryTitle: say("report.head.type"), rows: rowsOf(categories, series, source) };
}

function byYear(_spec: ChartSpec, series: readonly ReadSeries[], source: TableSource): ChartTable {
  const { scopes, say } = source;
  const { period, lastYear } = scopes.consolidation;
  const categories = [
    ...(lastYear ? [{ label: lastYearLabel(lastYear, say), scope: scopes.countyLastYear() }] : []),
    { label: period ?? "", scope: scopes.county() },
  ];
  return { categoryTitle: say("report.head.period"), rows: rowsOf(categories, series, source) };
}

function lastYearLabel({ period, whole }: LastYear, say: Say): string {
  return whole ? say("report.compared.period", { period }) : period;
}

/** The lines of the first series are the categories; those of the others are beside them. */
function byLine(_spec: ChartSpec, series: readonly ReadSeries[], source: TableSource): ChartTable {
  const { scopes, say } = source;
  const county = scopes.county();
  const cell = ({ spec, named }: ReadSeries, i: number): ChartCell => {
    if (spec.reference === "target") return { value: Number(spec.value) };
    const { lines, isLastYear } = named ?? { lines: [], isLastYear: false };
    const code = lines[i]?.code;
    if (code === undefined) return { value: null };
    if (spec.answer) return scopes.answers(code, spec.answer);
    const value = isLastYear ? county.lastYear(code) : county.current(code);
    const formula = isLastYear ? county.lastYearCell(code) : county.cell(code);
    return { value: typeof value === "number" ? value : null, formula };
  };
  const categories = series[0]?.named?.lines ?? [];
  const labels = distinctNames(categories.map(({ name }) => name));
  return {
    categoryTitle: say("report.head.indicator"),
    rows: categories.map((_, i) => ({
      label: labels[i]!,
      cells: series.map((each) => cell(each, i)),
    })),
  };
}

interface Category {
  readonly label: string;
  readonly scope: ChartScope;
}

function rowsOf(
  categories: readonly Category[],
  series: readonly ReadSeries[],
  { expressions, scopes }: TableSource,
): ChartRow[] {
  return categories.map(({ label, scope }) => ({
    label,
    cells: series.map(({ spec, expression }) => {
      if (spec.reference === "target") return { value: Number(spec.value) };
      if (!expression) return { value: null };
      if (spec.reference === "average") return averageCell(expression, categories, expressions);
      return expressions.cell(expression, spec.reference === "county" ? scopes.county() : scope);
    }),
  }));
}

/** The mean of what is shown. */
function averageCell(
  expression: ChartExpression,
  categories: readonly Category[],
  expressions: ChartExpressions,
): ChartCell {
  const cells = categories.map(({ scope }) => expressions.cell(expression, scope));
  const numbers = cells.flatMap(({ value }) => (typeof value === "number" ? [value] : []));
  if (numbers.length === 0) return { value: null };
  const terms = cells.flatMap(({ value, formula }) =>
    typeof value === "number" && formula ? [formula] : [],
  );
  return {
    value: numbers.reduce((a, b) => a + b, 0) / numbers.length,
    formula: `SUM(${terms.join(",")})/${numbers.length}`,
  };
}
