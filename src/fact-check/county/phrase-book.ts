/** Which line of the template a phrase means, if it means one and nothing narrower. */
import { coreLabel } from "../../intake/labels";
import { parseMeasure } from "../../intake/normalise/measures";
import { PHRASES } from "../../template/builtin/phrases";
import type { Indicator, Template } from "../../template/template";
import { indicatorsOf } from "../../template/template-index";
import { unitParts } from "../claim";
import { fold } from "../../workbook/fold";
import { ACTIONS, FILLERS } from "./phrases";

interface Phrase {
  readonly indicator: Indicator;
  /** One word of each group must be there. */
  readonly groups: readonly (readonly string[])[];
  /** The words that may be there, with those that must, and the fillers; longest first. */
  readonly words: readonly string[];
  /** A line that must have been named before in the sentence. */
  readonly after: string | null;
  /** May mean less than the line. */
  readonly loose: boolean;
}

export interface Meaning {
  readonly indicator: Indicator;
  /** The number may be held against the line; false where phrase or measure leave room for another meaning. */
  readonly sure: boolean;
}

/** Has `whole` been spoken of, so that a few words can mean `line` of it? */
export type Named = (whole: string, line: string) => boolean;

/** Longer phrases say more than any line's name. */
const LONGEST = 60;
/** Measures that people use for one another; a number that differs proves nothing then. */
const LOOSE_MEASURES = ["场 次 期 场次", "个 所 家 处 支", "份 篇 件 本 册", "部 期 个 集"].map((words) =>
  words.split(" "),
);
/** What a count of units is given in. */
const UNITS_COUNTED = new Set(["个", "家"]);

const CONNECTIVES = ["和", "、", "与", "及"];

const books = new WeakMap<Template, PhraseBook>();

/** Made once for a template: every text is checked by it. */
export function phraseBookOf(template: Template): PhraseBook {
  let book = books.get(template);
  if (!book) books.set(template, (book = new PhraseBook(template)));
  return book;
}

export class PhraseBook {
  private readonly phrases: readonly Phrase[];

  constructor(template: Template) {
    const codes = codesByName(template);
    this.phrases = indicatorsOf(template).flatMap((indicator) => {
      const known = codes.get(indicator.name) === indicator.code ? PHRASES[indicator.name] : undefined;
      return (known ?? [nameAsPhrase(indicator)]).flatMap(
        (text) => parsePhrase(text, indicator, codes) ?? [],
      );
    });
  }

  /**
   * The lines that a number between these two texts means, with this unit of measure. Every character of
   * both must be explained by the line's own words or by words that narrow nothing. Of several the one that explains most; of equals all.
   */
  meanings(left: string, right: string, unit: string, named: Named): Meaning[] {
    const parts = [plain(left), plain(right)];
    if (parts.join("").length > LONGEST) return [];
    const found = this.phrases.flatMap((phrase) => {
      const fit = fits(unit, phrase.indicator);
      if (fit === "no" || (phrase.after !== null && !named(phrase.after, phrase.indicator.code))) return [];
      const weight = weigh(phrase, parts);
      return weight === 0 ? [] : [{ phrase, weight, sure: fit === "yes" && !phrase.loose }];
    });
    const most = Math.max(...found.map(({ weight }) => weight));
    const best = new Map<Indicator, boolean>();
    for (const { phrase, weight, sure } of found) {
      if (weight === most) best.set(phrase.indicator, sure || best.get(phrase.indicator) === true);
    }
    return [...best].map(([indicator, sure]) => ({ indicator, sure }));
  }

  /** Does the line's name or one of its phrases have the words in it? */
  isAbout(code: string, words: string, unit: string): boolean {
    const part = plain(words);
    return this.phrases.some(
      ({ indicator, groups }) =>
        indicator.code === code &&
        fits(unit, indicator) === "yes" &&
        [indicator.name, ...groups.flat()].some((word) => word.includes(part)),
    );
  }

  /** Is this a measure of what the line counts? */
  counts(code: string, unit: string): boolean {
    return this.phrases.some(({ indicator }) => indicator.code === code && fits(unit, indicator) !== "no");
  }

  /** Is nothing said but what narrows nothing? */
  saysNothing(text: string): boolean {
    return covered(plain(text), NEUTRAL);
  }
}

const NEUTRAL = byLength([...FILLERS, ...ACTIONS, ...CONNECTIVES]);

/** NFKC without white space, quotation marks and invisible characters. */
function plain(text: string): string {
  return fold(text)
    .replace(/[\s“”"「」『』‘’'《》\u00ad\u200b-\u200f\ufeff]/g, "")
    .replace(/^[、和及与]+/, "");
}

/** The items' codes by their names; of a name that several items have none. */
function codesByName(template: Template): Map<string, string> {
  const codes = new Map<string, string>();
  const twice = new Set<string>();
  for (const { name, code } of indicatorsOf(template)) {
    if (codes.has(name)) twice.add(name);
    codes.set(name, code);
  }
  for (const name of twice) codes.delete(name);
  return codes;
}

/**
 * An item that we know no phrases of is meant by the words of its name: `1.承兑汇票 · 余额/发生额` by 承兑汇票 with 余额 or
 * 发生额, `提供担保,其中:人民币` by 提供担保 and 人民币; 残疾人总数 also by 残疾人.
 */
function nameAsPhrase({ name }: Indicator): string {
  const words = fold(name)
    .replace(/\([^()]*\)/g, "")
    .split(/[·,，:：;；—]+/)
    .map((piece) =>
      coreLabel(piece.trim())
        .replace(/^[\d.、]+/, "")
        .replace(/[|[\]\s@~]/g, ""),
    )
    .filter((piece) => piece !== "" && piece !== "其中");
  return words.map(waysToSay).join(" ") || "\u0000";
}

function waysToSay(piece: string): string {
  const parts = piece.split("/").filter((part) => part !== "");
  return [...new Set(parts.flatMap((part) => [part, ...withoutAmount(part)]))].join("|");
}

/** What reports leave out of a name, where enough is left to say what is counted: 低保户数 is 低保户 or 低保. */
function withoutAmount(word: string): string[] {
  return AMOUNTS.filter((amount) => word.endsWith(amount) && word.length - amount.length >= 2).map((amount) =>
    word.slice(0, -amount.length),
  );
}

const AMOUNTS = [
  "总人数",
  "总户数",
  "总金额",
  "总数量",
  "总数",
  "总额",
  "总量",
  "人数",
  "户数",
  "金额",
  "数量",
  "数",
];

/** `@已建关工委组织总数 ~达标 [组织|关工委]`; null where the template has no item of the name. */
function parsePhrase(text: string, indicator: Indicator, codes: ReadonlyMap<string, string>): Phrase | null {
  const [lead = "", named] = /^@(\S+) /.exec(text) ?? [];
  const after = named === undefined ? null : codes.get(named);
  if (after === undefined) return null;
  const rest = text.slice(lead.length);
  const loose = rest.startsWith("~");
  const parts = rest.replace(/^~/, "").split(" ");
  const optional = parts
    .filter((part) => part.startsWith("["))
    .flatMap((part) => part.slice(1, -1).split("|"));
  const groups = parts.filter((part) => !part.startsWith("[")).map((part) => part.split("|"));
  const flow = indicator.aggregation === "sum" || indicator.aggregation === "count";
  const neutral = [...FILLERS, ...CONNECTIVES, ...(flow ? ACTIONS : [])];
  return { indicator, groups, words: byLength([...groups.flat(), ...optional, ...neutral]), after, loose };
}

function byLength(words: readonly string[]): string[] {
  return [...new Set(words)].sort((a, b) => b.length - a.length);
}

/** How much of the texts the line's own words explain; 0 where a word is missing or something stays unexplained. */
function weigh({ groups, words }: Phrase, parts: readonly string[]): number {
  let weight = 0;
  for (const group of groups) {
    const word = longestIn(group, parts);
    if (word === 0) return 0;
    weight += word;
  }
  return parts.every((part) => covered(part, words)) ? weight : 0;
}

function longestIn(group: readonly string[], parts: readonly string[]): number {
  return Math.max(
    0,
    ...group.filter((word) => parts.some((part) => part.includes(word))).map((word) => word.length),
  );
}

/** Can the text be cut into these words without a rest? */
function covered(text: string, words: readonly string[]): boolean {
  const reached = new Array<boolean>(text.length + 1).fill(false);
  reached[0] = true;
  for (let at = 0; at < text.length; at++) {
    if (!reached[at]) continue;
    for (const word of words) if (text.startsWith(word, at)) reached[at + word.length] = true;
  }
  return reached[text.length]!;
}

/** 人 and 人次 never fit each other. */
function fits(unit: string, { measure, kind }: Indicator): "yes" | "perhaps" | "no" {
  const { base } = unitParts(unit);
  if (kind === "yesNo") return UNITS_COUNTED.has(base) ? "yes" : "no";
  if (kind === "percent") return unit === "%" || unit === "成" ? "yes" : "no";
  if (unit === "万" || unit === "亿") return kind === "amount" ? "perhaps" : "no";
  // Without a measure the name says which item it is, but not in what it counts.
  if (measure === "") return kind === "whole" || kind === "decimal" || kind === "amount" ? "perhaps" : "no";
  const own = parseMeasure(measure);
  if (eitherOf(base).some((word) => own.words.has(word) || own.base === word)) return "yes";
  const loose = LOOSE_MEASURES.some(
    (group) => group.includes(base) && [...own.words].some((word) => group.includes(word)),
  );
  return loose ? "perhaps" : "no";
}

/** 人(次) is either 人 or 人次. */
function eitherOf(base: string): string[] {
  const [, short, more] = /^(.)\((.)\)$/.exec(base) ?? [];
  return short === undefined ? [base] : [short, `${short}${more}`];
}
