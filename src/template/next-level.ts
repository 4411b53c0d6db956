/**
 * The template one level up, whose units are counties: what a county's workbook comes to is what the county reports.
 * Lines, forms and layouts stay; what is counted per township becomes a number per county.
 */
import { createVocabulary, expandRule, isRuleError, type Vocabulary } from "../rules";
import { levelWords } from "./level-words";
import type {
  ChartSpec,
  DetailList,
  Form,
  Indicator,
  Level,
  ListColumn,
  ReportSentence,
  Template,
  Unit,
  UnitKind,
} from "./template";

export interface NextLevel {
  readonly units: readonly Unit[];
  /** `通化市`; empty where it is not known. */
  readonly name: string;
  readonly fromFiles: boolean;
  readonly shared: readonly string[];
}

/** Checks of cells and forms that a township typed, and of sizes that a township has. */
// prettier-ignore
const OF_ONE_TOWNSHIP = [
  "S01", "S02", "S03", "S04", "S06", "D41", "D56", "D59", "R03", "R09", "R20", "R21", "R22", "R23", "X06",
  "P02", "P03", "P04", "P05", "P06", "P07", "P08", "P10", "C04", "C06",
] as const;

const COUNTIES: readonly UnitKind[] = ["T"];

/** @param template that of the counties' workbooks */
export function nextLevel(template: Template, { units, name, fromFiles, shared }: NextLevel): Template {
  const step = (template.level?.step ?? 0) + 1;
  const level: Level = { step, fromFiles, shared };
  const changed = new Set(
    indicatorsOf(template)
      .filter(isCounted)
      .map(({ code }) => code),
  );
  const words = levelWords(step, name);
  return {
    ...template,
    level,
    county: name,
    committee: committeeOf(template, name),
    units,
    forms: template.forms.map((form) => raisedForm(form, template)),
    lists: template.lists.filter(({ personal }) => !personal).map((list) => raisedList(list, step)),
    rules: rulesOfSums(template),
    builtIn: {
      ...template.builtIn,
      ...Object.fromEntries(OF_ONE_TOWNSHIP.map((code) => [code, "off"] as const)),
    },
    charts: template.charts.flatMap((chart) => raisedChart(chart, changed, words)),
    report: template.report.flatMap((sentence) => raisedSentence(sentence, changed, words)),
  };
}

function indicatorsOf({ forms }: Template): Indicator[] {
  return forms.flatMap(({ indicators }) => indicators);
}

/** `集安市关工委` of the county `集安市` is `通化市关工委` of the prefecture. */
function committeeOf({ county, committee }: Template, name: string): string {
  if (name === "" || committee === "") return "";
  return county !== "" && committee.startsWith(county) ? `${name}${committee.slice(county.length)}` : name;
}

function raisedForm(form: Form, template: Template): Form {
  return {
    ...form,
    fills: COUNTIES,
    indicators: form.indicators.map((indicator) => raisedIndicator(indicator, template)),
  };
}

function isCounted({ aggregation }: Indicator): boolean {
  return aggregation === "count";
}

/** Bounds, key lines and input hints are about one township. */
function raisedIndicator(indicator: Indicator, { lists }: Template): Indicator {
  const { min: _min, max: _max, key: _key, guidance: _guidance, ...rest } = indicator;
  const raised: Indicator = { ...rest, fills: COUNTIES, required: false };
  if (isCounted(indicator))
    return { ...raised, kind: "whole", aggregation: "sum", measure: indicator.measure || "个" };
  // Rows of personal lists never leave the county: what was counted of them there is added up.
  const isOfPersons = lists.some(
    ({ id, personal }) => personal && new RegExp(`\\b${id}\\b`).test(indicator.formula ?? ""),
  );
  if (indicator.aggregation !== "computed" || !isOfPersons) return raised;
  const { formula: _formula, ...added } = raised;
  return { ...added, aggregation: "sum" };
}

/** Who sent the row to the county is a column of its own. */
function raisedList(list: DetailList, step: number): DetailList {
  return {
    ...list,
    fills: COUNTIES,
    optional: true,
    columns: [senderColumn(step, list), ...list.columns.filter(({ personal }) => !personal)],
  };
}

const SENDERS = ["下属单位", "所在县（市、区）", "所在市（州）", "所在省（区、市）"] as const;

/** The column of a list one level up that names the unit from which the row came. */
export function senderColumn(step: number, { columns }: Pick<DetailList, "columns">): ListColumn {
  const name = SENDERS[step - 1] ?? `第 ${step} 级`;
  const isTaken = columns.some((column) => column.name === name);
  return {
    name: isTaken ? `${name}（原）` : name,
    kind: "text",
    required: false,
    personal: false,
    width: 16,
  };
}

/** Rules that hold for sums as they do for each unit; others are asked where the units report. */
function rulesOfSums(template: Template): Template["rules"] {
  const vocabulary: Vocabulary = createVocabulary(template);
  const isNumber = new Map(
    indicatorsOf(template).map(({ code, aggregation }) => [
      code,
      aggregation === "sum" || aggregation === "stock",
    ]),
  );
  return template.rules.filter((rule) => {
    const expanded = expandRule(rule, vocabulary);
    if (isRuleError(expanded)) return false;
    return expanded.instances.every(
      ({ addsUp, codes, lastYearCodes, lists }) =>
        addsUp && lists.length + lastYearCodes.length === 0 && codes.every((code) => isNumber.get(code)),
    );
  });
}

function raisedChart(
  chart: ChartSpec,
  changed: ReadonlySet<string>,
  words: (text: string) => string,
): ChartSpec[] {
  // All units are of one kind.
  if (chart.by === "unitKind") return [];
  const isOfUnits = ({ value }: ChartSpec["series"][number]): boolean =>
    chart.by !== "line" && [...changed].some((code) => new RegExp(`\\b${code}\\b`).test(value));
  const series = chart.series
    .filter((each) => each.answer !== "no" && !isOfUnits(each))
    .map(({ answer: _answer, ...each }) => ({ ...each, title: words(each.title) }));
  if (series.length === 0) return [];
  return [
    {
      ...chart,
      units: COUNTIES,
      title: words(chart.title),
      ...(chart.description === undefined ? {} : { description: words(chart.description) }),
      series,
    },
  ];
}

/** Which townships answer yes, the county's workbook says. */
function raisedSentence(
  sentence: ReportSentence,
  changed: ReadonlySet<string>,
  words: (text: string) => string,
): ReportSentence[] {
  let { text } = sentence;
  for (const code of changed)
    text = text.replace(new RegExp(`[：:，,（(]?\\{${escaped(code)} 单位\\}[)）]?`, "g"), "");
  const isLost = [...changed].some((code) => text.includes(`{${code} 占比}`));
  return isLost ? [] : [{ ...sentence, text: words(text) }];
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
