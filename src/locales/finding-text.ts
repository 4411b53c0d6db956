/** Findings as sentences: what is wrong, with the values, and what to do. */
import { formatNumber, isMessageKey, say, type Locale, type MessageKey } from ".";

/** What a sentence needs of a finding. */
export interface FindingWords {
  readonly class: "mustFix" | "explain" | "note";
  readonly code: string;
  readonly params: Readonly<Record<string, string | number | null>>;
  readonly values: Readonly<Record<string, string | number | null>> | null;
  /** What staff wrote in the template, where the rule is theirs. */
  readonly message?: string;
  readonly advice?: string;
}

/** The whole message: what is wrong, the likely cause, and what to do or why the unit says that it is right. */
export function sayFinding(locale: Locale, finding: FindingWords): string {
  const { message, cause, next } = sentencesOf(locale, finding);
  return join(locale, message, cause, next);
}

/** The same message for a table: what is wrong and the likely cause, and beside it what to do; empty where it says neither. */
export function sayFindingParts(locale: Locale, finding: FindingWords): { what: string; mend: string } {
  const { message, cause, next } = sentencesOf(locale, finding);
  if (next !== "") return { what: join(locale, message, cause), mend: next };
  const split = askingAt(locale, message);
  return {
    what: join(locale, message.slice(0, split).trim(), cause),
    mend: message.slice(split).trim(),
  };
}

interface Sentences {
  readonly message: string;
  readonly cause: string;
  /** Empty where the message itself says what to do. */
  readonly next: string;
}

function sentencesOf(locale: Locale, finding: FindingWords): Sentences {
  const params = paramsOf(locale, finding);
  if ("beside" in finding.params)
    return { message: besideText(locale, finding.code, params), cause: "", next: "" };
  return {
    message:
      finding.message === undefined
        ? join(locale, conditionOf(locale, params), say(locale, keyOf(finding), params))
        : fillIn(finding.message, params),
    cause: "slip" in finding.params ? say(locale, "finding.slip", params) : "",
    next: finding.params["explained"]
      ? say(locale, explainedKey(finding), params)
      : adviceOf(locale, finding, params),
  };
}

/** A file that could not be read, of a unit of which another was: what it is, and that nothing has to be done. */
function besideText(locale: Locale, code: string, params: Readonly<Record<string, string | number>>): string {
  const kind = `file.kind.${code}`;
  return say(locale, "file.beside", {
    ...params,
    kind: say(locale, isMessageKey(kind) ? kind : "file.kind"),
  });
}

function join(locale: Locale, ...sentences: readonly string[]): string {
  return sentences.filter((text) => text !== "").join(locale === "zh-CN" ? "" : " ");
}

/** Where the sentences begin that say what to do: at the first that asks, else at the last one. Quoted texts do not count. */
function askingAt(locale: Locale, message: string): number {
  const bare = message.replace(/“[^“”]*”/g, (quoted) => "x".repeat(quoted.length));
  const ends = [...bare.matchAll(locale === "zh-CN" ? /[。；](?=.)/g : /[.;:] (?=.)/g)].map(
    ({ index, 0: end }) => index + end.length,
  );
  return ends.find((at) => bare.startsWith("请", at)) ?? ends.at(-1) ?? message.length;
}

/** Where a relation is asked under a condition only, that comes first. */
function conditionOf(locale: Locale, params: Readonly<Record<string, string | number>>): string {
  return "when" in params ? say(locale, "finding.relation.when", params) : "";
}

/** Whose reason it is: the unit's own, beside the line or in its 退回单, or the county's. */
function explainedKey({ params }: FindingWords): MessageKey {
  if ("explainedIn" in params) return "finding.explained.answer";
  return params["explainedBy"] === "county" ? "finding.explained.county" : "finding.explained";
}

/** What to say of a file that cannot be read: some kinds of file have a sentence of their own. */
export function unreadableKey({ code, params }: Pick<FindingWords, "code" | "params">): MessageKey {
  const keys = [`file.unreadable.${code}.${params["format"] ?? ""}`, `file.unreadable.${code}`];
  return keys.find(isMessageKey) ?? "file.unreadable.F04";
}

/** A file's defects have words of their own: read all the same, or not at all. A code's variants, a file's formats have each their own. */
function keyOf({ class: findingClass, code, params }: FindingWords): MessageKey {
  const variant = `finding.${code}.${params["variant"] ?? ""}`;
  const aboutFile = findingClass === "note" ? `file.notice.${code}` : `file.unreadable.${code}`;
  const aboutKind = `${aboutFile}.${params["format"] ?? ""}`;
  const own = [variant, aboutKind, aboutFile, `finding.${code}`].find(isMessageKey);
  if (own !== undefined) return own;
  if (typeof params["relation"] !== "string") throw new Error(`no message for findings of code ${code}`);
  if ("whole" in params) return "finding.relation.whole";
  const said = `finding.relation.${params["said"] ?? ""}`;
  if (isMessageKey(said)) return said;
  // Written by a program that did not yet say a relation by the names of its lines.
  return params["variant"] === "condition" ? "finding.relation.condition" : "finding.relation";
}

/** What a plausibility check or a rule without words asks for follows from its class; other messages say it themselves. */
function adviceOf(
  locale: Locale,
  finding: FindingWords,
  params: Readonly<Record<string, string | number>>,
): string {
  if (finding.advice) return fillIn(finding.advice, params);
  if (finding.message !== undefined) return "";
  const asksByClass = /^P\d/.test(finding.code) || keyOf(finding).startsWith("finding.relation");
  return asksByClass ? say(locale, `advice.${finding.class}`) : "";
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
function paramsOf(locale: Locale, { params, values }: FindingWords): Record<string, string | number> {
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
  for (const name of READ_OUT) {
    const text = all[name];
    if (typeof text === "string") all[name] = fitted(locale, name, text);
  }
  const format = `file.format.${all["format"]}`;
  if (isMessageKey(format)) all["format"] = say(locale, format);
  return all;
}

/** The two numbers that a message shows with their difference; that is then the difference of what is shown. */
function shownPair(values: FindingWords["values"]): [number | null, number | null] {
  const number = (name: string): number | null => {
    const value = values?.[name];
    return typeof value === "number" ? value : null;
  };
  return [number("value") ?? number("left"), number("lastYear") ?? number("right")];
}

function twoDecimals(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Fills what staff wrote; a placeholder they misspelt stays visible. */
function fillIn(text: string, params: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    return value === undefined ? whole : typeof value === "number" ? formatNumber("zh-CN", value) : value;
  });
}
