/** Numbers that are kept as text: 12人, 5.2万, 约120, 三十五, 2③ and everything else that people type. */
import type { CheckCode } from "../../findings/catalogue";
import type { RuleClass } from "../../rules/rule";
import { CHINESE_NUMERAL, isRoughNumeral, withChineseZeros } from "./chinese-numerals";
import { clean } from "./clean";
import { withoutFootnotes, type WithoutFootnote } from "./footnotes";
import { bareUnit, isMeasureWord, parseMeasure, type Measure } from "./measures";
import { fifteenDigits } from "../../workbook/rounding";
import { ARABIC, parseQuantity, toNumber, type Quantity } from "./quantity";
import type { CellSpec, Reading, ReadSettings } from "./reading";
import { blank, filled, logged, refused, unlessConfirmed } from "./reading";
import { lettersMeant, negativeMeant, severalNumbers, withFraction } from "./several-numbers";
import { readWord } from "./words";

const PLAIN = new RegExp(`^${ARABIC}$`);
const SCIENTIFIC = /^[+-]?\d+(?:\.\d+)?E[+-]?\d+$/i;
/** Beyond this many digits neither Excel nor we keep every one. */
const DIGITS_KEPT = 15;

/** D49: what a calculation left behind the fifteenth digit is nobody's figure. */
export function withoutNoise(value: number, spec: CellSpec): number {
  const whole = Math.round(value);
  const counts = spec.kind === "whole" || spec.kind === "amount";
  return counts && Math.abs(value - whole) < 1e-9 ? whole : fifteenDigits(value);
}

/** A text where a number belongs, in the order: nothing, a word, plain digits, digits with company, anything else. */
export function readNumberText(raw: string, spec: CellSpec, settings: ReadSettings): Reading {
  const { text: cleaned, steps } = clean(raw);
  const text = withChineseZeros(cleaned);
  if (text === "") return blank();
  const word = readWord(raw, text, spec, settings);
  if (word) return word;
  const unmarked = withoutFootnotes(text.replace(/\s+/g, ""));
  if (unmarked) return readMarked(raw, unmarked, spec, settings);
  // Decimals may be as long as a calculation leaves them; digits before the point that Excel cannot keep are lost.
  if (SCIENTIFIC.test(text) || text.replace(/\.\d+/g, "").replace(/\D/g, "").length > DIGITS_KEPT) {
    return refused(raw, { code: "D44", class: "explain", variant: "scientific" });
  }
  if (PLAIN.test(text)) return plainDigits(raw, text, steps, spec, settings);
  return readCompany(raw, text, steps, spec, settings);
}

/** D39: a footnote mark is no digit. The number beside it counts, and is asked about; what makes it unclear goes first. */
function readMarked(
  raw: string,
  { text, unclear }: WithoutFootnote,
  spec: CellSpec,
  settings: ReadSettings,
): Reading {
  if (unclear) return refused(raw, { code: "D39", class: "explain", params: { parts: raw } });
  const bare = readNumberText(text, spec, settings);
  const { value, approximate, defect } = bare;
  if (typeof value === "number" && (defect === undefined || defect.class === "note")) {
    const steps = [...bare.steps, "D39"];
    return logged(raw, value, { code: "D39", class: "explain", variant: "mark" }, { steps, approximate });
  }
  return { ...bare, raw, ...(defect ? { defect: { ...defect, params: { ...defect.params, raw } } } : {}) };
}

/** 5.5: what needed only trimming, NFKC or its separators is silent; bare digits in a text cell are D31. */
function plainDigits(
  raw: string,
  text: string,
  cleaning: readonly string[],
  spec: CellSpec,
  { untyped }: ReadSettings,
): Reading {
  const value = withoutNoise(toNumber(text), spec);
  if (text.includes(",")) return filled(raw, value, [...cleaning, "D35"]);
  if (cleaning.length > 0 || untyped) return filled(raw, value, cleaning);
  return logged(raw, value, { code: "D31", class: "note" });
}

function readCompany(
  raw: string,
  text: string,
  cleaning: readonly string[],
  spec: CellSpec,
  settings: ReadSettings,
): Reading {
  // A space between digits may part two numbers; any other one says nothing.
  const joined = (/\d\s+\d/.test(text) ? text : text.replace(/\s+/g, "")).replace(/[.。,、;]+$/, "");
  const rate = spec.kind === "percent" ? percentText(raw, joined, spec, settings) : undefined;
  if (rate) return rate;
  const odd = oddShape(raw, joined, spec);
  if (odd) return odd;
  // m2 and m3, typed without a superscript.
  const quantity = parseQuantity(joined.replace(/([mM])([23])$/, (_, m, n) => m + (n === "2" ? "²" : "³")));
  if (!quantity) return unreadable(raw, text, spec);
  return fromQuantity(raw, quantity, cleaning, spec, settings);
}

/** Shapes that would look like a number with something behind it: 十几, 5½, 1O, △8. */
function oddShape(raw: string, text: string, spec: CellSpec): Reading | undefined {
  if (isVague(text)) return refused(raw, { code: "D37", class: "explain", variant: "vague" });
  const proposed = (code: CheckCode, cls: RuleClass, variant: string, proposal: number): Reading =>
    refused(raw, { code, class: cls, variant, params: { parts: raw }, proposal });
  const fraction = withFraction(text);
  if (fraction !== undefined) return proposed("D39", "explain", "proposal", fraction);
  const letters = lettersMeant(text);
  if (letters !== undefined) return proposed("F21", "mustFix", "proposal", letters);
  const negative = negativeMeant(text, spec.measure);
  return negative === undefined ? undefined : proposed("D42", "explain", "negative", negative);
}

/** D43: 80.7%, 百分之八十; 八成五. In a line of percentage points % is another unit of measure, refused by what follows. */
function percentText(raw: string, text: string, spec: CellSpec, settings: ReadSettings): Reading | undefined {
  if (parseMeasure(spec.measure).base !== "%") return undefined;
  const tenths = /^([一二三四五六七八九]|\d(?:\.\d)?)成([一二三四五六七八九]?)$/.exec(text);
  if (tenths) {
    const [whole, half] = tenths.slice(1).map((part) => parseQuantity(part)?.value ?? 0);
    return logged(raw, fifteenDigits(whole! * 10 + half!), { code: "D43", class: "note" });
  }
  const number = /^(.+)%$/.exec(text)?.[1] ?? /^百分之(.+)$/.exec(text)?.[1];
  const quantity = number === undefined ? null : parseQuantity(number);
  if (!quantity || quantity.unit !== "") return undefined;
  if (quantity.approximate)
    return approximately(raw, quantity.value, ["D37", "D43"], unlessConfirmed("D37", settings));
  return logged(raw, quantity.value, { code: "D43", class: "note" });
}

function fromQuantity(
  raw: string,
  quantity: Quantity,
  cleaning: readonly string[],
  spec: CellSpec,
  settings: ReadSettings,
): Reading {
  const measure = parseMeasure(spec.measure);
  const unit = bareUnit(quantity.unit);
  const isOwn = unit === "" || spec.measure === "" || measure.words.has(unit);
  if (!isOwn) return otherUnit(raw, quantity, unit, spec);
  const { value, converted } = inMeasure(quantity, unit, measure);
  const steps = [
    ...cleaning,
    ...(quantity.approximate || quantity.unsure ? ["D37"] : []),
    ...(converted ? ["D33"] : []),
    ...(quantity.chinese ? ["D38"] : []),
    ...(unit === "" ? [] : ["D32"]),
  ];
  if (quantity.approximate) return approximately(raw, value, steps, unlessConfirmed("D37", settings));
  if (quantity.unsure)
    return logged(
      raw,
      value,
      { code: "D37", class: "explain", variant: "unsure" },
      { steps, approximate: true },
    );
  const code = converted ? "D33" : quantity.chinese ? "D38" : unit === "" ? "D31" : "D32";
  const cls = converted ? unlessConfirmed("D33", settings) : "note";
  return logged(raw, value, { code, class: cls, params: { measure: spec.measure } }, { steps });
}

/** 5.2万 in a line of 元 is converted; 5万字 in a line of 万字 is 5 as it stands, 50000字 is converted. */
function inMeasure(
  quantity: Quantity,
  unit: string,
  measure: Measure,
): { value: number; converted: boolean } {
  if (measure.scale === 1) return { value: quantity.value, converted: quantity.magnitude };
  const inBase = unit !== "" || quantity.tenThousands;
  const asWritten = unit !== "" && quantity.tenThousands;
  return {
    value: inBase ? fifteenDigits(quantity.value / measure.scale) : quantity.value,
    converted: inBase && !asWritten,
  };
}

function approximately(raw: string, value: number, steps: readonly string[], cls: RuleClass): Reading {
  return logged(raw, value, { code: "D37", class: cls }, { steps, approximate: true });
}

/** 12吨 in a line of 元 is a wrong unit of measure (D32); 41（含小学）, 41已核 are a number with a remark (D39). */
function otherUnit(raw: string, quantity: Quantity, unit: string, spec: CellSpec): Reading {
  const remarked = /^([^()]*)\(.*\)$/.exec(quantity.unit)?.[1];
  const words = [unit, remarked ?? ""];
  const other = words.find((word) => isMeasureWord(word) && !parseMeasure(spec.measure).words.has(word));
  if (other !== undefined)
    return refused(raw, {
      code: "D32",
      class: "mustFix",
      variant: "wrongUnit",
      params: { unit: other, measure: spec.measure },
      proposal: quantity.value,
    });
  // Whether the number is the whole of it, the remark leaves open.
  return refused(raw, {
    code: "D39",
    class: "explain",
    params: { parts: raw },
    ...(quantity.approximate || quantity.unsure ? {} : { variant: "proposal", proposal: quantity.value }),
  });
}

const VAGUE =
  /^(?:好?几|数|若干|许多|很多|不少|大量|大批|多|成|一些|有些|部分|少数|少许|个别|多数|半数|过半)[十百千万亿\p{Script=Han}]*$/u;
/** 百儿八十, 千把, 个把, 十几, 20几, 十数个: the spoken ways to say about how many. */
const SPOKEN =
  /^(?:共|约|大约|近)?(?:[百千万]儿[八一]?[十百千]|[百千万个]把|(?:\d*0|[一二三四五六七八九]?[十百千万])(?:好几|几|数))/;
const NUMERAL = new RegExp(`[${CHINESE_NUMERAL}]+`, "g");

/** 三五 (three to five), 几十, 若干: how many, nobody can say. */
function isVague(text: string): boolean {
  if (text.length > 30) return false;
  if (VAGUE.test(text) || SPOKEN.test(text)) return true;
  const numerals = /\d/.test(text) ? [] : (text.match(NUMERAL) ?? []);
  return numerals.length === 1 && isRoughNumeral(numerals[0]!);
}

/** Two numbers and calculations: D39. Anything else, 比上年多1份 too, is no number. */
function unreadable(raw: string, text: string, spec: CellSpec): Reading {
  const { parts, proposal } = severalNumbers(text, spec.measure);
  if (parts.length < 2) return refused(raw, { code: "F21", class: "mustFix" });
  return refused(raw, {
    code: "D39",
    class: "explain",
    params: { parts: parts.join("、") },
    ...(proposal === undefined ? {} : { variant: "proposal", proposal }),
  });
}
