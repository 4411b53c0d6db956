/** Numbers: whole, decimal, amounts in yuan, and per cent in percentage points. */
import { isDateFormat } from "../../workbook/dates";
import type { RuleClass } from "../../rules/rule";
import type { Cell } from "../../workbook/workbook";
import { clean, rawText } from "./clean";
import { bareUnit, parseMeasure, type Measure } from "./measures";
import { ARABIC, parseQuantity, tidy, toNumber, type Quantity } from "./quantity";
import type { CellSpec, Reading, ReadSettings } from "./reading";
import { blank, filled, logged, refused, unlessConfirmed } from "./reading";
import { refusedDay } from "./coerced";
import { severalNumbers } from "./several-numbers";
import { readWord } from "./words";

const PLAIN = new RegExp(`^${ARABIC}$`);
const SCIENTIFIC = /^[+-]?\d+(?:\.\d+)?E[+-]?\d+$/i;
/** Beyond this many digits neither Excel nor we keep every one. */
const DIGITS_KEPT = 15;

export function readNumberCell(cell: Cell, spec: CellSpec, settings: ReadSettings): Reading {
  if (typeof cell.value === "number") return readNumber(cell.value, cell.format, spec, settings);
  if (typeof cell.value === "boolean") {
    return refused(rawText(cell), { code: "F21", class: "mustFix" });
  }
  return readNumberText(String(cell.value ?? ""), spec, settings);
}

function readNumber(
  value: number,
  format: string | undefined,
  spec: CellSpec,
  settings: ReadSettings,
): Reading {
  const raw = String(value);
  if (isDateFormat(format)) return refusedDay(raw, value, settings);
  if (spec.kind === "percent" && isPercentFormat(format)) {
    return logged(raw, tidy(value * 100), { code: "D43", class: "note", variant: "format" });
  }
  return filled(raw, withoutNoise(value, spec));
}

export function isPercentFormat(format: string | undefined): boolean {
  return format !== undefined && format.replace(/"[^"]*"|\\./g, "").includes("%");
}

/** D49: what a calculation left behind the fifteenth digit is nobody's figure. */
function withoutNoise(value: number, spec: CellSpec): number {
  const whole = Math.round(value);
  const counts = spec.kind === "whole" || spec.kind === "amount";
  return counts && Math.abs(value - whole) < 1e-9 ? whole : tidy(value);
}

/** A text where a number belongs, in the order: nothing, a word, plain digits, digits with company, anything else. */
export function readNumberText(raw: string, spec: CellSpec, settings: ReadSettings): Reading {
  const { text, steps } = clean(raw);
  if (text === "") return blank();
  const word = readWord(raw, text, spec, settings);
  if (word) return word;
  if (SCIENTIFIC.test(text) || text.replace(/\D/g, "").length > DIGITS_KEPT) {
    return refused(raw, { code: "D44", class: "explain", variant: "scientific" });
  }
  if (PLAIN.test(text)) return plainDigits(raw, text, steps, settings);
  return readCompany(raw, text, steps, spec, settings);
}

/** 5.5: what needed only trimming, NFKC or its separators is silent; bare digits in a text cell are D31. */
function plainDigits(
  raw: string,
  text: string,
  cleaning: readonly string[],
  { untyped }: ReadSettings,
): Reading {
  const value = toNumber(text);
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
  const joined = /\d\s+\d/.test(text) ? text : text.replace(/\s+/g, "");
  const rate = spec.kind === "percent" ? percentText(raw, joined, spec, settings) : undefined;
  if (rate) return rate;
  const quantity = parseQuantity(joined.replace(/[.。,、;]$/, ""));
  if (!quantity) return unreadable(raw, text, spec);
  return fromQuantity(raw, quantity, cleaning, spec, settings);
}

/** D43: 80.7%, 百分之八十. In a line of percentage points % is another unit of measure, refused by what follows. */
function percentText(raw: string, text: string, spec: CellSpec, settings: ReadSettings): Reading | undefined {
  if (parseMeasure(spec.measure).base !== "%") return undefined;
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
  const remarked = /^([^()]+)\(.*\)$/.exec(quantity.unit)?.[1];
  if (remarked !== undefined && measure.words.has(remarked)) return withRemark(raw, quantity);
  if (unit !== "" && spec.measure !== "" && !measure.words.has(unit)) {
    return wrongUnit(raw, quantity, unit, spec);
  }
  const { value, converted } = inMeasure(quantity, unit, measure);
  const steps = [
    ...cleaning,
    ...(quantity.approximate ? ["D37"] : []),
    ...(converted ? ["D33"] : []),
    ...(quantity.chinese ? ["D38"] : []),
    ...(unit === "" ? [] : ["D32"]),
  ];
  if (quantity.approximate) return approximately(raw, value, steps, unlessConfirmed("D37", settings));
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
    value: inBase ? tidy(quantity.value / measure.scale) : quantity.value,
    converted: inBase && !asWritten,
  };
}

function approximately(raw: string, value: number, steps: readonly string[], cls: RuleClass): Reading {
  return logged(raw, value, { code: "D37", class: cls }, { steps, approximate: true });
}

/** 6150字（含标点）: whether the number is the whole of it, the remark leaves open. */
function withRemark(raw: string, { value }: Quantity): Reading {
  return refused(raw, {
    code: "D39",
    class: "explain",
    variant: "proposal",
    params: { parts: raw },
    proposal: value,
  });
}

function wrongUnit(raw: string, quantity: Quantity, unit: string, spec: CellSpec): Reading {
  return refused(raw, {
    code: "D32",
    class: "mustFix",
    variant: "wrongUnit",
    params: { unit, measure: spec.measure },
    proposal: quantity.value,
  });
}

/** 几十, 若干: how many, nobody can say. Two numbers and calculations: D39. Anything else, 比上年多1份 too, is no number. */
function unreadable(raw: string, text: string, spec: CellSpec): Reading {
  if (/^(?:好?几|数|若干|许多|大量|多|成)[十百千万亿\p{Script=Han}]*$/u.test(text)) {
    return refused(raw, { code: "D37", class: "explain", variant: "vague" });
  }
  const { parts, proposal } = severalNumbers(text, spec.measure);
  if (parts.length < 2) return refused(raw, { code: "F21", class: "mustFix" });
  return refused(raw, {
    code: "D39",
    class: "explain",
    params: { parts: parts.join("、") },
    ...(proposal === undefined ? {} : { variant: "proposal", proposal }),
  });
}
