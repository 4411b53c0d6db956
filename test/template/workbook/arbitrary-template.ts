/** Any template that staff could make of the built-in one. */
import fc from "fast-check";
import { builtInTemplate } from "../../../src/template/builtin";
import { canAggregate } from "../../../src/template/defaults";
import { columnsOf } from "../../../src/template/form-columns";
import { foldName } from "../../../src/template/template-index";
import type {
  ChartSpec,
  DetailList,
  Form,
  FormColumn,
  Indicator,
  ListColumn,
  ReportSentence,
  Template,
  Unit,
  UnitKind,
} from "../../../src/template/template";
import type { Rule } from "../../../src/rules";

/** Texts as people write them: Chinese, quotation marks, brackets, lines; no blanks around them. */
const signs = [..."甲乙丙村社区五老2020.%（）()“”\"'=+-@<>&《》~·：:?？！"];
const word = fc
  .array(fc.constantFrom(...signs), { minLength: 1, maxLength: 8 })
  .map((chars) => chars.join(""))
  .filter((text) => text.trim() === text && text !== "不限");
const sentence = fc
  .array(fc.constantFrom(...signs, "、", "，", "；", "\n", " "), { minLength: 1, maxLength: 30 })
  .map((chars) => `句${chars.join("")}句`);
const whole = fc.integer({ min: 0, max: 1_000_000 });
const kinds = fc.subarray<UnitKind>(["T", "D", "H"], { minLength: 1 });
const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined });

/** Without what is undefined, as models are. */
function compact<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;
}

function indicator(code: string): fc.Arbitrary<Indicator> {
  return fc
    .record({
      code: fc.constant(code),
      name: word,
      measure: fc.oneof(fc.constant(""), word),
      kind: fc.constantFrom("whole", "decimal", "amount", "percent", "yesNo", "choice", "text", "date"),
      fills: kinds,
      aggregation: fc.constantFrom("sum", "stock", "count", "max", "list", "text"),
      required: fc.boolean(),
      min: optional(fc.integer({ min: 0, max: 5 })),
      max: optional(fc.integer({ min: 6, max: 1000 })),
      choices: fc.uniqueArray(word, { minLength: 2, maxLength: 4 }),
      indent: fc.integer({ min: 0, max: 3 }),
      carried: fc.boolean(),
      floor: optional(whole),
      continuous: optional(fc.constant(true)),
      key: optional(fc.constant(true)),
      headline: optional(fc.constant(true)),
      guidance: optional(sentence),
    })
    .filter(({ kind, aggregation }) => canAggregate(kind, aggregation))
    .map(({ choices, ...line }) => {
      const numeric = ["whole", "decimal", "amount", "percent"].includes(line.kind);
      return compact({
        ...line,
        choices: line.kind === "choice" ? choices : undefined,
        // A floor and a limit are of numbers; blank is "usual" for them and nothing for others.
        min: numeric ? line.min : undefined,
        floor: numeric ? line.floor : undefined,
      }) as Indicator;
    });
}

/** What every cover begins with: the lines that are filled in when forms are issued. */
const ISSUED = builtInTemplate.forms[0]!.indicators.slice(0, 5);

function form(id: string, code: string, layout: Form["layout"]): fc.Arbitrary<Form> {
  const first = layout === "cover" ? ISSUED : [];
  return fc
    .record({
      title: word,
      // Everybody has a cover.
      fills: layout === "cover" ? fc.constant<readonly UnitKind[]>(["T", "D", "H"]) : kinds,
      notes: fc.array(
        sentence.map((text) => text.replace(/\n/g, "")),
        { maxLength: 3 },
      ),
      count: fc.integer({ min: 1, max: 6 }),
      columns: columnsOfForm(layout),
    })
    .chain(({ count, ...rest }) =>
      fc
        .tuple(
          ...Array.from({ length: count }, (_, i) =>
            indicator(`${code}${String(first.length + i + 1).padStart(2, "0")}`),
          ),
        )
        .map((own) => ({ id, code, layout, ...rest, indicators: [...first, ...(own as Indicator[])] })),
    );
}

function columnsOfForm(layout: Form["layout"]): fc.Arbitrary<readonly FormColumn[]> {
  const usual = columnsOf({ layout });
  const headings = fc.array(word, { minLength: usual.length, maxLength: usual.length });
  const own = headings.map((words) => usual.map((each, i) => ({ ...each, heading: words[i]! })));
  return fc.oneof(fc.constant(usual), own);
}

const column: fc.Arbitrary<ListColumn> = fc
  .record({
    name: word,
    kind: fc.constantFrom<ListColumn["kind"]>("text", "date", "whole", "amount", "choice", "yesNo"),
    choices: fc.uniqueArray(word, { minLength: 2, maxLength: 4 }),
    required: fc.boolean(),
    personal: fc.boolean(),
    width: optional(fc.integer({ min: 4, max: 60 })),
  })
  .map(({ choices, ...rest }) => compact({ ...rest, choices: rest.kind === "choice" ? choices : undefined }));

function list(id: string): fc.Arbitrary<DetailList> {
  return fc.record({
    id: fc.constant(id),
    title: word,
    fills: kinds,
    optional: fc.boolean(),
    personal: fc.boolean(),
    blankRows: fc.integer({ min: 1, max: 100 }),
    columns: fc.uniqueArray(column, { minLength: 1, maxLength: 5, selector: ({ name }) => name }),
  });
}

const units: fc.Arbitrary<readonly Unit[]> = fc
  .uniqueArray(word, {
    minLength: 1,
    maxLength: 6,
    selector: (name) => name.normalize("NFKC").replace(/[\s"'“”‘’]/g, ""),
  })
  .filter((names) => names.every((name) => name.normalize("NFKC").replace(/[\s"'“”‘’]/g, "") !== ""))
  .chain((names) =>
    fc.tuple(
      ...names.map((name, i) =>
        fc.record({
          code: fc.constant(`T${i}`),
          name: fc.constant(name),
          kind: fc.constantFrom<UnitKind>("T", "D", "H"),
          type: word,
          aliases: fc.uniqueArray(word, { maxLength: 3 }),
        }),
      ),
    ),
  )
  .map(withOwnAliases);

/** No alias is another unit's name or alias. */
function withOwnAliases(all: readonly Unit[]): readonly Unit[] {
  const taken = new Set(all.map(({ name }) => foldName(name)));
  return all.map((unit) => {
    const aliases = unit.aliases.filter((alias) => !taken.has(foldName(alias)));
    aliases.forEach((alias) => taken.add(foldName(alias)));
    return { ...unit, aliases };
  });
}

const rule: fc.Arbitrary<Rule> = fc
  .record({
    number: word,
    forms: fc.subarray(["关工00", "关工01", "L1"]),
    precondition: optional(fc.constantFrom("0101>0", "0101=0 且 0001>1")),
    relation: fc.constantFrom("0101=0001", "0101<=0001+1", "SUM(0101~0101)>=上年(0101)", "0001<>是"),
    tolerance: optional(fc.constantFrom(0, 0.05, 1)),
    class: fc.constantFrom<Rule["class"]>("mustFix", "explain", "note"),
    missing: fc.constantFrom<Rule["missing"]>("never", "allMissing", "anyMissing"),
    message: optional(sentence),
    advice: optional(sentence),
    explanationRequired: optional(fc.boolean()),
    proposed: optional(fc.constant(true as const)),
    source: optional(fc.constantFrom("关工01!B10", "各份相符")),
  })
  .map(compact);

const charts: fc.Arbitrary<readonly ChartSpec[]> = fc.array(
  fc
    .record({
      title: word,
      description: optional(sentence),
      kind: fc.constantFrom<ChartSpec["kind"]>("column", "bar", "line", "pie", "doughnut"),
      grouping: fc.constantFrom<ChartSpec["grouping"]>("clustered", "stacked", "percentStacked"),
      by: fc.constantFrom<ChartSpec["by"]>("unit", "unitKind", "year", "line", "status"),
      units: kinds,
      order: fc.constantFrom<ChartSpec["order"]>("descending", "ascending", "register"),
      orderBy: optional(fc.constant("0101")),
      top: optional(fc.integer({ min: 1, max: 9 })),
      half: fc.boolean(),
      axisTitle: optional(word),
      secondAxisTitle: optional(word),
      series: fc.array(
        fc
          .record({
            title: word,
            value: fc.constantFrom("0101", "0001"),
            answer: optional(fc.constantFrom<"yes" | "no">("yes", "no")),
            draw: fc.constantFrom<"bars" | "line">("bars", "line"),
            reference: optional(fc.constantFrom<"county" | "average" | "target">("county", "average", "target")),
            secondAxis: fc.boolean(),
            labels: fc.boolean(),
          })
          .map(compact),
        { minLength: 1, maxLength: 3 },
      ),
    })
    .map(compact),
  { maxLength: 3 },
).map((all) => all.map((chart, i) => ({ id: `chart-${i}`, ...chart }))); // prettier-ignore

const report: fc.Arbitrary<readonly ReportSentence[]> = fc.array(
  fc
    .record({
      role: fc.constantFrom<ReportSentence["role"]>(
        "title",
        "chapter",
        "section",
        "text",
        "more",
        "signature",
      ),
      condition: optional(fc.constantFrom("0101>0", "不完整")),
      text: fc.constantFrom("全市{0101}，{0001 比上年}。", "共{=0101/0001*100 %}。", "{委员会}"),
    })
    .map(compact),
  { maxLength: 5 },
);

export const arbitraryTemplate: fc.Arbitrary<Template> = fc
  .record({
    version: fc.integer({ min: 1, max: 99 }),
    name: word,
    county: word,
    committee: word,
    period: optional(fc.constantFrom("2020", "2021H1")),
    forms: fc.tuple(form("关工00", "00", "cover"), form("关工01", "01", "table")),
    lists: fc.tuple(list("L1"), list("L2")),
    units,
    rules: fc.array(rule, { maxLength: 5 }),
    builtIn: fc.dictionary(
      fc.constantFrom(...Object.keys(builtInTemplate.builtIn)),
      fc.constantFrom<Rule["class"] | "off">("mustFix", "explain", "note", "off"),
    ),
    lines: fc.constantFrom(["0101", "0102"], ["NG1310", "L2"]),
    changeLimit: fc.integer({ min: 1, max: 90 }),
    charts,
    report,
  })
  .map(({ changeLimit, lines, ...parts }) =>
    compact({
      id: builtInTemplate.id,
      ...parts,
      // A rule whose class is nowhere has no row that could name its lines.
      builtInLines: Object.fromEntries(
        Object.keys(builtInTemplate.builtInLines)
          .filter((number) => number in parts.builtIn)
          .map((number) => [number, lines]),
      ),
      settings: { ...builtInTemplate.settings, changeLimit },
      history: [],
    }),
  );
