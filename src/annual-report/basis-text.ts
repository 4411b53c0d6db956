/** Where an expected value comes from, in words: 802÷2503，见汇总工作簿 汇总02 五老队伍!E22、E7. */
import type { Say, SayParams } from "../findings/say";
import { rounded } from "../workbook/rounding";
import type { Basis } from "./basis";
import { shortName } from "../template/line-name";

/** `county`: the county's name, for what no single unit has. */
export function sayBasis(basis: Basis, county: string, say: Say): string {
  const sum = sumText(basis, say);
  if (basis.source === "text")
    return say(`text.inner.${INNER[basis.how] ?? "calculation"}`, { sum: withResult(basis, sum, say) });
  const places = placesText(basis, say);
  const place = places === "" ? "" : say("text.place", { places });
  if (basis.line === null) return say(`text.county.${basis.how}`, { sum, place });
  const { name, code } = basis.line;
  const owner = ownerWords(basis, county, say);
  return say(`text.county.${basis.year}Year`, { owner, name: shortName(name), code, sum, place });
}

const INNER: Readonly<Partial<Record<Basis["how"], "sum" | "same" | "count" | "atMost">>> = {
  sum: "sum",
  same: "same",
  count: "count",
  atMost: "atMost",
};

/** 430＋210＝640: with a decimal more than the number has, where it does not come out even. */
function withResult({ how, result }: Basis, sum: string, say: Say): string {
  if (!result || how === "same" || how === "count" || how === "atMost") return sum;
  const a = rounded(result.value, result.decimals + 1);
  return say(Math.abs(a - result.value) < 1e-9 ? "text.sum.result" : "text.sum.about", {
    sum,
    a,
    unit: result.unit,
  }).trim();
}

function ownerWords({ owner }: Basis, county: string, say: Say): string {
  if (owner === null || owner === undefined) return county;
  return typeof owner === "string" ? owner : owner.join(say("text.enumerate"));
}

/** `2503－2368`: the calculation with its numbers. */
export function sumText({ how, operands, line }: Basis, say: Say): string {
  const numbers = operands.map(({ value }) => value);
  const [a = 0, b = 0, sign = 1] = numbers;
  const params: SayParams = { a, b, measure: line?.measure ?? "" };
  switch (how) {
    case "sum":
      return joined(numbers, "text.sum.plus", say);
    case "formula":
      return joined(numbers, "text.enumerate", say);
    case "difference":
      return joined(numbers, "text.sum.minus", say);
    case "hundred":
      return joined([100, ...numbers], "text.sum.minus", say);
    case "product":
      return joined(numbers, "text.sum.times", say);
    case "growthByChange":
      return say(sign > 0 ? "text.sum.growthBy" : "text.sum.fallBy", params);
    case "share":
    case "quotient":
      return say("text.sum.share", params);
    case "growth":
      return say("text.sum.growth", params);
    default:
      return say("text.sum.value", params).trim();
  }
}

function joined(
  numbers: readonly number[],
  sign: "text.sum.plus" | "text.sum.minus" | "text.sum.times" | "text.enumerate",
  say: Say,
): string {
  return numbers.map((value) => say("text.sum.value", { a: value, measure: "" }).trim()).join(say(sign));
}

/** Each cell once; of several on one sheet the sheet is named once. Empty where there is none. */
export function placesText({ operands }: Pick<Basis, "operands">, say: Say): string {
  const sheets = new Map<string, string[]>();
  for (const { place } of operands) {
    if (place === null) continue;
    const at = place.lastIndexOf("!");
    const cells = sheets.get(place.slice(0, at)) ?? [];
    const cell = place.slice(at + 1);
    if (!cells.includes(cell)) sheets.set(place.slice(0, at), [...cells, cell]);
  }
  return [...sheets]
    .map(([sheet, cells]) => `${sheet} ${cells.join(say("text.enumerate"))}`)
    .join(say("text.enumerate"));
}
