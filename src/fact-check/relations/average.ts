/** 25个村共75名，平均每村3名; 40户，每户500元，共2万元. */
import { fifteenDigits } from "../../workbook/rounding";
import { isPercent, measureOf, sizeOf, spread, type Figure } from "../figure";
import { isSlip, relation, type Place, type Relation } from "../relation";
import { bare } from "../words";

const PER =
  /(?:每(?:个|位|名|所|家)?|平均每?(?:个|位|名)?)(?<noun>[^，。；、]{1,2})|(?<short>[人户村校年月班])均/;

/** Of the last in the text of a number of things, an amount for each and the amount for all. */
export function average(figure: Figure, { sentence, index }: Place): Relation[] {
  const before = sentence.figures.slice(0, index);
  if (figure.role === "each") {
    const totals = before.filter((each) => isAmount(each, figure));
    return combine(figure, counts(figure, before), totals, (n, t) => ({
      value: t / n,
      how: "quotient",
      operands: [t, n],
    }));
  }
  const each = before.filter((one) => one.role === "each" && measureOf(one) === measureOf(figure)).at(-1);
  if (!each || figure.role !== "level" || isPercent(figure) || !TOTAL.test(figure.left)) return [];
  return combine(figure, counts(each, before), [each], (n, a) => ({
    value: a * n,
    how: "product",
    operands: [n, a],
  }));
}

const TOTAL = /^(?:[^，]{0,4})?(?:共|合计|总计|共计|累计|总额)|(?:达|达到)$/;

function isAmount(each: Figure, of: Figure): boolean {
  return each.role === "level" && measureOf(each) === measureOf(of);
}

interface Counted {
  readonly value: number;
  /** Null for the twelve months of a year. */
  readonly figure: Figure | null;
}

/** The figures that count what 每 or 均 speaks of. */
function counts(each: Figure, before: readonly Figure[]): Counted[] {
  const noun = nounOf(each);
  if (noun === null) {
    // 15个社区各配备6名
    const last = before.filter((one) => one.claim.start < each.claim.start).at(-1);
    return /^[^，]{0,6}各/.test(each.left) && last?.role === "level" && !/[，；]/.test(each.gap)
      ? [{ value: sizeOf(last), figure: last }]
      : [];
  }
  if (noun.startsWith("月") || noun.startsWith("个月"))
    return before.some(({ time, left }) => /全年|一年/.test(left) || time.year !== null)
      ? [{ value: 12, figure: null }]
      : [];
  return before
    .filter((one) => one !== each && one.role === "level" && countsNoun(one, noun))
    .map((figure) => ({ value: sizeOf(figure), figure }));
}

function nounOf({ left, gap }: Figure): string | null {
  const match = PER.exec(bare(left)) ?? PER.exec(bare(gap).slice(-12));
  const noun = match?.groups!["noun"] ?? match?.groups!["short"] ?? null;
  return noun === "名" || noun === "位" ? "人" : noun;
}

function countsNoun(figure: Figure, noun: string): boolean {
  const [first = ""] = noun;
  const measure = measureOf(figure);
  return (
    measure === first ||
    measure === noun ||
    (first === "村" &&
      (figure.after.startsWith("村") || (figure.left.endsWith("村") && figure.after === ""))) ||
    (noun.length > 1 && (figure.after.split("每")[0]!.includes(noun) || figure.left.endsWith(noun)))
  );
}

function combine(
  figure: Figure,
  numbers: readonly Counted[],
  others: readonly Figure[],
  of: (
    n: number,
    other: number,
  ) => { readonly value: number; readonly how: "quotient" | "product"; readonly operands: readonly number[] },
): Relation[] {
  const only = numbers.length === 1 && others.length === 1;
  return numbers.flatMap((number) =>
    others.flatMap((other) => {
      if (other === number.figure || number.value <= 0) return [];
      const [n, o] = [
        number.figure ? spread(number.figure) : { low: number.value, high: number.value },
        spreadEach(other),
      ];
      const { value, how, operands } = of(number.value, sizeOf(other));
      const corners = [n.low, n.high].flatMap((a) =>
        [o.low, o.high].map((b) => of(Math.max(a, 1e-300), b).value),
      );
      return [
        relation(figure, {
          kind: "average",
          how,
          operands,
          value: fifteenDigits(value),
          range: { low: Math.min(...corners), high: Math.max(...corners) },
          from: [other, ...(number.figure ? [number.figure] : [])],
          sure: only && isSlip(sizeOf(figure), value) && other.role !== "range",
        }),
      ];
    }),
  );
}

/** An average is rounded as it is written, even where it is a whole number. */
function spreadEach(other: Figure): ReturnType<typeof spread> {
  return spread(other);
}
