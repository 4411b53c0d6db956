import { checkText } from "../../src/fact-check/check-text";
import type { CheckedClaim } from "../../src/fact-check/checked";
import { builtInTemplate } from "../../src/template/builtin";
import { indicatorsOf } from "../../src/template/template-index";
import { renamed, withRenamedCodes } from "../template/renamed-codes";
import type { CountyFacts } from "../../src/annual-report/county-facts";
import { countyOf2020 } from "./county-of-2020";
import { SENTENCES, UNCHECKABLE } from "./sentences";

const SLOT = /\{(\??)([^|}]*)\|([^|}]*)\}/g;

interface Slot {
  readonly open: boolean;
  /** Where it is in the text, and what is there. */
  readonly start: number;
  readonly words: string;
}

/** The sentence with what is right in every slot, but what is wrong in this one. */
function filled(sentence: string, wrong: number | null): { readonly text: string; readonly slots: Slot[] } {
  const slots: Slot[] = [];
  let text = "";
  let end = 0;
  for (const match of sentence.matchAll(SLOT)) {
    text += sentence.slice(end, match.index);
    const words = match[slots.length === wrong ? 3 : 2]!;
    slots.push({ open: match[1] === "?", start: text.length, words });
    text += words;
    end = match.index + match[0].length;
  }
  return { text: text + sentence.slice(end), slots };
}

const check = (text: string): CheckedClaim[] => checkText(text, builtInTemplate, countyOf2020);
const accused = (claims: readonly CheckedClaim[]): string[] =>
  claims.flatMap(({ claim, verdict }) => (verdict === "disagrees" ? claim.text : []));

/** What is said of the number in the slot. */
function verdictAt(claims: readonly CheckedClaim[], { start, words }: Slot): string {
  const found = claims.find(({ claim }) => claim.start < start + words.length && claim.end > start);
  return `${words} ${found?.verdict ?? "is no number"}`;
}

describe("a sentence as reports have it", () => {
  it.each(SENTENCES)("is told right from wrong: %s", (sentence) => {
    const right = filled(sentence, null);
    const claims = check(right.text);
    expect(accused(claims)).toEqual([]);
    expect(right.slots.filter(({ open }) => !open).map((slot) => verdictAt(claims, slot))).toEqual(
      right.slots.filter(({ open }) => !open).map(({ words }) => `${words} agrees`),
    );
    const wrong = right.slots.map((_, i) => {
      const { text, slots } = filled(sentence, i);
      return { slot: slots[i]!, verdict: verdictAt(check(text), slots[i]!) };
    });
    expect(wrong.map(({ verdict }) => verdict)).toEqual(
      wrong.map(({ slot: { words, open } }) => `${words} ${open ? "untied" : "disagrees"}`),
    );
  });

  it.each(UNCHECKABLE)("is not accused of what no line says: %s", (sentence) => {
    expect(accused(check(sentence))).toEqual([]);
  });
});

describe("the codes of the lines", () => {
  it("are the template's: with other codes every verdict is the same", () => {
    const template = withRenamedCodes(builtInTemplate);
    const codes = new Map(indicatorsOf(builtInTemplate).map(({ code }) => [renamed(code), code]));
    const county: CountyFacts = {
      ...countyOf2020,
      template,
      figure: (code, unit, year) => countyOf2020.figure(codes.get(code) ?? code, unit, year),
    };
    const verdicts = (claims: readonly CheckedClaim[]): string[] =>
      claims.map(({ claim, verdict, expected }) => `${claim.text} ${verdict} ${expected}`);
    const texts = [...SENTENCES, ...UNCHECKABLE].map((sentence) => filled(sentence, 0).text);
    expect(texts.map((text) => verdicts(checkText(text, template, county)))).toEqual(
      texts.map((text) => verdicts(check(text))),
    );
  });
});
