import { partOfYearNamed } from "../workbook/period";
/** The command line's words, read and checked: what to do, or why it cannot be done. */
import { parseArgs } from "node:util";
import type { Locale } from "../locales";
import { periodMeant } from "../workbook/period";

export type Command =
  "samples" | "check" | "consolidate" | "facts" | "dump" | "template" | "try" | "roll" | "issue" | "text";

export interface Call {
  readonly command: Command;
  readonly paths: readonly string[];
  readonly locale: Locale;
  readonly json: boolean;
  readonly out: string | null;
  readonly template: string | null;
  readonly lastYear: string | null;
  /** The county workbook of the period before. */
  readonly lastPeriod: string | null;
  readonly county: string | null;
  /** The county workbook of another template that scores are compared with. */
  readonly evidence: string | null;
  readonly name: string | null;
  /** Blanks that a template is made from; none where it is not. */
  readonly from: readonly string[];
  /** A list of the units' names. */
  readonly units: string | null;
  /** A template without forms. */
  readonly empty: boolean;
  /** A list of rules that is added to the template. */
  readonly rules: string | null;
  /** The only rule that is tried out. */
  readonly rule: string | null;
  readonly holdBack: boolean;
  /** County workbooks of several periods are added up to a longer one. */
  readonly sumPeriods: boolean;
  /** Files that are there already may be replaced. */
  readonly force: boolean;
  /** `2020`; null where files are to say it. */
  readonly period: string | null;
  /** `-06`, `Q2`, `H1`: a period that was given without its year; null where none was. */
  readonly partOfYear: string | null;
  /** Files of another period that count all the same. */
  readonly count: readonly string[];
  /** A county workbook to go on with. */
  readonly resume: string | null;
  /** The report workbook that the office has, and where it goes filled; both or neither. */
  readonly report: string | null;
  readonly reportOut: string | null;
}

export interface UsageError {
  readonly locale: Locale;
  readonly json: boolean;
  readonly code:
    | "usage.noCommand"
    | "usage.unknownCommand"
    | "usage.unknownOption"
    | "usage.missingPath"
    | "usage.onePath"
    | "usage.missingOut"
    | "usage.language"
    | "usage.period"
    | "usage.fromAlone"
    | "usage.fromOnly"
    | "usage.notWithSum"
    | "usage.reportOut"
    | "usage.reportKind";
  readonly params: Readonly<Record<string, string>>;
}

const OPTIONS = {
  json: { type: "boolean" },
  out: { type: "string" },
  template: { type: "string" },
  "last-year": { type: "string" },
  "last-period": { type: "string" },
  county: { type: "string" },
  evidence: { type: "string" },
  name: { type: "string" },
  from: { type: "string", multiple: true },
  units: { type: "string" },
  empty: { type: "boolean" },
  rules: { type: "string" },
  rule: { type: "string" },
  lang: { type: "string" },
  "hold-back": { type: "boolean" },
  "sum-periods": { type: "boolean" },
  force: { type: "boolean" },
  period: { type: "string" },
  count: { type: "string", multiple: true },
  resume: { type: "string" },
  report: { type: "string" },
  "report-out": { type: "string" },
} as const;

/** Files or earlier county workbooks say the year of a period that is given without one. */
const YEARLESS: ReadonlySet<Command> = new Set<Command>(["check", "consolidate", "try", "issue"]);

type OptionName = keyof typeof OPTIONS;

/** What each command takes: how many paths, which options, and which of them it cannot do without. */
const COMMANDS: Record<
  Command,
  { paths: "one" | "some" | "none"; options: readonly OptionName[]; out?: "required" }
> = {
  samples: { paths: "one", options: ["lang", "json", "force"] },
  check: {
    paths: "some",
    // prettier-ignore
    options: ["template", "units", "name", "last-year", "last-period", "evidence", "period", "count", "lang", "json", "out", "force"],
  },
  consolidate: {
    paths: "some",
    // prettier-ignore
    options: ["template", "units", "name", "last-year", "last-period", "evidence", "period", "count", "resume", "report", "report-out", "lang", "json", "out", "hold-back", "sum-periods", "force"],
    out: "required",
  },
  facts: {
    paths: "some",
    options: ["template", "period", "lang", "json", "out", "force"],
    out: "required",
  },
  dump: { paths: "one", options: ["json", "lang"] },
  template: {
    paths: "none",
    // prettier-ignore
    options: ["out", "name", "template", "rules", "from", "units", "empty", "period", "lang", "json", "force"],
    out: "required",
  },
  try: {
    paths: "some",
    options: ["template", "rules", "rule", "last-year", "last-period", "period", "count", "lang", "json"],
  },
  roll: { paths: "one", options: ["out", "period", "lang", "json", "force"], out: "required" },
  issue: {
    paths: "none",
    options: ["out", "template", "last-year", "last-period", "period", "lang", "json", "force"],
    out: "required",
  },
  text: { paths: "one", options: ["county", "json", "lang"] },
};

/** Reads the words after `batch --`. */
export function parseCall(words: readonly string[]): Call | UsageError {
  const json = words.includes("--json");
  const wantsEnglish = /(^|,)--lang[=,]en/.test(words.join(","));
  const locale: Locale = wantsEnglish ? "en-US" : "zh-CN";
  const fail = (code: UsageError["code"], params: Record<string, string> = {}): UsageError => ({
    locale,
    json,
    code,
    params,
  });

  const parsed = parseWords(words);
  if ("option" in parsed) return fail("usage.unknownOption", { option: parsed.option });
  const [command, ...paths] = parsed.positionals;
  if (command === undefined) return fail("usage.noCommand");
  if (!isCommand(command)) return fail("usage.unknownCommand", { command });

  const shape = COMMANDS[command];
  const { values } = parsed;
  const foreign = (Object.keys(values) as OptionName[]).find((name) => !shape.options.includes(name));
  if (foreign) return fail("usage.unknownOption", { option: `--${foreign}` });
  if (values.lang !== undefined && values.lang !== "zh-CN" && values.lang !== "en-US") {
    return fail("usage.language", { language: values.lang });
  }
  const period = values.period === undefined ? null : periodMeant(values.period);
  const partOfYear = values.period === undefined ? null : partOfYearNamed(values.period);
  if (values.period !== undefined && period === null && (partOfYear === null || !YEARLESS.has(command)))
    return fail("usage.period", { period: values.period });
  // A county workbook in which something was typed is reason enough to make it again.
  const goesOn = command === "consolidate" && values.resume !== undefined;
  if (shape.paths !== "none" && paths.length === 0 && !goesOn) return fail("usage.missingPath", { command });
  const from = values.from ?? [];
  const most = shape.paths === "one" ? 1 : from.length > 0 ? Infinity : 0;
  if (shape.paths !== "some" && paths.length > most) {
    return fail("usage.onePath", { command, path: paths.at(-1)! });
  }
  if (shape.out === "required" && values.out === undefined) return fail("usage.missingOut", { command });

  const reportFault = reportProblem(values.report, values["report-out"]);
  if (reportFault) return fail(reportFault);

  const alone = from.length > 0 || values.empty ? ["template", "rules"] : [];
  const clash = [...alone, ...(from.length > 0 ? ["empty"] : [])].find((name) => name in values);
  if (clash !== undefined) return fail("usage.fromAlone", { option: `--${clash}` });
  // What these are for is decided in each period's own county workbook.
  const ofUnits = values["sum-periods"]
    ? ["template", "units", "name", "evidence", "count", "resume", "hold-back", "report"]
    : [];
  const unfit = ofUnits.find((name) => name in values);
  if (unfit !== undefined) return fail("usage.notWithSum", { option: `--${unfit}` });
  const needsFrom = command === "template" && from.length === 0 ? ["units", "period"] : [];
  const lonely = needsFrom.find((name) => name in values);
  if (lonely !== undefined) return fail("usage.fromOnly", { option: `--${lonely}` });

  return {
    command,
    paths,
    locale,
    json: values.json ?? false,
    out: values.out ?? null,
    template: values.template ?? null,
    lastYear: values["last-year"] ?? null,
    lastPeriod: values["last-period"] ?? null,
    county: values.county ?? null,
    evidence: values.evidence ?? null,
    name: values.name ?? null,
    from: from.length > 0 ? [...from, ...paths] : [],
    units: values.units ?? null,
    empty: values.empty ?? false,
    rules: values.rules ?? null,
    rule: values.rule ?? null,
    holdBack: values["hold-back"] ?? false,
    sumPeriods: values["sum-periods"] ?? false,
    force: values.force ?? false,
    period,
    partOfYear: period === null ? partOfYear : null,
    count: values.count ?? [],
    resume: values.resume ?? null,
    report: values.report ?? null,
    reportOut: values["report-out"] ?? null,
  };
}

/** Both or neither, and of one kind: a workbook with macros under another name is none to Excel. */
function reportProblem(
  report: string | undefined,
  out: string | undefined,
): "usage.reportOut" | "usage.reportKind" | null {
  if (report === undefined && out === undefined) return null;
  if (report === undefined || out === undefined) return "usage.reportOut";
  const kind = (path: string): string => /\.[^./\\]*$/.exec(path)?.[0].toLowerCase() ?? "";
  return kind(report) === kind(out) ? null : "usage.reportKind";
}

export function isUsageError(call: Call | UsageError): call is UsageError {
  return "code" in call;
}

function isCommand(word: string): word is Command {
  return Object.hasOwn(COMMANDS, word);
}

function parseWords(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    return { option: optionIn(error, words) };
  }
}

/** `parseArgs` throws a TypeError whose text names the option in quotes. */
function optionIn(error: unknown, words: readonly string[]): string {
  const quoted = error instanceof Error ? /'(-[^' ]*)/.exec(error.message)?.[1] : undefined;
  return quoted ?? words.find((word) => word.startsWith("-")) ?? "";
}
