/** Charts proposed for an office's own forms; staff change them in the template. */
import { inExpression } from "../../rules";
import type { ChartSeries, ChartSpec, Form, Indicator, Template } from "../../template/template";
import { isOfWhich, titleOf, mainItems, shortened, type MainItem } from "./main-items";
import type { Wholes } from "./wholes";

/** More than these are not read. */
const MOST_CHARTS = 6;
/** Of so many units the largest are shown; the title says so. */
const MOST_UNITS = 30;
const MOST_PIECES = 6;
const MOST_BARS = 20;
const MOST_COMPARED = 8;

/** @param most so many at most; where they are more than usual, a look at every main line is among them */
export function proposeCharts(
  { forms, units }: Pick<Template, "forms" | "units">,
  wholes: Wholes,
  most = MOST_CHARTS,
): ChartSpec[] {
  const own = forms.filter(({ layout }) => layout === "own");
  const rounds = own.map((form) => [
    ...chartsOfForm(form, wholes, units.length),
    ...(most > MOST_CHARTS ? chartsOfLines(form, wholes, units.length) : []),
  ]);
  const length = Math.max(0, ...rounds.map((charts) => charts.length));
  // What each form is mainly about comes before a second look at any.
  const all = Array.from({ length }, (_, i) => rounds.flatMap((charts) => charts[i] ?? [])).flat();
  const seen = new Set<string>();
  const isNew = (key: string): boolean => !seen.has(key) && seen.add(key).size > 0;
  const charts = all.filter(({ by, series }) => isNew(`${by} ${series[0]!.value}`)).slice(0, most);
  return uniquelyNamed(charts);
}

/** In the order in which they matter. */
function chartsOfForm(form: Form, wholes: Wholes, units: number): ChartSpec[] {
  const main = mainItems(form, wholes);
  const [first] = main;
  if (!first) return [];
  const structures = structuresOf(main, wholes);
  const second = secondOf(main, wholes);
  const compared = comparedChart(form, main, wholes);
  return [
    byUnit(first, units),
    ...structures.slice(0, 1),
    ...(second ? [byUnit(second, units)] : []),
    ...(compared ? [compared] : []),
    ...structures.slice(1, 2),
  ];
}

/** Every main line by unit. */
function chartsOfLines(form: Form, wholes: Wholes, units: number): ChartSpec[] {
  const main = mainItems(form, wholes);
  const beside = main.filter(({ column }) => column === main[0]?.column);
  return independent(beside, wholes).map((each) => byUnit(each, units));
}

/** The next one that says something else than the first. */
export function secondOf([first, ...others]: readonly MainItem[], wholes: Wholes): MainItem | undefined {
  return others.find((each) => each.phrase !== first!.phrase && !isWithin(each, first!, wholes));
}

function byUnit({ item, phrase }: MainItem, units: number): ChartSpec {
  const value = inExpression(item.code);
  const isCut = units > MOST_UNITS;
  return {
    id: `各单位${phrase}`,
    title: `各单位${shortened(phrase)}${measureOf(item)}${isCut ? `前${MOST_UNITS}名` : ""}`,
    description: `各单位${phrase}，由多到少${isCut ? `，只画前${MOST_UNITS}名` : ""}；有上年数的与上年对比。`,
    kind: "column",
    grouping: "clustered",
    by: "unit",
    units: ["T", "D", "H"],
    order: "descending",
    orderBy: value,
    ...(isCut ? { top: MOST_UNITS } : {}),
    half: false,
    ...(item.measure === "" ? {} : { axisTitle: item.measure }),
    series: [series("上年", `上年(${value})`), series("本期", value, true)],
  };
}

/** Of one column over its lines, and of one line over its columns: the first of each. */
function structuresOf(main: readonly MainItem[], wholes: Wholes): ChartSpec[] {
  const places = new Map(main.map((each) => [each.item.code, each]));
  const charts = main.flatMap((whole) =>
    [wholes.get(whole.item.code) ?? [], partsInColumns(whole, main, wholes)].flatMap((codes) => {
      const parts = codes.flatMap((code) => places.get(code) ?? []);
      if (parts.length < Math.max(2, codes.length) || parts.length > MOST_BARS) return [];
      return [{ isOverColumns: parts.every(({ line }) => line === whole.line), whole, parts }];
    }),
  );
  const first = charts[0];
  const other = charts.find(({ isOverColumns }) => isOverColumns !== first?.isOverColumns);
  return [first, other].flatMap((each, i) => (each ? [structure(each.whole, each.parts, i > 0)] : []));
}

/** A sum of lines that are sums over columns is the sum over these columns too. */
function partsInColumns(
  { item, line }: MainItem,
  main: readonly MainItem[],
  wholes: Wholes,
): readonly string[] {
  const lines = wholes.get(item.code) ?? [];
  const [first, ...others] = lines.map((code) =>
    (wholes.get(code) ?? []).map((part) => main.find((each) => each.item.code === part)),
  );
  const columns = (first ?? []).flatMap((part) => part?.column ?? []);
  const isAlike = (parts: readonly (MainItem | undefined)[]): boolean =>
    parts.length === columns.length && parts.every((part, i) => part?.column === columns[i]);
  if (columns.length < 2 || !isAlike(first!) || !others.every(isAlike)) return [];
  return columns.flatMap(
    (column) => main.find((each) => each.line === line && each.column === column)?.item.code ?? [],
  );
}

function structure({ item, phrase }: MainItem, parts: readonly MainItem[], isOther: boolean): ChartSpec {
  const isPie = parts.length <= MOST_PIECES;
  const what = isOther ? "分项" : "构成";
  return {
    id: `${phrase}${what}`,
    title: `${shortened(phrase)}${what}${measureOf(item)}`,
    description: `${phrase}由哪几项构成，各是多少。`,
    kind: isPie ? "doughnut" : "bar",
    grouping: "clustered",
    by: "line",
    units: ["T", "D", "H"],
    order: "register",
    half: isPie,
    ...(item.measure === "" ? {} : { axisTitle: item.measure }),
    series: [series("本期", listOf(parts), true)],
  };
}

/** Main lines of one measure beside each other, this year and last year. */
function comparedChart(form: Form, main: readonly MainItem[], wholes: Wholes): ChartSpec | null {
  const chosen = groupsOf(main)
    .map((group) => independent(group, wholes))
    .find(({ length }) => length > 1);
  if (!chosen) return null;
  const { measure } = chosen[0]!.item;
  const subject = titleOf(form);
  return {
    id: `${subject}主要指标`,
    title: `${shortened(subject)}主要指标${measureOf({ measure })}`,
    description: "主要几行的合计数；有上年数的与上年对比。",
    kind: "bar",
    grouping: "clustered",
    by: "line",
    units: ["T", "D", "H"],
    order: "register",
    half: false,
    ...(measure === "" ? {} : { axisTitle: measure }),
    series: [series("本期", listOf(chosen), true), series("上年", lastYearOf(chosen))],
  };
}

/** Lines of one column and measure; those with the largest rank first. */
function groupsOf(main: readonly MainItem[]): MainItem[][] {
  const groups = new Map<string, MainItem[]>();
  for (const each of main) {
    const key = JSON.stringify([each.column.column, each.column.heads, each.item.measure]);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()];
}

/** Without lines that are parts of others; in the order of the form. */
export function independent(group: readonly MainItem[], wholes: Wholes): MainItem[] {
  const chosen: MainItem[] = [];
  for (const each of group) {
    if (chosen.length === MOST_COMPARED) break;
    if (!isOfWhich(each.line) && !chosen.some((other) => isWithin(each, other, wholes))) chosen.push(each);
  }
  return chosen.sort((a, b) => a.line.row - b.line.row);
}

/** Is one a part of the other, directly or by way of others? Both in one chart would count it twice for the eye. */
function isWithin(a: MainItem, b: MainItem, wholes: Wholes): boolean {
  return isPartOf(a.item.code, b.item.code, wholes) || isPartOf(b.item.code, a.item.code, wholes);
}

function isPartOf(part: string, whole: string, wholes: Wholes): boolean {
  const seen = new Set<string>();
  const open = [...(wholes.get(whole) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === part) return true;
    if (!seen.has(next)) open.push(...(wholes.get(next) ?? []));
    seen.add(next);
  }
  return false;
}

export function listOf(items: readonly MainItem[]): string {
  return items.map(({ item }) => inExpression(item.code)).join(",");
}

function lastYearOf(items: readonly MainItem[]): string {
  return items.map(({ item }) => `上年(${inExpression(item.code)})`).join(",");
}

function measureOf({ measure }: Pick<Indicator, "measure">): string {
  return measure === "" ? "" : `（${measure}）`;
}

function series(title: string, value: string, labels = false): ChartSeries {
  return { title, value, draw: "bars", secondAxis: false, labels };
}

function uniquelyNamed(charts: readonly ChartSpec[]): ChartSpec[] {
  const seen = new Map<string, number>();
  return charts.map((chart) => {
    const id = shortened(chart.id, 40);
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return { ...chart, id: count === 1 ? id : `${id}${count}` };
  });
}
