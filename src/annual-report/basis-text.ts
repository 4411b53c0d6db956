/** Where an expected value comes from, in words: 802÷2503，见汇总工作簿 汇总02 五老队伍!E22、E7. */
import type { Say, SayParams } from "../findings/say";
import type { Basis } from "./basis";

/** `county`: the county's name, for what no single unit has. */
export function sayBasis(basis: Basis, county: string, say: Say): string {
  const sum = sumText(basis, say);
  if (basis.source === "text") return say(`text.inner.${basis.how}`, { sum });
  const places = placesText(basis, say);
  const place = places === "" ? "" : say("text.place", { places });
  if (basis.line === null) return say(`text.county.${basis.how}`, { sum, place });
  const { name, code } = basis.line;
  const owner = ownerWords(basis, county, say);
  return say(`text.county.${basis.year}Year`, { owner, name: shortName(name), code, sum, place });
}

function ownerWords({ owner }: Basis, county: string, say: Say): string {
  if (owner === null || owner === undefined) return county;
  return typeof owner === "string" ? owner : owner.join(say("text.enumerate"));
}

/** 其中：乡镇街道级 is indented below its total in a form; here it is by itself. */
export function shortName(name: string): string {
  return name.replace(/^(?:其中|总数中|总额中)[：:]/, "");
}

/** `2503－2368`: the calculation with its numbers. */
export function sumText({ how, operands, line }: Basis, say: Say): string {
  const numbers = operands.map(({ value }) => value);
  if (how === "sum")
    return numbers
      .map((value) => say("text.sum.value", { a: value, measure: "" }).trim())
      .join(say("text.sum.plus"));
  if (how === "formula") {
    return numbers
      .map((value) => say("text.sum.value", { a: value, measure: "" }).trim())
      .join(say("text.enumerate"));
  }
  const [a = 0, b = 0] = numbers;
  const params: SayParams = { a, b, measure: line?.measure ?? "" };
  return say(`text.sum.${how === "same" || how === "units" ? "value" : how}`, params).trim();
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
