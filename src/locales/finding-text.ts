/** Findings as sentences: what is wrong, with the values, and what to do. */
import type { PlausibilityCode } from "../findings/catalogue";
import type { FindingCode } from "../findings/finding-code";
import { formatNumber, isMessageKey, say, type Locale, type MessageKey, type MessageParams } from ".";

/** What a sentence needs of a finding. */
export interface FindingParams {
  readonly class: "mustFix" | "explain" | "note";
  readonly code: FindingCode;
  readonly params: Readonly<Record<string, string | number | null>>;
  readonly values: Readonly<Record<string, string | number | null>> | null;
  /** What staff wrote in the template, where the rule is theirs. */
  readonly message?: string;
  readonly advice?: string;
}

/** The whole message: what is wrong, the likely cause, and what to do or why the unit says that it is right. */
export function sayFinding(locale: Locale, finding: FindingParams): string {
  const { message, remedy, cause, next } = sentencesOf(locale, finding);
  return join(locale, message, remedy, cause, next);
}

/**
 * The same message for a 退回单, spoken to the unit: what is wrong and the likely cause, and beside it what the unit has
 * to do; empty where nothing is asked. Of what staff wrote as one text nothing is cut off: it is the problem, and its class says what to do.
 */
export function sayFindingParts(locale: Locale, finding: FindingParams): { what: string; mend: string } {
  const { message, remedy, cause, next } = sentencesOf(locale, finding);
  const own = join(locale, forUnit(locale, finding) ?? remedy, next);
  const byClass = finding.message === undefined ? "" : say(locale, `advice.${finding.class}`);
  return { what: join(locale, message, cause), mend: own === "" ? byClass : own };
}

/** What the unit does where the message asks the county: to choose a file again, or to ask the unit. Else null. */
function forUnit(locale: Locale, finding: FindingParams): string | null {
  if (finding.message !== undefined || "beside" in finding.params) return null;
  const key = keyOf(finding);
  const own = key.startsWith("file.unreadable.") || key === "finding.D01" ? "file.unit" : `${key}.unit`;
  return isMessageKey(own) ? say(locale, own, paramsOf(locale, finding)) : null;
}

/** A message whose remedy is an entry of its own, `key.mend`, as one text. */
export function sayWhole(locale: Locale, key: MessageKey, params: MessageParams): string {
  return join(locale, say(locale, key, params), remedyOf(locale, key, params));
}

function remedyOf(locale: Locale, key: MessageKey, params: MessageParams): string {
  const remedy = `${key}.mend`;
  return isMessageKey(remedy) ? say(locale, remedy, params) : "";
}

interface Sentences {
  readonly message: string;
  /** What the message of this code asks for. */
  readonly remedy: string;
  readonly cause: string;
  /** What the rule or the class asks for, or the reason that was given. */
  readonly next: string;
}

function sentencesOf(locale: Locale, finding: FindingParams): Sentences {
  const params = paramsOf(locale, finding);
  if ("beside" in finding.params) {
    const beside = besideParams(locale, finding.code, params);
    return { ...saidOf(locale, "file.beside", beside), cause: "", next: "" };
  }
  const said =
    finding.message === undefined
      ? saidOf(locale, keyOf(finding), params)
      : { message: fillIn(finding.message, params), remedy: "" };
  const condition = finding.message === undefined ? conditionOf(locale, params) : "";
  return {
    message: join(locale, condition, said.message),
    remedy: said.remedy,
    cause: "slip" in finding.params ? say(locale, "finding.slip", params) : "",
    next: finding.params["explained"]
      ? say(locale, explainedKey(finding), params)
      : adviceOf(locale, finding, params),
  };
}

function saidOf(
  locale: Locale,
  key: MessageKey,
  params: MessageParams,
): Pick<Sentences, "message" | "remedy"> {
  return { message: say(locale, key, params), remedy: remedyOf(locale, key, params) };
}

/** A file that could not be read, of a unit of which another was: what kind of file it is. */
function besideParams(locale: Locale, code: FindingCode, params: MessageParams): MessageParams {
  const kind = `file.kind.${codeText(code)}`;
  return { ...params, kind: say(locale, isMessageKey(kind) ? kind : "file.kind") };
}

function join(locale: Locale, ...sentences: readonly string[]): string {
  return sentences.filter((text) => text !== "").join(locale === "zh-CN" ? "" : " ");
}

/** Where a relation is asked under a condition only, that comes first. */
function conditionOf(locale: Locale, params: Readonly<Record<string, string | number>>): string {
  return "when" in params ? say(locale, "finding.relation.when", params) : "";
}

/** Whose reason it is: the unit's own, beside the line or in its 退回单, or the county's. */
function explainedKey({ params }: FindingParams): MessageKey {
  if ("explainedIn" in params) return "finding.explained.answer";
  return params["explainedBy"] === "county" ? "finding.explained.county" : "finding.explained";
}

interface UnreadableFile extends Pick<FindingParams, "params"> {
  readonly code: string;
}

/** What to say of a file that cannot be read: some kinds of file have a sentence of their own. */
export function unreadableKey({ code, params }: UnreadableFile): MessageKey {
  const keys = [`file.unreadable.${code}.${params["format"] ?? ""}`, `file.unreadable.${code}`];
  return keys.find(isMessageKey) ?? "file.unreadable.F04";
}

/** A file's defects have words of their own: read all the same, or not at all. A code's variants, a file's formats have each their own. */
function keyOf({ class: findingClass, code, params }: FindingParams): MessageKey {
  if (typeof code !== "string") return relationKey(params);
  const variant = `finding.${code}.${params["variant"] ?? ""}`;
  const aboutFile = findingClass === "note" ? `file.notice.${code}` : `file.unreadable.${code}`;
  const aboutKind = `${aboutFile}.${params["format"] ?? ""}`;
  const own = [variant, aboutKind, aboutFile, `finding.${code}`].find(isMessageKey);
  if (own === undefined) throw new Error(`no message for findings of code ${code}`);
  return own;
}

/** What a rule of the template says where staff wrote no message. */
function relationKey(params: FindingParams["params"]): MessageKey {
  if ("whole" in params) return "finding.relation.whole";
  const said = `finding.relation.${params["said"] ?? ""}`;
  if (isMessageKey(said)) return said;
  // Written by a program that did not yet say a relation by the names of its lines.
  return params["variant"] === "condition" ? "finding.relation.condition" : "finding.relation";
}

/** What a plausibility check or a rule without words asks for follows from its class; other messages say it themselves. */
function adviceOf(
  locale: Locale,
  finding: FindingParams,
  params: Readonly<Record<string, string | number>>,
): string {
  if ("proposedFrom" in finding.params) return say(locale, "advice.proposed", params);
  if (finding.advice) return fillIn(finding.advice, params);
  if (finding.message !== undefined) return "";
  const { code } = finding;
  const asksByClass = typeof code === "string" ? Object.hasOwn(ASKED_BY_CLASS, code) : true;
  return asksByClass ? say(locale, `advice.${finding.class}`) : "";
}

const ASKED_BY_CLASS: Readonly<Record<PlausibilityCode, true>> = {
  ...{ P01: true, P02: true, P03: true, P04: true, P05: true },
  ...{ P06: true, P07: true, P08: true, P10: true },
};

function codeText(code: FindingCode): string {
  return typeof code === "string" ? code : code.number;
}

/** A relation's parts, read out in the words of the rule language. */
const READ_OUT = ["subject", "other", "whole", "when"] as const;

/** English puts what is Chinese in quotation marks: those within are then inner ones. Chinese parts figures from words. */
function fitted(locale: Locale, name: (typeof READ_OUT)[number], text: string): string {
  if (locale === "en-US") return text.replace(/“/g, "‘").replace(/”/g, "’");
  return name === "subject" || name === "other" ? text.replace(/\d$/, "$& ") : text;
}

/** What a sentence quotes at most. */
const LONGEST_QUOTE = 300;

/** Of a long list the first names and their number, of a long text its beginning. */
function brief(locale: Locale, text: string): string {
  if (text.length <= LONGEST_QUOTE) return text;
  const head = text.slice(0, LONGEST_QUOTE).replace(/[\ud800-\udbff]$/, "");
  const end = head.lastIndexOf("、");
  if (end < 0) return say(locale, "value.cut", { text: head, count: text.length });
  return say(locale, "value.more", { list: head.slice(0, end), count: text.split("、").length });
}

/** A missing side of a relation is said, never left out. */
function paramsOf(locale: Locale, { code, params, values }: FindingParams): Record<string, string | number> {
  const all: Record<string, string | number> = {};
  for (const [name, value] of Object.entries({ ...values, ...params })) {
    all[name] = typeof value === "string" ? brief(locale, value) : (value ?? say(locale, "value.blank"));
  }
  for (const name of ["difference", "points"]) {
    const [a, b] = shownPair(values);
    if (typeof all[name] === "number" && a !== null && b !== null) {
      const shown = Math.abs(twoDecimals(a) - twoDecimals(b));
      if (Math.abs(shown - Math.abs(all[name])) < 0.02) all[name] = twoDecimals(shown);
    }
  }
  // What is written on the cover is quoted as it is.
  if (code === "S05" && params["variant"] !== "cover")
    for (const name of ["found", "wanted", "lastYear"])
      if (name in all) all[name] = periodWords(locale, String(all[name]));
  for (const name of READ_OUT) {
    const text = all[name];
    if (typeof text === "string") all[name] = fitted(locale, name, text);
  }
  const format = `file.format.${all["format"]}`;
  if (isMessageKey(format)) all["format"] = say(locale, format);
  return all;
}

const PERIOD = /^(\d{4})(?:H([12])|Q([1-4])|-(\d{2}))?$/;

/** `2020-06` → `2020 年 6 月`; what is no period stays. */
function periodWords(locale: Locale, text: string): string {
  const [, year, half, quarter, month] = PERIOD.exec(text) ?? [];
  if (year === undefined) return text;
  const number = Number(quarter ?? month ?? 1);
  const part = month !== undefined ? "month" : quarter !== undefined ? "quarter" : "year";
  const ofHalf = half === "1" ? "firstHalf" : "secondHalf";
  return say(locale, `period.${half === undefined ? part : ofHalf}`, { year, number });
}

/** The two numbers that a message shows with their difference; that is then the difference of what is shown. */
function shownPair(values: FindingParams["values"]): [number | null, number | null] {
  const number = (name: string): number | null => {
    const value = values?.[name];
    return typeof value === "number" ? value : null;
  };
  return [number("value") ?? number("left"), number("lastYear") ?? number("right")];
}

/** As messages write it. */
function twoDecimals(value: number): number {
  return Number(formatNumber("en-US", value));
}

/** Fills what staff wrote; a placeholder they misspelt stays visible. */
function fillIn(text: string, params: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    return value === undefined ? whole : typeof value === "number" ? formatNumber("zh-CN", value) : value;
  });
}
