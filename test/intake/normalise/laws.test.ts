import fc from "../../tooling/properties";
import { normalise, PLAIN_SETTINGS, type CellSpec } from "../../../src/intake/normalise";
import { parseChineseNumeral } from "../../../src/intake/normalise/chinese-numerals";
import type { IndicatorKind } from "../../../src/template/template";
import { PEOPLE, YUAN, cell, read } from "./cells";

const WIDE = "０１２３４５６７８９，．";
const NARROW = "0123456789,.";
const widen = (text: string): string => [...text].map((c) => WIDE[NARROW.indexOf(c)] ?? c).join("");
const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ",");
const DIGITS = "零一二三四五六七八九";

/** A whole number below 10^8 as it is read aloud. */
function spelled(n: number): string {
  if (n === 0) return "零";
  const [high, low] = [Math.floor(n / 10000), n % 10000];
  const gap = high > 0 && low > 0 && low < 1000 ? "零" : "";
  return (high > 0 ? `${below10000(high)}万` : "") + gap + (low > 0 ? below10000(low) : "");
}

function below10000(n: number): string {
  const units = ["千", "百", "十", ""];
  const digits = [...String(n).padStart(4, "0")].map(Number);
  const text = digits.map((d, i) => (d === 0 ? "零" : DIGITS[d]! + units[i]!)).join("");
  return text.replace(/零+/g, "零").replace(/^零|零$/g, "");
}

/** Every way of writing a whole number that is taken without asking. */
const WAYS: readonly ((n: number) => string)[] = [
  String,
  grouped,
  (n) => widen(grouped(n)),
  (n) => ` ${n}\u00a0`,
  (n) => `\u200b${n}`,
  (n) => `'${n}`,
  (n) => `${n}人`,
  (n) => `${widen(String(n))} 名`,
  spelled,
  (n) => `${spelled(n)}人`,
];

const KINDS: readonly IndicatorKind[] = [
  "whole",
  "decimal",
  "amount",
  "percent",
  "yesNo",
  "choice",
  "text",
  "date",
];
const anySpec: fc.Arbitrary<CellSpec> = fc.record({
  kind: fc.constantFrom(...KINDS),
  measure: fc.constantFrom("人", "元", "%", "万字", "期·部", ""),
  choices: fc.constant(["县", "市"]),
});
const PIECES = [..."0123456789,.+-/()约近余多万亿三十百人场元%年月日无同上是√ '，１", "E+10", "2020"];
const anyText = fc.oneof(
  fc.string(),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((pieces) => pieces.join("")),
);
const anyValue = fc.oneof(
  anyText,
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.integer(),
);

describe("the laws of reading", () => {
  it("a number written in any way that is accepted reads back as that number", () => {
    fc.assert(
      fc.property(fc.nat(99_999_999), fc.constantFrom(...WAYS), (n, write) => {
        expect(read(write(n)).value).toBe(n);
      }),
    );
  });

  it("an amount in 万 reads back to the yuan", () => {
    fc.assert(
      fc.property(fc.nat(9_999_999), (n) => {
        expect(read(`${n / 10000}万元`, YUAN).value).toBe(n);
      }),
    );
  });

  it("every Chinese numeral up to a hundred million is understood", () => {
    fc.assert(fc.property(fc.nat(99_999_999), (n) => expect(parseChineseNumeral(spelled(n))).toBe(n)));
  });

  it("whatever stands in a cell, it keeps its raw text, and what is refused has a defect", () => {
    fc.assert(
      fc.property(anyValue, anySpec, (value, spec) => {
        const reading = read(value, spec);
        if (reading.state !== "blank") {
          expect(reading.raw).toBe(typeof value === "boolean" ? String(value).toUpperCase() : String(value));
        }
        if (reading.state === "refused") expect(reading.defect).toBeDefined();
        expect(reading.value === null).toBe(reading.state !== "filled");
      }),
      { numRuns: 300 },
    );
  });

  it("a number that is read in silence from a text is made of the very digits that stand there", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const reading = read(text, PEOPLE);
        if (reading.state !== "filled" || reading.defect) return;
        const digits = text.normalize("NFKC").replace(/[^\d.]/g, "");
        expect(Math.abs(Number(reading.value))).toBe(Number(digits));
      }),
      { numRuns: 300 },
    );
  });

  it("nothing but spaces and what takes no room is read as blank", () => {
    fc.assert(
      fc.property(anyText, anySpec, (text, spec) => {
        const blank = normalise(cell(text), spec, PLAIN_SETTINGS).state === "blank";
        const visible = text
          .normalize("NFKC")
          .replace(/[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g, "");
        expect(blank).toBe(visible === "" || visible === "'");
      }),
      { numRuns: 300 },
    );
  });
});
